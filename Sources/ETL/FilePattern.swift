// Paths with stars: a job may declare the files of a folder without naming each.

/// A path whose parts may hold `*`, which stands for any letters but a slash.
struct FilePattern: Sendable, Hashable {
  /// Parts between the slashes.
  let parts: [String]

  /// Takes a path apart.
  init(_ path: String) {
    parts = path.split(separator: "/").map(String.init)
  }

  /// Whether a path is a pattern.
  static func isPattern(_ path: String) -> Bool { path.contains("*") }

  /// Whether a path is one that the pattern means.
  func matches(_ path: String) -> Bool {
    let names = path.split(separator: "/").map(String.init)
    return names.count == parts.count && zip(parts, names).allSatisfy(Self.matches)
  }

  /// Paths of a folder that the pattern means, sorted.
  ///
  /// - Parameter names: names in a folder, given by its path; nothing hidden.
  /// - Returns: the paths.
  func paths(_ names: (String) -> [String]) -> [String] {
    var found = [""]
    for part in parts {
      found = found.flatMap { folder in
        let prefix = folder.isEmpty ? "" : folder + "/"
        guard Self.isPattern(part) else { return [prefix + part] }
        return names(folder).filter { Self.matches(part, $0) }.map { prefix + $0 }
      }
    }
    return found.sorted()
  }

  /// Stars take as little as they can; the last that matched takes more where the rest does not fit.
  static func matches(_ pattern: String, _ name: String) -> Bool {
    let pattern = Array(pattern.unicodeScalars)
    let name = Array(name.unicodeScalars)
    var (p, n) = (0, 0)
    var star: (pattern: Int, name: Int)?
    while n < name.count {
      if p < pattern.count, pattern[p] == "*" {
        star = (p, n)
        p += 1
      } else if p < pattern.count, pattern[p] == name[n] {
        p += 1
        n += 1
      } else if let last = star {
        star = (last.pattern, last.name + 1)
        p = last.pattern + 1
        n = last.name + 1
      } else {
        return false
      }
    }
    return pattern[p...].allSatisfy { $0 == "*" }
  }
}

extension Job {
  /// What is declared of a path, by its name or by a pattern; nil where nothing is.
  func declaration(of path: String) -> File? {
    files.first { $0.path == path }
      ?? patterns.first { FilePattern($0.path).matches(path) }?.at(path)
  }

  /// Patterns that mean none of its files.
  var emptyPatterns: [String] {
    patterns.map(\.path).filter { path in
      !files.contains { FilePattern(path).matches($0.path) }
    }
  }

  /// Puts the files that patterns mean in the place of the patterns; one that is named stays as declared.
  ///
  /// - Parameter names: names in a folder, given by its path below that of the files.
  mutating func expandPatterns(_ names: (String) -> [String]) {
    patterns = files.filter { FilePattern.isPattern($0.path) }
    guard !patterns.isEmpty else { return }
    var known = Set(files.map(\.path))
    files = files.flatMap { file -> [File] in
      guard FilePattern.isPattern(file.path) else { return [file] }
      return FilePattern(file.path).paths(names).filter { known.insert($0).inserted }
        .map { file.at($0) }
    }
  }
}
