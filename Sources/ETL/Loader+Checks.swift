// Checks of what a merge has changed, in its transaction: an error undoes it, warnings are told and kept.

import LibPQ
import RowRendering
import Warehouse

/// The file says something that cannot be loaded; the log or the findings know what.
struct Refused: Error {}

extension Loader {
  /// While files come one by one an edition is not whole yet: that is asked of the whole warehouse only.
  private static let checks = Check.allCases.filter { $0 != .editionIncomplete }

  /// From so many lists on they are read as a whole, not one by one.
  private static let many = 100

  /// Merges and checks in one transaction.
  ///
  /// - Parameters:
  ///   - lists: what the merge changes.
  ///   - merge: the merge.
  /// - Returns: what `merge` returns.
  /// - Throws: `Refused` where a check finds what cannot be; what `merge` throws.
  mutating func checking(
    _ lists: TouchedLists, _ merge: (inout Session) throws -> SlotOutcome
  ) throws -> SlotOutcome {
    var found = Findings()
    defer { findings = found }
    return try session.transaction { session in
      let outcome = try merge(&session)
      guard outcome.changes > 0 else { return outcome }
      if lists.count >= Self.many { try session.preferWholeTables() }
      found = try session.run(Self.checks, on: lists)
      guard !found.hasErrors else { throw Refused() }
      return outcome
    }
  }

  /// Checks in the transaction that runs.
  ///
  /// - Parameter lists: what a merge has changed.
  /// - Throws: `Refused` where a check finds what cannot be; `PostgresError`.
  mutating func check(_ lists: TouchedLists) throws {
    findings = try session.run(Self.checks, on: lists)
    guard !findings.hasErrors else { throw Refused() }
  }

  /// Checks a partition that holds what was just read, and nothing else.
  ///
  /// The reader has held every line against the catalog and its bounds, and where no line has a rank
  /// there is none to check. Such a partition has no statistics yet: the planner takes it for a few
  /// rows, for which it would go through the whole catalog again and again.
  ///
  /// - Parameter lists: what was read.
  /// - Throws: `Refused` where a check finds what cannot be; `PostgresError`.
  mutating func checkAdopted(_ lists: TouchedLists) throws {
    let ofReader: Set<Check> = [.orphan, .valueBounds]
    let ofRanks: Set<Check> = [.rankBounds, .rankExcess, .rankHole, .rankOrder]
    let checks = Self.checks.filter {
      !ofReader.contains($0) && (lists.hasRanks || !ofRanks.contains($0))
    }
    try session.preferWholeTables()
    findings = try session.run(checks, on: lists)
    guard !findings.hasErrors else { throw Refused() }
  }
}

extension Session {
  /// Lets the rest of the transaction join tables as a whole, not row by row.
  fileprivate mutating func preferWholeTables() throws {
    try connection.run(Statement(name: "set", text: "set local enable_nestloop = off"))
  }
}

extension SlotOutcome {
  /// How many facts are other than before.
  fileprivate var changes: Int { loaded + revised + withdrawn }
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
