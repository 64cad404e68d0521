import IndicatorModel
import LibPQ
import Testing
import Warehouse

/// What the project carries, beside what stands in the publishers' own tables and pages.
///
/// The figures here were looked up there by hand, not copied from an answer.
@Suite struct CarriedFigureTests {
  private func figure(_ place: String, _ indicator: String, _ year: Int) async throws -> FigureRow {
    var session = try Session(await TestWarehouse.carried(), for: .asking)
    let rows = try session.trend(
      Selection(places: [place], indicators: [indicator], years: "\(year)"))
    return try #require(rows.count == 1 ? rows.first : nil, "\(rows.count) rows")
  }

  private func near(_ value: Double?, _ expected: Double, within: Double = 1e-9) -> Bool {
    value.map { abs($0 - expected) <= within } ?? false
  }

  @Test func pciOfLangSon2012() async throws {
    // PCI 2012.xlsx, summary sheet, row 34: 56.28817 Lạng Sơn; transparency 5.89431, row 30.
    let total = try await figure("lang-son", "pci", 2012)
    #expect(total.value == 56.28817)
    #expect(total.rank == 34)
    #expect(total.rankOf == 63)
    #expect(!total.isDerived)
    let transparency = try await figure("lang-son", "pci.transparency", 2012)
    #expect(transparency.value == 5.89431)
  }

  @Test func pciOfHaTinh2019() async throws {
    // PCI 2019.xlsx, summary sheet: "Ha Tinh", 27, 65.462173461914063, 8.0763015747070313 ...;
    // VCCI's page of the province prints 65.46 and 27.
    let total = try await figure("ha-tinh", "pci", 2019)
    #expect(total.value == 65.462173461914063)
    #expect(total.rank == 27)
    #expect(try await figure("ha-tinh", "pci.entry_costs", 2019).value == 8.0763015747070313)
  }

  @Test func pciOfHanoiAcross2008() async throws {
    // PCI 2008.xls: 53.73638; PCI 2009.xls: 33, "Hà Nội", ..., 58.17699.
    let before = try await figure("ha-noi-before-2008", "pci", 2008)
    #expect(before.geography == "vn-64")
    #expect(near(before.value, 53.73638, within: 1e-6))
    let after = try await figure("ha-noi", "pci", 2009)
    #expect(near(after.value, 58.17699, within: 1e-6))
    #expect(after.rank == 33)
    #expect(after.geography == "vn-63")
    // New weights in 2009, and Hà Tây came to Hà Nội in August 2008.
    #expect(after.breakKind == "method+boundary")
    #expect(after.change == nil)
    #expect(after.rankChange == nil)
  }

  @Test func pciOf2022() async throws {
    // VCCI's page of Hà Tĩnh: 67.18, 18; of Lạng Sơn the provincial paper: 67.88, 15/63; Quảng Ninh
    // first with 72.95.
    let langSon = try await figure("lang-son", "pci", 2022)
    #expect(langSon.value == 67.88)
    #expect(langSon.rank == 15)
    #expect(langSon.rankOf == 63)
    let haTinh = try await figure("ha-tinh", "pci", 2022)
    #expect(haTinh.value == 67.18)
    #expect(haTinh.rank == 18)
    let quangNinh = try await figure("quang-ninh", "pci", 2022)
    #expect(quangNinh.value == 72.95)
    #expect(quangNinh.rank == 1)
  }

  @Test func printedRankOf2020GoesBeforeThatOfTheResearchPanel() async throws {
    // VCCI's page of Hà Tĩnh prints 64.56 and 21; a panel of totals computed 20 from rounded values.
    let total = try await figure("ha-tinh", "pci", 2020)
    #expect(total.value == 64.56)
    #expect(total.rank == 21)
    #expect(total.rankSource != "computed")
  }

  @Test func papiOf2019() async throws {
    // PAPI 2019 FULL vie.xlsx, "Unweighted PAPI Score": Lang Son 44.073619842529297, Ha Tinh
    // 44.797931671142578; "Weighted PAPI Score" of Lang Son 47.144283294677734; dimension 4 of Ha Tinh
    // 7.290523529052734.
    #expect(try await figure("lang-son", "papi", 2019).value == 44.073619842529297)
    #expect(try await figure("ha-tinh", "papi", 2019).value == 44.797931671142578)
    #expect(try await figure("lang-son", "papi.weighted", 2019).value == 47.144283294677734)
    #expect(near(try await figure("ha-tinh", "papi.4", 2019).value, 7.290523529052734))
    let isDerived = try await figure("ha-tinh", "papi", 2019).isDerived
    #expect(!isDerived)
  }

  @Test func papiOfCanTho2024IsPrintedAndAgreesWithItsParts() async throws {
    // Plan 101/KH-UBND of Cần Thơ, 2025: 40.44, 59th. The 28 values of the panel add up to 40.4427.
    let total = try await figure("can-tho", "papi", 2024)
    #expect(total.value == 40.44)
    #expect(total.rank == 59)
    #expect(!total.isDerived)
    var sum = 0.0
    for dimension in 1...8 {
      let row = try await figure("can-tho", "papi.\(dimension)", 2024)
      #expect(row.isDerived)
      sum += try #require(row.value)
    }
    #expect(near(sum, 40.4427, within: 5e-5))
  }

  @Test func papiOf2024IsSummedAndRankedLikeThePrintedOnes() async throws {
    // Sums of the 28 values of the panel: Hà Tĩnh 45.5531, Lạng Sơn 45.0036, Quảng Ninh 47.8212; 61
    // provinces have all 28. Among the 61 sums these are 6th, 12th and first. Printed are Huế 11th
    // and Hà Nội 29th, which the sums give, too.
    let haTinh = try await figure("ha-tinh", "papi", 2024)
    #expect(near(haTinh.value, 45.5531, within: 5e-5))
    #expect(haTinh.isDerived)
    #expect(haTinh.standing == "ha-tinh 6/61 computed")
    let langSon = try await figure("lang-son", "papi", 2024)
    #expect(near(langSon.value, 45.0036, within: 5e-5))
    #expect(langSon.standing == "lang-son 12/61 computed")
    #expect(try await figure("quang-ninh", "papi", 2024).rank == 1)
    let hue = try await figure("thua-thien-hue", "papi", 2024)
    #expect(hue.rank == 11)
    #expect(hue.isDerived)
    #expect(hue.rankSource != "computed")
    let hanoi = try await figure("ha-noi", "papi", 2024)
    #expect(hanoi.value == 43.7)
    #expect(hanoi.rank == 29)
  }

  @Test func papiOf2021HasNoConstructionPermits() async throws {
    // Lạng Sơn 2021: 2.619350195 + 2.297017574 + 2.533766031 = 7.4501338 for dimension 5; total 45.8381,
    // fourth of the 60 with all 28 parts.
    let dimension = try await figure("lang-son", "papi.5", 2021)
    #expect(near(dimension.value, 7.4501338, within: 1e-8))
    #expect(dimension.isDerived)
    #expect(dimension.breakKind == "method")
    #expect(dimension.change == nil)
    let total = try await figure("lang-son", "papi", 2021)
    #expect(near(total.value, 45.8381, within: 5e-5))
    #expect(total.standing == "lang-son 4/60 computed")
  }

  @Test func dtiOfLangSon2022() async throws {
    // dti.gov.vn, table of 2022: rank 6; the score 0.6837 is printed by a newspaper only.
    let total = try await figure("lang-son", "dti", 2022)
    #expect(total.rank == 6)
    #expect(total.value == 0.6837)
    #expect(total.source != total.rankSource)
    #expect(total.rankSource != nil)
  }

  @Test func parOfHaTinh() async throws {
    // The province's portal, 25/5/2022: 88.6 and 8th for 2021, 8 places up; 85.31 and 16th for 2020.
    let row = try await figure("ha-tinh", "par", 2021)
    #expect(row.value == 88.6)
    #expect(row.rank == 8)
    #expect(row.rankOf == 63)
    #expect(near(row.change, 3.29))
    #expect(row.rankChange == 8)
    #expect(near(row.changePercent, 329 / 85.31))
  }

  @Test func parAndSipasOfLangSon() async throws {
    // The provincial paper: PAR INDEX 2018 77.25, 26/63. Plan 156/KH-UBND: for 2021 PAR INDEX 87.11,
    // 23rd, SIPAS 87.07, 31st.
    let par2018 = try await figure("lang-son", "par", 2018)
    #expect(par2018.value == 77.25)
    #expect(par2018.rank == 26)
    let par2021 = try await figure("lang-son", "par", 2021)
    #expect(par2021.value == 87.11)
    #expect(par2021.rank == 23)
    let sipas = try await figure("lang-son", "sipas", 2021)
    #expect(sipas.value == 87.07)
    #expect(sipas.rank == 31)
  }

  @Test func latestCommonYearOfTwoProvinces() async throws {
    // PCI 2024: VCCI prints the best 30 only; Lạng Sơn is 16th with 69.01.
    var session = try Session(await TestWarehouse.carried(), for: .asking)
    let rows = try session.comparison(
      Selection(places: ["lang-son", "ha-tinh"], indicators: ["papi"]))
    #expect(rows.map(\.year) == ["2024", "2024"])
    #expect(rows.map(\.place) == ["lang-son", "ha-tinh"])
  }

  @Test func dtiOf2024HasTwoGeographies() async throws {
    var session = try Session(await TestWarehouse.carried(), for: .asking)
    let rows = try session.ranking(Selection(indicators: ["dti"]), year: 2024, region: nil)
    #expect(Set(rows.map(\.geography)) == ["vn-63", "vn-34"])
    for geography in ["vn-63", "vn-34"] {
      let places = rows.filter { $0.geography == geography }.map(\.place)
      #expect(Set(places).count == places.count)
    }
    // After July 2025 there is no Hà Giang, before it no Tuyên Quang of two provinces.
    #expect(rows.allSatisfy { $0.geography == "vn-34" || !$0.place.hasSuffix("-2025") })
    #expect(rows.allSatisfy { $0.geography == "vn-63" || $0.place != "ha-giang" })
    let moved = rows.filter { $0.geography == "vn-34" && $0.place.hasSuffix("-2025") }
    #expect(moved.allSatisfy { $0.breakKind == "method+boundary" && $0.rankChange == nil })
  }

  @Test func coverageCountsWhatSomebodyPrintsAndWhatIsSummed() async throws {
    var session = try Session(await TestWarehouse.carried(), for: .asking)
    let coverage = try session.coverage()
    let papi = try #require(coverage.first { $0.edition == "papi-2024" })
    // 61 with all parts; two of them (Cần Thơ, Hà Nội) have a printed total.
    #expect(papi.withValue == 2)
    #expect(papi.withDerivedValue == 59)
    // Printed: Cao Bằng, Cần Thơ, Hà Nội, Huế.
    #expect(papi.withRank == 4)
    #expect(papi.withComputedRank == 57)
    let pci = try #require(coverage.first { $0.edition == "pci-2012" })
    #expect(pci.withValue == 63)
    #expect(pci.withRank == 63)
    #expect(pci.withDerivedValue == 0)
    let pci2008 = try #require(coverage.first { $0.edition == "pci-2008" })
    #expect(pci2008.withValue == 64)
  }

  @Test func everyNumberLeadsToItsFile() async throws {
    var session = try Session(await TestWarehouse.carried(), for: .asking)
    let period = try #require(Period(year: 2012))
    let cited = try session.citations(
      places: ["lang-son"], indicator: "pci", period: period, level: "", includingParts: false,
      selection: Selection())
    let first = try #require(cited.first)
    #expect(first.value == 56.28817)
    #expect(first.source == "vcci-pci-2012-workbook")
    #expect(first.job == "pci-components")
    #expect(first.file == "figures/pci/components.csv")
    #expect(first.sha256?.count == 64)
    #expect((first.line ?? 0) > 1)
    #expect(first.tier == 1)
  }

  @Test func nothingThatIsCarriedIsAnOrphan() async throws {
    let database = try await TestWarehouse.carried()
    var connection = try Connection(database)
    let lost = try connection.column(
      """
      select count(*) from warehouse.observation as o
      where not exists (select from catalog.place as p where p.place_id = o.place_id)
          or not exists (select from catalog.series as s where s.series_id = o.series_id)
          or not exists (select from ops.load_file as f where f.load_id = o.load_id and f.slot_id = o.slot_id)
      """)
    #expect(lost == ["0"])
    #expect(try connection.column("select count(*) from ops.reject") == ["0"])
  }

  // MARK: - Targets

  @Test func targetsOfLangSonStandBesideTheirResults() async throws {
    var session = try Session(await TestWarehouse.carried(), for: .asking)
    let rows = try session.targets(
      Selection(places: ["lang-son"], indicators: ["par", "sipas", "papi"]))
    func target(_ plan: String, _ indicator: String) -> TargetRow? {
      rows.first { $0.plan == plan && $0.indicator == indicator }
    }
    // The plan of 2024 wants ranks: PAR INDEX within 35, SIPAS within 30, PAPI within 15.
    let par = try #require(target("lang-son-2024", "par"))
    #expect([par.comparator, par.unit] == ["<=", "rank"])
    #expect(par.value == 35)
    // The last printed rank before the end of 2024 is that of 2021: 23rd of 63.
    #expect(par.resultPeriod == "2021-01-01")
    #expect(par.resultRank == 23)
    #expect(par.resultRankOf == 63)
    let sipas = try #require(target("lang-son-2024", "sipas"))
    #expect(sipas.value == 30)
    #expect(sipas.resultRank == 31)
    let papi = try #require(target("lang-son-2024", "papi"))
    #expect(papi.value == 15)
    #expect(papi.resultPeriod == "2024-01-01")
    #expect(papi.resultRank == 12)
    #expect(papi.resultRankOf == 61)
    #expect(papi.resultSource == "computed")
    // The plan of 2021-2025 wants values: 85 and 90 percent.
    let five = try #require(target("lang-son-2021-2025", "par"))
    #expect(five.value == 85)
    #expect(five.resultValue == 87.11)
    #expect(target("lang-son-2021-2025", "sipas")?.resultValue == 87.07)
  }
}
