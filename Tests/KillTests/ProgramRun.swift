import Foundation
import TestSupport

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The program as a process of its own, which a test may kill.
final class ProgramRun {
  let process: pid_t
  private let log: String
  private var ending: Int32?

  /// What is tried: `CHISO_PROGRAM`, else the program beside the tests.
  static let program =
    ProcessInfo.processInfo.environment["CHISO_PROGRAM"]
    ?? URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().path + "/chiso"

  /// Starts the program; what it says goes to a file.
  ///
  /// - Parameters:
  ///   - program: Another program than the one that is tried.
  ///   - arguments: What stands after its name.
  ///   - environment: Variables beside those that every run has.
  ///   - folder: Where its log is kept.
  ///   - limits: What `ulimit` is told first.
  /// - Throws: `CannotStart`.
  init(
    program: String = ProgramRun.program, _ arguments: [String], environment: [String: String],
    folder: String, limits: String? = nil
  ) throws {
    let ours = ProcessInfo.processInfo.environment
    var variables = [
      "PATH": ours["PATH"] ?? "/usr/bin:/bin", "HOME": folder, "LC_ALL": "C", "TZ": "UTC",
      "NO_COLOR": "1",
    ]
    variables["LD_LIBRARY_PATH"] = ours["LD_LIBRARY_PATH"]
    variables.merge(environment) { $1 }
    log = "\(folder)/\(UUID().uuidString).log"
    var words = [program] + arguments
    if let limits {
      // Too large a file is then an error to the program instead of its end.
      words = ["/bin/sh", "-c", "trap '' XFSZ; ulimit \(limits); exec \"$0\" \"$@\""] + words
    }
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = posix_spawn_file_actions_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, log, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    posix_spawn_file_actions_adddup2(&actions, 1, 2)
    let texts = variables.map { strdup("\($0.key)=\($0.value)") }
    let names = words.map { strdup($0) }
    defer { (texts + names).forEach { free($0) } }
    var process = pid_t()
    let code = posix_spawn(&process, words[0], &actions, nil, names + [nil], texts + [nil])
    guard code == 0 else { throw CannotStart(reason: String(cString: strerror(code))) }
    self.process = process
  }

  /// What the program has said.
  var said: String { (try? String(contentsOfFile: log, encoding: .utf8)) ?? "" }

  /// Whether it has ended.
  var hasEnded: Bool { look(WNOHANG) != nil }

  /// Waits for its end.
  ///
  /// - Returns: Its exit code; 128 and more where a signal ended it.
  @discardableResult
  func wait() -> Int32 { look(0) ?? -1 }

  /// Waits for its end and expects an exit code.
  func expectEnd(_ code: Int32, line: Int = #line) throws {
    guard wait() == code else {
      throw KillFailure("line \(line): exit \(wait()) instead of \(code): \(said)")
    }
  }

  /// Expects words in what it has said.
  func expectSaid(_ words: String, line: Int = #line) throws {
    guard said.contains(words) else { throw KillFailure("line \(line): no '\(words)' in: \(said)") }
  }

  /// Kills it, unless it has ended.
  func kill() {
    guard !hasEnded else { return }
    signal(process, SIGKILL)
  }

  private func look(_ options: Int32) -> Int32? {
    if let ending { return ending }
    var status: Int32 = 0
    guard waitpid(process, &status, options) == process else { return nil }
    ending = status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
    return ending
  }

  /// The system would not start it.
  struct CannotStart: Error {
    let reason: String
  }
}

/// Sends a signal, where `kill` is a method.
@discardableResult
func signal(_ process: pid_t, _ number: Int32) -> Bool {
  kill(process, number) == 0
}
