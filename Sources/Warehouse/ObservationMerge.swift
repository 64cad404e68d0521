// Observations of one file on their way in: copied into a staging table as they are read, checked there
// by the server, merged in one statement.

import IndicatorModel
import LibPQ
import WarehouseSQL

/// A staging table of one file: what the file says, and what its slot holds and the file did not
/// confirm.
public struct StagingTable: Sendable, Hashable {
  /// Name without the schema.
  public let name: String
  /// Number of the load.
  public let load: Int32
  /// Number of the slot.
  public let slot: Int32

  /// Names the staging table of a load and slot.
  ///
  /// - Parameters:
  ///   - load: number of the load.
  ///   - slot: number of the slot.
  public init(load: Int32, slot: Int32) {
    name = "observation_\(load)_\(slot)"
    self.load = load
    self.slot = slot
  }
}

extension Session {
  /// Creates a staging table.
  ///
  /// - Parameters:
  ///   - table: the staging table.
  ///   - columns: what will be staged.
  ///   - year: first day of the year whose partition it may become, ISO, in the transaction of the
  ///     load; nil for a table that is merged.
  /// - Returns: the moment, in microseconds since 2000-01-01 UTC: `recorded_from` of its rows if it
  ///   becomes a partition.
  /// - Throws: `PostgresError`.
  @discardableResult
  public mutating func openStaging(
    _ table: StagingTable, for columns: StagedColumns = .whole, ofYear year: String? = nil
  ) throws -> Int64 {
    try connection.query(
      Statement(.openStaging),
      [
        .text(table.name), year.map { .date($0) } ?? .null, .bool(columns.areValues),
        columns.period.map { .date($0.description) } ?? .null,
      ]
    ).value(0, "opened")
  }

  /// Fills a staging table; what `body` throws leaves it empty.
  ///
  /// - Parameters:
  ///   - table: the staging table.
  ///   - columns: what the observations say.
  ///   - body: gives observations to the closure it gets, one by one.
  /// - Throws: what `body` throws; `PostgresError`.
  public mutating func stage(
    into table: StagingTable, columns: StagedColumns,
    _ body: (_ write: (StagedObservation) throws -> Void) throws -> Void
  ) throws {
    try copy(into: table, columns) { writer in
      var row = BinaryRow()
      try body { observation in
        try row.fill(observation, columns)
        try writer.write(row)
      }
    }
  }

  mutating func copy(
    into table: StagingTable, _ columns: StagedColumns,
    _ body: (inout CopyWriter) throws -> Void
  ) throws {
    // The name was checked by the server; a table cannot be a parameter.
    let copy = Statement(
      name: "copy observations",
      text: "copy staging.\(table.name) (\(columns.names)) from stdin (format binary)")
    try connection.copyIn(copy, body)
  }

  /// Tells the planner what a staging table holds.
  ///
  /// - Parameter table: the staging table.
  /// - Throws: `PostgresError`.
  public mutating func analyzeStaging(_ table: StagingTable) throws {
    _ = try connection.query(Statement(.analyzeStaging), [.text(table.name)])
  }

  /// Drops a staging table.
  ///
  /// - Parameter table: the staging table.
  /// - Throws: `PostgresError`.
  public mutating func dropStaging(_ table: StagingTable) throws {
    _ = try connection.query(Statement(.closeStaging), [.text(table.name)])
  }

  /// Makes a staging table the partition of its year; the caller's transaction, in which the table
  /// was opened for that year.
  ///
  /// - Parameters:
  ///   - table: the staging table.
  ///   - opened: what `openStaging` returned.
  ///   - year: first day of the year, ISO.
  ///   - rows: how many rows were staged.
  /// - Returns: a committed outcome; nil where the table has to be merged, under the lock that the
  ///   transaction then holds.
  /// - Throws: `PostgresError`.
  public mutating func adoptStaging(
    _ table: StagingTable, opened: Int64, year: String, rows: Int
  ) throws -> SlotOutcome? {
    let adopted = try connection.query(
      Statement(.adoptStaging), [.text(table.name), .int(Int(opened)), .date(year)])
    guard let moment = try adopted.value(0, "recorded_at", as: String?.self) else { return nil }
    var outcome = SlotOutcome(.committed)
    outcome.recordedAt = moment
    outcome.read = rows
    outcome.loaded = rows
    return outcome
  }

  /// Makes sure that the years of periods have partitions, and that the rows of a slot are found in all.
  ///
  /// - Parameters:
  ///   - periods: first days, ISO; none where only the rows are to be found.
  ///   - slot: number of the slot.
  /// - Throws: `PostgresError`.
  public mutating func ensurePartitions(_ periods: [String], for slot: Int32) throws {
    _ = try connection.query(Statement(.ensurePartitions), [.dateArray(periods), .int32(slot)])
  }

  /// Lines of a staging table that say again what an earlier line said, at most 1,001.
  ///
  /// - Parameter table: the staging table.
  /// - Returns: pairs of the line and the first line.
  /// - Throws: `PostgresError`.
  public mutating func duplicates(
    in table: StagingTable
  ) throws -> [(line: Int, firstLine: Int)] {
    try connection.query(Statement(.stagedDuplicates), [.text(table.name)]).map { row in
      (try row.value("line"), try row.value("first_line"))
    }
  }

  /// Lines of a staging table that another file already says, at most 1,001.
  ///
  /// - Parameters:
  ///   - table: the staging table.
  ///   - slot: number of its slot.
  /// - Returns: the line, and the job and file that say it.
  /// - Throws: `PostgresError`.
  public mutating func conflicts(
    in table: StagingTable, slot: Int32
  ) throws -> [(line: Int, job: String, file: String)] {
    try connection.query(Statement(.stagedConflicts), [.text(table.name), .int32(slot)])
      .map { row in (try row.value("line"), try row.value("job"), try row.value("file")) }
  }

  /// Stages what the slot holds beside what its file says, to be compared by the merge.
  ///
  /// - Parameter table: the staging table.
  /// - Throws: `PostgresError`.
  public mutating func stageHeld(into table: StagingTable) throws {
    _ = try connection.query(Statement(.stageHeld), [.text(table.name), .int32(table.slot)])
  }

  /// Lets the slot keep what its file does not say; after `stageHeld`.
  ///
  /// - Parameter table: the staging table.
  /// - Throws: `PostgresError`.
  public mutating func keepUnsaid(in table: StagingTable) throws {
    _ = try connection.query(Statement(.keepUnsaid), [.text(table.name)])
  }

  /// Leaves of the staged rows that say the same figure the one that was staged first.
  ///
  /// - Parameter table: the staging table.
  /// - Returns: how many rows are left.
  /// - Throws: `PostgresError`.
  public mutating func keepFirst(in table: StagingTable) throws -> Int {
    try connection.query(Statement(.keepFirst), [.text(table.name)]).value(0, "remaining")
  }

  /// Merges a staging table into its slot; the caller's transaction.
  ///
  /// The table has to hold what the slot holds and the file did not confirm, see `stageHeld`.
  ///
  /// - Parameters:
  ///   - table: the staging table.
  ///   - rows: how many rows the file has.
  /// - Returns: a committed outcome with its counts.
  /// - Throws: `PostgresError`.
  public mutating func mergeObservations(
    from table: StagingTable, rows: Int
  ) throws -> SlotOutcome {
    let merged = try connection.query(
      Statement(.mergeObservations), [.text(table.name), .int32(table.load), .int32(table.slot)])
    var outcome = SlotOutcome(.committed)
    outcome.recordedAt = try merged.value(0, "recorded_at")
    outcome.loaded = try merged.value(0, "loaded")
    outcome.revised = try merged.value(0, "revised")
    outcome.withdrawn = try merged.value(0, "withdrawn")
    outcome.read = rows
    outcome.unchanged = rows - outcome.loaded - outcome.revised
    return outcome
  }
}
