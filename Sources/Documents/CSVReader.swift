// Comma separated values as RFC 4180 has them, row by row as texts. What is not so is an error with its
// line, never a guess.

/// A table in a CSV file, read row by row.
public struct CSVReader: ~Copyable {
  /// A row with the line on which it begins.
  public struct Row: Sendable, Hashable {
    /// Line of the file, from 1.
    public let line: Int
    /// The fields, in the order of the header.
    public let fields: [String]
  }

  /// The header, as printed.
  public private(set) var header: [String]

  private var scanner: DelimitedScanner
  private let path: String

  /// Opens a table and reads its header.
  ///
  /// - Parameters:
  ///   - path: path of the file.
  ///   - separator: what parts fields, a comma unless said.
  /// - Returns: the table, before its first row.
  /// - Throws: `DocumentError`; an empty file is `.empty`.
  public static func open(
    path: String, separator: Character = ","
  ) throws(DocumentError) -> CSVReader {
    var reader = CSVReader(
      scanner: try DelimitedScanner(path: path, separator: separator), path: path)
    let first = try reader.readRow()?.fields ?? [""]
    guard first != [""] else { throw .empty(path: path) }
    reader.header = first
    return reader
  }

  /// Opens a table that has no header, or one that is read by position.
  ///
  /// - Parameters:
  ///   - path: path of the file.
  ///   - separator: what parts fields, a comma unless said.
  /// - Returns: the table, before its first row; its header is empty.
  /// - Throws: `DocumentError`.
  public static func openRows(
    path: String, separator: Character = ","
  ) throws(DocumentError) -> CSVReader {
    CSVReader(scanner: try DelimitedScanner(path: path, separator: separator), path: path)
  }

  /// Reads the next row as it is: an empty line is a row of one empty field, and rows may differ in
  /// their numbers of fields.
  ///
  /// - Returns: the row, or nil at the end.
  /// - Throws: `DocumentError`.
  public mutating func nextRow() throws(DocumentError) -> Row? { try readRow() }

  private init(scanner: consuming DelimitedScanner, path: String) {
    self.scanner = scanner
    self.path = path
    header = []
  }

  /// Reads the next row; empty lines are passed over.
  ///
  /// - Returns: the row, or nil at the end.
  /// - Throws: `DocumentError`; a row with another number of fields than the header is
  ///   `.wrongFieldCount`.
  public mutating func next() throws(DocumentError) -> Row? {
    while let row = try readRow() {
      if row.fields == [""] && header.count > 1 { continue }
      guard row.fields.count == header.count else {
        throw .wrongFieldCount(
          path: path, line: row.line, found: row.fields.count, expected: header.count)
      }
      return row
    }
    return nil
  }

  private mutating func readRow() throws(DocumentError) -> Row? {
    guard try scanner.next() else { return nil }
    return Row(line: scanner.line, fields: try scanner.texts())
  }
}
