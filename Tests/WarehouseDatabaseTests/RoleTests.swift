import LibPQ
import Testing
import Warehouse

@Suite struct RoleTests {
  /// Statements that nobody may run who only asks.
  private static let forbiddenToReaders = [
    "select * from warehouse.observation",
    "select * from warehouse.observation_past",
    "select * from warehouse.plan",
    "select * from warehouse.plan_past",
    "select * from warehouse.plan_line",
    "select * from warehouse.target",
    "select * from warehouse.task",
    "select * from ops.migration",
    "select * from ops.load",
    "select * from ops.source_file",
    "select * from ops.reject",
    "select * from ops.view_set",
    "select * from staging.observation_1_1",
    "insert into catalog.source (source, publisher, title, tier, preference) values ('x', 'x', 'x', 1, 1)",
    "update catalog.place set name_vi = 'x'",
    "delete from catalog.indicator",
    "insert into warehouse.observation (province_id) values (1)",
    "insert into ops.load (job, tool_version) values ('x', 'x')",
    "truncate catalog.place",
    "create table catalog.mine (a int)",
    "create table mart.mine (a int)",
    "create view mart.mine as select 1 as a",
    "create table staging.mine (a int)",
    "create schema mine",
    "drop view mart.place",
    "alter view mart.place rename to was",
    "select ops.open_staging('observation_1_1', null, false, null)",
    "select ops.analyze_staging('observation_1_1')",
    "select ops.adopt_staging('observation_1_1', now(), '2024-01-01')",
    "select ops.close_staging('observation_1_1')",
    "select ops.sweep_staging()",
    "select ops.ensure_partition('2020-01-01')",
    "select ops.ensure_slot_indexes(1)",
    "select ops.refresh_statistics(true)",
    "select ops.merge_observations('observation_1_1', 1, 1)",
    "select ops.staged_duplicates('observation_1_1')",
    "copy mart.place to '/tmp/place-of-a-reader'",
  ]

  private static let forbiddenToLoaders = [
    "drop table warehouse.observation",
    "drop table catalog.place",
    "alter table warehouse.observation add column x int",
    "create table warehouse.mine (a int)",
    "create table staging.mine (a int)",
    "create table ops.mine (a int)",
    "create table catalog.mine (a int)",
    "create view mart.mine as select 1 as a",
    "create schema mine",
    "drop view mart.place",
    "drop function mart.trend",
    "update warehouse.observation_past set value = 1",
    "delete from warehouse.observation_past",
    "truncate warehouse.observation",
    "truncate warehouse.observation_past",
    "truncate catalog.place",
    "insert into ops.migration (name, sha256, duration, tool_version) values ('x', sha256('x'), '0', 'x')",
    "update ops.migration set tool_version = 'x'",
    "delete from ops.migration",
    "update ops.view_set set digest = 'x'",
    "insert into ops.merge_clock (moment) values (now())",
    "delete from ops.merge_clock",
    "select ops.ensure_partition_of('observation', '2021-01-01')",
    "delete from ops.load",
    "delete from ops.load_file",
    "delete from ops.source_file",
    "delete from ops.slot",
    "update ops.reject set reason = 'x'",
    "delete from ops.reject",
    "update warehouse.plan_past set note = 'x'",
    "delete from warehouse.plan_past",
    "alter function ops.sweep_staging() owner to chiso_loader",
    "copy warehouse.observation_past to '/tmp/facts-of-a-loader'",
  ]

  /// A connection to a database with a partition and a staging table, acting as a role.
  private func connection(as role: String, _ database: String? = nil) async throws -> Connection {
    let made = try await TestWarehouse.migrated()
    var connection = try Connection(database ?? made)
    try connection.run(
      sql(
        """
        select ops.ensure_partition('2020-01-01');
        select ops.open_staging('observation_1_1', null, false, null);
        """))
    try connection.run(sql("set role \(role)"))
    return connection
  }

  @Test func readersMayNotTouchAnythingButTheInterface() async throws {
    var connection = try await connection(as: "chiso_reader")
    for statement in Self.forbiddenToReaders {
      #expect(sqlState { try connection.run(sql(statement)) } == "42501", "\(statement)")
    }
  }

  @Test func readersMaySelectEveryViewOfTheInterfaceAndTheCatalog() async throws {
    var connection = try await connection(as: "chiso_reader")
    let relations = try connection.column(
      """
      select oid::regclass::text from pg_class
      where relnamespace in ('mart'::regnamespace, 'catalog'::regnamespace) and relkind in ('r', 'v')
      order by 1
      """)
    #expect(relations.count > 25)
    for relation in relations {
      #expect(
        sqlState { try connection.run(sql("select * from \(relation)")) } == nil, "\(relation)")
    }
  }

  @Test func readersMayCallEveryFunctionOfTheInterface() async throws {
    var connection = try await connection(as: "chiso_reader")
    let calls = try connection.column(
      """
      select format('select * from %s(%s)', p.oid::regproc, (
          select string_agg('null', ', ') from generate_series(1, p.pronargs)))
      from pg_proc as p where p.pronamespace = 'mart'::regnamespace order by 1
      """)
    #expect(calls.count >= 3)
    for call in calls {
      #expect(sqlState { try connection.run(sql(call)) } == nil, "\(call)")
    }
  }

  @Test func loadersMayNotChangeTheSchemaOrThePast() async throws {
    var connection = try await connection(as: "chiso_loader")
    for statement in Self.forbiddenToLoaders {
      #expect(sqlState { try connection.run(sql(statement)) } == "42501", "\(statement)")
    }
  }

  @Test(arguments: [
    "observation", "observation_1", "observation_1_1; drop table warehouse.plan", "Observation_1_1",
    "observation_1_1\"", "observation_x_1", "observation_1_1_y", "plan_1_1", "",
    "observation_2_2\nx", "observation_2_2\n",
  ])
  func stagingHasNoOtherNames(_ name: String) async throws {
    var connection = try await connection(as: "chiso_loader")
    for call in [
      "open_staging($1, null, false, null)", "close_staging($1)", "analyze_staging($1)",
      "adopt_staging($1, now(), '2024-01-01')",
    ] {
      let error = sqlState {
        _ = try connection.query(sql("select ops.\(call)"), [.text(name)])
      }
      #expect(error == "P0001", "\(call) takes \(name)")
    }
  }

  @Test func loadersMayDoWhatALoadDoes() async throws {
    let database = try await TestWarehouse.handMade()
    var loader = try FactLoader(database)
    let hasRole = loader.session.hasRole
    #expect(hasRole)
    #expect(try loader.session.connection.column("select current_user") == ["chiso_loader"])
    #expect(try loader.load([Fact("an", "par", 2020, 1)]).counts == [1, 0, 0, 0])
    #expect(try loader.load([Fact("an", "par", 2020, 2)]).counts == [0, 1, 0, 0])
    #expect(try loader.load([]).counts == [0, 0, 0, 1])
    try loader.session.refreshStatistics(ofCatalog: true)
    #expect(try loader.session.mergeCatalog(HandMadeCatalog.tables) == 0)
  }

  @Test func questionsAreReadOnlyAndBoundedInTime() async throws {
    // The connection is a superuser's: only the session makes it harmless.
    let database = try await TestWarehouse.migrated()
    var plain = try Connection(database)
    #expect(try plain.column("select rolsuper from pg_roles where rolname = current_user") == ["t"])
    var session = try Session(database, for: .asking)
    let hasRole = session.hasRole
    #expect(hasRole)
    let settings = try session.connection.rows(
      """
      select current_user, current_setting('default_transaction_read_only'),
          current_setting('transaction_read_only'), current_setting('statement_timeout'),
          current_setting('timezone')
      """)
    #expect(settings == ["chiso_reader|on|on|1min|UTC"])
    #expect(
      sqlState { try session.connection.run(sql("select * from warehouse.plan")) } == "42501")
    #expect(
      sqlState { try session.connection.run(sql("create temp table t (a int)")) } == "25006")
  }

  @Test func loadsAreNotBoundedInTime() async throws {
    var session = try Session(await TestWarehouse.migrated(), for: .loading)
    let settings = try session.connection.rows(
      "select current_user, current_setting('transaction_read_only'), current_setting('statement_timeout')"
    )
    #expect(settings == ["chiso_loader|off|0"])
  }
}
