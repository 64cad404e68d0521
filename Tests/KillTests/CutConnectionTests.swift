import EmbeddedPostgres
import Foundation
import LibPQ
import TestSupport
import Testing

extension OneByOne {
  /// Connections that are cut between the program and a server elsewhere.
  @Suite struct CutConnectionTests {
    /// A way to the server that can be cut: every connection through it ends at once.
    private final class Way {
      private let process: ProgramRun
      let conninfo: String

      /// Opens the way.
      init(to home: KillHome) throws {
        let folder = home.folder + "/way"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let socket = "/.s.PGSQL.5432"
        unlink(folder + socket)
        let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
          .appendingPathComponent("forward.py").path
        process = try ProgramRun(
          program: "/usr/bin/env",
          ["python3", script, folder + socket, home.cluster.status.socketFolder + socket],
          environment: [:], folder: home.folder)
        conninfo = "host=\(folder) port=5432 dbname=chiso user=postgres"
        for _ in 0..<500 where !FileManager.default.fileExists(atPath: folder + socket) {
          Thread.sleep(forTimeInterval: 0.02)
        }
      }

      /// Cuts it.
      func cut() {
        process.kill()
        process.wait()
      }
    }

    @Test func cutConnectionIsTriedAgainUntilTheFilesAreLoaded() async throws {
      try await onThread {
        var random = SeededRandom(seed: 7)
        let shop = try SmallShop()
        try shop.write(10)
        try shop.home.run(["load", "--etl", shop.folder])
        for value in 2...4 {
          try shop.write(10 * value)
          try shop.writeLarge(value)
          var way = try Way(to: shop.home)
          let run = try shop.home.start(
            ["load", "--etl", shop.folder, "--db", way.conninfo, "--retries", "8"],
            environment: ["CHISO_FILES": shop.home.kept])
          for _ in 0..<2 {
            Thread.sleep(forTimeInterval: Double.random(in: 0..<0.7, using: &random))
            way.cut()
            way = try Way(to: shop.home)
          }
          try run.expectEnd(0)
          let rows = SmallShop.largeRows
          let sum = rows * value + 10 * value
          let shown = "select count(*) || ' of ' || sum(value) from warehouse.observation"
          try shop.home.expect(shown, ["\(rows + 1) of \(sum)"])
          let past = "select count(*) from warehouse.observation_past"
          try shop.home.expect(past, ["\((rows + 1) * (value - 1))"])
          try FactComparison.checkClean(shop.home)
          way.cut()
        }
      }
    }

    /// The server warns and goes: libpq then tells of a write that failed.
    @Test func connectionOfACrashedServerIsLost() async throws {
      try await onThread {
        let home = try KillHome()
        try home.run(["up"])
        var connection = try home.connect()
        let process = pid_t(connection.serverProcess)
        signal(process, SIGQUIT)
        for _ in 0..<1_000 where kill(process, 0) == 0 { usleep(10_000) }
        do {
          try connection.run(Statement(name: "test", text: "begin"))
          throw KillFailure("a server that is gone has answered")
        } catch let error as PostgresError {
          try expect(error.kind == .connection)
          try expect(!connection.isUsable)
        }
      }
    }

    @Test func cutConnectionIsToldWhereNothingIsTriedAgain() async throws {
      try await onThread {
        let shop = try SmallShop()
        try shop.write(10)
        try shop.home.run(["load", "--etl", shop.folder])
        try shop.write(20)
        let way = try Way(to: shop.home)
        let load = shop.load + ["--db", way.conninfo]
        try shop.holding("lock table ops.load_file in share mode") {
          let run = try shop.home.start(load, environment: ["CHISO_FILES": shop.home.kept])
          try shop.waitForWaiter(on: "relation = 'ops.load_file'::regclass")
          way.cut()
          try run.expectEnd(69)
          try run.expectSaid("run the command again")
        }
        let value = "select value from warehouse.observation where period = '2021-01-01'"
        try shop.home.run(shop.load)
        try shop.home.expect(value, ["20"])
        try FactComparison.checkClean(shop.home)
      }
    }
  }
}
