// Makes plans: from a seed whole documents in official layouts, of whose targets and tasks everything is
// known. For tests and benchmarks; nothing of a real plan stands in it.

import IndicatorModel
import PlanReading

/// Makes plans from seeds.
public struct PlanMaker: Sendable {
  let layout: PlanLayout
  let seed: UInt64
  var random: SplitMix64
  var context: PlanContext
  var setter: Typesetter
  var head = PlanHead()
  var tasks: [PlanTask] = []
  /// Indicators that have a goal already, so that no plan sets one twice.
  var used: Set<String> = []
  /// Goals by area, for the appendix to say again.
  var goals: [Area: [MarkedText]] = [:]
  let tasksPerArea: Int

  /// The plan of a seed.
  ///
  /// - Parameters:
  ///   - layout: how it is laid out.
  ///   - seed: what all that is random follows from.
  ///   - tasksPerArea: how many tasks each area has, by which a plan grows: 70 make about 90 KB.
  /// - Returns: the plan and its truth.
  public static func plan(
    _ layout: PlanLayout, seed: UInt64, tasksPerArea: Int = 6
  ) -> GeneratedPlan {
    var maker = PlanMaker(layout, seed: seed, tasksPerArea: tasksPerArea)
    return maker.make()
  }

  private init(_ layout: PlanLayout, seed: UInt64, tasksPerArea: Int) {
    var random = SplitMix64(seed: seed)
    let province =
      random.choose(Province.all)
      ?? Province(id: "son-la", name: "Sơn La", seat: "Sơn La", years: 2021...2029)
    let phase = province.years.contains(2021) && random.chance(50) ? 2021 : 2026
    let isPhase = layout == .phase && province.years.contains(phase)
    let first = isPhase ? phase : random.number(province.years)
    self.layout = layout
    self.seed = seed
    self.tasksPerArea = tasksPerArea
    context = PlanContext(province: province, first: first, last: isPhase ? first + 4 : first)
    let style: Typesetter.Style =
      switch layout {
      case .wrapped, .sections: .wrapped
      case .spaced: .spaced
      case .lines, .bullets, .table, .phase, .decision: .whole
      }
    setter = Typesetter(
      style: style, width: random.number(74...84),
      pageLength: style == .wrapped ? random.number(38...48) : 0)
    self.random = random
  }

  private mutating func make() -> GeneratedPlan {
    writeHead()
    writePurpose()
    writeGoals()
    writeTasks()
    writeDuties()
    writeEnd()
    if layout != .spaced { writeAppendix() }
    return GeneratedPlan(
      layout: layout, seed: seed, lines: setter.lines, head: head, targets: ordered(),
      tasks: tasks)
  }

  /// Statements in the order of the text, repeats with the place of what they repeat.
  private func ordered() -> [PlanTarget] {
    var targets = setter.targets.enumerated().sorted {
      ($0.element.lineFrom, $0.offset) < ($1.element.lineFrom, $1.offset)
    }.map(\.element)
    for index in targets.indices where targets[index].scope.hasPrefix("repeat") {
      let repeated = targets[index]
      let first = targets.firstIndex {
        $0.indicator == repeated.indicator && $0.value == repeated.value
          && $0.level == repeated.level && $0.scope.isEmpty
      }
      targets[index].repeatOf = first.map { $0 + 1 }
    }
    return targets
  }
}
