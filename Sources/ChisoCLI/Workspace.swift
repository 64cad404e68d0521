// Where this run finds its warehouse, its jobs and its kept files. A server that was given is only ever a
// client's server: never started, created or migrated unasked.

import ETL
import EmbeddedPostgres
import LibPQ
import Warehouse

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The warehouse of this run.
enum Workspace {
  /// A private server under a home folder.
  case embedded(EmbeddedCluster)
  /// A server that was given, as libpq names it.
  case server(conninfo: String)

  /// libpq's own variables that say that a server was given.
  static let serverVariables = [
    "PGHOST", "PGHOSTADDR", "PGSERVICE", "PGDATABASE", "PGPORT",
  ]

  /// The warehouse that the options and the environment name.
  static func find(database: String?) throws -> Workspace {
    if let database {
      // A bare word is a service of pg_service.conf; a URI or key=value goes to libpq as it is.
      let isService = !database.contains("=") && !database.contains("://")
      return .server(conninfo: isService ? "service=\(database)" : database)
    }
    if serverVariables.contains(where: { !(Environment[$0] ?? "").isEmpty }) {
      return .server(conninfo: "")
    }
    return .embedded(EmbeddedCluster(home: try home()))
  }

  /// The home folder: CHISO_HOME, else where the system keeps a user's or root's data.
  static func home() throws -> String {
    if let home = Environment["CHISO_HOME"], !home.isEmpty { return home }
    if geteuid() == 0 { return "/var/lib/chiso" }
    if let data = Environment["XDG_DATA_HOME"], data.hasPrefix("/") { return data + "/chiso" }
    guard let user = Environment["HOME"], !user.isEmpty else {
      throw Failure(.configuration, Complaint.noHome())
    }
    return user + "/.local/share/chiso"
  }

  /// How libpq reaches the database.
  var conninfo: String {
    switch self {
    case .embedded(let cluster): cluster.connectionString
    case .server(let conninfo): conninfo
    }
  }

  /// Where source files are kept.
  func keptFiles() throws -> KeptFiles {
    switch self {
    case .embedded(let cluster): KeptFiles(path: cluster.home + "/files")
    case .server:
      KeptFiles(path: try Environment["CHISO_FILES"] ?? Self.home() + "/files")
    }
  }

  /// The folder of jobs: `--etl`, else CHISO_ETL, else etl/ here, else beside the installed binary.
  ///
  /// The files that jobs declare lie in it, or where `--files`, else CHISO_SOURCES, says.
  static func jobFolder(_ option: String?, files: String? = nil) throws -> JobFolder {
    let files = files ?? Environment["CHISO_SOURCES"].flatMap { $0.isEmpty ? nil : $0 }
    if let named = option ?? Environment["CHISO_ETL"] {
      let folder = JobFolder(path: named, files: files)
      guard folder.exists else { throw Failure(.notFound, Complaint.folderMissing(named)) }
      return folder
    }
    let here = JobFolder(path: "etl", files: files)
    if here.exists { return here }
    let binary = executablePath
    let parent = binary.split(separator: "/").dropLast(2).joined(separator: "/")
    let installed = JobFolder(path: "/\(parent)/lib/chiso/etl", files: files)
    guard installed.exists else { throw Failure(.notFound, Complaint.folderMissing("etl")) }
    return installed
  }

  /// Path of the program that runs.
  static var executablePath: String {
    var buffer = [CChar](repeating: 0, count: 4096)
    let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
    guard count > 0 else { return CommandLine.arguments.first ?? "" }
    return String(decoding: buffer[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// Opens a session that Ctrl-C stops; an embedded warehouse is started, and made, where it is not.
  func session(for purpose: Session.Purpose) throws -> Session {
    var session = try connected(for: purpose)
    try session.connection.stopOnInterrupt()
    return session
  }

  private func connected(for purpose: Session.Purpose) throws -> Session {
    guard case .embedded(let cluster) = self else {
      return try Session(conninfo, for: purpose)
    }
    do {
      return try Session(conninfo, for: purpose)
    } catch let error as PostgresError where error.kind == .connection && error.statement == nil {
      guard !error.isForWantOfConnections else { throw error }
      try Blocking.run { try await cluster.start() }
    } catch let error as WarehouseError {
      guard Self.isOurs(error) else { throw error }
    }
    do {
      return try Session(conninfo, for: purpose)
    } catch let error as WarehouseError where Self.isOurs(error) {
      // The embedded database belongs to this program: it is kept at this program's schema.
      var migrator = try Migrator(conninfo)
      _ = try migrator.migrate()
      return try Session(conninfo, for: purpose)
    }
  }

  private static func isOurs(_ error: WarehouseError) -> Bool {
    switch error {
    case .schemaMissing, .schemaBehind: true
    default: false
    }
  }
}
