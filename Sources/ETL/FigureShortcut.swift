// What the parts of rows meant when they came before. A long table says the same few hundred series and
// places millions of times; a row whose parts are all known needs no texts, no lookups, no diagnostics.
// Every other row takes the long way, which alone knows what is right.

import Documents
import IndicatorModel
import Warehouse

/// Maps rows of a long table by what earlier rows meant.
struct FigureShortcut {
  /// What all columns mean but place and value.
  private struct Context {
    let series: SeriesKey
    let period: CalendarDate
    /// The day by which names of places are read.
    let day: CalendarDate
    let flags: String
    let min: Double
    let max: Double
  }

  private let placeColumn: Int?
  private let valueColumn: Int?
  /// Columns that decide the series, the period and the flags.
  private let contextColumns: [Int]
  /// Columns that a row of the short way leaves empty.
  private let otherColumns: [Int]
  private let mark: UInt8
  private var contexts: [Context] = []
  private var places: [LoadCatalog.Place] = []
  private var contextKeys = ByteTable()
  private var placeKeys = ByteTable()
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
    mark = decimalMark.asciiValue ?? UInt8(ascii: ".")
  }

  /// The figure of a row whose parts are all known; nil where the long way has to be taken.
  mutating func figure(of cells: borrowing DelimitedScanner) -> MappedFigure? {
    guard let placeColumn, let valueColumn else { return nil }
    for column in otherColumns where !cells.isEmpty(column) { return nil }
    guard let value = cells.withField(valueColumn, plainNumber) else { return nil }
    fillContextKey(cells)
    guard let number = contextKeys.number(of: key) else { return nil }
    let context = contexts[number]
    guard value >= context.min, value <= context.max else { return nil }
    fillPlaceKey(cells, placeColumn, context.day)
    guard let place = placeKeys.number(of: key) else { return nil }
    return MappedFigure(
      place: places[place], series: context.series, period: context.period, day: context.day,
      context: number, value: value, flags: context.flags)
  }

  /// Remembers what the parts of a row meant.
  mutating func remember(
    _ figure: MappedFigure, bounds: (min: Double?, max: Double?),
    of cells: borrowing DelimitedScanner
  ) {
    guard let placeColumn, contexts.count + places.count < Self.most else { return }
    fillContextKey(cells)
    if contextKeys.add(key) {
      contexts.append(
        Context(
          series: figure.series, period: figure.period, day: figure.day, flags: figure.flags,
          min: bounds.min ?? -.infinity, max: bounds.max ?? .infinity))
    }
    fillPlaceKey(cells, placeColumn, figure.day)
    if placeKeys.add(key) { places.append(figure.place) }
  }

  private mutating func fillContextKey(_ cells: borrowing DelimitedScanner) {
    key.removeAll(keepingCapacity: true)
    for column in contextColumns {
      cells.withField(column) { key.append(contentsOf: $0) }
      key.append(0)  // a field with a NUL never comes here: the long way refuses it
    }
  }

  private mutating func fillPlaceKey(
    _ cells: borrowing DelimitedScanner, _ column: Int, _ day: CalendarDate
  ) {
    key.removeAll(keepingCapacity: true)
    withUnsafeBytes(of: Int32(clamping: day.daysSince2000)) { key.append(contentsOf: $0) }
    cells.withField(column) { key.append(contentsOf: $0) }
  }

  /// Digits, and the mark with digits on both sides; at most fifteen, so that both the digits and the
  /// power of ten are exact and one division rounds right.
  private func plainNumber(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
    guard !bytes.isEmpty, bytes.count <= 16 else { return nil }
    var digits = 0
    var fraction: Int?
    for (index, byte) in bytes.enumerated() {
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
    return Double(digits) / Self.powers[fraction ?? 0]
  }

  private static let powers: [Double] = (0...16).map { count in
    (0..<count).reduce(1.0) { power, _ in power * 10 }
  }
}
