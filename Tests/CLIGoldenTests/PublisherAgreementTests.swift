import Foundation
import Subprocess
import Testing

/// Where the publishers' files are, if they are.
enum PublisherShelf {
  static let folder =
    (ProcessInfo.processInfo.environment["CHISO_SHARED"] ?? Chiso.project + "/../shared")
    + "/data/publisher"
}

/// What `rank` and `compare` answer against the totals and ranks that the publishers print, read from their
/// workbooks by Reference/publishers.py: PCI 2006 to 2019 and PAPI 2011 to 2019.
@Suite(
  .enabled(
    if: FileManager.default.fileExists(atPath: PublisherShelf.folder + "/README.md"),
    "skipped: the publishers' files are not here (../shared/data/publisher, CHISO_SHARED)"))
struct PublisherAgreementTests {
  @Test func answersAreTheTotalsAndRanksThatArePrinted() async throws {
    let chiso = try await Chiso.loaded
    let python = Chiso.project + "/.build/readers/bin/python"
    try #require(
      FileManager.default.isExecutableFile(atPath: python),
      "run .ci/install-readers, which installs openpyxl and xlrd")
    let script = Chiso.project + "/Tests/CLIGoldenTests/Reference/publishers.py"
    let done = try await Subprocess.run(
      .name("env"), arguments: [python, script, Chiso.program, PublisherShelf.folder],
      environment: .inherit.updating([
        "CHISO_HOME": chiso.home, "HOME": chiso.folder, "LC_ALL": "C.UTF-8",
      ]),
      output: .string(limit: 1 << 20), error: .string(limit: 1 << 20))
    let said = done.standardOutput
    print(said)
    #expect(done.terminationStatus.isSuccess, "\(said) \(done.standardError)")
    let count = try #require(
      said.firstMatch(of: /(\d+) printed totals and ranks and 4 medians, 0 differ/).flatMap {
        Int($0.1)
      })
    #expect(count > 1_400)
  }
}
