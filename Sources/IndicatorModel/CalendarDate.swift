// A day of the Gregorian calendar, without a clock or a time zone: what "today" is, is decided
// elsewhere.

/// A day: year, month and day of month.
public struct CalendarDate: Sendable, Hashable {
  /// The year, 1 to 9999.
  public let year: Int
  /// The month, 1 to 12.
  public let month: Int
  /// The day of the month, 1 to 31.
  public let day: Int

  /// A day, or nil if the calendar has no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= CalendarDate.days(inMonth: month, of: year)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads `2025-07-01`, exactly so; nil for anything else.
  public init?(iso text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, let year = digits(parts[0], count: 4),
      let month = digits(parts[1], count: 2), let day = digits(parts[2], count: 2)
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// The day so many days after 2000-01-01; nil outside of the years 1 to 9999.
  public init?(daysSince2000 days: Int) {
    // Days from 0000-03-01, so that the leap day ends its year; 400 years are 146097 days.
    guard (-3_000_000...3_000_000).contains(days) else { return nil }
    let shifted = days + CalendarDate.daysFromMarchOfYear0
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    self.init(year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month, day: day)
  }

  /// Days since 2000-01-01, negative before: how PostgreSQL sends a date.
  public var daysSince2000: Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let shiftedMonth = month <= 2 ? month + 9 : month - 3
    let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * shiftedMonth + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - CalendarDate.daysFromMarchOfYear0
  }

  /// How many days a month has; 0 if there is no such month.
  public static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    case 1...12: 31
    default: 0
    }
  }

  /// Days from 0000-03-01 to 2000-01-01.
  private static let daysFromMarchOfYear0 = 730_425

  private static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }
}

extension CalendarDate: Comparable, CustomStringConvertible {
  /// Whether one day is before another.
  public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  /// The day as `2025-07-01`.
  public var description: String {
    "\(padded(year, to: 4))-\(padded(month, to: 2))-\(padded(day, to: 2))"
  }
}

/// A number of exactly so many ASCII digits.
func digits(_ text: some StringProtocol, count: Int) -> Int? {
  guard text.utf8.count == count,
    text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
  else { return nil }
  return Int(text)
}

/// A number with zeros before it.
func padded(_ number: Int, to count: Int) -> String {
  let text = "\(number)"
  return String(repeating: "0", count: max(0, count - text.utf8.count)) + text
}
