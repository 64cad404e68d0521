import Foundation
import Testing

/// The keys and types of JSON that scripts outside this project read.
@Suite struct ContractTests {
  private static let figureKeys = [
    "place", "indicator", "level", "freq", "period", "geography", "value", "unit", "rank",
    "rank_of", "group", "change", "change_pct", "rank_change", "break", "derived", "flags",
    "source", "rank_source", "published_on",
  ]

  private func objects(_ line: String) async throws -> [[String: Any]] {
    let run = try await Chiso.loaded.run(line)
    #expect(run.status == 0, "\(run.error)")
    let json = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
    return try #require(json as? [[String: Any]])
  }

  @Test(arguments: [
    "trend --place lang-son --indicator pci --format json",
    "compare --place lang-son,ha-tinh --format json",
    "rank --indicator par --year 2023 --format json",
  ])
  func figuresHaveTheKeysOfTheContract(line: String) async throws {
    let figures = try await objects(line)
    #expect(!figures.isEmpty)
    for figure in figures {
      #expect(Set(Self.figureKeys).isSubset(of: figure.keys))
      for key in ["place", "indicator", "level", "freq", "period", "geography", "unit", "source"] {
        #expect(figure[key] is String, "\(key)")
      }
      for key in ["value", "rank", "rank_of", "change", "change_pct", "rank_change"] {
        #expect(figure[key] is NSNumber || figure[key] is NSNull, "\(key)")
      }
      for key in ["group", "break", "rank_source", "published_on"] {
        #expect(figure[key] is String || figure[key] is NSNull, "\(key)")
      }
      #expect(figure["derived"] is Bool)
      #expect(figure["flags"] is [String])
    }
  }

  private static let progressKeys = [
    "place", "indicator", "level", "plan", "period_start", "period_end", "comparator", "target",
    "unit", "measure", "base_period", "base_value", "latest_period", "latest_value", "gap",
    "required_per_year", "observed_per_year", "pace", "method", "verdict",
  ]

  @Test(arguments: ["linear", "cagr"]) func progressHasTheKeysOfTheContract(
    method: String
  ) async throws {
    let rows = try await objects("progress --place lang-son --method \(method) --format json")
    #expect(rows.count > 50)
    let verdicts = ["met", "on_track", "off_track", "moving_away", "missed", "no_data"]
    for row in rows {
      #expect(Set(Self.progressKeys).isSubset(of: row.keys))
      for key in ["place", "indicator", "level", "plan", "measure"] {
        #expect(row[key] is String, "\(key)")
      }
      for key in [
        "target", "base_value", "latest_value", "gap", "required_per_year", "observed_per_year",
        "pace",
      ] {
        #expect(row[key] is NSNumber || row[key] is NSNull, "\(key)")
      }
      for key in ["base_period", "latest_period"] {
        #expect((row[key] as? String)?.count == 4 || row[key] is NSNull, "\(key)")
      }
      #expect(row["method"] as? String == method)
      #expect(verdicts.contains(try #require(row["verdict"] as? String)))
    }
    let text = try await Chiso.loaded.run("progress --place lang-son --format ndjson").output
    let first = text.split(separator: "\n").first ?? ""
    let keys = first.matches(of: /"([a-z_]+)":/).map { String($0.output.1) }
    #expect(Array(keys.prefix(Self.progressKeys.count)) == Self.progressKeys)
  }

  @Test func rankTargetKeepsTheNumberOfProvincesOfItsPlan() async throws {
    // 15 of 63 is (63 - 15) / 62 = 0.7742; PAPI 2023 21st of 61 is 40 / 60 = 0.6667, 2024 12th of 61 is
    // 49 / 60 = 0.8167: 0.1075 needed in the year, 0.15 gained, 1.3953.
    let rows = try await objects("progress --place lang-son --indicator papi --format json")
    let row = try #require(rows.first { $0["plan"] as? String == "lang-son-2024" })
    #expect(row["target_rank_of"] as? Int == 63)
    #expect(row["base_value"] as? Int == 21)
    #expect(row["latest_value"] as? Int == 12)
    let pace = try #require(row["pace"] as? Double)
    #expect(abs(pace - (49.0 / 60 - 40.0 / 60) / (48.0 / 62 - 40.0 / 60)) < 1e-9)
    #expect(row["verdict"] as? String == "met")
  }

  @Test func keysComeInTheOrderOfTheContract() async throws {
    let line = "trend --place lang-son --indicator pci --years 2019 --format ndjson"
    let text = try await Chiso.loaded.run(line).output
    let keys = text.matches(of: /"([a-z_]+)":/).map { String($0.output.1) }
    #expect(Array(keys.prefix(Self.figureKeys.count)) == Self.figureKeys)
  }

  @Test func figuresAreThoseOfTheCarriedTable() async throws {
    // etl/figures/pci/components.csv, rows 2018 and 2019 of Lạng Sơn: 61.701477..., 50 and
    // 63.7920...; the test reads them there itself, by line, not through the warehouse.
    let rows = try String(
      contentsOfFile: Chiso.project + "/etl/figures/pci/components.csv", encoding: .utf8
    ).split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    func printed(_ year: String) throws -> (value: Double, rank: Int) {
      let row = try #require(rows.first { $0[0] == year && $0[1] == "Lạng Sơn" })
      return (try #require(Double(row[3])), try #require(Int(row[4])))
    }
    let figures = try await objects(
      "trend --place lang-son --indicator pci --years 2018..2019 --format json")
    #expect(figures.count == 2)
    let before = try printed("2018")
    let now = try printed("2019")
    #expect(figures[1]["value"] as? Double == now.value)
    #expect(figures[1]["rank"] as? Int == now.rank)
    #expect(figures[1]["rank_of"] as? Int == 63)
    let change = try #require(figures[1]["change"] as? Double)
    #expect(abs(change - (now.value - before.value)) < 1e-9)
    let percent = try #require(figures[1]["change_pct"] as? Double)
    #expect(abs(percent - (now.value / before.value - 1) * 100) < 1e-9)
    #expect(figures[1]["rank_change"] as? Int == before.rank - now.rank)
  }

  @Test func editionThatDoesNotCompareHasNoChange() async throws {
    let figures = try await objects(
      "trend --place lang-son --indicator pci --years 2012..2013 --format json")
    #expect(figures.last?["break"] as? String == "method")
    #expect(figures.last?["change"] is NSNull)
    #expect(figures.last?["change_pct"] is NSNull)
  }

  @Test func placeThatIsNotKnownIsNullAndNotZero() async throws {
    // Only the rank of Lào Cai was printed for 2023, no value.
    let figures = try await objects("rank --indicator par --year 2023 --format json")
    let laoCai = try #require(figures.first { $0["place"] as? String == "lao-cai" })
    #expect(laoCai["value"] is NSNull)
    #expect(laoCai["rank"] as? Int == 7)
  }

  @Test func citationHasTheKeysOfTheContract() async throws {
    let run = try await Chiso.loaded.run(
      "cite --place lang-son --indicator pci --year 2019 --format json")
    let json = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
    let cited = try #require(json as? [String: Any])
    for key in [
      "value", "load", "job", "source", "source_file", "sheet", "cell", "line_from", "line_to",
      "quote", "recorded_from", "published_on", "vintages", "others",
    ] { #expect(cited[key] != nil, "\(key)") }
    let source = try #require(cited["source"] as? [String: Any])
    #expect(Set(["publisher", "title", "url", "tier"]).isSubset(of: source.keys))
    let file = try #require(cited["source_file"] as? [String: Any])
    #expect(file["name"] as? String == "figures/pci/components.csv")
    #expect((file["sha256"] as? String)?.count == 64)
    #expect(cited["vintages"] is [Any])
    #expect(cited["others"] is [Any])
  }

  @Test func sumCitesThePartsThatItWasMadeOf() async throws {
    let run = try await Chiso.loaded.run(
      "cite --place ha-tinh --indicator papi --year 2022 --format json")
    let json = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
    let cited = try #require(json as? [String: Any])
    #expect(cited["derived"] as? Bool == true)
    let parts = try #require(cited["parts"] as? [[String: Any]])
    // Eight dimensions of 4, 4, 3, 4, 3, 4, 3 and 3 parts: 5.2 was dropped in 2021.
    #expect(parts.count == 28)
    let sum = parts.compactMap { $0["value"] as? Double }.reduce(0, +)
    #expect(abs(sum - (try #require(cited["value"] as? Double))) < 1e-9)
  }
}
