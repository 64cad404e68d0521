// In which form and where an answer goes.

import ArgumentParser
import RowRendering
import Warehouse

/// Options of every command that answers with rows.
struct OutputOptions: ParsableArguments {
  @Option(help: Help.format.argument)
  var format: AnswerFormat = .table

  @Option(name: .shortAndLong, help: Help.output.argument)
  var output: String?

  @Flag(help: Help.excel.argument)
  var excel = false

  @Flag(name: .customLong("no-pager"), help: AnswerMessage.noPager.argument)
  var noPager = false

  func validate() throws {
    if excel, format != .csv { throw ValidationError(Complaint.excelIsCSV()) }
    let figures = AnswerFormat.verbsOfFigures.map(\.rawValue)
    if format == .sdmxCSV, !figures.contains(AnswerContext.verb) {
      throw ValidationError(
        AnswerMessage.figuresOnly(format.rawValue, figures.joined(separator: ", ")))
    }
    if let output, let meant = Self.form(by: output), format == .table || meant == .xlsx,
      format != meant
    {
      throw ValidationError(AnswerMessage.otherFormByName(output, meant.rawValue))
    }
    if format == .package, output == nil {
      throw ValidationError(AnswerMessage.packageNeedsFolder())
    }
    if format == .xlsx, output == nil, Console.width != nil {
      throw ValidationError(AnswerMessage.workbookNeedsFile())
    }
  }

  /// The form that the name of a file promises; nil where it promises none.
  private static func form(by name: String) -> AnswerFormat? {
    let endings: KeyValuePairs<String, AnswerFormat> = [
      ".xlsx": .xlsx, ".csv": .csv, ".tsv": .tsv, ".json": .json, ".ndjson": .ndjson,
      ".md": .markdown,
    ]
    return endings.first { name.lowercased().hasSuffix($0.key) }?.value
  }

  /// Whether a person sees the answer as a table on a terminal.
  var isShown: Bool { format == .table && output == nil && Console.width != nil }

  /// Whether a long answer is shown page by page, on a terminal.
  var isPaged: Bool { format.isForPeople && !noPager && Console.height != nil }

  /// How tables are shown to people.
  func renderOptions(blankRepeats: [Int]) -> RenderOptions {
    RenderOptions(
      decimalMark: Language.current.decimalMark,
      terminalWidth: output == nil ? Console.width : nil,
      colour: output == nil && Console.hasColour,
      booleanWords: (Heading.yes(), Heading.no()),
      blankRepeats: blankRepeats,
      forExcel: excel)
  }

  /// Writes rows in the form that was asked for.
  ///
  /// - Parameters:
  ///   - rows: one array of fields for each row.
  ///   - columns: all columns, in order.
  ///   - blankRepeats: columns whose repeated values people need not read again.
  ///   - remarks: what a reader should know beside the answer; workbooks and packages hold it, and it is
  ///     said afterwards.
  ///   - note: takes remarks.
  ///   - sources: finds the sources that rows name.
  /// - Throws: `Failure` where it cannot be written, or what `sources` throws.
  func write(
    _ rows: [[Field]], columns: [Column], blankRepeats: [Int] = [], remarks: [String] = [],
    note: (String) -> Void, sources: ([String]) throws -> [SourceRow] = { _ in [] }
  ) throws {
    let table = AnswerTable(columns: columns, blankRepeats: blankRepeats)
    try write(remarks: remarks, note: note, sources: sources) { answer in
      try answer.begin(table)
      for row in rows { try answer.row(row) }
    }
  }

  /// Writes several tables, to a file that can hold them.
  func write(
    _ tables: [FilledTable], remarks: [String] = [], note: (String) -> Void,
    sources: ([String]) throws -> [SourceRow] = { _ in [] }
  ) throws {
    try write(remarks: remarks, note: note, sources: sources) { answer in
      for filled in tables {
        try answer.begin(filled.table)
        for row in filled.rows { try answer.row(row) }
      }
    }
  }

  /// Writes tables whose rows come one by one.
  func write(
    remarks: [String] = [], note: (String) -> Void, sources: ([String]) throws -> [SourceRow],
    _ body: (inout AnswerStream) throws -> Void
  ) throws {
    var stream = AnswerStream(writer: try writer())
    try body(&stream)
    (try stream.finish(remarks: remarks, sources: sources) + remarks).forEach(note)
  }

  private func writer() throws -> any AnswerWriter {
    switch format {
    case .xlsx: try WorkbookAnswer(file: output)
    case .package: try PackageAnswer(folder: output ?? "")
    default: try TextAnswer(self)
    }
  }
}

/// Rows on their way to a writer.
struct AnswerStream {
  private let writer: any AnswerWriter
  private var named = NamedSources()

  init(writer: any AnswerWriter) { self.writer = writer }

  mutating func begin(_ table: AnswerTable) throws {
    named.begin(table.columns)
    try writer.begin(table)
  }

  mutating func row(_ fields: [Field]) throws {
    named.add(fields)
    try writer.row(fields)
  }

  func finish(
    remarks: [String], sources: ([String]) throws -> [SourceRow]
  ) throws -> [String] {
    try writer.end {
      AnswerContext(
        sources: named.ids.isEmpty ? [] : try sources(named.ids), remarks: remarks,
        askedAt: try Clock.now())
    }
  }
}
