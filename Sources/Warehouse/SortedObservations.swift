// Sorted observations, read from runs that are sorted each for itself.

/// Observations in the order of their key, as an `ObservationSorter` gives them.
public struct SortedObservations: Sendable {
  /// How many there are.
  public let count: Int
  private let runs: [SortedRun]

  init(count: Int, _ runs: [SortedRun]) {
    self.count = count
    self.runs = runs
  }

  /// Observations of the first lines of a file together with those of the other lines.
  ///
  /// - Parameters:
  ///   - other: those of the other lines, which are counted from 1.
  ///   - lines: how many lines come before.
  /// - Returns: all observations.
  public func joined(with other: SortedObservations, after lines: Int) -> SortedObservations {
    let others = other.runs.map { run in
      var run = run
      run.linesBefore = Int32(clamping: lines)
      return run
    }
    return SortedObservations(count: count + other.count, runs + others)
  }

  /// No observations.
  public static let none = SortedObservations(count: 0, [])

  /// Begins to read them.
  func reader() throws -> Reader {
    try Reader(runs)
  }

  /// Reads sorted observations, once.
  struct Reader: ~Copyable {
    private var runs: [RunReader] = []
    /// What comes next in each run, and its number: a heap.
    private var heap: [(key: PackedObservation.Key, run: Int)] = []

    init(_ runs: [SortedRun]) throws {
      for run in runs {
        var reader = RunReader(run, among: runs.count)
        if try reader.advance() {
          heap.append((reader.head.key, self.runs.count))
          self.runs.append(reader)
        }
      }
      for position in heap.indices.reversed() { sink(position) }
    }

    /// What comes next; nil after the last.
    var head: PackedObservation? { heap.first.map { runs[$0.run].head } }

    /// What comes next says this beyond its value.
    func withRest<T>(_ body: (UnsafeRawBufferPointer) -> T) -> T {
      guard let first = heap.first, runs[first.run].head.rest > 0 else {
        return ObservationRest.plain.withUnsafeBytes(body)
      }
      return runs[first.run].withRest(body)
    }

    /// Goes to the next.
    mutating func advance() throws {
      guard let first = heap.first else { return }
      if try runs[first.run].advance() {
        heap[0].key = runs[first.run].head.key
      } else {
        guard let last = heap.popLast(), !heap.isEmpty else { return }
        heap[0] = last
      }
      if heap.count > 1 { sink(0) }
    }

    private mutating func sink(_ start: Int) {
      let count = heap.count
      heap.withUnsafeMutableBufferPointer { heap in
        var position = start
        let sinking = heap[position]
        while true {
          var child = 2 * position + 1
          guard child < count else { break }
          if child + 1 < count, Self.isBefore(heap[child + 1], heap[child]) { child += 1 }
          guard Self.isBefore(heap[child], sinking) else { break }
          heap[position] = heap[child]
          position = child
        }
        heap[position] = sinking
      }
    }

    /// Runs came one after the other, and so did observations of one key.
    private static func isBefore(
      _ one: (key: PackedObservation.Key, run: Int), _ other: (key: PackedObservation.Key, run: Int)
    ) -> Bool {
      one.key == other.key ? one.run < other.run : one.key < other.key
    }
  }
}
