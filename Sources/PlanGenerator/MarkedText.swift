// Words that know where in them each statement stands, so that lines can be told once they are set.

import PlanReading

/// A text with the statements that it makes.
struct MarkedText: Sendable {
  /// A statement and the characters that say so.
  struct Mark: Sendable {
    var start: Int
    var end: Int
    var target: PlanTarget
  }

  private(set) var characters: [Character] = []
  private(set) var marks: [Mark] = []

  init(_ text: String = "") { append(text) }

  var text: String { String(characters) }

  mutating func append(_ text: String) { characters += Array(text) }

  mutating func append(_ other: MarkedText) {
    for mark in other.marks {
      marks.append(
        Mark(
          start: mark.start + characters.count, end: mark.end + characters.count,
          target: mark.target))
    }
    characters += other.characters
  }

  /// Appends words that state targets; all of them are quoted with all of the words.
  mutating func say(_ text: String, _ targets: [PlanTarget]) {
    let start = characters.count
    append(text)
    for target in targets {
      marks.append(Mark(start: start, end: characters.count, target: target))
    }
  }

  /// The same with the first letter in upper case.
  var capitalised: MarkedText {
    characters.first.map { startingWith($0.uppercased()) } ?? self
  }

  /// The same as it reads inside a sentence; names in capitals stay so.
  var lowered: MarkedText {
    guard let first = characters.first, characters.dropFirst().first?.isUppercase != true
    else { return self }
    return startingWith(first.lowercased())
  }

  /// The same with another first letter.
  func startingWith(_ letter: String) -> MarkedText {
    var copy = self
    if !copy.characters.isEmpty { copy.characters.replaceSubrange(0..<1, with: Array(letter)) }
    return copy
  }

  /// The same with every statement changed.
  func changed(_ change: (PlanTarget) -> PlanTarget) -> MarkedText {
    var copy = self
    for index in copy.marks.indices { copy.marks[index].target = change(copy.marks[index].target) }
    return copy
  }
}
