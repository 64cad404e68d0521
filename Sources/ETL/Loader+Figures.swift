// Figures of one file: read as a stream, staged as they come, merged when nothing is wrong.

import IndicatorModel
import LibPQ
import Warehouse

extension Loader {
  /// From this size on a file is worth a partition of its own, or a connection to compare it by.
  private static let large = 1 << 20

  /// The file says something that cannot be loaded; the log knows what.
  private struct Refused: Error {}

  mutating func mergeFigures(
    _ file: Job.File, from copies: [KeptFiles.Entry], _ slot: SlotState, _ entry: SlotEntry,
    _ log: inout DiagnosticLog
  ) throws -> SlotOutcome {
    let table = StagingTable(load: entry.load, slot: entry.slot)
    let paths = copies.map(\.path)
    do {
      // What a file adds to is not held against it row by row.
      guard file.replaces, let copy = copies.first, copy.size >= Self.large else {
        return try mergeCompared(file, paths: paths, through: table, entry, &log)
      }
      guard slot.status == "committed" else {
        return try adoptOrMerge(file, path: copy.path, through: table, entry, &log)
      }
      do {
        return try mergeDifferences(file, path: copy.path, through: table, entry, &log)
      } catch is RepeatedLines {
        // Which lines say the same is told best when all are there.
        return try mergeCompared(file, paths: paths, through: table, entry, &log)
      }
    } catch is Refused {
      return SlotOutcome(.refused)
    } catch let error as CheckFailed {
      findings = error.findings
      log.append(contentsOf: findings.diagnostics(file: file.path))
      return SlotOutcome(.refused)
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
      _ = try loader.session.openStaging(table)
      var staged = Staged()
      for path in paths {
        staged.add(
          try loader.stage(file, path: path, into: table, nil, &log))
      }
      if paths.count > 1 { staged.rows = try loader.session.keepFirst(in: table) }
      try loader.checkStaged(table, file: file.path, &log)
      try loader.session.ensurePartitions(staged.years.sorted())
      return try loader.commit(staged.lists, entry) { session in
        try session.stageHeld(into: table)
        if !file.replaces, paths.count == 1 { try session.keepUnsaid(in: table) }
        if staged.rows > 10_000 { try session.analyzeStaging(table) }
        return try session.mergeObservations(from: table, rows: staged.rows)
      }
    }
  }

  /// Only what differs goes to the server: the file is compared with the slot while it is read.
  private mutating func mergeDifferences(
    _ file: Job.File, path: String, through table: StagingTable, _ entry: SlotEntry,
    _ log: inout DiagnosticLog
  ) throws -> SlotOutcome {
    try dropping(table) { loader in
      _ = try loader.session.openStaging(table)
      let held = try HeldRows(loader.conninfo, slot: table.slot)
      let staged = try loader.stage(file, path: path, into: table, held, &log)
      try loader.session.analyzeStaging(table)
      guard try loader.session.repeats(in: table) == 0 else { throw RepeatedLines() }
      try loader.checkStaged(table, file: file.path, &log)
      try loader.session.ensurePartitions(staged.years.sorted())
      return try loader.commit(staged.lists, entry, isLarge: true) { session in
        try session.mergeObservations(from: table, rows: staged.rows)
      }
    }
  }

  /// A slot's first file: its table becomes the partition of its year, if it is the first there, too.
  ///
  /// All in one transaction, so that the server need not write everything twice.
  private mutating func adoptOrMerge(
    _ file: Job.File, path: String, through table: StagingTable, _ entry: SlotEntry,
    _ log: inout DiagnosticLog
  ) throws -> SlotOutcome {
    do {
      return try transaction { loader in
        let opened = try loader.session.openStaging(table, mayBecomePartition: true)
        let staged = try loader.stage(file, path: path, into: table, nil, &log)
        let adopted = try loader.session.adoptStaging(
          table, opened: opened, years: staged.years, rows: staged.rows)
        if let adopted {
          return try Self.settle(
            adopted, staged.lists, entry, &loader.session, isLarge: true)
        }
        try loader.checkStaged(table, file: file.path, &log)
        try loader.session.ensurePartitions(staged.years.sorted())
        try loader.session.stageHeld(into: table)
        try loader.session.analyzeStaging(table)
        let outcome = try loader.session.mergeObservations(from: table, rows: staged.rows)
        try loader.session.dropStaging(table)
        return try Self.settle(
          outcome, staged.lists, entry, &loader.session, isLarge: true)
      }
    } catch let error as PostgresError where error.sqlState == "23505" {
      // Which lines have one key is told by the way that looks for them.
      return try mergeCompared(file, paths: [path], through: table, entry, &log)
    }
  }

  // MARK: - Steps

  private struct RepeatedLines: Error {}

  /// What was put into a staging table.
  private struct Staged {
    /// Rows that say a figure.
    var rows = 0
    /// First days of their years.
    var years: Set<String> = []
    /// The lists of what is staged.
    var lists = TouchedLists()

    mutating func add(_ other: Staged) {
      rows += other.rows
      years.formUnion(other.years)
      lists.formUnion(other.lists)
    }
  }

  /// Reads the file into the staging table.
  private mutating func stage(
    _ file: Job.File, path: String, into table: StagingTable, _ held: consuming HeldRows?,
    _ log: inout DiagnosticLog
  ) throws -> Staged {
    var reader = FigureReader(path: path, file: file, catalog: try currentCatalog())
    let clock = ProgressClock(file: file.path, report)
    reader.watch = clock.read
    var book = try series.take() ?? SeriesBook(conninfo)
    var periods: Set<CalendarDate> = []
    var known = KnownSeries()
    var staged = Staged()
    let saysValuesOnly = !file.hasOrigins && reader.saysValuesOnly
    // What is held may say more than the file.
    let columns: StagedColumns =
      file.hasOrigins || held != nil ? .figuresWithOrigins : saysValuesOnly ? .values : .figures
    try session.stage(into: table, columns: columns) { copy, copyValue in
      func write(_ observation: StagedObservation) throws {
        staged.lists.insert(observation)
        try copy(observation)
      }
      func takeBrief(_ brief: BriefFigure, line: Int) throws -> Bool {
        guard saysValuesOnly, let series = known.number(brief.context, brief.place.level) else {
          return false
        }
        staged.rows += 1
        let value = StagedValue(
          value: brief.value, provinceID: brief.place.provinceID, placeID: brief.place.id,
          seriesID: series.number, period: series.day, line: Int32(clamping: line))
        // Where nothing is held the list of the figure was noted with the first of its context.
        if try held?.compare(value, write) == nil { try copyValue(value) }
        return true
      }
      try reader.read(brief: takeBrief) { figure, line in
        staged.rows += 1
        let number: Int32
        if let context = figure.context,
          let found = known.number(context, figure.place.level)
        {
          number = found.number
        } else {
          number = try book.number(of: figure.series)
          periods.insert(figure.period)
          if let context = figure.context {
            known.add(
              number, day: Int32(clamping: figure.period.daysSince2000), context,
              figure.place.level)
          }
        }
        let observation = StagedObservation(figure, series: number, line: line)
        if try held?.compare(observation, write) == nil { try write(observation) }
      }
      if reader.log.isEmpty { try held?.finish(write) }
    }
    series = consume book
    log = reader.log
    guard log.isEmpty else { throw Refused() }
    clock.merge(rows: staged.rows)
    staged.years = Set(periods.map { "\($0.year)-01-01" })
    return staged
  }

  private mutating func checkStaged(
    _ table: StagingTable, file: String, _ log: inout DiagnosticLog
  ) throws {
    for (line, first) in try session.duplicates(in: table) {
      log.append(Diagnostic(.duplicateRow, ["", String(first)], file: file, line: line))
    }
    guard log.isEmpty else { throw Refused() }
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
  private mutating func transaction<T>(_ body: (inout Loader) throws -> T) throws -> T {
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

/// Numbers of series by the contexts that the reader remembers, for each level of places: a context names
/// all that parts series but the place.
private struct KnownSeries {
  private typealias Entry = (number: Int32, day: Int32)
  private var entries: [[Entry?]] = Array(repeating: [], count: PlaceLevel.allCases.count)

  func number(_ context: Int, _ level: PlaceLevel) -> (number: Int32, day: Int32)? {
    let entries = entries[level.number]
    return context < entries.count ? entries[context] : nil
  }

  mutating func add(_ number: Int32, day: Int32, _ context: Int, _ level: PlaceLevel) {
    let missing = context + 1 - entries[level.number].count
    if missing > 0 {
      entries[level.number].append(contentsOf: repeatElement(nil, count: missing))
    }
    entries[level.number][context] = (number, day)
  }
}

extension PlaceLevel {
  fileprivate var number: Int {
    switch self {
    case .province: 0
    case .district: 1
    case .commune: 2
    }
  }
}

extension StagedObservation {
  fileprivate init(_ figure: MappedFigure, series: Int32, line: Int) {
    self.init(
      provinceID: figure.place.provinceID, placeID: figure.place.id, seriesID: series,
      period: Int32(clamping: figure.period.daysSince2000), line: Int32(clamping: line))
    value = figure.value
    rank = figure.rank.map(Int32.init(clamping:))
    rankOf = figure.rankOf.map(Int32.init(clamping:))
    flags = figure.flags
    group = figure.group
    note = figure.note
    origin = figure.origin
  }
}
