// One call of `chiso load`: tries again what can pass, adds up what the attempts did, and at the end runs
// what jobs declare for their failure.

import ArgumentParser
import ETL
import EmbeddedPostgres
import IndicatorModel
import LibPQ
import RowRendering
import Warehouse

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A load with its retries.
struct LoadRun {
  let workspace: Workspace
  let folder: JobFolder
  private(set) var options: LoadOptions
  let policy: RetryPolicy
  let narrator: LoadNarrator
  /// Names of the jobs that were asked for; nil for all.
  private let asked: [String]?
  private var summary = LoadSummary()

  /// Prepares a load; nothing is connected yet.
  init(
    _ workspace: Workspace, folder: JobFolder, options: LoadOptions, policy: RetryPolicy,
    narrator: LoadNarrator
  ) {
    self.workspace = workspace
    self.folder = folder
    self.options = options
    asked = options.jobs
    self.policy = policy
    self.narrator = narrator
  }

  /// Loads, again and again while it fails for what can pass.
  mutating func run() throws -> LoadSummary {
    var failed = 0
    while true {
      do {
        try attempt()
        tellFailures(nil)
        return summary
      } catch {
        failed += 1
        guard Self.canPass(error), let seconds = policy.delay(afterAttempts: failed) else {
          if !Self.wasStopped(error) { tellFailures(error) }
          throw error
        }
        // What has ended is not done again.
        options.jobs = summary.wanted.map { $0.filter { !isEnded($0) } } ?? options.jobs
        let sentence = Failure(error)?.sentence ?? "\(error)"
        narrator.say(
          Notice.retrying(sentence, String(seconds)), "retry",
          [("message", .string(sentence)), ("after_seconds", .int(seconds))])
        // Nothing is watched between attempts: Ctrl-C ends the process here.
        sleep(UInt32(seconds))
      }
    }
  }

  private func isEnded(_ job: String) -> Bool {
    ["done", "refused"].contains(summary.endings[job])
  }

  private mutating func attempt() throws {
    _ = try workspace.session(for: .loading)
    var loader = try Loader(
      workspace.conninfo, folder: folder, kept: try workspace.keptFiles(), options: options,
      report: narrator.tell)
    do {
      _ = try loader.run()
      summary.add(loader.summary)
    } catch {
      summary.add(loader.summary)
      throw error
    }
  }

  /// Runs the commands of the jobs that should have been loaded and were not.
  private func tellFailures(_ error: (any Error)?) {
    guard !options.isDryRun else { return }
    tellBroken()
    let jobs = folder.jobs().jobs.filter { (job: Job) -> Bool in
      if let wanted = summary.wanted { return wanted.contains(job.name) }
      return error != nil && (options.jobs?.contains(job.name) ?? true)
        && (!options.isOnlyDue || job.schedule != nil)
    }
    for job in jobs where summary.endings[job.name] != "done" {
      guard let command = job.onFailure else { continue }
      let status = summary.endings[job.name] ?? "failed"
      var lines = ["chiso load \(job.name): \(Word.of(status) ?? status)"]
      if summary.endings[LoadNarrator.catalog] == "refused" {
        lines += narrator.lines(of: LoadNarrator.catalog)
      }
      lines += narrator.lines(of: job.name)
      if let error, status == "failed" {
        lines.append("\(Complaint.errorPrefix()): \(Failure(error)?.sentence ?? "\(error)")")
      }
      run(command, of: job.name, lines)
    }
  }

  /// Runs the commands of the jobs whose declarations are wrong, where they can be known.
  private func tellBroken() {
    for job in folder.brokenJobs() where asked?.contains(job.name) ?? true {
      switch job.onFailure {
      case .nothing: continue
      case .command(let command):
        let head = "chiso load \(job.name): \(Word.refused())"
        run(
          command, of: job.name,
          [head] + job.diagnostics.map { LoadCommand.describe($0, path: folder.shown($0.file)) })
      case .unknown:
        narrator.say(
          Notice.failureCommandUnknown(job.name), "on_failure_unknown",
          [("declaration", .string(job.name))], isUrgent: true)
      }
    }
  }

  private func run(_ command: String, of job: String, _ lines: [String]) {
    guard !FailureCommand.run(command, input: lines.joined(separator: "\n") + "\n") else { return }
    narrator.say(
      Notice.failureCommandFailed(job, command), "on_failure_failed",
      [("on_failure", .string(command))], isUrgent: true)
  }

  private static func canPass(_ error: any Error) -> Bool {
    switch error {
    case let error as PostgresError: return RetryPolicy.canPass(error)
    case let error as EmbeddedPostgresError:
      if case .busy = error { return true }
      return false
    default: return false
    }
  }

  private static func wasStopped(_ error: any Error) -> Bool {
    (error as? PostgresError)?.kind == .cancelled
  }
}
