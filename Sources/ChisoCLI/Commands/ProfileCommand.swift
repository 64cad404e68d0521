// chiso profile: what is known of one place, on one page.

import ArgumentParser
import IndicatorModel
import RowRendering
import Warehouse

/// `chiso profile`.
struct ProfileCommand: ParsableCommand {
  static let configuration = CommandConfiguration.verb(
    .profile,
    "chiso profile lang-son",
    "chiso profile \"Hà Tĩnh\" --year 2024 --format markdown")

  @OptionGroup var connection: ConnectionOptions

  @Argument(help: Help.onePlace.argument, completion: .catalog(.place))
  var place: String

  @Option(help: Help.profileYear.argument)
  var year: Int?

  @OptionGroup var clocks: ClockOptions
  @OptionGroup var output: OutputOptions

  /// Nobody reads more tasks than this on a page.
  private static let mostTasks = 12

  func validate() throws {
    let forms: [AnswerFormat] = [.table, .markdown, .json, .xlsx, .package]
    guard forms.contains(output.format) else {
      throw ValidationError(
        Complaint.pageFormats(
          output.format.rawValue, forms.map(\.rawValue).joined(separator: ", ")))
    }
  }

  func run() throws {
    var session = try connection.workspace().session(for: .asking)
    let ids = try session.knownPlaces(named: [place])
    let places = try session.listPlaces(ids, on: nil)
    // Of places that bore the name the one that is there today.
    guard let row = places.first(where: { $0.validTo == nil }) ?? places.last else {
      return try FigureQuestion.explainEmpty(&session, note: connection.note)
    }
    var selection = Selection()
    selection.places = ids
    clocks.apply(to: &selection)
    let page = try page(row, selection, &session)
    switch output.format {
    case .json:
      let stream = try OutputStream(file: output.output)
      try page.writeJSON(to: stream)
      try stream.finish()
    case .xlsx, .package:
      try output.write(
        page.tables, note: connection.note, sources: { try session.listSources($0) })
    default: try output.writePage(page.page)
    }
    if page.results.isEmpty, page.progress.isEmpty {
      try FigureQuestion.explainEmpty(&session, note: connection.note)
    }
  }

  private func page(
    _ row: PlaceRow, _ selection: Selection, _ session: inout Session
  ) throws -> ProfilePage {
    var figures = selection
    figures.indicators = FigureQuestion.indices
    if let year { figures.years = YearSelection([YearRange(first: 1900, last: year)]) }
    let all = try session.trend(figures)
    let results = FigureQuestion.indices.compactMap { index in
      all.last { $0.indicator == index && ($0.value != nil || $0.rank != nil || $0.group != nil) }
    }
    var components: [ComponentRow] = []
    for id in selection.places ?? [] where components.isEmpty {
      components = try session.components(of: id, until: year, selection)
    }
    var plans = selection
    plans.years = year.map { YearSelection([YearRange(first: $0, last: $0)]) }
    let progress = try session.progress(plans, by: .linear)
    let today = String(try Clock.now().text(in: .vietNam).prefix(10))
    let tasks = try session.tasksDue(plans, year: year, today: today).prefix(Self.mostTasks)
    let said = Set(results.compactMap(\.source) + components.compactMap(\.source))
      .flatMap { $0.split(separator: "+").map(String.init) }
    let region = try (row.region2025 ?? row.region).flatMap {
      try session.listPlaces([$0], on: nil).first
    }
    return ProfilePage(
      place: row, region: region, results: results, components: components, progress: progress,
      tasks: Array(tasks), sources: try session.listSources(said.sorted()))
  }
}
