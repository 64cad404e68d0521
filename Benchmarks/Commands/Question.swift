// Questions of the program beside the same SQL given to psql: the text of sql/queries with its
// parameters written in.

import Foundation

/// One question, asked through chiso and through psql.
struct Question {
  let name: String
  let arguments: [String]
  let file: String
  let parameters: [String]
  /// Further statements that the question asks, each a file with its parameters.
  var further: [(file: String, parameters: [String])] = []

  /// The SQL of the question with its parameters as literals.
  func sql(in folder: String) throws -> String {
    try ([(file, parameters)] + further)
      .map { try Self.sql(of: $0.0, $0.1, in: folder) }
      .joined(separator: "\n")
  }

  private static func sql(
    of file: String, _ parameters: [String], in folder: String
  ) throws -> String {
    var text = try String(contentsOfFile: "\(folder)/\(file).sql", encoding: .utf8)
    text = text.split(separator: "\n").filter { !$0.hasPrefix("--") }.joined(separator: "\n")
    for (index, parameter) in parameters.enumerated().reversed() {
      text = text.replacingOccurrences(of: "$\(index + 1)", with: parameter)
    }
    return text
  }

  static let all: [Question] = [
    Question(
      name: "places", arguments: ["places"], file: "list_places",
      parameters: ["null::text[]", "null::date"]),
    Question(
      name: "indicators", arguments: ["indicators"], file: "list_indicators",
      parameters: ["null::text[]"]),
    Question(
      name: "editions", arguments: ["editions"], file: "list_editions",
      parameters: ["null::text[]", "null::int4", "null::int4"]),
    Question(
      name: "sources", arguments: ["sources"], file: "list_sources",
      parameters: ["null::text[]"]),
    Question(
      name: "trend", arguments: ["trend", "--place", "lang-son", "--indicator", "pci"],
      file: "list_trend",
      parameters: [
        "array['lang-son']", "array['pci']", "null", "null", "null", "null::date", "null::date",
        "false", "'published'",
      ]),
    Question(
      name: "compare", arguments: ["compare", "--place", "lang-son,ha-tinh"],
      file: "list_comparison",
      parameters: [
        "array['lang-son', 'ha-tinh']", "array['par', 'sipas', 'papi', 'pci', 'dti']",
        "null::int4", "null::int4", "null", "null::date", "null::date", "false", "'published'",
      ]),
    Question(
      name: "rank", arguments: ["rank", "--indicator", "pci", "--year", "2019"],
      file: "list_ranking",
      parameters: [
        "array['pci']", "2019", "null", "null", "null::date", "null::date", "false", "'published'",
      ]),
    Question(
      name: "rank movers", arguments: ["rank", "--indicator", "pci", "--movers", "2018..2019"],
      file: "list_movers",
      parameters: [
        "array['pci']", "2018", "2019", "null", "null", "null::date", "null::date", "false",
      ]),
    Question(
      name: "compare with",
      arguments: [
        "compare", "--place", "lang-son", "--indicator", "pci", "--years", "2019", "--with",
        "median",
      ],
      file: "list_comparison",
      parameters: [
        "array['lang-son']", "array['pci']", "2019", "2019", "null", "null::date", "null::date",
        "false", "'published'",
      ],
      further: [
        (
          "list_summary",
          ["array['pci']", "2019", "2019", "null", "null::date", "null::date", "'published'"]
        )
      ]),
    Question(
      name: "trend today",
      arguments: [
        "trend", "--place", "phu-tho-2025", "--indicator", "pci", "--boundaries", "2025",
      ],
      file: "list_trend",
      parameters: [
        "array['phu-tho-2025']", "array['pci']", "null", "null", "null", "null::date",
        "null::date", "false", "'2025'",
      ]),
    Question(
      name: "progress", arguments: ["progress", "--place", "lang-son", "--indicator", "par,papi"],
      file: "list_progress",
      parameters: [
        "array['lang-son']", "array['par', 'papi']", "null", "null", "null", "null::date",
        "null::date", "'linear'", "false", "'published'",
      ],
      further: [
        (
          "count_targets_left_out",
          [
            "array['lang-son']", "array['par', 'papi']", "null", "null", "null", "null::date",
            "null::date",
          ]
        )
      ]),
    Question(
      name: "explain",
      arguments: ["explain", "--place", "lang-son", "--indicator", "pci", "--years", "2018..2019"],
      file: "list_explanation",
      parameters: [
        "array['lang-son']", "'pci'", "2018", "2019", "null::date", "null::date", "false",
        "'published'",
      ]),
    Question(
      name: "diff",
      arguments: ["diff", "--from", "2020-01-01", "--place", "lang-son", "--indicator", "pci"],
      file: "list_changes",
      parameters: [
        "'2020-01-01'::date", "null::date", "array['lang-son']", "array['pci']", "null",
      ]),
    Question(
      name: "profile", arguments: ["profile", "lang-son"], file: "list_trend",
      parameters: [
        "array['lang-son']", "array['par', 'sipas', 'papi', 'pci', 'dti']", "null::int4",
        "null::int4", "null", "null::date", "null::date", "false", "'published'",
      ],
      further: [
        ("list_components", ["'lang-son'", "null::int4", "null::date", "null::date"]),
        (
          "list_progress",
          [
            "array['lang-son']", "null", "null", "null", "null", "null::date", "null::date",
            "'linear'", "false", "'published'",
          ]
        ),
        ("list_tasks", ["array['lang-son']", "null", "null", "null"]),
        ("list_places", ["array['lang-son']", "null::date"]),
      ]),
    Question(
      name: "targets", arguments: ["targets", "--place", "lang-son"], file: "list_targets",
      parameters: [
        "array['lang-son']", "null", "null", "null", "null", "null::date", "null::date",
      ]),
    Question(
      name: "cite",
      arguments: ["cite", "--place", "lang-son", "--indicator", "pci", "--year", "2019"],
      file: "list_citations",
      parameters: [
        "array['lang-son']", "'pci'", "'2019-01-01'::date", "''", "false", "null::date",
        "null::date", "'A'",
      ],
      further: [
        (
          "list_trend",
          [
            "array['lang-son']", "array['pci']", "2019", "2019", "array['']", "null::date",
            "null::date", "false", "'published'",
          ]
        )
      ]),
  ]
}
