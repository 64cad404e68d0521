// Which indicators a question is about, as typed after `--indicator`. Codes form a tree by dots.

/// Why a pattern of indicators could not be read.
public enum IndicatorPatternError: Error, Sendable, Equatable {
  /// Nothing was given, or nothing between two commas.
  case empty
  /// A character that no code has, or a dot with nothing before or after it.
  case notACode(String)
  /// A star that is not at the end.
  case misplacedStar(String)
}

/// One code, or a code with a star.
///
/// `par` is that code alone; `pci.*` is everything below `pci`, at any depth, without `pci`;
/// `procedures.on_time*` is every code that begins so; `*` is every code.
public struct IndicatorPattern: Sendable, Hashable, CustomStringConvertible {
  private let text: String
  /// Whether the pattern ends in a star.
  public let hasStar: Bool

  /// Reads one pattern; capital letters become small ones.
  ///
  /// - Parameter pattern: A code, or its beginning and a star.
  /// - Throws: `IndicatorPatternError`, with the pattern.
  public init(parsing pattern: String) throws(IndicatorPatternError) {
    let pattern = String(trimmed(pattern[...]))
    if pattern.isEmpty { throw .empty }
    hasStar = pattern.last == "*"
    text = (hasStar ? String(pattern.dropLast()) : pattern).lowercased()
    if text.contains("*") { throw .misplacedStar(pattern) }
    let isWellFormed = text.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "_"), UInt8(ascii: "."):
        true
      default: false
      }
    }
    let endsInDot = text.last == "." && !hasStar
    guard isWellFormed, text.first != ".", !endsInDot, text.firstRange(of: "..") == nil
    else { throw .notACode(pattern) }
  }

  /// Reads several patterns joined by commas.
  ///
  /// - Parameter patterns: What was typed; spaces around a pattern do not matter.
  /// - Returns: The patterns in the order typed, each once.
  /// - Throws: `IndicatorPatternError`, with the pattern that could not be read.
  public static func list(
    parsing patterns: String
  ) throws(IndicatorPatternError) -> [IndicatorPattern] {
    var list: [IndicatorPattern] = []
    for part in patterns.split(separator: ",", omittingEmptySubsequences: false) {
      let pattern = try IndicatorPattern(parsing: String(part))
      if !list.contains(pattern) { list.append(pattern) }
    }
    return list
  }

  /// Whether a code is meant.
  public func matches(_ code: String) -> Bool {
    hasStar ? code.hasPrefix(text) : code == text
  }

  /// The pattern as it is typed.
  public var description: String {
    hasStar ? text + "*" : text
  }

  /// The known codes nearest to a pattern that matches none, best first.
  ///
  /// Those with few letters changed come first, then those that begin with the pattern, then those
  /// whose last part is the pattern's ("on_time_rate" finds "procedures.on_time_rate").
  ///
  /// - Parameter codes: The codes of the catalog.
  /// - Returns: At most three codes.
  public func nearest(among codes: [String]) -> [String] {
    let typed = text.last == "." ? String(text.dropLast()) : text
    guard !typed.isEmpty else { return [] }
    let near = Nearest.words(to: typed, among: codes)
    let ending = codes.filter { $0.hasSuffix("." + typed) && !near.contains($0) }
    return Array((near + ending).prefix(3))
  }
}

/// What patterns mean among the codes of a catalog.
public struct IndicatorMatches: Sendable, Equatable {
  /// The codes meant, each once: by the order of the patterns, then by that of the catalog.
  public var codes: [String]
  /// The patterns that mean no code, each with the codes nearest to it.
  public var unknown: [Unknown]

  /// A pattern without a match.
  public struct Unknown: Sendable, Equatable {
    /// The pattern as typed.
    public var pattern: String
    /// The nearest known codes, best first; may be empty.
    public var nearest: [String]
  }

  /// Matches patterns with the codes of a catalog.
  public init(_ patterns: [IndicatorPattern], among catalog: [String]) {
    var seen: Set<String> = []
    codes = []
    unknown = []
    for pattern in patterns {
      let found = catalog.filter(pattern.matches)
      if found.isEmpty {
        let nearest = pattern.nearest(among: catalog)
        unknown.append(Unknown(pattern: pattern.description, nearest: nearest))
      }
      codes += found.filter { seen.insert($0).inserted }
    }
  }
}
