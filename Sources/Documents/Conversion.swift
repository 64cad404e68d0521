// A private folder in which kept programs turn one file into others, and what they say when they cannot.

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The conversion of one file; what the programs wrote goes when it goes.
struct Conversion: ~Copyable {
  /// Full path of the file, links followed, so that no program takes its name for an option.
  let source: String

  private let path: String
  private let folder: HeldFolder

  /// Makes the folder.
  ///
  /// - Parameters:
  ///   - path: the file, as errors name it.
  ///   - input: the file to read, where that is another.
  ///   - kind: what the folder's name begins with.
  /// - Throws: `DocumentError.missing`, `.unreadable`.
  init(of path: String, input: String? = nil, kind: String) throws(DocumentError) {
    _ = try ByteStream(path: path)
    let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    guard let full = realpath(input ?? path, nil) else {
      throw .unreadable(path: path, reason: String(cString: strerror(errno)))
    }
    defer { free(full) }
    guard let folder = HeldFolder(in: parent, kind: kind) else {
      throw .unreadable(path: path, reason: "\(parent): \(String(cString: strerror(errno)))")
    }
    source = String(cString: full)
    self.folder = folder
    self.path = path
  }

  /// Names of what lies in the folder.
  var names: [String] { folder.names }

  /// Full path of a file of the folder.
  func fullPath(_ name: String) -> String { folder.path + "/" + name }

  /// What pandoc, tesseract and leptonica say when they get no more memory.
  private static let shortages = ["out of memory", "bad_alloc", "malloc fail"]

  /// Runs a program in the folder.
  ///
  /// - Throws: `DocumentError.programMissing`, `.notConverted`, `.tooExpensive`.
  func run(
    _ program: String, _ arguments: [String], limits: ProgramLimits
  ) throws(DocumentError) {
    switch LimitedProgram.run(program, arguments, in: folder.path, limits: limits) {
    case .done: return
    case .failed:
      let said = said
      guard !Self.shortages.contains(where: { said.contains($0) }) else {
        throw .tooExpensive(path: path)
      }
      throw .notConverted(path: path, reason: firstMessage ?? "–")
    case .stopped: throw .tooExpensive(path: path)
    case .missing: throw .programMissing(program: program)
    }
  }

  /// The text of a file that a program wrote.
  ///
  /// - Parameters:
  ///   - name: its name in the folder.
  ///   - limit: how many bytes it may have.
  /// - Returns: the text; bytes that are no UTF-8 become U+FFFD, and a NUL, which no text holds, goes.
  /// - Throws: `DocumentError.tooLong`, `.notConverted` where it was not written.
  func text(of name: String, limit: Int) throws(DocumentError) -> String {
    guard access(fullPath(name), F_OK) == 0 else {
      throw .notConverted(path: path, reason: firstMessage ?? "–")
    }
    var stream = try ByteStream(path: fullPath(name))
    guard stream.size <= limit, var bytes = try stream.all(limit: limit) else {
      throw .tooLong(path: path, limit: limit)
    }
    bytes.removeAll { $0 == 0 }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether the last program said these words.
  func says(_ words: String) -> Bool { said.contains(words) }

  /// What the last program said, as far as anybody would read it.
  private var said: String {
    guard var stream = try? ByteStream(path: fullPath(LimitedProgram.messages), pieceSize: 4_096),
      let piece = try? stream.next()
    else { return "" }
    return String(decoding: piece, as: UTF8.self)
  }

  /// The first line that the last program said, without where the file lies.
  var firstMessage: String? {
    let line = said.split(whereSeparator: \.isNewline).first
    return line.map { text in
      // ssconvert: "E file:///folder/name: what is wrong"
      text.hasPrefix("E ")
        ? String(text.split(separator: ": ").last ?? text)
        : String(text.replacing(source + ": ", with: ""))
    }
  }
}
