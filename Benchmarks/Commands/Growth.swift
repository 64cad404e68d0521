// What questions take in the project's own warehouse, beside a million and beside twenty million other
// figures, turn by turn.

import Foundation

/// The same questions in a small, a middle and a large warehouse.
struct Growth {
  private typealias Sized = (name: String, warehouse: LargeWarehouse)

  /// A folder of its own, which everything is written to.
  let folder: String
  let program: String

  /// Questions about what is made up, which the small warehouse does not know, and about loads.
  private static let further: [(name: String, arguments: [String])] = [
    ("trend of months", ["trend", "--place", "lang-son", "--indicator", "bench.i7"]),
    ("trend of a commune", ["trend", "--place", "c5-7", "--indicator", "bench.i7"]),
    (
      "compare of months",
      ["compare", "--place", "lang-son,ha-tinh", "--indicator", "bench.i7,bench.i8"]
    ),
    ("rank of a month", ["rank", "--indicator", "bench.i7", "--year", "2022"]),
    ("status", ["status"]),
    ("status of coverage", ["status", "--coverage"]),
    ("loads", ["loads"]),
    ("jobs", ["jobs"]),
    // From the end of a day that is still to come: nothing that is loaded need be read.
    ("diff of nothing", ["diff", "--from", "2199-01-01"]),
  ]

  /// Loads and measures; the results by the names in Thresholds/commands.csv.
  func measure(rounds: Int) throws -> [(name: String, value: Double)] {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder)
    // Communes in the catalog, and those of them that have figures, 2,000 each.
    let warehouses: [Sized] = [("demo", 0, 0), ("1m", 10_000, 500), ("20m", 10_000, 10_000)].map {
      let warehouse = LargeWarehouse(
        folder: "\(folder)/\($0)", program: program, communes: $1, told: $2)
      return ($0, warehouse)
    }
    defer { for sized in warehouses { _ = try? sized.warehouse.chiso(["down", "-q"]).run() } }
    for sized in warehouses {
      print("load of \(sized.name)", String(format: "%8.2f s", try sized.warehouse.load()))
      fflush(nil)
    }
    var results: [(name: String, value: Double)] = []
    func ask(_ name: String, _ arguments: [String], in asked: ArraySlice<Sized>) throws {
      var times = asked.map { _ in Times() }
      for _ in 0..<rounds {
        for (number, sized) in asked.enumerated() {
          times[number].add(try sized.warehouse.chiso(arguments).run())
        }
      }
      for (sized, taken) in zip(asked, times) {
        let label = "\(name), \(sized.name)".padding(toLength: 40, withPad: " ", startingAt: 0)
        print(label, taken.text)
      }
      fflush(nil)
      let middle = times.suffix(2).map(\.middle)
      results.append(("\(name) in 20 million / in 1 million", middle[1] / middle[0]))
      if times.count == 3 {
        results.append(("\(name) in 20 million beyond demo", middle[1] - times[0].middle))
      }
    }
    for question in Question.all { try ask(question.name, question.arguments, in: warehouses[...]) }
    for (name, arguments) in Self.further { try ask(name, arguments, in: warehouses.dropFirst()) }
    return results
  }
}
