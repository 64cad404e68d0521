// What can go wrong when a workbook is written.

/// Why a workbook could not be written.
public enum SpreadsheetError: Error, Equatable {
  /// libxlsxwriter is not on this machine, or lacks what is used of it; the name of its file.
  case libraryMissing(String)
  /// The file, or the temporary file of a sheet, cannot be written; the reason in words.
  case cannotWrite(path: String, reason: String)
  /// A text is longer than a cell can hold (32,767 characters).
  case cellTooLong(row: Int, column: String)
  /// A sheet has more columns than a workbook can hold (16,384).
  case tooManyColumns(Int)
}
