// Rows as JSON objects: one array with an object a line, or an object a line (ndjson). Keys stand
// in the order of the columns.

struct JSONRowWriter: RowWriter {
  /// Each key with its quotes, colon and the comma before it.
  private let keys: [String]
  private let isArray: Bool
  private var isFirst = true

  init(columns: [Column], isArray: Bool) {
    self.isArray = isArray
    keys = columns.enumerated().map { index, column in
      var text = index > 0 ? "," : ""
      JSONValue.writeString(column.key, to: &text)
      return text + ":"
    }
  }

  mutating func begin(_ sink: TextSink) throws {
    if isArray { try sink("[") }
  }

  mutating func row(_ cells: [Cell], _ sink: TextSink) throws {
    var line = ""
    if isArray { line += isFirst ? "\n  " : ",\n  " }
    isFirst = false
    line += "{"
    for (key, cell) in zip(keys, cells) {
      line += key
      JSONRowWriter.write(cell, to: &line)
    }
    line += isArray ? "}" : "}\n"
    try sink(line)
  }

  mutating func end(_ sink: TextSink) throws {
    guard isArray else { return }
    try sink(isFirst ? "]\n" : "\n]\n")
  }

  private static func write(_ cell: Cell, to line: inout String) {
    switch cell {
    case .missing: line += "null"
    case .text(let value), .date(let value): JSONValue.writeString(value, to: &line)
    case .integer(let value): line += "\(value)"
    case .number(let value, _), .change(let value, _): line += machineText(value) ?? "null"
    case .boolean(let value): line += value ? "true" : "false"
    case .list(let values):
      JSONValue.array(values.map(JSONValue.string)).write(to: &line, indent: nil)
    case .json(let value): value.write(to: &line, indent: nil)
    }
  }
}
