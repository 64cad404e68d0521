// The bytes of a file in pieces, so that no file is ever held in memory.

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file that is read from its beginning to its end, once.
public struct ByteStream: ~Copyable {
  /// Bytes of the file when it was opened.
  public let size: Int

  /// Checksum of the bytes that were read so far, one after the other.
  public var checksum: FileChecksum {
    FileChecksum(first: first ?? sum.value, second: first == nil ? 0 : sum.value)
  }

  private let descriptor: Int32
  private let path: String
  private var buffer: [UInt8]
  private var sum = ByteChecksum()
  /// Checksum of the first half, once it is read.
  private var first: UInt64?
  private var position = 0

  /// Opens a file.
  ///
  /// - Parameters:
  ///   - path: path of the file.
  ///   - pieceSize: bytes read at a time.
  /// - Throws: `DocumentError.missing` or `.unreadable`.
  public init(path: String, pieceSize: Int = 64 * 1024) throws(DocumentError) {
    // Not blocking: to open a pipe that nobody writes would wait for ever.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      let code = errno
      throw code == ENOENT
        ? .missing(path: path) : .unreadable(path: path, reason: Self.reason(code))
    }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw .unreadable(
        path: path,
        reason: status.st_mode & S_IFMT == S_IFDIR ? Self.reason(EISDIR) : "not a regular file")
    }
    self.descriptor = descriptor
    self.path = path
    size = Int(status.st_size)
    buffer = [UInt8](repeating: 0, count: pieceSize)
  }

  deinit {
    close(descriptor)
  }

  /// Reads the next piece.
  ///
  /// - Returns: the bytes; empty at the end of the file.
  /// - Throws: `DocumentError.unreadable`.
  public mutating func next() throws(DocumentError) -> ArraySlice<UInt8> {
    let descriptor = descriptor
    let count = try Self.counted(path) {
      buffer.withUnsafeMutableBytes { systemRead(descriptor, $0.baseAddress, $0.count) }
    }
    note(buffer[0..<count])
    return buffer[0..<count]
  }

  /// Reads as much as fits into the end of an array.
  ///
  /// - Parameters:
  ///   - bytes: the array.
  ///   - start: where to begin in it.
  /// - Returns: how many bytes were read; 0 at the end of the file.
  /// - Throws: `DocumentError.unreadable`.
  mutating func read(into bytes: inout [UInt8], from start: Int) throws(DocumentError) -> Int {
    let descriptor = descriptor
    let count = try Self.counted(path) {
      bytes.withUnsafeMutableBytes { bytes in
        systemRead(descriptor, bytes.baseAddress.map { $0 + start }, bytes.count - start)
      }
    }
    note(bytes[start..<start + count])
    return count
  }

  /// Adds bytes to the checksum of their half.
  private mutating func note(_ bytes: ArraySlice<UInt8>) {
    defer { position += bytes.count }
    let half = size / 2
    guard first == nil, position + bytes.count > half,
      let end = bytes[(bytes.startIndex + max(0, half - position))...].firstIndex(of: lineFeed)
    else { return bytes.withUnsafeBytes { sum.add($0) } }
    bytes[...end].withUnsafeBytes { sum.add($0) }
    first = sum.value
    sum = ByteChecksum()
    bytes[(end + 1)...].withUnsafeBytes { sum.add($0) }
  }

  /// Where the second half of a file begins: with the first line that begins behind its middle.
  ///
  /// - Parameter path: path of the file.
  /// - Returns: how many bytes come before; nil where there is no such line.
  /// - Throws: `DocumentError`.
  public static func middle(of path: String) throws(DocumentError) -> Int? {
    let stream = try ByteStream(path: path)
    var offset = stream.size / 2
    while true {
      let bytes = try stream.bytes(at: offset, count: 64 * 1024)
      if bytes.isEmpty { return nil }
      if let end = bytes.firstIndex(of: lineFeed) { return offset + end + 1 }
      offset += bytes.count
    }
  }

  /// Goes to where the second half begins; its checksum is the second of `checksum`.
  mutating func begin(at middle: Int) throws(DocumentError) {
    guard lseek(descriptor, off_t(middle), SEEK_SET) >= 0 else {
      throw .unreadable(path: path, reason: Self.reason(errno))
    }
    position = middle
    first = 0
    sum = ByteChecksum()
  }

  /// Reads the rest of a small file.
  ///
  /// - Parameter limit: how many bytes it may have.
  /// - Returns: the bytes; nil where there are more, whatever the file said of its size.
  /// - Throws: `DocumentError.unreadable`.
  mutating func all(limit: Int) throws(DocumentError) -> [UInt8]? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(min(size, limit))
    while true {
      let piece = try next()
      if piece.isEmpty { return bytes }
      guard bytes.count + piece.count <= limit else { return nil }
      bytes += piece
    }
  }

  /// Reads bytes from anywhere in the file.
  ///
  /// - Parameters:
  ///   - offset: where they begin.
  ///   - count: how many.
  /// - Returns: the bytes; fewer where the file ends before.
  /// - Throws: `DocumentError.unreadable`.
  func bytes(at offset: Int, count: Int) throws(DocumentError) -> [UInt8] {
    let descriptor = descriptor
    var bytes = [UInt8](repeating: 0, count: count)
    var filled = 0
    while filled < count {
      let begin = filled
      let read = try Self.counted(path) {
        bytes.withUnsafeMutableBytes { bytes in
          pread(
            descriptor, bytes.baseAddress.map { $0 + begin }, count - begin, off_t(offset + begin))
        }
      }
      if read == 0 { break }
      filled += read
    }
    bytes.removeSubrange(filled...)
    return bytes
  }

  /// The bytes that a call read, made again where a signal came between.
  private static func counted(_ path: String, _ call: () -> Int) throws(DocumentError) -> Int {
    while true {
      let count = call()
      if count >= 0 { return count }
      let code = errno
      guard code == EINTR else {
        throw .unreadable(path: path, reason: reason(code))
      }
    }
  }

  private static func reason(_ code: Int32) -> String {
    String(cString: strerror(code))
  }
}

private let lineFeed = UInt8(ascii: "\n")

private func systemRead(
  _ descriptor: Int32, _ bytes: UnsafeMutableRawPointer?, _ count: Int
) -> Int {
  #if canImport(Glibc)
    Glibc.read(descriptor, bytes, count)
  #elseif canImport(Musl)
    Musl.read(descriptor, bytes, count)
  #else
    Darwin.read(descriptor, bytes, count)
  #endif
}
