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
    var wasRefused = false
    do {
      let slots = try session.slots(of: job.name, files: job.files.map(\.path))
      var skipped: [Int32] = []
      for file in job.files {
        guard let slot = slots.first(where: { $0.file == file.path }) else { continue }
        if isUnchanged(file, of: job, slot) {
          skipped.append(slot.slot)
          finish(file.path, of: job, outcome: SlotOutcome(.skipped), log: DiagnosticLog())
        } else {
          wasRefused = try !self.load(file, of: job, slot: slot, load: load) || wasRefused
        }
      }
      try session.recordSkipped(skipped, load: load)
      let declared = Set(job.files.map(\.path))
      for slot in slots where !declared.contains(slot.file) && slot.status == "committed" {
        try withdraw(slot, of: job, load: load)
      }
    } catch {
      if session.connection.isUsable {
        try? session.finishLoad(load, status: "failed")
      }
      end(job.name, "failed")
      throw error
    }
    let status = wasRefused ? "refused" : "done"
    try session.finishLoad(load, status: status)
    end(job.name, status)
  }

  private static func reader(of kind: Job.Kind) -> String {
    switch kind {
    case .plans: PlanTable.version
    case .figures: FigureReader.version
    case .reported: FigureReader.versionOfReported
    case .targets: TargetTable.version
    }
  }

  private static func declaration(of file: Job.File, in job: Job) -> String {
    KeptFiles.digest(ofText: "\(job.kind.rawValue) \(file.declaration)")
  }

  private func isUnchanged(_ file: Job.File, of job: Job, _ slot: SlotState) -> Bool {
    guard !options.isForced, slot.status == "committed",
      slot.readerVersion == Self.reader(of: job.kind),
      slot.declarationSHA256 == Self.declaration(of: file, in: job),
      let digest = try? KeptFiles.digest(of: folder.fullPath(of: file))
    else { return false }
    return digest.sha256 == slot.sha256
  }

  /// Loads one file.
  ///
  /// - Returns: whether it was committed.
  private mutating func load(
    _ file: Job.File, of job: Job, slot: SlotState, load: Int32
  ) throws -> Bool {
    let declaration = Self.declaration(of: file, in: job)
    let reader = Self.reader(of: job.kind)
    var log = DiagnosticLog()
    var outcome = SlotOutcome(.committed)
    var bytes: (sha256: String, size: Int, name: String)?
    do {
      let entry = try kept.keep(folder.fullPath(of: file))
      bytes = (entry.sha256, entry.size, file.path)
      outcome = try merge(
        file, of: job, path: entry.path, size: entry.size, slot: slot, load: load, &log)
    } catch let error as DocumentError {
      log.append(Diagnostic(error, file: file.path))
    }
    if !log.isEmpty {
      outcome = SlotOutcome(.refused)
      outcome.rejected = log.count
    }
    try session.record(
      outcome, slot: slot.slot, load: load, bytes: bytes, declaration: declaration, reader: reader)
    if !log.isEmpty {
      try session.recordRejects(json: log.json, slot: slot.slot, load: load)
    }
    finish(file.path, of: job, outcome: outcome, log: log)
    return log.isEmpty
  }

  private mutating func merge(
    _ file: Job.File, of job: Job, path: String, size: Int, slot: SlotState, load: Int32,
    _ log: inout DiagnosticLog
  ) throws -> SlotOutcome {
    switch job.kind {
    case .plans:
      let read = PlanTable.read(path: path, file: file.path, catalog: try currentCatalog())
      log = read.log
      for plan in try session.plansInUse(json: read.json, slot: slot.slot) {
        log.append(Diagnostic(.stillInUse, [plan], file: file.path))
      }
      guard log.isEmpty else { return SlotOutcome(.refused) }
      var outcome = try session.transaction { session in
        try session.mergePlans(json: read.json, load: load, slot: slot.slot)
      }
      outcome.read = read.rows
      catalog = nil  // targets need the plans just loaded
      return outcome
    case .targets:
      let read = TargetTable.read(path: path, file: file, catalog: try currentCatalog())
      log = read.log
      for (line, job, other) in try session.targetsElsewhere(json: read.json, slot: slot.slot) {
        log.append(Diagnostic(.saidElsewhere, [job, other], file: file.path, line: line))
      }
      guard log.isEmpty else { return SlotOutcome(.refused) }
      var outcome = try session.transaction { session in
        try session.mergeTargets(json: read.json, load: load, slot: slot.slot)
      }
      outcome.read = read.rows
      return outcome
    case .figures, .reported:
      return try mergeFigures(file, path: path, size: size, slot: slot, load: load, &log)
    }
  }

  /// The catalog as the database has it now, read once.
  mutating func currentCatalog() throws -> LoadCatalog {
    if let catalog { return catalog }
    let read = try session.loadCatalog()
    catalog = read
    return read
  }

  /// A file that the job no longer declares: what it said is withdrawn.
  private mutating func withdraw(_ slot: SlotState, of job: Job, load: Int32) throws {
    var outcome: SlotOutcome
    if job.kind == .plans {
      let plans = try session.plansInUse(json: "[]", slot: slot.slot)
      guard plans.isEmpty else {
        reportRefused(plans.map { Diagnostic(.stillInUse, [$0], file: slot.file) })
        return
      }
    }
    if job.kind.hasFigures {
      outcome = try withdrawFigures(slot: slot.slot, load: load)
    } else {
      outcome = try session.transaction { session in
        job.kind == .plans
          ? try session.mergePlans(json: "[]", load: load, slot: slot.slot)
          : try session.mergeTargets(json: "[]", load: load, slot: slot.slot)
      }
    }
    outcome.status = .withdrawn
    try session.record(
      outcome, slot: slot.slot, load: load, bytes: nil,
      declaration: slot.declarationSHA256 ?? "", reader: slot.readerVersion ?? "")
    finish(slot.file, of: job, outcome: outcome, log: DiagnosticLog())
  }
}
