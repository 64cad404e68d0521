import IndicatorModel
import LibPQ
import Testing
import Warehouse

/// Locks of loads, and what dead loads leave.
@Suite struct LoadLogTests {
  @Test func secondLoadOfAJobIsBusy() async throws {
    let database = try await TestWarehouse.migrated()
    var first = try Session(database, for: .loading)
    var second = try Session(database, for: .loading)
    let load = try first.startLoad(of: "par")
    #expect(warehouseError { _ = try second.startLoad(of: "par") } == .busy(job: "par"))
    _ = try second.startLoad(of: "pci")
    try first.finishLoad(load, status: "done")
    let again = try second.startLoad(of: "par")
    #expect(again > load)
    #expect(
      try second.connection.rows("select job, status from ops.load order by load_id")
        == ["par|done", "pci|running", "par|running"])
  }

  @Test func jobOfAnotherDatabaseIsNotInTheWay() async throws {
    var here = try Session(await TestWarehouse.migrated(), for: .loading)
    var there = try Session(await TestWarehouse.migrated(), for: .loading)
    _ = try here.startLoad(of: "par")
    _ = try there.startLoad(of: "par")
  }

  @Test func loadThatDiedIsSwept() async throws {
    let database = try await TestWarehouse.handMade()
    var watcher = try Session(database, for: .loading)
    try leaveBehind(database)
    // The server needs a moment to see that the client is gone.
    var swept = 0
    for _ in 0..<200 where swept == 0 {
      swept = try watcher.sweepStaging()
      if swept == 0 { try await Task.sleep(for: .milliseconds(10)) }
    }
    #expect(swept == 1)
    #expect(
      try watcher.connection.rows("select job, status, finished_at is null from ops.load")
        == ["job|failed|t"])
    #expect(
      try watcher.connection.column("select tablename from pg_tables where schemaname = 'staging'")
        .isEmpty)
    _ = try watcher.startLoad(of: "job")
  }

  /// A load that stages and goes away.
  private func leaveBehind(_ database: String) throws {
    var loader = try FactLoader(database)
    let load = try loader.session.startLoad(of: "job")
    let slot = try loader.slot(of: "job")
    _ = try loader.stage([Fact("an", "par", 2020, 1)], load: load, slot: slot)
  }

  @Test func loadThatRunsIsNotSwept() async throws {
    let database = try await TestWarehouse.handMade()
    var loader = try FactLoader(database)
    let load = try loader.session.startLoad(of: "job")
    let slot = try loader.slot(of: "job")
    let table = try loader.stage([Fact("an", "par", 2020, 1)], load: load, slot: slot)
    var other = try Session(database, for: .loading)
    let swept = try other.sweepStaging()
    #expect(swept == 0)
    #expect(try other.connection.column("select status from ops.load") == ["running"])
    try loader.session.ensurePartitions(["2020-01-01"], for: 1)
    let outcome = try loader.session.transaction { session in
      try session.mergeObservations(from: table, rows: 1)
    }
    #expect(outcome.counts == [1, 0, 0, 0])
  }

  @Test func logSaysWhatBecameOfEveryFile() async throws {
    let database = try await TestWarehouse.handMade()
    var loader = try FactLoader(database)
    try loader.load([Fact("an", "par", 2020, 80), Fact("ban", "par", 2020, 70)], job: "first")
    try loader.load([Fact("an", "par", 2020, 81)], job: "first")
    try loader.load([Fact("an", "par", 2019, 79)], job: "second")
    var session = try Session(database, for: .asking)
    let loads = try session.listLoads(jobs: nil, limit: 10)
    #expect(loads.map(\.job) == ["second", "first", "first"])
    #expect(loads.map(\.load) == [3, 2, 1])
    #expect(loads.map(\.loaded) == [1, 0, 2])
    #expect(loads.map(\.revised) == [0, 1, 0])
    #expect(loads.map(\.withdrawn) == [0, 1, 0])
    #expect(Set(loads.map(\.status)) == ["committed"])
    #expect(try session.listLoads(jobs: ["first"], limit: 1).map(\.load) == [2])
    #expect(try session.listJobRuns().map { "\($0.job) \($0.load)" } == ["first 2", "second 3"])
  }

  @Test func rejectsKeepTheirPlaceAndWords() async throws {
    let database = try await TestWarehouse.handMade()
    var session = try Session(database, for: .loading)
    let load = try session.startLoad(of: "job")
    let slot = try session.slots(of: "job", files: ["job.csv"])[0].slot
    var outcome = SlotOutcome(.refused)
    outcome.rejected = 2
    try session.record(
      outcome, slot: slot, load: load, bytes: (String(repeating: "ab", count: 32), 7, "job.csv"),
      declaration: String(repeating: "0", count: 64), reader: "test")
    try session.recordRejects(
      json: """
        [{"line": 3, "field": "place", "reason": "unknown_place", "arguments": ["Lạng Sơm", "Lạng Sơn"]},
         {"line": null, "field": null, "reason": "file_empty", "arguments": []}]
        """, slot: slot, load: load)
    try session.finishLoad(load, status: "refused")
    var reader = try Session(database, for: .asking)
    let rejects = try reader.listRejects(load: nil)
    #expect(rejects.map(\.line) == [3, nil])
    #expect(rejects.map(\.field) == ["place", nil])
    #expect(rejects.map(\.reason) == ["unknown_place", "file_empty"])
    #expect(rejects.map(\.arguments) == [["Lạng Sơm", "Lạng Sơn"], []])
    #expect(try reader.listLoads(jobs: nil, limit: 1).map(\.loadStatus) == ["refused"])
  }
}
