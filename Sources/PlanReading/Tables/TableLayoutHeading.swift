// The heading of a table set in columns: its words are stacked over several lines, each over its column.

import IndicatorModel

/// The heading of columns, and where they stand.
struct TableLayoutHeading {
  /// What the columns hold.
  let heading: TableHeading
  /// Where the words over each column stand.
  private(set) var places: [Range<Int>]
  /// Its lines, from 0.
  let lines: ClosedRange<Int>
  /// Folded words of its lines, to know them when they are repeated, and the column they are over.
  private let phrases: [String: Int]

  /// No heading has more lines.
  private static let mostLines = 6

  /// Finds the heading around a line; nil where there is none.
  init?(around line: Int, in lines: [TableLayoutLine?], source: TableSource) {
    guard let anchor = lines[line], Self.isAnchor(anchor, source) else { return nil }
    var first = line
    while first > 0, line - first < Self.mostLines, let above = lines[first - 1],
      Self.isShort(above, source), !Self.isTitle(above, source)
    {
      first -= 1
    }
    let last = Self.lastLine(from: line, in: lines, source)
    let window = lines[first...last].compactMap { $0 }
    self.lines = first...last

    let spanning = Self.spanning(window)
    var places: [Range<Int>] = []
    for segment in window.flatMap(\.segments)
    where !spanning.contains(segment.columns) {
      Self.merge(segment.columns, into: &places)
    }
    places.sort { $0.lowerBound < $1.lowerBound }
    guard places.count >= 2, places.count <= TableSource.widest else { return nil }
    var texts = Array(repeating: "", count: places.count)
    var phrases: [String: Int] = [:]
    for line in window {
      for segment in line.segments {
        let text = source.text(TableCut(line: line.line, range: segment.bytes))
        for column in places.indices where places[column].overlaps(segment.columns) {
          texts[column] += texts[column].isEmpty ? text : " " + text
          phrases[NameFolding.phrase(text)] = column
        }
      }
    }
    guard let heading = TableHeading(texts) else { return nil }
    let roles = heading.columns.count { $0 != .other }
    guard roles >= 3 || (roles == 2 && heading.columns.contains(.item)) else { return nil }
    self.heading = heading
    self.places = places
    self.phrases = phrases
  }

  // MARK: - The lines of the heading

  /// A line that may belong to a heading: it has a number's column, or two that say what they hold.
  private static func isAnchor(_ line: TableLayoutLine, _ source: TableSource) -> Bool {
    guard isShort(line, source) else { return false }
    if line.segments.count == 1, line.words.count > 2 || line.segments[0].columns.count > 12 {
      return false
    }
    let roles = line.segments.compactMap {
      TableHeading.role(source.text(TableCut(line: line.line, range: $0.bytes)))
    }
    return roles.contains(.item) || roles.count { $0 != .other } >= 2
  }

  /// Whether all its segments have a few words, as headings do.
  private static func isShort(_ line: TableLayoutLine, _ source: TableSource) -> Bool {
    line.segments.count <= TableSource.widest
      && line.segments.allSatisfy { $0.columns.count <= 40 }
      && line.words.count <= line.segments.count * 5
  }

  private static func isTitle(_ line: TableLayoutLine, _ source: TableSource) -> Bool {
    guard line.segments.count == 1, let segment = line.segments.first else { return false }
    let text = source.text(TableCut(line: line.line, range: segment.bytes))
    return TableHeading.role(text) == nil && (TableMark.isInCapitals(text) || text.hasPrefix("("))
  }

  /// The last line before the first row; where no row begins with a number soon, the last line that
  /// goes on in small letters.
  private static func lastLine(
    from line: Int, in lines: [TableLayoutLine?], _ source: TableSource
  ) -> Int {
    var goingOn = line
    for next in (line + 1)..<max(line + 1, min(line + mostLines, lines.count)) {
      guard let below = lines[next] else { return next - 1 }
      let texts = below.segments.map { source.text(TableCut(line: next, range: $0.bytes)) }
      let begins = texts.contains { TableMark.opening(of: $0) == .mark }
      if begins || texts.first.flatMap({ TableMark($0) }) != nil || !isShort(below, source) {
        return next - 1
      }
      if goingOn == next - 1, texts.allSatisfy({ TableMark.opening(of: $0) == .small }) {
        goingOn = next
      }
    }
    return goingOn
  }

  /// Places of words that stand over two or more headings of one other line.
  private static func spanning(_ window: [TableLayoutLine]) -> Set<Range<Int>> {
    var spanning: Set<Range<Int>> = []
    for (index, line) in window.enumerated() {
      for segment in line.segments {
        for (other, below) in window.enumerated() where other != index {
          if below.segments.count(where: { $0.columns.overlaps(segment.columns) }) >= 2 {
            spanning.insert(segment.columns)
          }
        }
      }
    }
    return spanning
  }

  private static func merge(_ place: Range<Int>, into places: inout [Range<Int>]) {
    var merged = place
    places.removeAll { other in
      guard other.overlaps(merged) else { return false }
      merged = min(other.lowerBound, merged.lowerBound)..<max(other.upperBound, merged.upperBound)
      return true
    }
    places.append(merged)
  }

  // MARK: - Repeated headings

  /// Whether a line is one of the heading's, printed again; the columns then stand where it says.
  mutating func takes(_ line: TableLayoutLine, source: TableSource) -> Bool {
    var columns: [(Int, Range<Int>)] = []
    for segment in line.segments {
      let text = source.text(TableCut(line: line.line, range: segment.bytes))
      guard segment.bytes.count <= 120, let column = phrases[NameFolding.phrase(text)] else {
        return false
      }
      columns.append((column, segment.columns))
    }
    for (column, place) in columns where places[column].count <= place.count * 2 {
      places[column] = place
    }
    return true
  }
}
