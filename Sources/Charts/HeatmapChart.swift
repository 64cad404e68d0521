// Figures in rows and columns, coloured by how high they stand among all places.

public import RowRendering

/// Figures in rows and columns.
public struct HeatmapChart: Chart {
  /// What parts a figure from the one before.
  public enum Mark: Sendable, Hashable, CaseIterable {
    /// They do not compare.
    case broken
    /// They compare in part, or nobody says.
    case partly

    fileprivate var thickness: Double { self == .broken ? 2.5 : 1 }
  }

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
    /// What parts it from the one to the left.
    public let mark: Mark?

    /// Makes a cell.
    public init(
      row: Int, column: Int, label: String, worth: Double?, words: String, mark: Mark?
    ) {
      self.row = row
      self.column = column
      self.label = label
      self.worth = worth
      self.words = words
      self.mark = mark
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
      ] + bars(cell: cell, channels) + heads(cell: cell, x: x) + names.layers
    return frame.specification([
      ("width", .double(width)), ("height", ["step": .double(names.step)]),
      ("layer", .array(layers)),
    ])
  }

  /// Bars to the left of figures that do not go on from those before.
  private func bars(cell: Double, _ channels: [(String, JSONValue)]) -> [JSONValue] {
    Mark.allCases.compactMap { mark in
      let marked = cells.filter { $0.mark == mark && $0.column > 0 }
      guard !marked.isEmpty else { return nil }
      return ChartLayer.rows(
        marked.map { ["r": .int($0.row), "c": .int($0.column)] },
        [
          "type": "tick", "orient": "vertical", "thickness": .double(mark.thickness),
          "color": .string(ChartTheme.text), "xOffset": .double(-cell / 2),
        ],
        channels)
    }
  }

  /// Names of the columns: side by side where they fit in two lines, else upright.
  private func heads(cell: Double, x: JSONValue) -> [JSONValue] {
    // Smaller letters, before they stand upright.
    func lines(_ name: String, _ size: Double) -> [String] {
      TextFitting.wrapped(name, size: size, width: cell)
    }
    func fits(_ size: Double) -> Bool {
      columns.allSatisfy { name in
        lines(name, size).count <= 2
          && lines(name, size).allSatisfy { TextFitting.width($0, size: size) <= cell - 2 }
      }
    }
    guard let size = [10.5, 9.5, 8.5].first(where: fits) else {
      let rows = columns.enumerated().map { index, name -> JSONValue in
        [
          "c": .int(index),
          "label": .string(TextFitting.wrapped(name, size: 10.5, width: 150, most: 1)[0]),
        ]
      }
      return [
        ChartLayer.rows(
          rows,
          [
            "type": "text", "y": -5, "angle": 270, "align": "left", "baseline": "middle",
            "fontSize": 10.5,
          ],
          [("x", x), ("text", ChartLayer.label)])
      ]
    }
    // The first line of two stands higher.
    return Set(columns.map { lines($0, size).count }).sorted().map { count in
      let rows = columns.enumerated().filter { lines($0.element, size).count == count }.map {
        index, name -> JSONValue in
        ["c": .int(index), "label": .string(lines(name, size).joined(separator: "\n"))]
      }
      return ChartLayer.rows(
        rows,
        [
          "type": "text", "y": .double(-5 - Double(count - 1) * 12), "align": "center",
          "baseline": "bottom", "fontSize": .double(size), "lineBreak": "\n", "lineHeight": 12,
        ],
        [("x", x), ("text", ChartLayer.label)])
    }
  }

  /// A text of a Vega expression.
  private static func quoted(_ text: String) -> String { JSONValue.string(text).compact }
}
