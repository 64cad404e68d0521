// Runs the built program as a person would, with an environment that is always the same.

import EmbeddedPostgres
import Foundation
import LibPQ
import Subprocess
import TestSupport

/// The program on a home folder of its own.
struct Chiso: Sendable {
  /// Folder of the test; the warehouse is in `home` below it.
  let folder: String
  var environment: [String: String] = [:]

  init() throws {
    folder = try ThrowawayHome.makeFolder()
  }

  var home: String { folder + "/home" }
  var cluster: EmbeddedCluster { EmbeddedCluster(home: home) }

  /// The folder of this project, in which the program is run.
  static let project =
    "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
  /// The program, beside the tests.
  static let program =
    URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().path + "/chiso"

  /// The warehouse of the questions: loaded once from etl/, never written to again.
  static var loaded: Chiso {
    get async throws { try await loading.value.chiso }
  }

  static let loading = Task {
    let chiso = try Chiso()
    let first = try await chiso.run("load")
    return (chiso: chiso, load: first)
  }

  /// Runs one command line; words are parted by spaces outside double quotes.
  ///
  /// - Parameters:
  ///   - line: What stands after `chiso`.
  ///   - processFile: Where the number of the process is written, for signals.
  /// - Returns: What it said.
  /// - Throws: What the system says when it cannot be run.
  func run(_ line: String, processFile: String? = nil) async throws -> Transcript {
    var variables = [
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "HOME": folder,
      "LC_ALL": "C", "TZ": "UTC", "NO_COLOR": "1", "CHISO_HOME": home,
      "CHISO_CHARTS": Self.project + "/.build/charts",
    ]
    variables["LD_LIBRARY_PATH"] = ProcessInfo.processInfo.environment["LD_LIBRARY_PATH"]
    variables.merge(environment) { $1 }
    var words = ["-c", "cd \"$0\" && exec \"$@\"", Self.project, Self.program] + Self.words(line)
    if let processFile { words[1] = "echo $$ > '\(processFile)'; " + words[1] }
    let result = try await Subprocess.run(
      .name("sh"), arguments: Arguments(words),
      environment: .custom(
        Dictionary(
          uniqueKeysWithValues: variables.map { (Environment.Key(stringLiteral: $0.key), $0.value) }
        )
      ),
      output: .string(limit: 1 << 24),
      error: .string(limit: 1 << 20))
    let status: Int32 =
      switch result.terminationStatus {
      case .exited(let code): code
      case .signaled(let signal): 128 + signal
      }
    return Transcript(
      line: line, output: result.standardOutput, error: result.standardError, status: status,
      places: [(cluster.socketFolder, "<socket>"), (home, "<home>"), (folder, "<folder>")])
  }

  static func words(_ line: String) -> [String] {
    var words: [String] = []
    var word = ""
    var isQuoted = false
    var isWord = false
    for character in line {
      switch character {
      case "\"":
        isQuoted.toggle()
        isWord = true
      case " " where !isQuoted:
        if isWord { words.append(word) }
        word = ""
        isWord = false
      default:
        word.append(character)
        isWord = true
      }
    }
    return isWord ? words + [word] : words
  }

  /// Asks the database itself, past the program.
  func ask(_ text: String) throws -> String? {
    var connection = try Connection(cluster.connectionString)
    return try connection.query(Statement(name: "test", text: text)).text(0, 0)
  }
}
