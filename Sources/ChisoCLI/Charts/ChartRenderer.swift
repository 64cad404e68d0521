// vl-convert, which draws pictures from specifications: a Python package in an environment of its own, that
// `chiso chart --setup` makes.

import FoundationEssentials
import RowRendering
import Subprocess
import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// vl-convert at work: started at once, since its engine takes its time, and given one picture after the
/// other.
final class ChartRenderer {
  /// The version that pictures are tested with.
  static let version = "1.9.0.post1"

  private let folder: TemporaryFolder
  private var pipe: UnsafeMutablePointer<FILE>?
  private var count = 0

  /// Starts vl-convert.
  ///
  /// - Throws: `Failure` where it is not installed.
  init(for format: ChartFormat) throws {
    let home = try Self.home()
    guard Self.isReady(home) else {
      throw Failure(.configuration, ChartMessage.setUpFirst(format.rawValue))
    }
    folder = try TemporaryFolder(in: nil, named: "chiso-chart")
    pipe = popen("exec \(Self.quoted(home + "/bin/python")) -I -c \(Self.quoted(Self.script))", "w")
  }

  deinit {
    if let pipe { pclose(pipe) }
  }

  /// Whether pictures can be drawn here.
  static var isReady: Bool { (try? home()).map(isReady) ?? false }

  private static func isReady(_ home: String) -> Bool {
    access("\(home)/\(version)", F_OK) == 0
  }

  /// The folder of the environment: CHISO_CHARTS, else beside the home folder, which may be the server's.
  private static func home() throws -> String {
    if let home = Environment["CHISO_CHARTS"], !home.isEmpty { return home }
    return try Workspace.home() + "-charts"
  }

  private static let script = String(decoding: PackageResources.render_py, as: UTF8.self)

  private static func quoted(_ word: String) -> String {
    "'" + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
      + "'"
  }

  // MARK: - Drawing

  /// Asks for a picture; it is there once `finish` has returned.
  ///
  /// - Returns: path of the file that will hold it.
  func ask(_ specification: JSONValue, as format: ChartFormat) -> String {
    count += 1
    let file = "\(folder.path)/\(count).\(format.rawValue)"
    let job: JSONValue = [
      "format": .string(format.rawValue), "file": .string(file), "spec": specification,
    ]
    if let pipe {
      // A process that ended is told of by its status.
      let handler = signal(SIGPIPE, SIG_IGN)
      defer { signal(SIGPIPE, handler) }
      fputs(job.compact + "\n", pipe)
      fflush(pipe)
    }
    return file
  }

  /// Waits for all pictures.
  ///
  /// - Throws: `Failure` where one could not be drawn.
  func finish() throws {
    guard let pipe else { return }
    self.pipe = nil
    let handler = signal(SIGPIPE, SIG_IGN)
    defer { signal(SIGPIPE, handler) }
    let status = pclose(pipe)
    // The low bits name the signal that ended it.
    if status & 0x7F == SIGINT { throw Failure(.unexpected, Complaint.cancelled()) }
    guard status == 0 else {
      throw Failure(.configuration, ChartMessage.renderFailed(try Self.home()))
    }
  }

  /// Draws one picture; nothing of it is left but what is returned.
  ///
  /// - Returns: its bytes.
  func draw(_ specification: JSONValue, as format: ChartFormat) throws -> [UInt8] {
    let file = ask(specification, as: format)
    try finish()
    return try bytes(of: file)
  }

  /// What a picture of letters holds, once it is drawn.
  func text(of file: String) throws -> String {
    String(decoding: try bytes(of: file), as: UTF8.self)
  }

  private func bytes(of file: String) throws -> [UInt8] {
    guard let bytes = FileManager.default.contents(atPath: file) else {
      throw Failure(.configuration, ChartMessage.renderFailed(try Self.home()))
    }
    return Array(bytes)
  }

  /// The script that interactive pages carry.
  static func library() throws -> String {
    let home = try home()
    guard isReady(home), let bytes = FileManager.default.contents(atPath: home + "/vega.js") else {
      throw Failure(.configuration, ChartMessage.setUpFirst(ChartFormat.html.rawValue))
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  // MARK: - Setup

  /// Installs vl-convert, or finds that it is there.
  ///
  /// - Throws: `Failure` that says what is missing.
  static func setUp(note: (String) -> Void) throws {
    let home = try home()
    guard !isReady(home) else { return note(ChartMessage.ready(version, home)) }
    note(ChartMessage.installing(version, home))
    // Made apart and moved to its place as a whole, so that half of one is never used.
    let new = "\(home).\(getpid()).part"
    defer { try? FileManager.default.removeItem(atPath: new) }
    do {
      let parent = String(home[..<(home.lastIndex(of: "/") ?? home.startIndex)])
      try FileManager.default.createDirectory(
        atPath: parent.isEmpty ? "." : parent, withIntermediateDirectories: true)
    } catch {
      throw Failure(.cannotWrite, Complaint.cannotWrite(home, String(cString: strerror(errno))))
    }
    guard try run("python3", ["-c", "import ensurepip, venv"]) else {
      throw Failure(
        .configuration,
        try run("python3", ["-c", ""]) ? ChartMessage.pythonVenv() : ChartMessage.python())
    }
    let python = new + "/bin/python"
    guard try run("python3", ["-m", "venv", new]),
      try run(
        python,
        [
          "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input",
          "vl-convert-python==\(version)",
        ]),
      try run(python, ["-I", "-c", script, new + "/vega.js"])
    else { throw Failure(.unreachable, ChartMessage.installFailed(home)) }
    guard let stamp = fopen("\(new)/\(version)", "w") else {
      throw Failure(.cannotWrite, Complaint.cannotWrite(new, String(cString: strerror(errno))))
    }
    fclose(stamp)
    try? FileManager.default.removeItem(atPath: home)
    guard rename(new, home) == 0 else {
      // Another run was faster, which is as good.
      guard isReady(home) else {
        throw Failure(.cannotWrite, Complaint.cannotWrite(home, String(cString: strerror(errno))))
      }
      return note(ChartMessage.ready(version, home))
    }
    note(ChartMessage.ready(version, home))
  }

  /// Runs a program whose words go to stderr; returns whether it ended well.
  private static func run(_ program: String, _ arguments: [String]) throws -> Bool {
    let ended = try? Blocking.run {
      try await Subprocess.run(
        program.hasPrefix("/") ? .path(FilePath(program)) : .name(program),
        arguments: Arguments(arguments), input: .none, output: .currentStandardError,
        error: .currentStandardError)
    }
    return ended?.terminationStatus.isSuccess ?? false
  }
}
