import Foundation
import Testing

@testable import Documents

@Suite struct WorkbookTests {
  private static let kinds = ["xls", "xlsx", "ods"]

  private static let sheets = [
    MadeSheet(name: "Bảng xếp hạng", rows: []),
    MadeSheet(
      name: "Tổng hợp ",
      rows: [
        [],
        ["", "Tỉnh\nthành", "Điểm \"số\"", ""],
        ["", "Hà Nội ", .number(0.1 + 0.2), "7,16"],
        ["", "Huế", .number(1.0 / 3), .formula("C3*2")],
        [], ["", "", .number(123456789.125), .number(-1e-7)],
      ]),
    MadeSheet(name: "Summary", isHidden: true, rows: [["stale", 1]]),
  ]

  private func rows(_ sheet: Workbook.Sheet) throws -> [[String]] {
    var reader = try CSVReader.openRows(path: sheet.csv)
    var rows: [[String]] = []
    while let row = try reader.nextRow() { rows.append(row.fields) }
    return rows
  }

  @Test(arguments: kinds)
  func sheetsOfEveryKindComeBackBitForBit(kind: String) throws {
    let scratch = try Scratch()
    let path = try MadeSheet.write(Self.sheets, as: "a b.\(kind)", in: scratch)
    let workbook = try Workbook.open(path: path, name: "a b.\(kind)", knowsTexts: true)
    let names = workbook.sheets.map { $0.name.trimmingCharacters(in: .whitespaces) }
    #expect(names == ["Bảng xếp hạng", "Tổng hợp", "Summary"])
    let sheet = try workbook.sheet("Tổng hợp")
    // The CSV begins with the first row and column that hold anything: B2.
    #expect(sheet.firstRow == 1 && sheet.firstColumn == 1)
    let read = try rows(sheet)
    #expect(Array(read[0].prefix(2)) == ["Tỉnh\nthành", "Điểm \"số\""])
    #expect(read[1][0] == "Hà Nội ")
    #expect(Double(read[1][1]) == 0.1 + 0.2)
    #expect(read[1][2] == "7,16")
    #expect(Double(read[2][1]) == 1.0 / 3)
    #expect(Double(read[2][2]) == (0.1 + 0.2) * 2)
    #expect(read[4].dropFirst().compactMap(Double.init) == [123456789.125, -1e-7])
    #expect(sheet.isText(row: 2, column: 3))
    #expect(!sheet.isText(row: 2, column: 2))
    // Hidden sheets are there, by name only.
    #expect(try rows(workbook.sheet("Summary")) == [["stale", "1"]])
  }

  @Test func sheetThatIsNotThereIsToldWithThoseThatAre() throws {
    let scratch = try Scratch()
    let path = try MadeSheet.write(Self.sheets, as: "a.xlsx", in: scratch)
    let workbook = try Workbook.open(path: path, name: "a.xlsx")
    let known = workbook.sheets.map(\.name)
    let error = #expect(throws: DocumentError.self) { try workbook.sheet("Tổng") }
    #expect(error == .sheetMissing(path: path, sheet: "Tổng", known: known))
  }

  private func error(
    of name: String, at path: String, _ limits: ProgramLimits = .init()
  ) -> DocumentError? {
    do {
      _ = try Workbook.open(path: path, name: name, limits: limits)
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: kinds)
  func whatIsNoWorkbookIsRefused(kind: String) throws {
    let scratch = try Scratch()
    let name = "bad.\(kind)"
    let whole = try MadeSheet.write(Self.sheets, as: "good.\(kind)", in: scratch)
    let bytes = try Data(contentsOf: URL(fileURLWithPath: whole))
    var random = SystemRandomNumberGenerator()
    let garbage = (0..<20_000).map { _ in UInt8.random(in: 0...255, using: &random) }
    for content in [
      Data(bytes.prefix(bytes.count / 2)), Data(bytes.prefix(700)), Data(garbage), Data(),
      Data("place,value\nHà Nội,7\n".utf8),
    ] {
      let path = try scratch.write(name, content)
      guard case .notConverted(path, _) = error(of: name, at: path) else {
        Issue.record("\(content.count) bytes of \(kind) were read")
        continue
      }
    }
  }

  @Test func missingFileAndFolderAreTold() throws {
    #expect(error(of: "a.xlsx", at: "/nowhere/a.xlsx") == .missing(path: "/nowhere/a.xlsx"))
    guard case .unreadable = error(of: "a.xlsx", at: "/tmp") else {
      Issue.record("a folder was read")
      return
    }
  }

  /// Each limit alone stops the program, or makes it give up.
  @Test(arguments: [
    ProgramLimits(memory: 20_000), ProgramLimits(fileBlocks: 1), ProgramLimits(clockSeconds: 0),
  ])
  func limitsStopTheProgram(limits: ProgramLimits) throws {
    let scratch = try Scratch()
    let rows = (0..<2_000).map { [MadeSheet.Cell.number(Double($0)), "text"] }
    let path = try MadeSheet.write([MadeSheet(name: "a", rows: rows)], as: "a.xls", in: scratch)
    switch error(of: "a.xls", at: path, limits) {
    case .tooExpensive: break
    case .notConverted: #expect(limits.clockSeconds > 0)
    case let other: Issue.record("\(String(describing: other))")
    }
  }

  /// Some 100 KB that unpack to 200 MB of rows: the processor's time runs out long before the clock's.
  @Test(.timeLimit(.minutes(3))) func zipBombEndsInBoundedTime() throws {
    let scratch = try Scratch()
    let path = try ZipBomb.write(megabytes: 200, in: scratch)
    let size = try Data(contentsOf: URL(fileURLWithPath: path)).count
    #expect(size < 3 << 20)
    let limits = ProgramLimits(processorSeconds: 2, clockSeconds: 600)
    #expect(error(of: "bomb.xlsx", at: path, limits) == .tooExpensive(path: path))
  }

  @Test func nothingIsLeftBehind() throws {
    let scratch = try Scratch()
    let path = try MadeSheet.write(Self.sheets, as: "a.ods", in: scratch)
    var csv = ""
    do {
      let workbook = try Workbook.open(path: path, name: "a.ods")
      csv = try workbook.sheet("Summary").csv
      #expect(FileManager.default.fileExists(atPath: csv))
    }
    let folder = URL(fileURLWithPath: csv).deletingLastPathComponent().path
    #expect(!FileManager.default.fileExists(atPath: folder))
  }

  /// What a killed process left in TMPDIR goes with the next workbook; what another reads stays.
  @Test func foldersOfDeadProcessesAreCleared() throws {
    let scratch = try Scratch()
    let path = try MadeSheet.write(Self.sheets, as: "a.ods", in: scratch)
    let files = FileManager.default
    let parent = ProcessInfo.processInfo.environment["TMPDIR"] ?? "/tmp"
    let left = "\(parent)/chiso-workbook-\(UUID().uuidString)"
    try files.createDirectory(atPath: left, withIntermediateDirectories: false)
    try Data("half a sh".utf8).write(to: URL(fileURLWithPath: left + "/0-First.csv"))
    let link = left + "-link"
    try files.createSymbolicLink(atPath: link, withDestinationPath: scratch.path)
    defer { try? files.removeItem(atPath: link) }
    let first = try Workbook.open(path: path, name: "a.ods")
    #expect(!files.fileExists(atPath: left))
    _ = try Workbook.open(path: path, name: "a.ods")
    #expect(try rows(first.sheet("Summary")) == [["stale", "1"]])
    #expect(files.fileExists(atPath: path), "a link was followed")
  }
}

/// An .xlsx whose sheet is far larger than its file.
enum ZipBomb {
  static func write(megabytes: Int, in scratch: Scratch) throws -> String {
    let parts = [
      (
        "[Content_Types].xml",
        """
        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
        <Default Extension="rels" \
        ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
        <Override PartName="/xl/workbook.xml" ContentType="\
        application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>\
        <Override PartName="/xl/worksheets/sheet1.xml" ContentType="\
        application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>
        """
      ),
      (
        "_rels/.rels",
        """
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
        <Relationship Id="rId1" Target="xl/workbook.xml" Type="\
        http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/>\
        </Relationships>
        """
      ),
      (
        "xl/workbook.xml",
        """
        <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" \
        xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>\
        <sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>
        """
      ),
      (
        "xl/_rels/workbook.xml.rels",
        """
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
        <Relationship Id="rId1" Target="worksheets/sheet1.xml" Type="\
        http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"/>\
        </Relationships>
        """
      ),
    ]
    for (name, text) in parts {
      try scratch.shell("mkdir -p \"$(dirname '\(name)')\"")
      _ = try scratch.write(name, text)
    }
    _ = try scratch.write(
      "head",
      "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>")
    try scratch.shell(
      """
      mkdir -p xl/worksheets
      { cat head; yes '<row r="1"><c r="A1"><v>1</v></c></row>' | head -c \(megabytes)000000; } \
      >xl/worksheets/sheet1.xml
      """)
    var archive: [UInt8] = []
    var directory: [UInt8] = []
    let names = parts.map(\.0) + ["xl/worksheets/sheet1.xml"]
    for name in names {
      try scratch.shell("gzip -c -n '\(name)' >packed")
      let packed = [UInt8](try Data(contentsOf: URL(fileURLWithPath: scratch.path + "/packed")))
      // gzip is ten bytes of head, the deflated bytes, CRC-32 and length.
      let sizes =
        packed.suffix(8).prefix(4) + little(packed.count - 18, 4) + packed.suffix(4)
      let common =
        little(20, 2) + little(0, 2) + little(8, 2) + little(0, 4) + sizes
        + little(name.utf8.count, 2) + little(0, 2)
      directory +=
        little(0x0201_4b50, 4) + little(20, 2) + common + little(0, 10) + little(archive.count, 4)
        + Array(name.utf8)
      archive +=
        little(0x0403_4b50, 4) + common + Array(name.utf8) + packed[10..<(packed.count - 8)]
    }
    let end =
      little(0x0605_4b50, 4) + little(0, 4) + little(names.count, 2) + little(names.count, 2)
      + little(directory.count, 4) + little(archive.count, 4) + little(0, 2)
    return try scratch.write("bomb.xlsx", archive + directory + end)
  }

  private static func little(_ number: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: $0 < 8 ? number >> (8 * $0) : 0) }
  }
}
