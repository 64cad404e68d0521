// The diagnostics of one file: all are counted, the first thousand of each reason are kept. Warnings stand
// beside them and refuse nothing.

import RowRendering

extension [String] {
  /// The words parted by commas; a dash where nothing is near.
  var listed: String { isEmpty ? "–" : joined(separator: ", ") }
}

/// A number as a diagnostic shows it: the shortest that reads back; a dash for none.
func plainText(_ value: Double?) -> String {
  value.flatMap(machineText) ?? "–"
}

/// What is wrong with one file, bounded in memory.
struct DiagnosticLog {
  /// How many of one reason are kept.
  static let kept = 1_000

  private(set) var entries: [Diagnostic] = []
  private(set) var count = 0
  /// What a person should look at, though the file is loaded; at most `kept`.
  private(set) var warnings: [Diagnostic] = []
  private var counts: [DiagnosticReason: Int] = [:]

  var isEmpty: Bool { count == 0 }

  mutating func append(_ diagnostic: Diagnostic) {
    count += 1
    counts[diagnostic.reason, default: 0] += 1
    if counts[diagnostic.reason, default: 0] <= Self.kept { entries.append(diagnostic) }
  }

  mutating func append(contentsOf diagnostics: [Diagnostic]) {
    for diagnostic in diagnostics { append(diagnostic) }
  }

  /// Adds what is wrong with the second half of a file, whose lines are counted from 1.
  mutating func append(_ second: DiagnosticLog, after lines: Int) {
    for var entry in second.entries {
      entry.line = entry.line.map { $0 + lines }
      append(entry)
    }
    // Those that were not kept are counted all the same.
    count += second.count - second.entries.count
  }

  mutating func warn(_ diagnostic: Diagnostic) {
    if warnings.count < Self.kept { warnings.append(diagnostic) }
  }

  /// The kept ones as a JSON array for the log of loads.
  var json: String {
    JSONValue.array(
      entries.map { entry in
        .object([
          ("line", JSONValue(entry.line)), ("field", JSONValue(entry.field)),
          ("reason", .string(entry.reason.rawValue)),
          ("arguments", .array(entry.arguments.map(JSONValue.string))),
        ])
      }
    ).compact
  }
}
