// Holds the headings of a sheet against what its declaration says of them: a publisher who moves a column
// changes what every figure below means.

import Documents
import IndicatorModel

/// The headings of one sheet that do not say what was declared.
struct SheetHeadings {
  /// A heading that says something else.
  struct Difference {
    let heading: SheetLayout.Heading
    let found: String
  }

  /// Looks the declared headings up.
  ///
  /// - Parameters:
  ///   - layout: the layout that declares them.
  ///   - rows: the sheet, from its first row.
  /// - Returns: what differs, in the order of the rows; empty cells among them.
  /// - Throws: `DocumentError`.
  static func differences(
    from layout: SheetLayout, in rows: consuming SheetRows
  ) throws(DocumentError) -> [Difference] {
    var differences: [Difference] = []
    var waiting = layout.headings[...]
    while !waiting.isEmpty {
      let row = try rows.next()
      let index = row?.index ?? .max
      // A row that the sheet leaves out before its first one, or has not, is empty.
      while let heading = waiting.first, heading.row < index {
        differences.append(Difference(heading: heading, found: ""))
        waiting.removeFirst()
      }
      guard let row else { break }
      while let heading = waiting.first, heading.row == index {
        let found = row[heading.column].trimmed
        if !says(found, heading.text) {
          differences.append(Difference(heading: heading, found: found))
        }
        waiting.removeFirst()
      }
    }
    return differences
  }

  /// Whether the declared words stand in a heading in their order, whatever their marks and case.
  private static func says(_ found: String, _ declared: String) -> Bool {
    " \(NameFolding.phrase(found)) ".contains(" \(NameFolding.phrase(declared)) ")
  }
}
