// Comma separated values as RFC 4180 has them, streamed: quotes, line breaks inside quotes, a byte order
// mark, LF or CRLF. Anything else is an error with its line, never a guess.

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

  private var stream: ByteStream
  private let path: String
  private let separator: UInt8
  private var piece: ArraySlice<UInt8> = []
  private var position = 0
  private var line = 1
  private var isAtEnd = false
  /// No row of a figure table comes near to this; a longer one is a missing quote.
  private static let longestRow = 1 << 20

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
      stream: try ByteStream(path: path), path: path,
      separator: separator.asciiValue ?? UInt8(ascii: ","))
    var first = try reader.readRow()?.fields ?? [""]
    if let name = first.first, name.unicodeScalars.first == "\u{FEFF}" {
      first[0] = String(String.UnicodeScalarView(name.unicodeScalars.dropFirst()))
    }
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
    CSVReader(
      stream: try ByteStream(path: path), path: path,
      separator: separator.asciiValue ?? UInt8(ascii: ","))
  }

  /// Reads the next row as it is: an empty line is a row of one empty field, and rows may differ in
  /// their numbers of fields.
  ///
  /// - Returns: the row, or nil at the end.
  /// - Throws: `DocumentError`.
  public mutating func nextRow() throws(DocumentError) -> Row? {
    let isFirst = line == 1 && piece.isEmpty
    guard let row = try readRow() else { return nil }
    guard isFirst, let name = row.fields.first, name.unicodeScalars.first == "\u{FEFF}" else {
      return row
    }
    let plain = String(String.UnicodeScalarView(name.unicodeScalars.dropFirst()))
    return Row(line: row.line, fields: [plain] + row.fields.dropFirst())
  }

  private init(stream: consuming ByteStream, path: String, separator: UInt8) {
    self.stream = stream
    self.path = path
    self.separator = separator
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

  private mutating func nextByte() throws(DocumentError) -> UInt8? {
    if position == piece.endIndex {
      guard !isAtEnd else { return nil }
      piece = try stream.next()
      position = piece.startIndex
      if piece.isEmpty {
        isAtEnd = true
        return nil
      }
    }
    defer { position += 1 }
    return piece[position]
  }

  private mutating func readRow() throws(DocumentError) -> Row? {
    var fields: [String] = []
    var field: [UInt8] = []
    var length = 0
    let firstLine = line
    var isQuoted = false  // inside quotes
    var wasQuoted = false  // after the closing quote
    var sawAnything = false
    while let byte = try nextByte() {
      sawAnything = true
      length += 1
      guard length <= Self.longestRow else { throw .rowTooLong(path: path, line: firstLine) }
      if isQuoted {
        if byte == UInt8(ascii: "\"") {
          isQuoted = false
          wasQuoted = true
        } else {
          if byte == UInt8(ascii: "\n") { line += 1 }
          field.append(byte)
        }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""):
        if wasQuoted {  // a doubled quote stands for one
          field.append(byte)
          isQuoted = true
          wasQuoted = false
        } else if field.isEmpty || field == [0xEF, 0xBB, 0xBF] {
          field = []
          isQuoted = true
        } else {
          throw .strayQuote(path: path, line: line)
        }
      case separator:
        fields.append(try text(field))
        field.removeAll(keepingCapacity: true)
        wasQuoted = false
      case UInt8(ascii: "\n"):
        if field.last == UInt8(ascii: "\r") { field.removeLast() }
        fields.append(try text(field))
        line += 1
        return Row(line: firstLine, fields: fields)
      default:
        guard !wasQuoted || byte == UInt8(ascii: "\r") else {
          throw .strayQuote(path: path, line: line)
        }
        field.append(byte)
      }
    }
    guard !isQuoted else { throw .openQuote(path: path, line: firstLine) }
    guard sawAnything else { return nil }
    if field.last == UInt8(ascii: "\r") { field.removeLast() }
    fields.append(try text(field))
    return Row(line: firstLine, fields: fields)
  }

  private func text(_ bytes: [UInt8]) throws(DocumentError) -> String {
    guard let text = String(validating: bytes, as: UTF8.self), !text.utf8.contains(0) else {
      throw .notUTF8(path: path, line: line)
    }
    return text
  }
}
