import Documents
import ETL
import Foundation
import Testing
import Warehouse

/// Long tables of more than two megabytes are read by two threads, and mean the same.
@Suite struct HalvedLoadTests {
  private static let header = "place,indicator,level,period,source,value"

  /// Rows in their order, with something between the halves.
  private static func text(
    _ rows: [String], between: String = "", header: String = header, end: String = ""
  ) -> String {
    let half = rows.count / 2
    return header + "\n" + rows[..<half].map { $0 + end + "\n" }.joined() + between
      + rows[half...].map { $0 + end + "\n" }.joined()
  }

  /// Keys and values as lines; twice as many as in the workshop.
  private static func rows() -> [String] {
    let rows = BulkWorkshop.rows(sources: "abcdefghij")
    return rows.keys.sorted().map { "\($0),\(rows[$0] ?? 0)" }
  }

  private static func hundredths(_ rows: [String]) -> Int {
    rows.reduce(0) { sum, row in
      sum + Int(((Double(row.split(separator: ",").last ?? "") ?? 0) * 100).rounded())
    }
  }

  private func load(_ shop: BulkWorkshop, _ text: String, force: Bool = false) throws
    -> JobWorkshop.Report
  {
    #expect(text.utf8.count > 2 << 20)
    try shop.jobs.write("bulk.csv", text)
    return try shop.jobs.load(["bulk"], force: force)
  }

  @Test func halvesAreTheWhole() async throws {
    let shop = try await BulkWorkshop()
    let rows = Self.rows()
    #expect(try load(shop, Self.text(rows)).outcomes == ["committed \(rows.count) 0 0 0"])
    #expect(try shop.facts() == "\(rows.count)|\(Self.hundredths(rows))|0|0")
    // Each figure names the line that it stands on.
    let lines = try shop.jobs.rows(
      """
      select count(distinct o.line), min(o.line), max(o.line), sum(round((o.value * 100)::numeric) * o.line)
      from warehouse.observation as o
      """)
    let weighted = rows.enumerated().reduce(0) {
      $0 + Self.hundredths([$1.element]) * ($1.offset + 2)
    }
    #expect(lines == ["\(rows.count)|2|\(rows.count + 1)|\(weighted)"])
    // Blank lines in the middle are lines.
    let blank = Self.text(rows, between: String(repeating: "\n", count: 1_000_000))
    #expect(
      try load(shop, blank, force: true).outcomes == ["committed 0 0 \(rows.count) 0"])
  }

  /// A row that goes over the middle: nothing can be parted there.
  @Test func rowOverTheMiddleIsReadOnce() async throws {
    let shop = try await BulkWorkshop()
    let rows = Self.rows()
    let last = rows.count / 2
    var own = rows[last].split(separator: ",", omittingEmptySubsequences: false)
    own[own.count - 1] = "44"
    var changed = rows
    changed.remove(at: last)
    let note = String(repeating: "một dòng\n", count: 80_000)
    let between = own.joined(separator: ",") + ",\"\(note)\"\n"
    let half = changed.count / 2
    let text =
      Self.header + ",note\n" + changed[..<half].map { $0 + ",\n" }.joined() + between
      + changed[half...].map { $0 + ",\n" }.joined()
    let path = shop.jobs.folder + "/bulk.csv"
    let report = try load(shop, text)
    let middle = try #require(try ByteStream.middle(of: path))
    let before = Data(text.utf8).prefix(middle).count { $0 == UInt8(ascii: "\"") }
    #expect(before == 1, "the note does not go over the middle")
    #expect(report.outcomes == ["committed \(rows.count) 0 0 0"], "\(report.refused)")
    let lines = try shop.jobs.rows(
      "select max(line), max(length(note)) from warehouse.observation")
    #expect(lines == ["\(rows.count + 1 + 80_000)|\(note.count - 1)"])
  }

  /// What is wrong is told by its line, in either half, and counted.
  @Test func errorsOfBothHalvesAreTold() async throws {
    let shop = try await BulkWorkshop()
    var rows = Self.rows()
    let (one, other) = (100, rows.count - 100)
    rows[one] = "Nơi nào," + rows[one].split(separator: ",", maxSplits: 1)[1]
    rows[other] += "x"
    let report = try load(shop, Self.text(rows))
    #expect(
      report.refused.map { $0.split(separator: " ").prefix(2).joined(separator: " ") }
        == ["\(one + 2) unknown_place", "\(other + 2) not_a_number"])
    for index in rows.indices where index % 10 == 3 { rows[index] += "x" }
    let bad = rows.indices.count { $0 % 10 == 3 }
    let many = try load(shop, Self.text(rows))
    #expect(many.summary.outcomes.last?.rejected == bad + 2)
    #expect(try shop.facts() == "0|0|0|0")
  }

  /// A line of one half that says again what a line of the other said.
  @Test func repeatedLinesAreFoundAcrossHalves() async throws {
    let shop = try await BulkWorkshop()
    let rows = Self.rows()
    let report = try load(shop, Self.text(rows + [rows[5], rows[9]]))
    #expect(
      report.refused == [
        "\(rows.count + 2) duplicate_row |7", "\(rows.count + 3) duplicate_row |11",
      ])
    #expect(try shop.facts() == "0|0|0|0")
  }
}
