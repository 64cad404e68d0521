// The catalog of the project and the tables of these tests, as the reader needs them.

import Documents
import Foundation
import IndicatorModel
import PlanReading

/// Tables beside the tests and in etl/.
enum Tables {
  static let project = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  /// A table of these tests: one dictionary a row.
  static func gold(_ name: String) throws -> [[String: String]] {
    try rows("\(project)/Tests/PlanReadingTests/Gold/\(name)")
  }

  /// One dictionary a row, by the header.
  static func rows(_ path: String) throws -> [[String: String]] {
    var reader = try CSVReader.open(path: path)
    let header = reader.header
    var rows: [[String: String]] = []
    while let row = try reader.next() {
      rows.append(Dictionary(zip(header, row.fields), uniquingKeysWith: { first, _ in first }))
    }
    return rows
  }

  /// A reader that knows the project's own catalog.
  static let reader: PlanReader? = try? PlanReader(catalog: catalog())

  private static func catalog() throws -> PlanCatalog {
    let folder = project + "/etl/"
    func grouped(_ file: String, _ key: String, _ value: String) throws -> [String: [String]] {
      var groups: [String: [String]] = [:]
      for row in try rows(folder + file) {
        groups[row[key] ?? "", default: []].append(row[value] ?? "")
      }
      return groups
    }
    let aliases = try grouped("catalog/indicator_aliases.csv", "indicator", "alias")
    let wordings = try grouped("catalog/wordings.csv", "indicator", "wording")
    let names = try grouped("catalog/aliases.csv", "place", "alias")
    let indicators = try rows(folder + "catalog/indicators.csv").map { row in
      let code = row["indicator"] ?? ""
      return PlanCatalog.Indicator(
        code: code, names: [row["name_vi"] ?? ""] + (aliases[code] ?? []),
        unit: Unit(rawValue: row["unit"] ?? ""), area: Area(rawValue: row["area"] ?? ""),
        wordings: wordings[code] ?? [])
    }
    let places = try rows(folder + "catalog/places.csv")
      .filter { ["province", "municipality"].contains($0["kind"]) }
      .map { row in
        let id = row["place"] ?? ""
        return PlanCatalog.Place(
          id: id, names: [row["name_vi"] ?? ""] + (names[id] ?? []),
          validFrom: CalendarDate(iso: row["valid_from"] ?? ""),
          validTo: CalendarDate(iso: row["valid_to"] ?? ""))
      }
    let words = try String(contentsOfFile: folder + "language/vocabulary.txt", encoding: .utf8)
    return PlanCatalog(places: places, indicators: indicators, vocabulary: [words])
  }
}
