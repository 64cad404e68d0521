// Words where tesseract found them, set into lines as pdftotext -layout sets them: a column of a table
// begins at the same place in all its lines, so that the second line of a cell is seen to belong to it.

/// Words of recognised pages.
enum RecognizedWords {
  /// A word of tesseract's table, with its place in dots.
  private struct Word {
    let page: Int
    /// Block, paragraph and line.
    let line: [Int]
    let left: Int
    let right: Int
    let text: Substring

    /// Reads a row: level, page, block, paragraph, line, word, left, top, width, height, confidence, text.
    init?(_ row: Substring) {
      let fields = row.split(separator: "\t", omittingEmptySubsequences: false)
      guard fields.count == 12, fields[0] == "5", !fields[11].allSatisfy(\.isWhitespace) else {
        return nil
      }
      let numbers = fields[1..<10].compactMap { Int($0) }
      guard numbers.count == 9, numbers[5] >= 0, numbers[7] >= 0 else { return nil }
      page = numbers[0]
      line = Array(numbers[1...3])
      left = numbers[5]
      right = numbers[5] &+ numbers[7]
      text = fields[11]
    }
  }

  /// Sets the words of all pages.
  ///
  /// - Parameter table: what tesseract wrote.
  /// - Returns: the text; a form feed ends every page.
  static func text(of table: String) -> String {
    let rows = table.split(separator: "\n")
    var pages: [Int: [Word]] = [:]
    for word in rows.lazy.compactMap(Word.init) { pages[word.page, default: []].append(word) }
    // A page without a word has a row all the same.
    let count = rows.filter { $0.hasPrefix("1\t") }.count
    return (1...max(1, count)).map { set(pages[$0] ?? []) + "\u{0C}" }.joined()
  }

  private static func set(_ words: [Word]) -> String {
    let letters = words.reduce(0) { $0 &+ $1.text.count }
    let width = words.reduce(0) { $0 &+ ($1.right - $1.left) }
    guard letters > 0, width > 0, let margin = words.map(\.left).min() else { return "" }
    /// Width of a letter, at least a dot.
    let unit = max(1, Double(width) / Double(letters))
    var text = ""
    var column = 0
    for (index, word) in words.enumerated() {
      let wanted = Int(Double(word.left - margin) / unit)
      let before = index > 0 ? words[index - 1] : nil
      if let before, before.line == word.line {
        let gap = Double(word.left - before.right) / unit
        let spaces = gap > 2 ? max(2, wanted - column) : 1
        text += String(repeating: " ", count: spaces)
        column += spaces
      } else {
        if let before { text += before.line[0] == word.line[0] ? "\n" : "\n\n" }
        text += String(repeating: " ", count: wanted)
        column = wanted
      }
      text += word.text
      column += word.text.count
    }
    return text + "\n"
  }
}
