// Targets that are said again: in an appendix, in another column of the same row.

import IndicatorModel

/// Finds repeats.
enum RepeatFinder {
  /// The targets, each repeat with the place of its first mention and so in its scope.
  static func marked(_ input: [PlanTarget]) -> [PlanTarget] {
    var targets = input
    var first: [Key: Int] = [:]
    for index in targets.indices where targets[index].kind == .target {
      let target = targets[index]
      let key = Key(
        what: target.indicator ?? Folded.phrase(target.subject), level: target.level,
        value: target.value,
        high: target.valueHigh, unit: target.unit == .people ? .count : target.unit,
        measure: target.measure, end: target.periodEnd)
      if let mention = first[key] {
        targets[index].repeatOf = mention + 1
        targets[index].scope =
          targets[index].scope.isEmpty ? "repeat" : "repeat: \(targets[index].scope)"
      } else {
        first[key] = index
      }
    }
    return targets
  }

  private struct Key: Hashable {
    let what: String
    let level: Level
    let value: Double?
    let high: Double?
    let unit: Unit?
    let measure: Measure
    let end: Int?
  }
}
