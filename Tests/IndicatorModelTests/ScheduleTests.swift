// When jobs run, worked out on a paper calendar.

import IndicatorModel
import Testing

@Suite struct ScheduleTests {
  /// Each line: schedule, moment, last run at or before it, next run after it.
  private static let runs: [(schedule: String, at: String, last: String, next: String)] = [
    // 02:00 in Việt Nam is 19:00 of the day before in UTC.
    ("daily 02:00", "2025-04-30T18:59:59Z", "2025-04-29T19:00:00Z", "2025-04-30T19:00:00Z"),
    ("daily 02:00", "2025-04-30T19:00:00Z", "2025-04-30T19:00:00Z", "2025-05-01T19:00:00Z"),
    ("daily 02:00", "2024-12-31T20:00:00Z", "2024-12-31T19:00:00Z", "2025-01-01T19:00:00Z"),
    ("daily 23:30", "2024-02-28T16:29:59Z", "2024-02-27T16:30:00Z", "2024-02-28T16:30:00Z"),
    ("daily 02:00 UTC", "2025-01-01T01:59:00Z", "2024-12-31T02:00:00Z", "2025-01-01T02:00:00Z"),
    ("daily 02:00 +09:00", "2025-01-01T00:00:00Z", "2024-12-31T17:00:00Z", "2025-01-01T17:00:00Z"),
    ("daily 22:00 -05:00", "2025-01-01T00:00:00Z", "2024-12-31T03:00:00Z", "2025-01-01T03:00:00Z"),
    ("monthly 5 03:00", "2025-03-04T20:00:00Z", "2025-03-04T20:00:00Z", "2025-04-04T20:00:00Z"),
    ("monthly 5 03:00", "2025-01-03T00:00:00Z", "2024-12-04T20:00:00Z", "2025-01-04T20:00:00Z"),
    // The last day of short months: 28 and 29 February, 30 April.
    (
      "monthly 31 00:00 UTC", "2025-02-27T12:00:00Z", "2025-01-31T00:00:00Z", "2025-02-28T00:00:00Z"
    ),
    (
      "monthly 31 00:00 UTC", "2024-02-28T12:00:00Z", "2024-01-31T00:00:00Z", "2024-02-29T00:00:00Z"
    ),
    (
      "monthly 31 00:00 UTC", "2025-04-30T00:00:00Z", "2025-04-30T00:00:00Z", "2025-05-31T00:00:00Z"
    ),
    (
      "monthly 30 00:00 UTC", "2025-03-01T00:00:00Z", "2025-02-28T00:00:00Z", "2025-03-30T00:00:00Z"
    ),
    // The first of the month in Việt Nam is still the month before in UTC.
    ("monthly 1 06:00", "2025-05-31T22:59:59Z", "2025-04-30T23:00:00Z", "2025-05-31T23:00:00Z"),
    ("yearly 04-20 06:00", "2025-04-19T22:59:59Z", "2024-04-19T23:00:00Z", "2025-04-19T23:00:00Z"),
    ("yearly 04-20 06:00", "2025-12-31T23:00:00Z", "2025-04-19T23:00:00Z", "2026-04-19T23:00:00Z"),
    (
      "yearly 02-29 12:00 UTC", "2024-03-01T00:00:00Z", "2024-02-29T12:00:00Z",
      "2025-02-28T12:00:00Z"
    ),
    (
      "yearly 02-29 12:00 UTC", "2027-12-31T00:00:00Z", "2027-02-28T12:00:00Z",
      "2028-02-29T12:00:00Z"
    ),
    ("yearly 01-01 00:00", "2024-12-31T17:00:00Z", "2024-12-31T17:00:00Z", "2025-12-31T17:00:00Z"),
  ]

  @Test(arguments: runs)
  func runsAreThoseOfTheCalendar(schedule: String, at: String, last: String, next: String) throws {
    let read = try #require(Schedule(schedule))
    let moment = try #require(Moment(iso: at))
    #expect(read.last(atOrBefore: moment)?.description == last)
    #expect(read.next(after: moment)?.description == next)
    #expect(read.description == schedule)
  }

  @Test(arguments: ["daily 02:00", "monthly 31 03:00", "yearly 02-29 06:00"])
  func lastAndNextMeet(text: String) throws {
    let schedule = try #require(Schedule(text))
    var run = try #require(Moment(iso: "2023-12-31T00:00:00Z"))
    for _ in 0..<60 {
      let next = try #require(schedule.next(after: run))
      #expect(schedule.last(atOrBefore: next) == next)
      #expect(schedule.last(atOrBefore: next.advanced(bySeconds: -1)) ?? run <= run)
      run = next
    }
  }

  @Test(arguments: [
    "", "daily", "02:00", "daily 2:00", "daily 24:00", "daily 02:60", "daily 02:00:00",
    "daily 02:00 Asia/Tokyo", "daily 02:00 +05:30", "daily 02:00 +15:00", "daily 02:00 UTC UTC",
    "daily  02:00", "Daily 02:00", "monthly 03:00", "monthly 0 03:00", "monthly 32 03:00",
    "monthly 005 03:00", "yearly 4-20 06:00", "yearly 02-30 06:00", "yearly 13-01 06:00",
    "hourly 02:00", "daily 02:00 ", "monthly -5 03:00",
  ])
  func whatIsNoScheduleIsRefused(text: String) {
    #expect(Schedule(text) == nil)
  }

  @Test func zoneOfVietNamMayBeSaid() {
    #expect(Schedule("daily 02:00 Asia/Ho_Chi_Minh") == Schedule("daily 02:00"))
    #expect(Schedule("daily 02:00 +07:00") == Schedule("daily 02:00"))
    #expect(Schedule("monthly 05 03:00") == Schedule("monthly 5 03:00"))
  }

  @Test(arguments: [
    ("Asia/Ho_Chi_Minh", "Asia/Ho_Chi_Minh"), ("UTC", "UTC"), ("+09:00", "Etc/GMT-9"),
    ("-05:00", "Etc/GMT+5"), ("+00:00", "UTC"),
  ])
  func zonesHaveNamesThatSystemsKnow(text: String, name: String) {
    #expect(Zone(text)?.name == name)
  }

  @Test(arguments: [
    ("2000-01-01T00:00:00Z", 0), ("2000-01-02T00:00:01Z", 86_401), ("1999-12-31T23:59:59Z", -1),
    ("1970-01-01T00:00:00Z", -946_684_800), ("2000-01-01T07:00:00+07:00", 0),
  ])
  func momentsCountFrom2000(text: String, seconds: Int) throws {
    let moment = try #require(Moment(iso: text))
    #expect(moment.secondsSince2000 == seconds)
    #expect(Moment(iso: moment.description) == moment)
  }

  @Test(arguments: [
    "", "2025-01-01", "2025-01-01T00:00:00", "2025-01-01 00:00:00Z", "2025-01-01T24:00:00Z",
    "2025-02-29T00:00:00Z", "2025-01-01T00:00:00UTC", "2025-01-01T0:00:00Z",
  ])
  func whatIsNoMomentIsRefused(text: String) {
    #expect(Moment(iso: text) == nil)
  }

  @Test func momentsReadInTheirZone() throws {
    let moment = try #require(Moment(iso: "1999-12-31T17:30:05Z"))
    #expect(moment.text(in: .vietNam) == "2000-01-01 00:30:05+07")
    #expect(moment.text(in: .utc) == "1999-12-31 17:30:05+00")
    #expect(moment.day(in: .vietNam)?.description == "2000-01-01")
  }

  /// PAR, SIPAS, PCI and PAPI come in April or May of the next year, DTI by its end.
  @Test(arguments: [
    ("4-5", "2025-05-31", 2023), ("4-5", "2025-06-01", 2024), ("4-5", "2025-01-01", 2023),
    ("4-5", "2025-12-31", 2024), ("12", "2025-12-31", 2023), ("11-12", "2026-01-01", 2024),
  ])
  func editionIsExpectedWhenItsMonthsHavePassed(months: String, day: String, year: Int) throws {
    let months = try #require(PublicationMonths(months))
    #expect(months.latestYearExpected(on: try #require(CalendarDate(iso: day))) == year)
  }

  @Test func editionIsOverdueFromTheDayAfter() {
    #expect(PublicationMonths("4-5")?.overdueFrom(editionOf: 2024)?.description == "2025-06-01")
    #expect(PublicationMonths("11-12")?.overdueFrom(editionOf: 2024)?.description == "2026-01-01")
  }

  @Test(arguments: ["", "0", "13", "5-4", "4-", "-5", "4-5-6", "04-005", "april", "4 - 5"])
  func whatAreNoMonthsIsRefused(text: String) {
    #expect(PublicationMonths(text) == nil)
  }
}
