// Other programs that load the same table into the same server, as .ci/install-rivals installs them.

import Foundation

/// pgloader and DuckDB, measured where they are installed.
struct Rivals {
  static let names = ["pgloader", "duckdb"]

  let folder: String
  let psql: String
  let socket: String

  /// Loads the table by one of them.
  ///
  /// - Parameters:
  ///   - name: one of `names`.
  ///   - isFirst: whether its table is to be printed.
  /// - Returns: seconds; nil for a rival that is not there, which is said aloud.
  /// - Throws: when a rival fails or does not load every row.
  func measure(_ name: String, isFirst: Bool) throws -> Double? {
    let isLoader = name == "pgloader"
    guard let command = try isLoader ? pgloader() : duckdb() else {
      print("NOT MEASURED: \(name) is not installed")
      return nil
    }
    let (table, note) =
      isLoader
      ? (Self.pgloaderTable, "no lookup, no key")
      : (Self.duckdbTable, "lookup of places and indicators, no key")
    if isFirst { print("-- \(name): \(note)\n\(table)") }
    try ask(table)
    let seconds = try command.run()
    // A division by zero where a row is missing.
    try ask("select 1 / (count(*) = \(BulkLoad.rows))::int from \(name); drop table \(name)")
    return seconds
  }

  private var csv: String { folder + "/etl/figures/bulk.csv" }

  private func pgloader() throws -> Command? {
    guard let program = Self.found("pgloader") else { return nil }
    let text = try String(contentsOfFile: "Benchmarks/Rivals/pgloader.load", encoding: .utf8)
      .replacingOccurrences(of: "{{CSV}}", with: csv)
      .replacingOccurrences(of: "{{SOCKET}}", with: socket)
    let path = folder + "/pgloader.load"
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    return Command(program: program, arguments: ["--root-dir", folder + "/pgloader", path])
  }

  private func duckdb() throws -> Command? {
    let python = ".build/rivals/bin/python"
    guard (try? Command(program: python, arguments: ["-c", "import duckdb"]).run()) != nil else {
      return nil
    }
    return Command(program: python, arguments: ["Benchmarks/Rivals/duckdb.py", csv, socket])
  }

  private static let pgloaderTable = """
    create table pgloader (
        place text, indicator text, level text, freq text, period int4, value float8);
    """
  private static let duckdbTable = """
    create table duckdb (like warehouse.observation including defaults including constraints);
    """

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
