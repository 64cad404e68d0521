// Tasks of tables that are made up here.

import IndicatorModel
import PlanReading
import Testing

@Suite struct TaskReaderTests {
  private func tasks(_ text: String, year: Int? = nil) -> [PlanTask] {
    let text = PlanText(text)
    return TaskReader.tasks(in: text, tables: TableFinder.tables(in: text), year: year)
  }

  private static let head =
    "TT\tMục tiêu\tNhiệm vụ\tHoạt động\tSản phẩm\tChủ trì\tPhối hợp\tThời gian\tKinh phí\n"

  @Test func mergedCellsAreCarriedDown() throws {
    let tasks = tasks(
      Self.head + """
        I\tCÂY CỐI VEN ĐƯỜNG\t\t\t\t\t\t\t
        1\tLàng xanh\tTrồng tre\tĐào hố\tHố\tXã Hạ\tCác thôn\tQuý I/2025\tXã
        \t\t\tLấp hố\tCây\t\t\tQuý II/2025\t
        \t\tTrồng mít\tĐào hố\tHố\tXã Thượng\t\tQuý III/2025\t
        \t\tTrồng ổi\tĐào hố\tHố\t\t\t\t
        2\tLàng sạch\tQuét ngõ\tMua chổi\tChổi\tXã Hạ\t\tThường xuyên\t
        A\tCon giống của làng\t\t\t\t\t\t\t
        1\tNuôi gà\tLàm chuồng\tMua rơm\tChuồng\tXã Hạ\t\tNăm 2025\t
        """)
    try #require(tasks.count == 6)
    #expect(tasks.map(\.item) == ["1", "1", "1", "1", "2", "1"])
    #expect(tasks.prefix(4).allSatisfy { $0.objective == "Làng xanh" })
    #expect(tasks.map(\.task).prefix(4) == ["Trồng tre", "Trồng tre", "Trồng mít", "Trồng ổi"])
    #expect(tasks.map(\.lead).prefix(4) == ["Xã Hạ", "Xã Hạ", "Xã Thượng", "Xã Thượng"])
    // None takes part in the third; the second shares the task of the first.
    #expect(tasks.map(\.coordinating).prefix(4) == ["Các thôn", "Các thôn", nil, nil])
    #expect(
      tasks.map(\.due).prefix(4) == ["Quý I/2025", "Quý II/2025", "Quý III/2025", "Quý III/2025"])
    #expect(tasks.map(\.budget).prefix(3) == ["Xã", nil, nil])
    #expect(tasks[0].section == "I. CÂY CỐI VEN ĐƯỜNG")
    #expect(tasks[5].section == "A. Con giống của làng")
    #expect(tasks[1].lineFrom == 4 && tasks[1].lineTo == 4)
  }

  @Test func cellsThatSpanRowsHoldForEachOfThem() {
    let tasks = tasks(
      """
      <table><tr><td>TT</td><td>Nhiệm vụ</td><td>Chủ trì</td><td>Thời gian</td></tr>
      <tr><td>1</td><td>Đào ao</td><td rowspan="2">Xã Hạ</td><td>Quý I</td></tr>
      <tr><td>2</td><td>Thả cá</td><td>Quý II</td></tr>
      <tr><td>3</td><td>Trồng tre</td><td></td><td>Quý III</td></tr>
      </table>
      """)
    #expect(tasks.map(\.lead) == ["Xã Hạ", "Xã Hạ", nil])
    #expect(tasks.map(\.due) == ["Quý I", "Quý II", "Quý III"])
  }

  @Test func brokenSyllablesAreJoined() {
    let tasks = tasks(
      "TT\tNhiệm vụ\tChủ trì\tThời gian\n1\tTrồ ng cây chuyê n canh\tPhò ng Vườn\tThườn g xuyên\n"
        + "2\tTrồng cây theo điểm b khoản 2\tSở TT TT\tHằng quý, th áng\n")
    #expect(tasks.first?.task == "Trồng cây chuyên canh")
    #expect(tasks.first?.lead == "Phòng Vườn")
    #expect(tasks.first?.due == "Thường xuyên")
    #expect(tasks.last?.task == "Trồng cây theo điểm b khoản 2")
    #expect(tasks.last?.lead == "Sở TT TT")
    #expect(tasks.last?.due == "Hằng quý, tháng")
  }

  @Test(arguments: [
    "TT\tChỉ tiêu\tĐơn vị tính\tNăm 2025\tChủ trì\n1\tSố ao\tcái\t3\tXã Hạ\n2\tSố cây\tcây\t9\tXã Hạ\n",
    "TT\tNội dung\tĐơn vị tính\tGiá trị\n1\tSố ao\tcái\t3\n2\tSố cây\tcây\t9\n",
  ])
  func tableOfValuesOrdersNothing(_ text: String) {
    #expect(tasks(text, year: 2025).isEmpty)
  }

  // MARK: - When

  @Test(
    arguments: [
      ("Trước 25/12/2023", nil, "2023-12-25"), ("Trước ngày 30/6", nil, "2024-06-30"),
      ("Trước tháng 6/2024", nil, "2024-05-31"), ("Tháng 01/2024", "2024-01-01", "2024-01-31"),
      ("Trong tháng 6", "2024-06-01", "2024-06-30"),
      ("Tháng 2 năm 2023", "2023-02-01", "2023-02-28"),
      ("Tháng 3, 9/2024", "2024-03-01", "2024-09-30"), ("06/2024", "2024-06-01", "2024-06-30"),
      ("Quý I/2024", "2024-01-01", "2024-03-31"), ("Quý II, III/2024", "2024-04-01", "2024-09-30"),
      ("Quý I-IV năm 2024", "2024-01-01", "2024-12-31"), ("Quý I", "2024-01-01", "2024-03-31"),
      ("Quý IV/2023 và Quý I/2024", "2023-10-01", "2024-03-31"),
      ("Năm 2024", "2024-01-01", "2024-12-31"), ("Năm 2024-2026", "2024-01-01", "2026-12-31"),
      ("Giai đoạn 2021 - 2025", "2021-01-01", "2025-12-31"), ("2025", "2025-01-01", "2025-12-31"),
      ("30/6/2024", "2024-06-30", "2024-06-30"), ("30.6.2024", "2024-06-30", "2024-06-30"),
      ("Ngày 5 tháng 7 năm 2024", "2024-07-05", "2024-07-05"),
      ("Từ 01/3/2024 đến 30/4/2024", "2024-03-01", "2024-04-30"),
      ("6 tháng đầu năm 2024", "2024-01-01", "2024-06-30"),
      ("6 tháng cuối năm", "2024-07-01", "2024-12-31"), ("Đến năm 2025", nil, "2025-12-31"),
      ("Trong năm", "2024-01-01", "2024-12-31"), ("Cả năm", "2024-01-01", "2024-12-31"),
      ("Chậm nhất 15/11/2024", nil, "2024-11-15"),
      ("Thường xuyên", nil, nil), ("Hằng năm", nil, nil), ("Trước 15/12 hằng năm", nil, nil),
      ("Theo Kế hoạch của Bộ Nội vụ năm 2024", nil, nil), ("Sau khi công bố năm 2024", nil, nil),
      ("31/02/2024", nil, nil), ("99999999999999999999/99/2024", nil, nil), ("", nil, nil),
    ] as [(String, String?, String?)])
  func timeIsReadAsDays(_ due: String, _ from: String?, _ to: String?) {
    let task = tasks(
      "TT\tNhiệm vụ\tChủ trì\tThời gian\n1\tĐào ao\tXã Hạ\t\(due)\n2\tThả cá\tXã Hạ\tQuý I\n",
      year: 2024
    ).first
    #expect(task?.dueFrom == from.flatMap { CalendarDate(iso: $0) })
    #expect(task?.dueTo == to.flatMap { CalendarDate(iso: $0) })
  }

  @Test func timeWithoutAnyYearStaysUnknown() {
    let text =
      "TT\tNhiệm vụ\tChủ trì\tThời gian\n1\tĐào ao\tXã Hạ\tQuý I\n2\tThả cá\tXã Hạ\tTháng 6\n"
    #expect(tasks(text).allSatisfy { $0.dueFrom == nil && $0.dueTo == nil })
  }
}
