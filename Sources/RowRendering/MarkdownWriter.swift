// GitHub tables, written row by row: cells are not padded, a reader's renderer aligns them.

struct MarkdownWriter: RowWriter {
  private let columns: [Column]
  private let text: HumanText

  init(columns: [Column], text: HumanText) {
    self.columns = columns
    self.text = text
  }

  mutating func begin(_ sink: TextSink) throws {
    guard !columns.isEmpty else { return }
    try sink(line(columns.map { MarkdownWriter.escaped(HumanText.safe($0.heading)) }))
    try sink(line(columns.map { $0.alignment == .trailing ? "---:" : "---" }))
  }

  mutating func row(_ cells: [Cell], _ sink: TextSink) throws {
    guard !columns.isEmpty else { return }
    try sink(line(cells.map { MarkdownWriter.escaped(text.text($0)) }))
  }

  mutating func end(_ sink: TextSink) throws {}

  private func line(_ cells: [String]) -> String {
    "| " + cells.joined(separator: " | ") + " |\n"
  }

  /// Escapes what would end a cell, or be read as a tag, code or emphasis.
  private static func escaped(_ value: String) -> String {
    guard value.unicodeScalars.contains(where: { "|\\<*`".unicodeScalars.contains($0) })
    else { return value }
    var text = ""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "|", "\\", "*", "`": text += "\\"
      case "<":
        text += "&lt;"
        continue
      default: break
      }
      text.unicodeScalars.append(scalar)
    }
    return text
  }
}
