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
  @OptionGroup var boundary: BoundaryOptions

  @Option(help: Help.paceMethod.argument)
  var method: PaceMethod = .linear

  @OptionGroup var output: OutputOptions

  func run() throws {
    var session = try connection.workspace().session(for: .asking)
    var asked = try selection.resolve(&session).selection
    asked.boundaries = boundary.boundaries
    if asked.boundaries == .today, let places = asked.places {
      // Targets of provinces that are no more are shown, too, and beside them those of today's.
      asked.places = places + (try session.placesToday(of: places)).filter { !places.contains($0) }
    }
    let rows = try session.progress(asked, by: method)
    let table = ProgressTable(method: method)
    var remarks = rows.isEmpty ? [try FigureQuestion.whyEmpty(&session)] : []
    let leftOut = try session.targetsLeftOut(asked)
    if leftOut.unlinked > 0 {
      remarks.append(Notice.notLinkedLeftOut(String(leftOut.unlinked)))
    }
    if leftOut.undated > 0 {
      remarks.append(Notice.undatedPlansLeftOut(String(leftOut.undated)))
    }
    try output.write(
      rows.map(table.fields), columns: table.columns, blankRepeats: ProgressTable.blankRepeats,
      remarks: remarks, note: connection.note, sources: { try session.listSources($0) })
  }
}

extension PaceMethod: ExpressibleByArgument {}
