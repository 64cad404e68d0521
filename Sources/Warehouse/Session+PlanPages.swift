// Questions about plans as wholes: which there are, what each says, where words stand, what changed from one
// to another.

import IndicatorModel
import LibPQ
import WarehouseSQL

/// A plan as known now, with how much it holds.
public struct PlanRow: Sendable, Hashable {
  /// Stable name.
  public let plan: String
  /// Id of the place.
  public let place: String
  /// Name of the place in Vietnamese.
  public let placeNameVi: String
  /// Name of the place in English.
  public let placeNameEn: String
  /// KH, QĐ and others.
  public let kind: String?
  /// Number as printed.
  public let number: String?
  /// Title in short.
  public let title: String?
  /// Who signed it.
  public let issuer: String?
  /// Day of issue, ISO.
  public let issuedOn: String?
  /// First year.
  public let periodStart: Int?
  /// Last year.
  public let periodEnd: Int?
  /// Targets, repeats not counted.
  public let targets: Int
  /// Targets without an indicator.
  public let unlinked: Int
  /// Statements about which a person decided.
  public let decided: Int
  /// Tasks.
  public let tasks: Int
  /// The job that read its document.
  public let job: String?
  /// The document that was read, as declared.
  public let file: String?
  /// Catalog entry of the document.
  public let source: String?

  init(_ row: borrowing Row) throws {
    plan = try row.value("plan")
    place = try row.value("place")
    placeNameVi = try row.value("name_vi")
    placeNameEn = try row.value("name_en")
    kind = try row.value("kind")
    number = try row.value("number")
    title = try row.value("title")
    issuer = try row.value("issuer")
    issuedOn = try row.value("issued_on")
    periodStart = try row.value("period_start")
    periodEnd = try row.value("period_end")
    targets = try row.value("targets")
    unlinked = try row.value("unlinked")
    decided = try row.value("decided")
    tasks = try row.value("tasks")
    job = try row.value("job")
    file = try row.value("file")
    source = try row.value("source")
  }
}

/// A passage of a plan in which words were found.
public struct FoundPassage: Sendable, Hashable {
  /// The plan.
  public let plan: String
  /// Id of the place.
  public let place: String
  /// Name of the place in Vietnamese.
  public let placeNameVi: String
  /// Name of the place in English.
  public let placeNameEn: String
  /// First year of the plan.
  public let periodStart: Int?
  /// Last year of the plan.
  public let periodEnd: Int?
  /// First line of the passage, from 1.
  public let lineFrom: Int
  /// Last line of the passage.
  public let lineTo: Int
  /// The passage as read.
  public let passage: String

  init(_ row: borrowing Row) throws {
    plan = try row.value("plan")
    place = try row.value("place")
    placeNameVi = try row.value("name_vi")
    placeNameEn = try row.value("name_en")
    periodStart = try row.value("period_start")
    periodEnd = try row.value("period_end")
    lineFrom = try row.value("line_from")
    lineTo = try row.value("line_to")
    passage = try row.value("passage")
  }
}

/// A target of one plan beside that of another which asks the same; a row of `mart.target_changes`.
public struct TargetChange: Sendable, Hashable {
  /// One of the two targets.
  public struct Side: Sendable, Hashable {
    /// What is measured, in words.
    public let subject: String
    /// What it is limited to.
    public let scope: String
    /// >=, >, =, <=, < or between.
    public let comparator: String?
    /// The wanted figure.
    public let value: Double?
    /// The upper bound of between.
    public let valueHigh: Double?
    /// Named group without a number.
    public let group: String?
    /// Year by which it is to be reached.
    public let periodEnd: Int?
    /// First line of the text that says so.
    public let line: Int?

    init?(_ row: borrowing Row, _ side: String) throws {
      guard let subject = try row.value("\(side)_subject", as: String?.self) else { return nil }
      self.subject = subject
      scope = try row.value("\(side)_scope")
      comparator = try row.value("\(side)_comparator")
      value = try row.value("\(side)_value")
      valueHigh = try row.value("\(side)_value_high")
      group = try row.value("\(side)_grp")
      periodEnd = try row.value("\(side)_period_end")
      line = try row.value("\(side)_line")
    }
  }

  /// raised, lowered, kept, changed, new or dropped.
  public let change: String
  /// Whether it asks more than before; nil where that cannot be said.
  public let isHarder: Bool?
  /// Code of the indicator.
  public let indicator: String
  /// Name of the indicator in Vietnamese.
  public let indicatorNameVi: String
  /// Name of the indicator in English.
  public let indicatorNameEn: String
  /// Administrative level; empty for none.
  public let level: String
  /// level, increase or decrease.
  public let measure: String
  /// Unit of the values.
  public let unit: String?
  /// The target of the first plan.
  public let from: Side?
  /// The target of the second plan.
  public let to: Side?

  init(_ row: borrowing Row) throws {
    change = try row.value("change")
    isHarder = try row.value("is_harder")
    indicator = try row.value("indicator")
    indicatorNameVi = try row.value("indicator_name_vi")
    indicatorNameEn = try row.value("indicator_name_en")
    level = try row.value("level")
    measure = try row.value("measure")
    unit = try row.value("unit")
    from = try Side(row, "from")
    to = try Side(row, "to")
  }
}

extension Session {
  /// Lists plans.
  ///
  /// - Parameters:
  ///   - selection: places and years; years ask for periods that touch them.
  ///   - plan: one plan; nil for all.
  /// - Returns: one row per plan, by place and years.
  /// - Throws: `PostgresError`.
  public mutating func listPlans(
    _ selection: Selection = Selection(), plan: String? = nil
  ) throws -> [PlanRow] {
    try connection.query(Statement(.listPlanHeads), Self.parameters(selection, plan))
      .map { row in try PlanRow(row) }
  }

  /// Lists the statements of a plan.
  ///
  /// - Parameters:
  ///   - plan: id of the plan.
  ///   - ofDocument: whether those are meant that its document says, with what was rejected.
  /// - Returns: one row per statement, in the order of the text.
  /// - Throws: `PostgresError`.
  public mutating func statements(
    of plan: String, ofDocument: Bool = false
  ) throws -> [PlanStatement] {
    var places: [String: Int] = [:]
    var repeats: [(index: Int, key: String)] = []
    var statements: [PlanStatement] = []
    try connection.query(Statement(.listStatements), [.text(plan), .bool(ofDocument)])
      .forEach { row throws in
        let statement = try PlanStatement(row)
        if let key = statement.key { places[key] = statements.count + 1 }
        if let key: String = try row.value("repeat_of") { repeats.append((statements.count, key)) }
        statements.append(statement)
      }
    for (index, key) in repeats { statements[index].repeatOf = places[key] ?? Int(key) }
    return statements
  }

  /// Lists tasks of plans.
  ///
  /// - Parameters:
  ///   - selection: places and years.
  ///   - plan: one plan; nil for all.
  ///   - lead: words that the lead agency must have, marks and case aside.
  /// - Returns: one row per task, by place, plan and order in the plan.
  /// - Throws: `PostgresError`.
  public mutating func listTasks(
    _ selection: Selection = Selection(), plan: String? = nil, lead: String? = nil
  ) throws -> [PlannedTask] {
    let words = lead.map { NameFolding.phrase($0).split(separator: " ") } ?? []
    var tasks: [PlannedTask] = []
    try connection.query(Statement(.listTasks), Self.parameters(selection, plan))
      .forEach { row throws in
        let task = try PlannedTask(row)
        let said = Set(NameFolding.phrase(task.lead ?? "").split(separator: " "))
        if words.allSatisfy(said.contains) { tasks.append(task) }
      }
    return tasks
  }

  /// Finds words in plans, marks and case aside.
  ///
  /// - Parameters:
  ///   - words: the words; those in quotes stand together.
  ///   - selection: places and years.
  ///   - limit: how many passages at most.
  /// - Returns: one row per passage, newest plans first.
  /// - Throws: `PostgresError`.
  public mutating func searchPlans(
    _ words: String, _ selection: Selection, limit: Int
  ) throws -> [FoundPassage] {
    try connection.query(
      Statement(.searchPlans),
      [
        .text(NameFolding.unmarked(words)), selection.placesParameter,
        selection.firstYearParameter, selection.lastYearParameter,
        .optionalInt32(Int32(exactly: limit)),
      ]
    ).map { row in try FoundPassage(row) }
  }

  /// Tells what becomes of the targets of one plan in another.
  ///
  /// - Parameters:
  ///   - first: id of the first plan.
  ///   - second: id of the second.
  /// - Returns: one row per target of either, in the order of the second.
  /// - Throws: `PostgresError`.
  public mutating func targetChanges(
    from first: String, to second: String
  ) throws -> [TargetChange] {
    try connection.query(Statement(.listTargetChanges), [.text(first), .text(second)])
      .map { row in try TargetChange(row) }
  }

  private static func parameters(_ selection: Selection, _ plan: String?) -> [Parameter] {
    [
      selection.placesParameter, selection.firstYearParameter, selection.lastYearParameter,
      .optionalText(plan),
    ]
  }
}
