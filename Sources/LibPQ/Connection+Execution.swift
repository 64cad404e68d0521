// Statements whose answer fits into memory.

import CLibPQ

extension Connection {
  /// Runs SQL that may hold several commands; they are one transaction unless they say otherwise.
  ///
  /// - Parameter statement: The SQL; rows that it returns are dropped.
  /// - Throws: Kind `server` with the position of the error, `cancelled`, `connection` or `misuse`.
  public mutating func run(_ statement: Statement) throws(PostgresError) {
    try prepareToSend(statement)
    _ = try result(of: answer(toSent: PQsendQuery(handle, statement.text)), of: statement)
  }

  /// Runs one command and keeps its answer.
  ///
  /// - Parameters:
  ///   - statement: The SQL, one command.
  ///   - parameters: The values of `$1`, `$2`, ...
  /// - Returns: All rows.
  /// - Throws: Kind `server`, `cancelled`, `connection` or `misuse`.
  public mutating func query(
    _ statement: Statement, _ parameters: [Parameter] = []
  ) throws(PostgresError) -> ResultSet {
    try prepareToSend(statement)
    let list = try ParameterList(parameters, for: statement)
    let isSent = list.withArrays { arrays in
      PQsendQueryParams(
        handle, statement.text, arrays.count, arrays.types, arrays.values, arrays.lengths,
        arrays.formats, 0)
    }
    return try result(of: answer(toSent: isSent), of: statement)
  }

  /// Runs one command that this connection runs many times: the server reads and plans it once.
  ///
  /// - Parameters:
  ///   - statement: The SQL, one command; another one of the same name is not told from it.
  ///   - parameters: The values of `$1`, `$2`, ..., of the same types every time.
  /// - Returns: All rows.
  /// - Throws: Kind `server`, `cancelled`, `connection` or `misuse`.
  public mutating func queryPrepared(
    _ statement: Statement, _ parameters: [Parameter] = []
  ) throws(PostgresError) -> ResultSet {
    try prepareToSend(statement)
    let list = try ParameterList(parameters, for: statement)
    if !prepared.contains(statement.name) {
      let isSent = list.withArrays { arrays in
        PQsendPrepare(handle, statement.name, statement.text, arrays.count, arrays.types)
      }
      _ = try result(of: answer(toSent: isSent), of: statement)
      prepared.insert(statement.name)
    }
    let isSent = list.withArrays { arrays in
      PQsendQueryPrepared(
        handle, statement.name, arrays.count, arrays.values, arrays.lengths, arrays.formats, 0)
    }
    return try result(of: answer(toSent: isSent), of: statement)
  }

  /// Runs one command and streams its rows, so that memory does not grow with their number.
  ///
  /// If `body` throws, the statement is cancelled and the error rethrown.
  ///
  /// - Parameters:
  ///   - statement: The SQL, one command.
  ///   - parameters: The values of `$1`, `$2`, ...
  ///   - body: Called for each row in turn.
  /// - Returns: How many rows there were.
  /// - Throws: `PostgresError`, or what `body` throws. Rows may have been handed out by then.
  @discardableResult
  public mutating func forEachRow(
    _ statement: Statement, _ parameters: [Parameter] = [],
    _ body: (borrowing Row) throws -> Void
  ) throws -> Int {
    try prepareToSend(statement)
    let list = try ParameterList(parameters, for: statement)
    let isSent = list.withArrays { arrays in
      PQsendQueryParams(
        handle, statement.text, arrays.count, arrays.types, arrays.values, arrays.lengths,
        arrays.formats, 0)
    }
    guard isSent == 1 else {
      throw PostgresError(result: nil, connection: handle, statement: statement)
    }
    PQsetSingleRowMode(handle)
    var count = 0
    while let answer = PQgetResult(handle) {
      if PQresultStatus(answer) == PGRES_SINGLE_TUPLE {
        count += 1
        defer { PQclear(answer) }
        do {
          try body(Row(cells: Cells(answer, statement: statement.name), index: 0, number: count))
        } catch {
          cancellation.cancel()
          discardAnswers()
          throw error
        }
      } else {
        _ = try result(of: answer, of: statement)
      }
    }
    return count
  }

  /// What must hold before anything is sent.
  func prepareToSend(_ statement: Statement) throws(PostgresError) {
    try statement.checkForNUL()
    try stopIfInterrupted(statement.name)
  }

  /// Waits for the answer: the last result, or the first that failed.
  ///
  /// PQexec would keep the last one always, and so lose the fields of a FATAL error to the news that
  /// the connection has closed. A result that starts a COPY is an answer too.
  func answer(toSent isSent: CInt) -> OpaquePointer? {
    guard isSent == 1 else { return nil }
    var answer: OpaquePointer?
    while let next = PQgetResult(handle) {
      if let earlier = answer, PQresultStatus(earlier) == PGRES_FATAL_ERROR {
        PQclear(next)
        continue
      }
      PQclear(answer)
      answer = next
      switch PQresultStatus(next) {
      case PGRES_COPY_IN, PGRES_COPY_OUT, PGRES_COPY_BOTH: return answer
      default: continue
      }
    }
    return answer
  }

  /// Takes over a result; a failed one becomes an error, and the connection is ready again.
  func result(
    of answer: OpaquePointer?, of statement: Statement
  ) throws(PostgresError) -> ResultSet {
    guard let answer else {
      throw PostgresError(result: nil, connection: handle, statement: statement)
    }
    switch PQresultStatus(answer) {
    case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_EMPTY_QUERY:
      return ResultSet(cells: Cells(answer, statement: statement.name))
    case PGRES_COPY_IN, PGRES_COPY_OUT, PGRES_COPY_BOTH:
      PQclear(answer)
      discardAnswers()
      throw PostgresError(
        .misuse, "the statement starts a COPY; use copyIn or copyOut", statement: statement.name)
    default:
      let error = PostgresError(result: answer, connection: handle, statement: statement)
      PQclear(answer)
      discardAnswers()
      throw error
    }
  }

  /// Reads off whatever the server still has to say about the last statement.
  func discardAnswers() {
    while let answer = PQgetResult(handle) {
      let status = PQresultStatus(answer)
      PQclear(answer)
      switch status {
      case PGRES_COPY_IN, PGRES_COPY_BOTH:
        guard PQputCopyEnd(handle, "the client gave up") == 1 else { return }
      case PGRES_COPY_OUT:
        discardCopyData()
      default:
        break
      }
    }
  }

  /// Reads a COPY out to its end.
  func discardCopyData() {
    var row: UnsafeMutablePointer<CChar>?
    while PQgetCopyData(handle, &row, 0) > 0 {
      PQfreemem(row)
    }
  }
}
