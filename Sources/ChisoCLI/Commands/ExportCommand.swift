// chiso export: figures as each source tells them, row by row.

import ArgumentParser
import RowRendering
import Warehouse

/// `chiso export`.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration.verb(
    .export,
    "chiso export --indicator pci --years 2019 --format csv",
    "chiso export --place \"Lạng Sơn\" --indicator papi --format sdmx-csv")

  @OptionGroup var connection: ConnectionOptions
  @OptionGroup var selection: SelectionOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    var session = try connection.workspace().session(for: .asking)
    let asked = try selection.resolve(&session).selection
    let isSDMX = output.format == .sdmxCSV
    let table =
      isSDMX
      ? AnswerTable(columns: SDMXTable.columns)
      : AnswerTable(
        columns: ObservationTable.columns, blankRepeats: ObservationTable.blankRepeats)
    var count = 0
    try output.write(
      remarks: try FigureQuestion.undated(&session, asked), note: connection.note,
      sources: { try session.listSources($0) }
    ) { answer in
      try answer.begin(table)
      count = try session.eachObservation(asked) { row in
        try answer.row(
          isSDMX
            ? SDMXTable.fields(SDMXFigure(row))
            : ObservationTable.fields(row, forPeople: output.format.isForPeople))
      }
    }
    if count == 0 { try FigureQuestion.explainEmpty(&session, note: connection.note) }
  }
}
