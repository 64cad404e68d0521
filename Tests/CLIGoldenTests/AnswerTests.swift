import Foundation
import Testing

/// Questions that only read, each with the transcript that was recorded and reviewed.
@Suite struct AnswerTests {
  private static let questions: [(name: String, line: String)] = [
    ("places/names", #"places --place "Phú Thọ,TT-Huế""#),
    ("places/names-vi", #"places --place "Phú Thọ,TT-Huế" --lang vi"#),
    ("places/on-day-csv", "places --on 2025-07-01 --format csv"),
    ("places/iso-json", "places --place VN-09 --format json"),
    ("indicators/pci", #"indicators --indicator "pci.*""#),
    ("indicators/pci-vi-markdown", #"indicators --indicator "pci.*" --lang vi --format markdown"#),
    ("indicators/on-time-ndjson", "indicators --indicator procedures.on_time_rate --format ndjson"),
    ("editions/pci", "editions --index pci"),
    ("editions/dti-vi", "editions --index dti --lang vi"),
    ("editions/of-2024-tsv", "editions --years 2024 --format tsv"),
    ("sources/workbook", "sources vcci-pci-2012-workbook"),
    ("sources/workbook-vi-json", "sources vcci-pci-2012-workbook --lang vi --format json"),
    ("targets/indices", "targets --place lang-son --indicator par,sipas,papi,pci,dti"),
    ("targets/indices-vi", "targets --place lang-son --indicator par,sipas,papi,pci,dti --lang vi"),
    (
      "targets/ha-tinh-csv", #"targets --place "Hà Tĩnh" --years 2024 --level commune --format csv"#
    ),
    ("diff/counts", "diff --from 2020-01-01 --counts"),
    ("diff/counts-vi-csv", "diff --from 2020-01-01 --counts --lang vi --format csv"),
    ("diff/figures", "diff --from 2020-01-01 --place lang-son --indicator pci --job pci-totals"),
    (
      "diff/targets-vi",
      "diff --from 2020-01-01 --place lang-son --indicator par,sipas --job plan-targets --lang vi"
    ),
    ("diff/nothing", "diff --from 2020-01-01 --to 2020-12-31"),
    ("diff/reversed", "diff --from 2024-01-02 --to 2024-01-01"),
    ("diff/unknown-job", "diff --from 2024-01-02 --job pcii"),
    ("progress/indices", "progress --place lang-son --indicator par,sipas,papi"),
    ("progress/indices-vi", "progress --place lang-son --indicator par,sipas,papi --lang vi"),
    ("progress/cagr", "progress --place lang-son --indicator par,papi --method cagr"),
    ("progress/json", "progress --place lang-son --indicator papi --format json"),
    (
      "progress/published-by",
      "progress --place lang-son --indicator par,sipas,papi --published-by 2022-12-31"
    ),
    ("progress/no-target", "progress --place lang-son --indicator pci"),
    ("compare/indices", #"compare --place "Lạng Sơn,Hà Tĩnh""#),
    ("compare/indices-vi", #"compare --place "Lạng Sơn,Hà Tĩnh" --lang vi"#),
    (
      "compare/parts-markdown",
      #"compare --place lang-son,ha-tinh,VN-04 --indicator "pci.*" --years 2019 --format markdown"#
    ),
    (
      "compare/years-as-columns",
      "compare --place lang-son,thua-thien-hue --indicator pci --years 2015..2019 --columns year --with median,region,best"
    ),
    (
      "compare/percentiles-vi",
      "compare --place lang-son,ha-tinh --indicator pci,papi --years 2018..2019 --with percentile,mean --lang vi"
    ),
    (
      "compare/incomplete-summary",
      "compare --place lang-son,ha-tinh --indicator par,pci --years 2022 --rows place --with mean"
    ),
    (
      "compare/shaped-csv",
      "compare --place lang-son,ha-tinh --indicator pci.land,pci.entry_costs --years 2018..2019 --rows indicator --columns place,year --format csv"
    ),
    (
      "compare/today",
      "compare --place phu-tho,thua-thien-hue --indicator pci --years 2005..2006 --boundaries 2025 --with median,region"
    ),
    ("export/dti", "export --place lang-son --indicator dti --years 2023"),
    ("export/dti-vi", "export --place lang-son --indicator dti --years 2023 --lang vi"),
    ("export/dti-csv", "export --place lang-son --indicator dti --years 2022..2023 --format csv"),
    (
      "export/dti-sdmx",
      "export --place lang-son --indicator dti --years 2022..2023 --format sdmx-csv"
    ),
    ("export/nothing", "export --place lang-son --indicator dti --years 1999"),
    (
      "trend/sdmx",
      "trend --place lang-son --indicator pci --years 2020..2022 --format sdmx-csv"
    ),
    (
      "trend/excel",
      "trend --place lang-son --indicator pci --years 2018..2019 --format csv --excel"
    ),
    ("trend/excel-table", "trend --place lang-son --indicator pci --excel"),
    ("trend/today", "trend --place ha-giang --indicator pci --years 2017..2022 --boundaries 2025"),
    (
      "trend/today-json",
      "trend --place tuyen-quang-2025 --indicator pci --years 2019 --boundaries 2025 --format json"
    ),
    (
      "rank/today",
      "rank --indicator pci --year 2019 --region northern-midlands-mountains --boundaries 2025"
    ),
    ("profile/lang-son", "profile lang-son"),
    ("profile/ha-tinh-2024-vi", "profile \"Hà Tĩnh\" --year 2024 --lang vi --format markdown"),
    ("profile/ceased", "profile ha-tay"),
    ("compare/json", "compare --place lang-son,ha-tinh --indicator pci --years 2019 --format json"),
    ("trend/pci", "trend --place lang-son --indicator pci"),
    ("trend/pci-vi", "trend --place lang-son --indicator pci --lang vi"),
    ("trend/renamed", "trend --place Huế --indicator papi --years 2018..2024"),
    ("trend/merged", #"trend --place "Hà Nội" --indicator pci --years 2007..2009"#),
    ("trend/tsv", "trend --place ha-tinh --indicator par --format tsv"),
    ("trend/ndjson", "trend --place ha-tinh --indicator pci --years 2012..2013 --format ndjson"),
    (
      "trend/across-breaks",
      "trend --place ha-tinh --indicator pci --years 2012..2013 --across-breaks"
    ),
    ("trend/as-of-before-everything", "trend --place lang-son --indicator pci --as-of 2020-01-01"),
    (
      "trend/published-by",
      "trend --place lang-son --indicator pci --years 2017..2024 --published-by 2023-12-31"
    ),
    ("rank/region", #"rank --indicator papi --region "Tây Nguyên" --year 2024"#),
    ("rank/partly-known-vi", "rank --indicator par --year 2023 --lang vi"),
    ("rank/pci-csv", "rank --indicator pci --year 2019 --format csv"),
    ("rank/movers", #"rank --indicator pci --region "Tây Nguyên" --movers 2015..2019"#),
    (
      "rank/movers-vi",
      #"rank --indicator papi --region "Tây Nguyên" --movers 2023..2024 --lang vi"#
    ),
    (
      "rank/movers-over-a-break",
      #"rank --indicator pci --region "Tây Nguyên" --movers 2012..2014 --format csv"#
    ),
    ("rank/movers-of-one-year", "rank --indicator pci --movers 2012"),
    ("explain/pci", "explain --place lang-son --indicator pci --years 2018..2019"),
    (
      "explain/papi-vi",
      #"explain --place "Hà Tĩnh" --indicator papi --years 2022..2023 --lang vi"#
    ),
    ("explain/csv", "explain --place lang-son --indicator pci --years 2018..2019 --format csv"),
    (
      "explain/today",
      "explain --place phu-tho,ha-giang --indicator pci --years 2018..2019 --boundaries 2025"
    ),
    ("explain/break", "explain --place lang-son,ha-tinh --indicator pci --years 2012..2013"),
    (
      "explain/across-breaks",
      "explain --place lang-son --indicator pci --years 2012..2013 --across-breaks"
    ),
    ("explain/parts-unknown", "explain --place da-nang --indicator dti --years 2022..2023"),
    ("explain/no-parts", "explain --place ha-tinh --indicator par --years 2022..2023"),
    ("explain/last-two", "explain --place lang-son --indicator papi.1"),
    ("explain/last-with-parts", "explain --place lang-son --indicator pci"),
    (
      "explain/published-by",
      "explain --place ha-tinh --indicator papi.2 --published-by 2024-12-31"
    ),
    ("explain/one-year", "explain --place lang-son --indicator pci --years 2019"),
    ("cite/printed", "cite --place lang-son --indicator pci --year 2019"),
    ("cite/printed-vi", "cite --place lang-son --indicator par --year 2021 --lang vi"),
    ("cite/sum-vi", #"cite --place "Hà Tĩnh" --indicator papi --year 2022 --lang vi"#),
    ("cite/others", "cite --place lang-son --indicator pci --year 2022"),
    ("cite/json", "cite --place lang-son --indicator pci --year 2019 --format json"),
    ("loads/limited", "loads --limit 2"),
    ("loads/of-a-job-json", "loads sipas --format json"),
    ("rejects/none", "rejects"),
    ("check/all", "check"), ("check/all-vi", "check --lang vi"),
    ("check/some-json", "check jump rank_order --format json"),
    ("check/of-a-load", "check --load 3"),
    ("status/running", "status"),
    ("status/running-vi", "status --lang vi"),
    ("status/coverage", "status --coverage"),
    ("status/coverage-vi-csv", "status --coverage --lang vi --format csv"),
    ("migrate/nothing-pending", "migrate --dry-run"),
    // SIPAS 2022 widened the survey; Hải Dương is known for 2020 and 2023 only.
    ("trend/break-in-a-gap", #"trend --place "Hải Dương" --indicator sipas"#),
    // A sum has no file of its own, its parts have.
    ("cite/sum-csv", "cite --place lang-son --indicator papi --year 2024 --format csv"),
    ("psql/reads", #"psql -- -XAtc "select count(*) from mart.place where kind = 'municipality'""#),
  ]

  @Test(arguments: questions)
  func answerIsTheRecordedOne(name: String, line: String) async throws {
    try expectGolden(try await Chiso.loaded.run(line), name)
  }

  /// On 2026-06-15 the editions of 2025 are overdue, except of DTI; nothing was run on that day.
  @Test(arguments: [
    ("jobs/all", "jobs"), ("jobs/all-vi", "jobs --lang vi"),
  ])
  func jobsTellWhatIsOverdue(name: String, line: String) async throws {
    var chiso = try await Chiso.loaded
    chiso.environment = ["CHISO_NOW": "2026-06-15T05:00:00Z"]
    try expectGolden(try await chiso.run(line), name)
  }

  @Test func firstLoadCountsWhatItLoaded() async throws {
    try expectGolden(try await Chiso.loading.value.load, "load/first")
  }

  @Test func outputGoesToTheFileAndNotToTheTerminal() async throws {
    let chiso = try await Chiso.loaded
    let line = "trend --place lang-son --indicator pci --years 2018..2019 --format csv"
    let printed = try await chiso.run(line)
    let kept = try await chiso.run("\(line) --output \(chiso.folder)/trend.csv")
    #expect(kept.status == 0)
    #expect(kept.output == "")
    #expect(
      try String(contentsOfFile: "\(chiso.folder)/trend.csv", encoding: .utf8) == printed.output)
  }

  @Test func quietSaysOnlyTheAnswer() async throws {
    let chiso = try await Chiso.loaded
    let told = try await chiso.run("rank --indicator par --year 2023")
    let quiet = try await chiso.run("rank --indicator par --year 2023 --quiet")
    #expect(!told.error.isEmpty)
    #expect(quiet.error == "")
    #expect(quiet.output == told.output)
  }

  @Test func languageComesFromTheLocaleToo() async throws {
    var chiso = try await Chiso.loaded
    let asked = try await chiso.run("places --place lang-son --lang vi")
    chiso.environment = ["LC_ALL": "vi_VN.UTF-8"]
    #expect(try await chiso.run("places --place lang-son").output == asked.output)
    chiso.environment = ["LC_ALL": "", "LC_MESSAGES": "vi_VN", "LANG": "en_US.UTF-8"]
    #expect(try await chiso.run("places --place lang-son").output == asked.output)
  }
}
