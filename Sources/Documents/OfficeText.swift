// Word, OpenDocument and web pages through pandoc, which reads no other file and no address (--sandbox,
// pandoc 2.15 or later).

/// Documents that pandoc reads.
enum OfficeText {
  private static let output = "text.html"

  /// Reads a document.
  ///
  /// - Parameters:
  ///   - path: the document.
  ///   - input: the file that pandoc reads, where that is another.
  ///   - format: its format, as pandoc calls it.
  ///   - limits: how much it may take.
  /// - Returns: its text.
  /// - Throws: `DocumentError.programMissing`, `.notConverted`, `.tooExpensive`, `.tooLong`.
  static func read(
    path: String, input: String?, format: String, limits: DocumentLimits
  ) throws(DocumentError) -> DocumentText {
    let conversion = try Conversion(of: path, input: input, kind: "chiso-document-")
    try conversion.run(
      "pandoc",
      [
        "--sandbox", "--from=\(format)", "--to=html", "--wrap=none", "--output=\(output)",
        conversion.source,
      ], limits: limits.program)
    // Tags and the addresses of pictures may be far longer than the words.
    let html = try conversion.text(of: output, limit: limits.program.fileBlocks * 512)
    guard let lines = HTMLLines.lines(of: html, limit: limits.text) else {
      throw .tooLong(path: path, limit: limits.text)
    }
    return DocumentText(lines: lines, origin: .pandoc)
  }
}
