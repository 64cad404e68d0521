// The reference in etl/README.md against the readers: columns of every table, words of every list.

import Foundation
import IndicatorModel
import Testing

@testable import ETL

@Suite struct EtlReadmeTests {
  /// Names in the first column of the table under a heading.
  private static func rows(under heading: String) throws -> [String] {
    let lines = try Repository.lines(of: "etl/README.md")
    let start = try #require(lines.firstIndex(of: heading), "no heading '\(heading)'")
    return lines[(start + 1)...].prefix { !$0.hasPrefix("#") }
      .compactMap { line in line.firstMatch(of: /^\| `([^`]+)` \|/).map { String($0.output.1) } }
  }

  @Test(arguments: CatalogTable.all.map(\.name))
  func catalogTablesAreDescribedColumnByColumn(name: String) throws {
    let table = try #require(CatalogTable.all.first { $0.name == name })
    #expect(try Self.rows(under: "### catalog/\(name).csv") == table.columns.map(\.name))
  }

  @Test func figuresAreDescribedColumnByColumn() throws {
    #expect(
      try Set(Self.rows(under: "### Figures, long"))
        == Set(FigureReader.long.required + FigureReader.long.optional))
    #expect(
      try Set(Self.rows(under: "### Figures, wide"))
        == Set(FigureReader.wide + FigureReader.wideOptional + ["<indicator>", "<indicator>.rank"]))
  }

  @Test func reportedResultsAreDescribedColumnByColumn() throws {
    #expect(
      try Self.rows(under: "### Results that a province reports")
        == FigureReader.reported.required + FigureReader.reported.optional)
  }

  @Test func plansAndTargetsAreDescribedColumnByColumn() throws {
    #expect(try Self.rows(under: "### Plans") == PlanTable.columns)
    #expect(try Self.rows(under: "### Targets") == TargetTable.columns)
  }

  @Test func keysOfAJobAreDescribed() throws {
    let keys =
      Job.keys.filter { !["title", "published", "table", "files"].contains($0) }
      + Job.titleKeys.map { "title." + $0 } + Job.publishedKeys.map { "published." + $0 }
      + Job.tableKeys.filter { !Job.sheetKeys.contains($0) }.map { "table." + $0 }
      + Job.fileKeys.filter { !Job.sheetKeys.contains($0) }.map { "files." + $0 }
    #expect(try Set(Self.rows(under: "### Jobs")) == Set(keys))
    #expect(try Self.rows(under: "### Figures by position: sheets") == Job.sheetKeys)
    #expect(try Self.rows(under: "### Corrections") == Correction.columns)
    #expect(try Self.rows(under: "### Documents of plans") == Job.headKeys)
    #expect(try Self.rows(under: "### Decisions") == Decision.columns)
  }

  @Test func everyWordOfAListIsNamed() throws {
    let text = try Repository.text(of: "etl/README.md")
    let words =
      Unit.allCases.map(\.rawValue) + Area.allCases.map(\.rawValue)
      + Level.allCases.map(\.rawValue).filter { !$0.isEmpty } + Direction.allCases.map(\.rawValue)
      + Comparator.allCases.map(\.rawValue) + Measure.allCases.map(\.rawValue)
      + Comparability.allCases.map(\.rawValue) + Job.Kind.allCases.map(\.rawValue)
      + Job.Shape.allCases.map(\.rawValue) + Correction.statuses
      + SheetDeclaration.placeKinds.map(\.rawValue)
    for word in words { #expect(text.contains("`\(word)`"), "`\(word)` is not named") }
    for table in CatalogTable.all {
      for column in table.columns {
        switch column.content {
        case .word(let words), .requiredWord(let words):
          for word in words { #expect(text.contains("`\(word)`"), "`\(word)` is not named") }
        default: break
        }
      }
    }
  }
}
