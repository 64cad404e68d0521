// Days and periods.

import IndicatorModel
import Testing

@Suite struct CalendarTests {
  @Test(arguments: [
    ("2000-01-01", 0), ("2000-03-01", 60), ("1999-12-31", -1), ("2025-07-01", 9313),
    ("1970-01-01", -10957), ("0001-01-01", -730119), ("9999-12-31", 2_921_939),
    ("2024-02-29", 8825), ("1900-03-01", -36465),
  ])
  func daysCountFrom2000(text: String, days: Int) throws {
    let date = try #require(CalendarDate(iso: text))
    #expect(date.daysSince2000 == days)
    #expect(CalendarDate(daysSince2000: days) == date)
    #expect(date.description == text)
  }

  @Test func everyDayComesBackFromItsCount() throws {
    var before: CalendarDate?
    for days in stride(from: -730119, through: 2_921_939, by: 1) {
      guard days % 97 == 0 || (0...3000).contains(days) else { continue }
      let date = try #require(CalendarDate(daysSince2000: days))
      #expect(date.daysSince2000 == days)
      if let before { #expect(before < date) }
      before = date
    }
    #expect(CalendarDate(daysSince2000: -730120) == nil)
    #expect(CalendarDate(daysSince2000: 2_921_940) == nil)
    #expect(CalendarDate(daysSince2000: .max) == nil)
    #expect(CalendarDate(daysSince2000: .min) == nil)
  }

  @Test(arguments: [
    "2025-02-29", "1900-02-29", "2025-13-01", "2025-00-01", "2025-04-31", "2025-1-1", "2025-01",
    "25-01-01", "2025-01-01 ", "", "-", "0000-01-01", "2025/01/01", "+025-01-01", "2025-01-0١",
  ])
  func whatIsNoDayIsRefused(text: String) {
    #expect(CalendarDate(iso: text) == nil)
  }

  @Test(arguments: [
    ("2024", "2024-01-01", "2024-12-31", Frequency.annual),
    ("2024-Q1", "2024-01-01", "2024-03-31", .quarterly),
    ("2024-Q4", "2024-10-01", "2024-12-31", .quarterly),
    ("2024-02", "2024-02-01", "2024-02-29", .monthly),
  ])
  func periodsHaveAFirstAndALastDay(
    text: String, first: String, last: String, frequency: Frequency
  ) throws {
    let period = try #require(Period(text))
    let firstDay = try #require(period.firstDay)
    #expect(period.description == text)
    #expect(firstDay.description == first)
    #expect(period.lastDay?.description == last)
    #expect(period.frequency == frequency)
    #expect(Period(containing: firstDay, frequency: frequency) == period)
  }

  @Test(arguments: ["", "24", "2024-Q5", "2024-Q0", "2024-13", "2024-1", "2024-q1", "2024-01-01"])
  func whatIsNoPeriodIsRefused(text: String) {
    #expect(Period(text) == nil)
  }

  @Test func periodsSortByTheirFirstDay() {
    let texts = ["2023", "2024", "2024-Q1", "2024-01", "2024-02", "2024-Q2"]
    #expect(texts.reversed().compactMap { Period($0) }.sorted().map(\.description) == texts)
  }
}
