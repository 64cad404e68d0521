// The one error of this module: every field that the server reports, and the name of the SQL that
// ran. It never holds a connection string or a parameter.

/// What went wrong between this program and PostgreSQL.
public struct PostgresError: Error, Sendable, Hashable {
  /// Who is at fault, and so what a caller can do about it.
  public enum Kind: Sendable, Hashable {
    /// The server cannot be reached, or the connection broke. The connection is of no more use.
    case connection
    /// The server refused the statement.
    case server
    /// A value of the answer is not what the caller asked for.
    case decoding
    /// This program asked for something that cannot be sent; nothing was.
    case misuse
    /// The statement was stopped, by `Cancellation`, an interrupt or a timeout of the server.
    case cancelled
  }

  /// Who is at fault.
  public var kind: Kind
  /// The five characters of SQLSTATE, for example `23505`; nil when the server was not reached.
  public var sqlState: String?
  /// `ERROR`, `FATAL` or `PANIC`, never translated; nil when the error was found on this side.
  public var severity: String?
  /// What happened, one line.
  public var message: String
  /// The server's detail; may quote values of the refused row.
  public var detail: String?
  /// What the server advises.
  public var hint: String?
  /// Where in the statement the error is: characters, the first is 1.
  public var position: Int?
  /// As `position`, in `internalQuery`.
  public var internalPosition: Int?
  /// SQL that the server ran on its own, inside a function for example.
  public var internalQuery: String?
  /// The call stack inside the server, innermost first.
  public var context: String?
  /// The schema of the object concerned.
  public var schema: String?
  /// The table concerned.
  public var table: String?
  /// The column of that table.
  public var column: String?
  /// The data type concerned.
  public var dataType: String?
  /// The constraint that was violated.
  public var constraint: String?
  /// The file of the server's source code that reported the error.
  public var file: String?
  /// The line in that file.
  public var line: Int?
  /// The function in that file.
  public var routine: String?
  /// The name of the statement that ran, as given to `Statement`.
  public var statement: String?
  /// The line of the statement that `position` lies in, the first is 1.
  public var statementLine: Int?

  /// Describes an error found on this side of the wire.
  ///
  /// - Parameters:
  ///   - kind: Who is at fault.
  ///   - message: What happened; lower case start, no full stop.
  ///   - statement: The name of the statement, if one was at hand.
  public init(_ kind: Kind, _ message: String, statement: String? = nil) {
    self.kind = kind
    self.message = message
    self.statement = statement
  }
}

extension PostgresError {
  /// Whether the server has no connection left: it passes by itself.
  ///
  /// libpq keeps no SQLSTATE of a refused login, only the server's words, which a server of another
  /// language says otherwise.
  public var isForWantOfConnections: Bool {
    guard kind == .connection, statement == nil else { return false }
    return ["too many clients", "remaining connection slots", "too many connections"]
      .contains(where: message.contains)
  }
}

extension PostgresError: CustomStringConvertible, CustomDebugStringConvertible {
  /// Statement, line, message, SQLSTATE and hint, fit to print.
  ///
  /// Leaves out `detail`, `context` and `internalQuery`, since they may quote rows and parameters.
  public var description: String {
    var text = ""
    if let statement {
      text += statement
      if let statementLine { text += ":\(statementLine)" }
      text += ": "
    }
    text += message
    if let sqlState { text += " (SQLSTATE \(sqlState))" }
    if let hint { text += "\nhint: \(hint)" }
    return text
  }

  /// All that is known, one field a line; may quote rows and parameters.
  public var debugDescription: String {
    let fields: [(String, String?)] = [
      ("severity", severity), ("detail", detail), ("position", position.map(String.init)),
      ("internal position", internalPosition.map(String.init)),
      ("internal query", internalQuery), ("context", context), ("schema", schema),
      ("table", table), ("column", column), ("data type", dataType),
      ("constraint", constraint), ("file", file), ("line", line.map(String.init)),
      ("routine", routine),
    ]
    let known = fields.compactMap { name, value in value.map { "\n\(name): \($0)" } }
    return "\(kind): " + description + known.joined()
  }
}
