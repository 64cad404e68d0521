// The text of a document, as it was read, by line; quotes and line numbers refer to it.

/// A document's text.
public struct PlanText: Sendable, Equatable {
  /// Lines from the first, without their ends.
  public let lines: [String]
  /// Lines at which a page of the document begins, from 1, ascending; empty where it is not known.
  public let pageStarts: [Int]

  /// The text of lines that were read.
  ///
  /// - Parameters:
  ///   - lines: the lines, without their ends.
  ///   - pageStarts: lines at which pages begin, from 1.
  public init(lines: [String], pageStarts: [Int] = []) {
    self.lines = lines
    self.pageStarts = pageStarts
  }

  /// The lines of a text; a line ends at a line feed, with or without a carriage return.
  ///
  /// A form feed ends no line, as in the tools that count lines; the line that begins with one, or
  /// follows one that ends with one, begins a page.
  public init(_ text: String) {
    var lines: [String] = []
    var pages: [Int] = []
    var isAfterPage = false
    for bytes in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      var bytes = bytes
      if bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
      if isAfterPage || bytes.first == 0x0C { pages.append(lines.count + 1) }
      isAfterPage = bytes.count > 1 && bytes.last == 0x0C
      lines.append(String(bytes) ?? String(decoding: bytes, as: UTF8.self))
    }
    if lines.last == "" { lines.removeLast() }
    self.init(lines: lines, pageStarts: pages.filter { $0 <= lines.count })
  }
}
