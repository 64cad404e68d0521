// In which months a publisher usually brings out an edition, and which edition should be out by now.

/// The months in which the edition of a year is usually published, in the year after it.
public struct PublicationMonths: Sendable, Hashable {
  /// The first of them, 1 to 12.
  public let first: Int
  /// The last of them, not before the first.
  public let last: Int

  /// Reads `4-5` or `12`; nil for anything else.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let months = parts.compactMap { part in
      part.utf8.count <= 2 ? digits(part, count: part.utf8.count) : nil
    }
    guard months.count == parts.count, (1...2).contains(months.count), let first = months.first,
      let last = months.last, first >= 1, last <= 12, first <= last
    else { return nil }
    self.first = first
    self.last = last
  }

  /// The latest year whose edition should be out on a day: its usual months have passed.
  ///
  /// - Parameter day: the day.
  /// - Returns: the year that the edition is about.
  public func latestYearExpected(on day: CalendarDate) -> Int {
    day.month > last ? day.year - 1 : day.year - 2
  }

  /// The first day on which the edition of a year is overdue; nil beyond the calendar.
  ///
  /// - Parameter year: the year that the edition is about.
  /// - Returns: the day after its usual months.
  public func overdueFrom(editionOf year: Int) -> CalendarDate? {
    last == 12
      ? CalendarDate(year: year + 2, month: 1, day: 1)
      : CalendarDate(year: year + 1, month: last + 1, day: 1)
  }
}

extension PublicationMonths: CustomStringConvertible {
  /// The months as they are declared.
  public var description: String { first == last ? "\(first)" : "\(first)-\(last)" }
}
