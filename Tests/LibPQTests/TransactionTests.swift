import LibPQ
import TestSupport
import Testing

@Suite struct TransactionTests {
  struct Stop: Error {}

  private func connectionWithTable() async throws -> Connection {
    var connection = try await freshConnection()
    try connection.run(sql("create table note (words text)"))
    return connection
  }

  private func count(_ connection: inout Connection) throws -> Int {
    let rows = try connection.query(sql("select count(*) from note"))
    return try rows.value(0, 0)
  }

  @Test func bodyThatReturnsIsCommitted() async throws {
    var connection = try await connectionWithTable()
    let words = try connection.transaction { connection in
      try connection.run(sql("insert into note values ('Hà Giang')"))
      return "Hà Giang"
    }
    #expect(words == "Hà Giang")
    #expect(try count(&connection) == 1)
    let isOpen = connection.isInTransaction
    #expect(!isOpen)
  }

  @Test func bodyThatThrowsIsRolledBack() async throws {
    var connection = try await connectionWithTable()
    #expect(throws: Stop.self) {
      try connection.transaction { connection in
        try connection.run(sql("insert into note values ('Hà Giang')"))
        throw Stop()
      }
    }
    #expect(try count(&connection) == 0)
  }

  @Test func failedRollbackDoesNotHideTheFirstError() async throws {
    let database = try await ThrowawayCluster.freshDatabase()
    var connection = try Connection(database)
    var killer = try Connection(database)
    let process = connection.serverProcess
    #expect(throws: Stop.self) {
      try connection.transaction { connection in
        try connection.run(sql("create table note (words text)"))
        _ = try killer.query(sql("select pg_terminate_backend($1::int, 5000)"), [.int(process)])
        throw Stop()
      }
    }
  }

  @Test func failureThatTheBodyHidIsNotCommittedSilently() async throws {
    var connection = try await connectionWithTable()
    let error = postgresError {
      try connection.transaction { connection in
        try connection.run(sql("insert into note values ('Hà Giang')"))
        try? connection.run(sql("select nothing_here"))
      }
    }
    #expect(error?.kind == .misuse)
    #expect(try count(&connection) == 0)
  }

  @Test func deferredConstraintFailsTheCommit() async throws {
    var connection = try await freshConnection()
    try connection.run(
      sql("create table note (id int constraint note_id_key unique deferrable initially deferred)"))
    let error = postgresError {
      try connection.transaction { connection in
        try connection.run(sql("insert into note values (1), (1)"))
      }
    }
    #expect(error?.constraint == "note_id_key")
    #expect(error?.statement == "commit")
    let isOpen = connection.isInTransaction
    #expect(!isOpen)
  }

  @Test func transactionsDoNotNest() async throws {
    var connection = try await connectionWithTable()
    let error = postgresError {
      try connection.transaction { connection in
        try connection.transaction { _ in }
      }
    }
    #expect(error?.kind == .misuse)
    try connection.run(sql("select 1"))
  }
}
