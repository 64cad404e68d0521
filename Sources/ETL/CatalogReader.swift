// Reads etl/catalog as a whole: every table, every reference between them. Pure; the database is asked
// nothing.

import IndicatorModel
import RowRendering
import Warehouse

/// Reads the tables of the catalog.
struct CatalogReader {
  private(set) var diagnostics: [Diagnostic] = []
  private var order: [String: [[(String, JSONValue)]]] = [:]

  /// Reads all tables of a folder.
  ///
  /// - Parameter folder: the folder etl/.
  /// - Returns: the tables, and what is wrong with them.
  static func read(_ folder: JobFolder) -> (tables: CatalogTables, diagnostics: [Diagnostic]) {
    var reader = CatalogReader()
    var keys: [String: Set<String>] = [:]
    var references: [(table: String, row: TableRow, column: String)] = []
    for table in CatalogTable.all {
      reader.read(table, folder, keys: &keys, references: &references)
    }
    for reference in references {
      guard let text = reference.row.text(reference.column),
        keys[reference.table]?.contains(text) == false
      else { continue }
      let nearest = Nearest.words(to: text, among: (keys[reference.table] ?? []).sorted())
      reader.diagnostics.append(
        Diagnostic(
          Self.reason(of: reference.table),
          reference.table == "editions" ? [text] : [text, nearest.listed],
          file: reference.row.file, line: reference.row.line, field: reference.column))
    }
    return (reader.tables(), reader.diagnostics.sorted())
  }

  private static func reason(of table: String) -> DiagnosticReason {
    switch table {
    case "places": .unknownPlace
    case "indicators": .unknownIndicator
    case "editions": .unknownEdition
    default: .unknownSource
    }
  }

  private mutating func read(
    _ table: CatalogTable, _ folder: JobFolder, keys: inout [String: Set<String>],
    references: inout [(table: String, row: TableRow, column: String)]
  ) {
    var objects: [[(String, JSONValue)]] = []
    var lines: [[String]: Int] = [:]
    var otherLines: [[String]: Int] = [:]
    var names: Set<String> = []
    do {
      var reader = try TableReader(
        path: folder.fullPath(table.file), file: table.file,
        required: table.columns.map(\.name).filter { !table.optional.contains($0) },
        optional: table.optional)
      while var row = try reader.next() {
        var object: [(String, JSONValue)] = []
        for column in table.columns {
          object.append((column.name, Self.value(of: column, in: &row)))
          switch column.content {
          case .reference(let target), .requiredReference(let target):
            references.append((target, row, column.name))
          default: break
          }
        }
        if table.isOrdered { object.append(("preference", .int(row.line))) }
        let key = table.key.map { row.text($0) ?? "" }
        if let first = lines.updateValue(row.line, forKey: key) {
          row.reject(.duplicateRow, [key.joined(separator: ", "), String(first)], table.key[0])
        }
        if let name = key.first { names.insert(name) }
        let other = table.otherKey.compactMap(row.text)
        if !other.isEmpty, let first = otherLines.updateValue(row.line, forKey: other) {
          row.reject(
            .duplicateRow, [other.joined(separator: ", "), String(first)], table.otherKey[0])
        }
        Self.checkDates(&row)
        Self.check(&row, of: table)
        diagnostics += row.diagnostics
        objects.append(object)
      }
    } catch {
      diagnostics.append(error)
    }
    keys[table.name] = names
    order[table.name] = objects
  }

  private static func checkDates(_ row: inout TableRow) {
    guard let from = row.text("valid_from"), let to = row.text("valid_to"), from > to else {
      return
    }
    row.reject(.datesReversed, [from, to], "valid_to")
  }

  /// What the type of a column does not say: that it is filled, and the numbers it may hold.
  private static func check(_ row: inout TableRow, of table: CatalogTable) {
    for column in table.filled { _ = row.required(column) }
    for (column, limits) in table.limits {
      guard let text = row.text(column), let value = Double(text), !limits.contains(value) else {
        continue
      }
      row.reject(
        .valueOutOfBounds,
        [text, column, plainText(limits.lowerBound), plainText(limits.upperBound)], column)
    }
    if let least = row.text("min").flatMap(Double.init),
      let most = row.text("max").flatMap(Double.init), least > most
    {
      row.reject(.valueOutOfBounds, [plainText(least), "min", "–", plainText(most)], "min")
    }
  }

  private static func value(
    of column: (name: String, content: CatalogTable.Content), in row: inout TableRow
  ) -> JSONValue {
    switch column.content {
    case .text, .reference: JSONValue(row.text(column.name))
    case .required, .requiredReference: JSONValue(row.required(column.name))
    case .integer: JSONValue(row.integer(column.name))
    case .number: JSONValue(row.number(column.name))
    case .boolean: JSONValue(row.boolean(column.name))
    case .date: JSONValue(row.date(column.name)?.description)
    case .year: JSONValue(row.year(column.name).map { "\($0)-01-01" })
    case .word(let words): JSONValue(row.word(column.name, of: words))
    case .requiredWord(let words):
      JSONValue(row.required(column.name) == nil ? nil : row.word(column.name, of: words))
    }
  }

  private func json(_ table: String) -> String {
    JSONValue.array((order[table] ?? []).map(JSONValue.object)).compact
  }

  private func tables() -> CatalogTables {
    var tables = CatalogTables()
    tables.sources = json("sources")
    tables.places = json("places")
    tables.successions = json("mergers")
    tables.indicators = json("indicators")
    tables.editions = json("editions")
    tables.comparability = json("comparability")
    tables.scales = json("scale")
    tables.allowances = json("allowances")
    tables.placeAliases = JSONValue.array(placeNames()).compact
    tables.indicatorAliases = JSONValue.array(indicatorNames()).compact
    return tables
  }

  /// Every name of every place: id, names, codes, aliases, each with its folded key.
  private func placeNames() -> [JSONValue] {
    var names: [JSONValue] = []
    func key(_ text: String, _ kind: String) -> String {
      // An id is compared as it is, a code of digits without its zeros.
      PlaceName(place: "", text: text, kind: PlaceNameKind(rawValue: kind) ?? .variant).key
    }
    func add(_ alias: JSONValue?, _ place: JSONValue?, _ kind: String, _ row: [String: JSONValue]) {
      guard case .string(let text) = alias, let place else { return }
      names.append(
        .object([
          ("key", .string(key(text, kind))), ("alias", .string(text)), ("place", place),
          ("kind", .string(kind)), ("valid_from", row["valid_from"] ?? .null),
          ("valid_to", row["valid_to"] ?? .null), ("source", row["source"] ?? .null),
        ]))
    }
    for object in order["places"] ?? [] {
      let row = Dictionary(object, uniquingKeysWith: { first, _ in first })
      add(row["place"], row["place"], "id", row)
      add(row["name_vi"], row["place"], "official", row)
      add(row["name_en"], row["place"], "english", row)
      add(row["iso_3166_2"], row["place"], "iso_3166_2", row)
      add(row["gso_code"], row["place"], "gso_code", row)
    }
    for object in order["aliases"] ?? [] {
      let row = Dictionary(object, uniquingKeysWith: { first, _ in first })
      guard case .string(let kind) = row["kind"] else { continue }
      add(row["alias"], row["place"], kind, row)
    }
    return names
  }

  /// Every name of every indicator with its folded key.
  private func indicatorNames() -> [JSONValue] {
    var names: [JSONValue] = []
    func add(_ alias: JSONValue?, _ indicator: JSONValue?, _ source: JSONValue?) {
      guard case .string(let text) = alias, let indicator else { return }
      names.append(
        .object([
          ("key", .string(NameFolding.key(text))), ("alias", .string(text)),
          ("indicator", indicator), ("source", source ?? .null),
        ]))
    }
    for object in order["indicators"] ?? [] {
      let row = Dictionary(object, uniquingKeysWith: { first, _ in first })
      add(row["name_vi"], row["indicator"], nil)
      add(row["name_en"], row["indicator"], nil)
    }
    for object in order["indicator_aliases"] ?? [] {
      let row = Dictionary(object, uniquingKeysWith: { first, _ in first })
      add(row["alias"], row["indicator"], row["source"])
    }
    return names
  }
}
