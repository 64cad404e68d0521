// Diagnostics as text, one line each, and the fixtures they are about.

import FoundationEssentials
import Testing

@testable import ETL

/// `file:line: reason field: arguments`, so that a test shows at a glance what a reader is told.
func text(_ diagnostics: [Diagnostic]) -> String {
  diagnostics.sorted().map { diagnostic in
    let line = diagnostic.line.map { ":\($0)" } ?? ""
    let field = diagnostic.field.map { " \($0)" } ?? ""
    let arguments =
      diagnostic.arguments.isEmpty ? "" : ": " + diagnostic.arguments.joined(separator: " | ")
    return "\(diagnostic.file)\(line) \(diagnostic.reason.rawValue)\(field)\(arguments)"
  }.joined(separator: "\n")
}

/// Folders that tests read.
enum Fixture {
  /// The folder of the tests' own files.
  static let folder = "\(tests)/Fixtures"
  /// The folder etl/ of this project.
  static let project = "\(tests)/../../etl"

  private static let tests = #filePath.split(separator: "/").dropLast().reduce("") { "\($0)/\($1)" }

  static func path(_ file: String) -> String { "\(folder)/\(file)" }

  static func text(_ file: String) throws -> String {
    try String(contentsOfFile: path(file), encoding: .utf8)
  }
}
