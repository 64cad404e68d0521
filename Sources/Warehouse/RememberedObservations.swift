// What a large file said, set down as it was sorted: if the warehouse still holds that, which a digest
// tells, the next version of the file is compared with it, and millions of rows need not come from the
// server.

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension SortedObservations {
  /// How many rows are written at once.
  private static let piece = 1 << 14

  /// Sets the observations down; those that are more than a value are not remembered.
  ///
  /// - Parameters:
  ///   - path: of the file, which is replaced.
  ///   - folder: where it is written before.
  /// - Throws: `SpillError`.
  public func remember(at path: String, through folder: String) throws {
    try SpillFile.replace(path, through: folder) { file in
      var bytes = [UInt8](repeating: 0, count: Self.piece * RunWriter.longest)
      var observations = try reader()
      var last: PackedObservation.Key?
      var end = MemoryLayout<Int>.size
      try withUnsafeBytes(of: count) { try file.write($0, at: 0) }
      while observations.head != nil {
        let count = try bytes.withUnsafeMutableBytes { bytes in
          var writer = RunWriter(bytes, after: last)
          for _ in 0..<Self.piece {
            guard let row = observations.head else { break }
            guard row.rest == 0, row.figure != nil else {
              throw SpillError(path: path, code: EINVAL)
            }
            writer.add(PackedObservation(key: row.key, value: row.value, line: 0), rest: nil)
            last = row.key
            try observations.advance()
          }
          return writer.count
        }
        try bytes[..<count].withUnsafeBytes { try file.write($0, at: end) }
        end += count
      }
    }
  }

  /// Opens what was remembered.
  ///
  /// - Parameter path: of the file.
  /// - Returns: the observations, which may be anything, and their digest; nil where they cannot be read.
  static func remembered(at path: String) -> (SortedObservations, ObservationDigest)? {
    guard let file = try? SpillFile(opening: path) else { return nil }
    var count = 0
    let head = MemoryLayout<Int>.size
    guard file.size > head,
      (try? withUnsafeMutableBytes(of: &count) { try file.read($0, at: 0) }) != nil
    else { return nil }
    let run = SortedRun(offset: head, left: file.size - head, spill: file)
    let observations = SortedObservations(count: count, [run])
    guard let digest = try? observations.digest(), digest.rows == count else { return nil }
    return (observations, digest)
  }

  private func digest() throws -> ObservationDigest {
    var digest = ObservationDigest()
    var observations = try reader()
    while let row = observations.head {
      digest.add(row)
      try observations.advance()
    }
    return digest
  }
}
