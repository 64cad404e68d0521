// The private PostgreSQL of a home folder: where its parts are and how to reach it. Making, starting
// and stopping it are in EmbeddedCluster+*.swift. No TCP, no password: the socket's folder is private.

import FoundationEssentials
public import LibPQ

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A PostgreSQL cluster of our own under a home folder.
public struct EmbeddedCluster: Sendable {
  /// The home folder, absolute, links resolved where it exists already.
  public let home: String
  /// The database that is made; also the prefix of the socket folder's name.
  public let database: String
  let search: PostgresPrograms.SearchPath
  let settings: [String: String]

  /// Names a cluster; nothing is made or started yet.
  ///
  /// - Parameters:
  ///   - home: The home folder; need not exist.
  ///   - database: The database to make in it.
  ///   - settings: Lines for a new cluster's `postgresql.conf`, beside those of `serverSettings`.
  ///   - search: Where the server's programs are looked for.
  public init(
    home: String, database: String = "chiso", settings: [String: String] = [:],
    search: PostgresPrograms.SearchPath = .standard
  ) {
    self.home = EmbeddedCluster.resolve(home)
    self.database = database
    self.settings = settings
    self.search = search
  }

  /// The folder that PostgreSQL keeps its data in.
  public var dataFolder: String { home + "/pgdata" }

  /// What the server says.
  public var logFile: String { home + "/postgres.log" }

  /// The folder of the server's socket: where it runs, else where it would.
  public var socketFolder: String {
    PostmasterFile(dataFolder: dataFolder)?.socketFolder ?? newSocketFolder
  }

  /// How libpq reaches the database, whether or not the server runs.
  public var connectionString: String { connectionString(to: database) }

  /// As `connectionString`, for another database of the cluster.
  ///
  /// - Parameter database: The name of the database.
  /// - Returns: `key=value` pairs; PGHOSTADDR and PGPORT of the environment have no say.
  public func connectionString(to database: String) -> String {
    let quoted = [("host", socketFolder), ("dbname", database)].map { key, value in
      let escaped = value.flatMap { "'\\".contains($0) ? "\\\($0)" : String($0) }
      return "\(key)='\(String(escaped))'"
    }
    return quoted.joined(separator: " ") + " port=5432 hostaddr='' user=postgres"
  }

  /// Connects, and starts the server only if that fails.
  ///
  /// - Parameter onNotice: Called for what the server remarks.
  /// - Returns: A connection to `database`.
  /// - Throws: `EmbeddedPostgresError` if there is no server to be had, else `PostgresError`.
  public func connect(
    onNotice: (@Sendable (PostgresNotice) -> Void)? = nil
  ) async throws -> Connection {
    if let connection = try? Connection(connectionString, onNotice: onNotice) { return connection }
    try await start()
    return try Connection(connectionString, onNotice: onNotice)
  }

  /// A short folder for the socket, since the path of a socket ends at 107 bytes.
  ///
  /// XDG_RUNTIME_DIR is private by its definition; root's is closed to the user `postgres`.
  var newSocketFolder: String {
    let user = (try? ServerUser.current())?.userID ?? geteuid()
    let name = "\(database)-\(user)-\(EmbeddedCluster.hash(of: home))"
    let runtime = ProcessInfo.processInfo.environment["XDG_RUNTIME_DIR"] ?? ""
    guard geteuid() != 0, runtime.hasPrefix("/"), access(runtime, W_OK | X_OK) == 0,
      runtime.utf8.count + name.utf8.count < 80
    else { return "/tmp/" + name }
    return runtime + "/" + name
  }

  /// FNV-1a, 64 bits: enough to tell the homes of one user apart, the same in every process.
  private static func hash(of text: String) -> String {
    let value = text.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { hash, byte in
      (hash ^ UInt64(byte)) &* 0x100_0000_01b3
    }
    return String(value, radix: 36)
  }

  /// Resolves links in the part of the path that exists, so that a home has one name.
  private static func resolve(_ path: String) -> String {
    let current = FileManager.default.currentDirectoryPath
    var existing = path.hasPrefix("/") ? path : current + "/" + path
    var rest = ""
    while true {
      if let resolved = realpath(existing, nil) {
        defer { free(resolved) }
        let start = String(cString: resolved)
        return (start == "/" ? "" : start) + rest
      }
      while existing.count > 1, existing.hasSuffix("/") { existing.removeLast() }
      guard let slash = existing.lastIndex(of: "/"), existing != "/" else { return path }
      rest = existing[slash...] + rest
      existing = slash == existing.startIndex ? "/" : String(existing[..<slash])
    }
  }
}
