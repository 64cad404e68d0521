// Plans and targets on their way in: checked and merged from one JSON parameter, since a file of them is
// small.

import LibPQ
import WarehouseSQL

extension Session {
  /// Plans of a slot that a new table no longer names while targets still belong to them.
  ///
  /// - Parameters:
  ///   - json: array of rows of the new table.
  ///   - slot: number of the slot.
  /// - Returns: names of the plans.
  /// - Throws: `PostgresError`.
  public mutating func plansInUse(json: String, slot: Int32) throws -> [String] {
    try connection.queryPrepared(Statement(.plansInUse), [.int32(slot), .json(json)])
      .map { row in try row.value("plan") }
  }

  /// Targets of a table that another file already says.
  ///
  /// - Parameters:
  ///   - json: array of rows of the table.
  ///   - slot: number of its slot.
  /// - Returns: the line, and the job and file that say it.
  /// - Throws: `PostgresError`.
  public mutating func targetsElsewhere(
    json: String, slot: Int32
  ) throws -> [(line: Int, job: String, file: String)] {
    try connection.query(Statement(.targetsElsewhere), [.int32(slot), .json(json)])
      .map { row in (try row.value("line"), try row.value("job"), try row.value("file")) }
  }

  /// Merges heads of plans into a slot; the caller's transaction.
  ///
  /// - Parameters:
  ///   - json: array of rows.
  ///   - load: number of the load.
  ///   - slot: number of the slot.
  /// - Returns: a committed outcome with its counts.
  /// - Throws: `PostgresError`.
  public mutating func mergePlans(
    json: String, load: Int32, slot: Int32
  ) throws -> SlotOutcome {
    try outcome(of: .mergePlans, [.json(json), .int32(load), .int32(slot)])
  }

  /// Merges carried targets into a slot; the caller's transaction.
  ///
  /// - Parameters:
  ///   - json: array of rows.
  ///   - load: number of the load.
  ///   - slot: number of the slot.
  /// - Returns: a committed outcome with its counts.
  /// - Throws: `PostgresError`.
  public mutating func mergeTargets(
    json: String, load: Int32, slot: Int32
  ) throws -> SlotOutcome {
    try outcome(of: .mergeTargets, [.json(json), .int32(load), .int32(slot)])
  }

  private mutating func outcome(
    of file: SQLFile, _ parameters: [Parameter]
  ) throws -> SlotOutcome {
    let merged = try connection.query(Statement(file), parameters)
    var outcome = SlotOutcome(.committed)
    outcome.recordedAt = try merged.value(0, "recorded_at")
    outcome.loaded = try merged.value(0, "loaded")
    outcome.revised = try merged.value(0, "revised")
    outcome.unchanged = try merged.value(0, "unchanged")
    outcome.withdrawn = try merged.value(0, "withdrawn")
    return outcome
  }
}
