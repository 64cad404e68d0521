// The root of the commands and the way in.

public import ArgumentParser
import IndicatorModel
import Warehouse

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The command `chiso`.
public struct ChisoCommand: ParsableCommand {
  /// The verbs in the order of help.
  static let verbs: KeyValuePairs<Help, any ParsableCommand.Type> = [
    .compare: CompareCommand.self,
    .trend: TrendCommand.self,
    .rank: RankCommand.self,
    .targets: TargetsCommand.self,
    .progress: ProgressCommand.self,
    .explain: ExplainCommand.self,
    .profile: ProfileCommand.self,
    .chart: ChartCommand.self,
    .report: ReportCommand.self,
    .plan: PlanCommand.self,
    .cite: CiteCommand.self,
    .diff: DiffCommand.self,
    .export: ExportCommand.self,
    .places: PlacesCommand.self,
    .indicators: IndicatorsCommand.self,
    .editions: EditionsCommand.self,
    .sources: SourcesCommand.self,
    .load: LoadCommand.self,
    .jobs: JobsCommand.self,
    .loads: LoadsCommand.self,
    .rejects: RejectsCommand.self,
    .check: CheckCommand.self,
    .withdraw: WithdrawCommand.self,
    .rebuild: RebuildCommand.self,
    .schedule: ScheduleCommand.self,
    .up: UpCommand.self,
    .down: DownCommand.self,
    .status: StatusCommand.self,
    .migrate: MigrateCommand.self,
    .psql: PsqlCommand.self,
  ]

  /// Name, help and subcommands.
  public static let configuration = CommandConfiguration(
    commandName: "chiso",
    abstract: Help.chiso.text,
    discussion: Help.chisoDiscussion.text + "\n\n"
      + Help.discussion([
        "chiso compare --place \"Lạng Sơn,Hà Tĩnh\" --indicator par,pci",
        "chiso trend --place lang-son --indicator pci",
      ]),
    version: ToolVersion.current,
    subcommands: verbs.map(\.value))

  /// Makes the command; the argument parser does.
  public init() {}

  /// Runs the program: parses, runs, and ends with the exit code that fits.
  public static func start() {
    Console.occupyClosedStreams()
    let words = Array(CommandLine.arguments.dropFirst())
    do {
      var command = try parsed(words)
      try command.run()
    } catch {
      guard let failure = wrongVerb(words.first) ?? Failure(error) else {
        let text = ParserPhrase.translated(fullMessage(for: error))
        let code = exitCode(for: error)
        if !text.isEmpty {
          if code.isSuccess { print(text) } else { Console.note(text) }
        }
        systemExit(code.rawValue)
      }
      Console.note("chiso: \(Complaint.errorPrefix()): \(failure.sentence)")
      systemExit(failure.status.rawValue)
    }
  }

  /// The command that was asked for.
  ///
  /// A verb parses its own options: to lay out those of all the others first would cost every question
  /// most of a millisecond. Only what a verb does not understand is taken to the root, which knows help,
  /// completions and what is wrong.
  private static func parsed(_ words: [String]) throws -> any ParsableCommand {
    if let verb = verbs.first(where: { $0.key.rawValue == words.first })?.value,
      let command = try? verb.parseAsRoot(Array(words.dropFirst()))
    {
      return command
    }
    return try parseAsRoot()
  }

  /// What is wrong with a verb, which is told before its options are taken for wrong ones; nil where
  /// it is known.
  private static func wrongVerb(_ word: String?) -> Failure? {
    guard let word, !word.hasPrefix("-"), word != "help" else { return nil }
    let known = verbs.map(\.key.rawValue)
    guard !known.contains(word) else { return nil }
    let nearest = Nearest.words(to: word, among: known, limit: 1).first
    return Failure(
      .usage,
      nearest.map { Complaint.unknownVerbNearest(word, $0) } ?? Complaint.unknownVerb(word))
  }
}

extension CommandConfiguration {
  /// The configuration of a verb: named as its help is, under `chiso`, with examples that a test runs.
  static func verb(
    _ help: Help, subcommands: [any ParsableCommand.Type] = [], _ examples: String...
  ) -> CommandConfiguration {
    CommandConfiguration(
      commandName: help.rawValue, _superCommandName: "chiso", abstract: help.text,
      discussion: Help.discussion(examples), version: ToolVersion.current,
      subcommands: subcommands)
  }
}

private func systemExit(_ code: Int32) -> Never {
  #if canImport(Glibc)
    Glibc.exit(code)
  #elseif canImport(Musl)
    Musl.exit(code)
  #else
    Darwin.exit(code)
  #endif
}
