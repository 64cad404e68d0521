// Places that moved between two years as rows.

import RowRendering
import Warehouse

/// Rows of movers.
struct MoverTable {
  let years: ClosedRange<Int>
  /// Whether people see columns of indicators, of levels, of remarks.
  var showsIndicator = true
  var showsLevel = false
  var showsRemarks = true

  var columns: [Column] {
    let machine = [
      "place", "indicator", "level", "unit", "from_period", "to_period", "from_value", "to_value",
      "change", "from_rank", "from_rank_of", "to_rank", "to_rank_of", "moved", "percentile_change",
      "break", "source", "rank_source",
    ].map { Column(key: $0, heading: $0, machineOnly: true) }
    var people: [Column] = []
    func add(
      _ key: String, _ heading: String, trailing: Bool = true, isOptional: Bool = false
    ) {
      people.append(
        Column(
          key: key, heading: heading, alignment: trailing ? .trailing : .leading,
          isOptionalInNarrow: isOptional, humanOnly: true,
          isInWorkbook: key == "of_indicator" || key == "where"))
    }
    if showsIndicator { add("of_indicator", Heading.indicator(), trailing: false) }
    if showsLevel { add("of_level", Heading.level(), trailing: false) }
    add("where", Heading.place(), trailing: false)
    add("rank_before", "\(Heading.rank()) \(years.lowerBound)")
    add("rank_after", "\(Heading.rank()) \(years.upperBound)")
    add("moves", Heading.rankChange())
    add("percentile", Heading.percentile())
    add("value_before", "\(years.lowerBound)", isOptional: true)
    add("value_after", "\(years.upperBound)", isOptional: true)
    add("gained", Heading.change())
    if showsRemarks { add("remarks", Heading.remarks(), trailing: false) }
    return machine + people
  }

  /// Columns whose repeated values people need not read again.
  var blankRepeats: [Int] {
    Array(18..<(18 + [showsIndicator, showsLevel].count(where: \.self)))
  }

  /// Fields of one place, in the order of the columns.
  func fields(_ row: MoverRow) -> [Field] {
    let machine: [Field] = [
      .text(row.place), .text(row.indicator), .text(row.level), .text(row.unit),
      .text(String(row.fromPeriod.prefix(4))), .text(String(row.toPeriod.prefix(4))),
      .number(row.fromValue, decimals: row.decimals), .number(row.toValue, decimals: row.decimals),
      .number(row.change, decimals: row.decimals), .integer(row.fromRank),
      .integer(row.fromRankOf), .integer(row.toRank), .integer(row.toRankOf),
      .integer(row.moved), .number(row.percentileChange, decimals: 3), .text(row.breakKind),
      .text(row.source),
      .text(row.rankSource),
    ]
    let isVietnamese = Language.current == .vi
    var people: [Field] = []
    if showsIndicator {
      people.append(
        .text(
          TargetTable.subject(
            row.indicatorNameVi, nameEn: row.indicatorNameEn, indicator: row.indicator, level: "")))
    }
    if showsLevel { people.append(.text(row.level.isEmpty ? nil : Word.of(row.level))) }
    people += [
      .text(isVietnamese ? row.placeNameVi : row.placeNameEn),
      .rank(row.fromRank, of: row.fromRankOf, isTied: row.isFromTied),
      .rank(row.toRank, of: row.toRankOf, isTied: row.isToTied),
      .change(row.moved.map(Double.init), decimals: 0),
      .change(row.percentileChange.map { $0 * 100 }, decimals: 1),
      .number(row.fromValue, decimals: row.decimals), .number(row.toValue, decimals: row.decimals),
      .change(row.change, decimals: row.decimals),
    ]
    if showsRemarks { people.append(.text(remarks(row))) }
    return machine + people
  }

  private func remarks(_ row: MoverRow) -> String? {
    var remarks = (row.breakKind ?? "").split(separator: "+").compactMap { Word.of(String($0)) }
    if row.rankSource == "computed" { remarks.append(Word.computed()) }
    return remarks.isEmpty ? nil : remarks.joined(separator: "; ")
  }
}
