// The statements of the program: a constant for each file of sql/queries that is no list.

/// The statements of the program, one file each.
extension SQLFile {
  /// See `sql/queries/add_plan_lines.sql`.
  public static var addPlanLines: SQLFile {
    SQLFile("add_plan_lines", PackageResources.add_plan_lines_sql)
  }
  /// See `sql/queries/add_series.sql`.
  public static var addSeries: SQLFile {
    SQLFile("add_series", PackageResources.add_series_sql)
  }
  /// See `sql/queries/add_slots.sql`.
  public static var addSlots: SQLFile {
    SQLFile("add_slots", PackageResources.add_slots_sql)
  }
  /// See `sql/queries/allow_an_hour.sql`.
  public static var allowAnHour: SQLFile {
    SQLFile("allow_an_hour", PackageResources.allow_an_hour_sql)
  }
  /// See `sql/queries/adopt_staging.sql`.
  public static var adoptStaging: SQLFile {
    SQLFile("adopt_staging", PackageResources.adopt_staging_sql)
  }
  /// See `sql/queries/analyze_staging.sql`.
  public static var analyzeStaging: SQLFile {
    SQLFile("analyze_staging", PackageResources.analyze_staging_sql)
  }
  /// See `sql/queries/begin_session.sql`.
  public static var beginSession: SQLFile {
    SQLFile("begin_session", PackageResources.begin_session_sql)
  }
  /// See `sql/queries/catalog_editions.sql`.
  public static var catalogEditions: SQLFile {
    SQLFile("catalog_editions", PackageResources.catalog_editions_sql)
  }
  /// See `sql/queries/catalog_geographies.sql`.
  public static var catalogGeographies: SQLFile {
    SQLFile("catalog_geographies", PackageResources.catalog_geographies_sql)
  }
  /// See `sql/queries/catalog_indicators.sql`.
  public static var catalogIndicators: SQLFile {
    SQLFile("catalog_indicators", PackageResources.catalog_indicators_sql)
  }
  /// See `sql/queries/catalog_places.sql`.
  public static var catalogPlaces: SQLFile {
    SQLFile("catalog_places", PackageResources.catalog_places_sql)
  }
  /// See `sql/queries/catalog_scales.sql`.
  public static var catalogScales: SQLFile {
    SQLFile("catalog_scales", PackageResources.catalog_scales_sql)
  }
  /// See `sql/queries/catalog_sources.sql`.
  public static var catalogSources: SQLFile {
    SQLFile("catalog_sources", PackageResources.catalog_sources_sql)
  }
  /// See `sql/queries/close_staging.sql`.
  public static var closeStaging: SQLFile {
    SQLFile("close_staging", PackageResources.close_staging_sql)
  }
  /// See `sql/queries/drop_mart.sql`.
  public static var dropMart: SQLFile {
    SQLFile("drop_mart", PackageResources.drop_mart_sql)
  }
  /// See `sql/queries/drop_plan_lines.sql`.
  public static var dropPlanLines: SQLFile {
    SQLFile("drop_plan_lines", PackageResources.drop_plan_lines_sql)
  }
  /// See `sql/queries/ensure_partitions.sql`.
  public static var ensurePartitions: SQLFile {
    SQLFile("ensure_partitions", PackageResources.ensure_partitions_sql)
  }
  /// See `sql/queries/find_indicator_names.sql`.
  public static var findIndicatorNames: SQLFile {
    SQLFile("find_indicator_names", PackageResources.find_indicator_names_sql)
  }
  /// See `sql/queries/find_places.sql`.
  public static var findPlaces: SQLFile {
    SQLFile("find_places", PackageResources.find_places_sql)
  }
  /// See `sql/queries/find_places_today.sql`.
  public static var findPlacesToday: SQLFile {
    SQLFile("find_places_today", PackageResources.find_places_today_sql)
  }
  /// See `sql/queries/finish_load.sql`.
  public static var finishLoad: SQLFile {
    SQLFile("finish_load", PackageResources.finish_load_sql)
  }
  /// See `sql/queries/has_load.sql`.
  public static var hasLoad: SQLFile {
    SQLFile("has_load", PackageResources.has_load_sql)
  }
  /// See `sql/queries/keep_first.sql`.
  public static var keepFirst: SQLFile {
    SQLFile("keep_first", PackageResources.keep_first_sql)
  }
  /// See `sql/queries/keep_unsaid.sql`.
  public static var keepUnsaid: SQLFile {
    SQLFile("keep_unsaid", PackageResources.keep_unsaid_sql)
  }
  /// See `sql/queries/merge_allowances.sql`.
  public static var mergeAllowances: SQLFile {
    SQLFile("merge_allowances", PackageResources.merge_allowances_sql)
  }
  /// See `sql/queries/merge_comparability.sql`.
  public static var mergeComparability: SQLFile {
    SQLFile("merge_comparability", PackageResources.merge_comparability_sql)
  }
  /// See `sql/queries/merge_document.sql`.
  public static var mergeDocument: SQLFile {
    SQLFile("merge_document", PackageResources.merge_document_sql)
  }
  /// See `sql/queries/merge_editions.sql`.
  public static var mergeEditions: SQLFile {
    SQLFile("merge_editions", PackageResources.merge_editions_sql)
  }
  /// See `sql/queries/merge_indicator_aliases.sql`.
  public static var mergeIndicatorAliases: SQLFile {
    SQLFile("merge_indicator_aliases", PackageResources.merge_indicator_aliases_sql)
  }
  /// See `sql/queries/merge_indicator_parents.sql`.
  public static var mergeIndicatorParents: SQLFile {
    SQLFile("merge_indicator_parents", PackageResources.merge_indicator_parents_sql)
  }
  /// See `sql/queries/merge_indicators.sql`.
  public static var mergeIndicators: SQLFile {
    SQLFile("merge_indicators", PackageResources.merge_indicators_sql)
  }
  /// See `sql/queries/merge_observations.sql`.
  public static var mergeObservations: SQLFile {
    SQLFile("merge_observations", PackageResources.merge_observations_sql)
  }
  /// See `sql/queries/merge_place_aliases.sql`.
  public static var mergePlaceAliases: SQLFile {
    SQLFile("merge_place_aliases", PackageResources.merge_place_aliases_sql)
  }
  /// See `sql/queries/merge_places.sql`.
  public static var mergePlaces: SQLFile {
    SQLFile("merge_places", PackageResources.merge_places_sql)
  }
  /// See `sql/queries/merge_plans.sql`.
  public static var mergePlans: SQLFile {
    SQLFile("merge_plans", PackageResources.merge_plans_sql)
  }
  /// See `sql/queries/merge_read_targets.sql`.
  public static var mergeReadTargets: SQLFile {
    SQLFile("merge_read_targets", PackageResources.merge_read_targets_sql)
  }
  /// See `sql/queries/merge_regions.sql`.
  public static var mergeRegions: SQLFile {
    SQLFile("merge_regions", PackageResources.merge_regions_sql)
  }
  /// See `sql/queries/merge_scales.sql`.
  public static var mergeScales: SQLFile {
    SQLFile("merge_scales", PackageResources.merge_scales_sql)
  }
  /// See `sql/queries/merge_sources.sql`.
  public static var mergeSources: SQLFile {
    SQLFile("merge_sources", PackageResources.merge_sources_sql)
  }
  /// See `sql/queries/merge_successions.sql`.
  public static var mergeSuccessions: SQLFile {
    SQLFile("merge_successions", PackageResources.merge_successions_sql)
  }
  /// See `sql/queries/merge_targets.sql`.
  public static var mergeTargets: SQLFile {
    SQLFile("merge_targets", PackageResources.merge_targets_sql)
  }
  /// See `sql/queries/merge_tasks.sql`.
  public static var mergeTasks: SQLFile {
    SQLFile("merge_tasks", PackageResources.merge_tasks_sql)
  }
  /// See `sql/queries/migration_state.sql`.
  public static var migrationState: SQLFile {
    SQLFile("migration_state", PackageResources.migration_state_sql)
  }
  /// See `sql/queries/open_staging.sql`.
  public static var openStaging: SQLFile {
    SQLFile("open_staging", PackageResources.open_staging_sql)
  }
  /// See `sql/queries/plan_holder.sql`.
  public static var planHolder: SQLFile {
    SQLFile("plan_holder", PackageResources.plan_holder_sql)
  }
  /// See `sql/queries/plans_in_use.sql`.
  public static var plansInUse: SQLFile {
    SQLFile("plans_in_use", PackageResources.plans_in_use_sql)
  }
  /// See `sql/queries/record_findings.sql`.
  public static var recordFindings: SQLFile {
    SQLFile("record_findings", PackageResources.record_findings_sql)
  }
  /// See `sql/queries/record_load_file.sql`.
  public static var recordLoadFile: SQLFile {
    SQLFile("record_load_file", PackageResources.record_load_file_sql)
  }
  /// See `sql/queries/record_migration.sql`.
  public static var recordMigration: SQLFile {
    SQLFile("record_migration", PackageResources.record_migration_sql)
  }
  /// See `sql/queries/record_rejects.sql`.
  public static var recordRejects: SQLFile {
    SQLFile("record_rejects", PackageResources.record_rejects_sql)
  }
  /// See `sql/queries/record_skipped.sql`.
  public static var recordSkipped: SQLFile {
    SQLFile("record_skipped", PackageResources.record_skipped_sql)
  }
  /// See `sql/queries/record_views.sql`.
  public static var recordViews: SQLFile {
    SQLFile("record_views", PackageResources.record_views_sql)
  }
  /// See `sql/queries/refresh_statistics.sql`.
  public static var refreshStatistics: SQLFile {
    SQLFile("refresh_statistics", PackageResources.refresh_statistics_sql)
  }
  /// See `sql/queries/rename_slot.sql`.
  public static var renameSlot: SQLFile {
    SQLFile("rename_slot", PackageResources.rename_slot_sql)
  }
  /// See `sql/queries/search_plans.sql`.
  public static var searchPlans: SQLFile {
    SQLFile("search_plans", PackageResources.search_plans_sql)
  }
  /// See `sql/queries/set_lineages.sql`.
  public static var setLineages: SQLFile {
    SQLFile("set_lineages", PackageResources.set_lineages_sql)
  }
  /// See `sql/queries/set_previous_editions.sql`.
  public static var setPreviousEditions: SQLFile {
    SQLFile("set_previous_editions", PackageResources.set_previous_editions_sql)
  }
  /// See `sql/queries/slot_digest.sql`.
  public static var slotDigest: SQLFile {
    SQLFile("slot_digest", PackageResources.slot_digest_sql)
  }
  /// See `sql/queries/slot_contents.sql`.
  public static var slotContents: SQLFile {
    SQLFile("slot_contents", PackageResources.slot_contents_sql)
  }
  /// See `sql/queries/stage_held.sql`.
  public static var stageHeld: SQLFile {
    SQLFile("stage_held", PackageResources.stage_held_sql)
  }
  /// See `sql/queries/staged_conflicts.sql`.
  public static var stagedConflicts: SQLFile {
    SQLFile("staged_conflicts", PackageResources.staged_conflicts_sql)
  }
  /// See `sql/queries/staged_duplicates.sql`.
  public static var stagedDuplicates: SQLFile {
    SQLFile("staged_duplicates", PackageResources.staged_duplicates_sql)
  }
  /// See `sql/queries/start_load.sql`.
  public static var startLoad: SQLFile {
    SQLFile("start_load", PackageResources.start_load_sql)
  }
  /// See `sql/queries/sweep_staging.sql`.
  public static var sweepStaging: SQLFile {
    SQLFile("sweep_staging", PackageResources.sweep_staging_sql)
  }
  /// See `sql/queries/targets_elsewhere.sql`.
  public static var targetsElsewhere: SQLFile {
    SQLFile("targets_elsewhere", PackageResources.targets_elsewhere_sql)
  }
  /// See `sql/queries/text_digest.sql`.
  public static var textDigest: SQLFile {
    SQLFile("text_digest", PackageResources.text_digest_sql)
  }
  /// See `sql/queries/views_state.sql`.
  public static var viewsState: SQLFile {
    SQLFile("views_state", PackageResources.views_state_sql)
  }
  /// See `sql/queries/wait_for_load.sql`.
  public static var waitForLoad: SQLFile {
    SQLFile("wait_for_load", PackageResources.wait_for_load_sql)
  }
}
