// Figures in rows and columns, coloured by how high they stand among all places.

public import RowRendering

/// Figures in rows and columns.
public struct HeatmapChart: Chart {
  /// One figure.
  public struct Cell: Sendable, Hashable {
    /// Number of the row, from 0.
    public let row: Int
    /// Number of the column, from 0.
    public let column: Int
    /// The figure as text.
    public let label: String
    /// How high it stands among all places, 0 to 1; nil where that is not known.
    public let worth: Double?
    /// The figure in words.
    public let words: String
    /// Whether it does not compare with the one to the left.
    public let isBreak: Bool

    /// Makes a cell.
    public init(
      row: Int, column: Int, label: String, worth: Double?, words: String, isBreak: Bool
    ) {
      self.row = row
      self.column = column
      self.label = label
      self.worth = worth
      self.words = words
      self.isBreak = isBreak
    }
  }

  /// What stands around the picture.
  public var frame: ChartFrame
  /// Names of the rows, from the top.
  public let rows: [String]
  /// Names of the columns, from the left.
  public let columns: [String]
  /// The figures; a row and a column without one stay empty.
  public let cells: [Cell]
  /// What the two ends of the colours mean, the worst first.
  public let ends: (worst: String, best: String)

  /// Makes a chart.
  public init(
    frame: ChartFrame, rows: [String], columns: [String], cells: [Cell],
    ends: (worst: String, best: String)
  ) {
    self.frame = frame
    self.rows = rows
    self.columns = columns
    self.cells = cells
    self.ends = ends
  }

  /// The picture as a Vega-Lite 5 specification, with its data inline.
  public var specification: JSONValue {
    let names = NamedRows(rows, most: Double(frame.width) * 0.36, padding: 0.06)
    let width = max(Double(frame.width) - names.room, 120).rounded()
    let cell = width / Double(max(columns.count, 1))
    // Where the figures do not fit into the cells, the colours tell, and the figure is told where one points.
    let longest = cells.map { TextFitting.width($0.label, size: 1) }.max() ?? 1
    let size = min(11, (cell - 2) / max(longest, 1e-9))
    let x: JSONValue = [
      "field": "c", "type": "ordinal", "axis": nil,
      "scale": [
        "domain": .array(columns.indices.map(JSONValue.int)), "paddingInner": 0.06,
        "paddingOuter": 0.03,
      ],
    ]
    let channels = [("x", x), ("y", names.channel)]
    let values = cells.map { one -> JSONValue in
      [
        "r": .int(one.row), "c": .int(one.column), "label": .string(one.label),
        "worth": JSONValue(one.worth), "words": .string(one.words),
      ]
    }
    let colour: JSONValue = [
      "condition": [
        "test": "isValid(datum.worth)", "field": "worth", "type": "quantitative",
        "scale": [
          "domain": [0, 0.25, 0.5, 0.75, 1],
          "range": .array(ChartTheme.worth.map(JSONValue.string)),
        ],
        "legend": [
          "orient": "top", "title": nil, "gradientLength": 130, "gradientThickness": 9,
          "values": [0, 1],
          "labelExpr": .string(
            "datum.value == 0 ? \(Self.quoted(ends.worst)) : \(Self.quoted(ends.best))"),
          "labelLimit": 140,
        ],
      ], "value": .string(ChartTheme.missing),
    ]
    let layers =
      [
        ChartLayer.rows(
          values, ["type": "rect", "stroke": "#D0D0D0", "strokeWidth": 0.5],
          channels + [("color", colour), ("tooltip", ChartLayer.tooltip)]),
        ChartLayer.rows(
          size < 7 ? [] : values,
          ["type": "text", "fontSize": .double(size), "color": .string(ChartTheme.text)],
          channels + [("text", ChartLayer.label)]),
        ChartLayer.rows(
          cells.filter(\.isBreak).map { ["r": .int($0.row), "c": .int($0.column)] },
          [
            "type": "tick", "orient": "vertical", "thickness": 2.5,
            "color": .string(ChartTheme.text), "xOffset": .double(-cell / 2),
          ],
          channels),
        heads(cell: cell, x: x),
      ] + names.layers
    return frame.specification([
      ("width", .double(width)), ("height", ["step": .double(names.step)]),
      ("layer", .array(layers)),
    ])
  }

  /// Names of the columns: side by side where they fit in two lines, else upright.
  private func heads(cell: Double, x: JSONValue) -> JSONValue {
    // Smaller letters, before they stand upright.
    func fits(_ size: Double) -> Bool {
      columns.allSatisfy { name in
        let lines = TextFitting.wrapped(name, size: size, width: cell)
        return lines.count <= 2
          && lines.allSatisfy { TextFitting.width($0, size: size) <= cell + 1 }
      }
    }
    let fitting = [10.5, 9.5, 8.5].first(where: fits)
    let size = fitting ?? 10.5
    let isUpright = fitting == nil
    let rows = columns.indices.map { index -> JSONValue in
      let text =
        isUpright
        ? TextFitting.wrapped(columns[index], size: 10.5, width: 150, most: 1)[0]
        : TextFitting.wrapped(columns[index], size: size, width: cell).joined(separator: "\n")
      return ["c": .int(index), "label": .string(text)]
    }
    return ChartLayer.rows(
      rows,
      isUpright
        ? [
          "type": "text", "y": -5, "angle": 270, "align": "left", "baseline": "middle",
          "fontSize": 10.5,
        ]
        : [
          "type": "text", "y": -5, "align": "center", "baseline": "bottom",
          "fontSize": .double(size), "lineBreak": "\n", "lineHeight": 12,
        ],
      [("x", x), ("text", ChartLayer.label)])
  }

  /// A text of a Vega expression.
  private static func quoted(_ text: String) -> String { JSONValue.string(text).compact }
}
