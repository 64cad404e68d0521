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
  /// - Returns: seconds from start to end.
  /// - Throws: when it cannot be run or fails; what it said is in the error.
  func run() throws -> Double {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    let errors = Pipe()
    process.standardOutput = FileHandle.nullDevice
    process.standardError = errors
    let start = ContinuousClock.now
    try process.run()
    let said = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    guard process.terminationStatus == 0 else {
      throw BenchmarkError(
        "\(program) \(arguments.joined(separator: " ")): "
          + String(decoding: said, as: UTF8.self))
    }
    return seconds
  }
}

/// Something that keeps a measurement from being made.
struct BenchmarkError: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
