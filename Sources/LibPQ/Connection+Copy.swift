// COPY in both directions: how many rows get into and out of a table at once.

import CLibPQ

extension Connection {
  /// Runs a `copy ... from stdin` and feeds it.
  ///
  /// If `body` throws, the server drops all that it was sent, and the error is rethrown.
  ///
  /// - Parameters:
  ///   - statement: The COPY command; its options decide which `write` of the writer fits.
  ///   - body: Writes the rows.
  /// - Returns: How many rows the server took.
  /// - Throws: `PostgresError`, or what `body` throws.
  @discardableResult
  public mutating func copyIn(
    _ statement: Statement, _ body: (inout CopyWriter) throws -> Void
  ) throws -> Int {
    let isBinary = try startCopy(statement, expecting: PGRES_COPY_IN)
    var writer = CopyWriter(
      connection: handle, statement: statement, isBinaryFormat: isBinary,
      stopsOnInterrupt: stopsOnInterrupt)
    do {
      try body(&writer)
      try writer.finish()
    } catch {
      PQputCopyEnd(handle, "the client gave up")
      let refusal = copyFailure(statement)
      // A write fails because the server refused an earlier row: then its reason is the error.
      if writer.isRefused, let refusal { throw refusal }
      throw error
    }
    return try copyCount(statement)
  }

  /// Runs a `copy ... to stdout` and hands its data out piece by piece.
  ///
  /// If `body` throws, the statement is cancelled and the error rethrown.
  ///
  /// - Parameters:
  ///   - statement: The COPY command.
  ///   - body: Called for each piece; in the text and CSV formats a piece is one line with its
  ///     line break.
  /// - Returns: How many rows the server sent.
  /// - Throws: `PostgresError`, or what `body` throws.
  @discardableResult
  public mutating func copyOut(
    _ statement: Statement, _ body: (Span<UInt8>) throws -> Void
  ) throws -> Int {
    _ = try startCopy(statement, expecting: PGRES_COPY_OUT)
    var data: UnsafeMutablePointer<CChar>?
    var length = PQgetCopyData(handle, &data, 0)
    while length > 0, let start = data {
      defer { PQfreemem(start) }
      do {
        let bytes = UnsafeRawBufferPointer(start: start, count: Int(length))
        try bytes.withMemoryRebound(to: UInt8.self) { try body($0.span) }
      } catch {
        cancellation.cancel()
        discardCopyData()
        discardAnswers()
        throw error
      }
      length = PQgetCopyData(handle, &data, 0)
    }
    return try copyCount(statement)
  }

  mutating func startCopy(
    _ statement: Statement, expecting expected: ExecStatusType
  ) throws(PostgresError) -> Bool {
    try prepareToSend(statement)
    let answer = answer(toSent: PQsendQuery(handle, statement.text))
    guard let answer, PQresultStatus(answer) == expected else {
      _ = try result(of: answer, of: statement)
      throw PostgresError(
        .misuse, "the statement is no COPY in this direction", statement: statement.name)
    }
    defer { PQclear(answer) }
    return PQbinaryTuples(answer) == 1
  }

  /// The end of a COPY: how many rows, or why not.
  func copyCount(_ statement: Statement) throws(PostgresError) -> Int {
    let rows = try result(of: PQgetResult(handle), of: statement)
    discardAnswers()
    return rows.affectedRows
  }

  /// The end of a COPY that failed: the server's reason, if it has one.
  private func copyFailure(_ statement: Statement) -> PostgresError? {
    do {
      _ = try copyCount(statement)
      return nil
    } catch {
      return error
    }
  }
}
