import LibPQ
import Testing

@Suite struct SchemaRuleTests {
  private func found(_ query: String) async throws -> [String] {
    var connection = try Connection(await TestWarehouse.migrated())
    return try connection.column(query)
  }

  // MARK: - Comments

  @Test func everySchemaHasAComment() async throws {
    let bare = try await found(
      """
      select nspname from pg_namespace
      where nspname in ('catalog', 'warehouse', 'ops', 'staging', 'mart')
          and obj_description(oid, 'pg_namespace') is null
      """)
    #expect(bare.isEmpty)
  }

  @Test func everyTableAndViewHasAComment() async throws {
    let bare = try await found(
      """
      select oid::regclass::text from pg_class
      where relnamespace in (select oid from pg_namespace where nspname in ('catalog', 'warehouse', 'ops', 'mart'))
          and relkind in ('r', 'p', 'v', 'm') and not relispartition
          and coalesce(obj_description(oid, 'pg_class'), '') = ''
      """)
    #expect(bare.isEmpty)
  }

  @Test func everyColumnHasAComment() async throws {
    let bare = try await found(
      """
      select c.oid::regclass || '.' || a.attname from pg_class as c
      join pg_attribute as a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where c.relnamespace in (select oid from pg_namespace where nspname in ('catalog', 'warehouse', 'ops', 'mart'))
          and c.relkind in ('r', 'p', 'v', 'm') and not c.relispartition
          and coalesce(col_description(c.oid, a.attnum), '') = ''
      """)
    #expect(bare.isEmpty)
  }

  @Test func everyFunctionHasAComment() async throws {
    let bare = try await found(
      """
      select oid::regprocedure::text from pg_proc
      where pronamespace in (select oid from pg_namespace where nspname in ('catalog', 'warehouse', 'ops', 'mart'))
          and coalesce(obj_description(oid, 'pg_proc'), '') = ''
      """)
    #expect(bare.isEmpty)
  }

  @Test func thereIsSomethingToComment() async throws {
    // So that the walks above cannot pass on nothing.
    let counts = try await found(
      """
      select count(*)::text from pg_class
      where relnamespace in ('catalog'::regnamespace, 'warehouse'::regnamespace, 'ops'::regnamespace, 'mart'::regnamespace)
          and relkind in ('r', 'p', 'v')
      """)
    #expect((counts.first.flatMap(Int.init) ?? 0) > 30)
  }

  // MARK: - Distribution by province

  @Test func primaryKeysOfFactsCarryTheProvince() async throws {
    let without = try await found(
      """
      select c.oid::regclass::text from pg_class as c
      where c.relnamespace = 'warehouse'::regnamespace and c.relkind in ('r', 'p')
          and not exists (
              select from pg_constraint as k
              join pg_attribute as a on a.attrelid = c.oid and a.attnum = any (k.conkey)
              where k.conrelid = c.oid and k.contype = 'p' and a.attname = 'province_id')
      """)
    #expect(without.isEmpty)
  }

  @Test func noUniqueIndexOfFactsIsWithoutTheProvince() async throws {
    let without = try await found(
      """
      select i.indexrelid::regclass::text from pg_index as i
      join pg_class as c on c.oid = i.indrelid and c.relnamespace = 'warehouse'::regnamespace
      where i.indisunique
          and not exists (
              select from pg_attribute as a
              where a.attrelid = i.indrelid and a.attname = 'province_id'
                  and a.attnum = any (i.indkey::int2[]))
      """)
    #expect(without.isEmpty)
  }

  @Test func observationsHaveNoForeignKeys() async throws {
    let keys = try await found(
      """
      select k.conname from pg_constraint as k
      where k.contype = 'f'
          and (k.conrelid::regclass::text like 'warehouse.observation%'
              or k.confrelid::regclass::text like 'warehouse.observation%')
      """)
    #expect(keys.isEmpty)
  }

  @Test func foreignKeysOfPlansCarryTheProvince() async throws {
    var connection = try Connection(await TestWarehouse.migrated())
    let keys = try connection.rows(
      """
      select k.conname, 'province_id' = any (array(
          select a.attname from pg_attribute as a
          where a.attrelid = k.conrelid and a.attnum = any (k.conkey)))
          and 'province_id' = any (array(
          select a.attname from pg_attribute as a
          where a.attrelid = k.confrelid and a.attnum = any (k.confkey)))
      from pg_constraint as k
      join pg_class as c on c.oid = k.conrelid and c.relnamespace = 'warehouse'::regnamespace
      where k.contype = 'f' and k.conparentid = 0
      order by 1
      """)
    #expect(keys == ["plan_line_plan_fkey|t", "target_plan_fkey|t", "task_plan_fkey|t"])
  }

  @Test func factsHaveNoTriggersOfTheirOwn() async throws {
    let triggers = try await found(
      """
      select t.tgname from pg_trigger as t
      join pg_class as c on c.oid = t.tgrelid and c.relnamespace = 'warehouse'::regnamespace
      where not t.tgisinternal
      """)
    #expect(triggers.isEmpty)
  }

  @Test func observationsHaveNoDefaultPartition() async throws {
    let defaults = try await found(
      "select partrelid::regclass::text from pg_partitioned_table where partdefid <> 0")
    #expect(defaults.isEmpty)
  }

  @Test func partitionsKeepTheRules() async throws {
    var connection = try Connection(await TestWarehouse.migrated())
    _ = try connection.column("select ops.ensure_partition('2021-05-05')")
    let rules = try connection.rows(
      """
      select c.relname, pg_get_expr(c.relpartbound, c.oid), c.relpersistence,
          pg_get_userbyid(c.relowner),
          (select count(*) from pg_constraint as k where k.conrelid = c.oid and k.contype = 'p'),
          (select count(*) from pg_constraint as k where k.conrelid = c.oid and k.contype = 'f')
      from pg_class as c
      where c.relispartition and c.relkind = 'r'
      order by 1
      """)
    let bound = "FOR VALUES FROM ('2021-01-01') TO ('2022-01-01')"
    #expect(
      rules == [
        "observation_past_y2021|\(bound)|p|chiso_owner|1|0",
        "observation_y2021|\(bound)|p|chiso_owner|1|0",
      ])
  }

  // MARK: - The interface

  @Test func functionsOfMartRunWithTheRightsOfTheirCaller() async throws {
    let odd = try await found(
      """
      select p.oid::regprocedure::text from pg_proc as p
      join pg_language as l on l.oid = p.prolang
      where p.pronamespace = 'mart'::regnamespace
          and (p.prosecdef or p.provolatile <> 's' or l.lanname <> 'sql')
      """)
    #expect(odd.isEmpty)
  }

  @Test func functionsWithTheRightsOfTheOwnerHaveAFixedSearchPath() async throws {
    let open = try await found(
      """
      select oid::regprocedure::text from pg_proc
      where pronamespace in ('ops'::regnamespace, 'catalog'::regnamespace, 'warehouse'::regnamespace, 'mart'::regnamespace)
          and prosecdef and not coalesce(proconfig @> array['search_path=pg_catalog, pg_temp'], false)
      """)
    #expect(open.isEmpty)
  }

  @Test func everythingBelongsToTheOwner() async throws {
    let others = try await found(
      """
      select oid::regclass || ' ' || pg_get_userbyid(relowner) from pg_class
      where relnamespace in ('catalog'::regnamespace, 'warehouse'::regnamespace, 'ops'::regnamespace,
              'staging'::regnamespace, 'mart'::regnamespace)
          and pg_get_userbyid(relowner) <> 'chiso_owner'
      """)
    #expect(others.isEmpty)
  }
}
