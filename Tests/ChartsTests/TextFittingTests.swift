import Testing

@testable import Charts

/// Text is as wide as the font says, and labels keep apart.
@Suite struct TextFittingTests {
  /// Widths by hand, of the font's own table: L 556, a 556, space 278, H 722, i 222, and so on.
  @Test(arguments: [
    ("Hai", 722 + 556 + 222), ("Lạng Sơn", 556 * 4 + 278 + 667 + 640 + 556),
    ("100 %", 3 * 556 + 278 + 889),
    ("", 0), ("PCI", 667 + 722 + 278),
  ])
  func widthIsTheSumOfItsLetters(text: String, thousandths: Int) {
    #expect(abs(TextFitting.width(text, size: 10) - Double(thousandths) / 100) < 1e-9)
  }

  @Test func wrappingLosesNoWordAndKeepsToTheWidth() {
    let text = "Công khai, minh bạch trong việc ra quyết định ở địa phương"
    for width in stride(from: 60.0, through: 400, by: 20) {
      let lines = TextFitting.wrapped(text, size: 11, width: width)
      #expect(lines.joined(separator: " ") == text)
      #expect(lines.allSatisfy { TextFitting.width($0, size: 11) <= width }, "\(width): \(lines)")
    }
  }

  @Test func whatDoesNotFitEndsInAnEllipsis() {
    let lines = TextFitting.wrapped(
      "Công khai, minh bạch trong việc ra quyết định", size: 11, width: 90, most: 2)
    #expect(lines.count == 2)
    #expect(lines[1].hasSuffix("…"))
    #expect(lines.allSatisfy { TextFitting.width($0, size: 11) <= 90 })
  }

  @Test(arguments: [
    [10.0, 10, 10], [0, 3, 200, 201], [100, 100, 100, 100, 100, 100], [5], [260, 259, 1],
  ])
  func labelsKeepTheirDistanceAndOrder(wanted: [Double]) {
    let heights = TextFitting.apart(wanted, gap: 13, in: 0...260)
    let sorted = heights.sorted()
    for (upper, lower) in zip(sorted, sorted.dropFirst()) { #expect(lower - upper >= 13 - 1e-9) }
    #expect(heights.allSatisfy { (0...260).contains($0) })
    for left in wanted.indices {
      for right in wanted.indices where wanted[left] < wanted[right] {
        #expect(heights[left] < heights[right])
      }
    }
  }

  @Test func labelsThatDoNotTouchStayWhereTheyAre() {
    #expect(TextFitting.apart([10, 50, 200], gap: 13, in: 0...260) == [10, 50, 200])
  }

  /// 43.23 to 69.05 in steps of 10; 0.6 to 0.9 in steps of 0.1; one value has room on both sides.
  @Test func axesEndAtRoundNumbers() {
    #expect(NiceScale([43.23, 69.05]).ticks == [40, 50, 60, 70])
    #expect(NiceScale([0.61, 0.83]).ticks == [0.6, 0.7, 0.8, 0.9])
    let single = NiceScale([0.6837])
    #expect(single.low < 0.6837 && single.high > 0.6837 && single.low > 0.5)
    #expect(NiceScale([-3, 4]).ticks == [-4, -2, 0, 2, 4])
    #expect(NiceScale([]).ticks.count > 1)
  }
}
