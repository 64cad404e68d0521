// Databases with a warehouse in them: empty, with a small catalog made by hand, with the catalog of the
// project, with everything that the project carries.

import ETL
import Foundation
import LibPQ
import Synchronization
import TestSupport
import Warehouse

enum TestWarehouse {
  private static let migratedTemplate = Task { try await makeMigrated() }
  private static let handMadeTemplate = Task { try await makeHandMade() }
  private static let catalogTemplate = Task { try await makeLoaded(jobs: []) }
  private static let carriedDatabase = Task { try await makeLoaded(jobs: nil) }

  /// A migrated database of one's own.
  static func migrated() async throws -> String {
    try await ThrowawayCluster.freshDatabase(copyOf: migratedTemplate.value)
  }

  /// A database of one's own with the catalog of `HandMadeCatalog`.
  static func handMade() async throws -> String {
    try await ThrowawayCluster.freshDatabase(copyOf: handMadeTemplate.value)
  }

  /// A database of one's own with the catalog of the project and no facts.
  static func withCatalog() async throws -> String {
    try await ThrowawayCluster.freshDatabase(copyOf: catalogTemplate.value)
  }

  /// The one database with everything that the project carries; nobody writes to it.
  static func carried() async throws -> String {
    try await carriedDatabase.value
  }

  /// etl/ of the project.
  static var folder: JobFolder {
    JobFolder(
      path: URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("etl").path)
  }

  // MARK: - Making

  private static func makeMigrated() async throws -> String {
    let database = try await ThrowawayCluster.freshDatabase()
    var migrator = try Migrator(database)
    _ = try migrator.migrate()
    return database
  }

  private static func makeHandMade() async throws -> String {
    let database = try await migrated()
    var session = try Session(database, for: .loading)
    let orphans = try session.transaction { try $0.mergeCatalog(HandMadeCatalog.tables) }
    guard orphans == 0 else { throw LoadFailed(reasons: ["orphans: \(orphans)"]) }
    return database
  }

  private static func makeLoaded(jobs: [String]?) async throws -> String {
    let database = try await migrated()
    let kept = NSTemporaryDirectory() + "kept-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: kept) }
    var options = LoadOptions()
    options.jobs = jobs
    let reasons = Mutex<[String]>([])
    var loader = try Loader(
      database, folder: folder, kept: KeptFiles(path: kept), options: options
    ) { event in
      if case .refused(let file, let diagnostics, _) = event {
        reasons.withLock { $0 += diagnostics.prefix(5).map { "\(file): \($0)" } }
      }
    }
    let summary = try loader.run()
    guard !summary.wasRefused else { throw LoadFailed(reasons: reasons.withLock { $0 }) }
    return database
  }

  /// What a load that had to work refused.
  struct LoadFailed: Error {
    let reasons: [String]
  }
}

/// Names SQL after the test file that it would come from.
func sql(_ text: String) -> Statement {
  Statement(name: "test.sql", text: text)
}

extension Connection {
  /// The first column of all rows, as text; null is "∅".
  mutating func column(_ text: String, _ parameters: [Parameter] = []) throws -> [String] {
    try query(sql(text), parameters).map { row in row.text(0) ?? "∅" }
  }

  /// All rows, columns joined by a bar; null is "∅".
  mutating func rows(_ text: String, _ parameters: [Parameter] = []) throws -> [String] {
    try query(sql(text), parameters).map { row in
      (0..<row.columnCount).map { row.text($0) ?? "∅" }.joined(separator: "|")
    }
  }
}

/// Runs `body` and returns the server's code of the error that it is expected to throw.
func sqlState(_ body: () throws -> Void) -> String? {
  do {
    try body()
    return nil
  } catch {
    return (error as? PostgresError)?.sqlState
  }
}

/// Runs `body` and returns the warehouse's error that it is expected to throw.
func warehouseError(_ body: () throws -> Void) -> WarehouseError? {
  do {
    try body()
    return nil
  } catch {
    return error as? WarehouseError
  }
}
