// A catalog and figures that are made up, beside the project's own: communes under its provinces, and
// indicators that only the benchmark knows.

import Foundation
import PlanGenerator

/// A copy of the project's catalog with made-up communes and indicators, for jobs of a benchmark.
struct MadeUpCatalog {
  /// A folder of its own; what is made lies in its etl.
  let folder: String
  /// How many communes lie in the 63 provinces of 2024, one after the other.
  let communes: Int
  let indicators: Int

  static let provinces = 63

  var etl: String { folder + "/etl" }

  /// Id of a commune; the number of its province comes first.
  static func commune(_ number: Int) -> String {
    "c\(number % provinces)-\(number / provinces)"
  }

  /// Copies the project's etl and adds what is made up.
  ///
  /// - Parameter keepsJobs: whether the project's own jobs stay.
  /// - Throws: when a file cannot be written.
  func write(keepsJobs: Bool) throws {
    let files = FileManager.default
    try files.copyItem(atPath: "etl", toPath: etl)
    if !keepsJobs {
      try files.removeItem(atPath: etl + "/jobs")
      try files.createDirectory(atPath: etl + "/jobs", withIntermediateDirectories: true)
    }
    var places = try String(contentsOfFile: "etl/catalog/places.csv", encoding: .utf8)
    let provinces = try Self.names()
    for commune in 0..<communes {
      let id = Self.commune(commune)
      let province = provinces[commune % provinces.count]
      places += "\(id),Xã \(id),Commune \(id),commune,\(province),,,,,2004-01-01,,,\n"
    }
    try places.write(toFile: etl + "/catalog/places.csv", atomically: true, encoding: .utf8)
    let path = etl + "/catalog/indicators.csv"
    var table = try String(contentsOfFile: path, encoding: .utf8)
    let columns = (table.split(separator: "\n").first ?? "")
      .split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    for number in 0..<indicators {
      let values = [
        "indicator": "bench.i\(number)", "name_vi": "Chỉ tiêu \(number)",
        "name_en": "Bench \(number)", "unit": "percent", "decimals": "2", "min": "0", "max": "100",
        "direction": "higher_is_better",
      ]
      table += columns.map { values[$0] ?? "" }.joined(separator: ",") + "\n"
    }
    try table.write(toFile: path, atomically: true, encoding: .utf8)
  }

  /// Declares a job of long tables.
  func writeJob(_ name: String, files: [String]) throws {
    let sources = try String(contentsOfFile: "etl/catalog/sources.csv", encoding: .utf8)
    var job = """
      # Figures made up by the benchmark.
      job: \(name)
      kind: figures
      title: {vi: "Đo tốc độ", en: "Benchmark"}
      publisher: nobody
      terms: none
      table: {shape: long, source: \(sources.split(separator: "\n")[1].prefix { $0 != "," })}
      files:

      """
    for file in files { job += "  - path: figures/\(file)\n" }
    try job.write(toFile: "\(etl)/jobs/\(name).yml", atomically: true, encoding: .utf8)
  }

  /// The provinces of 2020 to 2024, in the order of the register.
  static func names() throws -> [String] {
    let names = try String(contentsOfFile: "etl/catalog/places.csv", encoding: .utf8)
      .split(separator: "\n")
      .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
      .filter {
        ["province", "municipality"].contains($0[3]) && $0[9] < "2020"
          && ($0[10].isEmpty || $0[10] > "2024-12")
      }
      .map { $0[0] }
    guard names.count == provinces else {
      throw BenchmarkError("\(names.count) provinces in the register, not \(provinces)")
    }
    return names
  }
}

extension SplitMix64 {
  /// A number from 0.01 to 99.99 with two decimals, as a table has it.
  mutating func percent() -> String {
    let value = String(below(10_000))
    return value.count > 2 ? "\(value.dropLast(2)).\(value.suffix(2))" : "0.\(value)1"
  }
}

/// A file that is written line by line.
final class Lines {
  private let file: UnsafeMutablePointer<FILE>

  init(_ path: String) throws {
    guard let file = fopen(path, "w") else { throw BenchmarkError("cannot write \(path)") }
    self.file = file
  }

  func write(_ text: String) { fputs(text, file) }
  func finish() { fclose(file) }
}
