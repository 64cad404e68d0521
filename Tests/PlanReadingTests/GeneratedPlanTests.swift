// How generated plans are read, clean and as bad scans: a change that costs accuracy fails here.

import Foundation
import PlanGenerator
import PlanReading
import Testing

@Suite struct GeneratedPlanTests {
  private static let isVerbose = ProcessInfo.processInfo.environment["CHISO_VERBOSE"] != nil

  /// The score of some plans of every layout; what was wrong is printed where `CHISO_VERBOSE` is set.
  private static func score(_ layout: PlanLayout, isScanned: Bool) throws -> PlanScore {
    let reader = try #require(Tables.reader)
    var sum = PlanScore()
    for seed in 0..<4 {
      var plan = PlanMaker.plan(layout, seed: UInt64(seed))
      if isScanned {
        var damage = OCRDamage(seed: UInt64(seed))
        plan = damage.damaged(plan)
      }
      let read = reader.read(PlanText(plan.text))
      sum = sum + PlanScore(read.targets, truth: plan.targets, lines: plan.lines)
    }
    let fields = PlanScore.Field.allCases.map { "\($0) \(sum.fields[$0]?.part ?? 1)" }
    print(
      "generated, \(layout), scanned \(isScanned): F1 \(sum.f1); \(fields.joined(separator: ", "))")
    if isVerbose {
      for target in sum.missed { print("missed  ", words(target)) }
      for target in sum.spurious { print("spurious", words(target)) }
      for pair in sum.different {
        print("differs ", pair.map(words).joined(separator: "\n      is "))
      }
    }
    return sum
  }

  private static func words(_ target: PlanTarget) -> String {
    "\(target.lineFrom) \(StatementCase.words(target)) \(target.area) \(target.periodStart ?? 0)-"
      + "\(target.periodEnd ?? 0): \(target.quote)"
  }

  @Test func scoresOfGeneratedPlans() throws {
    for isScanned in [false, true] {
      var sum = PlanScore()
      for layout in PlanLayout.allCases {
        sum = sum + (try Self.score(layout, isScanned: isScanned))
      }
      print(
        "generated, all, scanned \(isScanned): F1 \(sum.f1), precision \(sum.precision), recall \(sum.recall)"
      )
      #expect(sum.quotes.part == 1)
    }
  }
}
