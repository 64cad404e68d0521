import ETL
import Foundation
import LibPQ
import Testing
import Warehouse

/// Large files: the first becomes a partition, a later one is compared while it is read.
///
/// What is expected is worked out from the rows that the test wrote.
@Suite struct BulkLoadTests {
  /// A row as the file says it, by place, indicator, level and month.
  private typealias Rows = [String: Double]

  private static let indicators = [
    "steering.plan_completion_rate", "procedures.on_time_rate", "procedures.satisfaction_rate",
    "procedures.data_reuse_rate", "organisation.satisfaction_health_rate",
  ]

  private static let places = [
    "Lạng Sơn", "ha-tinh", "Tỉnh Nghệ An", "VN-04", "TP. Đà Nẵng", "Quảng Ninh", "Sơn La",
    "Điện Biên",
    "Lai Châu", "Lào Cai", "Yên Bái", "Hà Nội", "Hải Phòng", "Cần Thơ", "Long An", "Cà Mau",
  ]

  /// Some 23,000 rows in 12 months of a year, more than a megabyte.
  private static func rows(year: Int = 2024, sources: String = "abcde") -> Rows {
    var rows: Rows = [:]
    var number = 0
    for place in places {
      for indicator in indicators {
        for level in ["", "province", "district", "commune", "all"] {
          for month in 1...12 {
            for source in sources.map({ "cong-\($0)" }) {
              number += 1
              let text = month < 10 ? "0\(month)" : "\(month)"
              rows["\(place),\(indicator),\(level),\(year)-\(text),\(source)"] =
                Double(number % 9_973) / 100
            }
          }
        }
      }
    }
    return rows
  }

  /// Two jobs over a large file each, which the test writes.
  private struct Workshop {
    let jobs: JobWorkshop
    var database: String { jobs.database }

    init() async throws {
      jobs = try await JobWorkshop()
      let path = jobs.folder + "/catalog/sources.csv"
      let sources = "abcdefghij".map { "cong-\($0),Cổng,Số liệu \($0),,,2,,\n" }
      try jobs.write(
        "catalog/sources.csv",
        String(contentsOfFile: path, encoding: .utf8) + sources.joined())
      try jobs.declare("bulk")
      try jobs.declare("other")
    }

    /// Writes the file and loads it; lines in the order of the keys unless said.
    func load(
      _ rows: Rows, order: ([String]) -> [String] = { $0.sorted() }, more: String = "",
      force: Bool = false, job: String = "bulk", quotesEverySecond: Bool = false
    ) throws -> (outcome: SlotOutcome?, told: [String]) {
      let lines = order(rows.keys.sorted()).enumerated().map { index, key in
        let line = "\(key),\(rows[key] ?? 0)"
        guard quotesEverySecond, index % 2 == 1 else { return line + "\n" }
        return line.split(separator: ",", omittingEmptySubsequences: false)
          .map { "\"\($0)\"" }.joined(separator: ",") + "\r\n"
      }
      let text = "place,indicator,level,period,source,value\n" + lines.joined() + more
      #expect(text.utf8.count > 1 << 20, "too small to be large")
      try jobs.write("\(job).csv", text)
      let report = try jobs.load([job], force: force)
      return (report.summary.outcomes.last, report.refused)
    }

    /// Count, and sum of hundredths, of what holds now; and how many rows are in the past.
    func facts() throws -> String {
      try jobs.rows(
        """
        select count(*), coalesce(sum(round((value * 100)::numeric)), 0),
            (select count(*) from warehouse.observation_past),
            (select count(*) from pg_tables where schemaname = 'staging')
        from warehouse.observation
        """)[0]
    }
  }

  private static func sum(_ rows: Rows) -> Int {
    rows.values.reduce(0) { $0 + Int(($1 * 100).rounded()) }
  }

  @Test func firstFileOfAYearBecomesItsPartition() async throws {
    let shop = try await Workshop()
    let rows = Self.rows()
    let first = try shop.load(rows)
    #expect(first.outcome?.counts == [rows.count, 0, 0, 0], "\(first.told)")
    #expect(try shop.facts() == "\(rows.count)|\(Self.sum(rows))|0|0")
    var connection = try Connection(shop.database)
    try connection.run(sql("select ops.ensure_partition('2023-01-01')"))
    // It is as any other partition: owner, constraints, indexes, rights.
    func shape(_ year: Int) throws -> [String] {
      try connection.rows(
        """
        select 'constraint', pg_get_constraintdef(oid), '' from pg_constraint
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
    let adopted = try shape(2024).map {
      $0.replacingOccurrences(of: "{chiso_owner=arwdDxt/chiso_owner}", with: "")
    }
    #expect(try adopted == shape(2023))
    #expect(try connection.column("select count(*) from warehouse.observation_past_y2024") == ["0"])
  }

  /// Quotes, and what ends a line, are no part of what is said.
  @Test func rowsWithAndWithoutQuotesMeanTheSame() async throws {
    let shop = try await Workshop()
    let rows = Self.rows()
    let first = try shop.load(rows, quotesEverySecond: true)
    #expect(first.outcome?.counts == [rows.count, 0, 0, 0], "\(first.told)")
    #expect(try shop.facts() == "\(rows.count)|\(Self.sum(rows))|0|0")
    #expect(try shop.load(rows).outcome?.counts == [0, 0, rows.count, 0])
    let lines = try shop.jobs.rows(
      "select count(distinct line), min(line), max(line) from warehouse.observation")
    #expect(lines == ["\(rows.count)|2|\(rows.count + 1)"])
  }

  @Test func sameFileAgainChangesNothing() async throws {
    let shop = try await Workshop()
    let rows = Self.rows()
    _ = try shop.load(rows)
    let again = try shop.load(rows, force: true)
    #expect(again.outcome?.counts == [0, 0, rows.count, 0])
    let reversed = try shop.load(rows, order: { $0.sorted().reversed() }, force: true)
    #expect(reversed.outcome?.counts == [0, 0, rows.count, 0])
    #expect(try shop.facts() == "\(rows.count)|\(Self.sum(rows))|0|0")
  }

  @Test func revisedFileMovesOnlyWhatDiffersToThePast() async throws {
    let shop = try await Workshop()
    let before = Self.rows()
    _ = try shop.load(before)
    var after = before
    let keys = before.keys.sorted()
    let revised = keys.enumerated().filter { $0.offset % 100 == 3 }.map(\.element)
    let gone = keys.enumerated().filter { $0.offset % 250 == 7 }.map(\.element)
    let new = Self.rows(year: 2022).keys.sorted().prefix(77)
    for key in revised { after[key] = (before[key] ?? 0) == 1 ? 2 : 1 }
    let unlike = revised.filter { after[$0] != before[$0] }
    for key in gone { after[key] = nil }
    for key in new { after[key] = 50 }
    let outcome = try shop.load(after).outcome
    let changed = Set(unlike).subtracting(gone).count
    #expect(
      outcome?.counts == [new.count, changed, after.count - new.count - changed, gone.count])
    #expect(
      try shop.facts() == "\(after.count)|\(Self.sum(after))|\(changed + gone.count)|0")
    // And back: what was before holds again, and what held between is past.
    let back = try shop.load(before, order: { $0.shuffled() }).outcome
    #expect(
      back?.counts == [gone.count, changed, before.count - gone.count - changed, new.count])
    #expect(try shop.facts().hasPrefix("\(before.count)|\(Self.sum(before))|"))
  }

  /// What is revised is written beside what it was, and the next reading finds all in its order.
  @Test func revisedFiguresStayWhereTheyWere() async throws {
    let shop = try await Workshop()
    let before = Self.rows()
    _ = try shop.load(before)
    let pages =
      "select place_id, series_id, period, split_part(ctid::text, ',', 1)"
      + " from warehouse.observation order by 1, 2, 3"
    let stood = try shop.jobs.rows(pages)
    var after = before
    let revised = before.keys.sorted().enumerated().filter { $0.offset % 100 == 3 }.map(\.element)
    for key in revised { after[key] = (before[key] ?? 0) == 1 ? 2 : 1 }
    let changed = revised.count { after[$0] != before[$0] }
    #expect(try shop.load(after).outcome?.counts == [0, changed, before.count - changed, 0])
    #expect(try shop.jobs.rows(pages) == stood)
    #expect(try shop.load(before).outcome?.counts == [0, changed, before.count - changed, 0])
    #expect(try shop.facts() == "\(before.count)|\(Self.sum(before))|\(2 * changed)|0")
  }

  /// Further than rows wait for theirs: what was last comes first.
  @Test func rowsThatStandFarFromWhereTheyStoodAreTheSame() async throws {
    let shop = try await Workshop()
    let before = Self.rows()
    _ = try shop.load(before)
    var after = before
    let keys = before.keys.sorted()
    let far = keys.count - 4_000
    for key in [keys[1], keys[far + 1]] { after[key] = (before[key] ?? 0) == 1 ? 2 : 1 }
    after[keys[far - 1]] = nil
    let turned = try shop.load(after, order: { keys in Array(keys[far...] + keys[..<far]) })
    #expect(turned.outcome?.counts == [0, 2, before.count - 3, 1], "\(turned.told)")
    #expect(try shop.facts() == "\(after.count)|\(Self.sum(after))|3|0")
  }

  @Test func linesThatSayTheSameAreToldAndNothingIsLoaded() async throws {
    let shop = try await Workshop()
    let rows = Self.rows()
    let twice = try shop.load(rows, more: "lang-son,\(Self.indicators[0]),,2024-01,cong-a,1\n")
    let line = rows.keys.sorted().firstIndex(of: "Lạng Sơn,\(Self.indicators[0]),,2024-01,cong-a")
    let first = try #require(line) + 2
    #expect(twice.told == ["\(rows.count + 2) duplicate_row |\(first)"])
    #expect(try shop.facts() == "0|0|0|0")
    // The same beside what is held: told as well, and what held before holds.
    _ = try shop.load(rows)
    let again = try shop.load(rows, more: "lang-son,\(Self.indicators[0]),,2024-01,cong-a,1\n")
    #expect(again.told == twice.told)
    #expect(try shop.facts() == "\(rows.count)|\(Self.sum(rows))|0|0")
  }

  @Test func fileOfSeveralYearsIsMerged() async throws {
    let shop = try await Workshop()
    let rows = Self.rows(year: 2021).merging(Self.rows(year: 2022)) { $1 }
    #expect(try shop.load(rows).outcome?.counts == [rows.count, 0, 0, 0])
    #expect(try shop.facts() == "\(rows.count)|\(Self.sum(rows))|0|0")
  }

  @Test func mergeThatCameBetweenKeepsMomentsInOrder() async throws {
    let shop = try await Workshop()
    var connection = try Connection(shop.database)
    // As if another load had merged just now, by a clock that is ahead.
    try connection.run(sql("update ops.merge_clock set moment = now() + interval '1 hour'"))
    let rows = Self.rows()
    #expect(try shop.load(rows).outcome?.counts == [rows.count, 0, 0, 0])
    #expect(try shop.facts() == "\(rows.count)|\(Self.sum(rows))|0|0")
  }

  /// One becomes a partition, the other is merged into the same year and a second one.
  @Test func loadsOfTheSameNewYearDoNotStopEachOther() async throws {
    let one = Self.rows()
    let other = Self.rows(sources: "fghij").merging(Self.rows(year: 2023, sources: "fghij")) { $1 }
    for _ in 0..<3 {
      let shop = try await Workshop()
      async let first = Task.detached { try shop.load(one).outcome?.counts }.value
      async let second = Task.detached { try shop.load(other, job: "other").outcome?.counts }.value
      let counts = try await [first, second]
      #expect(counts == [[one.count, 0, 0, 0], [other.count, 0, 0, 0]])
      let sum = Self.sum(one) + Self.sum(other)
      #expect(try shop.facts() == "\(one.count + other.count)|\(sum)|0|0")
    }
  }

  /// Who waits for another merge holds nothing that the other may need.
  @Test func loadThatWaitsForAMergeLetsPartitionsBeMade() async throws {
    let shop = try await Workshop()
    let rows = Self.rows(year: 2022).merging(Self.rows(year: 2023)) { $1 }
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
    let shop = try await Workshop()
    let bad = (0..<3).map { "Nơi \($0),\(Self.indicators[0]),,2024-01,cong-a,1\n" }.joined()
    let refused = try shop.load(Self.rows(), more: bad)
    #expect(refused.outcome?.status == .refused)
    #expect(refused.told.count == 3)
    #expect(refused.told.allSatisfy { $0.contains("unknown_place") })
    #expect(try shop.facts() == "0|0|0|0")
  }
}
