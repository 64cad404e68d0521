// The command that a job declares for its failure: run by the shell in a session of its own, with the
// summary on stdin, for a bounded time.

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
  /// How long a command may take.
  static let limit = Duration.seconds(60)

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

  /// As `run`, for callers that need not block.
  static func end(
    of command: String, input: String, limit: Duration
  ) async throws -> Bool {
    var platform = PlatformOptions()
    // A session of its own, so that what the command starts is ended with it.
    platform.createSession = true
    platform.teardownSequence = [
      .send(signal: .terminate, toProcessGroup: true, allowedDurationToNextStep: .seconds(2))
    ]
    let options = platform
    // A file, not a pipe: a command that does not read it leaves no writer waiting or killed.
    guard let file = tmpfile() else { return false }
    defer { fclose(file) }
    guard fputs(input, file) >= 0, fflush(file) == 0 else { return false }
    rewind(file)
    let summary = FileDescriptor(rawValue: fileno(file))
    return try await withThrowingTaskGroup(of: Bool.self) { group in
      group.addTask {
        let result = try await Subprocess.run(
          .name("sh"), arguments: ["-c", command], platformOptions: options,
          input: .fileDescriptor(summary, closeAfterSpawningProcess: false),
          output: .currentStandardError, error: .currentStandardError)
        return result.terminationStatus.isSuccess
      }
      group.addTask {
        try await Task.sleep(for: limit)
        return false
      }
      let isSuccess = try await group.next() ?? false
      group.cancelAll()
      return isSuccess
    }
  }
}
