// Places in the order of an indicator, with the median of the country.

public import RowRendering

/// Places ranked in one year.
public struct BarChart: TextChart {
  /// A place.
  public struct Bar: Sendable, Hashable {
    /// Its name.
    public let name: String
    /// Its value; nil where only its rank is known.
    public let value: Double?
    /// Its value as text.
    public let label: String
    /// Its rank as text; empty where it is not known.
    public let rank: String
    /// The figure in words.
    public let words: String
    /// Whether it is one of those asked for.
    public let isChosen: Bool

    /// Makes a bar.
    public init(
      name: String, value: Double?, label: String, rank: String, words: String, isChosen: Bool
    ) {
      self.name = name
      self.value = value
      self.label = label
      self.rank = rank
      self.words = words
      self.isChosen = isChosen
    }
  }

  /// What stands around the picture.
  public var frame: ChartFrame
  /// The places, the best first.
  public let bars: [Bar]
  /// Median of all places with its label; nil where not all are known.
  public let median: (value: Double, label: String)?

  /// Makes a chart.
  public init(frame: ChartFrame, bars: [Bar], median: (value: Double, label: String)?) {
    self.frame = frame
    self.bars = bars
    self.median = median
  }

  /// Where bars begin and the longest one ends: bars begin at zero, or below it where values do.
  var reach: ClosedRange<Double> {
    let values = bars.compactMap(\.value)
    return min(values.min() ?? 0, 0)...max(values.max() ?? 1, 1e-9)
  }

  /// The picture as a Vega-Lite 5 specification, with its data inline.
  public var specification: JSONValue {
    let heads = bars.map { $0.rank.isEmpty ? $0.name : "\($0.rank)  \($0.name)" }
    let nameRoom = heads.map { TextFitting.width($0, size: 11) + 12 }.max() ?? 0
    let valueRoom = bars.map { TextFitting.width($0.label, size: 10) + 8 }.max() ?? 0
    let width = max(Double(frame.width) - nameRoom - valueRoom, 100).rounded()
    let y: JSONValue = [
      "field": "name", "type": "nominal", "title": nil, "sort": nil,
      "axis": [
        "labelLimit": 400, "ticks": false, "domain": false, "labelPadding": 6,
      ],
      "scale": [
        "domain": .array(heads.map(JSONValue.string)), "paddingInner": 0.25, "paddingOuter": 0.1,
      ],
    ]
    func x(_ field: String) -> JSONValue {
      [
        "field": .string(field), "type": "quantitative", "title": nil, "axis": nil,
        "scale": [
          "domain": [.double(reach.lowerBound), .double(reach.upperBound)], "nice": false,
          "zero": false,
        ],
      ]
    }
    let rows = zip(bars, heads).map { bar, head -> JSONValue in
      [
        "name": .string(head), "x": JSONValue(bar.value), "zero": 0, "label": .string(bar.label),
        "words": .string(bar.words), "chosen": .bool(bar.isChosen),
      ]
    }
    var layers = [
      ChartLayer.rows(
        rows.filter { $0.member("x") != .null },
        ["type": "bar"],
        [
          ("y", y), ("x", x("x")), ("x2", ["field": "zero"]),
          (
            "color",
            [
              "condition": ["test": "datum.chosen", "value": .string(ChartTheme.colours[1])],
              "value": "#8DB5CF",
            ]
          ), ("tooltip", ChartLayer.tooltip),
        ]),
      ChartLayer.rows(
        rows,
        [
          "type": "text", "x": .double(width + valueRoom), "align": "right",
          "baseline": "middle", "fontSize": 10,
        ],
        [("y", y), ("text", ChartLayer.label)]),
    ]
    if let median {
      let row: JSONValue = ["x": .double(median.value), "label": .string(median.label)]
      let isRight = (median.value - reach.lowerBound) / (reach.upperBound - reach.lowerBound) > 0.5
      layers += [
        ChartLayer.rows(
          [row], ["type": "rule", "strokeWidth": 1.5, "color": .string(ChartTheme.text)],
          [("x", x("x"))]),
        ChartLayer.rows(
          [row],
          [
            "type": "text", "align": isRight ? "right" : "left", "y": -8,
            "dx": isRight ? 4 : -4, "fontSize": 10.5, "fontWeight": "bold",
          ],
          [("x", x("x")), ("text", ChartLayer.label)]),
      ]
    }
    return frame.specification([
      ("width", .double(width)), ("height", ["step": 15]), ("layer", .array(layers)),
    ])
  }
}
