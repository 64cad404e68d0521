import Testing

/// Help is read before anything runs: it is the same everywhere, and its examples run as they stand.
@Suite struct HelpTests {
  static let verbs = [
    "compare", "trend", "rank", "targets", "progress", "explain", "profile", "chart", "report",
    "plan", "cite", "diff", "export", "places",
    "indicators",
    "editions",
    "sources", "load", "jobs", "loads", "rejects", "check", "withdraw", "rebuild", "schedule", "up",
    "down", "status", "migrate", "psql",
  ]

  /// Verbs below a verb.
  static let subcommands = [
    "plan read", "plan list", "plan show", "plan diff", "plan tasks", "plan search", "plan review",
    "plan template",
  ]

  /// Examples that no test can run, with the reason.
  private static let leftOut = [
    "CHISO_HOME=/srv/chiso chiso up --quiet": "a home outside of the test",
    "CHISO_HOME=/srv/chiso chiso down": "a home outside of the test",
    "chiso plan read plan.txt": "a plan of one's own",
    "chiso plan read plan.txt --format json": "a plan of one's own",
    "chiso plan review lang-son-2024": "a terminal, and a plan whose document was read",
    "chiso plan review lang-son-2024 --export lang-son-2024.csv": "a plan whose document was read",
    "chiso migrate --db postgresql://example/chiso --no-roles": "a server that does not exist",
  ]

  @Test(arguments: [""] + verbs + subcommands)
  func helpIsTheRecordedOne(verb: String) async throws {
    let chiso = try Chiso()
    let name = verb.isEmpty ? "chiso" : verb.replacing(" ", with: "-")
    try expectGolden(
      try await chiso.run("\(verb) --help".drop { $0 == " " }.description), "help/\(name)")
  }

  @Test(arguments: ["", "compare", "load", "cite", "plan template", "plan review"])
  func helpSpeaksVietnamese(verb: String) async throws {
    let chiso = try Chiso()
    let name = verb.isEmpty ? "chiso" : verb.replacing(" ", with: "-")
    let line = verb.isEmpty ? "--help --lang vi" : "\(verb) --help --lang vi"
    try expectGolden(try await chiso.run(line), "help/\(name)-vi")
  }

  @Test func rootHelpListsEveryVerb() async throws {
    let help = try await Chiso().run("--help").output
    let listed = help.split(separator: "\n").drop { $0 != "SUBCOMMANDS:" }.dropFirst()
      .filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") && !$0.contains("'") }
      .compactMap { $0.split(separator: " ").first.map(String.init) }
    #expect(listed == Self.verbs)
  }

  @Test func examplesOfEveryVerbRun() async throws {
    let chiso = try Chiso()
    #expect(try await chiso.run("load").status == 0)
    for verb in [""] + Self.verbs + Self.subcommands {
      let help = try await chiso.run(verb.isEmpty ? "--help" : "\(verb) --help").output
      let examples = help.split(separator: "\n").drop { $0 != "Examples:" }.dropFirst()
        .prefix { $0.hasPrefix("  ") }.map { String($0.dropFirst(2)) }
      #expect(examples.count == 2, "\(verb): \(examples)")
      for example in examples where Self.leftOut[example] == nil {
        #expect(example.hasPrefix("chiso "), "an example begins with the program: \(example)")
        // Files that examples write go where the test does.
        let line = String(example.dropFirst("chiso ".count))
          .replacing("--output ", with: "--output \(chiso.folder)/")
        let run = try await chiso.run(line)
        #expect(run.status == 0, "\(example)\n\(run.error)")
      }
    }
  }
}
