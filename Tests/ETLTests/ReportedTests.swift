import IndicatorModel
import Testing
import Warehouse

@testable import ETL

/// What a province reports of its own results.
@Suite struct ReportedTests {
  private static let header = "place,indicator,level,period,value,document,page\n"

  private func declare(
    _ more: String, kind: String = "reported"
  ) -> (job: Job?, diagnostics: [Diagnostic]) {
    let read = Job.read(
      text: """
        job: a
        kind: \(kind)
        title: { vi: Một, en: One }
        publisher: UBND
        terms: Facts
        \(more)
        """, file: "jobs/a.yml")
    return (read.job, read.diagnostics)
  }

  /// Figures as `line place period freq geography level value #rank document/page flags`.
  private func read(
    _ table: String, source: String = "ubnd", mark: String = "."
  ) throws -> (figures: [String], told: String, warned: String) {
    let declared = declare(
      "source: \(source)\ntable: { decimal_mark: \"\(mark)\" }\nfiles:\n  - path: a.csv")
    let file = try #require(declared.job?.files.first)
    let csv = try TemporaryTable(table)
    var reader = FigureReader(path: csv.path, file: file, catalog: try SmallCatalog.make())
    var figures: [String] = []
    try reader.read { figure, line in
      let origin = "\(figure.origin?.document ?? "")/\(figure.origin?.page ?? 0)"
      figures.append(
        "\(line) \(SmallCatalog.place(figure.place.id)) \(figure.period) \(figure.series.frequency) "
          + "\(figure.series.geography) \(figure.series.level) "
          + "\(figure.value.map { "\($0)" } ?? "–") \(figure.rank.map { "#\($0) " } ?? "")"
          + "\(origin) \(figure.flags)")
    }
    return (figures, text(reader.log.entries), text(reader.log.warnings))
  }

  @Test func halfFilledTableLoadsWhatIsFilledAndCountsTheRest() throws {
    let (figures, told, warned) = try read(
      Self.header + """
        lang-son,procedures.on_time_rate,,2024,98.5,249/BC-UBND,12
        Lạng Sơn,procedures.on_time_rate,district,2024-Q1,97,249/BC-UBND,
        lang-son,procedures.on_time_rate,,2025-09,99.25,300/BC-UBND,1
        lang-son,nobody.knows,,2024,,,
        lang-son,par,,2024,,249/BC-UBND,

        """)
    #expect(told == "")
    #expect(warned == "a.csv rows_empty: 2 | 5")
    #expect(
      figures == [
        "2 lang-son 2024-01-01 A vn-63  98.5 249/BC-UBND/12 A",
        "3 lang-son 2024-01-01 Q vn-63 district 97.0 249/BC-UBND/0 A",
        "4 lang-son 2025-09-01 M vn-34  99.25 300/BC-UBND/1 A",
      ])
  }

  // DTI 2024 was published twice: a year belongs to the provinces at its end. Neither PAR 2026 nor a
  // quarter has an edition, and a province need not wait for one.
  @Test func indexNeedsNoEdition() throws {
    let (figures, told, _) = try read(
      Self.header.replacing("page", with: "page,rank,rank_of,flags") + """
        lang-son,dti,,2024,0.71,1/BC,3,,,
        lang-son,par,,2026,90,1/BC,3,,,P
        lang-son,par,,2024-Q2,88,1/BC,3,,,
        lang-son,par,,2024,,1/BC,3,26,63,

        """)
    #expect(told == "")
    #expect(
      figures == [
        "2 lang-son 2024-01-01 A vn-63  0.71 1/BC/3 A",
        "3 lang-son 2026-01-01 A vn-34  90.0 1/BC/3 P",
        "4 lang-son 2024-04-01 Q vn-63  88.0 1/BC/3 A",
        "5 lang-son 2024-01-01 A vn-63  – #26 1/BC/3 A",
      ])
  }

  @Test func whatIsWrongWithALineIsTold() throws {
    let (figures, told, _) = try read(
      Self.header + """
        lang-son,procedures.on_time_rate,,2024,"98,5",1/BC,1
        lang-son,procedures.on_time_rate,,2024,98.5,,1
        lang-son,procedures.on_time_rate,,2024,98.5,1/BC,0
        lang-son,procedures.on_time_rate,,2024-13,98.5,1/BC,1
        lang-son,procedures.on_time_rate,,,98.5,1/BC,1
        lang-son,procedures.on_time_rate,town,2024,98.5,1/BC,1
        lang-son,procedures,,2024,98.5,1/BC,1
        lang-son,procedures.on_time_rate,,2024,101,1/BC,1
        ,procedures.on_time_rate,,2024,98.5,1/BC,1

        """)
    #expect(figures.isEmpty)
    #expect(
      told == """
        a.csv:2 not_a_number value: 98,5 | .
        a.csv:3 value_missing document: document
        a.csv:4 not_an_integer page: 0
        a.csv:5 not_a_period period: 2024-13
        a.csv:6 value_missing period: period
        a.csv:7 not_allowed level: level | town | province, district, commune, all
        a.csv:8 heading_indicator indicator: procedures
        a.csv:9 value_out_of_bounds value: 101 | procedures.on_time_rate | 0 | 100
        a.csv:10 value_missing place: place
        """)
  }

  @Test func decimalMarkIsThatOfTheJob() throws {
    let table = Self.header + "lang-son,procedures.on_time_rate,,2024,\"98,5\",1/BC,1\n"
    #expect(
      try read(table, mark: ",").figures == ["2 lang-son 2024-01-01 A vn-63  98.5 1/BC/1 A"])
  }

  @Test func sourceMustBeOfTheSecondTier() throws {
    let table = Self.header + "lang-son,par,,2024,90,1/BC,1\n"
    #expect(try read(table, source: "moha").told == "a.csv wrong_tier source: moha | 1")
    #expect(
      try read(table, source: "nobody").told.hasPrefix("a.csv:2 unknown_source source: nobody"))
  }

  @Test func declarationNeedsASourceAndHasNoShape() {
    #expect(text(declare("files:\n  - path: a.csv").diagnostics).contains("missing_key: source"))
    #expect(
      text(declare("source: ubnd\nfiles:\n  - { path: a.csv, shape: wide }").diagnostics)
        == "jobs/a.yml:8 not_allowed: shape | wide | long")
    // A file of another province says so; other kinds may name a source for all their files too.
    let two = declare("source: ubnd\nfiles:\n  - path: a.csv\n  - { path: b.csv, source: other }")
    #expect(two.job?.files.map(\.source) == ["ubnd", "other"])
    let figures = declare("source: ubnd\nfiles:\n  - path: a.csv", kind: "figures")
    #expect(figures.job?.files.map(\.source) == ["ubnd"])
    #expect(figures.job?.files.first?.isReported == false)
  }
}
