// Commands and their output as documents show them: fenced blocks that are really run. RECORD_DOCS=1
// writes what was printed into the document and fails that run, so that it is reviewed.

import Foundation
import Subprocess
import SystemPackage
import Testing

/// The blocks of a document, run in their order in one folder.
///
/// A block `console` holds commands after `$ ` and under each what it prints, stderr included. A block
/// `sh` is run as a whole, must succeed and prints nothing; whatever else is fenced is not run.
struct Transcript {
  /// What is needed to run the commands.
  struct Stage {
    let folder: String
    let home: String
  }

  private let path: String
  private var lines: [String]

  init(path: String) throws {
    self.path = path
    lines = try String(contentsOfFile: Self.root + "/" + path, encoding: .utf8)
      .components(separatedBy: "\n")
  }

  static let root = #filePath.split(separator: "/").dropLast(3)
    .reduce(into: "") { $0 += "/" + $1 }

  /// Runs all blocks and compares; returns how many commands were run.
  mutating func check(on stage: Stage, skipping isSkipped: (String) -> Bool = { _ in false })
    async throws -> Int
  {
    var commands = 0
    var at = 0
    var isChanged = false
    while at < lines.count {
      guard lines[at].hasPrefix("```"), lines[at].count > 3 else {
        at += 1
        continue
      }
      let language = String(lines[at].dropFirst(3))
      let start = at + 1
      let end = try #require(lines[start...].firstIndex(of: "```"), "a block is never closed")
      let block = Array(lines[start..<end])
      at = end + 1
      if language == "sh", !isSkipped(block.first ?? "") {
        let result = try await Self.run(block.joined(separator: "\n"), on: stage)
        #expect(result == "", "\(path):\(start + 1)")
        commands += 1
      } else if language == "console" {
        var printed: [String] = []
        for command in block where command.hasPrefix("$ ") {
          printed.append(command)
          printed += try await Self.run(String(command.dropFirst(2)), on: stage)
            .components(separatedBy: "\n").dropLast(1)
          commands += 1
        }
        if Self.isRecording {
          isChanged = isChanged || printed != block
          lines.replaceSubrange(start..<end, with: printed)
          at += printed.count - block.count
        } else {
          #expect(
            printed.joined(separator: "\n") == block.joined(separator: "\n"),
            "\(path):\(start + 1)")
        }
      }
    }
    if isChanged {
      try lines.joined(separator: "\n").write(
        toFile: Self.root + "/" + path, atomically: true, encoding: .utf8)
      Issue.record("\(path) was rewritten: read it before it is committed")
    }
    return commands
  }

  /// Compares a picture that a document shows with the one that its commands made: what is written in it.
  ///
  /// Where a picture stands to a hair depends on the fonts of the system.
  static func checkPicture(_ path: String, madeAs file: String, on stage: Stage) throws {
    let made = try String(contentsOfFile: stage.folder + "/" + file, encoding: .utf8)
    let shown = try? String(contentsOfFile: root + "/" + path, encoding: .utf8)
    func words(_ picture: String) -> [String] {
      picture.matches(of: />([^<>]+)</).map { String($0.output.1) }
    }
    guard isRecording, shown.map(words) != words(made) else {
      #expect(try words(#require(shown, "\(path) is missing")) == words(made), "\(path)")
      return
    }
    try made.write(toFile: root + "/" + path, atomically: true, encoding: .utf8)
    Issue.record("\(path) was drawn anew: look at it before it is committed")
  }

  private static let isRecording = ProcessInfo.processInfo.environment["RECORD_DOCS"] == "1"

  /// The folder of the programs that were built with these tests.
  private static let programs =
    (try? FileManager.default.destinationOfSymbolicLink(
      atPath: "/proc/self/exe")).map { $0.split(separator: "/").dropLast().joined(separator: "/") }
    .map { "/" + $0 } ?? ""

  /// Runs a command and returns all it prints, in order.
  static func run(_ command: String, on stage: Stage) async throws -> String {
    let ours = ProcessInfo.processInfo.environment
    var environment: [Environment.Key: String] = [
      "PATH": programs + ":/usr/local/bin:/usr/bin:/bin", "HOME": stage.folder,
      "CHISO_HOME": stage.home, "LC_ALL": "C", "TZ": "UTC", "NO_COLOR": "1",
      "CHISO_CHARTS": root + "/.build/charts",
    ]
    if let libraries = ours["LD_LIBRARY_PATH"] { environment["LD_LIBRARY_PATH"] = libraries }
    let result = try await Subprocess.run(
      .name("bash"), arguments: ["-c", command], environment: .custom(environment),
      workingDirectory: FilePath(stage.folder), output: .string(limit: 1 << 20),
      error: .combinedWithOutput)
    return result.standardOutput
  }

  /// Runs `body` in a folder with a copy of etl/ and on a warehouse of its own that is loaded.
  static func withStage(_ name: String, _ body: (Stage) async throws -> Void) async throws {
    let folder = "/tmp/chiso-documents-\(name)-\(ProcessInfo.processInfo.processIdentifier)"
    let files = FileManager.default
    try? files.removeItem(atPath: folder)
    try files.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try files.copyItem(atPath: root + "/etl", toPath: folder + "/etl")
    let stage = Stage(folder: folder, home: folder + "/home")
    do {
      let loaded = try await run("chiso load --quiet && echo loaded", on: stage)
      try #require(loaded == "loaded\n")
      try await body(stage)
    } catch {
      _ = try? await run("chiso down --quiet", on: stage)
      try? files.removeItem(atPath: folder)
      throw error
    }
    _ = try await run("chiso down --quiet", on: stage)
    try files.removeItem(atPath: folder)
  }
}
