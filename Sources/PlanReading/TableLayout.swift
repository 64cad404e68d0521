// Columns of white space.

/// Reads columns.
struct TableLayout {
  let source: TableSource
  let pageStarts: [Int]
  let isTaken: [Bool]

  /// Tables.
  func grids() -> [TableGrid] { [] }
}
