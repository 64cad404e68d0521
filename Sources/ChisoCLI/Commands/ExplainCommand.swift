// chiso explain: why a total changed between two years.

import ArgumentParser
import IndicatorModel
import RowRendering
import Warehouse

/// `chiso explain`.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration.verb(
    .explain,
    "chiso explain --place lang-son --indicator pci --years 2018..2019",
    "chiso explain --place \"Hà Tĩnh\" --indicator papi --format csv")

  @OptionGroup var connection: ConnectionOptions

  @Option(help: Help.place.argument, completion: .catalog(.place))
  var place: [String]

  @Option(help: Help.indicator.argument, completion: .catalog(.indicator))
  var indicator: String

  @Option(help: Help.twoYears.argument)
  var years: String?

  @Flag(help: Help.acrossBreaks.argument)
  var acrossBreaks = false

  @OptionGroup var boundary: BoundaryOptions
  @OptionGroup var clocks: ClockOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    try SelectionOptions.refuseEmpty(place, "--place")
    guard let years else { return }
    guard SelectionOptions.span(years) != nil else {
      throw ValidationError(Complaint.needsTwoYears(years))
    }
  }

  func run() throws {
    var session = try connection.workspace().session(for: .asking)
    var selection = Selection()
    selection.places = try SelectionOptions.places(
      &session, named: SelectionOptions.words(place), boundaries: boundary.boundaries,
      note: connection.note)
    selection.boundaries = boundary.boundaries
    selection.acrossBreaks = acrossBreaks
    clocks.apply(to: &selection)
    let codes = try session.knownIndicators(named: [indicator])
    guard let total = codes.first, codes.count == 1 else {
      throw Failure(.usage, Complaint.oneIndicator())
    }
    guard let span = try years.flatMap(SelectionOptions.span) ?? lastTwo(&session, total, selection)
    else { return try FigureQuestion.explainEmpty(&session, note: connection.note) }
    let rows = try session.explanation(
      of: total, from: span.lowerBound, to: span.upperBound, selection)
    if !rows.isEmpty, rows.allSatisfy(\.isTotal) {
      throw Failure(
        .notFound, Complaint.noParts(total, String(span.lowerBound), String(span.upperBound)))
    }
    let table = ExplanationTable(
      years: span, showsPlace: Set(rows.map(\.place)).count != 1,
      showsWeight: rows.contains { $0.toWeight != nil || $0.fromWeight != nil })
    var places: [String] = []
    for row in rows where places.last != row.place { places.append(row.place) }
    selection.indicators = [total]
    selection.years = YearSelection([YearRange(first: span.lowerBound, last: span.upperBound)])
    let remarks =
      means(rows) + gaps(rows)
      + (try FigureQuestion.remarks(&session, selection, isEmpty: rows.isEmpty))
    try output.write(
      places.flatMap { place in
        table.rows(rows.filter { $0.place == place }, forPeople: output.format.isForPeople)
      }, columns: table.columns, blankRepeats: table.blankRepeats, remarks: remarks,
      note: connection.note, sources: { try session.listSources($0) })
  }

  /// The last two years of which the places' total and some of its parts are known, else the total.
  private func lastTwo(
    _ session: inout Session, _ total: String, _ selection: Selection
  ) throws -> ClosedRange<Int>? {
    let parts = try session.listIndicators(nil).filter { $0.parent == total }.map(\.indicator)
    var asked = selection
    asked.indicators = [total] + parts
    asked.levels = [""]
    let figures = try session.trend(asked).filter { $0.value != nil && $0.freq == "A" }
    func years(_ figures: [FigureRow]) -> Set<Int> {
      Set(figures.compactMap { Int($0.period.prefix(4)) })
    }
    let whole = years(figures.filter { $0.indicator == total })
    let known = whole.intersection(years(figures.filter { $0.indicator != total }))
    let last = (known.count > 1 ? known : whole).sorted().suffix(2)
    guard let one = last.first, let two = last.last, one < two else { return nil }
    return one...two
  }

  /// Which totals hold the mean of former provinces.
  private func means(_ rows: [ExplanationRow]) -> [String] {
    rows.filter(\.isTotal).compactMap { row in
      guard let carried = row.carriedFrom else { return nil }
      let name = Language.current == .vi ? row.placeNameVi : row.placeNameEn
      return "\(name): \(Notice.holdsMean(String(carried.count)))"
    }
  }

  /// Why contributions may be missing.
  private func gaps(_ rows: [ExplanationRow]) -> [String] {
    if !acrossBreaks, rows.contains(where: { $0.breakKind != nil }) {
      let reasons = Set(rows.filter { $0.breakKind != nil }.compactMap(\.breakReason)).sorted()
      return [Notice.explainedOverBreak(reasons.joined(separator: "; "))]
    }
    let unknown = Set(rows.filter { !$0.isTotal && $0.contribution == nil }.map(\.part)).sorted()
    return unknown.isEmpty ? [] : [Notice.partsUnknown(unknown.joined(separator: ", "))]
  }
}
