// Tables of a plan as its text has them after conversion: rows parted by tabs, Markdown, HTML, with rows
// cut where a page ended.

import PlanReading

/// A table to be set.
struct GridTable: Sendable {
  /// How the table is written.
  enum Form: CaseIterable, Sendable {
    case tabs
    case markdown
    case html
  }

  /// A row and what it says.
  struct Row: Sendable {
    var cells: [String]
    /// Targets of cells, by column; -1 is the whole row.
    var targets: [(column: Int, target: PlanTarget)] = []
    /// The task of the row.
    var task: PlanTask?
  }

  var headings: [String]
  var rows: [Row]
}

extension Typesetter {
  /// Sets a table.
  ///
  /// - Returns: the tasks of its rows, with their lines.
  mutating func table(
    _ table: GridTable, _ form: GridTable.Form, _ random: inout SplitMix64
  ) -> [PlanTask] {
    gap()
    if form == .html { raw("<table>") }
    raw(Self.line(table.headings, form, isHeading: true))
    if form == .markdown {
      raw("|" + String(repeating: " --- |", count: table.headings.count))
    }
    var tasks: [PlanTask] = []
    for (index, row) in table.rows.enumerated() {
      let from = next
      let isCut = form == .tabs && index % 7 == 6 && cut(row, &random)
      if !isCut { raw(Self.line(row.cells, form)) }
      let to = next - 1
      for (column, target) in row.targets {
        let words =
          row.cells.indices.contains(column) ? row.cells[column] : row.cells.joined(separator: " ")
        add(target, from: from, to: to, quote: words)
      }
      if var task = row.task {
        task.lineFrom = from
        task.lineTo = to
        tasks.append(task)
      }
    }
    if form == .html { raw("</table>") }
    return tasks
  }

  /// Sets a row as two, with an empty line between, as a page's end leaves it.
  private mutating func cut(_ row: GridTable.Row, _ random: inout SplitMix64) -> Bool {
    let long = row.cells.indices.filter {
      row.cells[$0].count > 30 && !row.cells[$0].hasPrefix("100%")
    }
    guard !long.isEmpty else { return false }
    var first = row.cells
    var second = row.cells.map { _ in "" }
    for column in long {
      let words = first[column].split(separator: " ")
      let half = words.count / 2 + random.below(2)
      first[column] = words.prefix(half).joined(separator: " ")
      second[column] = words.dropFirst(half).joined(separator: " ")
    }
    raw(first.joined(separator: "\t"))
    raw("")
    raw(second.joined(separator: "\t"))
    return true
  }

  private static func line(
    _ cells: [String], _ form: GridTable.Form, isHeading: Bool = false
  ) -> String {
    switch form {
    case .tabs: return cells.joined(separator: "\t")
    case .markdown: return "| " + cells.joined(separator: " | ") + " |"
    case .html:
      let tag = isHeading ? "th" : "td"
      return "<tr>" + cells.map { "<\(tag)>\($0)</\(tag)>" }.joined() + "</tr>"
    }
  }
}
