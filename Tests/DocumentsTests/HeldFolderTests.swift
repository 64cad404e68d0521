import Foundation
import Testing

@testable import Documents

@Suite struct HeldFolderTests {
  private static func folder() throws -> String {
    let path = NSTemporaryDirectory() + "held-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    return path
  }

  private static func hold(in parent: String) throws -> HeldFolder {
    guard let folder = HeldFolder(in: parent, kind: "work-") else {
      throw CocoaError(.fileWriteUnknown)
    }
    return folder
  }

  @Test func folderGoesWithItsOwner() throws {
    let parent = try Self.folder()
    defer { try? FileManager.default.removeItem(atPath: parent) }
    do {
      let held = try Self.hold(in: parent)
      try Data("half".utf8).write(to: URL(fileURLWithPath: held.path + "/file"))
      #expect(held.names == ["file"])
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: parent).isEmpty)
  }

  @Test func nextOwnerRemovesWhatNobodyHolds() throws {
    let parent = try Self.folder()
    defer { try? FileManager.default.removeItem(atPath: parent) }
    for name in ["work-dead", "other"] {
      try FileManager.default.createDirectory(
        atPath: "\(parent)/\(name)", withIntermediateDirectories: false)
      try Data("half".utf8).write(to: URL(fileURLWithPath: "\(parent)/\(name)/file"))
    }
    let first = try Self.hold(in: parent)
    let second = try Self.hold(in: parent)
    let left = try FileManager.default.contentsOfDirectory(atPath: parent).map { "\(parent)/\($0)" }
    #expect(Set(left) == [first.path, second.path, "\(parent)/other"])
  }

  @Test func folderThatCannotBeMadeIsTold() {
    let isMade = HeldFolder(in: "/nowhere", kind: "work-") != nil
    #expect(!isMade)
  }
}
