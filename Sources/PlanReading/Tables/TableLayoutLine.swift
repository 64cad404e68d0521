// A line as a page shows it: words by the columns of characters in which they stand.

import IndicatorModel

/// Words of a line, where a page of fixed width shows them.
struct TableLayoutLine {
  /// A word, or several with single spaces between.
  struct Stretch {
    /// Columns of characters.
    var columns: Range<Int>
    /// Bytes of the line.
    var bytes: Range<Int>
  }

  /// The line, from 0.
  let line: Int
  /// Its words.
  private(set) var words: [Stretch] = []
  /// Words that stand together: two spaces part them from others.
  private(set) var segments: [Stretch] = []

  /// Lines with more words than this belong to no page.
  private static let mostWords = 400

  /// Cuts a line; nil where it is blank or too long for a page.
  init?(_ bytes: [UInt8], line: Int) {
    self.line = line
    var column = 0
    var index = 0
    while index < bytes.count {
      if Letters.isSpace(bytes[index]) {
        column += 1
        index += 1
        continue
      }
      let start = (column, index)
      while index < bytes.count, !Letters.isSpace(bytes[index]) {
        if Self.isColumn(bytes, index) { column += 1 }
        index += 1
      }
      append(Stretch(columns: start.0..<max(column, start.0 + 1), bytes: start.1..<index))
      guard words.count <= Self.mostWords else { return nil }
    }
    guard !words.isEmpty else { return nil }
  }

  private mutating func append(_ word: Stretch) {
    words.append(word)
    if let last = segments.last, word.bytes.lowerBound - last.bytes.upperBound < 2 {
      segments[segments.count - 1].columns = last.columns.lowerBound..<word.columns.upperBound
      segments[segments.count - 1].bytes = last.bytes.lowerBound..<word.bytes.upperBound
    } else {
      segments.append(word)
    }
  }

  /// Whether a byte begins a letter that takes room; a mark stands on the letter before.
  private static func isColumn(_ bytes: [UInt8], _ index: Int) -> Bool {
    let byte = bytes[index]
    if byte & 0xC0 == 0x80 { return false }
    guard byte == 0xCC || byte == 0xCD, index + 1 < bytes.count else { return true }
    return byte == 0xCD && bytes[index + 1] >= 0xB0
  }

  /// Words of a segment.
  func words(in segment: Stretch) -> [Stretch] {
    words.filter { segment.bytes.overlaps($0.bytes) }
  }
}
