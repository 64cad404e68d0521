import Foundation
import Testing

/// Plans from their files to answers: read without a database, loaded, listed, searched, compared, reviewed.
@Suite struct PlanDocumentTests {
  private typealias Object = [String: Any]

  private static func loaded() async throws -> PlanShelf {
    let shelf = try PlanShelf()
    let load = try await shelf.run("load documents --etl \(shelf.jobs.path)")
    #expect(load.status == 0, "\(load.error)")
    return shelf
  }

  private static func json(_ transcript: Transcript) throws -> Object {
    try #require(
      try JSONSerialization.jsonObject(with: Data(transcript.output.utf8)) as? Object)
  }

  // MARK: - plan read

  /// Keys of the contract, in its order; more may follow.
  @Test func readAnswersTheContractWithoutADatabase() async throws {
    let shelf = try PlanShelf()
    let read = try await shelf.run("plan read \(shelf.jobs.path)/plans/2024.txt --format json")
    #expect(read.status == 0 && read.error.isEmpty, "\(read.error)")
    #expect(!FileManager.default.fileExists(atPath: shelf.chiso.home), "no warehouse is made")
    let plan = try Self.json(read)
    #expect(Set(plan.keys) == ["document", "targets", "tasks"])
    let document = try #require(plan["document"] as? Object)
    #expect(document["number"] as? String == "24/KH-UBND")
    #expect(document["place"] as? String == "lang-son")
    #expect(document["issued_on"] as? String == "2024-01-05")
    #expect(document["period_start"] as? Int == 2024)
    let targets = try #require(plan["targets"] as? [Object])
    #expect(targets.map { $0["indicator"] as? String } == ["par", "sipas", "pci", "papi"])
    #expect(targets.map { $0["value"] as? Double } == [88.5, 85, 35, 44])
    #expect(targets.map { $0["line_from"] as? Int } == [10, 11, 12, 13])
    for (keys, object) in [
      (
        [
          "number", "kind", "title", "place", "issuer", "issued_on", "period_start", "period_end",
          "ocr_quality",
        ], "\"document\": {"
      ),
      (
        [
          "line_from", "line_to", "kind", "area", "subject", "indicator", "level", "scope",
          "comparator", "value", "value_high", "unit", "measure", "baseline_year", "period_start",
          "period_end", "group", "repeat_of", "quote", "confidence",
        ], "\"targets\": ["
      ),
    ] {
      let rest = try #require(read.output.split(separator: object).last)
      let found = rest.split(separator: "}")[0].matches(of: #/"([a-z_]+)": /#)
        .map { String($0.output.1) }
      #expect(Array(found.prefix(keys.count)) == keys)
    }
  }

  @Test(arguments: [
    ("read", "plans/2024.txt", 0), ("read-vi", "plans/2024.txt --lang vi", 0),
    ("read-markdown", "plans/2024.txt --format markdown", 0),
    ("read-csv", "plans/2024.txt --format csv", 0),
    ("read-missing", "plans/2025.txt", 66), ("read-nothing", "figures/first.csv", 0),
  ])
  func readIsTheRecordedOne(name: String, line: String, status: Int32) async throws {
    let shelf = try PlanShelf()
    let run = try await shelf.run("plan read \(shelf.jobs.path)/\(line)")
    #expect(run.status == status)
    try expectGolden(run, "plan/\(name)")
  }

  // MARK: - The warehouse

  @Test func questionsAboutPlansAreTheRecordedOnes() async throws {
    let shelf = try await Self.loaded()
    for (name, line) in [
      ("list", "plan list"), ("list-vi", "plan list --years 2024 --lang vi"),
      ("show", "plan show lang-son-2024"),
      ("show-number", "plan show 23/kh-ubnd --format markdown"),
      ("tasks-none", "plan tasks --lead \"so noi vu\""),
      ("search", "plan search \"tra ket qua cham\""),
      ("search-years", "plan search \"xin lỗi\" --years 2023 --format csv"),
      ("search-none", "plan search \"khong co chu nay\""),
      ("diff", "plan diff lang-son-2023 lang-son-2024"),
      ("diff-vi", "plan diff lang-son-2024 lang-son-2023 --lang vi"),
      ("diff-csv", "plan diff lang-son-2023 lang-son-2024 --format csv"),
      ("review-no-terminal", "plan review lang-son-2024 --etl \(shelf.jobs.path)"),
    ] {
      try expectGolden(try await shelf.run(line), "plan/\(name)")
    }
  }

  @Test func decisionsGoOutAsATableAndComeBack() async throws {
    let shelf = try await Self.loaded()
    let table = shelf.chiso.folder + "/review.csv"
    let out = try await shelf.run("plan review lang-son-2024 --export \(table)")
    #expect(out.status == 0, "\(out.error)")
    var lines = try String(contentsOfFile: table, encoding: .utf8)
      .split(separator: "\n").map(String.init)
    #expect(lines.count == 5)
    // The first is accepted, the second rejected, the third and fourth wait.
    for (index, decision) in [(1, "accept"), (2, "reject")] {
      let fields = lines[index].split(separator: ",target,", maxSplits: 1)
      try #require(fields.count == 2 && fields[0].hasSuffix(","))
      lines[index] = "\(fields[0])\(decision),target,\(fields[1])"
    }
    try shelf.jobs.write(lines.joined(separator: "\n") + "\n", "../review.csv")
    let back = try await shelf.run(
      "plan review lang-son-2024 --import \(table) --by An --etl \(shelf.jobs.path)")
    try expectGolden(back, "plan/review-import")
    let decisions = try String(
      contentsOfFile: shelf.jobs.path + "/jobs/documents.decisions.csv", encoding: .utf8)
    #expect(decisions.matches(of: /,An\n/).count == 2)
    let shown = try Self.json(try await shelf.run("plan show lang-son-2024 --format json"))
    let targets = try #require(shown["targets"] as? [Object])
    #expect(targets.map { $0["indicator"] as? String } == ["par", "pci", "papi"])
    #expect(targets.map { $0["origin"] as? String } == ["decision", "read", "read"])
    // Nothing changes when they come back once more.
    let again = try await shelf.run(
      "plan review lang-son-2024 --import \(table) --by An --etl \(shelf.jobs.path)")
    #expect(again.error.contains("plans/2024.txt: unchanged, skipped"))
  }

  @Test func tableOfDecisionsThatDoesNotFitIsToldByItsLines() async throws {
    let shelf = try await Self.loaded()
    let table = shelf.chiso.folder + "/review.csv"
    _ = try await shelf.run("plan review lang-son-2024 --export \(table)")
    var lines = try String(contentsOfFile: table, encoding: .utf8)
      .split(separator: "\n").map { $0.replacing(",target,", with: "accept,target,") }
    let key = try #require(lines[2].split(separator: ",").dropFirst().first)
    lines[1] = lines[1].replacing("plans/2024.txt", with: "plans/2032.txt")
    lines[2] = lines[2].replacing(",\(key),", with: ",khong-co,")
    lines[3] = lines[3].replacing(",pci,", with: ",pcii,")
    lines[4] = lines[4].replacing(",level,", with: ",increase,")
    try shelf.jobs.write(lines.joined(separator: "\n") + "\n", "../review.csv")
    try expectGolden(
      try await shelf.run("plan review lang-son-2024 --import \(table) --etl \(shelf.jobs.path)"),
      "plan/review-import-wrong")
  }

  @Test func tablesOfDecisionsThatDecideNothingOrAreNotThereAreTold() async throws {
    let shelf = try await Self.loaded()
    let table = shelf.chiso.folder + "/review.csv"
    _ = try await shelf.run("plan review lang-son-2024 --export \(table)")
    let none = try await shelf.run(
      "plan review lang-son-2024 --import \(table) --etl \(shelf.jobs.path)")
    #expect(none.status == 0)
    #expect(none.error.contains("no row of \(table) is decided"))
    let missing = try await shelf.run(
      "plan review lang-son-2024 --import /nowhere.csv --etl \(shelf.jobs.path)")
    #expect(missing.status == 66)
    #expect(missing.error == "chiso: error: /nowhere.csv: the file is not there\n")
  }

  @Test func declarationsThatTheDocumentContradictsAndPatternsOfNothingAreTold() async throws {
    let shelf = try PlanShelf()
    try shelf.jobs.write(
      PlanShelf.job.replacing(
        "- path: plans/*.txt",
        with: """
          - { path: plans/2024.txt, head: { place: ha-tinh, period: 2025 } }
            - { path: plan/*.txt }
          """), "jobs/documents.yml")
    _ = try await shelf.run("up")
    let load = try await shelf.run("load documents --etl \(shelf.jobs.path)")
    #expect(load.status == 0, "\(load.error)")
    for told in [
      "head.place is declared as ha-tinh, the document says lang-son; what is declared holds",
      "head.period is declared as 2025, the document says 2024; what is declared holds",
      "plan/*.txt: warning: no file matches this pattern yet",
    ] { #expect(load.error.contains(told), "\(load.error)") }
  }

  @Test func aSearchForNothingIsAWrongCall() async throws {
    let run = try await Chiso.loaded.run("plan search ''")
    #expect(run.status == 64)
  }

  @Test func planWithoutADocumentHasNothingToReview() async throws {
    let run = try await Chiso.loaded.run("plan review lang-son-2024 --export /dev/null")
    #expect(run.status == 66)
    try expectGolden(run, "plan/review-none")
  }
}
