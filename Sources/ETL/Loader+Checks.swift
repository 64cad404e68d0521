// Checks of what a merge has changed, in its transaction: an error undoes it, warnings are told and kept.

import LibPQ
import RowRendering
import Warehouse

/// Checks found what cannot be.
struct CheckFailed: Error {
  let findings: Findings
}

extension Loader {
  /// While files come one by one an edition is not whole yet: that is asked of the whole warehouse only.
  private static let checks = Check.allCases.filter { $0 != .editionIncomplete }

  /// From so many lists on they are read as a whole, not one by one.
  private static let many = 100

  /// Merges, checks and writes the entry of the log, in one transaction.
  ///
  /// - Parameters:
  ///   - lists: what the merge changes.
  ///   - entry: the entry of the slot.
  ///   - isLarge: whether it comes from a large file of which only what differs was staged.
  ///   - merge: the merge.
  /// - Returns: what `merge` returns, with the number of warnings.
  /// - Throws: `CheckFailed`; what `merge` throws; `PostgresError`.
  mutating func commit(
    _ lists: TouchedLists, _ entry: SlotEntry, isLarge: Bool = false,
    _ merge: (inout Session) throws -> SlotOutcome
  ) throws -> SlotOutcome {
    try session.transaction { session in
      try Self.settle(try merge(&session), lists, entry, &session, isLarge: isLarge)
    }
  }

  /// Checks what a merge has changed and writes the entry of the log; the caller's transaction.
  ///
  /// - Parameters:
  ///   - merged: what the merge did.
  ///   - lists: what it has changed.
  ///   - entry: the entry of the slot.
  ///   - session: that of the transaction.
  ///   - isLarge: whether it comes from a large file of which only what differs was staged.
  /// - Returns: what the merge did, with the number of warnings.
  /// - Throws: `CheckFailed`, `PostgresError`.
  static func settle(
    _ merged: SlotOutcome, _ lists: TouchedLists, _ entry: SlotEntry, _ session: inout Session,
    isLarge: Bool = false
  ) throws -> SlotOutcome {
    var outcome = merged
    var findings = Findings()
    if outcome.loaded + outcome.revised + outcome.withdrawn > 0 {
      // A partition that is new has no statistics yet: the planner takes it for a few rows, for which it
      // would go through the whole catalog again and again.
      if lists.count >= many { try session.preferWholeTables() }
      findings = try session.run(isLarge ? checksOfLarge(lists) : checks, on: lists)
    }
    guard !findings.hasErrors else { throw CheckFailed(findings: findings) }
    outcome.warnings = findings.counts[.warning] ?? 0
    try entry.write(outcome, to: &session)
    if !findings.entries.isEmpty {
      try session.recordFindings(json: findings.json, slot: entry.slot, load: entry.load)
    }
    return outcome
  }

  /// The checks of what was read from a large file.
  ///
  /// The reader has held every line against the catalog and its bounds, and where no line that is
  /// other than before has a rank, ranks are as they were.
  private static func checksOfLarge(_ lists: TouchedLists) -> [Check] {
    let ofReader: Set<Check> = [.orphan, .valueBounds]
    let ofRanks: Set<Check> = [.rankBounds, .rankExcess, .rankHole, .rankOrder]
    return checks.filter { !ofReader.contains($0) && (lists.hasRanks || !ofRanks.contains($0)) }
  }
}

extension Session {
  /// Lets the rest of the transaction join tables as a whole, not row by row.
  fileprivate mutating func preferWholeTables() throws {
    try connection.run(
      Statement(name: "prefer whole tables", text: "set local enable_nestloop = off"))
  }
}

extension Findings {
  /// The errors, as what is wrong with a file.
  func diagnostics(file: String) -> [Diagnostic] {
    entries.filter { $0.severity == .error }.map { finding in
      Diagnostic(
        .checkFailed, [finding.check, finding.subject] + finding.arguments, file: file,
        line: finding.line)
    }
  }

  /// The kept ones as a JSON array for the log of loads.
  var json: String {
    JSONValue.array(
      entries.map { finding in
        .object([
          ("check", .string(finding.check)), ("severity", .string(finding.severity.rawValue)),
          ("place", JSONValue(finding.place)), ("indicator", JSONValue(finding.indicator)),
          ("level", JSONValue(finding.level)), ("period", JSONValue(finding.period)),
          ("source", JSONValue(finding.source)), ("line", JSONValue(finding.line)),
          ("arguments", .array(finding.arguments.map(JSONValue.string))),
        ])
      }
    ).compact
  }
}

extension Finding {
  /// What it is about, in codes: place, indicator, year or period, and source.
  fileprivate var subject: String {
    [place, indicator, level, period.map { $0.dropSuffix("-01-01") }, source]
      .compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: ", ")
  }
}
