// Writes goals on the indices: scores, rank groups, the first rank in words, places gained.

import IndicatorModel
import PlanReading

/// An index, how plans name it, and scores that they want of it.
private struct IndexName {
  let indicator: String
  let names: [String]
  let scores: ClosedRange<Int>
  let unit: Unit
  let suffix: String

  static let all = [
    IndexName(
      indicator: "par",
      names: [
        "Chỉ số cải cách hành chính (PAR INDEX)", "Chỉ số CCHC (PAR INDEX)",
        "Chỉ số cải cách hành chính của tỉnh", "PAR INDEX",
      ], scores: 84...93, unit: .percent, suffix: "%"),
    IndexName(
      indicator: "sipas",
      names: [
        "Chỉ số hài lòng về sự phục vụ hành chính (SIPAS)",
        "Chỉ số hài lòng của người dân đối với cơ quan hành chính nhà nước (SIPAS)", "SIPAS",
      ], scores: 82...94, unit: .percent, suffix: "%"),
    IndexName(
      indicator: "papi",
      names: [
        "Chỉ số hiệu quả quản trị và hành chính công cấp tỉnh (PAPI)",
        "Chỉ số quản trị và hành chính công (PAPI)", "PAPI",
      ], scores: 41...47, unit: .points, suffix: " điểm"),
    IndexName(
      indicator: "pci",
      names: [
        "Chỉ số năng lực cạnh tranh cấp tỉnh (PCI)", "Chỉ số năng lực cạnh tranh (PCI)", "PCI",
      ], scores: 63...72, unit: .points, suffix: " điểm"),
    IndexName(
      indicator: "dti",
      names: [
        "Chỉ số chuyển đổi số (DTI)", "Chỉ số chuyển đổi số cấp tỉnh (DTI)", "DTI của tỉnh",
      ], scores: 60...80, unit: .ratio, suffix: ""),
  ]
}

/// Writes goals on the indices.
struct IndexPen: Sendable {
  let context: PlanContext
  var random: SplitMix64

  /// Goals on some of the indices, each on its own.
  mutating func goals(_ count: Int) -> [MarkedText] {
    random.sample(IndexName.all, count).map { goal($0).capitalised }
  }

  private mutating func goal(_ index: IndexName) -> MarkedText {
    let name = random.choose(index.names) ?? index.indicator
    switch random.below(100) {
    case ..<45: return group(index, name)
    case ..<65: return score(index, name)
    case ..<75: return place(index, name)
    case ..<85: return gained(index, name)
    case ..<92: return first(index, name)
    default: return named(index, name)
    }
  }

  /// Among the first so many.
  private mutating func group(_ index: IndexName, _ name: String) -> MarkedText {
    let rank = random.number(2...8) * 5
    let words = random.pick(
      "nằm trong nhóm \(rank) tỉnh, thành phố dẫn đầu cả nước",
      "thuộc nhóm \(rank) địa phương đứng đầu", "trong nhóm \(rank) tỉnh, thành phố cao nhất",
      "phấn đấu vào nhóm \(rank) tỉnh có điểm số cao nhất", "nằm trong tốp \(rank) cả nước",
      "trong top \(rank) của cả nước", "thuộc nhóm \(rank) tỉnh, thành phố có kết quả tốt nhất")
    return say("\(name) \(words)", [rankTarget(index, rank)])
  }

  private mutating func score(_ index: IndexName, _ name: String) -> MarkedText {
    let whole = Double(random.number(index.scores))
    let value =
      index.unit == .ratio
      ? whole / 100 : random.chance(30) ? whole + Double(random.number(1...9)) / 10 : whole
    let quantity = Quantity(
      comparator: random.chance(60) ? .atLeast : random.chance(50) ? .moreThan : .equal,
      value: value, high: nil, unit: index.unit)
    var words = "\(name) \(quantity.behind(index.suffix, &random))"
    var targets = [target(index, quantity)]
    if random.chance(25) {
      let rank = random.number(2...8) * 5
      words += ", xếp trong nhóm \(rank) tỉnh dẫn đầu"
      targets.append(rankTarget(index, rank))
    }
    return say(words, targets)
  }

  private mutating func place(_ index: IndexName, _ name: String) -> MarkedText {
    let number = context.first >= 2026 ? 34 : 63
    let rank = random.number(5...30)
    let words = random.pick(
      "xếp thứ \(rank) trở lên", "đứng thứ \(rank) trở lên trên cả nước",
      "xếp hạng \(rank)/\(number) tỉnh, thành phố trở lên")
    return say("\(name) \(words)", [rankTarget(index, rank)])
  }

  private mutating func gained(_ index: IndexName, _ name: String) -> MarkedText {
    let places = random.number(2...9)
    var quantity = Quantity(
      comparator: .equal, value: Double(places), high: nil, unit: .rank)
    var words = "\(name) tăng "
    if random.chance(60) {
      quantity.comparator = .atLeast
      words += random.pick("ít nhất ", "tối thiểu ")
    }
    words += Quantity.count(quantity.value, padded: random.chance(60)) + " bậc"
    var gain = target(index, quantity)
    gain.measure = .increase
    if random.chance(70) {
      gain.baselineYear = context.first - 1
      words += " so với năm \(context.first - 1)"
    }
    return say(words, [gain])
  }

  /// The first rank, in words.
  private mutating func first(_ index: IndexName, _ name: String) -> MarkedText {
    say(
      "\(name) " + random.pick("dẫn đầu cả nước", "đứng đầu cả nước", "phấn đấu dẫn đầu cả nước"),
      [rankTarget(index, 1)])
  }

  /// A named group, which has no number.
  private mutating func named(_ index: IndexName, _ name: String) -> MarkedText {
    let group = random.pick("trung bình cao", "khá", "cao nhất")
    var target = target(index, nil)
    target.group = group
    return say("\(name) thuộc nhóm \(group)", [target])
  }

  private func say(_ words: String, _ targets: [PlanTarget]) -> MarkedText {
    var text = MarkedText()
    text.say(words, targets)
    return text
  }

  private func rankTarget(_ index: IndexName, _ rank: Int) -> PlanTarget {
    target(index, Quantity(comparator: .atMost, value: Double(rank), high: nil, unit: .rank))
  }

  private func target(_ index: IndexName, _ quantity: Quantity?) -> PlanTarget {
    var target = context.target(
      quantity, index.indicator, subject: index.names.first ?? index.indicator)
    target.area = .index
    return target
  }
}
