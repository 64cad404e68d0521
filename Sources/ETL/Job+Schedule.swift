// When a job runs and when its publisher brings out what it loads. The clock is the caller's.

public import IndicatorModel

/// Which index a job follows and when its editions usually come.
public struct JobPublication: Sendable, Hashable {
  /// par, sipas, papi, pci or dti.
  public let index: String
  /// Months of the year after the one that an edition is about.
  public let months: PublicationMonths
}

extension Job {
  /// Keys of `published`.
  static let publishedKeys = ["index", "months"]

  /// Whether a run of the schedule has come that no load has covered; one load covers all missed runs.
  ///
  /// - Parameters:
  ///   - now: what time it is.
  ///   - covered: the latest run that a load has covered; nil before the first load.
  /// - Returns: false for a job without a schedule.
  public func isDue(at now: Moment, coveredTo covered: Moment?) -> Bool {
    guard let run = schedule?.last(atOrBefore: now) else { return false }
    return covered.map { run > $0 } ?? true
  }

  /// The year whose edition should be here and is not.
  ///
  /// - Parameters:
  ///   - now: what time it is.
  ///   - newest: the year of the newest edition that is here; nil for none.
  /// - Returns: nil where nothing is overdue, or the job does not say when it is published.
  public func overdueYear(at now: Moment, newest: Int?) -> Int? {
    guard let published, let today = now.day(in: .vietNam) else { return nil }
    let expected = published.months.latestYearExpected(on: today)
    return newest.map { $0 < expected } ?? true ? expected : nil
  }
}

extension DeclarationReader {
  mutating func schedule(_ file: String) -> (schedule: Schedule?, diagnostics: [Diagnostic]) {
    guard let text = optionalText("schedule") else { return (nil, []) }
    guard let schedule = Schedule(text) else {
      return (nil, [Diagnostic(.notASchedule, [text], file: file, line: line(of: "schedule"))])
    }
    return (schedule, [])
  }

  mutating func publication(
    _ file: String
  ) -> (publication: JobPublication?, diagnostics: [Diagnostic]) {
    guard var reader = mapping("published") else { return (nil, []) }
    let index = reader.word("index", of: CatalogTable.indices)
    let text = reader.text("months")
    var diagnostics: [Diagnostic] = []
    let months = PublicationMonths(text)
    if months == nil, !text.isEmpty {
      diagnostics.append(
        Diagnostic(.notMonths, [text], file: file, line: reader.line(of: "months")))
    }
    diagnostics += reader.finish()
    return (months.map { JobPublication(index: index, months: $0) }, diagnostics)
  }
}
