import LibPQ
import Testing
import Warehouse

/// A database with a few figures, and the questions about them.
struct Figures {
  let database: String

  init(_ facts: [Fact], catalog: String? = nil) async throws {
    let handMade = try await TestWarehouse.handMade()
    database = catalog ?? handMade
    var loader = try FactLoader(database)
    try loader.load(facts)
  }

  func trend(
    _ places: [String]? = nil, _ indicators: [String]? = ["par"], years: String? = nil,
    acrossBreaks: Bool = false
  ) throws -> [FigureRow] {
    var session = try Session(database, for: .asking)
    return try session.trend(
      Selection(
        places: places, indicators: indicators, years: years, acrossBreaks: acrossBreaks))
  }

  func comparison(
    _ places: [String], _ indicators: [String]? = ["par"], years: String? = nil
  ) throws -> [FigureRow] {
    var session = try Session(database, for: .asking)
    return try session.comparison(
      Selection(places: places, indicators: indicators, years: years))
  }

  func ranking(
    _ indicators: [String] = ["par"], year: Int? = nil, region: String? = nil
  ) throws -> [FigureRow] {
    var session = try Session(database, for: .asking)
    return try session.ranking(
      Selection(indicators: indicators), year: year, region: region)
  }
}

extension FigureRow {
  var year: String { String(period.prefix(4)) }
  /// The place, its rank of how many and where that comes from.
  var standing: String {
    let rank = rank.map(String.init) ?? "∅"
    let of = rankOf.map(String.init) ?? "∅"
    return "\(place) \(rank)\(isTied ? "=" : "")/\(of) \(rankSource ?? "")"
  }
}

/// Sources that disagree: value, rank and group are chosen one by one.
@Suite struct ChoiceTests {
  @Test func lowestTierIsChosenBeforeTheOrderOfTheCatalog() async throws {
    // The press stands first in the catalog, but is of tier 3.
    let figures = try await Figures([
      Fact("an", "par", 2020, 79, source: "press"), Fact("an", "par", 2020, 80, source: "one"),
      Fact("an", "par", 2020, 80.5, source: "two"),
    ])
    let rows = try figures.trend()
    #expect(rows.count == 1)
    #expect(rows.map(\.value) == [80])
    #expect(rows.map(\.source) == ["one"])
  }

  @Test func withinATierTheOrderOfTheCatalogDecides() async throws {
    let figures = try await Figures([
      Fact("an", "par", 2020, 80.5, source: "two"), Fact("an", "par", 2020, 80, source: "one"),
      Fact("ban", "par", 2020, 70.5, source: "two"), Fact("ban", "par", 2020, 69, source: "press"),
    ])
    let rows = try figures.trend()
    #expect(rows.map(\.place) == ["an", "ban"])
    #expect(rows.map(\.value) == [80, 70.5])
    #expect(rows.map(\.source) == ["one", "two"])
  }

  @Test func valueRankAndGroupAreChosenOneByOne() async throws {
    // The value from one, the rank from two (tier 1 before the press), the group from the press,
    // who alone gives one. The press's "of 4" belongs to its own rank and must not come along.
    let figures = try await Figures([
      Fact("an", "par", 2020, 80, source: "one"),
      Fact("an", "par", 2020, 81, rank: 2, source: "two"),
      Fact("an", "par", 2020, 79, rank: 3, rankOf: 3, group: "Khá", source: "press"),
    ])
    let row = try #require(try figures.trend().first)
    #expect(row.value == 80)
    #expect(row.source == "one")
    #expect(row.rank == 2)
    #expect(row.rankOf == 4)  // the edition covers four
    #expect(row.rankSource == "two")
    #expect(row.group == "Khá")
    #expect(!row.isDerived)
  }

  @Test func sourceOfTheRankIsNamedOnlyWhereItDiffers() async throws {
    let figures = try await Figures([
      Fact("an", "par", 2020, 80, rank: 1), Fact("ban", "par", 2020, rank: 2, source: "press"),
      Fact("can", "par", 2020, 60), Fact("can", "par", 2020, rank: 3, source: "press"),
    ])
    let rows = try figures.trend()
    #expect(rows.map(\.standing) == ["an 1/4 ", "ban 2/4 ", "can 3/4 press"])
    #expect(rows.map(\.source) == ["one", "press", "one"])
    #expect(rows.map(\.value) == [80, nil, 60])
  }

  @Test func printedNumberOfPlacesGoesBeforeTheEditions() async throws {
    let figures = try await Figures([Fact("an", "par", 2020, rank: 1, rankOf: 3)])
    #expect(try figures.trend().map(\.rankOf) == [3])
  }

  @Test func groupsOrRanksAloneAreFigures() async throws {
    let figures = try await Figures([
      Fact("an", "par", 2020, group: "Tốt"), Fact("ban", "par", 2020, rank: 4),
    ])
    let rows = try figures.trend()
    #expect(rows.map(\.group) == ["Tốt", nil])
    #expect(rows.map(\.rank) == [nil, 4])
    #expect(rows.map(\.value) == [nil, nil])
  }

  @Test func flagsAreThoseOfTheChosenFigure() async throws {
    let figures = try await Figures([
      Fact("an", "par", 2020, 80, flags: "P"),
      Fact("ban", "par", 2020, 70), Fact("ban", "par", 2020, 71, source: "press", flags: "E"),
      Fact("can", "par", 2020, flags: "M"), Fact("can", "par", 2020, 60, source: "press"),
      Fact("dan-cu", "par", 2020, flags: "M"),
    ])
    let rows = try figures.trend()
    #expect(rows.map(\.place) == ["an", "ban", "can", "dan-cu"])
    #expect(rows.map(\.flags) == ["P", "A", "A", "M"])
    #expect(rows.map(\.value) == [80, 70, 60, nil])
  }

  @Test func levelsAndGeographiesAreFiguresOfTheirOwn() async throws {
    let figures = try await Figures([
      Fact("can", "par", 2024, 80), Fact("can", "par", 2024, 81, geography: "vn-34"),
      Fact("can", "par", 2024, 82, level: "commune"),
    ])
    let rows = try figures.trend()
    #expect(rows.map { "\($0.level) \($0.geography)" } == [" vn-63", " vn-34", "commune vn-63"])
    #expect(rows.map(\.value) == [80, 81, 82])
  }

  @Test func missingYearStaysMissing() async throws {
    let figures = try await Figures([Fact("an", "par", 2019, 79), Fact("an", "par", 2022, 82)])
    #expect(try figures.trend().map(\.year) == ["2019", "2022"])
  }
}

/// Ranks that nobody prints.
@Suite struct ComputedRankTests {
  @Test func ranksAreComputedWhenEveryPlaceIsKnown() async throws {
    // 90, 80, 80, 70: the two of 80 share the second place, the last is fourth.
    let figures = try await Figures([
      Fact("an", "par", 2020, 80), Fact("ban", "par", 2020, 90),
      Fact("can", "par", 2020, 80, source: "press"), Fact("dan-cu", "par", 2020, 70),
    ])
    #expect(
      try figures.trend().map(\.standing) == [
        "an 2=/4 computed", "ban 1/4 computed", "can 2=/4 computed", "dan-cu 4/4 computed",
      ])
  }

  @Test func lessIsFirstWhereLessIsBetter() async throws {
    // 3, 5, 5, 9 days.
    let figures = try await Figures([
      Fact("an", "par.days", 2020, 5), Fact("ban", "par.days", 2020, 3),
      Fact("can", "par.days", 2020, 5), Fact("dan-cu", "par.days", 2020, 9),
    ])
    #expect(
      try figures.trend(nil, ["par.days"]).map(\.standing) == [
        "an 2=/4 computed", "ban 1/4 computed", "can 2=/4 computed", "dan-cu 4/4 computed",
      ])
  }

  @Test func noRankIsComputedWhileAPlaceIsUnknown() async throws {
    // The country and a region are no places of the ranking, nor is a figure without a value.
    let figures = try await Figures([
      Fact("an", "par", 2020, 80), Fact("ban", "par", 2020, 90), Fact("can", "par", 2020, 70),
      Fact("dan-cu", "par", 2020, group: "Khá"), Fact("vn", "par", 2020, 77),
      Fact("bac", "par", 2020, 78),
    ])
    #expect(try figures.trend().allSatisfy { $0.rank == nil && $0.rankOf == nil })
    #expect(try figures.trend().count == 6)
  }

  @Test func countryAndRegionsHaveNoRank() async throws {
    let figures = try await Figures([
      Fact("an", "par", 2020, 80), Fact("ban", "par", 2020, 90), Fact("can", "par", 2020, 70),
      Fact("dan-cu", "par", 2020, 60), Fact("vn", "par", 2020, 99), Fact("bac", "par", 2020, 98),
    ])
    let rows = try figures.trend(["vn", "bac", "ban"])
    #expect(rows.map(\.standing) == ["vn ∅/∅ ", "bac ∅/∅ ", "ban 1/4 computed"])
  }

  @Test func printedRankGoesBeforeAComputedOne() async throws {
    let figures = try await Figures([
      Fact("an", "par", 2020, 80), Fact("an", "par", 2020, rank: 2, source: "press"),
      Fact("ban", "par", 2020, 90), Fact("can", "par", 2020, 70), Fact("dan-cu", "par", 2020, 60),
    ])
    #expect(
      try figures.trend(["an", "ban"]).map(\.standing) == ["an 2/4 press", "ban 1/4 computed"])
  }

  @Test func placesThatAreNotAskedForStillCount() async throws {
    let figures = try await Figures([
      Fact("an", "par", 2020, 80), Fact("ban", "par", 2020, 90), Fact("can", "par", 2020, 70),
      Fact("dan-cu", "par", 2020, 60),
    ])
    #expect(try figures.trend(["can"], years: "2020").map(\.standing) == ["can 3/4 computed"])
  }

  @Test func printedTiesAreTies() async throws {
    let figures = try await Figures([
      Fact("an", "par", 2020, rank: 2), Fact("ban", "par", 2020, rank: 2),
      Fact("can", "par", 2020, rank: 1), Fact("an", "par", 2021, rank: 2),
    ])
    #expect(
      try figures.trend().map(\.standing) == ["an 2=/4 ", "an 2/4 ", "ban 2=/4 ", "can 1/4 "])
  }
}

/// Sums that nobody prints.
@Suite struct SumTests {
  private static let parts2020 = [
    Fact("an", "papi.1.1", 2020, 2), Fact("an", "papi.1.2", 2020, 3),
    Fact("an", "papi.2.1", 2020, 4),
  ]

  /// Codes with their values, derived ones marked.
  private func sums(_ facts: [Fact], _ codes: [String] = ["papi", "papi.1", "papi.2"])
    async throws -> [String]
  {
    try await Figures(facts).trend(nil, codes).map { row in
      "\(row.indicator) \(row.value.map { "\($0)" } ?? "∅")\(row.isDerived ? " derived" : "")"
    }
  }

  @Test func dimensionsAndTotalsAreSummedWhenAllPartsAreThere() async throws {
    // 2 + 3 = 5, 4, and 5 + 4 = 9; papi.2 has one part in 2020.
    #expect(
      try await sums(Self.parts2020) == [
        "papi 9.0 derived", "papi.1 5.0 derived", "papi.2 4.0 derived",
      ])
  }

  @Test(arguments: [0, 1, 2])
  func sumOfSomePartsIsNoSum(_ missing: Int) async throws {
    var facts = Self.parts2020
    facts.remove(at: missing)
    let expected = missing == 2 ? ["papi.1 5.0 derived"] : ["papi.2 4.0 derived"]
    #expect(try await sums(facts) == expected)
  }

  @Test func partsAreThoseOfTheYear() async throws {
    // From 2021 papi.2 has a second part.
    let facts = [
      Fact("an", "papi.1.1", 2021, 2), Fact("an", "papi.1.2", 2021, 3),
      Fact("an", "papi.2.1", 2021, 4),
    ]
    #expect(try await sums(facts) == ["papi.1 5.0 derived"])
    #expect(
      try await sums(facts + [Fact("an", "papi.2.2", 2021, 1)]) == [
        "papi 10.0 derived", "papi.1 5.0 derived", "papi.2 5.0 derived",
      ])
  }

  @Test func partWithoutAValueIsNotThere() async throws {
    let facts = Array(Self.parts2020.dropLast()) + [Fact("an", "papi.2.1", 2020, rank: 1)]
    #expect(try await sums(facts) == ["papi.1 5.0 derived"])
  }

  @Test func printedDimensionGoesIntoTheTotal() async throws {
    // 5.01 is printed, so the total is 5.01 + 4.
    let rows = try await Figures(
      Self.parts2020 + [Fact("an", "papi.1", 2020, 5.01, source: "press")]
    ).trend(nil, ["papi", "papi.1"])
    #expect(rows.map(\.isDerived) == [true, false])
    #expect(rows.map(\.source)[1] == "press")
    #expect(abs((rows[0].value ?? 0) - 9.01) < 1e-12)
    #expect(rows[1].value == 5.01)
  }

  @Test func printedTotalGoesBeforeTheSum() async throws {
    let printed = Fact("an", "papi", 2020, 9.4, rank: 1, source: "press")
    #expect(
      try await sums(Self.parts2020 + [printed]) == [
        "papi 9.4", "papi.1 5.0 derived", "papi.2 4.0 derived",
      ])
  }

  @Test func rankThatIsPrintedStandsBesideTheSum() async throws {
    let rows = try await Figures(
      Self.parts2020 + [Fact("an", "papi", 2020, rank: 3, source: "press")]
    ).trend(nil, ["papi"])
    #expect(rows.map(\.value) == [9])
    #expect(rows.map(\.isDerived) == [true])
    #expect(rows.map(\.standing) == ["an 3/4 press"])
  }

  @Test func sumOfAnotherIndexIsNeverMade() async throws {
    // par is no sum: its parts are points, its total a percent of the maximum.
    #expect(try await sums([Fact("an", "par.1", 2020, 9)], ["par"]) == [])
  }

  @Test func partsOfOtherPlacesYearsAndLevelsAreNotMixed() async throws {
    let facts = [
      Fact("an", "papi.1.1", 2020, 2), Fact("ban", "papi.1.2", 2020, 3),
      Fact("can", "papi.1.1", 2020, 2), Fact("can", "papi.1.2", 2021, 3),
      Fact("dan-cu", "papi.1.1", 2020, 2), Fact("dan-cu", "papi.1.2", 2020, 3, level: "commune"),
    ]
    #expect(try await sums(facts) == [])
  }

  @Test func partsMayComeFromSeveralSources() async throws {
    let facts = [
      Fact("an", "papi.1.1", 2020, 2), Fact("an", "papi.1.2", 2020, 3, source: "press"),
      Fact("an", "papi.1.2", 2020, 3.5, source: "two"),
    ]
    #expect(try await sums(facts) == ["papi.1 5.5 derived"])
  }

  @Test func sumsAreRankedWhenEveryPlaceHasOne() async throws {
    // 9, 10, 9, 8.
    var facts: [Fact] = []
    for (place, value) in [("an", 4.0), ("ban", 5), ("can", 4), ("dan-cu", 3)] {
      facts += [
        Fact(place, "papi.1.1", 2020, 2), Fact(place, "papi.1.2", 2020, 3),
        Fact(place, "papi.2.1", 2020, value),
      ]
    }
    let figures = try await Figures(facts)
    #expect(
      try figures.trend(nil, ["papi"]).map(\.standing) == [
        "an 2=/4 computed", "ban 1/4 computed", "can 2=/4 computed", "dan-cu 4/4 computed",
      ])
  }

  @Test func sumsChangeLikeOtherFigures() async throws {
    // 9 in 2020, 2 + 3 + 4 + 1.8 = 10.8 in 2021: 1.8 and 20 percent more.
    let figures = try await Figures(
      Self.parts2020 + [
        Fact("an", "papi.1.1", 2021, 2), Fact("an", "papi.1.2", 2021, 3),
        Fact("an", "papi.2.1", 2021, 4), Fact("an", "papi.2.2", 2021, 1.8),
      ])
    let row = try #require(try figures.trend(nil, ["papi"], years: "2021").first)
    #expect(abs((row.change ?? 0) - 1.8) < 1e-9)
    #expect(abs((row.changePercent ?? 0) - 20) < 1e-9)
    #expect(row.breakKind == nil)
  }
}

/// The parts that PAPI had: the publisher's reports count 22, 28, 29 and 28 of them.
@Suite struct PAPIPartTests {
  private static let always = [
    "papi.1.1", "papi.1.2", "papi.1.3", "papi.1.4", "papi.2.2", "papi.2.3", "papi.2.4", "papi.3.1",
    "papi.4.1", "papi.4.2", "papi.4.3", "papi.4.4", "papi.5.1", "papi.5.3", "papi.5.4",
    "papi.6.1", "papi.6.2", "papi.6.3", "papi.6.4",
  ]
  private static let since2018 = [
    "papi.2.1", "papi.3.2", "papi.3.3", "papi.7.1", "papi.7.2", "papi.7.3", "papi.8.1", "papi.8.2",
  ]

  static let editions: [(year: Int, parts: [String])] = [
    (2015, always + ["papi.3.inspection_boards", "papi.3.investment_boards", "papi.5.2"]),
    (2017, always + ["papi.3.inspection_boards", "papi.3.2", "papi.5.2"]),
    (2018, always + since2018 + ["papi.5.2"]),
    (2019, always + since2018 + ["papi.5.2", "papi.8.3"]),
    (2021, always + since2018 + ["papi.8.3"]),
  ]

  @Test(arguments: zip(editions, [22, 22, 28, 29, 28]))
  func totalNeedsAllPartsOfItsYear(
    _ edition: (year: Int, parts: [String]), _ count: Int
  ) async throws {
    // One point for every part: the total is their number.
    #expect(edition.parts.count == count)
    let facts = edition.parts.map {
      Fact("lang-son", $0, edition.year, 1, source: "vcci-pci-2019-workbook")
    }
    let whole = try await Figures(facts, catalog: TestWarehouse.withCatalog())
    let total = try whole.trend(["lang-son"], ["papi"])
    #expect(total.map(\.value) == [Double(count)])
    #expect(total.map(\.isDerived) == [true])
    let lacking = try await Figures(
      Array(facts.dropLast()), catalog: TestWarehouse.withCatalog())
    #expect(try lacking.trend(["lang-son"], ["papi"]).isEmpty)
  }

  @Test func weightedTotalIsNoPartOfTheTotal() async throws {
    let edition = Self.editions[3]
    let facts = (edition.parts + ["papi.weighted"]).map {
      Fact("lang-son", $0, edition.year, 1, source: "vcci-pci-2019-workbook")
    }
    let figures = try await Figures(facts, catalog: TestWarehouse.withCatalog())
    #expect(try figures.trend(["lang-son"], ["papi"]).map(\.value) == [29])
  }
}
