// The commands about plans: template.

import ArgumentParser
import RowRendering
import Warehouse

/// `chiso plan`.
struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration.verb(
    .plan,
    subcommands: [PlanTemplateCommand.self],
    "chiso plan template lang-son-2024",
    "chiso plan template 249/KH-UBND")
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

  @Argument(help: Help.planName.argument)
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
