// What a report asks mart, all of it, once.

import IndicatorModel
import Warehouse

/// Everything that a report shows; asked part by part, so that pictures of one are drawn while the next is
/// asked.
struct ReportFacts {
  /// The place as it is today, or was last.
  let place: PlaceRow
  let region: PlaceRow?
  /// Places that it was formed from, or that it became.
  let related: [PlaceRow]
  /// Ids of each place, that of the report first; none is empty.
  let groups: [[String]]
  let selection: Selection
  /// No later year; nil to the last.
  let year: Int?

  /// Figures of the five indices over the years, of the place and of those beside it.
  private(set) var figures: [FigureRow] = []
  /// All provinces on one index in one year, with a tile for each.
  private(set) var ranking: [FigureRow] = []
  private(set) var tiles: [PlaceRow] = []
  private(set) var components: [ComponentRow] = []
  private(set) var progress: [ProgressRow] = []
  private(set) var targets: [TargetRow] = []
  private(set) var tasks: [PlannedTask] = []
  private(set) var lineage: [LineageRow] = []
  private(set) var sources: [SourceRow] = []

  /// Finds the place; the selection holds the clocks.
  init(
    _ session: inout Session, groups: [[String]], year: Int?, selection: Selection
  ) throws {
    let places = try session.listPlaces(groups[0], on: nil)
    guard let place = places.first(where: { $0.validTo == nil }) ?? places.last else {
      throw Failure(.notFound, Notice.nothingLoaded())
    }
    self.place = place
    self.groups = groups
    self.year = year
    self.selection = selection
    region = try (place.region2025 ?? place.region).flatMap {
      try session.listPlaces([$0], on: nil).first
    }
    related = try session.listPlaces(place.predecessors + place.successors, on: nil)
  }

  /// Figures of the place itself.
  var ownFigures: [FigureRow] { figures.filter { groups[0].contains($0.place) } }

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

  /// Why there are no targets.
  var noTargets: String {
    let isBounded = year != nil || selection.asOf != nil || selection.publishedBy != nil
    return isBounded ? ReportMessage.noTargetsThere() : ReportMessage.noTargets()
  }

  /// A day as the reader writes it.
  static func day(_ iso: String) -> String {
    Language.current == .vi ? iso.split(separator: "-").reversed().joined(separator: "/") : iso
  }

  static func name(_ place: PlaceRow) -> String {
    Language.current == .vi ? place.nameVi : place.nameEn
  }
}

extension ReportFacts {
  /// The question about figures of the indices.
  private var aboutFigures: Selection {
    var about = selection
    about.places = groups.flatMap(\.self)
    about.indicators = FigureQuestion.indices
    if let year { about.years = YearSelection([YearRange(first: nil, last: year)]) }
    return about
  }

  /// The question about plans.
  private var aboutPlans: Selection {
    var about = selection
    about.places = groups[0]
    about.years = year.map { YearSelection([YearRange(first: $0, last: $0)]) }
    return about
  }

  /// Asks for figures, and the targets that stand beside them.
  mutating func askFigures(_ session: inout Session) throws {
    figures = try session.trend(aboutFigures).filter { $0.freq == "A" && $0.level.isEmpty }
    targets = try session.targets(aboutPlans)
  }

  /// Asks for the newest list of all provinces that has the place, of which most are known.
  mutating func askMap(_ session: inout Session) throws {
    let newest = latest(groups[0]).filter { $0.rank != nil }.sorted { $0.period > $1.period }
    for figure in newest {
      var asked = selection
      asked.indicators = [figure.indicator]
      let list = try session.ranking(asked, year: Int(figure.period.prefix(4)), region: nil)
        .filter { $0.geography == figure.geography && $0.level.isEmpty }
      guard let count = figure.rankOf, list.count * 2 > count else { continue }
      ranking = list
      tiles = try session.listPlaces(ChartQuestion.grid(of: figure.geography), on: nil)
      return
    }
  }

  mutating func askComponents(_ session: inout Session) throws {
    for id in groups[0] where components.isEmpty {
      components = try session.components(of: id, until: year, selection)
    }
  }

  /// Asks how far targets are reached, and what is due; `today` is ISO.
  mutating func askPlans(_ session: inout Session, today: String) throws {
    progress = try session.progress(aboutPlans, by: .linear)
    tasks = try session.tasksDue(aboutPlans, year: year, today: today)
  }

  /// Asks where all of it comes from; the last question.
  mutating func askLineage(_ session: inout Session) throws {
    var traced = aboutFigures
    // Of sums that were made here, what they are the sums of.
    let sums = Set(figures.filter(\.isDerived).map(\.indicator)).sorted()
    let parts = sums.isEmpty ? [] : try session.knownIndicators(named: sums.map { "\($0).*" })
    traced.indicators =
      FigureQuestion.indices + components.map(\.indicator) + parts
      + progress.filter(\.hasFigure).map(\.indicator)
    lineage = try session.lineage(traced, until: year)
    let named =
      figures.flatMap { [$0.source, $0.rankSource] } + components.map(\.source)
      + progress.flatMap { [$0.latestSource, $0.baseSource] } + targets.map(\.source)
      + ranking.flatMap { [$0.source, $0.rankSource] }
    sources = try ChartQuestion.sources(named, &session)
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
