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
