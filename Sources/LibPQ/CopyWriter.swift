// The rows of a COPY on their way to the server. Bytes are gathered, since each piece that libpq is
// given costs a message.

import CLibPQ

/// Takes the rows of a `copy ... from stdin`.
public struct CopyWriter: ~Copyable {
  private let connection: OpaquePointer
  private let statement: Statement
  private let stopsOnInterrupt: Bool
  private var buffer: [UInt8] = []
  /// Whether the server reads binary rows; a file of none still has its header and trailer.
  private let isBinaryFormat: Bool
  private var isBinary = false
  private var isEmpty = true
  /// Whether libpq took no more bytes, since the server has refused something.
  private(set) var isRefused = false

  private static let capacity = 64 * 1024

  init(
    connection: OpaquePointer, statement: Statement, isBinaryFormat: Bool, stopsOnInterrupt: Bool
  ) {
    self.connection = connection
    self.statement = statement
    self.isBinaryFormat = isBinaryFormat
    self.stopsOnInterrupt = stopsOnInterrupt
    buffer.reserveCapacity(CopyWriter.capacity + 4096)
  }

  /// Sends bytes as they are, in the format that the COPY command names.
  ///
  /// - Parameter bytes: Any part of the data; rows may be cut anywhere.
  /// - Throws: `PostgresError` if the server has refused what it got before.
  public mutating func write(_ bytes: some Sequence<UInt8>) throws(PostgresError) {
    buffer.append(contentsOf: bytes)
    try flushIfFull()
  }

  /// Sends one row in the text format, PostgreSQL's default.
  ///
  /// - Parameter fields: The text form of each column in turn, unescaped; nil is NULL.
  /// - Throws: Kind `misuse` if a field holds a NUL byte, or the server's earlier refusal.
  public mutating func writeTextRow(_ fields: [String?]) throws(PostgresError) {
    let start = buffer.count
    for (index, field) in fields.enumerated() {
      if index > 0 { buffer.append(UInt8(ascii: "\t")) }
      guard let field else {
        buffer.append(UInt8(ascii: "\\"))
        buffer.append(UInt8(ascii: "N"))
        continue
      }
      guard appendEscaped(field) else {
        buffer.removeSubrange(start...)
        throw PostgresError(
          .misuse, "column \(index + 1) of a row holds a NUL byte, which PostgreSQL cannot store",
          statement: statement.name)
      }
    }
    buffer.append(UInt8(ascii: "\n"))
    try flushIfFull()
  }

  /// Sends one row of a `copy ... with (format binary)`; header and trailer are added.
  ///
  /// - Parameter row: The row; it may be emptied with `removeAll()` and used again.
  /// - Throws: The server's earlier refusal.
  public mutating func write(_ row: BinaryRow) throws(PostgresError) {
    if !isBinary { beginBinary() }
    row.appendBytes(to: &buffer)
    try flushIfFull()
  }

  /// Sends one row of a `copy ... with (format binary)`; header and trailer are added.
  ///
  /// - Parameter row: The row; other numbers may be set in it, to send it again.
  /// - Throws: The server's earlier refusal.
  public mutating func write(_ row: NumberRow) throws(PostgresError) {
    if !isBinary { beginBinary() }
    row.bytes.withUnsafeBytes { buffer.append(contentsOf: $0) }
    try flushIfFull()
  }

  /// The text format's escapes; false if the text holds a NUL byte.
  private mutating func appendEscaped(_ field: String) -> Bool {
    for byte in field.utf8 {
      switch byte {
      case 0: return false
      case UInt8(ascii: "\\"): appendEscape(byte)
      case UInt8(ascii: "\n"): appendEscape(UInt8(ascii: "n"))
      case UInt8(ascii: "\r"): appendEscape(UInt8(ascii: "r"))
      case UInt8(ascii: "\t"): appendEscape(UInt8(ascii: "t"))
      default: buffer.append(byte)
      }
    }
    return true
  }

  private mutating func appendEscape(_ letter: UInt8) {
    buffer.append(UInt8(ascii: "\\"))
    buffer.append(letter)
  }

  private mutating func beginBinary() {
    isBinary = true
    buffer.append(contentsOf: BinaryRow.fileHeader)
  }

  private mutating func flushIfFull() throws(PostgresError) {
    if buffer.count >= CopyWriter.capacity { try flush() }
  }

  private mutating func flush() throws(PostgresError) {
    if stopsOnInterrupt, Interrupt.hasArrived {
      throw PostgresError.interrupted(statement.name)
    }
    if !buffer.isEmpty { isEmpty = false }
    var sent = 0
    while sent < buffer.count {
      // libpq counts in CInt; one write may be longer than that.
      let length = min(buffer.count - sent, 1 << 20)
      let isTaken = buffer.withUnsafeBytes { bytes in
        let start = bytes.baseAddress.map { $0 + sent }
        return PQputCopyData(
          connection, start?.assumingMemoryBound(to: CChar.self), CInt(length)) == 1
      }
      guard isTaken else {
        isRefused = true
        throw PostgresError(result: nil, connection: connection, statement: statement)
      }
      sent += length
    }
    buffer.removeAll(keepingCapacity: true)
  }

  /// Sends what is left and tells the server that this was all.
  mutating func finish() throws(PostgresError) {
    if isBinaryFormat && isEmpty && buffer.isEmpty { beginBinary() }
    if isBinary { buffer.append(contentsOf: BinaryRow.fileTrailer) }
    try flush()
    guard PQputCopyEnd(connection, nil) == 1 else {
      isRefused = true
      throw PostgresError(result: nil, connection: connection, statement: statement)
    }
  }
}
