// Reads the tables of carried plans and targets.

import IndicatorModel
import RowRendering
import Warehouse

/// Reads heads of plans.
struct PlanTable {
  /// Part of what decides whether a file is read again.
  static let version = "plans 1"

  static let columns = [
    "plan", "place", "kind", "number", "title", "issuer", "issued_on", "period_start",
    "period_end", "source", "text_sha256", "note",
  ]

  /// Reads all heads of a file.
  ///
  /// - Parameters:
  ///   - path: where the bytes are.
  ///   - file: path for diagnostics.
  ///   - catalog: the catalog.
  /// - Returns: rows as a JSON array, their number, and what is wrong.
  static func read(
    path: String, file: String, catalog: LoadCatalog
  ) -> (json: String, rows: Int, log: DiagnosticLog) {
    var log = DiagnosticLog()
    var objects: [JSONValue] = []
    var lines: [String: Int] = [:]
    do {
      var table = try TableReader(path: path, file: file, required: columns, optional: [])
      while var row = try table.next() {
        let plan = row.required("plan")
        let place = row.required("place")
        if let place, catalog.places[place] == nil {
          let nearest = Nearest.words(to: place, among: catalog.places.keys.sorted())
          row.reject(.unknownPlace, [place, nearest.listed], "place")
        }
        let source = row.text("source")
        if let source, catalog.sources[source] == nil {
          let nearest = Nearest.words(to: source, among: catalog.sources.keys.sorted())
          row.reject(.unknownSource, [source, nearest.listed], "source")
        }
        if let plan, let first = lines.updateValue(row.line, forKey: plan) {
          row.reject(.duplicateRow, [plan, String(first)], "plan")
        }
        let start = row.year("period_start")
        let end = row.year("period_end")
        if let start, let end, start > end {
          row.reject(.datesReversed, [String(start), String(end)], "period_end")
        }
        let hash = row.text("text_sha256")
        if let hash, hash.utf8.count != 64 || !hash.allSatisfy(\.isHexDigit) {
          row.reject(.notAllowed, ["text_sha256", hash, "64 × 0-9, a-f"], "text_sha256")
        }
        objects.append(
          .object([
            ("plan", JSONValue(plan)), ("place", JSONValue(place)),
            ("kind", JSONValue(row.text("kind"))), ("number", JSONValue(row.text("number"))),
            ("title", JSONValue(row.text("title"))), ("issuer", JSONValue(row.text("issuer"))),
            ("issued_on", JSONValue(row.date("issued_on")?.description)),
            ("period_start", JSONValue(start)), ("period_end", JSONValue(end)),
            ("source", JSONValue(source)),
            ("text_sha256", JSONValue(hash)),
            ("note", JSONValue(row.text("note"))),
          ]))
        log.append(contentsOf: row.diagnostics)
      }
    } catch {
      log.append(error)
    }
    return (JSONValue.array(objects).compact, objects.count, log)
  }
}

/// Reads carried targets.
struct TargetTable {
  /// Part of what decides whether a file is read again.
  static let version = "targets 1"

  static let columns = [
    "document", "order", "section", "line_from", "line_to", "area", "indicator", "subject",
    "level", "scope", "comparator", "value", "value_high", "unit", "measure", "baseline_year",
    "period_start", "period_end", "group", "repeat_of", "note",
  ]

  /// Reads all targets of a file.
  ///
  /// - Parameters:
  ///   - path: where the bytes are.
  ///   - file: the declared file.
  ///   - catalog: the catalog, with the plans known to the database.
  /// - Returns: rows as a JSON array, their number, and what is wrong.
  static func read(
    path: String, file: Job.File, catalog: LoadCatalog
  ) -> (json: String, rows: Int, log: DiagnosticLog) {
    var log = DiagnosticLog()
    var objects: [JSONValue] = []
    var keys: [String: Int] = [:]
    do {
      var table = try TableReader(path: path, file: file.path, required: columns, optional: [])
      while var row = try table.next() {
        objects.append(target(&row, file: file, catalog: catalog, keys: &keys))
        log.append(contentsOf: row.diagnostics)
      }
    } catch {
      log.append(error)
    }
    return (JSONValue.array(objects).compact, objects.count, log)
  }

  /// A carried target has no quote: its key is the text's hash, its first line and its order.
  private static func key(_ plan: String, _ line: Int?, _ order: Int, _ catalog: LoadCatalog)
    -> String
  {
    let text = (catalog.plans[plan] ?? nil).map { String($0.prefix(16)) } ?? plan
    return "\(text):\(line ?? 0):\(order)"
  }

  private static func target(
    _ row: inout TableRow, file: Job.File, catalog: LoadCatalog, keys: inout [String: Int]
  ) -> JSONValue {
    let plan = row.required("document") ?? ""
    if !plan.isEmpty, catalog.plans[plan] == nil {
      let nearest = Nearest.words(to: plan, among: catalog.plans.keys.sorted())
      row.reject(.unknownPlan, [plan, nearest.listed], "document")
    }
    let order = row.required("order") == nil ? 0 : row.integer("order") ?? 0
    let lineFrom = row.integer("line_from")
    let key = key(plan, lineFrom, order, catalog)
    let said = "\(plan) \(order)"
    if let first = keys.updateValue(row.line, forKey: said) {
      row.reject(.duplicateRow, [said, String(first)], "order")
    }
    let indicator = row.text("indicator")
    checkIndicator(indicator, &row, catalog)
    let comparator = row.word("comparator", of: Comparator.allCases.map(\.rawValue))
    let value = row.number("value", mark: file.decimalMark)
    let high = row.number("value_high", mark: file.decimalMark)
    if (comparator == Comparator.between.rawValue) != (high != nil) {
      row.reject(.betweenNeedsTwo, [], "value_high")
    }
    if value == nil, row.text("group") == nil, row.text("value") == nil {
      row.reject(.nothingSaid, [], "value")
    }
    let start = row.year("period_start")
    let end = row.year("period_end")
    if let start, let end, start > end {
      row.reject(.datesReversed, [String(start), String(end)], "period_end")
    }
    var repeatOf: String?
    if let first = row.integer("repeat_of") {
      if keys["\(plan) \(first)"] == nil {
        row.reject(.unknownRepeat, [String(first)], "repeat_of")
      }
      repeatOf = String(first)
    }
    return .object([
      ("plan", .string(plan)), ("target_key", .string(key)), ("ordinal", .int(order)),
      ("section", JSONValue(row.text("section"))), ("line_from", JSONValue(lineFrom)),
      ("line_to", JSONValue(row.integer("line_to"))),
      (
        "area",
        JSONValue(
          row.required("area") == nil ? nil : row.word("area", of: Area.allCases.map(\.rawValue)))
      ),
      ("indicator", JSONValue(indicator)), ("subject", JSONValue(row.required("subject"))),
      (
        "level",
        .string(
          row.text("level") == nil
            ? "" : row.word("level", of: Level.words) ?? "")
      ),
      ("scope", .string(row.text("scope") ?? "")), ("comparator", JSONValue(comparator)),
      ("value", JSONValue(value)), ("value_high", JSONValue(high)),
      ("unit", JSONValue(unit(&row))),
      (
        "measure",
        JSONValue(row.word("measure", of: Measure.allCases.map(\.rawValue)) ?? "level")
      ),
      ("baseline_year", JSONValue(row.year("baseline_year"))),
      ("period_start", JSONValue(start)), ("period_end", JSONValue(end)),
      ("grp", JSONValue(row.text("group"))), ("repeat_of", JSONValue(repeatOf)),
      ("note", JSONValue(row.text("note"))), ("line", .int(row.line)),
    ])
  }

  private static func checkIndicator(
    _ code: String?, _ row: inout TableRow, _ catalog: LoadCatalog
  ) {
    guard let code else { return }
    guard let indicator = catalog.indicators[code] else {
      let nearest = Nearest.words(to: code, among: catalog.indicators.keys.sorted())
      row.reject(.unknownIndicator, [code, nearest.listed], "indicator")
      return
    }
    if indicator.unit == nil { row.reject(.headingIndicator, [code], "indicator") }
  }

  private static func unit(_ row: inout TableRow) -> String? {
    guard let said = row.text("unit") else { return nil }
    let units = Unit.allCases.map(\.rawValue)
    guard units.contains(said) else {
      let nearest = Nearest.words(to: said, among: units, limit: 1).first
      row.reject(.unknownUnit, [said, nearest ?? units.joined(separator: ", ")], "unit")
      return nil
    }
    return said
  }
}
