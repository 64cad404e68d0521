// Known errors of a publisher's file: what a cell prints and how it is read instead. They stand in
// <job>.corrections.csv beside the job and stop applying when the publisher mends the file.

import IndicatorModel

/// One cell that is read otherwise than it is printed.
struct Correction: Sendable, Hashable {
  static let columns = ["file", "cell", "expected", "corrected", "reason", "status"]
  static let statuses = ["open", "reported", "accepted"]

  /// The cell, `Sheet!C12`, or `C12` in a file without sheets.
  let cell: String
  /// What the cell must print for the correction to hold.
  let expected: String
  /// How it is read; empty for not at all.
  let corrected: String
  let reason: String

  /// Both texts, as `cite` shows them.
  var note: String { "\(cell): '\(expected)' → '\(corrected)': \(reason)" }
  /// What decides how the file is read, as text for hashing.
  var declaration: String { note }

  /// Reads the corrections of a job and puts each to its file.
  ///
  /// - Parameters:
  ///   - job: the job, whose files take them.
  ///   - path: where the table is.
  ///   - file: its path for diagnostics.
  /// - Returns: what is wrong with the table.
  static func read(into job: inout Job, path: String, file: String) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    do {
      var table = try TableReader(path: path, file: file, required: columns, optional: [])
      while var row = try table.next() {
        let name = row.required("file") ?? ""
        let declared = job.files.firstIndex { $0.path == name && $0.shape == .sheet }
        if declared == nil, !name.isEmpty {
          let known = job.files.filter { $0.shape == .sheet }.map(\.path)
          row.reject(.notAllowed, ["file", name, known.listed], "file")
        }
        _ = row.required("status") == nil ? nil : row.word("status", of: statuses)
        let correction = Correction(
          cell: row.required("cell") ?? "", expected: row.required("expected") ?? "",
          corrected: row.text("corrected") ?? "", reason: row.required("reason") ?? "")
        if let declared, row.diagnostics.isEmpty {
          job.files[declared].corrections.append(correction)
        }
        diagnostics += row.diagnostics
      }
    } catch {
      diagnostics.append(error)
    }
    return diagnostics
  }
}
