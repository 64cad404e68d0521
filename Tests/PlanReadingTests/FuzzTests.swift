// Plans that were cut, shuffled and spoilt: no reading of them traps, and no quote is invented.
//
// `CHISO_FUZZ` says how many, `CHISO_SEED` the seed of all that is random; a failure names the variant.

import Foundation
import PlanGenerator
import PlanReading
import Testing

@Suite struct FuzzTests {
  private static func number(_ variable: String) -> Int? {
    ProcessInfo.processInfo.environment[variable].flatMap { Int($0) }
  }

  @Test func spoiltPlansAreReadWithoutInventedQuotes() throws {
    let count = Self.number("CHISO_FUZZ") ?? 50
    let seed = UInt64(bitPattern: Int64(Self.number("CHISO_SEED") ?? 2026))
    print("fuzz: \(count) variants, CHISO_SEED=\(Int64(bitPattern: seed))")
    let reader = try #require(Tables.reader)
    var statements = 0
    for variant in 0..<count {
      var spoiler = PlanSpoiler(seed: seed &+ UInt64(variant) &* 0x9E37)
      let text = PlanText(spoiler.text())
      let plan = reader.read(text)
      statements += plan.targets.count + plan.tasks.count
      let wrong = Self.faults(of: plan, in: text)
      // A variant is made again by its own seed: CHISO_FUZZ=1 and what is printed here.
      #expect(
        wrong.isEmpty,
        "CHISO_SEED=\(Int64(bitPattern: seed &+ UInt64(variant) &* 0x9E37)) \(spoiler.done): \(wrong)"
      )
    }
    print("fuzz: \(statements) statements and tasks were read")
  }

  /// What no reading may contain, whatever the text.
  private static func faults(of plan: PlanDocument, in text: PlanText) -> [String] {
    let folded = FoldedText(text.lines)
    var faults: [String] = []
    for target in plan.targets {
      if !folded.contains(target.quote) {
        let said = text.lines.prefix(max(0, target.lineTo)).dropFirst(max(0, target.lineFrom - 1))
          .joined(separator: "\n").prefix(600)
        faults.append("quote not in the text: \(ascii(target.quote)) of \(ascii(String(said)))")
      }
      if !isInside(target.lineFrom, target.lineTo, text) {
        faults.append("lines \(target.lineFrom) to \(target.lineTo) of \(text.lines.count)")
      }
      if let place = target.repeatOf, !plan.targets.indices.contains(place - 1) {
        faults.append("repeats statement \(place) of \(plan.targets.count)")
      }
      if target.value?.isFinite == false { faults.append("no number: \(target.quote)") }
    }
    for task in plan.tasks where !isInside(task.lineFrom, task.lineTo, text) {
      faults.append("task on lines \(task.lineFrom) to \(task.lineTo) of \(text.lines.count)")
    }
    return faults
  }

  /// A text in which signs that show as others, or not at all, are spelt out.
  private static func ascii(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      scalar.properties.isAlphabetic || (33..<127).contains(scalar.value) || scalar == " "
        ? String(scalar) : "{\(String(scalar.value, radix: 16))}"
    }.joined()
  }

  private static func isInside(_ from: Int, _ to: Int, _ text: PlanText) -> Bool {
    from >= 1 && from <= to && to <= text.lines.count
  }

  @Test func theSameSeedSpoilsAlike() {
    var first = PlanSpoiler(seed: 5)
    var second = PlanSpoiler(seed: 5)
    #expect(first.text() == second.text())
    #expect(first.done == second.done)
  }

  @Test func allWaysOfSpoilingAreTaken() {
    var taken: Set<PlanSpoiler.Way> = []
    for seed in 0..<60 {
      var spoiler = PlanSpoiler(seed: UInt64(seed))
      _ = spoiler.text()
      taken.formUnion(spoiler.done)
    }
    #expect(taken == Set(PlanSpoiler.Way.allCases))
  }
}
