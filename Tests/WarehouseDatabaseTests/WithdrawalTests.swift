import Testing
import Warehouse

@testable import ETL

/// What is taken back, by hand or because a file adds to its slot or is gone; and what is made anew.
@Suite struct WithdrawalTests {
  private func workshop() async throws -> JobWorkshop {
    let workshop = try await JobWorkshop()
    try workshop.declare("first")
    try workshop.declare("second")
    try workshop.write("first", rows: ["Lạng Sơn,par,2023,86,", "Hà Tĩnh,par,2023,87,"])
    try workshop.write("second", rows: ["Lạng Sơn,sipas,2023,80,"])
    #expect(try workshop.load().outcomes == ["committed 2 0 0 0", "committed 1 0 0 0"])
    return workshop
  }

  // MARK: - By hand

  @Test func whatWasTakenBackStaysSoUntilTheFileChanges() async throws {
    let workshop = try await workshop()
    let report = try workshop.load { try $0.withdraw("first", files: []) }
    #expect(report.outcomes == ["withdrawn 0 0 0 2"])
    #expect(try workshop.facts() == ["lang-son|sipas|2023|80|∅"])
    #expect(
      try workshop.rows("select count(*) from mart.told where recorded_to < 'infinity'") == ["2"],
      "the past keeps it")
    let next = try workshop.load()
    #expect(next.outcomes == ["skipped 0 0 0 0", "skipped 0 0 0 0"])
    #expect(next.summary.outcomes.map(\.staysWithdrawn) == [true, false])
    try workshop.write("first", rows: ["Lạng Sơn,par,2023,86.5,"])
    #expect(try workshop.load().outcomes == ["committed 1 0 0 0", "skipped 0 0 0 0"])
  }

  @Test func forceLoadsWhatWasTakenBack() async throws {
    let workshop = try await workshop()
    _ = try workshop.load { try $0.withdraw("second", files: ["second.csv"]) }
    #expect(try workshop.load(["second"], force: true).outcomes == ["committed 1 0 0 0"])
    #expect(try workshop.load().outcomes == ["skipped 0 0 0 0", "skipped 0 0 0 0"])
    #expect(try workshop.facts().count == 3)
  }

  @Test func aJobThatIsNoLongerDeclaredCanBeTakenBack() async throws {
    let workshop = try await workshop()
    try workshop.remove("jobs/first.yml")
    _ = try workshop.load()
    #expect(try workshop.facts().count == 3, "nobody said to take it back")
    #expect(
      try workshop.load { try $0.withdraw("first", files: []) }.outcomes == ["withdrawn 0 0 0 2"])
    #expect(
      try workshop.load { try $0.withdraw("first", files: []) }.outcomes == [], "nothing is left")
  }

  @Test func namesThatNobodyHasLoadedAreTold() async throws {
    let workshop = try await workshop()
    #expect(throws: UnknownJob(name: "third", known: ["first", "second"])) {
      try workshop.load { try $0.withdraw("third", files: []) }
    }
    #expect(throws: UnknownFile(file: "second.csv", job: "first", known: ["first.csv"])) {
      try workshop.load { try $0.withdraw("first", files: ["second.csv"]) }
    }
    #expect(throws: UnknownJob(name: "catalog", known: ["first", "second"])) {
      try workshop.load { try $0.withdraw("catalog", files: []) }
    }
    #expect(try workshop.facts().count == 3)
  }

  // MARK: - Gone

  @Test func aFileThatVanishedIsToldAndWhatItSaidStays() async throws {
    let workshop = try await workshop()
    try workshop.remove("first.csv")
    let report = try workshop.load()
    #expect(report.outcomes == ["refused 0 0 0 0", "skipped 0 0 0 0"])
    #expect(report.refused == ["0 file_vanished first|first.csv"])
    #expect(try workshop.facts().count == 3)
    _ = try workshop.load { try $0.withdraw("first", files: ["first.csv"]) }
    #expect(try workshop.load().outcomes == ["skipped 0 0 0 0", "skipped 0 0 0 0"])
    #expect(try workshop.facts().count == 1)
  }

  @Test func aFileThatIsDeclaredUnderAnotherNameKeepsItsFacts() async throws {
    let workshop = try await workshop()
    try workshop.move("first.csv", to: "renamed.csv")
    try workshop.declare("first", file: "renamed.csv")
    #expect(try workshop.load().outcomes == ["skipped 0 0 0 0", "skipped 0 0 0 0"])
    #expect(try workshop.facts().count == 3)
    #expect(
      try workshop.rows("select file from ops.slot where job = 'first'") == ["renamed.csv"])
  }

  @Test func whatAFileWasMeantToReplaceStaysWhereItIsRefused() async throws {
    let workshop = try await workshop()
    try workshop.write(
      "other.csv",
      "place,indicator,year,value,rank,source\nLạng Sơn,par,2023,86.5,,vgp-40168\n")
    try workshop.declare("first", file: "other.csv")
    let report = try workshop.load(["first"])
    #expect(report.outcomes == ["refused 0 0 0 0"])
    #expect(report.refused == ["2 said_elsewhere first|first.csv"])
    #expect(try workshop.facts().count == 3)
    _ = try workshop.load { try $0.withdraw("first", files: ["first.csv"]) }
    #expect(try workshop.load(["first"]).outcomes == ["committed 1 0 0 0"])
  }

  // MARK: - Files that add

  @Test func aFileThatAddsTakesNothingBack() async throws {
    let workshop = try await JobWorkshop()
    try workshop.declare("adds", "mode: append")
    try workshop.write("adds", rows: ["Lạng Sơn,par,2022,84,", "Lạng Sơn,par,2023,86,"])
    #expect(try workshop.load().outcomes == ["committed 2 0 0 0"])
    try workshop.write("adds", rows: ["Lạng Sơn,par,2023,86.5,", "Lạng Sơn,par,2024,88,"])
    #expect(try workshop.load().outcomes == ["committed 1 1 0 0"])
    let whole = ["lang-son|par|2022|84|∅", "lang-son|par|2023|86.5|∅", "lang-son|par|2024|88|∅"]
    #expect(try workshop.facts() == whole)
    // Of all files that the slot took in, the newest that says a figure counts.
    try workshop.damage()
    #expect(try workshop.load { try $0.rebuild() }.outcomes == ["committed 2 1 0 1"])
    #expect(try workshop.facts() == whole)
    // A declaration that replaces takes back what the file does not say.
    try workshop.declare("adds")
    #expect(try workshop.load().outcomes == ["committed 0 0 2 1"])
    #expect(try workshop.facts() == Array(whole.dropFirst()))
  }

  // MARK: - Anew

  @Test func aRebuiltWarehouseSaysWhatItsFilesSay() async throws {
    let workshop = try await workshop()
    try workshop.write("first", rows: ["Lạng Sơn,par,2023,86.5,", "Hà Tĩnh,par,2023,87,"])
    _ = try workshop.load()
    let columns = """
      select
          o.province_id, o.place_id, o.series_id, o.period, o.value, o.rank, o.rank_of, o.grp,
          o.flags, o.note, o.slot_id, o.line
      from warehouse.observation as o
      order by 1, 2, 3, 4
      """
    let before = try workshop.rows(columns)
    let momentsOf = "select recorded_from, load_id from warehouse.observation order by 1"
    let moments = try workshop.rows(momentsOf)
    #expect(
      try workshop.load { try $0.rebuild() }.outcomes
        == ["committed 0 0 2 0", "committed 0 0 1 0"], "nothing was wrong")
    #expect(try workshop.rows(momentsOf) == moments)
    try workshop.damage()
    try workshop.remove("first.csv")
    try workshop.remove("second.csv")
    let report = try workshop.load { try $0.rebuild() }
    #expect(report.refused.isEmpty, "the kept bytes are enough")
    #expect(try workshop.rows(columns) == before)
  }

  @Test func keptBytesThatAreGoneAreToldAndTheRestIsRebuilt() async throws {
    let workshop = try await workshop()
    try workshop.remove("jobs/second.yml")
    try workshop.damage()
    let sha256 = try #require(
      try workshop.rows("select sha256 from mart.load where file = 'first.csv'").first)
    let kept = "kept/\(sha256.prefix(2))/\(sha256)"
    try workshop.write(kept, "something else")
    let report = try workshop.load { try $0.rebuild() }
    #expect(report.outcomes == ["refused 0 0 0 0", "refused 0 0 0 0"])
    #expect(
      report.refused.sorted() == [
        "0 kept_missing \(workshop.folder)/\(kept)", "0 not_declared second|second.csv",
      ])
  }
}

extension JobWorkshop {
  /// Gives the first fact to another place, changes the second and deletes the others, as nobody should.
  fileprivate func damage() throws {
    let ordered = """
      select o.*, row_number() over (order by o.series_id, o.place_id, o.period) as n
      from warehouse.observation as o
      """
    let same = "o.series_id = x.series_id and o.place_id = x.place_id and o.period = x.period"
    _ = try rows(
      """
      delete from warehouse.observation as o
      using (\(ordered)) as x
      where \(same) and x.n > 2
      """)
    _ = try rows(
      """
      update warehouse.observation as o
      set value = 1
      from (\(ordered)) as x
      where \(same) and x.n = 2
      """)
    _ = try rows(
      """
      update warehouse.observation as o
      set place_id = p.place_id, province_id = p.province_id
      from (\(ordered)) as x, catalog.place as p
      where \(same) and x.n = 1 and p.place = 'ca-mau'
      """)
  }
}
