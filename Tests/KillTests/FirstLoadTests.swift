import EmbeddedPostgres
import Foundation
import Testing

extension OneByOne {
  /// The first load of all, which makes the server and the schema too.
  @Suite struct FirstLoadTests {
    /// What it started goes on, or dies as well.
    @Test func firstLoadThatIsKilledIsFinishedByTheNext() async throws {
      try await onThread {
        var random = SeededRandom(seed: 11)
        var length = 0.0
        for step in 0..<7 {
          let shop = try SmallShop()
          defer { _ = try? shop.home.run(["down"]) }
          try shop.write(10)
          let start = Date()
          let run = try shop.home.start(shop.load)
          if step > 0 {
            let share = (Double(step - 1) + Double.random(in: 0..<1, using: &random)) / 6
            Thread.sleep(forTimeInterval: length * share)
            run.kill()
            if step % 2 == 0, shop.home.cluster.isRunning { try shop.home.killPostmaster() }
            run.wait()
            try shop.home.run(shop.load)
          } else {
            try run.expectEnd(0)
            length = Date().timeIntervalSince(start)
          }
          try shop.home.expect("select value from warehouse.observation", ["10"])
          try FactComparison.checkClean(shop.home)
        }
      }
    }

    /// What a killed program started goes on for a while.
    @Test func dataFolderThatAKilledProgramWasMakingIsNotInTheWay() async throws {
      try await onThread {
        var random = SeededRandom(seed: 13)
        for _ in 0..<4 {
          let home = try KillHome()
          defer { _ = try? home.run(["down"]) }
          let run = try home.start(["up"])
          while home.unfinished.isEmpty, !run.hasEnded { usleep(2_000) }
          Thread.sleep(forTimeInterval: Double.random(in: 0..<0.6, using: &random))
          run.kill()
          run.wait()
          try home.run(["up"])
          // A later start of the server clears what the other has made since.
          for _ in 0..<20 where !home.unfinished.isEmpty {
            try home.run(["down"])
            try home.run(["up"])
          }
          try expect(home.unfinished.isEmpty)
        }
      }
    }
  }
}

extension KillHome {
  /// Data folders that are being made, or were.
  fileprivate var unfinished: [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: cluster.home)) ?? []
    return names.filter { $0.hasPrefix("pgdata.new") }
  }
}
