// What a command answers, whatever its form: tables, and what has to be known about them.

import IndicatorModel
import RowRendering
import Warehouse

/// A table of an answer.
struct AnswerTable {
  /// Name of the table for machines, such as that of its file in a data package.
  var key = "data"
  /// Name of the table for people; nil where it is the only one.
  var heading: String?
  let columns: [Column]
  /// Columns whose repeated values people need not read again.
  var blankRepeats: [Int] = []
}

/// A table with its rows, where they are few.
struct FilledTable {
  let table: AnswerTable
  let rows: [[Field]]
}

/// What has to be known about an answer once it leaves the terminal: who says so, what was asked, what
/// would else stand beside it on stderr.
struct AnswerContext {
  let sources: [SourceRow]
  let remarks: [String]
  let askedAt: Moment

  /// The command as it was typed, but for what may hold a password.
  static var question: String {
    var words: [String] = []
    var isSecret = false
    for word in CommandLine.arguments.dropFirst() {
      defer { isSecret = word == "--db" }
      if word == "--db" || word.hasPrefix("--db=") || isSecret { continue }
      let isPlain = word.utf8.allSatisfy { $0 != 0x20 && $0 != 0x27 && $0 != 0x22 && $0 != 0x2A }
      words.append(isPlain && !word.isEmpty ? word : "\"\(word)\"")
    }
    return (["chiso"] + words).joined(separator: " ")
  }

  /// The verb that was asked.
  static var verb: String { CommandLine.arguments.dropFirst().first ?? "chiso" }
}

/// Writes an answer: table after table, each row by row.
protocol AnswerWriter: AnyObject {
  func begin(_ table: AnswerTable) throws
  func row(_ fields: [Field]) throws
  /// Ends the answer; returns what had to be left out, in words.
  func end(_ context: () throws -> AnswerContext) throws -> [String]
}

/// Ids of the sources that rows name, as the rows go by.
struct NamedSources {
  /// Rows name the same few again and again.
  private var texts: Set<String> = []
  private var positions: [Int] = []

  /// The ids, in order.
  var ids: [String] {
    // The mean of figures of several sources names them all.
    Set(texts.flatMap { $0.split(separator: "+").map(String.init) }).sorted()
  }

  mutating func begin(_ columns: [Column]) {
    positions = columns.indices.filter {
      columns[$0].key == "source" || columns[$0].key.hasSuffix("_source")
    }
  }

  mutating func add(_ fields: [Field]) {
    for position in positions where position < fields.count {
      if case .text(let text) = fields[position].machine { texts.insert(text) }
    }
  }
}
