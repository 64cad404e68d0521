import EmbeddedPostgres
import FoundationEssentials
import LibPQ
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Gives `body` a home folder that does not exist yet, and stops what it left running there.
func withHome(
  _ name: String = "home", search: PostgresPrograms.SearchPath = .standard,
  _ body: (EmbeddedCluster) async throws -> Void
) async throws {
  let folder = "/tmp/embedded-test-\(getpid())-\(UInt32.random(in: 0 ... .max))"
  try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
  let cluster = EmbeddedCluster(
    home: "\(folder)/\(name)", settings: ["fsync": "off"], search: search)
  let outcome: Result<Void, any Error>
  do {
    outcome = .success(try await body(cluster))
  } catch {
    outcome = .failure(error)
  }
  try await cluster.stop()
  try? FileManager.default.removeItem(atPath: folder)
  try outcome.get()
}

@Suite struct EmbeddedClusterTests {
  private func answer(_ cluster: EmbeddedCluster, _ text: String) throws -> String? {
    var connection = try Connection(cluster.connectionString)
    return try connection.query(Statement(name: "test.sql", text: text)).text(0, 0)
  }

  private func processID(_ cluster: EmbeddedCluster) throws -> pid_t {
    pid_t(try #require(cluster.status.processID))
  }

  @Test func newHomeStartsWithOurDatabase() async throws {
    try await withHome { cluster in
      #expect(!cluster.status.isRunning)
      #expect(cluster.status.version == nil)
      try await cluster.start()
      #expect(try answer(cluster, "select current_database()") == "chiso")
      #expect(try answer(cluster, "show server_encoding") == "UTF8")
      #expect(
        try answer(cluster, "select datcollate from pg_database where datname = 'chiso'")
          == "C.UTF-8")
      #expect(try answer(cluster, "show listen_addresses") == "")
      #expect(try answer(cluster, "show timezone") == "UTC")
      let status = cluster.status
      #expect(status.isRunning)
      #expect((status.version ?? 0) >= PostgresPrograms.oldestMajor)
      #expect(status.bytesOnDisk > 10 << 20)
      #expect(status.socketFolder.utf8.count < 90)
      #expect(!FileManager.default.fileExists(atPath: cluster.dataFolder + ".new"))
      for folder in [cluster.home, status.socketFolder, cluster.dataFolder] {
        var information = stat()
        #expect(stat(folder, &information) == 0)
        #expect(information.st_mode & 0o077 == 0, "\(folder) is open to others")
      }
    }
  }

  @Test func secondStartLeavesTheServerAlone() async throws {
    try await withHome { cluster in
      try await cluster.start()
      let first = try processID(cluster)
      try await cluster.start()
      #expect(try processID(cluster) == first)
      #expect(try await cluster.stop())
      #expect(!cluster.status.isRunning)
      #expect(try await !cluster.stop())
      try await cluster.start()
      #expect(try answer(cluster, "select 1") == "1")
    }
  }

  @Test func startsAtTheSameTimeEndWithOneServer() async throws {
    try await withHome { cluster in
      try await withThrowingTaskGroup { group in
        for _ in 0..<4 {
          group.addTask { try await EmbeddedCluster(home: cluster.home).start() }
        }
        try await group.waitForAll()
      }
      #expect(try answer(cluster, "select 1") == "1")
      let log = try String(contentsOfFile: cluster.logFile, encoding: .utf8)
      #expect(log.components(separatedBy: "ready to accept connections").count == 2)
    }
  }

  /// The server may still be making the database that a killed program asked for.
  @Test func databaseThatAnotherMakesMeanwhileIsNoError() async throws {
    try await withHome { cluster in
      try await cluster.start()
      let server = cluster.connectionString(to: "postgres")
      let name = try #require(try answer(cluster, "select quote_ident(current_database())"))
      for _ in 0..<8 {
        var connection = try Connection(server)
        try connection.run(Statement(name: "drop.sql", text: "drop database \(name) with (force)"))
        let other = Task.detached {
          var connection = try Connection(server)
          try connection.run(
            Statement(name: "create.sql", text: "create database \(name) template template0"))
        }
        try await cluster.start()
        #expect(try answer(cluster, "select 1") == "1")
        _ = await other.result
      }
    }
  }

  @Test func connectStartsTheServerWhenThereIsNone() async throws {
    try await withHome { cluster in
      var connection = try await cluster.connect()
      let one = try connection.query(Statement(name: "one", text: "select 1"))
      #expect(one.text(0, 0) == "1")
    }
  }

  @Test func killedServerStartsAgainWithItsData() async throws {
    try await withHome { cluster in
      try await cluster.start()
      do {
        var connection = try Connection(cluster.connectionString)
        try connection.run(
          Statement(name: "test.sql", text: "create table note as select 'Hà Giang' as words"))
        kill(try processID(cluster), SIGKILL)
      }
      try await cluster.start()
      #expect(try answer(cluster, "select words from note") == "Hà Giang")
    }
  }

  @Test func stalePidOfAnotherProcessIsSurvived() async throws {
    try await withHome { cluster in
      try await cluster.start()
      try await cluster.stop()
      // As after a crash and a restart of the machine: the number now belongs to this very process.
      let path = cluster.dataFolder + "/postmaster.pid"
      try "\(getpid())\n\(cluster.dataFolder)\n1700000000\n5432\n/tmp/gone\n\n  12345  67\nready\n"
        .write(toFile: path, atomically: false, encoding: .utf8)
      chmod(path, 0o600)
      try giveToServer(path, of: cluster)
      #expect(!cluster.status.isRunning)
      #expect(try await !cluster.stop())
      try await cluster.start()
      #expect(try processID(cluster) != getpid())
      #expect(try answer(cluster, "select 1") == "1")
    }
  }

  private func giveToServer(_ path: String, of cluster: EmbeddedCluster) throws {
    var information = stat()
    #expect(stat(cluster.dataFolder, &information) == 0)
    #expect(chown(path, information.st_uid, information.st_gid) == 0)
  }

  @Test func lostSocketFolderIsMadeAgain() async throws {
    try await withHome { cluster in
      try await cluster.start()
      try FileManager.default.removeItem(atPath: cluster.socketFolder)
      var connection = try await cluster.connect()
      let one = try connection.query(Statement(name: "one", text: "select 1"))
      #expect(one.text(0, 0) == "1")
    }
  }

  @Test func remainsOfAKilledInitAreReplaced() async throws {
    try await withHome { cluster in
      try FileManager.default.createDirectory(
        atPath: cluster.dataFolder + ".new/base", withIntermediateDirectories: true)
      try giveHome(cluster)
      try await cluster.start()
      #expect(try answer(cluster, "select 1") == "1")
    }
  }

  private func giveHome(_ cluster: EmbeddedCluster) throws {
    guard geteuid() == 0, let entry = getpwnam("postgres") else { return }
    #expect(chown(cluster.home, entry.pointee.pw_uid, entry.pointee.pw_gid) == 0)
  }

  @Test func homeMayHoldSpacesQuotesAndVietnamese() async throws {
    try await withHome("chỉ số của 'tôi'") { cluster in
      try await cluster.start()
      #expect(try answer(cluster, "select 1") == "1")
      try await cluster.stop()
      try await cluster.start()
      #expect(try answer(cluster, "select 1") == "1")
    }
  }

  @Test func homeThroughALinkIsTheSameHome() async throws {
    try await withHome { cluster in
      let link = cluster.home + "-link"
      #expect(symlink(cluster.home, link) == 0)
      try await cluster.start()
      let same = EmbeddedCluster(home: link)
      #expect(same.home == cluster.home)
      #expect(same.connectionString == cluster.connectionString)
    }
  }
}
