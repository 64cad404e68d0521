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
      reportRefused(plans.map { Diagnostic(.targetsHold, [$0], file: slot.file) })
      return false
    }
    var entry = SlotEntry(
      slot: slot.slot, load: load, declaration: slot.declarationSHA256 ?? "",
      reader: slot.readerVersion ?? "")
    if byHand { entry.bytes = slot.sha256.map { ($0, slot.size ?? 0, slot.file) } }
    let held = try session.contents(of: slot.slot)
    var outcome: SlotOutcome
    if held.figures {
      outcome = try withdrawFigures(entry)
    } else {
      outcome = try session.transaction { session in
        var outcome =
          held.document
          ? try session.mergeDocument(nil, load: load, slot: slot.slot)
          : held.plans
            ? try session.mergePlans(json: "[]", load: load, slot: slot.slot)
            : try session.mergeTargets(json: "[]", load: load, slot: slot.slot)
        outcome.status = .withdrawn
        try entry.write(outcome, to: &session)
        return outcome
      }
      catalog = nil  // plans are part of it
    }
    outcome.staysWithdrawn = byHand
    finish(slot.file, of: job, outcome: outcome, log: DiagnosticLog())
    return true
  }

  private mutating func withdrawFigures(_ entry: SlotEntry) throws -> SlotOutcome {
    let table = StagingTable(load: entry.load, slot: entry.slot)
    kept.forget(entry.slot)
    return try dropping(table) { loader in
      try loader.session.ensurePartitions([], for: entry.slot)
      try loader.session.openStaging(table)
      return try loader.session.transaction { session in
        try session.stageHeld(into: table)
        var outcome = try session.mergeObservations(from: table, rows: 0)
        outcome.status = .withdrawn
        try entry.write(outcome, to: &session)
        return outcome
      }
    }
  }
}
