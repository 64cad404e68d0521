// Writes the appendix: tasks in rows, with who leads, who helps, and until when; targets said again.

import IndicatorModel
import PlanReading

/// Writes tables of tasks.
struct TaskTablePen: Sendable {
  let context: PlanContext
  var random: SplitMix64

  /// A table of tasks; `goals` are targets of the plan that its objectives say again, by area.
  mutating func table(
    rowsPerArea: ClosedRange<Int>, goals: [Area: [MarkedText]], isWide: Bool
  ) -> GridTable {
    var rows: [GridTable.Row] = []
    let headings =
      isWide
      ? [
        "TT", "Mục tiêu", "Nhiệm vụ", "Hoạt động", "Kết quả/Sản phẩm", "Cơ quan chủ trì",
        "Cơ quan phối hợp", "Thời gian thực hiện", "Kinh phí",
      ]
      : [
        "STT", "Nội dung nhiệm vụ", "Sản phẩm", "Cơ quan chủ trì", "Cơ quan phối hợp",
        "Thời gian hoàn thành",
      ]
    let romans = ["I", "II", "III", "IV", "V", "VI", "VII"]
    for (area, roman) in zip(Area.allCases.filter { $0 != .index }, romans) {
      let words = TaskWords.of(area)
      rows.append(
        GridTable.Row(
          cells: [roman, words.heading.uppercased()]
            + Array(repeating: "", count: headings.count - 2)))
      var repeated = goals[area] ?? []
      for item in 1...random.number(rowsPerArea) {
        let goal = isWide && !repeated.isEmpty ? repeated.removeFirst() : nil
        rows += group(words, item: item, goal: goal, isWide: isWide)
      }
    }
    return GridTable(headings: headings, rows: rows)
  }

  /// One row, or a wide row and those below that its objective and task hold for.
  private mutating func group(
    _ words: TaskWords, item: Int, goal: MarkedText?, isWide: Bool
  ) -> [GridTable.Row] {
    var task = PlanTask(lineFrom: 0, lineTo: 0)
    task.section = words.heading.uppercased()
    task.item = String(item)
    task.task = words.task(&random)
    guard isWide else {
      finish(&task, words, hasBudget: false)
      return [GridTable.Row(cells: Self.narrow(task), task: task)]
    }
    task.objective = goal?.text ?? words.task(&random)
    var rows: [GridTable.Row] = []
    for index in 0..<(random.chance(30) ? 2 : 1) {
      var one = task
      one.activity = words.task(&random)
      finish(&one, words, hasBudget: true)
      var row = GridTable.Row(cells: Self.wide(one), task: one)
      if index == 0 {
        row.targets = (goal?.marks ?? []).map { mark in
          var target = mark.target
          target.scope = "repeat: Phụ lục"
          return (1, target)
        }
      } else {
        // A merged cell leaves empty ones below it.
        row.cells.replaceSubrange(0..<3, with: ["", "", ""])
      }
      rows.append(row)
    }
    return rows
  }

  private mutating func finish(_ task: inout PlanTask, _ words: TaskWords, hasBudget: Bool) {
    task.product = random.choose(words.products)
    task.lead = random.choose(words.lead)
    task.coordinating = random.pick(
      "Các sở, ban, ngành; \(context.below)", "Các cơ quan, đơn vị liên quan",
      "Sở Tài chính", context.below.capitalisedFirst)
    let due = self.due()
    task.due = due.text
    task.dueFrom = due.from
    task.dueTo = due.to
    if hasBudget, random.chance(40) { task.budget = "Ngân sách cấp theo dự toán" }
  }

  private mutating func due() -> (text: String, from: CalendarDate?, to: CalendarDate?) {
    let year = random.number(context.first...context.last)
    func date(_ month: Int, _ day: Int) -> CalendarDate? {
      CalendarDate(year: year, month: month, day: day)
    }
    switch random.below(7) {
    case 0: return ("Thường xuyên", nil, nil)
    case 1:
      let quarter = random.below(4)
      let roman = ["I", "II", "III", "IV"][quarter]
      return (
        "Quý \(roman)/\(year)", date(quarter * 3 + 1, 1),
        date(quarter * 3 + 3, [31, 30, 30, 31][quarter])
      )
    case 2:
      let month = random.number(1...12)
      let days = [31, year % 4 == 0 ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
      let padded = month < 10 ? "0\(month)" : "\(month)"
      return ("Tháng \(padded)/\(year)", date(month, 1), date(month, days[month - 1]))
    case 3: return ("Năm \(year)", date(1, 1), date(12, 31))
    case 4: return ("Trước ngày 30/6/\(year)", nil, date(6, 30))
    case 5: return ("15/11/\(year)", date(11, 15), date(11, 15))
    default: return ("Theo yêu cầu của Bộ Nội vụ", nil, nil)
    }
  }

  private static func narrow(_ task: PlanTask) -> [String] {
    [task.item, task.task, task.product, task.lead, task.coordinating, task.due].map { $0 ?? "" }
  }

  private static func wide(_ task: PlanTask) -> [String] {
    [
      task.item, task.objective, task.task, task.activity, task.product, task.lead,
      task.coordinating, task.due, task.budget,
    ].map { $0 ?? "" }
  }
}
