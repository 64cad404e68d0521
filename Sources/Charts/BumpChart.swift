// Ranks over the years: the best at the top, chosen places in colour, all others grey.

public import RowRendering

/// Ranks of all places over the years.
public struct BumpChart: TextChart {
  /// One rank.
  public struct Point: Sendable, Hashable {
    /// The year.
    public let year: Int
    /// The rank, 1 is best.
    public let rank: Int
    /// The rank in words, with the number of places.
    public let words: String
    /// Whether ranks before were among other places, or by another method.
    public let startsAnew: Bool

    /// Makes a point.
    public init(year: Int, rank: Int, words: String, startsAnew: Bool) {
      self.year = year
      self.rank = rank
      self.words = words
      self.startsAnew = startsAnew
    }
  }

  /// A place.
  public struct Series: Sendable, Hashable {
    /// Its name.
    public let name: String
    /// Its ranks, ascending in time; missing years are absent.
    public let points: [Point]

    /// Makes a series.
    public init(name: String, points: [Point]) {
      self.name = name
      self.points = points
    }

    var stretches: [[Point]] {
      points.reduce(into: []) { stretches, point in
        if let last = stretches.last?.last, !point.startsAnew, point.year == last.year + 1 {
          stretches[stretches.count - 1].append(point)
        } else {
          stretches.append([point])
        }
      }
    }
  }

  /// What stands around the picture.
  public var frame: ChartFrame
  /// The chosen places, in the order of their colours.
  public let chosen: [Series]
  /// All others.
  public let others: [Series]
  /// Where ranks do not go on as they were.
  public let breaks: [Break]

  /// Makes a chart.
  public init(
    frame: ChartFrame, chosen: [Series], others: [Series], breaks: [Break]
  ) {
    self.frame = frame
    self.chosen = chosen
    self.others = others
    self.breaks = breaks
  }

  var years: ClosedRange<Int> {
    let years = (chosen + others).flatMap { $0.points.map(\.year) }
    return (years.min() ?? 0)...(years.max() ?? 0)
  }

  /// The last rank of all that are drawn.
  var lowest: Int { (chosen + others).flatMap { $0.points.map(\.rank) }.max() ?? 1 }

  /// The picture as a Vega-Lite 5 specification, with its data inline.
  public var specification: JSONValue {
    let named = chosen.filter { !$0.points.isEmpty }
    let room = named.map { TextFitting.width(label($0), size: 11) + 14 }.max() ?? 0
    let width = max(Double(frame.width) - 34 - room, 140).rounded()
    let height = frame.width < 500 ? 320.0 : 380.0
    let x = KnownAxis.years(
      Double(years.lowerBound)...Double(years.upperBound), width: width)
    let step = lowest > 40 ? 10 : 5
    // The best rank stands at the top.
    let y = KnownAxis(
      low: 0, high: Double(lowest + 1),
      ticks: [1] + stride(from: step, through: lowest, by: step).map(Double.init),
      isReversed: true, hasGrid: true)
    let series = NamedSeries(names: chosen.map(\.name))
    let ends = named.map { one in
      (name: one.name, label: label(one), value: Double(one.points.last?.rank ?? 0))
    }
    let layers =
      ChartLayer.breaks(breaks, step: 1, x: x) + [
        lines(
          others, ["type": "line", "strokeWidth": 1, "color": .string(ChartTheme.grey)], [], x, y),
        dots(
          others, ["type": "point", "size": 8, "filled": true, "color": .string(ChartTheme.grey)],
          [], x, y),
        lines(
          chosen, ["type": "line", "strokeWidth": 2.5],
          [("color", series.colour), ("strokeDash", series.dash)], x, y),
        dots(
          chosen, ["type": "point", "size": 46, "filled": true, "opacity": 1],
          [("color", series.colour), ("shape", series.shape)], x, y),
        ChartLayer.ends(
          ends, at: Double(years.upperBound), height: height, x: x, y: y, colour: series.colour),
      ]
    return frame.specification([
      ("width", .double(width)), ("height", .double(height)), ("layer", .array(layers)),
    ])
  }

  private func label(_ series: Series) -> String {
    guard let last = series.points.last else { return series.name }
    // A line that ends before the others says when.
    return "\(series.name) \(last.rank)" + (last.year == years.upperBound ? "" : " (\(last.year))")
  }

  private func lines(
    _ series: [Series], _ mark: JSONValue, _ look: [(String, JSONValue)], _ x: KnownAxis,
    _ y: KnownAxis
  ) -> JSONValue {
    var rows: [JSONValue] = []
    for one in series {
      for (index, stretch) in one.stretches.enumerated() where stretch.count > 1 {
        rows += stretch.map {
          [
            "x": .int($0.year), "y": .int($0.rank), "s": .string(one.name), "part": .int(index),
          ]
        }
      }
    }
    return ChartLayer.rows(
      rows, mark,
      [
        ("x", x.channel("x")), ("y", y.channel("y")),
        (
          "detail", [["field": "s", "type": "nominal"], ["field": "part", "type": "nominal"]]
        ),
      ] + look)
  }

  private func dots(
    _ series: [Series], _ mark: JSONValue, _ look: [(String, JSONValue)], _ x: KnownAxis,
    _ y: KnownAxis
  ) -> JSONValue {
    let rows = series.flatMap { one in
      one.points.map { point -> JSONValue in
        [
          "x": .int(point.year), "y": .int(point.rank), "s": .string(one.name),
          "words": .string(point.words),
        ]
      }
    }
    return ChartLayer.rows(
      rows, mark,
      [("x", x.channel("x")), ("y", y.channel("y")), ("tooltip", ChartLayer.tooltip)] + look)
  }
}
