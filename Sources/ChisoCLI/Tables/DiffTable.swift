// What the warehouse learned as rows.

import RowRendering
import Warehouse

/// Rows of changes.
enum DiffTable {
  static var columns: [Column] {
    let machine = [
      "job", "kind", "change", "place", "indicator", "level", "freq", "period", "geography",
      "source", "plan", "subject", "unit", "old_value", "new_value", "old_rank", "new_rank",
      "old_group", "new_group", "old_flags", "new_flags", "old_load", "new_load", "recorded_at",
    ].map { Column(key: $0, heading: $0, machineOnly: true) }
    return machine + [
      Column(key: "of_job", heading: Heading.job(), humanOnly: true),
      Column(key: "how", heading: Heading.change(), humanOnly: true, isInWorkbook: true),
      Column(key: "where", heading: Heading.place(), humanOnly: true, isInWorkbook: true),
      Column(key: "what", heading: Heading.subject(), humanOnly: true, isInWorkbook: true),
      Column(key: "when", heading: Heading.period(), humanOnly: true),
      Column(key: "before", heading: Heading.before(), alignment: .trailing, humanOnly: true),
      Column(key: "after", heading: Heading.after(), alignment: .trailing, humanOnly: true),
      Column(
        key: "of_source", heading: Heading.source(), isOptionalInNarrow: true, humanOnly: true),
    ]
  }

  static let blankRepeats = [24, 25]

  static func fields(_ row: ChangeRow) -> [Field] {
    let period = FigureTable.period(row.period, freq: row.freq)
    let machine: [Field] = [
      .text(row.job), .text(row.kind), .text(row.change), .text(row.place), .text(row.indicator),
      .text(row.level), .text(row.freq), .text(period), .text(row.geography), .text(row.source),
      .text(row.plan), .text(row.subject), .text(row.unit),
      .number(row.oldValue, decimals: row.decimals),
      .number(row.newValue, decimals: row.decimals), .integer(row.oldRank), .integer(row.newRank),
      .text(row.oldGroup),
      .text(row.newGroup), .text(row.oldFlags), .text(row.newFlags), .integer(row.oldLoad),
      .integer(row.newLoad), .text(row.recordedAt),
    ]
    return machine + [
      .text(row.job), .text(Word.of(row.change)),
      .text(Language.current == .vi ? row.placeNameVi : row.placeNameEn), .text(subject(row)),
      .text(period), .text(said(row, row.oldValue, row.oldRank, row.oldGroup)),
      .text(said(row, row.newValue, row.newRank, row.newGroup)), .text(row.plan ?? row.source),
    ]
  }

  private static func subject(_ row: ChangeRow) -> String {
    let name = Language.current == .vi ? row.indicatorNameVi : row.indicatorNameEn
    let words = TargetTable.subject(
      row.subject ?? name ?? "", nameEn: name, indicator: row.indicator, level: row.level)
    return row.kind == "target" ? "\(Word.target()): \(words)" : words
  }

  /// `64,2`, `64,2 (12)` with its rank, `12`, or a group.
  private static func said(
    _ row: ChangeRow, _ value: Double?, _ rank: Int?, _ group: String?
  ) -> String? {
    let isRank = row.unit == "rank"
    let number = value.map {
      formatted(
        $0, decimals: isRank ? 0 : row.decimals ?? 2, decimalMark: Language.current.decimalMark)
    }
    let parts = [number, rank.map { number == nil ? "\($0)" : "(\($0))" }, group]
    let text = parts.compactMap(\.self).joined(separator: " ")
    return text.isEmpty ? nil : text
  }
}

/// Rows of counts of changes.
enum DiffCountTable {
  static var columns: [Column] {
    [
      Column(key: "job", heading: Heading.job()), Column(key: "kind", heading: Heading.kind()),
      Column(key: "change", heading: Heading.change()),
      Column(key: "count", heading: Heading.howMany(), alignment: .trailing),
    ]
  }

  static func fields(_ row: ChangeCount) -> [Field] {
    [
      .text(row.job), .code(row.kind, name: Word.of(row.kind)),
      .code(row.change, name: Word.of(row.change)), .integer(row.count),
    ]
  }
}
