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
  @OptionGroup var boundary: BoundaryOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    var session = try connection.workspace().session(for: .asking)
    let asked = try selection.resolve(
      &session, defaultIndicators: FigureQuestion.indices, boundaries: boundary.boundaries,
      note: connection.note)
    let rows = try session.trend(asked.selection)
    let table = FigureTable(
      showsPlace: asked.placeGroups.count != 1 || Set(rows.map(\.placeNameVi)).count > 1,
      showsIndicator: Set(rows.map(\.indicator)).count != 1 || output.format == .markdown,
      showsLevel: rows.contains { !$0.level.isEmpty },
      showsGroup: rows.contains { $0.group != nil }, showsEdition: output.format == .markdown)
    var remarks =
      output.isShown && !asked.placeGroups.isEmpty
      ? TrendSummary.lines(rows, groups: asked.placeGroups) : []
    remarks += try FigureQuestion.remarks(&session, asked.selection, isEmpty: rows.isEmpty)
    try output.write(
      rows, as: table, remarks: remarks, from: &session, note: connection.note)
  }
}

/// `chiso compare`.
struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration.verb(
    .compare,
    "chiso compare --place \"Lạng Sơn,Hà Tĩnh\"",
    "chiso compare --place lang-son --years 2015..2019 --columns year --with mean")

  @OptionGroup var connection: ConnectionOptions
  @OptionGroup var selection: SelectionOptions
  @OptionGroup var boundary: BoundaryOptions

  @Option(help: Help.rows.argument, completion: .list(Dimension.allCases.map(\.rawValue)))
  var rows: [String] = []

  @Option(help: Help.columns.argument, completion: .list(Dimension.allCases.map(\.rawValue)))
  var columns: [String] = []

  @Option(
    name: .customLong("with"), help: Help.with.argument,
    completion: .list(Addition.allCases.map(\.rawValue)))
  var additions: [String] = []

  @OptionGroup var output: OutputOptions

  func validate() throws {
    if selection.placeWords.isEmpty { throw ValidationError(Complaint.needsPlace()) }
    _ = try shape()
    guard try added().isEmpty || output.format != .sdmxCSV else {
      throw ValidationError(AnswerMessage.notInSDMX("--with"))
    }
  }

  /// What stands at the head of rows and of columns; what neither names stands with the other.
  private func shape() throws -> (rows: [Dimension], columns: [Dimension]) {
    func dimensions(_ texts: [String]) throws -> [Dimension] {
      try SelectionOptions.words(texts).map { word in
        guard let dimension = Dimension(rawValue: word) else {
          throw ValidationError(Complaint.notADimension(word))
        }
        return dimension
      }
    }
    var (rows, columns) = (try dimensions(rows), try dimensions(columns))
    if rows.isEmpty, columns.isEmpty { columns = [.place] }
    let rest = [Dimension.indicator, .place, .year].filter { !(rows + columns).contains($0) }
    if rows.isEmpty { rows = rest } else { columns += rest }
    guard Set(rows + columns).count == rows.count + columns.count, !rows.isEmpty else {
      throw ValidationError(Complaint.dimensionTwice())
    }
    return (rows, columns)
  }

  private func added() throws -> [Addition] {
    try SelectionOptions.words(additions).map { word in
      guard let addition = Addition(rawValue: word) else {
        throw ValidationError(Complaint.notAnAddition(word))
      }
      return addition
    }
  }

  func run() throws {
    var session = try connection.workspace().session(for: .asking)
    let asked = try selection.resolve(
      &session, defaultIndicators: FigureQuestion.indices, boundaries: boundary.boundaries,
      note: connection.note)
    let rows = try session.comparison(asked.selection)
    let comparison = try comparison(rows, asked, &session)
    let remarks = try remarks(rows, asked.selection, &session)
    let isShaped = !(self.rows.isEmpty && columns.isEmpty)
    let shape = try shape()
    let shaped = ComparisonTable(
      comparison.cells, rows: shape.rows, columns: shape.columns,
      showsPercentile: comparison.additions.contains(.percentile))
    let long = FigureTable(tellsStatistic: !comparison.additions.isEmpty)
    switch output.format {
    case .table:
      try output.write(
        shaped.fields, columns: shaped.columns, blankRepeats: shaped.blankRepeats,
        remarks: remarks, note: connection.note)
    case .markdown:
      let told = FigureTable(showsEdition: true)
      try output.write(
        [
          FilledTable(table: AnswerTable(columns: shaped.columns), rows: shaped.fields),
          FilledTable(
            table: AnswerTable(heading: AnswerMessage.figures(), columns: told.columns),
            rows: rows.map(told.fields)),
        ], remarks: remarks, note: connection.note)
    case .csv where isShaped, .tsv where isShaped:
      try output.write(
        shaped.fields, columns: shaped.columns, remarks: remarks, note: connection.note)
    case .xlsx where isShaped, .package where isShaped:
      // The shape has no room for sources and marks, which the figures beside it tell.
      let figures =
        rows.map(long.fields)
        + comparison.added.map { long.fields($0.row, $0.addition, unit: $0.unit) }
      try output.write(
        [
          FilledTable(
            table: AnswerTable(
              key: "comparison", heading: AnswerMessage.comparison(), columns: shaped.columns),
            rows: shaped.fields),
          FilledTable(
            table: AnswerTable(heading: AnswerMessage.figures(), columns: long.columns),
            rows: figures),
        ], remarks: remarks, note: connection.note, sources: { try session.listSources($0) })
    default:
      try output.write(
        rows, as: long, adding: comparison.added, remarks: remarks, from: &session,
        note: connection.note)
    }
  }
}

extension CompareCommand {
  /// What a reader should know beside the figures.
  private func remarks(
    _ rows: [FigureRow], _ asked: Selection, _ session: inout Session
  ) throws -> [String] {
    var remarks: [String] = []
    if !rows.isEmpty, selection.years == nil {
      let missing = (asked.indicators ?? [])
        .filter { code in !rows.contains { $0.indicator == code } }
      if !missing.isEmpty { remarks = [Notice.noCommonYear(missing.joined(separator: ", "))] }
    }
    return try FigureQuestion.remarks(&session, asked, isEmpty: rows.isEmpty) + remarks
  }

  /// The figures with what is to be added to them.
  private func comparison(
    _ figures: [FigureRow], _ asked: (selection: Selection, placeGroups: [[String]]),
    _ session: inout Session
  ) throws -> Comparison {
    let additions = try added()
    var summary: [SummaryRow] = []
    if !Set(additions).subtracting([.percentile]).isEmpty, !figures.isEmpty {
      var about = asked.selection
      let years = figures.compactMap { Int($0.period.prefix(4)) }
      about.years = years.min().flatMap { first in
        years.max().map { YearSelection([YearRange(first: first, last: $0)]) }
      }
      let places = try session.listPlaces(asked.selection.places, on: nil)
      let regions = Set(places.flatMap { [$0.region, $0.region2025] }.compactMap(\.self))
      summary = try session.summary(about)
        .filter { $0.region.map(regions.contains) ?? true }
    }
    return Comparison(
      figures: figures, groups: asked.placeGroups, summary: summary, additions: additions,
      boundaries: boundary.boundaries)
  }
}

/// `chiso rank`.
struct RankCommand: ParsableCommand {
  static let configuration = CommandConfiguration.verb(
    .rank,
    "chiso rank --indicator pci --year 2019",
    "chiso rank --indicator pci --region \"Tây Nguyên\" --movers 2015..2019")

  @OptionGroup var connection: ConnectionOptions

  @Option(help: Help.indicator.argument, completion: .catalog(.indicator))
  var indicator: [String]

  @Option(help: Help.year.argument)
  var year: Int?

  @Option(help: Help.region.argument, completion: .catalog(.place))
  var region: String?

  @Option(help: Help.level.argument, completion: .levels)
  var level: [String] = []

  @Option(help: Help.movers.argument)
  var movers: String?

  @Flag(help: Help.acrossBreaks.argument)
  var acrossBreaks = false

  @OptionGroup var boundary: BoundaryOptions
  @OptionGroup var clocks: ClockOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard let movers else { return }
    guard output.format != .sdmxCSV else {
      throw ValidationError(AnswerMessage.notInSDMX("--movers"))
    }
    guard boundary.boundaries == .published else {
      throw ValidationError(Complaint.ranksNotCarried())
    }
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
    selection.boundaries = boundary.boundaries
    clocks.apply(to: &selection)
    if let span = movers.flatMap(SelectionOptions.span) {
      return try showMovers(&session, selection, span)
    }
    let rows = try session.ranking(
      selection, year: year, region: try regionID(&session, year: year))
    let table = FigureTable(
      showsIndicator: Set(rows.map(\.indicator)).count != 1,
      showsLevel: rows.contains { !$0.level.isEmpty },
      showsGroup: rows.contains { $0.group != nil }, showsEdition: output.format == .markdown,
      isRanking: true)
    selection.years = year.map { YearSelection([YearRange(first: $0, last: $0)]) }
    let isOfAll = region == nil && boundary.boundaries == .published
    let remarks =
      (isOfAll ? coverage(rows) : [])
      + (try FigureQuestion.remarks(&session, selection, isEmpty: rows.isEmpty))
    try output.write(rows, as: table, remarks: remarks, from: &session, note: connection.note)
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
    var asked = selection
    asked.years = YearSelection([YearRange(first: years.lowerBound, last: years.upperBound)])
    var remarks = try FigureQuestion.remarks(&session, asked, isEmpty: rows.isEmpty)
    if rows.contains(where: { $0.percentileChange == nil }) {
      remarks.insert(Notice.movedOverBreak(), at: 0)
    }
    try output.write(
      rows.map(table.fields), columns: table.columns, blankRepeats: table.blankRepeats,
      remarks: remarks, note: connection.note, sources: { try session.listSources($0) })
  }

  /// A ranking of some places looks like one of all: say how many are known.
  private func coverage(_ rows: [FigureRow]) -> [String] {
    Dictionary(
      grouping: rows, by: { "\($0.indicator) \(FigureTable.period($0)) \($0.geography)" }
    ).sorted { $0.key < $1.key }.compactMap { key, ofEdition in
      guard let total = ofEdition.lazy.compactMap(\.rankOf).max(), ofEdition.count < total else {
        return nil
      }
      return Notice.rankCoverage(key, String(ofEdition.count), String(total))
    }
  }

  private func regionID(_ session: inout Session, year: Int?) throws -> String? {
    try region.map { word in
      // Figures of 34 provinces use the regions since 2025, all others those before.
      try Regions.region(
        named: word, isToday: boundary.boundaries == .today || (year ?? 0) >= 2025, &session
      ).place
    }
  }
}

/// What questions about figures have in common.
enum FigureQuestion {
  /// The five indices, meant where no indicator is asked for.
  static let indices = ["par", "sipas", "papi", "pci", "dti"]

  /// What a reader should know of every question: why nothing was found, what was left out.
  static func remarks(
    _ session: inout Session, _ selection: Selection, isEmpty: Bool
  ) throws -> [String] {
    (isEmpty ? [try whyEmpty(&session)] : []) + (try undated(&session, selection))
  }

  /// How many figures `--published-by` leaves out because nobody knows when they were published.
  static func undated(_ session: inout Session, _ selection: Selection) throws -> [String] {
    guard selection.publishedBy != nil else { return [] }
    var everything = selection
    everything.publishedBy = nil
    let undated = try session.trend(everything).count { $0.publishedOn == nil }
    return undated > 0 ? [Notice.undatedLeftOut(String(undated))] : []
  }

  /// Why an answer may be empty.
  static func whyEmpty(_ session: inout Session) throws -> String {
    try session.listJobRuns().isEmpty ? Notice.nothingLoaded() : Notice.noRows()
  }

  /// Says why an answer may be empty.
  static func explainEmpty(_ session: inout Session, note: (String) -> Void) throws {
    note(try whyEmpty(&session))
  }
}

extension OutputOptions {
  /// Writes figures in the form that was asked for.
  func write(
    _ rows: [FigureRow], as table: FigureTable,
    adding added: [(row: SummaryRow, addition: Addition, unit: String?)] = [], remarks: [String],
    from session: inout Session, note: (String) -> Void
  ) throws {
    if format == .sdmxCSV {
      let figures = try SDMXFigure.figures(rows, &session)
      try write(
        figures.map(SDMXTable.fields), columns: SDMXTable.columns, remarks: remarks, note: note)
    } else {
      try write(
        rows.map(table.fields) + added.map { table.fields($0.row, $0.addition, unit: $0.unit) },
        columns: table.columns, blankRepeats: table.blankRepeats, remarks: remarks, note: note,
        sources: { try session.listSources($0) })
    }
  }
}
