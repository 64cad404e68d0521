// Everything that etl/publisher loads from the publishers' own files, beside a second reading of them.

import ETL
import Foundation
import LibPQ
import Synchronization
import TestSupport
import Testing
import Warehouse

/// The publishers' files, which are not in the repository: ../shared, or where CHISO_SHARED says.
enum PublisherFiles {
  static let project = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  static let folder =
    (ProcessInfo.processInfo.environment["CHISO_SHARED"] ?? project + "/../shared")
    + "/data/publisher"

  static var areHere: Bool { FileManager.default.fileExists(atPath: folder + "/README.md") }

  /// Runs the second reading: Python with openpyxl and xlrd, as .ci/install-readers puts them.
  static func secondReading() throws -> [Substring] {
    let python = project + "/.build/readers/bin/python"
    try #require(
      FileManager.default.isExecutableFile(atPath: python),
      "run .ci/install-readers, which installs openpyxl and xlrd")
    let reader = project + "/Tests/WarehouseDatabaseTests/Publisher/read_workbooks.py"
    let run = Shell.run([python, reader, folder].map(Shell.quoted).joined(separator: " "))
    try #require(run.status == 0)
    return run.output.split(separator: "\n")
  }
}

@Suite(
  .enabled(
    if: PublisherFiles.areHere,
    "skipped: the publishers' files are not here (../shared/data/publisher, CHISO_SHARED)"),
  .serialized)
struct PublisherFileTests {
  /// What was said of one place and indicator in one file, by its part.
  private struct Said: Hashable {
    let key: Substring
    let part: Substring
  }

  private static let loaded = Task { try await load() }

  private static func load() async throws -> String {
    let database = try await TestWarehouse.migrated()
    let kept = NSTemporaryDirectory() + "kept-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: kept) }
    let reasons = Mutex<[String]>([])
    let folder = JobFolder(
      path: PublisherFiles.project + "/etl/publisher", files: PublisherFiles.folder)
    var loader = try Loader(
      database, folder: folder, kept: KeptFiles(path: kept), options: LoadOptions()
    ) { event in
      if case .refused(let file, let diagnostics, _) = event {
        reasons.withLock { $0 += diagnostics.prefix(5).map { "\(file): \($0)" } }
      }
    }
    let summary = try loader.run()
    let told = reasons.withLock { $0 }
    guard !summary.wasRefused else { throw TestWarehouse.LoadFailed(reasons: told) }
    return database
  }

  /// What the warehouse holds, each as the second reading tells it.
  private static func figures() async throws -> [Said: String] {
    var connection = try Connection(await loaded.value)
    let rows = try connection.rows(
      """
      select l.file || e'\\t' || extract(year from o.period) || e'\\t'
          || replace(regexp_replace(p.place, '-before-2008$', ''), '-', '') || e'\\t' || i.indicator,
          o.value, o.rank, o.grp
      from warehouse.observation as o
      join ops.slot as l on l.slot_id = o.slot_id
      join catalog.place as p on p.place_id = o.place_id
      join catalog.series as s on s.series_id = o.series_id
      join catalog.indicator as i on i.indicator_id = s.indicator_id
      """)
    var figures: [Said: String] = [:]
    for row in rows {
      let fields = row.split(separator: "|", omittingEmptySubsequences: false)
      for (part, text) in zip(["value", "rank", "group"], fields[1...]) where text != "∅" {
        figures[Said(key: fields[0], part: part[...])] = String(text)
      }
    }
    return figures
  }

  @Test func everyWorkbookAndPanelHasAJob() throws {
    let (jobs, told) = JobFolder(path: PublisherFiles.project + "/etl/publisher").jobs()
    #expect(told.isEmpty)
    let declared = jobs.flatMap { $0.files.map(\.path) }
    let here = try FileManager.default.subpathsOfDirectory(atPath: PublisherFiles.folder)
      .filter { path in
        path.hasSuffix(".xls") || path.hasSuffix(".xlsx") || path.contains(/panel\/\d{4}\.csv/)
      }
    #expect(here.count { !$0.hasSuffix(".csv") } == 38)
    #expect(declared.sorted() == here.sorted())
  }

  @Test func everyCellThatIsLoadedIsWhatTheSecondReadingFinds() async throws {
    let loaded = try await Self.figures()
    var expected: [Said: Substring] = [:]
    for line in try PublisherFiles.secondReading() {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      let said = Said(key: fields[..<4].joined(separator: "\t")[...], part: fields[4])
      #expect(expected.updateValue(fields[5], forKey: said) == nil, "\(line) twice")
    }
    #expect(expected.count > 100_000)
    var wrong: [String] = []
    for (said, text) in expected {
      let found = loaded[said]
      // Numbers are compared as doubles, bit for bit.
      let isSame =
        said.part == "value"
        ? found.flatMap(Double.init)?.bitPattern == Double(text)?.bitPattern
        : found == String(text)
      if !isSame { wrong.append("\(said.key) \(said.part): \(found ?? "none"), not \(text)") }
    }
    #expect(wrong.isEmpty, "\(wrong.count): \(wrong.sorted().prefix(10))")
    let more = loaded.keys.filter { expected[$0] == nil }
    #expect(more.isEmpty, "\(more.count) more: \(more.prefix(10))")
  }

  /// The documented error of the newer cleaned table: five totals of 2014 changed places.
  private static let rotated: Set<String> = ["daklak", "daknong", "danang", "dongnai", "dongthap"]

  @Test func workbooksOfThePCISayWhatTheCleanedTableSays() async throws {
    let loaded = try await Self.figures()
    let codes = [
      "pci_entry": "entry_costs", "pci_land": "land", "pci_transparency": "transparency",
      "pci_time": "time_costs", "pci_informal": "informal_charges",
      "pci_implement": "policy_implementation", "pci_bias_old": "soe_bias",
      "pci_bias": "policy_bias", "pci_proactive": "proactivity", "pci_support": "business_support",
      "pci_labor": "labor_training", "pci_legal": "law_and_order", "pci_weighted": "",
    ]
    let text = try String(
      contentsOfFile: PublisherFiles.folder + "/pci/cleaned-2005-2019-mdtrinh.csv", encoding: .utf8)
    let lines = text.split(whereSeparator: \.isNewline).map {
      $0.replacing("\"", with: "").split(separator: ",", omittingEmptySubsequences: false)
    }
    let header = lines[0]
    var compared = 0
    for fields in lines.dropFirst() {
      let row = Dictionary(zip(header, fields), uniquingKeysWith: { first, _ in first })
      let year = try #require(row["year"].flatMap { Int($0) })
      let name = try #require(row["prov"]).lowercased().filter(\.isLetter)
      let place =
        ["tphcm": "hochiminh", "brvt": "bariavungtau", "tthue": "thuathienhue"][name] ?? name
      for (column, code) in codes {
        guard let cell = row[column[...]], let value = Double(cell) else { continue }
        if year == 2014, code.isEmpty, Self.rotated.contains(place) { continue }
        let file = "pci/PCI \(year).\(year < 2012 ? "xls" : "xlsx")"
        let indicator = code.isEmpty ? "pci" : "pci." + code
        let key = "\(file)\t\(year)\t\(place)\t\(indicator)"
        let found = loaded[Said(key: key[...], part: "value")].flatMap(Double.init)
        #expect(
          found.map { abs($0 - value) < 1e-6 } == true, "\(key): \(found ?? .nan), not \(value)")
        compared += 1
      }
    }
    #expect(compared > 9_000)
  }
}
