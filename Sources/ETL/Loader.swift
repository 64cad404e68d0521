// Loads jobs: which files have changed, which are read, what becomes of each. The unit is the file: one
// transaction that holds as a whole or not at all.

public import IndicatorModel
import LibPQ
public import Warehouse

/// What a load says while it runs.
public enum LoadEvent: Sendable, Hashable {
  /// A job begins; payload: its name and number of files.
  case began(job: String, files: Int)
  /// Another load of the job runs, and is waited for.
  case waiting(job: String)
  /// The load of a job has its number.
  case started(job: String, load: Int32)
  /// A file is done.
  case finished(job: String, file: String, outcome: SlotOutcome)
  /// A long file is being read or merged; told at most a few times a second.
  case progressed(LoadProgress)
  /// The load of a job has ended; payload: done, refused or failed.
  case ended(job: String, status: String)
  /// A file was refused; payload: what is wrong, at most 1,000 of each reason, and how many in all.
  case refused(file: String, diagnostics: [Diagnostic], count: Int)
  /// Something of a file should be looked at, which does not keep it from being loaded.
  case warned(file: String, diagnostics: [Diagnostic])
}

/// How a load is run.
public struct LoadOptions: Sendable, Hashable {
  /// Names of jobs; nil for all.
  public var jobs: [String]?
  /// Whether files are read that have not changed.
  public var isForced = false
  /// Whether everything is read and nothing is written.
  public var isDryRun = false
  /// What time it is, for the schedules of jobs; nil where no run of a schedule is covered.
  public var now: Moment?
  /// Whether only jobs are loaded that are due.
  public var isOnlyDue = false
  /// Whether another load of the same job is waited for; else it is an error.
  public var waits = true
  /// Whether SIGINT and SIGTERM stop the load; only one connection of a process can be watched.
  public var stopsOnInterrupt = false

  /// Makes options for a load of all jobs.
  public init() {}
}

/// Loads the jobs of a folder into a warehouse.
public struct Loader: ~Copyable {
  let conninfo: String
  let folder: JobFolder
  let kept: KeptFiles
  let options: LoadOptions
  let report: (LoadEvent) -> Void
  var session: Session
  var series: SeriesBook?
  var catalog: LoadCatalog?
  /// Who reads plans; nil for the reader with the catalog of the folder.
  public var planReader: (any DocumentReading)?
  /// Version of that reader, once it was asked for.
  var planReaderVersion: String?
  /// The document that was read ahead and is loaded now.
  var readDocument: ReadDocument?
  /// What checks found in the file that was loaded last.
  var findings = Findings()
  /// What was done so far; also after an error.
  public internal(set) var summary = LoadSummary()

  /// Connects as the loader.
  ///
  /// - Parameters:
  ///   - conninfo: the database.
  ///   - folder: the folder of the jobs.
  ///   - kept: where source files are kept.
  ///   - options: how to load.
  ///   - report: takes what happens, as it happens.
  /// - Throws: `PostgresError`, `WarehouseError`.
  public init(
    _ conninfo: String, folder: JobFolder, kept: KeptFiles, options: LoadOptions,
    report: @escaping (LoadEvent) -> Void
  ) throws {
    var session = try Session(conninfo, for: .loading)
    if options.stopsOnInterrupt { try session.connection.stopOnInterrupt() }
    self.session = session
    self.conninfo = conninfo
    self.folder = folder
    self.kept = kept
    self.options = options
    self.report = report
  }

  /// Loads the catalog and then the jobs.
  ///
  /// - Returns: what was done.
  /// - Throws: `UnknownJob`, `WarehouseError.busy`, `KeptFiles.Failure`, `PostgresError`; what was
  ///   committed before the error stays.
  public mutating func run() throws -> LoadSummary {
    let jobs = try declaredJobs()
    let wanted = try selected(jobs)
    summary.wanted = wanted.map(\.name)
    if options.isOnlyDue, wanted.isEmpty { return summary }
    if options.isDryRun {
      try dryRun(wanted)
      return summary
    }
    kept.removeLeftovers()
    guard try loadCatalog() else { return summary }
    for job in wanted { try load(job) }
    if summary.catalogChanged || summary.changesStatistics {
      try session.refreshStatistics(ofCatalog: summary.catalogChanged)
    }
    return summary
  }

  /// The jobs of the folder; what is wrong with others is told.
  ///
  /// - Throws: `UnknownJob` when one was asked for that is not declared.
  mutating func declaredJobs() throws -> [Job] {
    let (jobs, diagnostics) = folder.jobs()
    for (file, ofFile) in Dictionary(grouping: diagnostics, by: \.file).sorted(by: {
      $0.key < $1.key
    }) {
      summary.wasRefused = true
      report(.refused(file: file, diagnostics: ofFile, count: ofFile.count))
    }
    if let wanted = options.jobs {
      let broken = diagnostics.compactMap { $0.file.split(separator: "/").last }
        .map { String($0).dropSuffix(".yml").dropSuffix(".corrections.csv") }
      for name in wanted where !jobs.contains(where: { $0.name == name }) && !broken.contains(name)
      {
        throw UnknownJob(name: name, known: jobs.map(\.name))
      }
    }
    return jobs
  }

  /// Reads everything that a load would read, in a transaction that is undone.
  private mutating func dryRun(_ jobs: [Job]) throws {
    let read = CatalogReader.read(folder)
    guard read.diagnostics.isEmpty else {
      reportRefused(read.diagnostics)
      return
    }
    try session.connection.run(Statement(name: "begin", text: "begin"))
    _ = try session.mergeCatalog(read.tables)
    for job in jobs {
      report(.began(job: job.name, files: job.files.count))
      for file in job.files {
        var outcome = SlotOutcome(.skipped)
        let log = try readOnly(file, of: job, &outcome)
        finish(file.path, of: job.name, outcome: outcome, log: log)
      }
    }
    try session.connection.run(Statement(name: "rollback", text: "rollback"))
  }

  private mutating func readOnly(
    _ file: Job.File, of job: Job, _ outcome: inout SlotOutcome
  ) throws -> DiagnosticLog {
    let path: String
    do {
      path = try folder.fullPath(of: file)
    } catch {
      var log = DiagnosticLog()
      log.append(Diagnostic(error, file: file.path))
      return log
    }
    let catalog = try session.loadCatalog()
    switch job.kind {
    case .plans:
      let read = PlanTable.read(path: path, file: file.path, catalog: catalog)
      outcome.read = read.rows
      if read.log.isEmpty { _ = try session.mergePlans(json: read.json, load: 0, slot: 0) }
      return read.log
    case .documents:
      self.catalog = catalog
      defer { self.catalog = nil }
      var log = DiagnosticLog()
      do {
        outcome.read = try readDocument(path: path, file: file, of: job.name, &log).read
      } catch let diagnostic as Diagnostic {
        log.append(diagnostic)
      }
      return log
    case .targets:
      let read = TargetTable.read(path: path, file: file, catalog: catalog)
      outcome.read = read.rows
      return read.log
    case .figures, .reported:
      var reader = FigureReader(path: path, file: file, catalog: catalog)
      let clock = ProgressClock(file: file.path, report)
      reader.watch = clock.read
      try reader.read { _, _ in }
      outcome.read = reader.rows
      return reader.log
    }
  }

  /// Tells what became of a file.
  mutating func finish(
    _ file: String, of job: String, outcome: SlotOutcome, log: DiagnosticLog
  ) {
    var outcome = outcome
    if !log.warnings.isEmpty {
      report(.warned(file: file, diagnostics: log.warnings.sorted()))
    }
    if !log.isEmpty {
      outcome.status = .refused
      outcome.rejected = max(outcome.rejected, log.count)
      summary.wasRefused = true
      report(.refused(file: file, diagnostics: log.entries.sorted(), count: log.count))
    }
    summary.add(outcome, of: file, in: job)
    report(.finished(job: job, file: file, outcome: outcome))
  }

  mutating func reportRefused(_ diagnostics: [Diagnostic]) {
    summary.wasRefused = true
    for (file, ofFile) in Dictionary(grouping: diagnostics, by: \.file).sorted(by: {
      $0.key < $1.key
    }) {
      report(.refused(file: file, diagnostics: ofFile, count: ofFile.count))
    }
  }
}

/// A job was asked for that the folder does not declare.
public struct UnknownJob: Error, Sendable, Hashable {
  /// The name asked for.
  public let name: String
  /// Names that are declared.
  public let known: [String]
}

/// A file was asked for that a job has not loaded.
public struct UnknownFile: Error, Sendable, Hashable {
  /// The file asked for.
  public let file: String
  /// Name of the job.
  public let job: String
  /// Files that it has loaded.
  public let known: [String]
}
