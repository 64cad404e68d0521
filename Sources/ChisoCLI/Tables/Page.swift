// A page for people: names with what they hold, then tables with headings.

import RowRendering

/// A page.
struct Page {
  /// A part of the page: a heading over a table.
  struct Part {
    let heading: String
    let columns: [Column]
    let rows: [[Field]]
    var blankRepeats: [Int] = []
  }

  let title: String
  /// Names of fields with what they hold.
  let lines: [(name: String, value: String)]
  let parts: [Part]
}

extension OutputOptions {
  /// Writes a page as text or as Markdown.
  func writePage(_ page: Page) throws {
    let stream = try OutputStream(file: output, isPaged: isPaged)
    let title = printable(page.title)
    try stream.write(format == .markdown ? "# \(title)\n\n" : "\(title)\n")
    let width = page.lines.map { $0.name.count }.max() ?? 0
    for (name, value) in page.lines {
      let padding = String(repeating: " ", count: width - name.count)
      try stream.write(
        format == .markdown
          ? "- \(name): \(printable(value))\n" : "  \(name)\(padding)  \(printable(value))\n")
    }
    for part in page.parts {
      try stream.write("\n")
      let heading = printable(part.heading)
      try stream.write(format == .markdown ? "## \(heading)\n\n" : "\(heading)\n")
      var renderer = Renderer(
        columns: part.columns, format: format.text ?? .table,
        options: renderOptions(blankRepeats: part.blankRepeats)
      ) { text in
        try stream.write(text)
      }
      try renderer.begin()
      for row in part.rows { try renderer.row(row) }
      try renderer.end()
    }
    try stream.finish()
  }
}
