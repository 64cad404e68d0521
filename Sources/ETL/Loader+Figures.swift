// Figures of one file: read as a stream, staged, merged when nothing is wrong.

import LibPQ
import Warehouse

extension Loader {
  /// From this size on a file is worth sorting: then what differs is known before the server is asked.
  static let large = 1 << 20

  /// The file says something that cannot be loaded; the log knows what.
  struct Refused: Error {}

  mutating func mergeFigures(
    _ file: Job.File, from copies: KeptCopies, _ slot: SlotState, _ entry: inout SlotEntry,
    _ log: inout DiagnosticLog
  ) throws -> SlotOutcome {
    let table = StagingTable(load: entry.load, slot: entry.slot)
    do {
      if let size = copies.size, size >= Self.large, file.replaces, file.isLongTable {
        return try mergeSorted(file, from: copies, through: table, slot, &entry, &log)
      }
      // The file is being kept meanwhile.
      _ = try currentCatalog()
      let kept = try copies.kept(for: &entry, file.path)
      guard let copy = kept.first else { return SlotOutcome(.skipped) }
      // What a file adds to is not held against it row by row.
      guard file.replaces, copy.size >= Self.large else {
        return try mergeCompared(file, paths: kept.map(\.path), through: table, entry, &log)
      }
      let copies = KeptCopies { kept }
      return try mergeSorted(file, from: copies, through: table, slot, &entry, &log)
    } catch is Refused {
      return SlotOutcome(.refused)
    } catch let error as RepeatedLines {
      for (line, first) in error.lines {
        log.append(
          Diagnostic(.duplicateRow, ["", String(first)], file: file.path, line: Int(line)))
      }
      return SlotOutcome(.refused)
    } catch let error as CheckFailed {
      findings = error.findings
      log.append(contentsOf: findings.diagnostics(file: file.path))
      return SlotOutcome(.refused)
    } catch let error as SpillError {
      throw KeptFiles.Failure(path: error.path, code: error.code)
    }
  }

  // MARK: - Ways

  /// All of the file goes to the server, which compares it with what the slot holds.
  ///
  /// Of several files each adds to those after it.
  private mutating func mergeCompared(
    _ file: Job.File, paths: [String], through table: StagingTable, _ entry: SlotEntry,
    _ log: inout DiagnosticLog
  ) throws -> SlotOutcome {
    try dropping(table) { loader in
      try loader.session.openStaging(table)
      var rows = 0
      var years: Set<String> = []
      var lists = TouchedLists()
      for path in paths {
        let (_, read) = try loader.reading(file, path: path, &log) { loader, figures in
          try loader.session.stage(into: table, columns: figures.columns) { write in
            try figures.read({ try write(StagedObservation($0)) }) { observation in
              lists.insert(observation)
              try write(observation)
            }
          }
        }
        guard log.isEmpty else { throw Refused() }
        rows += read.rows
        years.formUnion(read.periods.years)
      }
      if paths.count > 1 { rows = try loader.session.keepFirst(in: table) }
      for (line, first) in try loader.session.duplicates(in: table) {
        log.append(Diagnostic(.duplicateRow, ["", String(first)], file: file.path, line: line))
      }
      guard log.isEmpty else { throw Refused() }
      try loader.session.ensurePartitions(years.sorted(), for: table.slot)
      return try loader.commit(lists, entry, file.path, table, &log) { session in
        try session.stageHeld(into: table)
        if !file.replaces, paths.count == 1 { try session.keepUnsaid(in: table) }
        if rows > 10_000 { try session.analyzeStaging(table) }
        return try session.mergeObservations(from: table, rows: rows)
      }
    }
  }

  // MARK: - Steps

  /// Reads a file; what is wrong with it goes to the log.
  ///
  /// - Parameters:
  ///   - file: what is declared.
  ///   - path: where its bytes are.
  ///   - half: which half is read; nil for all of it.
  ///   - log: takes what is wrong.
  ///   - body: reads the figures.
  /// - Returns: what `body` returns, and what was read.
  /// - Throws: what `body` throws.
  mutating func reading<T>(
    _ file: Job.File, path: String, half: FileHalf? = nil, _ log: inout DiagnosticLog,
    _ body: (inout Loader, inout NumberedFigures) throws -> T
  ) throws -> (T, ReadFile) {
    var reader = FigureReader(path: path, file: file, catalog: try currentCatalog())
    let clock = ProgressClock(file: file.path, report)
    // The other half goes on at the same pace.
    let halves = half == nil ? 1 : 2
    reader.watch = { rows, bytes, size in
      clock.read(rows: halves * rows, bytes: min(halves * bytes, size), size: size)
    }
    reader.half = half
    var figures = NumberedFigures(reader, try openedBook())
    let value = try body(&self, &figures)
    log = figures.log
    let read = figures.outcome
    if log.isEmpty { clock.merge(rows: halves * read.rows) }
    return (value, read)
  }

  /// The numbers of series, read once on each connection.
  mutating func openedBook() throws -> SeriesBook {
    if let series, series.isUsable { return series }
    let book = try SeriesBook(conninfo)
    series = book
    return book
  }

  /// Merges, checks and writes the entry of the log; refuses a file that says what another says.
  mutating func commit(
    _ lists: TouchedLists, _ entry: SlotEntry, isLarge: Bool = false, _ file: String,
    _ table: StagingTable, _ log: inout DiagnosticLog,
    _ merge: (inout Session) throws -> SlotOutcome
  ) throws -> SlotOutcome {
    do {
      return try commit(lists, entry, isLarge: isLarge, merge)
    } catch let error as PostgresError where error.sqlState == "23505" {
      try checkConflicts(table, file: file, &log)
      throw error
    }
  }

  /// Refuses a file that says what another says.
  mutating func checkConflicts(
    _ table: StagingTable, file: String, _ log: inout DiagnosticLog
  ) throws {
    for (line, job, other) in try session.conflicts(in: table, slot: table.slot) {
      log.append(Diagnostic(.saidElsewhere, [job, other], file: file, line: line))
    }
    guard log.isEmpty else { throw Refused() }
  }

  /// Runs a body and drops the staging table that it leaves, whatever happens.
  mutating func dropping<T>(
    _ table: StagingTable, _ body: (inout Loader) throws -> T
  ) throws -> T {
    do {
      let value = try body(&self)
      try session.dropStaging(table)
      return value
    } catch {
      if session.connection.isUsable { try? session.dropStaging(table) }
      throw error
    }
  }

  /// Runs a body in one transaction.
  mutating func transaction<T>(_ body: (inout Loader) throws -> T) throws -> T {
    try session.connection.run(Statement(name: "begin", text: "begin"))
    do {
      let value = try body(&self)
      try session.connection.run(Statement(name: "commit", text: "commit"))
      return value
    } catch {
      if session.connection.isUsable {
        try? session.connection.run(Statement(name: "rollback", text: "rollback"))
      }
      throw error
    }
  }
}
