// What persons decided about statements that were read from a plan. Decisions are data: a table beside the
// job, with the words that they expect, so that they stop applying when the document says otherwise.

import IndicatorModel
import PlanReading

/// A decision about one statement.
public struct Decision: Sendable, Hashable {
  /// What was decided.
  public enum Verdict: String, CaseIterable, Sendable, Hashable {
    /// It is as it was read.
    case accept
    /// It is otherwise: the fields of the decision hold.
    case correct
    /// It says nothing of the kind.
    case reject
  }

  /// Columns of a table of decisions.
  public static let columns =
    ["file", "key", "line", "quote", "decision"] + statementColumns
    + ["reason", "decided_on", "decided_by"]
  /// Columns that say what the statement says.
  public static let statementColumns = [
    "kind", "area", "indicator", "subject", "level", "scope", "comparator", "value", "value_high",
    "unit", "measure", "baseline_year", "period_start", "period_end", "group",
  ]

  /// Path of the document as the job declares it.
  public var file: String
  /// What stays the same of the statement when it is read again.
  public var key: String
  /// The words that were read.
  public var quote: String
  /// What was decided.
  public var verdict: Verdict
  /// Every field of the table by its column, as text; none where it is empty.
  public var fields: [String: String]

  /// What decides how the document is read, as text for hashing.
  var declaration: String {
    Self.columns.dropFirst().map { fields[$0] ?? "" }.joined(separator: "\t")
  }

  /// Makes a decision of the fields of a table, or nil where nothing is decided.
  ///
  /// - Parameter fields: the fields by column.
  public init?(fields: [String: String]) {
    guard let verdict = fields["decision"].flatMap(Verdict.init), let file = fields["file"],
      let key = fields["key"], let quote = fields["quote"]
    else { return nil }
    self.file = file
    self.key = key
    self.quote = quote
    self.verdict = verdict
    self.fields = fields
  }
}

extension Decision {
  /// Reads a table of decisions; rows in which nothing is decided are passed over.
  ///
  /// - Parameters:
  ///   - path: where the table is.
  ///   - file: its path for diagnostics.
  /// - Returns: the decisions with their lines, and what is wrong with the table.
  public static func read(
    path: String, file: String
  ) -> (decisions: [(line: Int, decision: Decision)], diagnostics: [Diagnostic]) {
    var decisions: [(line: Int, decision: Decision)] = []
    var diagnostics: [Diagnostic] = []
    var lines: [[String]: Int] = [:]
    do {
      var table = try TableReader(path: path, file: file, required: columns, optional: [])
      while var row = try table.next() {
        guard row.text("decision") != nil else { continue }
        row.removeFormulaGuards()
        var fields: [String: String] = [:]
        for column in columns { fields[column] = row.text(column) }
        check(&row, fields)
        let said = [row.text("file") ?? "", row.text("key") ?? ""]
        if let first = lines.updateValue(row.line, forKey: said) {
          row.reject(.duplicateRow, [said.joined(separator: " "), String(first)], "key")
        }
        diagnostics += row.diagnostics
        if row.diagnostics.isEmpty, let decision = Decision(fields: fields) {
          decisions.append((row.line, decision))
        }
      }
    } catch {
      diagnostics.append(error)
    }
    return (decisions, diagnostics)
  }

  /// What is wrong with the fields of a row taken together, each right by itself.
  ///
  /// - Parameter fields: the fields by column.
  /// - Returns: reasons, what they name, and the column to change; none where the row may stand.
  public static func contradictions(
    in fields: [String: String]
  ) -> [(reason: DiagnosticReason, arguments: [String], column: String)] {
    guard fields["decision"] != Verdict.reject.rawValue else { return [] }
    var found: [(reason: DiagnosticReason, arguments: [String], column: String)] = []
    if let start = fields["period_start"], let end = fields["period_end"],
      let first = Int(start), let last = Int(end), first > last
    {
      found.append((.datesReversed, [start, end], "period_end"))
    }
    let isRange = fields["comparator"] == Comparator.between.rawValue
    if isRange != (fields["value_high"] != nil) {
      found.append((.betweenNeedsTwo, [], "value_high"))
    }
    if fields["kind"] == StatementKind.target.rawValue, fields["value"] == nil,
      fields["group"] == nil
    {
      found.append((.nothingSaid, [], "value"))
    }
    return found
  }

  private static func check(_ row: inout TableRow, _ fields: [String: String]) {
    for column in ["file", "key", "quote"] { _ = row.required(column) }
    let verdict = row.word("decision", of: Verdict.allCases.map(\.rawValue))
    _ = row.word("kind", of: StatementKind.allCases.map(\.rawValue))
    _ = row.word("area", of: Area.allCases.map(\.rawValue))
    _ = row.word("level", of: Level.words)
    _ = row.word("comparator", of: Comparator.allCases.map(\.rawValue))
    _ = row.word("unit", of: Unit.allCases.map(\.rawValue))
    _ = row.word("measure", of: Measure.allCases.map(\.rawValue))
    for column in ["value", "value_high"] { _ = row.number(column) }
    for column in ["period_start", "period_end", "baseline_year"] { _ = row.year(column) }
    _ = row.date("decided_on")
    guard verdict != Verdict.reject.rawValue else { return }
    for column in ["kind", "area", "subject"] { _ = row.required(column) }
    for fault in contradictions(in: fields) {
      row.reject(fault.reason, fault.arguments, fault.column)
    }
  }

  /// Puts decisions to the files of a job.
  ///
  /// - Parameters:
  ///   - job: the job, whose files take them.
  ///   - path: where the table is.
  ///   - file: its path for diagnostics.
  /// - Returns: what is wrong with the table.
  static func read(into job: inout Job, path: String, file: String) -> [Diagnostic] {
    var (decisions, diagnostics) = read(path: path, file: file)
    var positions: [String: Int] = [:]
    for (index, file) in job.files.enumerated() { positions[file.path] = index }
    for (line, decision) in decisions {
      if let index = positions[decision.file] {
        job.files[index].decisions.append(decision)
      } else if !job.patterns.contains(where: { FilePattern($0.path).matches(decision.file) }) {
        let nearest = Nearest.words(to: decision.file, among: job.files.map(\.path))
        diagnostics.append(
          Diagnostic(
            .notAllowed, ["file", decision.file, nearest.listed], file: file, line: line,
            field: "file"))
      }
    }
    return diagnostics
  }
}
