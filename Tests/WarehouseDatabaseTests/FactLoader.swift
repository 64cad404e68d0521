// Loads facts that a test makes up, the way a job does: staged, checked, merged under a load's lock.

import IndicatorModel
import LibPQ
import Warehouse

/// A figure that a test makes up.
struct Fact {
  var place: String
  var indicator: String
  var year: Int
  var value: Double?
  var rank: Int32?
  var rankOf: Int32?
  var group: String?
  var source = "one"
  var geography = "vn-63"
  var level = ""
  var flags = "A"
  var note: String?
  var origin: FigureOrigin?

  init(
    _ place: String, _ indicator: String, _ year: Int, _ value: Double? = nil,
    rank: Int32? = nil, rankOf: Int32? = nil, group: String? = nil, source: String = "one",
    geography: String = "vn-63", level: String = "", flags: String = "A", note: String? = nil,
    origin: FigureOrigin? = nil
  ) {
    self.place = place
    self.indicator = indicator
    self.year = year
    self.value = value
    self.rank = rank
    self.rankOf = rankOf
    self.group = group
    self.source = source
    self.geography = geography
    self.level = level
    self.flags = flags
    self.note = note
    self.origin = origin
  }
}

/// Loads facts into slots of jobs.
struct FactLoader: ~Copyable {
  var session: Session
  private let catalog: LoadCatalog
  private let series: SeriesBook

  init(_ database: String) throws {
    var session = try Session(database, for: .loading)
    let catalog = try session.loadCatalog()
    let series = try SeriesBook(database)
    self.session = session
    self.catalog = catalog
    self.series = series
  }

  /// Loads facts into the slot of a job that has one file; returns its counts.
  @discardableResult
  mutating func load(_ facts: [Fact], job: String = "job") throws -> SlotOutcome {
    let load = try session.startLoad(of: job)
    let slot = try slot(of: job)
    let table = try stage(facts, load: load, slot: slot)
    try session.ensurePartitions(Set(facts.map(\.year)).sorted().map { "\($0)-01-01" }, for: slot)
    let outcome = try session.transaction { session in
      try session.stageHeld(into: table)
      return try session.mergeObservations(from: table, rows: facts.count)
    }
    try session.dropStaging(table)
    try session.record(
      outcome, slot: slot, load: load, bytes: nil, declaration: String(repeating: "0", count: 64),
      reader: "test")
    try session.finishLoad(load, status: "done")
    return outcome
  }

  /// The slot of a job that has one file.
  mutating func slot(of job: String) throws -> Int32 {
    let slots = try session.slots(of: job, files: ["\(job).csv"])
    guard let slot = slots.first else { throw NotInCatalog(name: job) }
    return slot.slot
  }

  /// Stages facts, in the lines 2 and on.
  mutating func stage(_ facts: [Fact], load: Int32, slot: Int32) throws -> StagingTable {
    var staged: [StagedObservation] = []
    for (index, fact) in facts.enumerated() {
      staged.append(try observation(fact, line: Int32(index + 2)))
    }
    let table = StagingTable(load: load, slot: slot)
    try session.openStaging(table)
    try session.stage(into: table, columns: .whole) { write in
      for observation in staged { try write(observation) }
    }
    return table
  }

  private mutating func observation(_ fact: Fact, line: Int32) throws -> StagedObservation {
    guard let place = catalog.places[fact.place] else { throw NotInCatalog(name: fact.place) }
    guard let indicator = catalog.indicators[fact.indicator] else {
      throw NotInCatalog(name: fact.indicator)
    }
    guard let source = catalog.sources[fact.source] else { throw NotInCatalog(name: fact.source) }
    guard let period = CalendarDate(year: fact.year, month: 1, day: 1) else {
      throw NotInCatalog(name: "\(fact.year)")
    }
    let number = try series.number(
      of: SeriesKey(
        indicator: indicator.id, level: fact.level, frequency: "A", geography: fact.geography,
        source: source.id, places: place.level))
    var observation = StagedObservation(
      provinceID: place.provinceID, placeID: place.id, seriesID: number,
      period: Int32(period.daysSince2000), line: line)
    observation.value = fact.value
    observation.rank = fact.rank
    observation.rankOf = fact.rankOf
    observation.group = fact.group
    observation.flags = fact.flags
    observation.note = fact.note
    observation.origin = fact.origin
    return observation
  }

  /// A test names something that the catalog does not have.
  struct NotInCatalog: Error {
    let name: String
  }
}

extension SlotOutcome {
  /// Loaded, revised, unchanged, withdrawn.
  var counts: [Int] { [loaded, revised, unchanged, withdrawn] }
}

extension Selection {
  /// A selection of some places, indicators and years.
  init(
    places: [String]? = nil, indicators: [String]? = nil, years: String? = nil,
    asOf: String? = nil, publishedBy: String? = nil, acrossBreaks: Bool = false
  ) throws {
    self.init()
    self.places = places
    self.indicators = indicators
    self.years = try years.map { try YearSelection(parsing: $0) }
    self.asOf = asOf.flatMap(CalendarDate.init(iso:))
    self.publishedBy = publishedBy.flatMap(CalendarDate.init(iso:))
    self.acrossBreaks = acrossBreaks
  }
}
