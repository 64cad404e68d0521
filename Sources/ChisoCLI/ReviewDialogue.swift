// Walks a person through what was read from a plan: one statement at a time, one letter an answer. Asks and
// says through closures, so that it needs no terminal to be tested.

import ETL
import IndicatorModel
import PlanReading
import RowRendering
import Warehouse

/// A review of the statements of one document.
struct ReviewDialogue {
  let statements: [PlanStatement]
  /// Path of the document as its job declares it.
  let file: String
  /// Day of the decisions, ISO.
  let day: String
  /// Who decides.
  let person: String?
  /// Codes that a statement may be linked to.
  let indicators: Set<String>
  /// Shows a prompt and takes a line; nil at the end of the input.
  let ask: (String) -> String?
  let say: (String) -> Void
  /// Takes each decision as it is made, so that none is lost if the review is broken off.
  let keep: (Decision) throws -> Void

  /// Fields that a correction goes through, in this order.
  private static let asked: [(column: String, name: Heading)] = [
    ("kind", .kind), ("indicator", .indicator), ("level", .level), ("comparator", .comparator),
    ("value", .value), ("value_high", .valueHigh), ("unit", .unit), ("measure", .measure),
    ("baseline_year", .baselineYear), ("period_start", .periodStart), ("period_end", .periodEnd),
    ("subject", .subject),
  ]

  /// The person leaves the review in the middle of a correction.
  private struct Quit: Error {}

  /// Asks about each statement until all are decided about, skipped, or the person quits.
  ///
  /// - Returns: the decisions, in the order of the document.
  /// - Throws: what `keep` throws.
  func run() throws -> [Decision] {
    var decisions: [Decision] = []
    for (index, statement) in statements.enumerated() {
      show(statement, index + 1)
      guard let answer = answer() else { return decisions }
      do {
        guard let decision = try decide(answer, statement) else { continue }
        decisions.append(decision)
        try keep(decision)
      } catch is Quit {
        return decisions
      }
    }
    return decisions
  }

  private func show(_ row: PlanStatement, _ number: Int) {
    let signs = TargetTable.signs(
      comparator: row.comparator, value: row.value, valueHigh: row.valueHigh, unit: row.unit,
      measure: row.measure, group: row.group)
    let level = row.level.isEmpty ? "" : " (\(Word.of(row.level) ?? row.level))"
    let sure = row.confidence.map {
      ", \(Heading.confidence()) "
        + formatted($0, decimals: 2, decimalMark: Language.current.decimalMark)
    }
    say("")
    say(
      "\(number)/\(statements.count)  \(Heading.lines()) "
        + "\(PlanPage.lines(row.lineFrom, row.lineTo) ?? "–"), \(Word.of(row.kind) ?? row.kind)"
        + (sure ?? ""))
    say("  «\(printable(row.quote ?? ""))»")
    say("  \(printable(row.subject))\(level): \(printable(signs))")
    say("  \(Heading.indicator()): \(row.indicator ?? Word.notLinked())")
  }

  /// One of a, c, r, s; nil to quit.
  private func answer() -> Character? {
    while let line = ask(Notice.reviewPrompt() + ": ") {
      switch line.first {
      case "a", "c", "r", "s": return line.first
      case "q": return nil
      default: say(Notice.reviewBad())
      }
    }
    return nil
  }

  private func decide(_ answer: Character, _ statement: PlanStatement) throws -> Decision? {
    var fields = DecisionTable.fields(of: statement, file: file)
    switch answer {
    case "a": fields["decision"] = Decision.Verdict.accept.rawValue
    case "r": fields["decision"] = Decision.Verdict.reject.rawValue
    case "c":
      fields["decision"] = Decision.Verdict.correct.rawValue
      say("  " + Notice.reviewKeys())
      repeat {
        for (column, name) in Self.asked { try correct(column, name, &fields) }
      } while contradicts(fields)
    default: return nil
    }
    if answer != "a" {
      fields["reason"] = ask("  \(Notice.reviewReason()): ").flatMap { $0.isEmpty ? nil : $0 }
    }
    fields["decided_on"] = day
    fields["decided_by"] = person
    return Decision(fields: fields)
  }

  /// Says what does not go together in a correction, which is then gone through again.
  private func contradicts(_ fields: [String: String]) -> Bool {
    let found = Decision.contradictions(in: fields)
    for fault in found { say("  \(fault.column): \(fault.reason.told(fault.arguments))") }
    return !found.isEmpty
  }

  /// Asks for one field: nothing keeps it as it is, a dash empties it, q and the end of the input quit.
  private func correct(
    _ column: String, _ name: Heading, _ fields: inout [String: String]
  ) throws {
    while let line = ask("  \(Notice.reviewField(name(), column, fields[column] ?? "")): ") {
      if line.isEmpty { return }
      if line == "q" { throw Quit() }
      if line == "-" {
        fields[column] = nil
        return
      }
      let text = column.hasPrefix("value") ? line.replacing(",", with: ".") : line
      if accepts(text, column) {
        fields[column] = text
        return
      }
      say("  " + Notice.reviewWrong(line, column))
    }
    throw Quit()
  }

  private func accepts(_ text: String, _ column: String) -> Bool {
    switch column {
    case "kind": StatementKind(rawValue: text) != nil
    case "indicator": indicators.contains(text)
    case "level": Level(rawValue: text) != nil
    case "comparator": Comparator(rawValue: text) != nil
    case "value", "value_high": Double(text)?.isFinite == true
    case "unit": Unit(rawValue: text) != nil
    case "measure": Measure(rawValue: text) != nil
    case "baseline_year", "period_start", "period_end":
      Int(text).map { (1900...2199).contains($0) } == true
    default: true
    }
  }
}
