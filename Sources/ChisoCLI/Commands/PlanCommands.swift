// The commands about plans, and the one that writes a table of results to fill in.

import ArgumentParser
import IndicatorModel
import RowRendering
import Warehouse

/// `chiso plan`.
struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration.verb(
    .plan,
    subcommands: [
      PlanReadCommand.self, PlanListCommand.self, PlanShowCommand.self, PlanDiffCommand.self,
      PlanTasksCommand.self, PlanSearchCommand.self, PlanReviewCommand.self,
      PlanTemplateCommand.self,
    ],
    "chiso plan list --place lang-son",
    "chiso plan diff lang-son-2023 lang-son-2024")
}

extension CommandConfiguration {
  /// The configuration of a verb under `chiso plan`.
  static func planVerb(
    _ help: Help, named name: String? = nil, _ examples: String...
  ) -> CommandConfiguration {
    CommandConfiguration(
      commandName: name ?? help.rawValue, abstract: help.text, discussion: Help.discussion(examples)
    )
  }
}

/// Places and years of plans.
struct PlanSelectionOptions: ParsableArguments {
  @Option(help: Help.place.argument, completion: .catalog(.place))
  var place: [String] = []

  @Option(help: Help.years.argument)
  var years: String?

  func validate() throws {
    try SelectionOptions.refuseEmpty(place, "--place")
    guard let years else { return }
    do {
      _ = try YearSelection(parsing: years)
    } catch {
      throw ValidationError(Failure(error)?.sentence ?? "")
    }
  }

  /// The selection as ids.
  func resolve(_ session: inout Session) throws -> Selection {
    var selection = Selection()
    let words = SelectionOptions.words(place)
    selection.places = words.isEmpty ? nil : try session.knownPlaces(named: words)
    selection.years = try years.map { try YearSelection(parsing: $0) }
    return selection
  }
}

/// `chiso plan template`.
struct PlanTemplateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: Help.template.rawValue, abstract: Help.template.text,
    discussion: Help.discussion([
      "chiso plan template lang-son-2024", "chiso plan template 249/KH-UBND --lang vi",
    ]))

  /// Columns of a table of results, in the order in which a person fills them in.
  private static let columns = [
    "place", "indicator", "level", "period", "value", "document", "page",
  ].map { Column(key: $0, heading: $0) }

  @OptionGroup var connection: ConnectionOptions

  @Argument(help: Help.planName.argument, completion: .catalog(.plan))
  var plan: String

  @Option(name: .shortAndLong, help: Help.output.argument)
  var output: String?

  func run() throws {
    var session = try connection.workspace().session(for: .asking)
    let plan = try session.knownPlan(named: plan)
    let targets = try session.plannedFigures(of: plan)
    let linked = targets.filter { $0.indicator != nil }
    // Two targets that one figure answers have one line: filled in twice it would be refused.
    var seen: Set<[String]> = []
    let lines = linked.map(Self.line).filter { seen.insert($0).inserted }
    let stream = try OutputStream(file: output)
    var renderer = Renderer(columns: Self.columns, format: .csv, options: RenderOptions()) { text in
      try stream.write(text)
    }
    try renderer.begin()
    for line in lines {
      try renderer.row(line.map(Field.text) + [.missing, .missing, .missing])
    }
    try renderer.end()
    try stream.finish()
    let counts: [(Notice, Int)] = [
      (.templateUnlinked, targets.count - linked.count),
      (.templateShared, linked.count - lines.count),
      (.templateRanks, linked.count { $0.unit == "rank" }),
    ]
    for (notice, count) in counts where count > 0 {
      connection.note(notice(String(count), "value", "rank"))
    }
  }

  private static func line(_ target: PlannedFigure) -> [String] {
    [
      target.place, target.indicator ?? "", target.level, target.year.map(String.init) ?? "",
    ]
  }
}
