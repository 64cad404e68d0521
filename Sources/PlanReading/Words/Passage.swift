// Words that belong together though lines, pages and the cells of a table part them in the text.

/// One text made of stretches of lines: a paragraph, an item of a list, a cell of a table.
public struct Passage: Sendable, Equatable {
  /// A stretch of one line.
  public struct Piece: Sendable, Equatable {
    /// The line, from 1.
    public let line: Int
    /// The words of the stretch, a part of the line as it stands in the text.
    public let text: String
    /// Whether nothing but white space stands between the piece before and this one, so that a
    /// quote may run over both.
    public let continues: Bool

    /// A stretch of a line.
    public init(line: Int, text: String, continues: Bool) {
      self.line = line
      self.text = text
      self.continues = continues
    }
  }

  /// Its stretches, in the order of the text; never empty.
  public var pieces: [Piece]

  /// A passage of stretches.
  public init(_ pieces: [Piece]) {
    self.pieces = pieces
  }

  /// Its words on one line.
  public var text: String { pieces.map(\.text).joined(separator: " ") }

  /// This passage and another behind it as one text; no quote runs over both.
  func followed(by other: Passage) -> Passage {
    guard let first = other.pieces.first else { return self }
    let broken = Piece(line: first.line, text: first.text, continues: false)
    return Passage(pieces + [broken] + other.pieces.dropFirst())
  }
}
