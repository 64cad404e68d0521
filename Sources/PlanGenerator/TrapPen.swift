// Writes sentences full of numbers that are no targets: laws, dates, time limits, what others have set.

import IndicatorModel
import PlanReading

/// Writes what a reader must not take for a target.
struct TrapPen: Sendable {
  let context: PlanContext
  var random: SplitMix64

  /// The number of a document, such as `1085/QĐ-TTg`.
  mutating func number(_ kinds: [String]) -> String {
    "\(random.number(3...3300))/\(random.choose(kinds) ?? "KH-UBND")"
  }

  /// A day before the plan, as documents are dated.
  mutating func day() -> String {
    let month = random.number(1...12)
    let day = random.number(1...28)
    return (day < 10 ? "0" : "") + "\(day)/\(month < 3 ? "0" : "")\(month)/"
      + "\(context.first - random.number(1...4))"
  }

  /// The documents that a plan is based on, and their numbers.
  mutating func grounds() -> [(words: String, number: String?)] {
    let government = number(["NQ-CP", "QĐ-TTg"])
    let decree = "\(random.number(10...160))/\(context.first - random.number(1...5))/NĐ-CP"
    let party = "\(random.number(2...60))-NQ/TU"
    let province = number(["QĐ-UBND", "KH-UBND"])
    let place = context.province.name
    return [
      ("Luật Tổ chức chính quyền địa phương", nil),
      (
        "Nghị quyết số \(government) ngày \(day()) của Chính phủ về cải cách nền hành chính",
        government
      ),
      (
        "Nghị định số \(decree) của Chính phủ về giải quyết thủ tục trên môi trường điện tử", decree
      ),
      (
        "Nghị quyết số \(party) ngày \(day()) của Tỉnh ủy \(place) về công tác cải cách hành chính",
        party
      ),
      (
        "Quyết định số \(province) của UBND tỉnh \(place) về chương trình CCHC giai đoạn 2021-2030",
        province
      ),
    ]
  }

  /// The end of a task, which cites something.
  mutating func citation() -> String {
    let number = number(["QĐ-TTg", "CT-TTg", "QĐ-UBND", "KH-UBND"])
    return random.pick(
      "theo Quyết định số \(number)", "tại văn bản số \(number) ngày \(day())",
      "giai đoạn 2021-2030",
      "theo khoản \(random.number(1...6)) Điều \(random.number(7...45)) của Luật",
      "trong Đề án 06", "theo Nghị định số \(random.number(10...160))/\(context.first - 2)/NĐ-CP")
  }

  /// A sentence of the sections on tasks.
  mutating func inTasks() -> MarkedText {
    let year = context.first
    switch random.below(8) {
    case 0:
      return MarkedText(
        "Trả lời kiến nghị của người dân trong \(random.number(3...15)) ngày làm việc kể từ ngày nhận"
      )
    case 1:
      return MarkedText(
        "Theo dõi kết quả trên 06 lĩnh vực cải cách hành chính và 03 cấp chính quyền")
    case 2:
      return reference(
        "Mục tiêu Chính phủ giao cho cả nước về nội dung này là ", "% ", "vào năm \(year + 1)")
    case 3:
      return MarkedText("Bồi dưỡng ngoại ngữ cho công chức chưa quá 40 tuổi, mỗi khóa 05 ngày")
    case 4:
      return MarkedText("Hoàn thành việc rà soát trước ngày 15/\(random.number(10...12))/\(year)")
    case 5:
      return reference(
        "Năm \(year - 1), kết quả đã thực hiện của tỉnh là ", "%",
        ", còn nhiều việc phải cố gắng")
    case 6:
      return MarkedText(
        "Duy trì đường dây nóng 24/7 và tổng đài 1022 để tiếp nhận thông tin từ người dân")
    default:
      return MarkedText(
        "Hoàn thành kiểm kê tài sản công đúng tiến độ theo hướng dẫn của Bộ Tài chính")
    }
  }

  /// A sentence of the part on who does what.
  mutating func inDuties() -> MarkedText {
    let year = context.first
    switch random.below(5) {
    case 0:
      return deadline(
        "Các cơ quan, địa phương ban hành kế hoạch của mình chậm nhất sau ",
        " ngày kể từ khi nhận được Kế hoạch này", unit: .days)
    case 1:
      return MarkedText("Gửi kế hoạch về Sở Nội vụ trước ngày 15/01/\(year) để theo dõi")
    case 2:
      return MarkedText(
        "Báo cáo quý gửi trước ngày 10 của tháng cuối quý, báo cáo năm trước ngày 05/12/\(year)")
    case 3:
      return MarkedText(
        "Kế hoạch của cơ quan, địa phương phải có đủ 06 nội dung và chia theo 04 quý")
    default:
      return MarkedText(
        "Đưa kết quả CCHC vào tiêu chí xếp loại theo Quyết định số \(number(["QĐ-UBND"]))")
    }
  }

  private mutating func reference(_ before: String, _ sign: String, _ after: String) -> MarkedText {
    let value = Double(random.number(12...19) * 5)
    let quantity = Quantity(comparator: .equal, value: value, high: nil, unit: .percent)
    var target = context.target(quantity, nil, subject: "")
    target.kind = .reference
    var text = MarkedText()
    text.say(before + Quantity.figure(value) + sign + after, [target])
    return text
  }

  private mutating func deadline(_ before: String, _ after: String, unit: Unit) -> MarkedText {
    let value = Double(random.number(5...20))
    let quantity = Quantity(comparator: .atMost, value: value, high: nil, unit: unit)
    var target = context.target(quantity, nil, subject: "")
    target.kind = .deadline
    var text = MarkedText()
    text.say(before + Quantity.count(value, padded: true) + after, [target])
    return text
  }
}
