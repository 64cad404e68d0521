// Sorts observations, as many as there are, in little memory: runs of them are sorted beside the reading
// and read side by side at the end.

import Dispatch

/// Takes observations in any order and gives them back in that of their key.
///
/// A table whose rows come in the order of its key has its index built from what is sorted already, and
/// what is asked for lies together; two that are sorted are compared by going through both once.
public struct ObservationSorter: ~Copyable {
  /// How many observations are sorted at once: 2 MB of them.
  private static let runRows = 1 << RunOrder.indexBits
  /// How many bytes of what they say beyond values.
  private static let runRests = 8 << 20

  private var rows: [PackedObservation] = []
  private var rests: [UInt8] = []
  private var count = 0
  private let sorter: RunSorter

  /// Prepares for observations.
  ///
  /// - Parameters:
  ///   - folder: where runs are set aside that do not fit into memory; it has to be there then.
  ///   - memory: how many bytes of them stay there.
  public init(folder: String, memory: Int) {
    sorter = RunSorter(folder: folder, mostInMemory: memory)
  }

  /// Takes an observation that is nothing but a value.
  ///
  /// - Parameter value: the observation.
  /// - Throws: `SpillError`.
  public mutating func add(_ value: StagedValue) throws {
    try add(PackedObservation(value))
  }

  /// Takes an observation.
  ///
  /// - Parameter observation: the observation.
  /// - Throws: `SpillError`; `PostgresError` where a text holds a NUL.
  public mutating func add(_ observation: StagedObservation) throws {
    if observation.isPlain { return try add(PackedObservation(observation)) }
    let rest = try ObservationRest.bytes(of: observation)
    try rest.withUnsafeBytes { try add(PackedObservation(observation), rest: $0) }
  }

  mutating func add(_ row: PackedObservation) throws {
    rows.append(row)
    if rows.count == Self.runRows { try closeRun() }
  }

  mutating func add(_ row: PackedObservation, rest: UnsafeRawBufferPointer) throws {
    var row = row
    row.rest = UInt32(rests.count + 1)
    withUnsafeBytes(of: UInt32(clamping: rest.count)) { rests.append(contentsOf: $0) }
    rests.append(contentsOf: rest)
    rows.append(row)
    if rows.count == Self.runRows || rests.count > Self.runRests { try closeRun() }
  }

  /// All observations, sorted; those of one key in the order in which they came.
  ///
  /// - Returns: the observations.
  /// - Throws: `SpillError`.
  public consuming func sorted() throws -> SortedObservations {
    try closeRun()
    return SortedObservations(count: count, try sorter.finish())
  }

  private mutating func closeRun() throws {
    guard !rows.isEmpty else { return }
    count += rows.count
    try sorter.sort(&rows, &rests)
  }
}

/// Sorts one run after the other on a thread of its own, and sets aside what does not fit into memory.
private final class RunSorter: @unchecked Sendable {
  // Sendable: all but the folder is touched by one side at a time, which waits for the other.

  private let folder: String
  /// How many bytes of sorted runs stay in memory.
  private let mostInMemory: Int
  private let work = DispatchGroup()
  private var rows: [PackedObservation] = []
  private var rests: [UInt8] = []
  private var order = RunOrder()
  /// Where a run is written before it is known how long it is.
  private var written: [UInt8] = []
  private var runs: [SortedRun] = []
  /// The last row of the last run.
  private var last: PackedObservation.Key?
  private var inMemory = 0
  private var spill: SpillFile?
  private var end = 0
  private var failure: (any Error)?

  init(folder: String, mostInMemory: Int) {
    self.folder = folder
    self.mostInMemory = mostInMemory
  }

  /// Takes a run and gives room for the next.
  func sort(_ rows: inout [PackedObservation], _ rests: inout [UInt8]) throws {
    try wait()
    swap(&rows, &self.rows)
    swap(&rests, &self.rests)
    rows.removeAll(keepingCapacity: true)
    rows.reserveCapacity(self.rows.count)
    rests.removeAll(keepingCapacity: true)
    DispatchQueue.global().async(group: work) {
      do {
        try self.closeRun()
      } catch {
        self.failure = error
      }
    }
  }

  /// The sorted runs.
  func finish() throws -> [SortedRun] {
    try wait()
    return runs
  }

  private func wait() throws {
    work.wait()
    if let failure { throw failure }
  }

  /// Sorts what has come and keeps it, after the run before if it comes after that.
  private func closeRun() throws {
    let most = RunWriter.longest * rows.count + rests.count
    if written.count < most { written = [UInt8](repeating: 0, count: most) }
    if spill == nil, inMemory + most > mostInMemory { spill = try SpillFile(folder: folder) }
    let isSorted = !order.sort(rows)
    func row(_ position: Int) -> PackedObservation {
      rows[isSorted ? position : order.index(position)]
    }
    let isNext = runs.last?.spill === spill && last.map { $0 <= row(0).key } ?? false
    let count = written.withUnsafeMutableBytes { written in
      rests.withUnsafeBytes { rests in
        var writer = RunWriter(written, after: isNext ? last : nil)
        for position in rows.indices { write(row(position), rests, to: &writer) }
        return writer.count
      }
    }
    last = row(rows.count - 1).key
    if !isNext { runs.append(SortedRun(offset: end, spill: spill)) }
    try keep(written[..<count], in: &runs[runs.count - 1])
  }

  private func write(
    _ row: PackedObservation, _ rests: UnsafeRawBufferPointer, to writer: inout RunWriter
  ) {
    guard row.rest > 0 else { return writer.add(row, rest: nil) }
    let start = Int(row.rest) - 1
    let count = Int(rests.loadUnaligned(fromByteOffset: start, as: UInt32.self))
    writer.add(row, rest: UnsafeRawBufferPointer(rebasing: rests[start + 4..<start + 4 + count]))
  }

  private func keep(_ bytes: ArraySlice<UInt8>, in run: inout SortedRun) throws {
    guard let spill else {
      inMemory += bytes.count
      return run.bytes.append(contentsOf: bytes)
    }
    try bytes.withUnsafeBytes { try spill.write($0, at: end) }
    run.left += bytes.count
    end += bytes.count
  }
}
