// What a report asks mart, all of it, once.

import IndicatorModel
import Warehouse

/// Everything that a report shows.
struct ReportFacts {
  /// The place as it is today, or was last.
  let place: PlaceRow
  let region: PlaceRow?
  /// Places that it was formed from, or that it became.
  let related: [PlaceRow]
  /// Figures of the five indices over the years, of the place and of those beside it.
  let figures: [FigureRow]
  /// Ids of each place, that of the report first.
  let groups: [[String]]
  let components: [ComponentRow]
  let progress: [ProgressRow]
  let targets: [TargetRow]
  let tasks: [PlannedTask]
  /// All provinces on one index in one year, with a tile for each.
  let ranking: [FigureRow]
  let tiles: [PlaceRow]
  let lineage: [LineageRow]
  let sources: [SourceRow]
  let selection: Selection
  /// No later year; nil to the last.
  let year: Int?

  /// Figures of the place itself.
  var own: [FigureRow] { figures.filter { groups[0].contains($0.place) } }

  /// The last figure of each index of a place.
  func latest(_ group: [String]) -> [FigureRow] {
    FigureQuestion.indices.compactMap { index in
      figures.last {
        $0.indicator == index && group.contains($0.place) && $0.freq == "A" && $0.level.isEmpty
          && ($0.value != nil || $0.rank != nil || $0.group != nil)
      }
    }
  }

  var name: String { Self.name(place) }

  static func name(_ place: PlaceRow) -> String {
    Language.current == .vi ? place.nameVi : place.nameEn
  }
}

extension ReportFacts {
  /// Asks.
  ///
  /// - Parameters:
  ///   - groups: ids of each place, that of the report first; none is empty.
  ///   - year: no later year; nil to the last.
  ///   - selection: the clocks.
  ///   - today: ISO.
  /// - Throws: `PostgresError`, `Failure`.
  static func ask(
    _ session: inout Session, groups: [[String]], year: Int?, selection: Selection,
    today: String
  ) throws -> ReportFacts {
    let ids = groups[0]
    let places = try session.listPlaces(ids, on: nil)
    guard let place = places.first(where: { $0.validTo == nil }) ?? places.last else {
      throw Failure(.notFound, Notice.nothingLoaded())
    }
    var own = selection
    own.places = ids
    var about = selection
    about.places = groups.flatMap(\.self)
    about.indicators = FigureQuestion.indices
    if let year { about.years = YearSelection([YearRange(first: nil, last: year)]) }
    let figures = try session.trend(about).filter { $0.freq == "A" && $0.level.isEmpty }
    var components: [ComponentRow] = []
    for id in ids where components.isEmpty {
      components = try session.components(of: id, until: year, selection)
    }
    var plans = own
    plans.years = year.map { YearSelection([YearRange(first: $0, last: $0)]) }
    let progress = try session.progress(plans, by: .linear)
    let targets = try session.targets(plans)
    let tasks = try session.tasksDue(plans, year: year, today: today)
    let (ranking, tiles) = try map(&session, figures, ids, selection)
    var traced = about
    traced.indicators = FigureQuestion.indices + components.map(\.indicator)
      + progress.filter { $0.latestPeriod != nil }.map(\.indicator)
    let lineage = try session.lineage(traced, until: year)
    let ids64 =
      figures.flatMap { [$0.source, $0.rankSource] } + components.map(\.source)
      + progress.flatMap { [$0.latestSource, $0.baseSource] } + targets.map(\.source)
      + ranking.prefix(1).map(\.source)
    let region = try (place.region2025 ?? place.region).flatMap {
      try session.listPlaces([$0], on: nil).first
    }
    return ReportFacts(
      place: place, region: region,
      related: try session.listPlaces(place.predecessors + place.successors, on: nil),
      figures: figures, groups: groups, components: components,
      progress: progress, targets: targets, tasks: tasks, ranking: ranking, tiles: tiles,
      lineage: lineage, sources: try ChartQuestion.sources(ids64, &session), selection: selection,
      year: year)
  }

  /// The newest list of all provinces that has the place, of which most are known.
  private static func map(
    _ session: inout Session, _ figures: [FigureRow], _ ids: [String], _ selection: Selection
  ) throws -> (ranking: [FigureRow], tiles: [PlaceRow]) {
    let newest = FigureQuestion.indices.compactMap { index in
      figures.last { $0.indicator == index && ids.contains($0.place) && $0.rank != nil }
    }.sorted { $0.period > $1.period }
    for figure in newest {
      var asked = selection
      asked.indicators = [figure.indicator]
      let list = try session.ranking(asked, year: Int(figure.period.prefix(4)), region: nil)
        .filter { $0.geography == figure.geography && $0.level.isEmpty }
      guard let count = figure.rankOf, list.count * 2 > count else { continue }
      let grid = ChartQuestion.grid(of: figure.geography)
      return (list, try session.listPlaces(grid, on: nil))
    }
    return ([], [])
  }
}

extension Session {
  /// Tasks that are due from a day on, or in a year; the first first.
  mutating func tasksDue(
    _ selection: Selection, year: Int?, today: String
  ) throws -> [PlannedTask] {
    let first = year.map { "\($0)-01-01" } ?? today
    let last = year.map { "\($0)-12-31" } ?? "9999-12-31"
    return try listTasks(selection)
      .filter { $0.dueTo.map { $0 >= first && $0 <= last } ?? false }
      .sorted { ($0.dueTo ?? "") < ($1.dueTo ?? "") }
  }
}
