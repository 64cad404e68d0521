// Provinces as tiles, about where they lie: each as large as any other, so that small ones are seen.

public import RowRendering

/// Provinces as a grid of tiles.
public struct TileMap: Chart {
  /// A province.
  public struct Tile: Sendable, Hashable {
    /// Its id.
    public let place: String
    /// Its name.
    public let name: String
    /// The figure as text; empty where there is none.
    public let label: String
    /// What it is coloured by, higher is darker; nil where there is none.
    public let score: Double?
    /// The figure in words.
    public let words: String
    /// Whether it is one of those asked for.
    public let isChosen: Bool

    /// Makes a tile.
    public init(
      place: String, name: String, label: String, score: Double?, words: String, isChosen: Bool
    ) {
      self.place = place
      self.name = name
      self.label = label
      self.score = score
      self.words = words
      self.isChosen = isChosen
    }
  }

  /// What stands around the picture.
  public var frame: ChartFrame
  /// Where tiles lie.
  public let grid: TileGrid
  /// The provinces.
  public let tiles: [Tile]
  /// What a tile without a figure means.
  public let missing: String

  /// Makes a chart.
  public init(frame: ChartFrame, grid: TileGrid, tiles: [Tile], missing: String) {
    self.frame = frame
    self.grid = grid
    self.tiles = tiles
    self.missing = missing
  }

  /// Light to dark; dark letters stand out on each.
  static let shades = ["#E1EEF8", "#C3DCF0", "#A0C9E7", "#7BB3DB", "#58A2D0"]
  private static let classes = 5

  /// The classes of figures, the darkest first, as many figures in each: label and tiles.
  var groups: [(label: String, tiles: [Tile])] {
    let known = tiles.filter { $0.score != nil }.sorted { ($0.score ?? 0) > ($1.score ?? 0) }
    guard let first = known.first else { return [] }
    var groups: [[Tile]] = [[first]]
    for (index, tile) in known.enumerated().dropFirst() {
      let group = index * Self.classes / known.count
      // Equal figures are in one class.
      if group < groups.count || tile.score == groups.last?.last?.score {
        groups[groups.count - 1].append(tile)
      } else {
        groups.append([tile])
      }
    }
    return groups.map { group in
      let ends = [group.last, group.first].compactMap { $0?.label }
      return (ends[0] == ends[1] ? ends[0] : "\(ends[0]) – \(ends[1])", group)
    }
  }

  /// The picture as a Vega-Lite 5 specification, with its data inline.
  public var specification: JSONValue {
    let side = min(54, Double(frame.width) / Double(grid.columns)).rounded(.down)
    let height = side * 0.98
    let groups = groups
    var rows: [JSONValue] = []
    func add(_ tile: Tile, _ group: String) {
      guard let cell = grid.cell(of: tile.place) else { return }
      let name = grid.name(tile.name, size: side * 0.185, width: side - 7)
      rows.append([
        "c": .int(cell.column), "r": .int(cell.row), "name": .string(name),
        "label": .string(tile.label), "class": .string(group), "words": .string(tile.words),
        "chosen": .bool(tile.isChosen), "known": .bool(tile.score != nil),
      ])
    }
    for group in groups { group.tiles.forEach { add($0, group.label) } }
    let unknown = tiles.filter { $0.score == nil }
    unknown.forEach { add($0, missing) }
    var shades = groups.indices.map { index in
      Self.shades[groups.count > 1 ? (groups.count - 1 - index) * 4 / (groups.count - 1) : 2]
    }
    var labels = groups.map(\.label)
    if !unknown.isEmpty {
      labels.append(missing)
      shades.append(ChartTheme.missing)
    }
    func channel(_ field: String, _ count: Int) -> JSONValue {
      [
        "field": .string(field), "type": "ordinal", "axis": nil,
        "scale": [
          "domain": .array((0..<count).map(JSONValue.int)), "paddingInner": 0.05,
          "paddingOuter": 0.02,
        ],
      ]
    }
    let place = [("x", channel("c", grid.columns)), ("y", channel("r", grid.rows))]
    let colour: JSONValue = [
      "field": "class", "type": "nominal",
      "scale": [
        "domain": .array(labels.map(JSONValue.string)),
        "range": .array(shades.map(JSONValue.string)),
      ],
      "legend": [
        // In the corner of the map where no province lies.
        "orient": "none", "legendX": 0, "legendY": .double(height * Double(grid.emptyRow) + 6),
        "title": nil, "symbolType": "square", "symbolSize": 160, "labelLimit": 150,
        "symbolStrokeColor": .string(ChartTheme.rule),
      ],
    ]
    let width = side * Double(grid.columns)
    return frame.specification([
      ("width", .double(width)), ("height", .double(height * Double(grid.rows))),
      (
        "layer",
        [
          ChartLayer.rows(
            rows, ["type": "rect"],
            place + [
              ("color", colour),
              (
                "stroke",
                [
                  "condition": ["test": "datum.chosen", "value": "#000000"], "value": "#9A9A9A",
                ]
              ),
              ("strokeWidth", ["condition": ["test": "datum.chosen", "value": 3], "value": 0.6]),
              (
                "strokeDash",
                [
                  "condition": ["test": "datum.known || datum.chosen", "value": [1, 0]],
                  "value": [3, 3],
                ]
              ),
              ("tooltip", ChartLayer.tooltip),
            ]),
          names(rows.filter { !Self.hasTwoLines($0) }, at: -0.13, side: side, place),
          names(rows.filter(Self.hasTwoLines), at: -0.24, side: side, place),
          ChartLayer.rows(
            rows,
            [
              "type": "text", "fontSize": .double(side * 0.2), "fontWeight": "bold",
              "baseline": "middle", "yOffset": .double(side * 0.31),
            ],
            place + [("text", ChartLayer.label)]),
        ]
      ),
    ])
  }

  private static func hasTwoLines(_ row: JSONValue) -> Bool {
    guard case .string(let name) = row.member("name") else { return false }
    return name.contains("\n")
  }

  private func names(
    _ rows: [JSONValue], at height: Double, side: Double, _ place: [(String, JSONValue)]
  ) -> JSONValue {
    ChartLayer.rows(
      rows,
      [
        "type": "text", "fontSize": .double(side * 0.185), "lineBreak": "\n",
        "lineHeight": .double(side * 0.2), "baseline": "middle",
        "yOffset": .double(side * height),
      ],
      place + [("text", ["field": "name", "type": "nominal"])])
  }
}
