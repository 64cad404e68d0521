// Chromium, which prints a page as it would be printed by hand.

import FoundationEssentials
import Subprocess
import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A browser without a window.
struct Browser {
  private let program: String

  /// Names under which it is installed.
  private static let names = [
    "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome",
  ]

  /// Finds it: CHISO_BROWSER, else Chromium or Chrome.
  ///
  /// - Throws: `Failure` where there is none.
  init() throws {
    let named = Environment["CHISO_BROWSER"].flatMap { $0.isEmpty ? nil : [$0] } ?? Self.names
    let folders = (Environment["PATH"] ?? "/usr/bin").split(separator: ":").map(String.init)
    let paths = named.flatMap { name in
      name.contains("/") ? [name] : folders.map { "\($0)/\(name)" }
    }
    guard let found = paths.first(where: { access($0, X_OK) == 0 }) else {
      throw Failure(.configuration, ReportMessage.noBrowser())
    }
    program = found
  }

  /// Prints a page on A4.
  ///
  /// - Parameter page: HTML that asks for nothing.
  /// - Returns: a PDF.
  /// - Throws: `Failure` where the browser does not.
  func print(_ page: String) throws -> [UInt8] {
    let folder = try TemporaryFolder(in: nil, named: "chiso-report")
    let source = folder.path + "/report.html"
    let target = folder.path + "/report.pdf"
    let stream = try OutputStream(file: source)
    try stream.write(page)
    try stream.finish()
    let profile = folder.path + "/profile"
    defer { try? FileManager.default.removeItem(atPath: profile) }
    // The page is ours and asks no network; a browser of root has no sandbox of its own.
    let words =
      [
        "--kill-after=2", "60", program, "--headless", "--disable-gpu", "--no-first-run",
        "--disable-extensions", "--user-data-dir=\(profile)", "--no-pdf-header-footer",
        "--print-to-pdf=\(target)",
      ] + (geteuid() == 0 ? ["--no-sandbox"] : []) + ["file://\(source)"]
    let ended = try? Blocking.run {
      try await Subprocess.run(
        .name("timeout"), arguments: Arguments(words), input: .none, output: .discarded,
        error: .discarded)
    }
    // An interrupt is for both; timeout returns 128 and the signal.
    if [.signaled(SIGINT), .exited(128 + SIGINT)].contains(ended?.terminationStatus) {
      throw Failure(.unexpected, Complaint.cancelled())
    }
    guard ended?.terminationStatus.isSuccess == true,
      let bytes = FileManager.default.contents(atPath: target), !bytes.isEmpty
    else { throw Failure(.configuration, ReportMessage.browserFailed(program)) }
    return Array(bytes)
  }
}
