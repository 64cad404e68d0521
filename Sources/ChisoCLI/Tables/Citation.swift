// One figure with all that is known of where it comes from, for machines and for people.

import RowRendering
import Warehouse

/// A figure and what every source says of it.
struct Citation {
  private let figure: FigureRow
  /// What the chosen source says now; nil for a sum.
  private let chosen: CitedFigure?
  private let vintages: [CitedFigure]
  private let others: [CitedFigure]
  private let parts: [CitedFigure]

  init(_ figure: FigureRow, told: [CitedFigure], parts: [CitedFigure]) {
    self.figure = figure
    let own = told.filter { $0.place == figure.place && $0.geography == figure.geography }
    let chosen =
      figure.isDerived
      ? nil : own.first { $0.source == figure.source && $0.recordedTo == nil } ?? own.first
    self.chosen = chosen
    vintages = own.filter { $0.source == chosen?.source && $0 != chosen }
    others = own.filter { $0.source != chosen?.source }
    self.parts = parts.filter {
      $0.place == figure.place && $0.geography == figure.geography && $0.recordedTo == nil
    }
  }

  // MARK: - For machines

  var json: JSONValue {
    .object([
      ("place", .string(figure.place)), ("indicator", .string(figure.indicator)),
      ("level", .string(figure.level)), ("freq", .string(figure.freq)),
      ("period", .string(FigureTable.period(figure))),
      ("geography", .string(figure.geography)), ("value", JSONValue(figure.value)),
      ("unit", JSONValue(figure.unit)), ("rank", JSONValue(figure.rank)),
      ("rank_of", JSONValue(figure.rankOf)), ("group", JSONValue(figure.group)),
      ("derived", .bool(figure.isDerived)),
      ("flags", .array(figure.flags.map { .string(String($0)) })),
      ("rank_source", JSONValue(figure.rankSource)),
      ("load", JSONValue(chosen?.load)), ("job", JSONValue(chosen?.job)),
      ("source", chosen.map(Self.source) ?? .null),
      ("source_file", chosen.map(Self.file) ?? .null),
      ("sheet", JSONValue(chosen?.sheet)), ("cell", JSONValue(chosen?.cell)),
      ("line_from", JSONValue(chosen?.line)), ("line_to", JSONValue(chosen?.line)),
      ("document", JSONValue(chosen?.document)), ("page", JSONValue(chosen?.page)),
      ("quote", .null),
      ("note", JSONValue(chosen?.note)),
      ("recorded_from", JSONValue(chosen?.recordedFrom)),
      ("published_on", JSONValue(figure.publishedOn)),
      ("vintages", .array(vintages.map(Self.told))),
      ("others", .array(others.map(Self.told))),
      ("parts", .array(parts.map(Self.told))),
    ])
  }

  private static func source(_ told: CitedFigure) -> JSONValue {
    .object([
      ("source", .string(told.source)), ("publisher", .string(told.publisher)),
      ("title", .string(told.title)), ("url", JSONValue(told.url)), ("tier", .int(told.tier)),
    ])
  }

  private static func file(_ told: CitedFigure) -> JSONValue {
    .object([("name", JSONValue(told.file)), ("sha256", JSONValue(told.sha256))])
  }

  private static func told(_ told: CitedFigure) -> JSONValue {
    .object([
      ("indicator", .string(told.indicator)), ("value", JSONValue(told.value)),
      ("rank", JSONValue(told.rank)), ("rank_of", JSONValue(told.rankOf)),
      ("group", JSONValue(told.group)), ("load", .int(told.load)),
      ("job", JSONValue(told.job)), ("source", source(told)), ("source_file", file(told)),
      ("sheet", JSONValue(told.sheet)), ("cell", JSONValue(told.cell)),
      ("line_from", JSONValue(told.line)), ("line_to", JSONValue(told.line)),
      ("document", JSONValue(told.document)), ("page", JSONValue(told.page)),
      ("note", JSONValue(told.note)), ("recorded_from", .string(told.recordedFrom)),
      ("recorded_to", JSONValue(told.recordedTo)),
    ])
  }

  static var columns: [Column] {
    [
      "place", "indicator", "level", "period", "geography", "value", "rank", "rank_of", "group",
      "source", "publisher", "title", "url", "tier", "load", "job", "file", "sha256", "line",
      "sheet", "cell", "document", "page", "note", "published_on", "recorded_from", "recorded_to",
    ].map { Column(key: $0, heading: $0) }
  }

  static func fields(_ told: CitedFigure) -> [Field] {
    [
      .text(told.place), .text(told.indicator), .text(told.level),
      .text(FigureTable.period(told.period, freq: told.freq)), .text(told.geography),
      .number(told.value, decimals: told.decimals),
      .integer(told.rank), .integer(told.rankOf), .text(told.group), .text(told.source),
      .text(told.publisher), .text(told.title), .text(told.url), .integer(told.tier),
      .integer(told.load), .text(told.job), .text(told.file), .text(told.sha256),
      .integer(told.line), .text(told.sheet), .text(told.cell), .text(told.document),
      .integer(told.page), .text(told.note), .date(told.publishedOn),
      .text(told.recordedFrom), .text(told.recordedTo),
    ]
  }

  /// A sum that the warehouse made: nobody tells it, so it has no file and no line.
  static func fields(_ figure: FigureRow) -> [Field] {
    [
      .text(figure.place), .text(figure.indicator), .text(figure.level),
      .text(FigureTable.period(figure)), .text(figure.geography),
      .number(figure.value, decimals: figure.decimals),
      .integer(figure.rank), .integer(figure.rankOf), .text(figure.group), .text("derived"),
    ] + Array(repeating: .missing, count: 14)
      + [.date(figure.publishedOn), .missing, .missing]
  }

  // MARK: - For people

  var text: String {
    var lines: [String] = [
      Notice.citeHolds(
        FigureTable.placeName(figure), FigureTable.indicatorName(figure),
        FigureTable.period(figure))
    ]
    lines += Self.says(
      value: figure.value, decimals: figure.decimals, unit: figure.unit, rank: figure.rank,
      rankOf: figure.rankOf, group: figure.group)
    if let remarks = FigureTable.remarks(figure) { lines.append("  " + remarks) }
    if let published = figure.publishedOn {
      lines.append("  \(Notice.citeLabelPublished()): \(published)")
    }
    if let chosen { lines += Self.origin(chosen) }
    lines += section(Notice.citeBefore(), vintages)
    lines += section(Notice.citeOthers(), others)
    if !parts.isEmpty { lines += ["", Notice.citeParts(String(parts.count))] + partLines }
    return lines.map(printable).joined(separator: "\n") + "\n"
  }

  /// One line a part; where they come from stands once below those that share it.
  private var partLines: [String] {
    var lines: [String] = []
    for (index, part) in parts.enumerated() {
      let number = part.value.map {
        formatted($0, decimals: part.decimals, decimalMark: Language.current.decimalMark)
      }
      lines.append("  \(part.indicator): \(number ?? "–")")
      let next = index + 1 < parts.count ? Self.origin(parts[index + 1]) : []
      if Self.origin(part) != next { lines += Self.origin(part) }
    }
    return lines
  }

  private func section(_ title: String, _ told: [CitedFigure]) -> [String] {
    guard !told.isEmpty else { return [] }
    return ["", title]
      + told.flatMap { told in
        Self.says(
          value: told.value, decimals: told.decimals, unit: told.unit, rank: told.rank,
          rankOf: told.rankOf, group: told.group) + Self.origin(told) + [""]
      }.dropLast()
  }

  private static func says(
    value: Double?, decimals: Int, unit: String?, rank: Int?, rankOf: Int?, group: String?
  ) -> [String] {
    var lines: [String] = []
    if let value {
      let number = formatted(value, decimals: decimals, decimalMark: Language.current.decimalMark)
      lines.append("  \(Notice.citeLabelValue()): \(number) \(Word.of(unit) ?? "")")
    }
    if let rank {
      let of = rankOf.map { "/\($0)" } ?? ""
      lines.append("  \(Notice.citeLabelRank()): \(rank)\(of)")
    }
    if let group { lines.append("  \(Notice.citeLabelGroup()): \(group)") }
    return lines
  }

  /// Where in its file a figure stands: its cell where columns have no names, else its line.
  private static func position(_ told: CitedFigure) -> String {
    guard let cell = told.cell else {
      return told.line.map { ", " + Notice.citeLine(String($0)) } ?? ""
    }
    let sheet = told.sheet.map { ", " + Notice.citeSheet($0) } ?? ""
    return sheet + ", " + Notice.citeCell(cell)
  }

  private static func origin(_ told: CitedFigure) -> [String] {
    let tier = Notice.citeTier(String(told.tier))
    var lines = ["  \(Notice.citeLabelSource()): \(told.title) (\(told.publisher), \(tier))"]
    if let url = told.url { lines.append("  \(Notice.citeLabelURL()): \(url)") }
    lines.append("  \(Notice.citeLabelFile()): \(told.file ?? "–")\(position(told))")
    if let document = told.document {
      let page = told.page.map { ", " + Notice.citePage(String($0)) } ?? ""
      lines.append("  \(Notice.citeLabelDocument()): \(document)\(page)")
    }
    lines.append("  \(Notice.citeLabelLoad()): \(told.load) (\(told.job ?? "–"))")
    let until = told.recordedTo.map { " " + Notice.citeSuperseded($0) } ?? ""
    lines.append("  \(Notice.citeLabelKnown()): \(told.recordedFrom)\(until)")
    if let note = told.note { lines.append("  \(Notice.citeLabelNote()): \(note)") }
    return lines
  }
}
