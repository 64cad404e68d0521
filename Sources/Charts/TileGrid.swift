// Where the tile of each province lies: a grid of ids, a file for each set of provinces.

/// A grid of provinces, about where they lie.
public struct TileGrid: Sendable, Hashable {
  /// Columns of the grid.
  public let columns: Int
  /// Rows of the grid.
  public let rows: Int
  private let cells: [String: Cell]

  /// Where a tile lies, counted from the upper left from 0.
  struct Cell: Sendable, Hashable {
    let column: Int
    let row: Int
  }

  /// The grid of the 63 provinces until June 2025; with Hà Tây, of the 64 until July 2008.
  public static let until2025 = TileGrid(PackageResources.vn_63_csv)
  /// The grid of the 34 provinces since July 2025.
  public static let since2025 = TileGrid(PackageResources.vn_34_csv)

  /// The grid of a set of provinces.
  public static func of(geography: String) -> TileGrid {
    geography == "vn-34" ? since2025 : until2025
  }

  /// Reads a grid: a line for each row, ids parted by commas.
  init(_ bytes: [UInt8]) {
    var cells: [String: Cell] = [:]
    var columns = 0
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    for (row, line) in lines.enumerated() {
      let ids = line.split(separator: ",", omittingEmptySubsequences: false)
      columns = max(columns, ids.count)
      for (column, id) in ids.enumerated() where !id.isEmpty {
        cells[String(id)] = Cell(column: column, row: row)
      }
    }
    self.columns = columns
    rows = lines.count
    self.cells = cells
  }

  /// The first of five rows whose three left columns are empty: there is room for a legend.
  var emptyRow: Int {
    let taken = Set(cells.values.filter { $0.column < 3 }.map(\.row))
    return (0..<rows).first { first in (first..<first + 5).allSatisfy { !taken.contains($0) } } ?? 0
  }

  /// Ids of the provinces that have a tile.
  public var places: Set<String> { Set(cells.keys) }

  /// Where a province lies.
  ///
  /// Hà Nội lay in one place before and after its merger of 2008.
  func cell(of place: String) -> Cell? {
    cells[place] ?? (place == "ha-noi-before-2008" ? cells["ha-noi"] : nil)
  }

  /// Long names as they are commonly shortened.
  private static let short = [
    "Thành phố Hồ Chí Minh": "TP. HCM", "Ho Chi Minh City": "HCMC", "Bà Rịa - Vũng Tàu": "BR-VT",
    "Ba Ria - Vung Tau": "BR-VT", "Thừa Thiên Huế": "TT. Huế", "Thua Thien Hue": "TT. Hue",
  ]

  /// A name in at most two lines.
  func name(_ name: String, size: Double, width: Double) -> String {
    let short = Self.short[name] ?? name
    return TextFitting.wrapped(short, size: size, width: width, most: 2).joined(separator: "\n")
  }
}
