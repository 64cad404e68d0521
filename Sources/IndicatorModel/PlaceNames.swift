// The names of all places, and what a spelling means: in a load, by a day or a set of places; in a
// question, every place that has borne it. Pure: the catalog hands the names over.

/// Looks places up by any spelling of their names.
public struct PlaceNames: Sendable {
  private let names: [PlaceName]
  /// Indices of names by their folded key; ids are apart, since they are compared exactly.
  private let byKey: [String: [Int]]
  private let byID: [String: Int]

  /// Takes the names of all places.
  ///
  /// A name is valid no longer than the id of its place, if there is one among the names, so that
  /// names need dates only where they differ from those of the place.
  public init(_ names: [PlaceName]) {
    var lifetimes: [String: PlaceName] = [:]
    for name in names where name.kind == .id { lifetimes[name.place] = name }
    self.names = names.map { name in
      lifetimes[name.place].map { name.narrowed(to: $0) } ?? name
    }
    var byKey: [String: [Int]] = [:]
    var byID: [String: Int] = [:]
    for (index, name) in names.enumerated() where !name.key.isEmpty {
      if name.kind == .id {
        byID[name.key] = index
      } else {
        byKey[name.key, default: []].append(index)
      }
    }
    self.byKey = byKey
    self.byID = byID
  }

  /// What a spelling means, in a load by the day, or without a day by the whole register.
  ///
  /// An id of a place that is valid on the day is that place; any other spelling is looked up by
  /// its folded key. Without a day a name that places bore one after the other is ambiguous, too:
  /// for questions use `all(_:kinds:)`.
  ///
  /// - Parameters:
  ///   - text: The spelling, a code or an id.
  ///   - date: The day by which the names are read; nil is any.
  ///   - kinds: The kinds of names that count.
  /// - Returns: The place, or why there is not one.
  public func resolve(
    _ text: String, on date: CalendarDate?, kinds: Set<PlaceNameKind> = PlaceNameKind.usual
  ) -> PlaceResolution {
    resolve(text, kinds: kinds) { name in date.map(name.isValid(on:)) ?? true }
  }

  /// What a spelling means in a set of places, such as those that an edition covers.
  ///
  /// - Parameters:
  ///   - text: The spelling, a code or an id.
  ///   - places: The ids of the places that count; their dates do not matter.
  ///   - kinds: The kinds of names that count.
  /// - Returns: The place, or why there is not one.
  public func resolve(
    _ text: String, among places: Set<String>, kinds: Set<PlaceNameKind> = PlaceNameKind.usual
  ) -> PlaceResolution {
    resolve(text, kinds: kinds) { places.contains($0.place) }
  }

  /// Every place that has borne a name or code, one after the other; an exact id is that place.
  ///
  /// - Parameters:
  ///   - text: The spelling, a code or an id.
  ///   - kinds: The kinds of names that count.
  /// - Returns: At least one id, the earliest place first.
  /// - Throws: `PlaceNameError`: unknown, or borne by several places at the same time.
  public func all(
    _ text: String, kinds: Set<PlaceNameKind> = PlaceNameKind.usual
  ) throws(PlaceNameError) -> [String] {
    if kinds.contains(.id), let index = byID[trimmedText(text)] { return [names[index].place] }
    let named = candidates(text, kinds)
    let found = onePerPlace(named)
    guard !found.isEmpty else {
      throw .unknown(text, nearest: nearest(to: text, kinds: kinds))
    }
    for (index, name) in named.enumerated() {
      let clash = named[(index + 1)...].contains { $0.place != name.place && $0.overlaps(name) }
      if clash { throw .ambiguous(text, candidates: found.map(\.place)) }
    }
    return found.sorted(by: begins).map(\.place)
  }

  /// The names nearest to a spelling that means no place.
  ///
  /// - Parameters:
  ///   - text: The spelling.
  ///   - kinds: The kinds of names that count; codes, ids and misreadings are never near.
  /// - Returns: At most three names as spelt in the catalog, best first, one for each place or
  ///   line of places of one name.
  public func nearest(
    to text: String, kinds: Set<PlaceNameKind> = PlaceNameKind.usual
  ) -> [String] {
    nearestNames(kinds: kinds).nearest(to: text)
  }

  /// The names among which the nearest are looked for, made ready for many spellings.
  ///
  /// - Parameter kinds: The kinds of names that count, as for `nearest(to:kinds:)`.
  /// - Returns: The names.
  public func nearestNames(kinds: Set<PlaceNameKind> = PlaceNameKind.usual) -> NearestNames {
    NearestNames(names.filter { $0.kind.isWords && kinds.contains($0.kind) })
  }

  // MARK: - Lookup

  private func resolve(
    _ text: String, kinds: Set<PlaceNameKind>, where counts: (PlaceName) -> Bool
  ) -> PlaceResolution {
    let exact = kinds.contains(.id) ? byID[trimmedText(text)].map { names[$0] } : nil
    if let exact, counts(exact) { return .place(exact.place) }
    let known = candidates(text, kinds)
    let found = onePerPlace(known.filter(counts)).map(\.place)
    if found.count > 1 { return .ambiguous(found) }
    if let place = found.first { return .place(place) }
    let others = onePerPlace((exact.map { [$0] } ?? []) + known).map(\.place)
    guard others.isEmpty else { return .notThen(others) }
    return .unknown
  }

  /// The names that a spelling folds to; codes of digits are found without their zeros, too.
  private func candidates(_ text: String, _ kinds: Set<PlaceNameKind>) -> [PlaceName] {
    let key = NameFolding.key(text)
    guard !key.isEmpty else { return [] }
    return (byKey[PlaceName.withoutZeros(key)] ?? []).map { names[$0] }
      .filter { kinds.contains($0.kind) }
  }

  private func onePerPlace(_ names: [PlaceName]) -> [PlaceName] {
    var seen: Set<String> = []
    return names.filter { seen.insert($0.place).inserted }
  }

  private func begins(_ left: PlaceName, before right: PlaceName) -> Bool {
    guard let start = right.validFrom else { return false }
    return left.validFrom.map { $0 < start } ?? true
  }

  private func trimmedText(_ text: String) -> String {
    String(trimmed(text[...]))
  }
}

/// Names of places among which the nearest to a spelling are looked for.
public struct NearestNames: Sendable {
  private let firsts: [PlaceName]
  private let index: NearestIndex

  init(_ names: [PlaceName]) {
    var seen: Set<String> = []
    firsts = names.filter { seen.insert($0.key).inserted }
    index = NearestIndex(firsts.map(\.key))
  }

  /// The names nearest to a spelling; the same as `PlaceNames.nearest(to:kinds:)`.
  public func nearest(to text: String) -> [String] {
    var places: Set<String> = []
    var nearest: [String] = []
    for found in index.indices(of: NameFolding.key(text), limit: 12) {
      guard places.insert(firsts[found].place).inserted else { continue }
      nearest.append(firsts[found].text)
    }
    return Array(nearest.prefix(3))
  }
}
