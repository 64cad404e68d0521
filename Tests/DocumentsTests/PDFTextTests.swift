import Foundation
import Testing

@testable import Documents

@Suite struct PDFTextTests {
  private static let words = [
    "Tỷ lệ hồ sơ giải quyết đúng hạn đạt 95% trở lên", "Chỉ số hài lòng đạt từ 88% trở lên",
    "Giảm chi thường xuyên so với năm 2021",
  ]

  /// A picture of the words, as pdftoppm draws them.
  private func picture(_ option: String = "-jpeg", _ ending: String = "jpg") throws -> [UInt8] {
    let file = try TemporaryFile(MadePDF(pages: [.init(lines: Self.words)]).bytes)
    let conversion = try Conversion(of: file.path, kind: "chiso-test-")
    try conversion.run(
      "pdftoppm", [option, "-gray", "-r", "200", "-singlefile", conversion.source, "page"],
      limits: ProgramLimits())
    return try Array(Data(contentsOf: URL(fileURLWithPath: conversion.fullPath("page." + ending))))
  }

  /// A4 at 200 dots an inch.
  private func scan(_ lines: [String] = []) throws -> MadePDF.Page {
    .init(lines: lines, picture: (try picture(), 1653, 2339))
  }

  @Test func textOfAPDFIsReadWithItsPages() throws {
    let pages = [MadePDF.Page(lines: Self.words), .init(lines: ["Trang thứ hai của kế hoạch này"])]
    let read = try documentText(MadePDF(pages: pages).bytes, "kept-under-another-name")
    let lines = read.lines.map { $0.trimmingCharacters(in: .whitespaces) }
    #expect(lines.filter { !$0.isEmpty } == Self.words + ["Trang thứ hai của kế hoạch này"])
    #expect(read.pageStarts.count == 2 && read.pageStarts.first == 1)
    let second = try #require(read.pageStarts.last)
    #expect(lines[(second - 1)...].contains("Trang thứ hai của kế hoạch này"))
    #expect(!lines[..<(second - 1)].contains("Trang thứ hai của kế hoạch này"))
    #expect(read.origin == .pdf && read.recognizedPages.isEmpty)
  }

  /// Of 27 words no more than two may be read otherwise.
  private func expectWords(in lines: [String]) {
    let read = Set(lines.flatMap { $0.split(separator: " ") })
    let wanted = Set(Self.words.flatMap { $0.split(separator: " ") })
    #expect(wanted.subtracting(read).count <= 2, "\(lines)")
  }

  @Test func onlyPagesWithoutTextAreRecognised() throws {
    let stamp = "Người ký: Ủy ban nhân dân"
    let pages = [
      MadePDF.Page(lines: ["Trang có chữ thì đọc chữ, không nhận dạng"]),
      try scan(["", "", "", "", stamp]), .init(), try scan(),
    ]
    var told: [DocumentText.Progress] = []
    let read = try documentText(MadePDF(pages: pages).bytes, "a.pdf") { told.append($0) }
    #expect(
      told == [
        .init(page: 2, position: 1, count: 3), .init(page: 3, position: 2, count: 3),
        .init(page: 4, position: 3, count: 3),
      ])
    #expect(read.recognizedPages == [2, 3, 4] && read.origin == .pdf)
    let starts = read.pageStarts
    try #require(starts.count == 4)
    expectWords(in: Array(read.lines[(starts[1] - 1)..<(starts[2] - 1)]))
    #expect(read.lines[(starts[2] - 1)..<(starts[3] - 1)] == [""])
    expectWords(in: Array(read.lines[(starts[3] - 1)...]))
  }

  @Test(arguments: [("-png", "png"), ("-tiff", "tif"), ("-jpeg", "jpg")])
  func picturesAreRecognised(option: String, ending: String) throws {
    let read = try documentText(try picture(option, ending), "a.dat")
    expectWords(in: read.lines)
    #expect(read.origin == .ocr && read.pageStarts == [1] && read.recognizedPages == [1])
  }

  @Test func encryptedPDFIsTold() throws {
    let key = String(repeating: "41", count: 32)
    let trailer = """
      /ID [<\(key)> <\(key)>] /Encrypt << /Filter /Standard /V 1 /R 2 /O <\(key)> /U <\(key)> /P -4 >>
      """
    let bytes = MadePDF(pages: [.init(lines: Self.words)], trailer: trailer).bytes
    guard case .encrypted = try documentError(bytes, "a.pdf") else {
      Issue.record("\(String(describing: try documentError(bytes, "a.pdf")))")
      return
    }
  }

  @Test func damagedPDFIsToldOrReadAsFarAsItGoes() throws {
    let whole = MadePDF(pages: [.init(lines: Self.words)]).bytes
    for bytes in [Array("%PDF-1.4\nnothing more\n".utf8), Array(whole.prefix(60))] {
      guard case .notConverted = try documentError(bytes, "a.pdf") else {
        Issue.record("\(bytes.count) bytes were read")
        continue
      }
    }
    let read = try documentText(Array(whole.dropLast(12)), "a.pdf")
    #expect(read.lines.contains { $0.contains("Giảm chi thường xuyên") })
  }

  @Test func tooManyPagesAreTold() throws {
    let page = MadePDF.Page(lines: ["Một trang có đủ chữ để không cần nhận dạng"])
    let many = MadePDF(pages: [page], repetitions: 1_001).bytes
    guard case .tooManyPages(_, limit: 1_000) = try documentError(many, "a.pdf") else {
      Issue.record("1,001 pages were read")
      return
    }
    let blank = MadePDF(pages: [.init()], repetitions: 201).bytes
    guard case .tooManyScans(_, limit: 200) = try documentError(blank, "a.pdf") else {
      Issue.record("201 pages were recognised")
      return
    }
  }

  @Test func hugePageIsDrawnSmall() throws {
    let page = MadePDF.Page(size: (width: 200_000, height: 100_000))
    let read = try documentText(MadePDF(pages: [page]).bytes, "a.pdf")
    #expect(read.lines == [""] && read.recognizedPages == [1])
  }

  /// 250 KB that unpack to 40 MB of words.
  @Test func packedPageEndsInBoundedTime() throws {
    var limits = DocumentLimits()
    limits.program.processorSeconds = 2
    let bomb = MadeBomb("BT /F 12 Tf 9 9 Td (a", repeats: 160_000, ") Tj ET")
    let page = MadePDF.Page(content: ([0x78, 0x9C] + bomb.bytes + [0, 0, 0, 0], "FlateDecode"))
    let start = ContinuousClock.now
    switch try documentError(MadePDF(pages: [page]).bytes, "a.pdf", limits: limits) {
    case .tooExpensive, .tooLong, nil: break  // what lies beside the page is no text of it
    case let other: Issue.record("\(String(describing: other))")
    }
    #expect(start.duration(to: .now) < .seconds(20))
  }

  /// Letters are 10 dots wide: the second cell begins 20 letters right of the first.
  @Test func wordsOfACellStandBelowEachOther() {
    let head =
      "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext"
    let rows = [
      "1\t1\t0\t0\t0\t0\t0\t0\t900\t900\t-1\t", "5\t1\t1\t1\t1\t1\t100\t10\t30\t12\t96\tBan",
      "5\t1\t1\t1\t1\t2\t138\t10\t40\t12\t96\thành", "5\t1\t1\t1\t1\t3\t300\t10\t20\t12\t96\tSở",
      "5\t1\t1\t1\t2\t1\t300\t30\t30\t12\t96\tNội", "5\t1\t1\t1\t2\t2\t338\t30\t20\t12\t96\tvụ",
      "5\t1\t2\t1\t1\t1\t100\t90\t30\t12\t96\tHết", "5\t1\t2\t1\t1\t2\t140\t90\t30\t12\t96\t ",
      "1\t2\t0\t0\t0\t0\t0\t0\t900\t900\t-1\t",
    ]
    let text = RecognizedWords.text(of: ([head] + rows).joined(separator: "\n") + "\n")
    let gap = String(repeating: " ", count: 12)
    let indent = String(repeating: " ", count: 20)
    #expect(text == "Ban hành\(gap)Sở\n\(indent)Nội vụ\n\nHết\n\u{0C}\u{0C}")
    #expect(RecognizedWords.text(of: "") == "\u{0C}")
    #expect(RecognizedWords.text(of: "5\t1\t1\n5\t1\tx\t1\t1\t1\t-3\t9\t9\t9\t9\ta") == "\u{0C}")
  }
}
