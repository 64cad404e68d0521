// Where a figure comes from: what every source says of it, with every vintage.

public import IndicatorModel
import LibPQ
import WarehouseSQL

/// What one source said of one figure from one moment on.
public struct CitedFigure: Sendable, Hashable {
  /// Id of the place.
  public let place: String
  /// Name of the place in Vietnamese.
  public let placeNameVi: String
  /// Name of the place in English.
  public let placeNameEn: String
  /// Code of the indicator.
  public let indicator: String
  /// Name of the indicator in Vietnamese.
  public let indicatorNameVi: String
  /// Name of the indicator in English.
  public let indicatorNameEn: String
  /// Digits after the mark that people see.
  public let decimals: Int
  /// Cut by administrative level; empty for none.
  public let level: String
  /// A yearly, Q quarterly, M monthly.
  public let freq: String
  /// First day of the period, ISO.
  public let period: String
  /// Set of provinces.
  public let geography: String
  /// The figure, in `unit`.
  public let value: Double?
  /// Unit of the value.
  public let unit: String?
  /// Published rank.
  public let rank: Int?
  /// Number of places ranked, where printed.
  public let rankOf: Int?
  /// Published group.
  public let group: String?
  /// SDMX OBS_STATUS letters.
  public let flags: String
  /// What the compiler noted.
  public let note: String?
  /// The edition.
  public let edition: String?
  /// Date of publication of the edition, ISO.
  public let publishedOn: String?
  /// Id of the source.
  public let source: String
  /// Who published it.
  public let publisher: String
  /// Title of the publication.
  public let title: String
  /// Where it was read.
  public let url: String?
  /// Tier of the source.
  public let tier: Int
  /// The load that said so.
  public let load: Int
  /// The job of the load.
  public let job: String?
  /// The file of the job.
  public let file: String?
  /// SHA-256 of the file, hex.
  public let sha256: String?
  /// Line of the file, from 1.
  public let line: Int?
  /// Sheet of the workbook; nil in files without sheets.
  public let sheet: String?
  /// Cell of the value, else of the rank or the group, as `C12`; nil where columns have names.
  public let cell: String?
  /// The document that a province names for a result of its own.
  public let document: String?
  /// Page of the document, from 1.
  public let page: Int?
  /// When the warehouse learned it, ISO in UTC.
  public let recordedFrom: String
  /// When it was superseded or withdrawn; nil while it holds.
  public let recordedTo: String?

  init(_ row: borrowing Row) throws {
    place = try row.value("place")
    placeNameVi = try row.value("place_name_vi")
    placeNameEn = try row.value("place_name_en")
    indicator = try row.value("indicator")
    indicatorNameVi = try row.value("indicator_name_vi")
    indicatorNameEn = try row.value("indicator_name_en")
    decimals = try row.value("decimals")
    level = try row.value("level")
    freq = try row.value("freq")
    period = try row.value("period")
    geography = try row.value("geography")
    value = try row.value("value")
    unit = try row.value("unit")
    rank = try row.value("rank")
    rankOf = try row.value("rank_of")
    group = try row.value("grp")
    flags = try row.value("flags")
    note = try row.value("note")
    edition = try row.value("edition")
    publishedOn = try row.value("published_on")
    source = try row.value("source")
    publisher = try row.value("publisher")
    title = try row.value("title")
    url = try row.value("url")
    tier = try row.value("tier")
    load = try row.value("load_id")
    job = try row.value("job")
    file = try row.value("file")
    sha256 = try row.value("sha256")
    line = try row.value("line")
    sheet = try row.value("sheet")
    cell = try row.value("cell")
    document = try row.value("document")
    page = try row.value("page")
    recordedFrom = try row.value("recorded_from")
    recordedTo = try row.value("recorded_to")
  }
}

extension Session {
  /// Asks what every source says of one figure.
  ///
  /// - Parameters:
  ///   - places: ids of the places that a name means.
  ///   - indicator: code of the indicator.
  ///   - period: the period: a year, a quarter or a month.
  ///   - level: administrative level; empty for the place's own figure.
  ///   - includingParts: whether to ask for the parts of the indicator instead, for a derived sum.
  ///   - selection: the clocks.
  /// - Returns: what holds now first, the preferred source first, then the vintages before.
  /// - Throws: `PostgresError`.
  public mutating func citations(
    places: [String], indicator: String, period: Period, level: String,
    includingParts: Bool, selection: Selection
  ) throws -> [CitedFigure] {
    try connection.query(
      Statement(.listCitations),
      [
        .textArray(places), .text(indicator), .optionalDate(period.firstDay?.description),
        .text(level), .bool(includingParts), selection.asOfParameter,
        selection.publishedByParameter, .text(period.frequency.rawValue),
      ]
    ).map { row in try CitedFigure(row) }
  }
}
