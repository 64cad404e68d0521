import Foundation
import RowRendering
import Spreadsheets
import TestSupport
import Testing

/// Workbooks at their limits; what stands in ordinary ones is read by another program in ExportTests.
@Suite struct SpreadsheetWriterTests {
  private static func withFolder(_ body: (String) throws -> Void) throws {
    let folder = try ThrowawayHome.makeFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try body(folder)
  }

  private static let column = Column(key: "text", heading: "Text")

  /// Files in the archive that a workbook is.
  private static func parts(of path: String) -> [String] {
    Shell.run("python3 -m zipfile -l \(Shell.quoted(path))").output
      .split(separator: "\n").compactMap { $0.split(separator: " ").first.map(String.init) }
  }

  @Test func rowsBeyondASheetStandInTheNext() throws {
    try Self.withFolder { folder in
      let path = folder + "/long.xlsx"
      var writer = try SpreadsheetWriter(path: path, temporaryFolder: folder)
      try writer.begin("Long", columns: [Self.column])
      // 1,048,576 rows are a sheet, one of them its head.
      for _ in 0..<1_048_576 { try writer.row([.missing]) }
      try writer.row([.text("last")])
      try writer.finish()
      let sheets = Self.parts(of: path).filter { $0.hasPrefix("xl/worksheets/sheet") }
      #expect(sheets == ["xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"])
      let names = Shell.run(
        "python3 -c 'import sys, zipfile; print(zipfile.ZipFile(sys.argv[1])"
          + ".read(\"xl/workbook.xml\").decode())' \(Shell.quoted(path))"
      ).output
      #expect(names.contains("name=\"Long\"") && names.contains("name=\"Long (2)\""))
    }
  }

  @Test func textThatNoCellHoldsIsAnError() throws {
    try Self.withFolder { folder in
      var writer = try SpreadsheetWriter(path: folder + "/a.xlsx", temporaryFolder: folder)
      try writer.begin("Texts", columns: [Self.column])
      try writer.row([.text(String(repeating: "ạ", count: 32_767))])
      #expect(throws: SpreadsheetError.cellTooLong(row: 3, column: "Text")) {
        try writer.row([.text(String(repeating: "ạ", count: 32_768))])
      }
    }
  }

  @Test func tabsBearNoSignsThatExcelForbids() throws {
    try Self.withFolder { folder in
      let path = folder + "/tab.xlsx"
      var writer = try SpreadsheetWriter(path: path, temporaryFolder: folder)
      try writer.begin("[a]:*?/\\b" + String(repeating: "c", count: 40), columns: [Self.column])
      try writer.finish()
      #expect(Self.parts(of: path).contains("xl/worksheets/sheet1.xml"))
    }
  }

  @Test func moreColumnsThanASheetHasAreAnError() throws {
    try Self.withFolder { folder in
      var writer = try SpreadsheetWriter(path: folder + "/a.xlsx", temporaryFolder: folder)
      #expect(throws: SpreadsheetError.tooManyColumns(16_385)) {
        try writer.begin("Wide", columns: Array(repeating: Self.column, count: 16_385))
      }
    }
  }

  @Test func folderThatIsNotThereIsTold() throws {
    try Self.withFolder { folder in
      var writer = try SpreadsheetWriter(
        path: folder + "/nowhere/a.xlsx", temporaryFolder: folder)
      try writer.begin("Texts", columns: [Self.column])
      #expect(throws: SpreadsheetError.self) { try writer.finish() }
    }
  }
}
