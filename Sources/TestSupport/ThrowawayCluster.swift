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

  /// Makes an empty database that no other test has.
  ///
  /// - Returns: How libpq reaches it.
  /// - Throws: `EmbeddedPostgresError` where no PostgreSQL is installed: such a machine fails.
  public static func freshDatabase() async throws -> String {
    let cluster = try await shared
    let name = "test_\(databases.add(1, ordering: .relaxed).newValue)"
    var connection = try Connection(cluster.connectionString)
    try connection.run(
      Statement(name: "fresh database", text: "create database \(name) template template0"))
    return cluster.connectionString(to: name)
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
    let status = EmbeddedCluster(home: home, database: "tests").status
    if let processID = status.processID {
      kill(pid_t(processID), SIGQUIT)
      for _ in 0..<500 where kill(pid_t(processID), 0) == 0 { usleep(10_000) }
    }
    try? FileManager.default.removeItem(atPath: home)
    rmdir(status.socketFolder)
  }
}
