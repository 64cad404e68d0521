// The commands about loading: load, jobs, loads, rejects.

import ArgumentParser
import ETL
import IndicatorModel
import RowRendering
import Warehouse

/// `chiso load`.
struct LoadCommand: ParsableCommand {
  static let configuration = CommandConfiguration.verb(
    .load, "chiso load --dry-run", "chiso load --due")

  @OptionGroup var connection: ConnectionOptions

  @Argument(help: Help.jobNames.argument, completion: .declaredJobs)
  var jobs: [String] = []

  @Option(help: Help.etl.argument)
  var etl: String?

  @Option(help: Help.files.argument)
  var files: String?

  @Flag(help: Help.due.argument)
  var due = false

  @Flag(help: Help.force.argument)
  var force = false

  @Flag(help: Help.dryRunLoad.argument)
  var dryRun = false

  @Flag(help: Help.noWait.argument)
  var noWait = false

  @Option(help: Help.retries.argument)
  var retries: Int?

  @Option(help: Help.log.argument)
  var log: LogForm = .plain

  /// How often a load that nobody watches is tried again.
  private static let unattendedRetries = 5

  func validate() throws {
    if let retries, !(0...100).contains(retries) {
      throw ValidationError(Complaint.badRetries(String(retries)))
    }
  }

  func run() throws {
    let folder = try Workspace.jobFolder(etl, files: files)
    let narrator = LoadNarrator(
      log, isQuiet: connection.quiet, isDry: dryRun, folder: folder)
    defer { narrator.finish() }
    do {
      try run(folder, narrator)
    } catch  where log == .json {
      guard let failure = Failure(error) else { throw error }
      narrator.say(
        nil, "failed",
        [
          ("message", .string(failure.sentence)),
          ("exit_code", .int(Int(failure.status.rawValue))),
        ], isUrgent: true)
      throw ExitCode(failure.status.rawValue)
    }
  }

  private func run(_ folder: JobFolder, _ narrator: LoadNarrator) throws {
    let now = try Clock.now()
    var options = LoadOptions()
    options.stopsOnInterrupt = true
    options.jobs = jobs.isEmpty ? nil : jobs
    options.isForced = force
    options.isDryRun = dryRun
    options.isOnlyDue = due
    options.waits = !noWait
    options.now = now
    var run = LoadRun(
      try connection.workspace(), folder: folder, options: options,
      policy: RetryPolicy(retries: retries ?? (due ? Self.unattendedRetries : 0)),
      narrator: narrator)
    let summary = try run.run()
    tell(summary, folder, at: now, narrator)
    if summary.wasRefused { throw ExitCode(ExitStatus.refused.rawValue) }
  }

  private func tell(
    _ summary: LoadSummary, _ folder: JobFolder, at now: Moment, _ narrator: LoadNarrator
  ) {
    let refused = summary.count(.refused)
    if due, summary.wanted == [] {
      let next = folder.jobs().jobs.filter { jobs.isEmpty || jobs.contains($0.name) }
        .compactMap { $0.schedule?.next(after: now) }.min()
      narrator.say(
        next.map { Notice.nothingDueUntil($0.text(in: .vietNam)) } ?? Notice.nothingScheduled(),
        "nothing_due", [("next_run", JSONValue(next?.description))])
    } else if dryRun {
      narrator.say(
        Notice.dryRunDone(String(summary.outcomes.count), String(refused)), "done",
        [("read", .int(summary.outcomes.count)), ("refused", .int(refused))])
    } else {
      let loaded = summary.count(.committed)
      let skipped = summary.count(.skipped)
      narrator.say(
        Notice.loadDone(String(loaded), String(skipped), String(refused)), "done",
        [("loaded", .int(loaded)), ("skipped", .int(skipped)), ("refused", .int(refused))])
      // A declaration that is refused belongs to no load.
      if refused > 0, log == .plain { connection.note(Notice.rejectsHint()) }
    }
  }

  /// A diagnostic as a compiler writes it: file, line, severity, what is wrong.
  static func describe(
    _ diagnostic: Diagnostic, path: String, as prefix: Complaint = .errorPrefix
  ) -> String {
    let line = (diagnostic.cell ?? diagnostic.line.map(String.init)).map { ":\($0)" } ?? ""
    let sentence = diagnostic.reason.told(diagnostic.arguments)
    return "\(path)\(line): \(prefix()): \(sentence)"
  }
}

/// `chiso jobs`.
struct JobsCommand: ParsableCommand {
  static let configuration = CommandConfiguration.verb(
    .jobs, "chiso jobs", "chiso jobs --format json")

  @OptionGroup var connection: ConnectionOptions

  @Option(help: Help.etl.argument)
  var etl: String?

  @OptionGroup var output: OutputOptions

  func run() throws {
    let folder = try Workspace.jobFolder(etl)
    let (jobs, diagnostics) = folder.jobs()
    let now = try Clock.now()
    var session = try connection.workspace().session(for: .asking)
    let runs = Dictionary(
      try session.listJobRuns().map { ($0.job, $0) }, uniquingKeysWith: { first, _ in first })
    let editions = Dictionary(grouping: try session.listJobEditions(), by: \.job)
    let rows = jobs.map { job in
      JobStanding(job, run: runs[job.name], editions: editions[job.name] ?? [], at: now)
    }
    let listing = Listing<JobStanding>.jobs
    try output.write(rows.map(listing.fields), columns: listing.columns, note: connection.note)
    for diagnostic in diagnostics {
      Console.note(LoadCommand.describe(diagnostic, path: folder.shown(diagnostic.file)))
    }
    if !diagnostics.isEmpty { throw ExitCode(ExitStatus.refused.rawValue) }
  }
}

/// `chiso loads`.
struct LoadsCommand: ParsableCommand {
  static let configuration = CommandConfiguration.verb(
    .loads, "chiso loads --limit 3", "chiso loads pci-components")

  @OptionGroup var connection: ConnectionOptions

  @Argument(help: Help.jobNames.argument, completion: .declaredJobs)
  var jobs: [String] = []

  @Option(help: Help.limit.argument)
  var limit = 20

  @OptionGroup var output: OutputOptions

  func run() throws {
    var session = try connection.workspace().session(for: .asking)
    let rows = try session.listLoads(jobs: jobs.isEmpty ? nil : jobs, limit: limit)
    let listing = Listing<LoadRow>.loads
    try output.write(
      rows.map(listing.fields), columns: listing.columns, blankRepeats: [0, 1],
      note: connection.note)
    if rows.isEmpty { connection.note(Notice.nothingLoaded()) }
  }
}

/// `chiso rejects`.
struct RejectsCommand: ParsableCommand {
  static let configuration = CommandConfiguration.verb(
    .rejects, "chiso rejects", "chiso rejects 12 --format csv")

  @OptionGroup var connection: ConnectionOptions

  @Argument(help: Help.loadNumber.argument)
  var load: Int?

  @OptionGroup var output: OutputOptions

  func run() throws {
    var session = try connection.workspace().session(for: .asking)
    let rows = try session.listRejects(load: load)
    let listing = Listing<RejectRow>.rejects
    try output.write(
      rows.map(listing.fields), columns: listing.columns, blankRepeats: [0, 1, 2],
      note: connection.note)
    guard let first = rows.first else {
      connection.note(Notice.nothingRefused())
      return
    }
    let refused = Dictionary(rows.map { ($0.file, $0.rejectedOfFile) }) { count, _ in count }
      .values.reduce(0, +)
    connection.note(
      Notice.rejectsKept(String(first.load), String(refused), String(rows.count)))
  }
}
