// The text of a plan's file: the one place where documents become the text that plans are read from.

import Documents
public import PlanReading

/// Reads files of plans as text.
public enum PlanFile {
  /// The page that is recognised next, which takes seconds.
  public struct Page: Sendable, Hashable {
    /// Number of the page in the document, from 1.
    public let page: Int
    /// Which of those that are recognised it is, from 1.
    public let position: Int
    /// How many pages are recognised.
    public let count: Int
  }

  /// The text of a file.
  ///
  /// - Parameters:
  ///   - path: where the bytes are.
  ///   - name: name of the file for diagnostics; it says the kind where the bytes do not.
  ///   - encoding: encoding of a text, as iconv knows it; nil for UTF-8.
  ///   - onPage: told of every page before it is recognised.
  /// - Returns: the text by line.
  /// - Throws: `Diagnostic` about the file.
  public static func text(
    path: String, name: String, encoding: String? = nil, onPage: (Page) -> Void = { _ in }
  ) throws(Diagnostic) -> PlanText {
    do {
      let text = try DocumentText.read(path: path, name: name, encoding: encoding) { told in
        onPage(Page(page: told.page, position: told.position, count: told.count))
      }
      return PlanText(lines: text.lines, pageStarts: text.pageStarts)
    } catch {
      throw Diagnostic(error, file: name)
    }
  }
}
