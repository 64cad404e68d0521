// Work on another thread while the load goes on with something that needs no result of it.

import Dispatch

/// Work that has begun; its result is waited for where it is needed.
final class Meanwhile<Value: Sendable>: @unchecked Sendable {
  // Sendable: the result is written before the work is told to be done, and read after.

  private var result: Result<Value, any Error>?
  private let work = DispatchGroup()

  /// Begins.
  init(_ body: @escaping @Sendable () throws -> Value) {
    DispatchQueue.global().async(group: work) { self.result = Result(catching: body) }
  }

  /// What the work came to; waits for it, and looks up all the while.
  ///
  /// - Parameter goOn: Whether to wait on: throws where not.
  /// - Returns: what it came to.
  /// - Throws: what the work threw; what `goOn` throws, and the work goes on alone.
  func value(_ goOn: () throws -> Void) throws -> Value {
    while work.wait(timeout: .now() + .milliseconds(100)) == .timedOut { try goOn() }
    return try value()
  }

  /// What the work came to; waits for it.
  ///
  /// - Throws: what the work threw.
  func value() throws -> Value {
    work.wait()
    guard let result else { throw CancellationError() }
    return try result.get()
  }
}
