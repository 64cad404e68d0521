import LibPQ
import Testing
import Warehouse

/// What a province reports of itself stands behind what others publish, and is in no rank made here.
@Suite struct ReportedFigureTests {
  /// Values, ranks and sources of par 2020 by place; `two` is what a province reports of itself.
  private func figures(_ facts: [Fact]) async throws -> [String] {
    let database = try await TestWarehouse.handMade()
    var loader = try FactLoader(database)
    try loader.load(facts)
    var owner = try Connection(database)
    try owner.run(
      sql(
        """
        update warehouse.observation as o
        set document = '1/BC'
        from mart.series as s
        where s.series_id = o.series_id and s.source = 'two'
        """))
    return try owner.rows(
      """
      select p.place, f.value, f.rank, f.source, f.rank_source
      from mart.figures(null, '{par}', 2020, 2020, null, null, null) as f
      join mart.place as p on p.place_id = f.place_id
      order by p.place
      """)
  }

  @Test func whatOthersPublishComesFirst() async throws {
    // Without the report the press would say 80, 70, 60 and 50: four of four, so ranks are made.
    let press = [("an", 80.0), ("ban", 70), ("can", 60), ("dan-cu", 50)].map {
      Fact($0.0, "par", 2020, $0.1, source: "press")
    }
    let reported = Fact("dan-cu", "par", 2020, 99, source: "two")
    #expect(
      try await figures(press + [reported]) == [
        "an|80|1|press|computed", "ban|70|2|press|computed", "can|60|3|press|computed",
        "dan-cu|50|4|press|computed",
      ])
  }

  @Test func aReportMakesNoRank() async throws {
    let press = [("an", 80.0), ("ban", 70), ("can", 60)].map {
      Fact($0.0, "par", 2020, $0.1, source: "press")
    }
    let reported = Fact("dan-cu", "par", 2020, 99, source: "two")
    #expect(
      try await figures(press + [reported]) == [
        "an|80|∅|press|∅", "ban|70|∅|press|∅", "can|60|∅|press|∅", "dan-cu|99|∅|two|∅",
      ])
  }
}
