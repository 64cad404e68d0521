// The log of loads as people read it: loads, rejects, jobs.

public import IndicatorModel
import LibPQ
import WarehouseSQL

/// What a load did with one of its files.
public struct LoadRow: Sendable, Hashable {
  /// Number of the load.
  public let load: Int
  /// Name of the job.
  public let job: String
  /// Path as declared.
  public let file: String
  /// When the run began, time of Việt Nam.
  public let startedAt: String
  /// running, done, refused or failed.
  public let loadStatus: String
  /// committed, skipped, refused, withdrawn or failed.
  public let status: String
  /// Rows or cells read.
  public let read: Int
  /// New facts.
  public let loaded: Int
  /// Facts that replaced an earlier one.
  public let revised: Int
  /// Facts that were known already.
  public let unchanged: Int
  /// Facts that the file no longer holds.
  public let withdrawn: Int
  /// Rows or cells refused.
  public let rejected: Int
  /// Seconds that the file took; nil where it was not read.
  public let seconds: Double?
  /// When the run ended, time of Việt Nam; nil while it runs or after it died.
  public let finishedAt: String?
  /// Seconds that the whole run took.
  public let loadSeconds: Double?

  init(_ row: borrowing Row) throws {
    load = try row.value("load_id")
    job = try row.value("job")
    file = try row.value("file")
    startedAt = try row.value("started_at")
    loadStatus = try row.value("load_status")
    status = try row.value("status")
    read = try row.value("rows_read")
    loaded = try row.value("rows_loaded")
    revised = try row.value("rows_revised")
    unchanged = try row.value("rows_unchanged")
    withdrawn = try row.value("rows_withdrawn")
    rejected = try row.value("rows_rejected")
    seconds = try row.value("seconds")
    finishedAt = try row.value("finished_at")
    loadSeconds = try row.value("load_seconds")
  }
}

/// What a load refused.
public struct RejectRow: Sendable, Hashable {
  /// Number of the load.
  public let load: Int
  /// Name of the job.
  public let job: String
  /// Path as declared.
  public let file: String
  /// Line of the file, from 1.
  public let line: Int?
  /// Column of the file.
  public let field: String?
  /// Key of the message.
  public let reason: String
  /// What the message names, in its order.
  public let arguments: [String]
  /// How many rows of the file the load refused in all; the first thousand of each reason are kept.
  public let rejectedOfFile: Int

  init(_ row: borrowing Row) throws {
    load = try row.value("load_id")
    job = try row.value("job")
    file = try row.value("file")
    line = try row.value("line")
    field = try row.value("field")
    reason = try row.value("reason")
    arguments = try row.value("arguments")
    rejectedOfFile = try row.value("rows_rejected")
  }
}

/// The last run of a job.
public struct JobRun: Sendable, Hashable {
  /// Name of the job.
  public let job: String
  /// Number of its last load.
  public let load: Int
  /// When that began, time of Việt Nam.
  public let startedAt: String
  /// running, done, refused or failed.
  public let status: String
  /// The latest run of its schedule that a load has covered; nil before the first whole load.
  public let coveredTo: Moment?

  init(_ row: borrowing Row) throws {
    job = try row.value("job")
    load = try row.value("load_id")
    startedAt = try row.value("started_at")
    status = try row.value("status")
    coveredTo = try row.value("covered_to", as: String?.self).flatMap(Moment.init(iso:))
  }
}

/// The newest edition that the figures of a job belong to.
public struct JobEdition: Sendable, Hashable {
  /// Name of the job.
  public let job: String
  /// par, sipas, papi, pci or dti.
  public let index: String
  /// Stable code of the edition.
  public let edition: String
  /// The year that it is about.
  public let year: Int

  init(_ row: borrowing Row) throws {
    job = try row.value("job")
    index = try row.value("index")
    edition = try row.value("edition")
    year = try row.value("year")
  }
}

extension Session {
  /// Lists loads, the last first.
  ///
  /// - Parameters:
  ///   - jobs: names of jobs; nil for all.
  ///   - limit: how many loads at most.
  /// - Returns: one row per load and file.
  /// - Throws: `PostgresError`.
  public mutating func listLoads(jobs: [String]?, limit: Int) throws -> [LoadRow] {
    try connection.query(
      Statement(.listLoads),
      [.list(jobs), .int(limit)]
    ).map { row in try LoadRow(row) }
  }

  /// Lists what a load refused.
  ///
  /// - Parameter load: number of the load; nil for the last one that refused something.
  /// - Returns: one row per reject, in the order of the files.
  /// - Throws: `PostgresError`.
  public mutating func listRejects(load: Int?) throws -> [RejectRow] {
    try connection.query(Statement(.listRejects), [.optionalInt(load)])
      .map { row in try RejectRow(row) }
  }

  /// Lists the last run of every job.
  ///
  /// - Returns: one row per job that has run.
  /// - Throws: `PostgresError`.
  public mutating func listJobRuns() throws -> [JobRun] {
    try connection.query(Statement(.listJobs)).map { row in try JobRun(row) }
  }

  /// Lists the newest edition of every job and index, the newest of a job first.
  ///
  /// - Returns: one row per job and index.
  /// - Throws: `PostgresError`.
  public mutating func listJobEditions() throws -> [JobEdition] {
    try connection.query(Statement(.listJobEditions)).map { row in try JobEdition(row) }
  }
}
