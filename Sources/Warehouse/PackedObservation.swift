// One observation as it is sorted and compared: numbers of a fixed width, and the rest as it goes over the
// wire, so that nothing is taken apart that is only handed on.

import LibPQ

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The part of an observation that every observation has, in 32 bytes.
struct PackedObservation: BitwiseCopyable {
  /// What no two observations share, in the order of their key.
  struct Key: BitwiseCopyable, Equatable, Comparable {
    /// Series, then place.
    let list: UInt64
    /// Period, with its sign turned so that earlier days come first, then province.
    let moment: UInt64

    init(seriesID: Int32, placeID: Int32, period: Int32, provinceID: Int32) {
      list = UInt64(UInt32(bitPattern: seriesID)) << 32 | UInt64(UInt32(bitPattern: placeID))
      moment =
        UInt64(UInt32(bitPattern: period) ^ 1 << 31) << 32 | UInt64(UInt32(bitPattern: provinceID))
    }

    var seriesID: Int32 { Int32(truncatingIfNeeded: list >> 32) }
    var placeID: Int32 { Int32(truncatingIfNeeded: list) }
    var period: Int32 { Int32(bitPattern: UInt32(truncatingIfNeeded: moment >> 32) ^ 1 << 31) }
    var provinceID: Int32 { Int32(truncatingIfNeeded: moment) }

    static func < (one: Key, other: Key) -> Bool {
      one.list == other.list ? one.moment < other.moment : one.list < other.list
    }
  }

  let key: Key
  /// The figure, in the indicator's unit; `none` where there is none.
  let value: Double
  /// Line of the file, from 1; 0 for what the slot holds.
  let line: Int32
  /// Where the rest lies, from 1; 0 where the observation is nothing but a value.
  var rest: UInt32

  /// No figure: a pattern of bits that no computation gives.
  ///
  /// What is not a number, but was put into the warehouse by hand, is a figure, and another than any that
  /// a file says.
  static let none = Double(bitPattern: 0x7FF8_C150_0000_0000)

  /// Before any other.
  static let first = PackedObservation(
    key: Key(seriesID: 0, placeID: 0, period: 0, provinceID: 0), value: 0, line: 0)

  init(key: Key, value: Double, line: Int32, rest: UInt32 = 0) {
    self.key = key
    self.value = value
    self.line = line
    self.rest = rest
  }

  init(_ value: StagedValue) {
    self.init(
      key: Key(
        seriesID: value.seriesID, placeID: value.placeID, period: value.period,
        provinceID: value.provinceID),
      value: value.value, line: value.line)
  }

  init(_ observation: StagedObservation, rest: UInt32 = 0) {
    self.init(
      key: Key(
        seriesID: observation.seriesID, placeID: observation.placeID, period: observation.period,
        provinceID: observation.provinceID),
      value: observation.value ?? Self.none, line: observation.line ?? 0, rest: rest)
  }

  /// The figure, in the indicator's unit.
  var figure: Double? { value.bitPattern == Self.none.bitPattern ? nil : value }

  /// The figure that is nothing but a value.
  var asValue: StagedValue {
    StagedValue(
      value: value, provinceID: key.provinceID, placeID: key.placeID, seriesID: key.seriesID,
      period: key.period, line: line)
  }
}

/// What an observation says beyond its value: the columns of `ObservationRest.names`, as COPY has them.
///
/// A field is its length, four bytes with the highest first, and so many bytes; NULL has the length -1.
enum ObservationRest {
  /// What two observations are compared by, then what they are not.
  static let names = "rank, rank_of, flags, grp, note, document, page, sheet, cell"
  /// How many columns these are.
  static let count: Int16 = 9
  /// The same without what is not compared, which is not asked of what is held.
  static let comparedNames = "rank, rank_of, flags, grp, note, document, page"
  /// NULL twice: no sheet and no cell.
  static let notCompared = [UInt8](repeating: 0xFF, count: 8)
  /// The compared columns of an observation that is nothing but a value.
  static let plainCompared: [UInt8] =
    [UInt8](repeating: 0xFF, count: 8) + [0, 0, 0, 1, UInt8(ascii: "A")]
    + [UInt8](repeating: 0xFF, count: 16)
  /// All columns of an observation that is nothing but a value.
  static let plain = plainCompared + notCompared

  /// The columns of an observation.
  ///
  /// - Throws: `PostgresError` where a text holds a NUL.
  static func bytes(of observation: StagedObservation) throws(PostgresError) -> [UInt8] {
    var row = BinaryRow()
    row.appendOptional(observation.rank)
    row.appendOptional(observation.rankOf)
    try row.appendText(observation.flags)
    try row.appendOptional(observation.group)
    try row.appendOptional(observation.note)
    try row.appendOptional(observation.origin?.document)
    row.appendOptional(observation.origin?.page)
    try row.appendOptional(observation.origin?.sheet)
    try row.appendOptional(observation.origin?.cell)
    return row.fields
  }

  /// Whether the first column, a rank, is there.
  static func hasRank(_ bytes: UnsafeRawBufferPointer) -> Bool {
    bytes.count >= 4 && bytes.loadUnaligned(as: Int32.self) != -1
  }

  /// Whether two say the same, wherever in their files they stand.
  ///
  /// - Parameters:
  ///   - held: the columns of what is held, with no sheet and no cell.
  ///   - said: those of what a file says.
  /// - Returns: whether they do.
  static func isSame(_ held: UnsafeRawBufferPointer, _ said: UnsafeRawBufferPointer) -> Bool {
    let compared = held.count - notCompared.count
    guard compared >= 0, said.count >= held.count else { return false }
    // A field says how long it is: what begins alike for so many bytes are the same fields.
    guard compared > 0, let held = held.baseAddress, let said = said.baseAddress else {
      return true
    }
    return memcmp(held, said, compared) == 0
  }
}

extension StagedObservation {
  /// Whether it is nothing but a value, as a line of a table of values.
  var isPlain: Bool {
    value != nil && rank == nil && rankOf == nil && flags == "A" && group == nil && note == nil
      && origin == nil
  }
}

extension BinaryRow {
  fileprivate mutating func appendOptional(_ text: String?) throws(PostgresError) {
    if let text { try appendText(text) } else { appendNull() }
  }

  fileprivate mutating func appendOptional(_ number: Int32?) {
    if let number { appendInt32(number) } else { appendNull() }
  }
}
