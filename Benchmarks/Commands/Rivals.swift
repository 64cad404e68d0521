// Other programs that load the same table into the same server, as .ci/install-rivals installs them.

import Foundation

/// pgloader and DuckDB, measured where they are installed.
struct Rivals {
  static let names = ["pgloader", "duckdb"]

  let folder: String
  let psql: String
  let socket: String

  /// Loads the table by each.
  ///
  /// - Returns: seconds, without those of a rival that is not there, which is said aloud.
  /// - Throws: when a rival fails or does not load every row.
  func measure() throws -> [(name: String, seconds: Double)] {
    let python = ".build/rivals/bin/python"
    let csv = folder + "/etl/figures/bulk.csv"
    var measured: [(String, Double)] = []
    if let program = Self.found("pgloader") {
      print("-- pgloader: no lookup, no key\n\(Self.pgloaderTable)")
      let text = try String(contentsOfFile: "Benchmarks/Rivals/pgloader.load", encoding: .utf8)
        .replacingOccurrences(of: "{{CSV}}", with: csv)
        .replacingOccurrences(of: "{{SOCKET}}", with: socket)
      let path = folder + "/pgloader.load"
      try text.write(toFile: path, atomically: true, encoding: .utf8)
      let run = Command(
        program: program, arguments: ["--root-dir", folder + "/pgloader", path])
      measured.append(("pgloader", try time(run, into: "pgloader", Self.pgloaderTable)))
    } else {
      print("NOT MEASURED: pgloader is not installed")
    }
    if (try? Command(program: python, arguments: ["-c", "import duckdb"]).run()) != nil {
      print("-- duckdb: lookup of places and indicators, no key\n\(Self.duckdbTable)")
      let run = Command(
        program: python, arguments: ["Benchmarks/Rivals/duckdb.py", csv, socket])
      measured.append(("duckdb", try time(run, into: "duckdb", Self.duckdbTable)))
    } else {
      print("NOT MEASURED: DuckDB is not installed in .build/rivals")
    }
    return measured
  }

  private static let pgloaderTable = """
    create table pgloader (
        place text, indicator text, level text, freq text, period int4, value float8);
    """
  private static let duckdbTable = """
    create table duckdb (like warehouse.observation including defaults including constraints);
    """

  private func time(_ run: Command, into table: String, _ definition: String) throws -> Double {
    try ask(definition)
    let seconds = try run.run()
    // A division by zero where a row is missing.
    try ask("select 1 / (count(*) = \(BulkLoad.rows))::int from \(table); drop table \(table)")
    return seconds
  }

  private func ask(_ text: String) throws {
    _ = try Command(
      program: psql,
      arguments: [
        "-X", "-q", "-v", "ON_ERROR_STOP=1", "-h", socket, "-U", "postgres", "-d", "chiso", "-c",
        "set search_path = public", "-c", text,
      ]
    ).run()
  }

  private static func found(_ program: String) -> String? {
    (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin").split(separator: ":")
      .map { "\($0)/\(program)" }.first { access($0, X_OK) == 0 }
  }
}
