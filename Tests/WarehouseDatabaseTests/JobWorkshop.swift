// A folder of jobs that a test writes, over the catalog of the project, with a warehouse of its own.

import ETL
import Foundation
import LibPQ
import Synchronization
import Testing
import Warehouse

/// Jobs of one file each, and what comes of loading them.
final class JobWorkshop: Sendable {
  let folder = NSTemporaryDirectory() + "workshop-" + UUID().uuidString
  let database: String

  init() async throws {
    database = try await TestWarehouse.withCatalog()
    let files = FileManager.default
    try files.createDirectory(atPath: folder + "/jobs", withIntermediateDirectories: true)
    try files.copyItem(
      atPath: TestWarehouse.folder.path + "/catalog", toPath: folder + "/catalog")
  }

  deinit {
    try? FileManager.default.removeItem(atPath: folder)
  }

  /// Declares a job of figures over a file, `<name>.csv` unless said; `keys` are lines of YAML.
  func declare(_ name: String, _ keys: String = "", file: String? = nil) throws {
    try write(
      "jobs/\(name).yml",
      """
      # A job of a test.
      job: \(name)
      kind: figures
      title: {vi: Thử, en: Test}
      publisher: Nobody
      terms: Facts
      \(keys)
      files:
        - path: \(file ?? "\(name).csv")

      """)
  }

  /// Writes a file of the folder.
  func write(_ path: String, _ text: String) throws {
    try text.write(toFile: "\(folder)/\(path)", atomically: true, encoding: .utf8)
  }

  /// Writes the file of a job: figures as `place,indicator,year,value,rank`, of one source.
  func write(_ job: String, rows: [String], source: String = "vgp-40168") throws {
    try write(
      "\(job).csv",
      "place,indicator,year,value,rank,source\n"
        + rows.map { "\($0),\(source)\n" }.joined())
  }

  /// Gives a file of the folder another name.
  func move(_ path: String, to name: String) throws {
    try FileManager.default.moveItem(atPath: "\(folder)/\(path)", toPath: "\(folder)/\(name)")
  }

  /// The text of a file of the folder.
  func read(_ path: String) throws -> String {
    try String(contentsOfFile: "\(folder)/\(path)", encoding: .utf8)
  }

  /// Removes a file of the folder.
  func remove(_ path: String) throws {
    try FileManager.default.removeItem(atPath: "\(folder)/\(path)")
  }

  /// What a load did and said.
  struct Report {
    var summary = LoadSummary()
    /// Line, reason and arguments of what was refused.
    var refused: [String] = []

    /// Status and counts (loaded, revised, unchanged, withdrawn) of the files, in order.
    var outcomes: [String] {
      summary.outcomes.map {
        "\($0.status.rawValue) \($0.counts.map(String.init).joined(separator: " "))"
      }
    }
  }

  /// Loads jobs, all of them unless some are named, or does something else with a loader.
  func load(
    _ jobs: [String]? = nil, force: Bool = false,
    _ body: (inout Loader) throws -> LoadSummary = { try $0.run() }
  ) throws -> Report {
    var options = LoadOptions()
    options.jobs = jobs
    options.isForced = force
    let told = Mutex<[String]>([])
    var loader = try Loader(
      database, folder: JobFolder(path: folder), kept: KeptFiles(path: folder + "/kept"),
      options: options
    ) { event in
      if case .refused(_, let diagnostics, _) = event {
        told.withLock { told in
          told += diagnostics.map {
            "\($0.line ?? 0) \($0.reason.rawValue) \($0.arguments.joined(separator: "|"))"
          }
        }
      }
    }
    let summary = try body(&loader)
    return Report(summary: summary, refused: told.withLock { $0 })
  }

  /// Rows of a query.
  func rows(_ text: String) throws -> [String] {
    var connection = try Connection(database)
    return try connection.rows(text)
  }

  /// Place, indicator, year, value and rank of what holds, in the order of the places.
  func facts() throws -> [String] {
    try rows(
      """
      select o.place, o.indicator, extract(year from o.period)::int4, o.value, o.rank
      from mart.observation as o
      order by o.place, o.indicator, o.period
      """)
  }
}
