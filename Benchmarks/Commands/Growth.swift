// What questions take in the project's own warehouse, beside a million and beside twenty million other
// figures, turn by turn.

import Foundation

/// The same questions in a small, a middle and a large warehouse.
struct Growth {
  /// A folder of its own, which everything is written to.
  let folder: String
  let program: String

  /// Questions about what is made up; the small warehouse knows nothing of it.
  private static let further: [(name: String, arguments: [String])] = [
    ("trend of months", ["trend", "--place", "lang-son", "--indicator", "bench.i7"]),
    ("trend of a commune", ["trend", "--place", "c5-7", "--indicator", "bench.i7"]),
    (
      "compare of months",
      ["compare", "--place", "lang-son,ha-tinh", "--indicator", "bench.i7,bench.i8"]
    ),
    ("rank of a month", ["rank", "--indicator", "bench.i7", "--year", "2022"]),
    ("profile", ["profile", "lang-son"]),
    ("status", ["status"]),
    ("status of coverage", ["status", "--coverage"]),
    ("loads", ["loads"]),
    ("jobs", ["jobs"]),
  ]

  /// Loads and measures; the results by the names in Thresholds/commands.csv.
  func measure(rounds: Int) throws -> [(name: String, value: Double)] {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder)
    let warehouses = [
      ("demo", LargeWarehouse(folder: folder + "/demo", program: program, communes: 0, told: 0)),
      ("1m", LargeWarehouse(folder: folder + "/1m", program: program, communes: 10_000, told: 500)),
      (
        "20m",
        LargeWarehouse(folder: folder + "/20m", program: program, communes: 10_000, told: 10_000)
      ),
    ]
    defer { for (_, warehouse) in warehouses { _ = try? warehouse.chiso(["down", "-q"]).run() } }
    for (name, warehouse) in warehouses {
      print("load of \(name)", String(format: "%8.2f s", try warehouse.load()))
      fflush(nil)
    }
    var results: [(name: String, value: Double)] = []
    for (name, arguments) in Question.all.map({ ($0.name, $0.arguments) }) + Self.further {
      let isOwn = !Self.further.contains { $0.name == name }
      let asked = warehouses.filter { isOwn || $0.0 != "demo" }
      var times = [String: Times]()
      for _ in 0..<rounds {
        for (size, warehouse) in asked {
          times[size, default: Times()].add(try warehouse.chiso(arguments).run())
        }
      }
      for (size, _) in asked {
        let label = "\(name), \(size)".padding(toLength: 40, withPad: " ", startingAt: 0)
        print(label, (times[size] ?? Times()).text)
      }
      fflush(nil)
      let middle = times.mapValues(\.middle)
      guard let few = middle["1m"], let many = middle["20m"] else { continue }
      results.append(("\(name) in 20 million / in 1 million", many / few))
      if let demo = middle["demo"] {
        results.append(("\(name) in 20 million beyond demo", many - demo))
      }
    }
    return results
  }
}
