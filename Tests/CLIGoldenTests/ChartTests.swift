import Foundation
import Subprocess
import Testing

/// Charts show the figures of the questions, in valid specifications and in pictures that are whole.
@Suite struct ChartTests {
  private static let charts: [(name: String, line: String)] = [
    ("chart/line", "line --place lang-son,ha-tinh --indicator pci --years 2017..2022"),
    ("chart/line-with-a-target-vi", "line --place lang-son --indicator par --lang vi"),
    ("chart/line-of-panels", "line --place lang-son --indicator par,sipas --years 2018..2024"),
    ("chart/bump", "bump --place lang-son,ha-tinh --indicator pci --years 2018..2019"),
    ("chart/bar-vi", "bar --place lang-son --indicator pci --year 2019 --lang vi"),
    ("chart/bar-without-a-median", "bar --indicator par --year 2023"),
    ("chart/heatmap", "heatmap --place lang-son --indicator pci --years 2018..2019"),
    ("chart/heatmap-of-places", "heatmap --place lang-son,ha-tinh --indicator par,papi"),
    ("chart/profile-vi", "profile --place lang-son --indicator pci --lang vi"),
    ("chart/bullet", "bullet --place lang-son"),
    ("chart/tilemap", "tilemap --place lang-son --indicator pci --year 2019"),
    ("chart/tilemap-of-34-vi", "tilemap --indicator dti --year 2024 --lang vi"),
    ("chart/tilemap-of-64", "tilemap --indicator pci --year 2007"),
  ]

  @Test(arguments: charts)
  func specificationIsTheRecordedOne(name: String, line: String) async throws {
    try expectGolden(try await Chiso.loaded.run("chart \(line) --format vega-lite"), name)
  }

  private static let texts: [(name: String, line: String)] = [
    ("chart/line-text", "line --place lang-son,ha-tinh --indicator pci"),
    ("chart/line-text-vi", "line --place lang-son --indicator par,sipas --lang vi"),
    ("chart/bump-text", "bump --place lang-son,ha-tinh --indicator pci --years 2013..2022"),
    (
      "chart/bar-text-vi",
      #"bar --indicator pci --year 2019 --region "Tây Nguyên" --place gia-lai --lang vi"#
    ),
  ]

  @Test(arguments: texts)
  func drawingInCharactersIsTheRecordedOne(name: String, line: String) async throws {
    try expectGolden(try await Chiso.loaded.run("chart \(line)"), name)
  }

  private static let errors: [(name: String, line: String, status: Int32)] = [
    ("chart/no-kind", "", 64), ("chart/no-kind-vi", "--lang vi", 64),
    ("chart/no-place", "line --indicator pci", 64),
    ("chart/no-indicator-vi", "bump --place lang-son --lang vi", 64),
    ("chart/two-indicators", "tilemap --indicator pci,papi", 64),
    ("chart/two-places", "profile --place lang-son,ha-tinh", 64),
    ("chart/years-of-a-bar", "bar --indicator pci --years 2018..2019", 64),
    ("chart/year-twice", "bar --indicator pci --year 2019 --years 2018", 64),
    ("chart/no-characters", "tilemap --indicator pci --format text", 64),
    ("chart/another-ending", "line --place lang-son --format png --output a.svg", 64),
    ("chart/too-narrow", "line --place lang-son --width 20", 64),
    (
      "chart/too-many-places",
      "line --indicator pci --place lang-son,ha-tinh,da-nang,ha-noi,hai-phong,can-tho,ca-mau,gia-lai",
      64
    ),
    ("chart/nothing-to-draw", "line --place lang-son --indicator pci --years 1990", 66),
    ("chart/no-results-vi", "bullet --place ha-tinh --lang vi", 66),
    ("chart/no-parts", "profile --place central-highlands", 66),
    ("chart/unknown-ending", "line --place lang-son --output a.gif", 64),
    ("chart/setup-beside-a-kind", "line --place lang-son --setup", 64),
  ]

  @Test(arguments: errors)
  func whatCannotBeDrawnIsTold(name: String, line: String, status: Int32) async throws {
    let said = try await Chiso.loaded.run("chart \(line)")
    #expect(said.status == status)
    #expect(said.output.isEmpty)
    try expectGolden(said, name)
  }

  @Test func withoutWhatDrawsTheSpecificationStillComesOut() async throws {
    var chiso = try await Chiso.loaded
    chiso.environment = ["CHISO_CHARTS": "\(chiso.folder)/nowhere"]
    for form in ["svg", "png", "pdf", "html"] {
      let said = try await chiso.run(
        "chart tilemap --indicator pci --output \(chiso.folder)/undrawn.\(form)")
      #expect(said.status == 78)
      #expect(said.error.contains("chiso chart --setup"))
      #expect(!FileManager.default.fileExists(atPath: "\(chiso.folder)/undrawn.\(form)"))
    }
    let drawn = try await chiso.run("chart tilemap --indicator pci")
    #expect(drawn.status == 0 && drawn.output.hasPrefix("{"))
  }

  // MARK: - Right

  @Test func everySpecificationIsValid() async throws {
    let chiso = try await Chiso.loaded
    let folder = "\(chiso.folder)/specifications"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for (name, line) in Self.charts {
      for width in [320, 1_200] {
        let file = "\(folder)/\(name.replacing("/", with: "-"))-\(width).json"
        let said = try await chiso.run("chart \(line) --width \(width) --output \(file)")
        #expect(said.status == 0, "\(said.error)")
      }
    }
    let seen = try await FileReader.read("charts", folder, as: [String: [String]].self)
    #expect(seen.count == Self.charts.count * 2)
    for (name, problems) in seen { #expect(problems == [], "\(name)") }
  }

  /// Layers of the first view of a specification.
  private static func layers(of text: String) throws -> [[String: Any]] {
    let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    var view = try #require((object?["vconcat"] as? [[String: Any]])?.first)
    if let inner = (view["vconcat"] as? [[String: Any]])?.first { view = inner }
    return try #require(view["layer"] as? [[String: Any]])
  }

  private static func rows(of text: String, layer: Int) throws -> [[String: Any]] {
    let layers = try layers(of: text)
    try #require(layers.indices.contains(layer), "there are \(layers.count) layers")
    let data = try #require(layers[layer]["data"] as? [String: Any])
    return try #require(data["values"] as? [[String: Any]])
  }

  private static func answer(_ line: String) async throws -> [[String: Any]] {
    let said = try await Chiso.loaded.run("\(line) --format json")
    return try #require(
      try JSONSerialization.jsonObject(with: Data(said.output.utf8)) as? [[String: Any]])
  }

  @Test func pointsAreTheFiguresOfTheTrend() async throws {
    let about = "--place lang-son --indicator pci"
    let told = try await Self.answer("trend \(about)")
    let drawn = try await Chiso.loaded.run("chart line \(about) --format vega-lite")
    // Two layers of breaks, the lines, the points.
    let points = try Self.rows(of: drawn.output, layer: 3)
    #expect(points.count == told.count && points.count > 15)
    for (point, figure) in zip(points, told) {
      #expect(point["y"] as? Double == figure["value"] as? Double)
      #expect((point["x"] as? Int).map(String.init) == figure["period"] as? String)
    }
    let lines = try Self.rows(of: drawn.output, layer: 2)
    let breaks = told.filter { ($0["break"] as? String)?.hasPrefix("method") == true }
    // A line ends before each new method, so there is one part more than breaks inside the series.
    let first = told.first?["period"] as? String
    let inside = breaks.count { $0["period"] as? String != first }
    #expect(Set(lines.compactMap { $0["part"] as? Int }).count == inside + 1)
  }

  @Test func ranksAreThoseOfTheRanking() async throws {
    let told = try await Self.answer("rank --indicator pci --year 2019")
    let drawn = try await Chiso.loaded.run(
      "chart bump --indicator pci --place lang-son --years 2018..2019 --format vega-lite")
    // Two lines each of others and chosen: those of the chosen place are the last but the names.
    let others = try Self.rows(of: drawn.output, layer: 1)
    let chosen = try Self.rows(of: drawn.output, layer: 3)
    let ranks = (others + chosen).filter { $0["x"] as? Int == 2019 }.compactMap { $0["y"] as? Int }
    #expect(ranks.sorted() == told.compactMap { $0["rank"] as? Int }.sorted())
    #expect(ranks.count == 63)
  }

  @Test(arguments: ["bar", "tilemap"])
  func everyPlaceOfTheRankingIsDrawn(kind: String) async throws {
    let told = try await Self.answer("rank --indicator pci --year 2019")
    let drawn = try await Chiso.loaded.run(
      "chart \(kind) --indicator pci --year 2019 --format vega-lite")
    let rows = try Self.rows(of: drawn.output, layer: 0)
    let labels = rows.compactMap { $0["label"] as? String }.sorted()
    let values = told.compactMap { $0["value"] as? Double }
      .map { String(format: "%.2f", $0) }.sorted()
    #expect(labels == values)
    #expect(labels.count == 63)
  }

  @Test func theMedianIsDrawnOnlyWhereAllAreKnown() async throws {
    let known = try await Chiso.loaded.run(
      "chart bar --indicator pci --year 2019 --format vega-lite")
    // The 32nd of 63 values of the workbook.
    let told = try await Self.answer("rank --indicator pci --year 2019")
    let values = told.compactMap { $0["value"] as? Double }.sorted()
    let median = try Self.rows(of: known.output, layer: 2)
    #expect(median.first?["x"] as? Double == values[31])
    let partly = try await Chiso.loaded.run(
      "chart bar --indicator par --year 2023 --format vega-lite")
    // Bars and their values alone.
    #expect(try Self.layers(of: partly.output).count == 2)
    #expect(partly.output.contains("No median"))
  }

  /// DTI broke with 2021; Hà Nội is not known for that year, and tells of the break with 2022.
  @Test func breaksStandAtTheirOwnEdition() async throws {
    func marks(_ line: String) async throws -> [Double] {
      let drawn = try await Chiso.loaded.run("chart \(line) --indicator dti --format vega-lite")
      return try Self.rows(of: drawn.output, layer: 0).compactMap { $0["x"] as? Double }
    }
    #expect(try await marks(#"line --place "Hà Nội,Huế""#) == [2023.5])
    #expect(try await marks(#"bump --place "Hà Nội,Đà Nẵng""#) == [2020.5, 2023.5])
    // Alone nobody tells when, and the gap ends with 2022.
    #expect(try await marks(#"line --place "Hà Nội""#).last == 2023.5)
  }

  /// DTI 2024 has a list of 63 and one of 34.
  @Test func ranksOfOneYearAreOfOneList() async throws {
    let drawn = try await Chiso.loaded.run(#"chart bump --place "Hà Nội,Đà Nẵng" --indicator dti"#)
    #expect(drawn.output.contains("Da Nang, 2024: rank 17/34"))
    #expect(
      drawn.output.contains("2024: ranks among 34 places; another list, of 63, is not drawn."))
    let bars = try await Chiso.loaded.run("chart bar --indicator dti --year 2024 --place hue")
    #expect(bars.output.contains("▸") && bars.output.contains("34 provinces"))
  }

  @Test func placesWithoutAValueKeepTheirRank() async throws {
    let drawn = try await Chiso.loaded.run(
      "chart bar --indicator pci --year 2024 --format vega-lite")
    let ranks = try Self.rows(of: drawn.output, layer: 1).compactMap { $0["name"] as? String }
      .compactMap { Int($0.prefix { $0.isNumber }) }
    #expect(ranks == ranks.sorted() && ranks.contains(5))
  }

  @Test func whatIsAskedForAndNotKnownIsTold() async throws {
    let drawn = try await Chiso.loaded.run(
      "chart line --place lang-son,vn --indicator pci,par --years 2019..2024")
    #expect(drawn.output.contains("No figures: ") == false)
    let missing = try await Chiso.loaded.run("chart line --place lang-son,vn --indicator pci")
    #expect(missing.output.contains("No figures: Viet Nam\n"))
  }

  // MARK: - Pictures

  @Test(arguments: [
    ("svg", "<svg"), ("png", "\u{89}PNG"), ("pdf", "%PDF-"), ("html", "<!DOCTYPE html>"),
  ])
  func pictureIsWhole(form: String, head: String) async throws {
    let chiso = try await Chiso.loaded
    let file = "\(chiso.folder)/chart.\(form)"
    let said = try await chiso.run(
      "chart line --place lang-son,ha-tinh --indicator pci --lang vi --output \(file)")
    #expect(said.status == 0, "\(said.error)")
    #expect(said.output.isEmpty && said.error.isEmpty)
    let bytes = try Data(contentsOf: URL(fileURLWithPath: file))
    #expect(bytes.count > 10_000)
    #expect(bytes.starts(with: Data(head.unicodeScalars.map { UInt8($0.value) })))
    guard form == "svg" else { return }
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.contains("Chỉ số năng lực cạnh tranh cấp tỉnh"))
    #expect(text.contains("Nguồn: VCCI / USAID"))
    // Nothing is fetched: no address but those of the name spaces.
    let addresses = text.ranges(of: "http").map { text[$0.lowerBound...].prefix(20) }
    #expect(addresses.allSatisfy { $0.hasPrefix("http://www.w3.org") }, "\(addresses)")
  }

  @Test func interactivePageIsDrawnAndAsksNothing() async throws {
    let chiso = try await Chiso.loaded
    let file = "\(chiso.folder)/interactive.html"
    _ = try await chiso.run("chart tilemap --indicator pci --year 2019 --output \(file)")
    let seen = try await FileReader.open(file)
    #expect(seen.asked == [])
    #expect(seen.said.filter { !$0.hasPrefix("warning") } == [])
    #expect(seen.widths["phone"] == 360)
    #expect(seen.title.contains("Provincial Competitiveness Index"))
  }

  @Test func settingUpAgainDoesNothing() async throws {
    let chiso = try await Chiso.loaded
    let said = try await chiso.run("chart --setup")
    #expect(said.status == 0)
    #expect(said.error.contains("is ready in"))
  }
}
