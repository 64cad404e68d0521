// A moment in time to the second, and how it reads in a zone of a fixed distance from UTC. What "now" is,
// is decided elsewhere.

/// A moment, to the second.
public struct Moment: Sendable, Hashable {
  /// Seconds since 2000-01-01T00:00:00Z, leap seconds left out.
  public let secondsSince2000: Int

  /// The moment so many seconds after 2000-01-01T00:00:00Z.
  public init(secondsSince2000 seconds: Int) {
    secondsSince2000 = seconds
  }

  /// A day and a time of that day in a zone.
  ///
  /// - Parameters:
  ///   - day: the day on the calendar of the zone.
  ///   - hour: the hour, 0 to 23.
  ///   - minute: the minute, 0 to 59.
  ///   - zone: the zone.
  public init(_ day: CalendarDate, hour: Int, minute: Int, in zone: Zone) {
    secondsSince2000 =
      day.daysSince2000 * 86_400 + hour * 3_600 + minute * 60 - zone.hoursFromUTC * 3_600
  }

  /// Reads `2025-04-30T19:00:00Z` or `2025-05-01T02:00:00+07:00`; nil for anything else.
  public init?(iso text: String) {
    let parts = text.split(separator: "T", omittingEmptySubsequences: false)
    guard parts.count == 2, let day = CalendarDate(iso: String(parts[0])) else { return nil }
    let time = parts[1].prefix(8).split(separator: ":", omittingEmptySubsequences: false)
    let ending = String(parts[1].dropFirst(8))
    guard time.count == 3, let hour = digits(time[0], count: 2), hour < 24,
      let minute = digits(time[1], count: 2), minute < 60,
      let second = digits(time[2], count: 2), second < 60,
      let zone = ending == "Z" ? Zone(hoursFromUTC: 0) : Zone(ending), ending != "UTC"
    else { return nil }
    let start = Moment(day, hour: hour, minute: minute, in: zone)
    secondsSince2000 = start.secondsSince2000 + second
  }

  /// The day on the calendar of a zone; nil outside of the years 1 to 9999.
  ///
  /// - Parameter zone: the zone.
  /// - Returns: the day.
  public func day(in zone: Zone) -> CalendarDate? {
    CalendarDate(daysSince2000: days(in: zone))
  }

  /// The moment as `2025-05-01 02:00:00+07`, the way loads are listed.
  ///
  /// - Parameter zone: the zone.
  /// - Returns: day, time and the distance of the zone.
  public func text(in zone: Zone) -> String {
    let hours = zone.hoursFromUTC
    return "\(clock(in: zone, " "))\(hours < 0 ? "-" : "+")\(padded(abs(hours), to: 2))"
  }

  private func days(in zone: Zone) -> Int {
    let local = secondsSince2000 + zone.hoursFromUTC * 3_600
    return (local >= 0 ? local : local - 86_399) / 86_400
  }

  private func clock(in zone: Zone, _ separator: String) -> String {
    let seconds = secondsSince2000 + zone.hoursFromUTC * 3_600 - days(in: zone) * 86_400
    let time = [seconds / 3_600, seconds / 60 % 60, seconds % 60].map { padded($0, to: 2) }
    let day = day(in: zone)?.description ?? "0000-00-00"
    return day + separator + time.joined(separator: ":")
  }

  /// The moment so many seconds later.
  ///
  /// - Parameter seconds: the distance; negative for an earlier one.
  /// - Returns: the other moment.
  public func advanced(bySeconds seconds: Int) -> Moment {
    Moment(secondsSince2000: secondsSince2000 + seconds)
  }
}

extension Moment: Comparable, CustomStringConvertible {
  /// Whether one moment is before another.
  public static func < (left: Moment, right: Moment) -> Bool {
    left.secondsSince2000 < right.secondsSince2000
  }

  /// The moment as `2025-04-30T19:00:00Z`.
  public var description: String { clock(in: .utc, "T") + "Z" }
}

/// A zone of time that keeps one distance from UTC, in whole hours.
public struct Zone: Sendable, Hashable {
  /// Hours before UTC, -12 to 14; 7 in Việt Nam.
  public let hoursFromUTC: Int

  /// Time of Việt Nam, which has had no summer time since 1975.
  public static let vietNam = Zone(7)
  /// Universal time.
  public static let utc = Zone(0)

  private init(_ hours: Int) {
    hoursFromUTC = hours
  }

  /// The zone so many hours before UTC; nil where there is none.
  public init?(hoursFromUTC hours: Int) {
    guard (-12...14).contains(hours) else { return nil }
    self.init(hours)
  }

  /// Reads `Asia/Ho_Chi_Minh`, `UTC`, `+07:00` or `-05:00`; nil for anything else.
  public init?(_ text: String) {
    switch text {
    case "Asia/Ho_Chi_Minh": self = .vietNam
    case "UTC": self = .utc
    default:
      guard let sign = text.first, "+-".contains(sign), text.hasSuffix(":00"),
        let hours = digits(text.dropFirst().dropLast(3), count: 2)
      else { return nil }
      self.init(hoursFromUTC: sign == "-" ? -hours : hours)
    }
  }

  /// The name that the time zone database has for it.
  public var name: String {
    switch hoursFromUTC {
    case 7: "Asia/Ho_Chi_Minh"
    case 0: "UTC"
    // Those names count the other way round: Etc/GMT-9 is nine hours before UTC.
    case let hours: "Etc/GMT\(hours < 0 ? "+" : "-")\(abs(hours))"
    }
  }
}
