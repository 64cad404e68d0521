// Layouts of sheets as YAML says them: a job's `table` holds for all its files, a file's keys for its
// sheets, and each may say otherwise, so that what differs is all that is written down.

import IndicatorModel

/// What one mapping of a declaration says of a layout; nil where it is silent.
struct SheetDeclaration {
  static let keys = [
    "sheet", "rows", "columns", "place", "figures", "headings", "fill_down", "skip", "missing",
    "year", "source", "geography", "place_code",
  ]
  /// Kinds of codes that a sheet may have for names.
  static let placeKinds = [PlaceNameKind.gso, .iso, .panelCode]
  /// The place of a figure is the nearest column on its left that is no figure.
  static let left = "left"
  /// Takes a figure or a heading away that `table` or the file names.
  static let none = "none"

  /// What stands in a declaration, and its line.
  struct Said<Value: Sendable>: Sendable {
    let value: Value
    let line: Int
  }

  private var texts: [String: Said<String>] = [:]
  private var lists: [String: Said<[String]>] = [:]
  private var figures: [String: Said<String>] = [:]
  private var headings: [String: Said<String>] = [:]
  /// The first key that is of sheets only.
  private(set) var firstKey: (key: String, line: Int)?
  /// Line of `columns` beside `rows`: a mapping says one of them.
  private var clash: Int?

  /// What a job says that names a source for all its files; empty or nil where it names none.
  init(source: String?, line: Int) {
    guard let source, !source.isEmpty else { return }
    texts["source"] = Said(value: source, line: line)
  }

  /// Reads the keys of layouts from a mapping that may have others.
  init(_ reader: inout DeclarationReader) {
    for key in ["sheet", "rows", "columns", "place", "year", "source", "geography"] {
      guard let text = reader.optionalText(key) else { continue }
      texts[key] = Said(value: text, line: reader.line(of: key))
    }
    let kinds = Self.placeKinds.map(\.rawValue)
    let kind = reader.word("place_code", of: kinds, fallback: Self.none)
    if kinds.contains(kind) {
      texts["place_code"] = Said(value: kind, line: reader.line(of: "place_code"))
    }
    for key in ["fill_down", "skip", "missing"] {
      guard let list = reader.texts(key) else { continue }
      lists[key] = Said(value: list, line: reader.line(of: key))
    }
    for entry in reader.pairs("figures") {
      figures[entry.key] = Said(value: entry.value, line: entry.line)
    }
    for entry in reader.pairs("headings") {
      headings[entry.key] = Said(value: entry.value, line: entry.line)
    }
    if texts["rows"] != nil { clash = texts["columns"]?.line }
    let lines =
      texts.filter { $0.key != "source" }.map { ($0.key, $0.value.line) }
      + lists.map { ($0.key, $0.value.line) }
      + figures.map { ("figures", $0.value.line) } + headings.map { ("headings", $0.value.line) }
    firstKey = lines.min { ($0.1, $0.0) < ($1.1, $1.0) }.map { (key: $0.0, line: $0.1) }
  }

  /// Who says it; of tables of every shape.
  var source: String? { texts["source"]?.value }

  /// Lays what a nearer mapping says over this one.
  func overlaid(by nearer: SheetDeclaration) -> SheetDeclaration {
    var both = self
    // Rows and columns exclude each other: the nearer word holds.
    if nearer.texts["rows"] != nil { both.texts["columns"] = nil }
    if nearer.texts["columns"] != nil { both.texts["rows"] = nil }
    both.clash = clash ?? nearer.clash
    both.texts.merge(nearer.texts) { _, new in new }
    both.lists.merge(nearer.lists) { _, new in new }
    both.figures.merge(nearer.figures) { _, new in new }
    both.headings.merge(nearer.headings) { _, new in new }
    return both
  }

  /// The layout that all mappings together declare.
  ///
  /// - Parameters:
  ///   - file: path of the declaration, for diagnostics.
  ///   - line: line of the innermost mapping.
  ///   - isWorkbook: whether the file has sheets.
  /// - Returns: the layout; nil with diagnostics where it is not whole.
  func layout(
    file: String, line: Int, isWorkbook: Bool
  ) -> (layout: SheetLayout?, diagnostics: [Diagnostic]) {
    var told: [Diagnostic] = []
    func tell(_ reason: DiagnosticReason, _ arguments: [String], _ at: Int) {
      told.append(Diagnostic(reason, arguments, file: file, line: at))
    }
    func required(_ key: String) -> Said<String>? {
      if texts[key] == nil { tell(.missingKey, [key], line) }
      return texts[key]
    }
    if let clash { tell(.unknownKey, ["columns", "rows"], clash) }
    let isTransposed = texts["columns"] != nil
    let key = isTransposed ? "columns" : "rows"
    let range = required(key).flatMap { said in
      let range = Self.range(said.value, isTransposed ? SheetLayout.column : SheetLayout.row)
      if range == nil { tell(.badRange, [key, said.value], said.line) }
      return range
    }
    func position(_ text: String, _ at: Int) -> Int? {
      let position = isTransposed ? SheetLayout.row(text) : SheetLayout.column(text)
      if position == nil { tell(.badPosition, [text], at) }
      return position
    }
    let sheet = isWorkbook ? required("sheet")?.value : nil
    let year = required("year").flatMap { said in
      let year = Int(said.value).flatMap { (1900...2199).contains($0) ? $0 : nil }
      if year == nil { tell(.notAYear, [said.value], said.line) }
      return year
    }
    let source = required("source")?.value
    let place = required("place")
    let isLeft = place?.value == Self.left
    let fixed = isLeft ? nil : place.flatMap { position($0.value, $0.line) }
    var found: [(position: Int, code: String, line: Int)] = []
    for (text, said) in figures.sorted(by: { $0.value.line < $1.value.line })
    where said.value != Self.none {
      if let position = position(text, said.line) {
        found.append((position, said.value, said.line))
      }
    }
    if figures.isEmpty { tell(.missingKey, ["figures"], line) }
    found.sort { $0.position < $1.position }
    let positions = Set(found.map(\.position))
    var laidOut: [SheetLayout.Figure] = []
    for figure in found {
      let left = (0..<figure.position).last { !positions.contains($0) }
      guard let place = isLeft ? left : fixed else {
        if isLeft { tell(.noPlaceLeft, [SheetLayout.letters(figure.position)], figure.line) }
        continue
      }
      let (code, part) = Self.parted(figure.code)
      laidOut.append(
        .init(position: figure.position, place: place, indicator: code, part: part))
    }
    let filled = (lists["fill_down"]?.value ?? []).compactMap {
      position($0, lists["fill_down"]?.line ?? line)
    }
    var laidHeadings: [SheetLayout.Heading] = []
    for (address, said) in headings.sorted(by: { $0.value.line < $1.value.line })
    where said.value != Self.none {
      guard let (row, column) = SheetLayout.cell(address) else {
        tell(.badCell, [address], said.line)
        continue
      }
      laidHeadings.append(.init(row: row, column: column, text: said.value))
    }
    laidHeadings.sort { ($0.row, $0.column) < ($1.row, $1.column) }
    guard told.isEmpty, let range, let year, let source else { return (nil, told) }
    return (
      SheetLayout(
        sheet: sheet, isTransposed: isTransposed, first: range.first, last: range.last,
        figures: laidOut, headings: laidHeadings, filledDown: filled,
        skipped: lists["skip"]?.value ?? [],
        missing: lists["missing"]?.value ?? [], year: year, source: source,
        geography: texts["geography"]?.value,
        placeKind: (texts["place_code"]?.value).flatMap(PlaceNameKind.init(rawValue:))), []
    )
  }

  /// "2-64" from 2 to 64, "2-" from 2 to the end.
  private static func range(
    _ text: String, _ position: (Substring) -> Int?
  ) -> (first: Int, last: Int?)? {
    let ends = text.split(separator: "-", omittingEmptySubsequences: false)
    guard ends.count == 2, let first = position(ends[0]) else { return nil }
    if ends[1].isEmpty { return (first, nil) }
    guard let last = position(ends[1]), first <= last else { return nil }
    return (first, last)
  }

  /// "pci.rank" is the rank of pci, "pci.group" its group.
  private static func parted(_ code: String) -> (code: String, part: SheetLayout.Part) {
    for part in [SheetLayout.Part.rank, .group] where code.hasSuffix("." + part.rawValue) {
      return (code.dropSuffix("." + part.rawValue), part)
    }
    return (code, .value)
  }
}
