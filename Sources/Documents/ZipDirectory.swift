// The table of contents at the end of a ZIP file: what a file is that office programs wrote, and how long
// it says its parts are. Nothing is unpacked here.

/// Names and lengths of what a ZIP file holds.
struct ZipDirectory {
  /// One entry.
  struct Entry {
    let name: String
    /// Bytes that it says it unpacks to.
    let length: Int
  }

  /// The entries in their order.
  let entries: [Entry]

  /// An office document has some dozens of entries; what needs more than this for their names is none.
  private static let longest = 4 << 20

  /// Reads the table of contents; nil where there is none, as in a file that was cut off.
  ///
  /// - Parameter stream: the file.
  /// - Throws: `DocumentError.unreadable`.
  init?(_ stream: borrowing ByteStream) throws(DocumentError) {
    // The end record has 22 bytes and a comment of at most 65,535.
    let tailStart = max(0, stream.size - 65_557)
    let tail = try stream.bytes(at: tailStart, count: stream.size - tailStart)
    let candidates = stride(from: tail.count - 22, through: 0, by: -1)
    guard let end = candidates.first(where: { tail[$0...].starts(with: [0x50, 0x4B, 5, 6]) }) else {
      return nil
    }
    let (length, start) = (Self.number(tail, end + 12, 4), Self.number(tail, end + 16, 4))
    guard length <= Self.longest, start <= stream.size - length else { return nil }
    let table = try stream.bytes(at: start, count: length)
    var entries: [Entry] = []
    var at = 0
    while at + 46 <= table.count, table[at...].starts(with: [0x50, 0x4B, 1, 2]) {
      let nameEnd = at + 46 + Self.number(table, at + 28, 2)
      guard nameEnd <= table.count else { return nil }
      entries.append(
        Entry(
          name: String(decoding: table[(at + 46)..<nameEnd], as: UTF8.self),
          length: Self.number(table, at + 24, 4)))
      at = nameEnd + Self.number(table, at + 30, 2) + Self.number(table, at + 32, 2)
    }
    self.entries = entries
  }

  /// A number of some bytes, the lowest first; those beyond the end count as zero.
  private static func number(_ bytes: [UInt8], _ at: Int, _ count: Int) -> Int {
    (at..<(at + count)).reversed().reduce(0) { sum, index in
      sum << 8 | (index < bytes.count ? Int(bytes[index]) : 0)
    }
  }
}
