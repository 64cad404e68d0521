// Stopping a statement from outside: from another thread, or from a signal handler.

import CLibPQ

/// Stops what a connection is doing; usable from any thread, as long as one likes.
///
/// The request travels on a connection of its own, without encryption, as PostgreSQL has it.
public final class Cancellation: @unchecked Sendable {
  // Sendable: libpq documents PGcancel as read-only and PQcancel as safe in threads and signals.
  let handle: OpaquePointer?

  init(connection: OpaquePointer) {
    handle = PQgetCancel(connection)
  }

  deinit {
    PQfreeCancel(handle)
  }

  /// Asks the server to stop the statement that runs now, if one does.
  ///
  /// The statement then throws kind `cancelled`; one that is done already is not undone.
  ///
  /// - Returns: Whether the request was delivered.
  @discardableResult
  public func cancel() -> Bool {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: 256) { complaint in
      PQcancel(handle, complaint.baseAddress, CInt(complaint.count)) == 1
    }
  }
}

extension Connection {
  /// The means to stop this connection's statements from elsewhere.
  public var cancellation: Cancellation { Cancellation(connection: handle) }
}
