// What a caller declares before rows are rendered: columns, formats and options.

/// One column: its key for machines, its heading for people, and where it may be shown.
public struct Column: Sendable, Equatable {
  /// The side at which a table's cells stand.
  public enum Alignment: Sendable {
    /// Text.
    case leading
    /// Numbers and ranks.
    case trailing
  }

  /// The JSON key and the header in csv and tsv.
  public var key: String
  /// What people read at the head of the column.
  public var heading: String
  /// The side at which cells stand in tables.
  public var alignment: Alignment
  /// Whether a terminal that is too narrow may leave the column out.
  public var isOptionalInNarrow: Bool
  /// Whether the column is only in table and markdown.
  public var humanOnly: Bool
  /// Whether the column is only in csv, tsv, json and ndjson, and in workbooks.
  public var machineOnly: Bool
  /// Whether the column is only in workbooks: a name beside a code, as people filter and sort by it.
  public var workbookOnly: Bool
  /// Whether a workbook has the column, whose cells are what machines get.
  ///
  /// Columns for people stand first there: what codes mean, beside the codes.
  public var isInWorkbook: Bool

  /// Declares a column; it is in every format unless said otherwise.
  public init(
    key: String,
    heading: String,
    alignment: Alignment = .leading,
    isOptionalInNarrow: Bool = false,
    humanOnly: Bool = false,
    machineOnly: Bool = false,
    workbookOnly: Bool = false,
    isInWorkbook: Bool? = nil
  ) {
    self.key = key
    self.heading = heading
    self.alignment = alignment
    self.isOptionalInNarrow = isOptionalInNarrow
    self.humanOnly = humanOnly
    self.machineOnly = machineOnly
    self.workbookOnly = workbookOnly
    self.isInWorkbook = isInWorkbook ?? !humanOnly
  }

  /// Whether the column says what codes mean.
  public var isForPeople: Bool { humanOnly || workbookOnly }

  /// Whether an answer in a form has the column.
  public func isIn(_ format: Format) -> Bool {
    !workbookOnly && (format.isForPeople ? !machineOnly : !humanOnly)
  }
}

/// The output formats, by the names that the command line uses.
public enum Format: String, CaseIterable, Sendable {
  /// Aligned columns for reading in a terminal.
  case table
  /// RFC 4180 with line feeds, a header row and full precision.
  case csv
  /// Tab-separated, with `\t`, `\n`, `\r` and `\\` escaped.
  case tsv
  /// One array of objects, one object a line.
  case json
  /// One object a line.
  case ndjson
  /// A GitHub table.
  case markdown

  /// Whether people read it: names, decimals and decimal marks, not codes and full precision.
  public var isForPeople: Bool {
    self == .table || self == .markdown
  }
}

/// How rows are shown to people, and what the terminal can do.
public struct RenderOptions: Sendable {
  /// The mark before the decimals.
  ///
  /// "," in Vietnamese, "." in English. Machine formats always use ".".
  public var decimalMark: Character
  /// Columns of the terminal; nil when the output is no terminal.
  ///
  /// Nothing is then wrapped or left out. Zero and less count as nil.
  public var terminalWidth: Int?
  /// Whether headings of a table are bold.
  public var colour: Bool
  /// What stands for a missing value in table and markdown.
  public var missingMark: String
  /// The words for true and false in table and markdown.
  public var booleanWords: (yes: String, no: String)
  /// Columns of a table whose value is left blank where it repeats that of the row above.
  ///
  /// Indices into the declared columns; one counts as repeated only if those named before it are.
  public var blankRepeats: [Int]
  /// Whether a csv is for Excel where decimals have a comma.
  public var forExcel: Bool

  /// Options for an output that is no terminal, in English, unless said otherwise.
  public init(
    decimalMark: Character = ".",
    terminalWidth: Int? = nil,
    colour: Bool = false,
    missingMark: String = "–",
    booleanWords: (yes: String, no: String) = ("yes", "no"),
    blankRepeats: [Int] = [],
    forExcel: Bool = false
  ) {
    self.decimalMark = decimalMark
    self.terminalWidth = terminalWidth
    self.colour = colour
    self.missingMark = missingMark
    self.booleanWords = booleanWords
    self.blankRepeats = blankRepeats
    self.forExcel = forExcel
  }
}
