// Tables for terminals: alignment, wrapping, dropping of columns, records, and safety of data.

import RowRendering
import Testing

private let columns = [
  Column(key: "place", heading: "Place"),
  Column(key: "year", heading: "Year", alignment: .trailing),
  Column(key: "value", heading: "Value", alignment: .trailing),
]

private func table(
  _ rows: [[Field]], _ columns: [Column] = columns, _ options: RenderOptions = RenderOptions()
) -> String {
  Renderer.text(of: rows, columns: columns, format: .table, options: options)
}

private func widths(_ text: String) -> [Int] {
  text.split(separator: "\n").map { DisplayWidth.of(String($0)) }
}

@Suite struct TableTests {
  @Test func columnsAlignWithNumbersOnTheRight() {
    let text = table([
      [.code("lang-son", name: "Lạng Sơn"), .integer(2024), .number(87.5, decimals: 2)],
      [.code("hue", name: "Huế"), .integer(2023), .missing],
    ])
    #expect(
      text == """
        Place     Year  Value
        ─────────────────────
        Lạng Sơn  2024  87.50
        Huế       2023      –

        """)
  }

  @Test func decomposedLettersTakeOneColumn() {
    let composed = table([[.text("Lạng Sơn"), .integer(1), .integer(2)]])
    let decomposed = table([[.text("La\u{323}ng So\u{31B}n"), .integer(1), .integer(2)]])
    #expect(widths(composed) == widths(decomposed))
  }

  @Test func noRowsLeaveTheHeader() {
    #expect(table([]) == "Place  Year  Value\n──────────────────\n")
  }

  @Test func noColumnsLeaveNothing() {
    #expect(table([[], []], []) == "")
    #expect(table([[.text("x")]], [Column(key: "a", heading: "A", machineOnly: true)]) == "")
  }

  @Test func shortRowsCountAsMissing() {
    #expect(table([[.text("Huế")]]).hasSuffix("Huế       –      –\n"))
  }

  @Test func onlyHeadingsAreBold() {
    let text = table([[.text("Huế"), .missing, .missing]], columns, RenderOptions(colour: true))
    #expect(text.hasPrefix("\u{1B}[1mPlace  Year  Value\u{1B}[0m\n"))
    #expect(text.filter { $0 == "\u{1B}" }.count == 2)
  }

  @Test func longTextWrapsAtWordsAndNumbersDoNot() {
    let columns = [
      Column(key: "subject", heading: "Subject"),
      Column(key: "value", heading: "Value", alignment: .trailing),
    ]
    let text = table(
      [[.text("hồ sơ giải quyết đúng hạn"), .number(1234.5, decimals: 2)]], columns,
      RenderOptions(terminalWidth: 22))
    #expect(
      text == """
        Subject          Value
        ──────────────────────
        hồ sơ giải     1234.50
        quyết đúng
        hạn

        """)
  }

  @Test func theWidestTextShrinksFirst() {
    let columns = [Column(key: "a", heading: "A"), Column(key: "b", heading: "B")]
    let long = Array(repeating: "xx", count: 20).joined(separator: " ")
    let text = table([[.text("one two three"), .text(long)]], columns, .init(terminalWidth: 40))
    #expect(text.contains("\none two three  xx xx"))
    #expect(widths(text).allSatisfy { $0 <= 40 })
  }

  @Test func withoutATerminalNothingWraps() {
    let long = String(repeating: "chữ ", count: 200) + "hết"
    #expect(table([[.text(long), .integer(1), .integer(2)]]).contains(long))
  }

  @Test func optionalColumnsGoBeforeRecordsAreUsed() throws {
    var text = ""
    let columns = [
      Column(key: "a", heading: "Aaaaaaaa"),
      Column(key: "b", heading: "Bbbbbbbb", isOptionalInNarrow: true),
      Column(key: "c", heading: "Cccccccc"),
    ]
    var renderer = Renderer(
      columns: columns, format: .table, options: .init(terminalWidth: 20)
    ) { text += $0 }
    try renderer.row([.text("1"), .text("2"), .text("3")])
    try renderer.end()
    #expect(renderer.droppedColumns.map(\.key) == ["b"])
    #expect(text.hasPrefix("Aaaaaaaa  Cccccccc\n"))
  }

  @Test func whatFitsNoTableBecomesRecords() {
    let text = table(
      [
        [.text("Lạng Sơn"), .integer(2024), .number(1, decimals: 1)],
        [.text("Huế"), .integer(2024), .missing],
      ], columns, RenderOptions(terminalWidth: 17))
    #expect(
      text == """
        Place: Lạng Sơn
        Year:  2024
        Value: 1.0

        Place: Huế
        Year:  2024
        Value: –

        """)
  }

  @Test(arguments: [1, 2, 5, 9, 13, 19, 40, 0, -3])
  func anyWidthHoldsAllText(width: Int) {
    let text = table(
      [[.text("một hai ba bốn năm sáu"), .integer(2024), .number(87.5, decimals: 2)]], columns,
      RenderOptions(terminalWidth: width))
    let letters = text.filter { !$0.isWhitespace }
    #expect(letters.contains("mộthaibabốnnămsáu") || text.contains("một") || width < 6)
    #expect(letters.contains("87.50"))
    #expect(letters.contains("2024"))
  }

  @Test func repeatedLeadingValuesMayBeBlank() {
    let rows = [("A", 1), ("A", 1), ("A", 2), ("B", 2)].map {
      [Field.text($0.0), .integer($0.1), .integer(5)]
    }
    let text = table(rows, columns, RenderOptions(blankRepeats: [0, 1]))
    let lines = text.split(separator: "\n").dropFirst(2)
    #expect(lines.map { $0.filter { $0 != " " } } == ["A15", "5", "25", "B25"])
  }

  @Test func linesEndWithoutSpaces() {
    let columns = [Column(key: "a", heading: "A"), Column(key: "b", heading: "Bbbbbbbb")]
    let text = table([[.text("x"), .text("Huế")], [.text("y"), .text("")]], columns)
    #expect(text.hasSuffix("\nx  Huế\ny\n"))
  }

  @Test func wideLettersKeepTheColumnsAligned() {
    let text = table([[.text("日本"), .integer(1), .integer(2)], [.text("😀"), .missing, .missing]])
    #expect(Set(widths(text)) == [18])
  }

  @Test func dataCannotSteerATerminal() {
    let evil = "a\u{1B}[31mb\r\nc\td\u{9B}e\u{202E}f\u{7}"
    let text = table([[.text(evil), .integer(1), .integer(2)]])
    #expect(text.contains("a␛[31mb c d\u{FFFD}e\u{FFFD}f␇"))
    #expect(!text.unicodeScalars.contains("\u{1B}"))
  }

  @Test func peopleSeeWordsSignsAndMarksOfTheirLanguage() {
    let columns = ["a", "b", "c", "d", "e"].map { Column(key: $0, heading: $0) }
    let options = RenderOptions(decimalMark: ",", booleanWords: ("có", "không"))
    let text = table(
      [
        [
          .change(1.25, decimals: 1), .change(-0.04, decimals: 1), .boolean(false),
          .list(["B", "P"]), .rank(15, of: 63, isTied: true),
        ]
      ], columns, options)
    #expect(text.hasSuffix("+1,3  0,0  không  B, P  15=/63\n"))
  }
}
