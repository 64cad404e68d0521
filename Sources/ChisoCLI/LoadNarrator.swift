// Tells what a load does while it runs: plain lines for people, or one JSON object per event and line.
// What was told of a job is kept for its `on_failure`.

import ArgumentParser
import ETL
import IndicatorModel
import RowRendering
import Warehouse

/// How events of a load are written on stderr.
enum LogForm: String, CaseIterable, ExpressibleByArgument {
  case plain, json
}

/// Tells the events of a load.
final class LoadNarrator {
  private let form: LogForm
  private let isQuiet: Bool
  private let isDry: Bool
  private let folder: JobFolder
  /// What is told of each job when its turn comes.
  private let work: Notice
  private var job: String?
  private var load: Int?
  private var told: [String: [String]] = [:]
  private let progress: ProgressLine

  /// How many problems of one file are shown; all are counted and kept.
  private static let shown = 20
  /// Name of the job and of the slot that the catalog is.
  static let catalog = "catalog"

  /// Tells the events of a load of a folder.
  init(
    _ form: LogForm, isQuiet: Bool, isDry: Bool, folder: JobFolder, work: Notice = .loadingJob
  ) {
    self.form = form
    self.isQuiet = isQuiet
    self.isDry = isDry
    self.folder = folder
    self.work = work
    progress = ProgressLine(width: form == .plain && !isQuiet ? Console.errorWidth : nil)
  }

  /// What was told of a job, as plain lines.
  func lines(of job: String) -> [String] { told[job] ?? [] }

  /// Ends the telling: what was drawn is taken away.
  func finish() { progress.erase() }

  /// Tells one event.
  func tell(_ event: LoadEvent) {
    switch event {
    case .began(let name, let files):
      job = name
      load = nil
      let line =
        name == Self.catalog
        ? Notice.loadingCatalog(String(files)) : work(name, String(files))
      say(line, "began", [("files", .int(files))])
    case .waiting(let name):
      say(Notice.waitingForLoad(name), "waiting")
    case .started(_, let number):
      load = Int(number)
      say(nil, "started")
    case .finished(_, let file, let outcome):
      say(line(outcome, file), "file", Self.members(file, outcome))
      if outcome.warnings > 0, form == .plain {
        say(
          Notice.checkWarnings(file, String(outcome.warnings), load.map(String.init) ?? ""),
          "warnings")
      }
    case .refused(let file, let diagnostics, let count):
      tell(diagnostics, of: count, in: file, as: .errorPrefix, "refused")
    case .warned(let file, let diagnostics):
      tell(diagnostics, of: diagnostics.count, in: file, as: .warningPrefix, "warned")
    case .progressed(let progress):
      tellProgress(progress)
    case .ended(_, let status):
      say(nil, "ended", [("status", .string(status))])
      job = nil
      load = nil
    }
  }

  /// Tells something that is no event of the loader: `event` is its name in a JSON log.
  func say(
    _ line: String?, _ event: String, _ members: [(String, JSONValue)] = [], isUrgent: Bool = false
  ) {
    if let line, let job { told[job, default: []].append(line) }
    guard isUrgent || !isQuiet else { return }
    progress.erase()
    switch form {
    case .plain:
      if let line { Console.note(line) }
    case .json:
      write(event, members)
    }
  }

  private func write(_ event: String, _ members: [(String, JSONValue)]) {
    let head: [(String, JSONValue)] = [
      ("time", .string(Clock.machine.description)), ("event", .string(event)),
      ("load", JSONValue(load)), ("job", JSONValue(job)),
    ]
    Console.note(JSONValue.object(head + members).compact)
  }

  private func tellProgress(_ told: LoadProgress) {
    if progress.isDrawn {
      progress.draw(told)
    } else if !isQuiet, progress.isTime(for: told) {
      switch form {
      case .plain: Console.note(ProgressLine.plainText(told))
      case .json:
        write(
          "progress",
          [
            ("file", .string(told.file)), ("phase", .string(told.phase.rawValue)),
            ("rows", .int(told.rows)), ("bytes", .int(told.bytes)), ("size", .int(told.size)),
            ("rows_per_second", .int(Int(told.rate))),
            ("seconds_left", JSONValue(told.rest.map { Int($0.rounded(.up)) })),
          ])
      }
    }
  }

  private func tell(
    _ diagnostics: [Diagnostic], of count: Int, in file: String, as prefix: Complaint,
    _ event: String
  ) {
    let shown = diagnostics.prefix(Self.shown)
    var lines = shown.map { LoadCommand.describe($0, path: folder.shown($0.file), as: prefix) }
    if count > Self.shown {
      lines.append(Notice.moreProblems(String(count - Self.shown), file))
    }
    if let job { told[job, default: []] += lines }
    progress.erase()
    guard form == .json else {
      for line in lines { Console.note(line) }
      return
    }
    let problems = shown.map { problem -> JSONValue in
      .object([
        ("line", JSONValue(problem.line)), ("field", JSONValue(problem.field)),
        ("reason", .string(problem.reason.rawValue)),
        ("message", .string(problem.reason.told(problem.arguments))),
      ])
    }
    write(
      event,
      [("file", .string(file)), ("count", .int(count)), ("problems", .array(problems))])
  }

  private func line(_ outcome: SlotOutcome, _ file: String) -> String? {
    switch outcome.status {
    case .committed where file == Self.catalog: Notice.loadedCatalog()
    case .committed:
      Notice.loadedFile(
        file, String(outcome.loaded), String(outcome.revised), String(outcome.unchanged),
        String(outcome.withdrawn))
    case .skipped where outcome.staysWithdrawn: Notice.staysTakenBackFile(file)
    case .skipped:
      isDry ? Notice.dryRunFile(file, String(outcome.read)) : Notice.skippedFile(file)
    case .withdrawn where outcome.staysWithdrawn:
      Notice.takenBackFile(file, String(outcome.withdrawn))
    case .withdrawn: Notice.withdrawnFile(file, String(outcome.withdrawn))
    case .refused, .failed: nil
    }
  }

  private static func members(_ file: String, _ outcome: SlotOutcome) -> [(String, JSONValue)] {
    [
      ("file", .string(file)), ("status", .string(outcome.status.rawValue)),
      ("read", .int(outcome.read)), ("loaded", .int(outcome.loaded)),
      ("revised", .int(outcome.revised)), ("unchanged", .int(outcome.unchanged)),
      ("withdrawn", .int(outcome.withdrawn)), ("rejected", .int(outcome.rejected)),
      ("warnings", .int(outcome.warnings)), ("seconds", JSONValue(outcome.seconds)),
    ]
  }
}
