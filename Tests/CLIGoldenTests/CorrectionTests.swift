import Foundation
import TestSupport
import Testing

/// A publisher's misprint: corrected while it stands, shown with both texts and its cell, and told when
/// the publisher has mended it.
@Suite struct CorrectionTests {
  private static let job = """
    # A workbook of a test.
    job: book
    kind: figures
    title: { vi: Bảng tính, en: Workbook }
    publisher: Bộ Nội vụ
    terms: Facts
    files:
      - path: figures/book.xlsx
        shape: sheet
        sheet: book.csv
        rows: 2-3
        place: A
        headings: { B1: Điểm }
        figures: { B: par, C: par.rank }
        year: 2023
        source: vgp-240417164329841

    """

  /// ssconvert names the sheet after the file.
  private static func write(_ value: String, heading: String = "Điểm", to jobs: SmallJobs) throws {
    try jobs.write("Tỉnh,\(heading),Hạng\nHà Tĩnh,\(value),18\nLạng Sơn,80.5,20\n", "book.csv")
    let run = Shell.run(
      "cd \(Shell.quoted(jobs.path)) && ssconvert book.csv figures/book.xlsx >/dev/null 2>&1")
    try #require(run.status == 0)
  }

  @Test func correctedFigureIsCitedWithBothTextsAndItsCell() async throws {
    let chiso = try Chiso()
    let jobs = try SmallJobs(in: chiso.folder)
    try jobs.write(Self.job, "jobs/book.yml")
    try jobs.write(
      "file,cell,expected,corrected,reason,status\n"
        + "figures/book.xlsx,book.csv!B2,8l.75,81.75,misprint,open\n"
        + "figures/book.xlsx,book.csv!D9,1,2,misprint,open\n", "jobs/book.corrections.csv")
    let load = "load book --etl \(jobs.path)"
    let cite = "cite --place ha-tinh --indicator par --year 2023"
    try Self.write("8l.75", to: jobs)
    try expectGolden(try await chiso.run(load), "load/correction-unread")
    try expectGolden(try await chiso.run(cite), "cite/corrected")
    try expectGolden(try await chiso.run("\(cite) --lang vi"), "cite/corrected-vi")
    let json = try await chiso.run("\(cite) --format json")
    let cited = try #require(
      try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    #expect(cited["value"] as? Double == 81.75)
    #expect(cited["sheet"] as? String == "book.csv")
    #expect(cited["cell"] as? String == "B2")
    #expect(cited["note"] as? String == "book.csv!B2: '8l.75' → '81.75': misprint")

    try Self.write("82.25", to: jobs)
    try expectGolden(try await chiso.run(load), "load/correction-stale")
    #expect(
      try chiso.ask("select value || coalesce(note, '') from warehouse.observation where rank = 18")
        == "82.25")
    let log = try await chiso.run("\(load) --force --log json")
    #expect(log.status == 0)
    #expect(
      log.error.contains(
        #""field":"book.csv!B2","reason":"correction_stale""#))

    try Self.write("82.25", heading: "Hạng", to: jobs)
    let moved = try await chiso.run(load)
    #expect(moved.status == 65)
    try expectGolden(moved, "bad-input/moved-heading")
  }
}
