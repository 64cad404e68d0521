// A thousand generated plans, loaded as a job of documents with lineage: plans a second, and memory beside
// that of a tenth of them.

import Foundation
import PlanGenerator

extension PlanReadings {
  /// Loads so many plans, and a tenth of them before.
  func load(_ count: Int) throws -> [(name: String, value: Double)] {
    var peaks: [Double] = []
    var results: [(name: String, value: Double)] = []
    for number in [count / 10, count] {
      let place = "\(folder)/load\(number)"
      try writeJob(number, in: place)
      let environment = [
        "CHISO_HOME": place + "/home", "CHISO_ETL": place + "/etl", "LC_ALL": "C",
      ]
      func chiso(_ arguments: String...) -> Command {
        Command(program: program, arguments: arguments, environment: environment)
      }
      defer { _ = try? chiso("down", "-q").run() }
      _ = try chiso("up", "-q").run()
      do {
        let (seconds, peak) = try chiso("load", "generated", "-q").runWatched()
        print(
          "load of \(number) plans", String(format: "%.2f s, %.1f MiB", seconds, peak))
        peaks.append(peak)
        if number == count {
          results.append(("seconds a plan loaded", seconds / Double(count)))
        }
      } catch let error as BenchmarkError where error.description.contains("kind") {
        print("load of plans: NOT MEASURED (the program has no jobs of documents yet)")
        return []
      }
    }
    if let few = peaks.first, let many = peaks.last, few > 0 {
      results.append(("memory of all plans / a tenth", many / few))
    }
    return results
  }

  /// Writes plans and the job that declares them beside a copy of the catalog.
  private func writeJob(_ count: Int, in place: String) throws {
    let files = FileManager.default
    try files.createDirectory(
      atPath: place + "/etl/jobs", withIntermediateDirectories: true)
    try files.createDirectory(atPath: place + "/etl/plans", withIntermediateDirectories: true)
    // Servers started by root run as another user, who must reach the home.
    try files.setAttributes([.posixPermissions: 0o755], ofItemAtPath: place)
    for part in ["catalog", "language"] where files.fileExists(atPath: "etl/" + part) {
      try files.copyItem(atPath: "etl/" + part, toPath: "\(place)/etl/\(part)")
    }
    var job = """
      # Plans made up by the benchmark.
      job: generated
      kind: documents
      title: {vi: "Đo tốc độ", en: "Benchmark"}
      publisher: nobody
      terms: none
      files:

      """
    for number in 0..<count {
      let layout = PlanLayout.allCases[number % PlanLayout.allCases.count]
      let plan = PlanMaker.plan(layout, seed: UInt64(100_000 + number))
      let path = "plans/plan-\(number).txt"
      try plan.text.write(toFile: "\(place)/etl/\(path)", atomically: true, encoding: .utf8)
      // Many are of one place and year, so that each needs a name of its own.
      job += "  - {path: \(path), head: {plan: generated-\(number)}}\n"
    }
    try job.write(toFile: place + "/etl/jobs/generated.yml", atomically: true, encoding: .utf8)
  }
}
