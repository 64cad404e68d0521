import LibPQ
import Warehouse

/// Plans and targets that a test makes up.
struct Plans: ~Copyable {
  var facts: FactLoader
  let database: String

  init() async throws {
    let database = try await TestWarehouse.handMade()
    facts = try FactLoader(database)
    self.database = database
  }

  mutating func loadPlans(_ json: String, job: String = "plans") throws -> SlotOutcome {
    let load = try facts.session.startLoad(of: job)
    let slot = try facts.slot(of: job)
    let outcome = try facts.session.transaction { session in
      try session.mergePlans(json: json, load: load, slot: slot)
    }
    try facts.session.finishLoad(load, status: "done")
    return outcome
  }

  mutating func loadTargets(_ json: String, job: String = "targets") throws -> SlotOutcome {
    let load = try facts.session.startLoad(of: job)
    let slot = try facts.slot(of: job)
    let outcome = try facts.session.transaction { session in
      try session.mergeTargets(json: json, load: load, slot: slot)
    }
    try facts.session.finishLoad(load, status: "done")
    return outcome
  }

  mutating func targets(_ selection: Selection = Selection()) throws -> [TargetRow] {
    var session = try Session(database, for: .asking)
    return try session.targets(selection)
  }

  mutating func progress(
    _ selection: Selection = Selection(), by method: PaceMethod = .linear
  ) throws -> [ProgressRow] {
    var session = try Session(database, for: .asking)
    return try session.progress(selection, by: method)
  }

  // MARK: - Rows

  static func plan(
    _ name: String = "an-2020", place: String = "an", issued: String? = "2019-12-20",
    title: String = "Kế hoạch", years: (Int, Int) = (2020, 2020)
  ) -> String {
    """
    {"plan": "\(name)", "place": "\(place)", "kind": "KH", "title": "\(title)",
     "issued_on": \(quoted(issued)), "period_start": \(years.0), "period_end": \(years.1),
     "source": "one"}
    """
  }

  static func target(
    _ order: Int, _ indicator: String?, _ value: Double?, plan: String = "an-2020",
    unit: String = "percent", comparator: String = ">=", high: Double? = nil,
    measure: String = "level", baseline: Int? = nil, start: Int = 2020, end: Int = 2020,
    level: String = "", group: String? = nil, repeatOf: Int? = nil
  ) -> String {
    """
    {"plan": "\(plan)", "target_key": "\(plan):\(order)", "ordinal": \(order), "line_from": \(order),
     "line_to": \(order), "area": "index", "indicator": \(quoted(indicator)),
     "subject": "việc \(order)", "level": "\(level)", "scope": "", "comparator": "\(comparator)",
     "value": \(number(value)), "value_high": \(number(high)), "unit": "\(unit)",
     "measure": "\(measure)", "baseline_year": \(number(baseline)), "period_start": \(start),
     "period_end": \(end), "grp": \(quoted(group)),
     "repeat_of": \(quoted(repeatOf.map(String.init))), "line": \(order + 1)}
    """
  }

  static func array(_ objects: String...) -> String { "[" + objects.joined(separator: ",") + "]" }

  private static func quoted(_ text: String?) -> String { text.map { "\"\($0)\"" } ?? "null" }

  private static func number(_ value: (some Any)?) -> String { value.map { "\($0)" } ?? "null" }
}
