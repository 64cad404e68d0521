// From what a table of figures says to observations with numbers: the edition decides what a place's
// name means, the catalog what is an indicator, a unit, a source, a possible value.

import IndicatorModel
import RowRendering
import Warehouse

/// One figure as a table says it.
struct FigureStatement {
  var period: Period
  var geography: String?
  var place: String
  var indicator: String
  var level = ""
  var value: Double?
  var rank: Int?
  var rankOf: Int?
  var group: String?
  var unit: String?
  var flags: String?
  var source: String
  var note: String?
  var origin: FigureOrigin?
  /// Whether an index must have an edition in its year; a province reports before one comes.
  var awaitsEdition = true
  /// The one kind of names by which the place is called; nil for every usual one.
  var placeKind: PlaceNameKind?
  /// Columns or cells of the place, the value and the rank, for diagnostics.
  var placeColumn = "place"
  var valueColumn = "value"
  var rankColumn = "rank"
  var indicatorColumn = "indicator"

  var year: Int { period.year }
}

/// A figure with its numbers, but for the series.
struct MappedFigure {
  var place: LoadCatalog.Place
  var series: SeriesKey
  var period: CalendarDate
  /// The day by which the place's name was read.
  var day: CalendarDate
  /// Which of the contexts that the reader remembers; figures of one have one series for each
  /// level of places, and one period.
  var context: Int?
  var value: Double?
  var rank: Int?
  var rankOf: Int?
  var group: String?
  var flags: String
  var note: String?
  var origin: FigureOrigin?
}

/// Maps figures to the catalog; remembers what it resolved.
struct FigureMapping {
  private let catalog: LoadCatalog
  private var resolved: [String: PlaceResolution] = [:]
  /// How many spellings are remembered: a file may hold any number of them.
  private static let mostResolved = 100_000
  private var suggested: [DiagnosticReason: Int] = [:]
  private lazy var sources = NearestWords(catalog.sources.keys.sorted())
  private lazy var indicators = NearestWords(catalog.indicators.keys.sorted())
  private var placeNames: [Set<PlaceNameKind>: NearestNames] = [:]

  init(catalog: LoadCatalog) {
    self.catalog = catalog
  }

  /// Maps one figure.
  ///
  /// - Parameters:
  ///   - figure: what the table says.
  ///   - row: the row, which takes what is wrong.
  /// - Returns: the figure with its numbers; nil when something is wrong.
  /// - Throws: `PostgresError` where names of places cannot be read.
  mutating func map(_ figure: FigureStatement, _ row: inout TableRow) throws -> MappedFigure? {
    let before = row.diagnostics.count
    let indicator = indicator(figure, &row)
    let source = catalog.sources[figure.source]
    if source == nil {
      let nearest = suggestion(.unknownSource) { $0.sources.nearest(to: figure.source) }
      row.reject(.unknownSource, [figure.source, nearest], "source")
    }
    guard let indicator, let source,
      let context = context(figure, indicator: indicator, &row),
      let place = try place(figure, on: context.day, geography: context.geography, &row),
      let period = figure.period.firstDay
    else { return nil }
    check(figure, indicator: indicator, edition: context.edition, &row)
    guard row.diagnostics.count == before else { return nil }
    return MappedFigure(
      place: place,
      series: SeriesKey(
        indicator: indicator.id, level: figure.level, frequency: figure.period.frequency.rawValue,
        geography: context.geography, source: source.id, places: place.level),
      period: period, day: context.day, value: figure.value, rank: figure.rank,
      rankOf: figure.rankOf,
      group: figure.group, flags: figure.flags ?? ObservationStatus.normal.rawValue,
      note: figure.note, origin: figure.origin)
  }

  /// Tier of a source; nil where the catalog does not know it, which each figure then tells.
  func tier(of source: String) -> Int? { catalog.sources[source]?.tier }

  /// Bounds of the value of a figure that could be mapped.
  func bounds(of figure: FigureStatement) -> (min: Double?, max: Double?) {
    guard let indicator = catalog.indicators[figure.indicator] else { return (nil, nil) }
    return catalog.bounds(of: indicator, in: edition(of: figure))
  }

  /// The edition that a figure belongs to; nil where there is none.
  func edition(of figure: FigureStatement) -> LoadCatalog.Edition? {
    guard let index = catalog.indicators[figure.indicator]?.index else { return nil }
    return catalog.editions(of: index, in: figure.year).first {
      figure.geography == nil || $0.geography == figure.geography
    }
  }

  /// What is wrong with codes that head columns.
  mutating func unknownIndicators(_ codes: [String], file: String) -> [Diagnostic] {
    var told: [Diagnostic] = []
    for code in codes where catalog.indicators[code] == nil {
      let nearest = suggestion(.unknownIndicator) { $0.indicators.nearest(to: code) }
      told.append(
        Diagnostic(.unknownIndicator, [code, nearest], file: file, line: 1, field: code))
    }
    return told
  }

  /// The nearest words, as a message lists them; none for a reject that is counted and not kept.
  private mutating func suggestion(
    _ reason: DiagnosticReason, _ find: (inout FigureMapping) throws -> [String]
  ) rethrows -> String {
    suggested[reason, default: 0] += 1
    return try (suggested[reason, default: 0] > DiagnosticLog.kept ? [] : find(&self)).listed
  }

  private mutating func indicator(
    _ figure: FigureStatement, _ row: inout TableRow
  ) -> LoadCatalog.Indicator? {
    guard let indicator = catalog.indicators[figure.indicator] else {
      let nearest = suggestion(.unknownIndicator) { $0.indicators.nearest(to: figure.indicator) }
      row.reject(.unknownIndicator, [figure.indicator, nearest], figure.indicatorColumn)
      return nil
    }
    guard let unit = indicator.unit else {
      row.reject(.headingIndicator, [figure.indicator], figure.indicatorColumn)
      return nil
    }
    if let said = figure.unit, said != unit {
      if Unit(rawValue: said) == nil {
        let units = Unit.allCases.map(\.rawValue)
        let nearest = Nearest.words(to: said, among: units, limit: 1).first
        row.reject(.unknownUnit, [said, nearest ?? units.joined(separator: ", ")], "unit")
      } else {
        row.reject(.wrongUnit, [said, figure.indicator, unit], "unit")
      }
    }
    return indicator
  }

  /// The edition that a figure belongs to, its geography, and the day whose places its names mean.
  private func context(
    _ figure: FigureStatement, indicator: LoadCatalog.Indicator, _ row: inout TableRow
  ) -> (edition: LoadCatalog.Edition?, geography: String, day: CalendarDate)? {
    if let said = figure.geography, !catalog.geographies.contains(where: { $0.code == said }) {
      row.reject(
        .unknownGeography,
        [said, catalog.geographies.map(\.code).joined(separator: ", ")], "geography")
      return nil
    }
    guard let index = indicator.index, figure.awaitsEdition else {
      guard let context = contextWithoutEdition(figure) else {
        row.reject(.yearBeforeRegister, [String(figure.year)], "year")
        return nil
      }
      // Editions are yearly: no quarter belongs to one.
      let editions = indicator.index.map { catalog.editions(of: $0, in: figure.year) } ?? []
      guard figure.period.frequency == .annual,
        let edition = editions.first(where: { $0.geography == context.geography })
      else { return context }
      return (edition, edition.geography, edition.referenceDate)
    }
    let editions = catalog.editions(of: index, in: figure.year)
    let fitting = editions.filter { figure.geography == nil || $0.geography == figure.geography }
    guard let edition = fitting.first else {
      row.reject(
        .unknownEdition,
        [index, String(figure.year), figure.geography ?? ""], "year")
      return nil
    }
    guard fitting.count == 1 else {
      row.reject(
        .ambiguousEdition,
        [index, String(figure.year), fitting.map(\.geography).joined(separator: ", ")],
        "geography")
      return nil
    }
    return (edition, edition.geography, edition.referenceDate)
  }

  private func contextWithoutEdition(
    _ figure: FigureStatement
  ) -> (edition: LoadCatalog.Edition?, geography: String, day: CalendarDate)? {
    guard let end = figure.period.lastDay else { return nil }
    let fitting = catalog.geographies.filter {
      figure.geography == nil ? $0.validFrom <= end : $0.code == figure.geography
    }
    guard let geography = fitting.last else { return nil }
    let latest = geography.validTo.map { min($0, end) } ?? end
    return (nil, geography.code, max(latest, geography.validFrom))
  }

  private mutating func place(
    _ figure: FigureStatement, on day: CalendarDate, geography: String, _ row: inout TableRow
  ) throws -> LoadCatalog.Place? {
    let key = "\(day.daysSince2000) \(figure.placeKind?.rawValue ?? "") \(figure.place)"
    let kinds = figure.placeKind.map { [$0] } ?? PlaceNameKind.usual
    let resolution = try resolved[key] ?? catalog.resolve(figure.place, on: day, kinds: kinds)
    if resolved.count < Self.mostResolved { resolved[key] = resolution }
    switch resolution {
    case .place(let id):
      return catalog.places[id]
    case .ambiguous(let ids):
      row.reject(.ambiguousPlace, [figure.place, ids.joined(separator: ", ")], figure.placeColumn)
    case .notThen(let ids):
      row.reject(
        .placeNotThen, [figure.place, day.description, ids.joined(separator: ", ")],
        figure.placeColumn)
    case .unknown:
      let nearest = try suggestion(.unknownPlace) { mapping in
        let names = try mapping.placeNames[kinds] ?? mapping.catalog.nearestNames(kinds: kinds)
        mapping.placeNames[kinds] = names
        return names.nearest(to: figure.place)
      }
      row.reject(.unknownPlace, [figure.place, nearest], figure.placeColumn)
    }
    return nil
  }

  private func check(
    _ figure: FigureStatement, indicator: LoadCatalog.Indicator, edition: LoadCatalog.Edition?,
    _ row: inout TableRow
  ) {
    if let value = figure.value {
      let bounds = catalog.bounds(of: indicator, in: edition)
      if !value.isFinite || value < bounds.min ?? -.infinity || value > bounds.max ?? .infinity {
        row.reject(
          .valueOutOfBounds,
          [
            machineText(value) ?? "\(value)", figure.indicator, plainText(bounds.min),
            plainText(bounds.max),
          ],
          figure.valueColumn)
      }
    }
    if let rank = figure.rank {
      let covered = figure.rankOf ?? edition?.placesCovered
      if rank < 1 || rank > covered ?? .max {
        row.reject(
          .rankOutOfBounds, [String(rank), covered.map(String.init) ?? "–"], figure.rankColumn)
      }
    }
    if let flags = figure.flags, flags.count > 5 || !flags.allSatisfy({ "ABEPM".contains($0) }) {
      row.reject(.notAllowed, ["flags", flags, "A, B, E, P, M"], "flags")
    }
    let isMissing = figure.flags?.contains(ObservationStatus.missing.rawValue) ?? false
    // What cannot be read was told already.
    let wasTold = row.diagnostics.contains {
      $0.field == figure.valueColumn || $0.field == figure.rankColumn
    }
    if figure.value == nil, figure.rank == nil, figure.group == nil, !isMissing, !wasTold {
      row.reject(.nothingSaid, [], figure.valueColumn)
    }
  }
}

/// Known codes, among which the nearest to an unknown one are looked for.
private struct NearestWords {
  private let words: [String]
  private let index: NearestIndex

  init(_ words: [String]) {
    self.words = words
    index = NearestIndex(words)
  }

  func nearest(to word: String) -> [String] { index.indices(of: word).map { words[$0] } }
}
