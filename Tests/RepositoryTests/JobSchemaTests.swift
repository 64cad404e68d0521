// etl/schemas/job.json against the decoder, which is the authority on what a job may say.

import IndicatorModel
import Testing
import Yams

@testable import ETL

@Suite struct JobSchemaTests {
  private typealias Object = [String: Any]

  /// JSON is YAML.
  private static func schema() throws -> Object {
    try #require(value(try Repository.text(of: "etl/schemas/job.json")) as? Object)
  }

  private static func value(_ yaml: String) throws -> Any {
    let value = try load(yaml: yaml)
    return try #require(value)
  }

  private static func child(_ schema: Object, _ path: String...) throws -> Object {
    try path.reduce(schema) { try #require($0[$1] as? Object, "no \($1)") }
  }

  private static func keys(_ schema: Object) throws -> Set<String> {
    Set(try child(schema, "properties").keys)
  }

  private static func enumeration(_ schema: Object, _ name: String) throws -> [String] {
    try #require(child(schema, "$defs", name)["enum"] as? [String])
  }

  /// A job that says everything that a job can say.
  private static let full = """
    job: full
    kind: figures
    title:
      vi: Đủ
      en: Full
    publisher: Somebody
    terms: Facts
    url: https://example.org
    source: vcci
    schedule: monthly 31 03:00 UTC
    published:
      index: pci
      months: 4-5
    on_failure: mail -s Chiso office@example.org
    table:
      shape: sheet
      decimal_mark: ","
      columns: C-D
    \(layout("  ").replacing("  rows: 2-3\n", with: ""))
    files:
      - path: figures/full.xlsx
        shape: sheet
        decimal_mark: "."
    \(layout("    "))
        sheets:
          - sheet: Second
    \(layout("        ").replacing("        sheet: First\n", with: ""))
    """

  /// Every key of a layout but `columns`, which excludes `rows`.
  private static func layout(_ indent: String) -> String {
    """
    sheet: First
    rows: 2-3
    place: A
    figures: { B: pci, C: pci.rank, D: pci.group }
    headings: { B1: PCI }
    fill_down: [D]
    skip: [MIN, "999"]
    missing: [KCDL]
    year: 2019
    source: vcci
    geography: vn-63
    place_code: gso_code
    """.split(separator: "\n").map { indent + $0 }.joined(separator: "\n")
  }

  /// Reads a job from which one line, and what is nested under it, is gone.
  private static func diagnostics(without key: String) -> [DiagnosticReason] {
    var lines = full.split(separator: "\n").map(String.init)
    guard let at = lines.firstIndex(where: { $0.drop { " -".contains($0) }.hasPrefix(key + ":") })
    else { return [] }
    let depth = lines[at].prefix { $0 == " " }.count
    let nested = lines[(at + 1)...].prefix { $0.prefix { $0 == " " }.count > depth }.count
    let isItem = lines[at].contains("- ")
    lines.removeSubrange(at...(at + (isItem ? 0 : nested)))
    if isItem {  // the next key begins the element
      lines[at] = "  - " + lines[at].drop { $0 == " " }
    }
    let text = lines.joined(separator: "\n")
    return Job.read(text: text, file: "jobs/full.yml").diagnostics.map(\.reason)
  }

  @Test func schemaHasTheKeysOfTheDecoder() throws {
    let schema = try Self.schema()
    #expect(try Self.keys(schema) == Set(Job.keys))
    #expect(try Self.keys(Self.child(schema, "properties", "title")) == Set(Job.titleKeys))
    #expect(
      try Self.keys(Self.child(schema, "properties", "published")) == Set(Job.publishedKeys))
    #expect(try Self.keys(Self.child(schema, "properties", "table")) == Set(Job.tableKeys))
    let files = try Self.child(schema, "properties", "files", "items")
    #expect(try Self.keys(files) == Set(Job.fileKeys))
    #expect(try Self.keys(Self.child(files, "properties", "head")) == Set(Job.headKeys))
    let sheets = try Self.child(files, "properties", "sheets", "items")
    #expect(try Self.keys(sheets) == Set(Job.sheetKeys))
  }

  /// An unknown key that resembles none is answered with all that the decoder asked for.
  @Test(arguments: [
    ("", Job.keys), ("title:", Job.titleKeys), ("published:", Job.publishedKeys),
    ("table:", Job.tableKeys),
    ("  - path: figures/full.xlsx", Job.fileKeys), ("      - sheet: Second", Job.sheetKeys),
  ])
  func decoderAsksForTheKeysThatItLists(parent: String, keys: [String]) {
    var lines = Self.full.split(separator: "\n").map(String.init)
    let depth = parent.isEmpty ? 0 : parent.hasPrefix("  -") ? 4 : parent.hasPrefix("   ") ? 8 : 2
    let key = String(repeating: " ", count: depth) + "qqqqqqqqqqqq: 1"
    lines.insert(key, at: (lines.firstIndex(of: parent) ?? -1) + 1)
    let read = Job.read(text: lines.joined(separator: "\n"), file: "jobs/full.yml")
    #expect(read.diagnostics.map(\.reason) == [.unknownKey])
    #expect(read.diagnostics.first?.arguments[1] == keys.sorted().joined(separator: ", "))
  }

  @Test func schemaRequiresWhatTheDecoderRequires() throws {
    let schema = try Self.schema()
    let title = try Self.child(schema, "properties", "title")
    let published = try Self.child(schema, "properties", "published")
    let table = try Self.child(schema, "properties", "table")
    let file = try Self.child(schema, "properties", "files", "items")
    #expect(Job.read(text: Self.full, file: "jobs/full.yml").diagnostics.isEmpty)
    for part in [schema, title, published, table, file] {
      let required = part["required"] as? [String] ?? []
      for key in try Self.keys(part)
      where !["shape", "decimal_mark", "columns"].contains(key) {
        let reasons = Self.diagnostics(without: key)
        #expect(reasons == (required.contains(key) ? [.missingKey] : []), "without \(key)")
      }
      for key in ["shape", "decimal_mark"] { #expect(!required.contains(key)) }
    }
    let bare = Self.full.replacing(/\ntable:(.|\n)*/, with: "\nfiles:\n  - path: figures/full.csv")
    #expect(Job.read(text: bare, file: "jobs/full.yml").diagnostics.isEmpty)
  }

  @Test func wordsOfTheSchemaAreThoseOfTheDecoder() throws {
    let schema = try Self.schema()
    let kind = try Self.child(schema, "properties", "kind")
    #expect(kind["enum"] as? [String] == Job.Kind.allCases.map(\.rawValue))
    let index = try Self.child(schema, "properties", "published", "properties", "index")
    #expect(index["enum"] as? [String] == CatalogTable.indices)
    #expect(try Self.enumeration(schema, "shape") == Job.Shape.allCases.map(\.rawValue))
    #expect(try Self.enumeration(schema, "decimal_mark") == Job.decimalMarks)
    #expect(
      try Self.enumeration(schema, "place_code") == SheetDeclaration.placeKinds.map(\.rawValue))
    for (key, word) in [
      ("kind", "figures"), ("shape", "sheet"), ("decimal_mark", "\",\""),
      ("place_code", "gso_code"),
    ] {
      let text = Self.full.replacing("\(key): \(word)", with: "\(key): neither", maxReplacements: 1)
      #expect(
        Job.read(text: text, file: "jobs/full.yml").diagnostics.map(\.reason) == [.notAllowed])
    }
  }

  @Test func everyJobFitsTheSchemaAndTheDecoder() throws {
    let schema = try Self.schema()
    let jobs = try ["etl/jobs", "etl/publisher/jobs"].flatMap {
      try Repository.files(below: $0, endingIn: ".yml")
    }
    for path in jobs {
      let text = try Repository.text(of: path)
      let read = Job.read(text: text, file: path)
      #expect(read.job != nil && read.diagnostics.isEmpty, "\(path): \(read.diagnostics)")
      let value = try Self.value(text)
      #expect(Self.faults(of: value, schema, root: schema, at: path) == [])
    }
  }

  @Test func theSchemaRefusesWhatTheDecoderRefuses() throws {
    let schema = try Self.schema()
    let wrong = [
      Self.full.replacing("terms:", with: "term:"), Self.full + "\nextra: 1",
      Self.full.replacing("schedule: monthly 31", with: "schedule: weekly 3"),
      Self.full.replacing("months: 4-5", with: "months: April"),
      Self.full.replacing("index: pci", with: "index: gdp"),
      Self.full.replacing("kind: figures", with: "kind: facts"),
      Self.full.replacing("title:\n  vi: Đủ\n  en: Full", with: "title: Full"),
      Self.full.replacing(/files:(.|\n)*/, with: "files: []"),
    ]
    for text in wrong {
      #expect(!Job.read(text: text, file: "jobs/full.yml").diagnostics.isEmpty, "\(text)")
      let value = try Self.value(text)
      #expect(!Self.faults(of: value, schema, root: schema, at: "full").isEmpty, "\(text)")
    }
  }

  /// As much of JSON Schema as job.json uses.
  private static func faults(
    of value: Any, _ schema: Object, root: Object, at path: String
  ) -> [String] {
    if let reference = schema["$ref"] as? String {
      let name = String(reference.split(separator: "/").last ?? "")
      guard let named = (root["$defs"] as? Object)?[name] as? Object else {
        return ["\(path): \(reference) leads nowhere"]
      }
      return faults(of: value, named, root: root, at: path)
    }
    var faults: [String] = []
    if let types = schema["type"] as? [String] {
      let isOne = types.contains { type in
        let one: Object = ["type": type]
        return Self.faults(of: value, one, root: root, at: path).isEmpty
      }
      return isOne ? [] : ["\(path) is none of \(types)"]
    }
    switch schema["type"] as? String {
    case "integer":
      if !(value is Int) { faults.append("\(path) is no integer") }
    case "string":
      guard let text = value as? String else { return ["\(path) is no string"] }
      if let words = schema["enum"] as? [String], !words.contains(text) {
        faults.append("\(path) cannot be \(text)")
      }
      if let pattern = schema["pattern"] as? String,
        let regex = try? Regex(pattern), text.wholeMatch(of: regex) == nil
      {
        faults.append("\(path) does not match \(pattern)")
      }
      if text.count < schema["minLength"] as? Int ?? 0 { faults.append("\(path) is empty") }
    case "array":
      guard let list = value as? [Any] else { return ["\(path) is no array"] }
      if list.count < schema["minItems"] as? Int ?? 0 { faults.append("\(path) is too short") }
      for (index, item) in list.enumerated() {
        faults += Self.faults(
          of: item, schema["items"] as? Object ?? [:], root: root, at: "\(path)[\(index)]")
      }
    case "object":
      // YAML has numbers for keys where JSON has texts of digits.
      guard let pairs = value as? [AnyHashable: Any] else { return ["\(path) is no object"] }
      let object = Object(uniqueKeysWithValues: pairs.map { ("\($0.key.base)", $0.value) })
      let properties = schema["properties"] as? Object ?? [:]
      for key in schema["required"] as? [String] ?? [] where object[key] == nil {
        faults.append("\(path) lacks \(key)")
      }
      for (key, inner) in object {
        guard let property = (properties[key] ?? schema["additionalProperties"]) as? Object else {
          faults.append("\(path) has \(key)")
          continue
        }
        faults += Self.faults(of: inner, property, root: root, at: "\(path).\(key)")
      }
    default: faults.append("\(path): the schema has an unknown type")
    }
    return faults
  }
}
