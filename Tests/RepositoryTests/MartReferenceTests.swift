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

  /// What stands before the statement: grain, rules, parameters, then an example.
  private static func head(_ sql: String) -> (text: [String], example: [String]) {
    let lines = sql.split(separator: "\n", omittingEmptySubsequences: false)
      .prefix { $0.hasPrefix("--") }.map { String($0.dropFirst(2)) }
    let parts = lines.split(separator: " Example:", maxSplits: 1)
    return (Array(parts[0]), parts.count == 2 ? parts[1].map { String($0.dropFirst(3)) } : [])
  }

  /// The text as Markdown: sentences as they stand, lists of parameters as code.
  private static func markdown(_ head: [String]) -> [String] {
    var lines: [String] = []
    var isInList = false
    for line in head {
      let isList = line.hasPrefix("   ")
      if isList != isInList { lines += isList ? ["", "```text"] : ["```", ""] }
      isInList = isList
      lines.append(String(line.drop { $0 == " " && !isList }).droppingPrefix("   "))
    }
    return lines + (isInList ? ["```"] : [])
  }

  /// Columns that a function returns, with their types and what stands behind them.
  private static func columns(_ sql: String) throws -> [(name: String, type: String, text: String?)]
  {
    let start = try #require(sql.range(of: "returns table (\n")).upperBound
    let end = try #require(sql[start...].range(of: "\n)")).lowerBound
    return sql[start..<end].split(separator: "\n").map { line in
      let parts = line.split(separator: "--", maxSplits: 1)
      let words = parts[0].split { $0 == " " || $0 == "," }
      return (
        String(words[0]), words.dropFirst().joined(separator: " "),
        parts.count == 2 ? String(parts[1].drop { $0 == " " }) : nil
      )
    }
  }

  /// What columns hold that a function does not tell itself: what they hold where they come from.
  private static func inherited(by function: String) throws -> [String: String] {
    let aboutPlans = ["target", "plan", "target_vintage"]
    let aboutFigures = ["observation", "series", "observation_vintage", "indicator", "place"]
    let isAboutPlans = function.hasPrefix("target") || function == "progress"
    var texts: [String: String] = [:]
    for name in (isAboutPlans ? aboutPlans + aboutFigures : aboutFigures + aboutPlans) {
      let view = try #require(SQLCatalog.views.first { $0.name == name })
      for comment in comments(view.text) where comment.kind == "column" {
        let column = String(comment.name.split(separator: ".")[1])
        texts[column] = texts[column] ?? comment.text
      }
    }
    for view in SQLCatalog.views where view.text.contains("returns table (") {
      for column in try columns(view.text) {
        texts[column.name] = texts[column.name] ?? column.text
      }
    }
    return texts
  }

  private static func section(_ view: SQLFile) throws -> [String] {
    let comments = comments(view.text)
    let head = head(view.text)
    let isFunction = view.text.contains("create function")
    let isTable = view.text.contains("returns table (")
    var lines = ["### mart.\(view.name)\(isFunction ? "(…)" : "")", ""]
    lines += markdown(head.text) + [""]
    let comment = comments.first { $0.kind != "column" }?.text ?? ""
    if let source = comment.split(separator: "; source: ").dropFirst().first {
      lines += ["From: \(source).", ""]
    }
    if isTable {
      let inherited = try inherited(by: view.name)
      lines += ["| column | type | what it holds |", "| --- | --- | --- |"]
      for column in try columns(view.text) {
        let text = try #require(
          column.text ?? inherited[column.name], "\(view.name).\(column.name) is not described")
        lines.append("| `\(column.name)` | \(column.type) | \(text) |")
      }
      lines.append("")
    } else if let answer = view.text.firstMatch(of: /returns (setof mart\.\w+|\w+)\s+language/) {
      lines += ["Returns: `\(answer.output.1)`.", ""]
    } else {
      lines += ["| column | what it holds |", "| --- | --- |"]
      for column in comments where column.kind == "column" {
        lines.append("| `\(column.name.split(separator: ".")[1])` | \(column.text) |")
      }
      lines.append("")
    }
    #expect(!head.example.isEmpty, "\(view.name) has no example")
    return lines + ["```sql"] + head.example + ["```", ""]
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

  /// What a row is, in the head of each view and of each function that returns rows.
  @Test func everyGrainIsTold() {
    for view in SQLCatalog.views
    where view.text.contains("create view") || view.text.contains("returns table") {
      let head = Self.head(view.text).text.joined(separator: " ").lowercased()
      #expect(head.contains(/one row|row each/), "\(view.name)")
    }
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
  fileprivate func droppingPrefix(_ prefix: String) -> String {
    hasPrefix(prefix) ? String(dropFirst(prefix.count)) : self
  }
}
