// The random numbers of the generator: the same in every run, on every machine, for every toolchain.

/// The generator SplitMix64 by Steele, Lea and Flood.
public struct SplitMix64: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// Numbers that follow from a seed.
  public init(seed: UInt64) { state = seed }

  /// The next number.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number below a bound; 0 where the bound is not above 0.
  public mutating func below(_ bound: Int) -> Int {
    bound > 0 ? Int(next() % UInt64(bound)) : 0
  }

  /// A number of a range.
  public mutating func number(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + below(range.count)
  }

  /// Whether something happens that happens so many times of a hundred.
  public mutating func chance(_ percent: Int) -> Bool { below(100) < percent }

  /// One of some things; nil where there are none.
  public mutating func choose<Thing>(_ things: [Thing]) -> Thing? {
    things.isEmpty ? nil : things[below(things.count)]
  }

  /// One of some words; empty where there are none.
  public mutating func pick(_ words: String...) -> String { choose(words) ?? "" }

  /// Some of the things, in another order.
  public mutating func sample<Thing>(_ things: [Thing], _ count: Int) -> [Thing] {
    var left = things
    for index in left.indices.dropLast() {
      left.swapAt(index, index + below(left.count - index))
    }
    return Array(left.prefix(max(0, count)))
  }
}
