// What a slot holds, streamed beside a new reading of its file: rows that stand in both, in about the same
// order, need not go to the server again.

import LibPQ
import WarehouseSQL

/// The observations that a slot holds, compared with those of its file as both go by.
///
/// The order of the two need not be the same: rows that wait for theirs are kept, up to a limit, in a
/// window. What is not found in it is left to the server, which looks everywhere.
public struct HeldRows: ~Copyable {
  /// How many held rows wait for theirs at most.
  private static let window = 8_192

  private var reader: CopyReader?
  private var waiting: [ObservationKey: StagedObservation] = [:]
  /// The waiting keys in the order in which they came, with those that are gone.
  private var order: [ObservationKey] = []
  private var oldest = 0
  private var head: StagedObservation?

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
    head = try read()
  }

  /// Looks for an observation of the file among those that are held.
  ///
  /// - Parameters:
  ///   - observation: what the file says.
  ///   - giveUp: takes held rows that the file does not confirm.
  /// - Returns: whether the same is held.
  /// - Throws: `PostgresError`, or what `giveUp` throws.
  public mutating func confirm(
    _ observation: StagedObservation, _ giveUp: (StagedObservation) throws -> Void
  ) throws -> Bool {
    if let held = head, held.key == observation.key {
      head = try read()
      return try settle(held, observation, giveUp)
    }
    if let held = waiting.removeValue(forKey: observation.key) {
      return try settle(held, observation, giveUp)
    }
    while waiting.count < Self.window, let held = head {
      head = try read()
      if held.key == observation.key { return try settle(held, observation, giveUp) }
      try wait(held, giveUp)
    }
    // The window is full: the oldest makes room, so that the window moves on.
    if let held = head {
      head = try read()
      try wait(held, giveUp)
    }
    return false
  }

  /// Gives up all that is left, at the end of the file.
  ///
  /// - Parameter giveUp: takes held rows that the file does not confirm.
  /// - Throws: `PostgresError`, or what `giveUp` throws.
  public mutating func finish(_ giveUp: (StagedObservation) throws -> Void) throws {
    for held in waiting.values { try giveUp(held) }
    waiting = [:]
    while let held = head {
      try giveUp(held)
      head = try read()
    }
  }

  private func settle(
    _ held: StagedObservation, _ observation: StagedObservation,
    _ giveUp: (StagedObservation) throws -> Void
  ) throws -> Bool {
    if held.says(the: observation) { return true }
    try giveUp(held)
    return false
  }

  private mutating func wait(
    _ held: StagedObservation, _ giveUp: (StagedObservation) throws -> Void
  ) throws {
    while waiting.count >= Self.window, oldest < order.count {
      if let gone = waiting.removeValue(forKey: order[oldest]) { try giveUp(gone) }
      oldest += 1
    }
    if oldest > Self.window {
      order.removeFirst(oldest)
      oldest = 0
    }
    waiting[held.key] = held
    order.append(held.key)
  }

  private mutating func read() throws -> StagedObservation? {
    try reader?.next { bytes in StagedObservation(held: bytes) }
  }
}

/// What no two observations share.
struct ObservationKey: Hashable {
  let seriesID: Int32
  let placeID: Int32
  let period: Int32
  let provinceID: Int32
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
