// Files that are text, as UTF-8: those that are so already, and those whose encoding somebody declared.

/// A text file as UTF-8.
struct TextFile: ~Copyable {
  /// The text, without a byte order mark.
  let text: String

  private let path: String
  /// Holds the converted file.
  private let conversion: Conversion?

  private static let converted = "converted"

  /// Where the text lies as UTF-8.
  var utf8Path: String {
    switch conversion {
    case .some(let conversion): conversion.fullPath(Self.converted)
    case .none: path
    }
  }

  /// Reads a text file.
  ///
  /// - Parameters:
  ///   - path: where it lies.
  ///   - encoding: its encoding as iconv knows it; nil for UTF-8.
  ///   - limits: how long it may be.
  /// - Returns: the text.
  /// - Throws: `DocumentError.notUTF8` with a guess where no encoding is declared, `.notInEncoding`,
  ///   `.noDocument` where a NUL stands in it, `.tooLong`, `.unreadable`.
  static func open(
    path: String, encoding: String?, limits: DocumentLimits
  ) throws(DocumentError) -> TextFile {
    let isForeign = encoding.map { !["UTF-8", "UTF8"].contains($0.uppercased()) } ?? false
    guard isForeign, let encoding else {
      return TextFile(text: try text(at: path, path, limits), path: path, conversion: nil)
    }
    guard try ByteStream(path: path).size <= limits.text else {
      throw .tooLong(path: path, limit: limits.text)
    }
    let conversion = try Conversion(of: path, kind: "chiso-text-")
    do {
      try conversion.run(
        "iconv",
        ["--from-code=\(encoding)", "--to-code=UTF-8", "--output=\(converted)", conversion.source],
        limits: limits.program)
    } catch .notConverted(_, let reason) {
      throw .notInEncoding(path: path, encoding: encoding, reason: reason)
    }
    let text = try text(at: conversion.fullPath(converted), path, limits)
    return TextFile(text: text, path: path, conversion: conversion)
  }

  private init(text: String, path: String, conversion: consuming Conversion?) {
    self.text = text
    self.path = path
    self.conversion = conversion
  }

  private static func text(
    at file: String, _ path: String, _ limits: DocumentLimits
  ) throws(DocumentError) -> String {
    var stream = try ByteStream(path: file)
    guard stream.size <= limits.text, var bytes = try stream.all(limit: limits.text) else {
      throw .tooLong(path: path, limit: limits.text)
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    let text = try ForeignBytes.text(of: bytes, path: path)
    guard !bytes.contains(0) else { throw .noDocument(path: path, seems: "binary data") }
    return text
  }
}
