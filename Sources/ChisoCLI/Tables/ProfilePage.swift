// One place on one page: results, strong and weak parts, targets, tasks, sources.

import RowRendering
import Warehouse

/// What `chiso profile` shows.
struct ProfilePage {
  let place: PlaceRow
  /// Its region today, else the one before; nil for what is no province.
  let region: PlaceRow?
  /// The last figure of each index.
  let results: [FigureRow]
  /// Parts of the indices, by index, the strongest first.
  let components: [ComponentRow]
  let progress: [ProgressRow]
  /// Tasks that are due, the first first.
  let tasks: [PlannedTask]
  let sources: [SourceRow]

  /// How many parts are shown of each end.
  private static let shown = 3

  private static let resultTable = FigureTable(showsPlace: false, showsGroup: false)
  private static let progressTable = ProgressTable(method: .linear)

  var page: Page {
    let name = Language.current == .vi ? place.nameVi : place.nameEn
    let lines: [(String, String?)] = [
      (Heading.kind(), Word.of(place.kind)),
      (Heading.region(), region.map { Language.current == .vi ? $0.nameVi : $0.nameEn }),
      (Heading.validTo(), place.validTo),
      (
        Heading.predecessors(),
        place.predecessors.isEmpty ? nil : place.predecessors.joined(separator: ", ")
      ),
      (
        Heading.successors(),
        place.successors.isEmpty ? nil : place.successors.joined(separator: ", ")
      ),
    ]
    return Page(
      title: name, lines: lines.compactMap { name, value in value.map { (name, $0) } },
      parts: [
        Page.Part(
          heading: Heading.latestResults(), columns: Self.resultTable.columns,
          rows: results.map(Self.resultTable.fields)),
        Page.Part(
          heading: Heading.strongest(), columns: Self.componentColumns,
          rows: ends.strong.map(Self.fields), blankRepeats: [Self.machineColumns.count]),
        Page.Part(
          heading: Heading.weakest(), columns: Self.componentColumns,
          rows: ends.weak.map(Self.fields), blankRepeats: [Self.machineColumns.count]),
        Page.Part(
          heading: Heading.targetsWithResults(String(known.count), String(progress.count)),
          columns: Self.progressTable.columns, rows: known.map(Self.progressTable.fields),
          blankRepeats: ProgressTable.blankRepeats),
        Page.Part(
          heading: Heading.tasksDue(), columns: TaskTable.columns(showsPlan: true),
          rows: tasks.map(TaskTable.fields(showsPlan: true))),
        Page.Part(
          heading: Heading.sources(), columns: Listing<SourceRow>.sources.columns,
          rows: sources.map(Listing<SourceRow>.sources.fields)),
      ].filter { !$0.rows.isEmpty })
  }

  /// Targets of which anything is known; a page has no room for the others.
  private var known: [ProgressRow] {
    progress.filter { $0.latestPeriod != nil || $0.basePeriod != nil }
  }

  /// Of each index the parts farthest above and below the median; no part is both.
  private var ends: (strong: [ComponentRow], weak: [ComponentRow]) {
    var strong: [ComponentRow] = []
    var weak: [ComponentRow] = []
    for index in components.map(\.index).reduce(
      into: [String](),
      { known, index in
        if !known.contains(index) { known.append(index) }
      })
    {
      let known = components.filter { $0.index == index && $0.gap != nil }
      strong += known.prefix(Self.shown).filter { ($0.gap ?? 0) > 0 }
      weak += known.suffix(Self.shown).reversed().filter { ($0.gap ?? 0) < 0 }
    }
    return (strong, weak)
  }

  // MARK: - Tables

  private static let machineColumns = [
    "index", "indicator", "period", "geography", "value", "unit", "rank", "rank_of", "median",
    "best", "gap", "source",
  ].map { Column(key: $0, heading: $0, machineOnly: true) }

  private static var componentColumns: [Column] {
    machineColumns + [
      Column(key: "of", heading: Heading.index(), humanOnly: true),
      Column(
        key: "part", heading: Heading.indicator(), humanOnly: true, isInWorkbook: true),
      Column(key: "year", heading: Heading.year(), humanOnly: true),
      Column(key: "own", heading: Heading.value(), alignment: .trailing, humanOnly: true),
      Column(key: "middle", heading: Heading.median(), alignment: .trailing, humanOnly: true),
      Column(key: "above", heading: Heading.gap(), alignment: .trailing, humanOnly: true),
      Column(key: "place", heading: Heading.rank(), alignment: .trailing, humanOnly: true),
    ]
  }

  private static func fields(_ row: ComponentRow) -> [Field] {
    [
      .text(row.index), .text(row.indicator), .text(String(row.period.prefix(4))),
      .text(row.geography), .number(row.value, decimals: row.decimals), .text(row.unit),
      .integer(row.rank), .integer(row.rankOf), .number(row.median, decimals: row.decimals),
      .number(row.best, decimals: row.decimals), .change(row.gap, decimals: row.decimals),
      .text(row.source),
      .text(Word.of(row.index)),
      .text(Language.current == .vi ? row.indicatorNameVi : row.indicatorNameEn),
      .text(String(row.period.prefix(4))), .number(row.value, decimals: row.decimals),
      .number(row.median, decimals: row.decimals), .change(row.gap, decimals: row.decimals),
      .rank(row.rank, of: row.rankOf, isTied: row.isTied),
    ]
  }

  // MARK: - For machines

  /// Results, all components, progress and tasks, for files that hold several tables.
  var tables: [FilledTable] {
    [
      FilledTable(
        table: AnswerTable(
          key: "results", heading: Heading.latestResults(), columns: Self.resultTable.columns),
        rows: results.map(Self.resultTable.fields)),
      FilledTable(
        table: AnswerTable(
          key: "components", heading: ColumnName.part(), columns: Self.componentColumns),
        rows: components.map(Self.fields)),
      FilledTable(
        table: AnswerTable(
          key: "progress", heading: Heading.pace(), columns: Self.progressTable.columns),
        rows: progress.map(Self.progressTable.fields)),
      FilledTable(
        table: AnswerTable(
          key: "tasks", heading: Heading.tasks(), columns: TaskTable.columns(showsPlan: true)),
        rows: tasks.map(TaskTable.fields(showsPlan: true))),
    ]
  }

  /// One object: the place and a list for each part of the page; all components, by index.
  func writeJSON(to stream: OutputStream) throws {
    try stream.write("{\"place\":\(JSONValue.string(place.place).compact)")
    func add<Row>(
      _ key: String, _ rows: [Row], _ columns: [Column], _ fields: (Row) -> [Field]
    ) throws {
      try stream.write(",\n\"\(key)\":")
      var renderer = Renderer(columns: columns, format: .json, options: RenderOptions()) { text in
        try stream.write(text.hasSuffix("]\n") ? String(text.dropLast()) : text)
      }
      try renderer.begin()
      for row in rows { try renderer.row(fields(row)) }
      try renderer.end()
    }
    try add("results", results, Self.resultTable.columns, Self.resultTable.fields)
    try add("components", components, Self.componentColumns, Self.fields)
    try add("progress", progress, Self.progressTable.columns, Self.progressTable.fields)
    try add(
      "tasks", tasks, TaskTable.columns(showsPlan: true), TaskTable.fields(showsPlan: true))
    let listing = Listing<SourceRow>.sources
    try add("sources", sources, listing.columns, listing.fields)
    try stream.write("}\n")
  }
}
