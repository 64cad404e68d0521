// Tables set in columns of white space, as pdftotext -layout prints them; made up here.

import PlanReading
import Testing

@Suite struct TableLayoutTests {
  private func cells(_ text: String) -> [[String]] {
    TableFinder.tables(in: PlanText(text)).first?.rows.map { $0.cells.map { $0?.text ?? "" } } ?? []
  }

  private static let plan = """
                         PHỤ LỤC
            PHÂN CÔNG NHIỆM VỤ NĂM 2025

                                                                 Cơ quan        Cơ quan         Thời gian
     TT             Nhiệm vụ                 Sản phẩm
                                                                 chủ trì        phối hợp        hoàn thành
     I     TRỒNG CÂY VÀ CHĂM SÓC VƯỜN CỦA TỈNH
     1     Trồng cây bóng mát dọc        Báo cáo kết quả      Sở Vườn        Các sở, ban,      Tháng 3/2025
           các tuyến đường làng và       trồng cây            tược           ngành
           trước cổng trường
     2     Tưới cây trong mùa khô        Nhật ký tưới         Ban Quản lý    Sở Vườn tược,     Thường
                                                              công viên      UBND các xã       xuyên
                                                 - 12 -
                                                                 Cơ quan        Cơ quan         Thời gian
     TT             Nhiệm vụ                 Sản phẩm
                                                                 chủ trì        phối hợp        hoàn thành
           và mùa gió

     3     Cắt tỉa cành trước mùa bão    Kế hoạch cắt tỉa     Sở Vườn        Các sở, ban,      Trước ngày
                                                              tược           ngành             30/6/2025

     II    THU HOẠCH
     1     Hái quả đầu mùa               Sổ ghi quả           Hội Làm        Sở Vườn tược      Quý III/2025
                                                              vườn

    Nơi nhận:                                                      CHỦ TỊCH
    - Như trên;
    """

  /// Cells that are set in the middle of their rows begin above and end below the number of the row.
  @Test func rowsThatBlankLinesPartAreWhole() throws {
    let text = """
      TT   Nhiệm vụ               Sản phẩm            Chủ trì                Thời gian

      I    TRỒNG CÂY

      1    Đào ao                 Ao                  Xã Hạ                  Quý I/2025

                                  Sổ  ghi   của                              Quý   II,
      2    Thả cá vào ao                              Xã Thượng
                                  Hội Làm vườn                               năm 2025

      II   THU HOẠCH

                                                      Hội Làm vườn và các
      1    Hái quả                Sổ quả, thùng quả Hội viên                 Thường xuyên
                                                      và trẻ em
      """
    #expect(
      cells(text) == [
        ["I", "TRỒNG CÂY", "", "", ""], ["1", "Đào ao", "Ao", "Xã Hạ", "Quý I/2025"],
        ["2", "Thả cá vào ao", "Sổ ghi của Hội Làm vườn", "Xã Thượng", "Quý II, năm 2025"],
        ["II", "THU HOẠCH", "", "", ""],
        [
          "1", "Hái quả", "Sổ quả, thùng quả", "Hội Làm vườn và các Hội viên và trẻ em",
          "Thường xuyên",
        ],
      ])
  }

  @Test func stackedHeadingsAndWrappedRowsAreRead() throws {
    let table = try #require(TableFinder.tables(in: PlanText(Self.plan)).first)
    #expect(table.columns == [.item, .task, .product, .lead, .coordinating, .due])
    #expect(table.headings[3] == "Cơ quan chủ trì")
    #expect(table.lineFrom == 4)
    #expect(table.lineTo == 24)
    #expect(table.rows.map(\.isHeading) == [true, false, false, false, true, false])
    let rows = cells(Self.plan)
    #expect(rows[0][1] == "TRỒNG CÂY VÀ CHĂM SÓC VƯỜN CỦA TỈNH")
    #expect(rows[1][1] == "Trồng cây bóng mát dọc các tuyến đường làng và trước cổng trường")
    #expect(rows[1][3] == "Sở Vườn tược")
    #expect(rows[2][1] == "Tưới cây trong mùa khô và mùa gió")
    #expect(rows[2][5] == "Thường xuyên")
    #expect(rows[3][5] == "Trước ngày 30/6/2025")
    #expect(rows[5][3] == "Hội Làm vườn")
  }

  @Test func piecesArePartsOfTheirLines() {
    let text = PlanText(Self.plan)
    for table in TableFinder.tables(in: text) {
      for piece in table.rows.flatMap(\.cells).compactMap({ $0 }).flatMap(\.pieces) {
        #expect(text.lines[piece.line - 1].contains(piece.text))
      }
    }
  }

  @Test func numberInTheMiddleOfItsRowTakesTheLinesAbove() {
    let rows = cells(
      """
      STT   Nội dung công việc                      Đơn vị chủ trì    Đơn vị phối hợp     Thời hạn

            Sửa mái đình và lát lại sân gạch
      1     phía trước, quét vôi tường rào          Ban Quản lý       Các thôn            Quý I/2025
            phía sau                                di tích

            Đào giếng mới thay cho giếng cũ
      2     đã cạn                                  UBND xã Hạ        Hội Nông dân        30/6/2025

      3     Kê lại bàn ghế                          UBND xã Hạ                            Năm 2025
      """)
    #expect(rows.map { $0[0] } == ["1", "2", "3"])
    #expect(
      rows[0][1] == "Sửa mái đình và lát lại sân gạch phía trước, quét vôi tường rào phía sau")
    #expect(rows[1][1] == "Đào giếng mới thay cho giếng cũ đã cạn")
    #expect(rows[2] == ["3", "Kê lại bàn ghế", "UBND xã Hạ", "", "Năm 2025"])
  }

  @Test func rowsUnderOneNumberPartAtTheirOwnNumbers() {
    let rows = cells(
      """
      TT   Nhiệm vụ               Hoạt động                 Chủ trì         Thời gian
      1    2.1. Làm đường         3.1. Khảo sát tuyến       Sở Đường        01/2025
                                  đường mới
                                  3.2. Rải đá               UBND xã Hạ      4/2025
           2.2. Xây cầu           3.3. Đúc dầm              Sở Đường        7/2025
      2    2.3. Trồng đèn         3.4. Dựng cột             Công ty Điện    10/2025
      """)
    #expect(
      rows.map { $0[2] }
        == ["3.1. Khảo sát tuyến đường mới", "3.2. Rải đá", "3.3. Đúc dầm", "3.4. Dựng cột"])
    #expect(rows.map { $0[0] } == ["1", "", "", "2"])
  }

  @Test(arguments: [
    "      UBND TỈNH HẠ             CỘNG HÒA\n     Số: 12/KH-UBND        Hạ, ngày 3 tháng 1 năm 2025\n",
    "Nơi nhận:            TM. ỦY BAN NHÂN DÂN\n- Như trên;              CHỦ TỊCH\n",
    "  1. Nhiệm vụ:  giao   việc\n  2. Chủ trì:   xã Hạ\n",
  ])
  func lettersHeadAndEndIsNoTable(_ text: String) {
    #expect(TableFinder.tables(in: PlanText(text)).isEmpty)
  }
}
