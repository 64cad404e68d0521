// Figures as rows: the JSON contract for machines, words and marks for people.

import IndicatorModel
import RowRendering
import Warehouse

/// Rows of figures in the columns of the contract.
struct FigureTable {
  /// Whether people see a column of places, of indicators, of levels, of years, of groups.
  var showsPlace = true
  var showsIndicator = true
  var showsLevel = false
  var showsYear = true
  var showsGroup = true
  /// Whether people see the set of provinces and the edition: a document is read where nobody can ask again.
  var showsEdition = false
  /// Whether the rank comes first for people.
  var isRanking = false
  /// Whether machines are told which rows are what all provinces together say.
  var tellsStatistic = false

  /// Columns for people and machines; those for machines are the JSON contract, in its order.
  var columns: [Column] {
    [
      Column(key: "place_name", heading: ColumnName.placeName(), workbookOnly: true),
      Column(key: "indicator_name", heading: ColumnName.indicatorName(), workbookOnly: true),
      Column(key: "place", heading: Heading.place(), machineOnly: true),
      Column(key: "indicator", heading: Heading.indicator(), machineOnly: true),
      Column(key: "level", heading: Heading.level(), machineOnly: true),
      Column(key: "freq", heading: "freq", machineOnly: true),
      Column(key: "period", heading: Heading.period(), machineOnly: true),
      Column(key: "geography", heading: Heading.geography(), machineOnly: true),
      Column(key: "value", heading: Heading.value(), machineOnly: true),
      Column(key: "unit", heading: Heading.unit(), machineOnly: true),
      Column(key: "rank", heading: Heading.rank(), machineOnly: true),
      Column(key: "rank_of", heading: "N", machineOnly: true),
      Column(key: "group", heading: Heading.group(), machineOnly: true),
      Column(key: "change", heading: Heading.change(), machineOnly: true),
      Column(key: "change_pct", heading: Heading.changePercent(), machineOnly: true),
      Column(key: "rank_change", heading: Heading.rankChange(), machineOnly: true),
      Column(key: "break", heading: "break", machineOnly: true),
      Column(key: "derived", heading: "derived", machineOnly: true),
      Column(key: "flags", heading: "flags", machineOnly: true),
      Column(key: "source", heading: Heading.source(), machineOnly: true),
      Column(key: "rank_source", heading: "rank_source", machineOnly: true),
      Column(key: "published_on", heading: Heading.publishedOn(), machineOnly: true),
      Column(key: "break_reason", heading: "break_reason", machineOnly: true),
      Column(key: "best", heading: "best", machineOnly: true),
      Column(key: "worst", heading: "worst", machineOnly: true),
      Column(key: "mean_change", heading: "mean_change", machineOnly: true),
      Column(key: "value_low", heading: "value_low", machineOnly: true),
      Column(key: "value_high", heading: "value_high", machineOnly: true),
      Column(key: "carried_from", heading: "carried_from", machineOnly: true),
      Column(key: "percentile", heading: "percentile", machineOnly: true),
      Column(key: "edition", heading: Heading.edition(), machineOnly: true),
    ] + statisticColumns + peopleColumns
  }

  private var statisticColumns: [Column] {
    tellsStatistic
      ? [
        Column(key: "statistic", heading: "statistic", machineOnly: true),
        Column(key: "places", heading: "places", machineOnly: true),
        Column(key: "places_of", heading: "places_of", machineOnly: true),
      ] : []
  }

  private var peopleColumns: [Column] {
    var columns: [Column] = []
    func add(_ heading: Heading, trailing: Bool = false, optional: Bool = false) {
      columns.append(
        Column(
          key: heading.rawValue, heading: heading(), alignment: trailing ? .trailing : .leading,
          isOptionalInNarrow: optional, humanOnly: true))
    }
    if showsIndicator { add(.indicator) }
    if showsLevel { add(.level) }
    if isRanking { add(.rank, trailing: true) }
    if showsPlace { add(.place) }
    if showsYear { add(.year) }
    add(.value, trailing: true)
    add(.unit)
    if !isRanking { add(.rank, trailing: true) }
    add(.change, trailing: true)
    add(.changePercent, trailing: true, optional: true)
    add(.rankChange, trailing: true)
    if showsGroup { add(.group, optional: true) }
    if showsEdition {
      add(.geography)
      add(.edition)
    }
    add(.remarks)
    add(.source, optional: true)
    return columns
  }

  /// Columns whose repeated values people need not read again.
  var blankRepeats: [Int] {
    let first = columns.count - peopleColumns.count
    return Array(
      first..<(first + [showsIndicator, showsLevel, showsPlace && !isRanking].count(where: \.self)))
  }

  /// Fields of one figure, in the order of the columns.
  func fields(_ row: FigureRow) -> [Field] {
    let machine: [Field] = [
      .text(Self.placeName(row)), .text(Self.indicatorName(row)),
      .text(row.place), .text(row.indicator), .text(row.level), .text(row.freq),
      .text(Self.period(row)), .text(row.geography), .number(row.value, decimals: row.decimals),
      .text(row.unit), .integer(row.rank), .integer(row.rankOf), .text(row.group),
      .change(row.change, decimals: row.decimals), .change(row.changePercent, decimals: 1),
      .integer(row.rankChange), .text(row.breakKind),
      .boolean(row.isDerived), .list(row.flags.map(String.init)), .text(row.source),
      .text(row.rankSource), .date(row.publishedOn), .text(row.breakReason),
      .number(row.best, decimals: row.decimals), .number(row.worst, decimals: row.decimals),
      .change(row.meanChange, decimals: row.decimals),
      .number(row.valueLow, decimals: row.decimals),
      .number(row.valueHigh, decimals: row.decimals), row.carriedFrom.map(Field.list) ?? .missing,
      .number(row.percentile, decimals: 3), .text(row.edition),
    ]
    var people: [Field] = []
    if showsIndicator { people.append(.text(Self.indicatorName(row))) }
    if showsLevel { people.append(.text(row.level.isEmpty ? nil : Word.of(row.level))) }
    let rank = Field.rank(row.rank, of: row.rankOf, isTied: row.isTied)
    if isRanking { people.append(rank) }
    if showsPlace { people.append(.text(Self.placeName(row))) }
    if showsYear { people.append(.text(Self.period(row))) }
    people += [.number(row.value, decimals: row.decimals), .text(Word.of(row.unit))]
    if !isRanking { people.append(rank) }
    people += [
      .change(row.change, decimals: row.decimals), .change(row.changePercent, decimals: 1),
      .change(row.rankChange.map(Double.init), decimals: 0),
    ]
    if showsGroup { people.append(.text(row.group)) }
    if showsEdition { people += [.text(row.geography), .text(row.edition)] }
    people += [.text(Self.remarks(row)), .text(row.source)]
    let statistic = tellsStatistic ? [Field.missing, .missing, .missing] : []
    return machine + statistic + people
  }

  /// What all provinces together say, in the columns for machines.
  func fields(_ told: SummaryRow, _ addition: Addition, unit: String?) -> [Field] {
    let place = addition == .best ? told.bestPlace : told.region ?? "vn"
    let value =
      addition == .median ? told.median : addition == .best ? told.best : told.mean
    let said: [String: Field] = [
      "place": .text(place), "indicator": .text(told.indicator), "level": .text(told.level),
      "freq": .text(told.freq), "period": .text(Self.period(told.period, freq: told.freq)),
      "geography": .text(told.geography), "value": .number(value), "unit": .text(unit),
      "derived": .boolean(addition != .best), "flags": .list(["A"]),
      "statistic": .text(addition == .region ? Addition.mean.rawValue : addition.rawValue),
      "places": .integer(told.places), "places_of": .integer(told.placesOf),
    ]
    // Columns for people bear keys of their own.
    return columns.map { $0.humanOnly ? .missing : said[$0.key] ?? .missing }
  }

  /// Period as in SDMX: 2024, 2024-Q1, 2024-03.
  static func period(_ row: FigureRow) -> String { period(row.period, freq: row.freq) }

  /// The same from a first day and a frequency.
  static func period(_ firstDay: String, freq: String) -> String {
    guard let day = CalendarDate(iso: firstDay), let frequency = Frequency(rawValue: freq),
      let period = Period(containing: day, frequency: frequency)
    else { return firstDay }
    return period.description
  }

  static func placeName(_ row: FigureRow) -> String {
    Language.current == .vi ? row.placeNameVi : row.placeNameEn
  }

  /// Name of the indicator with its code where that is the shorter way to say it.
  static func indicatorName(_ row: FigureRow) -> String {
    let name = Language.current == .vi ? row.indicatorNameVi : row.indicatorNameEn
    let level = row.level.isEmpty ? "" : " (\(Word.of(row.level) ?? row.level))"
    return (Word(rawValue: row.indicator)?.text ?? name) + level
  }

  /// Of how many former provinces a value is the mean, and between which values it stands.
  private static func carriedRemark(_ row: FigureRow, count: Int) -> String {
    guard let low = row.valueLow, let high = row.valueHigh else {
      return Notice.carriedIncomplete(String(count))
    }
    let mark = Language.current.decimalMark
    return Notice.carried(
      String(count), formatted(low, decimals: row.decimals, decimalMark: mark),
      formatted(high, decimals: row.decimals, decimalMark: mark))
  }

  /// What a reader must know about a figure, in words.
  static func remarks(_ row: FigureRow) -> String? {
    var remarks = (row.breakKind ?? "").split(separator: "+").map { part in
      BreakRemark(rawValue: String(part))?.text ?? String(part)
    }
    if let carried = row.carriedFrom {
      remarks.append(carriedRemark(row, count: carried.count))
    } else if row.isDerived {
      remarks.append(Word.derived())
    }
    if row.rankSource == "computed" {
      remarks.append(Word.computed())
    } else if let source = row.rankSource {
      remarks.append(Notice.rankBy(source))
    }
    if row.geography == "vn-34" { remarks.append(row.geography) }
    remarks += row.flags.compactMap { FlagRemark(rawValue: String($0))?.text }
    return remarks.isEmpty ? nil : remarks.joined(separator: "; ")
  }
}
