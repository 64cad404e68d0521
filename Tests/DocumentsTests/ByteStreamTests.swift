import Documents
import Testing

@Suite struct ByteStreamTests {
  private func read(
    _ path: String, pieceSize: Int
  ) throws -> (bytes: [UInt8], pieces: [Int]) {
    var stream = try ByteStream(path: path, pieceSize: pieceSize)
    var bytes: [UInt8] = []
    var pieces: [Int] = []
    while true {
      let piece = try stream.next()
      if piece.isEmpty { return (bytes, pieces) }
      bytes += piece
      pieces.append(piece.count)
    }
  }

  @Test func bytesComeInPiecesAndInOrder() throws {
    let file = try TemporaryFile([1, 2, 3, 4, 5, 6, 7])
    let read = try read(file.path, pieceSize: 3)
    #expect(read.bytes == [1, 2, 3, 4, 5, 6, 7])
    #expect(read.pieces == [3, 3, 1])
  }

  /// The same bytes, however they are cut; other bytes, more of them or fewer, another number.
  @Test func checksumTellsReadingsApart() throws {
    let bytes = (0..<1_000).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 / 7) }
    func checksum(_ bytes: [UInt8], _ pieceSize: Int) throws -> FileChecksum {
      let file = try TemporaryFile(bytes)
      var stream = try ByteStream(path: file.path, pieceSize: pieceSize)
      while try !stream.next().isEmpty {}
      return stream.checksum
    }
    let sum = try checksum(bytes, 64 * 1024)
    for size in [1, 3, 8, 13, 999] { #expect(try checksum(bytes, size) == sum) }
    let lines = Array("a,b\n1,2\n3,\"4\"\n".utf8)
    let table = try TemporaryFile(lines)
    var scanner = try DelimitedScanner(path: table.path)
    while try scanner.next() {}
    #expect(try scanner.checksum == checksum(lines, 5))
    var others: Set<FileChecksum> = [sum]
    for index in bytes.indices {
      var changed = bytes
      changed[index] ^= 1
      others.insert(try checksum(changed, 64))
    }
    for count in 0..<20 { others.insert(try checksum([UInt8](repeating: 0, count: count), 64)) }
    others.insert(try checksum(bytes.dropLast(), 64))
    others.insert(try checksum(bytes + [0], 64))
    #expect(others.count == 1 + bytes.count + 20 + 2)
  }

  @Test func endStaysTheEnd() throws {
    let file = try TemporaryFile([9])
    var stream = try ByteStream(path: file.path)
    #expect(try Array(stream.next()) == [9])
    #expect(try stream.next().isEmpty)
    #expect(try stream.next().isEmpty)
  }

  @Test func emptyFileHasNoPiece() throws {
    let file = try TemporaryFile([])
    #expect(try read(file.path, pieceSize: 8).pieces.isEmpty)
  }

  @Test func fileThatIsNotThereIsMissing() throws {
    let path = "/tmp/no-such-folder-for-chiso-tests/figures.csv"
    #expect(throws: DocumentError.missing(path: path)) {
      _ = try ByteStream(path: path)
    }
  }

  @Test func folderIsNoFile() throws {
    #expect(throws: DocumentError.unreadable(path: "/tmp", reason: "Is a directory")) {
      _ = try ByteStream(path: "/tmp")
    }
  }

  @Test func partOfThePathThatIsAFileIsUnreadable() throws {
    let file = try TemporaryFile([1])
    let path = file.path + "/inside.csv"
    #expect(throws: DocumentError.unreadable(path: path, reason: "Not a directory")) {
      _ = try ByteStream(path: path)
    }
  }
}
