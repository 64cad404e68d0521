// What each kind of chart asks mart, and the chart of the answer.

import Charts
import IndicatorModel
import RowRendering
import Warehouse

/// A question whose answer is a picture.
struct ChartQuestion {
  let kind: ChartKind
  var selection: Selection
  /// Ids of places that were named by one word.
  let groups: [[String]]
  /// Id of the region that bars are of; nil for the country.
  var region: PlaceRow?
  /// Names of the places that were named, by id.
  var placeNames: [String: String] = [:]

  /// The picture, in a width that may be chosen later.
  typealias Picture = (_ width: Int) -> any Chart

  /// Asks.
  ///
  /// - Returns: what draws the answer in any width; asks nothing more.
  /// - Throws: `Failure` where there is nothing to draw, `PostgresError`.
  func picture(_ session: inout Session) throws -> Picture {
    switch kind {
    case .line: try line(&session)
    case .bump: try bump(&session)
    case .bar: try bar(&session)
    case .tilemap: try tilemap(&session)
    case .heatmap: try heatmap(&session)
    case .profile: try profile(&session)
    case .bullet: try bullet(&session)
    }
  }

  private func drawing(_ width: Int) -> ChartDrawing {
    ChartDrawing(width: width, selection: selection, groups: groups, placeNames: placeNames)
  }

  private func needed<Row>(_ rows: [Row], _ session: inout Session) throws -> [Row] {
    guard rows.isEmpty else { return rows }
    throw Failure(
      .notFound,
      try session.listJobRuns().isEmpty ? Notice.nothingLoaded() : ChartMessage.nothingToDraw())
  }

  /// Sources of figures, those of ranks too.
  private func sources(_ rows: [FigureRow], _ session: inout Session) throws -> [SourceRow] {
    try Self.sources(rows.flatMap { [$0.source, $0.rankSource] }, &session)
  }

  static func sources(_ ids: [String?], _ session: inout Session) throws -> [SourceRow] {
    let told = Set(ids.compactMap(\.self).flatMap { $0.split(separator: "+").map(String.init) })
    return told.isEmpty ? [] : try session.listSources(told.sorted())
  }

  /// Sources of results; of a rank that was made here those of the figures that were ranked.
  private static func sources(
    of rows: [ProgressRow], _ session: inout Session
  ) throws -> [SourceRow] {
    let told = rows.flatMap { [$0.latestSource, $0.baseSource] }
    guard told.contains("computed") else { return try sources(told, &session) }
    // Ranks are made of values, and those may be sums: who told the parts is asked, which costs less than
    // the figures themselves.
    let computed = rows.filter { [$0.latestSource, $0.baseSource].contains("computed") }
    let codes = Set(computed.map(\.indicator)).sorted()
    var about = Selection()
    about.places = Set(computed.map(\.place)).sorted()
    about.indicators = try session.listIndicators(nil).map(\.indicator).filter { indicator in
      codes.contains { indicator == $0 || indicator.hasPrefix("\($0).") }
    }
    let periods = Set(computed.flatMap { [$0.latestPeriod, $0.basePeriod].compactMap(\.self) })
    let read = try session.lineage(about, until: nil).filter { periods.contains($0.period) }
    return try sources(told + read.map(\.source), &session)
  }

  /// The year asked for, where it is one.
  private var year: Int? {
    guard let first = selection.years?.first, first == selection.years?.last else { return nil }
    return first
  }

  // MARK: - Over the years

  private func line(_ session: inout Session) throws -> Picture {
    let rows = try needed(
      try session.trend(selection).filter { $0.value != nil }, &session)
    let targets = try session.targets(selection)
    let sources = try sources(rows, &session)
    return { drawing($0).line(rows, targets, sources) }
  }

  private func bump(_ session: inout Session) throws -> Picture {
    var everywhere = selection
    // Provinces, not the communes below them.
    everywhere.places = ["province"] + (selection.places ?? [])
    let rows = try session.trend(everywhere).filter { $0.rank != nil }
    _ = try needed(
      rows.filter { row in groups.contains { $0.contains(row.place) } }, &session)
    let sources = try sources(rows, &session)
    return { drawing($0).bump(rows, sources) }
  }

  // MARK: - In one year

  private func bar(_ session: inout Session) throws -> Picture {
    let rows = oneList(
      try needed(
        try session.ranking(selection, year: year, region: region?.place), &session))
    var about = selection
    let known = rows.first.flatMap { Int($0.period.prefix(4)) }
    about.years = known.map { YearSelection([YearRange(first: $0, last: $0)]) }
    let geography = rows.first?.geography
    let summary = try session.summary(about).first {
      $0.region == region?.place && $0.level == rows.first?.level ?? ""
        && (selection.boundaries == .today || $0.geography == geography)
    }
    let isLowerBetter = try isLowerBetter(&session)
    let sources = try sources(rows, &session)
    let name = region.map { Language.current == .vi ? $0.nameVi : $0.nameEn }
    return {
      drawing($0).bar(rows, summary, region: name, isLowerBetter: isLowerBetter, sources)
    }
  }

  /// Two lists of one year, of before and after a merger, are two pictures: the one that has the places asked
  /// for is drawn, of several the fuller one.
  private func oneList(_ rows: [FigureRow]) -> [FigureRow] {
    guard selection.boundaries == .published else { return rows }
    func asked(_ list: [FigureRow]) -> Int {
      groups.count { group in list.contains { group.contains($0.place) } }
    }
    return Dictionary(grouping: rows, by: \.geography).max {
      (asked($0.value), $0.value.count { $0.value != nil }, $0.value.count, $0.key)
        < (asked($1.value), $1.value.count { $0.value != nil }, $1.value.count, $1.key)
    }?.value ?? []
  }

  private func isLowerBetter(_ session: inout Session) throws -> Bool {
    try session.listIndicators(selection.indicators).first?.direction == "lower_is_better"
  }

  private func tilemap(_ session: inout Session) throws -> Picture {
    let rows = oneList(
      try needed(try session.ranking(selection, year: year, region: nil), &session))
    let grid = TileGrid.of(
      geography: selection.boundaries == .today ? "vn-34" : rows.first?.geography ?? "")
    let places = try session.listPlaces(grid.places.sorted(), on: nil)
    let isLowerBetter = try isLowerBetter(&session)
    let sources = try sources(rows, &session)
    return {
      drawing($0).tilemap(
        rows, grid: grid, places: places, isLowerBetter: isLowerBetter, sources)
    }
  }

  /// Ids of the provinces that have a tile among those of a list.
  static func grid(of geography: String) -> [String] {
    TileGrid.of(geography: geography).places.sorted()
  }

  // MARK: - Many indicators

  private func heatmap(_ session: inout Session) throws -> Picture {
    if groups.count == 1 {
      let rows = try needed(try session.trend(try withParts(&session)), &session)
      let sources = try sources(rows, &session)
      return { drawing($0).heatmapOfYears(rows, sources) }
    }
    var asked = selection
    if groups.isEmpty { asked.indicators = selection.indicators ?? FigureQuestion.indices }
    let rows = try needed(
      groups.isEmpty
        ? try session.ranking(asked, year: year, region: nil) : try session.comparison(asked),
      &session)
    let count = Set(rows.map(\.indicator)).count
    guard groups.isEmpty || groups.count > 10, count > 24 else {
      let sources = try sources(rows, &session)
      return { drawing($0).heatmapOfPlaces(rows, sources) }
    }
    throw Failure(.usage, ChartMessage.tooManyColumns(String(count), "25"))
  }

  /// Of one index its parts; else what was asked for.
  private func withParts(_ session: inout Session) throws -> Selection {
    var asked = selection
    if let codes = selection.indicators, codes.count == 1, FigureQuestion.indices.contains(codes[0])
    {
      let parts = try session.knownIndicators(named: ["\(codes[0]).*"])
        .filter { $0.split(separator: ".").count == 2 }
      asked.indicators = codes + parts
    }
    return asked
  }

  private func profile(_ session: inout Session) throws -> Picture {
    var parts: [ComponentRow] = []
    var name = ""
    for id in groups.first ?? [] where parts.isEmpty {
      parts = try session.components(of: id, until: selection.years?.last, selection)
      let place = try session.listPlaces([id], on: nil).first
      name = place.map { Language.current == .vi ? $0.nameVi : $0.nameEn } ?? id
    }
    if let wanted = selection.indicators { parts = parts.filter { wanted.contains($0.index) } }
    guard !parts.isEmpty else {
      throw Failure(
        .notFound,
        try session.listJobRuns().isEmpty
          ? Notice.nothingLoaded() : ChartMessage.noComponents(name))
    }
    let sources = try Self.sources(parts.map(\.source), &session)
    return { drawing($0).profile(parts, of: name, sources) }
  }

  private func bullet(_ session: inout Session) throws -> Picture {
    let all = try session.progress(selection, by: .linear)
    let known = all.filter(\.isDrawable)
    var names: [String] = []
    for id in groups.compactMap(\.first) {
      let place = try session.listPlaces([id], on: nil).first
      names.append(place.map { Language.current == .vi ? $0.nameVi : $0.nameEn } ?? id)
    }
    let title = names.joined(separator: ", ")
    guard !known.isEmpty else {
      throw Failure(
        .notFound,
        try session.listJobRuns().isEmpty ? Notice.nothingLoaded() : ChartMessage.noTargets(title))
    }
    let sources = try Self.sources(of: known, &session)
    return { drawing($0).bullet(known, of: all.count, title: title, sources) }
  }
}

extension ProgressRow {
  /// Whether anything is known of it, and what is wanted is a number.
  var isDrawable: Bool { hasFigure && (wanted ?? target) != nil }

  /// Whether a result is known, or what was there before.
  var hasFigure: Bool { latestPeriod != nil || basePeriod != nil }
}
