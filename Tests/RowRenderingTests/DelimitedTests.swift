// csv and tsv: quoting, formulas, escapes.

import RowRendering
import Testing

private func line(_ field: Field, _ format: Format) -> String {
  let columns = [Column(key: "a", heading: "A"), Column(key: "b", heading: "B")]
  let text = Renderer.text(of: [[field, .integer(1)]], columns: columns, format: format)
  return String(text.dropFirst(4))
}

@Suite struct DelimitedTests {
  @Test(arguments: [
    ("plain", "plain"), ("a,b", "\"a,b\""), ("a\"b", "\"a\"\"b\""), ("a\nb", "\"a\nb\""),
    ("a\r\nb", "\"a\r\nb\""), (" a", "\" a\""), ("a ", "\"a \""), ("", ""), ("Huế", "Huế"),
  ])
  func csvQuotesWhereNeeded(text: String, csv: String) {
    #expect(line(.text(text), .csv) == csv + ",1\n")
  }

  @Test(arguments: [
    ("=1+1", "'=1+1"), ("=", "="), ("+84", "'+84"), ("-x", "'-x"), ("@a", "'@a"), ("\tx", "'\tx"),
    ("=a,b", "\"'=a,b\""), ("\r=1", "\"'\r=1\""), ("'=1", "''=1"), ("'a'", "'a'"), ("'", "'"),
  ])
  func csvDisarmsFormulasInText(text: String, csv: String) {
    #expect(line(.text(text), .csv) == csv + ",1\n")
    #expect(line(.list([text]), .csv) == csv + ",1\n")
  }

  @Test(arguments: ["=1+1", "=", "'=1", "''=1", "'a", "'", "", "-5", "a=b", "\tx"])
  func whatWasDisarmedComesBack(text: String) {
    let cell = line(.text(text), .csv).dropLast(",1\n".count)
    #expect(FormulaGuard.removed(from: String(cell)) == text)
  }

  @Test func excelGetsAMarkSemicolonsAndCommas() {
    let columns = [Column(key: "a", heading: "A"), Column(key: "b", heading: "B")]
    let rows: [[Field]] = [
      [.text("Huế; Đà Nẵng"), .number(-63.79, decimals: 1)],
      [.text("=1+1"), .number(1e-7, decimals: nil)], [.text("a,b"), .missing],
    ]
    let text = Renderer.text(
      of: rows, columns: columns, format: .csv, options: RenderOptions(forExcel: true))
    #expect(
      Array(text.utf8)
        == Array(
          "\u{FEFF}a;b\r\n\"Huế; Đà Nẵng\";-63,79\r\n'=1+1;1e-07\r\na,b;\r\n".utf8))
  }

  @Test func csvKeepsNumbersAsTheyAre() {
    #expect(line(.number(-1.5, decimals: 0), .csv) == "-1.5,1\n")
    #expect(line(.change(2.125, decimals: 1), .csv) == "2.125,1\n")
    #expect(line(.integer(-3), .csv) == "-3,1\n")
    #expect(line(.missing, .csv) == ",1\n")
    #expect(line(.number(.nan), .csv) == ",1\n")
    #expect(line(.boolean(true), .csv) == "true,1\n")
    #expect(line(.date("2024-Q1"), .csv) == "2024-Q1,1\n")
    #expect(line(.list(["B", "P"]), .csv) == "B;P,1\n")
    #expect(line(.json(["a": 1]), .csv) == "\"{\"\"a\"\":1}\",1\n")
  }

  @Test func tsvEscapesInsteadOfQuoting() {
    #expect(line(.text("a\tb\nc\\d\re\"f,g"), .tsv) == "a\\tb\\nc\\\\d\\re\"f,g\t1\n")
    #expect(line(.text("=1"), .tsv) == "=1\t1\n")
  }

  @Test func anEmptyOnlyCellIsStillARecord() {
    let columns = [Column(key: "a", heading: "A")]
    #expect(Renderer.text(of: [[.missing]], columns: columns, format: .csv) == "a\n\"\"\n")
  }

  @Test func noRowsLeaveTheHeaderAndNoColumnsNothing() {
    let columns = [Column(key: "a,b", heading: "A"), Column(key: "c", heading: "C")]
    #expect(Renderer.text(of: [], columns: columns, format: .csv) == "\"a,b\",c\n")
    #expect(Renderer.text(of: [], columns: columns, format: .tsv) == "a,b\tc\n")
    #expect(Renderer.text(of: [[]], columns: [], format: .csv) == "")
  }

  @Test func rowsStreamOneByOne() throws {
    var pieces: [String] = []
    var renderer = Renderer(
      columns: [Column(key: "a", heading: "A")], format: .csv
    ) { pieces.append($0) }
    try renderer.begin()
    try renderer.row([.integer(1)])
    #expect(pieces == ["a\n", "1\n"])
    try renderer.end()
    #expect(pieces.count == 2)
  }

  @Test func anErrorOfTheSinkStopsTheRendering() {
    struct Full: Error {}
    var renderer = Renderer(columns: [Column(key: "a", heading: "A")], format: .csv) { _ in
      throw Full()
    }
    #expect(throws: Full.self) { try renderer.begin() }
  }
}
