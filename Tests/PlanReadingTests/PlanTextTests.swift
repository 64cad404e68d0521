// Lines of a text.

import PlanReading
import Testing

@Suite struct PlanTextTests {
  @Test func linesEndAtLineFeedsWithOrWithoutCarriageReturn() {
    #expect(PlanText("một\r\nhai\nba\n").lines == ["một", "hai", "ba"])
    #expect(PlanText("").lines == [])
  }
}
