// The streaming front of the module: picks the columns and the writer of a format and hands rows
// on. Writers know no format but their own; nothing here opens a file.

/// Receives the rendered text piece by piece; it may throw, which stops the rendering.
public typealias TextSink = (String) throws -> Void

/// Writes the rows of one answer in one format.
///
/// Call `begin()`, then `row(_:)` for every row, then `end()`. csv, tsv, json, ndjson and markdown
/// are written row by row; a table is kept until `end()`, because its widths depend on all rows.
/// A piece of text is at least one whole line, so a sink that buffers is worthwhile.
public struct Renderer {
  private let fields: [Int]
  private let isForPeople: Bool
  private let columns: [Column]
  private let sink: TextSink
  private var writer: any RowWriter
  private var hasBegun = false

  /// Prepares to write rows.
  ///
  /// - Parameters:
  ///   - columns: All columns, those of people and those of machines, in order.
  ///   - format: The output format.
  ///   - options: How to show rows to people.
  ///   - sink: Where the text goes.
  public init(
    columns: [Column],
    format: Format,
    options: RenderOptions = RenderOptions(),
    sink: @escaping TextSink
  ) {
    let fields = columns.indices.filter { columns[$0].isIn(format) }
    let shown = fields.map { columns[$0] }
    self.fields = fields
    self.columns = shown
    self.sink = sink
    isForPeople = format.isForPeople
    switch format {
    case .csv: writer = DelimitedWriter(columns: shown, dialect: options.forExcel ? .excel : .csv)
    case .tsv: writer = DelimitedWriter(columns: shown, dialect: .tsv)
    case .json: writer = JSONRowWriter(columns: shown, isArray: true)
    case .ndjson: writer = JSONRowWriter(columns: shown, isArray: false)
    case .markdown: writer = MarkdownWriter(columns: shown, text: HumanText(options))
    case .table:
      let repeats = options.blankRepeats.compactMap { fields.firstIndex(of: $0) }
      writer = TableWriter(columns: shown, options: options, blankRepeats: repeats)
    }
  }

  /// The columns that a terminal was too narrow for; known after `end()`, worth a note.
  public var droppedColumns: [Column] {
    writer.droppedColumns.map { columns[$0] }
  }

  /// Writes what stands before the rows.
  ///
  /// - Throws: What the sink throws.
  public mutating func begin() throws {
    guard !hasBegun else { return }
    hasBegun = true
    try writer.begin(sink)
  }

  /// Writes one row.
  ///
  /// - Parameter values: One field for each declared column, in order; those that are not there
  ///   count as missing, those beyond are left out.
  /// - Throws: What the sink throws.
  public mutating func row(_ values: [Field]) throws {
    try begin()
    let cells = fields.map { index -> Cell in
      guard index < values.count else { return .missing }
      return isForPeople ? values[index].human : values[index].machine
    }
    try writer.row(cells, sink)
  }

  /// Writes what stands after the rows; a table is written here.
  ///
  /// - Throws: What the sink throws.
  public mutating func end() throws {
    try begin()
    try writer.end(sink)
  }

  /// Renders rows that are all in memory.
  ///
  /// - Parameters:
  ///   - rows: One array of fields for each row.
  ///   - columns: All columns, in order.
  ///   - format: The output format.
  ///   - options: How to show rows to people.
  /// - Returns: The whole text, ending in a line feed unless it is empty.
  public static func text(
    of rows: [[Field]],
    columns: [Column],
    format: Format,
    options: RenderOptions = RenderOptions()
  ) -> String {
    let buffer = TextBuffer()
    var renderer = Renderer(columns: columns, format: format, options: options) {
      buffer.text += $0
    }
    do {
      try renderer.begin()
      for row in rows { try renderer.row(row) }
      try renderer.end()
    } catch {
      preconditionFailure("a sink in memory does not throw: \(error)")
    }
    return buffer.text
  }
}

/// Collects text; a class, so that an escaping sink can write to it.
private final class TextBuffer {
  var text = ""
}

/// Writes one format; it is given only the cells of the columns that the format shows.
protocol RowWriter {
  /// Indices of columns that were left out for want of room.
  var droppedColumns: [Int] { get }

  mutating func begin(_ sink: TextSink) throws
  mutating func row(_ cells: [Cell], _ sink: TextSink) throws
  mutating func end(_ sink: TextSink) throws
}

extension RowWriter {
  var droppedColumns: [Int] { [] }
}
