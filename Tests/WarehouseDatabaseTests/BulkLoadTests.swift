import ETL
import Foundation
import LibPQ
import Testing
import Warehouse

/// Large files: the first becomes a partition, a later one is compared while it is read.
///
/// What is expected is worked out from the rows that the test wrote.
@Suite struct BulkLoadTests {
  @Test func firstFileOfAYearBecomesItsPartition() async throws {
    let shop = try await BulkWorkshop()
    let rows = BulkWorkshop.rows()
    let first = try shop.load(rows)
    #expect(first.outcome?.counts == [rows.count, 0, 0, 0], "\(first.told)")
    #expect(try shop.facts() == "\(rows.count)|\(BulkWorkshop.sum(rows))|0|0")
    var connection = try Connection(shop.database)
    try connection.run(sql("select ops.ensure_partition('2023-01-01')"))
    // It is as any other partition: owner, constraints, indexes, rights. Only that no scan has proven what
    // its rows may say; which is said of all that come.
    func shape(_ year: Int) throws -> [String] {
      try connection.rows(
        """
        select 'constraint', replace(pg_get_constraintdef(oid), ' NOT VALID', ''), '' from pg_constraint
        where conrelid = 'warehouse.observation_y\(year)'::regclass
        union all
        select 'index', replace(pg_get_indexdef(indexrelid), '\(year)', 'YEAR'), ''
        from pg_index where indrelid = 'warehouse.observation_y\(year)'::regclass
        union all
        select 'table', pg_get_userbyid(relowner), coalesce(relacl::text, '')
        from pg_class where oid = 'warehouse.observation_y\(year)'::regclass
        order by 1, 2
        """)
    }
    func adopted() throws -> [String] {
      try shape(2024).map {
        $0.replacingOccurrences(of: "{chiso_owner=arwdDxt/chiso_owner}", with: "")
      }
    }
    // But for the index of slots, which finds nothing while all rows are of one.
    #expect(try adopted() == shape(2023).filter { !$0.contains("USING brin") })
    let slot = try connection.column("select distinct slot_id from warehouse.observation")[0]
    try connection.run(sql("select ops.ensure_slot_indexes(\(slot))"))
    #expect(try adopted() == shape(2023).filter { !$0.contains("USING brin") })
    try connection.run(sql("select ops.ensure_slot_indexes(\(slot) + 1)"))
    #expect(try adopted() == shape(2023))
    let columns = """
      select attname, format_type(atttypid, atttypmod), attnotnull::text || coalesce(
          col_description(attrelid, attnum), 'nothing') || coalesce(
          (select pg_get_expr(adbin, adrelid) from pg_attrdef where adrelid = attrelid and adnum = attnum), '')
      from pg_attribute where attrelid = 'warehouse.observation_yYEAR'::regclass and attnum > 0
      order by 1
      """
    func describe(_ year: String) throws -> [String] {
      try connection.rows(columns.replacingOccurrences(of: "YEAR", with: year))
    }
    #expect(try describe("2024") == describe("2023"))
    #expect(try connection.column("select count(*) from warehouse.observation_past_y2024") == ["0"])
  }

  /// A period that all rows have is said once, in the table, and others may come later.
  @Test func fileOfOnePeriodBecomesItsPartition() async throws {
    let shop = try await BulkWorkshop()
    let all = BulkWorkshop.rows(sources: "abcdefghij")
    // Blanks make it large.
    let blanks = String(repeating: " ", count: 280)
    let march = all.filter { $0.key.contains(",2024-03,") }
    let rows = BulkWorkshop.Rows(
      uniqueKeysWithValues: march.map { key, value in
        let comma = key.firstIndex(of: ",") ?? key.endIndex
        return (key[..<comma] + blanks + key[comma...], value)
      })
    let first = try shop.load(rows)
    #expect(first.outcome?.counts == [rows.count, 0, 0, 0], "\(first.told)")
    #expect(try shop.facts() == "\(rows.count)|\(BulkWorkshop.sum(rows))|0|0")
    #expect(
      try shop.jobs.rows(
        """
        select distinct o.period, (select count(*) from pg_attrdef where adrelid = o.tableoid)
        from warehouse.observation as o
        """) == ["2024-03-01|1"])
    let other = all.filter { !$0.key.contains(",2024-03,") }
    #expect(try shop.load(other, job: "other").outcome?.counts == [other.count, 0, 0, 0])
    #expect(try shop.facts() == "\(all.count)|\(BulkWorkshop.sum(all))|0|0")
    #expect(try shop.load(rows, force: true).outcome?.counts == [0, 0, rows.count, 0])
  }

  /// What no scan has proven of a year of values holds all the same, and is said of every row that changes.
  @Test(arguments: [
    "flags = 'X'", "rank = 0", "(rank, rank_of) = (2, 1)", "value = null", "period = '2025-01-01'",
  ])
  func yearOfValuesTakesNoOtherRows(_ change: String) async throws {
    let shop = try await BulkWorkshop()
    let rows = BulkWorkshop.rows()
    _ = try shop.load(rows)
    var connection = try Connection(shop.database)
    let year = "warehouse.observation_y2024"
    #expect(
      sqlState { try connection.run(sql("update \(year) as o set \(change) where o.line = 7")) }
        == "23514")
    // What a scan finds.
    for name in ["flags", "rank", "rank_of", "something"] {
      let proof = "alter table \(year) validate constraint observation_\(name)_check"
      try connection.run(sql(proof))
    }
    #expect(try shop.load(rows, force: true).outcome?.counts == [0, 0, rows.count, 0])
  }

  @Test func stagingOfValuesTakesNothingElse() async throws {
    let shop = try await BulkWorkshop()
    var connection = try Connection(shop.database)
    func refusal(_ period: String?, _ values: String) throws -> String? {
      let period = period.map { "'\($0)'" } ?? "null"
      try connection.run(sql("begin"))
      defer { try? connection.run(sql("rollback")) }
      try connection.run(
        sql("select ops.open_staging('observation_1_1', '2024-01-01', true, \(period))"))
      return sqlState {
        try connection.run(sql("insert into staging.observation_1_1 values (\(values))"))
      }
    }
    // Value, province, place, series, period, line.
    #expect(try refusal(nil, "1, 1, 1, 1, '2024-12-01', 2") == nil)
    #expect(try refusal(nil, "null, 1, 1, 1, '2024-12-01', 2") == "23502")
    #expect(try refusal(nil, "1, 1, 1, 1, '2025-01-01', 2") == "23514")
    #expect(try refusal("2024-03-01", "1, 1, 1, 1, '2024-03-01', 2") == nil)
    #expect(try refusal("2024-03-01", "1, 1, 1, 1, default, 2") == nil)
    #expect(try refusal("2024-03-01", "1, 1, 1, 1, '2024-04-01', 2") == "23514")
  }

  /// Quotes, and what ends a line, are no part of what is said.
  @Test func rowsWithAndWithoutQuotesMeanTheSame() async throws {
    let shop = try await BulkWorkshop()
    let rows = BulkWorkshop.rows()
    let first = try shop.load(rows, quotesEverySecond: true)
    #expect(first.outcome?.counts == [rows.count, 0, 0, 0], "\(first.told)")
    #expect(try shop.facts() == "\(rows.count)|\(BulkWorkshop.sum(rows))|0|0")
    #expect(try shop.load(rows).outcome?.counts == [0, 0, rows.count, 0])
    let lines = try shop.jobs.rows(
      "select count(distinct line), min(line), max(line) from warehouse.observation")
    #expect(lines == ["\(rows.count)|2|\(rows.count + 1)"])
  }

  @Test func sameFileAgainChangesNothing() async throws {
    let shop = try await BulkWorkshop()
    let rows = BulkWorkshop.rows()
    _ = try shop.load(rows)
    let again = try shop.load(rows, force: true)
    #expect(again.outcome?.counts == [0, 0, rows.count, 0])
    let reversed = try shop.load(rows, order: { $0.sorted().reversed() }, force: true)
    #expect(reversed.outcome?.counts == [0, 0, rows.count, 0])
    #expect(try shop.facts() == "\(rows.count)|\(BulkWorkshop.sum(rows))|0|0")
  }

  @Test func revisedFileMovesOnlyWhatDiffersToThePast() async throws {
    let shop = try await BulkWorkshop()
    let before = BulkWorkshop.rows()
    _ = try shop.load(before)
    var after = before
    let keys = before.keys.sorted()
    let revised = keys.enumerated().filter { $0.offset % 100 == 3 }.map(\.element)
    let gone = keys.enumerated().filter { $0.offset % 250 == 7 }.map(\.element)
    let new = BulkWorkshop.rows(year: 2022).keys.sorted().prefix(77)
    for key in revised { after[key] = (before[key] ?? 0) == 1 ? 2 : 1 }
    let unlike = revised.filter { after[$0] != before[$0] }
    for key in gone { after[key] = nil }
    for key in new { after[key] = 50 }
    let outcome = try shop.load(after).outcome
    let changed = Set(unlike).subtracting(gone).count
    #expect(
      outcome?.counts == [new.count, changed, after.count - new.count - changed, gone.count])
    #expect(
      try shop.facts() == "\(after.count)|\(BulkWorkshop.sum(after))|\(changed + gone.count)|0")
    // And back: what was before holds again, and what held between is past.
    let back = try shop.load(before, order: { $0.shuffled() }).outcome
    #expect(
      back?.counts == [gone.count, changed, before.count - gone.count - changed, new.count])
    #expect(try shop.facts().hasPrefix("\(before.count)|\(BulkWorkshop.sum(before))|"))
  }

  /// What is revised is written beside what it was, and the next reading finds all in its order.
  @Test func revisedFiguresStayWhereTheyWere() async throws {
    let shop = try await BulkWorkshop()
    let before = BulkWorkshop.rows()
    _ = try shop.load(before)
    let pages =
      "select place_id, series_id, period, split_part(ctid::text, ',', 1)"
      + " from warehouse.observation order by 1, 2, 3"
    let stood = try shop.jobs.rows(pages)
    var after = before
    // One in a hundred, as they lie.
    let keys = before.keys.sorted()
    let lying = try shop.jobs.rows("select line from warehouse.observation order by ctid")
    let revised = lying.enumerated().filter { $0.offset % 100 == 3 }
      .compactMap { Int($0.element) }.map { keys[$0 - 2] }
    for key in revised { after[key] = (before[key] ?? 0) == 1 ? 2 : 1 }
    let changed = revised.count { after[$0] != before[$0] }
    #expect(try shop.load(after).outcome?.counts == [0, changed, before.count - changed, 0])
    #expect(try shop.jobs.rows(pages) == stood)
    #expect(try shop.load(before).outcome?.counts == [0, changed, before.count - changed, 0])
    #expect(try shop.facts() == "\(before.count)|\(BulkWorkshop.sum(before))|\(2 * changed)|0")
  }

  /// Further than rows wait for theirs: what was last comes first.
  @Test func rowsThatStandFarFromWhereTheyStoodAreTheSame() async throws {
    let shop = try await BulkWorkshop()
    let before = BulkWorkshop.rows()
    _ = try shop.load(before)
    var after = before
    let keys = before.keys.sorted()
    let far = keys.count - 4_000
    for key in [keys[1], keys[far + 1]] { after[key] = (before[key] ?? 0) == 1 ? 2 : 1 }
    after[keys[far - 1]] = nil
    let turned = try shop.load(after, order: { keys in Array(keys[far...] + keys[..<far]) })
    #expect(turned.outcome?.counts == [0, 2, before.count - 3, 1], "\(turned.told)")
    #expect(try shop.facts() == "\(after.count)|\(BulkWorkshop.sum(after))|3|0")
  }

  @Test func linesThatSayTheSameAreToldAndNothingIsLoaded() async throws {
    let shop = try await BulkWorkshop()
    let rows = BulkWorkshop.rows()
    let twice = try shop.load(
      rows, more: "lang-son,\(BulkWorkshop.indicators[0]),,2024-01,cong-a,1\n")
    let line = rows.keys.sorted().firstIndex(
      of: "Lạng Sơn,\(BulkWorkshop.indicators[0]),,2024-01,cong-a")
    let first = try #require(line) + 2
    #expect(twice.told == ["\(rows.count + 2) duplicate_row |\(first)"])
    #expect(try shop.facts() == "0|0|0|0")
    // The same beside what is held: told as well, and what held before holds.
    _ = try shop.load(rows)
    let again = try shop.load(
      rows, more: "lang-son,\(BulkWorkshop.indicators[0]),,2024-01,cong-a,1\n")
    #expect(again.told == twice.told)
    #expect(try shop.facts() == "\(rows.count)|\(BulkWorkshop.sum(rows))|0|0")
  }

  @Test func fileOfSeveralYearsIsMerged() async throws {
    let shop = try await BulkWorkshop()
    let rows = BulkWorkshop.rows(year: 2021).merging(BulkWorkshop.rows(year: 2022)) { $1 }
    #expect(try shop.load(rows).outcome?.counts == [rows.count, 0, 0, 0])
    #expect(try shop.facts() == "\(rows.count)|\(BulkWorkshop.sum(rows))|0|0")
  }

  @Test func mergeThatCameBetweenKeepsMomentsInOrder() async throws {
    let shop = try await BulkWorkshop()
    var connection = try Connection(shop.database)
    // As if another load had merged just now, by a clock that is ahead.
    try connection.run(sql("update ops.merge_clock set moment = now() + interval '1 hour'"))
    let rows = BulkWorkshop.rows()
    #expect(try shop.load(rows).outcome?.counts == [rows.count, 0, 0, 0])
    #expect(try shop.facts() == "\(rows.count)|\(BulkWorkshop.sum(rows))|0|0")
  }

  /// One becomes a partition, the other is merged into the same year and a second one.
  @Test func loadsOfTheSameNewYearDoNotStopEachOther() async throws {
    let one = BulkWorkshop.rows()
    let other = BulkWorkshop.rows(sources: "fghij").merging(
      BulkWorkshop.rows(year: 2023, sources: "fghij")
    ) { $1 }
    for _ in 0..<3 {
      let shop = try await BulkWorkshop()
      async let first = Task.detached { try shop.load(one).outcome?.counts }.value
      async let second = Task.detached { try shop.load(other, job: "other").outcome?.counts }.value
      let counts = try await [first, second]
      #expect(counts == [[one.count, 0, 0, 0], [other.count, 0, 0, 0]])
      let sum = BulkWorkshop.sum(one) + BulkWorkshop.sum(other)
      #expect(try shop.facts() == "\(one.count + other.count)|\(sum)|0|0")
    }
  }

  /// Who waits for another merge holds nothing that the other may need.
  @Test func loadThatWaitsForAMergeLetsPartitionsBeMade() async throws {
    let shop = try await BulkWorkshop()
    let rows = BulkWorkshop.rows(year: 2022).merging(BulkWorkshop.rows(year: 2023)) { $1 }
    var merging = try Connection(shop.database)
    try merging.run(sql("select pg_advisory_lock(1667785589)"))
    async let waiting = Task.detached { try shop.load(rows).outcome?.counts }.value
    var attempts = 0
    while try merging.column(
      """
      select count(*) from pg_locks
      where locktype = 'advisory' and not granted and objid = 1667785589::oid
        and database = (select oid from pg_database where datname = current_database())
      """) == ["0"], attempts < 1_500
    {
      attempts += 1
      try await Task.sleep(for: .milliseconds(20))
    }
    #expect(attempts < 1_500, "the load did not come to its merge")
    let days = "'{2022-01-01,2030-01-01}'::date[]"
    let refusal = sqlState {
      try merging.run(sql("set lock_timeout = '5s'"))
      try merging.run(sql("select ops.ensure_partition(d) from unnest(\(days)) as d"))
    }
    #expect(refusal == nil)
    try merging.run(sql("select pg_advisory_unlock(1667785589)"))
    #expect(try await waiting == [rows.count, 0, 0, 0])
  }

  @Test func badRowsRefuseTheFileAndAreCounted() async throws {
    let shop = try await BulkWorkshop()
    let bad = (0..<3).map { "Nơi \($0),\(BulkWorkshop.indicators[0]),,2024-01,cong-a,1\n" }.joined()
    let refused = try shop.load(BulkWorkshop.rows(), more: bad)
    #expect(refused.outcome?.status == .refused)
    #expect(refused.told.count == 3)
    #expect(refused.told.allSatisfy { $0.contains("unknown_place") })
    #expect(try shop.facts() == "0|0|0|0")
  }
}
