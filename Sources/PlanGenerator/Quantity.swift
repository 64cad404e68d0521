// A wanted figure and the words that plans say it with, before what is counted or behind it.

import IndicatorModel

/// A figure, how it compares, and what it counts.
struct Quantity: Sendable, Equatable {
  var comparator: Comparator
  var value: Double
  var high: Double?
  var unit: Unit

  /// The figure as Vietnamese prints it: a comma before decimals, points between thousands.
  static func figure(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    let whole = hundredths / 100
    var digits = String(whole)
    if digits.count > 3 { digits.insert(".", at: digits.index(digits.endIndex, offsetBy: -3)) }
    let rest = hundredths % 100
    if rest == 0 { return digits }
    return digits + "," + (rest % 10 == 0 ? String(rest / 10) : (rest < 10 ? "0" : "") + "\(rest)")
  }

  /// A count as offices write it: below ten with a nought before it, or without.
  static func count(_ value: Double, padded: Bool) -> String {
    value < 10 && padded ? "0" + figure(value) : figure(value)
  }

  /// A share of a hundred to be reached.
  static func share(_ random: inout SplitMix64) -> Quantity {
    let value: Double =
      random.chance(45)
      ? 100
      : random.chance(12)
        ? Double(random.number(700...995)) / 10 : Double(random.number(6...19) * 5)
    let comparator: Comparator
    switch random.below(100) {
    case ..<45: comparator = .equal
    case ..<78: comparator = .atLeast
    case ..<93: comparator = .moreThan
    default: comparator = .between
    }
    guard value < 100 else {
      return Quantity(comparator: .equal, value: 100, high: nil, unit: .percent)
    }
    let high = comparator == .between ? min(100, value + Double(random.number(1...4) * 5)) : nil
    if comparator == .between, value > 95 {
      return Quantity(comparator: .moreThan, value: value, high: nil, unit: .percent)
    }
    return Quantity(comparator: comparator, value: value, high: high, unit: .percent)
  }

  /// A share of something unwanted, which shall stay low.
  static func ceiling(_ random: inout SplitMix64) -> Quantity {
    Quantity(
      comparator: random.chance(50) ? .atMost : .lessThan, value: Double(random.number(1...8)),
      high: nil, unit: .percent)
  }

  /// A fall of some percent.
  static func cut(_ random: inout SplitMix64) -> Quantity {
    let value =
      random.chance(30)
      ? Double(random.number(105...985)) / 100 : Double(random.number(1...8) * 5)
    let comparator: Comparator =
      random.chance(55) ? .atLeast : random.chance(80) ? .equal : .moreThan
    return Quantity(comparator: comparator, value: value, high: nil, unit: .percent)
  }

  /// Some things.
  static func some(_ unit: Unit, _ most: Int, _ random: inout SplitMix64) -> Quantity {
    let value = Double(random.number(2...max(3, most)))
    let comparator: Comparator =
      random.chance(40) ? .atLeast : random.chance(70) ? .equal : .between
    return Quantity(
      comparator: comparator, value: value,
      high: comparator == .between ? value + Double(random.number(1...3)) : nil, unit: unit)
  }

  // MARK: - Words

  /// The words before what is counted: "tối thiểu 90%".
  func before(_ suffix: String, _ random: inout SplitMix64) -> String {
    let number = text(suffix, &random)
    switch comparator {
    case .equal: return random.chance(85) ? number : "phấn đấu \(number)"
    case .atLeast:
      return random.pick(
        "tối thiểu \(number)", "ít nhất \(number)", "từ \(number) trở lên",
        "phấn đấu từ \(number) trở lên", "phấn đấu ít nhất \(number)",
        "bảo đảm tối thiểu \(number)",
        "không dưới \(number)")
    case .moreThan: return random.pick("trên \(number)", "hơn \(number)", "phấn đấu trên \(number)")
    case .atMost: return random.pick("không quá \(number)", "tối đa \(number)")
    case .lessThan: return random.pick("dưới \(number)", "chỉ còn dưới \(number)")
    case .between: return "từ \(number) đến \(upper(suffix, &random))"
    }
  }

  /// The words behind what is counted: "đạt tối thiểu 90%".
  func behind(_ suffix: String, _ random: inout SplitMix64) -> String {
    let number = text(suffix, &random)
    switch comparator {
    case .equal: return random.pick("đạt \(number)", "đạt \(number)", "phấn đấu đạt \(number)")
    case .atLeast:
      return random.pick(
        "đạt tối thiểu \(number)", "đạt ít nhất \(number)", "đạt từ \(number) trở lên",
        "đạt \(number) trở lên", "phấn đấu đạt từ \(number) trở lên", "không thấp hơn \(number)")
    case .moreThan:
      return random.pick("đạt trên \(number)", "đạt hơn \(number)", "phấn đấu đạt trên \(number)")
    case .atMost: return random.pick("không quá \(number)", "không vượt quá \(number)")
    case .lessThan: return random.pick("dưới \(number)", "ở mức dưới \(number)")
    case .between:
      return random.pick(
        "đạt từ \(number) đến \(upper(suffix, &random))",
        "trong khoảng từ \(number) đến \(upper(suffix, &random))")
    }
  }

  private func text(_ suffix: String, _ random: inout SplitMix64) -> String {
    let isCount = unit == .count || unit == .people
    let number = isCount ? Self.count(value, padded: random.chance(75)) : Self.figure(value)
    // Some typists part the number from its sign.
    return number + (suffix == "%" && random.chance(5) ? " " + suffix : suffix)
  }

  private func upper(_ suffix: String, _ random: inout SplitMix64) -> String {
    guard let high else { return "" }
    let isCount = unit == .count || unit == .people
    return (isCount ? Self.count(high, padded: random.chance(75)) : Self.figure(high)) + suffix
  }
}
