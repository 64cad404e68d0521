// The generator of plans itself: the same plan for the same seed, and truths that its text bears out.

import IndicatorModel
import PlanGenerator
import PlanReading
import Testing

@Suite struct PlanMakerTests {
  private static let plans: [GeneratedPlan] = PlanLayout.allCases.flatMap { layout in
    (1...12).map { PlanMaker.plan(layout, seed: UInt64($0)) }
  }

  @Test func theSameSeedMakesTheSamePlan() {
    for layout in PlanLayout.allCases {
      let first = PlanMaker.plan(layout, seed: 7)
      let second = PlanMaker.plan(layout, seed: 7)
      #expect(first.lines == second.lines)
      #expect(first.targets == second.targets)
      #expect(first.tasks == second.tasks)
      #expect(first.lines != PlanMaker.plan(layout, seed: 8).lines)
    }
  }

  @Test func figuresOfTruthsStandOnTheirLines() {
    for plan in Self.plans {
      for target in plan.targets {
        guard let words = Self.words(of: plan, target.lineFrom, target.lineTo) else { continue }
        if let value = target.value, value != 1 || target.unit != .rank {
          #expect(words.contains(Self.digits(value)), "\(plan.layout) \(plan.seed): \(target)")
        }
        if let high = target.valueHigh {
          #expect(words.contains(Self.digits(high)), "\(plan.layout) \(plan.seed): \(target)")
        }
      }
    }
  }

  /// A figure as Vietnamese prints it, worked out apart from the generator.
  private static func digits(_ value: Double) -> String {
    let text = value == value.rounded() ? String(Int(value)) : String(value)
    return text.replacing(".", with: ",")
  }

  private static func words(of plan: GeneratedPlan, _ from: Int, _ to: Int) -> String? {
    guard from >= 1, from <= to, to <= plan.lines.count else {
      Issue.record("\(plan.layout) \(plan.seed): lines \(from) to \(to) of \(plan.lines.count)")
      return nil
    }
    return plan.lines[(from - 1)..<to].joined(separator: " ")
  }

  @Test func rowsOfTasksStandOnTheirLines() {
    var rows = 0
    for plan in Self.plans {
      for task in plan.tasks {
        rows += 1
        guard let words = Self.words(of: plan, task.lineFrom, task.lineTo) else { continue }
        // A row that a page's end cut has the words of a cell apart.
        let isThere = (task.lead ?? "?").split(separator: " ").allSatisfy { words.contains($0) }
        #expect(isThere, "\(plan.layout) \(plan.seed): \(task)")
      }
    }
    #expect(rows > 500)
  }

  @Test func allFormsOfGoalsAreMade() {
    let targets = Self.plans.flatMap(\.targets)
    for comparator in Comparator.allCases {
      #expect(targets.contains { $0.comparator == comparator }, "\(comparator)")
    }
    for measure in Measure.allCases { #expect(targets.contains { $0.measure == measure }) }
    for area in Area.allCases { #expect(targets.contains { $0.area == area }, "\(area)") }
    for level in [Level.uncut, .province, .district, .commune] {
      #expect(targets.contains { $0.level == level }, "\(level)")
    }
    for unit in [Unit.percent, .points, .ratio, .rank, .count, .people, .days] {
      #expect(targets.contains { $0.unit == unit }, "\(unit)")
    }
    for kind in StatementKind.allCases { #expect(targets.contains { $0.kind == kind }) }
    #expect(targets.contains { $0.baselineYear != nil && $0.measure == .decrease })
    #expect(targets.contains { $0.repeatOf != nil })
    #expect(targets.contains { $0.group != nil && $0.value == nil })
    #expect(targets.contains { $0.unit == .rank && $0.value == 1 })
  }

  @Test func repeatsNameWhatTheyRepeat() {
    for plan in Self.plans {
      for target in plan.targets where target.scope.hasPrefix("repeat") {
        guard let place = target.repeatOf, plan.targets.indices.contains(place - 1) else {
          Issue.record("\(plan.layout) \(plan.seed): \(target)")
          continue
        }
        #expect(plan.targets[place - 1].value == target.value)
        #expect(plan.targets[place - 1].indicator == target.indicator)
        #expect(plan.targets[place - 1].lineFrom < target.lineFrom)
      }
    }
  }

  @Test func plansDifferInWordsAndPlaces() {
    #expect(Set(Self.plans.compactMap(\.head.place)).count >= 8)
    var wordings: [String: Set<String>] = [:]
    for target in Self.plans.flatMap(\.targets) {
      if let indicator = target.indicator {
        wordings[indicator, default: []].insert(target.subject)
      }
    }
    #expect(wordings.count >= 60)
    #expect(wordings.values.count { $0.count >= 3 } >= 40)
  }

  @Test func damageKeepsLinesAndNearlyAllFigures() {
    var kept = 0
    var figures = 0
    for plan in Self.plans {
      var damage = OCRDamage(seed: plan.seed)
      let bad = damage.damaged(plan)
      #expect(bad.lines.count == plan.lines.count)
      for (before, after) in zip(plan.lines, bad.lines) {
        let numbers = before.split { !$0.isNumber }
        let left = Set(after.split { !$0.isNumber })
        figures += numbers.count
        kept += numbers.count { left.contains($0) }
      }
      var again = OCRDamage(seed: plan.seed)
      #expect(again.damaged(plan).lines == bad.lines)
    }
    // Counted on these plans: a figure that touches a misread letter may no longer stand alone.
    #expect(Double(kept) / Double(figures) > 0.97)
  }

  @Test func noDamageAtNoRate() {
    var damage = OCRDamage(rate: 0, seed: 1)
    #expect(
      damage.damaged("Tỷ lệ hồ sơ được giải quyết đúng hạn đạt 95%; m rn")
        == "Tỷ lệ hồ sơ được giải quyết đúng hạn đạt 95%; m rn")
  }
}
