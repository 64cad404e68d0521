// Workbooks read by ssconvert, a program of Gnumeric: every sheet becomes a CSV file in a private folder,
// with the values as they are stored, not as the sheet shows them.

/// The sheets of a workbook as CSV files, which go when it goes.
public struct Workbook: ~Copyable {
  /// The sheets in their order, hidden ones among them.
  public private(set) var sheets: [Sheet]

  private let path: String
  private let conversion: Conversion

  /// One sheet as a CSV file.
  public struct Sheet: Sendable, Hashable {
    /// Name of the sheet.
    public let name: String
    /// Path of the CSV file, which begins with the first row and column that hold anything.
    public let csv: String
    /// The row of the sheet, from 0, with which the file begins.
    public internal(set) var firstRow = 0
    /// The column of the sheet, from 0, with which the file begins.
    public internal(set) var firstColumn = 0
    var texts: Set<CellIndex.Cell> = []

    /// Whether a cell holds text, for a workbook opened to know that; rows and columns from 0.
    public func isText(row: Int, column: Int) -> Bool {
      texts.contains(CellIndex.Cell(row: row, column: column))
    }
  }

  /// Kinds of workbooks by the ending of their names, as ssconvert calls them.
  ///
  /// The kind is never guessed from the bytes: ssconvert would take any text for a table.
  private static let importers = [
    "xls": "Gnumeric_Excel:excel", "xlsx": "Gnumeric_Excel:xlsx",
    "ods": "Gnumeric_OpenCalc:openoffice",
  ]

  /// Raw values: a double comes back bit for bit, whatever the format of its cell.
  private static let options =
    "format=raw separator=, quoting-mode=auto locale=C charset=UTF-8 eol=unix"

  /// Whether a file of this name is a workbook.
  public static func isWorkbook(_ name: String) -> Bool { importers[ending(of: name)] != nil }

  /// Reads a workbook.
  ///
  /// - Parameters:
  ///   - path: where the bytes are.
  ///   - name: name of the file, whose ending says what it is.
  ///   - knowsTexts: whether it will be asked which cells are text.
  /// - Returns: its sheets.
  /// - Throws: `DocumentError.missing`, `.unreadable`, `.programMissing`, `.notConverted`,
  ///   `.tooExpensive`.
  public static func open(
    path: String, name: String, knowsTexts: Bool = false
  ) throws(DocumentError) -> Workbook {
    try open(path: path, name: name, knowsTexts: knowsTexts, limits: ProgramLimits())
  }

  static func open(
    path: String, name: String, knowsTexts: Bool = false, limits: ProgramLimits
  ) throws(DocumentError) -> Workbook {
    let conversion = try Conversion(of: path, kind: "chiso-workbook-")
    guard let importer = importers[ending(of: name)] else {
      throw .notConverted(path: path, reason: name)
    }
    var workbook = Workbook(path: path, conversion: conversion)
    let input = ["--import-type=\(importer)", workbook.conversion.source]
    try workbook.convert(
      ["--export-file-per-sheet", "--export-type=Gnumeric_stf:stf_assistant"]
        + ["--export-options=\(options)"] + input + ["%n-%s.csv"], limits)
    workbook.sheets = workbook.files()
    try workbook.convert(["--export-type=Gnumeric_XmlIO:sax:0"] + input + [cells], limits)
    let index = try CellIndex.read(
      path: workbook.conversion.fullPath(cells), keepsTexts: knowsTexts)
    guard !index.isEmpty, index.count == workbook.sheets.count else {
      throw .notConverted(path: path, reason: workbook.conversion.firstMessage ?? "–")
    }
    for (number, sheet) in index.enumerated() {
      workbook.sheets[number].firstRow = sheet.origin?.row ?? 0
      workbook.sheets[number].firstColumn = sheet.origin?.column ?? 0
      workbook.sheets[number].texts = sheet.texts
    }
    return workbook
  }

  /// Name of the file that tells where the cells are.
  private static let cells = "cells.xml"

  private func convert(
    _ arguments: [String], _ limits: ProgramLimits
  ) throws(DocumentError) {
    try conversion.run("ssconvert", arguments, limits: limits)
  }

  private init(path: String, conversion: consuming Conversion) {
    self.path = path
    self.conversion = conversion
    sheets = []
  }

  /// A sheet by its name; spaces around it do not matter where that leaves no doubt.
  ///
  /// - Parameter name: name of the sheet.
  /// - Returns: the sheet.
  /// - Throws: `DocumentError.sheetMissing`.
  public func sheet(_ name: String) throws(DocumentError) -> Sheet {
    if let sheet = sheets.first(where: { $0.name == name }) { return sheet }
    let alike = sheets.filter { Self.trimmed($0.name) == Self.trimmed(name) }
    guard alike.count == 1, let sheet = alike.first else {
      throw .sheetMissing(path: path, sheet: name, known: sheets.map(\.name))
    }
    return sheet
  }

  /// The sheets that were written: `0-First.csv`, `1-Second.csv`.
  private func files() -> [Sheet] {
    var found: [(number: Int, sheet: Sheet)] = []
    for name in conversion.names where name.hasSuffix(".csv") {
      guard let dash = name.firstIndex(of: "-"), let number = Int(name[..<dash]) else { continue }
      let sheet = String(name[name.index(after: dash)...].dropLast(4))
      found.append((number, Sheet(name: sheet, csv: conversion.fullPath(name))))
    }
    return found.sorted { $0.number < $1.number }.map(\.sheet)
  }

  private static func ending(of name: String) -> String {
    name.split(separator: ".").last.map { $0.lowercased() } ?? ""
  }

  private static func trimmed(_ text: String) -> Substring {
    var text = text[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}
