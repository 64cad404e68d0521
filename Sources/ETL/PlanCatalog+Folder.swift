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
  /// The table of wordings, relative to the folder.
  static let wordings = "catalog/wordings.csv"
  /// Texts in correct Vietnamese: the project's terms, and whatever a user puts beside them.
  private static let language = "language"

  /// Reads the catalog of a folder.
  ///
  /// - Parameter folder: the folder etl/.
  /// - Throws: `Diagnostic` for what cannot be read.
  public init(_ folder: JobFolder) throws(Diagnostic) {
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
    self.init(
      places: places, indicators: indicators, vocabulary: try Self.vocabulary(of: folder))
  }

  private static func vocabulary(of folder: JobFolder) throws(Diagnostic) -> [String] {
    var texts: [String] = []
    for file in languageFiles(of: folder) {
      do {
        texts.append(try folder.text(of: file))
      } catch {
        throw diagnostic(error, file)
      }
    }
    return texts
  }

  private static func languageFiles(of folder: JobFolder) -> [String] {
    folder.names(in: language).filter { $0.hasSuffix(".txt") }.map { "\(language)/\($0)" }
  }

  private static func diagnostic(_ error: any Error, _ file: String) -> Diagnostic {
    (error as? DocumentError).map { Diagnostic($0, file: file) }
      ?? Diagnostic(.fileUnreadable, ["\(error)"], file: file)
  }

  /// What tells one state of the catalog from another, as far as reading goes.
  ///
  /// - Parameter folder: the folder etl/.
  /// - Returns: eight digits of a hash.
  /// - Throws: `Diagnostic`.
  static func digest(of folder: JobFolder) throws(Diagnostic) -> String {
    var hashes: [String] = []
    for file in tables + [wordings].filter(folder.holds) + languageFiles(of: folder) {
      do {
        hashes.append(try KeptFiles.digest(of: folder.fullPath(file)).sha256)
      } catch {
        throw diagnostic(error, file)
      }
    }
    return String(KeptFiles.digest(ofText: hashes.joined(separator: " ")).prefix(8))
  }

  private static func rows(
    _ folder: JobFolder, _ file: String, _ required: [String], _ body: (TableRow) -> Void
  ) throws(Diagnostic) {
    var table = try TableReader(
      path: folder.fullPath(file), file: file, required: required, optional: nil)
    while let row = try table.next() { body(row) }
  }

  private static func grouped(
    _ folder: JobFolder, _ file: String, _ key: String, _ value: String
  ) throws(Diagnostic) -> [String: [String]] {
    var groups: [String: [String]] = [:]
    try rows(folder, file, [key, value]) { row in
      guard let key = row.text(key), let value = row.text(value) else { return }
      groups[key, default: []].append(value)
    }
    return groups
  }
}
