import ETL
import Testing
import Warehouse

@testable import ChisoCLI

/// The dialogue of a review, with answers that a test has ready.
@Suite struct ReviewDialogueTests {
  private static func statement(_ key: String, _ value: Double) -> PlanStatement {
    var statement = PlanStatement(kind: "target", area: "index", subject: "PAR")
    statement.key = key
    statement.quote = "đạt \(value)"
    statement.lineFrom = 3
    statement.lineTo = 3
    statement.value = value
    statement.comparator = ">="
    statement.unit = "percent"
    return statement
  }

  /// What is decided with these answers, and what was said.
  private static func review(
    _ answers: [String]
  ) throws -> (decisions: [Decision], said: [String]) {
    var answers = answers
    var said: [String] = []
    var kept: [Decision] = []
    let decisions = try ReviewDialogue(
      statements: [statement("a", 80), statement("b", 81), statement("c", 82)], file: "p.txt",
      day: "2024-02-01", person: "An", indicators: ["par"],
      ask: { _ in answers.isEmpty ? nil : answers.removeFirst() },
      say: { said.append($0) }, keep: { kept.append($0) }
    ).run()
    #expect(kept == decisions, "each decision is kept as it is made")
    return (decisions, said)
  }

  @Test func statementsAreAcceptedSkippedAndRejected() throws {
    let decisions = try Self.review(["a", "s", "r", "no figure"]).decisions
    #expect(decisions.map(\.key) == ["a", "c"])
    #expect(decisions.map(\.verdict) == [.accept, .reject])
    #expect(decisions[0].fields["value"] == "80")
    #expect(decisions[1].fields["reason"] == "no figure")
    #expect(decisions[1].fields["decided_on"] == "2024-02-01")
    #expect(decisions[1].fields["decided_by"] == "An")
  }

  @Test func quittingKeepsWhatWasDecided() throws {
    #expect(try Self.review(["a", "q"]).decisions.map(\.key) == ["a"])
    #expect(try Self.review(["a"]).decisions.map(\.key) == ["a"], "the end of the input is a quit")
  }

  @Test func unknownLettersAreAskedAgain() throws {
    let (decisions, said) = try Self.review(["x", "", "a", "q"])
    #expect(decisions.count == 1)
    #expect(said.filter { $0 == Notice.reviewBad() }.count == 2)
  }

  /// kind, indicator, level, comparator, value, value_high, unit, measure, baseline_year, period_start,
  /// period_end, subject, reason.
  @Test func correctionsAreCheckedFieldByField() throws {
    let (decisions, said) = try Self.review([
      "c", "", "pra", "par", "", "", "81,5", "", "-", "", "", "2o24", "2024", "2024", "PAR INDEX",
      "as printed", "q",
    ])
    let fields = decisions.first?.fields ?? [:]
    #expect(fields["indicator"] == "par")
    #expect(fields["value"] == "81.5")
    #expect(fields["unit"] == nil)
    #expect(fields["period_start"] == "2024" && fields["period_end"] == "2024")
    #expect(fields["subject"] == "PAR INDEX")
    #expect(fields["reason"] == "as printed")
    #expect(decisions.first?.verdict == .correct)
    #expect(said.contains("  " + Notice.reviewWrong("pra", "indicator")))
    #expect(said.contains("  " + Notice.reviewWrong("2o24", "period_start")))
  }

  @Test func correctionThatContradictsItselfIsGoneThroughAgain() throws {
    let same = Array(repeating: "", count: 12)
    var range = same
    range[3] = "between"
    var high = same
    high[5] = "85"
    let (decisions, said) = try Self.review(["c"] + range + high + ["as printed", "q"])
    #expect(decisions.first?.fields["comparator"] == "between")
    #expect(decisions.first?.fields["value_high"] == "85")
    #expect(said.contains { $0.hasPrefix("  value_high: ") })
  }

  @Test func aCorrectionCanBeLeft() throws {
    #expect(try Self.review(["a", "c", "", "q", "a"]).decisions.map(\.key) == ["a"])
  }

  @Test func correctionBrokenOffIsNoDecision() throws {
    #expect(try Self.review(["a", "c", "", "par"]).decisions.map(\.key) == ["a"])
  }
}
