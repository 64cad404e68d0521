// One target beside the latest result: the row of mart.targets.

import LibPQ
import WarehouseSQL

/// A target of a plan and the latest result on its indicator; a row of `mart.targets`.
public struct TargetRow: Sendable, Hashable {
  /// The plan.
  public let plan: String
  /// Id of the place.
  public let place: String
  /// Name of the place in Vietnamese.
  public let placeNameVi: String
  /// Name of the place in English.
  public let placeNameEn: String
  /// Order in the document.
  public let ordinal: Int
  /// Section of the document.
  public let section: String?
  /// First line of the text that says so, from 1.
  public let lineFrom: Int?
  /// Last line of the text that says so.
  public let lineTo: Int?
  /// Area of reform.
  public let area: String
  /// Code of the indicator; nil while it is not linked.
  public let indicator: String?
  /// Name of the indicator in Vietnamese.
  public let indicatorNameVi: String?
  /// Name of the indicator in English.
  public let indicatorNameEn: String?
  /// Digits after the mark that people see.
  public let decimals: Int?
  /// What is measured, in words.
  public let subject: String
  /// Administrative level; empty for none.
  public let level: String
  /// What it is limited to.
  public let scope: String
  /// >=, >, =, <=, < or between.
  public let comparator: String?
  /// The wanted figure, in `unit`.
  public let value: Double?
  /// The upper bound of between, in `unit`.
  public let valueHigh: Double?
  /// Unit of value.
  public let unit: String?
  /// level, increase or decrease.
  public let measure: String
  /// Year an increase or decrease is counted from.
  public let baselineYear: Int?
  /// First year it is set for.
  public let periodStart: Int?
  /// Year by which it is to be reached.
  public let periodEnd: Int?
  /// Named group without a number.
  public let group: String?
  /// decision, carried or read.
  public let origin: String
  /// First day of the period of the result, ISO.
  public let resultPeriod: String?
  /// The result, in the indicator's unit.
  public let resultValue: Double?
  /// Rank of the result.
  public let resultRank: Int?
  /// Number of places ranked.
  public let resultRankOf: Int?
  /// Who says the result.
  public let resultSource: String?
  /// Whether the result is a sum made by `mart`.
  public let isResultDerived: Bool?
  /// Catalog entry of the plan.
  public let source: String?

  init(_ row: borrowing Row) throws {
    plan = try row.value("plan")
    place = try row.value("place")
    placeNameVi = try row.value("place_name_vi")
    placeNameEn = try row.value("place_name_en")
    ordinal = try row.value("ordinal")
    section = try row.value("section")
    lineFrom = try row.value("line_from")
    lineTo = try row.value("line_to")
    area = try row.value("area")
    indicator = try row.value("indicator")
    indicatorNameVi = try row.value("indicator_name_vi")
    indicatorNameEn = try row.value("indicator_name_en")
    decimals = try row.value("decimals")
    subject = try row.value("subject")
    level = try row.value("level")
    scope = try row.value("scope")
    comparator = try row.value("comparator")
    value = try row.value("value")
    valueHigh = try row.value("value_high")
    unit = try row.value("unit")
    measure = try row.value("measure")
    baselineYear = try row.value("baseline_year")
    periodStart = try row.value("period_start")
    periodEnd = try row.value("period_end")
    group = try row.value("grp")
    origin = try row.value("origin")
    resultPeriod = try row.value("result_period")
    resultValue = try row.value("result_value")
    resultRank = try row.value("result_rank")
    resultRankOf = try row.value("result_rank_of")
    resultSource = try row.value("result_source")
    isResultDerived = try row.value("result_derived")
    source = try row.value("source")
  }
}

extension Session {
  /// Lists targets beside the latest result; repeats are left out.
  ///
  /// - Parameter selection: what the question is about; years ask for periods that touch them.
  /// - Returns: one row per target, by place, plan and order in the plan.
  /// - Throws: `PostgresError`.
  public mutating func targets(_ selection: Selection) throws -> [TargetRow] {
    try connection.query(
      Statement(.listTargets),
      [
        selection.placesParameter, selection.indicatorsParameter, selection.firstYearParameter,
        selection.lastYearParameter, selection.levelsParameter, selection.asOfParameter,
        selection.publishedByParameter,
      ]
    ).map { row in try TargetRow(row) }
  }
}
