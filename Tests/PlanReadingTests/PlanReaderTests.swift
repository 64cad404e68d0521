// Whole texts in own words: what headings, lines and lead-ins do to statements.

import IndicatorModel
import Testing

@testable import PlanReading

@Suite struct PlanReaderTests {
  private func read(_ text: String) throws -> PlanDocument {
    try #require(Tables.reader).read(PlanText(text))
  }

  @Test func itemsOfALevelReadWithTheLineAboveThem() throws {
    let plan = try read(
      """
      KẾ HOẠCH
      Cải cách hành chính tỉnh Bắc Giang năm 2025
      II. MỤC TIÊU
      1. Cải cách thủ tục hành chính
      - Tỷ lệ số hóa hồ sơ, kết quả giải quyết thủ tục hành chính đạt tối thiểu:
      + Cấp tỉnh: 100%;
      + Cấp huyện: 95%;
      + Cấp xã: 90%.
      - 100% văn bản quy phạm pháp luật được ban hành đúng trình tự, thẩm quyền.
      """)
    #expect(
      plan.targets.map(StatementCase.words) == [
        "procedures.result_digitisation_rate percent >= 100 level province",
        "procedures.result_digitisation_rate percent >= 95 level district",
        "procedures.result_digitisation_rate percent >= 90 level commune",
        "institutions.legal_docs_proper_rate percent = 100 level",
      ])
    #expect(plan.targets.map(\.quote).first == "Cấp tỉnh: 100%;")
    #expect(plan.targets.map(\.lineFrom) == [6, 7, 8, 9])
    #expect(plan.targets.allSatisfy { $0.area == .procedures })
  }

  @Test func headingsGiveTheYearsOfAPhase() throws {
    let plan = try read(
      """
      KẾ HOẠCH
      Cải cách hành chính tỉnh Bắc Giang giai đoạn 2026 - 2030
      I. MỤC TIÊU
      1. Đến năm 2028
      - Tỷ lệ hồ sơ nộp trực tuyến đạt 80%.
      2. Đến năm 2030
      - Tỷ lệ hồ sơ nộp trực tuyến đạt 95%.
      3. Hằng năm
      - Đến hết năm 2027, 100% cơ quan được kiện toàn.
      """)
    #expect(plan.head.periodStart == 2026)
    #expect(plan.head.periodEnd == 2030)
    #expect(plan.targets.map(\.periodStart) == [2028, 2030, 2027])
    #expect(plan.targets.map(\.periodEnd) == [2028, 2030, 2027])
  }

  /// A letterhead is a table of two columns in Word: with one row, with two or with three.
  @Test(arguments: [
    """
    ỦY BAN NHÂN DÂN TỈNH BẮC GIANG Số: 12/KH-UBND\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - \
    Hạnh phúc Bắc Giang, ngày 05 tháng 01 năm 2025
    """,
    """
    ỦY BAN NHÂN DÂN TỈNH BẮC GIANG\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc
    Số: 12/KH-UBND\tBắc Giang, ngày 05 tháng 01 năm 2025
    """,
    """
    ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
    TỈNH BẮC GIANG\tĐộc lập - Tự do - Hạnh phúc
    Số: 12/KH-UBND\tBắc Giang, ngày 05 tháng 01 năm 2025
    """,
  ])
  func letterheadsInCellsAreRead(_ letterhead: String) throws {
    let head = try read(
      letterhead + "\nKẾ HOẠCH\nCải cách hành chính năm 2025\nI. MỤC TIÊU\n- 100% hồ sơ đúng hạn.\n"
    ).head
    #expect(head.number == "12/KH-UBND")
    #expect(head.issuedOn?.description == "2025-01-05")
    #expect(head.place == "bac-giang")
    #expect(head.issuer == "UBND tỉnh Bắc Giang")
    #expect(head.title == "Cải cách hành chính năm 2025")
  }

  @Test func aFactIsOfTheYearThatItSays() throws {
    let plan = try read(
      """
      KẾ HOẠCH
      Cải cách hành chính tỉnh Bắc Giang năm 2025
      II. MỤC TIÊU
      - Năm 2022, tỷ lệ hồ sơ giải quyết đúng hạn đạt 84,95%.
      """)
    #expect(plan.targets.map(\.kind) == [.reference])
    #expect(plan.targets.map(\.periodStart) == [2022])
    #expect(plan.targets.map(\.periodEnd) == [2022])
  }

  @Test func aPartOfWhatWasSaidIsItsScope() throws {
    let plan = try read(
      """
      KẾ HOẠCH
      Cải cách hành chính tỉnh Bắc Giang năm 2025
      II. MỤC TIÊU
      - Tỷ lệ giải quyết hồ sơ đúng hạn đạt 95%, riêng lĩnh vực đất đai đạt 85%.
      """)
    #expect(plan.targets.map(\.scope) == ["", "Riêng lĩnh vực đất đai"])
  }

  @Test func theLetterDWithAStrokeOpensAnItemOfItsOwn() throws {
    let plan = try read(
      """
      KẾ HOẠCH
      Cải cách hành chính tỉnh Bắc Giang năm 2025
      II. MỤC TIÊU
      d) Cải cách chế độ công vụ
      - 100% công chức được đánh giá.
      đ) Cải cách tài chính công
      - 100% đơn vị được giao tự chủ.
      """)
    #expect(plan.targets.map(\.area) == [.civilService, .finance])
    #expect(plan.targets.map(\.section) == ["II.d", "II.đ"])
  }

  @Test func theHeadIsReadAndNothingOfCitedPlans() throws {
    let plan = try read(
      """
      ỦY BAN NHÂN DÂN    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
      TỈNH BẮC GIANG    Độc lập - Tự do - Hạnh phúc
      Số: 812/KH-UBND    Bắc Giang, ngày 18 tháng 12 năm 2024
      KẾ HOẠCH
      Cải cách hành chính tỉnh Bắc Giang năm 2025
      Căn cứ Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ; Kế hoạch số 5/KH-UBND của UBND tỉnh.
      I. MỤC ĐÍCH, YÊU CẦU
      """)
    #expect(plan.head.number == "812/KH-UBND")
    #expect(plan.head.kind == "KH")
    #expect(plan.head.place == "bac-giang")
    #expect(plan.head.issuer == "UBND tỉnh Bắc Giang")
    #expect(plan.head.issuedOn == CalendarDate(year: 2024, month: 12, day: 18))
    #expect(plan.head.periodStart == 2025 && plan.head.periodEnd == 2025)
    #expect(plan.head.basedOn == ["76/NQ-CP", "5/KH-UBND"])
    #expect(plan.targets.isEmpty)
  }

  @Test func whatTheTextDoesNotSayStaysUnknown() throws {
    let plan = try read("Thực hiện Kế hoạch số 12/KH-UBND ngày 01/02/2024 của UBND tỉnh.")
    #expect(plan.head.number == nil)
    #expect(plan.head.issuedOn == nil)
    #expect(plan.head.place == nil)
    #expect(plan.head.periodStart == nil)
  }

  @Test func wrappedLinesAndPagesJoin() throws {
    let plan = try read(
      """
      KẾ HOẠCH
      Cải cách hành chính tỉnh Bắc Giang năm 2025

      II. MỤC TIÊU

      - Tỷ lệ hồ sơ thủ tục hành chính được tiếp nhận, giải quyết đúng hạn và

      12

      trước hạn của các cơ quan trên địa bàn tỉnh trong năm đạt tối thiểu

      98%.
      """)
    #expect(
      plan.targets.map(StatementCase.words) == ["procedures.on_time_rate percent >= 98 level"])
    #expect(plan.targets.first?.lineTo == 12)
  }

  @Test func aTextWithoutTargetsHasNone() throws {
    let plan = try read(
      """
      BÁO CÁO
      Hội nghị diễn ra ngày 12/3/2024 tại thành phố Bắc Giang với sự tham dự của lãnh đạo các sở.
      1. Thành phần
      - Đại diện Sở Nội vụ, số điện thoại 0204 3854 234.
      """)
    #expect(plan.targets.isEmpty)
  }

  @Test func repeatsNameTheirFirstMention() throws {
    let plan = try read(
      """
      KẾ HOẠCH
      Cải cách hành chính tỉnh Bắc Giang năm 2025
      I. MỤC TIÊU
      - Chỉ số SIPAS đạt trên 88%.
      - Tỷ lệ hồ sơ nộp trực tuyến đạt 80%.
      II. NHIỆM VỤ
      - Tập trung các giải pháp để Chỉ số SIPAS đạt trên 88%.
      """)
    #expect(plan.targets.map(\.repeatOf) == [nil, nil, 1])
    #expect(plan.targets.last?.scope.hasPrefix("repeat") == true)
  }
}
