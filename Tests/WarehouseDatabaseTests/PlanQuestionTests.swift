import ETL
import IndicatorModel
import LibPQ
import Testing
import Warehouse

/// Questions about plans that were read, asked as the reader's role asks them.
@Suite struct PlanQuestionTests {
  /// Two plans of one place and one of another.
  private static func loaded(_ texts: [String: String]) async throws -> JobWorkshop {
    let workshop = try await JobWorkshop()
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
        - path: "*.txt"

      """)
    for (name, text) in texts { try workshop.write(name, text) }
    let report = try workshop.load { loader in
      loader.planReader = LineReader()
      return try loader.run()
    }
    #expect(report.refused == [])
    return workshop
  }

  private static func ask<T>(
    _ workshop: JobWorkshop, _ body: (inout Session) throws -> T
  ) throws -> T {
    var session = try Session(workshop.database, for: .asking)
    return try body(&session)
  }

  // MARK: - Search

  private static let lines = """
    place lang-son
    years 2024 2024
    Trả kết quả đúng hạn cho người dân

    Hồ sơ được giải quyết
    trước hạn hoặc
    đúng hạn, không phiền hà

    """

  @Test(arguments: [
    ("ket qua dung han", ["3–3"]),
    ("kết quả ĐÚNG hạn", ["3–3"]),
    // All words of a line are found in it, words parted by the end of a line in both.
    ("phien ha", ["7–7"]),
    ("giai quyet truoc han", ["5–6"]),
    ("nguoi dan ho so", ["3–5"]),
    ("han", ["3–6", "7–7"]),
    ("\"dung han\" -phien", ["3–3"]),
    ("\"hoac dung han\"", ["6–7"]),
    ("khong co", []),
  ])
  func wordsAreFoundWithOrWithoutMarks(words: String, passages: [String]) async throws {
    let workshop = try await Self.loaded(["a.txt": Self.lines])
    let found = try Self.ask(workshop) { try $0.searchPlans(words, Selection(), limit: 10) }
    #expect(found.map { "\($0.lineFrom)–\($0.lineTo)" } == passages, "\(words)")
    #expect(found.allSatisfy { $0.plan == "lang-son-2024" && $0.placeNameVi == "Lạng Sơn" })
  }

  @Test func searchKeepsToPlacesYearsAndItsLimit() async throws {
    let workshop = try await Self.loaded([
      "a.txt": Self.lines, "b.txt": Self.lines.replacing("2024", with: "2023"),
      "c.txt": Self.lines.replacing("lang-son", with: "ha-tinh"),
    ])
    func plans(_ selection: Selection, _ limit: Int = 10) throws -> [String] {
      try Self.ask(workshop) { try $0.searchPlans("phien ha", selection, limit: limit) }.map(\.plan)
    }
    #expect(try plans(Selection()) == ["ha-tinh-2024", "lang-son-2024", "lang-son-2023"])
    #expect(try plans(Selection(places: ["lang-son"])) == ["lang-son-2024", "lang-son-2023"])
    #expect(try plans(Selection(years: "2023")) == ["lang-son-2023"])
    #expect(try plans(Selection(), 1) == ["ha-tinh-2024"])
  }

  /// No plan of a question may read all lines: the index is there for it.
  @Test func searchUsesItsIndex() async throws {
    let workshop = try await Self.loaded(["a.txt": Self.lines])
    var connection = try Connection(workshop.database)
    // So few lines are read faster by their plan.
    for way in ["seqscan", "nestloop", "indexscan"] {
      try connection.run(sql("set enable_\(way) = off"))
    }
    let steps = try connection.column(
      """
      explain select n.line from mart.plan_line as n
      where n.words @@ websearch_to_tsquery('simple'::regconfig, 'phien ha')
      """)
    #expect(steps.contains { $0.contains("plan_line_words_index") }, "\(steps)")
  }

  // MARK: - Lists

  @Test func plansAreListedWithWhatTheyHold() async throws {
    let workshop = try await Self.loaded([
      "a.txt": "place lang-son\nyears 2024 2024\ntarget par 90\ntarget none 5\ntask 1 Sở Nội vụ\n"
    ])
    let rows = try Self.ask(workshop) { try $0.listPlans() }
    #expect(rows.map(\.plan) == ["lang-son-2024"])
    #expect(rows.map { [$0.targets, $0.unlinked, $0.tasks, $0.decided] } == [[2, 1, 1, 0]])
    #expect(try Self.ask(workshop) { try $0.listPlans(Selection(years: "2023")) }.isEmpty)
  }

  @Test func tasksAreFoundByTheWordsOfTheirLeadAgency() async throws {
    let workshop = try await Self.loaded([
      "a.txt": "place lang-son\nyears 2024 2024\ntask 1 Sở Nội vụ\ntask 2 Sở Tài chính\n"
    ])
    func items(_ lead: String?) throws -> [String?] {
      try Self.ask(workshop) { try $0.listTasks(lead: lead) }.map(\.item)
    }
    #expect(try items(nil) == ["1", "2"])
    #expect(try items("so noi vu") == ["1"])
    #expect(try items("SỞ TÀI chính") == ["2"])
    #expect(try items("noi chinh") == [])
  }

  // MARK: - Changes

  /// Change, harder, and the two values of each pair.
  private static func changes(_ first: [String], _ second: [String]) async throws -> [String] {
    let workshop = try await loaded([
      "a.txt": "place lang-son\nyears 2023 2023\n" + first.map { "target \($0)\n" }.joined(),
      "b.txt": "place lang-son\nyears 2024 2024\n" + second.map { "target \($0)\n" }.joined(),
    ])
    return try ask(workshop) {
      try $0.targetChanges(from: "lang-son-2023", to: "lang-son-2024")
    }.map { row in
      let values = [row.from?.value, row.to?.value].map { $0.map { "\($0)" } ?? "–" }
      let harder = row.isHarder.map { $0 ? "harder" : "easier" } ?? "–"
      return "\(row.indicator)\(row.level) \(row.change) \(harder) \(values.joined(separator: " "))"
    }
  }

  @Test func targetsAreRaisedLoweredKeptNewOrDropped() async throws {
    let changes = try await Self.changes(
      ["par 86", "sipas 85", "papi 44", "pci 60"], ["par 88.5", "sipas 85", "papi 43", "dti 1"])
    #expect(
      changes == [
        "par raised harder 86.0 88.5", "sipas kept – 85.0 85.0", "papi lowered easier 44.0 43.0",
        "dti new – – 1.0", "pci dropped – 60.0 –",
      ])
  }

  @Test func lowerIsHarderWhereRanksAreMeant() async throws {
    #expect(
      try await Self.changes(["par 40 rank"], ["par 35 rank"]) == ["par lowered harder 40.0 35.0"])
    // A rank is not compared with a value.
    #expect(
      try await Self.changes(["par 40 rank"], ["par 90"]) == [
        "par new – – 90.0", "par dropped – 40.0 –",
      ])
  }

  @Test func levelsAreComparedEachWithItsOwn() async throws {
    let changes = try await Self.changes(
      ["par 90 province", "par 80 district"], ["par 70 commune", "par 85 district"])
    #expect(
      changes == [
        "parcommune new – – 70.0", "pardistrict raised harder 80.0 85.0",
        "parprovince dropped – 90.0 –",
      ])
  }

  @Test func twoTargetsOnOneIndicatorArePairedInTheirOrder() async throws {
    #expect(
      try await Self.changes(["par 80", "par 90"], ["par 81", "par 90", "par 95"]) == [
        "par raised harder 80.0 81.0", "par kept – 90.0 90.0", "par new – – 95.0",
      ])
  }
}
