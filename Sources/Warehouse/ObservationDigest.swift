// A number by which what is remembered of a slot is known to be what the warehouse holds of it. It is
// computed on both sides, by the hash functions with which PostgreSQL parts tables: those never change.

/// A digest of observations that are nothing but values, in any order.
struct ObservationDigest: Equatable {
  private(set) var rows = 0
  private(set) var bits: UInt64 = 0

  init() {}

  init(rows: Int, bits: UInt64) {
    self.rows = rows
    self.bits = bits
  }

  /// Adds an observation.
  mutating func add(_ row: PackedObservation) {
    rows += 1
    let ofPeriod = Self.hash(row.key.period, seed: row.key.list)
    let ofKey = Self.hash(row.key.provinceID, seed: ofPeriod)
    bits ^= row.value == 0 ? ofKey : Self.hash(row.value, seed: ofKey)
  }

  /// `hashint4extended`.
  static func hash(_ number: Int32, seed: UInt64) -> UInt64 {
    var state = HashState(bytes: 4, seed: seed)
    state.a &+= UInt32(bitPattern: number)
    return state.finish()
  }

  /// `hashfloat8extended` of what is neither zero, which it gives the seed for, nor no number.
  static func hash(_ number: Double, seed: UInt64) -> UInt64 {
    var state = HashState(bytes: 8, seed: seed)
    state.a &+= UInt32(truncatingIfNeeded: number.bitPattern)
    state.b &+= UInt32(truncatingIfNeeded: number.bitPattern >> 32)
    return state.finish()
  }
}

/// The state of Bob Jenkins's hash of 2006, as PostgreSQL begins and ends it.
private struct HashState {
  var a: UInt32
  var b: UInt32
  private var c: UInt32

  init(bytes: UInt32, seed: UInt64) {
    let start = 0x9E37_79B9 &+ bytes &+ 3_923_095
    (a, b, c) = (start, start, start)
    guard seed != 0 else { return }
    a &+= UInt32(truncatingIfNeeded: seed >> 32)
    b &+= UInt32(truncatingIfNeeded: seed)
    mix()
  }

  private static func rotate(_ word: UInt32, _ bits: UInt32) -> UInt32 {
    word << bits | word >> (32 - bits)
  }

  private mutating func mix() {
    func step(_ x: inout UInt32, _ y: inout UInt32, _ z: inout UInt32, _ bits: UInt32) {
      x &-= z
      x ^= Self.rotate(z, bits)
      z &+= y
    }
    step(&a, &b, &c, 4)
    step(&b, &c, &a, 6)
    step(&c, &a, &b, 8)
    step(&a, &b, &c, 16)
    step(&b, &c, &a, 19)
    step(&c, &a, &b, 4)
  }

  mutating func finish() -> UInt64 {
    func step(_ x: inout UInt32, _ y: UInt32, _ bits: UInt32) {
      x ^= y
      x &-= Self.rotate(y, bits)
    }
    step(&c, b, 14)
    step(&a, c, 11)
    step(&b, a, 25)
    step(&c, b, 16)
    step(&a, c, 4)
    step(&b, a, 14)
    step(&c, b, 24)
    return UInt64(b) << 32 | UInt64(c)
  }
}
