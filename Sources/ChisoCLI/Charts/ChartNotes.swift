// What stands below a picture, so that it can be read where nobody can ask: marks, breaks, editions,
// sources.

import Charts
import IndicatorModel
import RowRendering
import Warehouse

/// Notes of a picture.
struct ChartNotes {
  let language = Language.current
  /// Whether editions and sources are told.
  var tellsSources = true

  func number(_ value: Double, _ decimals: Int) -> String {
    formatted(value, decimals: decimals, decimalMark: language.decimalMark)
  }

  // MARK: - Breaks

  /// Kinds of breaks in the order of their marks.
  private static let kinds: [BreakRemark] = [.method, .partly, .unknown, .boundary]

  private func kinds(_ row: FigureRow) -> [BreakRemark] {
    (row.breakKind ?? "").split(separator: "+").compactMap { BreakRemark(rawValue: String($0)) }
  }

  /// Whether no line leads to a figure from the one before.
  static func startsAnew(_ row: FigureRow) -> Bool {
    row.breakKind?.hasPrefix("method") == true
  }

  /// The kinds that rows show, which number them.
  private func shown(_ rows: [FigureRow]) -> [BreakRemark] {
    let first = Self.first(rows)
    let all = Set(rows.filter { Self.time($0) != first[$0.indicator] }.flatMap(kinds))
    return Self.kinds.filter(all.contains)
  }

  /// The time of the first figure of each indicator: before it there is nothing that it could differ from.
  private static func first(_ rows: [FigureRow]) -> [String: Double] {
    rows.reduce(into: [:]) { first, row in
      first[row.indicator] = min(first[row.indicator] ?? .infinity, time(row))
    }
  }

  /// Breaks between the figures of one panel; `all` are the rows of the whole picture, which give the
  /// marks.
  func breaks(_ rows: [FigureRow], of all: [FigureRow]) -> [Break] {
    let marks = shown(all)
    var found: [Double: Set<BreakRemark>] = [:]
    let first = Self.first(rows)
    for row in rows where Self.time(row) != first[row.indicator] {
      for kind in kinds(row) { found[Self.time(row), default: []].insert(kind) }
    }
    return found.sorted { $0.key < $1.key }.map { time, kinds in
      let numbers = marks.indices.filter { kinds.contains(marks[$0]) }.map { String($0 + 1) }
      return Break(time: time, mark: numbers.joined(separator: ","))
    }
  }

  /// What the marks mean, with the years in which they stand.
  func explanations(_ rows: [FigureRow]) -> [String] {
    let first = Self.first(rows)
    return shown(rows).enumerated().map { index, kind in
      let meant = rows.filter {
        kinds($0).contains(kind) && Self.time($0) != first[$0.indicator]
      }
      let years = Set(meant.map { String($0.period.prefix(4)) }).sorted()
      return "\(index + 1) \(kind()): \(years.joined(separator: ", "))"
    }
  }

  /// A year, a quarter or a month as a number.
  static func time(_ row: FigureRow) -> Double {
    let parts = row.period.split(separator: "-").compactMap { Double($0) }
    return parts.count > 1 ? parts[0] + (parts[1] - 1) / 12 : parts.first ?? 0
  }

  // MARK: - Editions and sources

  /// Editions, N and publishers of figures.
  func provenance(
    _ rows: [FigureRow], _ sources: [SourceRow], _ selection: Selection,
    showsValues: Bool = true, showsRanks: Bool = true
  ) -> [String] {
    var notes: [String] = []
    if showsValues, rows.contains(where: { $0.isDerived && $0.carriedFrom == nil }) {
      notes.append(ChartMessage.made())
    }
    if showsRanks, rows.contains(where: { $0.rankSource == "computed" }) {
      notes.append(ChartMessage.ranksMade())
    }
    let editions = tellsSources ? editions(rows) : ""
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
    guard tellsSources, !publishers.isEmpty else { return [] }
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
    var order: [String] = []
    var years: [String: Set<Int>] = [:]
    var counts: [String: Set<Int>] = [:]
    for row in rows {
      let index = String(row.indicator.prefix { $0 != "." })
      if years[index] == nil { order.append(index) }
      if let year = Int(row.period.prefix(4)) { years[index, default: []].insert(year) }
      let places = row.rankOf ?? Int(row.geography.drop { $0 != "-" }.dropFirst())
      if let places { counts[index, default: []].insert(places) }
    }
    return order.map { index in
      let name = Word.of(index) ?? index
      let counted = (counts[index] ?? []).sorted().map(String.init)
      let number = counted.isEmpty ? "" : " (N = \(counted.joined(separator: ", ")))"
      return "\(name) \(Self.spans(years[index] ?? []))\(number)"
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
