// What the reader must know of the catalog: places by name, indicators by their wordings.

public import IndicatorModel

/// The part of the catalog that reading needs; made from etl/catalog or from the database.
public struct PlanCatalog: Sendable {
  /// A place and the names that it bears.
  public struct Place: Sendable {
    /// Its id, such as `lang-son`.
    public let id: String
    /// Its name and aliases, without a title.
    public let names: [String]
    /// First day of its validity; nil where it is not known.
    public let validFrom: CalendarDate?
    /// Last day of its validity; nil while it holds.
    public let validTo: CalendarDate?

    /// A place of the catalog.
    public init(id: String, names: [String], validFrom: CalendarDate?, validTo: CalendarDate?) {
      self.id = id
      self.names = names
      self.validFrom = validFrom
      self.validTo = validTo
    }
  }

  /// An indicator and how plans word it.
  public struct Indicator: Sendable {
    /// Its code.
    public let code: String
    /// Vietnamese name and aliases.
    public let names: [String]
    /// Unit of its figures; nil for a heading.
    public let unit: Unit?
    /// Area of reform.
    public let area: Area?
    /// Wordings, each as in etl/catalog/wordings.csv.
    public let wordings: [String]

    /// An indicator of the catalog.
    public init(code: String, names: [String], unit: Unit?, area: Area?, wordings: [String]) {
      self.code = code
      self.names = names
      self.unit = unit
      self.area = area
      self.wordings = wordings
    }
  }

  /// Provinces and municipalities.
  public let places: [Place]
  /// Indicators, parents before children.
  public let indicators: [Indicator]
  /// Texts in correct Vietnamese, from which a bad text is restored: terms of administration, and
  /// texts that a user has loaded.
  public let vocabulary: [String]

  /// A catalog of places and indicators.
  public init(places: [Place], indicators: [Indicator], vocabulary: [String] = []) {
    self.places = places
    self.indicators = indicators
    self.vocabulary = vocabulary
  }
}
