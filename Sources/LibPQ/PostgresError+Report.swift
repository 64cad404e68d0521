// Errors as libpq reports them, made from a result or, where there is none, from the connection.

import CLibPQ

extension PostgresError {
  /// Reads all fields of a failed result, or the connection's own message if there is no result.
  init(result: OpaquePointer?, connection: OpaquePointer, statement: Statement) {
    func field(_ code: UnicodeScalar) -> String? {
      guard let result, let text = PQresultErrorField(result, CInt(code.value)) else { return nil }
      return String(cString: text)
    }
    guard let result, let message = field("M") else {
      let isBroken = PostgresError.isBroken(afterReading: connection)
      let text = result.map { String(cString: PQresultErrorMessage($0)) } ?? ""
      let said = text.isEmpty ? String(cString: PQerrorMessage(connection)) : text
      self.init(
        isBroken ? .connection : .server, PostgresError.oneLine(said), statement: statement.name)
      return
    }
    _ = result
    let isBroken = PQstatus(connection) == CONNECTION_BAD
    self.init(.server, message, statement: statement.name)
    sqlState = field("C")
    severity = field("V") ?? field("S")
    detail = field("D")
    hint = field("H")
    position = field("P").flatMap { Int($0) }
    internalPosition = field("p").flatMap { Int($0) }
    internalQuery = field("q")
    context = field("W")
    schema = field("s")
    table = field("t")
    column = field("c")
    dataType = field("d")
    constraint = field("n")
    file = field("F")
    line = field("L").flatMap { Int($0) }
    routine = field("R")
    statementLine = position.map { PostgresError.line(of: $0, in: statement.text) }
    if isBroken || PostgresError.endsConnection(severity: severity, sqlState: sqlState) {
      kind = .connection
    } else if sqlState == PostgresError.queryCanceled {
      kind = .cancelled
    }
  }

  /// Whether a connection is lost, for an error of libpq's own.
  ///
  /// A write that failed does not say so: the server may have warned and gone, and the end stands
  /// behind the warning. Nothing is waited for.
  private static func isBroken(afterReading connection: OpaquePointer) -> Bool {
    for _ in 0..<3 where PQstatus(connection) == CONNECTION_OK { PQconsumeInput(connection) }
    return PQstatus(connection) == CONNECTION_BAD
  }

  /// SQLSTATE `query_canceled`.
  static let queryCanceled = "57014"

  /// The stop that a caller sees when an interrupt arrived between two statements.
  static func interrupted(_ statement: String) -> PostgresError {
    var error = PostgresError(.cancelled, "stopped by an interrupt", statement: statement)
    error.sqlState = queryCanceled
    return error
  }

  /// Class 08 and FATAL end the session, whether or not libpq has seen the socket close yet.
  private static func endsConnection(severity: String?, sqlState: String?) -> Bool {
    severity == "FATAL" || severity == "PANIC" || sqlState?.hasPrefix("08") == true
  }

  /// libpq ends its messages with a line break and may spread them over several lines.
  static func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline)
      .map { $0.drop { $0 == " " || $0 == "\t" } }
      .joined(separator: "; ")
  }

  /// The server counts characters as code points, not as Swift does.
  private static func line(of position: Int, in text: String) -> Int {
    1 + text.unicodeScalars.prefix(max(0, position - 1)).count { $0 == "\n" }
  }
}
