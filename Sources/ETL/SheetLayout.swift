// How figures lie in a sheet: where the names of places stand, which column or row is which indicator.
// Plain values; the declaration is read in SheetLayout+Declaration.swift.

import IndicatorModel

/// How the figures of one sheet, or of a CSV file read by position, are laid out.
///
/// Positions count from 0. Places run down the rows, or across the columns of a transposed sheet.
struct SheetLayout: Sendable, Hashable {
  /// What a column says of its indicator; the first that is there is the cell that is cited.
  enum Part: String, CaseIterable, Sendable, Hashable {
    case value, rank, group
  }

  /// A column, or a row of a transposed sheet, that says something of one indicator.
  struct Figure: Sendable, Hashable {
    /// Where it is.
    let position: Int
    /// Where the names of its places are.
    let place: Int
    let indicator: String
    let part: Part
  }

  /// What a cell of a heading must say, so that figures are not read from a column that moved.
  struct Heading: Sendable, Hashable {
    /// From 0.
    let row: Int
    /// From 0.
    let column: Int
    /// Words that must stand there; others may stand beside them.
    let text: String

    /// The cell, as `D2`.
    var address: String { SheetLayout.letters(column) + String(row + 1) }
  }

  /// Name of the sheet; nil for a file that has none.
  var sheet: String?
  /// Whether places run across the columns.
  var isTransposed = false
  /// The first row, or column, of a place.
  var first: Int
  /// The last one; nil reads to the end and passes over what is empty.
  var last: Int?
  /// In the order of their positions.
  var figures: [Figure]
  /// What must stand above or beside the figures.
  var headings: [Heading] = []
  /// Columns in which an empty cell says what the cell above says.
  var filledDown: [Int] = []
  /// What stands for a place where a row is none, such as MIN or 999.
  var skipped: [String] = []
  /// Texts that mean no value, such as KCDL.
  var missing: [String] = []
  var year: Int
  var source: String
  var geography: String?
  /// The one kind of names by which places are called; nil for every usual one.
  var placeKind: PlaceNameKind?

  /// Everything that decides how the sheet is read, as one text for hashing.
  var declaration: String {
    let figures = figures.map { "\($0.position) \($0.place) \($0.indicator) \($0.part.rawValue)" }
    return [
      sheet ?? "", "\(isTransposed) \(first) \(last.map(String.init) ?? "")",
      figures.joined(separator: ","),
      headings.map { "\($0.address) \($0.text)" }.joined(separator: ","),
      "\(filledDown) \(skipped) \(missing)",
      "\(year) \(source) \(geography ?? "") \(placeKind?.rawValue ?? "")",
    ].joined(separator: "\n")
  }

  /// The cell of a figure or a name: `position` is the figure's, `index` the place's.
  func address(_ position: Int, _ index: Int) -> String {
    let (column, row) = isTransposed ? (index, position) : (position, index)
    return Self.letters(column) + String(row + 1)
  }

  // MARK: - Letters

  /// Letters of a column: A is 0, AA is 26.
  static func letters(_ column: Int) -> String {
    var rest = column + 1
    var letters: [UInt8] = []
    while rest > 0 {
      letters.append(UInt8(ascii: "A") + UInt8((rest - 1) % 26))
      rest = (rest - 1) / 26
    }
    return String(decoding: letters.reversed(), as: UTF8.self)
  }

  /// The column that letters name; nil for anything else.
  static func column(_ letters: some StringProtocol) -> Int? {
    guard (1...3).contains(letters.utf8.count) else { return nil }
    var column = 0
    for byte in letters.utf8 {
      guard (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) else { return nil }
      column = column * 26 + Int(byte - UInt8(ascii: "A")) + 1
    }
    return column - 1
  }

  /// The row and column that a cell such as D2 names; nil for anything else.
  static func cell(_ text: String) -> (row: Int, column: Int)? {
    let letters = text.prefix { $0.isLetter }
    guard let column = column(letters), letters.count < text.count,
      let row = row(text.dropFirst(letters.count))
    else { return nil }
    return (row, column)
  }

  /// The row that a number names; nil for anything else.
  static func row(_ number: some StringProtocol) -> Int? {
    guard number.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
      let row = Int(number), (1...10_000_000).contains(row)
    else { return nil }
    return row - 1
  }
}
