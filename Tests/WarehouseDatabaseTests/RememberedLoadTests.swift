@testable import ETL
import Foundation
import LibPQ
import Testing
import Warehouse

/// What a large file said is remembered as it was sorted, and believed only if the warehouse holds it.
@Suite struct RememberedLoadTests {
  private typealias Rows = BulkWorkshop.Rows

  /// Whether what the slot holds is known without asking the server for it, and how much it is.
  private func held(_ shop: BulkWorkshop) throws -> (isRemembered: Bool, count: Int) {
    let slot = try slot(shop)
    let kept = shop.jobs.folder + "/kept"
    if let remembered = SortedObservations.remembered(at: "\(kept)/sorted/\(slot)"),
      try remembered.areHeld(by: slot, shop.database, alone: true)
    {
      return (true, remembered.observations.count)
    }
    return (false, try SortedObservations.held(by: slot, shop.database, folder: kept).count)
  }

  private func slot(_ shop: BulkWorkshop) throws -> Int32 {
    try #require(Int32(shop.jobs.rows("select slot_id from ops.slot where file = 'bulk.csv'")[0]))
  }

  private func memory(_ shop: BulkWorkshop) throws -> String {
    let folder = shop.jobs.folder + "/kept/sorted"
    let files = try FileManager.default.contentsOfDirectory(atPath: folder)
    #expect(files.count == 1)
    return folder + "/" + files[0]
  }

  /// The digest of the server is that of the program, for values of all signs and sizes.
  @Test func whatIsLoadedIsRemembered() async throws {
    let shop = try await BulkWorkshop()
    let rows = BulkWorkshop.rows()
    let odd: [Double] = [0, 0.1, 12.5, 99.99, 1e-9, 33.333333333333336]
    var before = rows
    for (index, key) in rows.keys.sorted().prefix(600).enumerated() { before[key] = odd[index % 6] }
    _ = try shop.load(before)
    #expect(try held(shop) == (true, before.count))
    var after = before
    let keys = before.keys.sorted()
    for key in keys.enumerated().filter({ $0.offset % 90 == 1 }).map(\.element) { after[key] = 3.5 }
    after[keys[7]] = nil
    let changed = after.count { before[$0.key] != $0.value }
    let revised = try shop.load(after)
    #expect(
      revised.outcome?.counts == [0, changed, before.count - changed - 1, 1], "\(revised.told)")
    #expect(try held(shop) == (true, after.count))
    #expect(try shop.facts().hasPrefix("\(after.count)|"))
    #expect(
      try shop.load(after, force: true).outcome?.counts == [0, 0, after.count, 0])
    #expect(try held(shop) == (true, after.count))
  }

  @Test(arguments: [
    "value = value + 1", "value = 'NaN'", "rank = 1",
    """
    (place_id, province_id) = (
        select p.place_id, p.province_id
        from catalog.place as p
        where p.place_level = 'province' and not exists (
            select from warehouse.observation as n where n.place_id = p.place_id)
        limit 1)
    """,
  ])
  func whatTheWarehouseHoldsOtherwiseIsFound(_ change: String) async throws {
    let shop = try await BulkWorkshop()
    let rows = BulkWorkshop.rows()
    _ = try shop.load(rows)
    try alter(shop, change)
    #expect(try held(shop) == (false, rows.count))
    let counts = try #require(try shop.load(rows, force: true).outcome?.counts)
    #expect(counts[0] + counts[1] == 1, "\(counts)")
    #expect(try shop.facts().hasPrefix("\(rows.count)|\(BulkWorkshop.sum(rows))|"))
    #expect(try held(shop) == (true, rows.count))
  }

  /// Changes one row, behind the back of the program.
  private func alter(_ shop: BulkWorkshop, _ change: String) throws {
    var connection = try Connection(shop.database)
    try connection.run(
      sql(
        """
        update warehouse.observation as o set \(change)
        where (o.place_id, o.series_id, o.period) in (
            select n.place_id, n.series_id, n.period from warehouse.observation as n
            order by 1, 2, 3 limit 1)
        """))
  }

  /// What is remembered is of another day: what is compared with it may fail halfway, or seem to be done,
  /// and is done again with what the warehouse holds.
  @Test(arguments: [0, 1, 40])
  func memoryOfAnotherDayIsNotBelieved(_ changes: Int) async throws {
    let shop = try await BulkWorkshop()
    let all = BulkWorkshop.rows()
    let keys = all.keys.sorted()
    var less = all
    for key in keys.prefix(30) { less[key] = nil }
    _ = try shop.load(less)
    let path = try memory(shop)
    let ofLess = try Data(contentsOf: URL(fileURLWithPath: path))
    #expect(try shop.load(all).outcome?.counts == [30, 0, less.count, 0])
    let ofAll = try Data(contentsOf: URL(fileURLWithPath: path))
    // It lacks what the slot holds: the server is told to insert that again.
    try ofLess.write(to: URL(fileURLWithPath: path))
    var after = all
    for key in keys.suffix(changes) { after[key] = (all[key] ?? 0) == 5 ? 6 : 5 }
    let changed = after.count { all[$0.key] != $0.value }
    let again = try shop.load(after, force: true)
    #expect(again.outcome?.counts == [0, changed, all.count - changed, 0], "\(again.told)")
    #expect(try shop.facts().hasPrefix("\(all.count)|\(BulkWorkshop.sum(after))|"))
    #expect(try held(shop) == (true, all.count))
    // It has what the slot no longer holds: the server is not told to insert that.
    #expect(try shop.load(less).outcome?.counts[3] == 30)
    try ofAll.write(to: URL(fileURLWithPath: path))
    #expect(try shop.load(all, force: true).outcome?.counts[0] == 30)
    #expect(try shop.facts().hasPrefix("\(all.count)|\(BulkWorkshop.sum(all))|"))
    #expect(try held(shop) == (true, all.count))
  }

  /// The count holds its locks before the merge takes any: who wants the table for himself meanwhile waits
  /// behind both, and does not come between them.
  @Test func countThatHasBegunWaitsForNobody() async throws {
    let shop = try await BulkWorkshop()
    _ = try shop.load(BulkWorkshop.rows())
    let remembered = try #require(SortedObservations.remembered(at: memory(shop)))
    var asker: Meanwhile<String?>?
    var hasWaited = false
    let isTrue = try remembered.areHeld(by: slot(shop), shop.database, alone: true) {
      asker = Meanwhile {
        sqlState {
          var other = try Connection(shop.database)
          try other.run(sql("begin; set local lock_timeout = '20s'"))
          try other.run(sql("lock table warehouse.observation in access exclusive mode"))
        }
      }
      for _ in 0..<500 where !hasWaited {
        usleep(10_000)
        let waiting = try? shop.jobs.rows(
          "select pid from pg_locks where relation = 'warehouse.observation'::regclass and not granted"
        )
        hasWaited = waiting?.isEmpty == false
      }
    }
    #expect(hasWaited && isTrue)
    #expect(try asker?.value() == .some(nil))
  }

  /// Who waits for the count, or for its locks, can be interrupted.
  @Test func waitForTheCountCanBeStopped() async throws {
    struct Stopped: Error {}
    let shop = try await BulkWorkshop()
    _ = try shop.load(BulkWorkshop.rows())
    let held = Held(by: try slot(shop), shop.database, KeptFiles(path: shop.jobs.folder + "/kept"))
    let remembered = try #require(try held.remembered())
    var other = try Connection(shop.database)
    try other.run(sql("begin; lock table warehouse.observation in access exclusive mode"))
    #expect(throws: Stopped.self) {
      try held.isTrue(remembered, alone: true) { throw Stopped() }
    }
    try other.run(sql("rollback"))
    let answer = try held.isTrue(remembered, alone: true) {}
    #expect(try answer.value {})
    let blocked = DispatchSemaphore(value: 0)
    let work = Meanwhile { blocked.wait() }
    #expect(throws: Stopped.self) { try work.value { throw Stopped() } }
    blocked.signal()
    try work.value {}
  }

  /// A large file that says what another says is refused, whatever is remembered of its own slot.
  @Test func whatAnotherFileSaysIsRefused() async throws {
    let shop = try await BulkWorkshop()
    let rows = BulkWorkshop.rows()
    let other = BulkWorkshop.rows(sources: "fghij")
    _ = try shop.load(rows)
    _ = try shop.load(other, job: "other")
    let facts = try shop.facts()
    let more = "\(other.keys.sorted()[3]),1\n"
    for _ in 1...2 {
      let refused = try shop.load(rows, more: more)
      #expect(refused.told == ["\(rows.count + 2) said_elsewhere other|other.csv"])
      #expect(try shop.facts() == facts)
      let path = try shop.jobs.folder + "/kept/sorted/\(slot(shop))"
      #expect(FileManager.default.fileExists(atPath: path))
      try Data().write(to: URL(fileURLWithPath: path))
    }
    #expect(try shop.load(rows, force: true).outcome?.counts == [0, 0, rows.count, 0])
  }

  /// A memory that is torn, or anything else, costs time and nothing more.
  @Test func memoryThatIsTornIsNotBelieved() async throws {
    let shop = try await BulkWorkshop()
    let rows = BulkWorkshop.rows()
    _ = try shop.load(rows)
    let path = try memory(shop)
    let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    var spoilt: [Data] = [
      Data(), bytes.prefix(5), bytes.prefix(8), bytes.dropLast(), bytes.dropLast(9), bytes + [0],
      Data(repeating: 0xFF, count: 1 << 16),
    ]
    for round in 1...40 {
      var copy = bytes
      for step in 1...3 { copy[(round * step * 104_729) % copy.count] ^= UInt8(round * 5 + step) }
      spoilt.append(copy)
    }
    for bytes in spoilt {
      try bytes.write(to: URL(fileURLWithPath: path))
      #expect(try held(shop) == (false, rows.count))
    }
    // A pipe that nobody writes into.
    unlink(path)
    #expect(mkfifo(path, 0o600) == 0)
    #expect(try held(shop) == (false, rows.count))
    #expect(try shop.load(rows, force: true).outcome?.counts == [0, 0, rows.count, 0])
    #expect(try held(shop) == (true, rows.count))
  }

  /// A table that says more than values is compared with what the server holds, in little memory: its notes
  /// are more than may stay there.
  @Test func notesAreSortedAndComparedToo() async throws {
    let shop = try await BulkWorkshop()
    func text(_ rows: Rows, changed: Set<String>) -> String {
      let lines = rows.keys.sorted { $0.reversed().lexicographicallyPrecedes($1.reversed()) }.map {
        key in
        let note = String(repeating: "ghi chú ", count: 170) + (changed.contains(key) ? "hai" : "")
        return "\(key),\(rows[key] ?? 0),\"\(note)\"\n"
      }
      return "place,indicator,level,period,source,value,note\n" + lines.joined()
    }
    let rows = BulkWorkshop.rows()
    func load(_ changed: Set<String>, force: Bool = false) throws -> [Int]? {
      let text = text(rows, changed: changed)
      #expect(text.utf8.count > 36 << 20)
      try shop.jobs.write("bulk.csv", text)
      return try shop.jobs.load(["bulk"], force: force).summary.outcomes.last?.counts
    }
    #expect(try load([]) == [rows.count, 0, 0, 0])
    let changed = Set(
      rows.keys.sorted().enumerated().filter { $0.offset % 500 == 9 }.map(\.element))
    #expect(try load(changed) == [0, changed.count, rows.count - changed.count, 0])
    #expect(try held(shop) == (false, rows.count))
    #expect(try load(changed, force: true) == [0, 0, rows.count, 0])
    let notes = try shop.jobs.rows(
      "select count(*) from warehouse.observation where note like '%hai'")
    #expect(notes == ["\(changed.count)"])
    let left = try FileManager.default.contentsOfDirectory(atPath: shop.jobs.folder + "/kept")
    #expect(left.filter { $0.hasPrefix(".") } == [])
  }

  /// A large file is read while it is kept; if somebody writes it meanwhile, what is kept counts.
  @Test func fileThatIsWrittenMeanwhileSaysWhatIsKept() async throws {
    let shop = try await BulkWorkshop()
    let rows = BulkWorkshop.rows()
    var other = rows
    for key in rows.keys.sorted().prefix(5) { other[key] = 77 }
    try shop.jobs.write("bulk.csv", shop.text(rows))
    try shop.jobs.write("other.csv", shop.text(other))
    let (source, kept) = (shop.jobs.folder + "/bulk.csv", shop.jobs.folder + "/other.csv")
    let report = try shop.jobs.load { loader in
      _ = try loader.loadCatalog()
      let job = try #require(try loader.declaredJobs().first { $0.name == "bulk" })
      let load = try #require(try loader.begin(job.name, covering: nil))
      try loader.conclude(load, of: job.name) { loader in
        let slots = try loader.session.slots(of: job.name, files: job.files.map(\.path))
        let folder = loader.kept
        return try loader.load(
          job.files[0], of: job, slot: slots[0], load: load,
          from: KeptCopies(source: source) { [try folder.keep(kept)] })
      }
      return loader.summary
    }
    #expect(report.refused == [])
    #expect(try shop.facts() == "\(rows.count)|\(BulkWorkshop.sum(other))|0|0")
  }

  /// What is withdrawn is forgotten.
  @Test func whatIsWithdrawnIsForgotten() async throws {
    let shop = try await BulkWorkshop()
    _ = try shop.load(BulkWorkshop.rows())
    let path = try memory(shop)
    let report = try shop.jobs.load { try $0.withdraw("bulk", files: []) }
    #expect(report.summary.outcomes.map(\.status) == [.withdrawn])
    #expect(!FileManager.default.fileExists(atPath: path))
    #expect(try shop.facts().hasPrefix("0|0|"))
  }
}
