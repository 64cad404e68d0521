// The body of a plan: goals, tasks and the appendix.

import IndicatorModel
import PlanReading

extension PlanMaker {
  private var areas: [Area] { Area.allCases.filter { $0 != .index } }

  // MARK: - Goals

  mutating func writeGoals() {
    switch layout {
    case .sections: return
    case .table: writeTargetTable()
    case .lines, .wrapped, .spaced, .bullets, .phase, .decision: writeGoalSections()
    }
  }

  private mutating func writeGoalSections() {
    setter.paragraph("II. MỤC TIÊU")
    setter.paragraph("1. Mục tiêu chung")
    setter.paragraph(
      "Xây dựng chính quyền các cấp của tỉnh trong sạch, làm việc có kỷ cương, lấy sự hài lòng của người dân làm thước đo."
    )
    setter.paragraph(
      "2. \(random.pick("Mục tiêu cụ thể", "Chỉ tiêu cụ thể", "Các chỉ tiêu chủ yếu"))")
    setter.paragraph("2.1. Về các chỉ số")
    for goal in indexGoals(random.number(2...4)) { item(goal) }
    for (index, area) in areas.enumerated() {
      context.area = area
      setter.paragraph("2.\(index + 2). \(TaskWords.of(area).heading)")
      for goal in areaGoals(random.number(2...5)) { item(goal) }
    }
    if layout == .phase, random.chance(50) { writeYears() }
  }

  /// Targets by year, which a plan of several years may add.
  private mutating func writeYears() {
    setter.paragraph("3. Chỉ tiêu hằng năm")
    var pen = TargetTablePen(context: context, random: random)
    var table = pen.table(.years, perArea: 1...2)
    random = pen.random
    table.rows.removeAll { row in
      row.targets.contains { $0.target.indicator.map(used.contains) == true }
    }
    tasks += setter.table(table, random.choose(GridTable.Form.allCases) ?? .tabs, &random)
  }

  private mutating func writeTargetTable() {
    setter.paragraph("II. MỤC TIÊU")
    setter.paragraph("Các chỉ tiêu cụ thể của \(context.period) như sau:")
    var pen = TargetTablePen(context: context, random: random)
    let kinds: [TargetTablePen.Kind] = [.beside, .words, .levels]
    let table = pen.table(pen.random.choose(kinds) ?? .words, perArea: 2...4)
    random = pen.random
    for row in table.rows { used.formUnion(row.targets.compactMap(\.target.indicator)) }
    tasks += setter.table(table, random.choose(GridTable.Form.allCases) ?? .tabs, &random)
    setter.raw("")
  }

  private mutating func indexGoals(_ count: Int) -> [MarkedText] {
    var pen = IndexPen(context: context, random: random)
    defer { random = pen.random }
    return pen.goals(count)
  }

  /// Goals of the area, none on an indicator that has one.
  private mutating func areaGoals(_ count: Int) -> [MarkedText] {
    var wordings = random.sample(Wording.of(context.area), 60)
    // Plans count some goals of digital government to procedures.
    if context.area == .procedures, random.chance(40) {
      wordings += Wording.digital.filter { $0.indicator?.contains("online_") == true }
      wordings = random.sample(wordings, wordings.count)
    }
    wordings = wordings.filter { used.insert($0.indicator ?? $0.noun).inserted }
    for unused in wordings.dropFirst(count * 2) { used.remove(unused.indicator ?? unused.noun) }
    var left = Array(wordings.prefix(count * 2))
    var pen = GoalPen(context: context, random: random)
    var texts: [MarkedText] = []
    while texts.count < count, !left.isEmpty {
      let first = left.removeFirst()
      if pen.random.chance(22), !left.isEmpty {
        texts.append(pen.pair(first, left.removeFirst()))
      } else {
        texts.append(pen.goal(first))
      }
    }
    for wording in left { used.remove(wording.indicator ?? wording.noun) }
    random = pen.random
    goals[context.area, default: []] += texts
    return texts.map { timed($0) }
  }

  /// A goal with words that say by when, or as it is.
  private mutating func timed(_ goal: MarkedText) -> MarkedText {
    guard random.chance(12) else { return goal }
    if !context.isPhase {
      var text = MarkedText(
        random.pick("Trong năm \(context.first), ", "Đến hết năm \(context.first), "))
      text.append(goal.lowered)
      return text
    }
    guard random.chance(40) else {
      var text = MarkedText("Đến cuối giai đoạn, ")
      text.append(goal.lowered)
      return text
    }
    let year = random.number(context.first + 1...context.last - 1)
    // The appendix says the goal without the year, so it must not say this one again.
    goals[context.area]?.removeAll { $0.text == goal.text }
    var text = MarkedText("Đến hết năm \(year), ")
    text.append(
      goal.lowered.changed {
        var target = $0
        target.periodEnd = year
        return target
      })
    return text
  }

  /// A goal as an item of a list.
  private mutating func item(_ goal: MarkedText) {
    let marker: String
    switch layout {
    case .bullets: marker = random.pick("- ", "+ ", "- ")
    case .lines, .decision: marker = random.pick("- ", "- ", "")
    case .wrapped, .spaced, .sections, .table, .phase: marker = "- "
    }
    var text = MarkedText(marker)
    text.append(goal)
    text.append(random.pick(".", ";", "."))
    setter.paragraph(text)
  }

  // MARK: - Tasks

  mutating func writeTasks() {
    setter.paragraph(layout == .sections ? "II. NHIỆM VỤ" : "III. NHIỆM VỤ, GIẢI PHÁP")
    for (index, area) in areas.enumerated() {
      context.area = area
      let words = TaskWords.of(area)
      setter.paragraph("\(index + 1). \(words.heading)")
      if layout == .sections {
        setter.paragraph("a) Chỉ tiêu")
        if area == .steering { for goal in indexGoals(random.number(2...3)) { item(goal) } }
        for goal in areaGoals(random.number(1...4)) { item(goal) }
        setter.paragraph("b) Nhiệm vụ, giải pháp")
      }
      for _ in 0..<tasksPerArea { writeTask(words) }
    }
  }

  private mutating func writeTask(_ words: TaskWords) {
    var text = MarkedText("- ")
    var traps = TrapPen(context: context, random: random)
    switch traps.random.below(100) {
    case ..<12: text.append(traps.inTasks())
    case ..<45: text.append("\(words.task(&traps.random)) \(traps.citation())")
    default:
      text.append(words.task(&traps.random))
      text.append(traps.random.pick("; ", ", đồng thời "))
      text.append(MarkedText(words.task(&traps.random)).lowered)
    }
    random = traps.random
    if random.chance(7), let goal = areaGoals(1).first {
      text.append("; ")
      text.append(goal.lowered)
    }
    text.append(random.pick(".", ".", ";"))
    setter.paragraph(text)
  }

  // MARK: - Appendix

  mutating func writeAppendix() {
    guard random.chance(75) else { return }
    setter.raw(random.pick("PHỤ LỤC", "Phụ lục", "PHỤ LỤC I"))
    setter.raw("DANH MỤC NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH \(context.period.uppercased())")
    setter.raw("(Kèm theo Kế hoạch của UBND tỉnh \(context.province.name))")
    setter.raw("")
    let isWide = random.chance(60)
    var pen = TaskTablePen(context: context, random: random)
    let table = pen.table(
      rowsPerArea: 2...max(3, tasksPerArea / 2), goals: goals, isWide: isWide)
    random = pen.random
    let form: GridTable.Form =
      random.chance(60) ? .tabs : random.choose(GridTable.Form.allCases) ?? .tabs
    tasks += setter.table(table, form, &random)
  }
}
