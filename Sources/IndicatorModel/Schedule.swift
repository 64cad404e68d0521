// When a job is to run: every day, a day of every month, a day of every year. Pure arithmetic on the
// calendar; a clock is the caller's.

/// When something is to run, again and again.
public struct Schedule: Sendable, Hashable {
  /// On which days.
  public enum Rule: Sendable, Hashable {
    /// Every day.
    case daily
    /// A day of every month, 1 to 31; the last day of months that are shorter.
    case monthly(day: Int)
    /// A day of every year; 29 February is the 28th in years that have none.
    case yearly(month: Int, day: Int)
  }

  /// On which days.
  public let rule: Rule
  /// The hour in the zone, 0 to 23.
  public let hour: Int
  /// The minute, 0 to 59.
  public let minute: Int
  /// The zone that days and times are in.
  public let zone: Zone

  /// Reads `daily 02:00`, `monthly 5 03:00` or `yearly 04-20 06:00`, with a zone behind it or in
  /// Việt Nam; nil for anything else.
  public init?(_ text: String) {
    var words = text.split(separator: " ", omittingEmptySubsequences: false)[...]
    switch words.popFirst() {
    case "daily":
      rule = .daily
    case "monthly":
      guard let word = words.popFirst(), let day = digits(word, count: word.utf8.count),
        (1...31).contains(day), word.utf8.count <= 2
      else { return nil }
      rule = .monthly(day: day)
    case "yearly":
      guard let word = words.popFirst(), let day = CalendarDate(iso: "2000-\(word)")
      else { return nil }
      rule = .yearly(month: day.month, day: day.day)
    default: return nil
    }
    guard let time = words.popFirst()?.split(separator: ":", omittingEmptySubsequences: false),
      time.count == 2, let hour = digits(time[0], count: 2), hour < 24,
      let minute = digits(time[1], count: 2), minute < 60,
      words.count <= 1, let zone = words.first.map({ Zone(String($0)) }) ?? .vietNam
    else { return nil }
    self.hour = hour
    self.minute = minute
    self.zone = zone
  }

  /// The first run after a moment; nil beyond the calendar.
  ///
  /// - Parameter moment: the moment; a run at that very moment is not after it.
  /// - Returns: the next run.
  public func next(after moment: Moment) -> Moment? {
    candidates(around: moment).first { $0 > moment }
  }

  /// The latest run that a moment has reached; nil before the calendar.
  ///
  /// - Parameter moment: the moment; a run at that very moment counts.
  /// - Returns: the last run.
  public func last(atOrBefore moment: Moment) -> Moment? {
    candidates(around: moment).last { $0 <= moment }
  }

  /// The runs of the day, month or year of a moment and of its neighbours, ascending.
  private func candidates(around moment: Moment) -> [Moment] {
    guard let today = moment.day(in: zone) else { return [] }
    let days: [CalendarDate?] = (-1...1).map { step in
      switch rule {
      case .daily:
        return CalendarDate(daysSince2000: today.daysSince2000 + step)
      case .monthly(let day):
        let months = today.year * 12 + today.month - 1 + step
        return Schedule.day(day, inMonth: months % 12 + 1, of: months / 12)
      case .yearly(let month, let day):
        return Schedule.day(day, inMonth: month, of: today.year + step)
      }
    }
    return days.compactMap { day in
      day.map { Moment($0, hour: hour, minute: minute, in: zone) }
    }
  }

  private static func day(_ day: Int, inMonth month: Int, of year: Int) -> CalendarDate? {
    CalendarDate(
      year: year, month: month, day: min(day, CalendarDate.days(inMonth: month, of: year)))
  }
}

extension Schedule: CustomStringConvertible {
  /// The schedule as it is declared, the zone where it is not that of Việt Nam.
  public var description: String {
    let time = padded(hour, to: 2) + ":" + padded(minute, to: 2)
    let days =
      switch rule {
      case .daily: "daily"
      case .monthly(let day): "monthly \(day)"
      case .yearly(let month, let day): "yearly \(padded(month, to: 2))-\(padded(day, to: 2))"
      }
    guard zone != .vietNam else { return "\(days) \(time)" }
    let hours = zone.hoursFromUTC
    let name =
      hours == 0 ? "UTC" : "\(hours < 0 ? "-" : "+")\(padded(abs(hours), to: 2)):00"
    return "\(days) \(time) \(name)"
  }
}
