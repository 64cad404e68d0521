// Breaking a text into lines of a width, and padding lines to it. Widths are terminal columns.

enum TextWrapping {
  /// The lines of a text, broken at spaces; a word wider than the width is broken inside.
  static func lines(of text: String, width: Int) -> [String] {
    let width = max(1, width)
    if DisplayWidth.of(text) <= width { return [text] }
    var lines: [String] = []
    var line = ""
    var lineWidth = 0
    for word in words(of: text) {
      var word = String(word)
      var wordWidth = DisplayWidth.of(word)
      if lineWidth > 0, lineWidth + 1 + wordWidth <= width {
        line += " " + word
        lineWidth += 1 + wordWidth
        continue
      }
      if lineWidth > 0 { lines.append(line) }
      while wordWidth > width {
        let head = prefix(of: word, width: width)
        guard head.count < word.count else { break }
        lines.append(head)
        word.removeFirst(head.count)
        wordWidth = DisplayWidth.of(word)
      }
      line = word
      lineWidth = wordWidth
    }
    if lineWidth > 0 || lines.isEmpty { lines.append(line) }
    return lines
  }

  /// The width of the longest word.
  static func longestWord(in text: String) -> Int {
    words(of: text).reduce(0) { max($0, DisplayWidth.of(String($1))) }
  }

  /// What stands between spaces; by bytes, which is much faster than by characters.
  private static func words(of text: String) -> [Substring] {
    text.utf8.split(separator: 0x20).map { text[$0.startIndex..<$0.endIndex] }
  }

  /// A text with spaces up to a width, on the right or on the left.
  static func padded(_ text: String, to width: Int, _ alignment: Column.Alignment) -> String {
    let room = width - DisplayWidth.of(text)
    guard room > 0 else { return text }
    return alignment == .leading ? text + spaces(room) : spaces(room) + text
  }

  /// So many spaces, made at once: `String(repeating:count:)` appends them one by one.
  static func spaces(_ count: Int) -> String {
    String(unsafeUninitializedCapacity: count) { bytes in
      bytes.initialize(repeating: 0x20)
      return count
    }
  }

  /// A line without spaces at its end.
  static func trimmed(_ line: String) -> String {
    guard line.utf8.last == 0x20 else { return line }
    guard let last = line.utf8.lastIndex(where: { $0 != 0x20 }) else { return "" }
    return String(line[..<line.utf8.index(after: last)])
  }

  /// As many grapheme clusters as fit, at least one.
  private static func prefix(of word: String, width: Int) -> String {
    var head = ""
    var used = 0
    for character in word {
      used += DisplayWidth.of(character)
      if used > width, !head.isEmpty { break }
      head.append(character)
    }
    return head
  }
}
