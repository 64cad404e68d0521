// What the parts of rows meant when they came before. A long table says the same few hundred series and
// places millions of times; a row whose parts are all known needs no texts, no lookups, no diagnostics.
// Every other row takes the long way, which alone knows what is right.

import Documents
import IndicatorModel
import Warehouse

/// A row whose parts were all known: what it means by numbers, without a text.
struct BriefFigure {
  /// Which context that the reader remembers.
  let context: Int
  let place: LoadCatalog.Place
  let value: Double
}

/// Maps rows of a long table by what earlier rows meant.
struct FigureShortcut {
  /// What all columns mean but place and value.
  private struct Context {
    /// Of the level of the place that came first; other places of the table may be of another.
    let series: SeriesKey
    let period: CalendarDate
    /// The day by which names of places are read.
    let day: CalendarDate
    let flags: String
  }

  /// What a row is held against, without a text.
  private struct Limits {
    let min: Double
    let max: Double
    /// Which names of places are meant.
    let names: Int
  }

  /// Contexts by one way to write them down.
  private struct Contexts {
    var keys = ByteTable()
    var meanings: [Context] = []
    var limits: [Limits] = []
  }

  /// Names of places as they are read by one day.
  private struct Names {
    let day: CalendarDate
    var keys = ByteTable()
    var places: [LoadCatalog.Place] = []
  }

  private let placeColumn: Int?
  private let valueColumn: Int?
  /// Columns that decide the series, the period and the flags.
  private let contextColumns: [Int]
  /// The same where they stand side by side: a row without quotes then has its key in one piece.
  private let contextRun: ClosedRange<Int>?
  /// Columns that a row of the short way leaves empty.
  private let otherColumns: [Int]
  private let mark: UInt8
  /// Contexts as they stand in rows without quotes; their numbers are even.
  private var plain = Contexts()
  /// Contexts whose fields had to be joined; their numbers are odd.
  private var joined = Contexts()
  private var names: [Names] = []
  private var remembered = 0
  private var key: [UInt8] = []
  /// A file that names more is remembered no further.
  private static let most = 200_000

  init(columns: [String], decimalMark: Character) {
    let context = [
      "year", "period", "freq", "indicator", "level", "geography", "source", "unit", "flags",
    ]
    placeColumn = columns.firstIndex(of: "place")
    valueColumn = columns.firstIndex(of: "value")
    contextColumns = columns.indices.filter { context.contains(columns[$0]) }
    otherColumns = columns.indices.filter {
      !context.contains(columns[$0]) && columns[$0] != "place" && columns[$0] != "value"
    }
    if let first = contextColumns.first, let last = contextColumns.last,
      last - first == contextColumns.count - 1
    {
      contextRun = first...last
    } else {
      contextRun = nil
    }
    mark = decimalMark.asciiValue ?? UInt8(ascii: ".")
  }

  /// What a row means whose parts are all known; nil where the long way has to be taken.
  mutating func brief(of cells: borrowing DelimitedScanner) -> BriefFigure? {
    guard let placeColumn, let valueColumn else { return nil }
    for column in otherColumns where !cells.isEmpty(column) { return nil }
    guard let value = cells.withField(valueColumn, { Self.plainNumber($0, mark) }),
      let context = context(of: cells)
    else { return nil }
    let limits = context & 1 == 0 ? plain.limits[context >> 1] : joined.limits[context >> 1]
    guard value >= limits.min, value <= limits.max,
      let place = cells.withField(placeColumn, { names[limits.names].keys.number(of: $0) })
    else { return nil }
    return BriefFigure(context: context, place: names[limits.names].places[place], value: value)
  }

  /// All that a row means.
  func figure(_ brief: BriefFigure) -> MappedFigure {
    let number = brief.context >> 1
    let context = brief.context & 1 == 0 ? plain.meanings[number] : joined.meanings[number]
    var series = context.series
    series.places = brief.place.level
    return MappedFigure(
      place: brief.place, series: series, period: context.period, day: context.day,
      context: brief.context, value: brief.value, flags: context.flags)
  }

  /// Remembers what the parts of a row meant.
  mutating func remember(
    _ figure: MappedFigure, bounds: (min: Double?, max: Double?),
    of cells: borrowing DelimitedScanner
  ) {
    guard let placeColumn, remembered < Self.most else { return }
    let index = names.firstIndex { $0.day == figure.day } ?? names.count
    if index == names.count { names.append(Names(day: figure.day)) }
    if cells.withField(placeColumn, { names[index].keys.add($0) }) {
      names[index].places.append(figure.place)
      remembered += 1
    }
    let context = Context(
      series: figure.series, period: figure.period, day: figure.day, flags: figure.flags)
    let limits = Limits(
      min: bounds.min ?? -.infinity, max: bounds.max ?? .infinity, names: index)
    func add(_ key: UnsafeBufferPointer<UInt8>, to contexts: inout Contexts) {
      guard contexts.keys.add(key) else { return }
      contexts.meanings.append(context)
      contexts.limits.append(limits)
      remembered += 1
    }
    if let contextRun, !cells.hasQuotes {
      cells.withFields(contextRun) { add($0, to: &plain) }
    } else {
      join(cells)
      key.withUnsafeBufferPointer { add($0, to: &joined) }
    }
  }

  /// Number of the context of a row; nil where it is not known.
  private mutating func context(of cells: borrowing DelimitedScanner) -> Int? {
    if let contextRun, !cells.hasQuotes {
      return cells.withFields(contextRun) { plain.keys.number(of: $0) }.map { $0 << 1 }
    }
    join(cells)
    return key.withUnsafeBufferPointer { joined.keys.number(of: $0) }.map { $0 << 1 | 1 }
  }

  /// Makes one key of the fields of a context.
  private mutating func join(_ cells: borrowing DelimitedScanner) {
    key.removeAll(keepingCapacity: true)
    for column in contextColumns {
      cells.withField(column) { key.append(contentsOf: $0) }
      key.append(0)  // a field with a NUL is never remembered: the long way refuses it
    }
  }

  /// Digits, and the mark with digits on both sides; at most fifteen, so that both the digits and the
  /// power of ten are exact and one division rounds right.
  private static func plainNumber(
    _ bytes: UnsafeBufferPointer<UInt8>, _ mark: UInt8
  ) -> Double? {
    guard !bytes.isEmpty, bytes.count <= 16 else { return nil }
    var digits = 0
    var fraction: Int?
    for index in 0..<bytes.count {
      let byte = bytes[index]
      if byte == mark {
        guard fraction == nil, index > 0, index < bytes.count - 1 else { return nil }
        fraction = 0
        continue
      }
      let digit = byte &- UInt8(ascii: "0")
      guard digit <= 9 else { return nil }
      digits = digits * 10 + Int(digit)
      fraction? += 1
    }
    guard digits < 1_000_000_000_000_000 else { return nil }
    return Double(digits) / powers[fraction ?? 0]
  }

  private static let powers: [Double] = (0...16).map { count in
    (0..<count).reduce(1.0) { power, _ in power * 10 }
  }
}
