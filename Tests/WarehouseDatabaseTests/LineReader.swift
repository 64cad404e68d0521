// A reader of plans that tests steer: each line of the text says one thing outright.

import ETL
import IndicatorModel
import PlanReading

/// Reads lines such as `place lang-son`, `years 2024 2024`, `target par 35 rank`, `task Sở Nội vụ`.
struct LineReader: DocumentReading {
  var version = "line reader 1"
  /// What is added to every value: a better reader reads otherwise.
  var shift = 0.0
  /// Whether targets without an indicator are found.
  var findsUnlinked = true

  func read(_ text: PlanText) -> PlanDocument {
    var head = PlanHead()
    head.kind = "KH"
    var plan = PlanDocument(head: head, targets: [], tasks: [])
    for (index, line) in text.lines.enumerated() {
      read(line, index + 1, &plan)
    }
    return plan
  }

  private func read(_ line: String, _ number: Int, _ plan: inout PlanDocument) {
    let words = line.split(separator: " ").map(String.init)
    switch words.first {
    case "place": plan.head.place = words.last
    case "number": plan.head.number = words.last
    case "years":
      plan.head.periodStart = Int(words[1])
      plan.head.periodEnd = Int(words[2])
    case "target":
      guard words[1] != "none" || findsUnlinked else { return }
      var target = PlanTarget(lineFrom: number, lineTo: number, area: .index, quote: line)
      target.indicator = words[1] == "none" ? nil : words[1]
      target.subject = words[1]
      target.comparator = .atLeast
      target.value = (Double(words[2]) ?? 0) + shift
      target.unit = .percent
      for word in words.dropFirst(3) {
        if let level = Level(rawValue: word) { target.level = level }
        if let unit = Unit(rawValue: word) { target.unit = unit }
      }
      target.periodEnd = plan.head.periodEnd
      target.periodStart = plan.head.periodStart
      target.confidence = 0.75
      plan.targets.append(target)
    case "deadline":
      var target = PlanTarget(lineFrom: number, lineTo: number, area: .steering, quote: line)
      target.kind = .deadline
      plan.targets.append(target)
    case "task":
      var task = PlanTask(lineFrom: number, lineTo: number)
      task.item = words[1]
      task.activity = line
      task.lead = words.dropFirst(2).joined(separator: " ")
      task.dueTo = CalendarDate(iso: "2024-06-30")
      plan.tasks.append(task)
    default: break
    }
  }
}
