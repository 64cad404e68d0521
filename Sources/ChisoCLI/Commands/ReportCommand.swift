// chiso report: one place in one file, to be sent and printed.

import ArgumentParser
import Charts
import IndicatorModel
import Reports
import Warehouse

/// The form of a report.
enum ReportFormat: String, CaseIterable, Sendable, ExpressibleByArgument {
  case html, pdf

  /// The form that the name of a file promises.
  init?(fileName: String) {
    let name = fileName.lowercased()
    if name.hasSuffix(".html") || name.hasSuffix(".htm") {
      self = .html
    } else if name.hasSuffix(".pdf") {
      self = .pdf
    } else {
      return nil
    }
  }
}

/// `chiso report`.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration.verb(
    .report,
    "chiso report lang-son --output lang-son.html",
    "chiso report \"Hà Tĩnh\" --year 2024 --against lang-son --output ha-tinh.html --lang vi")

  @OptionGroup var connection: ConnectionOptions

  @Argument(help: Help.onePlace.argument, completion: .catalog(.place))
  var place: String

  @Option(help: ReportMessage.year.argument)
  var year: Int?

  @Option(help: ReportMessage.against.argument, completion: .catalog(.place))
  var against: [String] = []

  @OptionGroup var clocks: ClockOptions

  @Option(help: ReportMessage.format.argument)
  var format: ReportFormat?

  @Option(name: .shortAndLong, help: Help.output.argument)
  var output: String?

  private var form: ReportFormat {
    format ?? output.flatMap(ReportFormat.init(fileName:)) ?? .html
  }

  func validate() throws {
    try SelectionOptions.refuseEmpty(against, "--against")
    if let output, format == nil, ReportFormat(fileName: output) == nil, output.hasEnding {
      throw ValidationError(
        ChartMessage.unknownEnding(
          output, ReportFormat.allCases.map(\.rawValue).joined(separator: ", ")))
    }
    if place.contains(",") { throw ValidationError(ReportMessage.onePlace()) }
    if let output, let meant = ReportFormat(fileName: output), meant != form {
      throw ValidationError(ReportMessage.otherFormByName(output, meant.rawValue))
    }
    if output == nil, Console.width != nil { throw ValidationError(ReportMessage.needsFile()) }
  }

  func run() throws {
    let bytes = try written()
    let stream = try OutputStream(file: output)
    try stream.write(bytes: bytes)
    try stream.finish()
    if !ChartRenderer.isReady { connection.note(ReportMessage.withoutPictures()) }
  }

  /// The report; nothing of what drew or printed it is left.
  private func written() throws -> [UInt8] {
    // The engine of pictures starts while the database is asked.
    let renderer = ChartRenderer.isReady ? try ChartRenderer(for: .svg) : nil
    let browser = form == .pdf ? try Browser() : nil
    var session = try connection.workspace().session(for: .asking)
    let today = String(try Clock.now().text(in: .vietNam).prefix(10))
    let groups = try groups(&session)
    var selection = Selection()
    clocks.apply(to: &selection)
    // One moment for all of it, whatever is loaded meanwhile.
    var builder = ReportBuilder(
      try ReportFacts(&session, groups: groups, year: year, selection: selection), today: today)
    let content = try session.snapshot { try builder.content(&$0, renderer) }
    guard !builder.isEmpty else {
      throw Failure(.notFound, try FigureQuestion.whyEmpty(&session))
    }
    let page = try HTMLPage.report(content)
    return try browser?.print(page) ?? Array(page.utf8)
  }

  /// Ids of the place and of each that it is compared with.
  private func groups(_ session: inout Session) throws -> [[String]] {
    var groups = [try session.knownPlaces(named: [place])]
    for word in SelectionOptions.words(against) {
      let ids = try session.knownPlaces(named: [word])
      if !groups.contains(ids) { groups.append(ids) }
    }
    guard groups.count <= ChartTheme.mostSeries else {
      throw Failure(.usage, ReportMessage.tooManyPlaces(String(ChartTheme.mostSeries - 1)))
    }
    return groups
  }
}
