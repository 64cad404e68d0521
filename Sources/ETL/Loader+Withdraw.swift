// Takes back what files said: those that a job no longer declares, and those that somebody names.

import Warehouse

extension Loader {
  /// Takes back what files of a job said.
  ///
  /// They are not loaded again until their bytes change.
  ///
  /// - Parameters:
  ///   - job: name of the job, declared or not.
  ///   - files: paths as declared; empty for all of the job.
  /// - Returns: what was done.
  /// - Throws: `UnknownJob` when the job has loaded nothing, `UnknownFile`, `WarehouseError.busy`,
  ///   `PostgresError`; what was committed before the error stays.
  public mutating func withdraw(_ job: String, files: [String]) throws -> LoadSummary {
    try session.sweepStaging()
    let known = try session.loadedJobs()
    guard known.contains(job) else { throw UnknownJob(name: job, known: known) }
    let slots = try session.slots(of: job, files: [])
    for file in files where !slots.contains(where: { $0.file == file }) {
      throw UnknownFile(file: file, job: job, known: slots.map(\.file))
    }
    let wanted = slots.filter { files.isEmpty || files.contains($0.file) }
    report(.began(job: job, files: wanted.count))
    guard let load = try begin(job, covering: nil) else { return summary }
    try conclude(load, of: job) { loader in
      var isWhole = true
      for slot in wanted where slot.status == "committed" {
        isWhole = try loader.withdraw(slot, of: job, load: load, byHand: true) && isWhole
      }
      return isWhole
    }
    return summary
  }

  /// Takes back what a slot holds.
  ///
  /// - Parameters:
  ///   - slot: the slot.
  ///   - job: name of its job.
  ///   - load: number of the load.
  ///   - byHand: whether somebody asked for it; then it stays taken back while the bytes are the same.
  /// - Returns: whether it was done; else targets still belong to its plans.
  /// - Throws: `PostgresError`.
  mutating func withdraw(
    _ slot: SlotState, of job: String, load: Int32, byHand: Bool
  ) throws -> Bool {
    let plans = try session.plansInUse(json: "[]", slot: slot.slot)
    guard plans.isEmpty else {
      reportRefused(plans.map { Diagnostic(.stillInUse, [$0], file: slot.file) })
      return false
    }
    let held = try session.contents(of: slot.slot)
    var outcome = SlotOutcome(.withdrawn)
    if held.figures {
      outcome = try withdrawFigures(slot: slot.slot, load: load)
    } else if held.targets || held.plans {
      outcome = try session.transaction { session in
        held.plans
          ? try session.mergePlans(json: "[]", load: load, slot: slot.slot)
          : try session.mergeTargets(json: "[]", load: load, slot: slot.slot)
      }
      catalog = nil  // plans are part of it
    }
    outcome.status = .withdrawn
    outcome.staysWithdrawn = byHand
    let bytes = slot.sha256.map { ($0, slot.size ?? 0, slot.file) }
    try session.record(
      outcome, slot: slot.slot, load: load, bytes: byHand ? bytes : nil,
      declaration: slot.declarationSHA256 ?? "", reader: slot.readerVersion ?? "")
    finish(slot.file, of: job, outcome: outcome, log: DiagnosticLog())
    return true
  }

  private mutating func withdrawFigures(slot: Int32, load: Int32) throws -> SlotOutcome {
    let table = StagingTable(load: load, slot: slot)
    return try dropping(table) { loader in
      _ = try loader.session.openStaging(table)
      return try loader.session.transaction { session in
        try session.stageHeld(into: table)
        return try session.mergeObservations(from: table, rows: 0)
      }
    }
  }
}
