// One PostgreSQL cluster per test process, gone when the process ends. Only tests import this.

public import EmbeddedPostgres
import FoundationEssentials
import LibPQ
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Databases for tests, on a server that nobody else uses.
public enum ThrowawayCluster {
  private static let prefix = "/tmp/throwaway-cluster-"
  private static let databases = Atomic<Int>(0)
  private static let starting = Task { try await launch() }

  /// The cluster of this process, started when first asked for.
  public static var shared: EmbeddedCluster {
    get async throws { try await starting.value }
  }

  /// Makes a database that no other test has.
  ///
  /// - Parameter template: the database to copy, which no session may use meanwhile; nil for an
  ///   empty one.
  /// - Returns: How libpq reaches it.
  /// - Throws: `EmbeddedPostgresError` where no PostgreSQL is installed: such a machine fails.
  public static func freshDatabase(copyOf template: String? = nil) async throws -> String {
    let cluster = try await shared
    let name = "test_\(databases.add(1, ordering: .relaxed).newValue)"
    let source = try template.map(Self.name) ?? "template0"
    // The server needs a moment to see that the last client of a template has left.
    var attempts = 0
    while try clients(of: source, in: cluster) > 0 && attempts < 250 {
      attempts += 1
      try await Task.sleep(for: .milliseconds(20))
    }
    var connection = try Connection(cluster.connectionString)
    try connection.run(
      Statement(name: "fresh database", text: "create database \(name) template \(source)"))
    return cluster.connectionString(to: name)
  }

  private static func clients(of database: String, in cluster: EmbeddedCluster) throws -> Int {
    var connection = try Connection(cluster.connectionString)
    let row = try connection.query(
      Statement(
        name: "clients", text: "select count(*) from pg_stat_activity where datname = $1"),
      [.text(database)])
    return try row.value(0, 0)
  }

  private static func name(of database: String) throws -> String {
    var connection = try Connection(database)
    let row = try connection.query(Statement(name: "name", text: "select current_database()"))
    return try row.value(0, 0)
  }

  private static func launch() async throws -> EmbeddedCluster {
    removeLeftovers()
    let home = prefix + String(getpid())
    let cluster = EmbeddedCluster(
      home: home, database: "tests",
      settings: [
        "fsync": "off", "synchronous_commit": "off", "full_page_writes": "off",
        "max_connections": "100",
      ])
    try await cluster.start()
    atexit { ThrowawayCluster.remove(ThrowawayCluster.prefix + String(getpid())) }
    return cluster
  }

  /// Removes what test processes left that were killed before they could.
  private static func removeLeftovers() {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "/tmp")) ?? []
    for path in names.map({ "/tmp/" + $0 }) where path.hasPrefix(prefix) {
      guard let owner = pid_t(path.dropFirst(prefix.count)), owner != getpid(),
        kill(owner, 0) != 0, errno == ESRCH, access(path, W_OK) == 0
      else { continue }
      remove(path)
    }
  }

  /// Stops a server at once, its data being worth nothing, and removes its files.
  private static func remove(_ home: String) {
    let cluster = EmbeddedCluster(home: home, database: "tests")
    let status = cluster.status
    if let processID = status.processID {
      kill(pid_t(processID), SIGQUIT)
      // Not whether the process is there: one that nobody waits for stays as a zombie.
      for _ in 0..<500 where cluster.isRunning { usleep(10_000) }
    }
    try? FileManager.default.removeItem(atPath: home)
    rmdir(status.socketFolder)
  }
}
