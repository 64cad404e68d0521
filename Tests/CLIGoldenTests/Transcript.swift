// One command with its answer as text, and the files that such texts are compared with.

import Foundation
import Testing

/// What a command said.
struct Transcript: Sendable {
  let line: String
  let output: String
  let error: String
  let status: Int32
  /// Paths of this run and what stands for them.
  let places: [(path: String, name: String)]

  /// The command, stdout, stderr and the exit code, without what no two runs share.
  var text: String {
    var text = "$ chiso \(line)\n\(output)"
    if !output.isEmpty, !output.hasSuffix("\n") { text += "\n" }
    if !error.isEmpty { text += "-- stderr\n\(error)" }
    if status != 0 { text += "-- exit \(status)\n" }
    for (path, name) in places { text = text.replacingOccurrences(of: path, with: name) }
    for (pattern, replacement) in Self.volatile {
      text = text.replacingOccurrences(of: pattern, with: replacement, options: .regularExpression)
    }
    return text
  }

  /// Moments keep their width, so that tables stay aligned.
  private static let volatile = [
    (#"20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z"#, "yyyy-mm-ddThh:mm:ss.ssssssZ"),
    (#"20\d\d-\d\d-\d\d \d\d:\d\d:\d\d"#, "yyyy-mm-dd hh:mm:ss"),
    (#"(process|tiến trình) \d+"#, "$1 N"),
    (#"PostgreSQL \d+,"#, "PostgreSQL N,"),
    (#"\d+ MB"#, "N MB"),
    (#"(load|lần nạp): \d+"#, "$1: N"),
    (#""load": ?\d+"#, #""load": "N""#),
    (#"\b[0-9a-f]{64}\b"#, "<sha256>"),
    (#"\d([.,])\d\d s\b"#, "N$1NN s"),
    (#""((load_)?seconds)":[0-9.e-]+"#, #""$1":N"#),
  ]
}

/// Compares a transcript with its file in Golden/.
///
/// With RECORD_GOLDEN=1 the file is written and the test fails, so that nobody takes a recording for a
/// check.
func expectGolden(
  _ transcript: Transcript, _ name: String, at location: SourceLocation = #_sourceLocation
) throws {
  let golden = Golden(name)
  guard ProcessInfo.processInfo.environment["RECORD_GOLDEN"] != "1" else {
    try golden.write(transcript.text)
    Issue.record("recorded \(name); review it", sourceLocation: location)
    return
  }
  let expected = try golden.read()
  #expect(transcript.text == expected, "Golden/\(name).txt", sourceLocation: location)
}

/// A file of Golden/.
struct Golden {
  static let folder = Chiso.project + "/Tests/CLIGoldenTests/Golden"
  let path: String

  init(_ name: String) {
    path = "\(Self.folder)/\(name).txt"
  }

  func read() throws -> String {
    try String(contentsOfFile: path, encoding: .utf8)
  }

  func write(_ text: String) throws {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
  }
}
