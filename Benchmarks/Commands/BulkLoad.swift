// Two million figures, loaded by chiso and by PostgreSQL's own COPY in one run: the same facts, as places
// and indicators have names (chiso) or numbers already (psql).

import Foundation
import PlanGenerator

/// The bulk load and what it is measured against.
struct BulkLoad {
  static let provinces = MadeUpCatalog.provinces
  static let communes = 160
  static let indicators = 200
  static var rows: Int { provinces * communes * indicators }

  /// A folder of our own, which everything is written to.
  let folder: String
  let program: String
  let psql: String

  /// How often loads and DuckDB are measured, in turn, each time into an empty warehouse: the page cache of a
  /// machine gives and takes, and the median of three is what counts.
  private static let rounds = 3

  private var environment: [String: String] {
    ["CHISO_HOME": folder + "/home", "CHISO_ETL": folder + "/etl", "LC_ALL": "C"]
  }

  private func chiso(_ arguments: String...) -> Command {
    Command(program: program, arguments: arguments, environment: environment)
  }

  /// Measures; the results by the names in Thresholds/commands.csv.
  func measure() throws -> [(name: String, value: Double)] {
    try writeCatalog()
    var taken: [String: Times] = [:]
    var peak = 0.0
    for round in 1...Self.rounds {
      print("round \(round) of \(Self.rounds)")
      try writeFigures()
      peak = max(peak, try measure(isFirst: round == 1) { taken[$0, default: Times()].add($1) })
    }
    let seconds = taken.mapValues(\.middle)
    let first = seconds["load"] ?? 0
    var results: [(name: String, value: Double)] = []
    for other in ["copy with key", "copy then key"] + Rivals.names {
      if let taken = seconds[other] { results.append(("bulk load / \(other)", first / taken)) }
    }
    for other in ["forced", "revised", "bad values", "bad places"] {
      results.append(("bulk load \(other) / first", (seconds[other] ?? 0) / first))
    }
    return results + [("bulk load memory", peak)]
  }

  /// Measures one round; the slow ones, which are far from their bounds, in the first alone.
  ///
  /// - Parameters:
  ///   - isFirst: whether it is the first round.
  ///   - take: takes a name and its seconds.
  /// - Returns: the most memory that a load took, in MiB.
  /// - Throws: when anything fails, or ends otherwise than it must.
  private func measure(isFirst: Bool, _ take: (String, Double) -> Void) throws -> Double {
    defer {
      _ = try? chiso("down", "-q").run()
      try? FileManager.default.removeItem(atPath: folder + "/home")
    }
    _ = try chiso("up", "-q").run()
    _ = try chiso("load", "small", "-q").run()
    let socket = try socketFolder(environment)
    func server(_ arguments: String...) throws -> Double {
      try Command(
        program: psql,
        arguments: [
          "-X", "-q", "-v", "ON_ERROR_STOP=1", "-h", socket, "-U", "postgres", "-d", "chiso", "-c",
          "set search_path = public",
        ] + arguments
      ).run()
    }
    func note(_ name: String, _ taken: Double, _ peak: String = "") {
      take(name, taken)
      print(
        name.padding(toLength: 40, withPad: " ", startingAt: 0),
        String(format: "%8.2f s", taken), peak)
      fflush(nil)  // each line as it comes, also into a file
    }
    // What one leaves to be written is not paid by the next.
    func settle() throws { _ = try server("-c", "checkpoint") }
    if isFirst {
      print("\(Self.rows) rows; tables as warehouse.observation, see \(folder)/*.sql")
      for (name, text) in [("with-key", Self.withKey), ("key-after", Self.keyAfter)] {
        let sql = text.replacingOccurrences(of: "RESOLVED", with: folder + "/resolved.csv")
        print("-- \(name)\n\(sql)")
        try sql.write(toFile: "\(folder)/\(name).sql", atomically: true, encoding: .utf8)
      }
      note("copy with key", try server("-f", folder + "/with-key.sql"))
      note("copy then key", try server("-f", folder + "/key-after.sql"))
    }
    let rivals = Rivals(folder: folder, psql: psql, socket: socket)
    for name in isFirst ? Rivals.names : ["duckdb"] {
      try settle()
      if let taken = try rivals.measure(name, isFirst: isFirst) { note(name, taken) }
    }
    var peak = 0.0
    func load(_ name: String, _ more: [String] = [], expecting: Int32 = 0) throws {
      try settle()
      let command = Command(
        program: program, arguments: ["load", "bulk", "-q"] + more, environment: environment)
      let (taken, most) = try command.runWatched(expecting: expecting)
      peak = max(peak, most)
      note(name, taken, String(format: "%6.1f MiB", most))
    }
    try load("load")
    try load("forced", ["--force"])
    try writeFigures(.revised)
    try load("revised")
    try writeFigures(.badValues)
    try load("bad values", expecting: 65)
    try writeFigures(.badPlaces)
    try load("bad places", expecting: 65)
    return peak
  }

  /// The columns that the file fills; those of sheets and documents stay null, and neither sends them.
  private static let columns = """
    value, province_id, place_id, series_id, period, recorded_from, rank, rank_of, load_id, slot_id, \
    line, flags, grp, note
    """

  private static let withKey = """
    create table with_key (
        like warehouse.observation including defaults including constraints,
        primary key (series_id, place_id, period, province_id));
    \\copy with_key (\(columns)) from 'RESOLVED' csv
    drop table with_key;
    """

  private static let keyAfter = """
    create table key_after (like warehouse.observation including defaults including constraints);
    \\copy key_after (\(columns)) from 'RESOLVED' csv
    alter table key_after add primary key (series_id, place_id, period, province_id);
    drop table key_after;
    """

  private func socketFolder(_ environment: [String: String]) throws -> String {
    let status = try Command.output(of: program, ["status", "--lang", "en"], environment)
    guard
      let line = status.split(separator: "\n").first(where: { $0.hasPrefix("socket in ") })
    else { throw BenchmarkError("status does not name the socket") }
    return String(line.dropFirst("socket in ".count))
  }

  // MARK: - Files

  /// The project's own provinces, sources and indicators, and made-up communes and indicators below.
  private func writeCatalog() throws {
    let catalog = MadeUpCatalog(
      folder: folder, communes: Self.provinces * Self.communes, indicators: Self.indicators)
    try catalog.write(keepsJobs: false)
    try catalog.writeJob("bulk", files: ["bulk.csv"])
    try catalog.writeJob("small", files: ["small.csv"])
    try "place,indicator,level,freq,period,value\nlang-son,bench.i0,,A,2023,50\n".write(
      toFile: folder + "/etl/figures/small.csv", atomically: true, encoding: .utf8)
  }

  /// How a table differs from the first: one row in a hundred, or one in ten.
  private enum Change { case revised, badValues, badPlaces }

  /// Writes the table for chiso and, once, the same with numbers for psql; the order is random, seeded.
  private func writeFigures(_ change: Change? = nil) throws {
    var random = SplitMix64(seed: 7)
    var order = Array(0..<Self.rows)
    order.shuffle(using: &random)
    let named = try Lines(folder + "/etl/figures/bulk.csv")
    let numbered = change != nil ? nil : try Lines(folder + "/resolved.csv")
    named.write("place,indicator,level,freq,period,value\n")
    for (index, number) in order.enumerated() {
      let indicator = number % Self.indicators
      let commune = number / Self.indicators % Self.communes
      let province = number / Self.indicators / Self.communes
      var value = random.percent()
      var place = "c\(province)-\(commune)"
      switch change {
      case .revised where index % 100 == 7: value = value.hasPrefix("5") ? "4.01" : "5.02"
      case .badValues where index % 10 == 7: value = index % 20 == 7 ? "x\(index)" : "123.4"
      case .badPlaces where index % 10 == 7: place = "Xã \(place) số \(index)"
      default: break
      }
      named.write("\(place),bench.i\(indicator),,A,2024,\(value)\n")
      numbered?.write(
        "\(value),\(province),\(1000 + province * Self.communes + commune),\(indicator),2024-01-01,"
          + "2026-01-01 00:00:00+00,,,1,1,\(index + 2),A,,\n")
    }
    named.finish()
    numbered?.finish()
  }
}
