// Runs a kept program that reads files of other people: its processor time, memory, output and time on
// the clock end somewhere, whatever the file holds.

import Dispatch
import Subprocess
import SystemPackage

/// How much a program may take.
struct ProgramLimits: Sendable {
  /// Seconds of processor time.
  var processorSeconds = 60
  /// Seconds on the clock.
  var clockSeconds = 120
  /// Address space in KiB.
  var memory = 1 << 20
  /// Largest file that it may write, in blocks of 512 bytes.
  var fileBlocks = 1 << 19
}

/// A program of the system under limits.
enum LimitedProgram {
  /// How a program ended.
  enum Ending: Sendable, Equatable {
    /// It did its work.
    case done
    /// It gave up.
    case failed
    /// A limit stopped it.
    case stopped
    /// There is no such program.
    case missing
  }

  /// What it says goes to this file of its folder.
  static let messages = "messages"

  /// The shell sets the limits, where the system has them, and becomes the program.
  private static let script = """
    ulimit -t "$1"; ulimit -v "$2" 2>/dev/null; ulimit -f "$3"; shift 3
    command -v "$1" >/dev/null || exit 127
    exec "$@" >\(messages) 2>&1 </dev/null
    """

  /// Runs a program in a folder and waits for its end.
  static func run(
    _ program: String, _ arguments: [String], in folder: String, limits: ProgramLimits
  ) -> Ending {
    let done = DispatchSemaphore(value: 0)
    let outcome = Outcome()
    Task.detached {
      outcome.ending = await ending(of: program, arguments, in: folder, limits: limits)
      done.signal()
    }
    done.wait()
    return outcome.ending
  }

  /// Written by the task before it signals, read by the caller after.
  private final class Outcome: @unchecked Sendable {
    var ending = Ending.failed
  }

  private static func ending(
    of program: String, _ arguments: [String], in folder: String, limits: ProgramLimits
  ) async -> Ending {
    await withTaskGroup(of: Ending?.self) { group in
      group.addTask { await run(program, arguments, folder, limits) }
      group.addTask {
        try? await Task.sleep(for: .seconds(limits.clockSeconds))
        return Task.isCancelled ? nil : .stopped
      }
      // The first that ends decides; the other is cancelled, and with it a program that still runs.
      let first = await group.next() ?? nil
      group.cancelAll()
      return first ?? .failed
    }
  }

  private static func run(
    _ program: String, _ arguments: [String], _ folder: String, _ limits: ProgramLimits
  ) async -> Ending {
    let numbers = [limits.processorSeconds, limits.memory, limits.fileBlocks].map(String.init)
    let result = try? await Subprocess.run(
      .path("/bin/sh"),
      arguments: Arguments(["-c", script, "sh"] + numbers + [program] + arguments),
      // No setting of the user's changes how a file is read.
      environment: .inherit.updating([
        "LC_ALL": "C.UTF-8", "HOME": "/nonexistent", "XDG_CONFIG_HOME": "/nonexistent",
        "XDG_CACHE_HOME": "/nonexistent", "GSETTINGS_BACKEND": "memory",
      ]),
      workingDirectory: FilePath(folder), output: .discarded, error: .discarded)
    switch result?.terminationStatus {
    case .exited(0): return .done
    case .exited(127): return .missing
    case .exited, nil: return .failed
    default: return .stopped
    }
  }
}
