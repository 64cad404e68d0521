// An answer as a workbook: a sheet for each table, and one of sources and notes.

import IndicatorModel
import RowRendering
import Spreadsheets
import Warehouse

/// Writes an answer as a workbook, which appears only when it is whole.
final class WorkbookAnswer: AnswerWriter {
  private let stream: OutputStream
  private let folder: TemporaryFolder
  private var writer: SpreadsheetWriter
  private var path: String { folder.path + "/answer.xlsx" }

  init(file: String?) throws {
    stream = try OutputStream(file: file)
    folder = try TemporaryFolder(in: nil, named: "chiso")
    writer = try SpreadsheetWriter(
      path: folder.path + "/answer.xlsx", temporaryFolder: folder.path)
  }

  func begin(_ table: AnswerTable) throws {
    let columns = table.columns.map { column in
      var column = column
      column.heading = ColumnName.heading(of: column)
      return column
    }
    try writer.begin(table.heading ?? AnswerMessage.figures(), columns: columns)
  }

  func row(_ fields: [Field]) throws { try writer.row(fields) }

  func end(_ context: () throws -> AnswerContext) throws -> [String] {
    let context = try context()
    let listing = Listing<SourceRow>.sources
    try writer.begin(
      AnswerMessage.sourcesAndNotes(), columns: listing.columns, hasFilters: false)
    for source in context.sources { try writer.row(listing.fields(source)) }
    try writer.row([])
    for note in context.notes { try writer.row([.text(note.name), .text(note.value)]) }
    try writer.finish()
    try stream.write(contentsOf: path)
    try stream.finish()
    return []
  }
}

extension AnswerContext {
  /// Names of notes with what they say: what was asked, when, what marks mean, remarks.
  fileprivate var notes: [(name: String, value: String)] {
    [
      (AnswerMessage.question(), Self.question),
      (AnswerMessage.askedAt(), askedAt.text(in: .vietNam)),
      (AnswerMessage.marks(), AnswerMessage.meaningOfMarks()),
      (Heading.source(), AnswerMessage.madeBy(ToolVersion.current)),
    ] + remarks.map { (Heading.remarks(), $0) }
  }
}
