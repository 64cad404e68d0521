import Documents
import Testing

@Suite struct CSVReaderTests {
  private func read(
    _ bytes: [UInt8], separator: Character = ","
  ) throws -> (header: [String], rows: [CSVReader.Row]) {
    let file = try TemporaryFile(bytes)
    var reader = try CSVReader.open(path: file.path, separator: separator)
    let header = reader.header
    var rows: [CSVReader.Row] = []
    while let row = try reader.next() { rows.append(row) }
    return (header, rows)
  }

  private func read(
    _ text: String, separator: Character = ","
  ) throws -> (header: [String], rows: [CSVReader.Row]) {
    try read(Array(text.utf8), separator: separator)
  }

  /// The error of a table, with the path taken out.
  private func error(of bytes: [UInt8]) throws -> DocumentError? {
    do {
      _ = try read(bytes)
      return nil
    } catch let error as DocumentError {
      return switch error {
      case .missing: .missing(path: "")
      case .unreadable(_, let reason): .unreadable(path: "", reason: reason)
      case .empty: .empty(path: "")
      case .notUTF8(_, let line, _): .notUTF8(path: "", line: line)
      case .openQuote(_, let line): .openQuote(path: "", line: line)
      case .strayQuote(_, let line): .strayQuote(path: "", line: line)
      case .wrongFieldCount(_, let line, let found, let expected):
        .wrongFieldCount(path: "", line: line, found: found, expected: expected)
      case .rowTooLong(_, let line): .rowTooLong(path: "", line: line)
      default: error
      }
    }
  }

  private func error(of text: String) throws -> DocumentError? {
    try error(of: Array(text.utf8))
  }

  @Test func rowsKnowTheirLines() throws {
    let table = try read("year,place\n2019,Hà Tĩnh\n2020,Lạng Sơn\n")
    #expect(table.header == ["year", "place"])
    #expect(table.rows.map(\.fields) == [["2019", "Hà Tĩnh"], ["2020", "Lạng Sơn"]])
    #expect(table.rows.map(\.line) == [2, 3])
  }

  @Test func lastRowNeedsNoLineBreak() throws {
    #expect(try read("a,b\n1,2").rows.map(\.fields) == [["1", "2"]])
    #expect(try read("a,b\n1,").rows.map(\.fields) == [["1", ""]])
  }

  @Test func lineBreaksOfWindowsAreLineBreaks() throws {
    let table = try read("a,b\r\n1,2\r\n\"3\",\"4\"\r\n5,6\r")
    #expect(table.header == ["a", "b"])
    #expect(table.rows.map(\.fields) == [["1", "2"], ["3", "4"], ["5", "6"]])
    #expect(table.rows.map(\.line) == [2, 3, 4])
  }

  @Test func quotesHoldSeparatorsQuotesAndLineBreaks() throws {
    let table = try read("a,b\n\"Bộ \"\"Nội vụ\"\", Hà Nội\",\"hai\ndòng\"\nx,y\n")
    #expect(
      table.rows.map(\.fields) == [["Bộ \"Nội vụ\", Hà Nội", "hai\ndòng"], ["x", "y"]])
    // The row of two lines begins on line 2, the next one on line 4.
    #expect(table.rows.map(\.line) == [2, 4])
  }

  @Test func lineBreakOfWindowsInsideQuotesIsKept() throws {
    #expect(try read("a,b\n\"1\r\n2\",3\r\n").rows.map(\.fields) == [["1\r\n2", "3"]])
  }

  @Test func emptyQuotesAreAnEmptyField() throws {
    #expect(try read("a,b,c\n\"\",,\"\"\n").rows.map(\.fields) == [["", "", ""]])
  }

  @Test func byteOrderMarkIsNoPartOfTheHeader() throws {
    #expect(
      try read([0xEF, 0xBB, 0xBF] + Array("năm,tỉnh\n1,2\n".utf8)).header == ["năm", "tỉnh"])
    #expect(try read([0xEF, 0xBB, 0xBF] + Array("\"a\",b\n1,2\n".utf8)).header == ["a", "b"])
  }

  @Test func byteOrderMarkElsewhereIsText() throws {
    #expect(try read("a,b\n\u{FEFF}1,2\n").rows.map(\.fields) == [["\u{FEFF}1", "2"]])
  }

  @Test func emptyLinesArePassedOver() throws {
    let table = try read("a,b\n\n1,2\n\n\n3,4\n\n")
    #expect(table.rows.map(\.fields) == [["1", "2"], ["3", "4"]])
    #expect(table.rows.map(\.line) == [3, 6])
  }

  @Test func emptyLineOfOneColumnIsAnEmptyField() throws {
    #expect(try read("a\n\n1\n").rows.map(\.fields) == [[""], ["1"]])
  }

  @Test func otherSeparatorsAreReadAsAsked() throws {
    let table = try read("a;b\n1,5;\"2;5\"\n", separator: ";")
    #expect(table.rows.map(\.fields) == [["1,5", "2;5"]])
    #expect(try read("a\tb\n1\t2\n", separator: "\t").rows.map(\.fields) == [["1", "2"]])
  }

  @Test func marksOfVietnameseComeBackAsTheyWere() throws {
    // One letter in two forms: composed, and with its marks apart.
    let composed = Array("a,b\n\u{1EBF},1\n".utf8)
    let apart = Array("a,b\ne\u{302}\u{301},1\n".utf8)
    #expect(try read(composed).rows.map { Array($0.fields[0].unicodeScalars) } == [["\u{1EBF}"]])
    #expect(
      try read(apart).rows.map { Array($0.fields[0].unicodeScalars) }
        == [["e", "\u{302}", "\u{301}"]])
  }

  @Test func tableLongerThanAPieceIsReadWhole() throws {
    // 12,000 rows of 16 bytes: 192 KB, three pieces of 64 KB, with letters across their seams.
    var text = "năm,tỉnh\n"
    for number in 10_000..<22_000 { text += "\(number),Hà Tĩnh\n" }
    let table = try read(text)
    #expect(table.rows.count == 12_000)
    #expect(table.rows.allSatisfy { $0.fields[1] == "Hà Tĩnh" })
    #expect(table.rows.last?.fields[0] == "21999")
    #expect(table.rows.last?.line == 12_001)
  }

  @Test(arguments: ["", "\n", "\r\n\r\n", "\u{FEFF}"])
  func fileWithoutAHeaderIsEmpty(_ text: String) throws {
    #expect(try error(of: text) == .empty(path: ""))
  }

  @Test func headerAloneIsATableWithoutRows() throws {
    #expect(try read("a,b\n").rows.isEmpty)
    #expect(try read("a,b").rows.isEmpty)
  }

  @Test func rowsWithMoreOrFewerFieldsAreErrors() throws {
    #expect(
      try error(of: "a,b\n1,2\n1,2,3\n")
        == .wrongFieldCount(path: "", line: 3, found: 3, expected: 2))
    #expect(
      try error(of: "a,b\n\n1\n") == .wrongFieldCount(path: "", line: 3, found: 1, expected: 2))
  }

  @Test func quoteThatNeverClosesNamesItsFirstLine() throws {
    #expect(try error(of: "a,b\n1,\"2\n3,4\n5,6\n") == .openQuote(path: "", line: 2))
  }

  @Test(arguments: ["a,b\n1,x\"y\n", "a,b\n1,\"x\"y\n", "a,b\n1,\"x\" \n"])
  func quoteInTheMiddleOfAFieldIsAnError(_ text: String) throws {
    #expect(try error(of: text) == .strayQuote(path: "", line: 2))
  }

  @Test func textAfterAClosingQuoteAndACarriageReturnIsAnError() throws {
    #expect(try error(of: "a,b\n\"1\"\rx,2\n") == .strayQuote(path: "", line: 2))
  }

  @Test func bytesThatAreNotUTF8NameTheirLine() throws {
    // 0xE0 alone begins a character of three bytes; windows-1258 writes à so.
    #expect(
      try error(of: Array("a,b\n1,2\nH".utf8) + [0xE0] + Array(",2\n".utf8))
        == .notUTF8(path: "", line: 3))
    #expect(try error(of: "a,b\n1,\u{0}\n") == .notUTF8(path: "", line: 2))
  }

  @Test func rowOfAMegabyteIsAMissingQuote() throws {
    let long = String(repeating: "x", count: 1 << 20)
    #expect(try error(of: "a,b\n1,\"\(long)\n") == .rowTooLong(path: "", line: 2))
  }
}
