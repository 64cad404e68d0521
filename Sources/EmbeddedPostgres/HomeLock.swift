// One process at a time makes, starts or stops the cluster of a home folder.

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A lock on a file, held until the value goes; the kernel drops it if the process dies.
struct HomeLock: ~Copyable {
  private let descriptor: CInt

  /// Waits for the lock without blocking a thread, since the holder may need it to go on.
  ///
  /// - Throws: `busy` after two minutes, `notWritable` if the file cannot be made.
  init(path: String, user: ServerUser) async throws {
    // Close-on-exec, or the server would inherit the descriptor and with it the lock.
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw EmbeddedPostgresError.notWritable(
        path: path, reason: String(cString: strerror(errno)))
    }
    // Root's lock must not lock out the server's user himself.
    if user.mustSwitch { fchown(descriptor, user.userID, user.groupID) }
    do {
      let deadline = ContinuousClock.now + .seconds(120)
      while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
        guard ContinuousClock.now < deadline else { throw EmbeddedPostgresError.busy(lock: path) }
        try await Task.sleep(for: .milliseconds(10))
      }
    } catch {
      close(descriptor)
      throw error
    }
    self.descriptor = descriptor
  }

  deinit {
    close(descriptor)
  }
}
