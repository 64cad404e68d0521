// Errors of files as diagnostics.

import Documents

extension Diagnostic {
  /// The error of a file as a diagnostic about it.
  init(_ error: DocumentError, file: String) {
    switch error {
    case .missing: self.init(.fileMissing, file: file)
    case .unreadable(_, let reason): self.init(.fileUnreadable, [reason], file: file)
    case .empty: self.init(.fileEmpty, file: file)
    case .outside(_, let target): self.init(.linkOutside, [target], file: file)
    case .notUTF8(_, let line, nil): self.init(.notUTF8, file: file, line: line)
    case .notUTF8(_, let line, .encoding(let name)):
      // People know the encoding by another name than iconv.
      self.init(
        .otherEncoding, [name == "TCVN5712-1" ? "TCVN3" : name, name], file: file, line: line)
    case .notUTF8(_, let line, .format(let name)):
      self.init(.otherFormat, [name], file: file, line: line)
    case .tooLong(_, let limit): self.init(.tooLong, [String(limit)], file: file)
    case .openQuote(_, let line): self.init(.openQuote, file: file, line: line)
    case .strayQuote(_, let line): self.init(.strayQuote, file: file, line: line)
    case .wrongFieldCount(_, let line, let found, let expected):
      self.init(.wrongFieldCount, [String(found), String(expected)], file: file, line: line)
    case .rowTooLong(_, let line): self.init(.rowTooLong, file: file, line: line)
    case .noDocument(_, let seems): self.init(.noDocument, [seems], file: file)
    case .notInEncoding(_, let encoding, let reason):
      self.init(.notInEncoding, [encoding, reason], file: file)
    case .encrypted: self.init(.encrypted, file: file)
    case .tooManyPages(_, let limit): self.init(.tooManyPages, [String(limit)], file: file)
    case .tooManyScans(_, let limit): self.init(.tooManyScans, [String(limit)], file: file)
    case .programMissing(let program):
      self.init(
        .programMissing, [program, DocumentError.packages(of: program)], file: file)
    case .notConverted(_, let reason): self.init(.notConverted, [reason], file: file)
    case .tooExpensive: self.init(.tooExpensive, file: file)
    case .sheetMissing(_, let sheet, let known):
      self.init(.sheetMissing, [sheet, known.listed], file: file)
    case .tooManyColumns(_, let line, let limit):
      self.init(.tooManyColumns, [String(limit)], file: file, line: line)
    }
  }
}
