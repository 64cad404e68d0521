// Puts the lines of prose together to headings, items and paragraphs: lines wrapped, doubled by blank
// lines, cut by the ends of pages and by footnotes.

/// A heading, an item or a paragraph.
struct ProseItem {
  /// Its words, without the mark.
  var passage: Passage
  /// The mark that it begins with.
  let marker: Marker?
  /// Whether it is a footnote.
  let isFootnote: Bool
}

/// Puts lines together.
struct ProseFinder {
  private let lines: [String]
  private let isBad: Bool
  /// Length in bytes from which a line without an end may go on in the next though that begins with a
  /// capital: nearly the width of the page.
  private let fullLine: Int
  private var items: [ProseItem] = []
  /// The item that lines may still belong to.
  private var open: Int?
  /// The item that a footnote interrupted.
  private var interrupted: Int?
  private var isAfterBlank = true
  private var lastLine = 0

  /// Items of a text.
  ///
  /// - Parameters:
  ///   - text: the text.
  ///   - tables: lines of tables, which are no prose.
  ///   - isBad: whether the text is of an engine without Vietnamese.
  /// - Returns: items in the order of the text.
  static func items(in text: PlanText, outside tables: [ClosedRange<Int>], isBad: Bool)
    -> [ProseItem]
  {
    var finder = ProseFinder(text, isBad: isBad)
    var table = tables.sorted { $0.lowerBound < $1.lowerBound }[...]
    for index in text.lines.indices {
      while let first = table.first, first.upperBound < index + 1 { table = table.dropFirst() }
      if let first = table.first, first.contains(index + 1) {
        finder.open = nil
        finder.interrupted = nil
        continue
      }
      if let cells = finder.letterhead(text.lines[index], number: index + 1) {
        for cell in cells { finder.begin(cell, index + 1, marker: nil, isFootnote: false) }
        finder.open = nil
      } else {
        finder.add(text.lines[index], number: index + 1)
      }
    }
    return finder.items
  }

  /// Cells of a line in front of all items, nil where no tab parts it.
  ///
  /// Who issues a plan stands beside the words of the republic, its number beside its date.
  private func letterhead(_ line: String, number: Int) -> [ArraySlice<UInt8>]? {
    guard number <= 60, line.utf8.contains(0x09), !items.contains(where: { $0.marker != nil })
    else {
      return nil
    }
    let cells = Array(line.utf8).split(separator: 0x09).map { cell in
      let start = cell.drop(while: Letters.isSpace)
      return start.dropLast(start.reversed().prefix(while: Letters.isSpace).count)
    }.filter { !$0.isEmpty }
    let isFull = cells.count > 1 && cells.allSatisfy { $0.count > 8 }
    return isFull ? cells : nil
  }

  private init(_ text: PlanText, isBad: Bool) {
    self.lines = text.lines
    self.isBad = isBad
    let lengths = text.lines.map { $0.unicodeScalars.count }.filter { $0 > 20 }.sorted()
    // Of wrapped text most lines are full; of text with one paragraph a line the longest is far longer.
    let usual = lengths.isEmpty ? 0 : lengths[lengths.count * 7 / 10]
    self.fullLine = usual <= 130 ? usual * 7 / 10 : Int.max
  }

  private mutating func add(_ line: String, number: Int) {
    let bytes = Array(line.utf8)
    let start = bytes.prefix(while: Letters.isSpace).count
    let end = bytes.count - bytes.reversed().prefix(while: Letters.isSpace).count
    guard start < end else {
      isAfterBlank = true
      return
    }
    defer {
      isAfterBlank = false
      lastLine = number
    }
    let content = bytes[start..<end]
    if isFurniture(content) { return }
    if let length = footnoteMark(content) {
      if let open, !items[open].isFootnote { interrupted = open }
      begin(bytes[(start + length)..<end], number, marker: nil, isFootnote: true)
      return
    }
    if let (marker, length) = Marker.read(content, isBad: isBad), start + length < end {
      begin(bytes[(start + length)..<end], number, marker: marker, isFootnote: false)
      return
    }
    join(content, number)
  }

  private mutating func begin(
    _ bytes: ArraySlice<UInt8>, _ number: Int, marker: Marker?, isFootnote: Bool
  ) {
    let piece = Passage.Piece(
      line: number, text: String(decoding: bytes, as: UTF8.self), continues: false)
    items.append(ProseItem(passage: Passage([piece]), marker: marker, isFootnote: isFootnote))
    open = items.count - 1
    if !isFootnote { interrupted = nil }
  }

  /// A line without a mark goes on with the open item, with the one that a footnote interrupted, or
  /// begins a paragraph.
  private mutating func join(_ bytes: ArraySlice<UInt8>, _ number: Int) {
    let text = String(decoding: bytes, as: UTF8.self)
    if let open, items[open].isFootnote {
      if !isAfterBlank, !isFinished(open) || fullLine != Int.max {
        return append(text, number, to: open)
      }
      if let before = interrupted, goesOn(before, text) {
        self.open = before
        return append(text, number, to: before)
      }
    } else if let open, goesOn(open, text) {
      return append(text, number, to: open)
    }
    begin(bytes, number, marker: nil, isFootnote: false)
  }

  private mutating func append(_ text: String, _ number: Int, to item: Int) {
    let last = items[item].passage.pieces.last?.line ?? number
    let isUnbroken = lines[last..<(number - 1)].allSatisfy {
      $0.unicodeScalars.allSatisfy(\.properties.isWhitespace)
    }
    items[item].passage.pieces.append(
      Passage.Piece(line: number, text: text, continues: isUnbroken))
  }

  private func isFinished(_ item: Int) -> Bool {
    guard let last = items[item].passage.pieces.last?.text.utf8.last else { return true }
    return ".;:!?".utf8.contains(last)
  }

  private func goesOn(_ item: Int, _ text: String) -> Bool {
    let pieces = items[item].passage.pieces
    guard let last = pieces.last, pieces.count < 400 else { return false }
    let isLower =
      text.unicodeScalars.first { !$0.properties.isWhitespace }
      .map { Letters.isSmall($0) || (0x30...0x39).contains($0.value) || $0 == "(" } ?? false
    let isFull = last.text.unicodeScalars.count >= fullLine
    if ProseFinder.openings.contains(where: { text.hasPrefix($0) }) { return false }
    if isFinished(item) {
      // A full stop in the middle of a paragraph may stand at the end of a wrapped line.
      guard !isAfterBlank, isFull, items[item].marker != nil || pieces.count > 1 else {
        return false
      }
      return last.text.utf8.last == UInt8(ascii: ".") || isLower
    }
    if isLower { return !isAfterBlank || fullLine != Int.max || last.text.utf8.count > 60 }
    return isFull
  }

  /// The number of a page, or the leftovers of a stamp.
  private func isFurniture(_ bytes: ArraySlice<UInt8>) -> Bool {
    if bytes.count <= 4,
      bytes.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x20 })
    {
      return true
    }
    let letters = bytes.filter { $0 > 0x40 && $0 != 0x7C && $0 != 0x5F }.count
    if letters == 0, !bytes.contains(UInt8(ascii: "%")),
      !bytes.contains(where: { (0x30...0x39).contains($0) })
    {
      return true
    }
    return isBad && letters <= 3 && bytes.count <= 9 && !bytes.contains(UInt8(ascii: "%"))
  }

  /// "[1] Theo ...", "¹Nghị quyết ...", "1 Nghị định ...": how many bytes the mark takes.
  private func footnoteMark(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard let first = bytes.first else { return nil }
    if first == UInt8(ascii: "[") {
      let digits = bytes.dropFirst().prefix { (0x30...0x39).contains($0) }
      guard (1...3).contains(digits.count),
        bytes.dropFirst(1 + digits.count).first == UInt8(ascii: "]")
      else { return nil }
      return digits.count + 2
    }
    for mark in ProseFinder.superscripts where bytes.starts(with: mark) { return mark.count }
    let digits = bytes.prefix { (0x30...0x39).contains($0) }
    let isMark = (1...2).contains(digits.count) || (isBad && (first == 0x21 || first == 0x27))
    guard isMark else { return nil }
    let length = max(digits.count, 1)
    let rest = bytes.dropFirst(length)
    let words = String(decoding: rest.prefix(24), as: UTF8.self)
    var skeleton: [UInt8] = []
    for scalar in words.unicodeScalars {
      if case .letter(let letter) = Letters.fold(scalar) {
        skeleton.append(letter)
      } else if case .other = Letters.fold(scalar), !skeleton.isEmpty {
        break
      }
    }
    let word = String(decoding: skeleton, as: UTF8.self)
    guard ProseFinder.footnoteWords.contains(word),
      words.unicodeScalars.first(where: { $0 != " " })?.properties.isUppercase == true
    else { return nil }
    return length
  }

  /// What paragraphs of a preamble begin with.
  private static let openings = [
    "Căn cứ ", "Xét ", "Theo đề nghị ", "Thực hiện Nghị", "Thực hiện Quyết",
  ]

  private static let superscripts: [[UInt8]] = ["¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"].map {
    Array($0.utf8)
  }

  /// Words that notes to a plan begin with: the names of documents, or "as", "namely", "expected".
  private static let footnoteWords: Set<String> = [
    "nghi", "quyet", "ke", "luat", "theo", "chi", "thong", "cong", "van", "du", "gom", "bao",
    "hien",
    "k", "ket", "can", "tai",
  ]
}
