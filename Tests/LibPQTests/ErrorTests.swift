import LibPQ
import Synchronization
import TestSupport
import Testing

@Suite struct ErrorTests {
  @Test func refusedStatementNamesItsFileAndKeepsEveryField() async throws {
    var connection = try await freshConnection()
    try connection.run(
      sql("create table place (id text constraint place_id_key unique, name text not null)"))
    let insert = sql("insert into place\nvalues ($1, $2)", name: "add_place.sql")
    _ = try connection.query(insert, [.text("lang-son"), .text("Lạng Sơn")])

    let duplicate = postgresError {
      _ = try connection.query(insert, [.text("lang-son"), .text("Lạng Sơn")])
    }
    #expect(duplicate?.kind == .server)
    #expect(duplicate?.statement == "add_place.sql")
    #expect(duplicate?.sqlState == "23505")
    #expect(duplicate?.severity == "ERROR")
    #expect(duplicate?.schema == "public")
    #expect(duplicate?.table == "place")
    #expect(duplicate?.constraint == "place_id_key")
    #expect(duplicate?.detail == "Key (id)=(lang-son) already exists.")
    #expect(duplicate?.file != nil)
    #expect(duplicate?.line != nil)
    #expect(duplicate?.routine != nil)
    #expect(duplicate?.description.contains("lang-son") == false)
    #expect(duplicate?.description.hasPrefix("add_place.sql: duplicate key value") == true)

    let missing = postgresError { _ = try connection.query(insert, [.text("x"), .null]) }
    #expect(missing?.column == "name")
    #expect(missing?.sqlState == "23502")
    #expect(missing?.description.contains("Failing row") == false)
    #expect(missing?.debugDescription.contains("Failing row") == true)
  }

  @Test func positionIsALineOfTheFile() async throws {
    var connection = try await freshConnection()
    let error = postgresError {
      try connection.run(
        sql("select 'Lạng Sơn';\nselect 1;\nselect nothing_here", name: "m0001.sql"))
    }
    #expect(error?.statementLine == 3)
    #expect(error?.position == 37)
    #expect(
      error?.description
        == "m0001.sql:3: column \"nothing_here\" does not exist (SQLSTATE 42703)")
  }

  @Test func errorInsideAFunctionShowsItsQueryAndContext() async throws {
    var connection = try await freshConnection()
    try connection.run(
      sql(
        """
        create function broken() returns void language plpgsql as
        $$ begin execute 'select nothing_here'; end $$
        """))
    let error = postgresError { _ = try connection.query(sql("select broken()")) }
    #expect(error?.internalQuery == "select nothing_here")
    #expect(error?.internalPosition == 8)
    #expect(error?.context?.contains("broken()") == true)

    let raised = postgresError {
      try connection.run(sql("do $$ begin raise 'no' using hint = 'run chiso up'; end $$"))
    }
    #expect(raised?.hint == "run chiso up")
    #expect(raised?.description.hasSuffix("\nhint: run chiso up") == true)
  }

  @Test func connectionStringIsNeverShown() async throws {
    for conninfo in [
      "host=/nowhere password=secret dbname=x", "postgresql://user:secret@/x?host=/nowhere",
      "password=a secret b", "password=a secret=b", "postgresql://user:secret@[::1/x",
      "postgresql://u:p@h/d?secret", "password='secret",
    ] {
      do {
        _ = try Connection(conninfo)
        Issue.record("'\(conninfo)' connected")
      } catch {
        #expect(error.kind == .connection || error.kind == .misuse)
        #expect(!error.debugDescription.contains("secret"), "\(error)")
      }
    }
  }

  @Test func killedServerProcessIsAConnectionError() async throws {
    let database = try await ThrowawayCluster.freshDatabase()
    var victim = try Connection(database)
    var killer = try Connection(database)
    let process = victim.serverProcess
    _ = try killer.query(sql("select pg_terminate_backend($1::int, 5000)"), [.int(process)])
    let first = postgresError { try victim.run(sql("select 1")) }
    #expect(first?.kind == .connection)
    let second = postgresError { _ = try victim.query(sql("select 1", name: "later.sql")) }
    #expect(second?.kind == .connection)
    #expect(second?.statement == "later.sql")
    let isUsable = victim.isUsable
    #expect(!isUsable)
  }

  @Test func connectionThatBreaksInMidStatementIsAConnectionError() async throws {
    let database = try await ThrowawayCluster.freshDatabase()
    var victim = try Connection(database)
    let process = victim.serverProcess
    onThreadLater {
      var killer = try? Connection(database)
      _ = try? killer?.query(sql("select pg_terminate_backend($1::int)"), [.int(process)])
    }
    let error = postgresError { _ = try victim.query(sql("select pg_sleep(20)")) }
    #expect(error?.kind == .connection)
    #expect(error?.sqlState == "57P01")
  }

  @Test func noticesReachTheHandler() async throws {
    let heard = Mutex<[PostgresNotice]>([])
    var connection = try Connection(await ThrowawayCluster.freshDatabase()) { notice in
      heard.withLock { $0.append(notice) }
    }
    try connection.run(
      sql(
        """
        do $$ begin raise warning 'thiếu số liệu'
            using detail = 'năm 2020', hint = 'xem lại', errcode = '01000'; end $$;
        drop table if exists nothing_here
        """))
    let notices = heard.withLock { $0 }
    #expect(notices.map(\.severity) == ["WARNING", "NOTICE"])
    #expect(notices.first?.message == "thiếu số liệu")
    #expect(notices.first?.detail == "năm 2020")
    #expect(notices.first?.hint == "xem lại")
    #expect(notices.first?.sqlState == "01000")
    connection.onNotice = nil
    try connection.run(sql("drop table if exists nothing_here"))
    #expect(heard.withLock { $0.count } == 2)
  }

  @Test func emptyStatementIsNoError() async throws {
    var connection = try await freshConnection()
    try connection.run(sql("-- nothing to do\n"))
    let version = connection.serverVersion
    #expect(version >= 150_000)
  }
}
