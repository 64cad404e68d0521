import Foundation
import Testing

/// Figures of all kinds, among them texts that a spreadsheet would run: exported in every form, read by the
/// tools of others, loaded again.
@Suite struct ExportTests {
  /// A warehouse with figures that are hard to carry: formulas, quotes, several flags, quarters, months,
  /// levels, missing ones, a province's own with its document.
  private static let odd = Task {
    let chiso = try Chiso()
    let jobs = try SmallJobs(in: chiso.folder)
    try jobs.write(
      #"""
      period,geography,place,indicator,level,value,rank,rank_of,group,flags,source,note
      2023,vn-63,Lạng Sơn,par,,80.5,20,63,,E,vgp-240417164329841,"=HYPERLINK(""http://x"",""y"")"
      2023,vn-63,Hà Tĩnh,par,,88.35,18,63,"+nhóm 1, ""đầu""",BE,vgp-240417164329841,
      2023,vn-63,Cao Bằng,par,,,,,,M,vgp-240417164329841,không khảo sát
      2023,vn-63,Bắc Kạn,par,,,61,63,,,vgp-240417164329841,
      2024,vn-34,Phú Thọ,dti,,0.61,,,,,vgp-240417164329841,-1
      2022-Q1,,Lạng Sơn,procedures.on_time_rate,commune,98.125,,,,P,vgp-240417164329841,'=1+1
      2022-03,,Lạng Sơn,procedures.on_time_rate,,97.12345678901234,,,,,vgp-240417164329841,@x

      """#, "figures/first.csv")
    try jobs.write(
      SmallJobs.job("second").replacing("kind: figures", with: "kind: reported")
        + "source: plan-ha-tinh-2024\n",
      "jobs/second.yml")
    try jobs.write(
      """
      place,indicator,level,period,value,document,page,flags
      Hà Tĩnh,par,,2024,89.1,12/BC-UBND,3,P
      Hà Tĩnh,procedures.on_time_rate,all,2024,99.5,"13/BC-UBND; 14/BC-UBND",,

      """, "figures/second.csv")
    let load = try await chiso.run("load --etl \(jobs.path)")
    try #require(load.status == 0, "\(load.error)")
    return chiso
  }

  /// All facts as one hash: everything but where and when they were loaded from.
  private static let facts = """
    select count(*) || ' ' || md5(string_agg(t::text, '|' order by t::text))
    from (
        select place, indicator, level, freq, period, geography, value, rank, rank_of, grp, flags, source, note,
            document, page, edition
        from mart.observation
    ) as t
    """

  @Test(arguments: [("csv", "exported"), ("sdmx-csv", "sdmx-csv")])
  func whatIsExportedIsLoadedAgainAsItWas(form: String, shape: String) async throws {
    for source in [try await Self.odd.value, try await Chiso.loaded] {
      let copy = try Chiso()
      let jobs = try SmallJobs(in: copy.folder)
      try jobs.remove("jobs/second.yml")
      try jobs.write(
        SmallJobs.job("first") + "table: { shape: \(shape) }\n", "jobs/first.yml")
      let file = "\(jobs.path)/figures/first.csv"
      let export = try await source.run("export --format \(form) --output \(file)")
      #expect(export.status == 0 && export.error.isEmpty, "\(export.error)")
      let load = try await copy.run("load --etl \(jobs.path)")
      #expect(load.status == 0, "\(load.error)")
      let facts = try source.ask(Self.facts)
      #expect(facts?.hasPrefix("0 ") == false)
      #expect(try copy.ask(Self.facts) == facts)
      _ = try await copy.run("down")
    }
  }

  @Test func whatWasMadeHereOrIsToBeDeletedIsNotLoaded() async throws {
    let copy = try Chiso()
    let jobs = try SmallJobs(in: copy.folder)
    try jobs.write(SmallJobs.job("first") + "table: { shape: sdmx-csv }\n", "jobs/first.yml")
    let columns =
      "STRUCTURE_ID,ACTION,FREQ,REF_AREA,INDICATOR,ADMIN_LEVEL,GEOGRAPHY,SOURCE,TIME_PERIOD,OBS_VALUE,"
      + "RANK,OBS_STATUS,FLAGS,EDITION,DERIVED,RANK_SOURCE\n"
    func row(
      _ structure: String = "CHISO:INDICATORS(1.0.0)", action: String = "I", freq: String = "A",
      area: String = "VN-09", status: String = "A", flags: String = "A",
      edition: String = "par-2023", derived: String = "false", rankSource: String = ""
    ) -> String {
      "\(structure),\(action),\(freq),\(area),par,_Z,vn-63,vgp-240417164329841,2023,80.5,20,\(status),"
        + "\(flags),\(edition),\(derived),\(rankSource)\n"
    }
    try jobs.write(
      columns + row(action: "D") + row(derived: "true") + row(freq: "M") + row(area: "XX-09")
        + row("ESTAT:X(1.0)") + row(status: "E") + row(status: "Z", flags: "")
        + row(edition: "par-2022") + row(rankSource: "computed"), "figures/first.csv")
    let load = try await copy.run("load first --etl \(jobs.path)")
    #expect(load.status == 65)
    for part in [
      "first.csv:2: error: 'ACTION' cannot be 'D'; there are: I, A, M, R",
      "first.csv:3: error: 'DERIVED' cannot be 'true'; there are: false",
      "first.csv:4: error: 'FREQ' cannot be 'M'; there are: A",
      "first.csv:5: error: place 'XX-09' is not in the catalog",
      "first.csv:6: error: 'STRUCTURE_ID' cannot be 'ESTAT:X(1.0)'",
      "first.csv:7: error: 'OBS_STATUS' cannot be 'E'; there are: A",
      "first.csv:8: error: 'flags' cannot be 'Z'; there are: A, B, E, P, M",
      "first.csv:9: error: 'EDITION' cannot be 'par-2022'; there are: par-2023",
      "first.csv:10: error: 'RANK_SOURCE' cannot be 'computed'; there are: –",
    ] { #expect(load.error.contains(part), "\(part) in \(load.error)") }
    #expect(try copy.ask("select count(*) from mart.observation") == "0")
  }

  @Test func cellsOfAWorkbookHaveTypesAndNoneIsAFormula() async throws {
    let chiso = try await Self.odd.value
    let file = chiso.folder + "/odd.xlsx"
    #expect(try await chiso.run("export --format xlsx --output \(file)").status == 0)
    let sheets = try await FileReader.read("xlsx", file, as: [SeenSheet].self)
    #expect(sheets.map(\.name) == ["Figures", "Sources and notes"])
    let figures = try #require(sheets.first)
    #expect(figures.frozen == "A2")
    #expect(figures.filter == "A1:T10")
    #expect(figures.rows.count == 10)
    #expect(sheets.flatMap(\.rows).joined().allSatisfy { $0.type != "f" })
    let notes = (1...9).compactMap { figures.cell($0, "Note")?.value }
    #expect(notes.contains(.text("=HYPERLINK(\"http://x\",\"y\")")))
    #expect(notes.contains(.text("-1")))
    let row = try #require(
      (1...9).first { figures.cell($0, "Group")?.value == .text("+nhóm 1, \"đầu\"") })
    func expect(_ heading: String, _ value: SeenSheet.Cell.Value, _ format: String = "General") {
      let cell = figures.cell(row, heading)
      #expect(cell?.value == value, "\(heading)")
      #expect(cell?.format == format, "\(heading)")
    }
    // par has two decimals.
    expect("Value", .number(88.35), "0.00")
    expect("Rank", .number(18))
    expect("Ranked places", .number(63))
    expect("Place", .text("ha-tinh"))
    expect("Place name", .text("Ha Tinh"))
    expect("Marks", .text("BE"))
    expect("Map", .text("vn-63"))
    expect("Edition", .text("par-2023"))
    expect("Source", .text("vgp-240417164329841"))
    expect("Published on", .text("2024-04-17"), "yyyy-mm-dd")
    let said = sheets[1].rows.map { $0.map(\.value) }
    #expect(said.contains { $0.first == .text("vgp-240417164329841") })
    let question = "chiso export --format xlsx --output \(file)"
    #expect(said.contains { $0.prefix(2) == [.text("Question"), .text(question)] })
  }

  @Test func workbookHasHeadingsInTheLanguageOfItsReader() async throws {
    let chiso = try await Chiso.loaded
    let file = chiso.folder + "/vi.xlsx"
    for line in [
      "trend --place lang-son --indicator pci", "targets --place lang-son", "jobs", "places",
      "progress --place lang-son --indicator par", "explain --place lang-son --indicator pci",
      "rank --indicator pci --movers 2018..2019", "diff --from 2020-01-01 --place lang-son",
      "profile lang-son", "plan show lang-son-2024", "editions", "indicators", "check",
      "loads", "rejects", "status --coverage", "cite --place lang-son --indicator pci --year 2019",
    ] {
      let run = try await chiso.run("\(line) --lang vi --format xlsx --output \(file)")
      #expect(run.status == 0, "\(line): \(run.error)")
      let sheets = try await FileReader.read("xlsx", file, as: [SeenSheet].self)
      #expect(sheets.last?.name == "Nguồn và ghi chú")
      for case .text(let heading) in sheets.compactMap(\.rows.first).joined().map(\.value) {
        // No key of machines, such as rank_of or source.
        #expect(
          heading.first?.isUppercase == true || heading.first == "%" || heading.hasPrefix("SHA"),
          "\(line): \(heading)")
        #expect(!heading.contains("_"), "\(line): \(heading)")
      }
    }
  }

  @Test func aProfileIsAWorkbookOfSeveralSheets() async throws {
    let chiso = try await Chiso.loaded
    let file = chiso.folder + "/profile.xlsx"
    #expect(try await chiso.run("profile lang-son --format xlsx --output \(file)").status == 0)
    let sheets = try await FileReader.read("xlsx", file, as: [SeenSheet].self)
    #expect(
      sheets.map(\.name) == ["Latest results", "Part", "Pace", "Tasks", "Sources and notes"])
    #expect(sheets[0].rows.count == 6)
  }

  private struct SeenSDMX: Decodable {
    let structure: String
    let action: String
    let columns: [String]
    let rows: [[String: String]]
  }

  @Test func sdmxIsReadWithItsDimensionsAndAttributes() async throws {
    let chiso = try await Self.odd.value
    let file = chiso.folder + "/odd.csv"
    #expect(try await chiso.run("export --format sdmx-csv --output \(file)").status == 0)
    let seen = try await FileReader.read("sdmx", file, as: SeenSDMX.self)
    #expect(seen.structure == "DataStructure=CHISO:INDICATORS(1.0.0)")
    #expect(seen.action == "Information")
    #expect(
      seen.columns.prefix(8) == [
        "FREQ", "REF_AREA", "INDICATOR", "ADMIN_LEVEL", "GEOGRAPHY", "SOURCE", "TIME_PERIOD",
        "OBS_VALUE",
      ])
    #expect(seen.rows.count == 9)
    // Hà Tĩnh is VN-23 in ISO 3166-2. Of the flags B and E the one code of the standard is the break.
    let row = try #require(seen.rows.first { $0["FLAGS"] == "BE" })
    #expect(
      [
        "FREQ": "A", "REF_AREA": "VN-23", "INDICATOR": "par", "ADMIN_LEVEL": "_Z",
        "GEOGRAPHY": "vn-63", "SOURCE": "vgp-240417164329841", "TIME_PERIOD": "2023",
        "OBS_VALUE": "88.35", "RANK": "18", "RANK_OF": "63", "OBS_STATUS": "B",
        "UNIT_MEASURE": "percent", "DECIMALS": "2", "EDITION": "par-2023",
        "PUBLISHED_ON": "2024-04-17",
      ].allSatisfy { row[$0] == $1 }, "\(row)")
    let quarter = try #require(seen.rows.first { $0["FREQ"] == "Q" })
    #expect(quarter["TIME_PERIOD"] == "2022-Q1")
    #expect(quarter["INDICATOR"] == "procedures$on_time_rate")
    #expect(quarter["ADMIN_LEVEL"] == "commune")
    #expect(seen.rows.contains { $0["OBS_STATUS"] == "M" && $0["OBS_VALUE"] == "" })
    // Codes of the standard: letters, digits, _ @ $ and -; a key has no two rows.
    let dimensions = seen.columns.prefix(7)
    let keys = seen.rows.map { row in dimensions.map { row[$0] ?? "" } }
    #expect(Set(keys).count == keys.count)
    #expect(keys.joined().allSatisfy { $0.wholeMatch(of: /[A-Za-z0-9_@$\-]+/) != nil })
  }

  private struct SeenPackage: Decodable {
    struct Descriptor: Decodable {
      struct Resource: Decodable {
        struct Schema: Decodable {
          struct Field: Decodable {
            let name: String
            let title: String
            let type: String
          }
          let fields: [Field]
        }
        let name: String
        let schema: Schema
      }
      struct Licence: Decodable { let name: String }
      struct Source: Decodable { let title: String }
      let licenses: [Licence]
      let sources: [Source]
      let resources: [Resource]
    }
    let valid: Bool
    let errors: [[String]]
    let rows: [String: Int]
    let wrong: [String]
    let descriptor: Descriptor
  }

  @Test(arguments: [
    ("export --indicator papi,papi.1", ["data", "sources"]),
    ("trend --place lang-son --indicator dti", ["data", "sources"]),
    ("places", ["data"]), ("targets --place ha-tinh", ["data", "sources"]),
    ("profile lang-son", ["results", "components", "progress", "tasks", "sources"]),
    ("plan show lang-son-2024", ["plan", "statements", "tasks", "sources"]),
    ("check", ["data"]),
  ])
  func packageIsValid(line: String, tables: [String]) async throws {
    let chiso = try await Chiso.loaded
    let folder = "\(chiso.folder)/package \(UInt32.random(in: 0 ... .max))"
    let run = try await chiso.run("\(line) --format datapackage --output \"\(folder)\"")
    #expect(run.status == 0, "\(run.error)")
    let seen = try await FileReader.read("package", folder, as: SeenPackage.self)
    #expect(seen.valid, "\(seen.errors)")
    #expect(seen.wrong.isEmpty)
    #expect(seen.descriptor.resources.map(\.name).filter { tables.contains($0) } == tables)
    #expect(seen.descriptor.licenses.isEmpty == false)
    #expect(seen.descriptor.sources.count == seen.rows["sources"] ?? 0)
    #expect(seen.rows[tables[0]] ?? 0 > 0)
  }

  @Test func packageTellsTypesAndLicences() async throws {
    let chiso = try await Chiso.loaded
    let folder = chiso.folder + "/panel"
    let line =
      "export --indicator papi.1.1 --years 2019..2024 --format datapackage --output \(folder)"
    // A package that was there is replaced as a whole.
    for _ in 0..<2 { #expect(try await chiso.run(line).status == 0) }
    let seen = try await FileReader.read("package", folder, as: SeenPackage.self)
    let types = Dictionary(
      uniqueKeysWithValues: seen.descriptor.resources[0].schema.fields.map { ($0.name, $0.type) })
    #expect(types["value"] == "number")
    #expect(types["period"] == "string")
    #expect(types["place"] == "string")
    // The panel is under the MIT licence; of the workbooks no licence is known.
    #expect(seen.descriptor.licenses.map(\.name) == ["MIT", "notspecified"])
    let left = try FileManager.default.contentsOfDirectory(atPath: chiso.folder)
    #expect(left.allSatisfy { !$0.hasPrefix(".panel") })
  }

  /// Neither a folder of other things, nor a package of another program, nor a package of this one that
  /// somebody has put something into.
  @Test func folderWithOtherThingsIsNotReplaced() async throws {
    let chiso = try await Chiso.loaded
    let line = "places --format datapackage --output"
    let files = FileManager.default
    func write(_ text: String, _ path: String) throws {
      try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    }
    for name in ["other", "foreign", "own", "link"] {
      let folder = "\(chiso.folder)/kept-\(name)"
      switch name {
      case "own":
        #expect(try await chiso.run("\(line) \(folder)").status == 0)
        #expect(try await chiso.run("\(line) \(folder)").status == 0)
      case "link":
        try files.createSymbolicLink(
          atPath: folder, withDestinationPath: "\(chiso.folder)/kept-foreign")
      default: try files.createDirectory(atPath: folder, withIntermediateDirectories: false)
      }
      if name == "foreign" {
        try write(
          #"{"name": "another", "resources": [{"path": "mine.txt"}]}"#, folder + "/datapackage.json"
        )
      }
      try write("mine", folder + "/mine.txt")
      let run = try await chiso.run("\(line) \(folder)")
      #expect(run.status == 73, "\(name)")
      #expect(run.error.contains("holds other things"), "\(name): \(run.error)")
      #expect(try String(contentsOfFile: folder + "/mine.txt", encoding: .utf8) == "mine")
    }
  }

  @Test func shapeOfAComparisonIsASheetOfItsOwn() async throws {
    let chiso = try await Chiso.loaded
    let file = chiso.folder + "/shaped.xlsx"
    let run = try await chiso.run(
      "compare --place lang-son,ha-tinh --indicator pci --years 2018..2019 --rows year --columns place "
        + "--with median --format xlsx --output \(file)")
    #expect(run.status == 0, "\(run.error)")
    let sheets = try await FileReader.read("xlsx", file, as: [SeenSheet].self)
    #expect(sheets.map(\.name) == ["Comparison", "Figures", "Sources and notes"])
    #expect(sheets[0].rows.count == 3)
    // libxlsxwriter writes sixteen digits of 61.703407287597656.
    #expect(sheets[0].cell(1, "Lang Son · PCI")?.value == .number(61.70340728759766))
    // Two places and the median in two years.
    #expect(sheets[1].rows.count == 7)
  }

  /// What codes mean stands before them.
  @Test func namesAndNumbersOfOtherTablesAreForPeople() async throws {
    let chiso = try await Chiso.loaded
    let file = chiso.folder + "/progress.xlsx"
    let line = "progress --place lang-son --indicator papi --lang vi --format xlsx --output \(file)"
    #expect(try await chiso.run(line).status == 0)
    let sheet = try #require(try await FileReader.read("xlsx", file, as: [SeenSheet].self).first)
    #expect(
      sheet.rows[0].prefix(4).map(\.value) == [
        .text("Kế hoạch"), .text("Nội dung"), .text("Đánh giá"), .text("Lưu ý"),
      ])
    #expect(sheet.rows[1][0].value == .text("Lạng Sơn 2024"))
    #expect(sheet.rows[1][2].value == .text("đạt"))
    #expect(sheet.cell(1, "Giá trị mới nhất")?.format == "0")
  }

  /// The shape has no room for them: they stand in a table below.
  @Test func aComparisonInMarkdownTellsEditionAndSource() async throws {
    let run = try await Chiso.loaded.run(
      "compare --place lang-son,ha-tinh --indicator dti --years 2023 --format markdown")
    let parts = run.output.components(separatedBy: "\n\n## Figures\n\n")
    try #require(parts.count == 2)
    #expect(parts[0].split(separator: "\n").count == 3)
    let row = parts[1].split(separator: "\n").first { $0.contains("Lang Son") }
    #expect(row?.contains("| vn-63 | dti-2023 | estimated | vneconomy-dti-2023 |") == true)
  }

  /// DTI 2023 of Lạng Sơn is estimated: its rank is an order of mention (vneconomy-dti-2023).
  @Test(arguments: [
    ("csv", ",E,"), ("tsv", "\tE\t"), ("json", "\"flags\":"), ("ndjson", "\"flags\":"),
    ("markdown", "estimated"), ("table", "estimated"), ("sdmx-csv", ",E,E,"),
  ])
  func flagsGeographyEditionAndSourceAreInEveryText(form: String, flag: String) async throws {
    let chiso = try await Chiso.loaded
    for verb in ["export", "trend", "rank"] {
      let line =
        verb == "rank"
        ? "rank --indicator dti --year 2023 --format \(form)"
        : "\(verb) --place lang-son --indicator dti --years 2023 --format \(form)"
      let lines = try await chiso.run(line).output.split(separator: "\n")
      let row = try #require(lines.first { $0.contains("vneconomy-dti-2023") && $0.contains(flag) })
      if flag.hasPrefix("\"") {
        #expect(row.contains(/"flags":(\["E"\]|"E")/), "\(line)")
      }
      // On a terminal, the year and the indicator say as much.
      guard form != "table" || verb == "export" else { continue }
      #expect(row.contains("vn-63"), "\(line): \(row)")
      // The source ends like the edition.
      #expect(row.contains(/[,\t"| ]dti-2023(?:[,\t"| ]|$)/), "\(line): \(row)")
    }
  }
}
