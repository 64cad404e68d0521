// The options that mean the same everywhere: which warehouse, what about, in which form.

public import ArgumentParser
import IndicatorModel
import Warehouse

/// Options of every command.
struct ConnectionOptions: ParsableArguments {
  @Option(help: Help.db.argument)
  var db: String?

  @Option(help: Help.lang.argument)
  var lang: String?

  @Flag(name: .shortAndLong, help: Help.quiet.argument)
  var quiet = false

  func validate() throws {
    if let lang, Language(rawValue: lang) == nil {
      throw ValidationError(Help.langWrong(lang))
    }
  }

  func workspace() throws -> Workspace {
    try Workspace.find(database: db)
  }

  /// Says something beside the answer, unless it was told to be quiet.
  func note(_ text: String) {
    if !quiet { Console.note(text) }
  }
}

extension Boundaries: ExpressibleByArgument {}

/// The clocks: what the warehouse knew, what the world could know.
struct ClockOptions: ParsableArguments {
  @Option(help: Help.asOf.argument)
  var asOf: String?

  @Option(help: Help.publishedBy.argument)
  var publishedBy: String?

  func validate() throws {
    for text in [asOf, publishedBy].compactMap({ $0 }) where CalendarDate(iso: text) == nil {
      throw ValidationError(Complaint.badDate(text))
    }
  }

  func apply(to selection: inout Selection) {
    selection.asOf = asOf.flatMap(CalendarDate.init(iso:))
    selection.publishedBy = publishedBy.flatMap(CalendarDate.init(iso:))
  }
}

/// Which provinces figures are shown for.
struct BoundaryOptions: ParsableArguments {
  @Option(help: Help.boundaries.argument)
  var boundaries = Boundaries.published
}

/// What a question is about.
struct SelectionOptions: ParsableArguments {
  @Option(help: Help.place.argument, completion: .catalog(.place))
  var place: [String] = []

  @Option(help: Help.indicator.argument, completion: .catalog(.indicator))
  var indicator: [String] = []

  @Option(help: Help.years.argument)
  var years: String?

  @Option(help: Help.level.argument, completion: .levels)
  var level: [String] = []

  @Flag(help: Help.acrossBreaks.argument)
  var acrossBreaks = false

  @OptionGroup var clocks: ClockOptions

  var placeWords: [String] { SelectionOptions.words(place) }
  var indicatorWords: [String] { SelectionOptions.words(indicator) }

  /// Options may be repeated and hold several words parted by commas.
  static func words(_ texts: [String]) -> [String] {
    texts.flatMap { $0.split(separator: ",") }
      .map { text in
        var text = text
        while text.first == " " { text.removeFirst() }
        while text.last == " " { text.removeLast() }
        return String(text)
      }
      .filter { !$0.isEmpty }
  }

  /// The two years of `2015..2019`; nil where it says otherwise.
  static func span(_ text: String) -> ClosedRange<Int>? {
    guard let years = try? YearSelection(parsing: text), let first = years.first,
      let last = years.last, first < last, text == "\(first)..\(last)"
    else { return nil }
    return first...last
  }

  /// Refuses an option that is there and names nothing: it would mean everything.
  static func refuseEmpty(_ texts: [String], _ option: String) throws {
    for text in texts where words([text]).isEmpty {
      throw ValidationError(Complaint.emptyOption(option))
    }
  }

  func validate() throws {
    try Self.refuseEmpty(place, "--place")
    try Self.refuseEmpty(indicator, "--indicator")
    try Self.refuseEmpty(level, "--level")
    if let years {
      do {
        _ = try YearSelection(parsing: years)
      } catch {
        throw ValidationError(Failure(error)?.sentence ?? "")
      }
    }
    for level in SelectionOptions.words(level) where Level(rawValue: level) == nil {
      throw ValidationError(Complaint.levelUnknown(level))
    }
  }

  /// The places that words mean.
  ///
  /// By the boundaries of today a place means the province that it lies in, which `note` tells.
  static func places(
    _ session: inout Session, named words: [String], boundaries: Boundaries,
    note: (String) -> Void
  ) throws -> [String] {
    guard boundaries == .today else { return try session.knownPlaces(named: words) }
    var places: [String] = []
    for word in words {
      let named = try session.knownPlaces(named: [word])
      let today = try session.placesToday(of: named)
      if Set(today).isDisjoint(with: named) {
        note(Notice.meansToday(named.joined(separator: ", "), today.joined(separator: ", ")))
      }
      places += today.filter { !places.contains($0) }
    }
    return places
  }

  /// The selection as ids and codes, and the places grouped by the word that named them.
  ///
  /// `defaultIndicators` are meant where none was asked for; nil for all.
  func resolve(
    _ session: inout Session, defaultIndicators: [String]? = nil,
    boundaries: Boundaries = .published, note: (String) -> Void = { _ in }
  ) throws -> (selection: Selection, placeGroups: [[String]]) {
    var selection = Selection()
    var groups: [[String]] = []
    for word in placeWords {
      let ids = try Self.places(&session, named: [word], boundaries: boundaries, note: note)
      if !groups.contains(ids) { groups.append(ids) }
    }
    var seen: Set<String> = []
    selection.places =
      groups.isEmpty ? nil : groups.flatMap { $0 }.filter { seen.insert($0).inserted }
    selection.indicators =
      indicatorWords.isEmpty
      ? defaultIndicators : try session.knownIndicators(named: indicatorWords)
    selection.years = try years.map { try YearSelection(parsing: $0) }
    let levels = SelectionOptions.words(level)
    selection.levels = levels.isEmpty ? nil : levels
    selection.acrossBreaks = acrossBreaks
    selection.boundaries = boundaries
    clocks.apply(to: &selection)
    return (selection, groups)
  }
}

extension Session {
  /// The places that words mean; where nothing is loaded, that is what is wrong.
  mutating func knownPlaces(named words: [String]) throws -> [String] {
    do {
      return try places(named: words)
    } catch let error as WarehouseError {
      throw try isUnloaded() ? Failure(.notFound, Notice.nothingLoaded()) : error
    }
  }

  /// The indicators that words mean; where nothing is loaded, that is what is wrong.
  mutating func knownIndicators(named words: [String]) throws -> [String] {
    do {
      return try indicators(named: words)
    } catch let error as WarehouseError {
      throw try isUnloaded() ? Failure(.notFound, Notice.nothingLoaded()) : error
    }
  }

  /// The plan that a word means; where nothing is loaded, that is what is wrong.
  mutating func knownPlan(named word: String) throws -> String {
    do {
      return try plan(named: word)
    } catch let error as WarehouseError {
      throw try isUnloaded() ? Failure(.notFound, Notice.nothingLoaded()) : error
    }
  }

  private mutating func isUnloaded() throws -> Bool { try listJobRuns().isEmpty }
}
