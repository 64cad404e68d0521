// A report put together: sections in their order, pictures beside the tables that say the same.

import IndicatorModel
import Reports
import RowRendering
import Warehouse

/// Puts a report together.
struct ReportBuilder {
  private var facts: ReportFacts
  private let today: String

  init(_ facts: ReportFacts, today: String) {
    self.facts = facts
    self.today = today
  }

  /// Whether anything is known of the place.
  var isEmpty: Bool { facts.ownFigures.isEmpty && facts.progress.isEmpty }

  /// Asks for what the report shows; pictures of one part are drawn while the next is asked.
  ///
  /// - Parameters:
  ///   - session: is asked.
  ///   - renderer: draws its pictures; nil where nothing is installed that does.
  /// - Returns: the report.
  /// - Throws: `Failure` where a picture cannot be drawn, `PostgresError`.
  mutating func content(
    _ session: inout Session, _ renderer: ChartRenderer?
  ) throws -> ReportContent {
    let asked = renderer.map(ReportPictures.init)
    func pictures(_ wanted: [ReportPictures.Asked]) throws -> [ReportContent.Picture] {
      try asked?.read(wanted) ?? []
    }
    try facts.askFigures(&session)
    let lines = asked?.lines(facts) ?? []
    try facts.askMap(&session)
    let map = asked?.map(facts) ?? []
    try facts.askComponents(&session)
    let profile = asked?.profile(facts) ?? []
    try facts.askPlans(&session, today: today)
    let targets = asked?.targets(facts) ?? []
    try facts.askLineage(&session)
    // Tables are made while pictures are drawn.
    let citations = ReportCitations(facts.lineage, sources: facts.sources)
    let tables = ReportTables(facts, citations)
    let known = facts.progress.filter(\.hasFigure)
    let unknown = facts.progress.filter { !$0.hasFigure }
    let latest = tables.figures(facts.latest(facts.groups[0]), caption: ReportMessage.latest())
    let comparison = facts.groups.count > 1 ? tables.comparison() : nil
    let components = tables.components()
    let targetTables =
      (known.isEmpty ? [] : [tables.targets(known)])
      + (unknown.isEmpty ? [] : [tables.targetsWithout(unknown)])
    let allYears = tables.figures(facts.ownFigures, caption: ReportMessage.allYears())
    let breaks = tables.breaks()
    try renderer?.finish()
    let sections: [ReportContent.Section?] = [
      facts.ownFigures.isEmpty
        ? nil
        : .init(
          id: "results", heading: ReportMessage.results(),
          paragraphs: [ReportMessage.citationNote()], pictures: try pictures(lines),
          tables: [latest] + [comparison].compactMap(\.self) + [allYears]),
      facts.components.isEmpty
        ? nil
        : .init(
          id: "components", heading: ReportMessage.components(),
          pictures: try pictures(profile), tables: [components]),
      .init(
        id: "targets", heading: ReportMessage.targets(),
        paragraphs: facts.progress.isEmpty
          ? [facts.noTargets] : [ReportMessage.paceNote()],
        pictures: try pictures(targets), tables: targetTables),
      .init(
        id: "tasks", heading: ReportMessage.tasks(),
        paragraphs: facts.tasks.isEmpty ? [ReportMessage.noTasks()] : [],
        tables: facts.tasks.isEmpty ? [] : [tables.tasks()]),
      map.isEmpty
        ? nil
        : .init(
          id: "map", heading: ReportMessage.map(), pictures: try pictures(map)),
      .init(
        id: "method", heading: ReportMessage.method(), paragraphs: method,
        tables: [breaks].compactMap(\.self)),
      .init(
        id: "lineage", heading: ReportMessage.lineage(),
        tables: [citations.figures, citations.documents].filter { !$0.rows.isEmpty }),
    ]
    return ReportContent(
      lang: Language.current.rawValue, title: printable(ReportMessage.title(facts.name)),
      subtitle: ReportMessage.subtitle(ReportFacts.day(today)), facts: about,
      summaryHeading: ReportMessage.summary(), summary: ReportSummary(facts).sentences,
      contentsHeading: ReportMessage.contents(), sections: sections.compactMap(\.self),
      footer: ReportMessage.footer(ToolVersion.current), skip: ReportMessage.skip(),
      sort: ReportMessage.sort())
  }

  private func names(_ ids: [String]) -> String {
    facts.related.filter { ids.contains($0.place) }.map(ReportFacts.name).joined(separator: ", ")
  }

  /// What the place is.
  private var about: [ReportContent.Fact] {
    let place = facts.place
    let lines: [(String, String?)] = [
      (Heading.kind(), Word.of(place.kind)),
      (Heading.region(), facts.region.map(ReportFacts.name)),
      (Heading.gso(), place.gsoCode), (Heading.iso(), place.isoCode),
      (Heading.validTo(), place.validTo.map(ReportFacts.day)),
      (
        Heading.predecessors(),
        place.predecessors.isEmpty ? nil : names(place.predecessors)
      ),
      (
        Heading.successors(),
        place.successors.isEmpty ? nil : names(place.successors)
      ),
    ]
    return lines.compactMap { name, value in
      value.map { ReportContent.Fact(name: name, value: printable($0)) }
    }
  }

  private var method: [String] {
    var notes = [
      ReportMessage.boundaryNote(), ReportMessage.breakNote(), ReportMessage.coverageNote(),
      ReportMessage.madeNote(),
    ]
    if !facts.place.predecessors.isEmpty {
      notes.append(ReportMessage.formedNote(ReportFacts.day(facts.place.validFrom)))
    }
    if let day = facts.selection.asOf { notes.append(ReportMessage.asOf(day.description)) }
    if let day = facts.selection.publishedBy {
      notes.append(ReportMessage.publishedBy(day.description))
    }
    return notes
  }
}
