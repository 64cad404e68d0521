// All or nothing.

import CLibPQ

extension Connection {
  /// Runs `body` in a transaction: committed if it returns, rolled back if it throws.
  ///
  /// - Parameter body: Gets the connection, to use it and no other.
  /// - Returns: What `body` returns, once the commit is done.
  /// - Throws: What `body` throws, even if the rollback fails too; a `PostgresError` if the
  ///   transaction cannot begin or commit, or if `body` hid a failure that had already undone it.
  @discardableResult
  public mutating func transaction<T: ~Copyable>(
    _ body: (inout Connection) throws -> T
  ) throws -> T {
    guard PQtransactionStatus(handle) == PQTRANS_IDLE || !isUsable else {
      throw PostgresError(
        .misuse, "a transaction is open already; they do not nest", statement: "begin")
    }
    try run(Statement(name: "begin", text: "begin"))
    do {
      let value = try body(&self)
      if PQtransactionStatus(handle) == PQTRANS_INERROR {
        throw PostgresError(
          .misuse, "a statement of the transaction failed, so it cannot be committed",
          statement: "commit")
      }
      try run(Statement(name: "commit", text: "commit"))
      return value
    } catch {
      rollback()
      throw error
    }
  }

  /// Undoes what is open; a connection that is gone has undone it already.
  private mutating func rollback() {
    guard isUsable, isInTransaction else { return }
    PQclear(PQexec(handle, "rollback"))
  }
}
