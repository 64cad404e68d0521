// The questions about plans: list, show, tasks, search, diff.

import ArgumentParser
import IndicatorModel
import RowRendering
import Warehouse

/// `chiso plan list`.
struct PlanListCommand: ParsableCommand {
  static let configuration = CommandConfiguration.planVerb(
    .list, "chiso plan list --place lang-son", "chiso plan list --years 2024 --format csv")

  @OptionGroup var connection: ConnectionOptions
  @OptionGroup var selection: PlanSelectionOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    var session = try connection.workspace().session(for: .asking)
    let rows = try session.listPlans(try selection.resolve(&session))
    let listing = Listing<PlanRow>.plans
    try output.write(
      rows.map(listing.fields), columns: listing.columns, note: connection.note,
      sources: { try session.listSources($0) })
    if rows.isEmpty { connection.note(Notice.nothingFound()) }
  }
}

/// `chiso plan show`.
struct PlanShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration.planVerb(
    .show, "chiso plan show lang-son-2024", "chiso plan show 249/KH-UBND --format json")

  @OptionGroup var connection: ConnectionOptions

  @Argument(help: Help.planName.argument, completion: .catalog(.plan))
  var plan: String

  @OptionGroup var output: OutputOptions

  func run() throws {
    var session = try connection.workspace().session(for: .asking)
    let name = try session.knownPlan(named: plan)
    let page = try session.snapshot { session in
      let heads = try session.listPlans(plan: name)
      guard let head = heads.first else { throw WarehouseError.unknownPlan(plan, nearest: []) }
      return PlanPage(
        head, statements: try session.statements(of: name), tasks: try session.listTasks(plan: name)
      )
    }
    try output.write(page, note: connection.note, sources: { try session.listSources($0) })
  }
}

/// `chiso plan tasks`.
struct PlanTasksCommand: ParsableCommand {
  static let configuration = CommandConfiguration.planVerb(
    .tasks, "chiso plan tasks --place ha-tinh --years 2024",
    "chiso plan tasks --lead \"so noi vu\" --format csv")

  @OptionGroup var connection: ConnectionOptions
  @OptionGroup var selection: PlanSelectionOptions

  @Option(help: Help.leadWords.argument)
  var lead: String?

  @OptionGroup var output: OutputOptions

  func run() throws {
    var session = try connection.workspace().session(for: .asking)
    let rows = try session.listTasks(try selection.resolve(&session), lead: lead)
    let showsPlan = Set(rows.map(\.plan)).count != 1
    let columns = TaskTable.columns(showsPlan: showsPlan)
    try output.write(
      rows.map(TaskTable.fields(showsPlan: showsPlan)), columns: columns,
      blankRepeats: columns.indices.filter { columns[$0].humanOnly && columns[$0].key == "plan" },
      note: connection.note)
    if rows.isEmpty { connection.note(Notice.nothingFound()) }
  }
}

/// `chiso plan search`.
struct PlanSearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration.planVerb(
    .search, "chiso plan search \"dung han\" --place lang-son",
    "chiso plan search \"một cửa\" --years 2024 --format csv")

  @OptionGroup var connection: ConnectionOptions

  @Argument(help: Help.searchWords.argument)
  var words: [String]

  @OptionGroup var selection: PlanSelectionOptions

  @Option(help: Help.passages.argument)
  var limit = 50

  /// Nobody reads more passages than this.
  private static let most = 100_000

  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard (1...Self.most).contains(limit) else {
      throw ValidationError(Complaint.badLimit(String(limit), String(Self.most)))
    }
    guard words.joined().contains(where: { $0.isLetter || $0.isNumber }) else {
      throw ValidationError(Complaint.noWords())
    }
  }

  func run() throws {
    var session = try connection.workspace().session(for: .asking)
    let rows = try session.searchPlans(
      words.joined(separator: " "), try selection.resolve(&session), limit: limit)
    let listing = Listing<FoundPassage>.passages
    try output.write(
      rows.map(listing.fields), columns: listing.columns, blankRepeats: [6],
      note: connection.note)
    if rows.isEmpty { connection.note(Notice.nothingFound()) }
    if rows.count == limit { connection.note(Notice.searchCut(String(limit))) }
  }
}

/// `chiso plan diff`.
struct PlanDiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration.planVerb(
    .planDiff, named: "diff", "chiso plan diff lang-son-2023 lang-son-2024",
    "chiso plan diff lang-son-2024 ha-tinh-2024 --format csv")

  @OptionGroup var connection: ConnectionOptions

  @Argument(help: Help.firstPlan.argument, completion: .catalog(.plan))
  var first: String

  @Argument(help: Help.secondPlan.argument, completion: .catalog(.plan))
  var second: String

  @OptionGroup var output: OutputOptions

  func run() throws {
    var session = try connection.workspace().session(for: .asking)
    let (from, to) = (try session.knownPlan(named: first), try session.knownPlan(named: second))
    let rows = try session.targetChanges(from: from, to: to)
    let table = ChangeTable(from: from, to: to)
    try output.write(rows.map(table.fields), columns: table.columns, note: connection.note)
    let left: Int = try session.listPlans(plan: from).first?.unlinked ?? 0
    let right: Int = try session.listPlans(plan: to).first?.unlinked ?? 0
    if left > 0 || right > 0 {
      connection.note(Notice.diffUnlinked(String(left), from, String(right), to))
    }
  }
}
