// Writes goals: one wording or several and their figures become a sentence that knows what it states.

import IndicatorModel
import PlanReading

/// Writes the goals of an area.
struct GoalPen: Sendable {
  var context: PlanContext
  var random: SplitMix64

  /// A goal in words, without a full stop, in the form that its wording allows.
  mutating func goal(_ wording: Wording) -> MarkedText {
    switch wording.form {
    case .share:
      if wording.indicator == nil { return ceiling(wording) }
      return wording.level == .uncut && random.chance(18) ? byLevel(wording) : share(wording)
    case .cut: return cut(wording)
    case .count, .more, .fewer: return number(wording)
    case .mark: return mark(wording)
    }
  }

  /// Two goals in one sentence.
  mutating func pair(_ first: Wording, _ second: Wording) -> MarkedText {
    var text = goal(first)
    let link = random.pick("; ", "; ", ", ", "; đồng thời ")
    // A comma does not end a list by level.
    text.append(text.marks.count > 1 && link == ", " ? "; " : link)
    text.append(goal(second).lowered)
    return text
  }

  // MARK: - Forms

  private mutating func share(_ wording: Wording) -> MarkedText {
    let quantity = Quantity.share(&random)
    var target = context.target(quantity, wording.indicator, subject: subject(wording))
    target.level = wording.level
    var text = MarkedText()
    if random.chance(55) {
      text.say(
        "\(quantity.before("%", &random)) \(wording.noun) \(wording.predicate)", [target])
    } else {
      text.say("\(subject(wording)) \(quantity.behind("%", &random))", [target])
    }
    return text.capitalised
  }

  private mutating func ceiling(_ wording: Wording) -> MarkedText {
    let quantity = Quantity.ceiling(&random)
    var text = MarkedText()
    text.say(
      "\(subject(wording)) \(quantity.behind("%", &random))",
      [context.target(quantity, nil, subject: subject(wording))])
    return text
  }

  /// One figure for each level, in one of the ways that plans pair them.
  private mutating func byLevel(_ wording: Wording) -> MarkedText {
    let levels = context.levels
    var value = Double(random.number(16...20) * 5)
    var pairs: [(name: String, target: PlanTarget, figure: String)] = []
    let comparator: Comparator = random.chance(65) ? .atLeast : .equal
    for (level, name) in levels {
      let quantity = Quantity(comparator: comparator, value: value, high: nil, unit: .percent)
      var target = context.target(quantity, wording.indicator, subject: subject(wording))
      target.level = level
      pairs.append((name, target, Quantity.figure(value) + "%"))
      value -= Double(random.number(1...3) * 5)
    }
    let targets = pairs.map(\.target)
    let floor = comparator == .atLeast ? random.pick("tối thiểu ", "ít nhất ") : ""
    let names = Self.listed(pairs.map(\.name))
    var text = MarkedText()
    switch random.below(comparator == .atLeast ? 3 : 4) {
    case 0:
      text.say(
        "\(subject(wording)) đạt \(floor)tương ứng: "
          + pairs.map { "\($0.name) \($0.figure)" }.joined(separator: ", "), targets)
    case 1:
      text.say(
        "\(subject(wording)) ở \(names) đạt \(floor)\(random.pick("tương ứng", "lần lượt")) là "
          + Self.listed(pairs.map(\.figure)), targets)
    case 2:
      text.say(
        "\(subject(wording)) đạt \(floor)"
          + Self.listed(pairs.map { "\($0.figure) đối với \($0.name)" }), targets)
    default:
      for (index, pair) in pairs.enumerated() {
        if index > 0 { text.append(index == pairs.count - 1 ? " và " : ", ") }
        text.say("\(pair.figure) \(wording.noun) \(pair.name)", [pair.target])
      }
      text.append(" \(wording.predicate)")
    }
    return text
  }

  private mutating func cut(_ wording: Wording) -> MarkedText {
    let quantity = Quantity.cut(&random)
    var target = context.target(quantity, wording.indicator, subject: wording.noun)
    target.measure = .decrease
    var text = MarkedText()
    let base = self.base(for: &target, chance: 60)
    if random.chance(70) {
      text.say(
        "\(wording.predicate) \(quantity.before("%", &random)) \(wording.noun)\(base)", [target])
    } else {
      text.say(
        "\(wording.noun) giảm \(quantity.before("%", &random))\(base)", [target])
    }
    return text.capitalised
  }

  private mutating func number(_ wording: Wording) -> MarkedText {
    let unit: Unit = wording.form == .fewer ? .people : .count
    var quantity = Quantity.some(unit, wording.form == .fewer ? 600 : 12, &random)
    if wording.form != .count { quantity.comparator = random.chance(60) ? .equal : .atLeast }
    if quantity.comparator != .between { quantity.high = nil }
    var target = context.target(quantity, wording.indicator, subject: wording.predicate)
    target.measure =
      wording.form == .fewer ? .decrease : wording.form == .more ? .increase : .level
    let base = wording.form == .count ? "" : self.base(for: &target, chance: 45)
    var text = MarkedText()
    var words = quantity.before("", &random).replacing("phấn đấu ", with: "")
    // "từ 3 trở lên" stands behind things that are counted, never before them.
    if words.hasSuffix(" trở lên") { words = "ít nhất" + words.dropFirst(2).dropLast(8) }
    text.say("\(wording.noun) \(words) \(wording.predicate)\(base)", [target])
    return text
  }

  private mutating func mark(_ wording: Wording) -> MarkedText {
    let quantity = Quantity(
      comparator: random.chance(60) ? .atLeast : random.chance(60) ? .moreThan : .equal,
      value: Double(random.number(80...97)), high: nil, unit: .percent)
    var target = context.target(quantity, wording.indicator, subject: wording.noun)
    if wording.indicator?.hasPrefix("organisation.satisfaction") == true { target.area = .index }
    var text = MarkedText()
    text.say("\(wording.noun) \(quantity.behind("%", &random))", [target])
    return text
  }

  // MARK: - Words

  private func subject(_ wording: Wording) -> String {
    "Tỷ lệ \(wording.noun) \(wording.predicate)"
  }

  /// The words that name a base year, or none.
  private mutating func base(for target: inout PlanTarget, chance: Int) -> String {
    guard random.chance(chance) else { return "" }
    if !context.isPhase, random.chance(35) {
      target.baselineYear = context.first - 1
      return random.pick(" so với năm trước", " so với năm trước liền kề")
    }
    let year = context.first - random.number(1...3)
    target.baselineYear = year
    return " so với năm \(year)"
  }

  private static func listed(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " và " + last
  }
}
