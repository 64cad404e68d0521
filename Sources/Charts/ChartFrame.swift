// What stands around every picture: title, units, notes below it, and the look of all charts.

public import RowRendering

/// What stands around a picture.
public struct ChartFrame: Sendable, Hashable {
  /// What is shown, of whom.
  public var title: String
  /// Unit, number of places, period; empty for nothing.
  public var subtitle: String
  /// Lines below the picture: what its marks mean, which characters draw otherwise.
  public var marks: [String]
  /// Lines below the picture: breaks, editions, sources.
  public var notes: [String]
  /// The picture in words, for those who do not see it.
  public var alternative: String
  /// Width of the whole picture in pixels.
  public var width: Int
  /// Mark between units and decimals.
  public var decimalMark: Character

  /// Makes a frame.
  public init(
    title: String, subtitle: String = "", marks: [String] = [], notes: [String] = [],
    alternative: String = "",
    width: Int = 640, decimalMark: Character = "."
  ) {
    self.title = title
    self.subtitle = subtitle
    self.marks = marks
    self.notes = notes
    self.alternative = alternative
    self.width = width
    self.decimalMark = decimalMark
  }

  /// The whole specification around a view.
  ///
  /// - Parameter view: members of a Vega-Lite view, with its data inline.
  /// - Returns: a Vega-Lite 5 specification that reads nothing from elsewhere.
  func specification(_ view: [(String, JSONValue)]) -> JSONValue {
    // Notes are the title of the inner view, below its axes; the outer view has the title proper.
    let inner: JSONValue = .object((marks + notes).isEmpty ? view : [("title", below)] + view)
    return [
      "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
      "description": .string(alternative.isEmpty ? title : alternative),
      "title": above,
      "vconcat": [inner],
      "config": ChartTheme.configuration(decimalMark: decimalMark),
    ]
  }

  private var above: JSONValue {
    var members: [(String, JSONValue)] = [
      ("text", Self.lines(title, size: 15, isBold: true, width: width)),
      ("anchor", "start"), ("frame", "bounds"), ("fontSize", 15), ("offset", 12),
    ]
    if !subtitle.isEmpty {
      members += [
        ("subtitle", Self.lines(subtitle, size: 11, width: width)), ("subtitleFontSize", 11),
        ("subtitlePadding", 4),
      ]
    }
    return .object(members)
  }

  private var below: JSONValue {
    let lines = (marks + notes).flatMap {
      TextFitting.wrapped($0, size: 10 * Self.spare, width: Double(width))
    }
    return [
      "text": .array(lines.map(JSONValue.string)), "orient": "bottom", "anchor": "start",
      "frame": "bounds", "fontSize": 10, "fontWeight": "normal", "color": .string(ChartTheme.quiet),
      "offset": 10, "lineHeight": 13,
    ]
  }

  /// What is spared for readers whose letters are wider than those of the font that is asked for.
  private static let spare = 1.1

  private static func lines(
    _ text: String, size: Double, isBold: Bool = false, width: Int
  ) -> JSONValue {
    let lines = TextFitting.wrapped(
      text, size: size * spare * (isBold ? 1.06 : 1), width: Double(width))
    return .array(lines.map(JSONValue.string))
  }
}

/// A picture.
public protocol Chart: Sendable {
  /// What stands around it.
  var frame: ChartFrame { get set }
  /// The picture as a Vega-Lite 5 specification, with its data inline.
  var specification: JSONValue { get }
}

/// A picture that can also be drawn with characters.
public protocol TextChart: Chart {
  /// The picture in characters, without the frame's title and notes.
  ///
  /// - Parameter width: columns of the terminal, at least 40.
  /// - Returns: whole lines.
  func text(width: Int) -> String
}
