// One cell of a comparison: the figure of a place, or what all provinces together say.

import RowRendering
import Warehouse

/// What stands in a cell of a comparison, and where it stands.
struct ComparisonCell {
  /// Who it is about; the order is that of the places asked for, then of what is added.
  let place: Mark
  let indicator: Mark
  let year: Mark
  let unit: String?
  let decimals: Int
  let value: Double?
  let group: String?
  let rank: Int?
  let rankOf: Int?
  let isTied: Bool
  let percentile: Double?
  /// What a reader must know, each on its own.
  let remarks: [String]
  /// Whether it is what all provinces together say.
  let isSummary: Bool

  /// A place, an indicator or a year as the head of rows or columns.
  struct Mark: Hashable {
    /// Where it stands among others.
    let order: Int
    /// What machines read.
    let key: String
    /// What people read.
    let label: String

    static func == (left: Mark, right: Mark) -> Bool { left.key == right.key }
    func hash(into hasher: inout Hasher) { hasher.combine(key) }
  }
}

/// What can be the head of rows or columns.
enum Dimension: String, CaseIterable {
  case place, indicator, year

  func mark(of cell: ComparisonCell) -> ComparisonCell.Mark {
    switch self {
    case .place: cell.place
    case .indicator: cell.indicator
    case .year: cell.year
    }
  }

  var heading: Heading {
    switch self {
    case .place: .place
    case .indicator: .indicator
    case .year: .year
    }
  }
}

/// What a comparison shows beside the figures asked for.
enum Addition: String, CaseIterable {
  case mean, median, region, best, percentile
}
