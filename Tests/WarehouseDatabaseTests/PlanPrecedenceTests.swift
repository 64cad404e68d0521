import ETL
import LibPQ
import Testing
import Warehouse

/// A plan that a table of heads names, whose targets a table carries, and whose document is read.
private struct Shelf {
  let workshop: JobWorkshop

  static let decisions =
    "file,key,line,quote,decision,kind,area,indicator,subject,level,scope,comparator,value,"
    + "value_high,unit,measure,baseline_year,period_start,period_end,group,reason,decided_on,decided_by\n"

  init() async throws {
    workshop = try await JobWorkshop()
    for (job, kind) in [("heads", "plans"), ("carried", "targets"), ("documents", "documents")] {
      try workshop.write(
        "jobs/\(job).yml",
        """
        # A job of a test.
        job: \(job)
        kind: \(kind)
        title: {vi: Thử, en: Test}
        publisher: Nobody
        terms: Facts
        files:
          - path: \(job).\(kind == "documents" ? "txt" : "csv")

        """)
    }
    try workshop.write(
      "heads.csv",
      """
      plan,place,kind,number,title,issuer,issued_on,period_start,period_end,source,text_sha256,note
      lang-son-2024,lang-son,KH,1/KH-UBND,Kế hoạch,UBND,2023-12-20,2024,2024,,,

      """)
    try carry(["1,,3,3,index,par,PAR,,,>=,90,,percent,level,,2024,2024,,,"])
    try workshop.write(
      "documents.txt", "place lang-son\nyears 2024 2024\ntarget par 90\ntarget none 50\n")
  }

  /// Writes the table of carried targets; rows without their document.
  func carry(_ rows: [String]) throws {
    try workshop.write(
      "carried.csv",
      "document,order,section,line_from,line_to,area,indicator,subject,level,scope,comparator,value,"
        + "value_high,unit,measure,baseline_year,period_start,period_end,group,repeat_of,note\n"
        + rows.map { "lang-son-2024,\($0)\n" }.joined())
  }

  @discardableResult
  func load() throws -> JobWorkshop.Report {
    try workshop.load { loader in
      loader.planReader = LineReader()
      return try loader.run()
    }
  }

  /// Subject, value and origin of what holds.
  func targets() throws -> [String] {
    try workshop.rows("select subject, value, origin from mart.target order by line_from, ordinal")
  }

  /// The key of the statement on a line.
  func key(_ line: Int) throws -> String {
    try workshop.rows(
      "select target_key from mart.target_vintage where origin = 'read' and line_from = \(line)"
    )
    .first ?? ""
  }

  func decide(_ rows: [String]) throws {
    try workshop.write(
      "jobs/documents.decisions.csv", Self.decisions + rows.map { $0 + "\n" }.joined())
  }
}

@Suite struct PlanPrecedenceTests {
  @Test func oneTextIsNotTwoPlansWhereATableNamesTheFirst() async throws {
    let shelf = try await Shelf()
    try shelf.load()
    let job = try shelf.workshop.read("jobs/documents.yml")
    try shelf.workshop.write(
      "jobs/documents.yml",
      job + "  - {path: other.txt, head: {place: ha-tinh, period: 2020}}\n")
    try shelf.workshop.write("other.txt", try shelf.workshop.read("documents.txt"))
    #expect(try shelf.load().refused == ["0 same_text lang-son-2024|documents|documents.txt"])
  }

  @Test func planOfATableOfHeadsAndItsDocumentAreOne() async throws {
    let shelf = try await Shelf()
    #expect(try shelf.load().refused == [])
    // The table of heads says the head, the document the text.
    #expect(
      try shelf.workshop.rows("select plan, number, title, file from mart.plan")
        == ["lang-son-2024|1/KH-UBND|Kế hoạch|documents.txt"])
    #expect(try shelf.workshop.rows("select count(*) from mart.plan_line") == ["4"])
    #expect(try shelf.load().outcomes == Array(repeating: "skipped 0 0 0 0", count: 3))
  }

  @Test func carriedTargetIsShownInsteadOfTheReadOne() async throws {
    let shelf = try await Shelf()
    try shelf.load()
    #expect(try shelf.targets() == ["PAR|90|carried", "none|50|read"])
    // Other lines, or another value, is another target.
    try shelf.carry([
      "1,,9,9,index,par,Elsewhere,,,>=,90,,percent,level,,2024,2024,,,",
      "2,,3,3,index,par,Otherwise,,,>=,91,,percent,level,,2024,2024,,,",
    ])
    try shelf.load()
    #expect(
      try shelf.targets()
        == ["par|90|read", "Otherwise|91|carried", "none|50|read", "Elsewhere|90|carried"])
  }

  @Test func decisionIsShownInsteadOfBoth() async throws {
    let shelf = try await Shelf()
    try shelf.load()
    let (first, second) = (try shelf.key(3), try shelf.key(4))
    try shelf.decide([
      "documents.txt,\(first),3,target par 90,correct,target,index,par,Mended,,,>=,92,,percent,level,,2024,2024,,seen in the paper,2024-02-01,An",
      "documents.txt,\(second),4,target none 50,reject,,,,,,,,,,,,,,,,no target,,",
    ])
    #expect(try shelf.load().refused == [])
    #expect(try shelf.targets() == ["Mended|92|decision"])
    #expect(
      try shelf.workshop.rows(
        "select decision, value, read_value, note from mart.target_vintage where origin = 'decision' order by 1"
      )
        == ["correct|92|90|seen in the paper", "reject|50|50|no target"])
    // What was known before stays known.
    #expect(
      try shelf.workshop.rows("select count(*) from mart.target_vintage where origin = 'read'") == [
        "2"
      ])
    // Taken back, the carried target and the read one hold again.
    try shelf.workshop.remove("jobs/documents.decisions.csv")
    try shelf.load()
    #expect(try shelf.targets() == ["PAR|90|carried", "none|50|read"])
  }

  @Test func decisionStopsApplyingWhereTheWordsChange() async throws {
    let shelf = try await Shelf()
    try shelf.load()
    let key = try shelf.key(4)
    // The same words without marks have the same key, but they are not the words expected.
    try shelf.decide(["documents.txt,\(key),4,Target none 50,reject,,,,,,,,,,,,,,,,,,"])
    try shelf.load()
    #expect(try shelf.targets() == ["PAR|90|carried", "none|50|read"])
    try shelf.decide(["documents.txt,0123456789abcdef:1,4,gone,reject,,,,,,,,,,,,,,,,,,"])
    try shelf.load()
    #expect(try shelf.targets() == ["PAR|90|carried", "none|50|read"])
  }

  @Test func wrongTableOfDecisionsIsToldWithItsLines() async throws {
    let shelf = try await Shelf()
    try shelf.decide([
      "other.txt,a,4,x,reject,,,,,,,,,,,,,,,,,,",
      "documents.txt,b,4,x,maybe,,,,,,,,,,,,,,,,,,",
      "documents.txt,c,4,x,accept,target,index,,S,,,between,1,,percent,,,,,,,,",
    ])
    let refused = try shelf.load().refused
    #expect(
      refused == [
        "2 not_allowed file|other.txt|–",
        "3 value_missing area", "3 not_allowed decision|maybe|accept, correct, reject",
        "3 value_missing kind", "3 value_missing subject",
        "4 between_needs_two ",
      ])
  }

  @Test func headsTakeOverAPlanThatADocumentBrought() async throws {
    let shelf = try await Shelf()
    try shelf.workshop.move("jobs/heads.yml", to: "heads.later")
    try shelf.workshop.move("jobs/carried.yml", to: "carried.later")
    try shelf.load()
    #expect(try shelf.workshop.rows("select plan, number from mart.plan") == ["lang-son-2024|∅"])
    try shelf.workshop.move("heads.later", to: "jobs/heads.yml")
    try shelf.load()
    #expect(
      try shelf.workshop.rows("select plan, number, file from mart.plan")
        == ["lang-son-2024|1/KH-UBND|documents.txt"])
    // The document read again leaves the head alone; taken back, it leaves the head there.
    _ = try shelf.workshop.load(force: true) { loader in
      loader.planReader = LineReader()
      return try loader.run()
    }
    #expect(try shelf.workshop.rows("select number from mart.plan") == ["1/KH-UBND"])
    _ = try shelf.workshop.load { try $0.withdraw("documents", files: []) }
    #expect(try shelf.workshop.rows("select number, file from mart.plan") == ["1/KH-UBND|∅"])
    #expect(try shelf.targets() == [])
  }
}
