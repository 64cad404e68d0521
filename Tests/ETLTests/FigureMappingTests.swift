import IndicatorModel
import Testing
import Warehouse

@testable import ETL

@Suite struct FigureMappingTests {
  /// Reads a fixture; figures as `place period geography value rank`.
  private func read(
    _ name: String, shape: Job.Shape = .long, mark: Character = "."
  ) throws -> (figures: [String], told: String, log: DiagnosticLog) {
    let file = Job.File(path: "\(name).csv", shape: shape, decimalMark: mark)
    var reader = FigureReader(
      path: Fixture.path("figures/\(name).csv"), file: file, catalog: try SmallCatalog.make())
    var figures: [String] = []
    try reader.read { figure, line in
      let value = figure.value.map { "\($0)" } ?? figure.group ?? "–"
      let rank = figure.rank.map { " #\($0)" } ?? ""
      let flags = figure.flags == "A" ? "" : " \(figure.flags)"
      figures.append(
        "\(line) \(SmallCatalog.place(figure.place.id)) \(figure.period.description.prefix(4)) "
          + "\(figure.series.geography) \(value)\(rank)\(flags)")
    }
    return (figures, text(reader.log.entries), reader.log)
  }

  @Test func rightFiguresAreMapped() throws {
    let (figures, told, _) = try read("right")
    #expect(told == "")
    #expect(
      figures == [
        "2 lang-son 2024 vn-63 86.31 #26", "3 lang-son 2024 vn-34 0.71",
        "4 thua-thien-hue 2024 vn-63 nhóm A", "5 ha-tinh 2024 vn-63 – M",
      ])
  }

  /// The short way for rows whose parts came before reads what the long way reads.
  @Test func valuesOfKnownPlacesAreReadExactly() throws {
    // Up to fifteen digits, more digits, exponents, zeros in front, signs.
    let texts = [
      "86.31", "0.1", "99.9999999999999", "7", "07.50", "0.30000000000000004", "1e1", "+5", "100",
      "33.3333333333333333", "12.345678901234567", "0.000000000000001", "2.2250738585072014e-308",
    ]
    let rows = texts.map { "Lạng Sơn,par,2024,moha,\($0)\n" }.joined()
    let file = try TemporaryTable("place,indicator,period,source,value\n" + rows)
    var reader = FigureReader(
      path: file.path, file: Job.File(path: "a.csv", shape: .long, decimalMark: "."),
      catalog: try SmallCatalog.make())
    var values: [Double?] = []
    try reader.read { figure, _ in values.append(figure.value) }
    #expect(text(reader.log.entries) == "")
    #expect(values == texts.map { Double($0) })
  }

  @Test func whatIsWrongAfterKnownRowsIsTold() throws {
    let file = try TemporaryTable(
      """
      place,indicator,period,freq,source,value
      Lạng Sơn,par,2024,A,moha,86.31
      Lạng Sơn,par,2024,A,moha,100.5
      Lạng Sơn,par,2024,A,moha,8.6.3
      Lạng Sơn,par,2024,A,moha,.5
      Lạng Sơn,par,2024,A,moha,
      Lạng Sơm,par,2024,A,moha,86
      Lạng Sơn,par,2024-Q5,Q,moha,86
      Lạng Sơn,par,2024,Q,moha,86

      """)
    var reader = FigureReader(
      path: file.path, file: Job.File(path: "a.csv", shape: .long, decimalMark: "."),
      catalog: try SmallCatalog.make())
    try reader.read { _, _ in }
    #expect(reader.rows == 8)
    #expect(
      text(reader.log.entries) == """
        a.csv:3 value_out_of_bounds value: 100.5 | par | 0 | 100
        a.csv:4 not_a_number value: 8.6.3 | .
        a.csv:5 not_a_number value: .5 | .
        a.csv:6 nothing_said value
        a.csv:7 unknown_place place: Lạng Sơm | Lạng Sơn
        a.csv:8 not_a_period period: 2024-Q5
        a.csv:9 not_allowed freq: freq | Q | A
        """)
  }

  @Test(arguments: [
    (
      "unknown-place",
      """
      unknown-place.csv:2 unknown_place place: Lạng Sơm | Lạng Sơn
      unknown-place.csv:3 unknown_place place: Paris | –
      """
    ),
    (
      "unknown-indicator",
      """
      unknown-indicator.csv:2 unknown_indicator indicator: pra | par
      unknown-indicator.csv:3 unknown_indicator indicator: pci.lnad | pci.land
      """
    ),
    ("heading", "heading.csv:2 heading_indicator indicator: procedures"),
    (
      "units",
      """
      units.csv:2 unknown_unit unit: percnt | percent
      units.csv:3 wrong_unit unit: points | par | percent
      units.csv:4 unknown_unit unit: % | percent, points, ratio, rank, count, people, days, gbps, \
      boolean
      """
    ),
    ("unknown-source", "unknown-source.csv:2 unknown_source source: mohaa | moha"),
    (
      "editions",
      """
      editions.csv:2 unknown_edition year: par | 2030 | 
      editions.csv:3 unknown_edition year: par | 2024 | vn-34
      editions.csv:4 ambiguous_edition geography: dti | 2024 | vn-63, vn-34
      editions.csv:5 unknown_geography geography: vn-65 | vn-64, vn-63, vn-34
      """
    ),
    // Line 4: 9.5 is the bound of the edition of 2024 alone; the indicator itself has none above.
    (
      "bounds",
      """
      bounds.csv:2 value_out_of_bounds value: 100.01 | par | 0 | 100
      bounds.csv:3 value_out_of_bounds value: -0.5 | par | 0 | 100
      bounds.csv:4 value_out_of_bounds value: 9.6 | par.1 | 0 | 9.5
      bounds.csv:7 value_out_of_bounds value: 0.99 | pci.land | 1 | 10
      """
    ),
    (
      "ranks",
      """
      ranks.csv:2 rank_out_of_bounds rank: 64 | 63
      ranks.csv:3 rank_out_of_bounds rank: 27 | 26
      ranks.csv:4 rank_out_of_bounds rank: 0 | 63
      ranks.csv:5 rank_out_of_bounds rank: 35 | 34
      ranks.csv:7 not_an_integer rank: 26/63
      """
    ),
    (
      "nothing",
      """
      nothing.csv:2 nothing_said value
      nothing.csv:3 not_allowed flags: flags | X | A, B, E, P, M
      """
    ),
    (
      "missing-fields",
      """
      missing-fields.csv:2 value_missing year: year
      missing-fields.csv:3 not_a_year year: 20l9
      missing-fields.csv:4 value_missing place: place
      missing-fields.csv:5 value_missing indicator: indicator
      missing-fields.csv:6 value_missing source: source
      """
    ),
    (
      "dot",
      """
      dot.csv:2 not_a_number value: 7,16 | .
      dot.csv:4 not_a_number value: 7.16 điểm | .
      dot.csv:5 not_a_number value: n/a | .
      """
    ),
    (
      "gone",
      """
      gone.csv:2 place_not_then place: Hà Tây | 2024-12-31 | ha-tay
      gone.csv:3 place_not_then place: phu-tho-2025 | 2024-12-31 | phu-tho-2025
      """
    ),
  ])
  func wrongFigureTellsLineColumnAndWhatWasExpected(name: String, told: String) throws {
    let read = try read(name).told
    #expect(read == told)
  }

  @Test func nothingIsTakenAfterAnError() throws {
    // Line 3 of dot.csv is right, but line 2 was refused and with it the file.
    #expect(try read("dot").figures.isEmpty)
  }

  @Test func decimalCommaIsReadOnlyWhereDeclared() throws {
    let (figures, told, _) = try read("comma", mark: ",")
    #expect(figures == ["2 lang-son 2019 vn-63 7.16"])
    // "1.234" may be a thousand or more, or one and a bit: never guessed.
    #expect(
      told == """
        comma.csv:3 not_a_number value: 7.16 | ,
        comma.csv:4 not_a_number value: 1.234 | ,
        """)
  }

  @Test func nameMeansThePlaceOfItsEdition() throws {
    let (figures, told, _) = try read("names")
    #expect(told == "")
    #expect(
      figures == [
        "2 phu-tho 2024 vn-63 80.0", "3 phu-tho-2025 2025 vn-34 81.0",
        "4 thua-thien-hue 2024 vn-63 82.0", "5 hue 2025 vn-34 83.0", "6 hue 2025 vn-34 84.0",
        "7 vn 2024 vn-63 85.0", "8 phu-tho 2024 vn-63 0.5", "9 phu-tho-2025 2024 vn-34 0.6",
      ])
  }

  @Test func figureWithoutAnEditionBelongsToTheGeographyOfItsYear() throws {
    let (figures, told, _) = try read("plan-level")
    #expect(told == "")
    #expect(
      figures == [
        "2 lang-son 2024 vn-63 99.1", "3 phu-tho-2025 2025 vn-34 99.2",
        "4 phu-tho 2007 vn-64 99.3",
      ])
  }

  @Test func wideTableHasOneFigureForEveryFilledColumn() throws {
    let (figures, told, _) = try read("wide", shape: .wide)
    #expect(told == "")
    #expect(
      figures == [
        "2 lang-son 2024 vn-63 86.31 #26", "2 lang-son 2024 vn-63 9.1",
        "3 ha-tinh 2024 vn-63 – #4", "4 ha-tinh 2019 vn-63 – #25",
      ])
  }

  @Test func unknownColumnOfAWideTableIsToldOnceAtTheHeader() throws {
    let told = try read("wide-wrong", shape: .wide).told
    #expect(
      told == """
        wide-wrong.csv:1 unknown_indicator pra: pra | par
        wide-wrong.csv:1 unknown_indicator proc: proc | procedures, procedures.on_time_rate
        wide-wrong.csv:2 not_a_number par: 86,31 | .
        wide-wrong.csv:2 rank_out_of_bounds par.rank: 64 | 63
        wide-wrong.csv:3 value_out_of_bounds par: 101 | par | 0 | 100
        """)
  }

  @Test func logCountsAllAndKeepsAThousandOfAReason() {
    var log = DiagnosticLog()
    for line in 1...1_200 { log.append(Diagnostic(.notAYear, ["x"], file: "f.csv", line: line)) }
    log.append(Diagnostic(.nothingSaid, file: "f.csv", line: 1_201))
    #expect(log.count == 1_201)
    #expect(log.entries.count == 1_001)
    #expect(log.entries.last?.reason == .nothingSaid)
  }
}
