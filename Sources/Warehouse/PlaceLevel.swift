// Levels of administration. Figures of places of one level are compared with one another; those of another
// lie in other series.

/// Level of administration of a place.
public enum PlaceLevel: String, Sendable, Hashable, CaseIterable {
  /// Provinces and municipalities; regions and the country, too.
  case province
  case district
  case commune

  /// The level that a column names; it is checked there, so that it names no other.
  init(column text: String) {
    self = PlaceLevel(rawValue: text) ?? .province
  }
}
