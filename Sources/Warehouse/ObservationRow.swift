// A figure as one source tells it, and the question for all of them.

import LibPQ
import WarehouseSQL

/// A figure as one source tells it.
public struct ObservationRow: Sendable, Hashable {
  /// Id of the place.
  public let place: String
  /// Name of the place in Vietnamese.
  public let placeNameVi: String
  /// Name of the place in English.
  public let placeNameEn: String
  /// ISO 3166-2 code of the place, where it has one.
  public let iso: String?
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
  /// A, Q or M.
  public let freq: String
  /// First day of the period, ISO.
  public let period: String
  /// Set of provinces.
  public let geography: String
  /// The figure, in `unit`.
  public let value: Double?
  /// Unit of the value.
  public let unit: String
  /// Rank, 1 is best.
  public let rank: Int?
  /// Number of places ranked, where printed.
  public let rankOf: Int?
  /// Published group.
  public let group: String?
  /// SDMX OBS_STATUS letters.
  public let flags: String
  /// Who says so.
  public let source: String
  /// The edition that it belongs to; nil where there is none.
  public let edition: String?
  /// When the world could know, ISO; nil where that is not known.
  public let publishedOn: String?
  /// What the compiler noted.
  public let note: String?
  /// The document that a province names for a result of its own.
  public let document: String?
  /// Page of the document, from 1.
  public let page: Int?

  init(_ row: borrowing Row) throws {
    place = try row.value("place")
    placeNameVi = try row.value("place_name_vi")
    placeNameEn = try row.value("place_name_en")
    iso = try row.value("iso_3166_2")
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
    source = try row.value("source")
    edition = try row.value("edition")
    publishedOn = try row.value("published_on")
    note = try row.value("note")
    document = try row.value("document")
    page = try row.value("page")
  }
}

extension Session {
  /// Hands out figures as each source tells them, one by one, for an hour at most.
  ///
  /// - Parameters:
  ///   - selection: what the question is about; boundaries are those of the source.
  ///   - take: takes a figure; if it throws, no more come.
  /// - Returns: how many figures there were.
  /// - Throws: `PostgresError`, or what `take` throws.
  public mutating func eachObservation(
    _ selection: Selection, _ take: (ObservationRow) throws -> Void
  ) throws -> Int {
    var count = 0
    _ = try connection.query(Statement(.allowAnHour))
    try connection.forEachRow(
      Statement(.listObservations),
      [
        selection.placesParameter, selection.indicatorsParameter, selection.firstYearParameter,
        selection.lastYearParameter, selection.levelsParameter, selection.asOfParameter,
        selection.publishedByParameter,
      ]
    ) { row in
      let figure = try ObservationRow(row)
      guard selection.contains(period: figure.period) else { return }
      count += 1
      try take(figure)
    }
    return count
  }
}
