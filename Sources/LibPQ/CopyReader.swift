// The rows of a COPY on their way from the server, taken one by one by a caller who has other things to
// do between them.

import CLibPQ

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A `copy ... to stdout (format binary)` that is taken row by row; it owns its connection.
///
/// A reader that is let go before its end closes the connection, and so stops the statement.
public struct CopyReader: ~Copyable {
  private var connection: Connection
  private let statement: Statement
  private var data: UnsafeMutablePointer<CChar>?
  private var isFirst = true

  /// Starts the statement.
  ///
  /// - Parameters:
  ///   - connection: the connection, which goes with the reader.
  ///   - statement: a COPY command in the binary format.
  /// - Throws: `PostgresError`.
  public init(_ connection: consuming Connection, _ statement: Statement) throws(PostgresError) {
    _ = try connection.startCopy(statement, expecting: PGRES_COPY_OUT)
    self.connection = connection
    self.statement = statement
  }

  deinit {
    PQfreemem(data)
  }

  /// Takes the next row.
  ///
  /// - Parameter body: takes the fields, each after its length, all with the highest byte first; the
  ///   count of fields comes before.
  /// - Returns: what the body returns; nil after the last row.
  /// - Throws: `PostgresError`.
  public mutating func next<T>(
    _ body: (UnsafeRawBufferPointer) -> T
  ) throws(PostgresError) -> T? {
    PQfreemem(data)
    data = nil
    var length = PQgetCopyData(connection.handle, &data, 1)
    while length == 0, awaitMore() { length = PQgetCopyData(connection.handle, &data, 1) }
    guard length > 0, let data else {
      _ = try connection.copyCount(statement)
      return nil
    }
    var bytes = UnsafeRawBufferPointer(start: data, count: Int(length))
    // The first piece begins with the header of the format.
    if isFirst { bytes = UnsafeRawBufferPointer(rebasing: bytes[BinaryRow.fileHeader.count...]) }
    isFirst = false
    let trailer = BinaryRow.fileTrailer
    if bytes.count == trailer.count, bytes.elementsEqual(trailer) { return try next(body) }
    return body(bytes)
  }

  /// How long a reader that is faster than the server lets rows gather.
  private static let pause: UInt32 = 200  // microseconds

  /// Waits until more of the data is here: not for each few rows, since to be woken costs more, on both
  /// sides, than to take them.
  ///
  /// - Returns: whether the connection still stands.
  private func awaitMore() -> Bool {
    var socket = pollfd(fd: PQsocket(connection.handle), events: Int16(POLLIN), revents: 0)
    if poll(&socket, 1, 0) == 0 {
      _ = poll(&socket, 1, -1)
      usleep(Self.pause)
    }
    return PQconsumeInput(connection.handle) == 1
  }
}
