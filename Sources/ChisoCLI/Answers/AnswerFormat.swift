// The forms in which an answer can be had.

import ArgumentParser
import RowRendering

/// The forms of an answer, by the names that the command line uses.
enum AnswerFormat: String, CaseIterable, Sendable, ExpressibleByArgument {
  case table, csv, tsv, json, ndjson, markdown
  /// A workbook with a sheet for each table, and one of sources and notes.
  case xlsx
  /// SDMX-CSV 2.0: figures in the columns of the standard.
  case sdmxCSV = "sdmx-csv"
  /// A Frictionless data package: a folder with tables, their schema, sources, licences and hashes.
  case package = "datapackage"

  /// The form of its text; nil for files that are no text.
  var text: Format? {
    switch self {
    case .sdmxCSV: .csv
    case .xlsx, .package: nil
    default: Format(rawValue: rawValue)
    }
  }

  /// The verbs that can answer with figures, which alone have a form in SDMX.
  static let verbsOfFigures: [Help] = [.compare, .trend, .rank, .export]

  /// Whether people read it as it is: names, decimals and decimal marks, not codes and full precision.
  var isForPeople: Bool { text?.isForPeople ?? false }
}
