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
  public init(_ text: String) {
    var lines = text.split(separator: /\r\n|\n|\r|\u{0C}/, omittingEmptySubsequences: false)
      .map(String.init)
    if lines.last == "" { lines.removeLast() }
    self.init(lines: lines)
  }
}
