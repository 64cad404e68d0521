// The command about schedulers of the system: schedule.

import ArgumentParser
import ETL
import IndicatorModel

/// A scheduler of the system.
enum Scheduler: String, CaseIterable, ExpressibleByArgument {
  case systemd, cron
}

/// `chiso schedule`.
struct ScheduleCommand: ParsableCommand {
  static let configuration = CommandConfiguration.verb(
    .schedule, "chiso schedule systemd", "chiso schedule cron")

  @OptionGroup var connection: ConnectionOptions

  @Argument(help: Help.scheduler.argument)
  var scheduler: Scheduler

  @Option(help: Help.etl.argument)
  var etl: String?

  @Option(help: Help.unitFolder.argument)
  var folder: String?

  func validate() throws {
    if folder != nil, scheduler != .systemd { throw ValidationError(Complaint.unitsOnly()) }
  }

  func run() throws {
    let jobFolder = try Workspace.jobFolder(etl)
    let (jobs, diagnostics) = jobFolder.jobs()
    for diagnostic in diagnostics {
      Console.note(LoadCommand.describe(diagnostic, path: jobFolder.shown(diagnostic.file)))
    }
    let schedules = jobs.compactMap(\.schedule)
    guard !schedules.isEmpty else {
      throw Failure(.configuration, Complaint.nothingScheduled())
    }
    let command = try ScheduledCommand(
      connection.workspace(), database: connection.db, folder: jobFolder.path)
    switch scheduler {
    case .cron:
      let stream = try OutputStream(file: nil)
      for line in Crontab.lines(command, schedules: schedules) { try stream.write(line + "\n") }
      try stream.finish()
    case .systemd:
      try write(SystemdUnits.make(command, schedules: schedules))
    }
    if !diagnostics.isEmpty { throw ExitCode(ExitStatus.refused.rawValue) }
  }

  private func write(_ units: [SystemdUnit]) throws {
    guard let folder else {
      let stream = try OutputStream(file: nil)
      for (number, unit) in units.enumerated() {
        try stream.write(
          (number > 0 ? "\n" : "") + "# /etc/systemd/system/\(unit.name)\n\(unit.text)")
      }
      try stream.finish()
      return
    }
    for unit in units {
      let path = "\(folder)/\(unit.name)"
      let stream = try OutputStream(file: path)
      try stream.write(unit.text)
      try stream.finish()
      connection.note(Notice.unitWritten(path))
    }
  }
}
