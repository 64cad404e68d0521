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
  /// Name, help and subcommands.
  public static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "chiso",
      abstract: Help.chiso.text,
      discussion: Help.chisoDiscussion.text + "\n\n"
        + Help.discussion(
          "chiso compare --place \"Lạng Sơn,Hà Tĩnh\" --indicator par,pci",
          "chiso trend --place lang-son --indicator pci"),
      version: ToolVersion.current,
      subcommands: [
        CompareCommand.self, TrendCommand.self, RankCommand.self, TargetsCommand.self,
        CiteCommand.self, PlacesCommand.self, IndicatorsCommand.self, EditionsCommand.self,
        SourcesCommand.self, LoadCommand.self, JobsCommand.self, LoadsCommand.self,
        RejectsCommand.self, ScheduleCommand.self, UpCommand.self, DownCommand.self,
        StatusCommand.self,
        MigrateCommand.self, PsqlCommand.self,
      ])
  }

  /// Makes the command; the argument parser does.
  public init() {}

  /// Runs the program: parses, runs, and ends with the exit code that fits.
  public static func start() {
    Console.occupyClosedStreams()
    do {
      try checkVerb(CommandLine.arguments.dropFirst().first)
      var command = try parseAsRoot()
      try command.run()
    } catch {
      guard let failure = Failure(error) else {
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
}

extension ChisoCommand {
  /// Tells a wrong verb as such, before its options are taken for wrong ones.
  private static func checkVerb(_ word: String?) throws {
    guard let word, !word.hasPrefix("-"), word != "help" else { return }
    let verbs = configuration.subcommands.compactMap { $0.configuration.commandName }
    guard !verbs.contains(word) else { return }
    let nearest = Nearest.words(to: word, among: verbs, limit: 1).first
    throw Failure(
      .usage,
      nearest.map { Complaint.unknownVerbNearest(word, $0) } ?? Complaint.unknownVerb(word))
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
