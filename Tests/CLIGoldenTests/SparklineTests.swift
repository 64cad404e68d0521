import Testing

@testable import ChisoCLI

@Suite struct SparklineTests {
  private static func text(_ points: (year: Int, value: Double, isBreak: Bool)...) -> String {
    Sparkline.text(
      points.map { Sparkline.Point(year: $0.year, value: $0.value, isBreak: $0.isBreak) })
  }

  @Test func leastIsTheLowestBlockAndMostTheHighest() {
    #expect(Self.text((2020, 0, false), (2021, 4, false), (2022, 8, false)) == "▁▅█")
    #expect(Self.text((2020, -8, false), (2021, -1, false), (2022, 0, false)) == "▁██")
  }

  @Test func equalValuesStandInTheMiddle() {
    #expect(Self.text((2020, 5, false), (2021, 5, false)) == "▅▅")
  }

  @Test func missingYearsAreDotsAndNewMethodsBars() {
    #expect(Self.text((2018, 1, false), (2021, 2, true), (2022, 1, false)) == "▁··│█▁")
    #expect(Self.text((2018, 1, true), (2019, 2, false)) == "▁█", "nothing stands before the first")
  }

  @Test func nothingIsAnEmptyLine() {
    #expect(Sparkline.text([]) == "")
    #expect(Self.text((2020, .nan, false)) == "")
  }
}
