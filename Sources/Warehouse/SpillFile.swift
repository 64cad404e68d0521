// Room on the disk for what is sorted: what does not fit into the memory that a load may have, and what is
// remembered of it.

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What can go wrong with a folder that things are set aside in, as the system says it.
public struct SpillError: Error, Sendable, Hashable {
  /// The folder.
  public let folder: String
  /// The system's error number.
  public let code: Int32
  /// The system's reason.
  public var reason: String { String(cString: strerror(code)) }
  /// Whether there is no room.
  public var isFull: Bool { code == ENOSPC || code == EDQUOT }
}

/// A file that is written and read anywhere.
final class SpillFile: Sendable {
  private let descriptor: Int32
  let folder: String

  /// Makes a file without a name: it is gone when nobody reads it any more, also where the program was
  /// killed.
  init(folder: String) throws {
    var path = Array("\(folder)/.incoming-XXXXXX".utf8CString)
    let descriptor = path.withUnsafeMutableBufferPointer { path -> Int32 in
      guard let start = path.baseAddress else { return -1 }
      let descriptor = mkstemp(start)
      if descriptor >= 0 { unlink(start) }
      return descriptor
    }
    guard descriptor >= 0 else { throw SpillError(folder: folder, code: errno) }
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    self.descriptor = descriptor
    self.folder = folder
  }

  /// Makes a file that stays, in the place of one that may be there.
  init(replacing path: String) throws {
    descriptor = open(path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0o640)
    folder = path
    guard descriptor >= 0 else { throw SpillError(folder: path, code: errno) }
  }

  /// Opens a file that was made so.
  init(opening path: String) throws {
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    folder = path
    guard descriptor >= 0 else { throw SpillError(folder: path, code: errno) }
  }

  /// Bytes of the file.
  var size: Int {
    var status = stat()
    return fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
  }

  deinit {
    close(descriptor)
  }

  /// Writes bytes where they are looked for later.
  func write(_ bytes: UnsafeRawBufferPointer, at offset: Int) throws {
    var done = 0
    while done < bytes.count {
      let count = pwrite(
        descriptor, bytes.baseAddress.map { $0 + done }, bytes.count - done, off_t(offset + done))
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw SpillError(folder: folder, code: count < 0 ? errno : ENOSPC) }
      done += count
    }
  }

  /// Reads bytes that were written.
  func read(_ bytes: UnsafeMutableRawBufferPointer, at offset: Int) throws {
    var done = 0
    while done < bytes.count {
      let count = pread(
        descriptor, bytes.baseAddress.map { $0 + done }, bytes.count - done, off_t(offset + done))
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw SpillError(folder: folder, code: count < 0 ? errno : EIO) }
      done += count
    }
  }
}
