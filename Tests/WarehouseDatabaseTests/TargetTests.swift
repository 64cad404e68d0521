import LibPQ
import Testing
import Warehouse

@Suite struct TargetTests {
  // MARK: - Heads of plans

  @Test func plansAreLoadedOnceAndRevised() async throws {
    var plans = try await Plans()
    #expect(try plans.loadPlans(Plans.array(Plans.plan())).counts == [1, 0, 0, 0])
    #expect(try plans.loadPlans(Plans.array(Plans.plan())).counts == [0, 0, 1, 0])
    let revised = try plans.loadPlans(
      Plans.array(Plans.plan(title: "Kế hoạch CCHC"), Plans.plan("ban-2020", place: "ban")))
    #expect(revised.counts == [1, 1, 0, 0])
    var connection = try Connection(plans.database)
    let heads = try connection.rows("select plan, place, title from mart.plan order by 1")
    #expect(heads == ["an-2020|an|Kế hoạch CCHC", "ban-2020|ban|Kế hoạch"])
    let past = try connection.rows(
      """
      select p.plan, p.title, p.recorded_to = l.recorded_from
      from warehouse.plan_past as p join warehouse.plan as l using (province_id, plan_id)
      """)
    #expect(past == ["an-2020|Kế hoạch|t"])
  }

  @Test func datesThatBecomeKnownAreARevision() async throws {
    var plans = try await Plans()
    _ = try plans.loadPlans(Plans.array(Plans.plan(issued: nil)))
    #expect(try plans.loadPlans(Plans.array(Plans.plan())).counts == [0, 1, 0, 0])
  }

  // MARK: - Targets

  private func loaded(_ targets: String...) async throws -> Plans {
    var plans = try await Plans()
    _ = try plans.loadPlans(Plans.array(Plans.plan()))
    _ = try plans.loadTargets("[" + targets.joined(separator: ",") + "]")
    return plans
  }

  @Test func targetsAreLoadedRevisedWithdrawnOrLeftAlone() async throws {
    var plans = try await loaded(
      Plans.target(1, "par", 85), Plans.target(2, "par.1", 9), Plans.target(3, nil, 100))
    // 1 stays, 2 wants more, 3 goes, 4 is new.
    let again = try plans.loadTargets(
      Plans.array(
        Plans.target(1, "par", 85), Plans.target(2, "par.1", 9.5), Plans.target(4, nil, 50)))
    #expect(again.counts == [1, 1, 1, 1])
    let rows = try plans.targets()
    #expect(rows.map(\.ordinal) == [1, 2, 4])
    #expect(rows.map(\.value) == [85, 9.5, 50])
    var connection = try Connection(plans.database)
    let vintages = try connection.rows(
      """
      select ordinal, value, recorded_to = 'infinity' from mart.target_vintage
      order by ordinal, recorded_from
      """)
    #expect(vintages == ["1|85|t", "2|9|f", "2|9.5|t", "3|100|f", "4|50|t"])
    #expect(try plans.loadTargets("[]").counts == [0, 0, 0, 3])
    #expect(try plans.targets().isEmpty)
  }

  @Test func sameTargetsAgainChangeNothing() async throws {
    let both = Plans.array(Plans.target(1, "par", 85), Plans.target(2, "par.1", 9, repeatOf: 1))
    var plans = try await Plans()
    _ = try plans.loadPlans(Plans.array(Plans.plan()))
    #expect(try plans.loadTargets(both).counts == [2, 0, 0, 0])
    #expect(try plans.loadTargets(both).counts == [0, 0, 2, 0])
    var connection = try Connection(plans.database)
    #expect(try connection.column("select count(*) from warehouse.target") == ["2"])
  }

  @Test func targetsOfOtherFilesAreLeftAlone() async throws {
    var plans = try await loaded(Plans.target(1, "par", 85))
    #expect(
      try plans.loadTargets(Plans.array(Plans.target(2, "par.1", 9)), job: "other").counts
        == [1, 0, 0, 0])
    #expect(try plans.loadTargets("[]", job: "other").counts == [0, 0, 0, 1])
    #expect(try plans.targets().map(\.ordinal) == [1])
  }

  @Test func repeatsAreNotCounted() async throws {
    var plans = try await loaded(
      Plans.target(1, "par", 85), Plans.target(2, "par", 85, repeatOf: 1))
    #expect(try plans.targets().map(\.ordinal) == [1])
  }

  // MARK: - Results

  @Test func valueTargetsStandBesideTheValueOfTheirYear() async throws {
    var plans = try await loaded(Plans.target(1, "par", 85))
    try plans.facts.load([
      Fact("an", "par", 2019, 81), Fact("an", "par", 2020, 83.5, rank: 2),
      Fact("an", "par", 2021, 90), Fact("ban", "par", 2020, 99),
    ])
    let row = try #require(try plans.targets().first)
    #expect(row.resultPeriod == "2020-01-01")
    #expect(row.resultValue == 83.5)
    #expect(row.resultSource == "one")
    #expect(row.isResultDerived == false)
  }

  @Test func withoutAFigureOfTheYearTheLastOneBeforeIsTaken() async throws {
    var plans = try await loaded(Plans.target(1, "par", 85, end: 2022))
    try plans.facts.load([
      Fact("an", "par", 2019, 81), Fact("an", "par", 2021, 82), Fact("an", "par", 2022, rank: 3),
      Fact("an", "par", 2023, 99),
    ])
    // 2022 has a rank and no value.
    let row = try #require(try plans.targets().first)
    #expect(row.resultPeriod == "2021-01-01")
    #expect(row.resultValue == 82)
  }

  @Test func rankTargetsStandBesideTheRank() async throws {
    var plans = try await loaded(
      Plans.target(1, "par", 2, unit: "rank", comparator: "<=", end: 2021))
    try plans.facts.load([
      Fact("an", "par", 2020, 81, rank: 3, source: "two"), Fact("an", "par", 2021, 85),
    ])
    // 2021 has a value and no rank.
    let row = try #require(try plans.targets().first)
    #expect(row.resultPeriod == "2020-01-01")
    #expect(row.resultRank == 3)
    #expect(row.resultRankOf == 4)
    #expect(row.resultSource == "two")
  }

  @Test func targetsWithoutAnIndicatorOrForACutHaveNoResult() async throws {
    var plans = try await loaded(
      Plans.target(1, nil, 85), Plans.target(2, "par", 85, level: "commune"),
      Plans.target(3, "par.days", 3))
    try plans.facts.load([Fact("an", "par", 2020, 81)])
    let rows = try plans.targets()
    #expect(rows.map(\.ordinal) == [1, 2, 3])
    #expect(rows.map(\.resultValue) == [nil, nil, nil])
    #expect(rows.map(\.indicator) == [nil, "par", "par.days"])
  }

  @Test func namedGroupsAreTargetsWithoutAValue() async throws {
    var plans = try await loaded(Plans.target(1, "par", nil, unit: "points", group: "Khá"))
    let row = try #require(try plans.targets().first)
    #expect(row.value == nil)
    #expect(row.group == "Khá")
  }

  @Test func resultsFollowARename() async throws {
    var plans = try await Plans()
    _ = try plans.loadPlans(
      Plans.array(Plans.plan("dan-2020", place: "dan-cu", years: (2020, 2021))))
    _ = try plans.loadTargets(Plans.array(Plans.target(1, "par", 85, plan: "dan-2020", end: 2021)))
    try plans.facts.load([Fact("dan-cu", "par", 2020, 50), Fact("dan", "par", 2021, 55)])
    let row = try #require(try plans.targets().first)
    #expect(row.place == "dan-cu")
    #expect(row.resultPeriod == "2021-01-01")
    #expect(row.resultValue == 55)
  }

  @Test func sumsAreResultsAndSaySo() async throws {
    var plans = try await loaded(Plans.target(1, "papi", 8, unit: "points"))
    try plans.facts.load([
      Fact("an", "papi.1.1", 2020, 2), Fact("an", "papi.1.2", 2020, 3),
      Fact("an", "papi.2.1", 2020, 4),
    ])
    let row = try #require(try plans.targets().first)
    #expect(row.resultValue == 9)
    #expect(row.isResultDerived == true)
  }

  @Test func yearsChooseTargetsWhosePeriodTouchesThem() async throws {
    var plans = try await loaded(
      Plans.target(1, "par", 85), Plans.target(2, "par", 88, end: 2022))
    #expect(try plans.targets(Selection(years: "2020")).map(\.ordinal) == [2, 1])
    #expect(try plans.targets(Selection(years: "2021..2023")).map(\.ordinal) == [2])
    #expect(try plans.targets(Selection(years: "2019")).isEmpty)
    #expect(try plans.targets(Selection(years: "2023")).isEmpty)
  }

  @Test func clocksOfTargets() async throws {
    // The plan was issued on 2019-12-20; the warehouse learned 85 on 2024-03-05 and 86 on 2024-03-10.
    var plans = try await loaded(Plans.target(1, "par", 85))
    _ = try plans.loadTargets(Plans.array(Plans.target(1, "par", 86)))
    var connection = try Connection(plans.database)
    try connection.run(
      sql(
        """
        update warehouse.target set recorded_from = '2024-03-05 10:00+07', recorded_to = '2024-03-10 00:30+07'
        where value = 85;
        update warehouse.target set recorded_from = '2024-03-10 00:30+07' where value = 86;
        """))
    #expect(try plans.targets(Selection(asOf: "2024-03-04")).isEmpty)
    #expect(try plans.targets(Selection(asOf: "2024-03-09")).map(\.value) == [85])
    #expect(try plans.targets(Selection(asOf: "2024-03-10")).map(\.value) == [86])
    #expect(try plans.targets(Selection(publishedBy: "2019-12-19")).isEmpty)
    #expect(try plans.targets(Selection(publishedBy: "2019-12-20")).map(\.value) == [86])
  }
}
