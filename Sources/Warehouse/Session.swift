// A connection that may do one kind of thing: ask, load or migrate. It acts as the role for that and
// knows that the schema is the one this program was built for.

public import LibPQ
import WarehouseSQL

/// A connection to a warehouse, limited to one purpose.
public struct Session: ~Copyable {
  /// What a session is for.
  public enum Purpose: Sendable, Hashable {
    /// Reads `mart` and `catalog` as `chiso_reader`; statements are bounded in time.
    case asking
    /// Writes facts as `chiso_loader`.
    case loading
  }

  /// The connection, acting as the role of the purpose.
  public var connection: Connection
  /// Whether the session acts as its role; false where the roles are missing (`--no-roles`).
  public let hasRole: Bool

  /// Connects and becomes what the purpose allows.
  ///
  /// - Parameters:
  ///   - conninfo: a connection string or URI, as libpq reads it.
  ///   - purpose: what the session is for.
  /// - Throws: `PostgresError` when the server cannot be reached or refuses; `WarehouseError` when the
  ///   schema is missing, behind or ahead.
  public init(_ conninfo: String, for purpose: Purpose) throws {
    var connection = try Connection(conninfo)
    var role: String?
    do {
      let state = try connection.query(
        Statement(.beginSession),
        [
          .text(purpose == .asking ? "chiso_reader" : "chiso_loader"),
          .bool(purpose == .asking),
          .text(purpose == .asking ? "60s" : "0"),
        ])
      let name = try state.value(0, "name", as: String?.self) ?? ""
      let count = try state.value(0, "migrations", as: Int.self)
      role = state.text(0, state.columnCount - 1)
      let own = SQLCatalog.schemaVersion
      if count > own.migrations || (count == own.migrations && name > own.name) {
        throw WarehouseError.schemaAhead(database: name, program: own.name)
      }
      let views = try state.value(0, "views", as: String?.self)
      guard count == own.migrations, name == own.name, views == SQLCatalog.viewsDigest else {
        throw WarehouseError.schemaBehind(database: name, program: own.name)
      }
    } catch let error as PostgresError where Self.meansNoSchema(error) {
      throw WarehouseError.schemaMissing
    }
    self.connection = connection
    self.hasRole = role != nil
  }

  /// Gives the connection to somebody else, with the role of the session.
  consuming func intoConnection() -> Connection { connection }

  /// Undefined schema, table or column: nobody migrated this database, or something half as old.
  static func meansNoSchema(_ error: PostgresError) -> Bool {
    ["3F000", "42P01", "42703"].contains(error.sqlState)
  }
}

extension Session {
  /// Runs a body in one transaction on this session.
  ///
  /// - Parameter body: what is done or undone as a whole.
  /// - Returns: what the body returns.
  /// - Throws: what the body throws, after the rollback.
  public mutating func transaction<T>(_ body: (inout Session) throws -> T) throws -> T {
    try transaction("begin", body)
  }

  /// Runs a body that only reads and sees the database as it is when it begins, whatever is loaded
  /// meanwhile.
  ///
  /// - Parameter body: what is asked.
  /// - Returns: what the body returns.
  /// - Throws: what the body throws.
  public mutating func snapshot<T>(_ body: (inout Session) throws -> T) throws -> T {
    try transaction("begin isolation level repeatable read, read only", body)
  }

  private mutating func transaction<T>(
    _ begin: String, _ body: (inout Session) throws -> T
  ) throws -> T {
    try connection.run(Statement(name: "begin", text: begin))
    do {
      let value = try body(&self)
      try connection.run(Statement(name: "commit", text: "commit"))
      return value
    } catch {
      if connection.isUsable {
        try? connection.run(Statement(name: "rollback", text: "rollback"))
      }
      throw error
    }
  }
}

extension Statement {
  /// A statement of an embedded SQL file, under the file's name.
  init(_ file: SQLFile) {
    self.init(name: file.name + ".sql", text: file.text)
  }
}
