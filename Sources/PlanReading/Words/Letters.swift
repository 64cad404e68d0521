// What letters of Vietnamese come down to without their marks, and the signs that an OCR engine puts in
// their place; a table, since every letter of a plan is looked up.

import IndicatorModel

/// Folded letters.
enum Letters {
  /// What a scalar is folded to.
  enum Folded {
    /// A small letter of ASCII or a digit.
    case letter(UInt8)
    /// A mark that stands on the letter before.
    case mark
    /// Anything else.
    case other
  }

  /// Folds a scalar: marks dropped, đ to d, small letters.
  static func fold(_ scalar: Unicode.Scalar) -> Folded {
    let value = scalar.value
    switch value {
    case 0x61...0x7A, 0x30...0x39: return .letter(UInt8(value))
    case 0x41...0x5A: return .letter(UInt8(value + 0x20))
    case 0x00...0x7F: return .other
    case 0x300...0x36F: return .mark
    case _ where isInvisible(scalar): return .mark
    default:
      let letter = entry(value)
      return letter == 0 ? .other : .letter(letter & 0x7F)
    }
  }

  /// What takes no room on the page: soft hyphens and zero-width signs, which web pages are full of.
  static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xAD, 0x200B...0x200D, 0x2060, 0xFEFF: true
    default: false
    }
  }

  /// White space of ASCII.
  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  /// What white space parts in a run of text.
  ///
  /// By scalars: a mark behind a space makes one character of both, which is no white space.
  static func unspaced(_ run: Substring) -> [Substring] {
    run.unicodeScalars.split { scalar in
      scalar.value < 0x80
        ? isSpace(UInt8(scalar.value)) : scalar.properties.isWhitespace
    }.map { Substring($0) }
  }

  /// Whether a scalar is a capital letter.
  static func isCapital(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x80
      ? (0x41...0x5A).contains(scalar.value) : entry(scalar.value) & capital != 0
  }

  /// Whether a scalar is a small letter.
  static func isSmall(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.value >= 0x80 else { return (0x61...0x7A).contains(scalar.value) }
    let entry = entry(scalar.value)
    return entry != 0 && entry & capital == 0
  }

  /// A word's letters without marks, small; nil if it holds anything else.
  static func skeleton(of word: some StringProtocol) -> String? {
    var letters: [UInt8] = []
    for scalar in word.unicodeScalars {
      switch fold(scalar) {
      case .letter(let letter) where letter > 0x39: letters.append(letter)
      case .mark: continue
      default: return nil
      }
    }
    return letters.isEmpty ? nil : String(decoding: letters, as: UTF8.self)
  }

  /// Letters that engines without Vietnamese print for others, folded as the letter they look like.
  static func lookAlike(_ scalar: Unicode.Scalar) -> UInt8? {
    switch scalar {
    case "0", "6", "°", "º": UInt8(ascii: "o")
    case "1", "|", "!": UInt8(ascii: "l")
    case "4": UInt8(ascii: "a")
    case "5", "§", "$": UInt8(ascii: "s")
    case "&", "€", "¢", "£": UInt8(ascii: "e")
    case "9": UInt8(ascii: "o")
    case "@": UInt8(ascii: "a")
    case "¥": UInt8(ascii: "y")
    default: nil
    }
  }

  /// Whether a scalar bears a mark of Vietnamese, or is đ.
  static func isMarked(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value > 0x7F && entry(scalar.value) != 0
  }

  private static let capital: UInt8 = 0x80

  /// The folded letter with the bit of capitals; 0 for what is no letter of the table.
  private static func entry(_ value: UInt32) -> UInt8 {
    value < UInt32(table.count) ? table[Int(value)] : 0
  }

  /// By scalar: an array, since every letter of a text is looked up.
  private static let table: [UInt8] = {
    var table = [UInt8](repeating: 0, count: 0x1EFA)
    for value in [0xC0...0x24F, 0x1E00...0x1EF9].joined() {
      guard let scalar = Unicode.Scalar(UInt32(value)) else { continue }
      let folded = NameFolding.unmarked(String(scalar)).lowercased().utf8
      guard folded.count == 1, let letter = folded.first, letter < 0x80 else { continue }
      table[value] = letter | (scalar.properties.isUppercase ? capital : 0)
    }
    return table
  }()
}
