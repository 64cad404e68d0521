// A text with its white space folded, in which quotes are looked up byte for byte.

/// A text in which quotes are looked up.
public struct FoldedText: Sendable {
  private let bytes: [UInt8]

  /// The text of lines.
  public init(_ lines: [String]) {
    bytes = Array(lines.lazy.map(Self.fold).filter { !$0.isEmpty }.joined(separator: " ").utf8)
  }

  /// A text on one line, every stretch of white space one space.
  public static func fold(_ text: String) -> String {
    // By scalars: a mark after a space would make the space a letter's part, and no white space.
    text.unicodeScalars.split(whereSeparator: \.properties.isWhitespace).map { String($0) }
      .joined(separator: " ")
  }

  /// Whether a quote stands in the text; an empty one does not.
  public func contains(_ quote: String) -> Bool {
    let words = Array(Self.fold(quote).utf8)
    guard let first = words.first, words.count <= bytes.count else { return false }
    for start in 0...(bytes.count - words.count)
    where bytes[start] == first && bytes[start..<(start + words.count)].elementsEqual(words) {
      return true
    }
    return false
  }
}
