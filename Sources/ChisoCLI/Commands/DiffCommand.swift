// chiso diff: what the warehouse learned between two days.

import ArgumentParser
import IndicatorModel
import Warehouse

/// `chiso diff`.
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration.verb(
    .diff,
    "chiso diff --from 2024-04-01 --to 2024-05-31",
    "chiso diff --from 2024-04-01 --counts")

  @OptionGroup var connection: ConnectionOptions

  @Option(help: Help.fromDay.argument)
  var from: String

  @Option(help: Help.toDay.argument)
  var to: String?

  @Option(help: Help.place.argument, completion: .catalog(.place))
  var place: [String] = []

  @Option(help: Help.indicator.argument, completion: .catalog(.indicator))
  var indicator: [String] = []

  @Option(help: Help.ofJobs.argument, completion: .catalog(.job))
  var job: [String] = []

  @Flag(help: Help.counts.argument)
  var counts = false

  @OptionGroup var output: OutputOptions

  func validate() throws {
    try SelectionOptions.refuseEmpty(place, "--place")
    try SelectionOptions.refuseEmpty(indicator, "--indicator")
    try SelectionOptions.refuseEmpty(job, "--job")
    for text in [from, to].compactMap({ $0 }) where CalendarDate(iso: text) == nil {
      throw ValidationError(Complaint.badDate(text))
    }
    if let to, let first = CalendarDate(iso: from), let last = CalendarDate(iso: to), first > last {
      throw ValidationError(Complaint.reversedDays(from, to))
    }
  }

  func run() throws {
    guard let first = CalendarDate(iso: from) else { return }
    let last = to.flatMap(CalendarDate.init(iso:))
    var session = try connection.workspace().session(for: .asking)
    var selection = Selection()
    let (places, indicators) = (SelectionOptions.words(place), SelectionOptions.words(indicator))
    selection.places = places.isEmpty ? nil : try session.knownPlaces(named: places)
    selection.indicators = indicators.isEmpty ? nil : try session.knownIndicators(named: indicators)
    let jobs = try knownJobs(&session)
    if counts {
      let rows = try session.changeCounts(from: first, to: last, selection, jobs: jobs)
      try output.write(
        rows.map(DiffCountTable.fields), columns: DiffCountTable.columns,
        note: connection.note)
      if rows.isEmpty { connection.note(Notice.nothingLearned()) }
      return
    }
    let rows = try session.changes(from: first, to: last, selection, jobs: jobs)
    try output.write(
      rows.map(DiffTable.fields), columns: DiffTable.columns,
      blankRepeats: DiffTable.blankRepeats, note: connection.note,
      sources: { try session.listSources($0) })
    if rows.isEmpty { connection.note(Notice.nothingLearned()) }
  }

  /// The jobs asked for; nil for all.
  private func knownJobs(_ session: inout Session) throws -> [String]? {
    let wanted = SelectionOptions.words(job)
    guard !wanted.isEmpty else { return nil }
    let known = try session.listJobRuns().map(\.job)
    for name in wanted where !known.contains(name) {
      throw Failure(.notFound, Complaint.unknownJob(name, known.joined(separator: ", ")))
    }
    return wanted
  }
}
