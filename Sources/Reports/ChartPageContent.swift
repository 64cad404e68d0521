// What a page with one interactive picture holds.

/// A page with one picture, in a shape for wide and one for narrow screens.
public struct ChartPageContent: Sendable {
  let lang: String
  let title: String
  let alternative: String
  let hint: String
  let wideHTML: String
  let narrowHTML: String
  let library: String

  /// Makes the content of a page.
  ///
  /// - Parameters:
  ///   - lang: vi or en.
  ///   - title: title of the page.
  ///   - alternative: the picture in words.
  ///   - hint: how the picture is used.
  ///   - wide: specification for wide screens, JSON.
  ///   - narrow: the same for narrow ones.
  ///   - library: Vega, Vega-Lite and Vega-Embed as one script.
  public init(
    lang: String, title: String, alternative: String, hint: String, wide: String, narrow: String,
    library: String
  ) {
    self.lang = lang
    self.title = title
    self.alternative = alternative
    self.hint = hint
    wideHTML = HTMLPage.script(wide)
    narrowHTML = HTMLPage.script(narrow)
    self.library = library
  }
}
