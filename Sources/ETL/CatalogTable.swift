// The tables of etl/catalog: which columns each has, what stands in them, what they refer to.

import IndicatorModel
import Warehouse

/// A table of the catalog.
struct CatalogTable {
  /// What stands in a column.
  enum Content {
    /// Any text, or nothing.
    case text
    /// A text that must be there.
    case required
    case integer
    case number
    case boolean
    case date
    /// A year, kept as its first day.
    case year
    /// One of the words, or nothing.
    case word([String])
    /// One of the words.
    case requiredWord([String])
    /// A key of another table, or nothing.
    case reference(String)
    /// A key of another table.
    case requiredReference(String)
  }

  /// Name: that of the file without `.csv`.
  let name: String
  /// Columns whose values no two rows share.
  let key: [String]
  /// Columns in the order of the file.
  let columns: [(name: String, content: Content)]
  /// Whether the order of the rows is a preference.
  var isOrdered = false
  /// Columns that a file may do without.
  var optional: [String] = []
  /// Columns whose date, year or yes and no must be there.
  var filled: [String] = []
  /// Columns whose values together no two rows share, beside the key.
  var otherKey: [String] = []
  /// Least and greatest possible numbers.
  var limits: [String: ClosedRange<Double>] = [:]

  var file: String { "catalog/\(name).csv" }

  static let directions = Direction.allCases.map(\.rawValue)
  static let units = Unit.allCases.map(\.rawValue)
  static let indices = ["par", "sipas", "papi", "pci", "dti"]

  /// All tables, each after those it refers to.
  static let all: [CatalogTable] = [
    CatalogTable(
      name: "sources", key: ["source"],
      columns: [
        ("source", .required), ("publisher", .required), ("title", .required), ("url", .text),
        ("read_on", .date), ("tier", .requiredWord(["1", "2", "3"])), ("note", .text),
        ("licence", .text),
      ], isOrdered: true, optional: ["licence"]),
    CatalogTable(
      name: "places", key: ["place"],
      columns: [
        ("place", .required), ("name_vi", .required), ("name_en", .required),
        (
          "kind",
          .requiredWord([
            "country", "region", "province", "municipality", "district", "commune",
          ])
        ), ("province", .reference("places")),
        ("region", .reference("places")), ("region_2025", .reference("places")),
        ("gso_code", .text), ("iso_3166_2", .text), ("valid_from", .date), ("valid_to", .date),
        ("note", .text), ("source", .text),
      ], filled: ["valid_from"]),
    CatalogTable(
      name: "mergers", key: ["predecessor", "successor", "effective_date"],
      columns: [
        ("predecessor", .requiredReference("places")),
        ("successor", .requiredReference("places")),
        ("effective_date", .date),
        (
          "relation",
          .requiredWord([
            "merger", "rename_and_status", "rename", "split", "partial_transfer", "rearranged",
          ])
        ), ("legal_basis", .text), ("note", .text),
      ], filled: ["effective_date"]),
    CatalogTable(
      name: "aliases", key: ["alias", "place", "kind"],
      columns: [
        ("alias", .required), ("place", .requiredReference("places")),
        ("kind", .requiredWord(PlaceNameKind.allCases.map(\.rawValue))),
        ("valid_from", .date), ("valid_to", .date), ("source", .text),
      ]),
    CatalogTable(
      name: "indicators", key: ["indicator"],
      columns: [
        ("indicator", .required), ("parent", .reference("indicators")),
        ("index", .word(indices)), ("name_vi", .required), ("name_en", .required),
        ("unit", .word(units)), ("decimals", .integer), ("min", .number), ("max", .number),
        ("direction", .requiredWord(directions)),
        ("measure", .word(Measure.allCases.map(\.rawValue))),
        ("area", .word(Area.allCases.map(\.rawValue))), ("aggregate", .word(["sum"])),
        ("owner", .text), ("valid_from", .date), ("valid_to", .date), ("note", .text),
        ("source", .text),
      ], isOrdered: true, limits: ["decimals": 0...9]),
    CatalogTable(
      name: "indicator_aliases", key: ["alias", "indicator"],
      columns: [
        ("alias", .required), ("indicator", .requiredReference("indicators")), ("source", .text),
      ]),
    CatalogTable(
      name: "editions", key: ["edition"],
      columns: [
        ("edition", .required), ("index", .requiredWord(indices)),
        ("geography", .requiredWord(["vn-64", "vn-63", "vn-34"])), ("period", .year),
        ("published_on", .date), ("places_covered", .integer), ("complete", .boolean),
        ("method", .text),
        ("verification", .word(["verified", "partly_verified", "unverified"])),
        ("note", .text), ("source", .text),
      ], filled: ["period", "complete"], otherKey: ["index", "geography", "period"],
      limits: ["places_covered": 1...100_000]),
    CatalogTable(
      name: "comparability", key: ["edition", "indicator"],
      columns: [
        ("edition", .requiredReference("editions")),
        ("indicator", .requiredReference("indicators")),
        ("comparable", .requiredWord(Comparability.allCases.map(\.rawValue))), ("reason", .text),
      ]),
    CatalogTable(
      name: "scale", key: ["edition", "indicator"],
      columns: [
        ("edition", .requiredReference("editions")),
        ("indicator", .requiredReference("indicators")),
        ("min", .number), ("max", .number), ("weight", .number), ("source", .text),
      ], limits: ["weight": 0...1]),
    CatalogTable(
      name: "allowances", key: ["check", "source", "edition", "indicator", "place"],
      columns: [
        ("check", .requiredWord(Check.allCases.map(\.rawValue))),
        ("source", .reference("sources")), ("edition", .reference("editions")),
        ("indicator", .reference("indicators")), ("place", .reference("places")),
        ("tolerance", .number), ("reason", .required),
      ], limits: ["tolerance": 0...1_000_000_000]),
  ]
}
