// Loads one job: skips what has not changed, reads and merges what has, withdraws what is no longer
// declared.

import Documents
import IndicatorModel
import LibPQ
import Warehouse

extension Loader {
  /// Loads one job under its lock.
  mutating func load(_ job: Job) throws {
    report(.began(job: job.name, files: job.files.count))
    let run = options.now.flatMap { job.schedule?.last(atOrBefore: $0) }
    guard let load = try begin(job.name, covering: run) else { return }
    try conclude(load, of: job.name) { loader in
      try loader.followRenames(of: job)
      let slots = try loader.session.slots(of: job.name, files: job.files.map(\.path))
      loader.tellEmptyPatterns(of: job, slots)
      var isWhole = true
      var skipped: [Int32] = []
      let slotOfFile = Dictionary(
        slots.map { ($0.file, $0) }, uniquingKeysWith: { first, _ in first })
      let reader = try loader.readerVersion(of: job.kind)
      let changed = job.files.filter { file in
        slotOfFile[file.path].map { !loader.isUnchanged(file, of: job, $0, reader: reader) }
          ?? false
      }
      let isChanged = Set(changed.map(\.path))
      var documents =
        job.kind == .documents ? try loader.readAhead(changed, of: job.name) : nil
      for file in job.files {
        guard let slot = slotOfFile[file.path] else { continue }
        if !isChanged.contains(file.path) {
          skipped.append(slot.slot)
          var outcome = SlotOutcome(.skipped)
          outcome.staysWithdrawn = slot.isTakenBack
          loader.finish(file.path, of: job.name, outcome: outcome, log: DiagnosticLog())
        } else {
          let (kept, folder, document) = (loader.kept, loader.folder, documents?.next())
          loader.readDocument = document
          let copy = document == nil ? Meanwhile { try kept.keep(folder.fullPath(of: file)) } : nil
          let isLoaded = try loader.load(
            file, of: job, slot: slot, load: load,
            from: KeptCopies(source: try? folder.fullPath(of: file)) {
              [try document?.entry.get() ?? copy?.value() ?? kept.keep(folder.fullPath(of: file))]
            })
          loader.readDocument = nil
          isWhole = isLoaded && isWhole
        }
      }
      try loader.session.recordSkipped(skipped, load: load)
      // Where a file was refused, what it may have been meant to replace stays.
      let mayWithdraw = isWhole
      let declared = Set(job.files.map(\.path))
      for slot in slots where !declared.contains(slot.file) && slot.status == "committed" {
        if loader.tellVanished(slot, of: job) {
          isWhole = false
        } else if mayWithdraw {
          isWhole = try loader.withdraw(slot, of: job.name, load: load, byHand: false) && isWhole
        }
      }
      return isWhole
    }
  }

  /// Gives the slot of a file that is declared under another name now to that name.
  private mutating func followRenames(of job: Job) throws {
    let slots = try session.slots(of: job.name, files: [])
    let declared = Set(job.files.map(\.path))
    var left = slots.filter { !declared.contains($0.file) && $0.status == "committed" }
    for file in job.files where !left.isEmpty && !slots.contains(where: { $0.file == file.path }) {
      guard let digest = try? KeptFiles.digest(of: folder.fullPath(of: file)),
        let index = left.firstIndex(where: { $0.sha256 == digest.sha256 })
      else { continue }
      try session.rename(slot: left.remove(at: index).slot, to: file.path)
    }
  }

  /// Tells of patterns that never meant a file: a folder may be misspelt.
  private func tellEmptyPatterns(of job: Job, _ slots: [SlotState]) {
    for path in job.emptyPatterns
    where !slots.contains(where: { FilePattern(path).matches($0.file) }) {
      report(
        .warned(file: path, diagnostics: [Diagnostic(.patternMatchesNothing, [], file: path)]))
    }
  }

  /// Tells of a file that is gone though a pattern of its job means it; what it said still holds.
  private mutating func tellVanished(_ slot: SlotState, of job: Job) -> Bool {
    guard job.declaration(of: slot.file) != nil else { return false }
    var log = DiagnosticLog()
    log.append(Diagnostic(.fileVanished, [job.name, slot.file], file: slot.file))
    finish(slot.file, of: job.name, outcome: SlotOutcome(.refused), log: log)
    return true
  }

  private static func declaration(of file: Job.File, in job: Job) -> String {
    KeptFiles.digest(ofText: "\(job.kind.rawValue) \(file.declaration)")
  }

  private func isUnchanged(
    _ file: Job.File, of job: Job, _ slot: SlotState, reader: String
  ) -> Bool {
    if slot.isTakenBack, !options.isForced {
      let digest = try? KeptFiles.digest(of: folder.fullPath(of: file))
      return digest == nil || digest?.sha256 == slot.sha256
    }
    guard !options.isForced, slot.status == "committed",
      slot.readerVersion == reader,
      slot.declarationSHA256 == Self.declaration(of: file, in: job),
      let path = try? folder.fullPath(of: file), slot.size == KeptFiles.size(of: path),
      let digest = try? KeptFiles.digest(of: path)
    else { return false }
    return digest.sha256 == slot.sha256
  }

  /// Loads one file.
  ///
  /// - Parameters:
  ///   - file: what is declared.
  ///   - job: its job.
  ///   - slot: its slot.
  ///   - load: number of the load.
  ///   - copies: its bytes.
  /// - Returns: whether it was committed.
  /// - Throws: `KeptFiles.Failure`, `PostgresError`.
  mutating func load(
    _ file: Job.File, of job: Job, slot: SlotState, load: Int32,
    from copies: KeptCopies
  ) throws -> Bool {
    var entry = SlotEntry(
      slot: slot.slot, load: load, declaration: Self.declaration(of: file, in: job),
      reader: try readerVersion(of: job.kind))
    var log = DiagnosticLog()
    var outcome = SlotOutcome(.committed)
    findings = Findings()
    do {
      outcome = try merge(file, of: job, from: copies, slot, &entry, &log)
    } catch DocumentError.missing(_) where slot.status == "committed" {
      log.append(Diagnostic(.fileVanished, [job.name, file.path], file: file.path))
    } catch let error as DocumentError {
      log.append(Diagnostic(error, file: file.path))
    } catch let diagnostic as Diagnostic {
      log.append(diagnostic)
    }
    if !log.isEmpty {
      outcome = SlotOutcome(.refused)
      // Of a check's findings only the first thousand are in the log.
      outcome.rejected = max(log.count, findings.counts[.error] ?? 0)
      try entry.write(outcome, to: &session)
      try session.recordRejects(json: log.json, slot: slot.slot, load: load)
      if !findings.entries.isEmpty {
        try session.recordFindings(json: findings.json, slot: slot.slot, load: load)
      }
    }
    outcome.seconds = entry.seconds
    finish(file.path, of: job.name, outcome: outcome, log: log)
    return log.isEmpty
  }

  private mutating func merge(
    _ file: Job.File, of job: Job, from copies: KeptCopies, _ slot: SlotState,
    _ entry: inout SlotEntry, _ log: inout DiagnosticLog
  ) throws -> SlotOutcome {
    if job.kind.hasFigures {
      return try mergeFigures(file, from: copies, slot, &entry, &log)
    }
    guard let copy = try copies.kept(for: &entry, file.path).first else {
      return SlotOutcome(.skipped)
    }
    if job.kind == .documents {
      return try mergeDocument(file, of: job.name, from: copy.path, slot, entry, &log)
    }
    if job.kind == .plans {
      let read = PlanTable.read(path: copy.path, file: file.path, catalog: try currentCatalog())
      log = read.log
      for plan in try session.plansInUse(json: read.json, slot: slot.slot) {
        log.append(Diagnostic(.targetsHold, [plan], file: file.path))
      }
      guard log.isEmpty else { return SlotOutcome(.refused) }
      let outcome = try session.transaction { session in
        var outcome = try session.mergePlans(json: read.json, load: entry.load, slot: slot.slot)
        outcome.read = read.rows
        try entry.write(outcome, to: &session)
        return outcome
      }
      catalog = nil  // targets need the plans just loaded
      return outcome
    }
    let read = TargetTable.read(path: copy.path, file: file, catalog: try currentCatalog())
    log = read.log
    for (line, job, other) in try session.targetsElsewhere(json: read.json, slot: slot.slot) {
      log.append(Diagnostic(.saidElsewhere, [job, other], file: file.path, line: line))
    }
    guard log.isEmpty else { return SlotOutcome(.refused) }
    return try session.transaction { session in
      var outcome = try session.mergeTargets(json: read.json, load: entry.load, slot: slot.slot)
      outcome.read = read.rows
      try entry.write(outcome, to: &session)
      return outcome
    }
  }

  /// The catalog as the database has it now, read once.
  mutating func currentCatalog() throws -> LoadCatalog {
    if let catalog { return catalog }
    let read = try session.loadCatalog()
    catalog = read
    return read
  }
}
