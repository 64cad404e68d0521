// One page of a table set in columns: where its columns part, and the cells of its lines.

/// Lines of a page and the columns they are cut at.
struct TableLayoutPage {
  /// Where the words over each column stand.
  var places: [Range<Int>]
  /// Its lines; nil for a blank one.
  var lines: [TableLayoutLine?] = []

  /// No page is wider.
  private static let widest = 1_000

  /// A line cut into cells.
  struct CutLine {
    var line: Int
    var cells: [[TableCut]]
    /// How many columns a stretch that fits into none runs over.
    var span: Int
    /// Whether a blank line or a page's end is above.
    var followsGap: Bool
  }

  /// All lines as cells.
  func cut(followsGap: Bool, source: TableSource) -> [CutLine] {
    let bounds = bounds()
    var cut: [CutLine] = []
    var gap = followsGap
    for line in lines {
      guard let line else {
        gap = true
        continue
      }
      cut.append(self.cut(line, bounds, followsGap: gap, source: source))
      gap = false
    }
    return cut
  }

  // MARK: - Columns

  /// Where columns part: between the middles of two headings, the widest room that the fewest lines
  /// cross.
  private func bounds() -> [Int] {
    var cover = Array(repeating: 0, count: Self.widest + 1)
    for line in lines.compactMap({ $0 }) {
      for segment in line.segments where line.segments.count > 1 || crossed(segment) < 2 {
        guard segment.columns.upperBound < Self.widest else { continue }
        // Changes, summed up below.
        cover[segment.columns.lowerBound] += 1
        cover[segment.columns.upperBound] -= 1
      }
    }
    for index in cover.indices.dropFirst() { cover[index] += cover[index - 1] }
    let middles = places.map { min(($0.lowerBound + $0.upperBound) / 2, Self.widest) }
    return zip(middles, middles.dropFirst()).map { left, right in
      guard left + 1 < right else { return right }
      return room(cover, (left + 1)..<right)
    }
  }

  private func room(_ cover: [Int], _ range: Range<Int>) -> Int {
    let least = cover[range].min() ?? 0
    var best = range.lowerBound..<range.lowerBound
    var start = range.lowerBound
    for index in range.lowerBound...range.upperBound {
      if index < range.upperBound, cover[index] == least { continue }
      // Cells begin at the left of their columns: of rooms as wide the last one parts them.
      if index - start >= best.count { best = start..<index }
      start = index + 1
    }
    return (best.lowerBound + best.upperBound + 1) / 2
  }

  /// How many middles of headings a stretch runs over, but for the first.
  private func crossed(_ segment: TableLayoutLine.Stretch) -> Int {
    places.count { segment.columns.contains(($0.lowerBound + $0.upperBound) / 2) } - 1
  }

  // MARK: - Cells

  private func cut(
    _ line: TableLayoutLine, _ bounds: [Int], followsGap: Bool, source: TableSource
  ) -> CutLine {
    var cut = CutLine(
      line: line.line, cells: Array(repeating: [], count: places.count), span: 1,
      followsGap: followsGap)
    func column(_ place: Int) -> Int { bounds.count { $0 <= place } }
    for segment in line.segments {
      let first = column(segment.columns.lowerBound)
      let last = column(segment.columns.upperBound - 1)
      if last > first, isHeading(segment, of: line, over: last - first, source) {
        cut.span = max(cut.span, last - first + 2)
        cut.cells[first].append(TableCut(line: line.line, range: segment.bytes))
      } else if first == last {
        cut.cells[first].append(TableCut(line: line.line, range: segment.bytes))
      } else {
        for part in parts(segment, line, bounds) {
          let middle = (part.columns.lowerBound + part.columns.upperBound - 1) / 2
          cut.cells[column(middle)].append(TableCut(line: line.line, range: part.bytes))
        }
      }
    }
    return cut
  }

  /// Whether a stretch that runs over bounds is the heading of a part: it stands alone, or beside a
  /// number of one.
  private func isHeading(
    _ segment: TableLayoutLine.Stretch, of line: TableLayoutLine, over bounds: Int,
    _ source: TableSource
  ) -> Bool {
    guard line.segments.count <= 2, let first = line.segments.first else { return false }
    if bounds >= 2 { return true }
    let texts = [first, segment].map { source.text(TableCut(line: line.line, range: $0.bytes)) }
    if TableMark.isInCapitals(texts[1]) { return true }
    return TableMark(texts[0]).map { $0.kind != .number } ?? false
  }

  /// A stretch that runs over a bound, cut at the single space that stands at it.
  private func parts(
    _ segment: TableLayoutLine.Stretch, _ line: TableLayoutLine, _ bounds: [Int]
  ) -> [TableLayoutLine.Stretch] {
    var parts: [TableLayoutLine.Stretch] = []
    for word in line.words(in: segment) {
      if let last = parts.last,
        !bounds.contains(where: { abs(word.columns.lowerBound - $0) <= 1 })
      {
        parts[parts.count - 1] = TableLayoutLine.Stretch(
          columns: last.columns.lowerBound..<word.columns.upperBound,
          bytes: last.bytes.lowerBound..<word.bytes.upperBound)
      } else {
        parts.append(word)
      }
    }
    return parts
  }
}
