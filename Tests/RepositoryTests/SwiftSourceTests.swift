// Rules that every Swift file keeps: its head, its size, what it imports, what it must not do.

import Testing

@Suite struct SwiftSourceTests {
  /// Modules of ours that each module may import; the table of the README, read downward.
  private static let allowed: [String: Set<String>] = [
    "CLibPQ": [],
    "LibPQ": ["CLibPQ"],
    "EmbeddedPostgres": ["LibPQ"],
    "IndicatorModel": [],
    "PlanReading": ["IndicatorModel"],
    "Documents": [],
    "RowRendering": [],
    "WarehouseSQL": [],
    "Warehouse": ["LibPQ", "WarehouseSQL", "IndicatorModel"],
    "ETL": ["Warehouse", "Documents", "PlanReading", "IndicatorModel", "LibPQ", "RowRendering"],
    "ChisoCLI": [
      "ETL", "Warehouse", "EmbeddedPostgres", "PlanReading", "IndicatorModel", "LibPQ",
      "RowRendering", "Spreadsheets", "Charts", "Reports",
    ],
    "Charts": ["RowRendering"],
    "Reports": [],
    "CXlsxWriter": [],
    "Spreadsheets": ["CXlsxWriter", "RowRendering"],
    "chiso": ["ChisoCLI"],
    "PlanGenerator": ["PlanReading", "IndicatorModel"],
    "TestSupport": ["EmbeddedPostgres", "LibPQ"],
  ]
  /// Modules of packages, and who may import them.
  private static let packages: [String: Set<String>] = [
    "ArgumentParser": ["ChisoCLI"],
    "Yams": ["ETL"],
    "Mustache": ["Reports"],
    "Crypto": ["ETL", "ChisoCLI"],
    "Subprocess": ["EmbeddedPostgres", "ChisoCLI"],
    "SystemPackage": ["EmbeddedPostgres", "ChisoCLI"],
  ]
  private static let system: Set<String> = [
    "Glibc", "Musl", "Darwin", "FoundationEssentials", "Synchronization", "Dispatch",
  ]

  private static func imports(of path: String) throws -> [String] {
    try Repository.lines(of: path).compactMap { line in
      let words = line.split(separator: " ")
      guard let at = words.firstIndex(of: "import"), at + 1 < words.count,
        words[..<at].allSatisfy({ ["public", "package", "internal", "@testable"].contains($0) })
      else { return nil }
      return String(words[at + 1])
    }
  }

  /// Code without comments and without what stands in string literals.
  private static func code(of path: String) throws -> [(line: Int, text: String)] {
    var isInText = false
    return try Repository.lines(of: path).enumerated().map { number, line in
      let marks = line.ranges(of: "\"\"\"").count
      defer { if marks == 1 { isInText.toggle() } }
      guard !isInText, marks == 0 else { return (number + 1, "") }
      let code = line.replacing(/"(\\.|[^"\\])*"/, with: "\"\"").prefix { _ in true }
      let end = code.firstRange(of: "//")?.lowerBound ?? code.endIndex
      return (number + 1, String(code[..<end]))
    }
  }

  @Test func modulesImportOnlyDownward() throws {
    for path in try Repository.files(below: "Sources", endingIn: ".swift") {
      let module = String(path.split(separator: "/")[1])
      let allowed = try #require(Self.allowed[module], "\(module) has no row in the table")
      for name in try Self.imports(of: path) {
        if let users = Self.packages[name] {
          #expect(users.contains(module), "\(path) imports \(name)")
        } else {
          #expect(allowed.contains(name) || Self.system.contains(name), "\(path) imports \(name)")
        }
      }
    }
  }

  @Test func everyModuleHasARowInTheTable() throws {
    let modules = Set(
      try Repository.files(below: "Sources").map { String($0.split(separator: "/")[1]) })
    #expect(modules == Set(Self.allowed.keys))
  }

  @Test func everyFileBeginsWithAShortHeadComment() throws {
    let folders = ["Sources", "Benchmarks"].filter(Repository.isFolder)
    let files = try folders.flatMap { try Repository.files(below: $0, endingIn: ".swift") }
    #expect(files.count > 60)
    for path in files {
      var lines = try Repository.lines(of: path)[...]
      if lines.first?.hasPrefix("// swift-tools-version") == true { lines = lines.dropFirst() }
      let head = lines.prefix { $0.hasPrefix("//") }
      #expect((1...4).contains(head.count), "\(path) has \(head.count) lines of head comment")
      #expect(
        head.allSatisfy { $0.hasPrefix("// ") && !$0.hasPrefix("///") }
          && lines.dropFirst(head.count).first == "", "\(path): head comment, then an empty line")
    }
  }

  @Test func noFileIsLongerThan400Lines() throws {
    for folder in ["Sources", "Tests"] {
      for path in try Repository.files(below: folder, endingIn: ".swift") {
        let count = try Repository.lines(of: path).count - 1
        #expect(count <= 400, "\(path) has \(count) lines")
      }
    }
  }

  @Test func sourcesNeverTrapOnPurpose() throws {
    let traps = /\bfatalError\b|\btry!|\bas!|[\w)\]}]!(?![=\w])/
    for path in try Repository.files(below: "Sources", endingIn: ".swift") {
      for (line, text) in try Self.code(of: path) {
        #expect(text.firstMatch(of: traps) == nil, "\(path):\(line): \(text)")
      }
    }
  }

  @Test func theRuleAgainstTrapsSeesThem() throws {
    let traps = /\bfatalError\b|\btry!|\bas!|[\w)\]}]!(?![=\w])/
    for text in ["a!.b", "f()!", "x[0]!", "try! f()", "a as! B", "fatalError()", "let a: Int!"] {
      #expect(text.firstMatch(of: traps) != nil, "\(text)")
    }
    for text in ["a != b", "!a", "f(!a)", "a && !b", "try? f()", "a as? B"] {
      #expect(text.firstMatch(of: traps) == nil, "\(text)")
    }
  }

  @Test func packagesAreNamedByExactVersion() throws {
    for manifest in ["Package.swift", "Benchmarks/Package.swift"]
    where (try? Repository.bytes(of: manifest)) != nil {
      let packages = try Repository.text(of: manifest).matches(of: /\.package\(([^)]*)\)/)
      for package in packages where !package.output.1.contains("path:") {
        #expect(
          package.output.1.contains(/exact: "\d+\.\d+\.\d+"/), "\(manifest): \(package.output.1)")
      }
    }
    #expect(
      try Repository.text(of: "Package.swift").matches(of: /\.package\(/).count
        == Self.packages.count)
  }
}
