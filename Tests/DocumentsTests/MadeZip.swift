// ZIP files and Word documents that tests make up, and data that unpack to far more than they are.

/// A ZIP file.
struct MadeZip {
  /// One entry.
  struct Entry {
    let name: String
    var bytes: [UInt8]
    /// Whether the bytes are packed already.
    var isPacked = false
    /// What it says it unpacks to; nil for the truth of bytes that are not packed.
    var length: Int?
  }

  var entries: [Entry]

  var bytes: [UInt8] {
    var file: [UInt8] = []
    var directory: [UInt8] = []
    for entry in entries {
      let name = Array(entry.name.utf8)
      var head: [UInt8] = Self.little(20, 2) + Self.little(0, 2)
      head += Self.little(entry.isPacked ? 8 : 0, 2) + Self.little(0, 4)
      head += Self.little(entry.isPacked ? 0 : Self.checksum(entry.bytes), 4)
      head += Self.little(entry.bytes.count, 4)
      head += Self.little(entry.length ?? entry.bytes.count, 4)
      head += Self.little(name.count, 2) + Self.little(0, 2)
      directory += [0x50, 0x4B, 1, 2] + Self.little(20, 2) + head + Self.little(0, 2)
      directory += Self.little(0, 2) + Self.little(0, 2) + Self.little(0, 4)
      directory += Self.little(file.count, 4) + name
      file += [0x50, 0x4B, 3, 4] + head + name + entry.bytes
    }
    let count = Self.little(entries.count, 2)
    return file + directory + [0x50, 0x4B, 5, 6] + Self.little(0, 4) + count + count
      + Self.little(directory.count, 4) + Self.little(file.count, 4) + Self.little(0, 2)
  }

  private static func little(_ number: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }

  private static func checksum(_ bytes: [UInt8]) -> Int {
    var sum: UInt32 = .max
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
    return Int(~sum)
  }
}

extension MadeZip {
  /// A Word document of a body in its XML.
  static func word(
    _ body: String, declaration: String = "", document: Entry? = nil
  ) -> MadeZip {
    let types = "http://schemas.openxmlformats.org/package/2006/"
    let office = "http://schemas.openxmlformats.org/"
    let xml = """
      <?xml version="1.0" encoding="UTF-8"?>\(declaration)<w:document \
      xmlns:w="\(office)wordprocessingml/2006/main"><w:body>\(body)</w:body></w:document>
      """
    let parts = [
      (
        "[Content_Types].xml",
        """
        <Types xmlns="\(types)content-types"><Default Extension="xml" ContentType="application/xml"/>\
        <Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-\
        officedocument.wordprocessingml.document.main+xml"/></Types>
        """
      ),
      (
        "_rels/.rels",
        """
        <Relationships xmlns="\(types)relationships"><Relationship Id="r1" \
        Type="\(office)officeDocument/2006/relationships/officeDocument" \
        Target="word/document.xml"/></Relationships>
        """
      ),
    ]
    let whole = Entry(name: "word/document.xml", bytes: Array(xml.utf8))
    return MadeZip(
      entries: parts.map { Entry(name: $0, bytes: Array($1.utf8)) } + [document ?? whole])
  }

  /// A paragraph of Word.
  static func paragraph(_ text: String) -> String {
    "<w:p><w:r><w:t xml:space=\"preserve\">\(text)</w:t></w:r></w:p>"
  }

  /// A table of Word; each cell has its paragraphs, `^` continues the one above.
  static func table(_ rows: [[[String]]]) -> String {
    let columns = rows.map(\.count).max() ?? 0
    let grid = String(repeating: "<w:gridCol w:w=\"2000\"/>", count: columns)
    let body = rows.enumerated().map { number, row in
      let cells = row.enumerated().map { column, paragraphs in
        let below = rows.dropFirst(number + 1).first?.dropFirst(column).first
        var merge = below == ["^"] ? "<w:vMerge w:val=\"restart\"/>" : ""
        if paragraphs == ["^"] { merge = "<w:vMerge/>" }
        let span = row.count < columns ? "<w:gridSpan w:val=\"\(columns)\"/>" : ""
        let words = paragraphs == ["^"] ? "<w:p/>" : paragraphs.map(paragraph).joined()
        return "<w:tc><w:tcPr>\(span)\(merge)</w:tcPr>\(words)</w:tc>"
      }
      return "<w:tr>\(cells.joined())</w:tr>"
    }
    return "<w:tbl><w:tblPr/><w:tblGrid>\(grid)</w:tblGrid>\(body.joined())</w:tbl>"
  }
}

/// Packed data (RFC 1951, fixed codes) in which one byte stands very often.
struct MadeBomb {
  private(set) var bytes: [UInt8] = []
  private var bits: UInt32 = 0
  private var count: UInt32 = 0

  /// Packs a beginning, its last byte some 258 times `repeats` times, and an end.
  init(_ beginning: String, repeats: Int, _ end: String) {
    put(0b011, 3)
    for byte in beginning.utf8 { put(literal: byte) }
    for _ in 0..<repeats {
      putCode(0b1100_0101, 8)  // 258 bytes
      putCode(0, 5)  // from one byte before
    }
    for byte in end.utf8 { put(literal: byte) }
    putCode(0, 7)
    put(0, 7)
  }

  private mutating func put(literal byte: UInt8) {
    if byte < 144 { putCode(UInt32(byte) + 0x30, 8) } else { putCode(UInt32(byte) + 0x100, 9) }
  }

  /// Codes have their highest bit first.
  private mutating func putCode(_ code: UInt32, _ length: UInt32) {
    for bit in (0..<length).reversed() { put(code >> bit & 1, 1) }
  }

  private mutating func put(_ value: UInt32, _ length: UInt32) {
    bits |= value << count
    count += length
    while count >= 8 {
      bytes.append(UInt8(bits & 0xFF))
      bits >>= 8
      count -= 8
    }
  }
}
