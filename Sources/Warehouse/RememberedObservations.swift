// What a large file said, set down as it was sorted: if the warehouse still holds that, which a digest
// tells, the next version of the file is compared with it, and millions of rows need not come from the
// server.

import LibPQ
import WarehouseSQL

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
  /// - Returns: the observations; nil where they cannot be read.
  public static func remembered(at path: String) -> RememberedObservations? {
    guard let file = try? SpillFile(opening: path) else { return nil }
    var count = 0
    let head = MemoryLayout<Int>.size
    guard file.size > head,
      (try? withUnsafeMutableBytes(of: &count) { try file.read($0, at: 0) }) != nil
    else { return nil }
    let run = SortedRun(offset: head, left: file.size - head, spill: file)
    let observations = SortedObservations(count: count, [run])
    guard let digest = try? observations.digest(), digest.rows == count else { return nil }
    return RememberedObservations(observations: observations, digest: digest)
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

/// What a slot is remembered to hold, which may be anything until its digest was asked for.
public struct RememberedObservations: Sendable {
  /// The observations, without their lines.
  public let observations: SortedObservations
  private let digest: ObservationDigest

  init(observations: SortedObservations, digest: ObservationDigest) {
    self.observations = observations
    self.digest = digest
  }

  /// Whether a slot holds them and nothing else.
  ///
  /// - Parameters:
  ///   - slot: number of the slot.
  ///   - conninfo: the same database as the load's.
  ///   - alone: whether the server has nothing else to do; else it counts by one process.
  ///   - begun: is called when the question waits for nobody any more. Who merges before that, and waits
  ///     for the answer, may wait for ever: between the two, in the server, may come somebody who wants the
  ///     table for himself.
  /// - Returns: whether it does.
  /// - Throws: `PostgresError`, `WarehouseError`.
  public func areHeld(
    by slot: Int32, _ conninfo: String, alone: Bool, begun: () -> Void = {}
  ) throws -> Bool {
    var session = try Session(conninfo, for: .loading)
    try session.connection.run(
      Statement(
        name: "begin to count",
        text: "begin; lock table warehouse.observation in access share mode"))
    begun()
    if !alone {
      try session.connection.run(
        Statement(name: "count alone", text: "set max_parallel_workers_per_gather = 0"))
    }
    return try session.digest(of: slot) == digest
  }
}

extension Session {
  /// The digest of what a slot holds; nil where some of it is more than a value.
  fileprivate mutating func digest(of slot: Int32) throws -> ObservationDigest? {
    let result = try connection.query(Statement(.slotDigest), [.int32(slot)])
    guard try result.value(0, "others") == 0 else { return nil }
    let bits: Int64 = try result.value(0, "digest")
    return ObservationDigest(
      rows: try result.value(0, "rows"), bits: UInt64(bitPattern: bits))
  }
}
