// Numbers as people and as machines read them.

import RowRendering
import Testing

@Suite struct NumberTextTests {
  @Test(arguments: [
    (2.675, 2, "2.68"), (1.005, 2, "1.01"), (-2.675, 2, "-2.68"), (0.5, 0, "1"),
    (0.05, 1, "0.1"), (0.005, 1, "0.0"), (-0.04, 1, "0.0"), (-0.0, 2, "0.00"), (0, 0, "0"),
    (9.995, 2, "10.00"), (99.95, 1, "100.0"), (999, 0, "999"), (1e21, 1, "1" + zeros(21) + ".0"),
    (1e-7, 8, "0.00000010"), (1e-7, 2, "0.00"), (87.5, 3, "87.500"), (1234567.891, 1, "1234567.9"),
    (4.449999999999999, 1, "4.4"), (12, -1, "12"), (.leastNonzeroMagnitude, 1, "0.0"),
  ])
  func roundsThePrintedDigitsHalfAwayFromZero(value: Double, decimals: Int, text: String) {
    #expect(formatted(value, decimals: decimals, decimalMark: ".") == text)
  }

  @Test func theMarkIsThatOfTheLanguage() {
    #expect(formatted(-7.16, decimals: 1, decimalMark: ",") == "-7,2")
    #expect(formatted(7.5, decimalMark: ",") == "7,5")
    #expect(formatted(7, decimalMark: ",") == "7")
  }

  @Test(arguments: [
    (7.0, "7"), (7.16, "7.16"), (0.1, "0.1"), (-0.0, "0"), (0.00001, "0.00001"),
    (0.000001, "0.000001"), (1e-7, "1e-07"), (123_456_789_012_345, "123456789012345"),
    (1e15, "1000000000000000"), (1e22, "1e+22"), (0.1 + 0.2, "0.30000000000000004"),
    (-86.45, "-86.45"),
  ])
  func machinesGetTheShortestExactText(value: Double, text: String) {
    #expect(machineText(value) == text)
  }

  @Test func whatMachinesGetReadsBackBitForBit() {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<2000 {
      let value = Double(bitPattern: generator.next())
      guard value.isFinite else { continue }
      #expect(machineText(value).flatMap(Double.init) == value)
      let small = Double.random(in: -1000...1000, using: &generator)
      #expect(machineText(small).flatMap(Double.init) == small)
    }
  }

  @Test func whatIsNoNumberHasNoMachineText() {
    #expect(machineText(.nan) == nil)
    #expect(machineText(-.infinity) == nil)
    #expect(formatted(.nan, decimals: 2, decimalMark: ".") == "nan")
  }
}

private func zeros(_ count: Int) -> String {
  String(repeating: "0", count: count)
}
