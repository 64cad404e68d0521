// Plans, news and scans that were invented for these tests, against what a person finds in them. Floors
// lie a little below what is reached, so that a change that costs accuracy is seen.

import Foundation
import IndicatorModel
import PlanGenerator
import PlanReading
import Testing

@Suite struct InventedPlanTests {
  static let folder = Tables.project + "/Tests/PlanReadingTests/Plans/"

  static func names(_ isWanted: (String) -> Bool) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder)
      .filter { $0.hasSuffix(".txt") && isWanted($0) }
      .map { String($0.dropLast(4)) }.sorted()
  }

  /// What a person finds in a text.
  static func truth(_ name: String) throws -> [PlanTarget] {
    try Tables.rows(folder + name + ".csv").map { row in
      func text(_ column: String) -> String? { row[column].flatMap { $0.isEmpty ? nil : $0 } }
      func year(_ column: String) -> Int? { text(column).flatMap { Int($0) } }
      let first = year("line_from") ?? 0
      var target = PlanTarget(
        lineFrom: first, lineTo: year("line_to") ?? first,
        area: text("area").flatMap { Area(rawValue: $0) } ?? .steering, quote: text("quote") ?? "")
      target.kind = text("kind").flatMap { StatementKind(rawValue: $0) } ?? .target
      target.indicator = text("indicator")
      target.level = text("level").flatMap { Level(rawValue: $0) } ?? .uncut
      target.scope = text("scope") ?? ""
      target.comparator = text("comparator").flatMap { Comparator(rawValue: $0) }
      target.value = text("value").flatMap { Double($0) }
      target.valueHigh = text("value_high").flatMap { Double($0) }
      // Minutes and hours are no unit of the contract; such rows are never found.
      target.unit = text("unit").flatMap { Unit(rawValue: $0) }
      target.measure = text("measure").flatMap { Measure(rawValue: $0) } ?? .level
      target.baselineYear = year("baseline_year")
      target.periodStart = year("period_start")
      target.periodEnd = year("period_end")
      return target
    }
  }

  private func score(_ names: [String]) throws -> PlanScore {
    let reader = try #require(Tables.reader)
    var all = PlanScore()
    for name in names {
      let text = PlanText(try String(contentsOfFile: Self.folder + name + ".txt", encoding: .utf8))
      all =
        all + PlanScore(reader.read(text).targets, truth: try Self.truth(name), lines: text.lines)
    }
    return all
  }

  private func check(_ score: PlanScore, f1: Double, fields: Double, indicator: Double) {
    #expect(score.f1 >= f1)
    #expect(score.quotes.part == 1)
    for field in [PlanScore.Field.comparator, .measure, .level, .periodEnd, .area] {
      #expect((score.fields[field]?.part ?? 0) >= fields, "\(field)")
    }
    #expect((score.fields[.indicator]?.part ?? 0) >= indicator)
  }

  @Test func plansAreRead() throws {
    let names = try Self.names { !$0.hasPrefix("scan-") && !$0.hasPrefix("news-") }
    #expect(names.count == 7)
    check(try score(names), f1: 0.94, fields: 0.92, indicator: 0.92)
  }

  @Test func badScansAreRead() throws {
    let names = try Self.names { $0.hasPrefix("scan-") }
    #expect(names.count == 4)
    check(try score(names), f1: 0.94, fields: 0.95, indicator: 0.9)
  }

  @Test func newsAboutPlansAreRead() throws {
    let names = try Self.names { $0.hasPrefix("news-") && !$0.contains("hoinghi") }
    #expect(names.count == 2)
    check(try score(names), f1: 0.93, fields: 0.95, indicator: 0.95)
  }

  @Test func newsWithoutTargetsHaveNone() throws {
    let path = Self.folder + "news-thaibinh-hoinghi.txt"
    let text = PlanText(try String(contentsOfFile: path, encoding: .utf8))
    let read = try #require(Tables.reader).read(text).targets
    #expect(read.filter { $0.kind == .target }.isEmpty)
  }
}
