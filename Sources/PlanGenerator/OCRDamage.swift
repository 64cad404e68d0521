// What an engine for the recognition of print makes of Vietnamese that it was never taught: marks dropped
// or moved, letters taken for others that look alike, words split. By kinds of letters, not by words.

/// Damages text as such an engine does, line by line, so that lines keep their numbers.
public struct OCRDamage: Sendable {
  /// How likely a letter with marks is misread, 0 to 1; plain letters fall with a thirtieth of it.
  public let rate: Double
  private var random: SplitMix64

  /// A model of a rate; the same seed damages alike.
  public init(rate: Double = 0.85, seed: UInt64) {
    self.rate = min(1, max(0, rate))
    random = SplitMix64(seed: seed ^ 0x0C12)
  }

  /// The plan as the engine reads its print; what it says stays what it said.
  public mutating func damaged(_ plan: GeneratedPlan) -> GeneratedPlan {
    var copy = plan
    copy.lines = plan.lines.map { damaged($0) }
    return copy
  }

  /// A line as the engine reads it; tags of tables are no print and stay.
  public mutating func damaged(_ line: String) -> String {
    var result = ""
    var isTag = false
    var previous: Character = " "
    for character in line {
      if character == "<" { isTag = true }
      let read = isTag ? String(character) : reading(character, after: previous)
      if character == ">" { isTag = false }
      result += read
      previous = character
    }
    return result.replacing("rn", with: happens(0.1) ? "m" : "rn")
  }

  // MARK: - Letters

  private mutating func happens(_ share: Double) -> Bool {
    Double(random.below(1_000_000)) < share * rate * 1_000_000
  }

  private mutating func reading(_ character: Character, after previous: Character) -> String {
    if let family = Self.families[character] {
      return happens(1) ? misread(family, character) : String(character)
    }
    if character.isNumber {
      // Figures are alike in all languages, and nearly always right.
      guard happens(0.001) else { return String(character) }
      return ["0": "O", "1": "l", "5": "S"][character] ?? String(character)
    }
    if character.isLetter { return plain(character, after: previous) }
    switch character {
    case " ": return happens(0.004) ? random.pick("  ", " '", " . ", "") : " "
    case "-": return happens(0.05) ? "—" : "-"
    case ",", ".": return happens(0.01) ? random.pick(";", ",", ".,") : String(character)
    case ";": return happens(0.04) ? random.pick(",", ":") : ";"
    default: return String(character)
    }
  }

  /// A letter with marks, whose plain letter is known.
  private mutating func misread(_ plain: Character, _ marked: Character) -> String {
    let isUpper = marked.isUppercase
    let kind = random.below(100)
    if kind < 52 { return String(plain) }
    if kind < 76, let accents = Self.accents[plain.lowercasedCharacter] {
      let letter = random.choose(accents) ?? String(plain)
      return isUpper ? letter.uppercased() : letter
    }
    if kind < 92, let alike = Self.lookalikes[plain] {
      return random.choose(alike) ?? String(plain)
    }
    return random.pick("\(plain)\(plain)", "\(plain)'", "\(plain),", "\(plain)i", "\(plain)")
  }

  /// A letter without marks, which the engine knows well.
  private mutating func plain(_ letter: Character, after previous: Character) -> String {
    guard happens(0.03) else { return String(letter) }
    switch letter {
    case "l": return random.pick("1", "I", "i")
    case "I": return random.pick("l", "1", "T")
    case "i": return random.pick("1", "l", "ï")
    case "o": return previous.isLetter ? random.pick("0", "6", "e") : "o"
    case "m": return random.pick("rn", "m", "in")
    case "n": return random.pick("n", "ri", "h")
    case "h": return random.pick("b", "li", "h")
    case "u": return random.pick("ii", "u", "n")
    case "c": return random.pick("c", "e", "¢")
    case "g": return random.pick("g", "q", "9")
    case "t": return random.pick("t", "f", "'t")
    default: return random.pick(String(letter), String(letter), "\(letter)\(letter)", "\(letter) ")
    }
  }

  // MARK: - Shapes

  /// Letters with marks by their plain letter.
  private static let families: [Character: Character] = {
    let letters: [(Character, String)] = [
      ("a", "àáảãạăằắẳẵặâầấẩẫậ"), ("e", "èéẻẽẹêềếểễệ"), ("i", "ìíỉĩị"),
      ("o", "òóỏõọôồốổỗộơờớởỡợ"), ("u", "ùúủũụưừứửữự"), ("y", "ỳýỷỹỵ"), ("d", "đ"),
      ("A", "ÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬ"), ("E", "ÈÉẺẼẸÊỀẾỂỄỆ"), ("I", "ÌÍỈĨỊ"),
      ("O", "ÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢ"), ("U", "ÙÚỦŨỤƯỪỨỬỮỰ"), ("Y", "ỲÝỶỸỴ"), ("D", "Đ"),
    ]
    return Dictionary(
      letters.flatMap { plain, marked in marked.map { ($0, plain) } }, uniquingKeysWith: { $1 })
  }()

  /// Letters of the languages that the engine was taught.
  private static let accents: [Character: [String]] = [
    "a": ["á", "à", "â", "ä"], "e": ["é", "é", "ê", "è"], "i": ["í", "i", "ï"],
    "o": ["ó", "ô", "ö", "é"], "u": ["ú", "ù", "ü"], "y": ["ý"],
  ]

  /// Signs that look alike.
  private static let lookalikes: [Character: [String]] = [
    "a": ["4", "a", "i"], "e": ["¢", "€", "c", "&"], "i": ["1", "l", "i"],
    "o": ["6", "0", "b", "d"], "u": ["w", "ir", "tr", "ti", "v"], "y": ["y", "v"],
    "d": ["d", "4", "cl"], "D": ["P", "B", "D"], "A": ["A", "4"], "E": ["E", "F"],
    "I": ["i", "1", "l"], "O": ["O", "0", "6"], "U": ["U", "Ư", "V"], "Y": ["Y", "V"],
  ]
}

extension Character {
  fileprivate var lowercasedCharacter: Character { lowercased().first ?? self }
}
