// What a slot holds, read on a connection of its own while its file is read again.

import LibPQ

extension SortedObservations {
  /// Reads what a slot holds from the server.
  ///
  /// - Parameters:
  ///   - slot: number of the slot.
  ///   - conninfo: the same database as the load's.
  ///   - folder: where observations are set aside that do not fit into memory.
  /// - Returns: the observations, without their lines.
  /// - Throws: `PostgresError`, `WarehouseError`, `SpillError`.
  public static func held(
    by slot: Int32, _ conninfo: String, folder: String
  ) throws -> SortedObservations {
    let session = try Session(conninfo, for: .loading)
    // COPY takes no parameters; a number needs no quotes.
    let copy = Statement(
      name: "copy held observations",
      text: """
        copy (
            select
                value, province_id, place_id, series_id, period,
                case
                    when rank is null and rank_of is null and flags = 'A' and grp is null and note is null
                        and document is null and page is null
                        then null
                    else record_send(row(\(ObservationRest.comparedNames)))
                end
            from warehouse.observation
            where slot_id = \(slot)
        ) to stdout (format binary)
        """)
    var reader = try CopyReader(session.intoConnection(), copy)
    var sorter = ObservationSorter(folder: folder, memory: 32 << 20)
    while let row = try reader.next({ bytes in HeldRow(bytes) }) {
      if let rest = row.rest {
        try rest.withUnsafeBytes { try sorter.add(row.observation, rest: $0) }
      } else {
        try sorter.add(row.observation)
      }
    }
    return try sorter.sorted()
  }
}

/// A row of the COPY: a count of fields, then each after its length.
private struct HeldRow {
  let observation: PackedObservation
  /// What it says beyond its value; nil where that is nothing.
  let rest: [UInt8]?

  init(_ bytes: UnsafeRawBufferPointer) {
    func field<T: FixedWidthInteger>(at offset: Int, _: T.Type) -> T {
      T(bigEndian: bytes.loadUnaligned(fromByteOffset: offset, as: T.self))
    }
    // NULL, where there is no value, takes no bytes.
    let hasValue = field(at: 2, Int32.self) >= 0
    let keys = hasValue ? 14 : 6
    observation = PackedObservation(
      key: .init(
        seriesID: field(at: keys + 20, Int32.self), placeID: field(at: keys + 12, Int32.self),
        period: field(at: keys + 28, Int32.self), provinceID: field(at: keys + 4, Int32.self)),
      value: hasValue ? Double(bitPattern: field(at: 6, UInt64.self)) : PackedObservation.none,
      line: 0)
    guard field(at: keys + 32, Int32.self) >= 0 else {
      // What is nothing but a value, or not even that.
      rest = hasValue ? nil : ObservationRest.plain
      return
    }
    rest = Self.fields(ofRecord: bytes[(keys + 40)...]) + ObservationRest.notCompared
  }

  /// The fields of a record: each comes after its type and its length, and the types are known.
  private static func fields(ofRecord bytes: Slice<UnsafeRawBufferPointer>) -> [UInt8] {
    var fields: [UInt8] = []
    var at = bytes.startIndex
    while at + 8 <= bytes.endIndex {
      let length = bytes.base.loadUnaligned(fromByteOffset: at + 4, as: Int32.self).bigEndian
      let end = at + 8 + max(0, Int(length))
      fields.append(contentsOf: bytes[(at + 4)..<end])
      at = end
    }
    return fields
  }
}
