// What a slot holds, streamed beside a new reading of its file: rows that stand in both, in about the same
// order, need not go to the server again.

import LibPQ
import WarehouseSQL

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The observations that a slot holds, compared with those of its file as both go by.
///
/// The order of the two need not be the same: rows of either side that wait for theirs are kept, up to a
/// limit. What does not find its own meanwhile is left to the server, which looks everywhere.
public struct HeldRows: ~Copyable {
  /// How many rows of either side wait for theirs.
  private static let window = 16_384
  /// How many held rows wait at most where the file goes on and on without meeting one of them, as when
  /// it leaves out what stood together.
  private static let most = 16 * window
  /// For how many rows of the file a held row waits at least: by far more than it takes the file to come
  /// to the last of those that wait.
  private static let patience = 4 * most

  private var reader: CopyReader?
  private var head: HeldRow?
  /// Held rows that the file has not said yet.
  private var held = WaitingRows<HeldRow>()
  /// Rows of the file that were not among those that are held, so far.
  private var said = WaitingRows<StagedObservation>()
  private var limit = window
  /// Rows of the file: all, and those since one was found.
  private var asked = 0
  private var missed = 0

  /// Begins to read what a slot holds, on a connection of its own.
  ///
  /// - Parameters:
  ///   - conninfo: the same database as the load's.
  ///   - slot: number of the slot.
  /// - Throws: `PostgresError`, `WarehouseError`.
  public init(_ conninfo: String, slot: Int32) throws {
    let session = try Session(conninfo, for: .loading)
    // COPY takes no parameters; a number needs no quotes.
    let copy = Statement(
      name: "copy held observations",
      text: """
        copy (
            select
                o.value, o.province_id, o.place_id, o.series_id, o.period, o.rank, o.rank_of,
                o.flags, o.grp, o.note, o.document, o.page
            from warehouse.observation as o
            where o.slot_id = \(slot)
        ) to stdout (format binary)
        """)
    reader = try CopyReader(session.intoConnection(), copy)
    try advance()
  }

  /// Compares an observation of the file with what is held.
  ///
  /// - Parameters:
  ///   - observation: what the file says.
  ///   - write: takes what the server has to look at: observations of the file, and held ones that it
  ///     says otherwise or not at all.
  /// - Throws: `PostgresError`, or what `write` throws.
  public mutating func compare(
    _ observation: StagedObservation, _ write: (StagedObservation) throws -> Void
  ) throws {
    let key = observation.key
    if let found = try find(key, write) {
      try Self.settle(found, observation, write)
    } else {
      try wait(observation, key, write)
    }
  }

  /// Compares a figure of the file that is nothing but a value with what is held.
  ///
  /// - Parameters:
  ///   - value: what the file says.
  ///   - write: takes what the server has to look at.
  /// - Throws: `PostgresError`, or what `write` throws.
  public mutating func compare(
    _ value: StagedValue, _ write: (StagedObservation) throws -> Void
  ) throws {
    let key = value.key
    if let found = try find(key, write) {
      if found.more == nil, found.value == value.value { return }
      try Self.settle(found, StagedObservation(value), write)
    } else {
      try wait(StagedObservation(value), key, write)
    }
  }

  /// Gives all that is left to the server, at the end of the file.
  ///
  /// - Parameter write: takes what the server has to look at.
  /// - Throws: `PostgresError`, or what `write` throws.
  public mutating func finish(_ write: (StagedObservation) throws -> Void) throws {
    while let next = head {
      try advance()
      if let observation = said.remove(next.key) {
        try Self.settle(next, observation, write)
      } else {
        try write(next.observation)
      }
    }
    for next in held.removeAll() { try write(next.observation) }
    for observation in said.removeAll() { try write(observation) }
  }

  /// Takes the held row of a key, if it is the next one, waits, or comes soon.
  private mutating func find(
    _ key: ObservationKey, _ write: (StagedObservation) throws -> Void
  ) throws -> HeldRow? {
    asked += 1
    if let next = head, next.key == key {
      try advance()
      missed = 0
      return next
    }
    if let found = held.remove(key) {
      missed = 0
      return found
    }
    while held.count < limit, let next = head {
      try advance()
      if next.key == key {
        missed = 0
        return next
      }
      try wait(next, write)
    }
    missed += 1
    if missed > limit / 2, limit < Self.most { limit *= 2 }
    while held.count >= limit, let tired = held.removeOldest(before: asked - Self.patience) {
      try write(tired.observation)
    }
    return nil
  }

  /// Keeps a row of the file that is not held, so far.
  private mutating func wait(
    _ observation: StagedObservation, _ key: ObservationKey,
    _ write: (StagedObservation) throws -> Void
  ) throws {
    guard head != nil, !said.contains(key) else { return try write(observation) }
    if said.count >= Self.window, let oldest = said.removeOldest(before: asked) {
      try write(oldest)
    }
    said.add(observation, key, at: asked)
  }

  private mutating func wait(
    _ row: HeldRow, _ write: (StagedObservation) throws -> Void
  ) throws {
    if let observation = said.remove(row.key) {
      try Self.settle(row, observation, write)
    } else {
      held.add(row, row.key, at: asked)
    }
  }

  private static func settle(
    _ held: HeldRow, _ observation: StagedObservation,
    _ write: (StagedObservation) throws -> Void
  ) throws {
    let before = held.observation
    if before.says(the: observation) { return }
    try write(before)
    try write(observation)
  }

  private mutating func advance() throws {
    head = try reader?.next { bytes in HeldRow(bytes) }
  }
}

/// Rows by their keys, and in the order in which they came.
private struct WaitingRows<Row> {
  private var rows: [ObservationKey: Row] = [:]
  /// The keys as they came and when, with those that are gone.
  private var order: [(key: ObservationKey, moment: Int)] = []
  private var oldest = 0

  var count: Int { rows.count }

  func contains(_ key: ObservationKey) -> Bool { rows[key] != nil }

  mutating func add(_ row: Row, _ key: ObservationKey, at moment: Int) {
    rows[key] = row
    order.append((key, moment))
    // What is gone is cleared before it is more than what is left.
    guard order.count > 2 * rows.count + 1_024 else { return }
    order = order[oldest...].filter { rows[$0.key] != nil }
    oldest = 0
  }

  mutating func remove(_ key: ObservationKey) -> Row? {
    rows.isEmpty ? nil : rows.removeValue(forKey: key)
  }

  /// Takes the row that came first, if it came before a moment.
  mutating func removeOldest(before moment: Int) -> Row? {
    while oldest < order.count, order[oldest].moment < moment {
      let key = order[oldest].key
      oldest += 1
      if let row = rows.removeValue(forKey: key) { return row }
    }
    return nil
  }

  mutating func removeAll() -> [Row] {
    defer { self = WaitingRows() }
    return Array(rows.values)
  }
}

/// What no two observations share.
struct ObservationKey: Hashable {
  let seriesID: Int32
  let placeID: Int32
  let period: Int32
  let provinceID: Int32
}

extension StagedValue {
  var key: ObservationKey {
    ObservationKey(
      seriesID: seriesID, placeID: placeID, period: period, provinceID: provinceID)
  }
}

/// One held row; most are nothing but a value.
private struct HeldRow {
  let key: ObservationKey
  /// The value, where that is all.
  let value: Double
  /// Everything, where there is more than a value; an object, since most rows have none.
  let more: Whole?

  final class Whole {
    let observation: StagedObservation

    init(_ observation: StagedObservation) { self.observation = observation }
  }

  var observation: StagedObservation {
    if let more { return more.observation }
    var observation = StagedObservation(
      provinceID: key.provinceID, placeID: key.placeID, seriesID: key.seriesID,
      period: key.period, line: nil)
    observation.value = value
    return observation
  }

  /// What follows the key where a row is nothing but a value: no rank nor its number of places, the
  /// usual flags, no group, note, document and page.
  private static let plainEnd: [UInt8] = {
    let null: [UInt8] = [255, 255, 255, 255]
    return null + null + [0, 0, 0, 1, UInt8(ascii: "A")] + null + null + null + null
  }()
  private static let plainCount = 75

  /// A row of the COPY: a count of fields, then each after its length.
  init(_ bytes: UnsafeRawBufferPointer) {
    func number<T: FixedWidthInteger>(at offset: Int, _: T.Type) -> T {
      T(bigEndian: bytes.loadUnaligned(fromByteOffset: offset, as: T.self))
    }
    // The first four bytes of a row that has a value are its length.
    if bytes.count == Self.plainCount, number(at: 2, Int32.self) == 8,
      Self.plainEnd.withUnsafeBytes({ end in
        guard let start = bytes.baseAddress, let end = end.baseAddress else { return false }
        return memcmp(start + 46, end, Self.plainCount - 46) == 0
      })
    {
      value = Double(bitPattern: number(at: 6, UInt64.self))
      key = ObservationKey(
        seriesID: number(at: 34, Int32.self), placeID: number(at: 26, Int32.self),
        period: number(at: 42, Int32.self), provinceID: number(at: 18, Int32.self))
      more = nil
    } else {
      let observation = StagedObservation(held: bytes)
      value = 0
      key = observation.key
      more = Whole(observation)
    }
  }
}

extension StagedObservation {
  var key: ObservationKey {
    ObservationKey(
      seriesID: seriesID, placeID: placeID, period: period, provinceID: provinceID)
  }

  /// Whether two observations of one key say the same, wherever in their files they stand.
  func says(the other: StagedObservation) -> Bool {
    value == other.value && rank == other.rank && rankOf == other.rankOf && flags == other.flags
      && group == other.group && note == other.note
      && (origin === other.origin
        || origin?.document == other.origin?.document && origin?.page == other.origin?.page)
  }

  /// A row of the COPY in `HeldRows`: a count of fields, then each after its length.
  init(held bytes: UnsafeRawBufferPointer) {
    var at = 2
    func number<T: FixedWidthInteger>(_: T.Type) -> T? {
      let length = Int32(bigEndian: bytes.loadUnaligned(fromByteOffset: at, as: Int32.self))
      at += 4
      guard length >= 0 else { return nil }
      defer { at += Int(length) }
      return T(bigEndian: bytes.loadUnaligned(fromByteOffset: at, as: T.self))
    }
    func text() -> String? {
      let length = Int32(bigEndian: bytes.loadUnaligned(fromByteOffset: at, as: Int32.self))
      at += 4
      guard length >= 0 else { return nil }
      defer { at += Int(length) }
      return String(decoding: bytes[at..<at + Int(length)], as: UTF8.self)
    }
    let value = number(UInt64.self).map(Double.init(bitPattern:))
    let provinceID = number(Int32.self) ?? 0
    let placeID = number(Int32.self) ?? 0
    let seriesID = number(Int32.self) ?? 0
    let period = number(Int32.self) ?? 0
    self.init(
      provinceID: provinceID, placeID: placeID, seriesID: seriesID, period: period, line: nil)
    self.value = value
    rank = number(Int32.self)
    rankOf = number(Int32.self)
    flags = text() ?? "A"
    group = text()
    note = text()
    let document = text()
    let page = number(Int32.self)
    if document != nil { origin = FigureOrigin(document: document, page: page) }
  }
}
