// The lines of a text as tables are cut from them: by bytes, so that what is cut is a part of its line
// and a long line costs its length once.

/// A stretch of a line.
struct TableCut: Equatable {
  /// The line, from 0.
  let line: Int
  /// Bytes of the line.
  let range: Range<Int>
}

/// The lines that tables are cut from.
struct TableSource {
  /// The lines of the text.
  let lines: [String]

  /// Tables of more columns are none: no page is that wide.
  static let widest = 64

  /// Bytes of a line.
  func bytes(_ line: Int) -> [UInt8] {
    lines.indices.contains(line) ? Array(lines[line].utf8) : []
  }

  /// Whether a line is nothing but white space.
  func isBlank(_ line: Int) -> Bool {
    lines[line].utf8.allSatisfy(Letters.isSpace)
  }

  /// Whether a line belongs to the page and not to what is printed on it: blank, or a number of a
  /// page such as `12`, `- 12 -`, `Trang 12`, `12/30`.
  func isFurniture(_ line: Int) -> Bool {
    let text = lines[line].utf8
    guard !isBlank(line) else { return true }
    // A number of a page may stand far to the right, but is short.
    let words = text.split(whereSeparator: Letters.isSpace)
    guard words.count <= 4, words.reduce(0, { $0 + $1.count }) <= 16 else { return false }
    var hasDigit = false
    for word in words {
      let word = String(Substring(word)).lowercased()
      if word == "trang" || word == "page" { continue }
      guard word.utf8.allSatisfy({ isDigit($0) || $0 == 0x2D || $0 == 0x2F }) || word == "–" else {
        return false
      }
      hasDigit = hasDigit || word.utf8.contains(where: isDigit)
    }
    return hasDigit
  }

  private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  // MARK: - Cuts

  /// A stretch without the white space at its ends; nil where nothing is left.
  static func trimmed(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int>? {
    var low = max(range.lowerBound, 0)
    var high = min(range.upperBound, bytes.count)
    while low < high, Letters.isSpace(bytes[low]) { low += 1 }
    while low < high, Letters.isSpace(bytes[high - 1]) { high -= 1 }
    return low < high ? low..<high : nil
  }

  /// The stretches of a cell on a line: trimmed, parted by tags that were left in it.
  static func cuts(_ bytes: [UInt8], _ range: Range<Int>, line: Int) -> [TableCut] {
    var cuts: [TableCut] = []
    var start = range.lowerBound
    var index = range.lowerBound
    func close(_ end: Int) {
      if start < end, let trimmed = trimmed(bytes, start..<end) {
        cuts.append(TableCut(line: line, range: trimmed))
      }
    }
    while index < range.upperBound {
      if bytes[index] == 0x3C, let end = tagEnd(bytes, index, limit: range.upperBound) {
        close(index)
        index = end
        start = end
      } else {
        index += 1
      }
    }
    close(range.upperBound)
    return cuts
  }

  /// The end of the tag that begins at a byte; nil where no tag does.
  static func tagEnd(_ bytes: [UInt8], _ start: Int, limit: Int) -> Int? {
    var index = start + 1
    if index < limit, bytes[index] == 0x2F { index += 1 }
    guard index < limit, isLetter(bytes[index]) else { return nil }
    while index < limit, index - start < 300, bytes[index] != 0x3C {
      if bytes[index] == 0x3E { return index + 1 }
      index += 1
    }
    return nil
  }

  /// A letter of ASCII.
  static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  // MARK: - Passages

  /// The words of a cut.
  func text(_ cut: TableCut) -> String {
    let bytes = lines[cut.line].utf8
    guard cut.range.upperBound <= bytes.count else { return "" }
    let low = bytes.index(bytes.startIndex, offsetBy: cut.range.lowerBound)
    let high = bytes.index(bytes.startIndex, offsetBy: cut.range.upperBound)
    return String(decoding: bytes[low..<high], as: UTF8.self)
  }

  /// The words of a cell on one line.
  func text(_ cuts: some Sequence<TableCut>) -> String {
    cuts.map { text($0) }.joined(separator: " ")
  }

  /// The passage of a cell; nil where it is empty.
  func passage(_ cuts: [TableCut]) -> Passage? {
    guard !cuts.isEmpty else { return nil }
    var pieces: [Passage.Piece] = []
    for (index, cut) in cuts.enumerated() {
      pieces.append(
        Passage.Piece(
          line: cut.line + 1, text: text(cut),
          continues: index > 0 && isOnlySpace(from: cuts[index - 1], to: cut)))
    }
    return Passage(pieces)
  }

  private func isOnlySpace(from left: TableCut, to right: TableCut) -> Bool {
    let after = lines[left.line].utf8.dropFirst(left.range.upperBound)
    if left.line == right.line {
      let count = right.range.lowerBound - left.range.upperBound
      return count >= 0 && after.prefix(count).allSatisfy(Letters.isSpace)
    }
    guard left.line < right.line else { return false }
    return after.allSatisfy(Letters.isSpace)
      && lines[right.line].utf8.prefix(right.range.lowerBound).allSatisfy(Letters.isSpace)
      && ((left.line + 1)..<right.line).allSatisfy(isBlank)
  }
}
