import Foundation
import Testing

/// A file that is wrong is told with its line and refused as a whole; the others are loaded, nothing
/// of it is, nothing is left in staging, and once it is mended the next load takes it.
@Suite struct BadInputTests {
  private static let row = "2023,vn-63,Hải Phòng,par,90.25,2,63,,percent,vgp-240417164329841,\n"

  /// What stands in for a file of the first job; nil takes the file away.
  private static let bad: [(name: String, file: String, bytes: Data?)] = [
    ("unknown-key", "jobs/first.yml", text(SmallJobs.job("first") + "encodng: utf-8\n")),
    ("wrong-type", "jobs/first.yml", text(replaced(SmallJobs.job("first"), "Facts", "[Facts]"))),
    ("bad-yaml", "jobs/first.yml", text(replaced(SmallJobs.job("first"), "kind: ", "kind: {"))),
    ("unknown-place", "figures/first.csv", added(replaced(row, "Hải Phòng", "Hải Phong Thanh"))),
    ("unknown-indicator", "figures/first.csv", added(replaced(row, ",par,", ",pra,"))),
    ("unknown-unit", "figures/first.csv", added(replaced(row, "percent", "pct"))),
    ("duplicate-keys", "figures/first.csv", added(row + row)),
    ("out-of-bounds", "figures/first.csv", added(replaced(row, "90.25", "9025"))),
    ("rank-above-n", "figures/first.csv", added(replaced(row, ",2,63,", ",64,63,"))),
    ("decimal-comma", "figures/first.csv", added(replaced(row, "90.25", "\"90,25\""))),
    ("latin-1", "figures/first.csv", latin1),
    ("utf-16", "figures/first.csv", SmallJobs.figures(99.75).data(using: .utf16)),
    ("empty", "figures/first.csv", Data()),
    ("missing", "figures/first.csv", nil),
    ("many", "figures/first.csv", added(String(repeating: replaced(row, ",2,", ",0,"), count: 25))),
  ]

  private static func text(_ text: String) -> Data { Data(text.utf8) }

  private static func replaced(_ text: String, _ old: String, _ new: String) -> String {
    text.replacingOccurrences(of: old, with: new)
  }

  /// The figures with another first value, so that it would be seen if any of them were loaded.
  private static func added(_ rows: String) -> Data { text(SmallJobs.figures(99.75, rows)) }

  private static let latin1 =
    text(SmallJobs.header + "2023,vn-63,H") + Data([0xE0])
    + text(" Nam,par,85.5,,,,percent,vgp-240417164329841,\n")

  @Test func refusedFileLeavesNothingAndIsTakenWhenMended() async throws {
    let chiso = try Chiso()
    let jobs = try SmallJobs(in: chiso.folder)
    let load = "load --etl \(jobs.path)"
    try expectGolden(try await chiso.run(load), "load/small")
    try expectGolden(try await chiso.run(load), "load/skipped")
    try expectGolden(try await chiso.run("\(load) --dry-run"), "load/dry-run")
    var value = 80.5
    for (name, file, bytes) in Self.bad {
      if let bytes { try jobs.write(bytes, file) } else { try jobs.remove(file) }
      try jobs.write(second(value), "figures/second.csv")
      let refused = try await chiso.run(load)
      #expect(refused.status == 65, "\(name)")
      try expectGolden(refused, "bad-input/\(name)")
      #expect(try first(chiso) == "\(value)", "\(name): what was loaded before stands")
      #expect(try other(chiso) == "\(value)", "\(name): the other job is loaded")
      #expect(try count(chiso) == "4", "\(name)")
      #expect(try staging(chiso) == "0", "\(name)")

      value -= 1
      try jobs.write(SmallJobs.job("first"), "jobs/first.yml")
      try jobs.write(SmallJobs.figures(value), "figures/first.csv")
      let mended = try await chiso.run(load)
      #expect(mended.status == 0, "\(name)\n\(mended.error)")
      #expect(try first(chiso) == "\(value)", "\(name): the mended file is loaded")
      if name == "unknown-place" {
        try expectGolden(try await chiso.run("rejects"), "rejects/unknown-place")
        try expectGolden(try await chiso.run("rejects --lang vi"), "rejects/unknown-place-vi")
      }
    }
  }

  @Test func dryRunTellsWhatIsWrongAndWritesNothing() async throws {
    let chiso = try Chiso()
    let jobs = try SmallJobs(in: chiso.folder)
    try jobs.write(Self.added(Self.replaced(Self.row, ",par,", ",pra,")), "figures/first.csv")
    let run = try await chiso.run("load --dry-run --etl \(jobs.path)")
    #expect(run.status == 65)
    try expectGolden(run, "bad-input/dry-run")
    #expect(try count(chiso) == "0")
    #expect(try chiso.ask("select count(*) from catalog.indicator") == "0")
  }

  @Test func brokenCatalogStopsTheLoadBeforeAnyJob() async throws {
    let chiso = try Chiso()
    let jobs = try SmallJobs(in: chiso.folder)
    let editions = try String(contentsOfFile: jobs.path + "/catalog/editions.csv", encoding: .utf8)
    try jobs.write(
      editions + "par-2030,par,vn-43,2030,,63,false,,unverified,,\n", "catalog/editions.csv")
    let run = try await chiso.run("load --etl \(jobs.path)")
    #expect(run.status == 65)
    #expect(run.error.contains("catalog/editions.csv:70: error: "))
    #expect(run.error.contains("vn-43"))
    #expect(try count(chiso) == "0")
  }

  private func second(_ value: Double) -> String {
    SmallJobs.header + "2023,vn-63,Lạng Sơn,sipas,\(value),,,,percent,vgp-240417164329841,\n"
  }

  private func value(_ indicator: String, _ chiso: Chiso) throws -> String? {
    try chiso.ask(
      """
      select o.value from warehouse.observation as o
      join catalog.series as s using (series_id)
      join catalog.indicator as i using (indicator_id)
      join catalog.place as p on p.place_id = o.place_id
      where i.indicator = '\(indicator)' and p.place = 'lang-son'
      """)
  }

  private func first(_ chiso: Chiso) throws -> String? { try value("par", chiso) }
  private func other(_ chiso: Chiso) throws -> String? { try value("sipas", chiso) }
  private func count(_ chiso: Chiso) throws -> String? {
    try chiso.ask("select count(*) from warehouse.observation")
  }
  private func staging(_ chiso: Chiso) throws -> String? {
    try chiso.ask("select count(*) from pg_tables where schemaname = 'staging'")
  }
}
