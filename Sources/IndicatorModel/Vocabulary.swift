// The closed word lists of the model. Raw values are those of SQL, YAML, CSV and JSON.

/// How a target compares the figure with its value.
public enum Comparator: String, CaseIterable, Sendable {
  /// At least.
  case atLeast = ">="
  /// More than.
  case moreThan = ">"
  /// Exactly.
  case equal = "="
  /// At most.
  case atMost = "<="
  /// Less than.
  case lessThan = "<"
  /// From a value to a higher one, both included.
  case between
}

/// What a value counts.
public enum Unit: String, CaseIterable, Sendable {
  /// Hundredths, 0-100, not a fraction.
  case percent
  /// Points of a scale.
  case points
  /// A plain ratio.
  case ratio
  /// A rank, 1 is best.
  case rank
  /// Things.
  case count
  /// People.
  case people
  /// Days.
  case days
  /// Gigabits a second.
  case gbps
  /// Yes or no, 1 or 0.
  case boolean
}

/// Whether a target names a state or a change of it.
public enum Measure: String, CaseIterable, Sendable {
  /// The state itself.
  case level
  /// A rise since the baseline year.
  case increase
  /// A fall since the baseline year.
  case decrease
}

/// Areas of administrative reform.
public enum Area: String, CaseIterable, Sendable {
  /// Steering of the reform.
  case steering
  /// Institutions: law-making.
  case institutions
  /// Administrative procedures.
  case procedures
  /// Organisation of the apparatus.
  case organisation
  /// Civil service and its discipline.
  case civilService = "civil_service"
  /// Public finance.
  case finance
  /// Digital government.
  case digital
  /// Places on the indices themselves.
  case index
}

/// A cut of a place's own figure by administrative level; not another place.
public enum Level: String, CaseIterable, Sendable {
  /// No cut is named; the raw value is empty, never null.
  case uncut = ""
  /// Province level.
  case province
  /// District level.
  case district
  /// Commune level.
  case commune
  /// All levels together.
  case all
}

/// Which way an indicator is good.
public enum Direction: String, CaseIterable, Sendable {
  /// More is better.
  case higherIsBetter = "higher_is_better"
  /// Less is better.
  case lowerIsBetter = "lower_is_better"
  /// Neither.
  case notApplicable = "not_applicable"
}

/// Whether an edition compares with the one before.
public enum Comparability: String, CaseIterable, Sendable {
  /// It does.
  case yes
  /// It does with care: computations are flagged.
  case partly
  /// It does not: computations stop.
  case no
  /// Nobody said: computations are flagged.
  case unknown
}

/// SDMX `OBS_STATUS` codes that an observation may carry.
public enum ObservationStatus: String, CaseIterable, Sendable {
  /// Normal.
  case normal = "A"
  /// A break in the series.
  case breakInSeries = "B"
  /// Estimated.
  case estimated = "E"
  /// Provisional.
  case provisional = "P"
  /// Missing: published as having no figure.
  case missing = "M"
}

/// How near a source stands to the figure; lower is preferred.
public enum Tier: Int, CaseIterable, Comparable, Sendable {
  /// The publisher itself.
  case publisher = 1
  /// A ministry or a province.
  case administration = 2
  /// The press or a research copy.
  case copy = 3

  /// Whether one tier is preferred to another.
  public static func < (left: Tier, right: Tier) -> Bool {
    left.rawValue < right.rawValue
  }
}

/// What kind of unit a place is.
public enum PlaceKind: String, CaseIterable, Sendable {
  /// A province.
  case province
  /// A centrally run city.
  case municipality
  /// A region of the official division.
  case region
  /// The country.
  case country
}
