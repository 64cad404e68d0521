// Whose turn it is: which jobs are to be loaded now, and waiting for another load of the same job.

import IndicatorModel
import LibPQ
import Warehouse

extension Loader {
  /// The jobs that were asked for and, where only what is due is loaded, are due.
  mutating func selected(_ jobs: [Job]) throws -> [Job] {
    let asked = jobs.filter { options.jobs?.contains($0.name) ?? true }
    guard options.isOnlyDue else { return asked }
    guard let now = options.now else { return [] }
    let covered = try coveredMoments()
    return asked.filter { $0.isDue(at: now, coveredTo: covered[$0.name]) }
  }

  /// Begins the load of a job, after another load of it where that is waited for.
  ///
  /// - Returns: its number; nil where the other load has done what was due.
  mutating func begin(_ job: String, covering run: Moment?) throws -> Int32? {
    var hasWaited = false
    while true {
      do {
        let load = try session.startLoad(of: job, covering: run)
        // Whoever had the job before is gone for good by now, and what it left can be cleared.
        try session.sweepStaging()
        report(.started(job: job, load: load))
        return load
      } catch WarehouseError.busy where options.waits {
        if !hasWaited { report(.waiting(job: job)) }
        hasWaited = true
        try session.waitForLoad(of: job)
        catalog = nil  // the other load may have changed it
      }
      if options.isOnlyDue, let run, let covered = try coveredMoments()[job], covered >= run {
        end(job, "done")
        return nil
      }
    }
  }

  /// Runs the load of a job to its end, and writes how it ended.
  ///
  /// - Parameters:
  ///   - load: number of the load.
  ///   - job: name of the job.
  ///   - body: the work; returns whether all of it was done.
  /// - Throws: what `body` throws; `PostgresError`.
  mutating func conclude(
    _ load: Int32, of job: String, _ body: (inout Loader) throws -> Bool
  ) throws {
    let isWhole: Bool
    do {
      isWhole = try body(&self)
    } catch {
      if session.connection.isUsable {
        try? session.finishLoad(load, status: "failed")
      }
      end(job, "failed")
      throw error
    }
    let status = isWhole ? "done" : "refused"
    try session.finishLoad(load, status: status)
    end(job, status)
  }

  /// Tells how the load of a job ended.
  mutating func end(_ job: String, _ status: String) {
    summary.endings[job] = status
    report(.ended(job: job, status: status))
  }

  private mutating func coveredMoments() throws -> [String: Moment] {
    var moments: [String: Moment] = [:]
    for run in try session.listJobRuns() { moments[run.job] = run.coveredTo }
    return moments
  }
}
