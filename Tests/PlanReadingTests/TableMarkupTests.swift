// Tables of HTML, and input that means harm.

import PlanReading
import Testing

@Suite struct TableMarkupTests {
  private func cells(_ text: String) -> [[String]] {
    TableFinder.tables(in: PlanText(text)).first?.rows.map { $0.cells.map { $0?.text ?? "" } } ?? []
  }

  @Test func tableOnOneLineIsRead() {
    let text =
      "<p>Lời</p><table><tr><th>TT</th><th>Nhiệm vụ</th><th>Chủ trì</th></tr>"
      + "<tr><td>1</td><td><b>Đào ao</b></td><td>Xã Hạ</td></tr></table><p>Hết</p>"
    #expect(cells(text) == [["1", "Đào ao", "Xã Hạ"]])
  }

  @Test func spansOfRowsAndColumnsKeepTheirPlaces() throws {
    let text = """
      <TABLE border="1">
      <tr><td rowspan="2">TT</td><td rowspan=2>Nhiệm vụ</td><td rowspan="2">Chủ trì</td>
          <td colspan="2">Kinh phí</td></tr>
      <tr><td>Tỉnh</td><td>Xã</td></tr>
      <tr><td>I</td><td colspan="4">Ven đường</td></tr>
      <tr><td rowspan="2">1</td><td>Đào ao</td><td rowspan="2">Xã Hạ</td><td>3</td><td></td></tr>
      <tr><td>Thả cá
        vào ao</td><td></td><td>4</td></tr>
      </TABLE>
      """
    let table = try #require(TableFinder.tables(in: PlanText(text)).first)
    #expect(table.columns.prefix(4) == [.item, .task, .lead, .budget])
    #expect(table.headings.suffix(2) == ["Kinh phí Tỉnh", "Kinh phí Xã"])
    #expect(
      cells(text) == [
        ["I", "Ven đường", "", "", ""], ["1", "Đào ao", "Xã Hạ", "3", ""],
        ["", "Thả cá vào ao", "", "", "4"],
      ])
    #expect(table.rows[0].isHeading)
    #expect(table.rows[2].cells[1]?.pieces.map(\.continues) == [false, true])
  }

  @Test func cellsThatAreNeverClosedEndWithTheNext() {
    let text = "<table><tr><td>TT<td>Nhiệm vụ<td>Chủ trì<tr><td>1<td>Đào ao<td>Xã Hạ</table>"
    #expect(cells(text) == [["1", "Đào ao", "Xã Hạ"]])
  }

  @Test func tableThatIsNeverClosedDoesNotTakeTheText() throws {
    let text = """
      <table><tr><td>TT</td><td>Nhiệm vụ</td><td>Chủ trì</td></tr>
      <tr><td>1</td><td>Đào ao</td><td>Xã Hạ</td></tr>
      <tr><td>2</td><td>Lát sân
      Dòng này
      và dòng này là lời.
      """
    let table = try #require(TableFinder.tables(in: PlanText(text)).first)
    #expect(table.lineTo == 3)
    #expect(cells(text).last == ["2", "Lát sân", ""])
  }

  @Test func tableInACellBelongsToTheCell() {
    let text = """
      <table><tr><td>TT</td><td>Nhiệm vụ</td><td>Chủ trì</td></tr>
      <tr><td>1</td><td>Đào <table><tr><td>ao</td></tr></table> sâu</td><td>Xã Hạ</td></tr></table>
      """
    #expect(cells(text) == [["1", "Đào ao sâu", "Xã Hạ"]])
  }

  // MARK: - Harm

  @Test(arguments: [
    "<table>", "<table><tr>", "<table><tr><td", "</table></table><table>", "<td></td></tr>",
    "<table><tr><td rowspan=99999999999999999999 colspan=-1>TT<td colspan=0>Nhiệm vụ</table>",
    "|", "||", "|\n|\n|", "\t|\t<table>\t", "TT  Nhiệm vụ  Chủ trì", "TT  Nhiệm vụ  Chủ trì\n\n\n",
    "TT\tNhiệm vụ\tChủ trì\n\u{301}\t\u{301}\t\u{301}\n", "+---+\n+---+\n| |",
  ])
  func brokenTableIsNoTrap(_ text: String) {
    let text = PlanText(text)
    let tables = TableFinder.tables(in: text)
    #expect(TaskReader.tasks(in: text, tables: tables, year: 2025).count < 2)
  }

  /// A tenth of a megabyte each; the lines, the tags or the columns without end.
  private static let floods: [String] = {
    let row = "1\tĐào ao\tXã Hạ\tQuý I\n"
    let head = "TT\tNhiệm vụ\tChủ trì\tThời gian\n"
    let html = "<table><tr><td>TT<td>Nhiệm vụ<td>Chủ trì"
    func times(_ text: String) -> String {
      String(repeating: text, count: 100_000 / text.utf8.count)
    }
    return [
      times("<td>"), html + times("<td>"), times("<table>"), times("<tr>"), times("<"), times("<a"),
      times("\t"), times("\t\n"), times(" "), times(" \n"), times("a  "), times("|"), times("|\n"),
      head + times("\t\tđào\tao\n"), head + times("\n\tđào\tao\t\n"), head + times(row),
      "TT   Nhiệm vụ   Chủ trì   Thời gian\n" + times("  1   Đào ao   Xã Hạ   Quý I\n"),
      "TT   Nhiệm vụ   Chủ trì   Thời gian\n" + times("     đào ao   xã hạ   quý một\n"),
      times("TT   Nhiệm vụ   Chủ trì\n"), times("TT\n"), times("+--+\n"),
      html + times("<tr><td rowspan=1000>1<td>Đào ao"),
    ]
  }()

  @Test(arguments: floods.indices) func floodTakesTimeByItsLength(_ flood: Int) {
    let text = PlanText(Self.floods[flood])
    let time = ContinuousClock().measure {
      let tables = TableFinder.tables(in: text)
      _ = TaskReader.tasks(in: text, tables: tables, year: 2025)
    }
    // A debug build on a busy machine; a release build takes a twentieth.
    #expect(time < .seconds(5))
  }

  @Test func tenThousandColumnsAreNoTable() {
    let row = String(repeating: "a\t", count: 10_000) + "\n"
    #expect(TableFinder.tables(in: PlanText(row + row + row)).isEmpty)
  }
}
