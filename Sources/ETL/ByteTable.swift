// Numbers for keys of bytes: a hash table whose keys lie behind one another in one array, since a table
// of millions of rows asks it millions of times.

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Gives keys the numbers 0, 1, 2 in the order in which they were added.
struct ByteTable {
  private var slots: [Int32] = [Int32](repeating: -1, count: 1_024)
  private var hashes: [UInt64] = []
  private var ends: [Int] = []
  private var bytes: [UInt8] = []

  /// The number of a key; nil where it was not added.
  func number(of key: UnsafeBufferPointer<UInt8>) -> Int? {
    let hash = Self.hash(key)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let number = Int(slots[slot])
      if hashes[number] == hash, isKey(number, key) { return number }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// Adds a key.
  ///
  /// - Returns: whether it is new.
  mutating func add(_ key: UnsafeBufferPointer<UInt8>) -> Bool {
    guard number(of: key) == nil else { return false }
    if (hashes.count + 1) * 2 > slots.count { grow() }
    let hash = Self.hash(key)
    place(hash, hashes.count)
    hashes.append(hash)
    bytes.append(contentsOf: key)
    ends.append(bytes.count)
    return true
  }

  private mutating func place(_ hash: UInt64, _ number: Int) {
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = Int32(truncatingIfNeeded: number)
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    for (number, hash) in hashes.enumerated() { place(hash, number) }
  }

  private func isKey(_ number: Int, _ key: UnsafeBufferPointer<UInt8>) -> Bool {
    let begin = number == 0 ? 0 : ends[number - 1]
    let count = ends[number] - begin
    guard count == key.count else { return false }
    return bytes.withUnsafeBytes { own in
      guard let own = own.baseAddress, let other = key.baseAddress else { return count == 0 }
      return memcmp(own + begin, other, count) == 0
    }
  }

  /// Eight bytes at a time, multiplied and folded; good enough for names, not against an enemy, whose
  /// keys end where the table is full.
  private static func hash(_ key: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let bytes = UnsafeRawBufferPointer(key)
    var hash: UInt64 = 0x9E37_79B9_7F4A_7C15 &+ UInt64(bytes.count)
    var at = 0
    while at + 8 <= bytes.count {
      mix(&hash, bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self))
      at += 8
    }
    var rest: UInt64 = 0
    while at < bytes.count {
      rest = rest << 8 | UInt64(bytes[at])
      at += 1
    }
    mix(&hash, rest)
    return hash
  }

  private static func mix(_ hash: inout UInt64, _ word: UInt64) {
    let product = (hash ^ word).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
    hash = product.high ^ product.low
  }
}
