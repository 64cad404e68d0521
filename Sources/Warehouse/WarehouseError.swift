// What can go wrong between a program and its warehouse, as cases a person can act on. Everything that
// the server says on its own stays a PostgresError.

/// An error about the warehouse that its user can act on.
public enum WarehouseError: Error, Sendable, Hashable {
  /// The database has no warehouse yet.
  case schemaMissing
  /// The database was migrated by an older program; payload: its last migration and the program's.
  case schemaBehind(database: String, program: String)
  /// The database was migrated by a newer program; payload: its last migration and the program's.
  case schemaAhead(database: String, program: String)
  /// A migration that was applied is not the one that this program carries.
  case migrationChanged(name: String)
  /// The roles are missing and this user may not make them.
  case rolesNotPermitted(detail: String)
  /// Another load of the same job runs.
  case busy(job: String)
  /// A place was asked for that no catalog name means.
  case unknownPlace(String, nearest: [String])
  /// A name means several places that no date can part.
  case ambiguousPlace(String, candidates: [String])
  /// An indicator was asked for that the catalog does not have.
  case unknownIndicator(String, nearest: [String])
  /// A plan was asked for that the warehouse does not have.
  case unknownPlan(String, nearest: [String])
  /// A number that plans of several places bear.
  case ambiguousPlan(String, candidates: [String])
}
