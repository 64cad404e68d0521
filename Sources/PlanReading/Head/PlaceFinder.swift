// The province that a text is about: whose name is said most often behind "tỉnh" or "thành phố".

import IndicatorModel

/// Finds places by their names.
struct PlaceFinder: Sendable {
  private let places: [PlanCatalog.Place]
  /// Places by name, folded, the words parted by single spaces.
  private let byName: [String: [Int]]

  /// A finder that knows the places of a catalog.
  init(_ places: [PlanCatalog.Place]) {
    self.places = places
    var byName: [String: [Int]] = [:]
    for (index, place) in places.enumerated() {
      for name in Set(place.names.map { Folded.phrase($0).trimmed }) where !name.isEmpty {
        byName[name, default: []].append(index)
      }
    }
    self.byName = byName
  }

  /// The place that texts name most often; nil where none is, or two are named alike.
  ///
  /// - Parameters:
  ///   - title: words of the title, which outweigh the text.
  ///   - texts: words of the text.
  ///   - day: a day on which the place has its name; nil where it is not known.
  /// - Returns: the place, or nil.
  func place(title: [Word], texts: [Words], on day: CalendarDate?) -> PlanCatalog.Place? {
    var counts: [String: Int] = [:]
    count(title, 20, &counts)
    for words in texts { count(words.list, 1, &counts) }
    let ranked = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    guard let first = ranked.first, ranked.count == 1 || first.value > ranked[1].value,
      let bearers = byName[first.key]
    else { return nil }
    let then = bearers.filter { isValid(places[$0], on: day) }
    if then.count == 1 { return places[then[0]] }
    return bearers.count == 1 ? places[bearers[0]] : nil
  }

  private func isValid(_ place: PlanCatalog.Place, on day: CalendarDate?) -> Bool {
    guard let day = day?.daysSince2000 else { return true }
    return (place.validFrom.map { $0.daysSince2000 <= day } ?? true)
      && (place.validTo.map { $0.daysSince2000 >= day } ?? true)
  }

  private func count(_ words: [Word], _ weight: Int, _ counts: inout [String: Int]) {
    for index in words.indices {
      let isTitle =
        words[index].skeleton == "tinh" || words[index].skeleton == "tp"
        || (words[index].skeleton == "pho" && index > 0 && words[index - 1].skeleton == "thanh")
      // A name without its title counts less, and only where it begins with a capital.
      guard isTitle || words[index].isCapital else { continue }
      let first = isTitle ? index + 1 : index
      var name = ""
      // Names have up to five words; the longest that is one counts.
      var longest: String?
      for word in words[first...].prefix(5) {
        if word.isSign("-") || word.isSign("–") { continue }
        guard word.kind == .letters else { break }
        name += name.isEmpty ? word.skeleton : " " + word.skeleton
        if byName[name] != nil { longest = name }
      }
      if let longest, isTitle || longest.utf8.contains(0x20) {
        counts[longest, default: 0] += isTitle ? 3 * weight : weight
      }
    }
  }
}
