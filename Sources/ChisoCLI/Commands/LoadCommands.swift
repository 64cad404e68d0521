// The commands about loading: load, jobs, loads, rejects.

import ArgumentParser
import ETL
import RowRendering
import Warehouse

/// `chiso load`.
struct LoadCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "load", abstract: Help.load.text,
      discussion: Help.discussion("chiso load", "chiso load --dry-run"))
  }

  @OptionGroup var connection: ConnectionOptions

  @Argument(help: Help.jobNames.argument)
  var jobs: [String] = []

  @Option(help: Help.etl.argument)
  var etl: String?

  @Option(help: Help.files.argument)
  var files: String?

  @Flag(help: Help.force.argument)
  var force = false

  @Flag(help: Help.dryRunLoad.argument)
  var dryRun = false

  func run() throws {
    let folder = try Workspace.jobFolder(etl, files: files)
    let workspace = try connection.workspace()
    _ = try workspace.session(for: .loading)
    var options = LoadOptions()
    options.stopsOnInterrupt = true
    options.jobs = jobs.isEmpty ? nil : jobs
    options.isForced = force
    options.isDryRun = dryRun
    let connection = connection
    let isDry = dryRun
    var loader = try Loader(
      workspace.conninfo, folder: folder, kept: try workspace.keptFiles(), options: options
    ) { event in
      LoadCommand.tell(event, folder, isDry: isDry, note: connection.note)
    }
    let summary = try loader.run()
    if dryRun {
      connection.note(
        Notice.dryRunDone(String(summary.outcomes.count), String(summary.count(.refused))))
    } else {
      connection.note(
        Notice.loadDone(
          String(summary.count(.committed)), String(summary.count(.skipped)),
          String(summary.count(.refused))))
    }
    if summary.wasRefused {
      // A declaration that is refused belongs to no load.
      if !dryRun, summary.count(.refused) > 0 { connection.note(Notice.rejectsHint()) }
      throw ExitCode(ExitStatus.refused.rawValue)
    }
  }

  /// Name of the job and of the slot that the catalog is.
  private static let catalog = "catalog"

  /// How many problems of one file are shown; all are counted and kept.
  private static let shown = 20

  private static func tell(
    _ event: LoadEvent, _ folder: JobFolder, isDry: Bool, note: (String) -> Void
  ) {
    switch event {
    case .began(let job, let files):
      note(
        job == catalog
          ? Notice.loadingCatalog(String(files)) : Notice.loadingJob(job, String(files)))
    case .finished(_, let file, let outcome):
      tell(outcome, file: file, isDry: isDry, note: note)
    case .refused(let file, let diagnostics, let count):
      for diagnostic in diagnostics.prefix(shown) {
        Console.note(describe(diagnostic, path: folder.shown(diagnostic.file)))
      }
      if count > shown {
        Console.note(Notice.moreProblems(String(count - shown), file))
      }
    }
  }

  private static func tell(
    _ outcome: SlotOutcome, file: String, isDry: Bool, note: (String) -> Void
  ) {
    switch outcome.status {
    case .committed where file == catalog: note(Notice.loadedCatalog())
    case .committed:
      note(
        Notice.loadedFile(
          file, String(outcome.loaded), String(outcome.revised), String(outcome.unchanged),
          String(outcome.withdrawn)))
    case .skipped:
      note(isDry ? Notice.dryRunFile(file, String(outcome.read)) : Notice.skippedFile(file))
    case .withdrawn: note(Notice.withdrawnFile(file, String(outcome.withdrawn)))
    case .refused, .failed: break
    }
  }

  /// A diagnostic as a compiler writes it: file, line, severity, what is wrong.
  static func describe(_ diagnostic: Diagnostic, path: String) -> String {
    let line = (diagnostic.cell ?? diagnostic.line.map(String.init)).map { ":\($0)" } ?? ""
    let sentence = diagnostic.reason.told(diagnostic.arguments)
    return "\(path)\(line): \(Complaint.errorPrefix()): \(sentence)"
  }
}

/// `chiso jobs`.
struct JobsCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "jobs", abstract: Help.jobs.text,
      discussion: Help.discussion("chiso jobs", "chiso jobs --format json"))
  }

  @OptionGroup var connection: ConnectionOptions

  @Option(help: Help.etl.argument)
  var etl: String?

  @OptionGroup var output: OutputOptions

  func run() throws {
    let folder = try Workspace.jobFolder(etl)
    let (jobs, diagnostics) = folder.jobs()
    var session = try connection.workspace().session(for: .asking)
    let runs = Dictionary(
      try session.listJobRuns().map { ($0.job, $0) }, uniquingKeysWith: { first, _ in first })
    let columns = [
      Column(key: "job", heading: Heading.job()),
      Column(key: "title", heading: Heading.title()),
      Column(key: "kind", heading: Heading.kind()),
      Column(key: "publisher", heading: Heading.publisher(), isOptionalInNarrow: true),
      Column(key: "terms", heading: "terms", machineOnly: true),
      Column(key: "files", heading: Heading.files(), alignment: .trailing),
      Column(key: "last_load", heading: Heading.load(), alignment: .trailing),
      Column(key: "last_started", heading: Heading.last()),
      Column(key: "status", heading: Heading.status()),
    ]
    let rows = jobs.map { job -> [Field] in
      let run = runs[job.name]
      return [
        .text(job.name), .text(Language.current == .vi ? job.titleVi : job.titleEn),
        .code(job.kind.rawValue, name: Word.of(job.kind.rawValue)), .text(job.publisher),
        .text(job.terms),
        .integer(job.files.count), .integer(run?.load), .text(run?.startedAt),
        .code(run?.status, name: Word.of(run?.status)),
      ]
    }
    try output.write(rows, columns: columns, note: connection.note)
    for diagnostic in diagnostics {
      Console.note(LoadCommand.describe(diagnostic, path: folder.shown(diagnostic.file)))
    }
    if !diagnostics.isEmpty { throw ExitCode(ExitStatus.refused.rawValue) }
  }
}

/// `chiso loads`.
struct LoadsCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "loads", abstract: Help.loads.text,
      discussion: Help.discussion("chiso loads --limit 3", "chiso loads pci-components"))
  }

  @OptionGroup var connection: ConnectionOptions

  @Argument(help: Help.jobNames.argument)
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
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "rejects", abstract: Help.rejects.text,
      discussion: Help.discussion("chiso rejects", "chiso rejects 12 --format csv"))
  }

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
    if rows.isEmpty { connection.note(Notice.nothingRefused()) }
  }
}
