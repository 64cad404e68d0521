import Foundation
import LibPQ
import Synchronization

/// Somebody who asks all the while: count and sum of every file, in one statement and so at one moment.
final class TotalsReader: Sendable {
  /// What a file may show: before its load or after it; once after, never before again.
  private struct Expected {
    var before: [String: Totals] = [:]
    var after: [String: Totals] = [:]
    var isAfter: Set<String> = []
    /// How often something else was expected; an answer asked for before says nothing.
    var changes = 0
    var polls = 0
    var failure: String?
    var isDone = false
  }

  private let home: KillHome
  private let expected = Mutex(Expected())

  /// Begins to ask.
  init(_ home: KillHome, _ totals: [String: Totals]) {
    self.home = home
    expect(from: totals, to: totals)
    Thread.detachNewThread { [self] in
      while !expected.withLock(\.isDone) {
        // A server that is down is asked again in a moment.
        try? ask()
        usleep(20_000)
      }
    }
  }

  /// From now on the files may show what they showed or what they are to show.
  func expect(from before: [String: Totals], to after: [String: Totals]) {
    expected.withLock {
      $0.before = before
      $0.after = after
      $0.isAfter = []
      $0.changes += 1
    }
  }

  /// Ends the asking.
  ///
  /// - Returns: How many answers there were.
  func stop() -> Int {
    expected.withLock {
      $0.isDone = true
      return $0.polls
    }
  }

  /// Tells what was seen that must not be.
  func check() throws {
    if let failure = expected.withLock(\.failure) { throw KillFailure("a reader saw \(failure)") }
  }

  private func ask() throws {
    var connection = try home.connect(as: "reader")
    // Whoever reads waits for nobody; a vacuum that gives way needs a moment.
    try connection.run(Statement(name: "limit", text: "set lock_timeout = '250ms'"))
    while !expected.withLock(\.isDone) {
      do {
        let changes = expected.withLock(\.changes)
        let totals = try Self.totals(&connection)
        expected.withLock { if $0.changes == changes { Self.judge(totals, &$0) } }
      } catch let error as PostgresError where error.sqlState == "55P03" {
        expected.withLock { $0.failure = $0.failure ?? "a lock: \(error)" }
      }
      usleep(5_000)
    }
  }

  private static func judge(_ totals: [String: Totals], _ expected: inout Expected) {
    expected.polls += 1
    for path in Set(expected.before.keys).union(expected.after.keys) {
      let seen = totals[path] ?? .none
      let before = expected.before[path] ?? .none
      let after = expected.after[path] ?? .none
      if seen == after {
        if before != after { expected.isAfter.insert(path) }
      } else if seen != before || expected.isAfter.contains(path) {
        let text = "\(path): \(seen) instead of \(before) or \(after)"
        expected.failure = expected.failure ?? text
      }
    }
  }

  /// Count and sum of every file that says anything.
  static func totals(_ connection: inout Connection) throws -> [String: Totals] {
    let rows = try connection.query(
      Statement(
        name: "totals",
        text: """
          select s.file, t.count, t.sum
          from (
              select o.slot_id, count(*) as count, sum(round(o.value * 100)::int8)::int8 as sum
              from warehouse.observation as o
              group by o.slot_id
              union all
              select l.slot_id, count(*), sum(split_part(l.number, '/', 1)::int8)::int8
              from warehouse.plan as l
              where l.recorded_to = 'infinity'
              group by l.slot_id
              union all
              select t.slot_id, count(*), sum(round(t.value * 100)::int8)::int8
              from warehouse.target as t
              where t.recorded_to = 'infinity'
              group by t.slot_id
          ) as t
          join ops.slot as s on s.slot_id = t.slot_id
          union all
          select 'catalog/sources.csv', 1, s.title::int8
          from catalog.source as s
          where s.source = 'cong-version'
          """))
    var totals: [String: Totals] = [:]
    _ = try rows.map { row in
      totals[try row.value("file")] = Totals(
        count: try row.value("count"), sum: try row.value("sum"))
    }
    return totals
  }
}
