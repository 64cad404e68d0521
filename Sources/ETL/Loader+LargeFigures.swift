// Figures of one large file: read and sorted, so that what differs is known before the server is asked.

import Documents
import IndicatorModel
import LibPQ
import Warehouse

extension Loader {
  /// A slot does not hold what is remembered of it.
  private struct NotTrue: Error {}

  /// A large file is read and sorted; what its slot holds is read meanwhile.
  mutating func mergeSorted(
    _ file: Job.File, from copies: KeptCopies, through table: StagingTable, _ slot: SlotState,
    _ entry: inout SlotEntry, _ log: inout DiagnosticLog
  ) throws -> SlotOutcome {
    let isHeld = slot.status == "committed"
    if isHeld { try session.ensurePartitions([], for: table.slot) }
    let held = isHeld ? Held(by: table.slot, conninfo, kept) : nil
    let said = try sorted(file, from: copies, &entry, &log)
    if held == nil, said.years.count == 1, let year = said.years.first {
      return try adoptOrMerge(file.path, said, of: year, through: table, entry, &log)
    }
    return try mergeDifferences(
      file.path, said, from: held ?? Held(by: table.slot, conninfo, kept), through: table, entry,
      &log)
  }

  /// Only what differs goes to the server.
  private mutating func mergeDifferences(
    _ file: String, _ said: SortedFile, from held: Held, through table: StagingTable,
    _ entry: SlotEntry, _ log: inout DiagnosticLog
  ) throws -> SlotOutcome {
    do {
      return try mergeDifferences(
        file, said, from: held, try held.remembered(), through: table, entry, &log)
    } catch is NotTrue {
      log = DiagnosticLog()
      return try mergeDifferences(file, said, from: held, nil, through: table, entry, &log)
    }
  }

  /// What is remembered is believed until the end of the merge, where the server has to confirm it: it
  /// counts while it merges.
  private mutating func mergeDifferences(
    _ file: String, _ said: SortedFile, from held: Held, _ remembered: RememberedObservations?,
    through table: StagingTable, _ entry: SlotEntry, _ log: inout DiagnosticLog
  ) throws -> SlotOutcome {
    try dropping(table) { loader in
      try loader.session.openStaging(table)
      let lists = try loader.session.stage(
        said.observations, over: try remembered?.observations ?? held.observations(), into: table,
        columns: .whole)
      let differs = lists.count > 0
      let memory =
        remembered != nil && !differs ? nil : Self.remembering(said, table.slot, loader.kept)
      defer { _ = try? memory?.value() }
      try loader.session.analyzeStaging(table)
      try loader.session.ensurePartitions(said.years.sorted(), for: table.slot)
      let isTrue = try remembered.map { remembered in
        try held.isTrue(remembered, alone: !differs) { try loader.session.goOn() }
      }
      do {
        return try loader.commit(lists, entry, isLarge: true, file, table, &log) { session in
          let outcome = try session.mergeObservations(from: table, rows: said.observations.count)
          guard try isTrue?.value({ try session.goOn() }) ?? true else { throw NotTrue() }
          return outcome
        }
      } catch {
        // Whatever it was, it may be so because of what is not true.
        if loader.session.connection.isUsable, let isTrue,
          try !isTrue.value({ try loader.session.goOn() })
        {
          throw NotTrue()
        }
        throw error
      }
    }
  }

  /// A slot's first file: its table becomes the partition of its year, if it is the first there, too.
  ///
  /// All in one transaction, so that the server need not write everything twice.
  private mutating func adoptOrMerge(
    _ file: String, _ said: SortedFile, of year: String, through table: StagingTable,
    _ entry: SlotEntry, _ log: inout DiagnosticLog
  ) throws -> SlotOutcome {
    let rows = said.observations.count
    // The server has more to do with each row than we.
    let memory = Self.remembering(said, table.slot, kept)
    defer { _ = try? memory?.value() }
    return try transaction { loader in
      let opened = try loader.session.openStaging(table, for: said.columns, ofYear: year)
      let lists = try loader.session.stage(said.observations, into: table, columns: said.columns)
      if let adopted = try loader.session.adoptStaging(
        table, opened: opened, year: year, rows: rows)
      {
        return try Self.settle(adopted, lists, entry, &loader.session, isLarge: true)
      }
      try loader.checkConflicts(table, file: file, &log)
      try loader.session.ensurePartitions([year], for: table.slot)
      try loader.session.stageHeld(into: table)
      try loader.session.analyzeStaging(table)
      let outcome = try loader.session.mergeObservations(from: table, rows: rows)
      try loader.session.dropStaging(table)
      return try Self.settle(outcome, lists, entry, &loader.session, isLarge: true)
    }
  }

  // MARK: - Reading

  /// What a large file says.
  private struct SortedFile: Sendable {
    let observations: SortedObservations
    /// First days of its periods.
    let periods: Set<CalendarDate>
    /// Whether it says values and nothing else.
    let areValues: Bool

    /// First days of its years, ISO.
    var years: Set<String> { periods.years }

    /// What of it is sent to be a partition.
    var columns: StagedColumns {
      areValues ? .values(of: periods.count == 1 ? periods.first : nil) : .whole
    }
  }

  /// Reads a large file and sorts what it says.
  ///
  /// A long table is read while it is kept; if others were kept than those that were read, since somebody
  /// changed the file, what was read does not count.
  private mutating func sorted(
    _ file: Job.File, from copies: KeptCopies, _ entry: inout SlotEntry, _ log: inout DiagnosticLog
  ) throws -> SortedFile {
    if let source = copies.source {
      var early = DiagnosticLog()
      let (said, checksum) = try sorted(file, path: source, &early)
      let kept = try copies.kept(for: &entry, file.path)
      if let checksum, checksum == kept.first?.checksum {
        log = early
        guard log.isEmpty else { throw Refused() }
        return said
      }
      return try sorted(file, from: KeptCopies { kept }, &entry, &log)
    }
    guard let copy = try copies.kept(for: &entry, file.path).first else { throw Refused() }
    let (said, _) = try sorted(file, path: copy.path, &log)
    guard log.isEmpty else { throw Refused() }
    return said
  }

  /// Sets down what a file of values says, while the server works.
  private static func remembering(
    _ said: SortedFile, _ slot: Int32, _ kept: KeptFiles
  ) -> Meanwhile<Void>? {
    guard said.areValues else {
      kept.forget(slot)
      return nil
    }
    return Meanwhile { kept.remember(said.observations, of: slot) }
  }

  private mutating func sorted(
    _ file: Job.File, path: String, _ log: inout DiagnosticLog
  ) throws -> (SortedFile, checksum: FileChecksum?) {
    if let halves = try sortedInHalves(file, path: path, &log) { return halves }
    let folder = kept.path
    let (said, read) = try reading(file, path: path, &log) { _, figures in
      try figures.sorted(folder: folder, memory: 2 * Self.memoryOfHalf)
    }
    return (
      SortedFile(observations: said, periods: read.periods, areValues: read.areValues),
      read.checksum
    )
  }

  /// Reads a long table by two threads.
  ///
  /// - Returns: what it says and its checksum; nil where it cannot be parted: a row goes over the middle.
  private mutating func sortedInHalves(
    _ file: Job.File, path: String, _ log: inout DiagnosticLog
  ) throws -> (SortedFile, checksum: FileChecksum?)? {
    guard file.isLongTable, file.corrections.isEmpty, let size = KeptFiles.size(of: path),
      size >= 2 * Self.large, let middle = try? ByteStream.middle(of: path)
    else { return nil }
    let (catalog, book, folder) = (try currentCatalog(), try openedBook(), kept.path)
    let other = Meanwhile {
      var reader = FigureReader(path: path, file: file, catalog: catalog)
      reader.half = .second(from: middle)
      var figures = NumberedFigures(reader, book)
      let said = try figures.sorted(folder: folder, memory: Self.memoryOfHalf)
      return (said: said, read: figures.outcome, log: figures.log)
    }
    let (said, first) = try reading(
      file, path: path, half: .first(until: middle), &log
    ) { _, figures in
      try figures.sorted(folder: folder, memory: Self.memoryOfHalf)
    }
    guard let lines = first.linesOfHalf else {
      _ = try? other.value()
      log = DiagnosticLog()
      return nil
    }
    let second = try other.value()
    log.append(second.log, after: lines)
    let whole = SortedFile(
      observations: said.joined(with: second.said, after: lines),
      periods: first.periods.union(second.read.periods), areValues: first.areValues)
    guard let before = first.checksum, let after = second.read.checksum else { return (whole, nil) }
    return (whole, FileChecksum(first: before.first, second: after.second))
  }

  /// How many bytes of what half a file says stay in memory.
  private static let memoryOfHalf = 16 << 20
}

extension Session {
  /// Throws where the load was interrupted while it waits.
  fileprivate func goOn() throws(PostgresError) {
    try connection.stopIfInterrupted("wait for the count of a slot")
  }
}
