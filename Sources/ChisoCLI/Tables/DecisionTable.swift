// Decisions about statements of plans as rows of their table: what a person fills in, and what stands beside
// the job.

import ETL
import RowRendering
import Warehouse

/// Rows of decisions.
enum DecisionTable {
  static let columns = Decision.columns.map { Column(key: $0, heading: $0) }

  /// Fields of a row in which a statement of a document stands as it holds, by column.
  static func fields(of row: PlanStatement, file: String) -> [String: String] {
    var fields: [String: String] = [
      "file": file, "kind": row.kind, "area": row.area, "subject": row.subject,
      "measure": row.measure,
    ]
    fields["key"] = row.key
    fields["line"] = row.lineFrom.map(String.init)
    fields["quote"] = row.quote
    fields["decision"] = row.decision
    fields["indicator"] = row.indicator
    fields["level"] = row.level.isEmpty ? nil : row.level
    fields["scope"] = row.scope.isEmpty ? nil : row.scope
    fields["comparator"] = row.comparator
    fields["value"] = row.value.flatMap(machineText)
    fields["value_high"] = row.valueHigh.flatMap(machineText)
    fields["unit"] = row.unit
    fields["baseline_year"] = row.baselineYear.map(String.init)
    fields["period_start"] = row.periodStart.map(String.init)
    fields["period_end"] = row.periodEnd.map(String.init)
    fields["group"] = row.group
    fields["reason"] = row.decision == nil ? nil : row.note
    return fields
  }

  /// Whether the fields of a decision say what the statement says.
  static func isAsRead(_ decision: Decision, _ statement: PlanStatement, file: String) -> Bool {
    let said = fields(of: statement, file: file)
    func isSame(_ one: String?, _ two: String?) -> Bool {
      if let one = one.flatMap(Double.init), let two = two.flatMap(Double.init) {
        return one == two
      }
      return one == two
    }
    return Decision.statementColumns.allSatisfy { isSame(decision.fields[$0], said[$0]) }
  }

  /// Writes rows to a file, which appears as a whole.
  static func write(_ rows: [[String: String]], to path: String) throws {
    let stream = try OutputStream(file: path)
    var renderer = Renderer(columns: columns, format: .csv, options: RenderOptions()) { text in
      try stream.write(text)
    }
    try renderer.begin()
    for row in rows { try renderer.row(Decision.columns.map { .text(row[$0]) }) }
    try renderer.end()
    try stream.finish()
  }

  /// Writes decisions, and those that a job has, to the table of the job.
  static func write(
    _ decisions: [Decision], joining known: [Decision], to path: String
  ) throws {
    try write(joined(known, decisions).map(\.fields), to: path)
  }

  /// Adds decisions to those of a job; a later one about the same statement replaces the earlier.
  ///
  /// - Parameters:
  ///   - known: those that stand beside the job.
  ///   - decisions: the new ones.
  /// - Returns: all, in the order in which the statements were first decided about.
  static func joined(_ known: [Decision], _ decisions: [Decision]) -> [Decision] {
    var joined = known
    var places: [[String]: Int] = [:]
    for (index, decision) in known.enumerated() { places[[decision.file, decision.key]] = index }
    for decision in decisions {
      if let place = places[[decision.file, decision.key]] {
        joined[place] = decision
      } else {
        places[[decision.file, decision.key]] = joined.count
        joined.append(decision)
      }
    }
    return joined
  }
}
