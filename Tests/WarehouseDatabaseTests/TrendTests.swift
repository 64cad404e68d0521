import LibPQ
import Testing
import Warehouse

/// Changes against the edition before, and what breaks them.
@Suite struct TrendTests {
  /// par of an: 2020 compares, 2021 partly, 2022 does not, of 2023 nobody knows, 2024 does.
  private static let series = [
    Fact("an", "par", 2019, 80, rank: 3), Fact("an", "par", 2020, 82, rank: 1),
    Fact("an", "par", 2021, 84, rank: 2), Fact("an", "par", 2022, 60, rank: 4),
    Fact("an", "par", 2023, 66, rank: 4), Fact("an", "par", 2024, 69.3, rank: 3),
  ]

  private func near(_ found: [Double?], _ expected: [Double?]) -> Bool {
    found.count == expected.count
      && zip(found, expected).allSatisfy { pair in
        guard let left = pair.0, let right = pair.1 else { return pair.0 == nil && pair.1 == nil }
        return abs(left - right) < 1e-9
      }
  }

  @Test func changesAreAgainstTheEditionBefore() async throws {
    let rows = try await Figures(Self.series).trend(["an"])
    #expect(rows.map(\.year) == ["2019", "2020", "2021", "2022", "2023", "2024"])
    // 82-80, 84-82, not 60-84, 66-60, 69.3-66.
    #expect(near(rows.map(\.change), [nil, 2, 2, nil, 6, 3.3]))
    // 2/80, 2/82, -, 6/60, 3.3/66.
    #expect(near(rows.map(\.changePercent), [nil, 2.5, 200.0 / 82, nil, 10, 5]))
    // 2022 has a new method: places moved say nothing.
    #expect(rows.map(\.rankChange) == [nil, 2, -1, nil, 0, 1])
  }

  @Test func breaksAreNamed() async throws {
    let rows = try await Figures(Self.series).trend(["an"])
    #expect(rows.map(\.breakKind) == [nil, nil, "partly", "method", "unknown", nil])
    #expect(rows.map(\.breakReason) == [nil, nil, "sửa ít", "bộ mới", nil, nil])
  }

  @Test func changesOverBreaksAreGivenWhenAskedFor() async throws {
    let rows = try await Figures(Self.series).trend(["an"], acrossBreaks: true)
    // 60-84 = -24, which is -24/84 of the value before.
    #expect(near(rows.map(\.change), [nil, 2, 2, -24, 6, 3.3]))
    #expect(near([rows[3].changePercent], [-2400.0 / 84]))
    #expect(rows.map(\.breakKind) == [nil, nil, "partly", "method", "unknown", nil])
  }

  @Test func bestWorstAndMeanChangeAreOfTheYearsThatCompare() async throws {
    let rows = try await Figures(Self.series).trend(["an"])
    #expect(rows.map(\.best) == [80, 82, 84, 60, 66, 69.3])
    #expect(rows.map(\.worst) == [80, 80, 80, 60, 60, 60])
    // (82-80)/1, (84-80)/2; anew from 2022: (66-60)/1, (69.3-60)/2.
    #expect(near(rows.map(\.meanChange), [nil, 2, 2, nil, 6, 4.65]))
    let across = try await Figures(Self.series).trend(["an"], acrossBreaks: true)
    #expect(across.map(\.best) == [80, 82, 84, 84, 84, 84])
    #expect(across.map(\.worst) == [80, 80, 80, 60, 60, 60])
    // (60-80)/3, (66-80)/4, (69.3-80)/5.
    #expect(near(across.map(\.meanChange), [nil, 2, 2, -20.0 / 3, -3.5, -2.14]))
  }

  @Test func bestIsTheLeastWhereLessIsBetterAndGapsCountTheirYears() async throws {
    let figures = try await Figures([
      Fact("an", "par.days", 2019, 9), Fact("an", "par.days", 2020, 12, flags: "A"),
      Fact("an", "par.days", 2021, rank: 1), Fact("an", "papi.1.1", 2018, 4),
      Fact("an", "papi.1.1", 2021, 1),
    ])
    let days = try figures.trend(["an"], ["par.days"])
    #expect(days.map(\.best) == [9, 9, 9])
    #expect(days.map(\.worst) == [9, 12, 12])
    #expect(days.map(\.meanChange) == [nil, 3, nil])
    // (1 - 4) / 3.
    #expect(try figures.trend(["an"], ["papi.1.1"]).map(\.meanChange) == [nil, -1])
  }

  @Test func longerCodeHasALineOfItsOwn() async throws {
    // par-2022 does not compare, par.1 of it does.
    let figures = try await Figures([
      Fact("an", "par.1", 2021, 8), Fact("an", "par.1", 2022, 9),
      Fact("an", "par.days", 2021, 8), Fact("an", "par.days", 2022, 9),
    ])
    let rows = try figures.trend(["an"], ["par.1", "par.days"], years: "2022")
    #expect(rows.map(\.change) == [1, nil])
    #expect(rows.map(\.breakKind) == [nil, "method"])
  }

  @Test func firstYearOfAWindowHasItsChange() async throws {
    let rows = try await Figures(Self.series).trend(["an"], years: "2020")
    #expect(rows.map(\.year) == ["2020"])
    #expect(rows.map(\.change) == [2])
    #expect(rows.map(\.rankChange) == [2])
  }

  @Test func changeNeedsTheYearBefore() async throws {
    let rows = try await Figures([Fact("an", "par", 2019, 79), Fact("an", "par", 2021, 81)])
      .trend(["an"])
    #expect(rows.map(\.change) == [nil, nil])
    #expect(rows.map(\.rankChange) == [nil, nil])
  }

  @Test func percentOfNothingIsNothing() async throws {
    let rows = try await Figures([Fact("an", "par", 2019, 0), Fact("an", "par", 2020, 5)])
      .trend(["an"], years: "2020")
    #expect(rows.map(\.change) == [5])
    #expect(rows.map(\.changePercent) == [nil])
  }

  @Test func percentOfANegativeValueKeepsTheSignOfTheChange() async throws {
    // From -4 to -3 is one more, a quarter of four.
    let rows = try await Figures([Fact("an", "par", 2019, -4), Fact("an", "par", 2020, -3)])
      .trend(["an"], years: "2020")
    #expect(rows.map(\.change) == [1])
    #expect(rows.map(\.changePercent) == [25])
  }

  @Test func rowsComeInTheOrderOfIndicatorsPlacesAndTime() async throws {
    let figures = try await Figures([
      Fact("an", "par.1", 2020, 1), Fact("ban", "par", 2020, 1), Fact("an", "par", 2021, 1),
      Fact("an", "par", 2020, 1), Fact("ban", "par", 2019, 1),
    ])
    let rows = try figures.trend(["ban", "an"], ["par.1", "par"])
    #expect(
      rows.map { "\($0.indicator) \($0.place) \($0.year)" } == [
        "par ban 2019", "par ban 2020", "par an 2020", "par an 2021", "par.1 an 2020",
      ])
  }

  @Test func yearsApartAreAskedApart() async throws {
    let rows = try await Figures(Self.series).trend(["an"], years: "2019,2022..2023")
    #expect(rows.map(\.year) == ["2019", "2022", "2023"])
  }

  // MARK: - Places that change

  @Test func changesFollowARename() async throws {
    let figures = try await Figures([
      Fact("dan-cu", "par", 2020, 50, rank: 4), Fact("dan", "par", 2021, 55, rank: 2),
    ])
    let rows = try figures.trend(["dan-cu", "dan"])
    #expect(rows.map(\.place) == ["dan-cu", "dan"])
    #expect(rows.map(\.change) == [nil, 5])
    #expect(rows.map(\.changePercent) == [nil, 10])
    #expect(rows.map(\.rankChange) == [nil, 2])
    // par-2021 compares partly, and the name changed in July 2021.
    #expect(rows.map(\.breakKind) == [nil, "partly+boundary"])
  }

  @Test func breakInAGapIsToldWhicheverYearsAreAskedFor() async throws {
    // Of 2022, which has a new method, nothing is known.
    let figures = try await Figures([
      Fact("an", "par", 2021, 84), Fact("an", "par", 2023, 66), Fact("ban", "par", 2023, 66),
    ])
    for years in [nil, "2023", "2022..2023"] {
      let rows = try figures.trend(["an"], years: years)
      #expect(rows.last?.breakKind == "method")
      #expect(rows.last?.breakReason == "bộ mới")
    }
    #expect(try figures.trend(["ban"], years: "2023").map(\.breakKind) == ["unknown"])
    #expect(try figures.trend(["ban"]).map(\.breakKind) == ["unknown"], "nothing came before")
  }

  @Test func boundaryIsFlaggedOnce() async throws {
    let figures = try await Figures([
      Fact("dan-cu", "par", 2020, 50), Fact("dan", "par", 2021, 55), Fact("dan", "par", 2022, 56),
    ])
    #expect(try figures.trend(["dan"]).map(\.breakKind) == ["partly+boundary", "method"])
  }

  @Test func successorThatKeepsTheNameFollowsIt() async throws {
    // The edition of 2024 for 34 is against 2023 for 63: 70 after 66 of an, nothing after ban.
    let facts = [
      Fact("an", "par", 2023, 66, rank: 2), Fact("ban", "par", 2023, 50, rank: 4),
      Fact("an-2025", "par", 2024, 70, rank: 1, geography: "vn-34"),
      Fact("an-2025", "par", 2025, 77, rank: 2, geography: "vn-34"),
    ]
    let figures = try await Figures(facts)
    let rows = try figures.trend(["an-2025"], acrossBreaks: true)
    #expect(near(rows.map(\.change), [4, 7]))
    #expect(near(rows.map(\.changePercent), [400.0 / 66, 10]))
    #expect(rows.map(\.breakKind) == ["method+boundary", nil])
    // A rank among 63 and one among 34 say nothing about each other.
    #expect(rows.map(\.rankChange) == [nil, -1])
    #expect(try figures.trend(["an-2025"]).map(\.change) == [nil, 7])
  }

  @Test func placeThatStaysHasNoBoundary() async throws {
    let figures = try await Figures([
      Fact("can", "par", 2023, 66, rank: 2),
      Fact("can", "par", 2024, 70, rank: 1, geography: "vn-34"),
    ])
    let row = try #require(try figures.trend(["can"], years: "2024").first)
    #expect(row.breakKind == "method")
    #expect(row.rankChange == nil)
  }

  @Test func editionsOfTwoGeographiesStandSideBySide() async throws {
    let figures = try await Figures([
      Fact("can", "par", 2023, 66, rank: 3), Fact("can", "par", 2024, 70, rank: 2),
      Fact("can", "par", 2024, 70, rank: 1, geography: "vn-34"),
    ])
    let rows = try figures.trend(["can"], years: "2024")
    #expect(rows.map(\.geography) == ["vn-63", "vn-34"])
    #expect(rows.map(\.change) == [4, nil])
    #expect(rows.map(\.rankChange) == [1, nil])
    #expect(rows.map(\.breakKind) == [nil, "method"])
  }

  @Test func hanoiOf2009HasAnotherTerritory() async throws {
    // Hà Tây came to Hà Nội in August 2008; PCI 2008 still ranked 64.
    let source = "vcci-pci-2019-workbook"
    let figures = try await Figures(
      [
        Fact("ha-noi-before-2008", "pci", 2008, 50, rank: 30, source: source, geography: "vn-64"),
        Fact("ha-noi", "pci", 2009, 55, rank: 30, source: source),
        Fact("lang-son", "pci", 2008, 40, rank: 60, source: source, geography: "vn-64"),
        Fact("lang-son", "pci", 2009, 44, rank: 59, source: source),
      ], catalog: TestWarehouse.withCatalog())
    let rows = try figures.trend(
      ["ha-noi", "lang-son"], ["pci"], years: "2009", acrossBreaks: true)
    #expect(rows.map(\.change) == [5, 4])
    #expect(rows.map(\.rankChange) == [nil, nil])
    #expect(rows[0].breakKind?.hasSuffix("boundary") == true)
    #expect(rows[1].breakKind?.contains("boundary") != true)
  }

  @Test func hueOf2025HasAnotherName() async throws {
    // Renamed on 2025-01-01, after the end of 2024; PAPI 2025 is the first edition for 34.
    let source = "vcci-pci-2019-workbook"
    let figures = try await Figures(
      [
        Fact("thua-thien-hue", "papi", 2024, 40, rank: 11, source: source),
        Fact("hue", "papi", 2025, 42, rank: 5, source: source, geography: "vn-34"),
        Fact("lang-son", "papi", 2025, 42, source: source, geography: "vn-34"),
      ], catalog: TestWarehouse.withCatalog())
    let rows = try figures.trend(["thua-thien-hue", "hue"], ["papi"], acrossBreaks: true)
    #expect(rows.map(\.change) == [nil, 2])
    #expect(rows.map(\.rankChange) == [nil, nil])
    #expect(rows.last?.breakKind == "method+boundary")
    #expect(try figures.trend(["lang-son"], ["papi"]).map(\.breakKind) == ["method"])
  }
}

/// Places side by side, and all of them in a row.
@Suite struct ComparisonTests {
  @Test func withoutYearsTheLatestCommonPeriodIsShown() async throws {
    let figures = try await Figures([
      Fact("an", "par", 2019, 79), Fact("an", "par", 2020, 80), Fact("an", "par", 2021, 81),
      Fact("ban", "par", 2019, 69), Fact("ban", "par", 2020, rank: 4),
      Fact("an", "par.1", 2020, 9), Fact("an", "par.1", 2019, 8), Fact("ban", "par.1", 2019, 7),
    ])
    // par: 2020, where ban has a rank; par.1: 2019.
    let rows = try figures.comparison(["ban", "an"], ["par", "par.1"])
    #expect(
      rows.map { "\($0.indicator) \($0.year) \($0.place)" } == [
        "par 2020 ban", "par 2020 an", "par.1 2019 ban", "par.1 2019 an",
      ])
    #expect(rows.map(\.value) == [nil, 80, 7, 8])
    #expect(rows.map(\.change) == [nil, 1, nil, nil])
  }

  @Test func placesWithoutACommonPeriodHaveNoRows() async throws {
    let figures = try await Figures([Fact("an", "par", 2019, 79), Fact("ban", "par", 2020, 70)])
    #expect(try figures.comparison(["an", "ban"]).isEmpty)
  }

  @Test func renamedPlaceIsOnePlaceOfAComparison() async throws {
    // dan-cu and dan are one line: 2021 has both lines, under the new name.
    let figures = try await Figures([
      Fact("an", "par", 2020, 80), Fact("dan-cu", "par", 2020, 50),
      Fact("an", "par", 2021, 81), Fact("dan", "par", 2021, 55),
    ])
    let rows = try figures.comparison(["an", "dan-cu", "dan"])
    #expect(rows.map { "\($0.year) \($0.place)" } == ["2021 an", "2021 dan"])
    #expect(rows.map(\.change) == [1, 5])
  }

  @Test func yearsThatAreAskedForAreShown() async throws {
    let figures = try await Figures([
      Fact("an", "par", 2019, 79), Fact("an", "par", 2020, 80), Fact("ban", "par", 2020, 70),
    ])
    let rows = try figures.comparison(["an", "ban"], years: "2019..2020")
    #expect(rows.map { "\($0.year) \($0.place)" } == ["2019 an", "2020 an", "2020 ban"])
  }

  @Test func rankingGoesFromTheFirstToTheLast() async throws {
    // Ranks as printed, then values without a rank, then groups alone; no country.
    let figures = try await Figures([
      Fact("an", "par", 2020, 80), Fact("ban", "par", 2020, 70, rank: 2),
      Fact("can", "par", 2020, 75, rank: 1), Fact("dan-cu", "par", 2020, group: "Khá"),
      Fact("vn", "par", 2020, 77), Fact("bac", "par", 2020, 76),
      Fact("an", "par", 2019, 60, rank: 1),
    ])
    #expect(try figures.ranking().map(\.place) == ["can", "ban", "an", "dan-cu"])
    #expect(try figures.ranking().map(\.year) == ["2020", "2020", "2020", "2020"])
    #expect(try figures.ranking(year: 2019).map(\.place) == ["an"])
    #expect(try figures.ranking(year: 2018).isEmpty)
  }

  @Test func tiesOfARankingStandTogether() async throws {
    let figures = try await Figures([
      Fact("an", "par.days", 2020, 5), Fact("ban", "par.days", 2020, 3),
      Fact("can", "par.days", 2020, 5), Fact("dan-cu", "par.days", 2020, 9),
    ])
    #expect(
      try figures.ranking(["par.days"]).map(\.standing) == [
        "ban 1/4 computed", "an 2=/4 computed", "can 2=/4 computed", "dan-cu 4/4 computed",
      ])
  }

  @Test func regionsAreThoseOfTheGeography() async throws {
    // Before July 2025 the region has an and ban, since then can and an-2025.
    let figures = try await Figures([
      Fact("an", "par", 2024, 80, rank: 1), Fact("ban", "par", 2024, 70, rank: 3),
      Fact("can", "par", 2024, 75, rank: 2), Fact("dan", "par", 2024, 60, rank: 4),
      Fact("can", "par", 2024, 75, rank: 2, geography: "vn-34"),
      Fact("dan", "par", 2024, 60, rank: 3, geography: "vn-34"),
      Fact("an-2025", "par", 2024, 76, rank: 1, geography: "vn-34"),
    ])
    let rows = try figures.ranking(region: "bac")
    #expect(
      rows.map { "\($0.geography) \($0.place) \($0.rank ?? 0)" } == [
        "vn-63 an 1", "vn-63 ban 3", "vn-34 an-2025 1", "vn-34 can 2",
      ])
    #expect(try figures.ranking(region: nil).count == 7)
  }
}
