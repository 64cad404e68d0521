// The commands that set right what loads have left: withdraw, rebuild.

import ArgumentParser
import ETL
import Warehouse

/// `chiso withdraw`.
struct WithdrawCommand: ParsableCommand {
  static let configuration = CommandConfiguration.verb(
    .withdraw, "chiso withdraw papi-reported", "chiso withdraw par figures/par/par.csv")

  @OptionGroup var connection: ConnectionOptions

  @Argument(help: Help.jobName.argument, completion: .catalog(.job))
  var job: String

  @Argument(help: Help.withdrawnFiles.argument)
  var files: [String] = []

  @Option(help: Help.etl.argument)
  var etl: String?

  @Flag(help: Help.noWait.argument)
  var noWait = false

  func run() throws {
    let summary = try correct(
      connection, .takingBack, etl: etl, jobs: [job], waits: !noWait
    ) { loader in try loader.withdraw(job, files: files) }
    connection.note(Notice.withdrawDone(String(summary.count(.withdrawn))))
    if summary.wasRefused { throw ExitCode(ExitStatus.refused.rawValue) }
  }
}

/// `chiso rebuild`.
struct RebuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration.verb(
    .rebuild, "chiso rebuild", "chiso rebuild pci-components")

  @OptionGroup var connection: ConnectionOptions

  @Argument(help: Help.jobNames.argument, completion: .catalog(.job))
  var jobs: [String] = []

  @Option(help: Help.etl.argument)
  var etl: String?

  @Flag(help: Help.noWait.argument)
  var noWait = false

  func run() throws {
    let summary = try correct(
      connection, .rebuilding, etl: etl, jobs: jobs.isEmpty ? nil : jobs, waits: !noWait
    ) { loader in try loader.rebuild() }
    let changed = summary.outcomes.reduce(0) { $0 + $1.loaded + $1.revised + $1.withdrawn }
    connection.note(
      Notice.rebuildDone(
        String(summary.count(.committed)), String(summary.count(.refused)), String(changed)))
    if summary.wasRefused { throw ExitCode(ExitStatus.refused.rawValue) }
  }
}

/// Runs a body on a loader of some jobs; `work` is what is told of each.
private func correct(
  _ connection: ConnectionOptions, _ work: Notice, etl: String?, jobs: [String]?, waits: Bool,
  _ body: (inout Loader) throws -> LoadSummary
) throws -> LoadSummary {
  let folder = try Workspace.jobFolder(etl)
  let workspace = try connection.workspace()
  _ = try workspace.session(for: .loading)
  var options = LoadOptions()
  options.stopsOnInterrupt = true
  options.jobs = jobs
  options.waits = waits
  let narrator = LoadNarrator(
    .plain, isQuiet: connection.quiet, isDry: false, folder: folder, work: work)
  defer { narrator.finish() }
  var loader = try Loader(
    workspace.conninfo, folder: folder, kept: try workspace.keptFiles(), options: options,
    report: narrator.tell)
  return try body(&loader)
}
