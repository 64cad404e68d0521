import ETL
import IndicatorModel
import LibPQ
import Testing
import Warehouse

/// A job of plan documents, read by `LineReader`, in a warehouse of its own.
private final class Office: Sendable {
  let workshop: JobWorkshop

  init() async throws {
    workshop = try await JobWorkshop()
    try declare()
  }

  /// Declares the job; `files` are its elements.
  func declare(_ files: String = "- path: a.txt") throws {
    try workshop.write(
      "jobs/documents.yml",
      """
      # Plans of a test.
      job: documents
      kind: documents
      title: {vi: Thử, en: Test}
      publisher: Nobody
      terms: Facts
      files:
        \(files)

      """)
  }

  func load(
    _ reader: LineReader = LineReader(),
    _ body: (inout Loader) throws -> LoadSummary = { try $0.run() }
  ) throws -> JobWorkshop.Report {
    try workshop.load { loader in
      loader.planReader = reader
      return try body(&loader)
    }
  }

  /// Heads of plans that hold, by name.
  func plans() throws -> [String] {
    try workshop.rows(
      "select plan, place, number, period_start, period_end, file from mart.plan order by 1")
  }

  /// Indicator, value and origin of the targets that hold, in the order of the document.
  func targets() throws -> [String] {
    try workshop.rows(
      "select indicator, value, origin from mart.target order by plan, ordinal, origin")
  }

  static let text = """
    place lang-son
    number 12/KH-UBND
    years 2024 2024
    Chỉ tiêu

    target par 90
    target none 50
    deadline 30/6
    task 1 Sở Nội vụ

    """
}

@Suite struct DocumentLoadTests {
  @Test func documentBecomesAPlanWithLinesTargetsAndTasks() async throws {
    let office = try await Office()
    try office.workshop.write("a.txt", Office.text)
    let report = try office.load()
    #expect(report.refused == [])
    #expect(report.outcomes == ["committed 4 0 0 0"])
    #expect(try office.plans() == ["lang-son-2024|lang-son|12/KH-UBND|2024|2024|a.txt"])
    #expect(try office.targets() == ["par|90|read", "∅|50|read"])
    #expect(
      try office.workshop.rows("select lead, due_to, item from mart.task")
        == ["Sở Nội vụ|2024-06-30|1"])
    #expect(
      try office.workshop.rows("select line, text from mart.plan_line order by 1 offset 3")
        == [
          "4|Chỉ tiêu", "6|target par 90", "7|target none 50", "8|deadline 30/6",
          "9|task 1 Sở Nội vụ",
        ])
    // A line is searched with the next one that is not empty, without marks.
    #expect(
      try office.workshop.rows(
        "select line from mart.plan_line where words @@ to_tsquery('simple', 'tieu & par')")
        == ["4"])
    #expect(
      try office.workshop.rows("select words from mart.plan_line where line = 9")
        == ["'1':2 'noi':4 'so':3 'task':1 'vu':5"])
    #expect(
      try office.workshop.rows("select kind, value from mart.target_at(null) where value is null")
        == ["deadline|∅"])
  }

  @Test func unchangedDocumentIsSkippedUntilTheReaderIsBetter() async throws {
    let office = try await Office()
    try office.workshop.write("a.txt", Office.text)
    _ = try office.load()
    #expect(try office.load().outcomes == ["skipped 0 0 0 0"])
    // The better reader reads one value otherwise and finds one target less; the rest stays.
    let better = LineReader(version: "line reader 2", shift: 0.5, findsUnlinked: false)
    #expect(try office.load(better).outcomes == ["committed 0 1 2 1"])
    #expect(try office.targets() == ["par|90.5|read"])
    #expect(
      try office.workshop.rows(
        """
        select value, recorded_to = 'infinity' from mart.target_vintage
        where indicator = 'par' order by recorded_from
        """) == ["90|f", "90.5|t"])
    #expect(try office.load(better).outcomes == ["skipped 0 0 0 0"])
  }

  @Test func textThatChangesKeepsWhatItStillSays() async throws {
    let office = try await Office()
    try office.workshop.write("a.txt", Office.text)
    _ = try office.load()
    // A line more at the top moves every line; the words of the statements are the same.
    try office.workshop.write("a.txt", "UBND\n" + Office.text.replacing("none 50", with: "none 60"))
    #expect(try office.load().outcomes == ["committed 1 0 3 1"])
    #expect(try office.targets() == ["par|90|read", "∅|60|read"])
    #expect(
      try office.workshop.rows("select text from mart.plan_line where line = 8")
        == ["target none 60"])
    // What stays is found where it stands now.
    #expect(
      try office.workshop.rows("select line_from, line_to from mart.target order by 1")
        == ["7|7", "8|8"])
  }

  @Test func declaredHeadOutranksWhatIsRead() async throws {
    let office = try await Office()
    try office.declare(
      """
      - path: a.txt
          head: {plan: ha-tinh-mot, place: ha-tinh, number: 7/KH-UBND, period: 2021-2025}
      """)
    try office.workshop.write("a.txt", Office.text)
    #expect(try office.load().refused == [])
    #expect(try office.plans() == ["ha-tinh-mot|ha-tinh|7/KH-UBND|2021|2025|a.txt"])
  }

  @Test func planThatCannotBePlacedIsRejected() async throws {
    let office = try await Office()
    try office.workshop.write("a.txt", "target par 90\n")
    #expect(
      try office.load().refused
        == ["0 plan_without_period documents", "0 plan_without_place documents"])
    try office.workshop.write("a.txt", "place lang-sonn\nyears 2024 2024\n")
    let refused = try office.load().refused
    #expect(refused.count == 1 && refused[0].hasPrefix("0 unknown_place lang-sonn|lang-son"))
    #expect(try office.plans() == [])
    #expect(
      try office.workshop.rows("select distinct reason from mart.reject order by 1")
        == ["plan_without_period", "plan_without_place", "unknown_place"])
  }

  @Test func patternMeansTheFilesOfAFolderAndOneThatIsGoneStillHolds() async throws {
    let office = try await Office()
    try office.declare("- path: \"*.txt\"")
    try office.workshop.write("a.txt", Office.text)
    try office.workshop.write("b.txt", Office.text.replacing("2024", with: "2025"))
    #expect(try office.load().outcomes == ["committed 4 0 0 0", "committed 4 0 0 0"])
    try office.workshop.remove("b.txt")
    let report = try office.load()
    #expect(report.refused == ["0 file_vanished documents|b.txt"])
    #expect(try office.plans().count == 2)
    #expect(
      try office.load { try $0.rebuild() }.outcomes == ["committed 0 0 4 0", "committed 0 0 4 0"])
    try office.workshop.remove("a.txt")
    #expect(
      try office.load().refused
        == ["0 file_vanished documents|a.txt", "0 file_vanished documents|b.txt"],
      "each is told, also where the pattern means nothing any more")
    #expect(try office.plans().count == 2)
  }

  @Test func twoDocumentsOfOnePlanAreNotBothTaken() async throws {
    let office = try await Office()
    try office.declare("- path: a.txt\n  - path: b.txt")
    try office.workshop.write("a.txt", Office.text)
    try office.workshop.write("b.txt", Office.text + "target par 95\n")
    let report = try office.load()
    #expect(report.refused == ["0 plan_elsewhere lang-son-2024|documents|a.txt"])
    #expect(try office.targets() == ["par|90|read", "∅|50|read"])
  }

  @Test func oneTextUnderTwoNamesIsNotCountedTwice() async throws {
    let office = try await Office()
    try office.declare(
      """
      - path: a.txt
        - path: b.txt
          head: {plan: ban-sao}
      """)
    try office.workshop.write("a.txt", Office.text)
    try office.workshop.write("b.txt", Office.text)
    #expect(try office.load().refused == ["0 same_text lang-son-2024|documents|a.txt"])
    #expect(try office.plans().count == 1)
    // The first may take another name itself.
    try office.declare("- path: a.txt\n    head: {plan: ban-dau}")
    try office.workshop.remove("b.txt")
    #expect(try office.load().refused == [])
    #expect(try office.plans() == ["ban-dau|lang-son|12/KH-UBND|2024|2024|a.txt"])
  }

  @Test func documentThatIsTakenBackLeavesNothing() async throws {
    let office = try await Office()
    try office.workshop.write("a.txt", Office.text)
    _ = try office.load()
    let report = try office.load { try $0.withdraw("documents", files: []) }
    #expect(report.outcomes == ["withdrawn 0 0 0 4"])
    #expect(try office.plans() == [])
    #expect(try office.targets() == [])
    #expect(try office.workshop.rows("select count(*) from warehouse.plan_line") == ["0"])
    #expect(try office.workshop.rows("select count(*) from mart.task") == ["0"])
  }

  @Test func documentThatIsAnotherPlanNowIsNoLongerTheFirst() async throws {
    let office = try await Office()
    try office.workshop.write("a.txt", Office.text)
    _ = try office.load()
    try office.workshop.write("a.txt", Office.text.replacing("years 2024", with: "years 2023"))
    _ = try office.load()
    #expect(try office.plans() == ["lang-son-2023-2024|lang-son|12/KH-UBND|2023|2024|a.txt"])
    #expect(try office.targets() == ["par|90|read", "∅|50|read"])
    #expect(
      try office.workshop.rows("select distinct plan from mart.plan_line") == ["lang-son-2023-2024"]
    )
  }
}
