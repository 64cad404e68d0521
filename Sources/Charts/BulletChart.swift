// Targets beside results: each row on a scale of its own, since units differ.

public import RowRendering

/// Targets beside results.
public struct BulletChart: Chart {
  /// How a target stands, in the words of the reader.
  public struct Verdict: Sendable, Hashable {
    /// The words.
    public let words: String
    /// 0 reached or on the way, 1 too slow, 2 missed or going the wrong way, 3 not known.
    public let rank: Int

    /// Makes a verdict.
    public init(words: String, rank: Int) {
      self.words = words
      self.rank = rank
    }
  }

  /// A target.
  public struct Row: Sendable, Hashable {
    /// What is to be reached, and by when.
    public let name: String
    /// Where the base stands, 0 to 1, 1 is best for ranks; nil where it is not known.
    public let base: Double?
    /// Where the latest result stands, likewise.
    public let latest: Double?
    /// Where the target stands, 0 to 1.
    public let target: Double
    /// Result, target and verdict as text.
    public let label: String
    /// All of it in words.
    public let words: String
    /// How the target stands.
    public let verdict: Verdict

    /// Makes a row.
    public init(
      name: String, base: Double?, latest: Double?, target: Double, label: String, words: String,
      verdict: Verdict
    ) {
      self.name = name
      self.base = base
      self.latest = latest
      self.target = target
      self.label = label
      self.words = words
      self.verdict = verdict
    }
  }

  /// What stands around the picture.
  public var frame: ChartFrame
  /// The targets, from the top.
  public let rows: [Row]

  /// Makes a chart.
  public init(frame: ChartFrame, rows: [Row]) {
    self.frame = frame
    self.rows = rows
  }

  /// Bars of what is reached: blue, brown, orange, grey.
  private static let colours = ["#4F94C4", "#C9A45C", "#E07B39", "#BDBDBD"]

  /// The picture as a Vega-Lite 5 specification, with its data inline.
  public var specification: JSONValue {
    let names = NamedRows(rows.map(\.name), most: Double(frame.width) * 0.36)
    let rest = max(Double(frame.width) - names.room, 150)
    let labels = rows.map { TextFitting.width($0.label, size: 10.5) }.max() ?? 0
    let isNarrow = labels + 110 > rest
    let width = (isNarrow ? rest : rest - labels - 12).rounded()
    let verdicts = Dictionary(rows.map { ($0.verdict.rank, $0.verdict.words) }) { first, second in
      first == second || first.split(separator: ",").contains(Substring(second))
        ? first : "\(first), \(second)"
    }.sorted { $0.key < $1.key }
    func x(_ field: String) -> JSONValue {
      [
        "field": .string(field), "type": "quantitative", "axis": nil,
        "scale": ["domain": [0, 1], "nice": false],
      ]
    }
    let colour: JSONValue = [
      "field": "verdict", "type": "nominal",
      "scale": [
        "domain": .array(verdicts.map { .string($0.value) }),
        "range": .array(verdicts.map { .string(Self.colours[min($0.key, 3)]) }),
      ],
      "legend": [
        "orient": "top", "title": nil, "columns": frame.width < 500 ? 1 : 2, "labelLimit": 320,
        "symbolType": "square",
      ],
    ]
    let known = Dictionary(uniqueKeysWithValues: verdicts.map { ($0.key, $0.value) })
    let values = rows.enumerated().map { index, row -> JSONValue in
      [
        "r": .int(index), "x": JSONValue(row.latest), "base": JSONValue(row.base),
        "target": .double(row.target), "label": .string(row.label), "words": .string(row.words),
        "verdict": JSONValue(known[row.verdict.rank]), "zero": 0, "one": 1,
      ]
    }
    let y = names.channel
    let step = max(names.step, isNarrow ? 34 : 24)
    let half = isNarrow ? 0.36 : 0.6
    let layers =
      [
        ChartLayer.rows(
          values,
          ["type": "bar", "color": "#EDEDED", "height": ["band": .double(half + 0.2)]],
          [("y", y), ("x", x("one")), ("x2", ["field": "zero"])]),
        ChartLayer.rows(
          values.filter { $0.member("x") != .null },
          ["type": "bar", "height": ["band": .double(half - 0.1)]],
          [
            ("y", y), ("x", x("x")), ("x2", ["field": "zero"]), ("color", colour),
            ("tooltip", ChartLayer.tooltip),
          ]),
        ChartLayer.rows(
          values.filter { $0.member("base") != .null },
          [
            "type": "point", "shape": "circle", "size": 40, "fill": "white",
            "stroke": .string(ChartTheme.text), "strokeWidth": 1.3, "opacity": 1,
          ],
          [("y", y), ("x", x("base"))]),
        ChartLayer.rows(
          values,
          [
            "type": "tick", "orient": "vertical", "thickness": 3, "color": .string(ChartTheme.text),
            "size": .double(step * (half + 0.3) * 0.8),
          ],
          [("y", y), ("x", x("target")), ("tooltip", ChartLayer.tooltip)]),
        ChartLayer.rows(
          values,
          isNarrow
            ? [
              "type": "text", "x": 0, "align": "left", "baseline": "bottom",
              "yOffset": .double(-step * half / 2 - 1), "fontSize": 10,
            ]
            : [
              "type": "text", "x": .double(width + 8), "align": "left", "baseline": "middle",
              "fontSize": 10.5,
            ],
          [("y", y), ("text", ChartLayer.label)]),
      ] + names.layers
    return frame.specification([
      ("width", .double(width)), ("height", ["step": .double(step)]),
      ("layer", .array(layers)),
    ])
  }
}
