// How far a long file has come, on stderr: one line that is drawn again on a terminal, a plain line from
// time to time elsewhere.

import ETL
import RowRendering

/// Shows the progress of files.
final class ProgressLine {
  /// How many seconds lie between two lines where they stay.
  static let pause = 30.0

  private let width: Int?
  private var isShown = false
  private var last: (file: String, seconds: Double)?

  /// Makes a line; nothing is shown yet.
  ///
  /// - Parameter width: columns of the terminal; nil where stderr is none.
  init(width: Int?) {
    self.width = width
  }

  /// Whether the line is drawn again in its place.
  var isDrawn: Bool { width != nil }

  /// Draws the line anew.
  func draw(_ progress: LoadProgress) {
    guard let width else { return }
    Console.draw("\r" + Self.text(progress, width: width - 1) + "\u{1B}[K")
    isShown = true
  }

  /// Takes the line away, before anything else is written.
  func erase() {
    guard isShown else { return }
    Console.draw("\r\u{1B}[K")
    isShown = false
  }

  /// Whether it is time for a line that stays.
  func isTime(for progress: LoadProgress) -> Bool {
    let before = last?.file == progress.file ? last?.seconds ?? 0 : 0
    guard progress.seconds >= before + Self.pause else { return false }
    last = (progress.file, progress.seconds)
    return true
  }

  // MARK: - Text

  /// The line: as much of it as the columns hold, the most telling first.
  static func text(_ progress: LoadProgress, width: Int) -> String {
    let parts = parts(of: progress)
    let name = "  " + printable(progress.file)
    let bar = progress.phase == .reading ? [bar(share(progress))] : []
    let forms = [
      [name] + bar + parts, [name] + parts, [name] + parts.prefix(2), Array(parts.prefix(2)),
      Array(parts.prefix(1)),
    ].map { $0.joined(separator: "  ") }
    return forms.first { DisplayWidth.of($0) <= width } ?? ""
  }

  /// The line where it stays.
  static func plainText(_ progress: LoadProgress) -> String {
    "  \(printable(progress.file)): " + parts(of: progress).joined(separator: ", ")
  }

  private static func parts(of progress: LoadProgress) -> [String] {
    let rows = Notice.progressRows(String(progress.rows))
    guard progress.phase == .reading else { return [Notice.progressMerging(), rows] }
    return [
      "\(Int(share(progress) * 100))%",
      progress.rest.map { Notice.progressRest(clock($0)) } ?? "",
      rows, Notice.progressBytes(megabytes(progress.bytes), megabytes(progress.size)),
      Notice.progressRate(String(Int(progress.rate))),
    ].filter { !$0.isEmpty }
  }

  private static func share(_ progress: LoadProgress) -> Double {
    progress.size > 0 ? min(1, Double(progress.bytes) / Double(progress.size)) : 1
  }

  private static func bar(_ share: Double) -> String {
    let columns = 20
    let full = Int(share * Double(columns))
    return "[" + String(repeating: "#", count: full)
      + String(repeating: "-", count: columns - full) + "]"
  }

  private static func megabytes(_ bytes: Int) -> String {
    formatted(Double(bytes) / 1e6, decimals: 1, decimalMark: Language.current.decimalMark)
  }

  /// Minutes and seconds, or hours, minutes and seconds.
  private static func clock(_ seconds: Double) -> String {
    let whole = Int(min(seconds.rounded(.up), 359_999))
    let (hours, minutes, rest) = (whole / 3600, whole / 60 % 60, whole % 60)
    func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
    return hours > 0 ? "\(hours):\(two(minutes)):\(two(rest))" : "\(minutes):\(two(rest))"
  }
}
