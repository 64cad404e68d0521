import Foundation
import Testing

/// What sql/README.md shows can be asked by anybody who may read: each of its statements is run with the
/// role chiso_reader, and those of the first questions say what the commands say.
@Suite struct MartExampleTests {
  /// The statements of a part of the document.
  private static func statements(_ part: Int) throws -> [String] {
    let text = try String(contentsOfFile: Chiso.project + "/sql/README.md", encoding: .utf8)
    let mart = try #require(text.components(separatedBy: "\n## mart\n").last)
    let parts = mart.components(separatedBy: "<!-- mart: made from the comments")
    try #require(parts.count == 2)
    return parts[part].matches(of: /```sql\n((?:.|\n)*?)```/).map {
      String($0.output.1).replacing("\n", with: " ")
    }
  }

  private static func ask(_ statement: String) async throws -> [String] {
    let run = try await Chiso.loaded.run("psql -- -XAt -F, -c \"\(statement)\"")
    #expect(run.status == 0, "\(statement)\n\(run.error)")
    return run.output.split(separator: "\n").map(String.init)
  }

  @Test func everyExampleIsAnswered() async throws {
    let statements = try Self.statements(1)
    #expect(statements.count > 40)
    for statement in statements {
      #expect(try await !Self.ask(statement).isEmpty, "\(statement)")
    }
  }

  /// Columns of a csv of the program, by name.
  private static func rows(_ line: String, _ columns: [String]) async throws -> [String] {
    let run = try await Chiso.loaded.run(line + " --format csv")
    let lines = run.output.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let positions = try columns.map { try #require(lines.first?.firstIndex(of: $0)) }
    return lines.dropFirst().map { row in positions.map { row[$0] }.joined(separator: ",") }
  }

  @Test func theFirstQuestionsAreAnsweredAsByTheCommands() async throws {
    let statements = try Self.statements(0)
    try #require(statements.count == 3)
    let columns = ["place", "indicator", "period", "value", "rank", "rank_of"]
    #expect(
      try await Self.ask(statements[0])
        == Self.rows("compare --place \"Lạng Sơn,Hà Tĩnh\"", columns))
    #expect(
      try await Self.ask(statements[1])
        == Self.rows("trend --place lang-son --indicator pci --years 2020..2022", columns))
    // As README.md shows it, which a test runs too.
    #expect(
      try await Self.ask(statements[2]) == ["dti,4,18", "par,18,19", "pci,13,16", "sipas,12,13"])
  }
}
