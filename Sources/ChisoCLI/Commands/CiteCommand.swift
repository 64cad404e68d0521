// chiso cite: where one figure comes from.

import ArgumentParser
import IndicatorModel
import RowRendering
import Warehouse

/// `chiso cite`.
struct CiteCommand: ParsableCommand {
  static let configuration = CommandConfiguration.verb(
    .cite,
    "chiso cite --place lang-son --indicator pci --year 2019",
    "chiso cite --place \"Hà Tĩnh\" --indicator papi --year 2022 --format json")

  @OptionGroup var connection: ConnectionOptions

  @Option(help: Help.place.argument, completion: .catalog(.place))
  var place: String

  @Option(help: Help.indicator.argument, completion: .catalog(.indicator))
  var indicator: String

  @Option(name: [.long, .customLong("years"), .customLong("period")], help: Help.period.argument)
  var year: String

  @Option(help: Help.level.argument, completion: .levels)
  var level: String = ""

  @OptionGroup var clocks: ClockOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    guard let period = Period(year) else { throw Failure(.usage, Complaint.badPeriod(year)) }
    var session = try connection.workspace().session(for: .asking)
    let places = try session.knownPlaces(named: [place])
    let codes = try session.knownIndicators(named: [indicator])
    guard let code = codes.first, codes.count == 1 else {
      throw Failure(.usage, Complaint.oneIndicator())
    }
    var selection = Selection()
    clocks.apply(to: &selection)
    var asked = selection
    asked.places = places
    asked.indicators = [code]
    asked.years = YearSelection([YearRange(first: period.year, last: period.year)])
    asked.levels = [level]
    let figures = try session.trend(asked).filter { FigureTable.period($0) == period.description }
    let told = try session.citations(
      places: places, indicator: code, period: period, level: level, includingParts: false,
      selection: selection)
    let parts =
      figures.contains(where: \.isDerived)
      ? try session.citations(
        places: places, indicator: code, period: period, level: level, includingParts: true,
        selection: selection) : []
    guard !figures.isEmpty || !told.isEmpty else {
      asked.levels = nil
      let others = Set(
        try session.trend(asked).filter { FigureTable.period($0) == period.description }
          .map { $0.level.isEmpty ? "''" : $0.level })
      throw Failure(
        .notFound,
        others.isEmpty
          ? Notice.citeNothing(place, code, year)
          : Notice.citeLevels(place, code, year, others.sorted().joined(separator: ", ")))
    }
    let citations = figures.map { figure in
      Citation(figure, told: told, parts: parts)
    }
    switch output.format {
    case .json:
      let stream = try OutputStream(file: output.output)
      // One figure is one object; a name that two places have borne in that year gives an array.
      let values = citations.map(\.json)
      try stream.write((values.count == 1 ? values[0] : .array(values)).pretty + "\n")
      try stream.finish()
    case .ndjson:
      let stream = try OutputStream(file: output.output)
      for citation in citations { try stream.write(citation.json.compact + "\n") }
      try stream.finish()
    case .table:
      let stream = try OutputStream(file: output.output, isPaged: output.isPaged)
      try stream.write(citations.map(\.text).joined(separator: "\n"))
      try stream.finish()
    case .csv, .tsv, .markdown, .xlsx, .sdmxCSV, .package:
      try output.write(
        figures.filter(\.isDerived).map(Citation.fields) + (told + parts).map(Citation.fields),
        columns: Citation.columns, note: connection.note,
        sources: { try session.listSources($0) })
    }
  }
}
