// What a load did in all, each file counted once, however often it was tried.

public import Warehouse

/// What a load did in all.
public struct LoadSummary: Sendable, Hashable {
  /// Outcomes of all files of jobs, in the order in which they were first met.
  public private(set) var outcomes: [SlotOutcome] = []
  /// Whether the catalog was loaded anew.
  public var catalogChanged = false
  /// Whether a declaration or a file was refused.
  public var wasRefused = false
  /// Names of the jobs that were to be loaded; nil where it did not come to that.
  public var wanted: [String]?
  /// How the loads of jobs ended: done, refused or failed.
  public var endings: [String: String] = [:]

  private struct File: Sendable, Hashable {
    let job: String
    let path: String
  }

  private var files: [File] = []

  /// Makes the summary of a load that has done nothing yet.
  public init() {}

  /// Adds what became of a file.
  ///
  /// What became of it before is no more, unless it is skipped now because of that.
  ///
  /// - Parameters:
  ///   - outcome: what became of it.
  ///   - path: path as declared.
  ///   - job: name of its job.
  public mutating func add(_ outcome: SlotOutcome, of path: String, in job: String) {
    let file = File(job: job, path: path)
    guard let known = files.firstIndex(of: file) else {
      files.append(file)
      outcomes.append(outcome)
      return
    }
    if outcome.status != .skipped { outcomes[known] = outcome }
  }

  /// Adds what a later attempt at the same load did.
  ///
  /// - Parameter attempt: its summary.
  public mutating func add(_ attempt: LoadSummary) {
    for (file, outcome) in zip(attempt.files, attempt.outcomes) {
      add(outcome, of: file.path, in: file.job)
    }
    catalogChanged = catalogChanged || attempt.catalogChanged
    wasRefused = wasRefused || attempt.wasRefused
    if let more = attempt.wanted {
      wanted = (wanted ?? []) + more.filter { wanted?.contains($0) != true }
    }
    endings.merge(attempt.endings) { $1 }
  }

  /// Whether so many facts changed that the planner should know: a tenth of what the files hold, as
  /// PostgreSQL's own rule has it.
  var changesStatistics: Bool {
    let changed = outcomes.reduce(0) { $0 + $1.loaded + $1.revised + $1.withdrawn }
    return changed > 0 && changed * 10 >= outcomes.reduce(changed) { $0 + $1.unchanged }
  }

  /// How many files ended so.
  ///
  /// - Parameter status: the status asked for.
  /// - Returns: the number of files.
  public func count(_ status: SlotOutcome.Status) -> Int {
    outcomes.count { $0.status == status }
  }
}
