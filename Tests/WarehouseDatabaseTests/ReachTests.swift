import Foundation
import LibPQ
import Testing
import Warehouse
import WarehouseSQL

/// What questions read of the facts, by the server's own plans: the years and places that they need, found
/// by the key, and nothing of the thousands of places below provinces.
@Suite struct ReachTests {
  private static let communes = 2_000

  /// Facts of four provinces and many communes in each year from 2016 to 2023, on `par`, `par.1`
  /// and `par.days`.
  private static let database = Task {
    let database = try await TestWarehouse.handMade()
    var owner = try Connection(database)
    for text in [
      """
      insert into catalog.place (place, name_vi, name_en, kind, province_id, lineage_id, valid_from, valid_to)
      select 'c' || n, 'Xã ' || n, 'Commune ' || n, 'commune', p.place_id, 100000 + n, '2004-01-01', 'infinity'
      from catalog.place as p
      cross join generate_series(1, \(communes)) as n
      where p.place = 'can'
      """,
      "update catalog.place set lineage_id = place_id where kind = 'commune'",
      """
      insert into catalog.series (indicator_id, level, freq, geography, source_id, place_level)
      select i.indicator_id, '', 'A', 'vn-63', s.source_id, l.place_level
      from catalog.indicator as i
      cross join catalog.source as s
      cross join (values ('province'), ('commune')) as l (place_level)
      where i.indicator in ('par', 'par.1', 'par.days') and s.source = 'one'
      """,
      "select ops.ensure_partition(make_date(y, 1, 1)) from generate_series(2016, 2023) as y",
      """
      insert into warehouse.observation (
          value, province_id, place_id, series_id, period, recorded_from, load_id, slot_id, line, flags)
      select 1 + p.place_id % 7, p.province_id, p.place_id, s.series_id, make_date(y, 1, 1), now(), 1, 1, 1, 'A'
      from catalog.series as s
      join catalog.place as p on p.place_level = s.place_level
      cross join generate_series(2016, 2023) as y
      where p.place in ('an', 'ban', 'can', 'dan-cu') or p.kind = 'commune'
      """,
      "analyze",
    ] { _ = try owner.query(sql(text)) }
    return database
  }

  /// A part of a table of facts that a plan reads.
  private struct Reach: Equatable {
    var rows = 0
    var conditions: Set<String> = []
  }

  private struct Node: Decodable {
    var relation: String?
    var condition: String?
    /// The same where the index marks pages first.
    var recheck: String?
    var rows: Int?
    var removed: Int?
    var loops: Int?
    var nodes: [Node]?

    enum CodingKeys: String, CodingKey {
      case relation = "Relation Name"
      case condition = "Index Cond"
      case recheck = "Recheck Cond"
      case rows = "Actual Rows"
      case removed = "Rows Removed by Filter"
      case loops = "Actual Loops"
      case nodes = "Plans"
    }

    /// Adds what it reads of facts, and what those below it do.
    func add(to reach: inout [String: Reach]) {
      if let relation, relation.hasPrefix("observation"), let loops, loops > 0 {
        reach[relation, default: Reach()].rows += ((rows ?? 0) + (removed ?? 0)) * loops
        reach[relation, default: Reach()].conditions.insert(condition ?? recheck ?? "no index")
      }
      for node in nodes ?? [] { node.add(to: &reach) }
    }
  }

  private struct Plan: Decodable {
    let plan: Node

    enum CodingKeys: String, CodingKey { case plan = "Plan" }
  }

  /// What a question reads of the facts, by partition.
  private func reach(of file: SQLFile, _ parameters: [Parameter]) async throws -> [String: Reach] {
    var reader = try Connection(await Self.database.value)
    let explained = try reader.query(
      sql("explain (analyze, format json) " + file.text), parameters)
    let plans = try JSONDecoder().decode(
      [Plan].self, from: Data((explained.map { $0.text(0) ?? "" }).joined().utf8))
    var reach: [String: Reach] = [:]
    for plan in plans { plan.plan.add(to: &reach) }
    return reach
  }

  private func expect(
    _ reach: [String: Reach], rows: Int, in years: ClosedRange<Int>, by column: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(
      reach.mapValues(\.rows)
        == Dictionary(uniqueKeysWithValues: years.map { ("observation_y\($0)", rows) }),
      sourceLocation: sourceLocation)
    for (part, read) in reach {
      #expect(
        read.conditions.allSatisfy { $0.contains("series_id") && $0.contains(column) },
        "\(part): \(read.conditions)", sourceLocation: sourceLocation)
    }
  }

  private static let clocks: [Parameter] = [.optionalDate(nil), .optionalDate(nil)]

  /// A rank is among all four provinces; a commune has none.
  @Test(arguments: [("an", 4, "series_id"), ("c7", 1, "place_id")])
  func aTrendReadsItsYearsAndTheOneBefore(place: String, rows: Int, column: String) async throws {
    let reach = try await reach(
      of: .listTrend,
      [.textArray([place]), .textArray(["par.1"]), .int32(2019), .int32(2020), .textArray([""])]
        + Self.clocks + [.bool(false), .text("published")])
    expect(reach, rows: rows, in: 2018...2020, by: column)
  }

  @Test func aComparisonReadsProvincesOfItsYearsAndTheOneBefore() async throws {
    let reach = try await reach(
      of: .listComparison,
      [
        .textArray(["an", "can"]), .textArray(["par.1"]), .int32(2021), .int32(2021),
        .textArray([""]),
      ] + Self.clocks + [.bool(false), .text("published")])
    expect(reach, rows: 4, in: 2020...2021, by: "series_id")
  }

  @Test func aRankingReadsProvincesOfItsYearAndTheOneBefore() async throws {
    let reach = try await reach(
      of: .listRanking,
      [.textArray(["par.days"]), .int32(2020), .optionalText(nil), .textArray([""])]
        + Self.clocks + [.bool(false), .text("published")])
    expect(reach, rows: 4, in: 2019...2020, by: "series_id")
  }

  @Test func aSummaryReadsProvincesOfItsYear() async throws {
    let reach = try await reach(
      of: .listSummary,
      [.textArray(["par.1"]), .int32(2020), .int32(2020), .textArray([""])] + Self.clocks
        + [.text("published")])
    expect(reach, rows: 4, in: 2020...2020, by: "series_id")
  }

  @Test func aKnowledgeDayReadsThePastOfTheSameYears() async throws {
    let reach = try await reach(
      of: .listSummary,
      [
        .textArray(["par.1"]), .int32(2020), .int32(2020), .textArray([""]),
        .optionalDate("2026-01-01"), .optionalDate(nil), .text("published"),
      ])
    #expect(Set(reach.keys) == ["observation_y2020", "observation_past_y2020"])
  }

  /// Rows that a question reads of each table of facts by the server's count, also inside of functions whose
  /// plans are not shown.
  private func counted(_ question: String) async throws -> [String: Int] {
    var reader = try Connection(await Self.database.value)
    // The server counts for the transaction.
    try reader.run(sql("begin"))
    _ = try reader.query(sql(question))
    let counts = try reader.query(
      sql(
        """
        select relname, seq_tup_read + coalesce(idx_tup_fetch, 0) as rows
        from pg_stat_xact_user_tables
        where relname like 'observation%'
        """)
    ).map { row in (try row.value("relname", as: String.self), try row.value("rows", as: Int.self))
    }
    return Dictionary(uniqueKeysWithValues: counts.filter { $0.1 > 0 })
  }

  @Test(arguments: [
    // Of four provinces the total and two parts in two years and the one before.
    ("select * from mart.explain('{an}', 'par', 2019, 2020, null, null, false)", 2018...2020, 12),
    (
      "select * from mart.movers('{par.1}', 2019, 2020, null, '{\"\"}', null, null, false)",
      2018...2020, 4
    ),
    // Of four provinces one series.
    ("select * from mart.changes('2000-01-01', null, '{an}', '{par.1}')", 2016...2023, 4),
    // The total in all years, and one figure of each source to know its tier.
    ("select * from mart.coverage", 2016...2023, 8),
  ])
  func noQuestionAboutProvincesReadsCommunes(
    question: String, years: ClosedRange<Int>, most: Int
  ) async throws {
    let counts = try await counted(question)
    #expect(!counts.isEmpty)
    for (part, rows) in counts {
      #expect(years.contains { part == "observation_y\($0)" }, "\(part)")
      #expect(rows <= most, "\(part)")
    }
  }

  /// Of all years the place's own two figures, to know the last; of that one two parts of four provinces, and
  /// again for the median.
  @Test func partsOfAnIndexAreReadInTheirLastYear() async throws {
    let counts = try await counted("select * from mart.components('an', 2020, null, null)")
    for (part, rows) in counts {
      #expect((2016...2020).contains { part == "observation_y\($0)" }, "\(part)")
      #expect(rows <= (part == "observation_y2020" ? 2 + 8 + 8 : 2), "\(part)")
    }
    #expect(counts["observation_y2020"] != nil)
  }
}
