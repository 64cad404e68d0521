import ETL
import Testing
import Warehouse

/// Checks in the transaction of a load: an error undoes the file, a warning is kept.
@Suite struct CheckedLoadTests {
  @Test func aFileThatContradictsItsRanksIsRefused() async throws {
    let workshop = try await JobWorkshop()
    try workshop.declare("ranks")
    try workshop.write("ranks", rows: ["Lạng Sơn,par,2023,90,1", "Hà Tĩnh,par,2023,85,2"])
    #expect(try workshop.load().outcomes == ["committed 2 0 0 0"])
    try workshop.write(
      "ranks",
      rows: ["Lạng Sơn,par,2023,90,1", "Hà Tĩnh,par,2023,85,2", "Nghệ An,par,2023,88,3"])
    let report = try workshop.load()
    #expect(report.outcomes == ["refused 0 0 0 0"])
    #expect(
      report.refused == ["4 check_failed rank_order|nghe-an, par, 2023, vgp-40168|3|88|85"])
    #expect(try workshop.facts() == ["ha-tinh|par|2023|85|2", "lang-son|par|2023|90|1"])
    #expect(
      try workshop.rows("select check_name, severity, place, line from mart.finding")
        == ["rank_order|error|nghe-an|4"])
    #expect(try workshop.rows("select reason, line from mart.reject") == ["check_failed|4"])
    // What is mended is loaded without help.
    try workshop.write(
      "ranks",
      rows: ["Lạng Sơn,par,2023,90,1", "Hà Tĩnh,par,2023,85,2", "Nghệ An,par,2023,84,3"])
    #expect(try workshop.load().outcomes == ["committed 1 0 2 0"])
  }

  @Test func aListOfThePublisherThatWasCutIsRefused() async throws {
    let workshop = try await JobWorkshop()
    try workshop.declare("cut")
    try workshop.write(
      "cut", rows: ["Lạng Sơn,pci,2019,64,1", "Hà Tĩnh,pci,2019,63,2"],
      source: "vcci-pci-2019-workbook")
    let report = try workshop.load()
    #expect(report.outcomes == ["refused 0 0 0 0"])
    #expect(
      report.refused == [
        "0 check_failed places_missing|pci, 2019, vcci-pci-2019-workbook|2|63|"
          + "an-giang, ba-ria-vung-tau, bac-giang, bac-kan, bac-lieu"
      ])
    #expect(try workshop.facts().isEmpty)
  }

  @Test func warningsAreLoadedAndKept() async throws {
    let workshop = try await JobWorkshop()
    try workshop.declare("one")
    try workshop.declare("other")
    try workshop.write("one", rows: ["Lạng Sơn,par,2023,86.5,"])
    try workshop.write("other", rows: ["Lạng Sơn,par,2023,86.9,"], source: "baohatinh-264935")
    let report = try workshop.load()
    #expect(report.outcomes == ["committed 1 0 0 0", "committed 1 0 0 0"])
    #expect(report.summary.outcomes.map(\.warnings) == [0, 1])
    #expect(
      try workshop.rows(
        "select job, check_name, severity, arguments[1], arguments[3] from mart.finding")
        == ["other|sources_differ|warning|86.9|86.5"])
    // Nothing changed, so nothing is looked at again.
    #expect(try workshop.load(force: true).summary.outcomes.map(\.warnings) == [0, 0])
  }

  /// A first large file is checked as the partition that it becomes, a later one as what differs.
  @Test func aLargeFileIsCheckedBeforeAnybodySeesIt() async throws {
    let workshop = try await JobWorkshop()
    try workshop.declare("large")
    func write(second: Int, third: Int) throws {
      let note = String(repeating: "x", count: 600_000)
      try workshop.write(
        "large.csv",
        """
        place,indicator,year,value,rank,source,note
        Lạng Sơn,par,2023,90,1,vgp-40168,\(note)
        Hà Tĩnh,par,2023,\(second),2,vgp-40168,\(note)
        Nghệ An,par,2023,\(third),3,vgp-40168,

        """)
    }
    try write(second: 85, third: 88)
    #expect(try workshop.load().outcomes == ["refused 0 0 0 0"])
    #expect(try workshop.facts().isEmpty)
    #expect(
      try workshop.rows(
        "select to_regclass('warehouse.observation_y2023') is null, count(*) from mart.told")
        == ["t|0"])
    try write(second: 85, third: 84)
    #expect(try workshop.load().outcomes == ["committed 3 0 0 0"])
    try write(second: 83, third: 84)
    #expect(try workshop.load().outcomes == ["refused 0 0 0 0"])
    #expect(
      try workshop.facts()
        == ["ha-tinh|par|2023|85|2", "lang-son|par|2023|90|1", "nghe-an|par|2023|84|3"])
    #expect(try workshop.rows("select tablename from pg_tables where schemaname = 'staging'") == [])
  }
}
