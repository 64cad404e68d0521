// chiso progress: targets of plans beside results, with pace and verdict.

public import ArgumentParser
public import Warehouse

/// `chiso progress`.
struct ProgressCommand: ParsableCommand {
  static let configuration = CommandConfiguration.verb(
    .progress,
    "chiso progress --place lang-son --indicator par,sipas",
    "chiso progress --place \"Hà Tĩnh\" --method cagr --format json")

  @OptionGroup var connection: ConnectionOptions
  @OptionGroup var selection: SelectionOptions

  @Option(help: Help.paceMethod.argument)
  var method: PaceMethod = .linear

  @OptionGroup var output: OutputOptions

  func run() throws {
    var session = try connection.workspace().session(for: .asking)
    let asked = try selection.resolve(&session)
    let rows = try session.progress(asked.selection, by: method)
    let table = ProgressTable(method: method)
    try output.write(
      rows.map(table.fields), columns: table.columns, blankRepeats: ProgressTable.blankRepeats,
      note: connection.note)
    if rows.isEmpty { try FigureQuestion.explainEmpty(&session, note: connection.note) }
    if asked.selection.indicators == nil {
      let unlinked = try session.targets(asked.selection).count { $0.indicator == nil }
      if unlinked > 0 { connection.note(Notice.notLinkedLeftOut(String(unlinked))) }
    }
    if asked.selection.publishedBy != nil {
      var everything = asked.selection
      everything.publishedBy = nil
      let undated = try session.progress(everything, by: method).count { $0.issuedOn == nil }
      if undated > 0 { connection.note(Notice.undatedPlansLeftOut(String(undated))) }
    }
  }
}

extension PaceMethod: ExpressibleByArgument {}
