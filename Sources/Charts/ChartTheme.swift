// How all charts look: colours that colour-blind readers and black-and-white prints can tell apart, with
// a shape and a dash of their own, and letters that every system has.

import RowRendering

/// The look of charts.
public enum ChartTheme {
  /// Colours of series: blue, vermilion and black of Okabe and Ito (2008), and four that were searched for so
  /// that each stands 3 to 1 against white and any two differ by more than 24 in CIE L*a*b*, seen with all
  /// cones or with two kinds of them.
  public static let colours = [
    "#0072B2", "#D55E00", "#089D9A", "#7D2042", "#000000", "#2F1DDE", "#9B452D",
  ]
  static let shapes = [
    "circle", "square", "triangle-up", "diamond", "cross", "triangle-down", "triangle-right",
  ]
  static let dashes: [[JSONValue]] = [
    [1, 0], [7, 2], [2, 2], [9, 2, 2, 2], [4, 4], [1, 3], [12, 3],
  ]
  /// As many series as can be told apart.
  public static var mostSeries: Int { colours.count }

  /// Figures of worth, from the worst to the best: orange, white and blue are told apart by all, and dark
  /// letters stand out on each.
  static let worth = ["#F2A65A", "#F9D9B4", "#F4F4F4", "#BFDDF0", "#7FB9DE"]
  static let text = "#222222"
  static let quiet = "#555555"
  static let grey = "#BDBDBD"
  static let missing = "#FFFFFF"
  static let rule = "#767676"

  static func configuration(decimalMark: Character) -> JSONValue {
    let axis: JSONValue = [
      "labelColor": .string(text), "titleColor": .string(text), "labelFontSize": 11,
      "titleFontSize": 11, "titleFontWeight": "normal", "gridColor": "#E6E6E6",
      "domainColor": "#8A8A8A", "tickColor": "#8A8A8A",
    ]
    return [
      "background": "white",
      "padding": 8,
      "font": "Liberation Sans, Arial, Helvetica, sans-serif",
      "view": ["stroke": nil],
      "axis": axis,
      "title": ["color": .string(text), "subtitleColor": .string(quiet)],
      "text": ["color": .string(text), "fontSize": 11],
      "legend": ["labelColor": .string(text), "titleColor": .string(text)],
      "locale": [
        "number": [
          "decimal": .string(String(decimalMark)), "thousands": decimalMark == "," ? "." : ",",
          "grouping": [3], "currency": ["", ""],
        ]
      ],
    ]
  }
}
