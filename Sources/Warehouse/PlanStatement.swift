// Statements and tasks of a plan, as a reader or the warehouse says them, for listings and pages.

import LibPQ

/// A statement of a plan.
public struct PlanStatement: Sendable, Hashable {
  /// What stays the same of it when it is read again; nil where it was only read.
  public var key: String?
  /// decision, carried or read.
  public var origin = "read"
  /// target, reference or deadline.
  public var kind: String
  /// Section of the document.
  public var section: String?
  /// First line of the text that says so, from 1.
  public var lineFrom: Int?
  /// Last line of the text that says so.
  public var lineTo: Int?
  /// Area of reform.
  public var area: String
  /// Code of the indicator; nil while it is not linked.
  public var indicator: String?
  /// What is measured, in words.
  public var subject: String
  /// Administrative level; empty for none.
  public var level: String
  /// What it is limited to.
  public var scope: String
  /// >=, >, =, <=, < or between.
  public var comparator: String?
  /// The wanted figure, in `unit`.
  public var value: Double?
  /// The upper bound of between.
  public var valueHigh: Double?
  /// Unit of value.
  public var unit: String?
  /// level, increase or decrease.
  public var measure: String
  /// Year an increase or decrease is counted from.
  public var baselineYear: Int?
  /// First year it is set for.
  public var periodStart: Int?
  /// Year by which it is to be reached.
  public var periodEnd: Int?
  /// Named group without a number.
  public var group: String?
  /// Place of the first mention in the list, from 1; nil for a first mention.
  public var repeatOf: Int?
  /// Words of the document; nil for carried targets.
  public var quote: String?
  /// Of the reader, 0-1; nil for carried targets.
  public var confidence: Double?
  /// accept, correct or reject; nil where nobody decided.
  public var decision: String?
  /// What the compiler noted, or why a person decided so.
  public var note: String?

  /// A statement of which nothing but its kind, area and subject is known.
  public init(kind: String, area: String, subject: String) {
    self.kind = kind
    self.area = area
    self.subject = subject
    level = ""
    scope = ""
    measure = "level"
  }
}

/// A task of a plan.
public struct PlannedTask: Sendable, Hashable {
  /// The plan; nil where it was only read.
  public var plan: String?
  /// Id of the place; nil where it was only read.
  public var place: String?
  /// Name of the place in Vietnamese.
  public var placeNameVi: String?
  /// Name of the place in English.
  public var placeNameEn: String?
  /// First year of the plan.
  public var periodStart: Int?
  /// Last year of the plan.
  public var periodEnd: Int?
  /// First line of the text, from 1.
  public var lineFrom: Int?
  /// Last line of the text.
  public var lineTo: Int?
  /// Part of the table.
  public var section: String?
  /// Number in the table.
  public var item: String?
  /// Objective it serves.
  public var objective: String?
  /// The task.
  public var task: String?
  /// The activity.
  public var activity: String?
  /// What is to be delivered.
  public var product: String?
  /// Lead agency.
  public var lead: String?
  /// Coordinating agencies.
  public var coordinating: String?
  /// When, as written.
  public var due: String?
  /// First day meant, ISO.
  public var dueFrom: String?
  /// Last day meant, ISO.
  public var dueTo: String?
  /// Budget as written.
  public var budget: String?

  /// A task of which nothing is known.
  public init() {}
}

extension PlanStatement {
  init(_ row: borrowing Row) throws {
    self.init(
      kind: try row.value("kind"), area: try row.value("area"), subject: try row.value("subject"))
    key = try row.value("target_key")
    origin = try row.value("origin")
    section = try row.value("section")
    lineFrom = try row.value("line_from")
    lineTo = try row.value("line_to")
    indicator = try row.value("indicator")
    level = try row.value("level")
    scope = try row.value("scope")
    comparator = try row.value("comparator")
    value = try row.value("value")
    valueHigh = try row.value("value_high")
    unit = try row.value("unit")
    measure = try row.value("measure")
    baselineYear = try row.value("baseline_year")
    periodStart = try row.value("period_start")
    periodEnd = try row.value("period_end")
    group = try row.value("grp")
    quote = try row.value("quote")
    confidence = try row.value("confidence")
    decision = try row.value("decision")
    note = try row.value("note")
  }
}

extension PlannedTask {
  init(_ row: borrowing Row) throws {
    plan = try row.value("plan")
    place = try row.value("place")
    placeNameVi = try row.value("name_vi")
    placeNameEn = try row.value("name_en")
    periodStart = try row.value("period_start")
    periodEnd = try row.value("period_end")
    lineFrom = try row.value("line_from")
    lineTo = try row.value("line_to")
    section = try row.value("section")
    item = try row.value("item")
    objective = try row.value("objective")
    task = try row.value("task")
    activity = try row.value("activity")
    product = try row.value("product")
    lead = try row.value("lead")
    coordinating = try row.value("coordinating")
    due = try row.value("due")
    dueFrom = try row.value("due_from")
    dueTo = try row.value("due_to")
    budget = try row.value("budget")
  }
}
