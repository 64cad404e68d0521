// Pieces that several charts are made of: axes of years, scales of names, rules where figures break off.

import RowRendering

/// Where figures do not go on as they were.
public struct Break: Sendable, Hashable {
  /// The first year that differs; a quarter or a month is a part of it.
  public let time: Double
  /// The mark that a note explains.
  public let mark: String

  /// Makes a break.
  public init(time: Double, mark: String) {
    self.time = time
    self.mark = mark
  }
}

/// An axis whose ends and ticks are known, so that all layers share it.
struct KnownAxis {
  let low: Double
  let high: Double
  let ticks: [Double]
  var format = "d"
  var isReversed = false
  var hasGrid = false
  /// Whether every tick keeps its label.
  var keepsLabels = false

  /// Years, each labelled where there is room, else every second or third from the last on.
  static func years(
    _ times: ClosedRange<Double>, width: Double
  ) -> KnownAxis {
    let first = Int(times.lowerBound.rounded(.up))
    let last = Int(times.upperBound.rounded(.down))
    let most = max(Int(width / 38), 2)
    let step = max((last - first + most) / most, 1)
    let years =
      first < last ? Array(stride(from: last, through: first, by: -step).reversed()) : [last]
    let pad = max((times.upperBound - times.lowerBound) * 0.02, 0.25)
    return KnownAxis(
      low: times.lowerBound - pad, high: times.upperBound + pad, ticks: years.map(Double.init),
      keepsLabels: true)
  }

  /// The channel of a layer that reads its place from a field.
  func channel(_ field: String) -> JSONValue {
    [
      "field": .string(field), "type": "quantitative", "title": nil,
      "scale": [
        "domain": [.double(low), .double(high)], "nice": false, "zero": false,
        "reverse": .bool(isReversed),
      ],
      "axis": [
        "values": .array(ticks.map(JSONValue.double)), "format": .string(format),
        "grid": .bool(hasGrid), "labelOverlap": .bool(!keepsLabels),
      ],
    ]
  }
}

/// Names with a colour, a shape and a dash each.
struct NamedSeries {
  let names: [String]

  var colour: JSONValue { channel(ChartTheme.colours.map(JSONValue.string)) }
  var shape: JSONValue { channel(ChartTheme.shapes.map(JSONValue.string)) }
  var dash: JSONValue { channel(ChartTheme.dashes.map(JSONValue.array)) }

  private func channel(_ range: [JSONValue]) -> JSONValue { .object(members(range)) }

  private func members(_ range: [JSONValue]) -> [(String, JSONValue)] {
    [
      ("field", "s"), ("type", "nominal"), ("legend", nil),
      (
        "scale",
        [
          "domain": .array(names.map(JSONValue.string)),
          "range": .array(Array(range.prefix(names.count))),
        ]
      ),
    ]
  }

  /// The colour of the name, white for what is only `made`.
  var fill: JSONValue {
    let test: JSONValue = ["test": "datum.made", "value": "white"]
    return .object([("condition", test)] + members(ChartTheme.colours.map(JSONValue.string)))
  }
}

/// Layers that several charts have.
enum ChartLayer {
  /// A layer of rows with a mark.
  static func rows(
    _ rows: [JSONValue], _ mark: JSONValue, _ encoding: [(String, JSONValue)]
  ) -> JSONValue {
    [
      "data": ["values": .array(rows)], "mark": mark, "encoding": .object(encoding),
    ]
  }

  static let tooltip: JSONValue = ["field": "words", "type": "nominal"]
  static let label: JSONValue = ["field": "label", "type": "nominal"]

  /// Thin rules between the years where something changes, with the mark that a note explains above.
  static func breaks(_ breaks: [Break], step: Double, x: KnownAxis) -> [JSONValue] {
    guard !breaks.isEmpty else { return [] }
    let rows = breaks.map { one -> JSONValue in
      ["x": .double(one.time - step / 2), "label": .string(one.mark)]
    }
    return [
      self.rows(
        rows, ["type": "rule", "strokeDash": [3, 3], "color": .string(ChartTheme.rule)],
        [("x", x.channel("x"))]),
      self.rows(
        rows,
        [
          "type": "text", "y": -7, "fontSize": 10, "fontWeight": "bold",
          "color": .string(ChartTheme.quiet),
        ],
        [("x", x.channel("x")), ("text", label)]),
    ]
  }

  /// Names at the ends of lines, moved apart where they meet.
  ///
  /// A name comes with its label and the value at which it wants to stand; `height` is that of the plot, in
  /// pixels.
  static func ends(
    _ names: [(name: String, label: String, value: Double)], at time: Double, height: Double,
    x: KnownAxis, y: KnownAxis, colour: JSONValue
  ) -> JSONValue {
    let reach = y.high - y.low
    func fromTop(_ share: Double) -> Double { y.isReversed ? share : 1 - share }
    let wanted = names.map { height * fromTop(($0.value - y.low) / reach) }
    let heights = TextFitting.apart(wanted, gap: 13, in: 0...height)
    let rows = zip(names, heights).map { one, pixel -> JSONValue in
      [
        "x": .double(time), "y": .double(y.low + fromTop(pixel / height) * reach),
        "s": .string(one.name), "label": .string(one.label),
      ]
    }
    return self.rows(
      rows,
      ["type": "text", "align": "left", "baseline": "middle", "dx": 14, "fontSize": 11],
      [
        ("x", x.channel("x")), ("y", y.channel("y")), ("text", label), ("color", colour),
      ])
  }
}

/// Rows of a picture, from the top, with names to the left that may need several lines.
struct NamedRows {
  /// Lines of each name.
  let names: [[String]]
  /// Room that the longest name takes, in pixels.
  let room: Double
  /// Height of a row in pixels.
  let step: Double
  /// Part of a row that stays empty.
  private let padding: Double

  /// Fits names into a room.
  init(_ names: [String], size: Double = 11, most: Double, padding: Double = 0.2) {
    self.padding = padding
    self.names = names.map {
      $0.isEmpty ? [""] : TextFitting.wrapped($0, size: size, width: most, most: 3)
    }
    let widths = self.names.flatMap { $0.map { TextFitting.width($0, size: size) } }
    room = (widths.max() ?? 0) + 10
    let lines = self.names.map(\.count).max() ?? 1
    step = lines == 1 ? 22 : Double(lines) * Self.lineHeight + 6
  }

  /// The channel of rows, by their number in the field `r`.
  var channel: JSONValue {
    [
      "field": "r", "type": "ordinal", "axis": nil,
      "scale": [
        "domain": .array(names.indices.map(JSONValue.int)), "paddingInner": .double(padding),
        "paddingOuter": .double(padding / 2),
      ],
    ]
  }

  /// The names: a layer for each number of lines, since the first line stands where the row is.
  var layers: [JSONValue] {
    Set(names.map(\.count)).sorted().map { count in
      let rows = names.enumerated().filter { $0.element.count == count }.map {
        index, lines -> JSONValue in
        ["r": .int(index), "label": .string(lines.joined(separator: "\n"))]
      }
      return ChartLayer.rows(
        rows,
        [
          "type": "text", "x": -8, "align": "right", "baseline": "middle", "fontSize": 11,
          "lineBreak": "\n", "lineHeight": .double(Self.lineHeight),
          "yOffset": .double(-Double(count - 1) * Self.lineHeight / 2),
        ],
        [("y", channel), ("text", ChartLayer.label)])
    }
  }

  private static let lineHeight = 12.5
}
