import FoundationEssentials
import Testing

@testable import ETL

@Suite struct CatalogReaderTests {
  @Test func catalogOfThisProjectIsRight() {
    #expect(text(CatalogReader.read(JobFolder(path: Fixture.project)).diagnostics) == "")
  }

  @Test func brokenCatalogTellsEveryTableLineAndColumn() {
    let read = CatalogReader.read(JobFolder(path: Fixture.path("catalog")))
    #expect(
      text(read.diagnostics) == """
        catalog/aliases.csv:2 unknown_place place: ha-noy | ha-noi
        catalog/aliases.csv:3 not_allowed kind: kind | nickname | id, official, english, \
        abbreviation, former_name, publisher, ocr, variant, iso_3166_2, gso_code, panel_code
        catalog/allowances.csv:2 not_allowed check: check | ranks | orphan, value_bounds, \
        rank_bounds, rank_excess, rank_hole, places_missing, rank_order, total_differs, jump, \
        sources_differ, edition_incomplete
        catalog/allowances.csv:2 value_missing reason: reason
        catalog/allowances.csv:2 value_out_of_bounds tolerance: -1 | tolerance | 0 | 1000000000
        catalog/comparability.csv:2 unknown_edition edition: par-2042
        catalog/editions.csv:2 not_a_boolean complete: maybe
        catalog/editions.csv:3 not_allowed geography: geography | vn-35 | vn-64, vn-63, vn-34
        catalog/editions.csv:3 value_missing period: period
        catalog/editions.csv:4 value_missing complete: complete
        catalog/editions.csv:4 duplicate_row index: par, vn-63, 2024 | 2
        catalog/editions.csv:4 value_out_of_bounds places_covered: 0 | places_covered | 1 | 100000
        catalog/indicator_aliases.csv:2 unknown_indicator indicator: parr | par
        catalog/indicators.csv:2 not_an_integer decimals: two
        catalog/indicators.csv:3 value_out_of_bounds decimals: 12 | decimals | 0 | 9
        catalog/indicators.csv:3 not_allowed direction: direction | higher | higher_is_better, \
        lower_is_better, not_applicable
        catalog/indicators.csv:3 not_allowed measure: measure | up | level, increase, decrease
        catalog/indicators.csv:3 unknown_indicator parent: pra | par
        catalog/indicators.csv:3 not_allowed unit: unit | pts | percent, points, ratio, rank, \
        count, people, days, gbps, boolean
        catalog/mergers.csv:2 unknown_place predecessor: ha-tay | –
        catalog/mergers.csv:2 not_allowed relation: relation | fusion | merger, \
        rename_and_status, rename, split, partial_transfer, rearranged
        catalog/mergers.csv:3 value_missing effective_date: effective_date
        catalog/places.csv:4 not_allowed kind: kind | city | country, region, province, \
        municipality, district, commune
        catalog/places.csv:4 unknown_place region: red-river-dleta | red-river-delta
        catalog/places.csv:4 dates_reversed valid_to: 2008-08-01 | 2007-01-01
        catalog/places.csv:5 value_missing valid_from: valid_from
        catalog/scale.csv:2 not_a_number max: 9;5 | .
        catalog/scale.csv:3 value_out_of_bounds min: 9 | min | – | 1
        catalog/scale.csv:3 value_out_of_bounds weight: 5 | weight | 0 | 1
        catalog/sources.csv:3 not_a_date read_on: 31/01/2026
        catalog/sources.csv:3 duplicate_row source: moha | 2
        catalog/sources.csv:3 not_allowed tier: tier | 4 | 1, 2, 3
        """)
  }

  @Test func missingTableIsToldByName() {
    let told = CatalogReader.read(JobFolder(path: Fixture.path("nowhere"))).diagnostics
    #expect(told.count == CatalogTable.all.count)
    #expect(text(told).hasPrefix("catalog/aliases.csv file_missing"))
  }
}
