// The project's own figures beside millions of others: 40 indicators of communes and provinces, month by
// month. What is asked of provinces should not feel them.

import Foundation
import PlanGenerator

/// A warehouse with the project's own figures and made-up ones of communes.
struct LargeWarehouse {
  static let indicators = 40
  static let months = 50

  /// A folder of its own, which everything is written to.
  let folder: String
  let program: String
  /// Communes in the catalog.
  let communes: Int
  /// Those of them that have figures, 2,000 each.
  let told: Int

  var environment: [String: String] {
    ["CHISO_HOME": folder + "/home", "CHISO_ETL": folder + "/etl", "LC_ALL": "C"]
  }

  func chiso(_ arguments: [String]) -> Command {
    Command(program: program, arguments: arguments, environment: environment)
  }

  /// Writes the tables and loads them, after the project's own; it then runs until `chiso down`.
  ///
  /// - Returns: seconds that the load of what is made up took.
  func load() throws -> Double {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    // Servers started by root run as another user, who must reach the home.
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder)
    let catalog = MadeUpCatalog(folder: folder, communes: communes, indicators: Self.indicators)
    try catalog.write(keepsJobs: true)
    _ = try chiso(["up", "-q"]).run()
    _ = try chiso(["load", "-q"]).run()
    guard told > 0 else { return 0 }
    try catalog.writeJob("large", files: try writeFigures(in: catalog.etl + "/figures"))
    return try chiso(["load", "large", "-q"]).run()
  }

  /// One table a year, as they come year by year; the order of communes is another in each month.
  ///
  /// - Returns: their names.
  private func writeFigures(in figures: String) throws -> [String] {
    var names: [String] = []
    var random = SplitMix64(seed: 20)
    var places = try MadeUpCatalog.names() + (0..<told).map(MadeUpCatalog.commune)
    for first in stride(from: 0, to: Self.months, by: 12) {
      let year = 2020 + first / 12
      names.append("large-\(year).csv")
      let table = try Lines("\(figures)/large-\(year).csv")
      table.write("place,indicator,level,freq,period,value\n")
      for month in 1...min(12, Self.months - first) {
        places.shuffle(using: &random)
        let period = "\(year)-\(month < 10 ? "0" : "")\(month)"
        for place in places {
          for indicator in 0..<Self.indicators {
            table.write("\(place),bench.i\(indicator),,M,\(period),\(random.percent())\n")
          }
        }
      }
      table.finish()
    }
    return names
  }
}
