// Short ways to a database of one's own and to statements without a file.

import Dispatch
import LibPQ
import TestSupport

/// Connects to a database that no other test has.
func freshConnection() async throws -> Connection {
  try Connection(await ThrowawayCluster.freshDatabase())
}

/// Names SQL after the test file that it would come from.
func sql(_ text: String, name: String = "test.sql") -> Statement {
  Statement(name: name, text: text)
}

/// Runs `body` and returns the error that it is expected to throw.
func postgresError(_ body: () throws -> Void) -> PostgresError? {
  do {
    try body()
    return nil
  } catch {
    return error as? PostgresError
  }
}

/// Runs `body` a little later, on a thread that no blocked test can take away.
func onThreadLater(_ body: @escaping @Sendable () -> Void) {
  DispatchQueue.global().asyncAfter(deadline: .now() + .milliseconds(200), execute: body)
}

enum ThrowawayDatabase {
  /// A database whose defaults would print dates, numbers and bytes in other ways.
  static func withOddSettings() async throws -> String {
    let database = try await ThrowawayCluster.freshDatabase()
    var connection = try Connection(database)
    try connection.run(
      sql(
        """
        do $$ begin
            execute format('alter database %I set datestyle = ''SQL, DMY''', current_database());
            execute format('alter database %I set extra_float_digits = 0', current_database());
            execute format('alter database %I set bytea_output = escape', current_database());
            execute format('alter database %I set client_encoding = latin1', current_database());
        end $$
        """))
    return database
  }
}
