// Brings a database to the schema of this program: roles, migrations that are missing, views rebuilt,
// rights granted. Forward only; one transaction for each migration; one migrator at a time.

import LibPQ
import WarehouseSQL

/// Applies the embedded migrations to a database.
public struct Migrator: ~Copyable {
  /// What a migration did or would do.
  public struct Outcome: Sendable, Hashable {
    /// Names of the migrations that were applied, or would be, in order.
    public var applied: [String] = []
    /// How many were in place already.
    public var inPlace = 0
    /// Whether roles were left out, so that rights are not granted.
    public var withoutRoles = false
  }

  private var connection: Connection
  private let clock = ContinuousClock()

  /// Connects to the database that is to be migrated.
  ///
  /// - Parameter conninfo: a connection string or URI, as libpq reads it.
  /// - Throws: `PostgresError` when the server cannot be reached.
  public init(_ conninfo: String) throws {
    connection = try Connection(conninfo)
  }

  /// Tells which migrations are missing and changes nothing.
  ///
  /// - Returns: the missing ones as `applied`.
  /// - Throws: `WarehouseError.schemaAhead`, `.migrationChanged`, or `PostgresError`.
  public mutating func dryRun() throws -> Outcome {
    let known = try registered()
    var outcome = Outcome()
    outcome.inPlace = known.count
    outcome.applied = try missing(known: known).map(\.change.name)
    return outcome
  }

  /// Migrates the database.
  ///
  /// - Parameter withRoles: whether to make the roles and grant their rights; false where the user may
  ///   not create roles.
  /// - Returns: what was applied.
  /// - Throws: `WarehouseError` or `PostgresError`; what was applied before the error stays.
  public mutating func migrate(withRoles: Bool = true) throws -> Outcome {
    // One migrator at a time; the lock goes with the session.
    try connection.run(
      Statement(name: "migrate", text: "select pg_advisory_lock(1667785586, 0)"))
    var outcome = Outcome()
    outcome.withoutRoles = !withRoles
    if withRoles {
      try createRoles()
    }
    let state = try connection.query(Statement(.migrationState))
    let actsAsOwner = try withRoles && state.value(0, "has_owner", as: Bool.self)
    if actsAsOwner {
      try connection.run(Statement(name: "migrate", text: "set role chiso_owner"))
    }
    let known = try registered()
    outcome.inPlace = known.count
    for migration in try missing(known: known) {
      try apply(migration)
      outcome.applied.append(migration.change.name)
    }
    // Rights that were granted once are kept, whoever rebuilds the views.
    let hasRights = try state.value(0, "has_rights", as: Bool?.self) ?? false
    try rebuildViews(grantingRights: withRoles || hasRights)
    return outcome
  }

  private mutating func createRoles() throws {
    do {
      try connection.run(Statement(SQLCatalog.createRoles))
    } catch let error where error.sqlState == "42501" {
      throw WarehouseError.rolesNotPermitted(detail: error.message)
    }
  }

  /// Migrations of the database, by name, with their checksums.
  private mutating func registered() throws -> [(name: String, sha256: String)] {
    let state = try connection.query(Statement(.migrationState))
    guard try state.value(0, "has_registry", as: Bool.self) else { return [] }
    let rows = try connection.query(Statement(.listMigrations))
    return try rows.map { row in
      try (row.value("name", as: String.self), row.value("sha256", as: String.self))
    }
  }

  private mutating func missing(
    known: [(name: String, sha256: String)]
  ) throws -> [Migration] {
    let own = SQLCatalog.migrations
    for (index, entry) in known.enumerated() {
      guard index < own.count, own[index].change.name <= entry.name else {
        throw WarehouseError.schemaAhead(
          database: known.last?.name ?? "", program: own.last?.change.name ?? "")
      }
      let digest = try connection.query(Statement(.textDigest), [.text(own[index].change.text)])
      guard own[index].change.name == entry.name,
        try digest.value(0, 0, as: String.self) == entry.sha256
      else {
        throw WarehouseError.migrationChanged(name: entry.name)
      }
    }
    return Array(own.dropFirst(known.count))
  }

  private mutating func apply(_ migration: Migration) throws {
    let start = clock.now
    let clock = clock
    try connection.transaction { connection throws in
      try connection.run(Statement(migration.change))
      try connection.run(Statement(migration.verification))
      _ = try connection.query(
        Statement(.recordMigration),
        [
          .text(migration.change.name), .text(migration.change.text),
          .double((clock.now - start) / .seconds(1)), .text(ToolVersion.current),
        ])
    }
  }

  private mutating func rebuildViews(grantingRights: Bool) throws {
    try connection.transaction { connection throws in
      let state = try connection.query(Statement(.viewsState))
      let digest = try state.value(0, "digest", as: String?.self)
      let objects = try state.value(0, "objects", as: Int.self)
      // Views that stand as they should are left alone, and so is what others built on them.
      if digest != SQLCatalog.viewsDigest || objects < SQLCatalog.views.count {
        try connection.run(Statement(.dropMart))
        for view in SQLCatalog.views {
          try connection.run(Statement(view))
        }
        _ = try connection.query(Statement(.recordViews), [.text(SQLCatalog.viewsDigest)])
      }
      if grantingRights {
        try connection.run(Statement(SQLCatalog.grantRoles))
      }
    }
  }
}

extension Migrator {
  /// Name of the last migration that this program carries.
  public static var current: String { SQLCatalog.schemaVersion.name }
}
