// Text of pictures through tesseract, with its Vietnamese; pages of PDF files are drawn by pdftoppm first.

/// Recognises text, within a time for all pages together.
struct TextRecognition {
  /// Tesseract's knowledge of Vietnamese, which has a package of its own.
  static let languageFile = "vie.traineddata"

  private let path: String
  private let limits: DocumentLimits
  private let begin = ContinuousClock.now

  private static let page = "page"
  /// Dots an inch at which tesseract reads best, and the most dots of a side: A3 at that.
  private static let (dots, longestSide) = (300.0, 5_000.0)

  init(path: String, limits: DocumentLimits) {
    self.path = path
    self.limits = limits
  }

  /// Reads a picture; a TIFF may hold several pages.
  ///
  /// - Throws: `DocumentError.programMissing`, `.notConverted`, `.tooExpensive`, `.tooLong`.
  static func read(
    path: String, limits: DocumentLimits, onPage: (DocumentText.Progress) -> Void
  ) throws(DocumentError) -> DocumentText {
    let conversion = try Conversion(of: path, kind: "chiso-picture-")
    onPage(.init(page: 1, position: 1, count: 1))
    let recognition = TextRecognition(path: path, limits: limits)
    let text = try recognition.recognize(conversion.source, [], in: conversion)
    var pages = TextPages()
    for page in TextPages.pages(of: text) { pages.add(page: page) }
    return DocumentText(pages, origin: .ocr, recognizedPages: Array(1...max(1, pages.starts.count)))
  }

  /// The text of a page of a PDF.
  ///
  /// - Throws: as `read`.
  mutating func text(
    of scan: PDFText.Scan, in conversion: borrowing Conversion
  ) throws(DocumentError) -> String {
    guard begin.duration(to: .now) < .seconds(limits.recognitionSeconds) else {
      throw .tooExpensive(path: path)
    }
    // A page of any size becomes a picture of bounded size.
    let side = max(scan.size.width, scan.size.height)
    let dots = max(1, Int(min(Self.dots, Self.longestSide * 72 / side)))
    try conversion.run(
      "pdftoppm",
      ["-f", "\(scan.page)", "-l", "\(scan.page)", "-r", "\(dots)", "-gray", "-singlefile"]
        + [conversion.source, Self.page], limits: limits.program)
    let picture = Self.page + ".pgm"
    guard try Self.hasInk(conversion.fullPath(picture)) else { return "" }
    let text = try recognize(picture, ["--dpi", "\(dots)"], in: conversion)
    return text.replacing("\u{0C}", with: "")
  }

  private func recognize(
    _ picture: String, _ options: [String], in conversion: borrowing Conversion
  ) throws(DocumentError) -> String {
    do {
      // One column of lines (--psm 4): by itself tesseract reads some tables column by column.
      try conversion.run(
        "tesseract",
        [picture, Self.page, "-l", "vie", "--psm", "4", "-c", "tessedit_create_tsv=1"] + options,
        limits: limits.program)
    } catch .notConverted where conversion.says(Self.languageFile) {
      throw .programMissing(program: Self.languageFile)
    }
    // The places of a word are some ten times as long as the word.
    return RecognizedWords.text(
      of: try conversion.text(of: Self.page + ".tsv", limit: limits.program.fileBlocks * 512))
  }

  /// Whether anything but paper is in a grey picture; the head of the file is darker than paper, too.
  private static func hasInk(_ path: String) throws(DocumentError) -> Bool {
    var stream = try ByteStream(path: path, pieceSize: 1 << 20)
    var isHead = true
    while true {
      let piece = try stream.next()
      if piece.isEmpty { return false }
      // "P5", width, height and 255, each ended by white space, have some 20 bytes.
      if piece.dropFirst(isHead ? 32 : 0).contains(where: { $0 < 160 }) { return true }
      isHead = false
    }
  }
}
