// Pages of text as lines: a line feed, a carriage return or both end a line, a form feed ends a page.

/// Lines with the numbers of those that begin a page.
struct TextPages: Sendable, Equatable {
  private(set) var lines: [String] = []
  private(set) var starts: [Int] = []

  /// Cuts a text at its form feeds; that at its end begins no page.
  static func pages(of text: String) -> [Substring] {
    var pages = text.unicodeScalars.split(separator: "\u{0C}", omittingEmptySubsequences: false)
    if pages.count > 1, pages.last?.isEmpty == true { pages.removeLast() }
    return pages.map(Substring.init)
  }

  /// Adds a page; one without a line has an empty line, so that the number of every page is known.
  mutating func add(page: Substring) {
    starts.append(lines.count + 1)
    add(page.utf8)
    if lines.count < starts.last ?? 1 { lines.append("") }
  }

  private mutating func add(_ text: Substring.UTF8View) {
    var begin = text.startIndex
    var at = begin
    while at < text.endIndex {
      let byte = text[at]
      guard byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") else {
        at = text.index(after: at)
        continue
      }
      lines.append(String(Substring(text[begin..<at])))
      at = text.index(after: at)
      if byte == UInt8(ascii: "\r"), at < text.endIndex, text[at] == UInt8(ascii: "\n") {
        at = text.index(after: at)
      }
      begin = at
    }
    if begin < text.endIndex { lines.append(String(Substring(text[begin...]))) }
  }
}
