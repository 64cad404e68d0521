import Foundation
import LibPQ
import Testing

extension OneByOne {
  /// Loads that die at one moment, chosen by a lock that they have to wait for.
  @Suite struct DeadLoadTests {
    @Test func factsOfADeadLoadDoNotOutliveTheRecordOfTheirFile() async throws {
      try await onThread {
        let shop = try SmallShop()
        try shop.write(10)
        try shop.home.run(shop.load)
        try shop.write(20)
        try shop.holding("lock table ops.load_file in share mode") {
          let run = try shop.home.start(shop.load)
          try shop.waitForWaiter(on: "relation = 'ops.load_file'::regclass")
          run.kill()
          try run.expectEnd(128 + SIGKILL)
        }
        // The file says again what was recorded last: it would be skipped, whatever the facts are.
        try shop.write(10)
        try shop.home.run(shop.load)
        try shop.home.expect("select value from warehouse.observation", ["10"])
        try shop.home.expect("select count(*) from warehouse.observation_past", ["0"])
        try FactComparison.checkClean(shop.home)
      }
    }

    @Test func catalogOfADeadLoadDoesNotOutliveItsRecord() async throws {
      try await onThread {
        let shop = try SmallShop()
        try shop.write(10)
        try shop.home.run(shop.load)
        let title = "select title from catalog.source where source = 'cong'"
        try shop.writeSources(title: "Hai")
        try shop.holding("lock table ops.load_file in share mode") {
          let run = try shop.home.start(shop.load)
          try shop.waitForWaiter(on: "relation = 'ops.load_file'::regclass")
          run.kill()
          run.wait()
        }
        try shop.writeSources(title: "Một")
        try shop.home.run(shop.load)
        try shop.home.expect(title, ["Một"])
      }
    }

    /// The server does not see at once that a client is gone.
    @Test func stagingIsClearedThoughTheServerStillWorksForTheDeadLoad() async throws {
      try await onThread {
        let shop = try SmallShop()
        try shop.write(10)
        try shop.home.run(["load", "--etl", shop.folder, "--dry-run"])
        let next = try shop.holding("select pg_advisory_lock(1667785589)") {
          let run = try shop.home.start(shop.load)
          try shop.waitForWaiter(on: "objid = 1667785589::oid")
          let dead = try shop.home.sessions().map(String.init).joined(separator: ", ")
          run.kill()
          run.wait()
          let staged = "select count(*) from pg_tables where schemaname = 'staging'"
          try shop.home.expect(staged, ["1"])
          let next = try shop.home.start(shop.load)
          try shop.waitForWaiter(on: "locktype = 'advisory' and pid not in (\(dead))")
          return next
        }
        try next.expectEnd(0)
        try shop.home.expect("select value from warehouse.observation", ["10"])
        try FactComparison.checkClean(shop.home)
      }
    }

    @Test func serverGivesUpAStatementWhoseLoadIsDead() async throws {
      try await onThread {
        let shop = try SmallShop()
        try shop.write(10)
        try shop.home.run(["up"])
        try shop.holding("select pg_advisory_lock(1667785589)") {
          let run = try shop.home.start(shop.load)
          try shop.waitForWaiter(on: "objid = 1667785589::oid")
          run.kill()
          run.wait()
          let deadline = Date() + 60
          while try !shop.home.sessions().isEmpty {
            try expect(Date() < deadline)
            usleep(50_000)
          }
        }
      }
    }

    /// Numbers of processes come again: here a new load has the process of one that died.
    @Test func deadLoadIsKnownThoughItsProcessNumberIsUsedAgain() async throws {
      try await onThread {
        let shop = try SmallShop()
        try shop.write(10)
        try shop.home.run(shop.load)
        try shop.write(20)
        try shop.holding("lock table ops.load_file in share mode") {
          let run = try shop.home.start(shop.load)
          try shop.waitForWaiter(on: "relation = 'ops.load_file'::regclass")
          let dead = try shop.home.ask("select min(load_id) from ops.load where job = 'small'")[0]
          _ = try shop.home.ask(
            """
            update ops.load
            set status = 'running', finished_at = null,
                backend_pid = (select l.backend_pid from ops.load as l where l.status = 'running')
            where load_id = \(dead)
            """)
          _ = try shop.home.ask("create table staging.observation_\(dead)_1 (value float8)")
          try shop.home.expect("select ops.sweep_staging()", ["1"])
          try shop.home.expect(
            "select count(*) from pg_tables where schemaname = 'staging'", ["1"])
          try shop.home.expect(
            "select status from ops.load where job = 'small' order by load_id",
            ["failed", "running"])
          run.kill()
          run.wait()
        }
      }
    }

    @Test func halfWrittenCopyIsRemovedAndALivingOneIsNot() async throws {
      try await onThread {
        let shop = try SmallShop()
        try shop.write(10)
        try shop.home.run(shop.load)
        let half = shop.home.kept + "/.incoming-1"
        let living = shop.home.kept + "/.incoming-2"
        for path in [half, living] { try Data("half".utf8).write(to: URL(fileURLWithPath: path)) }
        let writer = try #require(FileHandle(forUpdatingAtPath: living))
        try expect(flock(writer.fileDescriptor, LOCK_EX) == 0)
        try shop.home.run(shop.load)
        try expect(!FileManager.default.fileExists(atPath: half))
        try expect(FileManager.default.fileExists(atPath: living))
        try writer.close()
      }
    }
  }
}
