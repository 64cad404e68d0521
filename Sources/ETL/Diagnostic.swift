// What is wrong with the files of etl/: collected, sorted, shown like a compiler's, and kept as rejects.
// Texts in the languages of the reader belong to the command line; here are keys and arguments.

/// One thing that is wrong with a file, with its place.
public struct Diagnostic: Error, Sendable, Hashable {
  /// Path of the file, relative to the folder of the jobs.
  public var file: String
  /// Line of the file, from 1; nil where the whole file is meant.
  public var line: Int?
  /// Column of the table, key of the declaration, or cell of a sheet as `Sheet!C12`.
  public var field: String?
  /// What is wrong.
  public var reason: DiagnosticReason
  /// What the message names, in its order.
  public var arguments: [String]

  /// Makes a diagnostic.
  ///
  /// - Parameters:
  ///   - reason: what is wrong.
  ///   - arguments: what the message names, in its order.
  ///   - file: path of the file.
  ///   - line: line, from 1.
  ///   - field: column or key.
  public init(
    _ reason: DiagnosticReason, _ arguments: [String] = [], file: String, line: Int? = nil,
    field: String? = nil
  ) {
    self.file = file
    self.line = line
    self.field = field
    self.reason = reason
    self.arguments = arguments
  }
}

/// What can be wrong with a file of etl/; the raw value is the key of the message.
public enum DiagnosticReason: String, CaseIterable, Sendable, Hashable {
  // The file itself.
  case fileMissing = "file_missing"
  case fileVanished = "file_vanished"
  case keptMissing = "kept_missing"
  case notDeclared = "not_declared"
  case fileUnreadable = "file_unreadable"
  case fileEmpty = "file_empty"
  case linkOutside = "link_outside"
  case notUTF8 = "not_utf8"
  case otherEncoding = "other_encoding"
  case otherFormat = "other_format"
  case tooLong = "too_long"
  case noDocument = "no_document"
  case notInEncoding = "not_in_encoding"
  case encrypted
  case tooManyPages = "too_many_pages"
  case tooManyScans = "too_many_scans"
  case openQuote = "open_quote"
  case strayQuote = "stray_quote"
  case wrongFieldCount = "wrong_field_count"
  case rowTooLong = "row_too_long"
  case programMissing = "program_missing"
  case notConverted = "not_converted"
  case tooExpensive = "too_expensive"
  case sheetMissing = "sheet_missing"
  case tooManyColumns = "too_many_columns"
  case sheetTooShort = "sheet_too_short"
  case headingDiffers = "heading_differs"
  case correctionStale = "correction_stale"
  case correctionUnread = "correction_unread"
  // A declaration.
  case yamlSyntax = "yaml_syntax"
  case yamlNotMapping = "yaml_not_mapping"
  case unknownKey = "unknown_key"
  case duplicateKey = "duplicate_key"
  case missingKey = "missing_key"
  case wrongType = "wrong_type"
  case notAllowed = "not_allowed"
  case jobNameMismatch = "job_name_mismatch"
  case fileDeclaredTwice = "file_declared_twice"
  case pathOutside = "path_outside"
  case badRange = "bad_range"
  case badPosition = "bad_position"
  case badCell = "bad_cell"
  case noPlaceLeft = "no_place_left"
  case notASchedule = "not_a_schedule"
  case notMonths = "not_months"
  case notYears = "not_years"
  case documentsOnly = "documents_only"
  case patternNamesOne = "pattern_names_one"
  // A table.
  case missingColumn = "missing_column"
  case unknownColumn = "unknown_column"
  case duplicateColumn = "duplicate_column"
  case valueMissing = "value_missing"
  case notANumber = "not_a_number"
  case notAnInteger = "not_an_integer"
  case notADate = "not_a_date"
  case notABoolean = "not_a_boolean"
  case notAYear = "not_a_year"
  case notAPeriod = "not_a_period"
  case duplicateRow = "duplicate_row"
  case rowsEmpty = "rows_empty"
  // What the rows name.
  case unknownPlace = "unknown_place"
  case placeNotThen = "place_not_then"
  case ambiguousPlace = "ambiguous_place"
  case unknownIndicator = "unknown_indicator"
  case headingIndicator = "heading_indicator"
  case unknownUnit = "unknown_unit"
  case wrongUnit = "wrong_unit"
  case unknownSource = "unknown_source"
  case wrongTier = "wrong_tier"
  case unknownGeography = "unknown_geography"
  case unknownEdition = "unknown_edition"
  case ambiguousEdition = "ambiguous_edition"
  case yearBeforeRegister = "year_before_register"
  case unknownPlan = "unknown_plan"
  case unknownParent = "unknown_parent"
  case unknownRepeat = "unknown_repeat"
  case valueOutOfBounds = "value_out_of_bounds"
  case rankOutOfBounds = "rank_out_of_bounds"
  case nothingSaid = "nothing_said"
  case saidElsewhere = "said_elsewhere"
  case stillInUse = "still_in_use"
  case targetsHold = "targets_hold"
  case datesReversed = "dates_reversed"
  case betweenNeedsTwo = "between_needs_two"
  // What the document of a plan says.
  case planWithoutPlace = "plan_without_place"
  case planWithoutPeriod = "plan_without_period"
  case planElsewhere = "plan_elsewhere"
  case sameText = "same_text"
  case planOfOtherPlace = "plan_of_other_place"
  case textDiffers = "text_differs"
  case headDiffers = "head_differs"
  case patternMatchesNothing = "pattern_matches_nothing"
  case nothingPlanned = "nothing_planned"
  case decisionStale = "decision_stale"
  case decisionUnread = "decision_unread"
  // What the facts say once they are together.
  case checkFailed = "check_failed"
}

extension Diagnostic {
  /// The cell that is meant, as `Sheet!C12`, or `C12` in a file without sheets; nil where columns
  /// have names.
  public var cell: String? {
    field.flatMap { $0.contains("!") || SheetLayout.cell($0) != nil ? $0 : nil }
  }
}

extension Diagnostic: Comparable {
  /// Sorts by file, line, field and reason.
  public static func < (left: Diagnostic, right: Diagnostic) -> Bool {
    (left.file, left.line ?? 0, left.field ?? "", left.reason.rawValue)
      < (right.file, right.line ?? 0, right.field ?? "", right.reason.rawValue)
  }
}
