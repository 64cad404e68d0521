// How far a long file has come. The clock is asked once in thousands of rows, so that nobody who loads
// millions of them waits for it.

/// How far a file has come.
public struct LoadProgress: Sendable, Hashable {
  /// What is done with the file.
  public enum Phase: String, Sendable, Hashable {
    /// Its rows are read and given to the server.
    case reading
    /// The server compares and merges what was read.
    case merging
  }

  /// Path as declared.
  public let file: String
  /// What is done with it.
  public let phase: Phase
  /// Rows read.
  public let rows: Int
  /// Bytes read.
  public let bytes: Int
  /// Bytes of the file.
  public let size: Int
  /// Seconds since its reading began.
  public let seconds: Double

  /// Rows read in a second.
  public var rate: Double { seconds > 0 ? Double(rows) / seconds : 0 }

  /// Seconds until all is read, as fast as until now; nil before anything is.
  public var rest: Double? {
    bytes > 0 ? seconds * Double(max(0, size - bytes)) / Double(bytes) : nil
  }

  /// Says how far a file has come.
  ///
  /// - Parameters:
  ///   - file: path as declared.
  ///   - phase: what is done with it.
  ///   - rows: rows read.
  ///   - bytes: bytes read.
  ///   - size: bytes of the file.
  ///   - seconds: seconds since its reading began.
  public init(
    file: String, phase: Phase, rows: Int, bytes: Int, size: Int, seconds: Double
  ) {
    self.file = file
    self.phase = phase
    self.rows = rows
    self.bytes = bytes
    self.size = size
    self.seconds = seconds
  }
}

/// Tells the progress of one file, from time to time.
final class ProgressClock {
  /// Rows between two looks at the clock; a power of two.
  static let rows = 8_192
  /// What is over sooner needs no telling.
  private static let first = Duration.milliseconds(500)
  private static let pause = Duration.milliseconds(200)

  private let file: String
  private let report: (LoadEvent) -> Void
  private let start = ContinuousClock.now
  private var last: ContinuousClock.Instant?
  private var size = 0

  init(file: String, _ report: @escaping (LoadEvent) -> Void) {
    self.file = file
    self.report = report
  }

  /// Takes how far the reading is.
  func read(rows: Int, bytes: Int, size: Int) {
    self.size = size
    let now = ContinuousClock.now
    guard now - (last ?? start) >= (last == nil ? Self.first : Self.pause) else { return }
    last = now
    tell(.reading, rows: rows, bytes: bytes, size: size, now)
  }

  /// Takes that everything is read.
  func merge(rows: Int) {
    let now = ContinuousClock.now
    guard now - start >= Self.first else { return }
    tell(.merging, rows: rows, bytes: size, size: size, now)
  }

  private func tell(
    _ phase: LoadProgress.Phase, rows: Int, bytes: Int, size: Int, _ now: ContinuousClock.Instant
  ) {
    report(
      .progressed(
        LoadProgress(
          file: file, phase: phase, rows: rows, bytes: bytes, size: size,
          seconds: (now - start) / .seconds(1))))
  }
}
