// Writes targets as the rows of a table: what is counted, its unit, the wanted value.

import IndicatorModel
import PlanReading

/// Writes tables of targets.
struct TargetTablePen: Sendable {
  /// Which columns hold the wanted values.
  enum Kind: CaseIterable, Sendable {
    /// What was reached the year before, and what is wanted.
    case beside
    /// Words and figures in one column.
    case words
    /// Values by level.
    case levels
    /// Values by year, of a phase.
    case years
  }

  var context: PlanContext
  var random: SplitMix64

  /// A table of some wordings of every area.
  mutating func table(_ kind: Kind, perArea: ClosedRange<Int>) -> GridTable {
    var rows: [GridTable.Row] = []
    var number = 0
    let headings = self.headings(kind)
    for (index, area) in Area.allCases.filter({ $0 != .index }).enumerated() {
      context.area = area
      let roman = Self.romans[index % Self.romans.count]
      rows.append(
        GridTable.Row(
          cells: [roman, TaskWords.of(area).heading]
            + Array(repeating: "", count: headings.count - 2)))
      let usable = Wording.of(area).filter { self.isUsable($0, kind) }
      var used: Set<String> = []
      for wording in random.sample(usable, random.number(perArea))
      where used.insert(wording.indicator ?? "").inserted {
        number += 1
        rows.append(row(wording, kind, String(number)))
      }
    }
    return GridTable(headings: headings, rows: rows)
  }

  private static let romans = ["I", "II", "III", "IV", "V", "VI", "VII"]

  private func isUsable(_ wording: Wording, _ kind: Kind) -> Bool {
    guard wording.indicator != nil else { return false }
    switch wording.form {
    case .share: return kind != .levels || wording.level == .uncut
    case .cut: return kind == .beside || kind == .words
    case .mark: return kind != .levels
    case .count, .more, .fewer: return false
    }
  }

  private func headings(_ kind: Kind) -> [String] {
    switch kind {
    case .beside:
      return [
        "TT", "Chỉ tiêu", "Đơn vị tính", "Thực hiện năm \(context.first - 1)",
        context.isPhase ? "Mục tiêu đến năm \(context.last)" : "Mục tiêu năm \(context.first)",
        "Cơ quan chủ trì",
      ]
    case .words: return ["STT", "Nội dung chỉ tiêu", "Mục tiêu phấn đấu", "Cơ quan theo dõi"]
    case .levels:
      return ["STT", "Chỉ tiêu"] + context.levels.map { $0.1.capitalisedFirst + " (%)" } + [
        "Đơn vị chủ trì"
      ]
    case .years:
      return ["TT", "Chỉ tiêu", "ĐVT"] + (context.first...context.last).map { "Năm \($0)" }
    }
  }

  private mutating func row(_ wording: Wording, _ kind: Kind, _ number: String) -> GridTable.Row {
    let words = self.words(wording)
    let lead = random.choose(TaskWords.of(context.area).lead) ?? ""
    var row = GridTable.Row(cells: [number, words])
    func stated(_ quantity: Quantity) -> PlanTarget { target(wording, words, quantity) }
    switch kind {
    case .beside:
      let quantity = wanted(wording)
      row.cells += ["%", Quantity.figure(Double(random.number(40...90))), cell(quantity, ""), lead]
      row.targets = [(-1, stated(quantity))]
    case .words:
      let quantity = wanted(wording)
      row.cells += [cell(quantity, "%"), lead]
      row.targets = [(-1, stated(quantity))]
    case .levels:
      var value = Double(random.number(16...20) * 5)
      for (level, _) in context.levels {
        let quantity = Quantity(
          comparator: .equal, value: value, high: nil, unit: .percent)
        var target = stated(quantity)
        target.level = level
        row.cells.append(Quantity.figure(value))
        row.targets.append((-1, target))
        value -= Double(random.number(1...3) * 5)
      }
      row.cells.append(lead)
    case .years:
      var value = Double(random.number(50...75))
      row.cells.append("%")
      for year in context.first...context.last {
        var target = stated(
          Quantity(comparator: .equal, value: value, high: nil, unit: .percent))
        target.periodStart = year
        target.periodEnd = year
        row.cells.append(Quantity.figure(value))
        row.targets.append((-1, target))
        value = min(100, value + Double(random.number(2...8)))
      }
    }
    return row
  }

  private mutating func wanted(_ wording: Wording) -> Quantity {
    var quantity = wording.form == .cut ? Quantity.cut(&random) : Quantity.share(&random)
    if quantity.comparator == .between { quantity.comparator = .atLeast }
    if wording.form == .mark { quantity.value = Double(random.number(80...97)) }
    quantity.high = nil
    return quantity
  }

  private func words(_ wording: Wording) -> String {
    switch wording.form {
    case .cut: return "Tỷ lệ cắt giảm \(wording.noun)"
    case .mark: return wording.noun
    case .share, .count, .more, .fewer: return "Tỷ lệ \(wording.noun) \(wording.predicate)"
    }
  }

  private func target(_ wording: Wording, _ words: String, _ quantity: Quantity) -> PlanTarget {
    var target = context.target(quantity, wording.indicator, subject: words)
    target.level = wording.level
    if wording.form == .cut { target.measure = .decrease }
    if wording.indicator?.hasPrefix("organisation.satisfaction") == true { target.area = .index }
    return target
  }

  /// The wanted value as a cell has it.
  private mutating func cell(_ quantity: Quantity, _ sign: String) -> String {
    let number = Quantity.figure(quantity.value) + sign
    switch quantity.comparator {
    case .atLeast:
      return random.pick("≥ \(number)", "≥\(number)", "Từ \(number) trở lên", "Tối thiểu \(number)")
    case .moreThan: return random.pick("> \(number)", "Trên \(number)")
    case .atMost: return "≤ \(number)"
    case .lessThan: return "< \(number)"
    case .equal, .between: return number
    }
  }
}

extension String {
  /// The same with the first letter in upper case.
  var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
