import Testing

@testable import Charts

/// Every province has one tile, and no two share one.
@Suite struct TileGridTests {
  @Test(arguments: [(TileGrid.until2025, 64), (TileGrid.since2025, 34)])
  func eachProvinceHasItsTile(grid: TileGrid, count: Int) {
    #expect(grid.places.count == count)
    let cells = grid.places.compactMap { place in
      grid.cell(of: place).map { $0.row * 100 + $0.column }
    }
    #expect(Set(cells).count == count)
    #expect(grid.places.allSatisfy { (grid.cell(of: $0)?.column ?? 99) < grid.columns })
  }

  /// North is above south, east right of west, of neighbours whose borders leave no doubt.
  @Test func tilesLieAsProvincesDo() throws {
    func cell(_ grid: TileGrid, _ place: String) throws -> TileGrid.Cell {
      try #require(grid.cell(of: place))
    }
    let north: [(TileGrid, String, String)] = [
      (.until2025, "ha-giang", "tuyen-quang"), (.until2025, "thanh-hoa", "nghe-an"),
      (.until2025, "nghe-an", "ha-tinh"), (.until2025, "ha-tinh", "quang-binh"),
      (.until2025, "quang-binh", "quang-tri"), (.until2025, "kon-tum", "gia-lai"),
      (.until2025, "can-tho", "hau-giang"), (.since2025, "cao-bang", "lang-son"),
      (.since2025, "gia-lai-2025", "dak-lak-2025"), (.since2025, "can-tho-2025", "ca-mau-2025"),
    ]
    for (grid, upper, lower) in north {
      #expect(try cell(grid, upper).row < cell(grid, lower).row, "\(upper), \(lower)")
    }
    let west: [(TileGrid, String, String)] = [
      (.until2025, "dien-bien", "yen-bai"), (.until2025, "bac-giang", "quang-ninh"),
      (.until2025, "gia-lai", "binh-dinh"), (.until2025, "an-giang", "dong-thap"),
      (.since2025, "lai-chau", "lao-cai-2025"), (.since2025, "lam-dong-2025", "khanh-hoa-2025"),
    ]
    for (grid, left, right) in west {
      #expect(try cell(grid, left).column < cell(grid, right).column, "\(left), \(right)")
    }
  }

  @Test func longNamesAreShortened() {
    let grid = TileGrid.until2025
    #expect(grid.name("Bà Rịa - Vũng Tàu", size: 9, width: 40) == "BR-VT")
    #expect(grid.name("Thái Nguyên", size: 9, width: 40) == "Thái\nNguyên")
  }
}
