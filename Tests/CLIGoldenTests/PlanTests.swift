import Foundation
import Testing

/// A plan's targets become a table to fill in; filled in, it is loaded, and what a province says of
/// itself stands beside what others say.
@Suite struct PlanTests {
  @Test(arguments: [
    ("plan/template", "plan template lang-son-2024", 0),
    ("plan/template-vi", "plan template LANG-SON-2024 --lang vi", 0),
    ("plan/template-number", "plan template 249/kh-ubnd", 0),
    ("plan/unknown", "plan template lang-sn-2024", 66),
    ("plan/unknown-vi", "plan template lang-sn-2024 --lang vi", 66),
  ])
  func templateIsTheRecordedOne(name: String, line: String, status: Int32) async throws {
    let run = try await Chiso.loaded.run(line)
    #expect(run.status == status)
    try expectGolden(run, name)
  }

  /// One line per target that has an indicator and is no repeat, as its table in etl/targets says.
  @Test(arguments: [
    ("lang-son-2021-2025", 32), ("lang-son-2023", 1), ("lang-son-2024", 33),
    ("lang-son-2026", 20), ("ha-tinh-2024", 58),
  ])
  func templateHasALineForEachTarget(plan: String, targets: Int) async throws {
    let lines = try await Chiso.loaded.run("plan template \(plan)").output.split(separator: "\n")
    #expect(lines.first == "place,indicator,level,period,value,document,page")
    #expect(lines.dropFirst().allSatisfy { $0.hasSuffix(",,,") })
    #expect(lines.count == targets + 1)
  }

  private static let job = """
    # Results that a test makes up.
    job: reported
    kind: reported
    title: { vi: Tỉnh tự báo cáo, en: As reported }
    publisher: UBND tỉnh Lạng Sơn
    terms: Facts
    source: lang-son-reports
    table: { decimal_mark: "," }
    files:
      - path: figures/reported.csv

    """

  /// The small jobs with the plans of this project, a province as a source, and a publisher.
  private static func jobs(in chiso: Chiso) throws -> SmallJobs {
    let jobs = try SmallJobs(in: chiso.folder)
    let files = FileManager.default
    for path in ["targets", "jobs/plans.yml", "jobs/plan-targets.yml"] {
      try files.copyItem(atPath: "\(Chiso.project)/etl/\(path)", toPath: "\(jobs.path)/\(path)")
    }
    let sources = try String(contentsOfFile: jobs.path + "/catalog/sources.csv", encoding: .utf8)
    try jobs.write(
      sources + "publisher,Bộ Nội vụ,PAR INDEX,https://example.org/par,,1,,\n"
        + "lang-son-reports,UBND tỉnh Lạng Sơn,Báo cáo của tỉnh,,,2,,\n", "catalog/sources.csv")
    try jobs.write(
      SmallJobs.figures(80.5) + "2024,vn-63,Lạng Sơn,par,85.5,30,63,,percent,publisher,\n",
      "figures/first.csv")
    try jobs.write(job, "jobs/reported.yml")
    return jobs
  }

  @Test func templateFilledInIsLoadedAndAnswersLikeOtherFigures() async throws {
    let chiso = try Chiso()
    let jobs = try Self.jobs(in: chiso)
    let load = "load --etl \(jobs.path)"
    let table = jobs.path + "/figures/reported.csv"
    try jobs.write("place,indicator,level,period,value,document,page\n", "figures/reported.csv")
    #expect(try await chiso.run(load).status == 0)
    let written = try await chiso.run("plan template lang-son-2024 --output \(table)")
    #expect(written.status == 0 && written.output.isEmpty)
    #expect(try await chiso.run(load).status == 0, "an empty template is no error")
    var lines = try String(contentsOfFile: table, encoding: .utf8).split(separator: "\n")
    func fill(_ line: Substring, _ said: Substring) throws {
      let at = try #require(lines.firstIndex(of: line), "\(line)")
      lines[at] = line.dropLast(3) + said
    }
    try fill("lang-son,par,,2024,,,", ",\"84,25\",249/BC-UBND,3")
    try fill("lang-son,steering.inspection_rate,,2024,,,", ",\"31,5\",249/BC-UBND,12")
    try fill("lang-son,digital.work_files_online_rate,province,2024,,,", ",100,249/BC-UBND,")
    lines.append("lang-son,steering.inspection_rate,,2024-Q1,8,40/BC-UBND,2")
    try jobs.write(lines.joined(separator: "\n") + "\n", "figures/reported.csv")
    try expectGolden(try await chiso.run("load reported --etl \(jobs.path)"), "load/reported")

    // The publisher's figure comes first, the province's own stands beside it.
    let par = "--place lang-son --indicator par"
    try expectGolden(
      try await chiso.run("trend \(par) --years 2024 --format csv"), "trend/reported")
    try expectGolden(try await chiso.run("cite \(par) --year 2024"), "cite/reported-beside")
    let inspections = "--place lang-son --indicator steering.inspection_rate"
    try expectGolden(try await chiso.run("compare \(inspections) --years 2024"), "compare/reported")
    try expectGolden(
      try await chiso.run("cite \(inspections) --year 2024-Q1 --lang vi"), "cite/quarter-vi")
    // Figures of a level say so, and are found by it.
    let online = "--place lang-son --indicator digital.work_files_online_rate"
    try expectGolden(try await chiso.run("trend \(online) --lang vi"), "trend/level-vi")
    try expectGolden(try await chiso.run("cite \(online) --year 2024"), "cite/other-level")
    let json = try await chiso.run("cite \(inspections) --year 2024 --format json")
    let cited = try #require(
      try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    #expect(cited["value"] as? Double == 31.5)
    #expect(cited["document"] as? String == "249/BC-UBND")
    #expect(cited["page"] as? Int == 12)
    #expect((cited["source"] as? [String: Any])?["tier"] as? Int == 2)
    // Results stand beside the targets of their level, whole years only.
    let results = try await chiso.run(
      "targets --indicator steering.inspection_rate,digital.work_files_online_rate --format json")
    let targets = try #require(
      try JSONSerialization.jsonObject(with: Data(results.output.utf8)) as? [[String: Any]])
    let told = targets.filter { $0["plan"] as? String == "lang-son-2024" }.map { target in
      "\(target["indicator"] ?? "") \(target["level"] ?? "") \(target["result_value"] ?? "")"
    }
    #expect(
      Set(told) == [
        "steering.inspection_rate  31.5", "digital.work_files_online_rate province 100",
        "digital.work_files_online_rate district <null>",
        "digital.work_files_online_rate commune <null>",
      ])
  }

  @Test func sourceOfAnotherTierIsRefused() async throws {
    let chiso = try Chiso()
    let jobs = try Self.jobs(in: chiso)
    try jobs.write(Self.job.replacing("lang-son-reports", with: "publisher"), "jobs/reported.yml")
    try jobs.write("place,indicator,level,period,value,document,page\n", "figures/reported.csv")
    let run = try await chiso.run("load reported --etl \(jobs.path)")
    #expect(run.status == 65)
    try expectGolden(run, "bad-input/wrong-tier")
  }
}
