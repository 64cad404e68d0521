// What checks found, as rows.

import RowRendering
import Warehouse

extension Listing where Row == Finding {
  static var findings: Listing {
    Listing(
      columns: [
        Column(key: "severity", heading: Heading.severity()),
        Column(key: "check", heading: Heading.check()),
        Column(key: "place", heading: Heading.place()),
        Column(key: "indicator", heading: Heading.indicator()),
        Column(key: "level", heading: "level", machineOnly: true),
        Column(key: "period", heading: Heading.period()),
        Column(key: "source", heading: Heading.source(), isOptionalInNarrow: true),
        Column(key: "line", heading: "line", machineOnly: true),
        Column(key: "arguments", heading: "arguments", machineOnly: true),
        Column(key: "problem", heading: Heading.problem()),
      ],
      fields: { row in
        [
          .code(row.severity.rawValue, name: Word.of(row.severity.rawValue)), .text(row.check),
          .text(row.place), .text(row.indicator), .text(row.level), .text(row.shownPeriod),
          .text(row.source), .integer(row.line), .list(row.arguments), .text(row.sentence),
        ]
      })
  }
}

extension Finding {
  /// What was found, in the language of this run.
  fileprivate var sentence: String {
    Check(rawValue: check)?.filled(arguments) ?? check
  }

  /// The year where the period begins one.
  fileprivate var shownPeriod: String? {
    period.map { $0.hasSuffix("-01-01") ? String($0.dropLast(6)) : $0 }
  }
}
