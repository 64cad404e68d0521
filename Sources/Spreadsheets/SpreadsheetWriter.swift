// Writes answers as a workbook (.xlsx): cells with types, numbers shown with the decimals of their
// indicator, a head that stays, filters. Rows go to the disk one by one; memory does not grow with them.

import CXlsxWriter
public import RowRendering

/// A workbook that is written sheet by sheet, each row by row.
///
/// Texts are always written as texts: nothing that they hold becomes a formula. Call `begin` for each
/// sheet, `row` for each of its rows, and `finish` at the end; a writer that is let go before leaves a
/// file that is no workbook.
public struct SpreadsheetWriter: ~Copyable {
  /// Rows that a sheet of a workbook can hold, its head among them.
  private static let mostRows = 1_048_576
  private static let mostColumns = 16_384
  /// Nobody reads a column that is wider, in characters.
  private static let mostWidth = 60

  private let library: xlsx_functions
  private let path: String
  private var book: UnsafeMutablePointer<lxw_workbook>?
  private var sheet: UnsafeMutablePointer<lxw_worksheet>?
  private var columns: [(index: Int, column: Column)] = []
  private var name = ""
  private var part = 1
  private var nextRow = 0
  private var hasFilters = true
  private var widths: [Int] = []
  private var formats: [String: UnsafeMutablePointer<lxw_format>] = [:]

  /// Starts a workbook.
  ///
  /// - Parameters:
  ///   - path: where the file is written.
  ///   - temporaryFolder: where sheets are kept while they are written.
  /// - Throws: `SpreadsheetError.libraryMissing` or `.cannotWrite`.
  public init(path: String, temporaryFolder: String) throws(SpreadsheetError) {
    var library = xlsx_functions()
    let isThere = xlsx_load(&library)
    self.library = library
    self.path = path
    book =
      !isThere
      ? nil
      : temporaryFolder.withCString { folder in
        var options = lxw_workbook_options()
        options.constant_memory = 1
        // The library copies the name.
        options.tmpdir = UnsafeMutablePointer(mutating: folder)
        return library.workbook_new_opt(path, &options)
      }
    guard isThere else { throw .libraryMissing(String(cString: xlsx_library())) }
    guard book != nil else { throw .cannotWrite(path: path, reason: "libxlsxwriter") }
  }

  deinit {
    if let book { library.lxw_workbook_free(book) }
  }

  /// Starts a sheet with its head.
  ///
  /// - Parameters:
  ///   - name: what stands on its tab; what Excel does not allow there is left out.
  ///   - columns: all columns, of which those for people alone are left out.
  ///   - hasFilters: whether the columns can be filtered.
  /// - Throws: `SpreadsheetError`.
  public mutating func begin(
    _ name: String, columns: [Column], hasFilters: Bool = true
  ) throws(SpreadsheetError) {
    closeSheet()
    self.hasFilters = hasFilters
    let shown = columns.enumerated().filter { $0.element.isInWorkbook }
      .map { (index: $0.offset, column: $0.element) }
    self.columns =
      shown.filter { $0.column.isForPeople } + shown.filter { !$0.column.isForPeople }
    guard self.columns.count <= Self.mostColumns else {
      throw .tooManyColumns(self.columns.count)
    }
    self.name = name
    part = 1
    try openSheet()
  }

  /// Writes a row; where a sheet is full, another one is begun.
  ///
  /// - Parameter fields: one field for each declared column; those that are not there count as missing.
  /// - Throws: `SpreadsheetError`.
  public mutating func row(_ fields: [Field]) throws(SpreadsheetError) {
    if nextRow == Self.mostRows {
      closeSheet()
      part += 1
      try openSheet()
    }
    for (position, entry) in columns.enumerated() where entry.index < fields.count {
      try write(Self.cell(of: fields[entry.index]), at: position)
    }
    nextRow += 1
  }

  /// Ends the workbook.
  ///
  /// - Throws: `SpreadsheetError.cannotWrite`.
  public mutating func finish() throws(SpreadsheetError) {
    closeSheet()
    guard let book else { return }
    self.book = nil
    let code = library.workbook_close(book)
    guard code == LXW_NO_ERROR else {
      let reason = library.lxw_strerror(code).map { String(cString: $0) }
      throw .cannotWrite(path: path, reason: reason ?? "\(code.rawValue)")
    }
  }

  /// What a cell holds: what machines get; of a code with a name the name.
  private static func cell(of field: Field) -> Cell {
    guard case .text = field.machine, case .text = field.human else { return field.machine }
    return field.human
  }

  // MARK: - Sheets

  private mutating func openSheet() throws(SpreadsheetError) {
    let tab = Self.tab(name, part: part)
    guard let sheet = library.workbook_add_worksheet(book, tab) else {
      throw .cannotWrite(path: path, reason: tab)
    }
    self.sheet = sheet
    widths = columns.map { min(Self.mostWidth, DisplayWidth.of($0.column.heading) + 3) }
    let library = library
    let head = format("head") { format in
      library.format_set_bold(format)
      library.format_set_bottom(format, UInt8(LXW_BORDER_THIN.rawValue))
    }
    for (position, entry) in columns.enumerated() {
      _ = library.worksheet_write_string(sheet, 0, UInt16(position), entry.column.heading, head)
    }
    library.worksheet_freeze_panes(sheet, 1, 0)
    nextRow = 1
  }

  private mutating func closeSheet() {
    guard let sheet else { return }
    for (position, width) in widths.enumerated() {
      let column = UInt16(position)
      _ = library.worksheet_set_column(sheet, column, column, Double(width), nil)
    }
    if !columns.isEmpty, nextRow > 1 {
      let last = UInt16(columns.count - 1)
      if hasFilters { _ = library.worksheet_autofilter(sheet, 0, 0, UInt32(nextRow - 1), last) }
      // Years are texts, as periods are; that is meant so.
      Self.range(lastRow: nextRow - 1, lastColumn: columns.count - 1).withCString { range in
        _ = library.worksheet_ignore_errors(
          sheet, UInt8(LXW_IGNORE_NUMBER_STORED_AS_TEXT.rawValue), range)
      }
    }
    self.sheet = nil
  }

  /// A name for a tab: at most 31 characters, none that Excel forbids.
  private static func tab(_ name: String, part: Int) -> String {
    let kept = name.filter { !"[]:*?/\\'".contains($0) }
    let suffix = part > 1 ? " (\(part))" : ""
    return String(kept.prefix(31 - suffix.count)) + suffix
  }

  private static func range(lastRow: Int, lastColumn: Int) -> String {
    var letters = ""
    var rest = lastColumn + 1
    while rest > 0 {
      let digit = UInt8((rest - 1) % 26)
      letters = String(Character(Unicode.Scalar(UInt8(ascii: "A") + digit))) + letters
      rest = (rest - 1) / 26
    }
    return "A1:\(letters)\(lastRow + 1)"
  }

  // MARK: - Cells

  private mutating func write(_ cell: Cell, at position: Int) throws(SpreadsheetError) {
    let (row, column) = (UInt32(nextRow), UInt16(position))
    switch cell {
    case .missing: return
    case .integer(let value):
      _ = library.worksheet_write_number(sheet, row, column, Double(value), nil)
      widen(position, to: "\(value)")
    case .number(let value, let decimals):
      try write(value, decimals: decimals, signed: false, at: position)
    case .change(let value, let decimals):
      try write(value, decimals: decimals, signed: true, at: position)
    case .boolean(let value):
      _ = library.worksheet_write_boolean(sheet, row, column, value ? 1 : 0, nil)
    case .date(let text):
      guard var day = Self.day(text) else { return try write(text, at: position) }
      let library = library
      let format = format("date") { library.format_set_num_format($0, "yyyy-mm-dd") }
      _ = library.worksheet_write_datetime(sheet, row, column, &day, format)
      widen(position, to: text)
    case .text(let text): try write(text, at: position)
    case .list(let texts): try write(texts.joined(separator: "; "), at: position)
    case .json(let value): try write(value.compact, at: position)
    }
  }

  private mutating func write(
    _ value: Double, decimals: Int?, signed: Bool, at position: Int
  ) throws(SpreadsheetError) {
    // A workbook has no such numbers.
    guard value.isFinite else { return try write("\(value)", at: position) }
    var format: UnsafeMutablePointer<lxw_format>?
    if let decimals {
      let digits = decimals > 0 ? "0." + String(repeating: "0", count: min(decimals, 15)) : "0"
      let library = library
      let pattern = signed ? "+\(digits);-\(digits);\(digits)" : digits
      format = self.format(pattern) { library.format_set_num_format($0, pattern) }
    }
    _ = library.worksheet_write_number(sheet, UInt32(nextRow), UInt16(position), value, format)
    widen(
      position,
      to: decimals.map { formatted(value, decimals: $0, decimalMark: ".") } ?? "\(value)")
  }

  private mutating func write(_ text: String, at position: Int) throws(SpreadsheetError) {
    let code = library.worksheet_write_string(sheet, UInt32(nextRow), UInt16(position), text, nil)
    guard code == LXW_NO_ERROR else {
      throw .cellTooLong(row: nextRow + 1, column: columns[position].column.heading)
    }
    widen(position, to: text)
  }

  /// The day of an ISO date; nil where the text is another one, such as a year or a moment.
  private static func day(_ text: String) -> lxw_datetime? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard text.utf8.count == 10, parts.count == 3, let year = Int32(parts[0]),
      let month = Int32(parts[1]), let day = Int32(parts[2]), year >= 1900
    else { return nil }
    return lxw_datetime(year: year, month: month, day: day, hour: 0, min: 0, sec: 0)
  }

  private mutating func widen(_ position: Int, to text: String) {
    guard widths[position] < Self.mostWidth else { return }
    widths[position] = max(widths[position], min(Self.mostWidth, DisplayWidth.of(text) + 2))
  }

  private mutating func format(
    _ key: String, _ set: (UnsafeMutablePointer<lxw_format>?) -> Void
  ) -> UnsafeMutablePointer<lxw_format>? {
    if let known = formats[key] { return known }
    guard let made = library.workbook_add_format(book) else { return nil }
    set(made)
    formats[key] = made
    return made
  }
}
