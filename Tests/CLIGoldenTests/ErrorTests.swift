import EmbeddedPostgres
import Foundation
import LibPQ
import Testing

/// What goes wrong ends with one sentence and the exit code that scripts act on.
@Suite struct ErrorTests {
  private static let errors: [(name: String, line: String, status: Int32)] = [
    ("error/unknown-place", #"trend --place "Lạng Sơm""#, 66),
    ("error/unknown-place-vi", #"trend --place "Lạng Sơm" --lang vi"#, 66),
    ("error/unknown-place-far", "places --place Atlantis", 66),
    ("error/unknown-indicator", "trend --place lang-son --indicator pic", 66),
    ("error/unknown-indicator-vi", "trend --place lang-son --indicator pic --lang vi", 66),
    ("error/nothing-known", "cite --place lang-son --indicator dti --year 1999", 66),
    ("error/empty-place", #"trend --place "" --indicator pci"#, 64),
    ("error/not-a-region", #"rank --indicator pci --year 2019 --region "Hà Nội""#, 66),
    ("error/unknown-job", "load pars", 66),
    ("error/unknown-check", "check ranks", 64),
    ("error/unknown-load", "check --load 99", 66),
    ("error/withdraw-unknown-job-vi", "withdraw pars --lang vi", 66),
    ("error/withdraw-unknown-file", "withdraw par figures/par.csv", 66),
    ("error/missing-folder", "load --etl nowhere", 66),
    ("error/bad-years", "trend --place lang-son --years 20x9", 64),
    ("error/range-mark", "trend --place lang-son --years 2019-2024", 64),
    ("error/range-mark-vi", "trend --place lang-son --years 2019-2024 --lang vi", 64),
    ("error/reversed-years", "trend --place lang-son --years 2024..2019", 64),
    ("error/reversed-years-editions", "editions --years 2024..2019", 64),
    ("error/bad-date", "places --on 2025-02-30", 64),
    ("error/bad-level", "trend --place lang-son --level ward", 64),
    ("error/unknown-verb", "tredn --place lang-son", 64),
    ("error/unknown-verb-vi", "tredn --place lang-son --lang vi", 64),
    ("error/unknown-option", "trend --plaec lang-son", 64),
    ("error/unknown-language", "trend --place lang-son --lang fr", 64),
    ("error/unknown-format", "trend --place lang-son --format xml", 64),
    ("error/no-figures-for-sdmx", "places --format sdmx-csv", 64),
    ("error/no-figures-for-sdmx-vi", "places --format sdmx-csv --lang vi", 64),
    ("error/movers-as-sdmx", "rank --indicator pci --movers 2018..2019 --format sdmx-csv", 64),
    ("error/means-as-sdmx", "compare --place lang-son --with mean --format sdmx-csv", 64),
    ("error/package-without-a-folder", "places --format datapackage", 64),
    ("error/workbook-by-name", "places --output places.xlsx", 64),
    ("error/csv-by-name-vi", "places --output places.csv --lang vi", 64),
    ("error/workbook-as-csv", "places --format csv --output places.xlsx", 64),
    ("error/status-as-csv", "status --format csv", 64),
    ("error/package-nowhere", "places --format datapackage --output /nonexistent/package", 73),
    ("error/workbook-nowhere", "places --format xlsx --output /nonexistent/places.xlsx", 73),
    ("error/no-place", "compare", 64),
    ("error/two-indicators", "cite --place lang-son --indicator pci.* --year 2019", 64),
    ("error/bad-period", "cite --place lang-son --indicator pci --year 2024-Q5", 64),
    ("error/unreachable", #"trend --place lang-son --db "host=/nonexistent dbname=chiso""#, 69),
    ("error/up-of-a-server", #"up --db "host=/nonexistent""#, 64),
    ("error/down-of-a-server-vi", #"down --lang vi --db "host=/nonexistent""#, 64),
    (
      "error/output-not-writable",
      "places --place lang-son --output /nonexistent/places.txt", 73
    ),
  ]

  @Test(arguments: errors)
  func errorIsOneSentenceWithItsExitCode(name: String, line: String, status: Int32) async throws {
    let run = try await Chiso.loaded.run(line)
    #expect(run.status == status)
    #expect(run.output == "")
    try expectGolden(run, name)
  }

  @Test func serverWithoutASchemaNamesTheCommand() async throws {
    let chiso = try await Chiso.loaded
    let name = "bare_\(UInt32.random(in: 0 ... .max))"
    var connection = try Connection(chiso.cluster.connectionString)
    try connection.run(Statement(name: "test", text: "create database \(name) template template0"))
    let server = "host=\(chiso.cluster.socketFolder) dbname=\(name) user=postgres"
    let asked = try await chiso.run("places --db \"\(server)\"")
    #expect(asked.status == 78)
    #expect(asked.error.contains("chiso migrate"))
    // A server of one's own is only migrated when asked.
    let status = try await chiso.run("status --db \"\(server)\"")
    #expect(status.output.contains("chiso migrate"))
    #expect(try await chiso.run("migrate --dry-run --db \"\(server)\"").output.contains("m0001"))
    #expect(try await chiso.run("places --db \"\(server)\"").status == 78)
    #expect(try await chiso.run("migrate --db \"\(server)\"").status == 0)
    let empty = try await chiso.run("places --db \"\(server)\" --format csv")
    #expect(empty.status == 0)
    #expect(empty.error.contains("chiso load"))
  }

  @Test func homeThatCannotBeMadeIsNotPermitted() async throws {
    var chiso = try Chiso()
    // Below a regular file nobody can make a folder, not even root.
    try Data().write(to: URL(fileURLWithPath: chiso.folder + "/file"))
    chiso.environment = ["CHISO_HOME": chiso.folder + "/file/home"]
    let run = try await chiso.run("up")
    #expect(run.status == 77)
    try expectGolden(run, "error/home-not-writable")
  }

  @Test func schemaOfANewerProgramIsRefused() async throws {
    let chiso = try await Chiso.loaded
    let name = "newer_\(UInt32.random(in: 0 ... .max))"
    var connection = try Connection(chiso.cluster.connectionString)
    try connection.run(Statement(name: "test", text: "create database \(name) template template0"))
    let server = "host=\(chiso.cluster.socketFolder) dbname=\(name) user=postgres"
    #expect(try await chiso.run("migrate --db \"\(server)\"").status == 0)
    var database = try Connection(server)
    try database.run(
      Statement(
        name: "test",
        text: """
          insert into ops.migration (name, sha256, duration, tool_version)
          select 'm9999_later', sha256, duration, tool_version from ops.migration limit 1
          """))
    let run = try await chiso.run("places --db \"\(server)\"")
    #expect(run.status == 78)
    #expect(run.error.contains("m9999_later"))
  }
}
