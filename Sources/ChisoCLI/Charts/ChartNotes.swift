// What stands below a picture, so that it can be read where nobody can ask: marks, breaks, editions,
// sources.

import Charts
import IndicatorModel
import RowRendering
import Warehouse

/// Notes of a picture.
struct ChartNotes {
  let language = Language.current
  func number(_ value: Double, _ decimals: Int) -> String {
    formatted(value, decimals: decimals, decimalMark: language.decimalMark)
  }

  /// Whether no line leads to a figure from the one before.
  static func startsAnew(_ row: FigureRow) -> Bool {
    row.breakKind?.hasPrefix("method") == true
  }

  /// A year, a quarter or a month as a number.
  static func time(_ row: FigureRow) -> Double {
    let parts = row.period.split(separator: "-").compactMap { Double($0) }
    return parts.count > 1 ? parts[0] + (parts[1] - 1) / 12 : parts.first ?? 0
  }

  /// Time between two figures of a series, in years.
  static func step(_ row: FigureRow) -> Double {
    switch row.freq {
    case "Q": 0.25
    case "M": 1.0 / 12
    default: 1
    }
  }

  // MARK: - Editions and sources

  /// Editions, N and publishers of figures.
  func provenance(
    _ rows: [FigureRow], _ sources: [SourceRow], _ selection: Selection,
    showsValues: Bool = true, showsRanks: Bool = true
  ) -> [String] {
    var notes: [String] = []
    if selection.boundaries == .today { notes.append(ChartMessage.carried()) }
    if showsValues, rows.contains(where: { $0.isDerived && $0.carriedFrom == nil }) {
      notes.append(ChartMessage.made())
    }
    if showsRanks, rows.contains(where: { $0.rankSource == "computed" }) {
      notes.append(ChartMessage.ranksMade())
    }
    let editions = editions(rows)
    if !editions.isEmpty { notes.append(ChartMessage.editions(editions)) }
    notes += self.sources(sources)
    if let day = selection.asOf { notes.append(ChartMessage.asOf(day.description)) }
    if let day = selection.publishedBy { notes.append(ChartMessage.publishedBy(day.description)) }
    return notes
  }

  /// Who says so.
  func sources(_ sources: [SourceRow]) -> [String] {
    var publishers: [String] = []
    for source in sources where !publishers.contains(source.publisher) {
      publishers.append(source.publisher)
    }
    guard !publishers.isEmpty else { return [] }
    let most = 4
    let named = publishers.prefix(most).joined(separator: "; ")
    let rest = publishers.count - most
    let ids = sources.map(\.source)
    let shown = ids.prefix(most).joined(separator: ", ") + (ids.count > most ? ", …" : "")
    let names = rest > 0 ? ChartMessage.andOthers(named, String(rest)) : named
    return ["\(ChartMessage.sources(names)) (\(shown))"]
  }

  /// `PCI 2015–2019, 2021 (N = 63)`.
  private func editions(_ rows: [FigureRow]) -> String {
    editions(
      rows.map { row in
        (
          index: String(row.indicator.prefix { $0 != "." }), period: row.period,
          count: row.rankOf ?? Int(row.geography.drop { $0 != "-" }.dropFirst())
        )
      })
  }

  /// The same of anything that names an index and a period; `count` is how many places were ranked.
  func editions(_ figures: [(index: String, period: String, count: Int?)]) -> String {
    var order: [String] = []
    for figure in figures where !order.contains(figure.index) { order.append(figure.index) }
    return order.map { index in
      let own = figures.filter { $0.index == index }
      let years = Set(own.compactMap { Int($0.period.prefix(4)) })
      // Of an edition the number that most figures tell; a newspaper may tell another.
      let counts = Set(
        Dictionary(grouping: own, by: \.period).values.compactMap { told in
          let counts = Dictionary(grouping: told.compactMap(\.count)) { $0 }
          return counts.max { ($0.value.count, $0.key) < ($1.value.count, $1.key) }?.key
        })
      let number =
        counts.isEmpty ? "" : " (N = \(counts.sorted().map(String.init).joined(separator: ", ")))"
      return "\(Word.of(index) ?? index) \(Self.spans(years))\(number)"
    }.joined(separator: "; ")
  }

  /// `2015–2019, 2021`.
  static func spans(_ years: Set<Int>) -> String {
    var spans: [(first: Int, last: Int)] = []
    for year in years.sorted() {
      if let last = spans.last, year == last.last + 1 {
        spans[spans.count - 1].last = year
      } else {
        spans.append((year, year))
      }
    }
    return spans.map { $0.first == $0.last ? "\($0.first)" : "\($0.first)–\($0.last)" }
      .joined(separator: ", ")
  }

  // MARK: - Figures in words

  /// A figure on one line: place, period, value, rank, what a reader should know.
  func words(_ row: FigureRow) -> String {
    var text = "\(FigureTable.placeName(row)), \(FigureTable.period(row)): "
    var parts: [String] = []
    if let value = value(row) { parts.append(value) }
    if let rank = rank(row) { parts.append(ChartMessage.rankOf(rank)) }
    if let group = row.group { parts.append(group) }
    text += parts.joined(separator: "; ")
    if let remarks = FigureTable.remarks(row) { text += " (\(remarks))" }
    return text
  }

  /// `67,88 điểm`.
  func value(_ row: FigureRow) -> String? {
    row.value.map { value in
      "\(number(value, row.decimals)) \(Word.of(row.unit) ?? "")"
    }
  }

  /// `15/63`, `15=/63` where it is shared.
  func rank(_ row: FigureRow) -> String? {
    row.rank.map { rank in
      "\(rank)\(row.isTied ? "=" : "")\(row.rankOf.map { "/\($0)" } ?? "")"
    }
  }
}
