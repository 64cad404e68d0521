// Single statements as plans of many provinces word them, each with what it says, written down by hand.

import IndicatorModel
import Testing

@testable import PlanReading

@Suite struct StatementTests {
  @Test func tableIsThere() { #expect(StatementCase.all.count > 50) }

  @Test(arguments: StatementCase.all) func saysWhatItSays(_ example: StatementCase) throws {
    #expect(try Self.read(example.statement, under: example.heading) == example.expected)
  }

  @Test(arguments: StatementCase.all) func saysItAlsoAcrossWhatCannotBeSeen(
    _ example: StatementCase
  ) throws {
    let statement = example.statement.replacing("%", with: "\u{200B}%")
      .replacing("0", with: "\u{AD}0\u{2060}")
    #expect(try Self.read(statement, under: example.heading) == example.expected)
  }

  private static func read(_ statement: String, under heading: String) throws -> [String] {
    let text = """
      UBND TỈNH BẮC GIANG
      KẾ HOẠCH
      Cải cách hành chính tỉnh Bắc Giang năm 2025
      I. MỤC ĐÍCH, YÊU CẦU
      1. Mục đích
      II. \(heading.uppercased())
      - \(statement)
      """
    return try #require(Tables.reader).read(PlanText(text)).targets.map(StatementCase.words)
  }
}

/// A statement and what it says.
struct StatementCase: CustomTestStringConvertible {
  let heading: String
  let statement: String
  let expected: [String]

  var testDescription: String { statement }

  /// The table; empty if it cannot be read, which another test would say.
  static let all: [StatementCase] = {
    let rows = (try? Tables.gold("statements.csv")) ?? []
    return rows.map { row in
      StatementCase(
        heading: row["heading"] ?? "", statement: row["statement"] ?? "",
        expected: (row["expected"] ?? "").split(separator: "|").map { String($0).trimmed })
    }
  }()

  /// A statement in the words of the table: kind unless target, indicator, unit, comparator, values,
  /// measure, level unless none, base.
  static func words(_ target: PlanTarget) -> String {
    var parts: [String] = []
    if target.kind != .target { parts.append(target.kind.rawValue) }
    if target.group != nil { return "\(target.indicator ?? "-") group" }
    guard let value = target.value else { return parts.joined() }
    if target.kind != .deadline { parts.append(target.indicator ?? "-") }
    parts.append(target.unit?.rawValue ?? "")
    parts.append(target.comparator?.rawValue ?? "")
    for number in [value, target.valueHigh].compactMap({ $0 }) {
      parts.append(number == number.rounded() ? String(Int(number)) : String(number))
    }
    if target.kind != .deadline { parts.append(target.measure.rawValue) }
    if target.level != .uncut { parts.append(target.level.rawValue) }
    if let base = target.baselineYear { parts.append("base \(base)") }
    return parts.joined(separator: " ")
  }
}
