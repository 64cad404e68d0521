// csv and tsv: header row, line feeds, full precision, empty for missing.

/// Writes csv or tsv.
///
/// A text cell of a csv that begins with `=`, `+`, `-`, `@`, a tab or a line break, and goes on, gets an
/// apostrophe before it: spreadsheets would read it as a formula, and some of our text comes from
/// documents of others. Numbers, dates and truth values are never touched, so `-1.5` stays a
/// number. tsv has no quotes; tab, line feed, carriage return and backslash are written `\t`,
/// `\n`, `\r` and `\\`, as PostgreSQL's COPY reads them.
struct DelimitedWriter: RowWriter {
  enum Dialect {
    case csv
    case tsv
  }

  private let header: [String]
  private let dialect: Dialect

  init(columns: [Column], dialect: Dialect) {
    header = columns.map(\.key)
    self.dialect = dialect
  }

  mutating func begin(_ sink: TextSink) throws {
    try write(header.map { isCSV ? DelimitedWriter.quoted($0) : DelimitedWriter.escaped($0) }, sink)
  }

  mutating func row(_ cells: [Cell], _ sink: TextSink) throws {
    try write(cells.map(text), sink)
  }

  mutating func end(_ sink: TextSink) throws {}

  private var isCSV: Bool { dialect == .csv }

  private func write(_ cells: [String], _ sink: TextSink) throws {
    guard !cells.isEmpty else { return }
    // An empty line would be no record at all.
    let isEmptyLine = isCSV && cells == [""]
    let line = isEmptyLine ? "\"\"" : cells.joined(separator: isCSV ? "," : "\t")
    try sink(line + "\n")
  }

  private func text(_ cell: Cell) -> String {
    switch cell {
    case .missing: ""
    case .integer(let value): "\(value)"
    case .number(let value, _), .change(let value, _): machineText(value) ?? ""
    case .boolean(let value): value ? "true" : "false"
    case .date(let value): isCSV ? DelimitedWriter.quoted(value) : DelimitedWriter.escaped(value)
    case .text(let value): foreignText(value)
    case .list(let values): foreignText(values.joined(separator: ";"))
    case .json(let value): foreignText(value.compact)
    }
  }

  private func foreignText(_ value: String) -> String {
    guard isCSV else { return DelimitedWriter.escaped(value) }
    return DelimitedWriter.quoted(FormulaGuard.added(to: value))
  }

  private static func quoted(_ value: String) -> String {
    let bytes = value.utf8
    let needsQuotes =
      bytes.first == 0x20 || bytes.last == 0x20
      || bytes.contains { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }
    guard needsQuotes else { return value }
    var text = "\""
    for scalar in value.unicodeScalars {
      if scalar == "\"" { text += "\"" }
      text.unicodeScalars.append(scalar)
    }
    return text + "\""
  }

  private static func escaped(_ value: String) -> String {
    guard value.utf8.contains(where: { $0 == 0x09 || $0 == 0x0A || $0 == 0x0D || $0 == 0x5C })
    else { return value }
    var text = ""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\t": text += "\\t"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\\": text += "\\\\"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}
