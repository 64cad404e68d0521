// README.md names every command, exit code, module and variable that there is, and none that is not.

import ArgumentParser
import Foundation
import Testing

@testable import ChisoCLI

@Suite struct ReadmeTests {
  private static func readme() throws -> String { try Repository.text(of: "README.md") }

  @Test func readmeIsShort() throws {
    #expect(try Repository.lines(of: "README.md").count <= 150)
  }

  @Test func everyCommandHasALine() throws {
    let verbs = ChisoCommand.configuration.subcommands.compactMap { $0.configuration.commandName }
    #expect(verbs.count > 15)
    let named = try Self.readme().matches(of: /\n\| `chiso ([a-z]+)/).map { String($0.output.1) }
    #expect(named.sorted() == verbs.sorted())
  }

  @Test func everyExitCodeIsExplained() throws {
    let named = try Self.readme().matches(of: /\n\| (\d+) \|/).compactMap { Int32($0.output.1) }
    #expect(named == ExitStatus.allCases.map(\.rawValue))
  }

  @Test func everyOptionThatIsNamedExists() throws {
    let helps = ChisoCommand.configuration.subcommands.map {
      ChisoCommand.helpMessage(for: $0, columns: 200)
    }
    let options = Set(
      try Self.readme().matches(of: /(?:^|[\s`\[(])(--[a-z][a-z-]+)/).map { String($0.output.1) })
    #expect(options.count > 5)
    for option in options {
      #expect(helps.contains { $0.contains(option) }, "\(option) is no option of any command")
    }
  }

  @Test func everyVariableThatIsReadIsExplained() throws {
    let readme = try Self.readme()
    var read: Set<String> = []
    for module in ["ChisoCLI", "EmbeddedPostgres", "ETL"] {
      for path in try Repository.files(below: "Sources/\(module)", endingIn: ".swift") {
        let text = try Repository.text(of: path)
        read.formUnion(
          text.matches(of: /"(CHISO_[A-Z]+|XDG_[A-Z_]+|NO_COLOR)"/).map { String($0.output.1) })
      }
    }
    #expect(read.count >= 4)
    for name in read { #expect(readme.contains("`\(name)`"), "\(name) is not explained") }
    for match in readme.matches(of: /CHISO_[A-Z]+/) {
      #expect(read.contains(String(match.output)), "\(match.output) is read nowhere")
    }
  }

  @Test func everyModuleHasARow() throws {
    let modules = Set(
      try Repository.files(below: "Sources").map { String($0.split(separator: "/")[1]) })
    let named = Set(
      try Repository.text(of: ".github/CONTRIBUTING.md").matches(of: /\n\| `(\w+)` \|/)
        .map { String($0.output.1) })
    #expect(modules.subtracting(named).isEmpty, "no row for \(modules.subtracting(named))")
  }

  /// Links and paths in documents lead somewhere.
  @Test(arguments: ["README.md", "etl/README.md", "sql/README.md", ".github/CONTRIBUTING.md"])
  func linksLeadSomewhere(document: String) throws {
    let folder = document.split(separator: "/").dropLast().joined(separator: "/")
    for match in try Repository.text(of: document).matches(of: /\]\(([^)#]+)(#[^)]*)?\)/) {
      let link = String(match.output.1)
      guard !link.hasPrefix("http") else { continue }
      let path = folder.isEmpty ? link : folder + "/" + link
      #expect(
        FileManager.default.fileExists(atPath: Repository.root + "/" + path),
        "\(document): \(link)")
    }
  }

  @Test func goalsOfMakeThatAreNamedExist() throws {
    let makefile = try Repository.text(of: "Makefile")
    for document in ["README.md", ".github/CONTRIBUTING.md"] {
      for match in try Repository.text(of: document).matches(of: /[`\n]make ([a-z]+)/) {
        #expect(
          makefile.contains("\n\(match.output.1):"), "\(document): make \(match.output.1)")
      }
    }
  }
}
