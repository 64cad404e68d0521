// Pages of HTML from the templates beside this file, each whole in itself: no page asks the network for
// anything. What a value says is escaped by the templates; only what is called `...HTML`, styles and
// scripts go in as they are.

import Mustache

/// A page that stands in one file.
public enum HTMLPage {
  private static func library() throws -> MustacheLibrary {
    var library = MustacheLibrary()
    for (name, bytes) in [
      ("chart", PackageResources.chart_mustache), ("draw", PackageResources.draw_js),
      ("report", PackageResources.report_mustache), ("table", PackageResources.table_mustache),
      ("cell", PackageResources.cell_mustache), ("style", PackageResources.style_css),
      ("sort", PackageResources.sort_js),
    ] {
      try library.register(String(decoding: bytes, as: UTF8.self), named: name)
    }
    return library
  }

  /// A picture that shows figures where one points.
  ///
  /// - Throws: `MustacheTemplate.ParserError` where a template is broken.
  public static func chart(_ content: ChartPageContent) throws -> String {
    try library().render(content, withTemplate: "chart") ?? ""
  }

  /// A report of one place.
  ///
  /// - Throws: `MustacheTemplate.ParserError` where a template is broken.
  public static func report(_ content: ReportContent) throws -> String {
    try library().render(content, withTemplate: "report") ?? ""
  }

  /// A text as data of a script: nothing in it ends the element.
  static func script(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "<")) else { return text }
    return text.split(separator: "<", omittingEmptySubsequences: false).joined(separator: "\\u003c")
  }
}
