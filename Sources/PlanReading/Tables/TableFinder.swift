// Finds the tables of a text, whatever they were: HTML first, since its lines may hold anything, then
// pipes, tabs, and columns of white space in the lines that are left.

/// Finds tables.
public enum TableFinder {
  /// The tables of a text, in its order.
  ///
  /// Letterheads, signatures and lists that are set in columns are no tables: a table has a heading
  /// that names at least two of its columns, or three full columns and rows.
  ///
  /// - Parameter text: the text.
  /// - Returns: tables whose lines do not overlap; each piece of a cell is a part of its line.
  public static func tables(in text: PlanText) -> [PlanTable] {
    let source = TableSource(lines: text.lines)
    var tables: [PlanTable] = []
    var isTaken = Array(repeating: false, count: text.lines.count)
    for layout in Layout.allCases {
      for grid in layout.grids(in: source, pageStarts: text.pageStarts, isTaken: isTaken) {
        guard let table = TableRows(source: source, grid: grid).table else { continue }
        tables.append(table)
        for line in grid.lines { isTaken[line] = true }
      }
    }
    return tables.sorted { $0.lineFrom < $1.lineFrom }
  }

  private enum Layout: CaseIterable {
    case markup, pipes, tabs, columns

    func grids(in source: TableSource, pageStarts: [Int], isTaken: [Bool]) -> [TableGrid] {
      switch self {
      case .markup: TableMarkup(source: source).grids()
      case .pipes: TablePipes(source: source, isTaken: isTaken).grids()
      case .tabs: TableTabs(source: source, isTaken: isTaken).grids()
      case .columns: TableLayout(source: source, pageStarts: pageStarts, isTaken: isTaken).grids()
      }
    }
  }
}
