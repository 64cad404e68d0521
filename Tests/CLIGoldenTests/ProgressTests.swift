import ETL
import Foundation
import TestSupport
import Testing

@testable import ChisoCLI

/// How far a long file has come: drawn on a terminal, a line in a log, nothing for short ones.
@Suite struct ProgressTests {
  /// A quarter of 80 MB in 50 s: 20,000 rows a second, 150 s to go.
  private static let reading = LoadProgress(
    file: "figures/long.csv", phase: .reading, rows: 1_000_000, bytes: 20_000_000,
    size: 80_000_000, seconds: 50)
  private static let merging = LoadProgress(
    file: "figures/long.csv", phase: .merging, rows: 4_000_000, bytes: 80_000_000,
    size: 80_000_000, seconds: 200)

  @Test func narrowTerminalsGetLess() {
    let all = """
        figures/long.csv  [#####---------------]  25%  2:30 left  1000000 rows  20.0/80.0 MB  \
      20000 rows/s
      """
    #expect(ProgressLine.text(Self.reading, width: 120) == all)
    #expect(
      ProgressLine.text(Self.reading, width: all.count - 1)
        == all.replacing("[#####---------------]  ", with: ""))
    #expect(ProgressLine.text(Self.reading, width: 40) == "  figures/long.csv  25%  2:30 left")
    #expect(ProgressLine.text(Self.reading, width: 20) == "25%  2:30 left")
    #expect(ProgressLine.text(Self.reading, width: 5) == "25%")
    #expect(ProgressLine.text(Self.reading, width: 2) == "")
    #expect(
      ProgressLine.text(Self.merging, width: 80) == "  figures/long.csv  merging  4000000 rows")
  }

  @Test func logsGetALineInHalfAMinute() {
    let line = ProgressLine(width: nil)
    func at(_ seconds: Double, _ file: String = "a.csv") -> LoadProgress {
      LoadProgress(
        file: file, phase: .reading, rows: 1, bytes: 1, size: 2, seconds: seconds)
    }
    #expect(
      [0.5, 29.9, 30, 59, 60.5].map { line.isTime(for: at($0)) }
        == [false, false, true, false, true])
    #expect(!line.isTime(for: at(1, "b.csv")))
    #expect(
      ProgressLine.plainText(Self.reading)
        == "  figures/long.csv: 25%, 2:30 left, 1000000 rows, 20.0/80.0 MB, 20000 rows/s")
  }

  /// A file of ranks that cannot be takes long enough to be read.
  @Test func terminalIsDrawnOnAndLeftClean() async throws {
    let chiso = try Chiso()
    let jobs = try SmallJobs(in: chiso.folder)
    #expect(try await chiso.run("up").status == 0)
    var rows = SmallJobs.header
    let row = "2023,vn-63,Lạng Sơn,par,1,65,64,,percent,vgp-240417164329841,\n"
    rows += String(repeating: row, count: 60_000)
    try jobs.write(rows, "figures/first.csv")
    func load(_ before: String, _ options: String, _ after: String = "") -> String {
      let words =
        "\(before) CHISO_HOME=\(chiso.home) LC_ALL=C \(Shell.quoted(Chiso.program)) load first"
        + " --etl \(jobs.path) \(options)"
      return Shell.run(
        "script -qec \(Shell.quoted("stty cols 100; env \(words)")) /dev/null </dev/null \(after)"
      ).output
    }
    let drawn = load("TERM=xterm", "")
    let frames = drawn.split(separator: "\r").filter { $0.contains(" left") }
    #expect(!frames.isEmpty, "\(drawn)")
    for frame in frames {
      #expect(frame.hasSuffix("\u{1B}[K") && frame.count < 100 + 3, "\(frame)")
      #expect(frame.hasPrefix("  figures/first.csv"))
    }
    // The bar is taken away before the errors are written.
    let rest = try #require(drawn.range(of: " left", options: .backwards)).upperBound
    #expect(drawn[rest...].contains("\r\u{1B}[K"), "\(drawn[rest...])")
    #expect(drawn.contains("files loaded: 0, skipped: 0, refused: 1"))
    for (before, options) in [
      ("TERM=xterm", "--quiet"), ("TERM=dumb", ""), ("TERM=xterm", "--log json"),
    ] {
      #expect(!load(before, options).contains("\u{1B}"), "\(before) \(options)")
    }
    #expect(!(try await chiso.run("load first --etl \(jobs.path)").error.contains(" left")))
  }
}
