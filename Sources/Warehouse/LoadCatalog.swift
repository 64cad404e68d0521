// The catalog as a load needs it: names to numbers, bounds, editions. Read once at the start of a load;
// small enough to stay in memory.

public import IndicatorModel
public import LibPQ
import WarehouseSQL

/// The catalog of a database, for mapping what files say to numbers.
public struct LoadCatalog: Sendable {
  /// A place.
  public struct Place: Sendable, Hashable {
    /// Number of the place.
    public let id: Int32
    /// Number of its province.
    public let provinceID: Int32
    /// Level of administration, which parts series.
    public let level: PlaceLevel

    /// Makes a place.
    public init(id: Int32, provinceID: Int32, level: PlaceLevel) {
      self.id = id
      self.provinceID = provinceID
      self.level = level
    }
  }

  /// An indicator.
  public struct Indicator: Sendable, Hashable {
    /// Number of the indicator.
    public let id: Int32
    /// par, sipas, papi, pci, dti or nil.
    public let index: String?
    /// Unit of its values; nil for a heading.
    public let unit: String?
    /// Least possible value.
    public let min: Double?
    /// Greatest possible value.
    public let max: Double?

    /// Makes an indicator; a heading has no unit.
    public init(
      id: Int32, index: String? = nil, unit: String?, min: Double? = nil, max: Double? = nil
    ) {
      self.id = id
      self.index = index
      self.unit = unit
      self.min = min
      self.max = max
    }
  }

  /// An edition.
  public struct Edition: Sendable, Hashable {
    /// Number of the edition.
    public let id: Int32
    /// Stable code.
    public let code: String
    /// Set of provinces.
    public let geography: String
    /// The day whose places its names mean.
    public let referenceDate: CalendarDate
    /// Places that the publisher ranked or scored.
    public let placesCovered: Int?

    /// Makes an edition.
    public init(
      id: Int32, code: String, geography: String, referenceDate: CalendarDate,
      placesCovered: Int?
    ) {
      self.id = id
      self.code = code
      self.geography = geography
      self.referenceDate = referenceDate
      self.placesCovered = placesCovered
    }
  }

  /// Who says what a figure is.
  public struct Source: Sendable, Hashable {
    /// Number of the source.
    public let id: Int32
    /// 1 the publisher, 2 a ministry or province, 3 press or a research copy.
    public let tier: Int

    /// Makes a source.
    public init(id: Int32, tier: Int) {
      self.id = id
      self.tier = tier
    }
  }

  /// A set of provinces with its dates; the last day is nil while it holds.
  public struct Geography: Sendable, Hashable {
    /// Code.
    public let code: String
    /// First day.
    public let validFrom: CalendarDate
    /// Last day.
    public let validTo: CalendarDate?

    /// Makes a geography.
    public init(code: String, validFrom: CalendarDate, validTo: CalendarDate?) {
      self.code = code
      self.validFrom = validFrom
      self.validTo = validTo
    }
  }

  /// Places by id.
  public private(set) var places: [String: Place] = [:]
  /// Indicators by code.
  public private(set) var indicators: [String: Indicator] = [:]
  /// Sources by id.
  public private(set) var sources: [String: Source] = [:]
  /// Geographies in the order of their dates.
  public private(set) var geographies: [Geography] = []
  /// Plans by name: the SHA-256 of their text, nil where unknown.
  public private(set) var plans: [String: String?] = [:]

  /// Names of places.
  private let register: PlaceRegister
  /// First and last days of places by id, from 2000-01-01.
  private var days: [String: (first: Int, last: Int)] = [:]
  private var editions: [String: [Edition]] = [:]
  private var scales: [ScaleKey: (min: Double?, max: Double?)] = [:]

  private struct ScaleKey: Hashable {
    let edition: Int32
    let indicator: Int32
  }

  /// Makes a catalog without a database.
  ///
  /// - Parameters:
  ///   - names: names of all places.
  ///   - places: places by id.
  ///   - indicators: indicators by code.
  ///   - sources: sources by id.
  ///   - geographies: sets of provinces in the order of their dates.
  ///   - plans: SHA-256 of the texts of plans by name, nil where unknown.
  public init(
    names: [PlaceName], places: [String: Place], indicators: [String: Indicator],
    sources: [String: Source] = [:], geographies: [Geography] = [], plans: [String: String?] = [:]
  ) {
    register = PlaceRegister(names)
    self.places = places
    self.indicators = indicators
    self.sources = sources
    self.geographies = geographies
    self.plans = plans
  }

  /// Adds a plan that has just been loaded.
  ///
  /// - Parameters:
  ///   - plan: its name.
  ///   - textSHA256: SHA-256 of its text, hex.
  public mutating func add(plan: String, textSHA256: String) {
    if plans[plan] == nil { plans[plan] = textSHA256 }
  }

  /// Adds an edition.
  ///
  /// - Parameters:
  ///   - edition: the edition.
  ///   - index: par, sipas, papi, pci or dti.
  ///   - year: year assessed.
  ///   - bounds: the edition's own bounds, by number of the indicator.
  public mutating func add(
    _ edition: Edition, of index: String, in year: Int,
    bounds: [Int32: (min: Double?, max: Double?)] = [:]
  ) {
    editions["\(index) \(year)", default: []].append(edition)
    for (indicator, own) in bounds {
      scales[ScaleKey(edition: edition.id, indicator: indicator)] = own
    }
  }

  /// What a place is called on a day; see `PlaceNames.resolve(_:on:kinds:)`.
  ///
  /// - Parameters:
  ///   - text: the spelling, a code or an id.
  ///   - day: the day by which it is read.
  ///   - kinds: the kinds of names that count.
  /// - Returns: the place, or why there is not one.
  /// - Throws: `PostgresError` where the server gave what is no name.
  public func resolve(
    _ text: String, on day: CalendarDate, kinds: Set<PlaceNameKind>
  ) throws(PostgresError) -> PlaceResolution {
    if kinds.contains(.id), let days = days[text] {
      let day = day.daysSince2000
      if days.first <= day, day <= days.last { return .place(text) }
    }
    return try register.names().resolve(text, on: day, kinds: kinds)
  }

  /// The names among which the nearest to one that means no place are looked for.
  ///
  /// - Parameter kinds: the kinds of names that count.
  /// - Returns: the names.
  /// - Throws: `PostgresError` where the server gave what is no name.
  public func nearestNames(kinds: Set<PlaceNameKind>) throws(PostgresError) -> NearestNames {
    try register.names().nearestNames(kinds: kinds)
  }

  /// Editions of an index in a year; several where it was published for several geographies.
  ///
  /// - Parameters:
  ///   - index: par, sipas, papi, pci or dti.
  ///   - year: year assessed.
  /// - Returns: the editions; empty where the catalog has none.
  public func editions(of index: String, in year: Int) -> [Edition] {
    editions["\(index) \(year)"] ?? []
  }

  /// Bounds of an indicator in an edition: those of the edition, else the indicator's own.
  ///
  /// - Parameters:
  ///   - indicator: the indicator.
  ///   - edition: the edition; nil where there is none.
  /// - Returns: least and greatest possible value, in the indicator's unit.
  public func bounds(
    of indicator: Indicator, in edition: Edition?
  ) -> (min: Double?, max: Double?) {
    if let edition,
      let own = scales[ScaleKey(edition: edition.id, indicator: indicator.id)]
    {
      return (own.min ?? indicator.min, own.max ?? indicator.max)
    }
    return (indicator.min, indicator.max)
  }
}

extension Session {
  /// Reads the catalog for a load.
  ///
  /// - Returns: the catalog as this session sees it.
  /// - Throws: `PostgresError`.
  public mutating func loadCatalog() throws -> LoadCatalog {
    try LoadCatalog(&connection)
  }
}

extension LoadCatalog {
  fileprivate init(_ connection: inout Connection) throws {
    register = try PlaceRegister(&connection)
    let listed = try connection.query(Statement(.catalogPlaces))
    places.reserveCapacity(listed.rowCount)
    days.reserveCapacity(listed.rowCount)
    try listed.forEach { row throws in
      let place: String = try row.value("place")
      places[place] = Place(
        id: try row.value("place_id"), provinceID: try row.value("province_id"),
        level: PlaceLevel(column: try row.value("place_level")))
      days[place] = (try row.value("first_day"), try row.value("last_day") ?? .max)
    }
    try connection.query(Statement(.catalogIndicators)).forEach { row throws in
      indicators[try row.value("indicator")] = Indicator(
        id: try row.value("indicator_id"), index: try row.value("index"),
        unit: try row.value("unit"), min: try row.value("min"), max: try row.value("max"))
    }
    try connection.query(Statement(.catalogSources)).forEach { row throws in
      sources[try row.value("source")] = Source(
        id: try row.value("source_id"), tier: try row.value("tier"))
    }
    try connection.query(Statement(.catalogEditions)).forEach { row throws in
      let index: String = try row.value("index")
      let year: Int = try row.value("year")
      guard let day = CalendarDate(iso: try row.value("reference_date")) else { return }
      editions["\(index) \(year)", default: []].append(
        Edition(
          id: try row.value("edition_id"), code: try row.value("edition"),
          geography: try row.value("geography"), referenceDate: day,
          placesCovered: try row.value("places_covered")))
    }
    try connection.query(Statement(.catalogScales)).forEach { row throws in
      let key = ScaleKey(
        edition: try row.value("edition_id"), indicator: try row.value("indicator_id"))
      scales[key] = (try row.value("min"), try row.value("max"))
    }
    try connection.query(Statement(.catalogGeographies)).forEach { row throws in
      guard let from = CalendarDate(iso: try row.value("valid_from")) else { return }
      geographies.append(
        Geography(
          code: try row.value("geography"), validFrom: from,
          validTo: CalendarDate(iso: try row.value("valid_to"))))
    }
    try connection.query(Statement(.listPlans)).forEach { row throws in
      plans[try row.value("plan")] = try row.value("text_sha256", as: String?.self)
    }
  }
}
