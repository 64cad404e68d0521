import FoundationEssentials
import Testing

@testable import ETL

@Suite struct DeclarationTests {
  private static let broken: [(name: String, told: String)] = [
    (
      "unknown-key",
      """
      jobs/unknown-key.yml:2 missing_key: publisher
      jobs/unknown-key.yml:7 unknown_key: publsher | publisher
      """
    ),
    ("unknown-table-key", "jobs/unknown-table-key.yml:12 unknown_key: shap | shape"),
    (
      "wrong-type",
      """
      jobs/wrong-type.yml:3 wrong_type: title | mapping
      jobs/wrong-type.yml:4 wrong_type: publisher | text
      jobs/wrong-type.yml:7 wrong_type: files | list
      """
    ),
    (
      "missing-key",
      """
      jobs/missing-key.yml:1 missing_key: terms
      jobs/missing-key.yml:4 missing_key: en
      jobs/missing-key.yml:7 missing_key: path
      """
    ),
    ("duplicate-key", "jobs/duplicate-key.yml:8 duplicate_key: terms"),
    ("other-name", "jobs/other-name.yml:2 job_name_mismatch: name | other-name"),
    (
      "unknown-words",
      """
      jobs/unknown-words.yml:3 not_allowed: kind | figure | plans, documents, figures, reported, targets
      jobs/unknown-words.yml:11 not_allowed: shape | tall | long, wide, sheet, exported, sdmx-csv
      jobs/unknown-words.yml:12 not_allowed: decimal_mark | ; | ., ,
      """
    ),
    ("twice", "jobs/twice.yml:11 file_declared_twice: figures/par.csv"),
    (
      "outside",
      """
      jobs/outside.yml:10 path_outside: ../par.csv
      jobs/outside.yml:11 path_outside: /etc/passwd
      """
    ),
    ("empty", "jobs/empty.yml file_empty"),
    ("list", "jobs/list.yml:1 yaml_not_mapping"),
  ]

  @Test(arguments: broken)
  func brokenDeclarationTellsFileLineAndWhatWasMeant(name: String, told: String) throws {
    let file = "jobs/\(name).yml"
    let read = Job.read(text: try Fixture.text(file), file: file)
    #expect(read.job == nil)
    #expect(text(read.diagnostics) == told)
  }

  @Test func yamlThatDoesNotParseTellsItsLine() throws {
    let read = Job.read(text: try Fixture.text("jobs/bad-yaml.yml"), file: "jobs/bad-yaml.yml")
    #expect(read.job == nil)
    let problem = try #require(read.diagnostics.first)
    #expect(read.diagnostics.count == 1)
    #expect(problem.reason == .yamlSyntax)
    // Line 4 opens a list, line 5 is its first element, line 6 the next one without a comma before.
    #expect(problem.line == 6)
  }

  @Test func rightDeclarationIsReadWhole() throws {
    let read = Job.read(text: try Fixture.text("jobs/right.yml"), file: "jobs/right.yml")
    #expect(text(read.diagnostics) == "")
    #expect(
      read.job
        == Job(
          name: "right", kind: .figures, titleVi: "Chỉ số", titleEn: "Index",
          publisher: "Bộ Nội vụ", terms: "Facts", url: nil,
          files: [.init(path: "figures/par.csv", shape: .long, decimalMark: ".")]))
  }

  @Test func fileSaysOtherwiseThanItsTable() throws {
    let file = "jobs/decimal-comma.yml"
    let job = try #require(Job.read(text: try Fixture.text(file), file: file).job)
    #expect(
      job.files == [
        .init(path: "figures/par.csv", shape: .long, decimalMark: ","),
        .init(path: "figures/wide.csv", shape: .wide, decimalMark: "."),
      ])
    #expect(job.files[0].declaration != job.files[1].declaration)
  }

  @Test func oneBrokenDeclarationLeavesTheOthers() {
    let read = JobFolder(path: Fixture.folder).jobs()
    #expect(read.jobs.map(\.name) == ["decimal-comma", "right"])
    #expect(
      read.diagnostics.contains { $0.file == "jobs/latin.yml" && $0.reason == .otherEncoding })
    #expect(Set(read.diagnostics.map(\.file)).count == Self.broken.count + 2)
  }

  @Test func everyJobOfThisProjectIsRight() {
    let read = JobFolder(path: Fixture.project).jobs()
    #expect(text(read.diagnostics) == "")
    #expect(read.jobs.first?.kind == .plans, "targets need the plans that they name")
    #expect(read.jobs.last?.kind == .targets)
  }
}
