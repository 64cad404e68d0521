// GitHub tables.

import RowRendering
import Testing

@Suite struct MarkdownTests {
  private let columns = [
    Column(key: "place", heading: "Place|Nơi"),
    Column(key: "value", heading: "Value", alignment: .trailing),
    Column(key: "id", heading: "Id", machineOnly: true),
  ]

  @Test func aTableHasAnAlignmentRowAndEscapes() {
    let text = Renderer.text(
      of: [
        [.text("a|b\\c\nd"), .number(1.25, decimals: 1), .text("x")],
        [.text("<b> *x* `y`"), .missing, .text("x")],
      ], columns: columns, format: .markdown, options: RenderOptions(decimalMark: ","))
    #expect(
      text == """
        | Place\\|Nơi | Value |
        | --- | ---: |
        | a\\|b\\\\c d | 1,3 |
        | &lt;b> \\*x\\* \\`y\\` | – |

        """)
  }

  @Test func noColumnsLeaveNothing() {
    #expect(Renderer.text(of: [[]], columns: [], format: .markdown) == "")
  }
}
