// A plan as a whole, read from a file or from the warehouse: one JSON object for machines, a page of short
// tables for people.

import IndicatorModel
import PlanReading
import RowRendering
import Warehouse

/// A plan as a whole.
struct PlanPage {
  /// The head.
  struct Head {
    var number: String?
    var kind: String?
    var title: String?
    var place: String?
    var issuer: String?
    var issuedOn: String?
    var periodStart: Int?
    var periodEnd: Int?
    /// 0 to 1; nil where the text is not at hand.
    var quality: Double?
    /// Numbers of the documents that it is based on.
    var basedOn: [String] = []
    /// Name of the plan; nil where it was only read.
    var plan: String?
    /// Name of the place.
    var placeName: String?
    /// Id of the source that the document is; nil where it was only read.
    var source: String?
  }

  var head: Head
  let statements: [PlanStatement]
  let tasks: [PlannedTask]

  /// Below it a person should look.
  static let sureFrom = 0.6
  /// Text below it is worth a warning.
  static let goodQuality = 0.8
}

// MARK: - From a reading

extension PlanPage {
  /// A page of what was read from a file.
  init(_ document: PlanDocument) {
    let read = document.head
    var head = Head()
    head.number = read.number
    head.kind = read.kind
    head.title = read.title
    head.place = read.place
    head.issuer = read.issuer
    head.issuedOn = read.issuedOn?.description
    head.periodStart = read.periodStart
    head.periodEnd = read.periodEnd
    head.quality = read.ocrQuality
    head.basedOn = read.basedOn
    self.init(
      head: head, statements: document.targets.map(PlanStatement.init),
      tasks: document.tasks.map(PlannedTask.init))
  }

  /// A page of what the warehouse has.
  init(_ plan: PlanRow, statements: [PlanStatement], tasks: [PlannedTask]) {
    var head = Head()
    head.number = plan.number
    head.kind = plan.kind
    head.title = plan.title
    head.place = plan.place
    head.issuer = plan.issuer
    head.issuedOn = plan.issuedOn
    head.periodStart = plan.periodStart
    head.periodEnd = plan.periodEnd
    head.plan = plan.plan
    head.placeName = Language.current == .vi ? plan.placeNameVi : plan.placeNameEn
    head.source = plan.source
    self.init(head: head, statements: statements, tasks: tasks)
  }
}

extension PlanStatement {
  fileprivate init(_ target: PlanTarget) {
    self.init(kind: target.kind.rawValue, area: target.area.rawValue, subject: target.subject)
    section = target.section.isEmpty ? nil : target.section
    lineFrom = target.lineFrom
    lineTo = target.lineTo
    indicator = target.indicator
    level = target.level.rawValue
    scope = target.scope
    comparator = target.comparator?.rawValue
    value = target.value
    valueHigh = target.valueHigh
    unit = target.unit?.rawValue
    measure = target.measure.rawValue
    baselineYear = target.baselineYear
    periodStart = target.periodStart
    periodEnd = target.periodEnd
    group = target.group
    repeatOf = target.repeatOf
    quote = target.quote
    confidence = target.confidence
  }
}

extension PlannedTask {
  fileprivate init(_ task: PlanTask) {
    self.init()
    lineFrom = task.lineFrom
    lineTo = task.lineTo
    section = task.section
    item = task.item
    objective = task.objective
    self.task = task.task
    activity = task.activity
    product = task.product
    lead = task.lead
    coordinating = task.coordinating
    due = task.due
    dueFrom = task.dueFrom?.description
    dueTo = task.dueTo?.description
    budget = task.budget
  }
}

// MARK: - For machines

extension PlanPage {
  /// The contract of `plan read --format json`; what the warehouse knows beyond it stands at the end.
  var json: JSONValue {
    .object([
      ("document", document), ("targets", .array(statements.map(target))),
      ("tasks", .array(tasks.map { .object(Self.task($0)) })),
    ])
  }

  private var document: JSONValue {
    var members: [(String, JSONValue)] = [
      ("number", JSONValue(head.number)), ("kind", JSONValue(head.kind)),
      ("title", JSONValue(head.title)), ("place", JSONValue(head.place)),
      ("issuer", JSONValue(head.issuer)), ("issued_on", JSONValue(head.issuedOn)),
      ("period_start", JSONValue(head.periodStart)), ("period_end", JSONValue(head.periodEnd)),
      ("ocr_quality", JSONValue(head.quality)),
    ]
    if let plan = head.plan {
      members.append(("plan", .string(plan)))
    } else {
      members.append(("based_on", .array(head.basedOn.map(JSONValue.string))))
    }
    return .object(members)
  }

  private func target(_ row: PlanStatement) -> JSONValue {
    var members: [(String, JSONValue)] = [
      ("line_from", JSONValue(row.lineFrom)), ("line_to", JSONValue(row.lineTo)),
      ("kind", .string(row.kind)), ("area", .string(row.area)), ("subject", .string(row.subject)),
      ("indicator", JSONValue(row.indicator)), ("level", .string(row.level)),
      ("scope", .string(row.scope)), ("comparator", JSONValue(row.comparator)),
      ("value", JSONValue(row.value)), ("value_high", JSONValue(row.valueHigh)),
      ("unit", JSONValue(row.unit)), ("measure", .string(row.measure)),
      ("baseline_year", JSONValue(row.baselineYear)),
      ("period_start", JSONValue(row.periodStart)), ("period_end", JSONValue(row.periodEnd)),
      ("group", JSONValue(row.group)), ("repeat_of", JSONValue(row.repeatOf)),
      ("quote", JSONValue(row.quote)), ("confidence", JSONValue(row.confidence)),
      ("section", JSONValue(row.section)),
    ]
    if head.plan != nil {
      members += [
        ("origin", .string(row.origin)), ("decision", JSONValue(row.decision)),
        ("note", JSONValue(row.note)),
      ]
    }
    return .object(members)
  }

  static func task(_ row: PlannedTask) -> [(String, JSONValue)] {
    [
      ("line_from", JSONValue(row.lineFrom)), ("line_to", JSONValue(row.lineTo)),
      ("section", JSONValue(row.section)), ("item", JSONValue(row.item)),
      ("objective", JSONValue(row.objective)), ("task", JSONValue(row.task)),
      ("activity", JSONValue(row.activity)), ("product", JSONValue(row.product)),
      ("lead", JSONValue(row.lead)), ("coordinating", JSONValue(row.coordinating)),
      ("due", JSONValue(row.due)), ("due_from", JSONValue(row.dueFrom)),
      ("due_to", JSONValue(row.dueTo)), ("budget", JSONValue(row.budget)),
    ]
  }
}
