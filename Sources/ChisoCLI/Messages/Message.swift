// What a message is: one sentence in every language the program speaks, with numbered places for what it
// names. The enums that hold the sentences are in the files beside this one.

import ArgumentParser

/// A sentence in every language.
///
/// `{0}`, `{1}` and so on stand for what it names.
protocol Message: CaseIterable, RawRepresentable<String> {
  /// The sentence in Vietnamese and in English.
  var texts: (vi: String, en: String) { get }
}

extension Message {
  /// The sentence in a language.
  func text(in language: Language) -> String {
    switch language {
    case .vi: texts.vi
    case .en: texts.en
    }
  }

  /// The sentence in the language of this run.
  var text: String { text(in: .current) }

  /// The sentence with what it names, in the order of its numbers.
  func callAsFunction(_ arguments: String...) -> String {
    filled(arguments)
  }

  /// The sentence with what it names, from a list.
  func filled(_ arguments: [String]) -> String {
    var filled = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "{") {
      filled += rest[..<open]
      rest = rest[open...].dropFirst()
      guard let close = rest.firstIndex(of: "}"), let number = Int(rest[..<close]) else {
        filled += "{"
        continue
      }
      filled += number < arguments.count ? arguments[number] : ""
      rest = rest[close...].dropFirst()
    }
    filled += rest
    // What a sentence ends in may be nothing: no mark or space is left behind for it.
    while let last = filled.last, last == " " || last == ":" { filled.removeLast() }
    return filled
  }

  /// The sentence as the help of an argument.
  var argument: ArgumentHelp { ArgumentHelp(stringLiteral: text) }
}
