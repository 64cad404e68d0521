// Figures as publishers print them, read without guessing: the caller says what the marks are.

/// Why a text is no figure.
public enum FigureTextError: Error, Sendable, Equatable {
  /// Nothing but white space.
  case empty
  /// A mark that was not declared, such as the point of "1.234" where the decimal mark is a comma.
  case unexpectedMark(Character, text: String)
  /// Thousands marks that do not stand before each group of three digits.
  case badGrouping(String)
  /// Anything else that is no number.
  case notANumber(String)
  /// A number that no double can hold.
  case outOfRange(String)
}

/// Reads figures.
public enum FigureText {
  /// The number that a text stands for.
  ///
  /// A sign (+, - or −), digits, the decimal mark with digits on both sides, and an exponent as a
  /// shortest double may have ("1e-05"). White space around it does not matter, inside it does:
  /// a space is a thousands mark only when declared, and no other mark is ever guessed at. The
  /// double nearest to the printed digits is returned, so a shortest text comes back bit for bit.
  ///
  /// - Parameters:
  ///   - text: The figure as printed, without a unit.
  ///   - mark: The decimal mark, "." or ",".
  ///   - thousands: The thousands mark, if the source prints one; " " is no-break spaces too.
  /// - Returns: The number, finite.
  /// - Throws: `FigureTextError`, with the text.
  public static func parse(
    _ text: String, mark: Character, thousands: Character? = nil
  ) throws(FigureTextError) -> Double {
    let figure = trimmed(text[...])
    if figure.isEmpty { throw .empty }
    var plain = ""
    var group = 0
    var groups: [Int] = []
    var part = Part.sign
    for character in figure {
      switch (part, character) {
      case (.sign, "-"), (.sign, "−"):
        plain += "-"
        part = .start
      case (.sign, "+"): part = .start
      case (.exponentSign, "-"), (.exponentSign, "+"):
        plain.append(character)
        part = .exponentStart
      case (_, "0"..."9") where character.isASCII:
        plain.append(character)
        part = part.afterDigit
        if part == .whole { group += 1 }
      case (.whole, mark):
        plain += "."
        part = .fractionStart
      case (.whole, "e"), (.whole, "E"), (.fraction, "e"), (.fraction, "E"):
        plain += "e"
        part = .exponentSign
      case (.whole, _) where isThousands(character, thousands):
        groups.append(group)
        group = 0
      case (_, "."), (_, ","): throw .unexpectedMark(character, text: text)
      default: throw .notANumber(text)
      }
    }
    guard part.mayEnd else { throw .notANumber(text) }
    if let first = groups.first {
      let rest = groups.dropFirst() + [group]
      guard (1...3).contains(first), rest.allSatisfy({ $0 == 3 }) else { throw .badGrouping(text) }
    }
    guard let value = Double(plain), value.isFinite else { throw .outOfRange(text) }
    return value
  }

  /// Where in a number the reader is.
  private enum Part {
    case sign, start, whole, fractionStart, fraction, exponentSign, exponentStart, exponent

    var mayEnd: Bool {
      self == .whole || self == .fraction || self == .exponent
    }

    var afterDigit: Part {
      switch self {
      case .sign, .start, .whole: .whole
      case .fractionStart, .fraction: .fraction
      case .exponentSign, .exponentStart, .exponent: .exponent
      }
    }
  }

  private static func isThousands(_ character: Character, _ thousands: Character?) -> Bool {
    guard let thousands else { return false }
    if thousands == " " {
      return character == " " || character == "\u{A0}" || character == "\u{202F}"
    }
    return character == thousands
  }
}
