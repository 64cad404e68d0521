// The files of the repository, as tests of drift read them.

import Foundation
import Testing

/// The clone that these tests were built from.
enum Repository {
  /// Path of the clone.
  static let root = #filePath.split(separator: "/").dropLast(3)
    .reduce(into: "") { $0 += "/" + $1 }

  /// Paths of all files below a folder, relative to the clone, sorted; build folders are left out.
  static func files(below folder: String = "", endingIn suffix: String = "") throws -> [String] {
    let start = folder.isEmpty ? root : root + "/" + folder
    let names = try FileManager.default.subpathsOfDirectory(atPath: start)
    return names.map { folder.isEmpty ? $0 : folder + "/" + $0 }
      .filter { path in
        let folders = path.split(separator: "/")
        guard let first = folders.first else { return false }
        return !first.hasPrefix(".build") && first != ".git" && !folders.contains(".build")
          && path.hasSuffix(suffix) && !isFolder(path)
      }
      .sorted()
  }

  static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: root + "/" + path, isDirectory: &isFolder)
      && isFolder.boolValue
  }

  static func bytes(of path: String) throws -> [UInt8] {
    try [UInt8](Data(contentsOf: URL(fileURLWithPath: root + "/" + path)))
  }

  static func text(of path: String) throws -> String {
    try #require(String(validating: try bytes(of: path), as: UTF8.self), "\(path) is not UTF-8")
  }

  static func lines(of path: String) throws -> [String] {
    try text(of: path).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// Whether documents are rewritten in this run, which then fails, so that they are reviewed.
  static let isRecording = ProcessInfo.processInfo.environment["RECORD_DOCS"] == "1"

  /// Base name of a path without its ending.
  static func baseName(_ path: String, without suffix: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return name.hasSuffix(suffix) ? String(name.dropLast(suffix.count)) : name
  }
}
