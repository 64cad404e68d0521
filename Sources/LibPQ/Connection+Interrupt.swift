// Ctrl-C and SIGTERM stop the statement on the server, not just the client that waits for it. A handler
// that calls PQcancel is libpq's own documented way, and psql's. sigwait would need the signals blocked
// in every thread, also in those that other libraries started earlier; a DispatchSource would load
// libdispatch into a module that needs it for nothing else.

import CLibPQ
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension Connection {
  /// Makes SIGINT and SIGTERM stop what this connection does, until it is closed.
  ///
  /// As `withCancellationOnInterrupt`, for a program that has one connection to the end.
  ///
  /// - Throws: kind `misuse` if another connection is watched already.
  public mutating func stopOnInterrupt() throws(PostgresError) {
    let cancellation = cancellation
    guard Interrupt.watch(cancellation) else {
      throw PostgresError(.misuse, "interrupts stop another connection already")
    }
    watched = cancellation
    stopsOnInterrupt = true
  }

  /// Goes on unless an interrupt has come that stops this connection: for who waits for something else.
  ///
  /// - Parameter name: What is being done, for the error.
  /// - Throws: Kind `cancelled`.
  public func stopIfInterrupted(_ name: String) throws(PostgresError) {
    if stopsOnInterrupt, Interrupt.hasArrived { throw PostgresError.interrupted(name) }
  }

  /// Makes SIGINT and SIGTERM stop what this connection does inside `body`.
  ///
  /// The first signal cancels the statement that runs; statements and COPY data that would follow
  /// it are refused with kind `cancelled`, so that `body` ends and a transaction is rolled back.
  /// A second signal ends the process in the usual way.
  ///
  /// - Parameter body: Gets the connection. Wrap a whole command in one call.
  /// - Returns: What `body` returns.
  /// - Throws: What `body` throws; kind `misuse` if another connection is watched already.
  @discardableResult
  public mutating func withCancellationOnInterrupt<T: ~Copyable>(
    _ body: (inout Connection) throws -> T
  ) throws -> T {
    let cancellation = self.cancellation
    guard Interrupt.watch(cancellation) else {
      throw PostgresError(.misuse, "interrupts stop another connection already")
    }
    stopsOnInterrupt = true
    defer {
      stopsOnInterrupt = false
      Interrupt.unwatch()
      withExtendedLifetime(cancellation) {}
    }
    return try body(&self)
  }
}

/// What the signal handler may touch: atomics, and memory that was there before it ran.
enum Interrupt {
  private static let signals = [SIGINT, SIGTERM]
  /// The address of the PGcancel to use; 0 when no connection is watched.
  private static let target = Atomic<UInt>(0)
  /// How many signals have come since `watch`.
  private static let arrivals = Atomic<Int>(0)
  /// How many handlers run at this moment, on whichever threads.
  private static let running = Atomic<Int>(0)
  nonisolated(unsafe) private static let scratch =
    UnsafeMutablePointer<CChar>.allocate(capacity: scratchSize)
  private static let scratchSize = 256
  private static let previous = Mutex<[sigaction]>([])

  /// Whether a signal has come since `watch`.
  static var hasArrived: Bool { arrivals.load(ordering: .acquiring) > 0 }

  /// Installs the handlers; false if they serve another connection.
  static func watch(_ cancellation: Cancellation) -> Bool {
    let address = UInt(bitPattern: cancellation.handle)
    // Every static is touched here, so that none is set up for the first time inside the handler.
    scratch.initialize(repeating: 0, count: scratchSize)
    guard running.load(ordering: .acquiring) == 0,
      target.compareExchange(expected: 0, desired: address, ordering: .acquiringAndReleasing)
        .exchanged
    else { return false }
    arrivals.store(0, ordering: .releasing)
    previous.withLock { previous in
      previous = signals.map { signal in
        var action = sigaction()
        var old = sigaction()
        #if canImport(Glibc)
          action.__sigaction_handler.sa_handler = handle
        #elseif canImport(Musl)
          action.__sa_handler.sa_handler = handle
        #elseif canImport(Darwin)
          action.__sigaction_u.__sa_handler = handle
        #endif
        action.sa_flags = SA_RESTART
        sigemptyset(&action.sa_mask)
        for other in signals { sigaddset(&action.sa_mask, other) }
        sigaction(signal, &action, &old)
        return old
      }
    }
    return true
  }

  /// Puts back the handlers that were there, and waits for one that still runs.
  static func unwatch() {
    previous.withLock { previous in
      for (signal, old) in zip(signals, previous) {
        var old = old
        sigaction(signal, &old, nil)
      }
      previous = []
    }
    target.store(0, ordering: .sequentiallyConsistent)
    while running.load(ordering: .sequentiallyConsistent) > 0 { sched_yield() }
    arrivals.store(0, ordering: .releasing)
  }

  /// Lets the signal do what it does to a program that does not care.
  private static func endProcess(_ number: CInt) {
    signal(number, SIG_DFL)
    raise(number)
  }

  private static let handle: @convention(c) (CInt) -> Void = { signal in
    running.add(1, ordering: .sequentiallyConsistent)
    defer { running.subtract(1, ordering: .sequentiallyConsistent) }
    let count = arrivals.add(1, ordering: .sequentiallyConsistent).newValue
    guard count == 1 else {
      endProcess(signal)
      return
    }
    let address = target.load(ordering: .sequentiallyConsistent)
    guard let cancel = OpaquePointer(bitPattern: address) else { return }
    PQcancel(cancel, scratch, CInt(scratchSize))
  }
}
