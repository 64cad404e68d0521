// One observation with its numbers, and its form on the wire.

import LibPQ

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

extension BinaryRow {
  /// Replaces the row by an observation, as the columns of `warehouse.observation` stand.
  mutating func fill(
    _ observation: StagedObservation, of table: StagingTable, recordedFrom: Int64
  ) throws(PostgresError) {
    removeAll()
    if let value = observation.value { appendDouble(value) } else { appendNull() }
    appendInt32(observation.provinceID)
    appendInt32(observation.placeID)
    appendInt32(observation.seriesID)
    appendDate(daysSince2000: observation.period)
    appendTimestamp(microsecondsSince2000: recordedFrom)
    if let rank = observation.rank { appendInt32(rank) } else { appendNull() }
    if let rankOf = observation.rankOf { appendInt32(rankOf) } else { appendNull() }
    appendInt32(table.load)
    appendInt32(table.slot)
    if let line = observation.line { appendInt32(line) } else { appendNull() }
    try appendText(observation.flags)
    if let group = observation.group { try appendText(group) } else { appendNull() }
    if let note = observation.note { try appendText(note) } else { appendNull() }
  }
}
