// What bytes are that are no UTF-8: told by how files of other kinds begin, and by which letters of
// Vietnamese the bytes would be in the encodings of former times. A guess for a message, never for reading.

/// What a file seems to be that is not text in UTF-8.
public enum ForeignBytes: Sendable, Hashable {
  /// Text in another encoding; payload: its name as iconv knows it.
  case encoding(String)
  /// No text; payload: what it is.
  case format(String)

  /// Looks at the first bytes of a file for what can be told before a line is read.
  ///
  /// - Parameter bytes: the beginning of the file.
  /// - Returns: what it is; nil where it may be text of one byte a letter.
  static func atStart(of bytes: ArraySlice<UInt8>) -> ForeignBytes? {
    for (mark, kind) in beginnings where bytes.starts(with: mark) { return kind }
    let sample = bytes.prefix(4_096)
    let zeros = sample.indices.filter { sample[$0] == 0 }
    // Most letters of Vietnamese are below U+0100, so that every second byte is zero.
    if zeros.count * 4 >= sample.count, sample.count >= 4 {
      let later = zeros.count { ($0 - sample.startIndex) % 2 == 1 }
      if later * 10 >= zeros.count * 9 { return .encoding("UTF-16LE") }
      if later * 10 <= zeros.count { return .encoding("UTF-16BE") }
    }
    let controls = sample.count { ($0 < 0x20 && !(0x09...0x0D).contains($0)) || $0 == 0x7F }
    return controls > 3 && controls * 20 > sample.count ? .format("binary data") : nil
  }

  private static let beginnings: [([UInt8], ForeignBytes)] = [
    ([0xFF, 0xFE, 0x00, 0x00], .encoding("UTF-32")),
    ([0x00, 0x00, 0xFE, 0xFF], .encoding("UTF-32")),
    ([0xFF, 0xFE], .encoding("UTF-16")), ([0xFE, 0xFF], .encoding("UTF-16")),
    (Array("PK\u{03}\u{04}".utf8), .format("ZIP (.xlsx, .ods, .docx)")),
    ([0xD0, 0xCF, 0x11, 0xE0], .format("Microsoft Office (.xls, .doc)")),
    (Array("%PDF-".utf8), .format("PDF")), ([0x1F, 0x8B], .format("gzip")),
    (Array("\u{7F}ELF".utf8), .format("binary data")),
  ]

  /// Guesses the encoding of one byte a letter.
  ///
  /// - Parameter bytes: some of the text.
  /// - Returns: the encoding in which nine in ten of the bytes above ASCII are letters of Vietnamese;
  ///   nil where there is none.
  static func ofLetters(in bytes: ArraySlice<UInt8>) -> ForeignBytes? {
    let high = bytes.filter { $0 >= 0x80 }
    guard !high.isEmpty else { return nil }
    let windows = high.count(where: windowsLetters.contains)
    let tcvn = high.count(where: tcvnLetters.contains)
    guard max(windows, tcvn) * 10 >= high.count * 9 else { return nil }
    // The commonest letters of TCVN3 are none of Windows-1258, so what can be both is the latter.
    return .encoding(windows >= tcvn ? "WINDOWS-1258" : "TCVN5712-1")
  }

  /// Letters of Vietnamese and the five marks that follow them, in Windows-1258.
  private static let windowsLetters: Set<UInt8> = [
    0xC0, 0xC1, 0xC2, 0xC3, 0xC8, 0xC9, 0xCA, 0xCD, 0xD3, 0xD4, 0xD5, 0xD9, 0xDA, 0xD0, 0xDD,
    0xE0, 0xE1, 0xE2, 0xE3, 0xE8, 0xE9, 0xEA, 0xED, 0xF3, 0xF4, 0xF5, 0xF9, 0xFA, 0xF0, 0xFD,
    0xCC, 0xD2, 0xDE, 0xEC, 0xF2,
  ]

  /// Letters of TCVN3, which the fonts named .Vn show.
  private static let tcvnLetters = [
    0xA1...0xAE, 0xB5...0xB9, 0xBB...0xBE, 0xC6...0xCC, 0xCE...0xD8, 0xDC...0xDF, 0xE1...0xEF,
    0xF1...0xFE,
  ].reduce(into: Set<UInt8>()) { $0.formUnion($1) }
}

extension ForeignBytes {
  /// The text of a small file.
  ///
  /// - Parameters:
  ///   - bytes: all of the file.
  ///   - path: where it lies.
  /// - Returns: the text.
  /// - Throws: `DocumentError.notUTF8` with the first line that is none.
  public static func text(of bytes: [UInt8], path: String) throws(DocumentError) -> String {
    if let seems = atStart(of: bytes[...]) { throw .notUTF8(path: path, line: 1, seems: seems) }
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let line = lines.firstIndex { String(validating: $0, as: UTF8.self) == nil } ?? 0
    throw .notUTF8(path: path, line: line + 1, seems: ofLetters(in: bytes[...]))
  }
}
