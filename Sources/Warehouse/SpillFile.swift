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
  /// The folder, or the file in it.
  public let path: String
  /// The system's error number.
  public let code: Int32
}

/// A file that is written and read anywhere.
final class SpillFile: Sendable {
  private let descriptor: Int32
  /// The folder of a file without a name, else the file.
  let path: String

  /// Makes a file without a name: it is gone when nobody reads it any more, also where the program was
  /// killed.
  init(folder: String) throws {
    let (descriptor, name) = try Self.make(in: folder)
    unlink(name)
    self.descriptor = descriptor
    path = folder
  }

  /// Opens a file that was written; nothing else than a file.
  convenience init(opening path: String) throws {
    // Who opens a pipe may wait for ever for somebody who writes.
    try self.init(open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK), path)
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw SpillError(path: path, code: EINVAL)
    }
  }

  private init(_ descriptor: Int32, _ path: String) throws {
    self.descriptor = descriptor
    self.path = path
    guard descriptor >= 0 else { throw SpillError(path: path, code: errno) }
  }

  deinit {
    close(descriptor)
  }

  /// Puts a file in the place of one that may be there, as a whole or not at all.
  ///
  /// - Parameters:
  ///   - path: of the file.
  ///   - folder: where it is written; what is left there by a program that was killed is known by its name.
  ///   - fill: writes it.
  /// - Throws: `SpillError`; what `fill` throws.
  static func replace(_ path: String, through folder: String, _ fill: (SpillFile) throws -> Void)
    throws
  {
    let (descriptor, name) = try make(in: folder)
    do {
      try fill(SpillFile(descriptor, name))
      guard rename(name, path) == 0 else { throw SpillError(path: path, code: errno) }
    } catch {
      unlink(name)
      throw error
    }
  }

  private static func make(in folder: String) throws -> (descriptor: Int32, name: String) {
    var name = Array("\(folder)/.incoming-XXXXXX".utf8CString)
    let descriptor = name.withUnsafeMutableBufferPointer { name in
      name.baseAddress.map { mkstemp($0) } ?? -1
    }
    guard descriptor >= 0 else { throw SpillError(path: folder, code: errno) }
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    return (
      descriptor, String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    )
  }

  /// Bytes of the file.
  var size: Int {
    var status = stat()
    return fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
  }

  /// Writes bytes where they are looked for later.
  func write(_ bytes: UnsafeRawBufferPointer, at offset: Int) throws {
    try all(of: bytes.count, atEnd: ENOSPC) { done in
      pwrite(
        descriptor, bytes.baseAddress.map { $0 + done }, bytes.count - done, off_t(offset + done))
    }
  }

  /// Reads bytes that were written.
  func read(_ bytes: UnsafeMutableRawBufferPointer, at offset: Int) throws {
    try all(of: bytes.count, atEnd: EIO) { done in
      pread(
        descriptor, bytes.baseAddress.map { $0 + done }, bytes.count - done, off_t(offset + done))
    }
  }

  /// Calls until all bytes have gone, again where a signal came between.
  private func all(of count: Int, atEnd: Int32, _ call: (_ done: Int) -> Int) throws {
    var done = 0
    while done < count {
      let gone = call(done)
      if gone < 0, errno == EINTR { continue }
      guard gone > 0 else { throw SpillError(path: path, code: gone < 0 ? errno : atEnd) }
      done += gone
    }
  }
}
