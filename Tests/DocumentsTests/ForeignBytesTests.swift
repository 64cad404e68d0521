import Documents
import Testing

@Suite struct ForeignBytesTests {
  /// What is told of a table: the line, and what it seems to be.
  private func told(_ bytes: [UInt8]) throws -> (line: Int, seems: ForeignBytes?)? {
    let file = try TemporaryFile(bytes)
    do {
      var reader = try CSVReader.open(path: file.path)
      while try reader.next() != nil {}
      return nil
    } catch {
      guard case .notUTF8(_, let line, let seems) = error else { throw error }
      return (line, seems)
    }
  }

  private static let table = "place,value\n\"Lạng Sơn\",80.5\n\"Hà Tĩnh\",88.25\n"

  private static func units(_ text: String, bigEndian: Bool) -> [UInt8] {
    text.utf16.flatMap { unit in
      let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
      return bigEndian ? [high, low] : [low, high]
    }
  }

  @Test(
    arguments: [
      ([0xFF, 0xFE] + units(table, bigEndian: false), "UTF-16"),
      ([0xFE, 0xFF] + units(table, bigEndian: true), "UTF-16"),
      (units(table, bigEndian: false), "UTF-16LE"), (units(table, bigEndian: true), "UTF-16BE"),
      (
        [0xFF, 0xFE, 0, 0] + table.unicodeScalars.flatMap { [UInt8($0.value & 0xFF), 0, 0, 0] },
        "UTF-32"
      ),
    ] as [([UInt8], String)])
  func wideEncodingsAreToldBeforeQuotesAre(bytes: [UInt8], name: String) throws {
    let told = try #require(try told(bytes))
    #expect(told.line == 1)
    #expect(told.seems == .encoding(name))
  }

  /// "Lạng Sơn" and "Hà Tĩnh" as the tables of the encodings have them.
  @Test(
    arguments: [
      ([0x4C, 0x61, 0xF2, 0x6E, 0x67, 0x20, 0x53, 0xF5, 0x6E], [0x48, 0xE0], "WINDOWS-1258"),
      ([0x4C, 0xB9, 0x6E, 0x67, 0x20, 0x53, 0xAC, 0x6E], [0x48, 0xB5], "TCVN5712-1"),
    ] as [([UInt8], [UInt8], String)])
  func encodingsOfFormerTimesAreToldWithTheirLine(
    langSon: [UInt8], ha: [UInt8], name: String
  ) throws {
    let bytes = Array("place,value\nplain,1\n".utf8) + langSon + Array(",2\n".utf8) + ha
    let told = try #require(try told(bytes + Array(" T,3\n".utf8)))
    #expect(told.line == 3)
    #expect(told.seems == .encoding(name))
  }

  @Test(
    arguments: [
      (
        Array("PK\u{03}\u{04}".utf8) + Array(repeating: 0x22, count: 50), "ZIP (.xlsx, .ods, .docx)"
      ),
      ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1], "Microsoft Office (.xls, .doc)"),
      (Array("%PDF-1.7\n".utf8), "PDF"), ([0x1F, 0x8B, 8, 0], "gzip"),
      ([0x7F, 0x45, 0x4C, 0x46, 2, 1, 1], "binary data"),
      ((0..<2_000).map { UInt8(truncatingIfNeeded: $0 * 7) }, "binary data"),
    ] as [([UInt8], String)])
  func filesOfOtherKindsAreToldByTheirBeginning(bytes: [UInt8], name: String) throws {
    let told = try #require(try told(bytes))
    #expect(told.line == 1)
    #expect(told.seems == .format(name))
  }

  @Test func bytesOfNoKnownEncodingAreNotGuessed() throws {
    let told = try #require(try told(Array("a,b\n1,".utf8) + [0xFF, 0xFF, 0x80, 0x81] + [10]))
    #expect(told.line == 2)
    #expect(told.seems == nil)
  }

  @Test func textInUTF8IsNoneOfThem() throws {
    #expect(try told(Array(Self.table.utf8)) == nil)
    #expect(try told([0xEF, 0xBB, 0xBF] + Array(Self.table.utf8)) == nil)
  }
}
