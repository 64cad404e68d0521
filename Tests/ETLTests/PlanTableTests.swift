import Testing

@testable import ETL

@Suite struct PlanTableTests {
  @Test func rightTargetsAreRead() throws {
    let file = Job.File(path: "right.csv", shape: .long, decimalMark: ".")
    let read = TargetTable.read(
      path: Fixture.path("targets/right.csv"), file: file, catalog: try SmallCatalog.make())
    #expect(text(read.log.entries) == "")
    #expect(read.rows == 4)
    // A plan whose text has no hash is known by its name: name, first line, order.
    for key in ["lang-son-2024:10:1", "lang-son-2024:12:2", "lang-son-2024:20:4"] {
      #expect(read.json.contains("\"\(key)\""))
    }
  }

  @Test func wrongTargetTellsLineColumnAndWhatWasExpected() throws {
    let file = Job.File(path: "wrong.csv", shape: .long, decimalMark: ".")
    let read = TargetTable.read(
      path: Fixture.path("targets/wrong.csv"), file: file, catalog: try SmallCatalog.make())
    #expect(
      text(read.log.entries) == """
        wrong.csv:2 unknown_plan document: lang-son-2042 | lang-son-2024
        wrong.csv:3 unknown_indicator indicator: procedures.on_time | procedures.on_time_rate
        wrong.csv:4 heading_indicator indicator: procedures
        wrong.csv:4 duplicate_row order: lang-son-2024 1 | 3
        wrong.csv:5 unknown_unit unit: percents | percent
        wrong.csv:6 between_needs_two value_high
        wrong.csv:7 between_needs_two value_high
        wrong.csv:8 nothing_said value
        wrong.csv:9 dates_reversed period_end: 2025 | 2024
        wrong.csv:10 unknown_repeat repeat_of: 8
        wrong.csv:11 value_missing area: area
        wrong.csv:11 value_missing subject: subject
        wrong.csv:12 not_allowed area: area | procedure | steering, institutions, procedures, \
        organisation, civil_service, finance, digital, index
        wrong.csv:12 not_allowed comparator: comparator | => | >=, >, =, <=, <, between
        wrong.csv:12 not_allowed level: level | ward | province, district, commune, all
        wrong.csv:12 not_allowed measure: measure | rise | level, increase, decrease
        wrong.csv:12 not_a_number value: 99,5 | .
        wrong.csv:13 not_an_integer order: x
        """)
  }

  @Test func wrongPlanTellsLineColumnAndWhatWasExpected() throws {
    let read = PlanTable.read(
      path: Fixture.path("plans/wrong.csv"), file: "wrong.csv", catalog: try SmallCatalog.make())
    #expect(
      text(read.log.entries) == """
        wrong.csv:3 not_a_date issued_on: 31/01/2024
        wrong.csv:3 dates_reversed period_end: 2025 | 2024
        wrong.csv:3 unknown_place place: lang-sonn | lang-son
        wrong.csv:3 duplicate_row plan: a-2024 | 2
        wrong.csv:3 unknown_source source: mohe | moha
        wrong.csv:4 not_a_year period_start: 24
        wrong.csv:4 value_missing plan: plan
        wrong.csv:5 not_allowed text_sha256: text_sha256 | xyz | 64 × 0-9, a-f
        """)
  }

  @Test func rightPlansAreRead() throws {
    let read = PlanTable.read(
      path: Fixture.path("plans/right.csv"), file: "right.csv", catalog: try SmallCatalog.make())
    #expect(text(read.log.entries) == "")
    #expect(read.rows == 2)
  }
}
