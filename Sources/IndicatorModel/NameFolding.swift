// The key under which names of places are looked up: spellings that differ in marks, tone place,
// case, punctuation, spacing or an administrative title get one key. No list of places here.

/// Folds names so that spellings of one name are equal.
public enum NameFolding {
  /// The key of a name.
  ///
  /// Marks are stripped (precomposed or combining), đ becomes d, letters lower case; one leading
  /// "Tỉnh", "T.", "Thành phố", "TP", "T.P" and one trailing "Province", "City" are dropped where
  /// they are words of their own and something is left; then everything that is no letter or digit.
  /// "Tỉnh BÀ RỊA–VŨNG TÀU" gives "bariavungtau", "TP.HCM" gives "hcm", "TPHCM" stays "tphcm".
  public static func key(_ text: String) -> String {
    var words = words(of: text)[...]
    dropTitle(from: &words)
    if words.count > 1, let last = words.last, last.text == "province" || last.text == "city" {
      words.removeLast()
    }
    return words.reduce(into: "") { $0 += $1.text }
  }

  /// The words of a text with their letters folded, parted by single spaces: for headings.
  ///
  /// "1.1. Chi phí\nGIA NHẬP" gives "1 1 chi phi gia nhap".
  public static func phrase(_ text: String) -> String {
    words(of: text).map(\.text).joined(separator: " ")
  }

  /// A text with its letters folded and everything else as it is: for lists of names and for
  /// search, where words matter.
  public static func unmarked(_ text: String) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch fold(scalar) {
      case .letter(let letter): result.append(letter)
      case .letters(let letters): result.append(contentsOf: letters.utf8)
      case .mark: break
      case .other:
        result.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  // MARK: - Words

  private struct Word {
    var text = ""
    /// Whether a full stop follows at once: "T." is short for something, "T" need not be.
    var hasStop = false
  }

  private static func words(of text: String) -> [Word] {
    var words: [Word] = []
    var word = Word()
    for scalar in text.unicodeScalars {
      switch fold(scalar) {
      case .letter(let letter): word.text.unicodeScalars.append(Unicode.Scalar(letter))
      case .letters(let letters): word.text += letters
      case .mark: break
      case .other:
        guard !word.text.isEmpty else { continue }
        word.hasStop = scalar == "."
        words.append(word)
        word = Word()
      }
    }
    if !word.text.isEmpty { words.append(word) }
    return words
  }

  private static func dropTitle(from words: inout ArraySlice<Word>) {
    guard let first = words.first, words.count > 1 else { return }
    let second = words[words.startIndex + 1]
    switch (first.text, second.text) {
    case ("thanh", "pho"), ("t", "p"):
      if words.count > 2 { words.removeFirst(2) }
    case ("tinh", _), ("tp", _): words.removeFirst()
    // "T.T.Huế" is short for the whole name, "T. Huế" is not.
    case ("t", let next) where first.hasStop && next.utf8.count > 1: words.removeFirst()
    default: break
    }
  }

  // MARK: - Letters

  private enum Folded {
    /// A small letter of ASCII or a digit.
    case letter(UInt8)
    /// Letters of other scripts.
    case letters(String)
    /// A combining mark or an invisible character: leaves no trace and parts no words.
    case mark
    case other
  }

  private static func fold(_ scalar: Unicode.Scalar) -> Folded {
    switch scalar.value {
    case 0x61...0x7A, 0x30...0x39: return .letter(UInt8(scalar.value))
    case 0x41...0x5A: return .letter(UInt8(scalar.value + 0x20))
    case 0x00...0x7F: return .other
    case 0x300...0x36F, 0xAD, 0x200B...0x200D, 0x2060, 0xFEFF: return .mark
    default: break
    }
    if scalar.value < UInt32(baseLetters.count), baseLetters[Int(scalar.value)] != 0 {
      return .letter(baseLetters[Int(scalar.value)])
    }
    let properties = scalar.properties
    guard properties.isAlphabetic || properties.numericType == .decimal else { return .other }
    return .letters(properties.lowercaseMapping)
  }

  /// By precomposed letter with marks the letter without them, 0 for others; an array, since every letter
  /// of a text is looked up.
  private static let baseLetters: [UInt8] = {
    let letters = [
      (UInt8(ascii: "a"), "àáảãạăằắẳẵặâầấẩẫậÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬäåǎÄÅǍ"),
      (UInt8(ascii: "c"), "çÇ"),
      (UInt8(ascii: "d"), "đĐðÐɖƉ"),
      (UInt8(ascii: "e"), "èéẻẽẹêềếểễệÈÉẺẼẸÊỀẾỂỄỆëĕËĔ"),
      (UInt8(ascii: "i"), "ìíỉĩịÌÍỈĨỊîïĭÎÏĬ"),
      (UInt8(ascii: "n"), "ñÑ"),
      (UInt8(ascii: "o"), "òóỏõọôồốổỗộơờớởỡợÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢöŏÖŎ"),
      (UInt8(ascii: "u"), "ùúủũụưừứửữựÙÚỦŨỤƯỪỨỬỮỰûüŭÛÜŬ"),
      (UInt8(ascii: "y"), "ỳýỷỹỵỲÝỶỸỴÿ"),
    ]
    var table = [UInt8](repeating: 0, count: 0x1F00)
    for (base, marked) in letters {
      for scalar in marked.unicodeScalars { table[Int(scalar.value)] = base }
    }
    return table
  }()
}
