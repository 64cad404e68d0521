// One row in the binary format of COPY: a count of columns, then each value after its length, all
// numbers with the highest byte first. Types must match the table's to the letter: no casts here.

/// A row for `copy ... with (format binary)`, filled column by column.
public struct BinaryRow: Sendable {
  /// The columns, each after its length, without their count.
  public private(set) var fields: [UInt8] = []
  private var columnCount: Int16 = 0

  /// The signature of the format, no flags, no extension.
  static let fileHeader: [UInt8] =
    Array("PGCOPY\n".utf8) + [0xFF, 0x0D, 0x0A, 0x00] + [0, 0, 0, 0] + [0, 0, 0, 0]

  /// In the place of a column count: no more rows.
  static let fileTrailer: [UInt8] = [0xFF, 0xFF]

  /// A row without columns.
  public init() {}

  /// Empties the row and keeps its memory, to fill it again.
  public mutating func removeAll() {
    fields.removeAll(keepingCapacity: true)
    columnCount = 0
  }

  /// Adds a NULL, of whatever type.
  public mutating func appendNull() {
    columnCount += 1
    append(Int32(-1))
  }

  /// Adds a `smallint`.
  public mutating func appendInt16(_ value: Int16) { appendNumber(value) }

  /// Adds an `integer`.
  public mutating func appendInt32(_ value: Int32) { appendNumber(value) }

  /// Adds a `bigint`.
  public mutating func appendInt64(_ value: Int64) { appendNumber(value) }

  /// Adds a `double precision`, bit for bit.
  public mutating func appendDouble(_ value: Double) { appendNumber(value.bitPattern) }

  /// Adds a `boolean`.
  public mutating func appendBool(_ value: Bool) { appendNumber(value ? 1 as UInt8 : 0) }

  /// Adds a `date`, given in days since 2000-01-01.
  public mutating func appendDate(daysSince2000 days: Int32) { appendNumber(days) }

  /// Adds a `timestamp` or `timestamp with time zone`, in microseconds since 2000-01-01 UTC.
  public mutating func appendTimestamp(microsecondsSince2000 value: Int64) {
    appendNumber(value)
  }

  /// Adds a `text`; its length goes out in bytes of UTF-8.
  ///
  /// - Parameter value: The text.
  /// - Throws: Kind `misuse` if it holds a NUL byte, or is longer than PostgreSQL can hold.
  public mutating func appendText(_ value: String) throws(PostgresError) {
    guard !value.utf8.contains(0) else {
      throw PostgresError(
        .misuse,
        "column \(columnCount + 1) of a row holds a NUL byte, which PostgreSQL cannot store")
    }
    try appendCounted(value.utf8, count: value.utf8.count)
  }

  /// Adds a `bytea`.
  ///
  /// - Parameter value: The bytes, as they are.
  /// - Throws: Kind `misuse` if there are more than PostgreSQL can hold.
  public mutating func appendBytes(_ value: [UInt8]) throws(PostgresError) {
    try appendCounted(value, count: value.count)
  }

  /// Adds a `text[]` of one dimension.
  ///
  /// - Parameter values: The elements; nil is NULL.
  /// - Throws: Kind `misuse` if an element holds a NUL byte, or all are longer than can be held.
  public mutating func appendTextArray(_ values: [String?]) throws(PostgresError) {
    var array = BinaryRow()
    for value in values {
      guard let value else {
        array.appendNull()
        continue
      }
      try array.appendText(value)
    }
    var header = BinaryRow()
    header.append(Int32(values.isEmpty ? 0 : 1))
    header.append(Int32(values.contains(nil) ? 1 : 0))
    header.append(PostgresType.text.rawValue)
    if !values.isEmpty {
      header.append(Int32(clamping: values.count))
      header.append(Int32(1))
    }
    let all = header.fields + array.fields
    try appendCounted(all, count: all.count)
  }

  /// Adds columns that are as the wire wants them.
  ///
  /// - Parameters:
  ///   - bytes: the columns, each after its length.
  ///   - count: how many columns.
  public mutating func appendFields(_ bytes: UnsafeRawBufferPointer, count: Int16) {
    columnCount += count
    fields.append(contentsOf: bytes)
  }

  /// Appends the row as the wire wants it.
  func appendBytes(to buffer: inout [UInt8]) {
    withUnsafeBytes(of: columnCount.bigEndian) { buffer.append(contentsOf: $0) }
    fields.withUnsafeBytes { buffer.append(contentsOf: $0) }
  }

  private mutating func appendCounted(
    _ value: some Sequence<UInt8>, count: Int
  ) throws(PostgresError) {
    guard let length = Int32(exactly: count) else {
      throw PostgresError(
        .misuse, "column \(columnCount + 1) of a row has \(count) bytes, more than 2147483647")
    }
    columnCount += 1
    append(length)
    fields.append(contentsOf: value)
  }

  private mutating func appendNumber(_ value: some FixedWidthInteger) {
    columnCount += 1
    append(Int32(value.bitWidth / 8))
    append(value)
  }

  private mutating func append(_ value: some FixedWidthInteger) {
    withUnsafeBytes(of: value.bigEndian) { fields.append(contentsOf: $0) }
  }
}
