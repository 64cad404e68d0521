// Plans read from their documents on their way in: a head, lines, statements and tasks, merged from a few
// parameters in one transaction.

import LibPQ
import WarehouseSQL

/// A plan that bears a name, and the files that say so.
public struct PlanHolder: Sendable, Hashable {
  /// Name of the plan.
  public let plan: String
  /// Id of the place.
  public let place: String
  /// The slot that says its head.
  public let slot: Int32
  /// The slot of the document that was read; nil where there is none.
  public let textSlot: Int32?
  /// First year.
  public let periodStart: Int?
  /// Last year.
  public let periodEnd: Int?
  /// SHA-256 of the text whose lines its targets name, hex.
  public let textSHA256: String?
  /// Job of the document that was read.
  public let job: String?
  /// The document that was read, as declared.
  public let file: String?

  init(_ row: borrowing Row) throws {
    plan = try row.value("plan")
    place = try row.value("place")
    slot = try row.value("slot_id")
    textSlot = try row.value("text_slot_id")
    periodStart = try row.value("period_start")
    periodEnd = try row.value("period_end")
    textSHA256 = try row.value("text_sha256")
    job = try row.value("job")
    file = try row.value("file")
  }
}

/// A plan as its document says it, ready to be merged.
public struct DocumentRows: Sendable {
  /// Name of the plan.
  public var plan: String
  /// SHA-256 of the text, hex.
  public var sha256: String
  /// Array of one row: the head.
  public var head: String
  /// Lines of the text, from the first.
  public var lines: [String]
  /// The lines as a search looks in them.
  public var folded: [String]
  /// Array of statements.
  public var targets: String
  /// Array of tasks.
  public var tasks: String

  /// Makes rows of a document; the texts but the lines are JSON.
  public init(
    plan: String, sha256: String, head: String, lines: [String], folded: [String],
    targets: String, tasks: String
  ) {
    self.plan = plan
    self.sha256 = sha256
    self.head = head
    self.lines = lines
    self.folded = folded
    self.targets = targets
    self.tasks = tasks
  }
}

extension Session {
  /// The plans that bear a name or were read from a text, of whatever file.
  ///
  /// - Parameters:
  ///   - plan: the name.
  ///   - sha256: SHA-256 of the text, hex.
  /// - Returns: usually one or none.
  /// - Throws: `PostgresError`.
  public mutating func planHolders(of plan: String, sha256: String) throws -> [PlanHolder] {
    try connection.queryPrepared(Statement(.planHolder), [.text(plan), .text(sha256)])
      .map { row in try PlanHolder(row) }
  }

  /// Merges a document into its slot; the caller's transaction.
  ///
  /// - Parameters:
  ///   - rows: what it says; nil takes back what it said.
  ///   - load: number of the load.
  ///   - slot: number of the slot.
  /// - Returns: a committed outcome with its counts, of statements and tasks.
  /// - Throws: `PostgresError`.
  public mutating func mergeDocument(
    _ rows: DocumentRows?, load: Int32, slot: Int32
  ) throws -> SlotOutcome {
    _ = try connection.queryPrepared(
      Statement(.dropPlanLines),
      [.int32(slot), .optionalText(rows?.plan), .optionalText(rows?.sha256)])
    let head = try connection.queryPrepared(
      Statement(.mergeDocument), [.json(rows?.head ?? "[]"), .int32(load), .int32(slot)])
    let moment = try head.value(0, "recorded_at", as: String.self)
    let province = try head.value(0, "province_id", as: Int32?.self)
    let plan = try head.value(0, "plan_id", as: Int32?.self)
    if let rows, let province, let plan, try !head.value(0, "has_lines", as: Bool.self) {
      _ = try connection.queryPrepared(
        Statement(.addPlanLines),
        [.int32(province), .int32(plan), .textArray(rows.lines), .textArray(rows.folded)])
    }
    var outcome = SlotOutcome(.committed)
    outcome.recordedAt = moment
    for (file, json) in [
      (SQLFile.mergeReadTargets, rows?.targets), (.mergeTasks, rows?.tasks),
    ] {
      let merged = try connection.queryPrepared(
        Statement(file),
        [
          .json(json ?? "[]"), .int32(load), .int32(slot), .optionalInt32(province),
          .optionalInt32(plan), .optionalTimestamp(moment),
        ])
      outcome.loaded += try merged.value(0, "loaded", as: Int.self)
      outcome.revised += try merged.value(0, "revised", as: Int.self)
      outcome.unchanged += try merged.value(0, "unchanged", as: Int.self)
      outcome.withdrawn += try merged.value(0, "withdrawn", as: Int.self)
    }
    return outcome
  }
}
