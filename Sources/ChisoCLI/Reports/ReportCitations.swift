// Which number comes from where: each figure that a report shows gets a row, to which the number leads.

import Reports
import RowRendering
import Warehouse

/// Figures that were shown, with where they were read.
final class ReportCitations {
  private struct Key: Hashable {
    let place: String
    let indicator: String
    let period: String
  }

  private struct Shown {
    let name: String
    let period: String
    let value: String
    let lineage: [LineageRow]
    /// Where the parts of a sum were read that was made here.
    let parts: [LineageRow]
    /// Ids of sources where nothing of the figure itself was read: it was made of others.
    let made: [String]
  }

  private let lineage: [Key: [LineageRow]]
  private var numbers: [String: Int] = [:]
  private var shown: [Shown] = []
  /// Sources in the order of their rows.
  let sources: [SourceRow]
  private let positions: [String: Int]

  init(_ lineage: [LineageRow], sources: [SourceRow]) {
    self.lineage = Dictionary(grouping: lineage) {
      Key(place: $0.place, indicator: $0.indicator, period: $0.period)
    }
    self.sources = sources
    positions = Dictionary(
      sources.enumerated().map { ($0.element.source, $0.offset + 1) }
    ) { first, _ in first }
  }

  /// Where a figure leads; its source may be several joined by `+`, or nil for what was made here.
  func link(
    place: String, indicator: String, level: String, period: String, geography: String?,
    source: String?, name: String, value: String
  ) -> String {
    let id = [place, indicator, level, period, geography ?? "", source ?? ""]
      .joined(separator: "|")
    if let number = numbers[id] { return "#c\(number)" }
    let named = (source ?? "").split(separator: "+").map(String.init)
    let read = lineage[Key(place: place, indicator: indicator, period: period), default: []]
      .filter {
        named.contains($0.source) && $0.level == level
          && (geography == nil || $0.geography == geography)
      }
    shown.append(
      Shown(
        name: name, period: String(period.prefix(4)), value: value, lineage: read,
        parts: read.isEmpty ? parts(of: indicator, place: place, period: period, named) : [],
        made: read.isEmpty ? named : []))
    numbers[id] = shown.count
    return "#c\(shown.count)"
  }

  private func parts(
    of indicator: String, place: String, period: String, _ sources: [String]
  ) -> [LineageRow] {
    lineage.filter {
      $0.key.place == place && $0.key.period == period
        && $0.key.indicator.hasPrefix(indicator + ".")
    }.values.flatMap(\.self).filter { sources.contains($0.source) }
      .sorted { ($0.line ?? 0, $0.indicator) < ($1.line ?? 0, $1.indicator) }
  }

  /// Where a source leads; nil for one that is not listed.
  func link(source: String?) -> String? {
    source.flatMap { positions[$0] }.map { "#s\($0)" }
  }

  // MARK: - Tables

  /// A row for each figure that was shown.
  var figures: ReportContent.Table {
    ReportContent.Table(
      caption: ReportMessage.figures(),
      columns: [
        .init(ReportMessage.no(), isNumber: true), .init(Heading.indicator()),
        .init(Heading.year()), .init(Heading.value(), isNumber: true), .init(Heading.source()),
        .init(Heading.file()), .init(Heading.line()), .init(ReportMessage.load(), isNumber: true),
      ],
      rows: shown.enumerated().map { index, figure in
        let first = figure.lineage.first ?? figure.parts.first
        let isMade = figure.lineage.isEmpty
        let source = first?.source ?? figure.made.first
        return ReportContent.Row(
          anchor: "c\(index + 1)",
          [
            .init(String(index + 1), order: Double(index + 1), isNumber: true),
            .init(printable(figure.name)), .init(figure.period),
            .init(figure.value, isNumber: true),
            .init(
              source.map { isMade ? "\($0) (\(ReportMessage.made()))" : $0 }
                ?? ReportMessage.made(), isCode: true, link: link(source: source)),
            .init(first?.file.map(printable), isCode: true),
            .init(isMade ? Self.lines(figure.parts) : first.flatMap(Self.spot), isCode: true),
            .init(first.map { String($0.load) }, isNumber: true),
          ])
      })
  }

  /// How many parts a sum has, and on which lines they stand.
  private static func lines(_ parts: [LineageRow]) -> String? {
    let lines = Set(parts.compactMap(\.line))
    guard !lines.isEmpty else { return nil }
    return ReportMessage.parts(String(parts.count), ChartNotes.spans(lines))
  }

  /// Sheet and cell, else line, else document and page.
  private static func spot(_ row: LineageRow) -> String? {
    var parts: [String] = []
    if let sheet = row.sheet { parts.append(sheet) }
    if let cell = row.cell {
      parts.append(cell)
    } else if let line = row.line {
      parts.append(ReportMessage.line(String(line)))
    }
    if let document = row.document { parts.append(document) }
    if let page = row.page { parts.append(Notice.citePage(String(page))) }
    return parts.isEmpty ? nil : printable(parts.joined(separator: ", "))
  }

  /// A row for each source.
  var documents: ReportContent.Table {
    ReportContent.Table(
      caption: ReportMessage.sources(),
      columns: [
        .init(Heading.source()), .init(Heading.publisher()), .init(Heading.title()),
        .init(Heading.tier(), isNumber: true), .init(Heading.readOn()), .init(Heading.licence()),
      ],
      rows: sources.enumerated().map { index, source in
        ReportContent.Row(
          anchor: "s\(index + 1)",
          [
            .init(printable(source.source), isHead: true), .init(printable(source.publisher)),
            .init(printable(source.title), link: source.url),
            .init(String(source.tier), order: Double(source.tier), isNumber: true),
            .init(source.readOn), .init(source.licence.map(printable)),
          ])
      })
  }
}
