// Text of others in a csv that a spreadsheet opens: what would be read as a formula gets an apostrophe
// before it, and loses it where such a table comes back.

/// The apostrophe that keeps text from being a formula.
public enum FormulaGuard {
  /// A text as it may stand in a csv.
  static func added(to text: String) -> String { isNeeded(text[...]) ? "'" + text : text }

  /// A text as it was before it was written to a csv.
  ///
  /// - Parameter text: a field of the csv.
  /// - Returns: the text without its guard.
  public static func removed(from text: String) -> String {
    text.first == "'" && isNeeded(text.dropFirst()) ? String(text.dropFirst()) : text
  }

  /// Whether a text takes a guard.
  ///
  /// A mark alone, such as the comparator "=", is no formula. What begins with a guard of its own gets
  /// another, so that one can be taken away.
  private static func isNeeded(_ text: Substring) -> Bool {
    switch text.utf8.first {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"),
      0x09, 0x0A, 0x0D:
      text.utf8.count > 1
    case UInt8(ascii: "'"): isNeeded(text.dropFirst())
    default: false
    }
  }
}
