// What is tried again, how often and after how long. A connection or a lock can be had later; data that
// are wrong stay wrong.

public import LibPQ

/// How often a load is tried again, and when.
public struct RetryPolicy: Sendable, Hashable {
  /// How many times at most.
  public let retries: Int

  /// A policy of so many retries.
  ///
  /// - Parameter retries: how many times at most; 0 for never.
  public init(retries: Int) {
    self.retries = retries
  }

  /// Seconds to wait after so many failed attempts: 2, 4, 8 and so on, at most 60; nil to give up.
  ///
  /// - Parameter attempts: how many attempts have failed, from 1.
  /// - Returns: the seconds.
  public func delay(afterAttempts attempts: Int) -> Int? {
    guard attempts <= retries else { return nil }
    return attempts < 6 ? 1 << max(attempts, 1) : 60
  }

  /// Whether what went wrong can pass by itself.
  ///
  /// - Parameter error: the error of the server or of the way to it.
  /// - Returns: false for what a person has to mend.
  public static func canPass(_ error: PostgresError) -> Bool {
    if let state = error.sqlState {
      // Serialisation, deadlock, lock timeout, connections used up, server going or coming.
      return ["40001", "40P01", "55P03", "53300"].contains(state) || state.hasPrefix("57P")
        || state.hasPrefix("08")
    }
    guard error.kind == .connection else { return false }
    // A server that is there and refuses the login has its reasons, unless it only comes or goes.
    let passing = ["starting up", "not yet accepting", "shutting down", "recovery mode"]
    return !error.message.contains("FATAL:") || error.isForWantOfConnections
      || passing.contains(where: error.message.contains)
  }
}
