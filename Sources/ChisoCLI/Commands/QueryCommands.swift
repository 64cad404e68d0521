// The questions about figures: compare, trend, rank.

import ArgumentParser
import IndicatorModel
import RowRendering
import Warehouse

/// `chiso trend`.
struct TrendCommand: ParsableCommand {
  static let configuration = CommandConfiguration.verb(
    .trend,
    "chiso trend --place lang-son --indicator pci",
    "chiso trend --place ha-tinh --indicator \"pci.*\" --years 2019 --format csv")

  @OptionGroup var connection: ConnectionOptions
  @OptionGroup var selection: SelectionOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    var session = try connection.workspace().session(for: .asking)
    let asked = try selection.resolve(&session, defaultIndicators: FigureQuestion.indices)
    let rows = try session.trend(asked.selection)
    let table = FigureTable(
      showsPlace: asked.placeGroups.count != 1 || Set(rows.map(\.placeNameVi)).count > 1,
      showsIndicator: Set(rows.map(\.indicator)).count != 1 || output.format == .markdown,
      showsLevel: rows.contains { !$0.level.isEmpty },
      showsGroup: rows.contains { $0.group != nil })
    try output.write(
      rows.map(table.fields), columns: table.columns, blankRepeats: table.blankRepeats,
      note: connection.note)
    if output.isShown, !asked.placeGroups.isEmpty {
      for line in TrendSummary.lines(rows, groups: asked.placeGroups) { connection.note(line) }
    }
    if rows.isEmpty { try FigureQuestion.explainEmpty(&session, note: connection.note) }
    try FigureQuestion.countUndated(&session, asked.selection, note: connection.note)
  }
}

/// `chiso compare`.
struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration.verb(
    .compare,
    "chiso compare --place \"Lạng Sơn,Hà Tĩnh\"",
    "chiso compare --place lang-son,ha-tinh,VN-04 --indicator \"pci.*\" --years 2019")

  @OptionGroup var connection: ConnectionOptions
  @OptionGroup var selection: SelectionOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if selection.placeWords.isEmpty { throw ValidationError(Complaint.needsPlace()) }
  }

  func run() throws {
    var session = try connection.workspace().session(for: .asking)
    let asked = try selection.resolve(&session, defaultIndicators: FigureQuestion.indices)
    let rows = try session.comparison(asked.selection)
    if output.format.isForPeople {
      let table = ComparisonTable(rows, groups: asked.placeGroups)
      try output.write(
        table.fields, columns: table.columns, blankRepeats: [0], note: connection.note)
    } else {
      let table = FigureTable()
      try output.write(rows.map(table.fields), columns: table.columns, note: connection.note)
    }
    if rows.isEmpty {
      try FigureQuestion.explainEmpty(&session, note: connection.note)
    } else if selection.years == nil {
      let missing = (asked.selection.indicators ?? [])
        .filter { code in !rows.contains { $0.indicator == code } }
      if !missing.isEmpty {
        connection.note(Notice.noCommonYear(missing.joined(separator: ", ")))
      }
    }
    try FigureQuestion.countUndated(&session, asked.selection, note: connection.note)
  }
}

/// `chiso rank`.
struct RankCommand: ParsableCommand {
  static let configuration = CommandConfiguration.verb(
    .rank,
    "chiso rank --indicator pci --year 2019",
    "chiso rank --indicator pci --region \"Tây Nguyên\" --movers 2015..2019")

  @OptionGroup var connection: ConnectionOptions

  @Option(help: Help.indicator.argument)
  var indicator: [String]

  @Option(help: Help.year.argument)
  var year: Int?

  @Option(help: Help.region.argument)
  var region: String?

  @Option(help: Help.level.argument)
  var level: [String] = []

  @Option(help: Help.movers.argument)
  var movers: String?

  @Flag(help: Help.acrossBreaks.argument)
  var acrossBreaks = false

  @OptionGroup var clocks: ClockOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard let movers else { return }
    guard year == nil, SelectionOptions.span(movers) != nil else {
      throw ValidationError(Complaint.badMovers(movers))
    }
  }

  func run() throws {
    var session = try connection.workspace().session(for: .asking)
    var selection = Selection()
    selection.indicators = try session.knownIndicators(named: SelectionOptions.words(indicator))
    let levels = SelectionOptions.words(level)
    selection.levels = levels.isEmpty ? nil : levels
    selection.acrossBreaks = acrossBreaks
    clocks.apply(to: &selection)
    if let span = movers.flatMap(SelectionOptions.span) {
      return try showMovers(&session, selection, span)
    }
    let rows = try session.ranking(
      selection, year: year, region: try regionID(&session, year: year))
    let table = FigureTable(
      showsIndicator: Set(rows.map(\.indicator)).count != 1,
      showsLevel: rows.contains { !$0.level.isEmpty },
      showsGroup: rows.contains { $0.group != nil }, isRanking: true)
    try output.write(
      rows.map(table.fields), columns: table.columns, blankRepeats: table.blankRepeats,
      note: connection.note)
    if rows.isEmpty { try FigureQuestion.explainEmpty(&session, note: connection.note) }
    if region == nil { noteCoverage(rows) }
    selection.years = year.map { YearSelection([YearRange(first: $0, last: $0)]) }
    try FigureQuestion.countUndated(&session, selection, note: connection.note)
  }

  /// Who moved between two years.
  private func showMovers(
    _ session: inout Session, _ selection: Selection, _ years: ClosedRange<Int>
  ) throws {
    let rows = try session.movers(
      selection, from: years.lowerBound, to: years.upperBound,
      region: try regionID(&session, year: years.upperBound))
    let table = MoverTable(
      years: years, showsIndicator: Set(rows.map(\.indicator)).count != 1,
      showsLevel: rows.contains { !$0.level.isEmpty },
      showsRemarks: rows.contains { $0.breakKind != nil || $0.rankSource == "computed" })
    try output.write(
      rows.map(table.fields), columns: table.columns, blankRepeats: table.blankRepeats,
      note: connection.note)
    if rows.isEmpty { try FigureQuestion.explainEmpty(&session, note: connection.note) }
    if rows.contains(where: { $0.percentileChange == nil }) {
      connection.note(Notice.movedOverBreak())
    }
    var asked = selection
    asked.years = YearSelection([YearRange(first: years.lowerBound, last: years.upperBound)])
    try FigureQuestion.countUndated(&session, asked, note: connection.note)
  }

  /// A ranking of some places looks like one of all: say how many are known.
  private func noteCoverage(_ rows: [FigureRow]) {
    for (key, ofEdition) in Dictionary(
      grouping: rows, by: { "\($0.indicator) \(FigureTable.period($0)) \($0.geography)" }
    ).sorted(by: { $0.key < $1.key }) {
      guard let total = ofEdition.lazy.compactMap(\.rankOf).max(), ofEdition.count < total else {
        continue
      }
      connection.note(Notice.rankCoverage(key, String(ofEdition.count), String(total)))
    }
  }

  private func regionID(_ session: inout Session, year: Int?) throws -> String? {
    guard let region else { return nil }
    let ids = try session.knownPlaces(named: [region])
    let places = try session.listPlaces(ids, on: nil).filter { $0.kind == "region" }
    // Figures of 34 provinces use the regions since 2025, all others those before.
    let wanted = places.first { ($0.validTo != nil) != ((year ?? 0) >= 2025) } ?? places.first
    guard let wanted else { throw Failure(.notFound, Complaint.notARegion(region)) }
    return wanted.place
  }
}

/// What questions about figures have in common.
enum FigureQuestion {
  /// The five indices, meant where no indicator is asked for.
  static let indices = ["par", "sipas", "papi", "pci", "dti"]

  /// Says how many figures `--published-by` leaves out because nobody knows when they were published.
  static func countUndated(
    _ session: inout Session, _ selection: Selection, note: (String) -> Void
  ) throws {
    guard selection.publishedBy != nil else { return }
    var everything = selection
    everything.publishedBy = nil
    let undated = try session.trend(everything).count { $0.publishedOn == nil }
    if undated > 0 { note(Notice.undatedLeftOut(String(undated))) }
  }

  /// Says why an answer may be empty.
  static func explainEmpty(_ session: inout Session, note: (String) -> Void) throws {
    note(try session.listJobRuns().isEmpty ? Notice.nothingLoaded() : Notice.noRows())
  }
}
