// Observations of one file on their way in: copied into a staging table as they are read, checked there
// by the server, merged in one statement.

import LibPQ
import WarehouseSQL

/// One observation with its numbers.
public struct StagedObservation: Sendable {
  /// Number of the province.
  public var provinceID: Int32
  /// Number of the place.
  public var placeID: Int32
  /// Number of the series.
  public var seriesID: Int32
  /// First day of the period, as days since 2000-01-01.
  public var period: Int32
  /// The figure, in the indicator's unit.
  public var value: Double?
  /// Published rank.
  public var rank: Int32?
  /// Number of places ranked, where printed.
  public var rankOf: Int32?
  /// Line of the file, from 1.
  public var line: Int32
  /// SDMX OBS_STATUS letters.
  public var flags: String
  /// Published group.
  public var group: String?
  /// What the compiler noted.
  public var note: String?

  /// Makes an observation without figures.
  public init(provinceID: Int32, placeID: Int32, seriesID: Int32, period: Int32, line: Int32) {
    self.provinceID = provinceID
    self.placeID = placeID
    self.seriesID = seriesID
    self.period = period
    self.line = line
    flags = "A"
  }
}

extension BinaryRow {
  mutating func append(_ observation: StagedObservation) throws(PostgresError) {
    removeAll()
    if let value = observation.value { appendDouble(value) } else { appendNull() }
    appendInt32(observation.provinceID)
    appendInt32(observation.placeID)
    appendInt32(observation.seriesID)
    appendDate(daysSince2000: observation.period)
    if let rank = observation.rank { appendInt32(rank) } else { appendNull() }
    if let rankOf = observation.rankOf { appendInt32(rankOf) } else { appendNull() }
    appendInt32(observation.line)
    try appendText(observation.flags)
    if let group = observation.group { try appendText(group) } else { appendNull() }
    if let note = observation.note { try appendText(note) } else { appendNull() }
  }
}

/// A staging table of one file.
public struct StagingTable: Sendable, Hashable {
  /// Name without the schema.
  public let name: String

  /// Names the staging table of a load and slot.
  ///
  /// - Parameters:
  ///   - load: number of the load.
  ///   - slot: number of the slot.
  public init(load: Int32, slot: Int32) {
    name = "observation_\(load)_\(slot)"
  }
}

extension Session {
  /// Creates a staging table and fills it; what `body` throws leaves it empty.
  ///
  /// - Parameters:
  ///   - table: the staging table.
  ///   - body: gives observations to the closure it gets, one by one.
  /// - Returns: how many were staged.
  /// - Throws: what `body` throws; `PostgresError`.
  public mutating func stage(
    into table: StagingTable,
    _ body: (_ write: (StagedObservation) throws -> Void) throws -> Void
  ) throws -> Int {
    _ = try connection.query(Statement(.openStaging), [.text(table.name)])
    // The name was checked by the server; a table cannot be a parameter.
    let copy = Statement(
      name: "copy observations",
      text: """
        copy staging.\(table.name) (
            value, province_id, place_id, series_id, period, rank, rank_of, line, flags, grp, note)
        from stdin (format binary)
        """)
    return try connection.copyIn(copy) { (writer: inout CopyWriter) in
      var row = BinaryRow()
      try body { observation in
        try row.append(observation)
        try writer.write(row)
      }
    }
  }

  /// Drops a staging table.
  ///
  /// - Parameter table: the staging table.
  /// - Throws: `PostgresError`.
  public mutating func dropStaging(_ table: StagingTable) throws {
    _ = try connection.query(Statement(.closeStaging), [.text(table.name)])
  }

  /// Makes sure that the years of periods have partitions.
  ///
  /// - Parameter periods: first days, ISO.
  /// - Throws: `PostgresError`.
  public mutating func ensurePartitions(_ periods: [String]) throws {
    _ = try connection.query(Statement(.ensurePartitions), [.dateArray(periods)])
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

  /// Merges a staging table into its slot; the caller's transaction.
  ///
  /// - Parameters:
  ///   - table: the staging table.
  ///   - load: number of the load.
  ///   - slot: number of the slot.
  /// - Returns: a committed outcome with its counts.
  /// - Throws: `PostgresError`.
  public mutating func mergeObservations(
    from table: StagingTable, load: Int32, slot: Int32
  ) throws -> SlotOutcome {
    try outcome(
      of: .mergeObservations, [.text(table.name), .int32(load), .int32(slot)])
  }

  /// Plans of a slot that a new table no longer names while targets still belong to them.
  ///
  /// - Parameters:
  ///   - json: array of rows of the new table.
  ///   - slot: number of the slot.
  /// - Returns: names of the plans.
  /// - Throws: `PostgresError`.
  public mutating func plansInUse(json: String, slot: Int32) throws -> [String] {
    try connection.query(Statement(.plansInUse), [.int32(slot), .json(json)])
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

  /// Runs a body in one transaction on this session.
  ///
  /// - Parameter body: what is done or undone as a whole.
  /// - Returns: what the body returns.
  /// - Throws: what the body throws, after the rollback.
  public mutating func transaction<T>(_ body: (inout Session) throws -> T) throws -> T {
    try connection.run(Statement(name: "begin", text: "begin"))
    do {
      let value = try body(&self)
      try connection.run(Statement(name: "commit", text: "commit"))
      return value
    } catch {
      if connection.isUsable {
        try? connection.run(Statement(name: "rollback", text: "rollback"))
      }
      throw error
    }
  }
}
