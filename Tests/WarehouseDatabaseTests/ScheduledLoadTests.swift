import ETL
import Foundation
import IndicatorModel
import LibPQ
import Testing
import Warehouse

/// Two years of nights: 2023-07-01 to 2025-06-30, a run at half past six each morning.
///
/// Machines are off,
/// connections break in the middle of a load, files are revised, broken and mended. What must be known at
/// the end was worked out on a calendar.
@Suite struct ScheduledLoadTests {
  /// A folder of three jobs of one file each.
  private struct Jobs {
    let path = NSTemporaryDirectory() + "scheduled-" + UUID().uuidString

    init() throws {
      let files = FileManager.default
      for folder in ["jobs", "figures"] {
        try files.createDirectory(
          atPath: "\(path)/\(folder)", withIntermediateDirectories: true)
      }
      try files.copyItem(
        atPath: TestWarehouse.folder.path + "/catalog", toPath: path + "/catalog")
      try declare("a-nightly", "daily 02:00")
      try declare("b-monthly", "monthly 31 03:00")
      try declare("c-yearly", "yearly 02-29 06:00")
    }

    func declare(_ name: String, _ schedule: String) throws {
      let text = """
        job: \(name)
        kind: figures
        title: {vi: Thử, en: Test}
        publisher: Nobody
        terms: Facts
        schedule: \(schedule)
        files:
          - path: figures/\(name).csv
        """
      try text.write(toFile: "\(path)/jobs/\(name).yml", atomically: true, encoding: .utf8)
    }

    func write(_ name: String, _ rows: [(place: String, indicator: String, value: Double)]) throws {
      let lines = rows.map { row in
        "2023,vn-63,\(row.place),\(row.indicator),\(row.value),vgp-240417164329841\n"
      }
      let text = "year,geography,place,indicator,value,source\n" + lines.joined()
      try text.write(toFile: "\(path)/figures/\(name).csv", atomically: true, encoding: .utf8)
    }

    func remove() { try? FileManager.default.removeItem(atPath: path) }
  }

  /// What happens to the files before the run of a day.
  private static func revise(_ jobs: Jobs, _ day: String) throws {
    func nightly(_ value: Double, haTinh: Double? = 88) throws {
      let haTinh = haTinh.map { [("Hà Tĩnh", "par", $0)] } ?? []
      try jobs.write("a-nightly", [("Lạng Sơn", "par", value)] + haTinh)
    }
    func monthly(_ value: Double) throws {
      try jobs.write("b-monthly", [("Lạng Sơn", "sipas", value)])
    }
    func yearly(_ value: Double) throws {
      try jobs.write("c-yearly", [("Lạng Sơn", "pci", value)])
    }
    switch day {
    case "2023-07-01":
      try nightly(80)
      try monthly(70)
      try yearly(60)
    case "2023-08-01": try yearly(61)  // seen when the run of 2024-02-29 is caught up with
    case "2023-09-10": try monthly(71)  // never seen
    case "2023-09-20": try monthly(72)  // seen on 2023-09-30
    case "2024-01-15": try nightly(81)
    case "2024-03-01": try nightly(81.5)  // the machine is off: seen on 2024-03-04
    case "2024-03-10": try yearly(62)  // seen a day after the run of 2025-02-28
    case "2024-05-10": try nightly(82)  // the connection breaks: seen a day later
    case "2024-08-01": try nightly(999)  // not a percentage: refused on two nights
    case "2024-08-03": try nightly(83)
    case "2025-01-01": try nightly(83, haTinh: nil)
    case "2025-02-28": try monthly(73)  // the connection breaks: seen a day later
    case "2025-04-01": try yearly(63)  // waits for 2026
    case "2025-06-30":
      try monthly(74)
      try nightly(85, haTinh: nil)
    default: break
    }
  }

  private static let missed: Set = [
    "2023-10-30", "2023-10-31", "2023-11-01", "2023-11-02",
    "2024-02-29", "2024-03-01", "2024-03-02", "2024-03-03",
  ]
  /// The job in whose load the connection breaks.
  private static let broken = [
    "2023-12-31": "a-nightly", "2024-05-10": "a-nightly", "2025-02-28": "b-monthly",
  ]

  private static func run(_ jobs: Jobs, _ database: String, on day: CalendarDate) throws {
    var options = LoadOptions()
    options.isOnlyDue = true
    options.now = Moment(day, hour: 6, minute: 30, in: .vietNam)
    let cut = broken[day.description]
    var loader = try Loader(
      database, folder: JobFolder(path: jobs.path), kept: KeptFiles(path: jobs.path + "/kept"),
      options: options
    ) { event in
      guard case .started(let job, let load) = event, job == cut else { return }
      guard var other = try? Connection(database) else { return }
      _ = try? other.query(
        sql("select pg_terminate_backend(backend_pid, 10000) from ops.load where load_id = $1"),
        [.int32(load)])
    }
    guard cut != nil else {
      _ = try loader.run()
      return
    }
    do {
      _ = try loader.run()
      Issue.record("\(day): the load should have broken")
    } catch let error as PostgresError {
      #expect(RetryPolicy.canPass(error), "\(day): \(error)")
    }
  }

  @Test func twoYearsOfNightsEndWithTheRightFacts() async throws {
    let database = try await TestWarehouse.migrated()
    let jobs = try Jobs()
    defer { jobs.remove() }
    let first = try #require(CalendarDate(iso: "2023-07-01")).daysSince2000
    let last = try #require(CalendarDate(iso: "2025-06-30")).daysSince2000
    #expect(last - first + 1 == 731)
    for number in first...last {
      let day = try #require(CalendarDate(daysSince2000: number))
      try Self.revise(jobs, day.description)
      guard !Self.missed.contains(day.description) else { continue }
      try Self.run(jobs, database, on: day)
    }
    var connection = try Connection(database)
    // 731 nights, 8 missed, 2 broken in the nightly load, 2 refused. The monthly job: the first night and
    // 24 ends of months, one of them broken once. The yearly one: the first night and two Februaries.
    #expect(
      try connection.rows(
        """
        select job, status, count(*) from ops.load where job <> 'catalog'
        group by job, status order by job, status
        """) == [
          "a-nightly|done|719", "a-nightly|failed|2", "a-nightly|refused|2",
          "b-monthly|done|25", "b-monthly|failed|1", "c-yearly|done|3",
        ])
    #expect(
      try connection.rows(
        """
        select to_char(scheduled_for at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD HH24:MI')
        from ops.load where job = 'c-yearly' order by load_id
        """) == ["2023-02-28 06:00", "2024-02-29 06:00", "2025-02-28 06:00"])
    #expect(
      try connection.rows(
        """
        select count(distinct scheduled_for), min(scheduled_for), max(scheduled_for)
        from ops.load where job = 'b-monthly' and status = 'done'
        """) == ["25|2023-06-29 20:00:00+00|2025-06-29 20:00:00+00"])
    // What holds, and what held before, in the order in which it was learned.
    let facts = """
      select place, indicator, value from mart.observation_vintage
      where recorded_to = 'infinity' order by indicator, place
      """
    #expect(
      try connection.rows(facts)
        == ["lang-son|par|85", "lang-son|pci|62", "lang-son|sipas|74"])
    #expect(
      try connection.rows(
        """
        select place, indicator, string_agg(value::text, ' ' order by recorded_from)
        from mart.observation_vintage where recorded_to < 'infinity'
        group by place, indicator order by indicator, place
        """) == [
          "ha-tinh|par|88", "lang-son|par|80 81 81.5 82 83", "lang-son|pci|60 61",
          "lang-son|sipas|70 72 73",
        ])
    #expect(
      try connection.rows("select count(*) from pg_tables where schemaname = 'staging'") == ["0"])
  }

  @Test func missedRunsAreOneRunAndAFailedOneStaysDue() async throws {
    let database = try await TestWarehouse.migrated()
    var session = try Session(database, for: .loading)
    let daily = try #require(Schedule("daily 02:00"))
    func covered() throws -> Moment? {
      try session.listJobRuns().first { $0.job == "par" }?.coveredTo
    }
    let monday = try #require(Moment(iso: "2025-03-02T19:00:00Z"))
    let load = try session.startLoad(of: "par", covering: daily.last(atOrBefore: monday))
    #expect(try covered() == nil)
    try session.finishLoad(load, status: "failed")
    #expect(try covered() == nil)
    let again = try session.startLoad(of: "par", covering: daily.last(atOrBefore: monday))
    try session.finishLoad(again, status: "refused")
    #expect(try covered() == monday)
    // A load without a schedule, now, covers all runs until now.
    let asked = try session.startLoad(of: "par")
    try session.finishLoad(asked, status: "done")
    #expect(try covered() ?? monday > monday)
  }
}
