import LibPQ
import TestSupport
import Testing
import Warehouse
import WarehouseSQL

@Suite struct MigrationTests {
  private func outcome(_ database: String, withRoles: Bool = true) throws -> Migrator.Outcome {
    var migrator = try Migrator(database)
    return try migrator.migrate(withRoles: withRoles)
  }

  private static let names = SQLCatalog.migrations.map(\.change.name)

  @Test func emptyDatabaseGetsEveryMigration() async throws {
    let outcome = try outcome(await ThrowawayCluster.freshDatabase())
    #expect(outcome.applied == Self.names)
    #expect(outcome.applied.count >= 5)
    #expect(outcome.inPlace == 0)
    #expect(!outcome.withoutRoles)
  }

  @Test func registryTellsWhatWasRun() async throws {
    var connection = try Connection(await TestWarehouse.migrated())
    let registered = try connection.rows(
      "select name, tool_version, sha256 = sha256(convert_to($1, 'UTF8')) from ops.migration "
        + "order by name limit 1",
      [.text(SQLCatalog.migrations[0].change.text)])
    #expect(registered == ["\(Self.names[0])|\(ToolVersion.current)|t"])
    #expect(try connection.column("select name from ops.migration order by name") == Self.names)
  }

  @Test func everyVerificationPasses() async throws {
    var connection = try Connection(await TestWarehouse.migrated())
    for migration in SQLCatalog.migrations {
      try connection.run(
        Statement(name: migration.verification.name, text: migration.verification.text))
    }
  }

  @Test func everyVerificationFailsWithoutItsMigration() async throws {
    var connection = try Connection(await ThrowawayCluster.freshDatabase())
    for migration in SQLCatalog.migrations {
      let error = sqlState {
        try connection.run(
          Statement(name: migration.verification.name, text: migration.verification.text))
      }
      #expect(error != nil, "\(migration.verification.name) passes on an empty database")
    }
  }

  @Test func secondMigrationAppliesNothing() async throws {
    let database = try await TestWarehouse.migrated()
    let again = try outcome(database)
    #expect(again.applied.isEmpty)
    #expect(again.inPlace == Self.names.count)
    _ = try Session(database, for: .asking)
  }

  @Test func dryRunChangesNothing() async throws {
    let database = try await ThrowawayCluster.freshDatabase()
    var migrator = try Migrator(database)
    let outcome = try migrator.dryRun()
    #expect(outcome.applied == Self.names)
    #expect(outcome.inPlace == 0)
    var connection = try Connection(database)
    let schemas = try connection.column(
      "select nspname from pg_namespace where nspname in ('catalog', 'warehouse', 'ops', 'mart')")
    #expect(schemas.isEmpty)
  }

  @Test func dryRunNamesWhatIsMissing() async throws {
    let database = try await TestWarehouse.migrated()
    var connection = try Connection(database)
    try connection.run(
      sql("delete from ops.migration where name = (select max(name) from ops.migration)"))
    var migrator = try Migrator(database)
    let outcome = try migrator.dryRun()
    #expect(outcome.applied == [Self.names[Self.names.count - 1]])
    #expect(outcome.inPlace == Self.names.count - 1)
    let kept = try connection.column("select count(*) from ops.migration")
    #expect(kept == ["\(Self.names.count - 1)"])
  }

  @Test func changedMigrationIsRefused() async throws {
    let database = try await TestWarehouse.migrated()
    var connection = try Connection(database)
    try connection.run(
      sql("update ops.migration set sha256 = sha256('other') where name = '\(Self.names[1])'"))
    let changed = WarehouseError.migrationChanged(name: Self.names[1])
    #expect(warehouseError { _ = try outcome(database) } == changed)
    #expect(
      warehouseError {
        var migrator = try Migrator(database)
        _ = try migrator.dryRun()
      } == changed)
  }

  @Test func databaseOfANewerProgramIsRefused() async throws {
    let database = try await TestWarehouse.migrated()
    var connection = try Connection(database)
    try connection.run(
      sql(
        "insert into ops.migration (name, sha256, duration, tool_version) "
          + "values ('m9999_later', sha256('later'), '0', '9.9')"))
    let ahead = WarehouseError.schemaAhead(
      database: "m9999_later", program: Self.names[Self.names.count - 1])
    #expect(warehouseError { _ = try outcome(database) } == ahead)
    #expect(
      warehouseError {
        var migrator = try Migrator(database)
        _ = try migrator.dryRun()
      } == ahead)
    #expect(warehouseError { _ = try Session(database, for: .asking) } == ahead)
    #expect(warehouseError { _ = try Session(database, for: .loading) } == ahead)
  }

  @Test func databaseWithoutAWarehouseIsNamed() async throws {
    let database = try await ThrowawayCluster.freshDatabase()
    #expect(warehouseError { _ = try Session(database, for: .asking) } == .schemaMissing)
    #expect(warehouseError { _ = try Session(database, for: .loading) } == .schemaMissing)
  }

  @Test func databaseOfAnOlderProgramIsNamed() async throws {
    let database = try await TestWarehouse.migrated()
    var connection = try Connection(database)
    try connection.run(
      sql("delete from ops.migration where name = '\(Self.names[Self.names.count - 1])'"))
    let behind = WarehouseError.schemaBehind(
      database: Self.names[Self.names.count - 2], program: Self.names[Self.names.count - 1])
    #expect(warehouseError { _ = try Session(database, for: .asking) } == behind)
    #expect(warehouseError { _ = try Session(database, for: .loading) } == behind)
  }

  @Test func databaseWithOtherViewsIsBehindUntilItIsMigrated() async throws {
    let database = try await TestWarehouse.migrated()
    var connection = try Connection(database)
    try connection.run(sql("update ops.view_set set digest = 'other'"))
    let current = Self.names[Self.names.count - 1]
    #expect(
      warehouseError { _ = try Session(database, for: .asking) }
        == .schemaBehind(database: current, program: current))
    #expect(try outcome(database).applied.isEmpty)
    _ = try Session(database, for: .asking)
  }

  @Test func migrationThatFailsLeavesThoseBeforeIt() async throws {
    let database = try await ThrowawayCluster.freshDatabase()
    var connection = try Connection(database)
    // Something that stands in the way of the second migration only.
    try connection.run(
      sql(
        """
        create function refuse() returns event_trigger language plpgsql as $$
        begin
            if exists (select from pg_event_trigger_ddl_commands() where object_identity = 'catalog.scale')
            then raise exception 'no room';
            end if;
        end $$;
        create event trigger refusal on ddl_command_end execute function refuse()
        """))
    #expect(sqlState { _ = try outcome(database) } == "P0001")
    #expect(try connection.column("select name from ops.migration") == [Self.names[0]])
    #expect(try connection.column("select to_regclass('catalog.place')") == ["∅"])
    try connection.run(sql("drop event trigger refusal"))
    #expect(try outcome(database).applied == Array(Self.names.dropFirst()))
    _ = try Session(database, for: .asking)
  }

  @Test func twoMigratorsAtOnceEndWell() async throws {
    let database = try await ThrowawayCluster.freshDatabase()
    let outcomes = try await withThrowingTaskGroup(of: Migrator.Outcome.self) { group in
      for _ in 0..<2 {
        group.addTask {
          var migrator = try Migrator(database)
          return try migrator.migrate()
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(outcomes.map(\.applied.count).sorted() == [0, Self.names.count])
    #expect(outcomes.map(\.inPlace).sorted() == [0, Self.names.count])
    _ = try Session(database, for: .asking)
  }

  // MARK: - Without roles

  @Test func migrationWithoutRolesGrantsNothingAndSaysSo() async throws {
    _ = try await TestWarehouse.migrated()  // the roles of the server exist
    let database = try await ThrowawayCluster.freshDatabase()
    let outcome = try outcome(database, withRoles: false)
    #expect(outcome.withoutRoles)
    #expect(outcome.applied == Self.names)
    var connection = try Connection(database)
    let rights = try connection.column(
      """
      select s.nspname || ' ' || r.rolname
      from pg_namespace as s
      cross join pg_roles as r
      where s.nspname in ('catalog', 'warehouse', 'ops', 'staging', 'mart')
          and r.rolname in ('chiso_loader', 'chiso_reader')
          and has_schema_privilege(r.oid, s.oid, 'usage')
      """)
    #expect(rights.isEmpty)
    let owners = try connection.column(
      "select distinct pg_get_userbyid(relowner) from pg_class "
        + "where relnamespace in ('mart'::regnamespace, 'warehouse'::regnamespace)")
    #expect(owners == (try connection.column("select current_user")))
  }

  @Test func databaseWithoutRightsIsAskedAsTheUser() async throws {
    // The roles exist on this server because of another database; here they may do nothing.
    _ = try await TestWarehouse.migrated()
    let database = try await ThrowawayCluster.freshDatabase()
    _ = try outcome(database, withRoles: false)
    var session = try Session(database, for: .asking)
    let hasRole = session.hasRole
    #expect(!hasRole)
    #expect(try session.listPlaces(nil, on: nil).isEmpty)
  }

  // MARK: - Views of others

  @Test(arguments: [
    "create view study.mine as select place from mart.place",
    "create view study.mine as select * from mart.coverage",
    "create view study.mine as select place from mart.observation_vintage",
    "create materialized view study.mine as select value from mart.trend(null, null, null, null, null, null, null, true)",
  ])
  func viewOfAnotherStopsTheMigrationByName(_ definition: String) async throws {
    let database = try await TestWarehouse.migrated()
    var connection = try Connection(database)
    try connection.run(sql("create schema study"))
    try connection.run(sql(definition))
    try connection.run(sql("update ops.view_set set digest = 'older'"))
    let before = try connection.column(
      "select relname from pg_class where relnamespace = 'mart'::regnamespace order by 1")
    do {
      _ = try outcome(database)
      Issue.record("the migration went on")
    } catch let error as PostgresError {
      #expect(error.sqlState == "2BP01")
      let detail = error.detail ?? ""
      #expect(detail.contains("view study.mine depends on"), "\(error)")
    }
    let after = try connection.column(
      "select relname from pg_class where relnamespace = 'mart'::regnamespace order by 1")
    #expect(after == before)
    #expect(after.contains("place"))
    #expect(try connection.column("select digest from ops.view_set") == ["older"])
    try connection.run(sql("drop schema study cascade"))
    _ = try outcome(database)
    _ = try Session(database, for: .asking)
  }

  @Test func viewOfAnotherStaysWhereNothingIsToBeDone() async throws {
    let database = try await TestWarehouse.migrated()
    var connection = try Connection(database)
    try connection.run(sql("create view mine as select place from mart.place"))
    #expect(try outcome(database).applied.isEmpty)
    #expect(try connection.column("select count(*) from mine") == ["0"])
  }

  @Test func viewThatSomebodyDroppedComesBack() async throws {
    let database = try await TestWarehouse.migrated()
    var connection = try Connection(database)
    try connection.run(sql("drop view mart.source cascade"))
    _ = try outcome(database)
    #expect(try connection.column("select count(*) from mart.source") == ["0"])
  }

  @Test func migrationGivesTheRightsOfRebuiltViewsBack() async throws {
    let database = try await TestWarehouse.migrated()
    var connection = try Connection(database)
    try connection.run(sql("update ops.view_set set digest = 'other'"))
    _ = try outcome(database)
    let readable = try connection.column(
      """
      select count(*) filter (where not has_table_privilege('chiso_reader', oid, 'select'))
      from pg_class where relnamespace = 'mart'::regnamespace and relkind = 'v'
      """)
    #expect(readable == ["0"])
  }
}
