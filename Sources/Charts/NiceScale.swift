// An axis that begins and ends at round numbers.

/// A range of values with round ends and round steps.
struct NiceScale: Sendable, Hashable {
  let low: Double
  let high: Double
  let step: Double

  /// The scale over values; `steps` is about how many ticks there are.
  init(_ values: [Double], steps: Int = 4) {
    let least = values.min() ?? 0
    let most = values.max() ?? 1
    let spread = most > least ? most - least : (most == 0 ? 1 : most.magnitude * 0.1)
    let middle = most > least ? nil : least
    // 1, 2 or 5 times a power of ten, the first that needs no more steps.
    let size = Self.sizes.first { spread / $0 <= Double(steps) } ?? spread
    func round(_ value: Double, _ rule: FloatingPointRoundingRule) -> Double {
      Self.times((value / size).rounded(rule), size)
    }
    step = size
    low = round(middle.map { $0 - spread / 2 } ?? least, .down)
    high = round(middle.map { $0 + spread / 2 } ?? most, .up)
  }

  private static let sizes: [Double] = (-9...14).flatMap { power in
    ["1", "2", "5"].compactMap { Double("\($0)e\(power)") }
  }

  /// A multiple of a step, without the noise of parts of two and five.
  private static func times(_ count: Double, _ step: Double) -> Double {
    step >= 1 ? count * step : count / (1 / step).rounded()
  }

  /// Decimals that the ticks need.
  var decimals: Int {
    var count = 0
    var size = step
    while size < 0.999, count < 9 {
      size *= 10
      count += 1
    }
    return count
  }

  /// The ticks, ascending.
  var ticks: [Double] {
    let count = Int(((high - low) / step).rounded())
    let first = (low / step).rounded()
    return (0...max(count, 1)).map { Self.times(first + Double($0), step) }
  }

  /// How far up a value stands, 0 to 1.
  func share(_ value: Double) -> Double { high > low ? (value - low) / (high - low) : 0.5 }
}
