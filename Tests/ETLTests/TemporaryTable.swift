// A table that a test makes up, gone when the test is done with it.

import Foundation

/// A file with the text of a table.
final class TemporaryTable {
  let path: String

  init(_ text: String) throws {
    path = NSTemporaryDirectory() + "table-" + UUID().uuidString + ".csv"
    try text.write(toFile: path, atomically: false, encoding: .utf8)
  }

  deinit {
    unlink(path)
  }
}
