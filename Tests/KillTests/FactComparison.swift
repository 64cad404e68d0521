import Crypto
import Foundation
import LibPQ
import TestSupport

/// What two warehouses must have alike after the same files: every fact and every earlier one, in all
/// but numbers of loads, numbers given by sequences, and moments.
enum FactComparison {
  private static let facts = """
    with figures as (
        select
            o.slot_id, 'now' as kind,
            concat_ws('|', p.place, s.indicator, s.level, s.freq, s.geography, s.source, o.period, o.value,
                o.rank, o.rank_of, o.grp, o.flags, o.note, o.line) as row
        from warehouse.observation as o
        join mart.series as s on s.series_id = o.series_id
        join catalog.place as p on p.place_id = o.place_id
        union all
        select
            o.slot_id, 'past',
            concat_ws('|', p.place, s.indicator, s.level, s.freq, s.geography, s.source, o.period, o.value,
                o.rank, o.rank_of, o.grp, o.flags, o.note, o.line)
        from warehouse.observation_past as o
        join mart.series as s on s.series_id = o.series_id
        join catalog.place as p on p.place_id = o.place_id
    ),
    facts as (
        select f.slot_id, f.kind, f.row
        from figures as f
        union all
        select
            l.slot_id, 'plan ' || (l.recorded_to = 'infinity'),
            (to_jsonb(l) - '{plan_id,province_id,place_id,load_id,slot_id,recorded_from,recorded_to}'::text[])::text
        from warehouse.plan as l
        union all
        select
            l.slot_id, 'earlier plan',
            (to_jsonb(l) - '{plan_id,province_id,place_id,load_id,slot_id,recorded_from,recorded_to}'::text[])::text
        from warehouse.plan_past as l
        union all
        select
            t.slot_id, 'target ' || (t.recorded_to = 'infinity'),
            (to_jsonb(t)
                - '{plan_id,province_id,indicator_id,load_id,slot_id,recorded_from,recorded_to}'::text[])::text
        from warehouse.target as t
    )
    """

  private static let digests = """
    \(facts)
    select s.file || ' ' || f.kind || ' ' || count(*) || ' ' || md5(string_agg(f.row, ';' order by f.row))
    from facts as f
    join ops.slot as s on s.slot_id = f.slot_id
    group by s.file, f.kind
    union all
    select 'source ' || s.source || ' ' || s.title
    from catalog.source as s
    union all
    -- Which bytes each file was last loaded from.
    select 'bytes ' || l.said
    from (\(bytes)) as l
    order by 1
    """

  /// Each file with the bytes that it was last loaded from.
  private static let bytes = """
    select distinct on (l.file) l.file || ' ' || l.status || ' ' || coalesce(l.sha256, '') as said
    from mart.load as l
    where l.status in ('committed', 'withdrawn')
    order by l.file, l.load_id desc
    """

  /// Whether what a warehouse shows of a file is from these bytes: that count and sum are those of the
  /// file does not say so, since other bytes may say the same in another order.
  static func isLoaded(_ file: DeclaredFile, in home: KillHome) throws -> Bool {
    let sha256 = SHA256.hash(data: Data(file.text.utf8)).map { byte in
      String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
    }.joined()
    return try home.ask(bytes).contains("\(file.path) committed \(sha256)")
  }

  /// Finds what differs.
  static func check(_ home: KillHome, against other: KillHome) throws {
    let here = try home.ask(digests)
    let there = try other.ask(digests)
    guard here != there else { return }
    let differing = Set(here).symmetricDifference(there).sorted()
    let rows = """
      \(facts)
      select s.file || ' ' || f.kind || ' ' || f.row || ' #'
          || row_number() over (partition by s.file, f.kind, f.row)
      from facts as f
      join ops.slot as s on s.slot_id = f.slot_id
      """
    let ours = Set(try home.ask(rows))
    let theirs = Set(try other.ask(rows))
    throw KillFailure(
      """
      not as in an undisturbed run: \(differing.prefix(6))
      too much: \(ours.subtracting(theirs).count) \(ours.subtracting(theirs).sorted().prefix(3))
      lost: \(theirs.subtracting(ours).count) \(theirs.subtracting(ours).sorted().prefix(3))
      """)
  }

  /// Finds what a finished load must not leave.
  static func checkClean(_ home: KillHome) throws {
    let rests = try home.ask(
      """
      select 'staging ' || c.relname
      from pg_class as c
      where c.relnamespace = 'staging'::regnamespace
      union all
      select 'running load ' || l.load_id
      from ops.load as l
      where l.status = 'running'
      union all
      -- Every fact can be followed to the bytes that say it.
      select distinct 'load ' || o.load_id || ' of slot ' || o.slot_id || ' is not known'
      from (
          select o.load_id, o.slot_id from mart.told as o
          union all
          select l.load_id, l.slot_id from warehouse.plan as l
          union all
          select t.load_id, t.slot_id from warehouse.target as t
      ) as o
      left join ops.load_file as f
          on f.load_id = o.load_id and f.slot_id = o.slot_id and f.status = 'committed'
      where f.file_id is null
      """)
    let halves = try FileManager.default.contentsOfDirectory(atPath: home.kept)
      .filter { $0.hasPrefix(".") }
    guard rests.isEmpty, halves.isEmpty else { throw KillFailure("left: \(rests + halves)") }
  }

  /// Files of tables that were being made when the server was killed, which PostgreSQL never removes:
  /// how many, and how many bytes.
  static func orphans(_ home: KillHome) throws -> String {
    try home.ask(
      """
      select count(*) || ', bytes: ' || coalesce(sum((pg_stat_file(f.folder || '/' || f.name)).size), 0)
      from (
          select 'base/' || d.oid as folder, pg_ls_dir('base/' || d.oid) as name
          from pg_database as d
          where d.datname = current_database()
      ) as f
      where f.name ~ '^[0-9]+$'
          and not exists (select from pg_class as c where pg_relation_filenode(c.oid)::text = f.name)
      """
    ).joined()
  }

  /// Finds figures of one key that hold at the same time, and kept files that are not what they were.
  static func checkAtTheEnd(_ home: KillHome) throws {
    let overlaps = try home.ask(
      """
      select count(*)
      from (
          select
              o.recorded_to,
              lead(o.recorded_from) over (
                  partition by o.series_id, o.place_id, o.period order by o.recorded_from) as next
          from mart.told as o
      ) as v
      where v.next < v.recorded_to
      """)
    guard overlaps == ["0"] else { throw KillFailure("vintages overlap: \(overlaps)") }
    let known = try home.ask("select encode(b.sha256, 'hex') from ops.source_file as b")
    for sha256 in known {
      let path = "\(home.kept)/\(sha256.prefix(2))/\(sha256)"
      let sum = Shell.run("sha256sum < \(Shell.quoted(path))").output.prefix(64)
      guard sum == sha256 else { throw KillFailure("\(path) holds \(sum)") }
    }
  }
}
