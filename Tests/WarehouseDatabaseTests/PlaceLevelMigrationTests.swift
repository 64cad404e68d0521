import LibPQ
import Testing
import TestSupport
import Warehouse
import WarehouseSQL

/// Facts of provinces and of communes lay in the same series once; a migration parts them.
@Suite struct PlaceLevelMigrationTests {
  @Test func factsOfCommunesGetSeriesOfTheirOwn() async throws {
    var owner = try Connection(await ThrowawayCluster.freshDatabase())
    let name = "m0015_part_places_by_level"
    for migration in SQLCatalog.migrations.prefix(while: { $0.change.name != name }) {
      try owner.run(sql(migration.change.text))
    }
    // Series 1 is of many communes and a province, series 2 of provinces alone, series 3 says nothing.
    for text in [
      """
      insert into catalog.source (source, publisher, title, tier, preference) values ('one', 'Bộ', 'Sổ', 1, 10)
      """,
      """
      insert into catalog.place (place, name_vi, name_en, kind, province_id, lineage_id, valid_from, valid_to)
      values
          ('an', 'An', 'An', 'province', 1, 1, '2004-01-01', 'infinity'),
          ('c1', 'Xã', 'Commune', 'commune', 1, 2, '2004-01-01', 'infinity'),
          ('c2', 'Xã', 'Commune', 'commune', 1, 3, '2004-01-01', 'infinity'),
          ('bac', 'Bắc', 'North', 'region', 4, 4, '2004-01-01', 'infinity')
      """,
      """
      insert into catalog.indicator (indicator, name_vi, name_en, unit, decimals, direction, preference)
      values ('par', 'a', 'a', 'percent', 2, 'higher_is_better', 1)
      """,
      """
      insert into catalog.series (indicator_id, level, freq, geography, source_id)
      values (1, '', 'A', 'vn-63', 1), (1, 'province', 'A', 'vn-63', 1), (1, 'all', 'A', 'vn-63', 1)
      """,
      "select ops.ensure_partition('2020-01-01')",
      """
      insert into warehouse.observation (
          value, province_id, place_id, series_id, period, recorded_from, load_id, slot_id, line, flags)
      select v.place_id * 10, 1, v.place_id, v.series_id, '2020-01-01', now(), 1, 1, 1, 'A'
      from (values (1, 1), (2, 1), (3, 1), (1, 2), (4, 2)) as v (place_id, series_id)
      """,
      """
      insert into warehouse.observation_past (
          value, province_id, place_id, series_id, period, recorded_from, load_id, slot_id, line, flags, recorded_to)
      values (5, 1, 1, 1, '2020-01-01', now() - interval '1 day', 1, 1, 1, 'A', now())
      """,
    ] { _ = try owner.query(sql(text)) }

    for migration in SQLCatalog.migrations.drop(while: { $0.change.name != name }) {
      try owner.run(sql(migration.change.text))
      try owner.run(sql(migration.verification.text))
    }

    let facts = """
      select s.level, s.place_level, p.place, o.value
      from (
          select n.place_id, n.series_id, n.value from warehouse.observation as n
          union all
          select b.place_id, b.series_id, b.value from warehouse.observation_past as b
      ) as o
      join catalog.series as s on s.series_id = o.series_id
      join catalog.place as p on p.place_id = o.place_id
      order by s.level, s.place_level, p.place, o.value
      """
    #expect(
      try owner.rows(facts) == [
        "|commune|c1|20", "|commune|c2|30", "|province|an|5", "|province|an|10",
        "province|province|an|10", "province|province|bac|40",
      ])
    // The many keep the number of their series, the few get a new one.
    #expect(
      try owner.rows("select series_id, level, place_level from catalog.series order by series_id")
        == ["1||commune", "2|province|province", "3|all|province", "4||province"])
  }
}
