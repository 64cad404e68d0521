// Rows of the catalog as listings show them.

import LibPQ

/// A place of the register.
public struct PlaceRow: Sendable, Hashable {
  /// Stable id.
  public let place: String
  /// Name in Vietnamese.
  public let nameVi: String
  /// Name in English.
  public let nameEn: String
  /// country, region, province, municipality, district or commune.
  public let kind: String
  /// Region until 2025-06-30.
  public let region: String?
  /// Region since 2025-07-01.
  public let region2025: String?
  /// Code of the General Statistics Office.
  public let gsoCode: String?
  /// ISO 3166-2 code.
  public let isoCode: String?
  /// First day, ISO.
  public let validFrom: String
  /// Last day, ISO; nil while it exists.
  public let validTo: String?
  /// Ids of the places that became it.
  public let predecessors: [String]
  /// Ids of the places that it became.
  public let successors: [String]
  /// What a reader should know about it.
  public let note: String?

  init(_ row: borrowing Row) throws {
    place = try row.value("place")
    nameVi = try row.value("name_vi")
    nameEn = try row.value("name_en")
    kind = try row.value("kind")
    region = try row.value("region")
    region2025 = try row.value("region_2025")
    gsoCode = try row.value("gso_code")
    isoCode = try row.value("iso_3166_2")
    validFrom = try row.value("valid_from")
    validTo = try row.value("valid_to")
    predecessors = try row.value("predecessors")
    successors = try row.value("successors")
    note = try row.value("note")
  }
}

/// An indicator of the catalog.
public struct IndicatorRow: Sendable, Hashable {
  /// Dotted code.
  public let indicator: String
  /// Code of the indicator that it is a part of.
  public let parent: String?
  /// par, sipas, papi, pci or dti; nil for what only plans set.
  public let index: String?
  /// Name in Vietnamese.
  public let nameVi: String
  /// Name in English.
  public let nameEn: String
  /// Unit of its values; nil for a heading.
  public let unit: String?
  /// Digits after the mark that are usually printed.
  public let decimals: Int
  /// Least possible value, in `unit`.
  public let min: Double?
  /// Greatest possible value, in `unit`.
  public let max: Double?
  /// Which way is better.
  public let direction: String
  /// Area of reform.
  public let area: String?
  /// First day of the first year measured, ISO.
  public let validFrom: String?
  /// Last day of the last year measured, ISO.
  public let validTo: String?
  /// Who measures it.
  public let owner: String?
  /// What a reader should know about it.
  public let note: String?

  init(_ row: borrowing Row) throws {
    indicator = try row.value("indicator")
    parent = try row.value("parent")
    index = try row.value("index")
    nameVi = try row.value("name_vi")
    nameEn = try row.value("name_en")
    unit = try row.value("unit")
    decimals = try row.value("decimals")
    min = try row.value("min")
    max = try row.value("max")
    direction = try row.value("direction")
    area = try row.value("area")
    validFrom = try row.value("valid_from")
    validTo = try row.value("valid_to")
    owner = try row.value("owner")
    note = try row.value("note")
  }
}

/// An edition of an index.
public struct EditionRow: Sendable, Hashable {
  /// Stable code.
  public let edition: String
  /// par, sipas, papi, pci or dti.
  public let index: String
  /// Set of provinces.
  public let geography: String
  /// First day of the period, ISO.
  public let period: String
  /// Date of publication, ISO.
  public let publishedOn: String?
  /// Places that the publisher ranked or scored.
  public let placesCovered: Int?
  /// Whether every place covered is expected here.
  public let isComplete: Bool
  /// Whether the index compares with the edition before: yes, partly, no, unknown.
  public let comparable: String?
  /// Why not.
  public let reason: String?
  /// Criteria set, weights or decision.
  public let method: String?
  /// verified, partly_verified or unverified.
  public let verification: String?
  /// What a reader should know about it.
  public let note: String?

  init(_ row: borrowing Row) throws {
    edition = try row.value("edition")
    index = try row.value("index")
    geography = try row.value("geography")
    period = try row.value("period")
    publishedOn = try row.value("published_on")
    placesCovered = try row.value("places_covered")
    isComplete = try row.value("complete")
    comparable = try row.value("comparable")
    reason = try row.value("reason")
    method = try row.value("method")
    verification = try row.value("verification")
    note = try row.value("note")
  }
}

/// A source of the catalog.
public struct SourceRow: Sendable, Hashable {
  /// Stable id.
  public let source: String
  /// Who published it.
  public let publisher: String
  /// Title as printed.
  public let title: String
  /// 1 the publisher itself, 2 a ministry or province, 3 press or a research copy.
  public let tier: Int
  /// Where it was read.
  public let url: String?
  /// The day on which it was read, ISO.
  public let readOn: String?
  /// What a reader should know about it.
  public let note: String?
  /// Licence under which it is published; nil where none is stated.
  public let licence: String?

  init(_ row: borrowing Row) throws {
    source = try row.value("source")
    publisher = try row.value("publisher")
    title = try row.value("title")
    tier = try row.value("tier")
    url = try row.value("url")
    readOn = try row.value("read_on")
    note = try row.value("note")
    licence = try row.value("licence")
  }
}

/// How much of an edition is here.
public struct CoverageRow: Sendable, Hashable {
  /// par, sipas, papi, pci or dti.
  public let index: String
  /// The edition.
  public let edition: String
  /// Set of provinces.
  public let geography: String
  /// First day of the period, ISO.
  public let period: String
  /// Places that the publisher ranked or scored (N).
  public let placesCovered: Int?
  /// Places whose total somebody prints.
  public let withValue: Int
  /// Places whose total is summed by `mart`.
  public let withDerivedValue: Int
  /// Places whose rank somebody prints.
  public let withRank: Int
  /// Places whose rank is computed by `mart`.
  public let withComputedRank: Int
  /// Tiers of the sources.
  public let tiers: [Int]
  /// Whether the catalog says that every place is here.
  public let isComplete: Bool
  /// Date of publication, ISO.
  public let publishedOn: String?

  init(_ row: borrowing Row) throws {
    index = try row.value("index")
    edition = try row.value("edition")
    geography = try row.value("geography")
    period = try row.value("period")
    placesCovered = try row.value("places_covered")
    withValue = try row.value("places_with_value")
    withDerivedValue = try row.value("places_with_derived_value")
    withRank = try row.value("places_with_rank")
    withComputedRank = try row.value("places_with_computed_rank")
    tiers = try row.value("tiers")
    isComplete = try row.value("complete")
    publishedOn = try row.value("published_on")
  }
}
