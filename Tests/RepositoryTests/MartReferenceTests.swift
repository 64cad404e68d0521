// The reference of mart in sql/README.md, made from the comments of the views. RECORD_DOCS=1 rewrites it
// and fails that run, so that it is reviewed.

import Foundation
import Testing
import WarehouseSQL

@Suite struct MartReferenceTests {
  private static let path = "sql/README.md"
  private static let begin = "<!-- mart: made from the comments, see RepositoryTests -->"
  private static let end = "<!-- mart: end -->"

  private struct Comment {
    let kind: String
    let name: String
    let text: String
  }

  private static func comments(_ sql: String) -> [Comment] {
    sql.matches(
      of:
        /comment on (view|column|function) mart\.([a-z0-9_.]+)(?:\([^)]*\))?\s+is\s+'((?:[^']|'')*)'/
    ).map {
      Comment(
        kind: String($0.output.1), name: String($0.output.2),
        text: String($0.output.3).replacing("''", with: "'").replacing("|", with: "\\|"))
    }
  }

  /// Names and types between the brackets after `opening`.
  private static func fields(_ sql: String, after opening: String) throws -> [String] {
    let start = try #require(sql.range(of: opening), "no '\(opening)'").upperBound
    let end = try #require(sql[start...].firstIndex(of: ")"))
    return sql[start..<end].split(separator: ",").map { field in
      field.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
  }

  private static func section(_ view: SQLFile) throws -> [String] {
    let comments = comments(view.text)
    var lines: [String] = []
    for head in comments where head.kind != "column" {
      if head.kind == "function" {
        let parameters = try fields(view.text, after: "create function mart.\(head.name)(")
        let answer =
          if let scalar = view.text.firstMatch(of: /\) returns (setof mart\.\w+|\w+)\nlanguage/) {
            "Returns: `\(scalar.output.1)`."
          } else {
            "Columns: "
              + (try fields(view.text, after: "returns table (")).map { "`\($0)`" }
              .joined(separator: ", ") + "."
          }
        lines += [
          "### mart.\(head.name)(…)", "", head.text.capitalisedFirst + ".", "",
          "Parameters: " + parameters.map { "`\($0)`" }.joined(separator: ", ") + ".", "",
          answer, "",
        ]
      } else {
        lines += ["### mart.\(head.name)", "", head.text.capitalisedFirst + ".", ""]
        lines += ["| column | what it holds |", "| --- | --- |"]
        for column in comments where column.kind == "column" {
          let parts = column.name.split(separator: ".")
          #expect(parts.count == 2)
          if parts[0] == head.name { lines.append("| `\(parts[1])` | \(column.text) |") }
        }
        lines.append("")
      }
    }
    return lines
  }

  @Test func theReferenceOfMartIsThatOfTheComments() throws {
    var made: [String] = []
    for view in SQLCatalog.views.sorted(by: { $0.name < $1.name }) {
      let section = try Self.section(view)
      #expect(!section.isEmpty, "\(view.name) has no comment")
      made += section
    }
    let text = try Repository.text(of: Self.path)
    let parts = text.components(separatedBy: Self.begin)
    let rest = try #require(parts.last).components(separatedBy: Self.end)
    try #require(parts.count == 2 && rest.count == 2, "the marks of the reference are gone")
    let wanted =
      parts[0] + Self.begin + "\n\n" + made.joined(separator: "\n") + Self.end + rest[1]
    if Repository.isRecording, wanted != text {
      try wanted.write(
        toFile: Repository.root + "/" + Self.path, atomically: true, encoding: .utf8)
      Issue.record("\(Self.path) was rewritten: read it before it is committed")
    }
    #expect(text == wanted, "run again with RECORD_DOCS=1")
  }

  @Test func everyColumnOfAViewIsDescribed() throws {
    for view in SQLCatalog.views where view.text.contains("create view") {
      let described = Self.comments(view.text).filter { $0.kind == "column" }
      #expect(!described.isEmpty, "\(view.name)")
      #expect(described.allSatisfy { $0.text.count > 2 })
    }
  }
}

extension String {
  fileprivate var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
