// Plans by their names, and what their targets ask of a place.

import IndicatorModel
import LibPQ
import WarehouseSQL

/// A figure that a target of a plan asks for.
public struct PlannedFigure: Sendable, Hashable {
  /// Id of the place.
  public let place: String
  /// Code of the indicator; nil while it is not linked.
  public let indicator: String?
  /// Administrative level; empty for none.
  public let level: String
  /// Year by which the target is to be reached.
  public let year: Int?
  /// Unit of the target; `rank` where a rank is to be reached.
  public let unit: String?

  init(_ row: borrowing Row) throws {
    place = try row.value("place")
    indicator = try row.value("indicator")
    level = try row.value("level")
    year = try row.value("year")
    unit = try row.value("unit")
  }
}

extension Session {
  /// Finds the plan that an id or a number means.
  ///
  /// - Parameter word: an id such as `lang-son-2024`, or a number such as `249/KH-UBND`; marks and
  ///   case do not matter.
  /// - Returns: the id.
  /// - Throws: `WarehouseError.unknownPlan` or `.ambiguousPlan`; `PostgresError`.
  public mutating func plan(named word: String) throws -> String {
    let key = NameFolding.phrase(word)
    var ids: [String] = []
    var numbered: [String] = []
    var known: [String] = []
    try connection.query(Statement(.listPlans)).forEach { row throws in
      let id: String = try row.value("plan")
      let number: String? = try row.value("number")
      known += [id] + [number].compactMap { $0 }
      if NameFolding.phrase(id) == key { ids.append(id) }
      if let number, NameFolding.phrase(number) == key { numbered.append(id) }
    }
    let found = ids.isEmpty ? numbered : ids
    guard let plan = found.first else {
      throw WarehouseError.unknownPlan(
        word, nearest: Nearest.words(to: word, among: known.sorted()))
    }
    guard found.count == 1 else {
      throw WarehouseError.ambiguousPlan(word, candidates: found.sorted())
    }
    return plan
  }

  /// Lists what the targets of a plan ask for, in the order of the document; repeats are left out.
  ///
  /// - Parameter plan: id of the plan.
  /// - Returns: one row per target.
  /// - Throws: `PostgresError`.
  public mutating func plannedFigures(of plan: String) throws -> [PlannedFigure] {
    try connection.query(Statement(.listPlanFigures), [.text(plan)])
      .map { row in try PlannedFigure(row) }
  }
}
