// chiso chart: an answer as a picture.

import ArgumentParser
import Charts
import IndicatorModel
import Reports
import RowRendering
import Warehouse

/// `chiso chart`.
struct ChartCommand: ParsableCommand {
  static let configuration = CommandConfiguration.verb(
    .chart,
    "chiso chart line --place \"Lạng Sơn,Hà Tĩnh\" --indicator pci",
    "chiso chart tilemap --indicator pci --year 2019 --format vega-lite")

  @Argument(
    help: ChartMessage.kind.argument, completion: .list(ChartKind.allCases.map(\.rawValue)))
  var kind: ChartKind?

  @OptionGroup var connection: ConnectionOptions
  @OptionGroup var selection: SelectionOptions
  @OptionGroup var boundary: BoundaryOptions

  @Option(help: ChartMessage.year.argument)
  var year: Int?

  @Option(help: ChartMessage.region.argument, completion: .catalog(.place))
  var region: String?

  @Option(help: ChartMessage.format.argument)
  var format: ChartFormat?

  @Option(name: .shortAndLong, help: Help.output.argument)
  var output: String?

  @Option(help: ChartMessage.width.argument)
  var width: Int = 640

  @Flag(help: ChartMessage.setup.argument)
  var setup = false

  /// A picture for narrow screens in a page that fits both.
  private static let narrow = 340

  func validate() throws {
    guard let kind else {
      guard setup else {
        throw ValidationError(
          ChartMessage.kindMissing(
            ChartKind.allCases.map(\.rawValue).joined(separator: ", "),
            "chiso chart line --place lang-son --indicator pci"))
      }
      return
    }
    if setup { throw ValidationError(ChartMessage.kindWithSetup()) }
    let name = kind.rawValue
    if kind.needsPlace, selection.placeWords.isEmpty {
      throw ValidationError(ChartMessage.needsPlace(name))
    }
    if kind.isOfOneIndicator, selection.indicatorWords.isEmpty {
      throw ValidationError(ChartMessage.oneIndicator(name))
    }
    if kind.isOfOnePlace, selection.placeWords.count > 1 {
      throw ValidationError(ChartMessage.onePlace(name))
    }
    if year != nil, selection.years != nil { throw ValidationError(ChartMessage.yearTwice()) }
    if [.bump, .heatmap, .profile].contains(kind), boundary.boundaries != .published {
      throw ValidationError(ChartMessage.noBoundaries(name))
    }
    guard (300...2_000).contains(width) else {
      throw ValidationError(ChartMessage.widthWrong(String(width)))
    }
    try validateForm(kind)
  }

  private func validateForm(_ kind: ChartKind) throws {
    let form = form(of: kind)
    if form == .text, !kind.hasText { throw ValidationError(ChartMessage.noText(kind.rawValue)) }
    if let output, format == nil, ChartFormat(fileName: output) == nil, output.hasEnding {
      throw ValidationError(
        ChartMessage.unknownEnding(
          output, ChartFormat.allCases.map(\.rawValue).joined(separator: ", ")))
    }
    if let output, let meant = ChartFormat(fileName: output), meant != form {
      throw ValidationError(ChartMessage.otherFormByName(output, meant.rawValue))
    }
    if form == .png || form == .pdf, output == nil, Console.width != nil {
      throw ValidationError(
        ChartMessage.formatNeedsFile(form.rawValue, "\(kind.rawValue).\(form.rawValue)"))
    }
  }

  /// The form asked for, else the one that the file's name promises, else characters where they can.
  private func form(of kind: ChartKind) -> ChartFormat {
    format ?? output.flatMap(ChartFormat.init(fileName:)) ?? (kind.hasText ? .text : .vegaLite)
  }

  func run() throws {
    guard let kind else { return try ChartRenderer.setUp(note: connection.note) }
    let bytes = try drawn(kind)
    let stream = try OutputStream(file: output)
    try stream.write(bytes: bytes)
    try stream.finish()
  }

  /// The chart in the form that was asked for; nothing of what drew it is left.
  private func drawn(_ kind: ChartKind) throws -> [UInt8] {
    let form = form(of: kind)
    // Told before anything is asked; V8 starts while the database works.
    let renderer = form.isDrawn ? try ChartRenderer(for: form) : nil
    let library = form == .html ? try ChartRenderer.library() : ""
    var session = try connection.workspace().session(for: .asking)
    let picture = try question(kind, &session).picture(&session)
    let chart = picture(width)
    if let renderer {
      let picture = try renderer.draw(chart.specification, as: form)
      guard form == .svg else { return picture }
      return Array(FittedSVG.fitted(String(decoding: picture, as: UTF8.self)).utf8)
    }
    if form == .html {
      return Array(
        try HTMLPage.chart(
          ChartPageContent(
            lang: Language.current.rawValue, title: chart.frame.title,
            alternative: chart.frame.alternative, hint: ChartMessage.figuresOnHover(),
            wide: chart.specification.compact,
            narrow: picture(Self.narrow).specification.compact, library: library)
        ).utf8)
    }
    if form == .text, let drawn = chart as? any TextChart {
      let head = "\(drawn.frame.title)\n\(drawn.frame.subtitle)\n\n"
      let body = drawn.text(width: max(40, min(Console.width ?? 100, 160)))
      return Array((head + body + drawn.frame.notes.map { $0 + "\n" }.joined()).utf8)
    }
    return Array((chart.specification.folded + "\n").utf8)
  }

  private func question(_ kind: ChartKind, _ session: inout Session) throws -> ChartQuestion {
    let asked = try selection.resolve(
      &session, defaultIndicators: defaultIndicators(kind), boundaries: boundary.boundaries,
      note: connection.note)
    var about = asked.selection
    if let year { about.years = YearSelection([YearRange(first: year, last: year)]) }
    if kind.isOfOneIndicator, about.indicators?.count != 1 {
      throw Failure(.usage, ChartMessage.oneIndicator(kind.rawValue))
    }
    if kind.isOfOneYear, let years = about.years, years.first == nil || years.first != years.last {
      throw Failure(.usage, ChartMessage.oneYear(kind.rawValue))
    }
    if [.line, .bump].contains(kind), asked.placeGroups.count > ChartTheme.mostSeries {
      throw Failure(
        .usage,
        ChartMessage.tooManySeries(
          String(asked.placeGroups.count), String(ChartTheme.mostSeries)))
    }
    var question = ChartQuestion(kind: kind, selection: about, groups: asked.placeGroups)
    if !asked.placeGroups.isEmpty {
      let places = try session.listPlaces(asked.placeGroups.flatMap(\.self), on: nil)
      question.placeNames = Dictionary(
        places.map { ($0.place, Language.current == .vi ? $0.nameVi : $0.nameEn) }
      ) { first, _ in first }
    }
    question.region = try region.map { word in
      try Regions.region(
        named: word, isToday: boundary.boundaries == .today || (about.years?.first ?? 0) >= 2025,
        &session)
    }
    return question
  }

  /// What is meant where no indicator is asked for.
  private func defaultIndicators(_ kind: ChartKind) -> [String]? {
    [.line, .heatmap].contains(kind) ? FigureQuestion.indices : nil
  }
}
