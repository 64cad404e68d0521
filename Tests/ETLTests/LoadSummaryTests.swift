// What a load did in all, where it was tried more than once.

import Testing
import Warehouse

@testable import ETL

@Suite struct LoadSummaryTests {
  private func attempt(_ outcomes: [(String, SlotOutcome.Status)]) -> LoadSummary {
    var summary = LoadSummary()
    for (file, status) in outcomes { summary.add(SlotOutcome(status), of: file, in: "job") }
    return summary
  }

  @Test func eachFileCountsOnceByWhatBecameOfIt() {
    var summary = attempt([("a", .committed), ("b", .skipped), ("c", .refused)])
    // The next attempt finds the first file loaded and the third one mended.
    summary.add(attempt([("a", .skipped), ("b", .skipped), ("c", .committed), ("d", .refused)]))
    #expect(summary.outcomes.map(\.status) == [.committed, .skipped, .committed, .refused])
    #expect(summary.count(.committed) == 2)
    #expect(summary.count(.skipped) == 1)
  }

  @Test func oneFileOfTwoJobsIsTwo() {
    var summary = attempt([("a", .committed)])
    summary.add(SlotOutcome(.skipped), of: "a", in: "other")
    #expect(summary.outcomes.map(\.status) == [.committed, .skipped])
  }
}
