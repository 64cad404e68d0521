import IndicatorModel
import LibPQ
import Testing
import Warehouse

/// What a load does to the facts of its slot.
@Suite struct MergeTests {
  /// What holds now: place, indicator, year, value, rank, group.
  private func current(_ loader: inout FactLoader) throws -> [String] {
    try loader.session.connection.rows(
      """
      select place, indicator, extract(year from period), value, rank, grp
      from mart.observation_vintage
      where recorded_to = 'infinity' order by place, indicator, period, source
      """)
  }

  /// What held before: place, indicator, year, value.
  private func past(_ loader: inout FactLoader) throws -> [String] {
    try loader.session.connection.rows(
      """
      select place, indicator, extract(year from period), value
      from mart.observation_vintage
      where recorded_to <> 'infinity' order by place, indicator, period, recorded_from
      """)
  }

  @Test func newFactsAreLoaded() async throws {
    var loader = try FactLoader(await TestWarehouse.handMade())
    let outcome = try loader.load([
      Fact("an", "par", 2020, 81.25, rank: 3, rankOf: 4), Fact("ban", "par", 2020, group: "A"),
    ])
    #expect(outcome.counts == [2, 0, 0, 0])
    #expect(try current(&loader) == ["an|par|2020|81.25|3|∅", "ban|par|2020|∅|∅|A"])
    #expect(try past(&loader).isEmpty)
  }

  @Test func sameFactsAgainChangeNothing() async throws {
    var loader = try FactLoader(await TestWarehouse.handMade())
    let facts = [
      Fact("an", "par", 2020, 81.25, rank: 3), Fact("ban", "par", 2020, rank: 1, note: "theo báo"),
    ]
    try loader.load(facts)
    let before = try loader.session.connection.rows(
      "select place_id, load_id, line, recorded_from from warehouse.observation order by 1")
    // The lines have changed places, which says nothing about the figures.
    #expect(try loader.load(facts.reversed()).counts == [0, 0, 2, 0])
    let after = try loader.session.connection.rows(
      "select place_id, load_id, line, recorded_from from warehouse.observation order by 1")
    #expect(after == before)
    #expect(try past(&loader).isEmpty)
  }

  @Test func revisedFactBeginsWhenTheOldOneEnds() async throws {
    var loader = try FactLoader(await TestWarehouse.handMade())
    try loader.load([Fact("an", "par", 2020, 81.25), Fact("ban", "par", 2020, 70)])
    let outcome = try loader.load([Fact("an", "par", 2020, 81.52), Fact("ban", "par", 2020, 70)])
    #expect(outcome.counts == [0, 1, 1, 0])
    #expect(try current(&loader) == ["an|par|2020|81.52|∅|∅", "ban|par|2020|70|∅|∅"])
    #expect(try past(&loader) == ["an|par|2020|81.25"])
    let seams = try loader.session.connection.rows(
      """
      select o.recorded_from = p.recorded_to, p.recorded_from < p.recorded_to, p.load_id, o.load_id,
          o.recorded_from = f.recorded_at
      from warehouse.observation_past as p
      join warehouse.observation as o using (province_id, place_id, series_id, period)
      join ops.load_file as f on f.load_id = o.load_id
      """)
    #expect(seams == ["t|t|1|2|t"])
  }

  @Test(arguments: [
    Fact("an", "par", 2020, 80, rank: 2), Fact("an", "par", 2020, 80, rank: 1, rankOf: 4),
    Fact("an", "par", 2020, 80, rank: 1, group: "A"), Fact("an", "par", 2020, rank: 1),
    Fact("an", "par", 2020, 80, rank: 1, flags: "P"),
    Fact("an", "par", 2020, 80, rank: 1, note: "sửa"),
  ])
  func everyPartOfAFactCounts(_ revised: Fact) async throws {
    var loader = try FactLoader(await TestWarehouse.handMade())
    try loader.load([Fact("an", "par", 2020, 80, rank: 1)])
    #expect(try loader.load([revised]).counts == [0, 1, 0, 0])
    #expect(try past(&loader) == ["an|par|2020|80"])
  }

  @Test func doublesComeBackBitForBit() async throws {
    // 0.1 + 0.2 is not 0.3, and the difference is a revision.
    var loader = try FactLoader(await TestWarehouse.handMade())
    try loader.load([Fact("an", "par", 2020, 0.1 + 0.2)])
    let value: Double = try loader.session.connection.query(
      sql("select value from warehouse.observation")
    ).value(0, 0)
    #expect(value.bitPattern == (0.1 + 0.2).bitPattern)
    #expect(try loader.load([Fact("an", "par", 2020, 0.3)]).counts == [0, 1, 0, 0])
  }

  @Test func factThatTheFileNoLongerHoldsIsWithdrawn() async throws {
    var loader = try FactLoader(await TestWarehouse.handMade())
    try loader.load([Fact("an", "par", 2020, 80), Fact("an", "par", 2021, 81)])
    #expect(try loader.load([Fact("an", "par", 2021, 81)]).counts == [0, 0, 1, 1])
    #expect(try current(&loader) == ["an|par|2021|81|∅|∅"])
    #expect(try past(&loader) == ["an|par|2020|80"])
  }

  @Test func withdrawnFactMayComeBack() async throws {
    var loader = try FactLoader(await TestWarehouse.handMade())
    try loader.load([Fact("an", "par", 2020, 80)])
    try loader.load([])
    #expect(try current(&loader).isEmpty)
    #expect(try loader.load([Fact("an", "par", 2020, 80)]).counts == [1, 0, 0, 0])
    try loader.load([])
    #expect(try past(&loader) == ["an|par|2020|80", "an|par|2020|80"])
  }

  @Test func newRevisedWithdrawnAndUnchangedAreCountedTogether() async throws {
    var loader = try FactLoader(await TestWarehouse.handMade())
    try loader.load([
      Fact("an", "par", 2020, 1), Fact("ban", "par", 2020, 2), Fact("can", "par", 2020, 3),
    ])
    // an stays, ban is revised, can goes, dan-cu and another source of an are new.
    let outcome = try loader.load([
      Fact("an", "par", 2020, 1), Fact("ban", "par", 2020, 22), Fact("dan-cu", "par", 2020, 4),
      Fact("an", "par", 2020, 1, source: "two"),
    ])
    #expect(outcome.counts == [2, 1, 1, 1])
  }

  @Test func factsOfOtherSlotsAreLeftAlone() async throws {
    var loader = try FactLoader(await TestWarehouse.handMade())
    try loader.load([Fact("an", "par", 2020, 80)], job: "first")
    try loader.load([Fact("ban", "par", 2020, 70)], job: "second")
    #expect(try loader.load([], job: "second").counts == [0, 0, 0, 1])
    #expect(try current(&loader) == ["an|par|2020|80|∅|∅"])
  }

  @Test func sameFigureTwiceInAFileIsFound() async throws {
    var loader = try FactLoader(await TestWarehouse.handMade())
    let load = try loader.session.startLoad(of: "job")
    let slot = try loader.slot(of: "job")
    // Lines 2 to 6; 5 and 6 say again what 2 said, 3 and 4 differ in source and level.
    let table = try loader.stage(
      [
        Fact("an", "par", 2020, 80), Fact("an", "par", 2020, 80, source: "two"),
        Fact("an", "par", 2020, 80, level: "commune"), Fact("an", "par", 2020, 81),
        Fact("an", "par", 2020, 80),
      ], load: load, slot: slot)
    let found = try loader.session.duplicates(in: table)
    #expect(found.map(\.line) == [5, 6])
    #expect(found.map(\.firstLine) == [2, 2])
  }

  @Test func figureThatAnotherFileSaysIsFound() async throws {
    var loader = try FactLoader(await TestWarehouse.handMade())
    try loader.load([Fact("an", "par", 2020, 80)], job: "first")
    let load = try loader.session.startLoad(of: "second")
    let slot = try loader.slot(of: "second")
    let table = try loader.stage(
      [Fact("ban", "par", 2020, 70), Fact("an", "par", 2020, 80)], load: load, slot: slot)
    let found = try loader.session.conflicts(in: table, slot: slot)
    #expect(found.map(\.line) == [3])
    #expect(found.map(\.job) == ["first"])
    #expect(found.map(\.file) == ["first.csv"])
    let own = try loader.session.conflicts(in: table, slot: loader.slot(of: "first"))
    #expect(own.isEmpty)
  }

  @Test func figureThatAnotherFileSaysIsNeverOverwritten() async throws {
    // Two loads may pass the check before either merges; the merge itself must refuse.
    var loader = try FactLoader(await TestWarehouse.handMade())
    try loader.load([Fact("an", "par", 2020, 80)], job: "first")
    #expect(sqlState { try loader.load([Fact("an", "par", 2020, 99)], job: "second") } == "23505")
    #expect(try current(&loader) == ["an|par|2020|80|∅|∅"])
  }

  @Test func mergeThatFailsChangesNothing() async throws {
    var loader = try FactLoader(await TestWarehouse.handMade())
    try loader.load([Fact("an", "par", 2020, 80), Fact("ban", "par", 2020, 70)])
    // A rank of 5 among 4: the table refuses it after others were revised and withdrawn.
    let error = sqlState {
      try loader.load([
        Fact("an", "par", 2020, 90), Fact("can", "par", 2020, 60, rank: 5, rankOf: 4),
      ])
    }
    #expect(error == "23514")
    #expect(try current(&loader) == ["an|par|2020|80|∅|∅", "ban|par|2020|70|∅|∅"])
    #expect(try past(&loader).isEmpty)
  }

  @Test func figureWithoutValueRankGroupOrFlagIsRefused() async throws {
    var loader = try FactLoader(await TestWarehouse.handMade())
    #expect(sqlState { try loader.load([Fact("an", "par", 2020)]) } == "23514")
    var again = try FactLoader(await TestWarehouse.handMade())
    #expect(try again.load([Fact("an", "par", 2020, flags: "M")]).counts == [1, 0, 0, 0])
  }

  @Test func partitionsComeOnDemand() async throws {
    var loader = try FactLoader(await TestWarehouse.handMade())
    func years() throws -> [String] {
      try loader.session.connection.column(
        "select relname from pg_class where relispartition and relkind = 'r' order by 1")
    }
    #expect(try years().isEmpty)
    try loader.load([Fact("an", "par", 2020, 80), Fact("an", "par", 2023, 83)])
    let made = ["past_y2020", "past_y2023", "y2020", "y2023"].map { "observation_" + $0 }
    #expect(try years() == made)
    try loader.load([Fact("an", "par", 2020, 80.5), Fact("an", "par", 2023, 83)])
    #expect(try years() == made)
    let places = try loader.session.connection.rows(
      """
      select tableoid::regclass, value from warehouse.observation
      union all select tableoid::regclass, value from warehouse.observation_past order by 1, 2
      """)
    #expect(
      Set(places) == [
        "warehouse.observation_y2020|80.5", "warehouse.observation_y2023|83",
        "warehouse.observation_past_y2020|80",
      ])
    #expect(sqlState { try loader.session.ensurePartitions(["1899-12-31"], for: 1) } == "P0001")
    #expect(sqlState { try loader.session.ensurePartitions(["2200-01-01"], for: 1) } == "P0001")
  }
}

/// What the warehouse knew, and what the world could know, on a day.
@Suite struct ClockTests {
  private func values(
    _ database: String, asOf: String? = nil, publishedBy: String? = nil
  ) throws -> [Double?] {
    var session = try Session(database, for: .asking)
    return try session.trend(
      Selection(places: ["an"], indicators: ["par"], asOf: asOf, publishedBy: publishedBy)
    ).map(\.value)
  }

  /// Learned 2024-03-05 10:00 as 80, revised 2024-03-10 at 00:30 in Việt Nam to 81, withdrawn
  /// 2024-03-20 at noon.
  private func history() async throws -> String {
    let database = try await TestWarehouse.handMade()
    var loader = try FactLoader(database)
    try loader.load([Fact("an", "par", 2020, 80)])
    try loader.load([Fact("an", "par", 2020, 81)])
    try loader.load([])
    var connection = try Connection(database)
    try connection.run(
      sql(
        """
        update warehouse.observation_past
        set recorded_from = case value when 80 then timestamptz '2024-03-05 10:00+07'
                else timestamptz '2024-03-10 00:30+07' end,
            recorded_to = case value when 80 then timestamptz '2024-03-10 00:30+07'
                else timestamptz '2024-03-20 12:00+07' end
        """))
    return database
  }

  @Test(
    arguments: [
      ("2024-03-04", nil), ("2024-03-05", 80), ("2024-03-09", 80), ("2024-03-10", 81),
      ("2024-03-19", 81), ("2024-03-20", nil), ("2026-01-01", nil),
    ] as [(String, Double?)])
  func asOfMeansTheEndOfThatDayInVietnam(_ day: String, _ value: Double?) async throws {
    // 2024-03-10 00:30 in Việt Nam is 2024-03-09 17:30 UTC: by UTC the 9th would say 81.
    let found = try await values(history(), asOf: day)
    #expect(found == (value.map { [$0] } ?? []))
  }

  @Test func withoutADayWhatHoldsNowIsAnswered() async throws {
    #expect(try await values(history()).isEmpty)
  }

  @Test func momentOfMidnightBelongsToTheNextDay() async throws {
    let database = try await TestWarehouse.handMade()
    var loader = try FactLoader(database)
    try loader.load([Fact("an", "par", 2020, 80)])
    var connection = try Connection(database)
    try connection.run(
      sql("update warehouse.observation set recorded_from = '2024-03-10 00:00+07'"))
    #expect(try values(database, asOf: "2024-03-09").isEmpty)
    #expect(try values(database, asOf: "2024-03-10") == [80])
  }

  @Test func publishedByAsksTheDayOfTheEdition() async throws {
    // par-2019 came on 2020-05-19, par-2020 on 2021-06-24; the day of par-2022 is not known.
    let database = try await TestWarehouse.handMade()
    var loader = try FactLoader(database)
    try loader.load([
      Fact("an", "par", 2019, 79), Fact("an", "par", 2020, 80), Fact("an", "par", 2022, 82),
    ])
    #expect(try values(database, publishedBy: "2020-05-18").isEmpty)
    #expect(try values(database, publishedBy: "2020-05-19") == [79])
    #expect(try values(database, publishedBy: "2021-06-23") == [79])
    #expect(try values(database, publishedBy: "2021-06-24") == [79, 80])
    #expect(try values(database, publishedBy: "2030-01-01") == [79, 80])
    #expect(try values(database) == [79, 80, 82])
  }

  @Test func bothClocksMayBeAsked() async throws {
    let database = try await TestWarehouse.handMade()
    var loader = try FactLoader(database)
    try loader.load([Fact("an", "par", 2019, 79), Fact("an", "par", 2020, 80)])
    var connection = try Connection(database)
    try connection.run(
      sql(
        "update warehouse.observation set recorded_from = "
          + "case value when 79 then timestamptz '2023-01-01' else timestamptz '2024-01-01' end"))
    #expect(try values(database, asOf: "2023-06-01", publishedBy: "2021-12-31") == [79])
    #expect(try values(database, asOf: "2024-06-01", publishedBy: "2021-01-01") == [79])
    #expect(try values(database, asOf: "2024-06-01", publishedBy: "2021-12-31") == [79, 80])
  }

  @Test func citationsHoldEveryVintage() async throws {
    let database = try await TestWarehouse.handMade()
    var loader = try FactLoader(database)
    try loader.load([Fact("an", "par", 2020, 80), Fact("an", "par", 2020, 79, source: "press")])
    try loader.load([Fact("an", "par", 2020, 81), Fact("an", "par", 2020, 79, source: "press")])
    var session = try Session(database, for: .asking)
    let period = try #require(Period(year: 2020))
    let cited = try session.citations(
      places: ["an"], indicator: "par", period: period, level: "", includingParts: false,
      selection: Selection())
    // What holds now before what held, the preferred source (tier 1) first.
    #expect(cited.map(\.value) == [81, 79, 80])
    #expect(cited.map(\.source) == ["one", "press", "one"])
    #expect(cited.map { $0.recordedTo == nil } == [true, true, false])
    #expect(cited[0].recordedFrom == cited[2].recordedTo)
    #expect(cited.map(\.line) == [2, 3, 2])
    #expect(cited.map(\.load) == [2, 1, 1])
    #expect(cited.map(\.job) == ["job", "job", "job"])
  }

  /// A figure that its file moves is the same figure; one that rests on another page is not.
  @Test func originIsKeptWithTheVintageThatItBelongsTo() async throws {
    let database = try await TestWarehouse.handMade()
    var loader = try FactLoader(database)
    func load(_ value: Double, _ origin: FigureOrigin) throws -> [Int] {
      try loader.load([Fact("an", "par", 2020, value, origin: origin)]).counts
    }
    #expect(try load(80, FigureOrigin(sheet: "Tổng", cell: "C12")) == [1, 0, 0, 0])
    #expect(try load(80, FigureOrigin(sheet: "Tổng", cell: "D13")) == [0, 0, 1, 0])
    #expect(try load(81, FigureOrigin(sheet: "Tổng", cell: "D13")) == [0, 1, 0, 0])
    #expect(try load(81, FigureOrigin(document: "9/BC-UBND", page: 4)) == [0, 1, 0, 0])
    #expect(try load(81, FigureOrigin(document: "9/BC-UBND", page: 5)) == [0, 1, 0, 0])
    #expect(try load(81, FigureOrigin(document: "9/BC-UBND", page: 5)) == [0, 0, 1, 0])
    var session = try Session(database, for: .asking)
    let cited = try session.citations(
      places: ["an"], indicator: "par", period: try #require(Period(year: 2020)), level: "",
      includingParts: false, selection: Selection())
    #expect(
      cited.map { [$0.sheet, $0.cell, $0.document, $0.page.map(String.init)] } == [
        [nil, nil, "9/BC-UBND", "5"], [nil, nil, "9/BC-UBND", "4"],
        ["Tổng", "D13", nil, nil], ["Tổng", "C12", nil, nil],
      ])
    // The columns that are not sent say nothing, and so take back what was said.
    #expect(try loader.load([Fact("an", "par", 2020, 81)]).counts == [0, 1, 0, 0])
  }

  /// Two loads may want the same new series at once: the second waits for the first, and has its number.
  @Test func seriesThatAnotherLoadIsAddingIsWaitedFor() async throws {
    let database = try await TestWarehouse.handMade()
    var other = try Connection(database)
    try other.run(sql("begin"))
    let key = try other.rows(
      """
      insert into catalog.series (indicator_id, level, freq, geography, source_id, place_level)
      select max(i.indicator_id), '', 'Q', 'vn-63', (select max(c.source_id) from catalog.source as c), 'province'
      from catalog.indicator as i
      returning indicator_id, level, geography, source_id, place_level, series_id
      """
    )[0].split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    async let number = Task.detached {
      let book = try SeriesBook(database)
      return try book.number(
        of: SeriesKey(
          indicator: Int32(key[0]) ?? 0, level: key[1], frequency: "Q", geography: key[2],
          source: Int32(key[3]) ?? 0, places: PlaceLevel(rawValue: key[4]) ?? .province))
    }.value
    try await Task.sleep(for: .milliseconds(300))
    try other.run(sql("commit"))
    #expect(try await number == Int32(key[5]))
  }
}
