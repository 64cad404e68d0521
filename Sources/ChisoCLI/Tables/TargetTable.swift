// Targets beside results as rows.

import RowRendering
import Warehouse

/// Rows of targets.
enum TargetTable {
  static var columns: [Column] {
    let machine = [
      "plan", "place", "order", "section", "line_from", "line_to", "area", "indicator", "subject",
      "level", "scope", "comparator", "value", "value_high", "unit", "measure", "baseline_year",
      "period_start", "period_end", "group", "origin", "result_period", "result_value",
      "result_rank", "result_rank_of", "result_source", "result_derived", "source",
    ].map { Column(key: $0, heading: $0, machineOnly: true) }
    return machine + [
      Column(key: "plan", heading: Heading.plan(), humanOnly: true, isInWorkbook: true),
      Column(key: "subject", heading: Heading.subject(), humanOnly: true, isInWorkbook: true),
      Column(key: "target", heading: Heading.target(), alignment: .trailing, humanOnly: true),
      Column(key: "due", heading: Heading.due(), humanOnly: true),
      Column(key: "result", heading: Heading.result(), alignment: .trailing, humanOnly: true),
      Column(key: "result_year", heading: Heading.resultYear(), humanOnly: true),
      Column(
        key: "result_source", heading: Heading.source(), isOptionalInNarrow: true, humanOnly: true),
    ]
  }

  static let blankRepeats = [28]

  static func fields(_ row: TargetRow) -> [Field] {
    let machine: [Field] = [
      .text(row.plan), .text(row.place), .integer(row.ordinal), .text(row.section),
      .integer(row.lineFrom), .integer(row.lineTo), .text(row.area), .text(row.indicator),
      .text(row.subject), .text(row.level), .text(row.scope), .text(row.comparator),
      .number(row.value), .number(row.valueHigh), .text(row.unit), .text(row.measure),
      .integer(row.baselineYear), .integer(row.periodStart), .integer(row.periodEnd),
      .text(row.group), .text(row.origin), .text(row.resultPeriod.map { String($0.prefix(4)) }),
      .number(row.resultValue), .integer(row.resultRank), .integer(row.resultRankOf),
      .text(row.resultSource), .boolean(row.isResultDerived), .text(row.source),
    ]
    let place = Language.current == .vi ? row.placeNameVi : row.placeNameEn
    let period =
      row.periodStart == row.periodEnd
      ? row.periodEnd.map(String.init) ?? ""
      : "\(row.periodStart.map(String.init) ?? "")–\(row.periodEnd.map(String.init) ?? "")"
    return machine + [
      .text("\(place) \(period)"),
      .text(
        subject(
          row.subject, nameEn: row.indicatorNameEn, indicator: row.indicator, level: row.level)),
      .text(target(row)),
      .integer(row.periodEnd), .text(result(row)),
      .text(row.resultPeriod.map { String($0.prefix(4)) }),
      .text(row.resultSource == "computed" ? Word.computed() : row.resultSource),
    ]
  }

  /// What is measured, with its level.
  static func subject(
    _ subject: String, nameEn: String?, indicator: String?, level: String
  ) -> String {
    let known = indicator.flatMap { Word(rawValue: $0)?.text }
    let name = Language.current == .vi ? subject : nameEn ?? subject
    return (known ?? name) + (level.isEmpty ? "" : " (\(Word.of(level) ?? level))")
  }

  private static func number(_ value: Double) -> String {
    formatted(value, decimalMark: Language.current.decimalMark)
  }

  /// The target in signs: `≥ 85 %`, `2–3`, `giảm = 10 %`, `hạng ≤ 35`.
  private static func target(_ row: TargetRow) -> String {
    signs(
      comparator: row.comparator, value: row.value, valueHigh: row.valueHigh, unit: row.unit,
      measure: row.measure, group: row.group)
  }

  /// What is to be reached, in signs.
  static func signs(
    comparator: String?, value: Double?, valueHigh: Double?, unit: String?, measure: String,
    group: String?
  ) -> String {
    guard let value else { return group ?? "" }
    let sign =
      switch comparator {
      case ">=": "≥ "
      case "<=": "≤ "
      case ">": "> "
      case "<": "< "
      default: ""
      }
    let amount = valueHigh.map { "\(number(value))–\(number($0))" } ?? number(value)
    let measure = measure == "level" ? "" : (Word.of(measure) ?? "") + " "
    switch unit {
    case "rank": return "\(Word.rank()) \(measure)\(sign)\(amount)"
    case "count", nil: return "\(measure)\(sign)\(amount)"
    default: return "\(measure)\(sign)\(amount) \(Word.of(unit) ?? "")"
    }
  }

  /// The result in the target's own terms: a rank for a rank, else the value.
  private static func result(_ row: TargetRow) -> String? {
    if row.unit == "rank" {
      return row.resultRank.map { rank in row.resultRankOf.map { "\(rank)/\($0)" } ?? "\(rank)" }
    }
    return row.resultValue.map {
      formatted($0, decimals: row.decimals ?? 2, decimalMark: Language.current.decimalMark)
    }
  }
}
