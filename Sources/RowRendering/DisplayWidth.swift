// How many columns of a terminal a text takes. Precomposed and decomposed Vietnamese letters are
// each one grapheme cluster, so both take one column.

/// Measures text in terminal columns.
public enum DisplayWidth {
  /// The columns that a text takes: 1 for most grapheme clusters, 2 for East Asian wide ones and
  /// emoji, 0 for controls and for marks that stand alone.
  public static func of(_ text: String) -> Int {
    var count = 0
    for scalar in text.unicodeScalars {
      guard isSimple(scalar) else { return text.reduce(0) { $0 + of($1) } }
      count += 1
    }
    return count
  }

  /// The columns that one grapheme cluster takes.
  public static func of(_ character: Character) -> Int {
    let scalars = character.unicodeScalars
    guard let first = scalars.first else { return 0 }
    if first.value < 0x300, scalars.count == 1 { return isControl(first) ? 0 : 1 }
    if scalars.contains("\u{FE0F}") { return 2 }
    if isWide(first) || first.properties.isEmojiPresentation { return 2 }
    switch first.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control, .lineSeparator, .paragraphSeparator:
      return 0
    default: return 1
    }
  }

  /// Whether a scalar takes one column and is a cluster of its own beside others of its kind: Latin
  /// and precomposed Vietnamese letters and usual punctuation, that is nearly all of our text.
  private static func isSimple(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20...0x7E, 0xA0...0xA8, 0xAA...0xAC, 0xAF...0x2FF, 0x1E00...0x1EFF, 0x2010...0x2027:
      true
    default: false
    }
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || scalar.value == 0xAD
  }

  /// East Asian Width W and F, the blocks that matter; single wide symbols are emoji.
  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x1100...0x115F,  // Hangul initials
      0x2E80...0x303E, 0x3041...0x33FF,  // CJK radicals, punctuation, kana
      0x3400...0x4DBF, 0x4E00...0x9FFF,  // CJK ideographs
      0xA000...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3,  // Yi, Hangul
      0xF900...0xFAFF, 0xFE30...0xFE6F,  // compatibility forms
      0xFF01...0xFF60, 0xFFE0...0xFFE6,  // full-width forms
      0x1B000...0x1B2FF, 0x1F1E6...0x1F1FF,  // kana supplement, flags
      0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      true
    default: false
    }
  }
}
