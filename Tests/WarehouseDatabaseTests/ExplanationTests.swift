import LibPQ
import Testing
import Warehouse

/// Why totals changed, each figure worked out by hand in the comment beside it.
@Suite struct ExplanationTests {
  private static func explain(
    _ facts: [Fact], _ total: String, _ first: Int, _ last: Int, weights: String? = nil,
    place: String = "an", acrossBreaks: Bool = false, boundaries: Boundaries = .published
  ) async throws -> [ExplanationRow] {
    let database = try await TestWarehouse.handMade()
    if let weights {
      var connection = try Connection(database)
      try connection.run(Statement(name: "weights", text: weights))
    }
    var loader = try FactLoader(database)
    try loader.load(facts)
    var session = try Session(database, for: .asking)
    var selection = Selection()
    selection.places = [place]
    selection.acrossBreaks = acrossBreaks
    selection.boundaries = boundaries
    return try session.explanation(of: total, from: first, to: last, selection)
  }

  private static func told(_ row: ExplanationRow) -> String {
    func number(_ value: Double?) -> String {
      guard let value else { return "–" }
      let text = String((value * 10_000).rounded() / 10_000)
      return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }
    let numbers = [
      row.change, row.contributionOfValue, row.contributionOfWeight, row.residual, row.worth,
    ]
    return "\(row.part) " + numbers.map(number).joined(separator: " ")
      + " \(row.worthRanks.map(String.init) ?? "–")"
  }

  /// Weights of two editions.
  ///
  /// par of 100 is made of parts up to 10: in 2019 par.1 by 0.4 and par.days by 0.6, in 2020 by 0.2 and
  /// 0.7, and par.cut by 0.1. So one more in a part is 4 and 6, then 2, 7 and 1 in the total.
  private static let weights = """
    update catalog.indicator set max = 100 where indicator = 'par';
    insert into catalog.scale (edition_id, indicator_id, min, max, weight, source)
    select e.edition_id, i.indicator_id, 0, 10, w.weight, 'test'
    from (values
        ('par-2019', 'par.1', 0.4), ('par-2019', 'par.days', 0.6), ('par-2020', 'par.1', 0.2),
        ('par-2020', 'par.days', 0.7), ('par-2020', 'par.cut', 0.1)
    ) as w (edition, indicator, weight)
    join catalog.edition as e on e.edition = w.edition
    join catalog.indicator as i on i.indicator = w.indicator
    """

  /// 4 * 5 + 6 * 5 = 50, then 2 * 6 + 7 * 6 + 1 * 4 = 58.
  private static let facts = [
    Fact("an", "par", 2019, 50), Fact("an", "par.1", 2019, 5), Fact("an", "par.days", 2019, 5),
    Fact("an", "par", 2020, 58), Fact("an", "par.1", 2020, 6), Fact("an", "par.days", 2020, 6),
    Fact("an", "par.cut", 2020, 4),
  ]

  @Test func changeOfATotalSplitsIntoPartsAndWeights() async throws {
    // par.1: (4 + 2) / 2 * 1 = 3 and 5.5 * (2 - 4) = -11. par.days: 6.5 * 1 and 5.5 * 1. par.cut is new:
    // 4 * (1 - 0) = 4. 3 - 11 + 6.5 + 5.5 + 4 = 8.
    let rows = try await Self.explain(Self.facts, "par", 2019, 2020, weights: Self.weights)
    #expect(
      rows.map(Self.told) == [
        "par 8 – – 0 – –", "par.1 1 3 -11 – 2 –", "par.days 1 6.5 5.5 – 7 –",
        "par.cut – 0 4 – 1 –",
      ])
    #expect(rows.map(\.fromWeight) == [nil, 0.4, 0.6, nil])
    #expect(rows.map(\.contribution) == [nil, -8, 12, 4])
  }

  @Test func whatNoPartExplainsIsLeft() async throws {
    var facts = Self.facts
    facts[3].value = 58.25
    let rows = try await Self.explain(facts, "par", 2019, 2020, weights: Self.weights)
    #expect(rows.first.map(Self.told) == "par 8.25 – – 0.25 – –")
  }

  @Test func stepIsWorthPlacesWhereAllTotalsAreKnown() async throws {
    // Two more are 60: past ban with 59; can with 60.5 stays before. Seven more are past both. One more
    // shares the rank of ban.
    let others = [
      Fact("ban", "par", 2020, 59), Fact("can", "par", 2020, 60.5),
      Fact("dan-cu", "par", 2020, 58),
    ]
    let rows = try await Self.explain(
      Self.facts + others, "par", 2019, 2020, weights: Self.weights)
    #expect(rows.map(\.worthRanks) == [nil, 1, 2, 1])
    let partly = try await Self.explain(
      Self.facts + Array(others.prefix(2)), "par", 2019, 2020, weights: Self.weights)
    #expect(partly.allSatisfy { $0.worthRanks == nil }, "three of four do not say who is passed")
  }

  @Test func stepEndsWhereTheScaleEnds() async throws {
    var facts = Self.facts
    facts[4].value = 9.5
    let rows = try await Self.explain(facts, "par", 2019, 2020, weights: Self.weights)
    #expect(rows.map(\.worth) == [nil, 1, 7, 1])
  }

  @Test func sumCountsEachPartAsItIs() async throws {
    // 5 + 4 is printed as 9.1, 6 + 3.5 as 9.5: 0.4 = 1 - 0.5 - 0.1.
    let rows = try await Self.explain(
      [
        Fact("an", "papi", 2020, 9.1), Fact("an", "papi.1", 2020, 5), Fact("an", "papi.2", 2020, 4),
        Fact("an", "papi", 2021, 9.5), Fact("an", "papi.1", 2021, 6),
        Fact("an", "papi.2", 2021, 3.5),
      ], "papi", 2020, 2021)
    #expect(
      rows.map(Self.told) == [
        "papi 0.4 – – -0.1 – –", "papi.1 1 1 0 – 1 –", "papi.2 -0.5 -0.5 0 – 1 –",
      ])
  }

  @Test func partThatIsNotKnownLeavesTheRestOpen() async throws {
    let facts = Self.facts.filter { $0.indicator != "par.days" || $0.year == 2019 }
    let rows = try await Self.explain(facts, "par", 2019, 2020, weights: Self.weights)
    #expect(rows.map(\.contribution) == [nil, -8, nil, 4])
    #expect(rows.map(\.residual) == [nil, nil, nil, nil])
  }

  @Test func breakOfMethodStopsTheSplit() async throws {
    // papi.2 has a part more in 2021, but papi compares; par does not in 2022.
    let facts = [
      Fact("an", "par", 2021, 50), Fact("an", "par.1", 2021, 5), Fact("an", "par", 2022, 58),
      Fact("an", "par.1", 2022, 6),
    ]
    let weights = Self.weights.replacing("par-2019", with: "par-2021")
      .replacing("par-2020", with: "par-2022")
    let rows = try await Self.explain(facts, "par", 2021, 2022, weights: weights)
    #expect(rows.allSatisfy { $0.contribution == nil && $0.change == nil })
    #expect(rows.first?.breakKind == "method")
    let across = try await Self.explain(
      facts, "par", 2021, 2022, weights: weights, acrossBreaks: true)
    #expect(across.map(\.contributionOfValue) == [nil, 3, nil, nil])
  }

  @Test func placeIsKnownInBothYearsOrNotAtAll() async throws {
    #expect(try await Self.explain(Self.facts, "par", 2018, 2020, weights: Self.weights).isEmpty)
    let alone = try await Self.explain(Self.facts, "par", 2019, 2020)
    #expect(alone.map(\.part) == ["par"], "without weights a total has no parts")
  }

  @Test func meansOfProvincesThatBecameOneAreExplainedByTheMeansOfTheirParts() async throws {
    // an: 50 to 58 as above. ban: 4 * 7 + 6 * 4 = 52, then 2 * 8 + 7 * 4 + 1 * 6 = 50.
    let others = [
      Fact("ban", "par", 2019, 52), Fact("ban", "par.1", 2019, 7),
      Fact("ban", "par.days", 2019, 4),
      Fact("ban", "par", 2020, 50), Fact("ban", "par.1", 2020, 8),
      Fact("ban", "par.days", 2020, 4),
      Fact("ban", "par.cut", 2020, 6),
    ]
    let rows = try await Self.explain(
      Self.facts + others, "par", 2019, 2020, weights: Self.weights, place: "an-2025",
      boundaries: .today)
    // Means: par 51 to 54, par.1 6 to 7, par.days 4.5 to 5, par.cut 5 (new).
    // par.1: (4 + 2) / 2 * 1 = 3 and (6 + 7) / 2 * (2 - 4) = -13; par.days: (6 + 7) / 2 * 0.5 = 3.25 and
    // (4.5 + 5) / 2 * (7 - 6) = 4.75; par.cut: 0 and 5 * 1 = 5. In all 3, and nothing is left.
    #expect(
      rows.map { "\($0.part) \($0.fromValue ?? 0) \($0.toValue ?? 0)" }.prefix(2) == [
        "par 51.0 54.0", "par.1 6.0 7.0",
      ])
    #expect(rows.map(\.carriedFrom) == Array(repeating: ["an", "ban"], count: 4))
    #expect(
      rows.map(Self.told) == [
        "par 3 – – 0 – –", "par.1 1 3 -13 – 2 –", "par.days 0.5 3.25 4.75 – 7 –",
        "par.cut – 0 5 – 1 –",
      ])
  }
}
