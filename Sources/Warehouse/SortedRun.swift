// A run of sorted observations, written tersely: what is as in the row before is not said again, so that
// two million rows take no more than 30 MB.

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What a row says of itself in its first byte.
private enum Mark {
  static let series: UInt8 = 1
  static let period: UInt8 = 2
  static let rest: UInt8 = 4
  static let line: UInt8 = 8
  /// How the province is written: 0 for the one before, 1 for one byte, 2 for four.
  static let provinceShift: UInt8 = 4
  /// How the step of the place is written: 0 for the place after the last, 1 for one byte, 2 for two, 3
  /// for four.
  static let placeShift: UInt8 = 6
}

/// Writes a run.
struct RunWriter {
  /// No row takes more, beside its rest.
  static let longest = 1 + 4 * 4 + 8 + 4 + 4

  /// Where rows are written; what is used of it is filled.
  private let bytes: UnsafeMutableRawBufferPointer
  /// How many bytes were written.
  private(set) var count = 0
  private var last: PackedObservation.Key

  /// Begins a run, or goes on with one.
  ///
  /// - Parameters:
  ///   - bytes: where to write; `longest` for each row and all rests have to fit.
  ///   - last: the row before the first; nil where a run begins.
  init(_ bytes: UnsafeMutableRawBufferPointer, after last: PackedObservation.Key?) {
    self.bytes = bytes
    self.last = last ?? PackedObservation.first.key
  }

  /// Adds a row, which comes after those that were added.
  mutating func add(_ row: PackedObservation, rest: UnsafeRawBufferPointer?) {
    var mark: UInt8 = 0
    let (key, before) = (row.key, last)
    let step = UInt32(bitPattern: key.placeID &- before.placeID &- 1)
    let width: UInt8 = step == 0 ? 0 : step < 1 << 8 ? 1 : step < 1 << 16 ? 2 : 3
    let province = UInt32(bitPattern: key.provinceID)
    let isSmall = province < 1 << 8
    let start = count
    count += 1
    if key.seriesID != before.seriesID {
      mark |= Mark.series
      append(key.seriesID)
    }
    if key.period != before.period {
      mark |= Mark.period
      append(key.period)
    }
    if key.provinceID != before.provinceID {
      mark |= (isSmall ? 1 : 2) << Mark.provinceShift
      if isSmall { append(UInt8(truncatingIfNeeded: province)) } else { append(province) }
    }
    switch width {
    case 0: break
    case 1: append(UInt8(truncatingIfNeeded: step))
    case 2: append(UInt16(truncatingIfNeeded: step))
    default: append(step)
    }
    append(row.value.bitPattern)
    if row.line != 0 {
      mark |= Mark.line
      append(row.line)
    }
    if let rest {
      mark |= Mark.rest
      append(UInt32(clamping: rest.count))
      UnsafeMutableRawBufferPointer(rebasing: bytes[count...]).copyMemory(from: rest)
      count += rest.count
    }
    bytes[start] = mark | width << Mark.placeShift
    last = key
  }

  private mutating func append<T: FixedWidthInteger & BitwiseCopyable>(_ number: T) {
    bytes.storeBytes(of: number, toByteOffset: count, as: T.self)
    count += MemoryLayout<T>.size
  }
}

/// A run that was written: in memory, or where it was set aside.
struct SortedRun: Sendable {
  /// What is in memory.
  var bytes: [UInt8] = []
  /// Where the others lie.
  var offset = 0
  /// How many others there are.
  var left = 0
  /// The file that they lie in.
  var spill: SpillFile?
  /// How many lines of the file come before those that the rows count.
  var linesBefore: Int32 = 0
}

/// Reads one run.
struct RunReader {
  /// The row that was read last.
  private(set) var head = PackedObservation.first
  private var run: SortedRun
  private let piece: Int
  private var position = 0
  /// What the head says beyond its value.
  private var rest = 0..<0

  /// How many bytes of all runs that were set aside are held at once.
  private static let most = 4 << 20

  init(_ run: SortedRun, among runs: Int) {
    self.run = run
    piece = max(4096, Self.most / max(1, runs))
  }

  /// Goes to the next row.
  ///
  /// - Returns: whether there is one.
  mutating func advance() throws -> Bool {
    if run.bytes.count - position < RunWriter.longest {
      try hold(RunWriter.longest)
      guard position < run.bytes.count else { return false }
    }
    let restCount: Int?
    if run.bytes.count - position >= RunWriter.longest {
      restCount = run.bytes.withUnsafeBytes { read($0, from: position) }
    } else {
      // The last rows may be shorter than the longest row.
      let tail = run.bytes[position...] + repeatElement(0, count: RunWriter.longest)
      restCount = tail.withUnsafeBytes { read($0, from: 0) }
    }
    guard position <= run.bytes.count else { throw torn }
    guard let restCount else { return true }
    try hold(restCount)
    guard run.bytes.count - position >= restCount else { throw torn }
    rest = position..<position + restCount
    position += restCount
    return true
  }

  /// What was set aside is not what was written.
  private var torn: SpillError { SpillError(path: run.spill?.path ?? "", code: EIO) }

  /// Reads a row and goes on behind it.
  ///
  /// - Returns: how many bytes of rest follow; nil where it has none.
  private mutating func read(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Int? {
    var at = start
    func number<T: FixedWidthInteger & BitwiseCopyable>(_: T.Type) -> T {
      defer { at += MemoryLayout<T>.size }
      return bytes.loadUnaligned(fromByteOffset: at, as: T.self)
    }
    let mark = number(UInt8.self)
    let before = head.key
    let seriesID = mark & Mark.series != 0 ? number(Int32.self) : before.seriesID
    let period = mark & Mark.period != 0 ? number(Int32.self) : before.period
    let provinceID: Int32 =
      switch mark >> Mark.provinceShift & 3 {
      case 0: before.provinceID
      case 1: Int32(number(UInt8.self))
      default: number(Int32.self)
      }
    let step: UInt32 =
      switch mark >> Mark.placeShift {
      case 0: 0
      case 1: UInt32(number(UInt8.self))
      case 2: UInt32(number(UInt16.self))
      default: number(UInt32.self)
      }
    let value = Double(bitPattern: number(UInt64.self))
    let line = mark & Mark.line != 0 ? number(Int32.self) &+ run.linesBefore : 0
    let hasRest = mark & Mark.rest != 0
    let restCount = hasRest ? Int(number(UInt32.self)) : nil
    head = PackedObservation(
      key: .init(
        seriesID: seriesID, placeID: before.placeID &+ Int32(bitPattern: step) &+ 1,
        period: period, provinceID: provinceID),
      value: value, line: line, rest: hasRest ? 1 : 0)
    position += at - start
    return restCount
  }

  func withRest<T>(_ body: (UnsafeRawBufferPointer) -> T) -> T {
    run.bytes.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[rest])) }
  }

  /// Brings bytes into memory that are not; what was read before is let go.
  private mutating func hold(_ count: Int) throws {
    guard run.bytes.count - position < count, run.left > 0 else { return }
    run.bytes.removeSubrange(..<position)
    position = 0
    let held = run.bytes.count
    let more = min(run.left, max(count, piece))
    run.bytes.append(contentsOf: repeatElement(0, count: more))
    let (spill, offset) = (run.spill, run.offset)
    try run.bytes.withUnsafeMutableBytes { bytes in
      try spill?.read(UnsafeMutableRawBufferPointer(rebasing: bytes[held...]), at: offset)
    }
    run.offset += more
    run.left -= more
  }
}
