// Times whole processes; two of them turn by turn, so that both meet the same machine.

import Foundation

/// Least, middle and greatest of some times, in seconds.
struct Times {
  private(set) var all: [Double] = []

  mutating func add(_ seconds: Double) { all.append(seconds) }

  var least: Double { all.min() ?? 0 }
  var greatest: Double { all.max() ?? 0 }
  var middle: Double {
    let sorted = all.sorted()
    return sorted.isEmpty ? 0 : sorted[sorted.count / 2]
  }

  var text: String {
    [least, middle, greatest].map { String(format: "%8.1f", $0 * 1000) }.joined()
  }
}

/// A command that is timed.
struct Command {
  let program: String
  let arguments: [String]
  var environment: [String: String] = [:]

  /// Runs it once.
  ///
  /// - Parameter expected: the exit code that it must end with.
  /// - Returns: seconds from start to end.
  /// - Throws: when it cannot be run or fails; what it said is in the error.
  func run(expecting expected: Int32 = 0) throws -> Double {
    try run(expecting: expected) { child, status in
      while waitpid(child, &status, 0) < 0, errno == EINTR {}
    }
  }

  /// Runs it once and looks at its memory all the while.
  ///
  /// - Returns: seconds from start to end, and the most MiB that were resident; 0 where the system
  ///   does not say.
  func runWatched(expecting expected: Int32 = 0) throws -> (seconds: Double, peak: Double) {
    var kibibytes = 0
    let seconds = try run(expecting: expected) { child, status in
      // What wait4 says is the parent's memory where that is greater; the high-water mark is its own.
      while waitpid(child, &status, WNOHANG) == 0 {
        let text = try? String(contentsOfFile: "/proc/\(child)/status", encoding: .utf8)
        let line = text?.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
        let words = line?.split(whereSeparator: \.isWhitespace) ?? []
        kibibytes = max(kibibytes, words.count > 1 ? Int(words[1]) ?? 0 : 0)
        usleep(5_000)
      }
    }
    return (seconds, Double(kibibytes) / 1_024)
  }

  private func run(
    expecting expected: Int32, wait: (pid_t, inout Int32) -> Void
  ) throws -> Double {
    // Not Foundation's Process: it waits for a descriptor that a started server keeps open.
    let errors = NSTemporaryDirectory() + "chiso-bench-errors-\(getpid())"
    defer { unlink(errors) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 2, errors, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    let words = ([program] + arguments).map { strdup($0) } + [nil]
    let variables =
      ProcessInfo.processInfo.environment.merging(environment) { $1 }
      .map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { (words + variables).forEach { free($0) } }
    var child: pid_t = 0
    let start = ContinuousClock.now
    let code = posix_spawn(&child, program, &actions, nil, words, variables)
    guard code == 0 else {
      throw BenchmarkError("\(program): \(String(cString: strerror(code)))")
    }
    var status: Int32 = 0
    wait(child, &status)
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    guard status == expected << 8 else {
      let said = FileManager.default.contents(atPath: errors) ?? Data()
      throw BenchmarkError(
        "\(program) \(arguments.joined(separator: " ")): "
          + String(decoding: said, as: UTF8.self))
    }
    return seconds
  }
}

extension Command {
  /// What a program prints.
  static func output(
    of program: String, _ arguments: [String], _ environment: [String: String]
  ) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }
}

/// Something that keeps a measurement from being made.
struct BenchmarkError: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
