import IndicatorModel
import LibPQ
import Testing
import Warehouse

/// Progress towards targets, each figure worked out by hand in the comment beside it.
@Suite struct ProgressQuestionTests {
  /// The rows of targets of one plan of `an` beside facts.
  private static func rows(
    _ facts: [Fact], _ targets: [String], years: (Int, Int) = (2020, 2020),
    issued: String? = "2019-12-20", by method: PaceMethod = .linear,
    _ change: (inout Selection) -> Void = { _ in }
  ) async throws -> [ProgressRow] {
    var plans = try await Plans()
    _ = try plans.facts.load(facts)
    _ = try plans.loadPlans(Plans.array(Plans.plan(issued: issued, years: years)))
    _ = try plans.loadTargets("[" + targets.joined(separator: ",") + "]")
    var selection = Selection()
    change(&selection)
    return try plans.progress(selection, by: method)
  }

  /// A row in short: base, latest, wanted, gap, required, observed, pace, verdict.
  private static func told(_ row: ProgressRow) -> String {
    func number(_ value: Double?) -> String {
      guard let value else { return "–" }
      let text = String((value * 10_000).rounded() / 10_000)
      return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }
    func figure(_ value: Double?, _ period: String?) -> String {
      period.map { "\(number(value)) in \($0.prefix(4))" } ?? "–"
    }
    return [
      figure(row.baseValue, row.basePeriod), figure(row.latestValue, row.latestPeriod),
      number(row.wanted), number(row.gap), number(row.requiredPerYear),
      number(row.observedPerYear), number(row.pace), row.verdict,
    ].joined(separator: " | ")
  }

  private static func points(_ facts: (year: Int, value: Double)...) -> [Fact] {
    facts.map { Fact("an", "par.1", $0.year, $0.value) }
  }

  private static func wanted(_ value: Double, _ comparator: String = ">=") -> String {
    Plans.target(
      1, "par.1", value, unit: "points", comparator: comparator, start: 2021, end: 2025)
  }

  // MARK: - Pace

  @Test func linearPaceIsEqualStepsByEqualSteps() async throws {
    // (90 - 83) / 5 = 1.4 a year needed, (86.5 - 83) / 4 = 0.875 gained: 0.875 / 1.4 = 0.625.
    let row = try await Self.rows(
      Self.points((2020, 83), (2024, 86.5)), [Self.wanted(90)], years: (2021, 2025))
    #expect(
      row.map(Self.told) == [
        "83 in 2020 | 86.5 in 2024 | 90 | 3.5 | 1.4 | 0.875 | 0.625 | off_track"
      ])
    // (90 - 85) / 5 = 1 needed, (84 - 85) / 4 = -0.25 gained.
    let back = try await Self.rows(
      Self.points((2020, 85), (2024, 84)), [Self.wanted(90)], years: (2021, 2025))
    #expect(
      back.map(Self.told) == [
        "85 in 2020 | 84 in 2024 | 90 | 6 | 1 | -0.25 | -0.25 | moving_away"
      ])
  }

  @Test func compoundPaceIsGrowthByGrowth() async throws {
    // (90 / 83)^(1/5) - 1 = 0.01633, (86.5 / 83)^(1/4) - 1 = 0.01038: 0.6358, moderate.
    let row = try await Self.rows(
      Self.points((2020, 83), (2024, 86.5)), [Self.wanted(90)], years: (2021, 2025), by: .cagr)
    #expect(
      row.map(Self.told) == [
        "83 in 2020 | 86.5 in 2024 | 90 | 3.5 | 0.0163 | 0.0104 | 0.6358 | off_track"
      ])
    #expect(row.map(\.grade) == ["moderate"])
    // (90 / 85)^(1/5) - 1 = 0.01150, (84 / 85)^(1/4) - 1 = -0.00295: -0.2570.
    let back = try await Self.rows(
      Self.points((2020, 85), (2024, 84)), [Self.wanted(90)], years: (2021, 2025), by: .cagr)
    #expect(back.map { ($0.pace ?? 0) * 10_000 }.map { $0.rounded() } == [-2570])
    #expect(back.map(\.grade) == ["moving_away"])
    #expect(back.map(\.verdict) == ["moving_away"])
  }

  @Test func paceOfNineteenTwentiethsIsOnTrack() async throws {
    // (90 - 80) / 5 = 2 needed; (87.6 - 80) / 4 = 1.9 gained, 0.95; (87.5 - 80) / 4 = 1.875, 0.9375.
    for (latest, verdict) in [(87.6, "on_track"), (87.5, "off_track"), (80.0, "off_track")] {
      let row = try await Self.rows(
        Self.points((2020, 80), (2024, latest)), [Self.wanted(90)], years: (2021, 2025))
      #expect(row.map(\.verdict) == [verdict], "\(latest)")
    }
  }

  @Test func baseThatMeetsTheTargetHasNoPace() async throws {
    let lost = try await Self.rows(
      Self.points((2020, 91), (2023, 89)), [Self.wanted(90)], years: (2021, 2025))
    #expect(
      lost.map(Self.told) == [
        // (90 - 91) / 5 = -0.2, (89 - 91) / 3 = -0.6667.
        "91 in 2020 | 89 in 2023 | 90 | 1 | -0.2 | -0.6667 | – | moving_away"
      ])
    let kept = try await Self.rows(
      Self.points((2020, 91), (2023, 90)), [Self.wanted(90)], years: (2021, 2025))
    #expect(kept.map(\.verdict) == ["met"])
    #expect(kept.map(\.pace) == [nil])
  }

  // MARK: - Base and latest

  @Test func theEndOfThePeriodDecidesNotWhatCameAfter() async throws {
    let row = try await Self.rows(
      Self.points((2019, 80), (2020, 86), (2021, 70)),
      [Plans.target(1, "par.1", 85, unit: "points")])
    #expect(row.map(Self.told) == ["80 in 2019 | 86 in 2020 | 85 | -1 | 5 | 6 | 1.2 | met"])
    // 2020 is the end and 85 is not reached: too late, whatever the pace.
    let late = try await Self.rows(
      Self.points((2019, 80), (2020, 84.9), (2021, 90)),
      [Plans.target(1, "par.1", 85, unit: "points")])
    #expect(late.map(\.verdict) == ["missed"])
  }

  @Test func whereTheEndIsNotKnownTheFirstFigureAfterItCounts() async throws {
    let target = Plans.target(1, "par.1", 80, unit: "points", end: 2021)
    let row = try await Self.rows(
      Self.points((2020, 50), (2023, 79), (2024, 90)), [target], years: (2020, 2021))
    // No figure before 2020: the first in the period is the base. (80 - 50) / 1, (79 - 50) / 3.
    #expect(
      row.map(Self.told) == ["50 in 2020 | 79 in 2023 | 80 | 1 | 30 | 9.6667 | 0.3222 | missed"])
  }

  @Test func withoutALaterFigureThereIsNoVerdictAndTheBaseIsShown() async throws {
    let row = try await Self.rows(
      Self.points((2018, 70), (2019, 71)), [Plans.target(1, "par.1", 85, unit: "points")])
    #expect(row.map(Self.told) == ["71 in 2019 | – | 85 | – | 14 | – | – | no_data"])
    let none = try await Self.rows([], [Plans.target(1, "par.1", 85, unit: "points")])
    #expect(none.map(Self.told) == ["– | – | 85 | – | – | – | – | no_data"])
    let alone = try await Self.rows(
      Self.points((2021, 80)), [Self.wanted(90)], years: (2021, 2025))
    #expect(alone.map(\.verdict) == ["no_data"], "one figure has no pace")
  }

  @Test func baseDoesNotReachOverABreak() async throws {
    // par is by a new method in 2022. Needed (70 - 60) / 2 = 5, gained (65 - 60) / 1 = 5.
    let facts = [
      Fact("an", "par", 2021, 80), Fact("an", "par", 2022, 60), Fact("an", "par", 2023, 65),
    ]
    let target = Plans.target(1, "par", 70, start: 2022, end: 2024)
    let row = try await Self.rows(facts, [target], years: (2022, 2024))
    #expect(
      row.map(Self.told) == ["60 in 2022 | 65 in 2023 | 70 | 5 | 5 | 5 | 1 | on_track"])
    #expect(row.map(\.breakKind) == ["method"])
    let across = try await Self.rows(facts, [target], years: (2022, 2024)) {
      $0.acrossBreaks = true
    }
    // (70 - 80) / 3, (65 - 80) / 2.
    #expect(
      across.map(Self.told) == [
        "80 in 2021 | 65 in 2023 | 70 | 5 | -3.3333 | -7.5 | – | moving_away"
      ])
    #expect(across.map(\.breakKind) == [nil])
  }

  // MARK: - What is wanted

  @Test func equalMeansAtLeastOrAtMostByDirection() async throws {
    for (indicator, unit, latest, verdict) in [
      ("par.1", "points", 86.0, "met"), ("par.1", "points", 84.0, "missed"),
      ("par.days", "days", 84.0, "met"), ("par.days", "days", 86.0, "missed"),
    ] {
      let row = try await Self.rows(
        [Fact("an", indicator, 2020, latest)],
        [Plans.target(1, indicator, 85, unit: unit, comparator: "=")])
      #expect(row.map(\.verdict) == [verdict], "\(indicator) \(latest)")
    }
  }

  @Test func moreThanIsMoreThan() async throws {
    for (comparator, verdict) in [(">", "missed"), (">=", "met"), ("<", "missed"), ("<=", "met")] {
      let row = try await Self.rows(
        Self.points((2020, 85)),
        [Plans.target(1, "par.1", 85, unit: "points", comparator: comparator)])
      #expect(row.map(\.verdict) == [verdict], "\(comparator)")
    }
  }

  @Test func betweenIsTheNearerBoundOnTheWayAndBothAtTheEnd() async throws {
    let target = Plans.target(
      1, "par.1", 80, unit: "points", comparator: "between", high: 85, start: 2021, end: 2024)
    // From below 80 counts: (80 - 70) / 4 = 2.5, (75 - 70) / 2 = 2.5.
    let below = try await Self.rows(
      Self.points((2020, 70), (2022, 75)), [target], years: (2021, 2024))
    #expect(
      below.map(Self.told) == ["70 in 2020 | 75 in 2022 | 80 | 5 | 2.5 | 2.5 | 1 | on_track"])
    // From above 85: (85 - 95) / 4 = -2.5, (94 - 95) / 2 = -0.5.
    let above = try await Self.rows(
      Self.points((2020, 95), (2022, 94)), [target], years: (2021, 2024))
    #expect(
      above.map(Self.told) == ["95 in 2020 | 94 in 2022 | 85 | -9 | -2.5 | -0.5 | 0.2 | off_track"])
    for (end, verdict) in [(85.0, "met"), (86.0, "missed"), (79.0, "missed")] {
      let row = try await Self.rows(
        Self.points((2020, 70), (2024, end)), [target], years: (2021, 2024))
      #expect(row.map(\.verdict) == [verdict], "\(end)")
    }
  }

  @Test func changeIsAddedToItsBase() async throws {
    func row(
      _ indicator: String, _ value: Double, _ unit: String, _ measure: String, _ base: Double,
      _ latest: Double, baseline: Int? = nil
    ) async throws -> String? {
      try await Self.rows(
        [Fact("an", indicator, 2018, base), Fact("an", indicator, 2020, latest)],
        [Plans.target(1, indicator, value, unit: unit, measure: measure, baseline: baseline)]
      ).first.map { "\($0.wanted ?? -1) \($0.verdict)" }
    }
    // 80 + 5 percentage points; 50 and a tenth of it; 10 days less a fifth; 10 days less 3.
    #expect(try await row("par", 5, "percent", "increase", 80, 84.9) == "85.0 missed")
    #expect(try await row("par.1", 10, "percent", "increase", 50, 55) == "55.0 met")
    #expect(try await row("par.days", 20, "percent", "decrease", 10, 8) == "8.0 met")
    #expect(try await row("par.days", 3, "days", "decrease", 10, 7.5) == "7.0 missed")
    // A change from a year that is not known says nothing.
    #expect(try await row("par.1", 10, "percent", "increase", 50, 55, baseline: 2018) == "55.0 met")
    #expect(
      try await row("par.1", 10, "percent", "increase", 50, 55, baseline: 2019) == "-1.0 no_data")
  }

  @Test func indicatorThatIsAChangeIsComparedAsItIs() async throws {
    let row = try await Self.rows(
      [Fact("an", "par.cut", 2020, 12)],
      [Plans.target(1, "par.cut", 10, comparator: ">=", measure: "decrease", baseline: 2019)])
    #expect(row.map(\.wanted) == [10])
    #expect(row.map(\.verdict) == ["met"])
  }

  @Test func figureInAnotherUnitDoesNotCount() async throws {
    let row = try await Self.rows(
      Self.points((2020, 90)), [Plans.target(1, "par.1", 85, unit: "percent")])
    #expect(row.map(\.verdict) == ["no_data"])
  }

  @Test func ranksAreHeldAgainstEachOtherAsPercentiles() async throws {
    // Four provinces in 2020, so the second is (4 - 2) / 3 = 0.6667. Base 4th of 4: 0. Latest 3rd of 5:
    // (5 - 3) / 4 = 0.5, in places among four 4 - 0.5 * 3 = 2.5, half a place short.
    // Needed 0.6667 / 5, gained 0.5 / 4: pace 0.125 / 0.1333 = 0.9375.
    let target = Plans.target(
      1, "par.1", 2, unit: "rank", comparator: "<=", start: 2021, end: 2025)
    let row = try await Self.rows(
      [
        Fact("an", "par.1", 2020, 1, rank: 4, rankOf: 4),
        Fact("an", "par.1", 2024, 1, rank: 3, rankOf: 5),
      ], [target], years: (2021, 2025), issued: "2020-12-20")
    #expect(
      row.map(Self.told) == [
        "4 in 2020 | 3 in 2024 | 2 | -0.5 | 0.1333 | 0.125 | 0.9375 | off_track"
      ])
    #expect(row.map(\.targetRankOf) == [4])
    #expect(row.map(\.latestRankOf) == [5])
    // Up two places from the fourth of four is the second.
    let up = try await Self.rows(
      [
        Fact("an", "par.1", 2019, rank: 4, rankOf: 4),
        Fact("an", "par.1", 2020, rank: 2, rankOf: 4),
      ], [Plans.target(1, "par.1", 2, unit: "rank", measure: "increase")])
    #expect(up.map(\.wanted) == [2])
    #expect(up.map(\.verdict) == ["met"])
  }

  @Test func groupIsReachedWhereThePublisherSaysSo() async throws {
    for (group, verdict) in [("Cao", "met"), ("Thấp", "missed")] {
      let row = try await Self.rows(
        [Fact("an", "par.1", 2020, 1, group: group)],
        [Plans.target(1, "par.1", nil, unit: "points", group: "cao")])
      #expect(row.map(\.verdict) == [verdict])
      #expect(row.map(\.latestGroup) == [group])
    }
  }

  @Test func ownFigureOfAPlaceCountsForATargetOfTheProvince() async throws {
    let facts = [Fact("an", "par.1", 2020, 90), Fact("an", "par.1", 2020, 40, level: "commune")]
    for (level, verdict) in [("", "met"), ("province", "met"), ("commune", "missed")] {
      let row = try await Self.rows(
        facts, [Plans.target(1, "par.1", 85, unit: "points", level: level)])
      #expect(row.map(\.verdict) == [verdict], "\(level)")
    }
  }

  // MARK: - Plans over time

  @Test func laterPlanOfTheSameYearReplacesAndTheNextRaisesOrLowers() async throws {
    var plans = try await Plans()
    _ = try plans.loadPlans(
      Plans.array(
        Plans.plan(), Plans.plan("an-2020-bis", issued: "2020-06-01"),
        Plans.plan("an-2021", issued: nil, years: (2021, 2021))))
    _ = try plans.loadTargets(
      Plans.array(
        Plans.target(1, "par", 85), Plans.target(1, "par", 80, plan: "an-2020-bis"),
        Plans.target(1, "par", 90, plan: "an-2021", start: 2021, end: 2021)))
    let rows = try plans.progress()
    let told = rows.map {
      "\($0.plan) until \($0.inForceTo ?? "–"), then \($0.nextPlan ?? "–") \($0.nextChange ?? "–")"
    }
    #expect(
      Set(told) == [
        "an-2020 until 2020-05-31, then an-2020-bis lowered",
        "an-2020-bis until 2020-12-31, then an-2021 raised", "an-2021 until 2021-12-31, then – –",
      ])
  }

  @Test func publishedByAnswersWhatOneWouldHaveSaidThen() async throws {
    // The edition of 2020 was published on 2021-06-24, that of 2019 on 2020-05-19.
    let facts = [Fact("an", "par", 2019, 80), Fact("an", "par", 2020, 86)]
    for (day, told) in [
      ("2021-06-24", ["met 2019 2020"]), ("2021-06-23", ["no_data 2019 –"]),
      ("2020-05-18", ["no_data – –"]), ("2019-12-19", []),
    ] {
      let rows = try await Self.rows(facts, [Plans.target(1, "par", 85)]) {
        $0.publishedBy = CalendarDate(iso: day)
      }
      func year(_ period: String?) -> String { period.map { String($0.prefix(4)) } ?? "–" }
      #expect(
        rows.map { "\($0.verdict) \(year($0.basePeriod)) \(year($0.latestPeriod))" } == told,
        "\(day)")
    }
  }

  @Test func baseOfAProvinceOfTodayIsTheMeanOfThoseThatBecameIt() async throws {
    var plans = try await Plans()
    _ = try plans.facts.load([
      Fact("an", "par.1", 2024, 80), Fact("ban", "par.1", 2024, 60),
      Fact("an-2025", "par.1", 2026, 74, geography: "vn-34"),
    ])
    _ = try plans.loadPlans(
      Plans.array(
        Plans.plan("an-2026", place: "an-2025", issued: "2025-12-20", years: (2026, 2027))))
    _ = try plans.loadTargets(
      Plans.array(
        Plans.target(1, "par.1", 78, plan: "an-2026", unit: "points", start: 2026, end: 2027)))
    var selection = Selection()
    #expect(try plans.progress(selection).map(\.baseValue) == [80])
    // (80 + 60) / 2 = 70; (78 - 70) / 3 a year needed, (74 - 70) / 2 gained: 2 / 2.6667 = 0.75.
    selection.boundaries = .today
    #expect(
      try plans.progress(selection).map(Self.told) == [
        "70 in 2024 | 74 in 2026 | 78 | 4 | 2.6667 | 2 | 0.75 | off_track"
      ])
    #expect(try plans.progress(selection).map(\.carriedFrom) == [["an", "ban"]])
  }

  @Test func meanOfSeveralProvincesMeetsNoTargetOfOneThatIsNoMore() async throws {
    let facts = [Fact("an", "par.1", 2020, 50), Fact("ban", "par.1", 2020, 70)]
    let target = Plans.target(1, "par.1", 60, unit: "points")
    #expect(try await Self.rows(facts, [target]).map(\.verdict) == ["missed"])
    #expect(
      try await Self.rows(facts, [target]) { $0.boundaries = .today }.map(\.verdict)
        == ["no_data"])
  }

  @Test func targetsOfAPlaceThatCeasedSaySo() async throws {
    let rows = try await Self.rows(
      [
        Fact("an", "par.1", 2024, 80), Fact("an-2025", "par.1", 2025, 81, geography: "vn-34"),
      ], [Self.wanted(90)], years: (2021, 2025))
    #expect(rows.map(\.ceasedOn) == ["2025-06-30"])
    #expect(rows.map(\.latestValue) == [81])
    #expect(rows.map(\.verdict) == ["missed"])
  }

  @Test func selectionNarrowsAndRepeatsAreLeftOut() async throws {
    let targets = [
      Plans.target(1, "par", 85), Plans.target(2, "par.1", 50, unit: "points"),
      Plans.target(3, nil, 5), Plans.target(4, "par", 85, repeatOf: 1),
    ]
    #expect(try await Self.rows([], targets).map(\.ordinal) == [1, 2])
    #expect(try await Self.rows([], targets) { $0.indicators = ["par.1"] }.map(\.ordinal) == [2])
    #expect(try await Self.rows([], targets) { $0.places = ["ban"] }.isEmpty)
    #expect(
      try await Self.rows([], targets) {
        $0.years = YearSelection([YearRange(first: 2021, last: nil)])
      }
      .isEmpty)
  }
}
