import Foundation
import Subprocess
import Testing

/// What the schedulers of the system get.
@Suite struct SchedulerTests {
  @Test func schedulersGetWhatTheyNeed() async throws {
    let (chiso, jobs) = try await ScheduleTests.scheduled()
    for scheduler in ["systemd", "cron"] {
      let run = try await chiso.run("schedule \(scheduler) --etl \(jobs.path)")
      #expect(run.status == 0)
      try expectGolden(run.naming(Chiso.program, "<program>"), "schedule/\(scheduler)")
    }
    let server = try await chiso.run(
      "schedule systemd --etl \(jobs.path) --db \"host=db.example.org dbname=chiso\"")
    try expectGolden(server.naming(Chiso.program, "<program>"), "schedule/systemd-server")
    try jobs.write(SmallJobs.job("first"), "jobs/first.yml")
    try jobs.write(SmallJobs.job("second"), "jobs/second.yml")
    let none = try await chiso.run("schedule cron --etl \(jobs.path)")
    #expect(none.status == 78)
    try expectGolden(none, "schedule/nothing")
    #expect(try await chiso.run("schedule cron --folder x").status == 64)
  }

  @Test func systemdTakesTheUnits() async throws {
    let (chiso, jobs) = try await ScheduleTests.scheduled()
    let folder = chiso.folder + "/units"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
    #expect(
      try await chiso.run("schedule systemd --etl \(jobs.path) --folder \(folder)").status == 0)
    let units = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    #expect(units == ["chiso-load.service", "chiso-load.timer", "chiso-server.service"])
    let command = """
      command -v systemd-analyze >/dev/null || { echo absent; exit 0; }
      systemd-analyze verify "$0"/*
      """
    let verified = try await Subprocess.run(
      .name("sh"), arguments: ["-c", command, folder], output: .string(limit: 1 << 16),
      error: .combinedWithOutput)
    if verified.standardOutput == "absent\n" {
      print("systemd-analyze is not here: the units were not verified")
      return
    }
    #expect(verified.terminationStatus.isSuccess)
    #expect(verified.standardOutput == "")
  }
}

extension Transcript {
  /// The transcript with a name in place of a path.
  func naming(_ path: String, _ name: String) -> Transcript {
    // Root's units name no user.
    Transcript(
      line: line, output: output.replacing(/User=.*\n/, with: ""), error: error, status: status,
      // Where the path has a space, schedulers get it in quotes.
      places: [("\"\(path)\"", name), ("'\(path)'", name), (path, name)] + places)
  }
}
