import Foundation
import TestSupport
import Testing

/// What a terminal shows: long tables page by page, no workbook, completions of the catalog.
@Suite struct TerminalTests {
  /// Runs a line on a terminal of 20 lines; the pager marks what it is given.
  private func onTerminal(
    _ line: String, pager: String = "sed s/^/PAGED:/", lines: Int = 20
  ) async throws -> String {
    let chiso = try await Chiso.loaded
    let words =
      "env TERM=xterm PAGER=\(Shell.quoted(pager)) NO_COLOR=1 CHISO_HOME=\(chiso.home) LC_ALL=C "
      + "\(Shell.quoted(Chiso.program)) \(line)"
    return Shell.run(
      "script -qec \(Shell.quoted("stty cols 200 rows \(lines); \(words)")) /dev/null </dev/null"
    ).output.replacing("\r\n", with: "\n")
  }

  @Test func longTablesGoThroughThePager() async throws {
    let long = "rank --indicator pci --year 2019"
    let paged = try await onTerminal(long)
    // 63 provinces, a head and a rule; what is said of the answer stands behind, on stderr.
    #expect(paged.split(separator: "\n").count { $0.hasPrefix("PAGED:") } == 65)
    let printed = try await onTerminal(long + " --no-pager")
    #expect(!printed.contains("PAGED:"))
    #expect(paged.replacing("PAGED:", with: "") == printed)
    for short in [
      "rank --indicator pci --year 2019 --region \"Tây Nguyên\"", long + " --format csv",
    ] { #expect(!(try await onTerminal(short)).contains("PAGED:"), "\(short)") }
    #expect(!(try await onTerminal(long, lines: 100)).contains("PAGED:"))
    let profile = try await onTerminal("profile lang-son")
    #expect(profile.hasPrefix("PAGED:Lang Son\n"))
  }

  @Test func pagersThatAreNotThereOrLeaveEarlyDoNoHarm() async throws {
    let long = "rank --indicator pci --year 2019"
    let printed = try await onTerminal(long + " --no-pager")
    // The shell says that it knows no such program; then the table comes.
    #expect(try await onTerminal(long, pager: "no-such-pager").hasSuffix(printed))
    for pager in ["", "cat", "false"] {
      #expect(try await onTerminal(long, pager: pager) == printed)
    }
    let first = try await onTerminal("\(long); echo \"exit $?\"", pager: "head -n 1")
    #expect(first.split(separator: "\n").first?.contains("Rank") == true)
    #expect(first.hasSuffix("exit 0\n"))
  }

  @Test func workbooksAreNotWrittenOnATerminal() async throws {
    let said = try await onTerminal("places --format xlsx; echo \"exit $?\"")
    #expect(said.contains("a workbook cannot be shown on a terminal"))
    #expect(said.hasSuffix("exit 64\n"))
  }

  /// What bash completes at the end of a line, by the script of the program.
  private func completions(_ line: String, home: String? = nil) async throws -> [String] {
    let chiso = try await Chiso.loaded
    let folder = URL(fileURLWithPath: Chiso.program).deletingLastPathComponent().path
    let script = """
      PATH=\(Shell.quoted(folder)):$PATH
      source <(chiso --generate-completion-script bash)
      COMP_LINE=\(Shell.quoted(line)); COMP_POINT=${#COMP_LINE}
      read -ra COMP_WORDS <<< "$COMP_LINE"
      case "$COMP_LINE" in *' ') COMP_WORDS+=('');; esac
      COMP_CWORD=$(( ${#COMP_WORDS[@]} - 1 ))
      _chiso chiso "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
      printf '%s\\n' "${COMPREPLY[@]}"
      """
    let run = Shell.run(
      "cd \(Shell.quoted(Chiso.project)) && env CHISO_HOME=\(Shell.quoted(home ?? chiso.home)) "
        + "LC_ALL=C bash -c \(Shell.quoted(script))")
    #expect(run.status == 0, "\(run.output)")
    return run.output.split(separator: "\n").map(String.init)
  }

  @Test(arguments: [
    ("chiso trend --place lang", ["lang-son"]),
    ("chiso compare --place lang-son,ha-ti", ["lang-son,ha-tinh"]),
    (
      "chiso rank --indicator pci.la",
      ["pci.labor_training", "pci.land", "pci.law_and_order"]
    ),
    ("chiso plan show lang-son-2024", ["lang-son-2024"]),
    ("chiso diff --from 2024-01-01 --job pci-t", ["pci-totals"]),
    ("chiso load pci-t", ["pci-totals"]),
    ("chiso profile ha-ti", ["ha-tinh"]),
    ("chiso trend --level co", ["commune"]),
    ("chiso trend --format sd", ["sdmx-csv"]),
    ("chiso exp", ["explain", "export"]),
    ("chiso trend --place nowhere", []),
  ])
  func theShellCompletesWordsOfTheCatalog(line: String, words: [String]) async throws {
    #expect(try await completions(line) == words, "\(line)")
  }

  /// A server that takes a connection and says nothing holds nobody up.
  @Test func completionDoesNotWaitForAServerThatIsSilent() async throws {
    let listener = "/tmp/silent-\(UInt32.random(in: 0 ... .max))"
    let script = """
      import socket, sys, time
      s = socket.socket(socket.AF_UNIX)
      s.bind(sys.argv[1] + "/.s.PGSQL.5432")
      s.listen()
      time.sleep(20)
      """
    _ = Shell.run("mkdir \(listener)")
    defer { _ = Shell.run("pkill -f \(listener); rm -r \(listener)") }
    _ = Shell.run("python3 -c \(Shell.quoted(script)) \(listener) >/dev/null 2>&1 &")
    while !FileManager.default.fileExists(atPath: listener + "/.s.PGSQL.5432") {
      try await Task.sleep(for: .milliseconds(20))
    }
    let line = "chiso trend --db host=\(listener) --place lang"
    let start = ContinuousClock.now
    #expect(try await completions(line) == [])
    #expect(ContinuousClock.now - start < .seconds(5))
  }

  /// To press the tabulator makes no warehouse.
  @Test func completionStartsNothing() async throws {
    let chiso = try Chiso()
    #expect(try await completions("chiso trend --place lang", home: chiso.home) == [])
    #expect(!FileManager.default.fileExists(atPath: chiso.home))
  }
}
