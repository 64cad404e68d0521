// What the reader of plans must know, from etl/: places and indicators by their names, how plans word
// them, and how Vietnamese is spelt. No database is asked.

import Documents
import IndicatorModel
public import PlanReading

extension PlanCatalog {
  /// Tables of the catalog that decide how a plan is read; those that older folders lack are empty then.
  private static let tables = [
    "catalog/places.csv", "catalog/aliases.csv", "catalog/indicators.csv",
    "catalog/indicator_aliases.csv",
  ]
  private static let wordings = "catalog/wordings.csv"
  private static let vocabulary = "language/vocabulary.txt"

  /// Reads the catalog of a folder.
  ///
  /// - Parameter folder: the folder etl/.
  /// - Throws: `Diagnostic` for what cannot be read, `DocumentError`.
  public init(_ folder: JobFolder) throws {
    let names = try Self.grouped(folder, "catalog/aliases.csv", "place", "alias")
    var places: [Place] = []
    try Self.rows(folder, "catalog/places.csv", ["place", "name_vi", "kind"]) { row in
      guard ["province", "municipality"].contains(row.text("kind") ?? "") else { return }
      let id = row.text("place") ?? ""
      places.append(
        Place(
          id: id, names: [row.text("name_vi") ?? ""] + (names[id] ?? []),
          validFrom: row.text("valid_from").flatMap(CalendarDate.init(iso:)),
          validTo: row.text("valid_to").flatMap(CalendarDate.init(iso:))))
    }
    let aliases = try Self.grouped(folder, "catalog/indicator_aliases.csv", "indicator", "alias")
    let wordings =
      folder.holds(Self.wordings)
      ? try Self.grouped(folder, Self.wordings, "indicator", "wording") : [:]
    var indicators: [Indicator] = []
    try Self.rows(folder, "catalog/indicators.csv", ["indicator", "name_vi"]) { row in
      let code = row.text("indicator") ?? ""
      indicators.append(
        Indicator(
          code: code, names: [row.text("name_vi") ?? ""] + (aliases[code] ?? []),
          unit: row.text("unit").flatMap(Unit.init), area: row.text("area").flatMap(Area.init),
          wordings: wordings[code] ?? []))
    }
    let words = folder.holds(Self.vocabulary) ? [try folder.text(of: Self.vocabulary)] : []
    self.init(places: places, indicators: indicators, vocabulary: words)
  }

  /// What tells one state of the catalog from another, as far as reading goes.
  ///
  /// - Parameter folder: the folder etl/.
  /// - Returns: eight digits of a hash.
  /// - Throws: `DocumentError`.
  static func digest(of folder: JobFolder) throws -> String {
    let files = tables + [wordings, vocabulary].filter(folder.holds)
    let hashes = try files.map { try KeptFiles.digest(of: folder.fullPath($0)).sha256 }
    return String(KeptFiles.digest(ofText: hashes.joined(separator: " ")).prefix(8))
  }

  private static func rows(
    _ folder: JobFolder, _ file: String, _ required: [String], _ body: (TableRow) -> Void
  ) throws {
    var table = try TableReader(
      path: folder.fullPath(file), file: file, required: required, optional: nil)
    while let row = try table.next() { body(row) }
  }

  private static func grouped(
    _ folder: JobFolder, _ file: String, _ key: String, _ value: String
  ) throws -> [String: [String]] {
    var groups: [String: [String]] = [:]
    try rows(folder, file, [key, value]) { row in
      guard let key = row.text(key), let value = row.text(value) else { return }
      groups[key, default: []].append(value)
    }
    return groups
  }
}
