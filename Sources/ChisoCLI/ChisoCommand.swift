// The root of the commands and the way in.

public import ArgumentParser
import Warehouse

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The command `chiso`.
public struct ChisoCommand: AsyncParsableCommand {
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
        RejectsCommand.self, UpCommand.self, DownCommand.self, StatusCommand.self,
        MigrateCommand.self, PsqlCommand.self,
      ])
  }

  /// Makes the command; the argument parser does.
  public init() {}

  /// Runs the program: parses, runs, and ends with the exit code that fits.
  public static func start() async {
    do {
      var command = try parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch {
      guard let failure = Failure(error) else { exit(withError: error) }
      Console.note("chiso: \(Complaint.errorPrefix()): \(failure.sentence)")
      systemExit(failure.status.rawValue)
    }
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
