// The pictures of a report: asked for at once, put in when they are there.

import Charts
import FoundationEssentials
import Reports
import Warehouse

/// Pictures on their way.
struct ReportPictures {
  /// A picture that was asked for.
  struct Asked {
    let file: String
    let narrow: String?
    let alternative: String
    let isWide: Bool
  }

  private let renderer: ChartRenderer
  /// As wide as a page, and as a phone.
  private static let widths = (wide: 680, narrow: 340)

  init(_ renderer: ChartRenderer) {
    self.renderer = renderer
  }

  private func drawing(_ facts: ReportFacts, _ width: Int) -> ChartDrawing {
    ChartDrawing(
      width: width, selection: facts.selection, groups: facts.groups)
  }

  /// A picture with a shape of its own for narrow screens.
  private func ask(
    _ facts: ReportFacts, _ picture: (ChartDrawing) -> any Chart
  ) -> Asked {
    let wide = picture(drawing(facts, Self.widths.wide))
    let narrow = picture(drawing(facts, Self.widths.narrow))
    return Asked(
      file: renderer.ask(wide.specification, as: .svg),
      narrow: renderer.ask(narrow.specification, as: .svg), alternative: wide.frame.alternative,
      isWide: true)
  }

  /// A picture that is narrow enough for every screen.
  private func askNarrow(_ chart: any Chart) -> Asked {
    Asked(
      file: renderer.ask(chart.specification, as: .svg), narrow: nil,
      alternative: chart.frame.alternative, isWide: false)
  }

  /// A line for each index of which a place has two figures.
  func lines(_ facts: ReportFacts) -> [Asked] {
    FigureQuestion.indices.compactMap { index in
      let rows = facts.figures.filter { $0.indicator == index && $0.value != nil }
      let own = rows.count { facts.groups[0].contains($0.place) }
      guard own > 1 else { return nil }
      let targets = facts.targets.filter { $0.indicator == index }
      var chart = drawing(facts, Self.widths.narrow).line(rows, targets, [])
      // Names stand at the lines, and a report says whose it is.
      chart.frame.title = rows.first.map(FigureTable.indicatorName) ?? ""
      return askNarrow(chart)
    }
  }

  func profile(_ facts: ReportFacts) -> [Asked] {
    guard !facts.components.isEmpty else { return [] }
    return [ask(facts) { $0.profile(facts.components, of: facts.name, []) }]
  }

  func targets(_ facts: ReportFacts) -> [Asked] {
    let known = facts.progress.filter(\.isDrawable)
    guard !known.isEmpty else { return [] }
    return [ask(facts) { $0.bullet(known, of: facts.progress.count, title: facts.name, []) }]
  }

  func map(_ facts: ReportFacts) -> [Asked] {
    guard let first = facts.ranking.first else { return [] }
    return [
      askNarrow(
        drawing(facts, Self.widths.narrow).tilemap(
          facts.ranking, grid: TileGrid.of(geography: first.geography), places: facts.tiles,
          isLowerBetter: false, []))
    ]
  }

  /// The pictures, once all are drawn.
  ///
  /// - Throws: `Failure` where one is not there.
  func read(_ asked: [Asked]) throws -> [ReportContent.Picture] {
    try asked.map { one in
      ReportContent.Picture(
        address: try address(one.file), narrow: try one.narrow.map(address),
        alternative: one.alternative, isWide: one.isWide)
    }
  }

  private func address(_ file: String) throws -> String {
    let picture = FittedSVG.fitted(try renderer.text(of: file))
    return "data:image/svg+xml;base64," + Data(picture.utf8).base64EncodedString()
  }
}
