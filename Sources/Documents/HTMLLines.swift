// Lines from the HTML that pandoc writes, which is regular: every tag is closed, every sign escaped. One
// line a paragraph, one line a table row with tabs between its cells. A short cell that spans rows stands in
// each of them: who leads and till when hold for all. One with a percentage stands in its first row alone,
// since it would be counted in each.

/// Makes lines of pandoc's HTML, in one pass without recursion: no nesting is too deep for it.
struct HTMLLines {
  private var lines: [String] = []
  private var length = 0
  private var line: [UInt8] = []
  /// A space that is due before the next word.
  private var hasSpace = false
  /// The number or dash of an item that has no word yet.
  private var marker: String?
  private var lists: [List] = []
  private var table = Table()
  private var tableDepth = 0
  private var literalDepth = 0
  private var raisedDepth = 0
  /// A table ended: an empty line keeps what follows apart.
  private var isAfterTable = false

  /// The lines of a document.
  ///
  /// - Parameters:
  ///   - html: what pandoc wrote.
  ///   - limit: how many bytes the lines may have.
  /// - Returns: the lines; nil where they are longer.
  static func lines(of html: String, limit: Int) -> [String]? {
    var reader = HTMLLines()
    let bytes = Array(html.utf8)
    var at = 0
    while at < bytes.count {
      guard reader.length + reader.line.count <= limit else { return nil }
      let isTag = bytes[at] == UInt8(ascii: "<")
      let stop = isTag ? UInt8(ascii: ">") : UInt8(ascii: "<")
      let end = bytes[at...].firstIndex(of: stop) ?? bytes.count
      if isTag {
        reader.take(tag: String(decoding: bytes[(at + 1)..<end], as: UTF8.self))
        at = min(end + 1, bytes.count)
      } else {
        reader.take(text: bytes[at..<end])
        at = end
      }
    }
    reader.endLine()
    return reader.length <= limit ? reader.lines : nil
  }

  // MARK: - Words

  private mutating func take(text: ArraySlice<UInt8>) {
    var at = text.startIndex
    while at < text.endIndex {
      if text[at] == UInt8(ascii: "&"),
        let end = text[at...].prefix(12).firstIndex(of: UInt8(ascii: ";"))
      {
        for byte in Self.sign(text[(at + 1)..<end]) { add(byte) }
        at = end + 1
      } else {
        add(text[at])
        at += 1
      }
    }
  }

  private mutating func add(_ byte: UInt8) {
    if literalDepth > 0, !table.isInCell {
      if byte == UInt8(ascii: "\n") { return endLine(keepsEmpty: true) }
      if byte == UInt8(ascii: " ") { return line.append(byte) }
    }
    // A tab parts cells, so that none may stand in one.
    guard byte > 0x20, byte != 0x7F else {
      hasSpace = hasSpace || !line.isEmpty
      return
    }
    if let marker {
      if !line.isEmpty { line.append(UInt8(ascii: " ")) }
      line += Array(marker.utf8) + [UInt8(ascii: " ")]
      self.marker = nil
    } else if hasSpace {
      line.append(UInt8(ascii: " "))
    }
    hasSpace = false
    if raisedDepth > 0, let raised = Self.raised(byte) {
      line += raised
    } else {
      line.append(byte)
    }
  }

  /// A raised digit stays apart from the number before it: 95% and note 1 is no 951.
  private static func raised(_ byte: UInt8) -> [UInt8]? {
    guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
    let digits = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]
    return Array(digits[Int(byte - UInt8(ascii: "0"))].utf8)
  }

  private static func sign(_ name: ArraySlice<UInt8>) -> [UInt8] {
    let name = String(decoding: name, as: UTF8.self)
    switch name {
    case "amp": return Array("&".utf8)
    case "lt": return Array("<".utf8)
    case "gt": return Array(">".utf8)
    case "quot": return Array("\"".utf8)
    default: break
    }
    let isHex = name.hasPrefix("#x")
    let number = UInt32(name.dropFirst(isHex ? 2 : 1), radix: isHex ? 16 : 10)
    guard name.hasPrefix("#"), let scalar = number.flatMap(Unicode.Scalar.init) else {
      return Array("&\(name);".utf8)
    }
    return Array(String(Character(scalar)).utf8)
  }

  private mutating func endLine(keepsEmpty: Bool = false) {
    hasSpace = false
    guard keepsEmpty || !line.isEmpty else { return }
    append(String(decoding: line, as: UTF8.self))
    line.removeAll(keepingCapacity: true)
  }

  private mutating func append(_ text: String) {
    if isAfterTable { lines.append("") }
    isAfterTable = false
    lines.append(text)
    length += text.utf8.count + 1
  }

  // MARK: - Tags

  private mutating func take(tag: String) {
    let isEnd = tag.hasPrefix("/")
    let name = tag.drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber }
    switch name {
    case "sup": raisedDepth = max(0, raisedDepth + (isEnd ? -1 : 1))
    case "pre":
      endBlock()
      literalDepth = max(0, literalDepth + (isEnd ? -1 : 1))
    case "ol", "ul":
      endBlock()
      if isEnd { _ = lists.popLast() } else { lists.append(List(isNumbered: name == "ol", tag)) }
    case "li":
      endBlock()
      marker = isEnd ? nil : nextMarker()
    case "table": isEnd ? endTable() : beginTable()
    case "tr" where tableDepth == 1: isEnd ? endRow() : table.beginRow()
    case "td" where tableDepth == 1, "th" where tableDepth == 1:
      isEnd ? endCell() : beginCell(tag)
    case "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "dl", "dt", "dd", "blockquote", "hr", "br",
      "section", "figure", "figcaption", "caption", "tr", "td", "th":
      endBlock()
    default: break
    }
  }

  /// A block ends its line, but in a cell, which is one line.
  private mutating func endBlock() {
    if table.isInCell { hasSpace = hasSpace || !line.isEmpty } else { endLine() }
  }

  private mutating func nextMarker() -> String? {
    guard var list = lists.popLast() else { return nil }
    defer { lists.append(list) }
    return list.next()
  }

  private mutating func beginTable() {
    tableDepth += 1
    guard tableDepth == 1 else { return endBlock() }
    endLine()
    if let last = lines.last, !last.isEmpty { lines.append("") }
    isAfterTable = false
    table = Table()
  }

  private mutating func endTable() {
    tableDepth = max(0, tableDepth - 1)
    endBlock()
    isAfterTable = tableDepth == 0
  }

  private mutating func beginCell(_ tag: String) {
    endBlock()
    marker = nil
    table.beginCell(
      columns: Self.number("colspan", of: tag) ?? 1, rows: Self.number("rowspan", of: tag) ?? 1)
  }

  private mutating func endCell() {
    marker = nil
    hasSpace = false
    table.endCell(String(decoding: line, as: UTF8.self))
    line.removeAll(keepingCapacity: true)
  }

  private mutating func endRow() {
    endLine()
    let row = table.endRow()
    if row.contains(where: { !$0.isEmpty }) { append(row.joined(separator: "\t")) }
  }

  /// A number among the attributes of a tag.
  fileprivate static func number(_ name: String, of tag: String) -> Int? {
    attribute(name, of: tag).flatMap { Int($0) }
  }

  fileprivate static func attribute(_ name: String, of tag: String) -> Substring? {
    tag.firstRange(of: " \(name)=\"").map { tag[$0.upperBound...].prefix { $0 != "\"" } }
  }
}

/// A list: what stands before its items.
private struct List {
  private let style: Substring?
  private var number: Int

  init(isNumbered: Bool, _ tag: String) {
    style = isNumbered ? HTMLLines.attribute("type", of: tag) ?? "1" : nil
    number = HTMLLines.number("start", of: tag) ?? 1
  }

  /// The next item's number as official documents write it: `1.`, `a)`, `I.`; a dash where it has none.
  mutating func next() -> String {
    defer { number &+= 1 }
    switch style {
    case nil: return "-"
    case "a", "A":
      guard (1...26).contains(number) else { return "\(number))" }
      let letter = String(Unicode.Scalar(UInt8(ascii: "a") + UInt8(number - 1)))
      return (style == "A" ? letter.uppercased() : letter) + ")"
    case "i", "I":
      guard let roman = Self.roman(number) else { return "\(number)." }
      return (style == "i" ? roman.lowercased() : roman) + "."
    default: return "\(number)."
    }
  }

  private static func roman(_ number: Int) -> String? {
    guard (1...399).contains(number) else { return nil }
    let digits = [
      (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"),
      (1, "I"),
    ]
    var (rest, text) = (number, "")
    for (value, digit) in digits {
      while rest >= value {
        text += digit
        rest -= value
      }
    }
    return text
  }
}

/// A table's row under way, and cells above that reach into it.
private struct Table {
  private(set) var isInCell = false
  private var row: [String] = []
  /// How many rows more each column's cell reaches down, and what it says there.
  private var reach: [(rows: Int, text: String)] = []
  private var span = (columns: 1, rows: 1)

  /// No table is wider; what says so would only make empty cells.
  private static let widest = 100

  mutating func beginRow() {
    row = []
  }

  mutating func beginCell(columns: Int, rows: Int) {
    passCellsAbove()
    isInCell = true
    span = (min(max(columns, 1), Self.widest), min(max(rows, 1), 10_000))
  }

  mutating func endCell(_ text: String) {
    isInCell = false
    for index in 0..<span.columns where row.count < Self.widest {
      if reach.count <= row.count { reach.append((0, "")) }
      reach[row.count] = (span.rows - 1, index == 0 && isSaidOfEach(text) ? text : "")
      row.append(index == 0 ? text : "")
    }
  }

  mutating func endRow() -> [String] {
    isInCell = false
    passCellsAbove()
    return row
  }

  private func isSaidOfEach(_ text: String) -> Bool {
    text.utf8.count <= 120 && !text.utf8.contains(UInt8(ascii: "%"))
  }

  /// Cells where those of rows above reach down.
  private mutating func passCellsAbove() {
    while row.count < reach.count, reach[row.count].rows > 0 {
      reach[row.count].rows -= 1
      row.append(reach[row.count].text)
    }
  }
}
