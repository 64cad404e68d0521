// An answer as text: to stdout or to a file.

import RowRendering

/// Writes an answer as text; of several tables those after the first stand below their headings, as in
/// Markdown.
final class TextAnswer: AnswerWriter {
  private let options: OutputOptions
  private let stream: OutputStream
  private var renderer: Renderer?

  init(_ options: OutputOptions) throws {
    self.options = options
    stream = try OutputStream(file: options.output, isPaged: options.isPaged)
  }

  func begin(_ table: AnswerTable) throws {
    let stream = stream
    if renderer != nil {
      try renderer?.end()
      try stream.write("\n## \(table.heading ?? table.key)\n\n")
    }
    renderer = Renderer(
      columns: table.columns, format: options.format.text ?? .table,
      options: options.renderOptions(blankRepeats: table.blankRepeats)
    ) { text in
      try stream.write(text)
    }
    try renderer?.begin()
  }

  func row(_ fields: [Field]) throws { try renderer?.row(fields) }

  func end(_ context: () throws -> AnswerContext) throws -> [String] {
    try renderer?.end()
    try stream.finish()
    let dropped = renderer?.droppedColumns.map(\.heading) ?? []
    return dropped.isEmpty ? [] : [Notice.columnsDropped(dropped.joined(separator: ", "))]
  }
}
