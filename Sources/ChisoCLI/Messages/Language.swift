// The language of the reader: chosen once, before anything is parsed, because help is read in it too.

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A language that the program speaks.
enum Language: String, CaseIterable, Sendable {
  case vi, en

  /// The language of this run: `--lang`, else LC_ALL, LC_MESSAGES, LANG; English where none says.
  static let current = choose(
    arguments: CommandLine.arguments,
    locale: ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { Environment[$0] }
      .first { !$0.isEmpty })

  static func choose(arguments: [String], locale: String?) -> Language {
    for (index, argument) in arguments.enumerated() {
      if argument == "--" { break }
      if argument == "--lang", index + 1 < arguments.count,
        let language = Language(rawValue: arguments[index + 1])
      {
        return language
      }
      if argument.hasPrefix("--lang="),
        let language = Language(rawValue: String(argument.dropFirst(7)))
      {
        return language
      }
    }
    return locale?.hasPrefix("vi") ?? false ? .vi : .en
  }

  /// Mark between units and decimals.
  var decimalMark: Character { self == .vi ? "," : "." }
}

/// The environment of the process.
enum Environment {
  /// Value of a variable; nil where it is not set.
  static subscript(name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }
}
