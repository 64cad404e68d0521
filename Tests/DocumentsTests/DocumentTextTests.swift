import Foundation
import Testing

@testable import Documents

/// What is read of a file with this name.
func documentText(
  _ bytes: [UInt8], _ name: String, encoding: String? = nil, limits: DocumentLimits = .init(),
  onPage: (DocumentText.Progress) -> Void = { _ in }
) throws -> DocumentText {
  let file = try TemporaryFile(bytes)
  return try DocumentText.read(
    path: file.path, name: name, encoding: encoding, limits: limits, onPage: onPage)
}

/// The error of a file with this name.
func documentError(
  _ bytes: [UInt8], _ name: String, encoding: String? = nil, limits: DocumentLimits = .init()
) throws -> DocumentError? {
  let file = try TemporaryFile(bytes)
  do {
    _ = try DocumentText.read(path: file.path, name: name, encoding: encoding, limits: limits)
    return nil
  } catch {
    return error
  }
}

@Suite struct DocumentTextTests {
  private static let words = "Kế hoạch số 12\nĐạt 95% trở lên\n"

  @Test func textIsKeptAsItIsWithEitherFormOfMarks() throws {
    let composed = Self.words.precomposedStringWithCanonicalMapping
    let decomposed = Self.words.decomposedStringWithCanonicalMapping
    #expect(Array(composed.utf8) != Array(decomposed.utf8))
    for text in [composed, decomposed] {
      for mark in [[], [0xEF, 0xBB, 0xBF]] as [[UInt8]] {
        let read = try documentText(mark + Array(text.utf8), "a.txt")
        let lines = text.split(separator: "\n")
        #expect(read.lines.map { Array($0.utf8) } == lines.map { Array($0.utf8) })
        #expect(read.origin == .text && read.pageStarts.isEmpty && read.recognizedPages.isEmpty)
      }
    }
  }

  @Test(
    arguments: [
      ("a\r\nb\rc\n\nd", ["a", "b", "c", "", "d"], []),
      ("\n", [""], []),
      ("a\u{0C}", ["a"], []),
      ("a\n\u{0C}b\nc\n\u{0C}", ["a", "b", "c"], [1, 2]),
      ("a\u{0C}\u{0C}b", ["a", "", "b"], [1, 2, 3]),
    ] as [(String, [String], [Int])])
  func linesAndPagesAreCounted(text: String, lines: [String], starts: [Int]) throws {
    let read = try documentText(Array(text.utf8), "a.md")
    #expect(read.lines == lines)
    #expect(read.pageStarts == starts)
  }

  /// "Hà Nội" in TCVN3 has 0xB5 for à and 0xE9 for ộ.
  private static let tcvn: [UInt8] =
    Array("plain\nH".utf8) + [0xB5] + Array(" N".utf8) + [0xE9] + Array("i\n".utf8)

  @Test func otherEncodingIsGuessedAndReadOnceDeclared() throws {
    guard
      case .notUTF8(_, 2, .encoding("TCVN5712-1")) = try documentError(Self.tcvn, "a.txt")
    else {
      Issue.record("not guessed")
      return
    }
    let read = try documentText(Self.tcvn, "a.txt", encoding: "TCVN5712-1")
    #expect(read.lines == ["plain", "Hà Nội"])
    let units = Self.words.utf16.flatMap { unit -> [UInt8] in
      [UInt8(unit & 0xFF), UInt8(unit >> 8)]
    }
    let wide: [UInt8] = [0xFF, 0xFE] + units
    guard case .notUTF8(_, 1, .encoding("UTF-16")) = try documentError(wide, "a.txt") else {
      Issue.record("not guessed")
      return
    }
    #expect(
      try documentText(wide, "a.txt", encoding: "UTF-16").lines
        == ["Kế hoạch số 12", "Đạt 95% trở lên"])
    #expect(try documentText(Array(Self.words.utf8), "a.txt", encoding: "utf-8").lines.count == 2)
  }

  @Test(arguments: ["no-such-encoding", "ASCII", "-o/tmp/x"])
  func encodingThatTheBytesAreNotInIsTold(encoding: String) throws {
    let error = try documentError(Self.tcvn, "a.txt", encoding: encoding)
    guard case .notInEncoding(_, encoding, _) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test func longTextIsRefusedBeforeItIsRead() throws {
    let file = try TemporaryFile("a\n")
    try #require(truncate(file.path, 200 << 20) == 0)
    for name in ["a.txt", "a.html"] {
      for encoding in [nil, "UTF-16LE"] {
        #expect(throws: DocumentError.self) {
          try DocumentText.read(path: file.path, name: name, encoding: encoding)
        }
      }
    }
    var limits = DocumentLimits()
    limits.text = 8
    let error = try documentError(Array("123456789".utf8), "a.txt", limits: limits)
    guard case .tooLong(_, limit: 8) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(try documentText(Array("12345678".utf8), "a.txt", limits: limits).lines == ["12345678"])
  }

  @Test(
    arguments: [
      (Array("\u{7F}ELF\u{2}\u{1}\u{1}".utf8), "a.txt", "binary data"),
      ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1], "a.doc", "Microsoft Office (.xls, .doc)"),
      (Array(#"{\rtf1\ansi a}"#.utf8), "a.doc", "RTF"),
      (Array("just text\n".utf8), "a.pdf", "text"),
      (MadeZip(entries: [.init(name: "xl/workbook.xml", bytes: [])]).bytes, "a.docx", "ZIP"),
      (Array("PK\u{3}\u{4}cut off".utf8), "a.zip", "ZIP"),
      (Array("Kế hoạch\u{0} số 12\n".utf8), "a.txt", "binary data"),
    ] as [([UInt8], String, String)])
  func whatIsNoDocumentIsRefused(bytes: [UInt8], name: String, seems: String) throws {
    guard case .noDocument(_, let told) = try documentError(bytes, name) else {
      Issue.record("\(name) was read")
      return
    }
    #expect(told.hasPrefix(seems))
  }

  @Test func emptyAndMissingFilesAreTold() throws {
    guard case .empty = try documentError([], "a.pdf") else {
      Issue.record("an empty file was read")
      return
    }
    #expect(throws: DocumentError.missing(path: "/nowhere/a.txt")) {
      try DocumentText.read(path: "/nowhere/a.txt", name: "a.txt")
    }
  }

  @Test func missingProgramIsToldWithItsPackage() throws {
    let file = try TemporaryFile("a")
    let conversion = try Conversion(of: file.path, kind: "chiso-test-")
    var told: DocumentError?
    do {
      try conversion.run("no-such-program", [], limits: ProgramLimits())
    } catch {
      told = error
    }
    #expect(told == .programMissing(program: "no-such-program"))
    #expect(DocumentError.packages(of: "pdftotext") == "poppler-utils")
    #expect(DocumentError.packages(of: "pandoc") == "pandoc")
    #expect(DocumentError.packages(of: "tesseract") == "tesseract-ocr tesseract-ocr-vie")
    #expect(DocumentError.packages(of: "ssconvert") == "gnumeric")
  }
}
