// A series as a line of blocks, for people at a terminal.

/// A series in one line.
enum Sparkline {
  /// A year of a series.
  struct Point {
    let year: Int
    let value: Double
    /// Whether it does not compare with the year before.
    var isBreak = false
  }

  private static let blocks = Array("▁▂▃▄▅▆▇█")

  /// The line: a block for each year, a dot for a year without a figure, a bar where a new method begins.
  ///
  /// - Parameter points: years in their order.
  /// - Returns: the line; the lowest block is the least value of all.
  static func text(_ points: [Point]) -> String {
    let values = points.map(\.value).filter(\.isFinite)
    guard let least = values.min(), let most = values.max() else { return "" }
    var line = ""
    var last: Int?
    for point in points where point.value.isFinite {
      if let last, point.year - last > 1 {
        line += String(repeating: "·", count: min(point.year - last - 1, 20))
      }
      if point.isBreak, last != nil { line += "│" }
      let share = most > least ? (point.value - least) / (most - least) : 0.5
      line.append(blocks[min(Int(share * Double(blocks.count)), blocks.count - 1)])
      last = point.year
    }
    return line
  }
}
