// One target beside the results on its indicator: the row of mart.progress.

import LibPQ
import WarehouseSQL

/// A target of a plan, the figures before and in its period, and what they say; a row of `mart.progress`.
public struct ProgressRow: Sendable, Hashable {
  /// Id of the place.
  public let place: String
  /// Name of the place in Vietnamese.
  public let placeNameVi: String
  /// Name of the place in English.
  public let placeNameEn: String
  /// Last day of the place, ISO; nil while it exists.
  public let ceasedOn: String?
  /// The plan.
  public let plan: String
  /// Order in the document.
  public let ordinal: Int
  /// First line of the text that says so, from 1.
  public let lineFrom: Int?
  /// Last line of the text that says so.
  public let lineTo: Int?
  /// Code of the indicator.
  public let indicator: String
  /// Name of the indicator in English.
  public let indicatorNameEn: String
  /// Digits after the mark that people see.
  public let decimals: Int
  /// What is measured, in words.
  public let subject: String
  /// Administrative level; empty for none.
  public let level: String
  /// What it is limited to.
  public let scope: String
  /// When the plan was issued, ISO.
  public let issuedOn: String?
  /// First year it is set for.
  public let periodStart: Int?
  /// Year by which it is to be reached.
  public let periodEnd: Int?
  /// Last day on which no later plan of the place asks the same of the same year, ISO.
  public let inForceTo: String?
  /// The next plan of the place that asks something of the same figure.
  public let nextPlan: String?
  /// raised, lowered, kept or changed by the next plan.
  public let nextChange: String?
  /// >=, >, =, <=, < or between.
  public let comparator: String?
  /// The figure that the plan names, in `unit`.
  public let target: Double?
  /// The upper bound of between, in `unit`.
  public let targetHigh: Double?
  /// Number of provinces on the day the plan was issued, for a rank.
  public let targetRankOf: Int?
  /// Unit of the target.
  public let unit: String?
  /// level, increase or decrease.
  public let measure: String
  /// Year an increase or decrease is counted from.
  public let baselineYear: Int?
  /// Named group without a number.
  public let group: String?
  /// What the figure has to be, in the indicator's unit; a rank among `targetRankOf`.
  public let wanted: Double?
  /// First day of the period of the base, ISO.
  public let basePeriod: String?
  /// The base: a value, for a rank target a rank.
  public let baseValue: Double?
  /// Number of places ranked.
  public let baseRankOf: Int?
  /// Who says the base.
  public let baseSource: String?
  /// First day of the period of the latest figure, ISO.
  public let latestPeriod: String?
  /// The latest figure: a value, for a rank target a rank.
  public let latestValue: Double?
  /// Number of places ranked.
  public let latestRankOf: Int?
  /// Its published group.
  public let latestGroup: String?
  /// Who says the latest figure.
  public let latestSource: String?
  /// method: the base is the first after a break; boundary: the territory changed since the base.
  public let breakKind: String?
  /// Ids of the provinces of whose values base or latest is the mean; nil where neither is.
  public let carriedFrom: [String]?
  /// What is wanted less the latest figure; places for a rank.
  public let gap: Double?
  /// What the base has to gain in a year; of ranks the percentile, by `cagr` a fraction.
  public let requiredPerYear: Double?
  /// What was gained in a year since the base, likewise.
  public let observedPerYear: Double?
  /// Observed by required; nil where the base meets the target.
  public let pace: Double?
  /// linear or cagr.
  public let method: String
  /// met, on_track, off_track, moving_away, missed or no_data.
  public let verdict: String
  /// on_track, moderate, insufficient or moving_away, by `cagr`.
  public let grade: String?

  init(_ row: borrowing Row) throws {
    place = try row.value("place")
    placeNameVi = try row.value("place_name_vi")
    placeNameEn = try row.value("place_name_en")
    ceasedOn = try row.value("ceased_on")
    plan = try row.value("plan")
    ordinal = try row.value("ordinal")
    lineFrom = try row.value("line_from")
    lineTo = try row.value("line_to")
    indicator = try row.value("indicator")
    indicatorNameEn = try row.value("indicator_name_en")
    decimals = try row.value("decimals")
    subject = try row.value("subject")
    level = try row.value("level")
    scope = try row.value("scope")
    issuedOn = try row.value("issued_on")
    periodStart = try row.value("period_start")
    periodEnd = try row.value("period_end")
    inForceTo = try row.value("in_force_to")
    nextPlan = try row.value("next_plan")
    nextChange = try row.value("next_change")
    comparator = try row.value("comparator")
    target = try row.value("target")
    targetHigh = try row.value("target_high")
    targetRankOf = try row.value("target_rank_of")
    unit = try row.value("unit")
    measure = try row.value("measure")
    baselineYear = try row.value("baseline_year")
    group = try row.value("grp")
    wanted = try row.value("wanted")
    basePeriod = try row.value("base_period")
    baseValue = try row.value("base_value")
    baseRankOf = try row.value("base_rank_of")
    baseSource = try row.value("base_source")
    latestPeriod = try row.value("latest_period")
    latestValue = try row.value("latest_value")
    latestRankOf = try row.value("latest_rank_of")
    latestGroup = try row.value("latest_grp")
    latestSource = try row.value("latest_source")
    breakKind = try row.value("break")
    carriedFrom = try row.value("carried_from")
    gap = try row.value("gap")
    requiredPerYear = try row.value("required_per_year")
    observedPerYear = try row.value("observed_per_year")
    pace = try row.value("pace")
    method = try row.value("method")
    verdict = try row.value("verdict")
    grade = try row.value("grade")
  }
}

/// How pace is measured.
public enum PaceMethod: String, CaseIterable, Sendable, Hashable {
  /// Equal steps every year.
  case linear
  /// Compound growth, as Eurostat monitors the SDGs.
  case cagr
}

extension Session {
  /// Asks how far places have come towards the targets of their plans; repeats and targets without an
  /// indicator are left out.
  ///
  /// - Parameters:
  ///   - selection: what the question is about; years ask for periods that touch them.
  ///   - method: how pace is measured.
  /// - Returns: one row per target, by place, plan and order in the plan.
  /// - Throws: `PostgresError`.
  public mutating func progress(
    _ selection: Selection, by method: PaceMethod
  ) throws -> [ProgressRow] {
    try connection.query(
      Statement(.listProgress),
      progressParameters(selection) + [
        .text(method.rawValue), .bool(selection.acrossBreaks), selection.boundariesParameter,
      ]
    ).map { row in try ProgressRow(row) }
  }

  /// Counts the targets that progress leaves out.
  ///
  /// - Parameter selection: what the question is about.
  /// - Returns: how many have no indicator, and how many are of plans without a date of issue where
  ///   `publishedBy` asks for one.
  /// - Throws: `PostgresError`.
  public mutating func targetsLeftOut(
    _ selection: Selection
  ) throws -> (unlinked: Int, undated: Int) {
    let counted = try connection.query(
      Statement(.countTargetsLeftOut), progressParameters(selection))
    return (try counted.value(0, "unlinked"), try counted.value(0, "undated"))
  }

  private func progressParameters(_ selection: Selection) -> [Parameter] {
    [
      selection.placesParameter, selection.indicatorsParameter, selection.firstYearParameter,
      selection.lastYearParameter, selection.levelsParameter, selection.asOfParameter,
      selection.publishedByParameter,
    ]
  }
}
