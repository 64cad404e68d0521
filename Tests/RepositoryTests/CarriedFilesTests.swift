// What the files of etl/ must be before any database sees them: bytes, encoding, sources, size.

import Foundation
import PlanReading
import Testing

@testable import ETL

@Suite struct CarriedFilesTests {
  @Test func tablesAreUTF8NFCWithLineFeedsAndNoMark() throws {
    let tables = try Repository.files(below: "etl", endingIn: ".csv")
    #expect(tables.count > 20)
    for path in tables {
      let bytes = try Repository.bytes(of: path)
      #expect(!bytes.starts(with: [0xEF, 0xBB, 0xBF]), "\(path) begins with a byte order mark")
      #expect(!bytes.contains(0x0D), "\(path) holds carriage returns")
      #expect(bytes.last == 0x0A, "\(path) does not end with a line feed")
      let text = try Repository.text(of: path)
      // == on String knows no difference between NFC and NFD: bytes are compared.
      #expect(
        Array(text.precomposedStringWithCanonicalMapping.utf8) == bytes, "\(path) is not NFC")
    }
  }

  @Test func everyCarriedRowHasASourceOfTheCatalog() throws {
    var known: Set<String> = []
    var sources = try TableReader(
      path: Repository.root + "/etl/catalog/sources.csv", file: "sources", required: ["source"],
      optional: nil)
    while let row = try sources.next() { known.insert(row.text("source") ?? "") }
    #expect(known.count > 100)
    var rows = 0
    for path in try Repository.files(below: "etl/figures", endingIn: ".csv") {
      var table = try TableReader(
        path: Repository.root + "/" + path, file: path, required: ["source"], optional: nil)
      while let row = try table.next() {
        rows += 1
        let source = row.text("source") ?? ""
        #expect(known.contains(source), "\(path):\(row.line): source '\(source)'")
      }
    }
    #expect(rows > 3_000)
  }

  @Test func everySourceSaysWhoAndWhere() throws {
    var table = try TableReader(
      path: Repository.root + "/etl/catalog/sources.csv", file: "sources", required: ["source"],
      optional: nil)
    while let row = try table.next() {
      #expect(row.text("publisher") != nil && row.text("title") != nil, "line \(row.line)")
      let address = row.text("url")
      #expect(
        address?.hasPrefix("http") == true || row.text("note") != nil,
        "line \(row.line) has neither an address nor a note that says why")
    }
  }

  @Test func everyCarriedTableBelongsToAJobOrTheCatalog() throws {
    let (jobs, diagnostics) = JobFolder(path: Repository.root + "/etl").jobs()
    #expect(diagnostics.isEmpty)
    let declared = jobs.flatMap { $0.files.map { "etl/" + $0.path } }
    let catalog = CatalogTable.all.map { "etl/" + $0.file }
    let tables = try Repository.files(below: "etl", endingIn: ".csv")
    let corrections = tables.filter {
      $0.hasSuffix(".corrections.csv") || $0.hasSuffix(".decisions.csv")
    }
    let wordings = ["etl/" + PlanCatalog.wordings]
    #expect(
      tables.filter { !corrections.contains($0) } == (declared + catalog + wordings).sorted())
    for path in corrections {
      let job = path.replacing(/\.(corrections|decisions)\.csv/, with: ".yml")
      #expect(throws: Never.self, "\(path) stands beside no job") { try Repository.bytes(of: job) }
    }
  }

  @Test func everyJobBeginsWithOneLineAboutItsSource() throws {
    let jobs = try ["etl/jobs", "etl/publisher/jobs"].flatMap {
      try Repository.files(below: $0, endingIn: ".yml")
    }
    #expect(jobs.count >= 20)
    for path in jobs {
      let lines = try Repository.lines(of: path)
      #expect(lines[0].hasPrefix("# ") && lines[0].count > 20, "\(path)")
      #expect(!lines[1].hasPrefix("#"), "\(path) begins with more than one line of comment")
      #expect(lines.count <= 80, "\(path) is long")
    }
  }

  @Test func noFileIsOver4MiB() throws {
    for path in try Repository.files() {
      let attributes = try FileManager.default.attributesOfItem(
        atPath: Repository.root + "/" + path)
      let size = (attributes[.size] as? NSNumber)?.intValue ?? 0
      #expect(size <= 4 << 20, "\(path) has \(size) bytes")
      #expect(!path.contains(" "), "\(path) holds a space")
    }
  }
}
