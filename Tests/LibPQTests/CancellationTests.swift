import LibPQ
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

// One after another: signals and their handlers belong to the whole process.
@Suite(.serialized) struct CancellationTests {
  @Test func statementIsCancelledFromAnotherThread() async throws {
    var connection = try await freshConnection()
    let cancellation = connection.cancellation
    onThreadLater { cancellation.cancel() }
    let error = postgresError {
      _ = try connection.query(sql("select pg_sleep(20)", name: "slow.sql"))
    }
    #expect(error?.kind == .cancelled)
    #expect(error?.sqlState == "57014")
    #expect(error?.statement == "slow.sql")
    try connection.run(sql("select 1"))
  }

  @Test func cancellationOutlivesItsConnection() async throws {
    let cancellation: Cancellation
    do {
      let connection = try await freshConnection()
      cancellation = connection.cancellation
    }
    cancellation.cancel()
  }

  @Test(arguments: [SIGINT, SIGTERM]) func interruptStopsTheStatementAndTheTransaction(
    signal: CInt
  ) async throws {
    var connection = try await freshConnection()
    try connection.run(sql("create table note (words text)"))
    onThreadLater { kill(getpid(), signal) }
    let error = postgresError {
      try connection.withCancellationOnInterrupt { connection in
        try connection.transaction { connection in
          try connection.run(sql("insert into note values ('Hà Giang')"))
          try connection.run(sql("select pg_sleep(20)"))
        }
      }
    }
    #expect(error?.kind == .cancelled)
    let count = try connection.query(sql("select count(*) from note"))
    #expect(try count.value(0, 0, as: Int.self) == 0)
  }

  @Test func interruptBetweenStatementsStopsTheNextOne() async throws {
    var connection = try await freshConnection()
    try connection.run(sql("create table note (words text)"))
    var rows = 0
    let error = postgresError {
      try connection.withCancellationOnInterrupt { connection in
        _ = try connection.copyIn(sql("copy note from stdin", name: "load.sql")) { writer in
          kill(getpid(), SIGINT)
          while rows < 10_000_000 {
            try writer.writeTextRow(["Lạng Sơn"])
            rows += 1
          }
        }
      }
    }
    #expect(error?.kind == .cancelled)
    #expect(error?.statement == "load.sql")
    #expect(rows < 10_000_000)
    try connection.run(sql("select 1"))
  }

  @Test func handlersThatWereThereComeBack() async throws {
    var connection = try await freshConnection()
    let ignored = signal(SIGTERM, SIG_IGN)
    defer { signal(SIGTERM, ignored) }
    try connection.withCancellationOnInterrupt { connection in
      try connection.run(sql("select 1"))
    }
    // Would end the process if the handler before had not been put back.
    kill(getpid(), SIGTERM)
    try connection.run(sql("select 1"))
  }
}
