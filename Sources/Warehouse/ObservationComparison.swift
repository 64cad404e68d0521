// What a file says beside what its slot holds: both sorted, so that one walk through both finds what
// differs, and what a file says twice.

import LibPQ

/// Lines of a file that say what an earlier line said.
public struct RepeatedLines: Error, Sendable {
  /// How many are told.
  private static let most = 1_001
  /// Pairs of the line and the first line, by line; the first 1,001.
  public private(set) var lines: [(line: Int32, firstLine: Int32)] = []

  mutating func append(_ line: Int32, after firstLine: Int32) {
    lines.append((line, firstLine))
    if lines.count == 8 * Self.most { close() }
  }

  mutating func close() {
    lines.sort { $0.line < $1.line }
    lines.removeSubrange(min(Self.most, lines.count)...)
  }
}

extension Session {
  /// Fills a staging table with what a file says, or with what of it and of its slot differs.
  ///
  /// - Parameters:
  ///   - said: what the file says.
  ///   - held: what the slot holds; of it only what the file says otherwise or not at all is staged.
  ///   - table: the staging table.
  ///   - columns: what the observations say; `whole` where something is held.
  /// - Returns: the lists of what was staged.
  /// - Throws: `RepeatedLines`, and nothing is staged; `PostgresError`, `SpillError`.
  public mutating func stage(
    _ said: SortedObservations, over held: SortedObservations = .none, into table: StagingTable,
    columns: StagedColumns
  ) throws -> TouchedLists {
    var rows = PackedRows(columns)
    try copy(into: table, columns) { writer in
      var repeated = RepeatedLines()
      var said = try said.reader()
      var held = try held.reader()
      while let next = said.head {
        while let before = held.head, before.key < next.key {
          try rows.write(held, to: &writer)
          try held.advance()
        }
        if let before = held.head, before.key == next.key {
          if !before.isSame(as: next, held, said) {
            try rows.write(held, to: &writer)
            try rows.write(said, to: &writer)
          }
          try held.advance()
        } else {
          try rows.write(said, to: &writer)
        }
        try said.advance()
        while let again = said.head, again.key == next.key {
          repeated.append(again.line, after: next.line)
          try said.advance()
        }
      }
      while held.head != nil {
        try rows.write(held, to: &writer)
        try held.advance()
      }
      repeated.close()
      if !repeated.lines.isEmpty { throw repeated }
    }
    return rows.lists
  }
}

extension PackedObservation {
  /// Whether what is held and what a file says of one key are the same; each is the head of its reader.
  fileprivate func isSame(
    as said: PackedObservation, _ held: borrowing SortedObservations.Reader,
    _ file: borrowing SortedObservations.Reader
  ) -> Bool {
    guard value == said.value || figure == nil && said.figure == nil else { return false }
    if rest == 0, said.rest == 0 { return true }
    return held.withRest { held in file.withRest { ObservationRest.isSame(held, $0) } }
  }
}

/// Writes sorted observations as rows of a COPY.
private struct PackedRows {
  private let columns: StagedColumns
  private let hasPeriods: Bool
  private var numbers: NumberRow
  private var row = BinaryRow()
  /// The lists of what was written.
  private(set) var lists = TouchedLists()

  init(_ columns: StagedColumns) {
    self.columns = columns
    hasPeriods = columns.period == nil
    numbers = .ofValues(withPeriod: hasPeriods)
  }

  /// Writes what comes next.
  mutating func write(
    _ observations: borrowing SortedObservations.Reader, to writer: inout CopyWriter
  ) throws(PostgresError) {
    guard let next = observations.head else { return }
    let key = next.key
    if columns.areValues, next.figure != nil {
      lists.insert(series: key.seriesID, period: key.period, hasRank: false)
      numbers.fill(next.asValue, withPeriod: hasPeriods)
      return try writer.write(numbers)
    }
    row.fill(
      value: next.figure, provinceID: key.provinceID, placeID: key.placeID, seriesID: key.seriesID,
      line: next.line == 0 ? nil : next.line)
    if hasPeriods { row.appendDate(daysSince2000: key.period) }
    let isWhole = columns == .whole
    let hasRank = observations.withRest { rest in
      if isWhole { row.appendFields(rest, count: ObservationRest.count) }
      return ObservationRest.hasRank(rest)
    }
    lists.insert(series: key.seriesID, period: key.period, hasRank: hasRank)
    try writer.write(row)
  }
}
