// The frame of a plan: letterhead, grounds, purpose, who does what, recipients.

import IndicatorModel
import PlanReading

extension PlanMaker {
  mutating func writeHead() {
    let place = context.province.name
    let number = "\(random.number(2...480))/\(layout == .decision ? "QĐ" : "KH")-UBND"
    let month = context.isPhase ? random.number(1...4) : 12
    let year = context.isPhase ? context.first : context.first - 1
    let day = random.number(5...28)
    head.number = number
    head.kind = layout == .decision ? "QĐ" : "KH"
    head.place = context.province.id
    head.issuer = "UBND tỉnh \(place)"
    head.issuedOn = CalendarDate(year: year, month: month, day: day)
    head.periodStart = context.first
    head.periodEnd = context.last
    let date =
      "\(context.province.seat), ngày \(day < 10 ? "0" : "")\(day) tháng "
      + "\(month < 3 ? "0" : "")\(month) năm \(year)"
    writeLetterhead(place: place, number: number, date: date)
    writeGrounds(place: place)
  }

  private mutating func writeLetterhead(place: String, number: String, date: String) {
    let motto = "Độc lập - Tự do - Hạnh phúc"
    let nation = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    switch random.below(3) {
    case 0:
      setter.raw("ỦY BAN NHÂN DÂN\t\(nation)")
      setter.raw("TỈNH \(place.uppercased())\t\(motto)")
      setter.raw("Số: \(number)\t\(date)")
    case 1:
      setter.raw("UBND TỈNH \(place.uppercased())            \(nation)")
      setter.raw("                                   \(motto)")
      setter.raw("Số: \(number)            \(date)")
    default:
      for line in [
        "ỦY BAN NHÂN DÂN", "TỈNH \(place.uppercased())", "Số: \(number)", nation, motto, date,
      ] {
        setter.raw(line)
      }
    }
    setter.raw("")
    let title = "cải cách hành chính tỉnh \(place) \(context.period)"
    if layout == .decision {
      head.title = "Quyết định về việc ban hành Kế hoạch \(title)"
      setter.raw("QUYẾT ĐỊNH")
      setter.raw("Về việc ban hành Kế hoạch \(title)")
    } else {
      head.title = "Kế hoạch \(title)"
      setter.raw("KẾ HOẠCH")
      setter.raw(title.capitalisedFirst)
    }
    setter.raw("")
  }

  private mutating func writeGrounds(place: String) {
    var traps = TrapPen(context: context, random: random)
    let grounds = traps.grounds()
    random = traps.random
    head.basedOn = grounds.compactMap(\.number)
    if layout == .decision || random.chance(40) {
      if layout == .decision { setter.paragraph("ỦY BAN NHÂN DÂN TỈNH \(place.uppercased())") }
      for ground in grounds { setter.paragraph("Căn cứ \(ground.words);") }
    } else {
      setter.paragraph(
        "Thực hiện " + grounds.dropFirst().map(\.words).joined(separator: "; ")
          + ", UBND tỉnh xây dựng Kế hoạch cải cách hành chính (CCHC) \(context.period) với các nội dung sau:"
      )
    }
    guard layout == .decision else { return }
    for line in [
      "QUYẾT ĐỊNH:",
      "Điều 1. Ban hành kèm theo Quyết định này Kế hoạch cải cách hành chính tỉnh \(place) \(context.period).",
      "Điều 2. Quyết định này có hiệu lực thi hành kể từ ngày ký.",
      "Điều 3. Chánh Văn phòng UBND tỉnh, Giám đốc các sở và Chủ tịch \(context.below) chịu trách nhiệm thi hành./.",
      "KẾ HOẠCH",
      "Cải cách hành chính tỉnh \(place) \(context.period)",
    ] { setter.paragraph(line) }
  }

  mutating func writePurpose() {
    setter.paragraph("I. MỤC ĐÍCH, YÊU CẦU")
    setter.paragraph("1. Mục đích")
    for _ in 0..<2 {
      setter.paragraph(
        "- "
          + random.pick(
            "Cụ thể hóa chủ trương của Trung ương về cải cách hành chính, gắn với điều kiện của tỉnh",
            "Xây dựng nền hành chính gần dân, phục vụ người dân và doanh nghiệp ngày càng tốt hơn",
            "Giữ vững thứ hạng các chỉ số PAR INDEX, SIPAS, PAPI, PCI của tỉnh",
            "Tạo bước chuyển rõ trong tác phong làm việc của cơ quan nhà nước các cấp") + ".")
    }
    setter.paragraph("2. Yêu cầu")
    setter.paragraph(
      "- "
        + random.pick(
          "Mỗi việc phải rõ người làm, rõ thời hạn, rõ sản phẩm; kiểm tra được kết quả",
          "Bám sát 06 lĩnh vực cải cách hành chính của Chương trình tổng thể giai đoạn 2021-2030",
          "Người đứng đầu trực tiếp chỉ đạo và chịu trách nhiệm trước UBND tỉnh") + ".")
  }

  mutating func writeDuties() {
    setter.paragraph("IV. TỔ CHỨC THỰC HIỆN")
    var traps = TrapPen(context: context, random: random)
    let duties = [
      "Các sở, ban, ngành và \(context.below)", "Sở Nội vụ", "Sở Tài chính", "Báo và Đài của tỉnh",
    ]
    for (index, duty) in duties.enumerated() {
      setter.paragraph("\(index + 1). \(duty)")
      for _ in 0..<2 {
        var text = MarkedText("- ")
        if traps.random.chance(55) {
          text.append(traps.inDuties())
        } else {
          text.append(TaskWords.of(.steering).task(&traps.random))
        }
        text.append(traps.random.pick(".", ";"))
        setter.paragraph(text)
      }
    }
    random = traps.random
    setter.paragraph(
      "Trong quá trình thực hiện, nếu có khó khăn, các cơ quan phản ánh về Sở Nội vụ để tổng hợp, trình UBND tỉnh xem xét./."
    )
  }

  mutating func writeEnd() {
    setter.gap()
    setter.raw("Nơi nhận:\tTM. ỦY BAN NHÂN DÂN")
    for line in [
      "- Bộ Nội vụ;", "- TT Tỉnh ủy, HĐND tỉnh;", "- Các sở, ngành tỉnh;", "- \(context.below);",
      "- Lưu: VT, NC\(random.number(2...9)).",
    ] {
      setter.raw(line)
    }
    setter.raw("")
  }
}
