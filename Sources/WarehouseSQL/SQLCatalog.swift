// The list of the SQL files that are embedded, in the order in which they are used. Each is a typed
// constant; a test holds this list against the folder sql/.

/// A SQL file: its name without `.sql`, and its text.
public struct SQLFile: Sendable, Hashable {
  /// Name of the file without `.sql`.
  public let name: String
  /// Text of the file.
  public let text: String

  init(_ name: String, _ bytes: [UInt8]) {
    self.name = name
    self.text = String(decoding: bytes, as: UTF8.self)
  }
}

/// A migration: what it does and the proof that it is in place.
public struct Migration: Sendable, Hashable {
  /// What is run once, in one transaction.
  public let change: SQLFile
  /// What fails if the change is not in place.
  public let verification: SQLFile
}

/// The embedded SQL, by folder.
public enum SQLCatalog {
  /// Roles of the server, run before every migration.
  public static var createRoles: SQLFile {
    SQLFile("create_roles", PackageResources.create_roles_sql)
  }
  /// Rights of the roles, run after the views are rebuilt.
  public static var grantRoles: SQLFile {
    SQLFile("grant_roles", PackageResources.grant_roles_sql)
  }

  /// Migrations in their order; released ones never change.
  public static var migrations: [Migration] {
    [
      Migration(
        change: SQLFile("m0001_create_schemas", PackageResources.m0001_create_schemas_sql),
        verification: SQLFile(
          "m0001_create_schemas.verify", PackageResources.m0001_create_schemas_verify_sql)),
      Migration(
        change: SQLFile("m0002_create_catalog", PackageResources.m0002_create_catalog_sql),
        verification: SQLFile(
          "m0002_create_catalog.verify", PackageResources.m0002_create_catalog_verify_sql)),
      Migration(
        change: SQLFile("m0003_create_ops", PackageResources.m0003_create_ops_sql),
        verification: SQLFile(
          "m0003_create_ops.verify", PackageResources.m0003_create_ops_verify_sql)),
      Migration(
        change: SQLFile("m0004_create_warehouse", PackageResources.m0004_create_warehouse_sql),
        verification: SQLFile(
          "m0004_create_warehouse.verify", PackageResources.m0004_create_warehouse_verify_sql)),
      Migration(
        change: SQLFile(
          "m0005_create_load_functions", PackageResources.m0005_create_load_functions_sql),
        verification: SQLFile(
          "m0005_create_load_functions.verify",
          PackageResources.m0005_create_load_functions_verify_sql)),
      Migration(
        change: SQLFile("m0006_load_in_bulk", PackageResources.m0006_load_in_bulk_sql),
        verification: SQLFile(
          "m0006_load_in_bulk.verify", PackageResources.m0006_load_in_bulk_verify_sql)),
      Migration(
        change: SQLFile("m0007_add_schedule", PackageResources.m0007_add_schedule_sql),
        verification: SQLFile(
          "m0007_add_schedule.verify", PackageResources.m0007_add_schedule_verify_sql)),
      Migration(
        change: SQLFile("m0008_add_checks", PackageResources.m0008_add_checks_sql),
        verification: SQLFile(
          "m0008_add_checks.verify", PackageResources.m0008_add_checks_verify_sql)),
      Migration(
        change: SQLFile("m0009_sweep_by_load", PackageResources.m0009_sweep_by_load_sql),
        verification: SQLFile(
          "m0009_sweep_by_load.verify", PackageResources.m0009_sweep_by_load_verify_sql)),
      Migration(
        change: SQLFile("m0010_keep_lineage", PackageResources.m0010_keep_lineage_sql),
        verification: SQLFile(
          "m0010_keep_lineage.verify", PackageResources.m0010_keep_lineage_verify_sql)),
      Migration(
        change: SQLFile("m0011_time_files", PackageResources.m0011_time_files_sql),
        verification: SQLFile(
          "m0011_time_files.verify", PackageResources.m0011_time_files_verify_sql)),
      Migration(
        change: SQLFile("m0012_read_plans", PackageResources.m0012_read_plans_sql),
        verification: SQLFile(
          "m0012_read_plans.verify", PackageResources.m0012_read_plans_verify_sql)),
      Migration(
        change: SQLFile("m0013_load_at_speed", PackageResources.m0013_load_at_speed_sql),
        verification: SQLFile(
          "m0013_load_at_speed.verify", PackageResources.m0013_load_at_speed_verify_sql)),
      Migration(
        change: SQLFile("m0014_tell_measures", PackageResources.m0014_tell_measures_sql),
        verification: SQLFile(
          "m0014_tell_measures.verify", PackageResources.m0014_tell_measures_verify_sql)),
      Migration(
        change: SQLFile(
          "m0015_part_places_by_level", PackageResources.m0015_part_places_by_level_sql),
        verification: SQLFile(
          "m0015_part_places_by_level.verify",
          PackageResources.m0015_part_places_by_level_verify_sql)),
      Migration(
        change: SQLFile("m0016_merge_in_its_years", PackageResources.m0016_merge_in_its_years_sql),
        verification: SQLFile(
          "m0016_merge_in_its_years.verify",
          PackageResources.m0016_merge_in_its_years_verify_sql)),
      Migration(
        change: SQLFile("m0017_tell_licences", PackageResources.m0017_tell_licences_sql),
        verification: SQLFile(
          "m0017_tell_licences.verify", PackageResources.m0017_tell_licences_verify_sql)),
      Migration(
        change: SQLFile("m0018_stage_in_order", PackageResources.m0018_stage_in_order_sql),
        verification: SQLFile(
          "m0018_stage_in_order.verify", PackageResources.m0018_stage_in_order_verify_sql)),
      Migration(
        change: SQLFile(
          "m0019_stage_values_alone", PackageResources.m0019_stage_values_alone_sql),
        verification: SQLFile(
          "m0019_stage_values_alone.verify",
          PackageResources.m0019_stage_values_alone_verify_sql)),
    ]
  }

  /// Name of the last migration and how many there are, without reading their text.
  public static let schemaVersion = (
    name: "m0019_stage_values_alone", migrations: 19
  )

  /// Views and functions of `mart`, each after those it reads.
  public static var views: [SQLFile] {
    [
      SQLFile("end_of_day", PackageResources.end_of_day_sql),
      SQLFile("percentile", PackageResources.percentile_sql),
      SQLFile("meets", PackageResources.meets_sql),
      SQLFile("rate", PackageResources.rate_sql),
      SQLFile("place", PackageResources.place_sql),
      SQLFile("place_name", PackageResources.place_name_sql),
      SQLFile("indicator", PackageResources.indicator_sql),
      SQLFile("indicator_name", PackageResources.indicator_name_sql),
      SQLFile("source", PackageResources.source_sql),
      SQLFile("edition", PackageResources.edition_sql),
      SQLFile("comparability", PackageResources.comparability_sql),
      SQLFile("scale", PackageResources.scale_sql),
      SQLFile("allowance", PackageResources.allowance_sql),
      SQLFile("is_allowed", PackageResources.is_allowed_sql),
      SQLFile("boundary_change", PackageResources.boundary_change_sql),
      SQLFile("place_today", PackageResources.place_today_sql),
      SQLFile("told", PackageResources.told_sql),
      SQLFile("told_between", PackageResources.told_between_sql),
      SQLFile("series", PackageResources.series_sql),
      SQLFile("observation_vintage", PackageResources.observation_vintage_sql),
      SQLFile("observation", PackageResources.observation_sql),
      SQLFile("figures", PackageResources.figures_sql),
      SQLFile("has_figure", PackageResources.has_figure_sql),
      SQLFile("trend", PackageResources.trend_sql),
      SQLFile("summary", PackageResources.summary_sql),
      SQLFile("components", PackageResources.components_sql),
      SQLFile("movers", PackageResources.movers_sql),
      SQLFile("explain", PackageResources.explain_sql),
      SQLFile("plan", PackageResources.plan_sql),
      SQLFile("target_vintage", PackageResources.target_vintage_sql),
      SQLFile("target_at", PackageResources.target_at_sql),
      SQLFile("target", PackageResources.target_sql),
      SQLFile("targets", PackageResources.targets_sql),
      SQLFile("progress", PackageResources.progress_sql),
      SQLFile("target_changes", PackageResources.target_changes_sql),
      SQLFile("task", PackageResources.task_sql),
      SQLFile("plan_line", PackageResources.plan_line_sql),
      SQLFile("load", PackageResources.load_sql),
      SQLFile("reject", PackageResources.reject_sql),
      SQLFile("finding", PackageResources.finding_sql),
      SQLFile("job", PackageResources.job_sql),
      SQLFile("job_edition", PackageResources.job_edition_sql),
      SQLFile("coverage", PackageResources.coverage_sql),
      SQLFile("changes", PackageResources.changes_sql),
      SQLFile("schema_version", PackageResources.schema_version_sql),
    ]
  }
}

extension SQLCatalog {
  /// Digest of the text of all views: FNV-1a, 64 bits, over eight bytes at a time, since every command waits
  /// for it.
  ///
  /// It tells whether the views of a database are these.
  public static let viewsDigest: String = {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for view in views {
      var text = view.text
      text.withUTF8 { text in
        let bytes = UnsafeRawBufferPointer(text)
        let whole = bytes.count & ~7
        for start in stride(from: 0, to: whole, by: 8) {
          let word = bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self)
          hash = (hash ^ UInt64(littleEndian: word)) &* 0x100_0000_01b3
        }
        for byte in bytes[whole...] { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
      }
    }
    return String(hash, radix: 16)
  }()
}
