// The questions that the program asks: a constant for each list and count of sql/queries.

/// The questions of the program, one file each.
extension SQLFile {
  /// See `sql/queries/count_changes.sql`.
  public static var countChanges: SQLFile {
    SQLFile("count_changes", PackageResources.count_changes_sql)
  }
  /// See `sql/queries/count_targets_left_out.sql`.
  public static var countTargetsLeftOut: SQLFile {
    SQLFile("count_targets_left_out", PackageResources.count_targets_left_out_sql)
  }
  /// See `sql/queries/list_changes.sql`.
  public static var listChanges: SQLFile {
    SQLFile("list_changes", PackageResources.list_changes_sql)
  }
  /// See `sql/queries/list_citations.sql`.
  public static var listCitations: SQLFile {
    SQLFile("list_citations", PackageResources.list_citations_sql)
  }
  /// See `sql/queries/list_comparison.sql`.
  public static var listComparison: SQLFile {
    SQLFile("list_comparison", PackageResources.list_comparison_sql)
  }
  /// See `sql/queries/list_completions.sql`.
  public static var listCompletions: SQLFile {
    SQLFile("list_completions", PackageResources.list_completions_sql)
  }
  /// See `sql/queries/list_components.sql`.
  public static var listComponents: SQLFile {
    SQLFile("list_components", PackageResources.list_components_sql)
  }
  /// See `sql/queries/list_coverage.sql`.
  public static var listCoverage: SQLFile {
    SQLFile("list_coverage", PackageResources.list_coverage_sql)
  }
  /// See `sql/queries/list_editions.sql`.
  public static var listEditions: SQLFile {
    SQLFile("list_editions", PackageResources.list_editions_sql)
  }
  /// See `sql/queries/list_explanation.sql`.
  public static var listExplanation: SQLFile {
    SQLFile("list_explanation", PackageResources.list_explanation_sql)
  }
  /// See `sql/queries/list_findings.sql`.
  public static var listFindings: SQLFile {
    SQLFile("list_findings", PackageResources.list_findings_sql)
  }
  /// See `sql/queries/list_indicator_codes.sql`.
  public static var listIndicatorCodes: SQLFile {
    SQLFile("list_indicator_codes", PackageResources.list_indicator_codes_sql)
  }
  /// See `sql/queries/list_indicators.sql`.
  public static var listIndicators: SQLFile {
    SQLFile("list_indicators", PackageResources.list_indicators_sql)
  }
  /// See `sql/queries/list_job_editions.sql`.
  public static var listJobEditions: SQLFile {
    SQLFile("list_job_editions", PackageResources.list_job_editions_sql)
  }
  /// See `sql/queries/list_lineage.sql`.
  public static var listLineage: SQLFile {
    SQLFile("list_lineage", PackageResources.list_lineage_sql)
  }
  /// See `sql/queries/list_jobs.sql`.
  public static var listJobs: SQLFile {
    SQLFile("list_jobs", PackageResources.list_jobs_sql)
  }
  /// See `sql/queries/list_loaded_jobs.sql`.
  public static var listLoadedJobs: SQLFile {
    SQLFile("list_loaded_jobs", PackageResources.list_loaded_jobs_sql)
  }
  /// See `sql/queries/list_loads.sql`.
  public static var listLoads: SQLFile {
    SQLFile("list_loads", PackageResources.list_loads_sql)
  }
  /// See `sql/queries/list_migrations.sql`.
  public static var listMigrations: SQLFile {
    SQLFile("list_migrations", PackageResources.list_migrations_sql)
  }
  /// See `sql/queries/list_movers.sql`.
  public static var listMovers: SQLFile {
    SQLFile("list_movers", PackageResources.list_movers_sql)
  }
  /// See `sql/queries/list_observations.sql`.
  public static var listObservations: SQLFile {
    SQLFile("list_observations", PackageResources.list_observations_sql)
  }
  /// See `sql/queries/list_place_names.sql`.
  public static var listPlaceNames: SQLFile {
    SQLFile("list_place_names", PackageResources.list_place_names_sql)
  }
  /// See `sql/queries/list_places.sql`.
  public static var listPlaces: SQLFile {
    SQLFile("list_places", PackageResources.list_places_sql)
  }
  /// See `sql/queries/list_plan_figures.sql`.
  public static var listPlanFigures: SQLFile {
    SQLFile("list_plan_figures", PackageResources.list_plan_figures_sql)
  }
  /// See `sql/queries/list_plan_heads.sql`.
  public static var listPlanHeads: SQLFile {
    SQLFile("list_plan_heads", PackageResources.list_plan_heads_sql)
  }
  /// See `sql/queries/list_plans.sql`.
  public static var listPlans: SQLFile {
    SQLFile("list_plans", PackageResources.list_plans_sql)
  }
  /// See `sql/queries/list_progress.sql`.
  public static var listProgress: SQLFile {
    SQLFile("list_progress", PackageResources.list_progress_sql)
  }
  /// See `sql/queries/list_ranking.sql`.
  public static var listRanking: SQLFile {
    SQLFile("list_ranking", PackageResources.list_ranking_sql)
  }
  /// See `sql/queries/list_rejects.sql`.
  public static var listRejects: SQLFile {
    SQLFile("list_rejects", PackageResources.list_rejects_sql)
  }
  /// See `sql/queries/list_series.sql`.
  public static var listSeries: SQLFile {
    SQLFile("list_series", PackageResources.list_series_sql)
  }
  /// See `sql/queries/list_slot_files.sql`.
  public static var listSlotFiles: SQLFile {
    SQLFile("list_slot_files", PackageResources.list_slot_files_sql)
  }
  /// See `sql/queries/list_slots.sql`.
  public static var listSlots: SQLFile {
    SQLFile("list_slots", PackageResources.list_slots_sql)
  }
  /// See `sql/queries/list_sources.sql`.
  public static var listSources: SQLFile {
    SQLFile("list_sources", PackageResources.list_sources_sql)
  }
  /// See `sql/queries/list_statements.sql`.
  public static var listStatements: SQLFile {
    SQLFile("list_statements", PackageResources.list_statements_sql)
  }
  /// See `sql/queries/list_summary.sql`.
  public static var listSummary: SQLFile {
    SQLFile("list_summary", PackageResources.list_summary_sql)
  }
  /// See `sql/queries/list_target_changes.sql`.
  public static var listTargetChanges: SQLFile {
    SQLFile("list_target_changes", PackageResources.list_target_changes_sql)
  }
  /// See `sql/queries/list_targets.sql`.
  public static var listTargets: SQLFile {
    SQLFile("list_targets", PackageResources.list_targets_sql)
  }
  /// See `sql/queries/list_tasks.sql`.
  public static var listTasks: SQLFile {
    SQLFile("list_tasks", PackageResources.list_tasks_sql)
  }
  /// See `sql/queries/list_trend.sql`.
  public static var listTrend: SQLFile {
    SQLFile("list_trend", PackageResources.list_trend_sql)
  }
}
