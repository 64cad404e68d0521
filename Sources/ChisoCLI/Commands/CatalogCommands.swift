// The listings: places, indicators, editions, sources, targets.

import ArgumentParser
import IndicatorModel
import RowRendering
import Warehouse

/// `chiso places`.
struct PlacesCommand: ParsableCommand {
  static let configuration = CommandConfiguration.verb(
    .places,
    "chiso places --on 2025-07-01",
    "chiso places --place \"Phú Thọ,TT-Huế\"")

  @OptionGroup var connection: ConnectionOptions

  @Option(help: Help.place.argument, completion: .catalog(.place))
  var place: [String] = []

  @Option(help: Help.on.argument)
  var on: String?

  @OptionGroup var output: OutputOptions

  func validate() throws {
    try SelectionOptions.refuseEmpty(place, "--place")
    if let on, CalendarDate(iso: on) == nil { throw ValidationError(Complaint.badDate(on)) }
  }

  func run() throws {
    var session = try connection.workspace().session(for: .asking)
    let words = SelectionOptions.words(place)
    let ids = words.isEmpty ? nil : try session.knownPlaces(named: words)
    let rows = try session.listPlaces(ids, on: on.flatMap(CalendarDate.init(iso:)))
    let listing = Listing<PlaceRow>.places
    try output.write(rows.map(listing.fields), columns: listing.columns, note: connection.note)
    if rows.isEmpty { connection.note(Notice.nothingLoaded()) }
  }
}

/// `chiso indicators`.
struct IndicatorsCommand: ParsableCommand {
  static let configuration = CommandConfiguration.verb(
    .indicators,
    "chiso indicators --indicator \"pci.*\"",
    "chiso indicators --format csv")

  @OptionGroup var connection: ConnectionOptions

  @Option(help: Help.indicator.argument, completion: .catalog(.indicator))
  var indicator: [String] = []

  @OptionGroup var output: OutputOptions

  func run() throws {
    var session = try connection.workspace().session(for: .asking)
    let words = SelectionOptions.words(indicator)
    let codes = words.isEmpty ? nil : try session.knownIndicators(named: words)
    let rows = try session.listIndicators(codes)
    let listing = Listing<IndicatorRow>.indicators
    try output.write(rows.map(listing.fields), columns: listing.columns, note: connection.note)
    if rows.isEmpty { connection.note(Notice.nothingLoaded()) }
  }
}

/// `chiso editions`.
struct EditionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration.verb(
    .editions,
    "chiso editions --index pci",
    "chiso editions --years 2024 --format json")

  @OptionGroup var connection: ConnectionOptions

  @Option(name: .customLong("index"), help: Help.indices.argument)
  var indices: [String] = []

  @Option(help: Help.years.argument)
  var years: String?

  @OptionGroup var output: OutputOptions

  func run() throws {
    let selection = try years.map { try YearSelection(parsing: $0) }
    var session = try connection.workspace().session(for: .asking)
    let words = SelectionOptions.words(indices)
    let codes = words.isEmpty ? nil : try session.knownIndicators(named: words)
    let rows = try session.listEditions(codes, years: selection).filter { row in
      Int(row.period.prefix(4)).map { selection?.contains($0) ?? true } ?? true
    }
    let listing = Listing<EditionRow>.editions
    try output.write(rows.map(listing.fields), columns: listing.columns, note: connection.note)
    if rows.isEmpty { connection.note(Notice.noRows()) }
  }
}

/// `chiso sources`.
struct SourcesCommand: ParsableCommand {
  static let configuration = CommandConfiguration.verb(
    .sources,
    "chiso sources --format markdown",
    "chiso sources vcci-pci-2012-workbook")

  @OptionGroup var connection: ConnectionOptions

  @Argument(help: Help.sourceNames.argument)
  var source: [String] = []

  @OptionGroup var output: OutputOptions

  func run() throws {
    var session = try connection.workspace().session(for: .asking)
    let rows = try session.listSources(source.isEmpty ? nil : source)
    let listing = Listing<SourceRow>.sources
    try output.write(rows.map(listing.fields), columns: listing.columns, note: connection.note)
    if rows.isEmpty { connection.note(Notice.noRows()) }
  }
}

/// `chiso targets`.
struct TargetsCommand: ParsableCommand {
  static let configuration = CommandConfiguration.verb(
    .targets,
    "chiso targets --place lang-son --indicator par,sipas,papi,pci,dti",
    "chiso targets --place \"Hà Tĩnh\" --years 2024 --format csv")

  @OptionGroup var connection: ConnectionOptions
  @OptionGroup var selection: SelectionOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    var session = try connection.workspace().session(for: .asking)
    let asked = try selection.resolve(&session)
    let rows = try session.targets(asked.selection)
    try output.write(
      rows.map(TargetTable.fields), columns: TargetTable.columns,
      blankRepeats: TargetTable.blankRepeats, note: connection.note,
      sources: { try session.listSources($0) })
    if rows.isEmpty { try FigureQuestion.explainEmpty(&session, note: connection.note) }
  }
}
