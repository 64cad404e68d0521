// Text of PDF files through poppler's pdftotext; pages that have none are drawn and recognised.

/// PDF files.
enum PDFText {
  private static let output = "text"

  /// Fewer letters than a page number with its dashes has are no text.
  private static let noLetters = 16
  /// The stamp of a digital signature on a scanned page has fewer letters.
  private static let fewLetters = 400

  /// Reads a PDF.
  ///
  /// - Throws: `DocumentError.encrypted`, `.tooManyPages`, `.tooManyScans`, `.programMissing`,
  ///   `.notConverted`, `.tooExpensive`, `.tooLong`.
  static func read(
    path: String, limits: DocumentLimits, onPage: (DocumentText.Progress) -> Void
  ) throws(DocumentError) -> DocumentText {
    let conversion = try Conversion(of: path, kind: "chiso-pdf-")
    do {
      try conversion.run(
        "pdftotext",
        ["-layout", "-enc", "UTF-8", "-eol", "unix", "-l", String(limits.pages + 1)]
          + [conversion.source, output], limits: limits.program)
    } catch .notConverted where conversion.says("Incorrect password") {
      throw .encrypted(path: path)
    }
    let text = try conversion.text(of: output, limit: limits.text)
    var pages = TextPages.pages(of: text)
    guard pages.count <= limits.pages else { throw .tooManyPages(path: path, limit: limits.pages) }
    let scans = try scans(pages, conversion, limits)
    guard scans.count <= limits.recognizedPages else {
      throw .tooManyScans(path: path, limit: limits.recognizedPages)
    }
    var recognition = TextRecognition(path: path, limits: limits)
    for (index, scan) in scans.enumerated() {
      onPage(.init(page: scan.page, position: index + 1, count: scans.count))
      pages[scan.page - 1] = Substring(try recognition.text(of: scan, in: conversion))
    }
    var lines = TextPages()
    for page in pages { lines.add(page: page) }
    return DocumentText(
      lines, origin: scans.count == pages.count ? .ocr : .pdf,
      recognizedPages: scans.map(\.page))
  }

  /// A page that must be drawn.
  struct Scan: Sendable {
    /// Its number, from 1.
    let page: Int
    /// Its width and height in points.
    let size: (width: Double, height: Double)
  }

  /// The pages without text, and those that a picture covers but for a few words.
  private static func scans(
    _ pages: [Substring], _ conversion: borrowing Conversion, _ limits: DocumentLimits
  ) throws(DocumentError) -> [Scan] {
    let letters = pages.map(letters)
    let doubtful = pages.indices.filter { letters[$0] < fewLetters }
    guard !doubtful.isEmpty else { return [] }
    let sizes = try sizes(pages.count, conversion, limits)
    var covered: [Int: Double] = [:]
    if doubtful.contains(where: { letters[$0] >= noLetters }) {
      covered = try pictures(pages.count, conversion, limits)
    }
    return doubtful.compactMap { index in
      let size = sizes[index + 1] ?? (width: 595, height: 842)
      let isCovered = (covered[index + 1] ?? 0) * 2 >= size.width * size.height
      guard letters[index] < noLetters || isCovered else { return nil }
      return Scan(page: index + 1, size: size)
    }
  }

  private static func letters(_ page: Substring) -> Int {
    var count = 0
    for scalar in page.unicodeScalars where count < fewLetters {
      if scalar.properties.isAlphabetic || scalar.properties.numericType != nil { count += 1 }
    }
    return count
  }

  /// Width and height of pages in points, by number.
  private static func sizes(
    _ count: Int, _ conversion: borrowing Conversion, _ limits: DocumentLimits
  ) throws(DocumentError) -> [Int: (width: Double, height: Double)] {
    try conversion.run(
      "pdfinfo", ["-f", "1", "-l", String(count), conversion.source], limits: limits.program)
    var sizes: [Int: (width: Double, height: Double)] = [:]
    for line in try conversion.text(of: LimitedProgram.messages, limit: limits.text).split(
      separator: "\n")
    {
      // "Page    1 size:  595.28 x 841.89 pts (A4)"
      let words = line.split(separator: " ")
      guard words.count >= 6, words[0] == "Page", words[2] == "size:", let page = Int(words[1]),
        let width = Double(words[3]), let height = Double(words[5]), width > 0, height > 0
      else { continue }
      sizes[page] = (width, height)
    }
    return sizes
  }

  /// How much of each page pictures cover, in square points, by number.
  private static func pictures(
    _ count: Int, _ conversion: borrowing Conversion, _ limits: DocumentLimits
  ) throws(DocumentError) -> [Int: Double] {
    try conversion.run(
      "pdfimages", ["-list", "-l", String(count), conversion.source], limits: limits.program)
    var covered: [Int: Double] = [:]
    for line in try conversion.text(of: LimitedProgram.messages, limit: limits.text).split(
      separator: "\n")
    {
      // page num type width height color comp bpc enc interp object ID x-ppi y-ppi size ratio
      let words = line.split(separator: " ")
      guard words.count >= 14, words[2] == "image" || words[2] == "stencil",
        let page = Int(words[0]), let width = Double(words[3]), let height = Double(words[4]),
        let across = Double(words[12]), let down = Double(words[13]), across > 0, down > 0
      else { continue }
      covered[page, default: 0] += width / across * 72 * (height / down * 72)
    }
    return covered
  }
}
