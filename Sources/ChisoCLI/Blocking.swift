// The way from the commands, which wait for what they do, to the few calls that are asynchronous. The
// commands themselves are not: Swift's thread pool would cost every question milliseconds.

import Dispatch

/// Waits for asynchronous work.
enum Blocking {
  /// Runs work on another thread and waits for its end.
  static func run<Value: Sendable>(
    _ work: @escaping @Sendable () async throws -> Value
  ) throws -> Value {
    let done = DispatchSemaphore(value: 0)
    let outcome = Outcome<Value>()
    Task.detached {
      do {
        outcome.result = .success(try await work())
      } catch {
        outcome.result = .failure(error)
      }
      done.signal()
    }
    done.wait()
    guard let result = outcome.result else { throw CancellationError() }
    return try result.get()
  }

  /// Written by the task before it signals, read by the caller after.
  private final class Outcome<Value: Sendable>: @unchecked Sendable {
    var result: Result<Value, any Error>?
  }
}
