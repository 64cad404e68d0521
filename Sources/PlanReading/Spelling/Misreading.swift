// Letters that an engine takes for two, and two for one: "cl" for đ, "rn" for m, "ir" for ư.

/// What a row of letters may have been.
enum Misreading {
  /// A row of letters and every row that it may stand for by one misreading, with its cost.
  static func variants(of skeleton: String) -> [(letters: String, cost: Double)] {
    var variants = [(skeleton, 0.0)]
    for (read, meant) in pairs where skeleton.contains(read) {
      variants.append((skeleton.replacing(read, with: meant), 0.2))
    }
    return variants
  }

  private static let pairs = [
    ("cl", "d"), ("rn", "m"), ("ir", "u"), ("ii", "u"), ("vv", "w"), ("tr", "u"), ("ti", "u"),
    ("li", "h"),
    ("ri", "n"), ("aa", "a"), ("oo", "o"), ("ee", "e"), ("uu", "u"),
  ]
}
