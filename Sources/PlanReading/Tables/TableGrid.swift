// A table as a layout's reader hands it on: rows of cells, before anything is known of their meaning.

/// Rows of cells as they were cut.
struct TableGrid {
  /// A row as it was cut.
  struct Row {
    /// The stretches of each column; empty where the cell is.
    var cells: [[TableCut]]
    /// Its lines, from 0.
    var lines: ClosedRange<Int>
    /// Whether a page may have ended before it.
    var followsBreak = false
    /// How many columns its widest cell spans.
    var span = 1
    /// Columns in which the cell of a row above is known to reach down to it.
    var reached: Set<Int> = []

    /// Columns with words in them.
    var filled: [Int] { cells.indices.filter { !cells[$0].isEmpty } }
  }

  /// Its rows; all have the same number of cells.
  var rows: [Row]
  /// What is known of its columns already, where a layout's reader had to find the heading to find
  /// the columns: the rows are then those below the heading.
  var heading: TableHeading?
  /// Its lines, from 0.
  var lines: ClosedRange<Int>

  /// Rows made equally wide.
  init(rows: [Row], lines: ClosedRange<Int>, heading: TableHeading? = nil) {
    let width = max(rows.map(\.cells.count).max() ?? 0, heading?.columns.count ?? 0)
    self.rows = rows.map { row in
      var row = row
      row.cells += Array(repeating: [], count: width - row.cells.count)
      return row
    }
    self.lines = lines
    self.heading = heading
  }

  /// How many columns it has.
  var width: Int { rows.first?.cells.count ?? heading?.columns.count ?? 0 }
}
