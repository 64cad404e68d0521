// Parts of indices of one place beside the median and the best of all places.

public import RowRendering

/// Parts of indices beside the median and the best.
public struct ProfileChart: Chart {
  /// A part of an index.
  public struct Part: Sendable, Hashable {
    /// Its name.
    public let name: String
    /// The place's value.
    public let value: Double
    /// Median of all places; nil where not all are known.
    public let median: Double?
    /// The best of all places; nil where not all are known.
    public let best: Double?
    /// Distance to the median; positive is better.
    public let gap: Double?
    /// Value and gap as text.
    public let label: String
    /// The figure in words.
    public let words: String

    /// Makes a part.
    public init(
      name: String, value: Double, median: Double?, best: Double?, gap: Double?, label: String,
      words: String
    ) {
      self.name = name
      self.value = value
      self.median = median
      self.best = best
      self.gap = gap
      self.label = label
      self.words = words
    }
  }

  /// An index.
  public struct Panel: Sendable, Hashable {
    /// Its name, edition and unit.
    public let title: String
    /// Its parts, the strongest first.
    public let parts: [Part]

    /// Makes a panel.
    public init(title: String, parts: [Part]) {
      self.title = title
      self.parts = parts
    }
  }

  /// What the marks mean.
  public struct Legend: Sendable, Hashable {
    /// A value above the median.
    public let above: String
    /// A value below the median.
    public let below: String
    /// A value that is the median's, as printed.
    public let equal: String
    /// A value whose median is not known.
    public let unknown: String
    /// The median.
    public let median: String
    /// The best value.
    public let best: String

    /// Makes a legend.
    public init(
      above: String, below: String, equal: String, unknown: String, median: String, best: String
    ) {
      self.equal = equal
      self.unknown = unknown
      self.above = above
      self.below = below
      self.median = median
      self.best = best
    }
  }

  /// What stands around the picture.
  public var frame: ChartFrame
  /// The indices, in order.
  public let panels: [Panel]
  /// What the marks mean.
  public let legend: Legend

  /// Makes a chart.
  public init(frame: ChartFrame, panels: [Panel], legend: Legend) {
    self.frame = frame
    self.panels = panels
    self.legend = legend
  }

  /// The picture as a Vega-Lite 5 specification, with its data inline.
  public var specification: JSONValue {
    let most = Double(frame.width) * 0.4
    let room = panels.map { NamedRows($0.parts.map(\.name), most: most).room }.max() ?? 0
    let labels = panels.flatMap(\.parts).map { TextFitting.width($0.label, size: 10.5) + 12 }
    let width = max(Double(frame.width) - room - (labels.max() ?? 0), 100).rounded()
    let views = panels.indices.map { index in
      JSONValue.object(
        view(panels[index], width: width, most: most, room: room, hasLegend: index == 0))
    }
    return frame.specification([
      ("vconcat", .array(views)), ("spacing", 18), ("resolve", ["scale": ["x": "independent"]]),
    ])
  }

  private func view(
    _ panel: Panel, width: Double, most: Double, room: Double, hasLegend: Bool
  ) -> [(String, JSONValue)] {
    let names = NamedRows(panel.parts.map(\.name), most: most)
    let scale = NiceScale(
      panel.parts.flatMap { [$0.value, $0.median, $0.best].compactMap(\.self) })
    let x = KnownAxis(
      low: scale.low, high: scale.high, ticks: scale.ticks, format: ".\(scale.decimals)f",
      hasGrid: true)
    func rows(_ value: (Part) -> Double?, _ kind: (Part) -> String) -> [JSONValue] {
      panel.parts.enumerated().compactMap { index, part in
        value(part).map {
          [
            "r": .int(index), "x": .double($0), "kind": .string(kind(part)),
            "words": .string(part.words),
          ]
        }
      }
    }
    let sign = { (part: Part) in
      part.gap.map { $0 < 0 ? legend.below : $0 > 0 ? legend.above : legend.equal }
        ?? legend.unknown
    }
    let distances = panel.parts.enumerated().compactMap { index, part in
      part.median.map { median -> JSONValue in
        [
          "r": .int(index), "x": .double(median), "end": .double(part.value),
          "kind": .string(sign(part)),
        ]
      }
    }
    let marks =
      rows(\.best) { _ in legend.best } + rows(\.median) { _ in legend.median }
      + rows(\.value, sign)
    let channels = [("x", x.channel("x")), ("y", names.channel)]
    let texts = panel.parts.enumerated().map { index, part -> JSONValue in
      ["r": .int(index), "label": .string(part.label)]
    }
    let layers =
      [
        ChartLayer.rows(
          distances, ["type": "rule", "strokeWidth": 4, "opacity": 0.45],
          channels + [("x2", ["field": "end"]), ("color", kinds("color", Self.colours, hasLegend))]),
        ChartLayer.rows(
          marks, ["type": "point", "filled": true, "opacity": 1],
          channels + [
            ("color", kinds("color", Self.colours, hasLegend)),
            ("shape", kinds("shape", Self.shapes, hasLegend)),
            ("size", kinds("size", Self.sizes, hasLegend)), ("tooltip", ChartLayer.tooltip),
          ]),
        ChartLayer.rows(
          texts,
          [
            "type": "text", "x": .double(width + 8), "align": "left", "baseline": "middle",
            "fontSize": 10.5,
          ],
          [("y", names.channel), ("text", ChartLayer.label)]),
      ] + names.layers
    let lines = TextFitting.wrapped(panel.title, size: 12.5, width: Double(frame.width))
    return [
      (
        "title",
        [
          "text": .array(lines.map(JSONValue.string)), "anchor": "start", "frame": "group",
          "dx": .double(-room), "fontSize": 12,
        ]
      ), ("width", .double(width)), ("height", ["step": .double(names.step)]),
      ("layer", .array(layers)),
    ]
  }

  private static let colours: [JSONValue] = [
    "#0072B2", "#D55E00", "#222222", "#767676", "#089D9A", "#7D2042",
  ]
  private static let shapes: [JSONValue] = [
    "circle", "square", "M-0.12,-1L0.12,-1L0.12,1L-0.12,1Z", "diamond", "cross", "triangle-up",
  ]
  private static let sizes: [JSONValue] = [75, 75, 190, 38, 75, 60]

  /// A channel over the four kinds of marks, whose legends are drawn as one.
  private func kinds(_ channel: String, _ range: [JSONValue], _ hasLegend: Bool) -> JSONValue {
    let gaps = panels.flatMap(\.parts).map(\.gap)
    let all = [
      (legend.above, true), (legend.below, true), (legend.median, true), (legend.best, true),
      (legend.equal, gaps.contains(0)), (legend.unknown, gaps.contains(nil)),
    ]
    let used = all.indices.filter { all[$0].1 }
    let kinds = used.map { all[$0].0 }
    return [
      "field": "kind", "type": "nominal",
      "scale": [
        "domain": .array(kinds.map(JSONValue.string)),
        "range": .array(used.map { range[$0] }),
      ],
      "legend": hasLegend
        ? [
          "orient": "top", "title": nil,
          "columns": .int(frame.width < 500 ? 2 : min(kinds.count, 4)),
          "labelLimit": 200, "symbolOpacity": 1,
          "offset": 4,
        ] : nil,
    ]
  }
}
