import LibPQ
import Testing
import Warehouse

/// Who moved between two years, each figure worked out by hand in the comment beside it.
@Suite struct MoverQuestionTests {
  private static func movers(
    _ facts: [Fact], _ indicator: String, _ first: Int, _ last: Int, region: String? = nil,
    acrossBreaks: Bool = false
  ) async throws -> [String] {
    let database = try await TestWarehouse.handMade()
    var loader = try FactLoader(database)
    try loader.load(facts)
    var session = try Session(database, for: .asking)
    var selection = Selection()
    selection.indicators = [indicator]
    selection.acrossBreaks = acrossBreaks
    return try session.movers(selection, from: first, to: last, region: region).map { row in
      func tie(_ isTied: Bool) -> String { isTied ? "=" : "" }
      let percentile = row.percentileChange.map { "\(($0 * 10_000).rounded() / 10_000)" } ?? "–"
      return "\(row.place) \(row.fromRank)\(tie(row.isFromTied))/\(row.fromRankOf) "
        + "\(row.toRank)\(tie(row.isToTied))/\(row.toRankOf) \(row.moved.map(String.init) ?? "–") "
        + "\(percentile) \(row.change.map { "\($0)" } ?? "–") \(row.breakKind ?? "–")"
    }
  }

  private static func ranks(
    _ year: Int, _ ranks: KeyValuePairs<String, Int32>, of count: Int32 = 4,
    indicator: String = "par.1", geography: String = "vn-63"
  ) -> [Fact] {
    ranks.map { place, rank in
      Fact(
        place, indicator, year, Double(100 - rank), rank: rank, rankOf: count,
        geography: geography)
    }
  }

  @Test func whoGainedMostComesFirst() async throws {
    // Of four places one rank is a third: (4 - 1) / 3 = 1, (4 - 3) / 3 = 0.3333.
    let told = try await Self.movers(
      Self.ranks(2019, ["an": 1, "ban": 2, "can": 3, "dan-cu": 3])
        + Self.ranks(2020, ["an": 3, "ban": 2, "can": 1, "dan-cu": 4]), "par.1", 2019, 2020)
    #expect(
      told == [
        "can 3=/4 1/4 2 0.6667 2.0 –", "ban 2/4 2/4 0 0.0 0.0 –",
        "dan-cu 3=/4 4/4 -1 -0.3333 -1.0 –",
        "an 1/4 3/4 -2 -0.6667 -2.0 –",
      ])
  }

  @Test func listsOfDifferentLengthCompareByPercentile() async throws {
    // 3rd of 5 is (5 - 3) / 4 = 0.5, 2nd of 3 is (3 - 2) / 2 = 0.5; 1st of 5 is 1, 3rd of 3 is 0.
    let told = try await Self.movers(
      Self.ranks(2019, ["an": 3, "ban": 1], of: 5) + Self.ranks(2020, ["an": 2, "ban": 3], of: 3),
      "par.1", 2019, 2020)
    #expect(told == ["an 3/5 2/3 – 0.0 1.0 –", "ban 1/5 3/3 – -1.0 -2.0 –"])
  }

  @Test func placeIsFollowedThroughARenameAndARegionIsThatOfTheLastYear() async throws {
    let facts =
      Self.ranks(2020, ["dan-cu": 4, "an": 1]) + Self.ranks(2021, ["dan": 2, "an": 3])
    #expect(
      try await Self.movers(facts, "par.1", 2020, 2021)
        == ["dan 4/4 2/4 2 0.6667 2.0 boundary", "an 1/4 3/4 -2 -0.6667 -2.0 –"])
    #expect(
      try await Self.movers(facts, "par.1", 2020, 2021, region: "bac")
        == ["an 1/4 3/4 -2 -0.6667 -2.0 –"])
  }

  @Test func ranksDoNotCompareOverABreak() async throws {
    // par is by a new method in 2022; the year of the break need not be asked for.
    let facts =
      Self.ranks(2021, ["an": 2], indicator: "par") + Self.ranks(2022, ["an": 2], indicator: "par")
      + Self.ranks(2023, ["an": 1], indicator: "par")
    #expect(try await Self.movers(facts, "par", 2021, 2023) == ["an 2/4 1/4 – – – method"])
    #expect(try await Self.movers(facts, "par", 2022, 2023) == ["an 2/4 1/4 1 0.3333 1.0 –"])
    #expect(
      try await Self.movers(facts, "par", 2021, 2023, acrossBreaks: true)
        == ["an 2/4 1/4 1 0.3333 1.0 method"])
  }

  @Test func placeThatIsRankedInOneYearOnlyIsLeftOut() async throws {
    let facts = Self.ranks(2019, ["an": 1, "ban": 2]) + Self.ranks(2020, ["an": 1, "can": 2])
    #expect(try await Self.movers(facts, "par.1", 2019, 2020) == ["an 1/4 1/4 0 0.0 0.0 –"])
  }
}
