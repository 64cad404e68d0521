// Periods as SDMX writes them: a year, a quarter or a month.

/// How often a series is published, by its SDMX code.
public enum Frequency: String, CaseIterable, Sendable {
  /// Yearly.
  case annual = "A"
  /// Quarterly.
  case quarterly = "Q"
  /// Monthly.
  case monthly = "M"

  /// How many periods a year has.
  public var periodsPerYear: Int {
    switch self {
    case .annual: 1
    case .quarterly: 4
    case .monthly: 12
    }
  }
}

/// A year, a quarter or a month; the warehouse keeps its first day.
public struct Period: Sendable, Hashable {
  /// The year.
  public let year: Int
  /// The frequency: what kind of period it is.
  public let frequency: Frequency
  /// Which of its kind in the year, from 1.
  public let number: Int

  /// A period, or nil if the year has no such one; years are 1000 to 9999.
  public init?(year: Int, frequency: Frequency = .annual, number: Int = 1) {
    guard (1000...9999).contains(year), (1...frequency.periodsPerYear).contains(number)
    else { return nil }
    self.year = year
    self.frequency = frequency
    self.number = number
  }

  /// Reads `2024`, `2024-Q1` or `2024-03`, exactly so; nil for anything else.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard let year = digits(parts[0], count: 4) else { return nil }
    switch parts.count {
    case 1: self.init(year: year)
    case 2 where parts[1].first == "Q":
      guard let quarter = digits(parts[1].dropFirst(), count: 1) else { return nil }
      self.init(year: year, frequency: .quarterly, number: quarter)
    case 2:
      guard let month = digits(parts[1], count: 2) else { return nil }
      self.init(year: year, frequency: .monthly, number: month)
    default: return nil
    }
  }

  /// The period of a kind in which a day lies; nil before the year 1000.
  public init?(containing day: CalendarDate, frequency: Frequency) {
    let months = 12 / frequency.periodsPerYear
    self.init(year: day.year, frequency: frequency, number: (day.month - 1) / months + 1)
  }

  /// The first day.
  public var firstDay: CalendarDate? {
    CalendarDate(year: year, month: firstMonth, day: 1)
  }

  /// The last day.
  public var lastDay: CalendarDate? {
    let month = firstMonth + 12 / frequency.periodsPerYear - 1
    return CalendarDate(
      year: year, month: month, day: CalendarDate.days(inMonth: month, of: year))
  }

  private var firstMonth: Int {
    (number - 1) * 12 / frequency.periodsPerYear + 1
  }
}

extension Period: Comparable, CustomStringConvertible {
  /// By first day; of those that begin together the longer one comes first.
  public static func < (left: Period, right: Period) -> Bool {
    (left.year, left.firstMonth, left.frequency.periodsPerYear)
      < (right.year, right.firstMonth, right.frequency.periodsPerYear)
  }

  /// The period as `2024`, `2024-Q1` or `2024-03`.
  public var description: String {
    switch frequency {
    case .annual: "\(year)"
    case .quarterly: "\(year)-Q\(number)"
    case .monthly: "\(year)-\(padded(number, to: 2))"
    }
  }
}
