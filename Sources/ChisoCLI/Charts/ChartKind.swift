// The kinds of charts and the forms in which they can be had.

import ArgumentParser

/// A kind of chart, by the name that the command line uses.
enum ChartKind: String, CaseIterable, Sendable, ExpressibleByArgument {
  /// Values over the years, with targets and breaks.
  case line
  /// Ranks over the years.
  case bump
  /// Places in the order of an indicator.
  case bar
  /// Parts over the years, or indicators of places.
  case heatmap
  /// Parts of indices beside the median and the best.
  case profile
  /// Targets beside results.
  case bullet
  /// Provinces as tiles, about where they lie.
  case tilemap

  /// Whether it can be drawn with characters.
  var hasText: Bool { [.line, .bump, .bar].contains(self) }
  /// Whether it is about one indicator.
  var isOfOneIndicator: Bool { [.bump, .bar, .tilemap].contains(self) }
  /// Whether it is about one place.
  var isOfOnePlace: Bool { self == .profile }
  /// Whether a place has to be named.
  var needsPlace: Bool { [.line, .bump, .profile, .bullet].contains(self) }
  /// Whether it is about one year.
  var isOfOneYear: Bool { [.bar, .tilemap].contains(self) }
}

/// The form of a chart.
enum ChartFormat: String, CaseIterable, Sendable, ExpressibleByArgument {
  /// The specification, with its data inline.
  case vegaLite = "vega-lite"
  case svg, png, pdf
  /// A page that shows figures where one points, for wide and narrow screens.
  case html
  /// Characters, for a terminal.
  case text

  /// The form that the name of a file promises.
  init?(fileName: String) {
    let endings: KeyValuePairs<String, ChartFormat> = [
      ".svg": .svg, ".png": .png, ".pdf": .pdf, ".html": .html, ".txt": .text, ".json": .vegaLite,
    ]
    guard let form = endings.first(where: { fileName.lowercased().hasSuffix($0.key) })?.value
    else { return nil }
    self = form
  }

  /// Whether vl-convert has to draw it.
  var isDrawn: Bool { [.svg, .png, .pdf].contains(self) }
}

extension String {
  /// Whether the name of a file ends as one of a certain form does.
  var hasEnding: Bool {
    let name = split(separator: "/").last ?? ""
    return name.dropFirst().contains(".") && !hasPrefix("/dev/")
  }
}
