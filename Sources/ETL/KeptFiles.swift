// Source files as received, kept under their SHA-256, so that every figure can be followed to its bytes.

import Crypto
public import Documents
import FoundationEssentials
import Warehouse

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A folder in which source files are kept by their hash.
public struct KeptFiles: Sendable, Hashable {
  /// A file that is kept.
  public struct Entry: Sendable, Hashable {
    /// SHA-256 of the bytes, hex.
    public let sha256: String
    /// Bytes.
    public let size: Int
    /// Checksum of the bytes, by which another reading of the file is known to be of the same.
    public let checksum: FileChecksum
    /// Where the bytes lie.
    public let path: String
  }

  /// What can go wrong with the folder, as the system says it.
  public struct Failure: Error, Sendable, Hashable {
    /// The path that could not be written.
    public let path: String
    /// The system's error number.
    public let code: Int32
    /// The system's reason.
    public var reason: String { String(cString: strerror(code)) }
    /// Whether there is no room.
    public var isFull: Bool { code == ENOSPC || code == EDQUOT }
    /// Whether it is not permitted.
    public var isNotPermitted: Bool { code == EACCES || code == EPERM || code == EROFS }
  }

  /// Path of the folder.
  public let path: String

  /// Names the folder; it is made when the first file is kept.
  ///
  /// - Parameter path: path of the folder.
  public init(path: String) {
    self.path = path
  }

  /// SHA-256, size and checksum of a file.
  ///
  /// - Parameter path: path of the file.
  /// - Returns: the hash in hex, the bytes, and their checksum.
  /// - Throws: `DocumentError`.
  static func digest(
    of path: String
  ) throws(DocumentError) -> (sha256: String, size: Int, checksum: FileChecksum) {
    var stream = try ByteStream(path: path)
    var hasher = SHA256()
    var size = 0
    while true {
      let piece = try stream.next()
      if piece.isEmpty { break }
      piece.withUnsafeBytes { hasher.update(bufferPointer: $0) }
      size += piece.count
    }
    return (hex(hasher.finalize()), size, stream.checksum)
  }

  /// SHA-256 of a text, hex.
  static func digest(ofText text: String) -> String {
    hex(SHA256.hash(data: Array(text.utf8)))
  }

  private static func hex(_ digest: SHA256Digest) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for byte in digest {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// Copies a file into the folder and makes sure that it stays there.
  ///
  /// What is loaded is then read from the copy, or is known by its checksum to be the same: a file that
  /// somebody changes meanwhile cannot differ from its hash.
  ///
  /// - Parameter source: path of the file.
  /// - Returns: the kept file.
  /// - Throws: `DocumentError` for the file, `Failure` for the folder.
  public func keep(_ source: String) throws -> Entry {
    try makeFolder(path)
    let (temporary, output) = try openIncoming()
    defer {
      close(output)
      unlink(temporary)
    }
    var stream = try ByteStream(path: source)
    var hasher = SHA256()
    var size = 0
    while true {
      let piece = try stream.next()
      if piece.isEmpty { break }
      piece.withUnsafeBytes { hasher.update(bufferPointer: $0) }
      try Self.write(piece, to: output, path: temporary)
      size += piece.count
    }
    let sha256 = Self.hex(hasher.finalize())
    let folder = path + "/" + sha256.prefix(2)
    try makeFolder(folder)
    let final = path(of: sha256)
    guard fsync(output) == 0, rename(temporary, final) == 0 else {
      throw Failure(path: final, code: errno)
    }
    try Self.syncFolder(folder)
    return Entry(sha256: sha256, size: size, checksum: stream.checksum, path: final)
  }

  /// Bytes of a file; nil where it cannot be asked.
  static func size(of path: String) -> Int? {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : nil
  }

  /// A file that was kept before.
  ///
  /// - Parameter sha256: its hash, hex.
  /// - Returns: the kept file; nil where it is gone or no longer what it was.
  func entry(sha256: String) -> Entry? {
    let path = path(of: sha256)
    guard let digest = try? Self.digest(of: path), digest.sha256 == sha256 else { return nil }
    return Entry(sha256: sha256, size: digest.size, checksum: digest.checksum, path: path)
  }

  /// Where the bytes of a hash lie.
  func path(of sha256: String) -> String { "\(path)/\(sha256.prefix(2))/\(sha256)" }

  /// Where is remembered what a large file said that is in a slot.
  func memory(of slot: Int32) -> String { "\(path)/sorted/\(slot)" }

  /// Remembers what a large file said; what cannot be written is not remembered.
  func remember(_ observations: SortedObservations, of slot: Int32) {
    try? makeFolder("\(path)/sorted")
    try? observations.remember(at: memory(of: slot), through: path)
  }

  /// Forgets what was remembered of a slot.
  func forget(_ slot: Int32) {
    unlink(memory(of: slot))
  }

  private static let incoming = ".incoming-"

  /// Makes a file to be filled, held by a lock that goes when its writer does.
  private func openIncoming() throws -> (path: String, descriptor: Int32) {
    while true {
      let temporary = "\(path)/\(Self.incoming)\(UInt64.random(in: .min ... .max))"
      let output = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o640)
      guard output >= 0 else { throw Failure(path: path, code: errno) }
      // Where there are no locks nobody can take it for a leftover either.
      let isTaken = flock(output, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK
      var status = stat()
      // Somebody who clears may have come before the lock.
      if !isTaken, fstat(output, &status) == 0, status.st_nlink > 0 { return (temporary, output) }
      close(output)
      unlink(temporary)
    }
  }

  /// Removes files that were half-written when their writers were killed.
  ///
  /// Nothing else than room is lost where that cannot be done.
  func removeLeftovers() {
    for name in (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    where name.hasPrefix(Self.incoming) {
      let file = open("\(path)/\(name)", O_RDONLY | O_CLOEXEC)
      guard file >= 0 else { continue }
      if flock(file, LOCK_EX | LOCK_NB) == 0 { unlink("\(path)/\(name)") }
      close(file)
    }
  }

  private func makeFolder(_ folder: String) throws {
    if mkdir(folder, 0o750) == 0 { return try Self.syncFolder(Self.parent(of: folder)) }
    if errno == EEXIST { return }
    guard errno == ENOENT, Self.parent(of: folder) != folder else {
      throw Failure(path: folder, code: errno)
    }
    try makeFolder(Self.parent(of: folder))
    try makeFolder(folder)
  }

  private static func parent(of folder: String) -> String {
    guard let slash = folder.lastIndex(of: "/") else { return "." }
    return slash == folder.startIndex ? "/" : String(folder[..<slash])
  }

  private static func write(_ piece: ArraySlice<UInt8>, to output: Int32, path: String) throws {
    var rest = piece
    while !rest.isEmpty {
      #if canImport(Glibc)
        let count = rest.withUnsafeBytes { Glibc.write(output, $0.baseAddress, $0.count) }
      #elseif canImport(Musl)
        let count = rest.withUnsafeBytes { Musl.write(output, $0.baseAddress, $0.count) }
      #else
        let count = rest.withUnsafeBytes { Darwin.write(output, $0.baseAddress, $0.count) }
      #endif
      if count < 0 {
        if errno == EINTR { continue }
        throw Failure(path: path, code: errno)
      }
      rest = rest.dropFirst(count)
    }
  }

  private static func syncFolder(_ folder: String) throws {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Failure(path: folder, code: errno) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw Failure(path: folder, code: errno) }
  }
}
