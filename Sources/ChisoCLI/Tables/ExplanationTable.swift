// Why a total changed as rows.

import RowRendering
import Warehouse

/// Rows of an explanation.
struct ExplanationTable {
  let years: ClosedRange<Int>
  /// Whether people see a column of places, of weights.
  var showsPlace = true
  var showsWeight = true

  private static let machineKeys = [
    "place", "total", "part", "unit", "from_period", "to_period", "from_value", "to_value",
    "change", "from_weight", "to_weight", "contribution_value", "contribution_weight",
    "contribution", "residual", "worth", "step", "worth_ranks", "break", "break_reason", "source",
    "carried_from",
  ]

  var columns: [Column] {
    let machine = Self.machineKeys.map { Column(key: $0, heading: $0, machineOnly: true) }
    var people: [Column] = []
    func add(
      _ key: String, _ heading: String, trailing: Bool = true, isOptional: Bool = false
    ) {
      people.append(
        Column(
          key: key, heading: heading, alignment: trailing ? .trailing : .leading,
          isOptionalInNarrow: isOptional, humanOnly: true,
          isInWorkbook: key == "what" || key == "where"))
    }
    if showsPlace { add("where", Heading.place(), trailing: false) }
    add("what", Heading.indicator(), trailing: false)
    add("before", "\(years.lowerBound)")
    add("after", "\(years.upperBound)")
    add("gained", Heading.change())
    if showsWeight { add("share", Heading.weight()) }
    add("gives", Heading.contribution())
    add("a_step", Heading.worth(), isOptional: true)
    add("places", Heading.worthRanks(), isOptional: true)
    return machine + people
  }

  var blankRepeats: [Int] { showsPlace ? [Self.machineKeys.count] : [] }

  /// Rows of one place as they are shown: the total, its parts, and for people what is left.
  func rows(_ rows: [ExplanationRow], forPeople: Bool) -> [[Field]] {
    guard let total = rows.first(where: \.isTotal) else { return [] }
    var fields = rows.map { self.fields($0, of: total) }
    if forPeople, let residual = total.residual {
      fields.append(residualFields(residual, of: total))
    }
    return fields
  }

  private func fields(_ row: ExplanationRow, of total: ExplanationRow) -> [Field] {
    let machine: [Field] = [
      .text(row.place), .text(total.part), .text(row.part), .text(row.unit),
      .text(String(row.fromPeriod.prefix(4))), .text(String(row.toPeriod.prefix(4))),
      .number(row.fromValue, decimals: row.decimals), .number(row.toValue, decimals: row.decimals),
      .number(row.change, decimals: row.decimals), .number(row.fromWeight, decimals: 4),
      .number(row.toWeight, decimals: 4),
      .number(row.contributionOfValue, decimals: total.decimals),
      .number(row.contributionOfWeight, decimals: total.decimals),
      .number(row.contribution, decimals: total.decimals),
      .number(row.residual, decimals: total.decimals), .number(row.worth, decimals: total.decimals),
      .number(row.step),
      .integer(row.worthRanks), .text(row.breakKind), .text(row.breakReason), .text(row.source),
      row.carriedFrom.map(Field.list) ?? .missing,
    ]
    let name = TargetTable.subject(
      row.partNameVi, nameEn: row.partNameEn, indicator: row.part, level: "")
    var people: [Field] = placeFields(total)
    people += [
      .text(row.isTotal ? name : "  " + name), .number(row.fromValue, decimals: row.decimals),
      .number(row.toValue, decimals: row.decimals), .change(row.change, decimals: row.decimals),
    ]
    if showsWeight { people.append(.text(weight(row))) }
    let decimals = total.decimals
    people += [
      .change(row.isTotal ? row.change : row.contribution, decimals: decimals),
      .change(row.worth, decimals: decimals), .change(row.worthRanks.map(Double.init), decimals: 0),
    ]
    return machine + people
  }

  /// What no part explains, for people; machines have it in the row of the total.
  private func residualFields(_ residual: Double, of total: ExplanationRow) -> [Field] {
    let machine = [Field](repeating: .missing, count: Self.machineKeys.count)
    var people: [Field] = placeFields(total)
    people += [.text("  " + Heading.residual()), .missing, .missing, .missing]
    if showsWeight { people.append(.missing) }
    people += [.change(residual, decimals: total.decimals), .missing, .missing]
    return machine + people
  }

  private func placeFields(_ row: ExplanationRow) -> [Field] {
    guard showsPlace else { return [] }
    return [.text(Language.current == .vi ? row.placeNameVi : row.placeNameEn)]
  }

  /// `20 %`, or `10 → 5 %` where it changed.
  private func weight(_ row: ExplanationRow) -> String? {
    func percent(_ weight: Double) -> String {
      formatted(weight * 100, decimalMark: Language.current.decimalMark)
    }
    switch (row.fromWeight, row.toWeight) {
    case (nil, nil): return nil
    case (let before?, let after?) where before == after: return percent(after) + " %"
    case (let before, let after): return "\(percent(before ?? 0)) → \(percent(after ?? 0)) %"
    }
  }
}
