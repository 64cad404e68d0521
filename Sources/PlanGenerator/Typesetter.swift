// Sets paragraphs and rows of tables as lines, and notes on which lines each statement came to stand.

import PlanReading

/// Lines in the making.
struct Typesetter: Sendable {
  /// How paragraphs become lines.
  enum Style: Sendable {
    /// One line for each paragraph.
    case whole
    /// Lines of some columns, an empty line between paragraphs.
    case wrapped
    /// The same with an empty line after every line.
    case spaced
  }

  let style: Style
  /// Columns of a wrapped line.
  let width: Int
  /// Lines of a page, after which its number is printed; 0 prints none.
  let pageLength: Int
  private(set) var lines: [String] = []
  private(set) var targets: [PlanTarget] = []
  private var sinceBreak = 0
  private var page = 1

  init(style: Style, width: Int, pageLength: Int) {
    self.style = style
    self.width = width
    self.pageLength = pageLength
  }

  /// The number of the line that comes next, from 1.
  var next: Int { lines.count + 1 }

  /// A line as it is, whatever the style.
  mutating func raw(_ line: String) { lines.append(line) }

  /// An empty line where the style parts paragraphs by one.
  mutating func gap() {
    if style != .whole, lines.last?.isEmpty == false { lines.append("") }
    breakPage()
  }

  /// A paragraph.
  mutating func paragraph(_ text: MarkedText) {
    gap()
    let characters = text.characters
    var starts: [(offset: Int, line: Int)] = []
    for range in style == .whole ? [0..<characters.count] : wrap(characters) {
      starts.append((range.lowerBound, next))
      lines.append(String(characters[range]))
      sinceBreak += 1
      if style == .spaced { lines.append("") }
    }
    func line(of offset: Int) -> Int { starts.last { $0.offset <= offset }?.line ?? next }
    for mark in text.marks {
      let quote = String(characters[mark.start..<mark.end])
      add(mark.target, from: line(of: mark.start), to: line(of: mark.end - 1), quote: quote)
    }
  }

  mutating func paragraph(_ text: String) { paragraph(MarkedText(text)) }

  /// A statement that stands on lines already set.
  mutating func add(_ target: PlanTarget, from: Int, to: Int, quote: String) {
    var target = target
    target.lineFrom = from
    target.lineTo = to
    target.quote = quote
    targets.append(target)
  }

  private func wrap(_ characters: [Character]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    while start < characters.count {
      guard characters.count - start > width else {
        ranges.append(start..<characters.count)
        break
      }
      let limit = start + width
      let space = characters[start...limit].lastIndex(of: " ") ?? limit
      let end = space > start ? space : limit
      ranges.append(start..<end)
      start = end < characters.count && characters[end] == " " ? end + 1 : end
    }
    return ranges
  }

  /// Prints the number of a full page.
  private mutating func breakPage() {
    guard pageLength > 0, sinceBreak >= pageLength else { return }
    sinceBreak = 0
    page += 1
    lines.append("\(page)")
    lines.append("")
  }
}
