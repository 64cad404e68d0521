// Charts beside the SQL that they draw, and reports with all their pictures.

import Foundation

extension Question {
  private static let clocks = ["null::date", "null::date"]

  private static func trend(_ places: String, _ indicators: String) -> [String] {
    [places, indicators, "null::int4", "null::int4", "null"] + clocks + ["false", "'published'"]
  }

  private static let ranking =
    ["array['pci']", "2019", "null", "null"] + clocks
    + ["false", "'published'"]

  /// Specifications of charts; each beside all that it asks.
  static let charts: [Question] = [
    Question(
      name: "chart line",
      arguments: chart("line", "--place", "lang-son,ha-tinh", "--indicator", "pci"),
      file: "list_trend", parameters: trend("array['lang-son', 'ha-tinh']", "array['pci']"),
      further: [
        (
          "list_targets",
          ["array['lang-son', 'ha-tinh']", "array['pci']", "null", "null", "null"] + clocks
        )
      ]),
    Question(
      name: "chart bump", arguments: chart("bump", "--place", "lang-son", "--indicator", "pci"),
      file: "list_trend", parameters: trend("array['province', 'lang-son']", "array['pci']")),
    Question(
      name: "chart bar", arguments: chart("bar", "--indicator", "pci", "--year", "2019"),
      file: "list_ranking", parameters: ranking,
      further: [
        ("list_summary", ["array['pci']", "2019", "2019", "null"] + clocks + ["'published'"])
      ]),
    Question(
      name: "chart heatmap",
      arguments: chart("heatmap", "--place", "lang-son", "--indicator", "pci"),
      file: "list_trend",
      parameters: trend(
        "array['lang-son']",
        "(select array_agg(i.indicator) from mart.indicator as i where 'pci' in (i.indicator, i.parent))"
      )),
    Question(
      name: "chart profile", arguments: chart("profile", "--place", "lang-son"),
      file: "list_components", parameters: ["'lang-son'", "null::int4"] + clocks),
    Question(
      name: "chart bullet", arguments: chart("bullet", "--place", "lang-son"),
      file: "list_progress",
      parameters: ["array['lang-son']", "null", "null", "null", "null"] + clocks
        + ["'linear'", "false", "'published'"]),
    Question(
      name: "chart tilemap", arguments: chart("tilemap", "--indicator", "pci", "--year", "2019"),
      file: "list_ranking", parameters: ranking),
  ]

  private static func chart(_ words: String...) -> [String] {
    ["chart"] + words + ["--format", "vega-lite"]
  }
}

extension Benchmarks {
  /// Reports of one place, with pictures, on the warehouse of this project.
  static func measureReports(
    _ chiso: ([String]) -> Command, work: String
  ) throws -> [(name: String, value: Double)] {
    var results: [(name: String, value: Double)] = []
    _ = try chiso(["chart", "--setup", "-q"]).run()
    for (name, more) in [("report", []), ("report against two", ["--against", "ha-tinh,da-nang"])] {
      var times = Times()
      for _ in 0..<rounds {
        times.add(
          try chiso(["report", "lang-son", "--output", "\(work)/report.html"] + more).run())
      }
      print("chiso \(name)".padding(toLength: 40, withPad: " ", startingAt: 0), times.text)
      results.append((name, times.middle))
    }
    return results
  }
}
