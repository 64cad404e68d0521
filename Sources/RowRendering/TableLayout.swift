// Which columns of a table are shown, and how wide, so that it fits the terminal. Text wraps, and
// so do headings; numbers and dates never do.

/// A cell of a table: its text, and whether it may be wrapped.
struct TableCell {
  var text: String
  var wraps: Bool
}

/// The columns that a table shows and their widths.
struct TableLayout {
  /// Spaces between two columns.
  static let gap = 2
  /// No text column is made narrower than this for the sake of others.
  private static let smallestText = 8
  /// Words longer than this may be broken.
  private static let longestWhole = 20

  /// Indices of the columns shown, ascending.
  let shown: [Int]
  /// The width of each column shown.
  let widths: [Int]

  /// The width of a line.
  var total: Int {
    widths.reduce(0, +) + TableLayout.gap * max(0, widths.count - 1)
  }

  private init(shown: [Int], widths: [Int]) {
    self.shown = shown
    self.widths = widths
  }

  /// Fits a table into a width, or gives nil if that cannot be done.
  ///
  /// Optional columns are left out from the right where wrapping is not enough. Without a width
  /// everything is shown.
  static func fit(columns: [Column], rows: [[TableCell]], width: Int?) -> TableLayout? {
    let all = Array(columns.indices)
    let natural = all.map { column in
      rows.reduce(DisplayWidth.of(columns[column].heading)) {
        max($0, DisplayWidth.of($1[column].text))
      }
    }
    let whole = TableLayout(shown: all, widths: natural)
    guard let width, whole.total > width else { return whole }

    let least = all.map { column in
      rows.reduce(TextWrapping.longestWord(in: columns[column].heading)) {
        max($0, leastWidth(of: $1[column]))
      }
    }
    var shown = all
    while !shown.isEmpty {
      let smallest = TableLayout(shown: shown, widths: shown.map { least[$0] })
      if smallest.total <= width {
        let room = width - gap * (shown.count - 1)
        let widths = shrink(shown.map { natural[$0] }, least: smallest.widths, to: room)
        return TableLayout(shown: shown, widths: widths)
      }
      guard let optional = shown.lastIndex(where: { columns[$0].isOptionalInNarrow }) else { break }
      shown.remove(at: optional)
    }
    return nil
  }

  private static func leastWidth(of cell: TableCell) -> Int {
    let width = DisplayWidth.of(cell.text)
    guard cell.wraps, width > smallestText else { return width }
    return max(smallestText, min(longestWhole, TextWrapping.longestWord(in: cell.text)))
  }

  /// Takes width from whatever is widest, equally from those that are equally wide, until the sum
  /// fits; goes down in steps to the next width, so that a very long text costs few of them.
  private static func shrink(_ natural: [Int], least: [Int], to room: Int) -> [Int] {
    var widths = natural
    var excess = widths.reduce(0, +) - room
    while excess > 0 {
      let candidates = widths.indices.filter { widths[$0] > least[$0] }
      guard let most = candidates.map({ widths[$0] }).max() else { break }
      let widest = candidates.filter { widths[$0] == most }
      let next = candidates.map { widths[$0] }.filter { $0 < most }.max() ?? 0
      let floor = max(next, widest.map { least[$0] }.max() ?? 0)
      let step = min(excess, (most - floor) * widest.count)
      for (order, column) in widest.enumerated() {
        let rest = order < step % widest.count ? 1 : 0
        widths[column] -= step / widest.count + rest
      }
      excess -= step
    }
    return widths
  }
}
