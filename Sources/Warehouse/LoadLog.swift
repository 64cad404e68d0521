// The log that a load writes: its run, what it did with each slot, what it refused. Runs and refusals
// are written outside the transactions of the facts, so that they stay when those are rolled back; what
// became facts is written inside, so that neither is without the other.

public import IndicatorModel
import LibPQ
import WarehouseSQL

/// A slot of a job, with what its last committed load read.
public struct SlotState: Sendable, Hashable {
  /// Number of the slot.
  public let slot: Int32
  /// Path as declared.
  public let file: String
  /// SHA-256 of the bytes, hex; nil before the first load and where the job no longer declared them.
  public let sha256: String?
  /// Bytes.
  public let size: Int?
  /// SHA-256 of the declaration, hex.
  public let declarationSHA256: String?
  /// Version of the reader.
  public let readerVersion: String?
  /// committed, withdrawn or nil.
  public let status: String?

  /// Whether somebody has taken back what the file said: then its bytes are known.
  public var isTakenBack: Bool { status == "withdrawn" && sha256 != nil }
}

/// What a load did with one slot.
public struct SlotOutcome: Sendable, Hashable {
  /// committed, skipped, refused, withdrawn or failed.
  public enum Status: String, Sendable, Hashable {
    /// Its facts hold.
    case committed
    /// Nothing had changed.
    case skipped
    /// The data was refused; what held before holds.
    case refused
    /// The job no longer declares the file; its facts are withdrawn.
    case withdrawn
    /// The server or the system failed; what held before holds.
    case failed
  }

  /// What became of the file.
  public var status: Status
  /// Moment from which its facts are known, as the server writes it.
  public var recordedAt: String?
  /// Rows or cells read.
  public var read = 0
  /// New facts.
  public var loaded = 0
  /// Facts that replaced an earlier one.
  public var revised = 0
  /// Facts that were known already.
  public var unchanged = 0
  /// Facts that the file no longer holds.
  public var withdrawn = 0
  /// Rows or cells refused.
  public var rejected = 0
  /// Warnings of checks about it.
  public var warnings = 0
  /// Seconds from the first look at it until it is written; nil where it was skipped.
  public var seconds: Double?
  /// Whether somebody has taken it back: it is skipped until its bytes change.
  public var staysWithdrawn = false

  /// Makes an outcome with all counts zero.
  ///
  /// - Parameter status: what became of the file.
  public init(_ status: Status) {
    self.status = status
  }
}

extension Session {
  /// Begins a load of a job.
  ///
  /// - Parameters:
  ///   - job: name of the job.
  ///   - run: the latest run of its schedule, which the load covers; nil where it has none.
  /// - Returns: number of the load.
  /// - Throws: `WarehouseError.busy` when another load of the job runs; `PostgresError`.
  public mutating func startLoad(of job: String, covering run: Moment? = nil) throws -> Int32 {
    let started = try connection.query(
      Statement(.startLoad),
      [.text(job), .text(ToolVersion.current), .optionalTimestamp(run?.description)])
    guard started.rowCount == 1 else { throw WarehouseError.busy(job: job) }
    return try started.value(0, 0)
  }

  /// Waits until no other load of a job runs; another may begin at once.
  ///
  /// - Parameter job: name of the job.
  /// - Throws: `PostgresError`, of kind `cancelled` when it was told to stop.
  public mutating func waitForLoad(of job: String) throws {
    _ = try connection.query(Statement(.waitForLoad), [.text(job)])
  }

  /// Drops what loads that died left in staging and marks them failed.
  ///
  /// - Returns: how many tables were dropped.
  /// - Throws: `PostgresError`.
  @discardableResult
  public mutating func sweepStaging() throws -> Int {
    try connection.query(Statement(.sweepStaging)).value(0, 0)
  }

  /// Brings the planner's statistics up to what loads have changed.
  ///
  /// - Parameter ofCatalog: whether the catalog is among it.
  /// - Throws: `PostgresError`.
  public mutating func refreshStatistics(ofCatalog: Bool) throws {
    _ = try connection.query(Statement(.refreshStatistics), [.bool(ofCatalog)])
  }

  /// Ends a load.
  ///
  /// - Parameters:
  ///   - load: number of the load.
  ///   - status: done, refused or failed.
  /// - Throws: `PostgresError`.
  public mutating func finishLoad(_ load: Int32, status: String) throws {
    _ = try connection.query(Statement(.finishLoad), [.int32(load), .text(status)])
  }

  /// Tells what the slots of a job hold, and makes slots for new files.
  ///
  /// - Parameters:
  ///   - job: name of the job.
  ///   - files: declared paths.
  /// - Returns: all slots of the job, declared or not.
  /// - Throws: `PostgresError`.
  public mutating func slots(of job: String, files: [String]) throws -> [SlotState] {
    var slots = try listSlots(of: job)
    if !Set(files).isSubset(of: slots.map(\.file)) {
      _ = try connection.query(Statement(.addSlots), [.text(job), .textArray(files)])
      slots = try listSlots(of: job)
    }
    return slots
  }

  private mutating func listSlots(of job: String) throws -> [SlotState] {
    try connection.query(Statement(.listSlots), [.text(job)]).map { row in
      SlotState(
        slot: try row.value("slot_id"), file: try row.value("file"),
        sha256: try row.value("sha256"), size: try row.value("size"),
        declarationSHA256: try row.value("declaration_sha256"),
        readerVersion: try row.value("reader_version"), status: try row.value("status"))
    }
  }

  /// Gives a slot the path under which its file is declared now.
  ///
  /// - Parameters:
  ///   - slot: number of the slot.
  ///   - file: the path.
  /// - Throws: `PostgresError`.
  public mutating func rename(slot: Int32, to file: String) throws {
    _ = try connection.query(Statement(.renameSlot), [.int32(slot), .text(file)])
  }

  /// What a slot holds now.
  ///
  /// - Parameter slot: number of the slot.
  /// - Returns: whether it holds figures, targets, heads of plans, and the text of a plan.
  /// - Throws: `PostgresError`.
  public mutating func contents(
    of slot: Int32
  ) throws -> (figures: Bool, targets: Bool, plans: Bool, document: Bool) {
    let held = try connection.query(Statement(.slotContents), [.int32(slot)])
    return (
      try held.value(0, "has_figures"), try held.value(0, "has_targets"),
      try held.value(0, "has_plans"), try held.value(0, "has_document")
    )
  }

  /// The files that a slot has taken in since it was last taken back.
  ///
  /// - Parameter slot: number of the slot.
  /// - Returns: hash of each in hex, the newest first.
  /// - Throws: `PostgresError`.
  public mutating func files(of slot: Int32) throws -> [String] {
    try connection.query(Statement(.listSlotFiles), [.int32(slot)])
      .map { row in try row.value("sha256") }
  }

  /// Names of the jobs that have loaded a file.
  ///
  /// - Returns: the names, sorted.
  /// - Throws: `PostgresError`.
  public mutating func loadedJobs() throws -> [String] {
    try connection.query(Statement(.listLoadedJobs)).map { row in try row.value("job") }
  }

  /// Writes that slots were skipped.
  ///
  /// - Parameters:
  ///   - slots: their numbers.
  ///   - load: number of the load.
  /// - Throws: `PostgresError`.
  public mutating func recordSkipped(_ slots: [Int32], load: Int32) throws {
    guard !slots.isEmpty else { return }
    _ = try connection.query(
      Statement(.recordSkipped), [.int32(load), .intArray(slots.map(Int.init))])
  }

  /// Writes what a load did with one slot.
  ///
  /// - Parameters:
  ///   - outcome: what it did.
  ///   - slot: number of the slot.
  ///   - load: number of the load.
  ///   - bytes: hash, size and name of the file; nil when it could not be read or is no more.
  ///   - declaration: SHA-256 of the declaration, hex.
  ///   - reader: version of the reader.
  /// - Throws: `PostgresError`.
  public mutating func record(
    _ outcome: SlotOutcome, slot: Int32, load: Int32,
    bytes: (sha256: String, size: Int, name: String)?, declaration: String, reader: String
  ) throws {
    _ = try connection.queryPrepared(
      Statement(.recordLoadFile),
      [
        .int32(load), .int32(slot), .optionalText(bytes?.sha256), .optionalInt(bytes?.size),
        .optionalText(bytes?.name), .text(declaration), .text(reader),
        .text(outcome.status.rawValue), .optionalTimestamp(outcome.recordedAt),
        .int(outcome.read), .int(outcome.loaded), .int(outcome.revised),
        .int(outcome.unchanged), .int(outcome.withdrawn), .int(outcome.rejected),
        .optionalDouble(outcome.seconds),
      ])
  }

  /// Writes what a load refused in one slot.
  ///
  /// - Parameters:
  ///   - json: array of `{line, field, reason, arguments}`.
  ///   - slot: number of the slot.
  ///   - load: number of the load.
  /// - Throws: `PostgresError`.
  public mutating func recordRejects(json: String, slot: Int32, load: Int32) throws {
    _ = try connection.query(
      Statement(.recordRejects), [.int32(load), .int32(slot), .json(json)])
  }
}
