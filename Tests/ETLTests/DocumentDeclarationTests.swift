import IndicatorModel
import PlanReading
import Testing

@testable import ETL

/// Jobs of plan documents: what they declare, which files they mean, what names their statements keep.
@Suite struct DocumentDeclarationTests {
  private static func read(_ files: String, kind: String = "documents") -> (
    job: Job?, told: [String]
  ) {
    let text = """
      job: plans
      kind: \(kind)
      title: {vi: Thử, en: Test}
      publisher: Nobody
      terms: Facts
      files:
        \(files)

      """
    let read = Job.read(text: text, file: "jobs/plans.yml")
    return (
      read.job,
      read.diagnostics.map {
        "\($0.line ?? 0) \($0.reason.rawValue) \($0.arguments.joined(separator: "|"))"
      }
    )
  }

  @Test func headIsReadFieldByField() throws {
    let job = try #require(
      Self.read(
        "- {path: a.txt, encoding: UTF-16, head: {plan: p, place: lang-son, number: 1/KH, "
          + "issued_on: 2024-01-05, period: 2021-2025}}"
      ).job)
    let file = job.files[0]
    #expect(file.encoding == "UTF-16")
    #expect(file.head?.plan == "p" && file.head?.place == "lang-son")
    #expect(file.head?.issuedOn?.description == "2024-01-05")
    #expect(file.head?.period == 2021...2025)
    #expect(file.declaration.contains("period: 2021-2025"))
  }

  @Test(arguments: [
    ("2024", 2024...2024), ("2021-2025", 2021...2025), ("2025-2021", nil), ("2024-", nil),
    ("", nil), ("24", nil), ("2021-2023-2025", nil),
  ])
  func periodIsAYearOrTwo(text: String, years: ClosedRange<Int>?) {
    #expect(DeclaredHead.years(text) == years)
  }

  @Test(arguments: [
    (
      "- {path: a.txt, head: {period: soon, issued_on: 5/1/2024, whose: x}}", "documents",
      [
        "7 not_a_date 5/1/2024", "7 not_years soon",
        "7 unknown_key whose|issued_on, issuer, kind, note, number, period, place, plan, source, title",
      ]
    ),
    ("- {path: a.csv, head: {plan: p}}", "figures", ["7 documents_only head|documents"]),
    ("- {path: \"*.csv\"}", "targets", ["7 documents_only *|documents"]),
    ("- {path: \"*.txt\", head: {plan: p}}", "documents", ["7 pattern_names_one *.txt"]),
    ("- {path: \"../*.txt\"}", "documents", ["7 path_outside ../*.txt"]),
  ])
  func whatCannotBeDeclaredIsTold(files: String, kind: String, told: [String]) {
    #expect(Self.read(files, kind: kind).told.sorted() == told.sorted())
  }

  @Test(arguments: [
    ("*.txt", "a.txt", true), ("*.txt", "a.pdf", false), ("*.txt", "b/a.txt", false),
    ("plans/*/*.txt", "plans/2024/a.txt", true), ("a*b*c", "aXbYbZc", true),
    ("a*b*c", "abcb", false), ("*", "anything", true), ("**", "", false),
  ])
  func starsStandForAnyLettersButASlash(pattern: String, path: String, matches: Bool) {
    #expect(FilePattern(pattern).matches(path) == matches)
  }

  @Test func patternsMeanTheFilesThatAreThere() throws {
    var job = try #require(
      Self.read("- {path: x/b.txt, head: {plan: p}}\n  - {path: x/*.txt}").job)
    job.expandPatterns { $0 == "x/" || $0 == "x" ? ["b.txt", "a.txt", "c.pdf"] : [] }
    #expect(job.files.map(\.path) == ["x/b.txt", "x/a.txt"])
    #expect(job.files[0].head?.plan == "p", "a file that is named stays as it is declared")
    #expect(job.declaration(of: "x/gone.txt")?.path == "x/gone.txt")
    #expect(job.declaration(of: "y/gone.txt") == nil)
  }

  // MARK: - Keys of statements

  private static func key(_ value: Double?, _ quote: String) -> String {
    var target = PlanTarget(lineFrom: 1, lineTo: 1, area: .index, quote: quote)
    target.value = value
    var keys = StatementKeys()
    return keys.key(of: target)
  }

  @Test func keyIsTheWordsAndTheNumberThatIsMeant() {
    let words = "đạt 95,5% ở cấp tỉnh và 1.200 hồ sơ"
    #expect(Self.key(95.5, words) == Self.key(95.5, "ĐẠT  95,5%  o cap tinh va 1.200 ho so"))
    #expect(Self.key(95.5, words).hasSuffix(":1"))
    #expect(Self.key(1200, words).hasSuffix(":2"))
    #expect(Self.key(7, words).hasSuffix(":0"))
    #expect(Self.key(nil, words).hasSuffix(":0"))
    #expect(Self.key(95.5, words) != Self.key(95.5, words + " nữa"))
  }

  @Test func theOnlyNumberOfAQuoteIsMeantHoweverItIsRead() {
    #expect(Self.key(90, "đạt 90%") == Self.key(9, "đạt 90%"))
  }

  @Test func equalStatementsAreNumbered() {
    let target = PlanTarget(lineFrom: 1, lineTo: 1, area: .index, quote: "như trên")
    var keys = StatementKeys()
    let first = keys.key(of: target)
    #expect(keys.key(of: target) == first + ".2")
    #expect(keys.key(of: target) == first + ".3")
  }
}
