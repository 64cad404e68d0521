// csv, also as a Vietnamese Excel opens it, and tsv: header row, full precision, empty for missing.

/// Writes csv or tsv.
///
/// A text cell of a csv that begins with `=`, `+`, `-`, `@`, a tab or a line break, and goes on, gets an
/// apostrophe before it: spreadsheets would read it as a formula, and some of our text comes from
/// documents of others. Numbers, dates and truth values are never touched, so `-1.5` stays a
/// number. tsv has no quotes; tab, line feed, carriage return and backslash are written `\t`,
/// `\n`, `\r` and `\\`, as PostgreSQL's COPY reads them. Where the system writes decimals with a comma,
/// Excel takes `;` between cells for a table, and UTF-8 for text only behind a byte order mark.
struct DelimitedWriter: RowWriter {
  enum Dialect {
    case csv
    case excel
    case tsv

    var separator: String {
      switch self {
      case .csv: ","
      case .excel: ";"
      case .tsv: "\t"
      }
    }
  }

  private let header: [String]
  private let dialect: Dialect

  init(columns: [Column], dialect: Dialect) {
    header = columns.map(\.key)
    self.dialect = dialect
  }

  mutating func begin(_ sink: TextSink) throws {
    if dialect == .excel { try sink("\u{FEFF}") }
    try write(header.map(kept), sink)
  }

  mutating func row(_ cells: [Cell], _ sink: TextSink) throws {
    try write(cells.map(text), sink)
  }

  mutating func end(_ sink: TextSink) throws {}

  private var isCSV: Bool { dialect != .tsv }

  private func write(_ cells: [String], _ sink: TextSink) throws {
    guard !cells.isEmpty else { return }
    // An empty line would be no record at all.
    let isEmptyLine = isCSV && cells == [""]
    let line = isEmptyLine ? "\"\"" : cells.joined(separator: dialect.separator)
    try sink(line + (dialect == .excel ? "\r\n" : "\n"))
  }

  private func text(_ cell: Cell) -> String {
    switch cell {
    case .missing: ""
    case .integer(let value): "\(value)"
    case .number(let value, _), .change(let value, _): number(value)
    case .boolean(let value): value ? "true" : "false"
    case .date(let value): kept(value)
    case .text(let value): foreignText(value)
    case .list(let values): foreignText(values.joined(separator: ";"))
    case .json(let value): foreignText(value.compact)
    }
  }

  private func number(_ value: Double) -> String {
    let text = machineText(value) ?? ""
    return dialect == .excel ? String(text.map { $0 == "." ? "," : $0 }) : text
  }

  private func foreignText(_ value: String) -> String {
    kept(isCSV ? FormulaGuard.added(to: value) : value)
  }

  /// A text so that it comes back as it is.
  private func kept(_ value: String) -> String {
    isCSV ? quoted(value) : DelimitedWriter.escaped(value)
  }

  private func quoted(_ value: String) -> String {
    let bytes = value.utf8
    let separator = dialect.separator.utf8.first
    let needsQuotes =
      bytes.first == 0x20 || bytes.last == 0x20
      || bytes.contains { $0 == separator || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }
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
