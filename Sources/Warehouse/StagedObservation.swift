// One observation with its numbers, and its form on the wire.

public import IndicatorModel
import LibPQ

/// Where a figure stands, beyond the line of its file.
///
/// An object, since most figures have none: the rows of a long table, millions of them, are copied
/// from step to step and carry no more than a reference.
public final class FigureOrigin: Sendable {
  /// Sheet of the workbook; nil in files without sheets.
  public let sheet: String?
  /// Cell of the value, else of the rank or the group, as `C12`; nil where columns have names.
  public let cell: String?
  /// The document that a province names for a result of its own.
  public let document: String?
  /// Page of the document, from 1.
  public let page: Int32?

  /// Makes an origin; what is nil is unknown.
  public init(
    sheet: String? = nil, cell: String? = nil, document: String? = nil, page: Int32? = nil
  ) {
    self.sheet = sheet
    self.cell = cell
    self.document = document
    self.page = page
  }
}

/// One observation with its numbers.
public struct StagedObservation: Sendable {
  /// Number of the province.
  public var provinceID: Int32
  /// Number of the place.
  public var placeID: Int32
  /// Number of the series.
  public var seriesID: Int32
  /// First day of the period, as days since 2000-01-01.
  public var period: Int32
  /// The figure, in the indicator's unit.
  public var value: Double?
  /// Published rank.
  public var rank: Int32?
  /// Number of places ranked, where printed.
  public var rankOf: Int32?
  /// Line of the file, from 1; nil for what the slot holds and the file did not confirm.
  public var line: Int32?
  /// SDMX OBS_STATUS letters.
  public var flags: String
  /// Published group.
  public var group: String?
  /// What the compiler noted.
  public var note: String?
  /// Where it stands, where the line does not say enough.
  public var origin: FigureOrigin?

  /// Makes an observation without figures.
  public init(provinceID: Int32, placeID: Int32, seriesID: Int32, period: Int32, line: Int32?) {
    self.provinceID = provinceID
    self.placeID = placeID
    self.seriesID = seriesID
    self.period = period
    self.line = line
    flags = "A"
  }
}

/// A figure that is nothing but a value: not a word, no reference, cheap to hand on.
public struct StagedValue: Sendable {
  /// The figure, in the indicator's unit.
  public var value: Double
  /// Number of the province.
  public var provinceID: Int32
  /// Number of the place.
  public var placeID: Int32
  /// Number of the series.
  public var seriesID: Int32
  /// First day of the period, as days since 2000-01-01.
  public var period: Int32
  /// Line of the file, from 1.
  public var line: Int32

  /// Makes a figure.
  ///
  /// - Parameters:
  ///   - value: the figure, in the indicator's unit.
  ///   - provinceID: number of the province.
  ///   - placeID: number of the place.
  ///   - seriesID: number of the series.
  ///   - period: first day of the period, as days since 2000-01-01.
  ///   - line: line of the file, from 1.
  public init(
    value: Double, provinceID: Int32, placeID: Int32, seriesID: Int32, period: Int32, line: Int32
  ) {
    self.value = value
    self.provinceID = provinceID
    self.placeID = placeID
    self.seriesID = seriesID
    self.period = period
    self.line = line
  }
}

extension StagedObservation {
  /// Makes an observation of a figure that is nothing but a value.
  ///
  /// - Parameter value: the figure.
  public init(_ value: StagedValue) {
    self.init(
      provinceID: value.provinceID, placeID: value.placeID, seriesID: value.seriesID,
      period: value.period, line: value.line)
    self.value = value.value
  }
}

extension NumberRow {
  /// A row of `StagedColumns.values`.
  ///
  /// - Parameter period: whether each says its period.
  /// - Returns: the row.
  static func ofValues(withPeriod period: Bool) -> NumberRow {
    NumberRow([.double, .int32, .int32, .int32, .int32] + (period ? [.int32] : []))
  }

  /// Writes a figure over the last one.
  mutating func fill(_ value: StagedValue, withPeriod period: Bool) {
    setDouble(value.value, at: 0)
    setInt32(value.provinceID, at: 1)
    setInt32(value.placeID, at: 2)
    setInt32(value.seriesID, at: 3)
    setInt32(value.line, at: 4)
    if period { setInt32(value.period, at: 5) }
  }
}

/// Which columns of a staging table are sent; the others are the same in all rows.
public enum StagedColumns: Sendable, Hashable {
  /// The value and nothing else that a row can say of a figure; without its period where all are of one.
  case values(of: CalendarDate?)
  /// All.
  case whole

  /// Whether nothing but values is sent.
  public var areValues: Bool { self != .whole }

  /// First day of the period of all rows, where that is not sent.
  public var period: CalendarDate? {
    if case .values(of: let period) = self { period } else { nil }
  }

  /// The columns, in the order in which rows are filled.
  var names: String {
    let values = "value, province_id, place_id, series_id, line" + (period == nil ? ", period" : "")
    return areValues ? values : values + ", " + ObservationRest.names
  }
}

extension BinaryRow {
  /// Replaces the row by an observation.
  mutating func fill(
    _ observation: StagedObservation, _ columns: StagedColumns
  ) throws(PostgresError) {
    fill(
      value: observation.value, provinceID: observation.provinceID, placeID: observation.placeID,
      seriesID: observation.seriesID, line: observation.line)
    if columns.period == nil { appendDate(daysSince2000: observation.period) }
    guard columns == .whole else { return }
    let rest = try ObservationRest.bytes(of: observation)
    rest.withUnsafeBytes { appendFields($0, count: ObservationRest.count) }
  }

  /// Replaces the row by what every observation has, but for its period, which comes next.
  mutating func fill(
    value: Double?, provinceID: Int32, placeID: Int32, seriesID: Int32, line: Int32?
  ) {
    removeAll()
    if let value { appendDouble(value) } else { appendNull() }
    appendInt32(provinceID)
    appendInt32(placeID)
    appendInt32(seriesID)
    if let line { appendInt32(line) } else { appendNull() }
  }
}
