// Widths of texts in terminal columns.

import RowRendering
import Testing

@Suite struct DisplayWidthTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("Lạng Sơn", 8), ("La\u{323}ng So\u{31B}n", 8), ("Đắk Lắk", 7),
    ("–", 1), ("\u{301}", 0), ("\u{200B}", 0), ("日本", 4), ("한", 2), ("ｆ", 2), ("😀", 2),
    ("👨‍👩‍👧", 2), ("🇻🇳", 2), ("1️⃣", 2), ("─", 1), ("␛", 1), ("\u{1100}\u{1161}", 2),
  ])
  func widthsAreThoseOfGraphemeClusters(text: String, width: Int) {
    #expect(DisplayWidth.of(text) == width)
  }
}
