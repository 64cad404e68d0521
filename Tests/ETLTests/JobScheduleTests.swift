// When a job is due and its edition overdue, and what of a load is tried again.

import IndicatorModel
import LibPQ
import Testing

@testable import ETL

@Suite struct JobScheduleTests {
  private static func job(_ lines: String) -> (job: Job?, diagnostics: [Diagnostic]) {
    let text = """
      job: one
      kind: figures
      title: {vi: Một, en: One}
      publisher: Nobody
      terms: Facts
      files:
        - path: figures/one.csv
      \(lines)
      """
    let read = Job.read(text: text, file: "jobs/one.yml")
    return (read.job, read.diagnostics)
  }

  @Test func scheduleAndPublicationAreRead() throws {
    let job = try #require(
      Self.job(
        """
        schedule: monthly 31 03:00 UTC
        published: {index: dti, months: 12}
        on_failure: mail office@example.org
        """
      ).job)
    #expect(job.schedule == Schedule("monthly 31 03:00 UTC"))
    #expect(job.published?.index == "dti")
    #expect(job.published?.months == PublicationMonths("12"))
    #expect(job.onFailure == "mail office@example.org")
  }

  @Test(arguments: [
    ("schedule: weekly 02:00", "jobs/one.yml:8 not_a_schedule: weekly 02:00"),
    ("schedule: [daily]", "jobs/one.yml:8 wrong_type: schedule | text"),
    ("published: {index: pci, months: May}", "jobs/one.yml:8 not_months: May"),
    ("published: {index: pci}", "jobs/one.yml:8 missing_key: months"),
    ("published: April", "jobs/one.yml:8 wrong_type: published | mapping"),
    (
      "published: {index: gdp, months: 4-5}",
      "jobs/one.yml:8 not_allowed: index | gdp | par, sipas, papi, pci, dti"
    ),
    (
      "published: {index: pci, months: 4-5, month: 4}",
      "jobs/one.yml:8 unknown_key: month | months"
    ),
  ])
  func whatIsWrongIsToldWithItsLine(line: String, told: String) {
    let read = Self.job(line)
    #expect(read.job == nil)
    #expect(text(read.diagnostics) == told)
  }

  /// Runs at 02:00 in Việt Nam: 19:00 UTC of the day before.
  @Test(arguments: [
    ("2025-03-10T18:59:59Z", "2025-03-09T19:00:00Z", false),
    ("2025-03-10T19:00:00Z", "2025-03-09T19:00:00Z", true),
    ("2025-03-20T12:00:00Z", "2025-03-09T19:00:00Z", true),
    ("2025-03-20T12:00:00Z", "2025-03-19T19:00:00Z", false),
    ("2025-03-20T12:00:00Z", "2025-03-21T19:00:00Z", false),
    ("2025-03-20T12:00:00Z", "", true),
  ])
  func jobIsDueWhenARunIsNotCovered(now: String, covered: String, isDue: Bool) throws {
    let job = try #require(Self.job("schedule: daily 02:00").job)
    let now = try #require(Moment(iso: now))
    #expect(job.isDue(at: now, coveredTo: Moment(iso: covered)) == isDue)
    let unscheduled = try #require(Self.job("").job)
    #expect(!unscheduled.isDue(at: now, coveredTo: nil))
  }

  /// The first of June begins at 17:00 UTC of the day before.
  @Test(
    arguments: [
      ("2025-05-31T16:59:59Z", 2023, nil), ("2025-05-31T17:00:00Z", 2023, 2024),
      ("2025-05-31T17:00:00Z", 2024, nil), ("2025-05-31T17:00:00Z", nil, 2024),
      ("2026-06-01T00:00:00Z", 2023, 2025), ("2025-06-01T00:00:00Z", 2025, nil),
    ] as [(String, Int?, Int?)])
  func editionIsOverdueAfterItsMonths(now: String, newest: Int?, year: Int?) throws {
    let job = try #require(Self.job("published: {index: pci, months: 4-5}").job)
    let now = try #require(Moment(iso: now))
    #expect(job.overdueYear(at: now, newest: newest) == year)
    #expect(try #require(Self.job("").job).overdueYear(at: now, newest: nil) == nil)
  }

  @Test func waitsDoubleUntilTheyAreAMinute() {
    let policy = RetryPolicy(retries: 7)
    #expect((1...8).map { policy.delay(afterAttempts: $0) } == [2, 4, 8, 16, 32, 60, 60, nil])
    #expect(RetryPolicy(retries: 0).delay(afterAttempts: 1) == nil)
  }

  @Test(
    arguments: [
      (nil, "could not connect to server: Connection refused", true),
      (nil, "FATAL:  the database system is starting up", true),
      (nil, "FATAL:  sorry, too many clients already", true),
      (nil, "FATAL:  password authentication failed for user \"x\"", false),
      (nil, "FATAL:  database \"x\" does not exist", false),
      ("57P01", "terminating connection due to administrator command", true),
      ("40P01", "deadlock detected", true),
      ("55P03", "canceling statement due to lock timeout", true),
      ("53100", "could not extend file", false),
      ("23514", "new row violates check constraint", false),
      ("42501", "permission denied", false),
    ] as [(String?, String, Bool)])
  func onlyWhatCanPassIsTriedAgain(state: String?, message: String, canPass: Bool) {
    var error = PostgresError(state == nil ? .connection : .server, message)
    error.sqlState = state
    #expect(RetryPolicy.canPass(error) == canPass)
    #expect(!RetryPolicy.canPass(PostgresError(.cancelled, "canceling statement")))
  }
}
