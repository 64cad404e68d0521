// The command that a job declares for its failure: run by the shell with the summary on
// stdin, for a bounded time.

import Subprocess
import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Runs `on_failure`.
enum FailureCommand {
  /// How many seconds a command may take.
  static let limit = 60.0

  /// Runs a command of the shell; what it prints goes to stderr.
  ///
  /// - Parameters:
  ///   - command: the command.
  ///   - input: what it gets on stdin.
  /// - Returns: whether it ended well and in time.
  static func run(_ command: String, input: String) -> Bool {
    let ended = try? Blocking.run { try await end(of: command, input: input, limit: limit) }
    return ended ?? false
  }

  /// As `run`, for callers that need not block; `limit` is in seconds.
  static func end(of command: String, input: String, limit: Double) async throws -> Bool {
    // A file, not a pipe: a command that does not read it leaves no writer waiting or killed.
    guard let file = tmpfile() else { return false }
    defer { fclose(file) }
    guard fputs(input, file) >= 0, fflush(file) == 0 else { return false }
    rewind(file)
    let summary = FileDescriptor(rawValue: fileno(file))
    // timeout ends what the command has started with it.
    let result = try await Subprocess.run(
      .name("timeout"), arguments: ["--kill-after=2", "\(limit)", "sh", "-c", command],
      input: .fileDescriptor(summary, closeAfterSpawningProcess: false),
      output: .currentStandardError, error: .currentStandardError)
    return result.terminationStatus.isSuccess
  }
}
