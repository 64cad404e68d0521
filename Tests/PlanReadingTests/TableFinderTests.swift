// Tables of all layouts, made up here.

import PlanReading
import Testing

@Suite struct TableFinderTests {
  /// Cells of a table's rows as words; an empty cell is "".
  private func cells(_ table: PlanTable?) -> [[String]] {
    table?.rows.map { $0.cells.map { $0?.text ?? "" } } ?? []
  }

  private func table(_ text: String, sourceLocation: SourceLocation = #_sourceLocation)
    -> PlanTable?
  {
    let tables = TableFinder.tables(in: PlanText(text))
    #expect(tables.count == 1, sourceLocation: sourceLocation)
    return tables.first
  }

  // MARK: - Tabs

  @Test func rowsOfTabsAreJoinedOverPages() throws {
    let table = table(
      """
      Lời dẫn
      TT\tNhiệm vụ\tChủ trì\tThời gian
      I\tTRỒNG CÂY VEN ĐƯỜNG\t\t
      1\tTrồng tre quanh\tSở Vườn\tQuý I

      \tao làng\ttược\t
      \tTrồng chuối\tSở Ruộng\tQuý II
      ---\t---\t---\t---
      Lời kết
      """)
    #expect(table?.lineFrom == 2)
    #expect(table?.lineTo == 8)
    #expect(table?.columns == [.item, .task, .lead, .due])
    #expect(
      cells(table) == [
        ["I", "TRỒNG CÂY VEN ĐƯỜNG", "", ""],
        ["1", "Trồng tre quanh ao làng", "Sở Vườn tược", "Quý I"],
        ["", "Trồng chuối", "Sở Ruộng", "Quý II"],
      ])
    #expect(table?.rows.map(\.isHeading) == [true, false, false])
    #expect(table?.rows[1].lineFrom == 4)
    #expect(table?.rows[1].lineTo == 6)
    let pieces = try #require(table?.rows[1].cells[1]).pieces
    #expect(pieces.map(\.line) == [4, 6])
    #expect(pieces.map(\.continues) == [false, false])
  }

  @Test func pieceContinuesWhereOnlyWhiteSpaceIsBetween() throws {
    let table = table(
      "TT\tNhiệm vụ\tChủ trì\n1\tĐào ao\tBan Quản lý\n\n\t\tdi tích\n2\tLát sân\tXã Hạ\n")
    let pieces = try #require(table?.rows.first?.cells[2]).pieces
    #expect(pieces.map(\.text) == ["Ban Quản lý", "di tích"])
    #expect(pieces.map(\.continues) == [false, true])
  }

  @Test func tagsLeftInCellsPartItsPieces() throws {
    let table = table(
      "TT\tNhiệm vụ\tChủ trì\n1\t<p>Đào ao</p> <p>Thả cá</p>\tXã Hạ\n2\tLát sân < 5 m\tXã Hạ\n")
    #expect(cells(table)[0] == ["1", "Đào ao Thả cá", "Xã Hạ"])
    #expect(cells(table)[1][1] == "Lát sân < 5 m")
    #expect(table?.rows[0].cells[1]?.pieces.map(\.continues) == [false, false])
  }

  @Test func repeatedHeadingsAndColumnNumbersAreNoRows() {
    let heading = "STT\tNội dung nhiệm vụ\tĐơn vị chủ trì thực hiện\tKết quả"
    let table = table(
      """
      \(heading)
      (1)\t(2)\t(3)\t(4)
      1\tĐào ao\tXã Hạ\tAo
      2\tLát sân\tXã Hạ\tSân

      - 7 -
      \(heading)
      3\tDựng rào\tXã Thượng\tRào
      """)
    #expect(table?.columns == [.item, .task, .lead, .product])
    #expect(cells(table).map { $0[0] } == ["1", "2", "3"])
  }

  @Test func rowWithNumberOrWhoAfterPageIsNew() {
    let table = table(
      """
      TT\tMục tiêu\tNhiệm vụ\tChủ trì\tTiến độ
      1\tLàng xanh\t2.1. Trồng tre\tXã Hạ\tQuý I

      \t\t2.2. Trồng mít\tXã Thượng\tQuý II

      2\tLàng sạch\t2.3. Quét ngõ\tXã Hạ\tQuý III
      """)
    #expect(table?.columns == [.item, .objective, .task, .lead, .due])
    #expect(cells(table).map { $0[2] } == ["2.1. Trồng tre", "2.2. Trồng mít", "2.3. Quét ngõ"])
  }

  @Test func tableWithoutHeadingHasRolesOnlyWhereTheCellsAreSure() {
    let table = table(
      """
      1\tĐào ao\tSở Vườn tược\tQuý I/2025
      2\tLát sân\tUBND xã Hạ\tThường xuyên
      3\tDựng rào\tUBND xã Hạ\tNăm 2025
      """)
    #expect(table?.columns == [.item, .task, .lead, .due])
    #expect(table?.rows.count == 3)
  }

  @Test(arguments: [
    "\tMột dòng thụt vào\n\tHai dòng thụt vào\n\tBa dòng thụt vào\n",
    "UBND XÃ HẠ\tCỘNG HÒA\nSố: 1/KH\tHạ, ngày 1 tháng 1\n",
    "TT\tNhiệm vụ\tChủ trì\n", "\t\t\t\n\t\t\t\n", "",
  ])
  func whatHasNoRowsIsNoTable(_ text: String) {
    #expect(TableFinder.tables(in: PlanText(text)).isEmpty)
  }

  // MARK: - Pipes

  @Test func markdownIsReadWithAndWithoutPipesAtItsEnds() {
    let closed = """
      | TT | Nhiệm vụ | Chủ trì | Thời hạn |
      |----|:--------:|---------|----------|
      | 1 | Đào ao<br>Thả cá | Xã Hạ | Tháng 6 |
      |   | Lát sân | | Tháng 7 |
      """
    let open = """
      TT | Nhiệm vụ | Chủ trì | Thời hạn
      ---|---|---|---
      1 | Đào ao<br>Thả cá | Xã Hạ | Tháng 6
        | Lát sân | | Tháng 7
      """
    let wanted = [["1", "Đào ao Thả cá", "Xã Hạ", "Tháng 6"], ["", "Lát sân", "", "Tháng 7"]]
    #expect(cells(table(closed)) == wanted)
    #expect(cells(table(open)) == wanted)
  }

  @Test func drawnGridJoinsLinesOfARow() {
    let table = table(
      """
      +----+-----------+---------+
      | TT | Nhiệm vụ  | Chủ trì |
      +====+===========+=========+
      | 1  | Đào ao    | Xã Hạ   |
      |    | thả cá    |         |
      +----+-----------+---------+
      | 2  | Lát sân   | Xã Hạ   |
      +----+-----------+---------+
      """)
    #expect(cells(table) == [["1", "Đào ao thả cá", "Xã Hạ"], ["2", "Lát sân", "Xã Hạ"]])
  }

  @Test func letterheadOfPipesIsNoTable() {
    let text = "UBND XÃ HẠ | CỘNG HÒA |\nSố: 1/KH-UBND | Hạ, ngày 1 tháng 1 năm 2025 |\nKẾ HOẠCH\n"
    #expect(TableFinder.tables(in: PlanText(text)).isEmpty)
  }

  // MARK: - Columns

  @Test func headingsSayWhatColumnsHold() {
    let table = table(
      """
      TT\tChỉ tiêu\tĐơn vị tính\tMục tiêu năm 2025\tCơ quan theo dõi\tGhi chú
      1\tSố ao\tcái\t3\tXã Hạ\t
      2\tSố sân\tcái\t5\tXã Hạ\t
      """)
    #expect(table?.columns == [.item, .objective, .unit, .value, .lead, .other])
  }

  @Test func badLettersDoNotHideHeadings() {
    let table = table(
      "TT\tNhiem vy\tCo quan chu tri\tThdi gian hoan thanh\n1\tDao ao\tXa Ha\tQuy I\n2\tLat san\tXa Ha\tQuy I"
    )
    #expect(table?.columns.last == .due)
    #expect(table?.columns[2] == .lead)
  }
}
