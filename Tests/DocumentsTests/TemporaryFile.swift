// Files for tests, each in a folder of its own.

import Foundation

/// A file that is gone when the test is done with it.
struct TemporaryFile: ~Copyable {
  let path: String

  /// Writes bytes into a new file.
  init(_ bytes: [UInt8]) throws {
    path = NSTemporaryDirectory() + "documents-test-" + UUID().uuidString + ".csv"
    try Data(bytes).write(to: URL(fileURLWithPath: path))
  }

  /// Writes text into a new file.
  init(_ text: String) throws {
    try self.init(Array(text.utf8))
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }
}
