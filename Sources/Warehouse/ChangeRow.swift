// What the warehouse learned between two days: the row of mart.changes.

public import IndicatorModel
import LibPQ
import WarehouseSQL

/// A figure or target that is new, revised or withdrawn; a row of `mart.changes`.
public struct ChangeRow: Sendable, Hashable {
  /// Name of the job.
  public let job: String
  /// figure or target.
  public let kind: String
  /// new, revised or withdrawn.
  public let change: String
  /// Id of the place.
  public let place: String
  /// Name of the place in Vietnamese.
  public let placeNameVi: String
  /// Name of the place in English.
  public let placeNameEn: String
  /// Code of the indicator; nil for a target that is not linked.
  public let indicator: String?
  /// Name of the indicator in Vietnamese.
  public let indicatorNameVi: String?
  /// Name of the indicator in English.
  public let indicatorNameEn: String?
  /// Digits after the mark that people see.
  public let decimals: Int?
  /// Unit of the values.
  public let unit: String?
  /// Administrative level; empty for none.
  public let level: String
  /// A, Q or M.
  public let freq: String
  /// First day of the period, ISO; of a target the year by which it is to be reached.
  public let period: String
  /// Set of provinces.
  public let geography: String?
  /// Who says so.
  public let source: String?
  /// The plan of a target.
  public let plan: String?
  /// What a target is about, in words.
  public let subject: String?
  /// The value before.
  public let oldValue: Double?
  /// The value after.
  public let newValue: Double?
  /// The rank before.
  public let oldRank: Int?
  /// The rank after.
  public let newRank: Int?
  /// The group before.
  public let oldGroup: String?
  /// The group after.
  public let newGroup: String?
  /// OBS_STATUS letters before.
  public let oldFlags: String?
  /// OBS_STATUS letters after.
  public let newFlags: String?
  /// The load that said so before.
  public let oldLoad: Int?
  /// The load that says so after.
  public let newLoad: Int?
  /// When the warehouse learned it, UTC.
  public let recordedAt: String

  init(_ row: borrowing Row) throws {
    job = try row.value("job")
    kind = try row.value("kind")
    change = try row.value("change")
    place = try row.value("place")
    placeNameVi = try row.value("place_name_vi")
    placeNameEn = try row.value("place_name_en")
    indicator = try row.value("indicator")
    indicatorNameVi = try row.value("indicator_name_vi")
    indicatorNameEn = try row.value("indicator_name_en")
    decimals = try row.value("decimals")
    unit = try row.value("unit")
    level = try row.value("level")
    freq = try row.value("freq")
    period = try row.value("period")
    geography = try row.value("geography")
    source = try row.value("source")
    plan = try row.value("plan")
    subject = try row.value("subject")
    oldValue = try row.value("old_value")
    newValue = try row.value("new_value")
    oldRank = try row.value("old_rank")
    newRank = try row.value("new_rank")
    oldGroup = try row.value("old_grp")
    newGroup = try row.value("new_grp")
    oldFlags = try row.value("old_flags")
    newFlags = try row.value("new_flags")
    oldLoad = try row.value("old_load")
    newLoad = try row.value("new_load")
    recordedAt = try row.value("recorded_at")
  }
}

/// How many figures or targets of a job are new, revised or withdrawn.
public struct ChangeCount: Sendable, Hashable {
  /// Name of the job.
  public let job: String
  /// figure or target.
  public let kind: String
  /// new, revised or withdrawn.
  public let change: String
  /// How many.
  public let count: Int
}

extension Session {
  /// Asks what the warehouse learned between two days.
  ///
  /// - Parameters:
  ///   - from: the end of that day in Việt Nam.
  ///   - to: the end of that day; nil for now.
  ///   - selection: places and indicators.
  ///   - jobs: names of jobs; nil for all.
  /// - Returns: one row per figure or target, by job.
  /// - Throws: `PostgresError`.
  public mutating func changes(
    from: CalendarDate, to: CalendarDate?, _ selection: Selection, jobs: [String]?
  ) throws -> [ChangeRow] {
    try connection.query(
      Statement(.listChanges), changeParameters(from, to, selection, jobs)
    ).map { row in try ChangeRow(row) }
  }

  /// Counts what the warehouse learned between two days.
  ///
  /// - Parameters:
  ///   - from: the end of that day in Việt Nam.
  ///   - to: the end of that day; nil for now.
  ///   - selection: places and indicators.
  ///   - jobs: names of jobs; nil for all.
  /// - Returns: one row per job, kind and change.
  /// - Throws: `PostgresError`.
  public mutating func changeCounts(
    from: CalendarDate, to: CalendarDate?, _ selection: Selection, jobs: [String]?
  ) throws -> [ChangeCount] {
    try connection.query(
      Statement(.countChanges), changeParameters(from, to, selection, jobs)
    ).map { row in
      ChangeCount(
        job: try row.value("job"), kind: try row.value("kind"), change: try row.value("change"),
        count: try row.value("count"))
    }
  }

  private func changeParameters(
    _ from: CalendarDate, _ to: CalendarDate?, _ selection: Selection, _ jobs: [String]?
  ) -> [Parameter] {
    [
      .date(from.description), .optionalDate(to?.description), selection.placesParameter,
      selection.indicatorsParameter, .list(jobs),
    ]
  }
}
