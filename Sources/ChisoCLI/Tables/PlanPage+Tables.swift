// A plan as tables: of its statements for machines, and a page of short ones for people.

import RowRendering
import Warehouse

/// Rows of statements for csv, tsv and ndjson.
enum StatementTable {
  static let columns = [
    "line_from", "line_to", "kind", "area", "section", "subject", "indicator", "level", "scope",
    "comparator", "value", "value_high", "unit", "measure", "baseline_year", "period_start",
    "period_end", "group", "repeat_of", "quote", "confidence", "origin", "decision",
  ].map { Column(key: $0, heading: $0) }

  static func fields(_ row: PlanStatement) -> [Field] {
    [
      .integer(row.lineFrom), .integer(row.lineTo), .text(row.kind), .text(row.area),
      .text(row.section), .text(row.subject), .text(row.indicator), .text(row.level),
      .text(row.scope), .text(row.comparator), .number(row.value), .number(row.valueHigh),
      .text(row.unit), .text(row.measure), .integer(row.baselineYear),
      .integer(row.periodStart), .integer(row.periodEnd), .text(row.group),
      .integer(row.repeatOf), .text(row.quote), .number(row.confidence), .text(row.origin),
      .text(row.decision),
    ]
  }
}

/// Rows of tasks.
enum TaskTable {
  static func columns(showsPlan: Bool) -> [Column] {
    let machine = [
      "plan", "place", "line_from", "line_to", "section", "item", "objective", "task",
      "activity", "product", "lead", "coordinating", "due", "due_from", "due_to", "budget",
    ].map { Column(key: $0, heading: $0, machineOnly: true) }
    let people = [
      Column(key: "item", heading: Heading.item(), humanOnly: true),
      Column(key: "task", heading: Heading.task(), humanOnly: true),
      Column(key: "product", heading: Heading.product(), isOptionalInNarrow: true, humanOnly: true),
      Column(key: "lead", heading: Heading.lead(), humanOnly: true),
      Column(key: "due", heading: Heading.due(), humanOnly: true),
      Column(key: "lines", heading: Heading.lines(), humanOnly: true),
    ]
    let plan = Column(key: "plan", heading: Heading.plan(), humanOnly: true)
    return machine + (showsPlan ? [plan] : []) + people
  }

  static func fields(showsPlan: Bool) -> (PlannedTask) -> [Field] {
    { row in
      var fields: [Field] = [
        .text(row.plan), .text(row.place), .integer(row.lineFrom), .integer(row.lineTo),
        .text(row.section), .text(row.item), .text(row.objective), .text(row.task),
        .text(row.activity), .text(row.product), .text(row.lead), .text(row.coordinating),
        .text(row.due), .date(row.dueFrom), .date(row.dueTo), .text(row.budget),
      ]
      if showsPlan { fields.append(.text(row.plan)) }
      fields.append(.text(row.item))
      fields.append(.text(row.activity ?? row.task ?? row.objective))
      fields.append(.text(row.product))
      fields.append(.text(row.lead))
      fields.append(.text(row.due))
      fields.append(.text(PlanPage.lines(row.lineFrom, row.lineTo)))
      return fields
    }
  }
}

extension PlanPage {
  /// Lines as `12` or `12–14`.
  static func lines(_ from: Int?, _ to: Int?) -> String? {
    from.map { from in to.map { $0 == from ? "\(from)" : "\(from)–\($0)" } ?? "\(from)" }
  }

  /// Years as `2024` or `2021–2025`.
  static func years(_ from: Int?, _ to: Int?) -> String? {
    lines(from, to)
  }

  /// The parts of the page that hold something.
  var parts: [Page.Part] {
    let targets = statements.filter { $0.kind == "target" }
    let others = statements.filter { $0.kind != "target" }
    let unsure = targets.filter { !Self.doubts($0).isEmpty }
    return [
      Page.Part(
        heading: "\(Heading.targets()) (\(targets.count { $0.repeatOf == nil }))",
        columns: Self.statementColumns, rows: targets.map(Self.statement), blankRepeats: [0, 1]),
      Page.Part(
        heading: "\(Heading.unsure()) (\(unsure.count))",
        columns: [
          Column(key: "lines", heading: Heading.lines()),
          Column(key: "subject", heading: Heading.subject()),
          Column(key: "why", heading: Heading.remarks()),
        ],
        rows: unsure.map { row in
          [
            .text(Self.lines(row.lineFrom, row.lineTo)), .text(row.subject),
            .text(Self.doubts(row).joined(separator: ", ")),
          ]
        }),
      Page.Part(
        heading: "\(Heading.otherStatements()) (\(others.count))",
        columns: [
          Column(key: "kind", heading: Heading.kind()),
          Column(key: "lines", heading: Heading.lines()),
          Column(key: "words", heading: Heading.words()),
        ],
        rows: others.map { row in
          [
            .text(Word.of(row.kind)), .text(Self.lines(row.lineFrom, row.lineTo)),
            .text(row.quote ?? row.subject),
          ]
        }),
      Page.Part(
        heading: "\(Heading.tasks()) (\(tasks.count))",
        columns: TaskTable.columns(showsPlan: false),
        rows: tasks.map(TaskTable.fields(showsPlan: false))),
    ].filter { !$0.rows.isEmpty }
  }

  /// The head, all statements and tasks, for files that hold several tables.
  fileprivate var tables: [FilledTable] {
    [
      FilledTable(
        table: AnswerTable(
          key: "plan", heading: Heading.plan(),
          columns: [
            "plan", "place", "number", "kind", "title", "issuer", "issued_on", "period_start",
            "period_end", "source",
          ].map { Column(key: $0, heading: $0, machineOnly: true) }),
        rows: [
          [
            .text(head.plan), .text(head.place), .text(head.number), .text(head.kind),
            .text(head.title), .text(head.issuer), .date(head.issuedOn),
            .integer(head.periodStart), .integer(head.periodEnd), .text(head.source),
          ]
        ]),
      FilledTable(
        table: AnswerTable(
          key: "statements", heading: Heading.targets(), columns: StatementTable.columns),
        rows: statements.map(StatementTable.fields)),
      FilledTable(
        table: AnswerTable(
          key: "tasks", heading: Heading.tasks(), columns: TaskTable.columns(showsPlan: false)),
        rows: tasks.map(TaskTable.fields(showsPlan: false))),
    ]
  }

  /// The head: names of fields with what they hold, those that are known.
  var headLines: [(name: String, value: String)] {
    let quality = head.quality.map {
      formatted($0, decimals: 2, decimalMark: Language.current.decimalMark)
    }
    let rows: [(String, String?)] = [
      (Heading.title(), head.title), (Heading.number(), head.number),
      (Heading.place(), head.placeName ?? head.place), (Heading.issuer(), head.issuer),
      (Heading.issuedOn(), head.issuedOn),
      (Heading.period(), Self.years(head.periodStart, head.periodEnd)),
      (Heading.quality(), quality),
    ]
    return rows.filter { head.quality != nil || $0.0 != Heading.quality() }
      .map { ($0.0, $0.1 ?? "–") }
  }

  private static var statementColumns: [Column] {
    [
      Column(key: "section", heading: Heading.section()),
      Column(key: "area", heading: Heading.area(), isOptionalInNarrow: true),
      Column(key: "lines", heading: Heading.lines()),
      Column(key: "target", heading: Heading.target(), alignment: .trailing),
      Column(key: "due", heading: Heading.due()),
      Column(key: "indicator", heading: Heading.indicator()),
      Column(key: "words", heading: Heading.words()),
    ]
  }

  private static func statement(_ row: PlanStatement) -> [Field] {
    let level = row.level.isEmpty ? "" : " (\(Word.of(row.level) ?? row.level))"
    let repeated = row.repeatOf == nil ? "" : " ↺"
    return [
      .text(row.section), .text(Word.of(row.area)), .text(lines(row.lineFrom, row.lineTo)),
      .text(
        TargetTable.signs(
          comparator: row.comparator, value: row.value, valueHigh: row.valueHigh, unit: row.unit,
          measure: row.measure, group: row.group) + level),
      .integer(row.periodEnd), .text(row.indicator), .text((row.quote ?? row.subject) + repeated),
    ]
  }

  /// Why a person should look at a statement; empty where there is no reason.
  private static func doubts(_ row: PlanStatement) -> [String] {
    guard row.origin == "read" else { return [] }
    var doubts: [String] = []
    if row.indicator == nil { doubts.append(Word.notLinked()) }
    if let confidence = row.confidence, confidence < sureFrom {
      let figure = formatted(confidence, decimals: 2, decimalMark: Language.current.decimalMark)
      doubts.append("\(Word.lowConfidence()) (\(figure))")
    }
    return doubts
  }
}

extension OutputOptions {
  /// Writes a plan: one object in JSON, its statements in csv, tsv and ndjson, else a page.
  func write(
    _ page: PlanPage, note: (String) -> Void,
    sources: ([String]) throws -> [SourceRow] = { _ in [] }
  ) throws {
    switch format {
    case .json:
      let stream = try OutputStream(file: output)
      try stream.write(page.json.pretty + "\n")
      try stream.finish()
    case .csv, .tsv, .ndjson, .sdmxCSV:
      try write(
        page.statements.map(StatementTable.fields), columns: StatementTable.columns, note: note)
    case .xlsx, .package:
      try write(page.tables, note: note, sources: sources)
    case .table, .markdown:
      try writePage(
        Page(
          title: page.head.plan ?? Heading.document(), lines: page.headLines, parts: page.parts))
    }
  }
}
