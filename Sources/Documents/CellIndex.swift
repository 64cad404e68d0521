// Where the cells of a workbook are and which are text, from Gnumeric's own XML: ssconvert's CSV leaves out
// the empty rows and columns before the first cell, and prints a number and a text alike.

/// The cells of one sheet, as far as a reader of its CSV must know them.
struct CellIndex: Sendable, Hashable {
  /// The first row and the first column that hold anything; nil in an empty sheet.
  private(set) var origin: Cell?
  /// Cells that hold text.
  private(set) var texts: Set<Cell> = []

  /// A cell, counted from 0.
  struct Cell: Sendable, Hashable {
    let row: Int
    let column: Int
  }

  /// Reads the cells of all sheets, in their order.
  ///
  /// - Parameters:
  ///   - path: the XML of a workbook; every cell begins a line of its own, and what cells hold
  ///     cannot look like one, as `<` stands as `&lt;` in it.
  ///   - keepsTexts: whether to remember which cells are text.
  /// - Returns: one index for each sheet.
  /// - Throws: `DocumentError.missing` or `.unreadable`.
  static func read(path: String, keepsTexts: Bool) throws(DocumentError) -> [CellIndex] {
    var sheets: [CellIndex] = []
    var stream = try ByteStream(path: path)
    // More than any of the lines that matter needs before its text begins.
    var head: [UInt8] = []
    var isBlank = true
    while true {
      let piece = try stream.next()
      if piece.isEmpty { break }
      for byte in piece {
        if byte == UInt8(ascii: "\n") {
          take(head, &sheets, keepsTexts)
          head.removeAll(keepingCapacity: true)
          isBlank = true
        } else if isBlank, byte == UInt8(ascii: " ") {
          continue
        } else {
          isBlank = false
          if head.count < 120 { head.append(byte) }
        }
      }
    }
    return sheets
  }

  private static func take(_ head: [UInt8], _ sheets: inout [CellIndex], _ keepsTexts: Bool) {
    if head.starts(with: "<gnm:Sheet ".utf8) { sheets.append(CellIndex()) }
    guard !sheets.isEmpty, head.starts(with: "<gnm:Cell ".utf8) else { return }
    let tag = String(decoding: head, as: UTF8.self).prefix { $0 != ">" }
    guard let row = attribute("Row", of: tag), let column = attribute("Col", of: tag) else {
      return
    }
    sheets[sheets.count - 1].add(
      Cell(row: row, column: column),
      isText: keepsTexts && attribute("ValueType", of: tag) == textType)
  }

  /// Gnumeric's number for a text.
  private static let textType = 60

  private mutating func add(_ cell: Cell, isText: Bool) {
    origin = Cell(
      row: min(origin?.row ?? .max, cell.row), column: min(origin?.column ?? .max, cell.column))
    if isText { texts.insert(cell) }
  }

  private static func attribute(_ name: String, of tag: Substring) -> Int? {
    let words = tag.split(separator: " ").first { $0.hasPrefix(name + "=\"") }
    return words.flatMap { Int($0.dropFirst(name.count + 2).prefix { $0.isNumber }) }
  }
}
