// Makes the facts anew from the kept files and today's declarations. Facts that are as the files say stay
// as they are, with their loads and moments.

import Warehouse

extension Loader {
  /// Makes every slot hold what its kept files say, read as its job declares them today.
  ///
  /// - Returns: what was done.
  /// - Throws: `UnknownJob`, `WarehouseError.busy`, `PostgresError`; what was committed before the error
  ///   stays.
  public mutating func rebuild() throws -> LoadSummary {
    let jobs = try declaredJobs()
    let wanted = jobs.filter { options.jobs?.contains($0.name) ?? true }
    summary.wanted = wanted.map(\.name)
    kept.removeLeftovers()
    for job in wanted { try rebuild(job) }
    if options.jobs == nil {
      for name in try session.loadedJobs() where !jobs.contains(where: { $0.name == name }) {
        for slot in try session.slots(of: name, files: []) where slot.status == "committed" {
          tellUndeclared(slot.file, of: name)
        }
      }
    }
    if summary.changesStatistics {
      try session.refreshStatistics(ofCatalog: summary.catalogChanged)
    }
    return summary
  }

  private mutating func tellUndeclared(_ file: String, of job: String) {
    var log = DiagnosticLog()
    log.append(Diagnostic(.notDeclared, [job, file], file: file))
    finish(file, of: job, outcome: SlotOutcome(.refused), log: log)
  }

  private mutating func rebuild(_ job: Job) throws {
    let slots = try session.slots(of: job.name, files: []).filter { $0.status == "committed" }
    guard !slots.isEmpty else { return }
    report(.began(job: job.name, files: slots.count))
    guard let load = try begin(job.name, covering: nil) else { return }
    try conclude(load, of: job.name) { loader in
      var isWhole = true
      for slot in slots {
        isWhole = try loader.rebuild(slot, of: job, load: load) && isWhole
      }
      return isWhole
    }
  }

  private mutating func rebuild(_ slot: SlotState, of job: Job, load: Int32) throws -> Bool {
    guard let file = job.declaration(of: slot.file) else {
      tellUndeclared(slot.file, of: job.name)
      return false
    }
    let taken = try session.files(of: slot.slot).prefix(file.replaces ? 1 : Int.max)
    let kept = kept
    let copies = KeptCopies {
      try taken.map { sha256 in
        guard let entry = kept.entry(sha256: sha256) else {
          throw Diagnostic(.keptMissing, [kept.path(of: sha256)], file: file.path)
        }
        return entry
      }
    }
    return try self.load(file, of: job, slot: slot, load: load, from: copies)
  }
}
