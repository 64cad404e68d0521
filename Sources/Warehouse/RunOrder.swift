// In which order the observations of one run are sorted.

/// Sorts by the bits in which keys differ.
struct RunOrder {
  /// How many bits the number of a row in its run may have.
  static let indexBits = 16
  private static let digitBits = 11

  /// What is sorted by and, in the last bits, the number of the row.
  private var words: [UInt64] = []
  private var others: [UInt64] = []

  /// Finds the order of rows.
  ///
  /// - Parameter rows: the rows, at most as many as numbers of so many bits.
  /// - Returns: whether it is another than that in which they are.
  mutating func sort(_ rows: [PackedObservation]) -> Bool {
    guard let first = rows.first?.key else { return false }
    var isSorted = true
    var before = first
    // Which bits are not the same in all keys.
    var (lists, moments): (UInt64, UInt64) = (0, 0)
    for row in rows {
      if row.key < before { isSorted = false }
      before = row.key
      lists |= row.key.list ^ first.list
      moments |= row.key.moment ^ first.moment
    }
    if isSorted { return false }
    if words.count < rows.count {
      words = Array(repeating: 0, count: rows.count)
      others = words
    }
    let shape = KeyShape(lists: lists, moments: moments)
    if shape.width + Self.indexBits <= 64 {
      sortByDigits(rows, shape)
    } else {
      let order = rows.indices.sorted { one, other in
        let (a, b) = (rows[one].key, rows[other].key)
        return a == b ? one < other : a < b
      }
      for (position, index) in order.enumerated() { words[position] = UInt64(index) }
    }
    return true
  }

  /// Which row comes at a position.
  func index(_ position: Int) -> Int { Int(words[position] & (1 << UInt64(Self.indexBits) - 1)) }

  /// Sorts by digits, the last one first: each pass is one walk through all, and leaves rows of one digit
  /// in the order of the pass before.
  private mutating func sortByDigits(_ rows: [PackedObservation], _ shape: KeyShape) {
    for index in rows.indices {
      words[index] = shape.word(of: rows[index].key) << UInt64(Self.indexBits) | UInt64(index)
    }
    let mask: UInt64 = 1 << UInt64(Self.digitBits) - 1
    var shift = UInt64(Self.indexBits)
    while shift < UInt64(Self.indexBits + shape.width) {
      var starts = [Int](repeating: 0, count: 1 << Self.digitBits)
      words.withUnsafeBufferPointer { words in
        for index in rows.indices { starts[Int(words[index] >> shift & mask)] += 1 }
      }
      var sum = 0
      for digit in starts.indices { (starts[digit], sum) = (sum, sum + starts[digit]) }
      words.withUnsafeBufferPointer { words in
        others.withUnsafeMutableBufferPointer { others in
          starts.withUnsafeMutableBufferPointer { starts in
            for index in rows.indices {
              let digit = Int(words[index] >> shift & mask)
              others[starts[digit]] = words[index]
              starts[digit] += 1
            }
          }
        }
      }
      swap(&words, &others)
      shift += UInt64(Self.digitBits)
    }
  }
}

/// Which bits of keys are not the same in all of them, put side by side.
private struct KeyShape {
  private let list: (high: UInt64, low: UInt64, lowBits: UInt64)
  private let moment: (high: UInt64, low: UInt64, lowBits: UInt64)
  private let momentBits: UInt64
  /// How many bits.
  let width: Int

  init(lists: UInt64, moments: UInt64) {
    func bits(_ differing: UInt64) -> Int { 64 - differing.leadingZeroBitCount }
    func halves(_ word: UInt64) -> (high: Int, low: Int) {
      (bits(word >> 32), bits(word & 0xFFFF_FFFF))
    }
    func mask(_ bits: Int) -> UInt64 { 1 << UInt64(bits) - 1 }
    let (ofLists, ofMoments) = (halves(lists), halves(moments))
    list = (mask(ofLists.high), mask(ofLists.low), UInt64(ofLists.low))
    moment = (mask(ofMoments.high), mask(ofMoments.low), UInt64(ofMoments.low))
    momentBits = UInt64(ofMoments.high + ofMoments.low)
    width = ofLists.high + ofLists.low + ofMoments.high + ofMoments.low
  }

  /// A number that is sorted as the keys are.
  func word(of key: PackedObservation.Key) -> UInt64 {
    let lists = (key.list >> 32 & list.high) << list.lowBits | key.list & list.low
    let moments = (key.moment >> 32 & moment.high) << moment.lowBits | key.moment & moment.low
    return lists << momentBits | moments
  }
}
