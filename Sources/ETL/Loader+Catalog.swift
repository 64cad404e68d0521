// The catalog is loaded like a job of one slot: skipped while no table has changed, merged as a whole.

import LibPQ
import Warehouse

extension Loader {
  private static let catalogJob = "catalog"
  private static let catalogReader = "catalog 4"

  /// Loads etl/catalog where it has changed.
  ///
  /// - Returns: whether the catalog stands, so that jobs may be loaded.
  mutating func loadCatalog() throws -> Bool {
    var hashes: [String] = []
    var size = 0
    for table in CatalogTable.all {
      do {
        let digest = try KeptFiles.digest(of: folder.fullPath(table.file))
        hashes.append("\(table.file) \(digest.sha256)")
        size += digest.size
      } catch {
        reportRefused([Diagnostic(error, file: table.file)])
        return false
      }
    }
    let declaration = KeptFiles.digest(ofText: hashes.joined(separator: "\n"))
    let slots = try session.slots(of: Self.catalogJob, files: ["catalog"])
    guard let slot = slots.first(where: { $0.file == "catalog" }) else { return false }
    // Who forces one job means its files, not the catalog.
    if !options.isForced || options.jobs != nil, slot.declarationSHA256 == declaration,
      slot.readerVersion == Self.catalogReader
    {
      return true
    }
    report(.began(job: Self.catalogJob, files: CatalogTable.all.count))
    guard let load = try begin(Self.catalogJob, covering: nil) else { return false }
    let start = ContinuousClock.now
    let read = CatalogReader.read(folder)
    var diagnostics = read.diagnostics
    var outcome = SlotOutcome(.committed)
    if diagnostics.isEmpty {
      do {
        let orphans = try session.transaction { session in
          let orphans = try session.mergeCatalog(read.tables)
          guard orphans == 0 else { throw StillInUse(facts: orphans) }
          return orphans
        }
        outcome.rejected = orphans
      } catch let error as StillInUse {
        diagnostics = [Diagnostic(.stillInUse, ["\(error.facts)"], file: "catalog/places.csv")]
      } catch let error as PostgresError where error.sqlState == "23503" {
        diagnostics = [
          Diagnostic(.stillInUse, [error.detail ?? error.message], file: "catalog")
        ]
      }
    }
    var log = DiagnosticLog()
    log.append(contentsOf: diagnostics)
    if !log.isEmpty {
      outcome.status = .refused
      outcome.rejected = log.count
      reportRefused(log.entries)
    }
    outcome.seconds = (ContinuousClock.now - start) / .seconds(1)
    try session.record(
      outcome, slot: slot.slot, load: load, bytes: nil, declaration: declaration,
      reader: Self.catalogReader)
    if !log.isEmpty {
      try session.recordRejects(json: log.json, slot: slot.slot, load: load)
    }
    let status = log.isEmpty ? "done" : "refused"
    try session.finishLoad(load, status: status)
    summary.catalogChanged = outcome.status == .committed
    report(.finished(job: Self.catalogJob, file: "catalog", outcome: outcome))
    end(Self.catalogJob, status)
    return log.isEmpty
  }
}

/// The new catalog lacks what facts refer to.
private struct StillInUse: Error {
  let facts: Int
}
