// What items begin with.

import Testing

@testable import PlanReading

@Suite struct MarkerTests {
  private func read(_ text: String, isBad: Bool = false) -> String? {
    Marker.read(Array(text.utf8)[...], isBad: isBad).map { marker, length in
      "\(marker) \(String(text.utf8.dropFirst(length)) ?? "")"
    }
  }

  @Test(arguments: [
    ("I. MỤC TIÊU", "roman(1) MỤC TIÊU"), ("XIV. Phần", "roman(14) Phần"),
    ("1. Mục đích", "numbers([1]) Mục đích"),
    ("2.1.3. Về thể chế", "numbers([2, 1, 3]) Về thể chế"),
    ("10.2 Tham mưu", "numbers([10, 2]) Tham mưu"), ("a) Chỉ tiêu", "letter(\"a\") Chỉ tiêu"),
    ("đ) Cải cách", "letter(\"đ\") Cải cách"),
    ("- 100% văn bản", "bullet 100% văn bản"), ("+ Cấp xã", "plus Cấp xã"),
    ("(3) Cắt giảm", "bullet Cắt giảm"), ("Chỉ tiêu 4. Tỷ lệ", "numbers([4]) Tỷ lệ"),
  ])
  func marksAreRead(_ text: String, _ expected: String) { #expect(read(text) == expected) }

  @Test(arguments: [
    "100% văn bản", "03 sáng kiến", "2021-2025", "15/7/2021 của", "Về cải cách", "2030; Nghị quyết",
    "98,5% hồ sơ", "VI", "",
  ])
  func numbersThatCountAreNoMarks(_ text: String) { #expect(read(text) == nil) }

  @Test func romanNumeralsSurviveBadScans() {
    #expect(read("I1I. NHIEM VU", isBad: true) == "roman(3) NHIEM VU")
  }
}
