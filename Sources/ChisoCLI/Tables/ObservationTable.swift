// Figures as each source tells them, in the columns that a job of shape `exported` loads again.

import RowRendering
import Warehouse

/// Rows of an export.
enum ObservationTable {
  /// Columns for machines, which a load reads, and for people.
  static var columns: [Column] {
    let machine = [
      "place", "indicator", "level", "freq", "period", "geography", "value", "unit", "rank",
      "rank_of", "group", "flags", "source", "edition", "published_on", "document", "page", "note",
    ]
    return [
      Column(key: "place_name", heading: ColumnName.placeName(), workbookOnly: true),
      Column(key: "indicator_name", heading: ColumnName.indicatorName(), workbookOnly: true),
    ]
      + machine.map { Column(key: $0, heading: $0, machineOnly: true) }
      + [
        people(.indicator), people(.place), people(.period), people(.value, .trailing),
        people(.unit), people(.rank, .trailing), people(.group), people(.geography),
        people(.edition), people(.remarks), people(.source),
      ]
  }

  private static func people(
    _ heading: Heading, _ alignment: Column.Alignment = .leading
  ) -> Column {
    Column(
      key: "shown_\(heading.rawValue)", heading: heading(), alignment: alignment, humanOnly: true)
  }

  /// Columns whose repeated values people need not read again.
  static var blankRepeats: [Int] {
    let first = columns.firstIndex { $0.humanOnly } ?? 0
    return [first, first + 1]
  }

  /// Fields of one figure, in the order of the columns.
  ///
  /// - Parameters:
  ///   - row: the figure.
  ///   - forPeople: whether the columns for people are filled, too: figures may be millions.
  /// - Returns: the fields.
  static func fields(_ row: ObservationRow, forPeople: Bool) -> [Field] {
    let period = FigureTable.period(row.period, freq: row.freq)
    let (place, indicator) =
      Language.current == .vi
      ? (row.placeNameVi, row.indicatorNameVi) : (row.placeNameEn, row.indicatorNameEn)
    let machine: [Field] = [
      .text(place), .text(indicator),
      .text(row.place), .text(row.indicator), .text(row.level), .text(row.freq), .text(period),
      .text(row.geography), .number(row.value, decimals: row.decimals), .text(row.unit),
      .integer(row.rank), .integer(row.rankOf), .text(row.group), .text(row.flags),
      .text(row.source), .text(row.edition), .date(row.publishedOn), .text(row.document),
      .integer(row.page), .text(row.note),
    ]
    guard forPeople else { return machine }
    let level = row.level.isEmpty ? "" : " (\(Word.of(row.level) ?? row.level))"
    return machine + [
      .text((Word(rawValue: row.indicator)?.text ?? indicator) + level), .text(place),
      .text(period), .number(row.value, decimals: row.decimals), .text(Word.of(row.unit)),
      .rank(row.rank, of: row.rankOf), .text(row.group), .text(row.geography),
      .text(row.edition), .text(remarks(row)), .text(row.source),
    ]
  }

  private static func remarks(_ row: ObservationRow) -> String? {
    let remarks =
      row.flags.compactMap { FlagRemark(rawValue: String($0))?.text }
      + [row.document, row.note].compactMap(\.self)
    return remarks.isEmpty ? nil : remarks.joined(separator: "; ")
  }
}
