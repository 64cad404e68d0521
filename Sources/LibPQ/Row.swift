// One row, and the cells of a result that both rows and result sets read.

import CLibPQ

/// A row, lent for the time of one call; column indexes start at 0.
public struct Row: ~Copyable {
  let cells: Cells
  let index: Int
  /// Which row of the answer this is, from 1; errors name it.
  public let number: Int

  init(cells: Cells, index: Int, number: Int) {
    self.cells = cells
    self.index = index
    self.number = number
  }

  /// How many columns there are.
  public var columnCount: Int { cells.columnCount }

  /// The name of a column; the index must be below `columnCount`.
  public func columnName(_ column: Int) -> String { cells.columnName(column) }

  /// The type of a column; the index must be below `columnCount`.
  public func columnType(_ column: Int) -> PostgresType { cells.columnType(column) }

  /// The server's text of a cell in range, whatever its type; nil is NULL.
  public func text(_ column: Int) -> String? {
    precondition(column >= 0 && column < columnCount, "column \(column) of \(columnCount)")
    return cells.text(row: index, column: column)
  }

  /// Reads a cell.
  ///
  /// - Parameters:
  ///   - column: The column, from 0.
  ///   - type: What to read it as; `Optional` where NULL is allowed.
  /// - Returns: The value.
  /// - Throws: Kind `decoding` for NULL, another type, a value out of range, or no such column.
  public func value<T: PostgresDecodable>(
    _ column: Int, as type: T.Type = T.self
  ) throws(PostgresError) -> T {
    try cells.value(row: index, column: column, number: number)
  }

  /// Reads a cell by the name of its column.
  ///
  /// - Parameters:
  ///   - column: The column's name, exactly; of several alike the first.
  ///   - type: What to read it as; `Optional` where NULL is allowed.
  /// - Returns: The value.
  /// - Throws: Kind `decoding`, as by index.
  public func value<T: PostgresDecodable>(
    _ column: String, as type: T.Type = T.self
  ) throws(PostgresError) -> T {
    try cells.value(row: index, column: cells.index(of: column), number: number)
  }
}

/// A borrowed result with the name of its statement.
struct Cells {
  let result: OpaquePointer
  let statement: String

  init(_ result: OpaquePointer, statement: String) {
    self.result = result
    self.statement = statement
  }

  var columnCount: Int { Int(PQnfields(result)) }

  func columnName(_ column: Int) -> String {
    precondition(column >= 0 && column < columnCount, "column \(column) of \(columnCount)")
    return PQfname(result, CInt(column)).map { String(cString: $0) } ?? ""
  }

  func columnType(_ column: Int) -> PostgresType {
    precondition(column >= 0 && column < columnCount, "column \(column) of \(columnCount)")
    return PostgresType(rawValue: PQftype(result, CInt(column)))
  }

  func text(row: Int, column: Int) -> String? {
    let (row, column) = (CInt(row), CInt(column))
    guard PQgetisnull(result, row, column) == 0, let start = PQgetvalue(result, row, column)
    else { return nil }
    let length = Int(PQgetlength(result, row, column))
    return String(decoding: UnsafeRawBufferPointer(start: start, count: length), as: UTF8.self)
  }

  /// Finds a column by its exact name; PQfnumber would fold case and read quotes.
  func index(of name: String) throws(PostgresError) -> Int {
    for column in 0..<columnCount {
      // Compared where it lies: this runs for every cell that is read by name.
      guard let start = PQfname(result, CInt(column)) else { continue }
      var end = start
      let isEqual = name.utf8.allSatisfy { byte in
        defer { end += 1 }
        return end.pointee == CChar(bitPattern: byte)
      }
      if isEqual, end.pointee == 0 { return column }
    }
    let names = (0..<columnCount).map { columnName($0) }.joined(separator: ", ")
    throw PostgresError(
      .decoding, "no column is named '\(name)'; there are: \(names)", statement: statement)
  }

  func value<T: PostgresDecodable>(
    row: Int, column: Int, number: Int
  ) throws(PostgresError) -> T {
    guard column >= 0, column < columnCount, row >= 0, row < Int(PQntuples(result)) else {
      throw PostgresError(
        .decoding,
        "no cell at row \(number), column \(column); there are \(PQntuples(result)) rows and "
          + "\(columnCount) columns",
        statement: statement)
    }
    guard T.accepts(columnType(column)) else {
      throw failure(
        row: number, column: column,
        "type \(columnType(column).rawValue) cannot be read as \(T.self); cast it in the SQL")
    }
    guard let text = text(row: row, column: column) else {
      guard let value = T.whenNull else {
        throw failure(row: number, column: column, "NULL cannot be read as \(T.self)")
      }
      return value
    }
    guard let value = T(postgresText: text) else {
      throw failure(
        row: number, column: column, "'\(text.prefix(60))' cannot be read as \(T.self)")
    }
    return value
  }

  private func failure(row: Int, column: Int, _ message: String) -> PostgresError {
    PostgresError(
      .decoding, "row \(row), column '\(columnName(column))': \(message)", statement: statement)
  }
}
