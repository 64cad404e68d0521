// What `chiso plan read FILE --format json` prints, and the tables of targets in CSV, as values to score.

import Foundation
import IndicatorModel
import PlanGenerator
import PlanReading

/// A plan as the program printed it.
struct ReadPlan: Decodable {
  let targets: [ReadTarget]
  let tasks: [ReadTask]
}

/// A target as printed.
struct ReadTarget: Decodable {
  let lineFrom: Int
  let lineTo: Int
  let kind: String
  let area: String
  let indicator: String?
  let level: String?
  let scope: String?
  let comparator: String?
  let value: Double?
  let valueHigh: Double?
  let unit: String?
  let measure: String?
  let baselineYear: Int?
  let periodStart: Int?
  let periodEnd: Int?
  let quote: String

  var target: PlanTarget {
    var target = PlanTarget(
      lineFrom: lineFrom, lineTo: lineTo, area: Area(rawValue: area) ?? .steering, quote: quote)
    target.kind = StatementKind(rawValue: kind) ?? .target
    target.indicator = indicator
    target.level = Level(rawValue: level ?? "") ?? .uncut
    target.scope = scope ?? ""
    target.comparator = comparator.flatMap { Comparator(rawValue: $0) }
    target.value = value
    target.valueHigh = valueHigh
    target.unit = unit.flatMap { Unit(rawValue: $0) }
    target.measure = measure.flatMap { Measure(rawValue: $0) } ?? .level
    target.baselineYear = baselineYear
    target.periodStart = periodStart
    target.periodEnd = periodEnd
    return target
  }

  /// A row of a gold table or of etl/targets.
  static func target(of row: [String: String]) -> PlanTarget {
    func number(_ key: String) -> Int? { row[key].flatMap { Int($0) } }
    func word(_ key: String) -> String? { row[key].flatMap { $0.isEmpty ? nil : $0 } }
    return ReadTarget(
      lineFrom: number("line_from") ?? 0, lineTo: number("line_to") ?? 0,
      kind: word("kind") ?? "target", area: row["area"] ?? "", indicator: word("indicator"),
      level: row["level"], scope: row["scope"], comparator: word("comparator"),
      value: row["value"].flatMap { Double($0) },
      valueHigh: row["value_high"].flatMap { Double($0) },
      unit: word("unit"), measure: word("measure"), baselineYear: number("baseline_year"),
      periodStart: number("period_start"), periodEnd: number("period_end"),
      quote: row["quote"] ?? ""
    ).target
  }
}

/// A task as printed.
struct ReadTask: Decodable {
  let lineFrom: Int
  let lineTo: Int
  let task: String?
  let activity: String?
  let product: String?
  let lead: String?
  let due: String?
  let dueTo: String?

  var row: PlanTask {
    var row = PlanTask(lineFrom: lineFrom, lineTo: lineTo)
    row.task = task
    row.activity = activity
    row.product = product
    row.lead = lead
    row.due = due
    row.dueTo = dueTo.flatMap { CalendarDate(iso: $0) }
    return row
  }
}

/// A table with a heading, of which each row is a dictionary.
enum SmallTable {
  static func rows(_ path: String) throws -> [[String: String]] {
    let records = records(try String(contentsOfFile: path, encoding: .utf8))
    guard let headings = records.first else { return [] }
    return records.dropFirst().map {
      Dictionary(zip(headings, $0), uniquingKeysWith: { first, _ in first })
    }
  }

  private static func records(_ text: String) -> [[String]] {
    var records: [[String]] = []
    var record: [String] = []
    var field = ""
    var isQuoted = false
    var previous: Character = ","
    for character in text {
      switch character {
      case "\"":
        // A quote that opens again at once stood doubled inside of the field.
        if !isQuoted, previous == "\"" { field.append(character) }
        isQuoted.toggle()
      case "," where !isQuoted:
        record.append(field)
        field = ""
      case "\n" where !isQuoted, "\r\n" where !isQuoted:
        records.append(record + [field])
        record = []
        field = ""
      default: field.append(character)
      }
      previous = character
    }
    return records
  }
}
