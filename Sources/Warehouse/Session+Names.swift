// What names and patterns of a question mean in the catalog.

import IndicatorModel
import LibPQ
import WarehouseSQL

extension Session {
  /// Finds the places that names, codes or ids mean.
  ///
  /// - Parameter words: what was typed; a name means every place that has borne it, an id only itself.
  /// - Returns: ids, in the order of the words, each once.
  /// - Throws: `WarehouseError.unknownPlace` or `.ambiguousPlace`; `PostgresError`.
  public mutating func places(named words: [String]) throws -> [String] {
    guard !words.isEmpty else { return [] }
    let found = try connection.query(
      Statement(.findPlaces),
      [.textArray(words.map(Self.key)), .textArray(words)])
    let names = PlaceNames(try found.map { row in try PlaceName(row) })
    var ids: [String] = []
    for word in words {
      do {
        for id in try names.all(word) where !ids.contains(id) { ids.append(id) }
      } catch .ambiguous(let text, let candidates) {
        throw WarehouseError.ambiguousPlace(text, candidates: candidates)
      } catch .unknown(let text, _) {
        let all = try connection.query(Statement(.listPlaceNames))
        let register = try PlaceNames(all)
        throw WarehouseError.unknownPlace(text, nearest: register.nearest(to: text))
      }
    }
    return ids
  }

  /// The provinces of today that places lie in.
  ///
  /// - Parameter ids: ids of places.
  /// - Returns: ids, each once, in the order asked for.
  /// - Throws: `PostgresError`.
  public mutating func placesToday(of ids: [String]) throws -> [String] {
    try connection.query(Statement(.findPlacesToday), [.textArray(ids)])
      .map { row in try row.value("place") }
  }

  /// What a word is looked up by: folded, a code of digits without its zeros.
  private static func key(_ word: String) -> String {
    PlaceName(place: "", text: word, kind: .gso).key
  }

  /// Finds the indicators that patterns or names mean.
  ///
  /// - Parameter words: codes, patterns such as `pci.*`, or names such as "PAR INDEX".
  /// - Returns: codes, in the order of the words, each once.
  /// - Throws: `WarehouseError.unknownIndicator`; `PostgresError`.
  public mutating func indicators(named words: [String]) throws -> [String] {
    guard !words.isEmpty else { return [] }
    let listed = try connection.query(Statement(.listIndicatorCodes))
    let catalog = try listed.map { row in try row.value("indicator", as: String.self) }
    let named = try connection.query(
      Statement(.findIndicatorNames), [.textArray(words.map(NameFolding.key))])
    var byKey: [String: [String]] = [:]
    try named.forEach { row throws in
      try byKey[row.value("key", as: String.self), default: []].append(row.value("indicator"))
    }
    var codes: [String] = []
    for word in words {
      var matches: [String] = []
      if let pattern = try? IndicatorPattern(parsing: word) {
        matches = catalog.filter(pattern.matches)
      }
      if matches.isEmpty, let meant = byKey[NameFolding.key(word)], meant.count == 1 {
        matches = meant
      }
      guard !matches.isEmpty else {
        throw WarehouseError.unknownIndicator(
          word, nearest: Nearest.words(to: word, among: catalog))
      }
      for code in matches where !codes.contains(code) { codes.append(code) }
    }
    return codes
  }
}

extension PlaceName {
  /// A name as the catalog has it: a row of `find_places.sql` or `list_place_names.sql`.
  init(_ row: borrowing Row) throws(PostgresError) {
    let kind: String = try row.value("kind")
    let from: String? = try row.value("valid_from")
    let to: String? = try row.value("valid_to")
    self.init(
      place: try row.value("place"),
      text: try row.value("alias"),
      key: try row.value("key"),
      kind: PlaceNameKind(rawValue: kind) ?? .variant,
      validFrom: from.flatMap(CalendarDate.init(iso:)),
      validTo: to.flatMap(CalendarDate.init(iso:)))
  }
}

/// What words of the catalog name.
public enum CatalogWord: String, Sendable, Hashable {
  case place, indicator, plan, job
}

extension Session {
  /// Words of the catalog that complete what is being typed.
  ///
  /// - Parameters:
  ///   - kind: what they name.
  ///   - prefix: how they begin.
  /// - Returns: at most 1,000 ids, codes or names, in order.
  /// - Throws: `PostgresError`.
  public mutating func words(
    _ kind: CatalogWord, beginning prefix: String
  ) throws -> [String] {
    try connection.query(Statement(.listCompletions), [.text(kind.rawValue), .text(prefix)])
      .map { row in try row.value("word") }
  }
}
