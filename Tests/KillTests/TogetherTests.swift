import Foundation
import LibPQ
import Testing

extension OneByOne {
  /// Loads beside each other, and readers beside loads.
  @Suite struct TogetherTests {
    private static let shown = """
      select count(*) || ' of ' || coalesce(sum(o.value), 0)
      from mart.observation as o
      where o.source like 'cong%'
      """

    /// Asks as an analyst does, and gives up at the first lock that is in the way.
    private static func ask(_ home: KillHome) throws -> [String] {
      var connection = try home.connect(as: "reader")
      for text in ["set role chiso_reader", "set lock_timeout = '100ms'"] {
        try connection.run(Statement(name: "reader", text: text))
      }
      return try connection.query(Statement(name: "shown", text: shown)).map { $0.text(0) ?? "" }
    }

    /// Stops a load when its facts are merged and not yet committed, in each of the ways of merging.
    @Test func readersDoNotWaitAndSeeAFileBeforeOrAfter() async throws {
      try await onThread {
        let shop = try SmallShop()
        try shop.write(nil)
        try shop.home.run(shop.load)
        let large = ["load", "large", "--etl", shop.folder]
        let rows = SmallShop.largeRows
        let steps: [(load: [String], write: () throws -> Void, after: String)] = [
          (shop.load, { try shop.write(10) }, "1 of 10"),
          (shop.load, { try shop.write(20) }, "1 of 20"),
          // A file of a new year becomes its partition.
          (large, {}, "\(rows + 1) of \(rows + 20)"),
          // A revised one is compared while it is read.
          (large, { try shop.writeLarge(3) }, "\(rows + 1) of \(3 * rows + 20)"),
        ]
        var before = "0 of 0"
        for step in steps {
          try step.write()
          let run = try shop.holding("lock table ops.load_file in share mode") {
            let run = try shop.home.start(step.load)
            try shop.waitForWaiter(on: "relation = 'ops.load_file'::regclass")
            try expect(Self.ask(shop.home) == [before])
            try expect(!run.hasEnded)
            return run
          }
          try run.expectEnd(0)
          try expect(Self.ask(shop.home) == [step.after])
          before = step.after
        }
      }
    }

    /// One load stands in the middle, and another of another job goes by.
    @Test func loadsOfDifferentJobsRunSideBySide() async throws {
      try await onThread {
        let shop = try SmallShop()
        try shop.write(10)
        try shop.home.run(["load", "small", "--etl", shop.folder])
        let statement = "insert into ops.slot (job, file) values ('large', 'large.csv')"
        let run = try shop.holding(statement) {
          let run = try shop.home.start(["load", "large", "--etl", shop.folder])
          try shop.waitForWaiter(on: "locktype = 'transactionid'")
          try shop.write(20)
          try shop.home.run(shop.load)
          try expect(Self.ask(shop.home) == ["1 of 20"])
          try expect(!run.hasEnded)
          // The same job is busy.
          let busy = try shop.home.start(["load", "large", "--etl", shop.folder, "--no-wait"])
          try busy.expectEnd(75)
          return run
        }
        try run.expectEnd(0)
        try shop.home.expect(
          "select count(*) from warehouse.observation",
          [
            "\(SmallShop.largeRows + 1)"
          ])
      }
    }
  }
}
