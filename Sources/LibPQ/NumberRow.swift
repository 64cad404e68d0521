// A row of numbers in the binary format of COPY, made once and sent a million times with other numbers.

/// A row for `copy ... with (format binary)` whose columns are numbers, none of them NULL.
///
/// Of `BinaryRow`, which holds anything, each value is appended; here it is written over the last one.
public struct NumberRow: Sendable {
  /// The type of a column, to the letter that of the table's.
  public enum Column: Sendable, Hashable {
    /// An `integer`, or a `date` as days since 2000-01-01.
    case int32
    /// A `double precision`.
    case double

    fileprivate var width: Int { self == .double ? 8 : 4 }
  }

  /// The row as the wire wants it.
  private(set) var bytes: [UInt8]
  private let columns: [Column]
  private let offsets: [Int]

  /// Makes a row of zeros.
  ///
  /// - Parameter columns: its columns, in their order.
  public init(_ columns: [Column]) {
    var bytes: [UInt8] = []
    var offsets: [Int] = []
    withUnsafeBytes(of: Int16(clamping: columns.count).bigEndian) { bytes.append(contentsOf: $0) }
    for column in columns {
      withUnsafeBytes(of: Int32(column.width).bigEndian) { bytes.append(contentsOf: $0) }
      offsets.append(bytes.count)
      bytes.append(contentsOf: repeatElement(0, count: column.width))
    }
    self.bytes = bytes
    self.columns = columns
    self.offsets = offsets
  }

  /// Writes a number into a column.
  ///
  /// - Parameters:
  ///   - value: The number.
  ///   - column: Which column, from 0; it has to be an `int32`.
  public mutating func setInt32(_ value: Int32, at column: Int) {
    precondition(columns[column] == .int32)
    store(value.bigEndian, column)
  }

  /// Writes a number into a column, bit for bit.
  ///
  /// - Parameters:
  ///   - value: The number.
  ///   - column: Which column, from 0; it has to be a `double`.
  public mutating func setDouble(_ value: Double, at column: Int) {
    precondition(columns[column] == .double)
    store(value.bitPattern.bigEndian, column)
  }

  private mutating func store<T: FixedWidthInteger & BitwiseCopyable>(_ value: T, _ column: Int) {
    let offset = offsets[column]
    bytes.withUnsafeMutableBytes { $0.storeBytes(of: value, toByteOffset: offset, as: T.self) }
  }
}
