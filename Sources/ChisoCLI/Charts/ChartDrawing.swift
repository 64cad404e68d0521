// From rows of mart to charts: words, marks and numbers as people read them. Asks nothing; whoever calls
// has asked.

import Charts
import IndicatorModel
import RowRendering
import Warehouse

/// Makes charts of rows.
struct ChartDrawing {
  /// Width of a picture in pixels.
  let width: Int
  /// The clocks of the question, which a picture tells.
  let selection: Selection
  /// Ids of places that were named by one word, which are one series.
  let groups: [[String]]
  /// Names of places by id, for those that are not drawn.
  var placeNames: [String: String] = [:]

  let notes = ChartNotes()

  func frame(
    _ title: String, _ subtitle: String, marks: [String] = [], notes: [String],
    alternative: String
  ) -> ChartFrame {
    ChartFrame(
      title: printable(title), subtitle: printable(subtitle), marks: marks.map(printable),
      notes: notes.map(printable),
      // What keeps words on one line is of no use to who hears them.
      alternative: printable(alternative).split(separator: "\u{A0}").joined(separator: " "),
      width: width,
      decimalMark: Language.current.decimalMark)
  }

  /// Position of the word that named a place; nil where none did.
  func group(of place: String) -> Int? { groups.firstIndex { $0.contains(place) } }

  /// Rows of one frequency: yearly figures, where there are any.
  func ofOneFrequency(_ rows: [FigureRow]) -> [FigureRow] {
    let yearly = rows.filter { $0.freq == "A" }
    if !yearly.isEmpty { return yearly }
    return rows.filter { $0.freq == rows.first?.freq }
  }

  /// `2006–2022`.
  func period(_ rows: [FigureRow]) -> String {
    let periods = rows.map { FigureTable.period($0) }
    guard let first = periods.min(), let last = periods.max() else { return "" }
    return first == last ? first : "\(first)–\(last)"
  }

  /// Full name of an indicator, with its common short name.
  func title(of row: FigureRow) -> String {
    let name = Language.current == .vi ? row.indicatorNameVi : row.indicatorNameEn
    let level = row.level.isEmpty ? "" : " (\(Word.of(row.level) ?? row.level))"
    guard let short = Word(rawValue: row.indicator)?.text else { return name + level }
    return "\(name) (\(short))\(level)"
  }

  /// Places and indicators that were asked for and of which nothing is drawn.
  func without(_ rows: [FigureRow]) -> [String] {
    let places = groups.filter { group in !rows.contains { group.contains($0.place) } }
      .compactMap { $0.first.map { placeNames[$0] ?? $0 } }
    let codes = (selection.indicators ?? []).filter { code in
      !rows.contains { $0.indicator == code }
    }
    let missing = codes.map { Word.of($0) ?? $0 } + places
    return missing.isEmpty ? [] : [ChartMessage.without(missing.joined(separator: ", "))]
  }

  /// A name whose words stay on one line.
  static func unbroken(_ name: String) -> String {
    name.split(separator: " ").joined(separator: "\u{A0}")
  }

  /// Names of the places asked for, each in its last shape.
  ///
  /// The words of a name stay on one line.
  func names(_ rows: [FigureRow]) -> String {
    groups.indices.compactMap { index in
      rows.filter { group(of: $0.place) == index }.max { $0.period < $1.period }
        .map(FigureTable.placeName)
    }.map(Self.unbroken).joined(separator: ", ")
  }
}
