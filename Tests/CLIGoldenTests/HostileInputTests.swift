import Foundation
import Testing

/// Files that are no tables, or were made to do harm: one clear error each, nothing loaded, nothing of
/// what they hold is run, and nothing outside the folder is read.
@Suite struct HostileInputTests {
  private static let sql = "'); drop table warehouse.observation; --"
  private static let text = SmallJobs.figures(80.5)

  /// What stands in for the first job or its file.
  private static let bad: [(name: String, change: @Sendable (SmallJobs) throws -> Void)] = [
    ("windows-1258", { try $0.write(row([0x48, 0xE0, 0x20, 0x4E, 0xF4, 0xF2, 0x69])) }),
    ("tcvn3", { try $0.write(row([0x48, 0xB5, 0x20, 0x4E, 0xE9, 0x69])) }),
    (
      "declaration-utf-16",
      { try $0.write(SmallJobs.job("first").data(using: .utf16), "jobs/first.yml") }
    ),
    ("cut-off", { try $0.write(Data(Data(text.utf8).dropLast(40))) }),
    ("cut-in-a-letter", { try $0.write(Data(text.utf8.prefix { $0 < 0x80 }) + [0xE1]) }),
    ("program", { try $0.write(Data(contentsOf: URL(fileURLWithPath: "/bin/sh"))) }),
    ("workbook-named-csv", { try $0.write(Data("PK\u{03}\u{04}\u{14}".utf8) + Data(count: 100)) }),
    ("table-named-xlsx", { try $0.workbook(Data(text.utf8)) }),
    ("open-quote", { try $0.write(Data((SmallJobs.header + "2023,vn-63,\"Hà Nội,par\n\n").utf8)) }),
    (
      "quote-without-end",
      {
        try $0.write(
          Data((SmallJobs.header + "2023,\"" + String(repeating: "x\n", count: 1 << 20)).utf8))
      }
    ),
    (
      "cell-of-10-mb",
      { try $0.write(Data((text + note(String(repeating: "x", count: 10 << 20))).utf8)) }
    ),
    (
      "columns",
      {
        let codes = (0...5_000).map { ",c\($0)" }.joined()
        try $0.write(Data("year,place,source\(codes)\n".utf8))
        try $0.write(SmallJobs.job("first", "table: {shape: wide}"), "jobs/first.yml")
      }
    ),
    (
      "declaration-of-2-mb",
      {
        try $0.write(
          SmallJobs.job("first", "# " + String(repeating: "x", count: 2 << 20)), "jobs/first.yml")
      }
    ),
    (
      "declaration-nested",
      {
        try $0.write(
          SmallJobs.job("first", "x: " + String(repeating: "[", count: 9_000)), "jobs/first.yml")
      }
    ),
    ("path-above", { try $0.declare("../secret.csv") }),
    ("path-absolute", { try $0.declare("/etc/passwd") }),
    ("path-with-nul", { try $0.declare("figures/first.csv\\0.csv") }),
    ("link", { try $0.link("figures/first.csv", to: $0.path + "/../secret.csv") }),
    (
      "link-of-folder",
      {
        try $0.link("figures/more", to: $0.path + "/..")
        try $0.declare("figures/more/secret.csv")
      }
    ),
    (
      "sql-place", { try $0.write(Data(text.replacingOccurrences(of: "Lạng Sơn", with: sql).utf8)) }
    ),
    (
      "sql-indicator",
      { try $0.write(Data(text.replacingOccurrences(of: ",par,", with: ",\(sql),").utf8)) }
    ),
  ]

  private static func row(_ place: [UInt8]) -> Data {
    Data((SmallJobs.header + "2023,vn-63,").utf8) + Data(place) + Data(",par,90,,,,,x,\n".utf8)
  }

  private static func note(_ note: String) -> String {
    "2023,vn-63,Hải Phòng,par,90,,,,,vgp-240417164329841,\(note)\n"
  }

  @Test func oneClearErrorAndNothingLoaded() async throws {
    let chiso = try Chiso()
    let jobs = try SmallJobs(in: chiso.folder)
    let load = "load first --etl \(jobs.path)"
    #expect(try await chiso.run(load).status == 0)
    let secret = chiso.folder + "/secret.csv"
    for (name, change) in Self.bad {
      try Self.text.write(toFile: secret, atomically: true, encoding: .utf8)
      try change(jobs)
      let refused = try await chiso.run(load)
      #expect(refused.status == 65, "\(name)")
      try expectGolden(refused, "bad-input/\(name)")
      let dry = try await chiso.run("\(load) --dry-run")
      #expect(dry.status == 65, "\(name)")
      #expect(try Self.count(chiso) == "3", "\(name)")
      #expect(
        try chiso.ask("select count(*) from pg_tables where schemaname = 'staging'") == "0",
        "\(name)")
      try jobs.mend()
    }
  }

  @Test func linksThatStayInsideAreFollowed() async throws {
    let chiso = try Chiso()
    let jobs = try SmallJobs(in: chiso.folder)
    try jobs.write(Self.text, "figures/real.csv")
    try jobs.link("figures/first.csv", to: "real.csv")
    // The folder itself may be reached by a link, too.
    try jobs.link("../link", to: jobs.path)
    let run = try await chiso.run("load first --etl \(chiso.folder)/link")
    #expect(run.status == 0, "\(run.error)")
    #expect(try Self.count(chiso) == "3")
  }

  @Test func sqlInNamesStaysText() async throws {
    let chiso = try Chiso()
    let jobs = try SmallJobs(in: chiso.folder)
    let file = "figures/o'); drop schema mart cascade; --.csv"
    try jobs.write(SmallJobs.header + Self.note(Self.sql), file)
    try jobs.declare(file)
    let declared = try String(contentsOfFile: jobs.path + "/jobs/first.yml", encoding: .utf8)
    try jobs.write(
      declared.replacingOccurrences(of: "terms: Facts", with: "terms: \"\(Self.sql)\"")
        .replacingOccurrences(of: "vi: Việc first", with: "vi: \"\(Self.sql)\""), "jobs/first.yml")
    let run = try await chiso.run("load first --etl \(jobs.path)")
    #expect(run.status == 0, "\(run.error)")
    #expect(try Self.count(chiso) == "4")
    #expect(
      try chiso.ask("select note from warehouse.observation where note is not null") == Self.sql)
    let listed = try await chiso.run("jobs --lang vi --format csv --etl \(jobs.path)")
    #expect(listed.output.contains(Self.sql))
    let cited = try await chiso.run(
      "cite --place \"Hải Phòng\" --indicator par --years 2023 --format json")
    #expect(cited.status == 0)
    #expect(cited.output.contains(file))
    let asked = try await chiso.run("trend --place \"\(Self.sql)\" --indicator par")
    #expect(asked.status == 66)
    #expect(try Self.count(chiso) == "4")
  }

  private static func count(_ chiso: Chiso) throws -> String? {
    try chiso.ask("select count(*) from warehouse.observation")
  }
}

extension SmallJobs {
  fileprivate func write(_ bytes: Data?, _ file: String = "figures/first.csv") throws {
    try write(#require(bytes), file)
  }

  /// Lets the first job read more than its file.
  fileprivate func declare(_ file: String) throws {
    try declare(entry: "path: \"\(file)\"")
  }

  fileprivate func declare(entry: String) throws {
    try write(Self.job("first", "  - \(entry)"), "jobs/first.yml")
  }

  fileprivate func link(_ file: String, to target: String) throws {
    try? remove(file)
    try FileManager.default.createSymbolicLink(
      atPath: "\(path)/\(file)", withDestinationPath: target)
  }

  /// A workbook beside the file.
  fileprivate func workbook(_ bytes: Data) throws {
    try declare(
      entry: """
        {path: figures/first.xlsx, shape: sheet, sheet: A, rows: 2-3, place: A, figures: {B: par},
            year: 2023, source: vgp-240417164329841}
        """)
    try write(bytes, "figures/first.xlsx")
  }

  fileprivate func mend() throws {
    try? remove("figures/first.csv")
    try write(Self.figures(80.5), "figures/first.csv")
    try write(Self.job("first"), "jobs/first.yml")
  }
}
