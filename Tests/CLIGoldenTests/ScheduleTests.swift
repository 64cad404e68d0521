import EmbeddedPostgres
import Foundation
import LibPQ
import Testing

/// Loads that nobody watches: what is due, what is tried again, who is told.
@Suite struct ScheduleTests {
  /// Two small jobs, one of every night and one of the last day of each month.
  static func scheduled(_ more: String = "") async throws -> (chiso: Chiso, jobs: SmallJobs) {
    let chiso = try Chiso()
    let jobs = try SmallJobs(in: chiso.folder)
    try jobs.write(SmallJobs.job("first", "schedule: daily 02:00\n" + more), "jobs/first.yml")
    try jobs.write(SmallJobs.job("second", "schedule: monthly 31 03:00"), "jobs/second.yml")
    return (chiso, jobs)
  }

  private func due(
    _ chiso: Chiso, _ jobs: SmallJobs, at now: String, _ more: String = ""
  ) async throws -> Transcript {
    var chiso = chiso
    chiso.environment["CHISO_NOW"] = now
    return try await chiso.run("load --due --etl \(jobs.path)\(more)")
  }

  @Test func onlyWhatIsDueIsLoaded() async throws {
    let (chiso, jobs) = try await Self.scheduled()
    // 2025-02-27 12:00 in Việt Nam: nothing was ever loaded, so both are due.
    let first = try await due(chiso, jobs, at: "2025-02-27T05:00:00Z")
    try expectGolden(first, "load/due-first")
    // Two hours later nothing is; the next run is at 02:00 of the 28th.
    let nothing = try await due(chiso, jobs, at: "2025-02-27T07:00:00Z")
    try expectGolden(nothing, "load/due-nothing")
    #expect(nothing.error.contains("2025-02-28 02:00:00+07"))
    // At 02:00 the nightly job, at 03:00 the monthly one: February ends on the 28th.
    try expectGolden(try await due(chiso, jobs, at: "2025-02-27T19:00:00Z"), "load/due-nightly")
    try expectGolden(try await due(chiso, jobs, at: "2025-02-27T20:00:00Z"), "load/due-monthly")
    // Three months missed are one run of each.
    try expectGolden(try await due(chiso, jobs, at: "2025-06-10T00:00:00Z"), "load/due-missed")
    let covered = """
      select string_agg(job || ' ' || to_char(scheduled_for at time zone 'UTC', 'MM-DD HH24'), ', '
          order by load_id)
      from ops.load where job <> 'catalog'
      """
    #expect(
      try chiso.ask(covered)
        == """
        first 02-26 19, second 01-30 20, first 02-27 19, second 02-27 20, \
        first 06-09 19, second 05-30 20
        """)
  }

  @Test func jobsTellTheirRunsAndWhatIsOverdue() async throws {
    func jobs(at now: String) async throws -> [String: [String: Any]] {
      var chiso = try await Chiso.loaded
      chiso.environment = ["CHISO_NOW": now]
      let run = try await chiso.run("jobs --format json")
      let json = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
      let rows = try #require(json as? [[String: Any]])
      return Dictionary(rows.map { ($0["job"] as? String ?? "", $0) }) { first, _ in first }
    }
    // 2026-05-31 23:30 in Việt Nam: April and May have not passed.
    let may = try await jobs(at: "2026-05-31T16:30:00Z")
    #expect(may.values.allSatisfy { $0["overdue"] as? Bool == false })
    #expect(may["par"]?["next_run"] as? String == "2026-06-01 02:00:00+07")
    #expect(may["pci-components"]?["next_run"] as? String == "2026-06-01 03:30:00+07")
    #expect(may["pci-totals"]?["next_run"] as? String == "2026-06-05 03:00:00+07")
    #expect(may["pci-totals"]?["schedule"] as? String == "monthly 5 03:00")
    #expect(may["papi-panel"]?["newest_edition"] as? String == "papi-2024")
    #expect(may["plans"]?["newest_edition"] is NSNull)
    // An hour later they have: whoever follows an index of April and May is late by 2025.
    let june = try await jobs(at: "2026-05-31T17:30:00Z")
    let late = june.filter { $0.value["overdue"] as? Bool == true }
    #expect(Set(late.keys) == ["par", "sipas", "papi-reported", "pci-profiles"])
    #expect(late.values.allSatisfy { $0["overdue_year"] as? Int == 2025 })
    #expect(late.values.allSatisfy { $0["overdue_from"] as? String == "2026-06-01" })
    let january = try await jobs(at: "2027-01-01T00:00:00Z")
    #expect(january["dti"]?["overdue_year"] as? Int == 2025)
    #expect(january["dti"]?["due"] as? Bool == true)
  }

  @Test func refusedCatalogIsToldToTheCommandsOfAllJobs() async throws {
    let chiso = try Chiso()
    let jobs = try SmallJobs(in: chiso.folder)
    let command = "on_failure: cat > \(chiso.folder)/told"
    try jobs.write(SmallJobs.job("first", command), "jobs/first.yml")
    try jobs.write("source\nx\n", "catalog/sources.csv")
    #expect(try await chiso.run("load --etl \(jobs.path)").status == 65)
    let told = try String(contentsOfFile: chiso.folder + "/told", encoding: .utf8)
    #expect(told.hasPrefix("chiso load first: failed\nloading the catalog (10 tables)\n"))
    #expect(told.contains("/catalog/sources.csv:1: error: column 'publisher' is missing"))
  }

  @Test func refusedLoadWaitsForTheNextRunAndTellsItsCommand() async throws {
    let (chiso, jobs) = try await Self.scheduled("on_failure: cat > told\n")
    let command = "on_failure: cat > \(chiso.folder)/told"
    try jobs.write(SmallJobs.job("first", "schedule: daily 02:00\n\(command)"), "jobs/first.yml")
    try jobs.write(SmallJobs.figures(800.5), "figures/first.csv")
    let refused = try await due(chiso, jobs, at: "2025-02-27T05:00:00Z")
    #expect(refused.status == 65)
    #expect(
      try String(contentsOfFile: chiso.folder + "/told", encoding: .utf8) == """
        chiso load first: refused
        loading first, files: 1
        \(jobs.path)/figures/first.csv:2: error: 800.5 is out of the bounds of par (0 to 100)

        """)
    #expect(try await due(chiso, jobs, at: "2025-02-27T07:00:00Z").status == 0)
    try jobs.write(SmallJobs.figures(80.5), "figures/first.csv")
    #expect(try await due(chiso, jobs, at: "2025-02-28T07:00:00Z").status == 0)
    #expect(try chiso.ask("select count(*) from warehouse.observation") == "4")
  }

  @Test func lostConnectionIsTriedAgainAndLoadsTheRest() async throws {
    let (chiso, jobs) = try await Self.scheduled()
    #expect(try await chiso.run("load --etl \(jobs.path)").status == 0)
    try jobs.write(SmallJobs.figures(81.5), "figures/first.csv")
    var other = try Connection(chiso.cluster.connectionString)
    let lock = "select pg_advisory_lock(1667785589)"
    try other.run(Statement(name: "test", text: lock))
    async let running = chiso.run("load --retries 1 --etl \(jobs.path)")
    var process: String?
    for _ in 0..<1_000 where process == nil {
      process = try other.query(
        Statement(
          name: "test",
          text: """
            select pid from pg_locks
            where locktype = 'advisory' and not granted and objid = 1667785589::oid
            """)
      ).map { row in row.text(0) ?? "0" }.first
      try await Task.sleep(for: .milliseconds(10))
    }
    let backend = try #require(process)
    try other.run(Statement(name: "test", text: "select pg_terminate_backend(\(backend))"))
    try other.run(Statement(name: "test", text: "select pg_advisory_unlock_all()"))
    let run = try await running
    #expect(run.status == 0)
    try expectGolden(run, "load/retried")
    #expect(
      try chiso.ask(
        "select string_agg(status, ' ' order by load_id) from ops.load where job = 'first'")
        == "done failed done")
    #expect(try chiso.ask("select max(value) from warehouse.observation where rank = 20") == "81.5")
  }

  @Test func badDataAreNotTriedAgain() async throws {
    let (chiso, jobs) = try await Self.scheduled()
    try jobs.write(SmallJobs.figures(800.5), "figures/first.csv")
    let run = try await chiso.run("load --retries 5 --etl \(jobs.path)")
    #expect(run.status == 65)
    #expect(!run.error.contains("trying again"))
  }

  @Test func unreachableServerIsToldToTheCommand() async throws {
    let chiso = try Chiso()
    let jobs = try SmallJobs(in: chiso.folder)
    let command = "on_failure: cat > \(chiso.folder)/told; exit 3"
    try jobs.write(SmallJobs.job("first", command), "jobs/first.yml")
    let run = try await chiso.run(
      "load first --etl \(jobs.path) --db \"host=/nonexistent dbname=chiso\"")
    #expect(run.status == 69)
    try expectGolden(run, "load/unreachable")
    let told = try String(contentsOfFile: chiso.folder + "/told", encoding: .utf8)
    #expect(told.hasPrefix("chiso load first: failed\nerror: cannot reach the database"))
  }

  @Test func anotherLoadThatDidWhatWasDueIsEnough() async throws {
    let (chiso, jobs) = try await Self.scheduled()
    #expect(try await due(chiso, jobs, at: "2025-02-26T12:00:00Z").status == 0)
    var other = try Connection(chiso.cluster.connectionString)
    let lock = "pg_advisory_lock(1667785587, hashtext('first'))"
    try other.run(Statement(name: "test", text: "select \(lock)"))
    async let running = due(chiso, jobs, at: "2025-02-27T05:00:00Z")
    for _ in 0..<1_000 {
      let waiting = try other.query(
        Statement(
          name: "test",
          text: "select 1 from pg_locks where locktype = 'advisory' and not granted"))
      if waiting.rowCount > 0 { break }
      try await Task.sleep(for: .milliseconds(10))
    }
    // The other one has done the run of 2025-02-27 02:00 in Việt Nam.
    try other.run(
      Statement(
        name: "test",
        text: """
          insert into ops.load (job, status, tool_version, scheduled_for)
          values ('first', 'done', 'test', '2025-02-26T19:00:00Z')
          """))
    try other.run(Statement(name: "test", text: "select pg_advisory_unlock_all()"))
    let run = try await running
    #expect(run.status == 0)
    #expect(
      try chiso.ask("select count(*) from ops.load where job = 'first' and tool_version <> 'test'")
        == "1")
  }

  @Test func jsonLogIsALinePerEvent() async throws {
    let (chiso, jobs) = try await Self.scheduled()
    try jobs.write(SmallJobs.figures(800.5), "figures/first.csv")
    let run = try await chiso.run("load --log json --etl \(jobs.path)")
    #expect(run.status == 65)
    let events = try run.error.split(separator: "\n").map { line in
      try #require(
        try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any], "\(line)")
    }
    #expect(
      events.map { "\($0["event"] ?? "") \($0["job"] as? String ?? "")" } == [
        "began catalog", "started catalog", "file catalog", "ended catalog",
        "began first", "started first", "refused first", "file first", "ended first",
        "began second", "started second", "file second", "ended second", "done ",
      ])
    #expect(
      events.map { $0["load"] as? Int ?? 0 } == [0, 1, 1, 1, 0, 2, 2, 2, 2, 0, 3, 3, 3, 0])
    let problems = try #require(events[6]["problems"] as? [[String: Any]])
    #expect(problems.map { $0["reason"] as? String } == ["value_out_of_bounds"])
    #expect(problems.map { $0["line"] as? Int } == [2])
    #expect(events[11]["loaded"] as? Int == 1)
    #expect(events[8]["status"] as? String == "refused")
    let failed = try await chiso.run("load nothing --log json --etl \(jobs.path)")
    #expect(failed.status == 66)
    #expect(failed.error.contains(#""event":"failed""#) && failed.error.hasPrefix("{"))
  }
}
