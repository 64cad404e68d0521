// The text of a document, whatever program wrote it, by line; quotes and line numbers refer to these lines.

/// What a document says, line by line.
///
/// What the lines are made of:
/// - a text: its lines as they are, with the marks composed or not;
/// - a PDF: the columns of its pages as `pdftotext -layout` draws them; pages without text are drawn and
///   recognised by tesseract in Vietnamese, the others are not;
/// - a picture: what tesseract recognises;
/// - Word, OpenDocument and web pages: one line a paragraph, with the numbers of lists that the program
///   made (`1.`, `a)`, `I.`, `-`), and one line a table row, its cells parted by tabs. Lines in a cell
///   are joined by a space. A cell that reaches over several rows or columns stands in the first, the
///   others are empty. Chosen over Markdown, which cuts or drops tables whose cells have several
///   paragraphs, and over HTML, whose rows no person reads. What this loses: fonts, boxes of text,
///   pictures, where pages end, and whether a list said `1)` or `1.`.
///
/// Limits: a file of 256 MiB, of 16 MiB where it is text; 16 MiB of text; 1,000 pages, of which 200 may
/// be recognised, within an hour; per program 60 seconds of processor time and 1 GiB of memory.
public struct DocumentText: Sendable, Equatable {
  /// How text was got from a document.
  public enum Origin: String, Sendable, CaseIterable {
    /// The file is text.
    case text
    /// The text of a PDF; some of its pages may be recognised, see `recognizedPages`.
    case pdf
    /// All of it is recognised from pictures.
    case ocr
    /// pandoc read it: Word, OpenDocument or a web page.
    case pandoc
  }

  /// The page that is recognised next.
  public struct Progress: Sendable, Hashable {
    /// Number of the page in the document, from 1.
    public let page: Int
    /// Which of those that are recognised it is, from 1.
    public let position: Int
    /// How many pages are recognised.
    public let count: Int
  }

  /// Lines from the first, without their ends.
  public let lines: [String]
  /// Lines at which a page begins, from 1, ascending; empty where pages are not known.
  public let pageStarts: [Int]
  /// How it was got.
  public let origin: Origin
  /// Pages that were recognised, from 1, ascending.
  public let recognizedPages: [Int]

  init(
    lines: [String], pageStarts: [Int] = [], origin: Origin, recognizedPages: [Int] = []
  ) {
    self.lines = lines
    self.pageStarts = pageStarts
    self.origin = origin
    self.recognizedPages = recognizedPages
  }

  init(_ pages: TextPages, origin: Origin, recognizedPages: [Int] = []) {
    self.init(
      lines: pages.lines, pageStarts: pages.starts, origin: origin, recognizedPages: recognizedPages
    )
  }

  /// Reads a document.
  ///
  /// - Parameters:
  ///   - path: where the bytes are.
  ///   - name: name of the file, which says its kind where the bytes do not.
  ///   - encoding: encoding of a text or web page as iconv knows it; nil for UTF-8.
  ///   - onPage: told of every page before it is recognised, which takes seconds.
  /// - Returns: its text.
  /// - Throws: `DocumentError`.
  public static func read(
    path: String, name: String, encoding: String? = nil, onPage: (Progress) -> Void = { _ in }
  ) throws(DocumentError) -> DocumentText {
    try read(path: path, name: name, encoding: encoding, limits: DocumentLimits(), onPage: onPage)
  }

  static func read(
    path: String, name: String, encoding: String? = nil, limits: DocumentLimits,
    onPage: (Progress) -> Void = { _ in }
  ) throws(DocumentError) -> DocumentText {
    let stream = try ByteStream(path: path)
    let kind = try DocumentKind.of(stream, path: path, name: name)
    guard stream.size <= limits.file else { throw .tooLong(path: path, limit: limits.file) }
    switch kind {
    case .text:
      let text = try TextFile.open(path: path, encoding: encoding, limits: limits).text
      return DocumentText(text: text)
    case .html:
      let file = try TextFile.open(path: path, encoding: encoding, limits: limits)
      return try OfficeText.read(path: path, input: file.utf8Path, format: "html", limits: limits)
    case .docx: return try OfficeText.read(path: path, input: nil, format: "docx", limits: limits)
    case .odt: return try OfficeText.read(path: path, input: nil, format: "odt", limits: limits)
    case .pdf: return try PDFText.read(path: path, limits: limits, onPage: onPage)
    case .image: return try TextRecognition.read(path: path, limits: limits, onPage: onPage)
    }
  }

  /// The lines of a text that is there; a form feed begins a page.
  private init(text: String) {
    let parts = TextPages.pages(of: text)
    var pages = TextPages()
    for part in parts { pages.add(page: part) }
    self.init(
      lines: pages.lines, pageStarts: parts.count > 1 ? pages.starts : [], origin: .text)
  }
}

/// How much a document may take.
struct DocumentLimits: Sendable {
  /// Bytes of a text file, and of the text of any other document.
  var text = 16 << 20
  /// Bytes of a document.
  var file = 256 << 20
  /// Pages of a PDF.
  var pages = 1_000
  /// Pages that are recognised.
  var recognizedPages = 200
  /// Seconds on the clock for all pages that are recognised.
  var recognitionSeconds = 3_600
  /// What each program may take; it may write 64 MiB.
  var program = ProgramLimits(fileBlocks: 1 << 17)
}
