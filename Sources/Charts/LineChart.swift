// Series over the years: lines that stop at gaps and at new methods, with targets and breaks.

public import RowRendering

/// Values of places over the years, one panel for each indicator.
public struct LineChart: TextChart {
  /// One figure.
  public struct Point: Sendable, Hashable {
    /// The year; a quarter or a month is a part of it.
    public let time: Double
    /// The value, in the panel's unit.
    public let value: Double
    /// The figure in words: value, rank, what a reader should know.
    public let words: String
    /// Whether it does not compare with the figure before, so that no line leads to it.
    public let startsAnew: Bool
    /// Whether it was made or estimated, not published as such.
    public let isMade: Bool

    /// Makes a point.
    public init(time: Double, value: Double, words: String, startsAnew: Bool, isMade: Bool) {
      self.time = time
      self.value = value
      self.words = words
      self.startsAnew = startsAnew
      self.isMade = isMade
    }
  }

  /// A place.
  public struct Series: Sendable, Hashable {
    /// Its name.
    public let name: String
    /// Its figures, ascending in time; missing ones are absent.
    public let points: [Point]
    /// Time between two figures, in years.
    public let step: Double
    /// Its last figure as text.
    public let last: String
    /// The period of that figure.
    public let lastPeriod: String

    /// Makes a series.
    public init(name: String, points: [Point], step: Double, last: String, lastPeriod: String) {
      self.name = name
      self.points = points
      self.step = step
      self.last = last
      self.lastPeriod = lastPeriod
    }

    /// Stretches of figures that a line may join.
    var stretches: [[Point]] {
      points.reduce(into: []) { stretches, point in
        if let last = stretches.last?.last, !point.startsAnew, point.time - last.time < step * 1.5 {
          stretches[stretches.count - 1].append(point)
        } else {
          stretches.append([point])
        }
      }
    }
  }

  /// What a place wants to reach.
  public struct Target: Sendable, Hashable {
    /// Name of the place, one of the chart's.
    public let name: String
    /// First and last year for which it is set.
    public let years: ClosedRange<Int>
    /// The wanted value, in the panel's unit.
    public let value: Double
    /// The target as text.
    public let words: String

    /// Makes a target.
    public init(name: String, years: ClosedRange<Int>, value: Double, words: String) {
      self.name = name
      self.years = years
      self.value = value
      self.words = words
    }
  }

  /// One indicator.
  public struct Panel: Sendable, Hashable {
    /// Its name and unit; empty where the frame's title says it.
    public let title: String
    /// The places, in the order of their colours.
    public let series: [Series]
    /// What places want to reach.
    public let targets: [Target]
    /// Where figures do not go on as they were.
    public let breaks: [Break]

    /// Makes a panel.
    public init(title: String, series: [Series], targets: [Target], breaks: [Break]) {
      self.title = title
      self.series = series
      self.targets = targets
      self.breaks = breaks
    }

    var scale: NiceScale {
      NiceScale(series.flatMap { $0.points.map(\.value) } + targets.map(\.value))
    }

    /// Whether what targets say lies on fewer figures above their lines than below.
    var hasRoomAbove: Bool {
      let reach = (scale.high - scale.low) * 0.15
      func count(_ offsets: ClosedRange<Double>) -> Int {
        targets.map { target in
          series.flatMap(\.points).count {
            $0.time > Double(target.years.upperBound) - (times.upperBound - times.lowerBound) * 0.6
              && offsets.contains($0.value - target.value)
          }
        }.reduce(0, +)
      }
      let isAtBottom = targets.contains { $0.value - scale.low < reach * 0.7 }
      return isAtBottom || count(0...reach) <= count(-reach...0)
    }

    var times: ClosedRange<Double> {
      let times =
        series.flatMap { $0.points.map(\.time) }
        + targets.flatMap { [Double($0.years.lowerBound), Double($0.years.upperBound)] }
      return (times.min() ?? 0)...(times.max() ?? 1)
    }
  }

  /// What stands around the picture.
  public var frame: ChartFrame
  /// The panels, in order.
  public let panels: [Panel]
  /// Names of the places in the order of their colours; at most as many as there are colours.
  public let names: [String]

  /// Makes a chart.
  public init(frame: ChartFrame, panels: [Panel], names: [String]) {
    self.frame = frame
    self.panels = panels
    self.names = names
  }

  // MARK: - Vega-Lite

  private static let axisWidth = 44.0

  /// The picture as a Vega-Lite 5 specification, with its data inline.
  public var specification: JSONValue {
    let columns = panels.count > 1 && frame.width >= 600 ? 2 : 1
    let width = (frame.width - (columns - 1) * 24) / columns
    let views = panels.map { view($0, width: Double(width), isSmall: panels.count > 1) }
    return frame.specification(
      views.count == 1
        ? views[0]
        : [
          ("concat", .array(views.map(JSONValue.object))), ("columns", .int(columns)),
          ("spacing", 24),
        ])
  }

  private func view(_ panel: Panel, width: Double, isSmall: Bool) -> [(String, JSONValue)] {
    let named = panel.series.filter { !$0.points.isEmpty }
    let room = named.map { TextFitting.width(label($0, panel), size: 11) + 14 }.max() ?? 0
    let plot = max(width - Self.axisWidth - room, 120).rounded()
    let height = isSmall ? 150.0 : 260.0
    let scale = panel.scale
    let x = KnownAxis.years(panel.times, width: plot)
    let y = KnownAxis(
      low: scale.low, high: scale.high, ticks: scale.ticks, format: ".\(scale.decimals)f",
      hasGrid: true)
    let series = NamedSeries(names: names)
    let layers =
      ChartLayer.breaks(panel.breaks, step: panel.series.map(\.step).min() ?? 1, x: x)
      + targets(panel, x, y, series)
      + [
        lines(panel, x, y, series), points(panel, x, y, series),
        ChartLayer.ends(
          named.map { ($0.name, label($0, panel), $0.points.last?.value ?? scale.low) },
          at: panel.times.upperBound, height: height, x: x, y: y, colour: series.colour),
      ]
    var members: [(String, JSONValue)] = []
    if !panel.title.isEmpty {
      let lines = TextFitting.wrapped(panel.title, size: 12.5, width: width)
      members.append(
        (
          "title",
          [
            "text": .array(lines.map(JSONValue.string)), "anchor": "start", "frame": "bounds",
            "fontSize": 12, "offset": panel.breaks.isEmpty ? 8 : 18,
          ]
        ))
    }
    return members + [
      ("width", .double(plot)), ("height", .double(height)), ("layer", .array(layers)),
    ]
  }

  /// The name and the last figure of a series; one that ends before the axis does says when.
  private func label(_ series: Series, _ panel: Panel) -> String {
    let isAtEnd = series.points.last?.time == panel.times.upperBound
    return "\(series.name) \(series.last)" + (isAtEnd ? "" : " (\(series.lastPeriod))")
  }

  private func lines(
    _ panel: Panel, _ x: KnownAxis, _ y: KnownAxis, _ series: NamedSeries
  ) -> JSONValue {
    var rows: [JSONValue] = []
    for one in panel.series {
      for (index, stretch) in one.stretches.enumerated() where stretch.count > 1 {
        rows += stretch.map {
          [
            "x": .double($0.time), "y": .double($0.value), "s": .string(one.name),
            "part": .int(index),
          ]
        }
      }
    }
    return ChartLayer.rows(
      rows, ["type": "line", "strokeWidth": 2],
      [
        ("x", x.channel("x")), ("y", y.channel("y")), ("color", series.colour),
        ("strokeDash", series.dash), ("detail", ["field": "part", "type": "nominal"]),
      ])
  }

  private func points(
    _ panel: Panel, _ x: KnownAxis, _ y: KnownAxis, _ series: NamedSeries
  ) -> JSONValue {
    let rows = panel.series.flatMap { one in
      one.points.map { point -> JSONValue in
        [
          "x": .double(point.time), "y": .double(point.value), "s": .string(one.name),
          "made": .bool(point.isMade), "words": .string(point.words),
        ]
      }
    }
    return ChartLayer.rows(
      rows, ["type": "point", "size": 42, "strokeWidth": 1.5, "opacity": 1],
      [
        ("x", x.channel("x")), ("y", y.channel("y")), ("color", series.colour),
        ("shape", series.shape), ("fill", series.fill), ("tooltip", ChartLayer.tooltip),
      ])
  }

  /// A dashed line over the years of a target, with what it says at its end.
  private func targets(
    _ panel: Panel, _ x: KnownAxis, _ y: KnownAxis, _ series: NamedSeries
  ) -> [JSONValue] {
    guard !panel.targets.isEmpty else { return [] }
    let rows = panel.targets.map { target -> JSONValue in
      [
        "x": .double(max(Double(target.years.lowerBound) - 0.4, x.low)),
        "end": .double(min(Double(target.years.upperBound) + 0.4, x.high)),
        "y": .double(target.value), "s": .string(target.name), "words": .string(target.words),
      ]
    }
    return [
      ChartLayer.rows(
        rows, ["type": "rule", "strokeDash": [5, 3], "strokeWidth": 1.5],
        [
          ("x", x.channel("x")), ("x2", ["field": "end"]), ("y", y.channel("y")),
          ("color", series.colour), ("tooltip", ChartLayer.tooltip),
        ]),
      ChartLayer.rows(
        rows,
        [
          "type": "text", "align": "right", "fontSize": 10,
          "baseline": panel.hasRoomAbove ? "bottom" : "top", "dy": panel.hasRoomAbove ? -3 : 4,
        ],
        [
          ("x", x.channel("end")), ("y", y.channel("y")),
          ("text", ["field": "words", "type": "nominal"]), ("color", series.colour),
        ]),
    ]
  }
}
