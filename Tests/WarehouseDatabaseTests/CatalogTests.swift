import IndicatorModel
import LibPQ
import Testing
import Warehouse

/// The register of places and the merge of a whole catalog.
@Suite struct CatalogTests {
  @Test(arguments: [
    ("2004-01-01", 64), ("2008-07-31", 64), ("2008-08-01", 63), ("2024-12-31", 63),
    ("2025-01-01", 63), ("2025-06-30", 63), ("2025-07-01", 34), ("2030-01-01", 34),
  ])
  func countryHasSoManyProvincesOnADay(_ day: String, _ count: Int) async throws {
    // Resolution 15/2008/QH12 (64 to 63 on 2008-08-01) and 202/2025/QH15 (63 to 34 on 2025-07-01).
    var connection = try Connection(await TestWarehouse.withCatalog())
    let found = try connection.column(
      """
      select count(*) from mart.place
      where kind in ('province', 'municipality')
          and $1::date >= valid_from and ($1::date <= valid_to or valid_to is null)
      """, [.date(day)])
    #expect(found == ["\(count)"])
    var session = try Session(await TestWarehouse.withCatalog(), for: .asking)
    let listed = try session.listPlaces(nil, on: CalendarDate(iso: day))
    #expect(listed.filter { ["province", "municipality"].contains($0.kind) }.count == count)
  }

  @Test(arguments: [
    ("2008-07-31", 5), ("2024-12-31", 5), ("2025-01-01", 6), ("2025-07-01", 6),
  ])
  func countryHasSoManyMunicipalities(_ day: String, _ count: Int) async throws {
    // Hà Nội, Hải Phòng, Đà Nẵng, TP. Hồ Chí Minh, Cần Thơ; Huế since 2025.
    var session = try Session(await TestWarehouse.withCatalog(), for: .asking)
    let listed = try session.listPlaces(nil, on: CalendarDate(iso: day))
    #expect(listed.filter { $0.kind == "municipality" }.count == count)
  }

  @Test func linesFollowNamesAndRenames() async throws {
    var connection = try Connection(await TestWarehouse.withCatalog())
    let lines = try connection.rows(
      """
      select p.place, q.place from mart.place as p
      join mart.place as q on q.place_id = p.lineage_id
      where p.kind in ('province', 'municipality') and q.place_id <> p.place_id
      order by 1
      """)
    // Hà Nội since 2008, the city of Huế, and the 23 provinces that 2025 made of several; all but
    // those keep to themselves.
    #expect(lines.count == 1 + 1 + 23)
    #expect(lines.contains("ha-noi|ha-noi-before-2008"))
    #expect(lines.contains("hue|thua-thien-hue"))
    #expect(lines.contains("tuyen-quang-2025|tuyen-quang"))
    #expect(lines.contains("can-tho-2025|can-tho"))
    #expect(lines.contains("ho-chi-minh-2025|ho-chi-minh"))
    #expect(lines.contains("bac-ninh-2025|bac-ninh"))
    let strays = lines.filter { line in
      let parts = line.split(separator: "|")
      return parts[0] != "\(parts[1])-2025" && parts[0] != "ha-noi" && parts[0] != "hue"
    }
    #expect(strays.isEmpty)
  }

  @Test func placesKnowWhatCameBeforeAndAfter() async throws {
    var session = try Session(await TestWarehouse.withCatalog(), for: .asking)
    let rows = try session.listPlaces(
      ["ha-noi", "hue", "tuyen-quang-2025", "ha-giang", "lam-dong-2025", "hoa-binh"], on: nil)
    let predecessors = Dictionary(uniqueKeysWithValues: rows.map { ($0.place, $0.predecessors) })
    let successors = Dictionary(uniqueKeysWithValues: rows.map { ($0.place, $0.successors) })
    #expect(predecessors["ha-noi"] == ["ha-noi-before-2008", "ha-tay"])
    #expect(predecessors["hue"] == ["thua-thien-hue"])
    #expect(predecessors["tuyen-quang-2025"] == ["ha-giang", "tuyen-quang"])
    #expect(predecessors["lam-dong-2025"] == ["binh-thuan", "dak-nong", "lam-dong"])
    #expect(successors["ha-giang"] == ["tuyen-quang-2025"])
    // Four communes that Hà Nội took in 2008 make it no successor of Hòa Bình.
    #expect(successors["hoa-binh"] == ["phu-tho-2025"])
  }

  @Test func boundariesThatMovedAreListed() async throws {
    var connection = try Connection(await TestWarehouse.withCatalog())
    let days = try connection.rows(
      """
      select p.place, b.effective_date from mart.boundary_change as b
      join mart.place as p using (place_id)
      where p.place in ('ha-noi', 'hoa-binh', 'vinh-phuc', 'hue', 'lang-son', 'tuyen-quang-2025')
      order by 1, 2
      """)
    #expect(
      Set(days) == [
        "ha-noi|2008-08-01", "hoa-binh|2008-08-01", "hue|2025-01-01", "tuyen-quang-2025|2025-07-01",
        "vinh-phuc|2008-08-01",
      ])
  }

  @Test func catalogAgainChangesNothing() async throws {
    let database = try await TestWarehouse.handMade()
    var session = try Session(database, for: .loading)
    func state() throws -> [String] {
      try session.connection.rows(
        """
        select 'place', place_id::text, place, lineage_id::text, region_id::text from catalog.place
        union all select 'indicator', indicator_id::text, indicator, parent_id::text, '' from catalog.indicator
        union all select 'edition', edition_id::text, edition, previous_id::text, '' from catalog.edition
        order by 1, 2
        """)
    }
    let before = try state()
    let orphans = try session.transaction { try $0.mergeCatalog(HandMadeCatalog.tables) }
    #expect(orphans == 0)
    #expect(try state() == before)
  }

  @Test func editionsKnowTheOneBefore() async throws {
    let database = try await TestWarehouse.handMade()
    var connection = try Connection(database)
    let previous = try connection.rows(
      "select edition, previous, reference_date from mart.edition where index = 'par' order by period, geography desc"
    )
    #expect(
      previous == [
        "par-2019|∅|2019-12-31", "par-2020|par-2019|2020-12-31", "par-2021|par-2020|2021-12-31",
        "par-2022|par-2021|2022-12-31", "par-2023|par-2022|2023-12-31",
        "par-2024|par-2023|2024-12-31", "par-2024-34|par-2023|2025-07-01",
        "par-2025|par-2024-34|2025-12-31",
      ])
  }

  // MARK: - What facts refer to stays

  /// Merges a catalog and says whether it was refused; all or nothing.
  private func isRefused(_ tables: CatalogTables, _ session: inout Session) throws -> Bool {
    struct InUse: Error {}
    do {
      try session.transaction { session in
        if try session.mergeCatalog(tables) > 0 { throw InUse() }
      }
      return false
    } catch is InUse {
      return true
    } catch let error as PostgresError where error.sqlState == "23503" {
      return true
    }
  }

  private func without(_ name: String, in json: String) -> String {
    // Each object of these tables stands in one pair of braces.
    let objects = json.split(separator: "{").dropFirst()
      .map { "{" + $0.split(separator: "}")[0] + "}" }
    return "[" + objects.filter { !$0.contains("\"\(name)\"") }.joined(separator: ",") + "]"
  }

  @Test func placeInUseCannotGo() async throws {
    let database = try await TestWarehouse.handMade()
    var loader = try FactLoader(database)
    try loader.load([Fact("can", "par", 2020, 80)])
    var tables = HandMadeCatalog.tables
    tables.places = without("can", in: tables.places)
    #expect(try isRefused(tables, &loader.session))
    let left = try loader.session.connection.column(
      "select place from catalog.place where place = 'can'")
    #expect(left == ["can"])
    // The same place goes when nothing is said about it any more.
    try loader.load([])
    var connection = try Connection(database)
    try connection.run(sql("delete from warehouse.observation_past"))
    #expect(try !isRefused(tables, &loader.session))
    let gone = try loader.session.connection.column(
      "select place from catalog.place where place = 'can'")
    #expect(gone.isEmpty)
  }

  @Test func placeOfThePastCannotGo() async throws {
    // What was withdrawn can still be asked for with a day; its place must stay, too.
    let database = try await TestWarehouse.handMade()
    var loader = try FactLoader(database)
    try loader.load([Fact("can", "par", 2020, 80)])
    try loader.load([])
    var tables = HandMadeCatalog.tables
    tables.places = without("can", in: tables.places)
    #expect(try isRefused(tables, &loader.session))
  }

  @Test func indicatorAndSourceInUseCannotGo() async throws {
    let database = try await TestWarehouse.handMade()
    var loader = try FactLoader(database)
    try loader.load([Fact("an", "par.1", 2020, 8, source: "two")])
    var tables = HandMadeCatalog.tables
    tables.indicators = without("par.1", in: tables.indicators)
    tables.comparability = without("par.1", in: tables.comparability)
    #expect(try isRefused(tables, &loader.session))
    tables = HandMadeCatalog.tables
    tables.sources = without("two", in: tables.sources)
    #expect(try isRefused(tables, &loader.session))
    #expect(
      try loader.session.connection.column(
        "select count(*) from mart.observation_vintage where indicator = 'par.1' and source = 'two'"
      )
        == ["1"])
  }

  @Test func sourcesMayChangePlaces() async throws {
    // The order of the catalog is a preference: swapped, the other source is chosen.
    let database = try await TestWarehouse.handMade()
    var loader = try FactLoader(database)
    try loader.load([Fact("an", "par", 2020, 80), Fact("an", "par", 2020, 81, source: "two")])
    var tables = HandMadeCatalog.tables
    tables.sources = tables.sources.replacing("\"preference\": 20", with: "\"preference\": 40")
    #expect(try !isRefused(tables, &loader.session))
    var session = try Session(database, for: .asking)
    let rows = try session.trend(Selection(places: ["an"], indicators: ["par"]))
    #expect(rows.map(\.value) == [81])
  }
}

/// What people type for a place.
@Suite struct PlaceQuestionTests {
  private func places(_ words: String...) async throws -> [String] {
    var session = try Session(await TestWarehouse.carried(), for: .asking)
    return try session.places(named: words)
  }

  @Test(arguments: [
    "Lạng Sơn", "lạng sơn", "LẠNG SƠN", "lang son", "Lang Son", "langson", "lang-son",
    "La\u{323}ng So\u{31B}n", "tỉnh Lạng Sơn", "Tỉnh LẠNG SƠN", "Lang Son province", "VN-09",
    "vn-09",
    "20", "  Lạng  Sơn ",
  ])
  func spellingsOfOnePlace(_ word: String) async throws {
    #expect(try await places(word) == ["lang-son"])
  }

  @Test(arguments: [
    ("Hoà Bình", "hoa-binh"), ("Hòa Bình", "hoa-binh"), ("Khánh Hoà", "khanh-hoa"),
    ("Thanh Hoá", "thanh-hoa"), ("Đắk Nông", "dak-nong"), ("Dak Nong", "dak-nong"),
  ])
  func tonesMayStandOnEitherVowel(_ word: String, _ place: String) async throws {
    #expect(try await places(word).first == place)
  }

  @Test(arguments: [
    "BRVT", "Bà Rịa – Vũng Tàu", "Bà Rịa-Vũng Tàu", "ba ria vung tau", "VN-43", "77",
  ])
  func abbreviationsAndDashes(_ word: String) async throws {
    #expect(try await places(word) == ["ba-ria-vung-tau"])
  }

  @Test(arguments: [
    "TP.HCM", "TP. Hồ Chí Minh", "Thành phố Hồ Chí Minh", "HCMC", "Ho Chi Minh City",
  ])
  func nameMeansEveryPlaceThatHasBorneIt(_ word: String) async throws {
    #expect(try await places(word) == ["ho-chi-minh", "ho-chi-minh-2025"])
  }

  @Test(arguments: ["TT-Huế", "Thừa Thiên Huế", "TT Hue", "Huế"])
  func hueIsOneLine(_ word: String) async throws {
    #expect(try await places(word) == ["thua-thien-hue", "hue"])
  }

  @Test(arguments: ["Hà Nội", "Ha Noi", "Hanoi", "VN-HN", "01", "1", "TP Hà Nội", "Thủ đô Hà Nội"])
  func hanoiIsOneLine(_ word: String) async throws {
    #expect(try await places(word) == ["ha-noi-before-2008", "ha-noi"])
  }

  @Test(arguments: [
    "ha-noi", "ha-noi-before-2008", "tuyen-quang-2025", "tuyen-quang", "hue", "lang-son", "vn",
    "red-river-delta", "red-river-delta-2025",
  ])
  func idIsExact(_ id: String) async throws {
    #expect(try await places(id) == [id])
  }

  @Test func countryAndRegionsArePlaces() async throws {
    #expect(try await places("Cả nước") == ["vn"])
    #expect(
      try await places("Đồng bằng sông Hồng") == ["red-river-delta", "red-river-delta-2025"])
  }

  @Test func orderOfTheWordsIsKeptAndNothingComesTwice() async throws {
    #expect(
      try await places("Hà Tĩnh", "lang-son", "Lạng Sơn", "ha-noi", "Hà Nội") == [
        "ha-tinh", "lang-son", "ha-noi", "ha-noi-before-2008",
      ])
    #expect(try await places() == [])
  }

  @Test func unknownNameHasItsNearest() async throws {
    var session = try Session(await TestWarehouse.carried(), for: .asking)
    let error = warehouseError { _ = try session.places(named: ["Lạng Sơm"]) }
    guard case .unknownPlace(let word, let nearest) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(word == "Lạng Sơm")
    #expect(nearest.first == "Lạng Sơn")
  }

  @Test(arguments: ["", "   ", "P01", "xyzzy", "-", "999"])
  func whatNobodyIsCalledIsUnknown(_ word: String) async throws {
    var session = try Session(await TestWarehouse.carried(), for: .asking)
    let error = warehouseError { _ = try session.places(named: [word]) }
    guard case .unknownPlace = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test func indicatorsAreFoundByCodePatternAndName() async throws {
    var session = try Session(await TestWarehouse.carried(), for: .asking)
    #expect(
      try session.indicators(named: ["PAR INDEX", "pci.land", "par"]) == ["par", "pci.land"])
    #expect(
      try session.indicators(named: ["papi.8.*"]) == ["papi.8.1", "papi.8.2", "papi.8.3"])
    let error = warehouseError { _ = try session.indicators(named: ["pci.lang"]) }
    guard case .unknownIndicator("pci.lang", let nearest) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(nearest.contains("pci.land"))
  }
}
