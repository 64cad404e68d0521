// Workbooks that tests make up, in the formats of publishers.

import Foundation
import TestSupport
import Testing

/// A folder of one test, gone with it.
final class Scratch {
  let path = NSTemporaryDirectory() + "sheets-" + UUID().uuidString

  init() throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file and returns its path.
  func write(_ name: String, _ bytes: some Sequence<UInt8>) throws -> String {
    let file = path + "/" + name
    try Data(bytes).write(to: URL(fileURLWithPath: file))
    return file
  }

  func write(_ name: String, _ text: String) throws -> String {
    try write(name, Array(text.utf8))
  }

  /// Runs a shell command in the folder.
  func shell(_ command: String) throws {
    let run = Shell.run("cd \(Shell.quoted(path)) && { \(command)\n} 2>/dev/null")
    try #require(run.status == 0, "\(command)")
  }
}

/// A sheet that a test makes up.
struct MadeSheet {
  enum Cell: ExpressibleByStringLiteral, ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral {
    case text(String), number(Double), formula(String), empty
    init(stringLiteral value: String) { self = value.isEmpty ? .empty : .text(value) }
    init(floatLiteral value: Double) { self = .number(value) }
    init(integerLiteral value: Int) { self = .number(Double(value)) }

    var xml: (attributes: String, content: String)? {
      switch self {
      case .text(let text): (" ValueType=\"60\"", text.replacing("&", with: "&amp;"))
      case .number(let number): (" ValueType=\"40\"", "\(number)")
      case .formula(let formula): ("", "=" + formula)
      case .empty: nil
      }
    }
  }

  var name: String
  var isHidden = false
  var rows: [[Cell]]

  /// Gnumeric's XML, which ssconvert turns into anything.
  var xml: String {
    var cells = ""
    for (row, fields) in rows.enumerated() {
      for (column, field) in fields.enumerated() {
        guard let (attributes, content) = field.xml else { continue }
        cells += "<gnm:Cell Row=\"\(row)\" Col=\"\(column)\"\(attributes)>\(content)</gnm:Cell>\n"
      }
    }
    let visibility = isHidden ? "HIDDEN" : "VISIBLE"
    return """
      <gnm:Sheet Visibility="GNM_SHEET_VISIBILITY_\(visibility)"><gnm:Name>\(name)</gnm:Name>
      <gnm:Cells>\(cells)</gnm:Cells></gnm:Sheet>
      """
  }

  /// Writes a workbook; the ending of the name says which kind.
  static func write(_ sheets: [MadeSheet], as name: String, in scratch: Scratch) throws -> String {
    let exporters = [
      "xls": "Gnumeric_Excel:excel_biff8", "xlsx": "Gnumeric_Excel:xlsx",
      "ods": "Gnumeric_OpenCalc:odf",
    ]
    let exporter = try #require(exporters[String(name.split(separator: ".").last ?? "")])
    let xml = """
      <?xml version="1.0" encoding="UTF-8"?>
      <gnm:Workbook xmlns:gnm="http://www.gnumeric.org/v10.dtd"><gnm:SheetNameIndex>
      \(sheets.map { "<gnm:SheetName>\($0.name)</gnm:SheetName>" }.joined())
      </gnm:SheetNameIndex><gnm:Sheets>
      \(sheets.map(\.xml).joined(separator: "\n"))
      </gnm:Sheets></gnm:Workbook>
      """
    _ = try scratch.write("made.gnumeric", xml)
    try scratch.shell("ssconvert --export-type=\(exporter) made.gnumeric '\(name)' >/dev/null")
    return scratch.path + "/" + name
  }
}
