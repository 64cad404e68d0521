// A picture of characters: lines of braille dots, two across and four down in each cell, with letters over
// them.

/// A canvas of character cells.
struct CharacterCanvas {
  let columns: Int
  let rows: Int
  private var dots: [UInt8]
  private var letters: [Character?]

  init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
    dots = Array(repeating: 0, count: columns * rows)
    letters = Array(repeating: nil, count: columns * rows)
  }

  /// Bits of the dots of a cell, down the left column, then the right one.
  private static let bits: [[UInt8]] = [[0x01, 0x02, 0x04, 0x40], [0x08, 0x10, 0x20, 0x80]]

  /// Draws a line between two points, 0 to 1 from the left and from the top.
  mutating func line(_ from: (x: Double, y: Double), _ to: (x: Double, y: Double)) {
    let (width, height) = (Double(columns * 2 - 1), Double(rows * 4 - 1))
    let steps = max(abs(to.x - from.x) * width, abs(to.y - from.y) * height).rounded(.up)
    for step in 0...Int(max(steps, 1)) {
      let share = Double(step) / max(steps, 1)
      let x = Int(((from.x + (to.x - from.x) * share) * width).rounded())
      let y = Int(((from.y + (to.y - from.y) * share) * height).rounded())
      guard (0..<columns * 2).contains(x), (0..<rows * 4).contains(y) else { continue }
      dots[y / 4 * columns + x / 2] |= Self.bits[x % 2][y % 4]
    }
  }

  /// Puts a letter over a point; what is there already stays where `isBehind`.
  mutating func put(_ letter: Character, x: Double, y: Double, isBehind: Bool = false) {
    let column = Int((x * Double(columns - 1)).rounded())
    let row = Int((y * Double(rows - 1)).rounded())
    guard (0..<columns).contains(column), (0..<rows).contains(row) else { return }
    let cell = row * columns + column
    if isBehind, letters[cell] != nil || dots[cell] != 0 { return }
    letters[cell] = letter
  }

  /// Lines of the picture.
  var lines: [String] {
    (0..<rows).map { row in
      var line = ""
      for column in 0..<columns {
        let cell = row * columns + column
        if let letter = letters[cell] {
          line.append(letter)
        } else if dots[cell] == 0 {
          line.append(" ")
        } else {
          line.unicodeScalars.append(Unicode.Scalar(0x2800 + UInt32(dots[cell])) ?? " ")
        }
      }
      while line.last == " " { line.removeLast() }
      return line
    }
  }
}

/// Lines over years in characters: an axis to the left, years below, a letter for each series.
struct CharacterPlot {
  /// Marks of series, in their order.
  static let marks: [Character] = ["●", "■", "▲", "◆", "○", "□", "△"]
  private static let rows = 16

  let times: ClosedRange<Double>
  /// Text at a height of the axis, 0 at the top and 1 at the bottom.
  let ticks: [(height: Double, label: String)]
  private let gutter: Int
  private var canvas: CharacterCanvas

  init(width: Int, times: ClosedRange<Double>, ticks: [(height: Double, label: String)]) {
    self.times = times
    self.ticks = ticks
    gutter = (ticks.map(\.label.count).max() ?? 0) + 1
    canvas = CharacterCanvas(columns: max(width - gutter - 1, 20), rows: Self.rows)
  }

  private func x(_ time: Double) -> Double {
    // Half a letter of room at both ends, so that marks are whole.
    times.upperBound > times.lowerBound
      ? 0.02 + 0.96 * (time - times.lowerBound) / (times.upperBound - times.lowerBound) : 0.5
  }

  mutating func rule(at time: Double) {
    for row in 0..<Self.rows {
      canvas.put("┊", x: x(time), y: Double(row) / Double(Self.rows - 1), isBehind: true)
    }
  }

  mutating func level(_ letter: Character, from: Double, to: Double, height: Double) {
    var time = from
    let step = (times.upperBound - times.lowerBound) / Double(canvas.columns)
    repeat {
      canvas.put(letter, x: x(min(max(time, times.lowerBound), times.upperBound)), y: height)
      time += max(step, 1e-3)
    } while time <= to
  }

  mutating func stretch(_ points: [(time: Double, height: Double)]) {
    for (from, to) in zip(points, points.dropFirst()) {
      canvas.line((x(from.time), from.height), (x(to.time), to.height))
    }
  }

  mutating func mark(_ letter: Character, time: Double, height: Double) {
    canvas.put(letter, x: x(time), y: height)
  }

  /// The picture with its axes; `heads` stand above it at their times.
  func text(heads: [(time: Double, label: String)]) -> String {
    var labels: [Int: String] = [:]
    for tick in ticks {
      labels[Int((tick.height * Double(Self.rows - 1)).rounded())] = tick.label
    }
    var lines = canvas.lines.enumerated().map { row, line in
      let label = labels[row] ?? ""
      return String(repeating: " ", count: gutter - 1 - label.count) + label
        + (label.isEmpty ? "│" : "┤") + line
    }
    if !heads.isEmpty { lines.insert(scale(heads), at: 0) }
    lines.append(
      String(repeating: " ", count: gutter - 1) + "└"
        + String(repeating: "─", count: canvas.columns))
    let span = Int(times.upperBound - times.lowerBound)
    let step = max(1, (span * 6 + canvas.columns - 1) / canvas.columns)
    let years = stride(
      from: Int(times.upperBound), through: Int(times.lowerBound.rounded(.up)), by: -step)
    lines.append(scale(years.map { (Double($0), String($0)) }.reversed()))
    return lines.joined(separator: "\n") + "\n"
  }

  /// A line of texts at their times.
  private func scale(_ texts: [(time: Double, label: String)]) -> String {
    var line = ""
    for text in texts {
      let column = gutter + Int((x(text.time) * Double(canvas.columns - 1)).rounded())
      let start = max(column - text.label.count / 2, line.isEmpty ? 0 : line.count + 1)
      line += String(repeating: " ", count: start - line.count) + text.label
    }
    return line
  }
}
