// The checks of the program: a constant for each file of sql/checks.

/// The checks of the program, one file each.
extension SQLFile {
  /// See `sql/checks/edition_incomplete.sql`.
  public static var editionIncomplete: SQLFile {
    SQLFile("edition_incomplete", PackageResources.edition_incomplete_sql)
  }
  /// See `sql/checks/jump.sql`.
  public static var jump: SQLFile {
    SQLFile("jump", PackageResources.jump_sql)
  }
  /// See `sql/checks/orphan.sql`.
  public static var orphan: SQLFile {
    SQLFile("orphan", PackageResources.orphan_sql)
  }
  /// See `sql/checks/places_missing.sql`.
  public static var placesMissing: SQLFile {
    SQLFile("places_missing", PackageResources.places_missing_sql)
  }
  /// See `sql/checks/rank_bounds.sql`.
  public static var rankBounds: SQLFile {
    SQLFile("rank_bounds", PackageResources.rank_bounds_sql)
  }
  /// See `sql/checks/rank_excess.sql`.
  public static var rankExcess: SQLFile {
    SQLFile("rank_excess", PackageResources.rank_excess_sql)
  }
  /// See `sql/checks/rank_hole.sql`.
  public static var rankHole: SQLFile {
    SQLFile("rank_hole", PackageResources.rank_hole_sql)
  }
  /// See `sql/checks/rank_order.sql`.
  public static var rankOrder: SQLFile {
    SQLFile("rank_order", PackageResources.rank_order_sql)
  }
  /// See `sql/checks/sources_differ.sql`.
  public static var sourcesDiffer: SQLFile {
    SQLFile("sources_differ", PackageResources.sources_differ_sql)
  }
  /// See `sql/checks/total_differs.sql`.
  public static var totalDiffers: SQLFile {
    SQLFile("total_differs", PackageResources.total_differs_sql)
  }
  /// See `sql/checks/value_bounds.sql`.
  public static var valueBounds: SQLFile {
    SQLFile("value_bounds", PackageResources.value_bounds_sql)
  }
}
