// Why a total changed: the row of mart.explain.

import LibPQ
import WarehouseSQL

/// The total or a part of it in two years; a row of `mart.explain`.
public struct ExplanationRow: Sendable, Hashable {
  /// Id of the place.
  public let place: String
  /// Name of the place in Vietnamese.
  public let placeNameVi: String
  /// Name of the place in English.
  public let placeNameEn: String
  /// Code of the total or of a part.
  public let part: String
  /// Its name in Vietnamese.
  public let partNameVi: String
  /// Its name in English.
  public let partNameEn: String
  /// Digits after the mark that people see.
  public let decimals: Int
  /// Unit of its values.
  public let unit: String?
  /// Whether it is the total.
  public let isTotal: Bool
  /// First day of the first year, ISO.
  public let fromPeriod: String
  /// First day of the last year, ISO.
  public let toPeriod: String
  /// The value in the first year.
  public let fromValue: Double?
  /// The value in the last year.
  public let toValue: Double?
  /// Its change, in its unit.
  public let change: Double?
  /// Share of the total in the first year, 0-1.
  public let fromWeight: Double?
  /// Share of the total in the last year, 0-1.
  public let toWeight: Double?
  /// Mean weight by change of the part, in the total's unit.
  public let contributionOfValue: Double?
  /// Mean part by change of the weight, in the total's unit.
  public let contributionOfWeight: Double?
  /// Both together.
  public let contribution: Double?
  /// What of the total's change no part explains; in the row of the total.
  public let residual: Double?
  /// What a step more in the part adds to the total of the last year.
  public let worth: Double?
  /// The step, in the part's unit.
  public let step: Double?
  /// How many places that is.
  public let worthRanks: Int?
  /// method where it does not compare.
  public let breakKind: String?
  /// Why not.
  public let breakReason: String?
  /// Who says the last value.
  public let source: String?
  /// Ids of the provinces of whose values one of the two is the mean; nil where neither is.
  public let carriedFrom: [String]?

  init(_ row: borrowing Row) throws {
    place = try row.value("place")
    placeNameVi = try row.value("place_name_vi")
    placeNameEn = try row.value("place_name_en")
    part = try row.value("part")
    partNameVi = try row.value("part_name_vi")
    partNameEn = try row.value("part_name_en")
    decimals = try row.value("decimals")
    unit = try row.value("unit")
    isTotal = try row.value("is_total")
    fromPeriod = try row.value("from_period")
    toPeriod = try row.value("to_period")
    fromValue = try row.value("from_value")
    toValue = try row.value("to_value")
    change = try row.value("change")
    fromWeight = try row.value("from_weight")
    toWeight = try row.value("to_weight")
    contributionOfValue = try row.value("contribution_value")
    contributionOfWeight = try row.value("contribution_weight")
    contribution = try row.value("contribution")
    residual = try row.value("residual")
    worth = try row.value("worth")
    step = try row.value("step")
    worthRanks = try row.value("worth_ranks")
    breakKind = try row.value("break")
    breakReason = try row.value("break_reason")
    source = try row.value("source")
    carriedFrom = try row.value("carried_from")
  }
}

extension Session {
  /// Asks why a total changed between two years.
  ///
  /// - Parameters:
  ///   - total: code of the indicator.
  ///   - first: the first year.
  ///   - last: the last year.
  ///   - selection: places, boundaries and clocks; indicators and years are not used.
  /// - Returns: of each place that is known in both years the total, then its parts; the total alone
  ///   where it has no parts.
  /// - Throws: `PostgresError`.
  public mutating func explanation(
    of total: String, from first: Int, to last: Int, _ selection: Selection
  ) throws -> [ExplanationRow] {
    try connection.query(
      Statement(.listExplanation),
      [
        selection.placesParameter, .text(total), .int32(Int32(clamping: first)),
        .int32(Int32(clamping: last)), selection.asOfParameter, selection.publishedByParameter,
        .bool(selection.acrossBreaks), selection.boundariesParameter,
      ]
    ).map { row in try ExplanationRow(row) }
  }
}
