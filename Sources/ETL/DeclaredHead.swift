// What a job says of the head of a plan: it outranks what the document says of itself.

import IndicatorModel

/// Declared fields of a plan's head; nil where the document is asked.
struct DeclaredHead: Sendable, Hashable {
  /// Keys of `head`.
  static let keys = [
    "plan", "place", "kind", "number", "title", "issuer", "issued_on", "period", "source", "note",
  ]

  /// Name of the plan.
  var plan: String?
  /// Id of the place.
  var place: String?
  /// Kind of document, such as KH.
  var kind: String?
  /// Number as printed.
  var number: String?
  /// Title in short.
  var title: String?
  /// Who signed it.
  var issuer: String?
  /// Day of issue.
  var issuedOn: CalendarDate?
  /// First and last year.
  var period: ClosedRange<Int>?
  /// Catalog entry of the document.
  var source: String?
  /// What a reader should know.
  var note: String?

  /// What decides how the document is read, as text for hashing.
  var declaration: String {
    let texts = [
      plan, place, kind, number, title, issuer, issuedOn?.description,
      period.map { "\($0.lowerBound)-\($0.upperBound)" }, source, note,
    ]
    return zip(Self.keys, texts).compactMap { key, text in text.map { "\(key): \($0)" } }
      .joined(separator: "\n")
  }

  /// Reads the fields; what is wrong with them is told.
  init(_ reader: inout DeclarationReader, file: String) {
    plan = reader.optionalText("plan")
    place = reader.optionalText("place")
    kind = reader.optionalText("kind")
    number = reader.optionalText("number")
    title = reader.optionalText("title")
    issuer = reader.optionalText("issuer")
    source = reader.optionalText("source")
    note = reader.optionalText("note")
    if let text = reader.optionalText("issued_on") {
      issuedOn = CalendarDate(iso: text)
      if issuedOn == nil { reader.note(.notADate, [text], at: "issued_on") }
    }
    if let text = reader.optionalText("period") {
      period = Self.years(text)
      if period == nil { reader.note(.notYears, [text], at: "period") }
    }
  }

  /// `2024` or `2021-2025`.
  static func years(_ text: String) -> ClosedRange<Int>? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard let first = parts.first ?? nil, let last = parts.last ?? nil, parts.count <= 2,
      first <= last, (1900...2199).contains(first), (1900...2199).contains(last)
    else { return nil }
    return first...last
  }
}
