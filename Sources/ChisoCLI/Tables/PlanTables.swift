// Plans, passages and changes of targets as rows.

import RowRendering
import Warehouse

extension Listing where Row == PlanRow {
  static var plans: Listing {
    Listing(
      columns: [
        Column(key: "plan", heading: Heading.plan()),
        Column(key: "place", heading: Heading.place()),
        Column(key: "kind", heading: Heading.kind()),
        Column(key: "number", heading: Heading.number()),
        Column(key: "title", heading: Heading.title(), machineOnly: true),
        Column(key: "issuer", heading: Heading.issuer(), machineOnly: true),
        Column(key: "issued_on", heading: Heading.issuedOn()),
        Column(key: "period_start", heading: "period_start", machineOnly: true),
        Column(key: "period_end", heading: "period_end", machineOnly: true),
        Column(key: "period", heading: Heading.period(), humanOnly: true),
        Column(key: "targets", heading: Heading.targets(), alignment: .trailing),
        Column(key: "unlinked", heading: Heading.unlinked(), alignment: .trailing),
        Column(key: "decided", heading: Heading.decided(), alignment: .trailing),
        Column(key: "tasks", heading: Heading.tasks(), alignment: .trailing),
        Column(key: "job", heading: Heading.job(), isOptionalInNarrow: true),
        Column(key: "file", heading: Heading.file(), isOptionalInNarrow: true),
        Column(key: "source", heading: Heading.source(), machineOnly: true),
      ],
      fields: { row in
        [
          .text(row.plan),
          .code(row.place, name: Language.current == .vi ? row.placeNameVi : row.placeNameEn),
          .text(row.kind), .text(row.number), .text(row.title), .text(row.issuer),
          .date(row.issuedOn), .integer(row.periodStart), .integer(row.periodEnd),
          .text(PlanPage.years(row.periodStart, row.periodEnd)), .integer(row.targets),
          .integer(row.unlinked), .integer(row.decided), .integer(row.tasks), .text(row.job),
          .text(row.file), .text(row.source),
        ]
      })
  }
}

extension Listing where Row == FoundPassage {
  static var passages: Listing {
    Listing(
      columns: [
        Column(key: "plan", heading: "plan", machineOnly: true),
        Column(key: "place", heading: "place", machineOnly: true),
        Column(key: "period_start", heading: "period_start", machineOnly: true),
        Column(key: "period_end", heading: "period_end", machineOnly: true),
        Column(key: "line_from", heading: "line_from", machineOnly: true),
        Column(key: "line_to", heading: "line_to", machineOnly: true),
        Column(key: "plan", heading: Heading.plan(), humanOnly: true),
        Column(key: "lines", heading: Heading.lines(), humanOnly: true),
        Column(key: "passage", heading: Heading.passage()),
      ],
      fields: { row in
        [
          .text(row.plan), .text(row.place), .integer(row.periodStart), .integer(row.periodEnd),
          .integer(row.lineFrom), .integer(row.lineTo), .text(row.plan),
          .text(PlanPage.lines(row.lineFrom, row.lineTo)), .text(row.passage),
        ]
      })
  }
}

/// Rows of changes from one plan to another.
struct ChangeTable {
  let from: String
  let to: String

  var columns: [Column] {
    let sides = ["from", "to"].flatMap { side in
      [
        "plan", "comparator", "value", "value_high", "group", "period_end", "scope", "subject",
        "line",
      ]
      .map { "\(side)_\($0)" }
    }
    let machine = (["change", "harder", "indicator", "level", "measure", "unit"] + sides)
      .map { Column(key: $0, heading: $0, machineOnly: true) }
    let people = [
      Column(key: "change", heading: Heading.change(), humanOnly: true),
      Column(key: "subject", heading: Heading.subject(), humanOnly: true),
      Column(key: "from", heading: from, alignment: .trailing, humanOnly: true),
      Column(key: "to", heading: to, alignment: .trailing, humanOnly: true),
      Column(key: "lines", heading: Heading.lines(), isOptionalInNarrow: true, humanOnly: true),
    ]
    return machine + people
  }

  func fields(_ row: TargetChange) -> [Field] {
    let machine: [Field] = [
      .text(row.change), .boolean(row.isHarder), .text(row.indicator), .text(row.level),
      .text(row.measure), .text(row.unit),
    ]
    let name = Language.current == .vi ? row.indicatorNameVi : row.indicatorNameEn
    let level = row.level.isEmpty ? "" : " (\(Word.of(row.level) ?? row.level))"
    let subject = (Word(rawValue: row.indicator)?.text ?? name) + level
    let harder = row.isHarder.map { ", \($0 ? Word.harder() : Word.easier())" } ?? ""
    let lines = [row.from?.line, row.to?.line].map { $0.map(String.init) ?? "–" }
    let people: [Field] = [
      .text((Word.of(row.change) ?? row.change) + harder), .text(subject),
      .text(signs(row.from, row)), .text(signs(row.to, row)),
      .text(lines.joined(separator: " → ")),
    ]
    return machine + side(row.from, from) + side(row.to, to) + people
  }

  private func side(_ side: TargetChange.Side?, _ plan: String) -> [Field] {
    [
      .text(side == nil ? nil : plan), .text(side?.comparator), .number(side?.value),
      .number(side?.valueHigh), .text(side?.group), .integer(side?.periodEnd), .text(side?.scope),
      .text(side?.subject), .integer(side?.line),
    ]
  }

  private func signs(_ side: TargetChange.Side?, _ row: TargetChange) -> String? {
    side.map {
      TargetTable.signs(
        comparator: $0.comparator, value: $0.value, valueHigh: $0.valueHigh, unit: row.unit,
        measure: row.measure, group: $0.group)
    }
  }
}
