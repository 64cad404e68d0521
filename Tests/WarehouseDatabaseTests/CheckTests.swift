import IndicatorModel
import LibPQ
import Testing
import Warehouse

/// Every check on figures made up so that what it must find can be counted on one's fingers.
///
/// Editions of the small catalog cover four places and are declared complete; `one` and `two` are the
/// publisher's, `press` is not.
@Suite struct CheckTests {
  /// What the checks find in a warehouse that holds the facts: check, place, period's year, arguments.
  private func found(
    _ facts: [Fact], by checks: [Check], allowances: String = "[]", scales: String = "[]"
  ) async throws -> [String] {
    var loader = try FactLoader(try await TestWarehouse.handMade())
    var tables = HandMadeCatalog.tables
    tables.allowances = allowances
    tables.scales = scales
    let orphans = try loader.session.transaction { try $0.mergeCatalog(tables) }
    #expect(orphans == 0)
    try loader.load(facts)
    return try loader.session.run(checks).entries.map(\.told).sorted()
  }

  private func ranks(_ ranks: [Int32?], source: String = "one") -> [Fact] {
    zip(["an", "ban", "can", "dan-cu"], ranks).map { place, rank in
      Fact(place, "par", 2020, rank == nil ? 50 : nil, rank: rank, source: source)
    }
  }

  @Test func aListOfThePublisherIsWhole() async throws {
    let holes: [Check] = [.rankHole, .placesMissing]
    #expect(try await found(ranks([1, 2, 2, 4]), by: holes).isEmpty, "places may share a rank")
    #expect(try await found(ranks([1, 2, 4, 4]), by: holes) == ["error rank_hole can 2020 4|2"])
    #expect(
      try await found(ranks([1, 2, 3]), by: holes)
        == ["error places_missing – 2020 3|4|dan-cu"])
    #expect(
      try await found(ranks([3]), by: holes)
        == ["error places_missing – 2020 1|4|ban, can, dan-cu", "error rank_hole an 2020 3|0"])
  }

  @Test func whatOthersPrintIsAnExtract() async throws {
    let holes: [Check] = [.rankHole, .placesMissing]
    #expect(try await found(ranks([3], source: "press"), by: holes).isEmpty)
  }

  @Test func ranksThatTooManyPlacesStandBefore() async throws {
    #expect(
      try await found(ranks([1, 1, 2, 4]), by: [.rankExcess])
        == ["warning rank_excess can 2020 2|2"])
    #expect(try await found(ranks([1, 1, 3, 3]), by: [.rankExcess]).isEmpty)
  }

  @Test func ranksBeyondTheNumberOfPlaces() async throws {
    #expect(
      try await found(ranks([1, 2, 3, 5]), by: [.rankBounds])
        == ["error rank_bounds dan-cu 2020 5|4"])
    let printed = [Fact("an", "par", 2020, rank: 5, rankOf: 6)]
    #expect(try await found(printed, by: [.rankBounds]).isEmpty, "N is printed beside it")
  }

  @Test func ranksFollowTheValues() async throws {
    func listed(_ indicator: String, _ values: [Double]) -> [Fact] {
      zip(["an", "ban", "can", "dan-cu"], values).enumerated().map { index, pair in
        Fact(pair.0, indicator, 2020, pair.1, rank: Int32(index + 1))
      }
    }
    #expect(try await found(listed("par", [90, 85, 85, 80]), by: [.rankOrder]).isEmpty)
    // Of 88 and 87 both are better than the 85 ranked second.
    #expect(
      try await found(listed("par", [90, 85, 88, 87]), by: [.rankOrder])
        == ["error rank_order can 2020 3|88|85", "error rank_order dan-cu 2020 4|87|85"])
    #expect(
      try await found(listed("par.days", [5, 7.5, 7.25, 8]), by: [.rankOrder])
        == ["error rank_order can 2020 3|7.25|7.5"])
    #expect(try await found(listed("par.days", [5, 6, 7, 8]), by: [.rankOrder]).isEmpty)
  }

  @Test func sumsAreHeldAgainstTheirParts() async throws {
    // papi.2.2 counts from 2021 on: in 2020 papi.2 has one part.
    let facts = [
      Fact("an", "papi", 2020, 5.5), Fact("an", "papi.1", 2020, 3), Fact("an", "papi.2", 2020, 2.4),
      Fact("an", "papi.1.1", 2020, 1), Fact("an", "papi.1.2", 2020, 2),
      Fact("an", "papi.2.1", 2020, 2.4),
      Fact("ban", "papi", 2020, 9), Fact("ban", "papi.1", 2020, 3),  // a part is not known
      Fact("can", "papi", 2020, 9, source: "press"), Fact("can", "papi.1", 2020, 3),
      Fact("can", "papi.2", 2020, 2),  // told by another source
    ]
    #expect(
      try await found(facts, by: [.totalDiffers]) == ["warning total_differs an 2020 5.5|5.4|2"])
  }

  @Test func weightedTotalsAreSharesOfTheGreatestValue() async throws {
    // 100 x (0.6 x 7 / 10 + 0.4 x 4 / 10) = 58.
    let scales = """
      [{"edition": "par-2020", "indicator": "par", "max": 100},
       {"edition": "par-2020", "indicator": "par.1", "max": 10, "weight": 0.6},
       {"edition": "par-2020", "indicator": "par.days", "max": 10, "weight": 0.4}]
      """
    func facts(_ total: Double) -> [Fact] {
      [
        Fact("an", "par", 2020, total), Fact("an", "par.1", 2020, 7),
        Fact("an", "par.days", 2020, 4),
      ]
    }
    #expect(try await found(facts(58), by: [.totalDiffers], scales: scales).isEmpty)
    #expect(
      try await found(facts(58.5), by: [.totalDiffers], scales: scales)
        == ["warning total_differs an 2020 58.5|58|2"])
  }

  @Test func sourcesAgreeWithinTheirRounding() async throws {
    func facts(_ press: Double, rank: Int32? = nil) -> [Fact] {
      [
        Fact("an", "par", 2020, 85.46, rank: 2),
        Fact("an", "par", 2020, press, rank: rank, source: "press"),
      ]
    }
    #expect(try await found(facts(85.5), by: [.sourcesDiffer]).isEmpty, "rounded to one decimal")
    #expect(
      try await found(facts(85.4), by: [.sourcesDiffer])
        == ["warning sources_differ an 2020 85.4|one|85.46"])
    #expect(
      try await found(facts(85.46, rank: 3), by: [.sourcesDiffer])
        == ["warning sources_differ an 2020 3|one|2"])
  }

  @Test func boundsThatChangedAreHeldAgainstWhatIsHere() async throws {
    let scales = #"[{"edition": "par-2020", "indicator": "par", "min": 0, "max": 80}]"#
    let facts = [Fact("an", "par", 2020, 80.5), Fact("an", "par", 2021, 80.5)]
    #expect(
      try await found(facts, by: [.valueBounds], scales: scales)
        == ["error value_bounds an 2020 80.5|par|0|80"])
  }

  @Test func anEditionDeclaredCompleteIsHere() async throws {
    var facts = ranks([1, 2, 3], source: "press")
    #expect(
      try await found(facts, by: [.editionIncomplete])
        == ["error edition_incomplete – 2020 par-2020|3|4"])
    facts.append(Fact("dan-cu", "par", 2020, 60, source: "two"))
    #expect(try await found(facts, by: [.editionIncomplete]).isEmpty)
  }

  @Test func theCatalogLetsPassWhatItExplains() async throws {
    let facts = [
      Fact("an", "papi", 2020, 5.5), Fact("an", "papi.1", 2020, 3), Fact("an", "papi.2", 2020, 2.4),
      Fact("ban", "papi", 2020, 5.6), Fact("ban", "papi.1", 2020, 3),
      Fact("ban", "papi.2", 2020, 2.4),
    ]
    func left(_ allowance: String) async throws -> [String] {
      try await found(
        facts, by: [.totalDiffers],
        allowances: #"[{"check": "total_differs", "reason": "r", \#(allowance)}]"#)
    }
    // An's total is 0.1 off, Ban's 0.2.
    let an = "warning total_differs an 2020 5.5|5.4|2"
    let ban = "warning total_differs ban 2020 5.6|5.4|2"
    #expect(try await left(#""tolerance": 0.1"#) == [ban])
    #expect(try await left(#""tolerance": 0.09"#) == [an, ban])
    #expect(try await left(#""place": "an""#) == [ban])
    #expect(try await left(#""source": "press""#) == [an, ban])
    #expect(try await left(#""source": "one", "edition": "papi-2020""#).isEmpty)
    #expect(try await left(#""edition": "papi-2021""#) == [an, ban])
    #expect(try await left(#""indicator": "papi.1""#) == [an, ban])
  }

  @Test func aPlaceThatMayBeMissingIsNotMissed() async throws {
    func left(_ place: String) async throws -> [String] {
      try await found(
        ranks([1, 2, 3]), by: [.placesMissing],
        allowances: #"[{"check": "places_missing", "reason": "r", "place": "\#(place)"}]"#)
    }
    #expect(try await left("dan-cu").isEmpty)
    #expect(try await left("an") == ["error places_missing – 2020 3|4|dan-cu"])
  }

  @Test func aJumpIsFarFromWhatOthersDid() async throws {
    // Changes of eleven places: -2 -1 -1 0 0 0 1 1 2 3 and the last. The median is 0, distances from
    // it are 0 0 0 1 1 1 1 2 2 3 and the last; their median, 1, times 1.4826 times 8 is 11.86.
    let places = [
      "lang-son", "ha-tinh", "nghe-an", "son-la", "lao-cai", "yen-bai", "ha-noi", "long-an",
      "ca-mau", "quang-ninh", "hai-phong",
    ]
    func facts(_ last: Double) -> [Fact] {
      zip(places, [-2, -1, -1, 0, 0, 0, 1, 1, 2, 3, last]).flatMap { place, change in
        [
          Fact(place, "procedures.on_time_rate", 2023, 60, source: "vgp-40168"),
          Fact(place, "procedures.on_time_rate", 2024, 60 + change, source: "vgp-40168"),
        ]
      }
    }
    var loader = try FactLoader(try await TestWarehouse.withCatalog())
    try loader.load(facts(12))
    #expect(
      try loader.session.run([.jump]).entries.map(\.told)
        == ["warning jump hai-phong 2024 72|60|2023|0"])
    try loader.load(facts(11.5))
    #expect(try loader.session.run([.jump]).entries.isEmpty)
  }

  @Test func factsThatNothingRefersToAreFound() async throws {
    let database = try await TestWarehouse.handMade()
    var loader = try FactLoader(database)
    try loader.load([Fact("an", "par", 2020, 60), Fact("ban", "par", 2020, 50)])
    var owner = try Connection(database)
    try owner.run(sql("update warehouse.observation set place_id = 4711 where value = 50"))
    #expect(
      try loader.session.run([.orphan]).entries
        .map { $0.arguments.prefix(2).joined(separator: "|") }
        == ["observation|4711"])
  }

  @Test func allAreCountedAndTheFirstThousandKept() async throws {
    // 4 places x 3 sources x 5 levels x 20 years.
    let facts = ["an", "ban", "can", "dan"].flatMap { place in
      ["one", "two", "press"].flatMap { source in
        ["", "province", "district", "commune", "all"].flatMap { level in
          (2005...2024).map { Fact(place, "par.1", $0, 1, source: source, level: level) }
        }
      }
    }
    #expect(facts.count == 1_200)
    let database = try await TestWarehouse.handMade()
    var loader = try FactLoader(database)
    try loader.load(facts)
    var owner = try Connection(database)
    try owner.run(sql("update warehouse.observation set place_id = place_id + 4000"))
    let found = try loader.session.run([.orphan])
    #expect(found.counts == [.error: 1_200])
    #expect(found.entries.count == 1_000)
    #expect(found.isCut)
  }

  @Test func whatTheProjectCarriesHasNoErrors() async throws {
    var session = try Session(try await TestWarehouse.carried(), for: .loading)
    let found = try session.run(Check.allCases)
    #expect(found.entries.filter { $0.severity == .error } == [])
    // Sources that disagree, as their notes in etl/figures say; sums and ranks are right.
    #expect(Set(found.entries.map(\.check)) == ["sources_differ", "jump"])
    let disagreeing = found.entries.filter { $0.check == "sources_differ" }.map {
      "\($0.place ?? "") \($0.indicator ?? "") \($0.period?.prefix(4) ?? "")"
    }
    #expect(disagreeing.contains("quang-ninh par 2018"), "81, 89.06 and 89.6 are printed")
  }
}

extension Finding {
  /// Severity, check, place, year and arguments.
  fileprivate var told: String {
    "\(severity.rawValue) \(check) \(place ?? "–") \(period?.prefix(4) ?? "–") "
      + arguments.joined(separator: "|")
  }
}
