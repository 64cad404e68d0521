// Reads a CSV table column by column name: which columns there must be, what each field is. Whatever is
// wrong becomes a diagnostic with its line and column; reading goes on.

import Documents
import IndicatorModel
import RowRendering

/// Half of a file that is read by two threads.
enum FileHalf: Sendable {
  /// What comes before its middle.
  case first(until: Int)
  /// What comes after; lines are counted from 1.
  case second(from: Int)
}

/// A CSV table whose columns are known by name.
struct TableReader: ~Copyable {
  /// Path for diagnostics.
  let file: String
  /// The fields of the row, as bytes.
  var cells: DelimitedScanner
  /// Names of the columns, in the order of the file.
  let columns: [String]
  private let positions: [String: Int]

  /// Line of the row, from 1.
  var line: Int { cells.line }

  /// Opens a table and checks its header.
  ///
  /// - Parameters:
  ///   - path: where the bytes are.
  ///   - file: path for diagnostics.
  ///   - required: columns that must be there.
  ///   - optional: columns that may be there; nil lets any column be.
  /// - Throws: `Diagnostic`, the first thing that is wrong with the file or its header.
  init(
    path: String, file: String, required: [String], optional: [String]?
  ) throws(Diagnostic) {
    var cells = try Self.open(path: path, file: file)
    let columns = try Self.header(&cells, path: path, file: file)
    var positions: [String: Int] = [:]
    for (position, name) in columns.enumerated() {
      guard positions.updateValue(position, forKey: name) == nil else {
        throw Diagnostic(.duplicateColumn, [name], file: file, line: 1, field: name)
      }
      if let optional, !required.contains(name), !optional.contains(name) {
        let nearest = Nearest.words(to: name, among: required + optional, limit: 1).first
        throw Diagnostic(
          .unknownColumn, [name, nearest ?? (required + optional).joined(separator: ", ")],
          file: file, line: 1, field: name)
      }
    }
    for name in required where positions[name] == nil {
      throw Diagnostic(.missingColumn, [name], file: file, line: 1)
    }
    self.file = file
    self.cells = cells
    self.columns = columns
    self.positions = positions
  }

  private static func open(
    path: String, file: String
  ) throws(Diagnostic) -> DelimitedScanner {
    do {
      return try DelimitedScanner(path: path, separator: file.hasSuffix(".tsv") ? "\t" : ",")
    } catch {
      throw Diagnostic(error, file: file)
    }
  }

  private static func header(
    _ cells: inout DelimitedScanner, path: String, file: String
  ) throws(Diagnostic) -> [String] {
    do throws(DocumentError) {
      let columns = try cells.next() ? try cells.texts() : [""]
      guard columns != [""] else { throw .empty(path: path) }
      guard columns.count <= FigureReader.mostColumns else {
        throw .tooManyColumns(path: path, line: 1, limit: FigureReader.mostColumns)
      }
      return columns
    } catch {
      throw Diagnostic(error, file: file)
    }
  }

  /// Reads only one half of the table.
  ///
  /// - Parameter half: which.
  /// - Throws: `Diagnostic`.
  mutating func limit(to half: FileHalf) throws(Diagnostic) {
    do {
      switch half {
      case .first(let middle): cells.end(at: middle)
      case .second(let middle): try cells.begin(at: middle)
      }
    } catch {
      throw Diagnostic(error, file: file)
    }
  }

  /// Reads the next row.
  ///
  /// - Returns: the row, or nil at the end.
  /// - Throws: `Diagnostic`; after it the table cannot be read on.
  mutating func next() throws(Diagnostic) -> TableRow? {
    try advance() ? try row() : nil
  }

  /// Goes to the next row; empty lines are passed over.
  ///
  /// - Returns: whether there is one.
  /// - Throws: `Diagnostic`; after it the table cannot be read on.
  mutating func advance() throws(Diagnostic) -> Bool {
    do throws(DocumentError) {
      while try cells.next() {
        let count = cells.fieldCount
        if count == columns.count { return true }
        guard count == 1, cells.isEmpty(0) else {
          throw DocumentError.wrongFieldCount(
            path: file, line: line, found: count, expected: columns.count)
        }
      }
      return false
    } catch {
      throw Diagnostic(error, file: file)
    }
  }

  /// The row as texts.
  ///
  /// - Returns: the row.
  /// - Throws: `Diagnostic` where it is no UTF-8.
  func row() throws(Diagnostic) -> TableRow {
    do {
      return TableRow(
        file: file, line: line, fields: try cells.texts(), positions: positions)
    } catch {
      throw Diagnostic(error, file: file)
    }
  }
}

/// A row of a table; fields are asked by column, and what is wrong with them is collected.
struct TableRow {
  let file: String
  let line: Int
  private(set) var fields: [String]
  let positions: [String: Int]
  private(set) var diagnostics: [Diagnostic] = []

  init(file: String, line: Int, fields: [String], positions: [String: Int]) {
    self.file = file
    self.line = line
    self.fields = fields
    self.positions = positions
  }

  /// Notes what is wrong with a field.
  mutating func reject(_ reason: DiagnosticReason, _ arguments: [String], _ column: String?) {
    diagnostics.append(Diagnostic(reason, arguments, file: file, line: line, field: column))
  }

  /// Takes from a table that was written for spreadsheets what kept its texts from being formulas.
  mutating func removeFormulaGuards() { fields = fields.map(FormulaGuard.removed) }

  /// Text of a field without spaces around it; nil where it is empty or the column is missing.
  func text(_ column: String) -> String? {
    guard let position = positions[column] else { return nil }
    let text = fields[position].trimmed
    return text.isEmpty ? nil : text
  }

  /// Text of a field that must not be empty.
  mutating func required(_ column: String) -> String? {
    guard let text = text(column) else {
      reject(.valueMissing, [column], column)
      return nil
    }
    return text
  }

  mutating func integer(_ column: String) -> Int? {
    guard let text = text(column) else { return nil }
    guard let value = Int32(text) else {
      reject(.notAnInteger, [text], column)
      return nil
    }
    return Int(value)
  }

  mutating func number(_ column: String, mark: Character = ".") -> Double? {
    guard let text = text(column) else { return nil }
    do {
      return try FigureText.parse(text, mark: mark)
    } catch {
      reject(.notANumber, [text, String(mark)], column)
      return nil
    }
  }

  mutating func date(_ column: String) -> CalendarDate? {
    guard let text = text(column) else { return nil }
    guard let date = CalendarDate(iso: text) else {
      reject(.notADate, [text], column)
      return nil
    }
    return date
  }

  mutating func boolean(_ column: String) -> Bool? {
    guard let text = text(column) else { return nil }
    guard text == "true" || text == "false" else {
      reject(.notABoolean, [text], column)
      return nil
    }
    return text == "true"
  }

  mutating func year(_ column: String) -> Int? {
    guard let text = text(column) else { return nil }
    guard let year = Int(text), (1900...2199).contains(year) else {
      reject(.notAYear, [text], column)
      return nil
    }
    return year
  }

  mutating func word(_ column: String, of allowed: [String]) -> String? {
    guard let text = text(column) else { return nil }
    guard allowed.contains(text) else {
      reject(.notAllowed, [column, text, allowed.joined(separator: ", ")], column)
      return nil
    }
    return text
  }
}

extension Level {
  /// The levels that a table may name; none is an empty field.
  static let words = allCases.map(\.rawValue).filter { !$0.isEmpty }
}

extension String {
  /// The text without white space at its ends, no-break spaces included.
  var trimmed: String {
    let space: (Character) -> Bool = { $0.isWhitespace || $0 == "\u{A0}" }
    guard let first = first, let last = last, space(first) || space(last) else { return self }
    var text = self[...]
    while let first = text.first, space(first) { text.removeFirst() }
    while let last = text.last, space(last) { text.removeLast() }
    return String(text)
  }
}
