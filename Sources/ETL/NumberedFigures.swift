// The figures of a file with the numbers that the warehouse has for their series and places.

import Documents
import IndicatorModel
import Warehouse

/// What a reading came to, beside the figures.
struct ReadFile: Sendable {
  /// How many rows say a figure.
  let rows: Int
  /// First days of their periods.
  let periods: Set<CalendarDate>
  /// Checksum of the bytes, where it was taken.
  let checksum: FileChecksum?
  /// Lines of a first half that ends where the second begins.
  let linesOfHalf: Int?
  /// Whether they are values and nothing else.
  let areValues: Bool
}

extension Set<CalendarDate> {
  /// First days of the years of these days, ISO.
  var years: Set<String> { Set<String>(map { "\($0.year)-01-01" }) }
}

/// Reads the figures of one file as observations.
struct NumberedFigures: ~Copyable {
  /// What is wrong with the file.
  var log: DiagnosticLog { reader.log }
  /// What was read, without the figures.
  var outcome: ReadFile {
    ReadFile(
      rows: rows, periods: periods, checksum: reader.checksum, linesOfHalf: reader.linesOfHalf,
      areValues: columns.areValues)
  }
  /// Rows that say a figure, so far.
  private var rows = 0
  /// The columns that the file fills.
  let columns: StagedColumns

  private var reader: FigureReader
  private let book: SeriesBook
  private var known = KnownSeries()
  private var periods: Set<CalendarDate> = []

  init(_ reader: FigureReader, _ book: SeriesBook) {
    self.reader = reader
    self.book = book
    columns = !reader.file.hasOrigins && reader.saysValuesOnly ? .values(of: nil) : .whole
  }

  /// Reads all figures; what is wrong goes to the log and reading goes on.
  ///
  /// - Parameters:
  ///   - takeValue: takes an observation that is nothing but a value; only of a table of values.
  ///   - take: takes an observation.
  /// - Throws: what they throw; `PostgresError`.
  mutating func read(
    _ takeValue: (StagedValue) throws -> Void, _ take: (StagedObservation) throws -> Void
  ) throws {
    let isOfValues = columns.areValues
    try reader.read { brief, line in
      guard isOfValues, let series = known.number(brief.context, brief.place.level) else {
        return false
      }
      rows += 1
      try takeValue(
        StagedValue(
          value: brief.value, provinceID: brief.place.provinceID, placeID: brief.place.id,
          seriesID: series.number, period: series.day, line: Int32(clamping: line)))
      return true
    } _: { figure, line in
      rows += 1
      let number: Int32
      if let context = figure.context, let found = known.number(context, figure.place.level) {
        number = found.number
      } else {
        number = try book.number(of: figure.series)
        periods.insert(figure.period)
        if let context = figure.context {
          known.add(
            number, day: Int32(clamping: figure.period.daysSince2000), context, figure.place.level)
        }
      }
      try take(StagedObservation(figure, series: number, line: line))
    }
  }

  /// Reads all figures and sorts them.
  ///
  /// - Parameters:
  ///   - folder: where is set aside what does not fit into memory.
  ///   - memory: how many bytes may stay there.
  /// - Returns: the observations.
  /// - Throws: `SpillError`, `PostgresError`.
  mutating func sorted(folder: String, memory: Int) throws -> SortedObservations {
    var sorter = ObservationSorter(folder: folder, memory: memory)
    try read({ try sorter.add($0) }) { try sorter.add($0) }
    return try sorter.sorted()
  }
}

/// Numbers of series by the contexts that the reader remembers, for each level of places: a context names
/// all that parts series but the place.
private struct KnownSeries {
  private typealias Entry = (number: Int32, day: Int32)
  private var entries: [[Entry?]] = Array(repeating: [], count: PlaceLevel.allCases.count)

  func number(_ context: Int, _ level: PlaceLevel) -> (number: Int32, day: Int32)? {
    let entries = entries[level.number]
    return context < entries.count ? entries[context] : nil
  }

  mutating func add(_ number: Int32, day: Int32, _ context: Int, _ level: PlaceLevel) {
    let missing = context + 1 - entries[level.number].count
    if missing > 0 {
      entries[level.number].append(contentsOf: repeatElement(nil, count: missing))
    }
    entries[level.number][context] = (number, day)
  }
}

extension PlaceLevel {
  fileprivate var number: Int {
    switch self {
    case .province: 0
    case .district: 1
    case .commune: 2
    }
  }
}

extension StagedObservation {
  fileprivate init(_ figure: MappedFigure, series: Int32, line: Int) {
    self.init(
      provinceID: figure.place.provinceID, placeID: figure.place.id, seriesID: series,
      period: Int32(clamping: figure.period.daysSince2000), line: Int32(clamping: line))
    value = figure.value
    rank = figure.rank.map(Int32.init(clamping:))
    rankOf = figure.rankOf.map(Int32.init(clamping:))
    flags = figure.flags
    group = figure.group
    note = figure.note
    origin = figure.origin
  }
}
