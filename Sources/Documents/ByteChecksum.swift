// A number by which two readings of a file are told apart, for next to no time.

/// Checksums of the two halves of a file, which end and begin with the first line that begins behind its
/// middle, so that they can be read apart.
public struct FileChecksum: Sendable, Hashable {
  /// Of what comes before.
  public let first: UInt64
  /// Of what comes after.
  public let second: UInt64

  /// Puts halves together that were read apart.
  ///
  /// - Parameters:
  ///   - first: of what comes before the middle.
  ///   - second: of what comes after.
  public init(first: UInt64, second: UInt64) {
    self.first = first
    self.second = second
  }
}

/// A checksum of bytes that come in pieces; how they are cut does not matter.
///
/// It is good against accidents, not against somebody who makes bytes for it.
struct ByteChecksum {
  private var state: UInt64 = 0x9E37_79B9_7F4A_7C15
  /// Bytes that do not fill a word yet, the first one lowest.
  private var rest: UInt64 = 0
  private var count = 0

  /// The checksum of what has come so far.
  var value: UInt64 {
    var copy = self
    copy.mix(rest)
    copy.mix(UInt64(truncatingIfNeeded: count))
    return copy.state
  }

  /// Takes the next bytes.
  mutating func add(_ bytes: UnsafeRawBufferPointer) {
    var at = 0
    while at < bytes.count, count & 7 != 0 { take(bytes[at], &at) }
    while at + 8 <= bytes.count {
      mix(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self)))
      at += 8
      count += 8
    }
    while at < bytes.count { take(bytes[at], &at) }
  }

  private mutating func take(_ byte: UInt8, _ at: inout Int) {
    rest |= UInt64(byte) << UInt64(8 * (count & 7))
    count += 1
    at += 1
    guard count & 7 == 0 else { return }
    mix(rest)
    rest = 0
  }

  private mutating func mix(_ word: UInt64) {
    let product = (state ^ word).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
    // A product with nothing would forget what came before.
    state = (product.high ^ product.low) &+ word &+ 1
  }
}
