// Stopping, and telling how things are.

import FoundationEssentials

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension EmbeddedCluster {
  /// How things are with a cluster.
  public struct Status: Sendable, Hashable {
    /// The server's process; nil if it does not run.
    public let processID: Int?
    /// The major version that wrote the data; nil if no data were made yet.
    public let version: Int?
    /// The folder that holds the data.
    public let dataFolder: String
    /// The folder of the socket.
    public let socketFolder: String
    /// What all files of the data folder take up, in bytes.
    public let bytesOnDisk: Int

    /// Whether the server runs.
    public var isRunning: Bool { processID != nil }
  }

  /// Whether its server runs; cheap, for who waits.
  public var isRunning: Bool {
    PostmasterFile(dataFolder: dataFolder)?.isServerRunning ?? false
  }

  /// Looks at the cluster without touching it.
  public var status: Status {
    let file = PostmasterFile(dataFolder: dataFolder)
    let processID = file.flatMap { $0.isServerRunning ? $0.processID : nil }
    return Status(
      processID: processID.map { Int($0) }, version: clusterMajor(), dataFolder: dataFolder,
      socketFolder: socketFolder, bytesOnDisk: bytesOnDisk())
  }

  /// Stops the server: open transactions are rolled back, clients cut off, nothing committed lost.
  ///
  /// - Returns: Whether there was a server to stop.
  /// - Throws: `stopFailed`, or why its programs cannot be run.
  @discardableResult
  public func stop() async throws -> Bool {
    guard let file = PostmasterFile(dataFolder: dataFolder), file.isServerRunning else {
      return false
    }
    let user = try ServerUser.current()
    let lock = try await HomeLock(path: home + "/lock", user: user)
    let programs = try await PostgresPrograms.find(major: clusterMajor(), in: search)
    try await stopLocked(programs, user)
    withExtendedLifetime(lock) {}
    return true
  }

  func stopLocked(_ programs: PostgresPrograms, _ user: ServerUser) async throws {
    let socketFolder = self.socketFolder
    let run = try await programs.run(
      "pg_ctl", ["stop", "--mode=fast", "--wait", "--timeout=120", "-D", dataFolder], as: user)
    guard run.isSuccess else {
      guard let file = PostmasterFile(dataFolder: dataFolder), file.isServerRunning else { return }
      throw EmbeddedPostgresError.stopFailed(output: run.output)
    }
    // Empty by now; a folder that holds anything else stays.
    rmdir(socketFolder)
  }

  private func bytesOnDisk() -> Int {
    let manager = FileManager.default
    let files = (try? manager.subpathsOfDirectory(atPath: dataFolder)) ?? []
    return files.reduce(0) { sum, file in
      var status = stat()
      guard lstat("\(dataFolder)/\(file)", &status) == 0 else { return sum }
      return sum + Int(status.st_blocks) * 512
    }
  }
}
