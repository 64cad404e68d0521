// What can be wrong with a file before anybody asks what it means.

/// An error about a file that is read.
public enum DocumentError: Error, Sendable, Hashable {
  /// The file is not there.
  case missing(path: String)
  /// The system refused to open or read it; payload: its reason.
  case unreadable(path: String, reason: String)
  /// The file lies outside the folder that it must lie in; payload: where a link leads.
  case outside(path: String, target: String)
  /// The file has no bytes or no header.
  case empty(path: String)
  /// The bytes from this line on are not UTF-8; payload: what they seem to be.
  case notUTF8(path: String, line: Int, seems: ForeignBytes? = nil)
  /// A file that is read as a whole is longer than this many bytes.
  case tooLong(path: String, limit: Int)
  /// The file is no document that can be read; payload: what it seems to be.
  case noDocument(path: String, seems: String)
  /// The bytes are not in the encoding that was declared; payload: what iconv says.
  case notInEncoding(path: String, encoding: String, reason: String)
  /// The document opens with a password only.
  case encrypted(path: String)
  /// The document has more pages than this.
  case tooManyPages(path: String, limit: Int)
  /// More pages than this have no text and would have to be recognised.
  case tooManyScans(path: String, limit: Int)
  /// A quote that opens on this line is never closed.
  case openQuote(path: String, line: Int)
  /// A quote closes in the middle of a field.
  case strayQuote(path: String, line: Int)
  /// A row has more or fewer fields than the header.
  case wrongFieldCount(path: String, line: Int, found: Int, expected: Int)
  /// A row is longer than any table row can be.
  case rowTooLong(path: String, line: Int)
  /// A program that reads such files is not installed.
  case programMissing(program: String)
  /// The program could not read the file; payload: what it said.
  case notConverted(path: String, reason: String)
  /// The program needed more time, memory or room than any such file may.
  case tooExpensive(path: String)
  /// A workbook has no sheet of this name; payload: those that it has.
  case sheetMissing(path: String, sheet: String, known: [String])
  /// A row fills more columns than any sheet may.
  case tooManyColumns(path: String, line: Int, limit: Int)
}

extension DocumentError {
  /// The packages of Debian that hold a program which reads documents.
  ///
  /// - Parameter program: the program, as `programMissing` names it.
  /// - Returns: the names that apt-get takes, parted by spaces.
  public static func packages(of program: String) -> String {
    switch program {
    case "ssconvert": "gnumeric"
    case "pdftotext", "pdftoppm", "pdfinfo", "pdfimages": "poppler-utils"
    case "tesseract": "tesseract-ocr tesseract-ocr-vie"
    case TextRecognition.languageFile: "tesseract-ocr-vie"
    case "iconv": "libc-bin"
    default: program
    }
  }
}
