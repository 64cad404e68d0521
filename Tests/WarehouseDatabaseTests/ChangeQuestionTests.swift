import IndicatorModel
import LibPQ
import Testing
import Warehouse

/// What the warehouse learned between two days, with moments that a test sets.
@Suite struct ChangeQuestionTests {
  /// `an` learned 2024-03-05 as 80, revised 2024-03-10 at 00:30 in Việt Nam to 81, withdrawn 2024-03-20;
  /// `ban` learned 2024-03-05 as 70, revised 2024-03-10 to 71, 2024-03-20 to 70 again; `can` learned
  /// 2024-03-20 with rank 3.
  private func history() async throws -> String {
    let database = try await TestWarehouse.handMade()
    var loader = try FactLoader(database)
    let moments = ["2024-03-05 10:00+07", "2024-03-10 00:30+07", "2024-03-20 12:00+07"]
    let states = [
      [Fact("an", "par", 2020, 80), Fact("ban", "par", 2020, 70)],
      [Fact("an", "par", 2020, 81), Fact("ban", "par", 2020, 71)],
      [Fact("ban", "par", 2020, 70), Fact("can", "par", 2020, rank: 3, rankOf: 4)],
    ]
    var connection = try Connection(database)
    for (moment, state) in zip(moments, states) {
      try loader.load(state)
      try connection.run(
        Statement(
          name: "set moment",
          text: """
            update ops.load set started_at = '\(moment)', finished_at = '\(moment)'
            where started_at > '2025-01-01'
            """))
      for table in ["observation", "observation_past"] {
        for column in table == "observation" ? ["from"] : ["from", "to"] {
          try connection.run(
            Statement(
              name: "set moment",
              text: """
                update warehouse.\(table) set recorded_\(column) = '\(moment)'
                where recorded_\(column) > '2025-01-01'
                """))
        }
      }
    }
    return database
  }

  private func changes(
    _ from: String, _ to: String?, places: [String]? = nil, indicators: [String]? = nil,
    jobs: [String]? = nil
  ) async throws -> [String] {
    var session = try await Session(history(), for: .asking)
    var selection = Selection()
    selection.places = places
    selection.indicators = indicators
    return try session.changes(
      from: try #require(CalendarDate(iso: from)), to: to.flatMap(CalendarDate.init(iso:)),
      selection, jobs: jobs
    ).map { row in
      func said(_ value: Double?, _ rank: Int?) -> String {
        value.map { "\(Int($0))" } ?? rank.map { "#\($0)" } ?? "–"
      }
      return "\(row.job) \(row.change) \(row.place) \(row.period.prefix(4)) "
        + "\(said(row.oldValue, row.oldRank)) \(said(row.newValue, row.newRank))"
    }
  }

  @Test(
    arguments: [
      ("2024-03-04", "2024-03-05", ["job new an 2020 – 80", "job new ban 2020 – 70"]),
      // By UTC the revision would belong to the 9th.
      ("2024-03-05", "2024-03-09", []),
      ("2024-03-05", "2024-03-10", ["job revised an 2020 80 81", "job revised ban 2020 70 71"]),
      ("2024-03-04", "2024-03-10", ["job new an 2020 – 81", "job new ban 2020 – 71"]),
      (
        "2024-03-10", "2024-03-20",
        ["job withdrawn an 2020 81 –", "job revised ban 2020 71 70", "job new can 2020 – #3"]
      ),
      // `ban` is what it was.
      ("2024-03-05", nil, ["job withdrawn an 2020 80 –", "job new can 2020 – #3"]),
      ("2024-03-04", nil, ["job new ban 2020 – 70", "job new can 2020 – #3"]),
      ("2024-03-20", nil, []), ("2024-03-10", "2024-03-10", []),
    ] as [(String, String?, [String])])
  func whatIsNewRevisedAndWithdrawn(_ from: String, _ to: String?, _ told: [String]) async throws {
    #expect(try await changes(from, to) == told)
  }

  @Test func placesIndicatorsAndJobsNarrowTheAnswer() async throws {
    #expect(
      try await changes("2024-03-05", "2024-03-10", places: ["ban"])
        == ["job revised ban 2020 70 71"])
    #expect(try await changes("2024-03-05", "2024-03-10", indicators: ["papi"]) == [])
    #expect(try await changes("2024-03-05", "2024-03-10", jobs: ["other"]) == [])
    #expect(try await changes("2024-03-05", "2024-03-10", jobs: ["job", "other"]).count == 2)
  }

  @Test func countsAreThoseOfTheRows() async throws {
    var session = try await Session(history(), for: .asking)
    let counts = try session.changeCounts(
      from: try #require(CalendarDate(iso: "2024-03-10")), to: nil, Selection(), jobs: nil)
    #expect(
      counts.map { "\($0.job) \($0.kind) \($0.change) \($0.count)" } == [
        "job figure new 1", "job figure revised 1", "job figure withdrawn 1",
      ])
  }

  @Test func targetsAreToldWithTheirPlan() async throws {
    var plans = try await Plans()
    _ = try plans.loadPlans(Plans.array(Plans.plan()))
    _ = try plans.loadTargets(
      Plans.array(Plans.target(1, "par", 85), Plans.target(2, "par", 5, unit: "rank")))
    var connection = try Connection(plans.database)
    try connection.run(
      Statement(name: "set", text: "update warehouse.target set recorded_from = '2024-03-05'"))
    _ = try plans.loadTargets(Plans.array(Plans.target(1, "par", 90)))
    var session = try Session(plans.database, for: .asking)
    let rows = try session.changes(
      from: try #require(CalendarDate(iso: "2024-04-01")), to: nil, Selection(), jobs: nil)
    #expect(
      rows.map { "\($0.kind) \($0.change) \($0.plan ?? "") \($0.subject ?? "")" } == [
        "target revised an-2020 việc 1", "target withdrawn an-2020 việc 2",
      ])
    #expect(rows.map(\.oldValue) == [85, 5])
    #expect(rows.map(\.newValue) == [90, nil])
  }
}
