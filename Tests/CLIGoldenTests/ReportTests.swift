import Foundation
import Testing

/// A report is one file that a real browser shows as it is meant, whatever its figures are called.
@Suite struct ReportTests {
  @Test func reportHoldsWhatIsKnown() async throws {
    let chiso = try await Chiso.loaded
    let file = "\(chiso.folder)/lang-son.html"
    let said = try await chiso.run(
      "report lang-son --against ha-tinh,da-nang --lang vi --output \(file)")
    #expect(said.status == 0 && said.error.isEmpty, "\(said.error)")
    let seen = try await FileReader.open(file)
    #expect(seen.lang == "vi")
    #expect(seen.title == "Lạng Sơn: chỉ tiêu và kết quả")
    #expect(
      seen.headings.dropFirst() == [
        "Tóm tắt", "Kết quả theo bộ chỉ số", "Các thành phần so với cả nước", "Chỉ tiêu và tiến độ",
        "Nhiệm vụ đến hạn", "Bản đồ", "Cách đọc số liệu", "Nguồn của từng số liệu",
      ])
    // As the workbook of VCCI and the news that etl/figures/pci names have them.
    #expect(
      seen.summary.contains("PCI 2024: 69,01 điểm, hạng 16/63; -0,04, -3 bậc so với kỳ trước."))
    #expect(seen.pictures.count >= 6)
    #expect(seen.pictures.allSatisfy { $0.isDrawn && $0.alternative.count > 20 })
    let years = try #require(seen.tables.first { $0.caption == "Kết quả qua các năm" })
    let pci2019 = try #require(years.rows.first { $0[0] == "PCI, điểm" && $0[1] == "2019" })
    #expect(Array(pci2019[2...5]) == ["63,79", "50/63", "+2,09", "0"])
  }

  @Test func browserShowsItWithoutComplaint() async throws {
    let chiso = try await Chiso.loaded
    let file = "\(chiso.folder)/ha-tinh.html"
    _ = try await chiso.run("report ha-tinh --against lang-son --output \(file)")
    let seen = try await FileReader.open(file)
    #expect(seen.said == [])
    #expect(seen.asked == [])
    #expect(seen.widths == ["desk": 1100, "phone": 360, "a4": 688])
    #expect(seen.violations == [])
    #expect(seen.lost == [])
    #expect(seen.foreign == 0 && seen.scripts == 1)
    #expect(seen.tables.allSatisfy { !$0.caption.isEmpty && $0.scoped })
  }

  @Test func tablesSortByNumberAndByText() async throws {
    let chiso = try await Chiso.loaded
    let file = "\(chiso.folder)/sorted.html"
    _ = try await chiso.run("report lang-son --output \(file)")
    let seen = try await FileReader.open(file)
    let sorted = try #require(seen.sorted)
    #expect(sorted.map(\.sort) == ["ascending", "descending"])
    let rising = sorted[0].values.compactMap(Double.init)
    #expect(rising == rising.sorted() && rising.count > 2)
    #expect(sorted[1].values.compactMap(Double.init) == rising.reversed())
    // What is not known stands last both ways.
    #expect(sorted.allSatisfy { $0.values.drop { $0 != "–" }.allSatisfy { $0 == "–" } })
    let names = try #require(seen.sortedByText?.values)
    #expect(names == names.sorted())
  }

  @Test func everyNumberLeadsToItsSource() async throws {
    let chiso = try await Chiso.loaded
    let file = "\(chiso.folder)/cited.html"
    _ = try await chiso.run("report lang-son --output \(file)")
    let seen = try await FileReader.open(file)
    let years = try #require(seen.tables.first { $0.caption == "Results over the years" })
    let numbers = years.rows.flatMap { $0[2...3] }.count { $0 != "–" }
    #expect(years.links.count == numbers && numbers > 40)
    let figures = try #require(seen.tables.first { $0.caption == "Figures of this report" })
    let row = try #require(
      figures.rows.first { $0[1] == "PCI" && $0[2] == "2019" && $0[3] == "63.79" })
    // The same as chiso cite says.
    let cited = try await chiso.run(
      "cite --place lang-son --indicator pci --year 2019 --format json")
    #expect(cited.output.contains("\"\(row[4])\"") && cited.output.contains("\"\(row[5])\""))
    #expect(row[6].hasPrefix("line "))
  }

  /// A sum that was made here leads to the lines of its parts.
  @Test func sumsLeadToTheirParts() async throws {
    let chiso = try await Chiso.loaded
    let file = "\(chiso.folder)/sums.html"
    _ = try await chiso.run("report lang-son --output \(file)")
    let seen = try await FileReader.open(file)
    let figures = try #require(seen.tables.first { $0.caption == "Figures of this report" })
    let row = try #require(
      figures.rows.first { $0[1] == "PAPI" && $0[2] == "2024" && $0[3] == "45.00" })
    let cited = try await chiso.run(
      "cite --place lang-son --indicator papi --year 2024 --format csv")
    // The head and the sum itself are no parts.
    let parts = cited.output.split(separator: "\n").count - 2
    #expect(row[6].hasPrefix("\(parts) parts: lines "), "\(row), \(parts)")
  }

  @Test func nothingIsLeftOfWhatWasDrawn() async throws {
    var chiso = try await Chiso.loaded
    let folder = "\(chiso.folder)/temporary"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    chiso.environment = ["TMPDIR": folder]
    for line in [
      "report lang-son --output \(chiso.folder)/a.html", "report lang-son --output /nowhere/a.pdf",
      "chart tilemap --indicator pci --output /nowhere/a.png",
      "chart tilemap --indicator pci --year 1990 --output \(chiso.folder)/a.png",
    ] {
      _ = try await chiso.run(line)
      let left = try FileManager.default.contentsOfDirectory(atPath: folder)
        .filter { $0.hasPrefix("chiso-") }
      #expect(left == [], "\(line)")
    }
  }

  @Test func placesOfBeforeAndAfterTheMergerAreTold() async throws {
    let chiso = try await Chiso.loaded
    let file = "\(chiso.folder)/merged.html"
    _ = try await chiso.run(#"report "Bắc Ninh" --output \#(file)"#)
    let merged = try await FileReader.open(file)
    #expect(
      merged.summary.first
        == "Formed on 2025-07-01 from Bac Giang, Bac Ninh. "
        + "Figures before 2025-07-01 are of the unit of that name with its former territory.")
    _ = try await chiso.run("report ha-tay --output \(file)")
    let gone = try await FileReader.open(file)
    #expect(gone.summary.first == "Existed until 2008-07-31; now part of Ha Noi.")
  }

  @Test func yearAndClocksBoundIt() async throws {
    let chiso = try await Chiso.loaded
    let file = "\(chiso.folder)/bounded.html"
    _ = try await chiso.run(
      "report lang-son --year 2019 --published-by 2020-12-31 --output \(file)")
    let seen = try await FileReader.open(file)
    let years = try #require(seen.tables.first { $0.caption == "Results over the years" })
    #expect(years.rows.allSatisfy { (Int($0[1]) ?? 9999) <= 2019 })
    #expect(seen.tables.allSatisfy { !$0.rows.flatMap(\.self).contains("2024") })
  }

  @Test func withoutWhatDrawsItHasNoPicturesAndSaysSo() async throws {
    var chiso = try await Chiso.loaded
    chiso.environment = ["CHISO_CHARTS": "\(chiso.folder)/nowhere"]
    let file = "\(chiso.folder)/plain.html"
    let said = try await chiso.run("report lang-son --output \(file)")
    #expect(said.status == 0)
    #expect(said.error.contains("chiso chart --setup"))
    let seen = try await FileReader.open(file)
    #expect(seen.pictures.isEmpty && seen.tables.count >= 6 && seen.violations == [])
  }

  @Test func printsOnA4() async throws {
    let chiso = try await Chiso.loaded
    let file = "\(chiso.folder)/lang-son.pdf"
    let said = try await chiso.run("report lang-son --lang vi --output \(file)")
    #expect(said.status == 0, "\(said.error)")
    let read = try await FileReader.run(["pdfinfo", file])
    #expect(read.contains("A4"))
    let text = try await FileReader.run(["pdftotext", "-layout", file, "-"])
    // Heads of tables stand again on each page.
    #expect(text.ranges(of: "Lưu ý").count >= 3)
    #expect(text.contains("63,79") && text.contains("Nguồn của từng số liệu"))
  }

  @Test func whatIsMissingIsTold() async throws {
    var chiso = try await Chiso.loaded
    chiso.environment = ["CHISO_BROWSER": "no-such-browser"]
    try expectGolden(
      try await chiso.run("report lang-son --output \(chiso.folder)/x.pdf"), "report/no-browser")
    try expectGolden(
      try await chiso.run("report lang-son --format html --output \(chiso.folder)/x.pdf"),
      "report/another-ending")
    try expectGolden(
      try await chiso.run("report lang-son --year 1900 --output a.html"), "report/nothing-known")
    try expectGolden(
      try await chiso.run("report lang-son,ha-tinh --output a.html"), "report/two-places")
    try expectGolden(try await chiso.run("report atlantis --output a.html"), "report/unknown-place")
    try expectGolden(
      try await chiso.run("report lang-son --output /nowhere/a.html"), "report/cannot-write")
  }

  /// A plan that nobody issued orders two tasks; on 15 May the first is over.
  @Test func tasksThatAreDueAreListed() async throws {
    let shelf = try PlanShelf()
    try shelf.jobs.write(
      """
      ỦY BAN NHÂN DÂN
      TỈNH LẠNG SƠN
      Số: 25/KH-UBND
      Lạng Sơn, ngày 05 tháng 01 năm 2025

      KẾ HOẠCH
      Cải cách hành chính tỉnh Lạng Sơn năm 2025

      I. MỤC TIÊU
      1. Chỉ số PAR INDEX của tỉnh đạt từ 89% trở lên.

      PHỤ LỤC
      NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2025

      | TT | Nhiệm vụ | Sản phẩm | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian hoàn thành |
      | 1 | Đo thời gian chờ ở quầy tiếp nhận | Bảng số đo | Sở Nội vụ | Các sở | Tháng 3/2025 |
      | 2 | Gom các mẫu đơn về một trang | Trang mẫu đơn | Văn phòng | Các sở | Quý II/2025 |

      """, "plans/2025.txt")
    var chiso = shelf.chiso
    chiso.environment = ["CHISO_NOW": "2025-05-15T05:00:00Z"]
    let loaded = try await chiso.run("load --etl \(shelf.jobs.path)")
    #expect(loaded.status == 0, "\(loaded.error)")
    let file = "\(chiso.folder)/tasks.html"
    let said = try await chiso.run("report lang-son --lang vi --output \(file)")
    #expect(said.status == 0, "\(said.error)")
    let seen = try await FileReader.open(file)
    #expect(seen.summary.contains("1 nhiệm vụ đến hạn; sớm nhất ngày 30/06/2025."))
    let tasks = try #require(seen.tables.first { $0.caption == "Nhiệm vụ đến hạn" })
    #expect(
      tasks.rows.map { Array($0[0...4]) } == [
        ["Gom các mẫu đơn về một trang", "2", "Trang mẫu đơn", "Văn phòng", "Quý II/2025"]
      ])
    // The whole year, where it is asked for.
    _ = try await chiso.run("report lang-son --year 2025 --output \(file)")
    let year = try await FileReader.open(file)
    #expect(year.tables.first { $0.caption == "Tasks due" }?.rows.count == 2)
    _ = try await chiso.run("down")
  }

  /// Names, groups and sources come from files of other people: HTML in them stays text.
  @Test func markupInDataStaysText() async throws {
    let chiso = try Chiso()
    let jobs = try SmallJobs(in: chiso.folder)
    let bad = #"<script>alert(1)</script><b title='x'>Lạng & Sơn</b>"#
    func edit(_ file: String, _ change: (String) -> String) throws {
      let text = try String(contentsOfFile: "\(jobs.path)/\(file)", encoding: .utf8)
      let changed = change(text)
      #expect(changed != text, "\(file)")
      try jobs.write(changed, file)
    }
    try edit("catalog/places.csv") {
      $0.replacing("lang-son,Lạng Sơn,Lang Son,", with: "lang-son,\(bad),\(bad),")
    }
    try edit("catalog/sources.csv") { text in
      text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
        guard line.hasPrefix("vgp-240417164329841,") else { return String(line) }
        return "vgp-240417164329841,\(bad),<img src=x onerror=alert(2)>,javascript:alert(4),,2,,"
      }.joined(separator: "\n")
    }
    try jobs.write(
      SmallJobs.header + "2023,vn-63,lang-son,sipas,81.25,,,,percent,vgp-240417164329841,\n",
      "figures/second.csv")
    try jobs.write(
      SmallJobs.header + "2023,vn-63,lang-son,par,80.5,20,63,<i onclick=alert(3)>B</i>,percent,"
        + "vgp-240417164329841,\n", "figures/first.csv")
    let loaded = try await chiso.run("load --etl \(jobs.path)")
    #expect(loaded.status == 0, "\(loaded.error)")
    let file = "\(chiso.folder)/bad.html"
    let said = try await chiso.run("report lang-son --output \(file)")
    #expect(said.status == 0, "\(said.error)")
    let seen = try await FileReader.open(file)
    #expect(seen.said == [] && seen.asked == [] && seen.scripts == 1)
    #expect(seen.title.contains(bad))
    let sources = try #require(seen.tables.last)
    #expect(sources.links == [])
    #expect(sources.rows[0][1] == bad && sources.rows[0][2] == "<img src=x onerror=alert(2)>")
    let page = "\(chiso.folder)/bad-chart.html"
    _ = try await chiso.run("chart bar --indicator par --year 2023 --output \(page)")
    let chart = try await FileReader.open(page)
    #expect(chart.said.filter { !$0.hasPrefix("warning") } == [] && chart.asked == [])
    _ = try await chiso.run("down")
  }
}
