// Texts that are no plan and whose lines have no end: eight times the text must not take much more than
// eight times as long, since anything may be read by a load at night.

import Foundation

extension PlanReadings {
  /// What lines are made of: figures that hold each other's words, signs, ranks, words cut by signs.
  private static let pieces = [
    "Tỷ lệ hồ sơ đạt 98% ", "giảm 10% chi phí so với ", "95 % hồ sơ; ", "|", "nhóm khá ",
    "1/2.3,4-",
    "cấp tỉnh 90%, cấp xã 80% ", "xếp thứ 10 PAR INDEX, ",
  ]

  /// The worst of all ratios between lines of 16,000 and of 2,000 pieces, without the time that a reading
  /// of nothing takes.
  func timeLongLines() throws -> (name: String, value: Double) {
    var worst = 0.0
    let nothing = try seconds("", 0)
    for piece in Self.pieces {
      let few = try seconds(piece, 2_000) - nothing
      let many = try seconds(piece, 16_000) - nothing
      let ratio = many / max(few, 0.05)
      print("a line of '\(piece)':", String(format: "%.2f, %.2f s, ratio %.1f", few, many, ratio))
      worst = max(worst, ratio)
    }
    return ("a line eight times as long / itself", worst)
  }

  private func seconds(_ piece: String, _ count: Int) throws -> Double {
    let path = "\(folder)/long.txt"
    let text =
      "KẾ HOẠCH\nCải cách hành chính tỉnh Bắc Giang năm 2025\nII. MỤC TIÊU\n- "
      + String(repeating: piece, count: count) + "\n"
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    return try command(path).run()
  }
}
