import EmbeddedPostgres
import Foundation
import LibPQ
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Loads that are stopped in the middle, and commands that meet each other.
@Suite struct InterruptionTests {
  /// Advisory locks of the loader: merges share one, each job has its own.
  private static let mergeLock = "1667785589"
  private static let jobLock = "1667785587"

  private func loaded() async throws -> (chiso: Chiso, load: String) {
    let chiso = try Chiso()
    let jobs = try SmallJobs(in: chiso.folder)
    let load = "load --force --etl \(jobs.path)"
    #expect(try await chiso.run(load).status == 0)
    return (chiso, load)
  }

  /// Waits until a load stands before the merge lock; returns its server process.
  private func waiting(
    _ connection: inout Connection, for lock: String = "objid = \(mergeLock)::oid"
  ) async throws -> String {
    for _ in 0..<1_000 {
      let found = try connection.query(
        Statement(
          name: "test",
          text: """
            select pid from pg_locks
            where locktype = 'advisory' and not granted and \(lock)
            """))
      if found.rowCount > 0, let process = found.text(0, 0) { return process }
      try await Task.sleep(for: .milliseconds(10))
    }
    Issue.record("no load came to its merge")
    return "0"
  }

  private func expectSound(_ chiso: Chiso, _ load: String) async throws {
    #expect(try chiso.ask("select count(*) from warehouse.observation") == "4")
    let again = try await chiso.run(load)
    #expect(again.status == 0, "\(again.error)")
    #expect(try chiso.ask("select count(*) from warehouse.observation") == "4")
    #expect(try chiso.ask("select count(*) from pg_tables where schemaname = 'staging'") == "0")
    #expect(try chiso.ask("select count(*) from ops.load where status = 'running'") == "0")
  }

  @Test func databaseThatGoesAwayIsToldAndTheNextLoadFinishes() async throws {
    let (chiso, load) = try await loaded()
    var other = try Connection(chiso.cluster.connectionString)
    try other.run(Statement(name: "test", text: "select pg_advisory_lock(\(Self.mergeLock))"))
    async let running = chiso.run(load)
    let process = try await waiting(&other)
    try other.run(Statement(name: "test", text: "select pg_terminate_backend(\(process))"))
    let run = try await running
    #expect(run.status == 69)
    try expectGolden(run, "load/database-gone")
    try other.run(Statement(name: "test", text: "select pg_advisory_unlock_all()"))
    try await expectSound(chiso, load)
  }

  @Test func interruptStopsALoadAndLeavesASoundState() async throws {
    let (chiso, load) = try await loaded()
    var other = try Connection(chiso.cluster.connectionString)
    try other.run(Statement(name: "test", text: "select pg_advisory_lock(\(Self.mergeLock))"))
    let processFile = chiso.folder + "/process"
    async let running = chiso.run(load, processFile: processFile)
    _ = try await waiting(&other)
    let process = try String(contentsOfFile: processFile, encoding: .utf8)
    kill(try #require(pid_t(process.dropLast())), SIGINT)
    let run = try await running
    #expect(run.status != 0)
    try expectGolden(run, "load/interrupted")
    try other.run(Statement(name: "test", text: "select pg_advisory_unlock_all()"))
    try await expectSound(chiso, load)
  }

  @Test func secondLoadOfAJobIsBusy() async throws {
    let (chiso, load) = try await loaded()
    var other = try Connection(chiso.cluster.connectionString)
    try other.run(
      Statement(
        name: "test", text: "select pg_advisory_lock(\(Self.jobLock), hashtext('second'))"))
    let run = try await chiso.run(load + " --no-wait")
    #expect(run.status == 75)
    try expectGolden(run, "load/busy")
    try other.run(Statement(name: "test", text: "select pg_advisory_unlock_all()"))
    try await expectSound(chiso, load)
  }

  /// Holds the lock of the job `second`, runs `load`, and goes on when that waits for it.
  private func meetingAnother(
    _ chiso: Chiso, _ load: String, _ body: (inout Connection, pid_t) throws -> Void
  ) async throws -> Transcript {
    var other = try Connection(chiso.cluster.connectionString)
    try other.run(
      Statement(
        name: "test", text: "select pg_advisory_lock(\(Self.jobLock), hashtext('second'))"))
    let processFile = chiso.folder + "/process"
    async let running = chiso.run(load, processFile: processFile)
    _ = try await waiting(
      &other, for: "classid = \(Self.jobLock)::oid and objid = hashtext('second')::oid")
    let process = try String(contentsOfFile: processFile, encoding: .utf8)
    try body(&other, try #require(pid_t(process.dropLast())))
    try other.run(Statement(name: "test", text: "select pg_advisory_unlock_all()"))
    return try await running
  }

  @Test func secondLoadOfAJobWaitsForTheFirst() async throws {
    let (chiso, load) = try await loaded()
    let run = try await meetingAnother(chiso, load) { _, _ in }
    #expect(run.status == 0)
    try expectGolden(run, "load/waited")
    try await expectSound(chiso, load)
  }

  @Test func interruptEndsTheWait() async throws {
    let (chiso, load) = try await loaded()
    let run = try await meetingAnother(chiso, load) { _, process in
      kill(process, SIGINT)
      // The lock is given back only when the wait is over.
      for _ in 0..<1_000 where kill(process, 0) == 0 { usleep(10_000) }
    }
    #expect(run.status == 1)
    try expectGolden(run, "load/interrupted-waiting")
    try await expectSound(chiso, load)
  }

  @Test func fullServerIsWaitedForAndThenBusy() async throws {
    let chiso = try Chiso()
    let cluster = EmbeddedCluster(
      home: chiso.home, settings: ["max_connections": "4", "superuser_reserved_connections": "0"])
    try await cluster.start()
    #expect(try await chiso.run("up").status == 0)
    var held: [HeldConnection] = []
    for _ in 0..<4 { held.append(HeldConnection(try Connection(cluster.connectionString))) }
    let refused = try await chiso.run("places")
    #expect(refused.status == 75)
    try expectGolden(refused, "error/server-full")
    async let waiting = chiso.run("places")
    try await Task.sleep(for: .milliseconds(300))
    held.removeAll()
    #expect(try await waiting.status == 0)
  }

  /// A connection that lasts as long as somebody refers to it.
  private final class HeldConnection {
    let connection: Connection
    init(_ connection: consuming Connection) { self.connection = connection }
  }

  @Test func twoStartsAtOnceEndWithOneServer() async throws {
    let chiso = try Chiso()
    async let one = chiso.run("up")
    async let two = chiso.run("up")
    let starts = try await [one, two]
    #expect(starts.map(\.status) == [0, 0], "\(starts.map(\.error))")
    let process = try #require(chiso.cluster.status.processID)
    #expect(try chiso.ask("select count(*) from ops.migration") != "0")
    #expect(try await chiso.run("up").status == 0)
    #expect(chiso.cluster.status.processID == process)
  }

  @Test func warehouseGoesUpAndDown() async throws {
    let chiso = try Chiso()
    try expectGolden(try await chiso.run("status"), "status/not-made")
    try expectGolden(try await chiso.run("up"), "up/new")
    try expectGolden(try await chiso.run("up"), "up/running")
    try expectGolden(try await chiso.run("up --lang vi"), "up/running-vi")
    try expectGolden(try await chiso.run("migrate"), "migrate/nothing-to-do")
    try expectGolden(try await chiso.run("places"), "places/nothing-loaded")
    try expectGolden(
      try await chiso.run("compare --place lang-son,ha-tinh --lang vi"), "compare/nothing-loaded-vi"
    )
    try expectGolden(try await chiso.run("status --coverage"), "status/nothing-loaded")
    try expectGolden(try await chiso.run("down"), "down/running")
    try expectGolden(try await chiso.run("down"), "down/not-running")
    try expectGolden(try await chiso.run("status --lang vi"), "status/not-running-vi")
    try expectGolden(try await chiso.run("up --lang vi"), "up/again-vi")
  }
}
