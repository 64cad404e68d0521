// The appendix of the 2024 plan of Hà Tĩnh against a third of its rows, written by hand: every third
// row, from the first. The document is not in the repository.

import Foundation
import IndicatorModel
import PlanReading
import Testing

/// The plan documents, which are not in the repository: ../shared, or where CHISO_SHARED says.
private enum Corpus {
  static let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent().path

  static let file =
    (ProcessInfo.processInfo.environment["CHISO_SHARED"] ?? tests + "/../../../shared")
    + "/corpus/004_81dc5ac12a8b2fdd.txt"

  static var isHere: Bool { FileManager.default.fileExists(atPath: file) }
}

@Suite(
  .enabled(
    if: Corpus.isHere, "skipped: the plan documents are not here (../shared/corpus, CHISO_SHARED)"))
struct TaskScoreTests {
  @Test func appendixOfHaTinhIsReadRowByRow() throws {
    let text = PlanText(try String(contentsOfFile: Corpus.file, encoding: .utf8))
    let tables = TableFinder.tables(in: text)
    let tasks = TaskReader.tasks(in: text, tables: tables, year: 2024)
    #expect(tables.count == 1)
    #expect(tasks.count == 75)

    let gold = try rows(Corpus.tests + "/Gold/tasks-ha-tinh-2024.csv")
    try #require(gold.count == 25)
    var leads = 0
    var dues = 0
    for row in gold {
      let task = tasks.first { "\($0.lineFrom)" == row["line_from"] }
      #expect(task?.item == row["item"], "line \(row["line_from"] ?? "")")
      #expect(task?.activity?.hasPrefix(row["opening"] ?? "-") ?? false)
      if isSaid(row["lead"], by: task?.lead) { leads += 1 } else { tell(row, task?.lead) }
      let isDue =
        isSaid(row["due"], by: task?.due) && day(row["due_from"]) == task?.dueFrom
        && day(row["due_to"]) == task?.dueTo
      if isDue { dues += 1 } else { tell(row, task?.due) }
    }
    print("tasks of Hà Tĩnh 2024: \(tasks.count) of 75 rows, lead \(leads)/25, due \(dues)/25")
    #expect(leads >= 24 && dues >= 24)
  }

  private func tell(_ row: [String: String], _ said: String?) {
    print("line \(row["line_from"] ?? ""): \(said ?? "nothing")")
  }

  /// A gold text may leave out its middle: "Sở Nội vụ … tỉnh".
  private func isSaid(_ gold: String?, by text: String?) -> Bool {
    guard let gold, let text else { return false }
    let ends = gold.components(separatedBy: " … ")
    return ends.count == 1 ? gold == text : text.hasPrefix(ends[0]) && text.hasSuffix(ends[1])
  }

  private func day(_ text: String?) -> CalendarDate? { text.flatMap { CalendarDate(iso: $0) } }

  /// Rows of a CSV file whose quoted cells hold commas only.
  private func rows(_ path: String) throws -> [[String: String]] {
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
    let names = cells(lines[0])
    return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(names, cells($0))) }
  }

  private func cells(_ line: Substring) -> [String] {
    var cells = [""]
    var isQuoted = false
    for character in line {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: cells.append("")
      default: cells[cells.count - 1].append(character)
      }
    }
    return cells
  }
}
