// What kind of document a file is: its bytes say it first, its name where bytes cannot.

/// Kinds of documents whose text can be read.
enum DocumentKind: Sendable, Hashable {
  case text, html, pdf, image, docx, odt

  /// How files begin that are known by that.
  private static let beginnings: [([UInt8], DocumentKind)] = [
    (Array("%PDF-".utf8), .pdf), ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], .image),
    ([0xFF, 0xD8, 0xFF], .image), ([0x49, 0x49, 0x2A, 0], .image), ([0x4D, 0x4D, 0, 0x2A], .image),
  ]

  /// Kinds by the ending of a name; a text of any other ending is a text.
  private static let endings: [String: DocumentKind] = [
    "html": .html, "htm": .html, "xhtml": .html, "pdf": .pdf, "docx": .docx, "odt": .odt,
    "png": .image, "jpg": .image, "jpeg": .image, "tif": .image, "tiff": .image,
  ]

  /// XML that an office document may unpack to; a long plan has one or two MiB.
  private static let longestXML = 256 << 20

  /// Tells the kind of a file.
  ///
  /// - Parameters:
  ///   - stream: the file.
  ///   - path: where it lies, for errors.
  ///   - name: its name.
  /// - Returns: the kind.
  /// - Throws: `DocumentError.noDocument`, `.empty`, `.tooExpensive` for an archive that says it
  ///   unpacks to more than any document, `.unreadable`.
  static func of(
    _ stream: borrowing ByteStream, path: String, name: String
  ) throws(DocumentError) -> DocumentKind {
    let head = try stream.bytes(at: 0, count: min(stream.size, 4_096))
    guard !head.isEmpty else { throw .empty(path: path) }
    for (mark, kind) in beginnings where head.starts(with: mark) { return kind }
    let ending = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
    let named = endings[ending]
    if named == .pdf, holds(Array("%PDF-".utf8), head.prefix(1_024)) { return .pdf }
    if head.starts(with: "PK\u{03}\u{04}".utf8) {
      return try ofArchive(stream, head, path: path, named: named)
    }
    if head.starts(with: #"{\rtf"#.utf8) { throw .noDocument(path: path, seems: "RTF") }
    switch ForeignBytes.atStart(of: head[...]) {
    case .format(let format): throw .noDocument(path: path, seems: format)
    case .encoding, nil: break
    }
    if isPage(head) { return .html }
    switch named {
    case .html: return .html
    case .text, nil: return .text
    case .pdf, .image, .docx, .odt: throw .noDocument(path: path, seems: "text")
    }
  }

  private static func ofArchive(
    _ stream: borrowing ByteStream, _ head: [UInt8], path: String, named: DocumentKind?
  ) throws(DocumentError) -> DocumentKind {
    guard let directory = try ZipDirectory(stream) else {
      if named == .docx || named == .odt { return named ?? .docx }
      throw .noDocument(path: path, seems: "ZIP")
    }
    let xml = directory.entries.filter { $0.name.hasSuffix(".xml") || $0.name.hasSuffix(".rels") }
    guard xml.reduce(0, { $0 + $1.length }) <= longestXML else { throw .tooExpensive(path: path) }
    // OpenDocument begins with its type, stored as it is behind 30 bytes and the name.
    let type = head.dropFirst(30).prefix(47)
    if type.starts(with: "mimetypeapplication/vnd.oasis.opendocument.text".utf8) { return .odt }
    if directory.entries.contains(where: { $0.name.hasPrefix("word/") }) { return .docx }
    throw .noDocument(path: path, seems: "ZIP (.xlsx, .ods, ...)")
  }

  /// Whether a text begins as a web page does; comments and declarations may stand before.
  private static func isPage(_ head: [UInt8]) -> Bool {
    var text = String(decoding: head, as: UTF8.self)[...]
    if text.first == "\u{FEFF}" { text.removeFirst() }
    while true {
      text = text.drop(while: \.isWhitespace)
      let lead = text.prefix(14).lowercased()
      if lead.hasPrefix("<html") || lead.hasPrefix("<!doctype html") { return true }
      let end = lead.hasPrefix("<?xml") ? "?>" : lead.hasPrefix("<!--") ? "-->" : ""
      guard !end.isEmpty, let found = text.firstRange(of: end) else { return false }
      text = text[found.upperBound...]
    }
  }

  private static func holds(_ words: [UInt8], _ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.indices.contains { bytes[$0...].starts(with: words) }
  }
}
