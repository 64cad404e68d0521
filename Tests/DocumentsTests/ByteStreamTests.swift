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
