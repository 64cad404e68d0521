import FoundationEssentials
import Testing

@testable import ETL

@Suite struct TableTests {
  private static let optional = ["value", "note"]

  /// Reads a table to its end; the first error ends it.
  private func read(_ name: String) -> (rows: [TableRow], told: String) {
    var rows: [TableRow] = []
    do throws(Diagnostic) {
      var table = try TableReader(
        path: Fixture.path("tables/\(name).csv"), file: "\(name).csv",
        required: ["year", "place", "indicator", "source"], optional: Self.optional)
      while let row = try table.next() { rows.append(row) }
      return (rows, "")
    } catch {
      return (rows, text([error]))
    }
  }

  @Test(arguments: [
    ("missing-file", "missing-file.csv file_missing"),
    ("empty", "empty.csv file_empty"),
    ("empty-line", "empty-line.csv file_empty"),
    ("latin-1", "latin-1.csv:2 other_encoding: WINDOWS-1258 | WINDOWS-1258"),
    ("utf-16", "utf-16.csv:1 other_encoding: UTF-16 | UTF-16"),
    ("unknown-column", "unknown-column.csv:1 unknown_column valeu: valeu | value"),
    ("missing-column", "missing-column.csv:1 missing_column: place"),
    ("duplicate-column", "duplicate-column.csv:1 duplicate_column year: year"),
    ("wrong-field-count", "wrong-field-count.csv:3 wrong_field_count: 6 | 5"),
    // The note of line 2 holds a line break, so the quote that stays open is on line 4.
    ("open-quote", "open-quote.csv:4 open_quote"),
    ("stray-quote", "stray-quote.csv:2 stray_quote"),
  ])
  func brokenTableTellsItsLine(name: String, told: String) {
    #expect(read(name).told == told)
  }

  @Test func folderInPlaceOfAFileIsToldWithTheReasonOfTheSystem() {
    let told = #expect(throws: Diagnostic.self) {
      _ = try TableReader(
        path: Fixture.path("tables"), file: "tables", required: [], optional: nil)
    }
    #expect(told?.reason == .fileUnreadable)
    #expect(told?.arguments.first?.isEmpty == false)
  }

  @Test func byteOrderMarkAndCRLFAreNoPartOfTheFields() throws {
    let (rows, told) = read("bom-crlf")
    #expect(told == "")
    let row = try #require(rows.first)
    #expect(row.text("year") == "2019")
    #expect(row.text("source") == "a")
    #expect(row.line == 2)
  }

  @Test func fieldsAreWhatTheirColumnSays() {
    var row = TableRow(
      file: "t.csv", line: 7,
      fields: ["12,5", "2024-02-30", "yes", "24", "1e400", "9999999999", "\u{A0}x ", "nan"],
      positions: [
        "number": 0, "date": 1, "flag": 2, "year": 3, "huge": 4, "integer": 5, "text": 6,
        "nan": 7,
      ])
    #expect(row.number("number") == nil)
    #expect(row.date("date") == nil)
    #expect(row.boolean("flag") == nil)
    #expect(row.year("year") == nil)
    #expect(row.number("huge") == nil)
    #expect(row.integer("integer") == nil)
    #expect(row.number("nan") == nil)
    #expect(row.word("text", of: ["y", "z"]) == nil)
    #expect(row.required("absent") == nil)
    #expect(row.text("text") == "x")
    #expect(
      text(row.diagnostics) == """
        t.csv:7 value_missing absent: absent
        t.csv:7 not_a_date date: 2024-02-30
        t.csv:7 not_a_boolean flag: yes
        t.csv:7 not_a_number huge: 1e400 | .
        t.csv:7 not_an_integer integer: 9999999999
        t.csv:7 not_a_number nan: nan | .
        t.csv:7 not_a_number number: 12,5 | .
        t.csv:7 not_allowed text: text | x | y, z
        t.csv:7 not_a_year year: 24
        """)
  }
}
