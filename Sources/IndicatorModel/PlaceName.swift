// One name of one place, as the catalog holds it, and what a lookup among names can answer.

/// What kind of name a place has borne.
public enum PlaceNameKind: String, CaseIterable, Sendable {
  /// The id of the place, compared exactly.
  case id
  /// The official name in Vietnamese.
  case official
  /// The name in English.
  case english
  /// An abbreviation.
  case abbreviation
  /// A name of former times, or one used beyond its time.
  case formerName = "former_name"
  /// A publisher's own spelling.
  case publisher
  /// A misreading by OCR.
  case ocr
  /// Another spelling.
  case variant
  /// An ISO 3166-2 code, "VN-09".
  case iso = "iso_3166_2"
  /// A code of the statistics office, "20", with or without its leading zero.
  case gso = "gso_code"
  /// A code of one panel, "P01"; read only where asked for.
  case panelCode = "panel_code"

  /// Every kind but the panel codes.
  public static let usual = Set(allCases).subtracting([.panelCode])

  var isWords: Bool {
    switch self {
    case .official, .english, .abbreviation, .formerName, .publisher, .variant: true
    case .id, .ocr, .iso, .gso, .panelCode: false
    }
  }
}

/// One name of one place, and when the place bore it.
public struct PlaceName: Sendable, Equatable {
  /// The id of the place.
  public let place: String
  /// The name as it is spelt; shown when names near to an unknown one are listed.
  public let text: String
  /// What is compared: the folded name, or the id itself.
  public let key: String
  /// What kind of name it is.
  public let kind: PlaceNameKind
  /// The first day; nil is "since ever".
  public let validFrom: CalendarDate?
  /// The last day; nil is "still".
  public let validTo: CalendarDate?

  /// A name of a place.
  ///
  /// - Parameters:
  ///   - place: The id of the place.
  ///   - text: The name, code or id as spelt in the catalog.
  ///   - kind: What kind of name it is.
  ///   - validFrom: The first day of the place itself, or of the name if that is later.
  ///   - validTo: The last day of the place itself, or of the name if that is earlier.
  public init(
    place: String,
    text: String,
    kind: PlaceNameKind,
    validFrom: CalendarDate? = nil,
    validTo: CalendarDate? = nil
  ) {
    let key =
      switch kind {
      case .id: text
      case .gso: PlaceName.withoutZeros(NameFolding.key(text))
      default: NameFolding.key(text)
      }
    self.init(
      place: place, text: text, key: key, kind: kind, validFrom: validFrom, validTo: validTo)
  }

  /// A name whose key was folded before, as `init(place:text:kind:validFrom:validTo:)` does it:
  /// for a catalog that keeps keys.
  public init(
    place: String,
    text: String,
    key: String,
    kind: PlaceNameKind,
    validFrom: CalendarDate?,
    validTo: CalendarDate?
  ) {
    self.place = place
    self.text = text
    self.key = key
    self.kind = kind
    self.validFrom = validFrom
    self.validTo = validTo
  }

  /// Whether the place bore the name on a day.
  public func isValid(on date: CalendarDate) -> Bool {
    (validFrom.map { $0 <= date } ?? true) && (validTo.map { date <= $0 } ?? true)
  }

  /// The same name, valid no longer than another.
  func narrowed(to other: PlaceName) -> PlaceName {
    let from = [validFrom, other.validFrom].compactMap { $0 }.max()
    let to = [validTo, other.validTo].compactMap { $0 }.min()
    return PlaceName(place: place, text: text, key: key, kind: kind, validFrom: from, validTo: to)
  }

  /// Whether there is a day on which both hold, so that no date can part them.
  func overlaps(_ other: PlaceName) -> Bool {
    let startsInTime = validFrom.flatMap { from in other.validTo.map { from <= $0 } } ?? true
    let endsInTime = validTo.flatMap { to in other.validFrom.map { $0 <= to } } ?? true
    return startsInTime && endsInTime
  }

  /// A code of digits without leading zeros: "01" and "1" are one code.
  static func withoutZeros(_ key: String) -> String {
    guard key.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
    else { return key }
    return String(key.drop { $0 == "0" })
  }
}

/// What a name means on one day or in one set of places.
public enum PlaceResolution: Sendable, Equatable {
  /// One place, by its id.
  case place(String)
  /// Several places that the name cannot tell apart, in the order of the catalog.
  case ambiguous([String])
  /// Places that bear the name, but not then or not in that set.
  case notThen([String])
  /// No place.
  case unknown
}

/// Why a name in a question cannot be answered.
public enum PlaceNameError: Error, Sendable, Equatable {
  /// Places that bore the name at the same time, in the order of the catalog.
  case ambiguous(String, candidates: [String])
  /// No place; the nearest names, as spelt in the catalog, best first.
  case unknown(String, nearest: [String])
}
