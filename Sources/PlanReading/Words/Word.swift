// Words of a passage: what the reader looks at. A word knows where it stands, so that a quote can be cut
// from the text.

import IndicatorModel

/// A word, a number or a sign of a passage.
struct Word {
  /// What it is.
  enum Kind: Equatable {
    /// Letters.
    case letters
    /// A number as plans print it, by its value.
    case number(Double)
    /// Two years, as `2021-2025`.
    case years(Int, Int)
    /// A date.
    case date(CalendarDate)
    /// The number of a document, a fraction, a clock: digits that count nothing.
    case code
    /// A sign.
    case sign(Unicode.Scalar)
  }

  /// Which piece of the passage it stands in.
  let piece: Int
  /// Bytes of the piece's text.
  var range: Range<Int>
  /// What it is.
  var kind: Kind
  /// Letters without marks, small, repaired where the text is bad; empty for what is no letters.
  var skeleton: String
  /// Spelled with marks, small letters; in a bad text what it was restored to.
  var spelling: String
  /// Whether its first letter is a capital.
  let isCapital: Bool
  /// Whether a percent sign follows at once or after a space.
  var isPercent = false

  /// The number, if it is one.
  var number: Double? {
    if case .number(let value) = kind { return value }
    return nil
  }

  /// Whether it is a word in capitals.
  var isShouted: Bool {
    kind == .letters && skeleton.utf8.count > 1 && spelling == spelling.uppercased()
  }

  /// Whether it is that sign.
  func isSign(_ sign: Unicode.Scalar) -> Bool { kind == .sign(sign) }

  /// Whether it is a sign that parts clauses.
  var partsClauses: Bool { isSign(";") || isSign(".") || isSign(":") || isSign("/") }
}
