// Reads what the program writes for other tools with those tools, by Reference/read_files.py.

import Foundation
import Subprocess
import Testing

enum FileReader {
  /// What a tool sees in a file.
  ///
  /// - Parameters:
  ///   - kind: xlsx (openpyxl), sdmx (pysdmx) or package (frictionless).
  ///   - path: the file, or the folder of a package.
  ///   - type: what it is read as.
  /// - Returns: what the script prints, read as `Value`.
  /// - Throws: where the tools are not installed, or cannot read the file.
  static func read<Value: Decodable>(
    _ kind: String, _ path: String, as type: Value.Type
  ) async throws -> Value {
    let python = Chiso.project + "/.build/readers/bin/python"
    try #require(
      FileManager.default.isExecutableFile(atPath: python),
      "run .ci/install-readers, which installs openpyxl, pysdmx and frictionless")
    let done = try await Subprocess.run(
      .name("env"),
      arguments: [
        python, Chiso.project + "/Tests/CLIGoldenTests/Reference/read_files.py", kind, path,
      ],
      output: .string(limit: 1 << 26), error: .string(limit: 1 << 20))
    try #require(done.terminationStatus.isSuccess, "\(done.standardError)")
    return try JSONDecoder().decode(type, from: Data(done.standardOutput.utf8))
  }

  /// What a browser shows of a page, by Reference/open_page.py.
  static func open(_ path: String) async throws -> SeenPage {
    let text = try await run([
      Chiso.project + "/.build/readers/bin/python",
      Chiso.project + "/Tests/CLIGoldenTests/Reference/open_page.py", path,
    ])
    return try JSONDecoder().decode(SeenPage.self, from: Data(text.utf8))
  }

  /// What a program prints.
  static func run(_ words: [String]) async throws -> String {
    let done = try await Subprocess.run(
      .name("env"), arguments: Arguments(words), output: .string(limit: 1 << 26),
      error: .string(limit: 1 << 20))
    try #require(done.terminationStatus.isSuccess, "\(words): \(done.standardError)")
    return done.standardOutput
  }
}

/// A page as Chromium shows it.
struct SeenPage: Decodable {
  struct Table: Decodable {
    let caption: String
    let heads: [String]
    /// Whether every head says what it is the head of.
    let scoped: Bool
    let rows: [[String]]
    let links: [String]
  }

  struct Picture: Decodable {
    let alternative: String
    let width: Double
    let isDrawn: Bool
  }

  /// A column after its head was pressed.
  struct Sorted: Decodable {
    let sort: String
    let values: [String]
  }

  let title: String
  let lang: String
  let headings: [String]
  let summary: [String]
  let tables: [Table]
  let pictures: [Picture]
  /// Links to anchors that are not there.
  let lost: [String]
  let scripts: Int
  /// Elements that would bring something from elsewhere.
  let foreign: Int
  /// What axe finds not accessible.
  let violations: [String]
  /// The third column of the first table, pressed twice.
  let sorted: [Sorted]?
  /// The first column of the first table, pressed once.
  let sortedByText: Sorted?
  /// Messages of the console, errors and dialogs.
  let said: [String]
  /// Requests but the page itself.
  let asked: [String]
  /// Widths of the whole page: desk, phone, a4.
  let widths: [String: Int]
}

/// A sheet as openpyxl sees it.
struct SeenSheet: Decodable {
  struct Cell: Decodable {
    enum Value: Equatable {
      case none, text(String), number(Double), boolean(Bool)
    }
    let value: Value
    /// s text, n number or nothing, b boolean, d date, f formula.
    let type: String
    let format: String

    private enum Keys: String, CodingKey { case value, type, format }

    init(from decoder: any Decoder) throws {
      let fields = try decoder.container(keyedBy: Keys.self)
      type = try fields.decode(String.self, forKey: .type)
      format = try fields.decode(String.self, forKey: .format)
      if try fields.decodeNil(forKey: .value) {
        value = .none
      } else if type == "b" {
        value = .boolean(try fields.decode(Bool.self, forKey: .value))
      } else if type == "n" {
        value = .number(try fields.decode(Double.self, forKey: .value))
      } else {
        value = .text(try fields.decode(String.self, forKey: .value))
      }
    }
  }

  let name: String
  let frozen: String?
  let filter: String?
  let rows: [[Cell]]

  /// The cell below a heading.
  func cell(_ row: Int, _ heading: String) -> Cell? {
    rows.first?.firstIndex { $0.value == .text(heading) }.map { rows[row][$0] }
  }
}
