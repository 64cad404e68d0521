// Tables of a plan, whatever they were in the text: tab-separated rows, Markdown, HTML, columns of
// white space.

/// A table: rows of cells by column, rejoined over page breaks.
public struct PlanTable: Sendable, Equatable {
  /// What a column holds, by its heading.
  public enum Column: String, Sendable, CaseIterable {
    /// Number of the row.
    case item
    /// Objective, target or content.
    case objective
    /// Task.
    case task
    /// Activity.
    case activity
    /// Result or product.
    case product
    /// Lead agency.
    case lead
    /// Agencies that take part.
    case coordinating
    /// When.
    case due
    /// Budget.
    case budget
    /// Wanted value, of tables of targets.
    case value
    /// Unit, of tables of targets.
    case unit
    /// Anything else.
    case other
  }

  /// A row; cells that are empty are nil.
  public struct Row: Sendable, Equatable {
    /// First line, from 1.
    public var lineFrom: Int
    /// Last line.
    public var lineTo: Int
    /// One passage a column, nil where the cell is empty.
    public var cells: [Passage?]
    /// Whether the row is a heading of the rows below: its words stand in one cell.
    public var isHeading: Bool
    /// Columns in which the cell of a row above is known to reach down to it.
    public var reached: Set<Int>

    /// A row of cells.
    public init(
      lineFrom: Int, lineTo: Int, cells: [Passage?], isHeading: Bool, reached: Set<Int> = []
    ) {
      self.lineFrom = lineFrom
      self.lineTo = lineTo
      self.cells = cells
      self.isHeading = isHeading
      self.reached = reached
    }
  }

  /// First line of the table with its heading, from 1.
  public var lineFrom: Int
  /// Last line of the table.
  public var lineTo: Int
  /// What each column holds.
  public var columns: [Column]
  /// Heading of each column as printed.
  public var headings: [String]
  /// The rows below the heading.
  public var rows: [Row]

  /// A table of rows.
  public init(lineFrom: Int, lineTo: Int, columns: [Column], headings: [String], rows: [Row]) {
    self.lineFrom = lineFrom
    self.lineTo = lineTo
    self.columns = columns
    self.headings = headings
    self.rows = rows
  }
}
