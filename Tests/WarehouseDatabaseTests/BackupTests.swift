import LibPQ
import TestSupport
import Testing
import Warehouse

/// The backup that README describes: PostgreSQL's own dump of a warehouse comes back equal.
@Suite struct BackupTests {
  /// Each table with its rows and a checksum of them, and each view and function with its text.
  private static let contents = """
    select
        n.nspname || '.' || c.relname as name,
        (xpath(
            '/row/c/text()',
            query_to_xml(
                format(
                    'select count(*) || '' '' || coalesce(md5(string_agg(t::text, E''\\n'' order by t::text)), ''–'') as c
                     from %I.%I as t', n.nspname, c.relname),
                false, true, '')))[1]::text as contents
    from pg_class as c
    join pg_namespace as n on n.oid = c.relnamespace
    where n.nspname in ('catalog', 'warehouse', 'ops') and c.relkind in ('r', 'p')
    union all
    select n.nspname || '.' || c.relname, md5(pg_get_viewdef(c.oid))
    from pg_class as c
    join pg_namespace as n on n.oid = c.relnamespace
    where n.nspname = 'mart' and c.relkind = 'v'
    union all
    select p.oid::regprocedure::text, md5(pg_get_functiondef(p.oid))
    from pg_proc as p
    join pg_namespace as n on n.oid = p.pronamespace
    where n.nspname in ('mart', 'ops')
    order by name
    """

  @Test func dumpComesBackEqual() async throws {
    let original = try await TestWarehouse.carried()
    let copy = try await ThrowawayCluster.freshDatabase()
    // PostgreSQL's programs lie beside the server; it runs as another user where this one is root.
    var owner = try Connection(original)
    let programs = try owner.column("select setting from pg_config() where name = 'BINDIR'")[0]
    func quoted(_ text: String) -> String { Shell.quoted(text) }
    let moved = Shell.run(
      "\(quoted(programs + "/pg_dump")) --format custom --dbname \(quoted(original)) | "
        + "\(quoted(programs + "/pg_restore")) --exit-on-error --dbname \(quoted(copy))")
    #expect(moved.status == 0, "\(moved.output)")

    let before = try owner.rows(Self.contents)
    var restored = try Connection(copy)
    #expect(try restored.rows(Self.contents) == before)
    // What the project carries is in it: more than thirty thousand figures.
    let figures = before.first { $0.hasPrefix("warehouse.observation|") }?
      .split(whereSeparator: { "| ".contains($0) }).dropFirst().first
    #expect(figures.flatMap { Int($0) } ?? 0 > 30_000)

    // It is whole: nothing is left to migrate, it answers, and the next load finds nothing to do.
    var migrator = try Migrator(copy)
    #expect(try migrator.migrate().applied.isEmpty)
    var selection = Selection()
    selection.places = ["lang-son"]
    selection.indicators = ["pci"]
    var one = try Session(original, for: .asking)
    var two = try Session(copy, for: .asking)
    #expect(try two.trend(selection) == one.trend(selection))
  }
}
