// Targets with base, latest figure, pace and verdict as rows: the JSON contract for machines.

import RowRendering
import Warehouse

/// Rows of progress.
struct ProgressTable {
  let method: PaceMethod

  /// The contract in its order, what may be added to it, and what people see.
  var columns: [Column] {
    let machine = [
      "place", "indicator", "level", "plan", "period_start", "period_end", "comparator", "target",
      "unit", "measure", "base_period", "base_value", "latest_period", "latest_value", "gap",
      "required_per_year", "observed_per_year", "pace", "method", "verdict", "grade", "order",
      "line_from", "line_to", "subject", "scope", "target_high", "target_rank_of", "group",
      "baseline_year", "wanted", "base_rank_of", "base_source", "latest_rank_of", "latest_group",
      "latest_source", "break", "issued_on", "in_force_to", "next_plan", "next_change", "ceased_on",
      "carried_from",
    ].map { Column(key: $0, heading: $0, machineOnly: true) }
    return machine + [
      Column(key: "of_plan", heading: Heading.plan(), humanOnly: true, isInWorkbook: true),
      Column(key: "what", heading: Heading.subject(), humanOnly: true, isInWorkbook: true),
      Column(key: "wanted_by", heading: Heading.target(), alignment: .trailing, humanOnly: true),
      Column(key: "due", heading: Heading.due(), humanOnly: true),
      Column(key: "base", heading: Heading.base(), alignment: .trailing, humanOnly: true),
      Column(key: "latest", heading: Heading.latest(), alignment: .trailing, humanOnly: true),
      Column(
        key: "required", heading: Heading.required(), alignment: .trailing,
        isOptionalInNarrow: true, humanOnly: true),
      Column(
        key: "observed", heading: Heading.observed(), alignment: .trailing,
        isOptionalInNarrow: true, humanOnly: true),
      Column(key: "at_pace", heading: Heading.pace(), alignment: .trailing, humanOnly: true),
      Column(key: "says", heading: Heading.verdict(), humanOnly: true, isInWorkbook: true),
      Column(
        key: "remarks", heading: Heading.remarks(), isOptionalInNarrow: true, humanOnly: true,
        isInWorkbook: true),
    ]
  }

  static let blankRepeats = [42]

  /// Fields of one target, in the order of the columns.
  func fields(_ row: ProgressRow) -> [Field] {
    machineFields(row) + peopleFields(row)
  }

  private func machineFields(_ row: ProgressRow) -> [Field] {
    [
      .text(row.place), .text(row.indicator), .text(row.level), .text(row.plan),
      .integer(row.periodStart), .integer(row.periodEnd), .text(row.comparator),
      .number(row.target, decimals: row.shownDecimals), .text(row.unit), .text(row.measure),
      .text(Self.year(row.basePeriod)),
      .number(row.baseValue, decimals: row.shownDecimals), .text(Self.year(row.latestPeriod)),
      .number(row.latestValue, decimals: row.shownDecimals),
      .number(row.gap, decimals: max(row.decimals, 2)), .number(row.requiredPerYear, decimals: 4),
      .number(row.observedPerYear, decimals: 4),
      .number(row.pace, decimals: 4), .text(row.method), .text(row.verdict), .text(row.grade),
      .integer(row.ordinal), .integer(row.lineFrom), .integer(row.lineTo), .text(row.subject),
      .text(row.scope), .number(row.targetHigh, decimals: row.shownDecimals),
      .integer(row.targetRankOf), .text(row.group),
      .integer(row.baselineYear), .number(row.wanted, decimals: row.shownDecimals),
      .integer(row.baseRankOf),
      .text(row.baseSource), .integer(row.latestRankOf), .text(row.latestGroup),
      .text(row.latestSource), .text(row.breakKind), .date(row.issuedOn), .date(row.inForceTo),
      .text(row.nextPlan), .text(row.nextChange), .date(row.ceasedOn),
      row.carriedFrom.map(Field.list) ?? .missing,
    ]
  }

  private func peopleFields(_ row: ProgressRow) -> [Field] {
    let place = Language.current == .vi ? row.placeNameVi : row.placeNameEn
    let years =
      row.periodStart == row.periodEnd ? [row.periodEnd] : [row.periodStart, row.periodEnd]
    let period = years.compactMap { $0.map(String.init) }.joined(separator: "–")
    let isRank = row.unit == "rank"
    return [
      .text("\(place) \(period)"),
      .text(
        TargetTable.subject(
          row.subject, nameEn: row.indicatorNameEn, indicator: row.indicator, level: row.level)),
      .text(
        TargetTable.signs(
          comparator: row.comparator, value: row.target, valueHigh: row.targetHigh, unit: row.unit,
          measure: row.measure, group: row.group)),
      .integer(row.periodEnd),
      .text(base(row)),
      .text(latest(row)),
      .text(perYear(row.requiredPerYear, row, isRank: isRank)),
      .text(perYear(row.observedPerYear, row, isRank: isRank)),
      .number(row.pace, decimals: 2), .text(Self.verdict(row)), .text(Self.remarks(row)),
    ]
  }

  /// The figure that a target starts from, with its year.
  func base(_ row: ProgressRow) -> String? {
    figure(row.baseValue, row.baseRankOf, nil, row.basePeriod, row)
  }

  /// The latest figure of a target with its year.
  func latest(_ row: ProgressRow) -> String? {
    figure(row.latestValue, row.latestRankOf, row.latestGroup, row.latestPeriod, row)
  }

  private static func year(_ period: String?) -> String? { period.map { String($0.prefix(4)) } }

  /// `86,5 (2024)`, `40/63 (2023)`.
  private func figure(
    _ value: Double?, _ rankOf: Int?, _ group: String?, _ period: String?, _ row: ProgressRow
  ) -> String? {
    guard let year = Self.year(period) else { return nil }
    guard let value else { return group.map { "\($0) (\(year))" } }
    let decimals = row.unit == "rank" ? 0 : row.decimals
    let text = formatted(value, decimals: decimals, decimalMark: Language.current.decimalMark)
    return "\(text)\(rankOf.map { "/\($0)" } ?? "") (\(year))"
  }

  /// Of ranks and by compound growth a percentage, else in the indicator's unit.
  private func perYear(_ value: Double?, _ row: ProgressRow, isRank: Bool) -> String? {
    guard let value else { return nil }
    let isFraction = isRank || method == .cagr
    let text = formatted(
      isFraction ? value * 100 : value, decimals: isFraction ? 1 : max(row.decimals, 1),
      decimalMark: Language.current.decimalMark)
    return isFraction ? text + " %" : text
  }

  /// The verdict for a picture or a report, where a figure of before the target's time may stand beside it.
  static func standing(_ row: ProgressRow) -> String {
    row.verdict == "no_data" ? ReportMessage.noNewer() : verdict(row) ?? row.verdict
  }

  private static func verdict(_ row: ProgressRow) -> String? {
    let isGraded = row.verdict == "off_track" || row.verdict == "on_track"
    return Word.of(isGraded ? row.grade ?? row.verdict : row.verdict)
  }

  private static func remarks(_ row: ProgressRow) -> String? {
    var remarks: [String] = []
    if let day = row.ceasedOn { remarks.append(Notice.placeCeased(day)) }
    for part in (row.breakKind ?? "").split(separator: "+") {
      remarks.append(part == "method" ? Notice.baseAfterBreak() : Word.of(String(part)) ?? "")
    }
    if let next = row.nextPlan, let change = Word.of(row.nextChange) {
      remarks.append("\(change): \(next)")
    }
    if let carried = row.carriedFrom {
      remarks.append(Notice.holdsMean(String(carried.count)))
    }
    return remarks.isEmpty ? nil : remarks.joined(separator: "; ")
  }
}

extension ProgressRow {
  /// Digits of its figures: places of ranks have none.
  fileprivate var shownDecimals: Int { unit == "rank" ? 0 : decimals }
}
