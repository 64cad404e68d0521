// Listings of the catalog and of the log of loads as rows.

import ETL
import RowRendering
import Warehouse

/// A listing: its columns and one function from a row to fields.
struct Listing<Row> {
  let columns: [Column]
  let fields: (Row) -> [Field]
}

extension Listing where Row == PlaceRow {
  static var places: Listing {
    Listing(
      columns: [
        Column(key: "place", heading: Heading.place()),
        Column(key: "name_vi", heading: Heading.name()),
        Column(key: "name_en", heading: ColumnName.nameEn(), isOptionalInNarrow: true),
        Column(key: "kind", heading: Heading.kind()),
        Column(key: "region", heading: Heading.region(), isOptionalInNarrow: true),
        Column(key: "region_2025", heading: "\(Heading.region()) 2025", isOptionalInNarrow: true),
        Column(key: "gso_code", heading: Heading.gso()),
        Column(key: "iso_3166_2", heading: Heading.iso()),
        Column(key: "valid_from", heading: Heading.validFrom()),
        Column(key: "valid_to", heading: Heading.validTo()),
        Column(key: "predecessors", heading: Heading.predecessors()),
        Column(key: "successors", heading: Heading.successors()),
        Column(key: "note", heading: Heading.note(), machineOnly: true),
      ],
      fields: { row in
        [
          .text(row.place), .text(row.nameVi), .text(row.nameEn),
          .code(row.kind, name: Word.of(row.kind)), .text(row.region), .text(row.region2025),
          .text(row.gsoCode), .text(row.isoCode), .date(row.validFrom), .date(row.validTo),
          .list(row.predecessors), .list(row.successors), .text(row.note),
        ]
      })
  }
}

extension Listing where Row == IndicatorRow {
  static var indicators: Listing {
    Listing(
      columns: [
        Column(key: "indicator", heading: Heading.indicator()),
        Column(key: "parent", heading: "parent", machineOnly: true),
        Column(key: "index", heading: Heading.index(), machineOnly: true),
        Column(key: "name_vi", heading: Heading.name()),
        Column(key: "name_en", heading: ColumnName.nameEn(), isOptionalInNarrow: true),
        Column(key: "unit", heading: Heading.unit()),
        Column(key: "decimals", heading: "decimals", machineOnly: true),
        Column(key: "min", heading: "min", machineOnly: true),
        Column(key: "max", heading: "max", machineOnly: true),
        Column(key: "direction", heading: Heading.direction(), isOptionalInNarrow: true),
        Column(key: "area", heading: Heading.area(), isOptionalInNarrow: true),
        Column(key: "valid_from", heading: Heading.validFrom(), isOptionalInNarrow: true),
        Column(key: "valid_to", heading: Heading.validTo(), isOptionalInNarrow: true),
        Column(key: "owner", heading: "owner", machineOnly: true),
        Column(key: "note", heading: Heading.note(), machineOnly: true),
      ],
      fields: { row in
        [
          .text(row.indicator), .text(row.parent), .text(row.index), .text(row.nameVi),
          .text(row.nameEn), .code(row.unit, name: Word.of(row.unit)), .integer(row.decimals),
          .number(row.min), .number(row.max), .code(row.direction, name: Word.of(row.direction)),
          .code(row.area, name: Word.of(row.area)), .date(row.validFrom), .date(row.validTo),
          .text(row.owner), .text(row.note),
        ]
      })
  }
}

extension Listing where Row == EditionRow {
  static var editions: Listing {
    Listing(
      columns: [
        Column(key: "edition", heading: Heading.edition()),
        Column(key: "index", heading: Heading.index(), machineOnly: true),
        Column(key: "geography", heading: Heading.geography()),
        Column(key: "period", heading: Heading.year()),
        Column(key: "published_on", heading: Heading.publishedOn()),
        Column(key: "places_covered", heading: Heading.covered(), alignment: .trailing),
        Column(key: "complete", heading: Heading.complete()),
        Column(key: "comparable", heading: Heading.comparable()),
        Column(key: "reason", heading: Heading.remarks()),
        Column(key: "method", heading: Heading.method(), isOptionalInNarrow: true),
        Column(key: "verification", heading: "verification", machineOnly: true),
        Column(key: "note", heading: Heading.note(), machineOnly: true),
      ],
      fields: { row in
        [
          .text(row.edition), .text(row.index), .text(row.geography),
          .text(String(row.period.prefix(4))), .date(row.publishedOn),
          .integer(row.placesCovered), .boolean(row.isComplete),
          .code(row.comparable, name: Word.of(row.comparable)), .text(row.reason),
          .text(row.method), .text(row.verification), .text(row.note),
        ]
      })
  }
}

extension Listing where Row == SourceRow {
  static var sources: Listing {
    Listing(
      columns: [
        Column(key: "source", heading: Heading.source()),
        Column(key: "publisher", heading: Heading.publisher()),
        Column(key: "title", heading: Heading.title()),
        Column(key: "tier", heading: Heading.tier(), alignment: .trailing),
        Column(key: "url", heading: Heading.url(), isOptionalInNarrow: true),
        Column(key: "read_on", heading: Heading.readOn(), machineOnly: true),
        Column(key: "note", heading: Heading.note(), machineOnly: true),
        Column(key: "licence", heading: Heading.licence(), machineOnly: true),
      ],
      fields: { row in
        [
          .text(row.source), .text(row.publisher), .text(row.title), .integer(row.tier),
          .text(row.url), .date(row.readOn), .text(row.note), .text(row.licence),
        ]
      })
  }
}

extension Listing where Row == CoverageRow {
  static var coverage: Listing {
    Listing(
      columns: [
        Column(key: "index", heading: Heading.index()),
        Column(key: "edition", heading: Heading.edition(), machineOnly: true),
        Column(key: "geography", heading: Heading.geography()),
        Column(key: "period", heading: Heading.year()),
        Column(key: "places_covered", heading: Heading.covered(), alignment: .trailing),
        Column(key: "places_with_value", heading: Heading.withValue(), machineOnly: true),
        Column(key: "places_with_derived_value", heading: "derived", machineOnly: true),
        Column(key: "places_with_rank", heading: Heading.withRank(), machineOnly: true),
        Column(key: "places_with_computed_rank", heading: "computed", machineOnly: true),
        Column(
          key: "value", heading: Heading.withValue(), alignment: .trailing, humanOnly: true),
        Column(key: "rank", heading: Heading.withRank(), alignment: .trailing, humanOnly: true),
        Column(key: "remarks", heading: Heading.remarks(), humanOnly: true),
        Column(key: "tiers", heading: Heading.tiers()),
        Column(key: "complete", heading: Heading.complete()),
        Column(key: "published_on", heading: Heading.publishedOn()),
      ],
      fields: { row in
        let covered = row.placesCovered.map(String.init) ?? "?"
        var remarks: [String] = []
        if row.withDerivedValue > 0 {
          remarks.append("\(Word.derived()): \(row.withDerivedValue)")
        }
        if row.withComputedRank > 0 {
          remarks.append("\(Word.computed()): \(row.withComputedRank)")
        }
        return [
          .code(row.index, name: Word.of(row.index)), .text(row.edition), .text(row.geography),
          .text(String(row.period.prefix(4))), .integer(row.placesCovered),
          .integer(row.withValue), .integer(row.withDerivedValue), .integer(row.withRank),
          .integer(row.withComputedRank),
          .text("\(row.withValue + row.withDerivedValue)/\(covered)"),
          .text("\(row.withRank + row.withComputedRank)/\(covered)"),
          .text(remarks.joined(separator: "; ")),
          .list(row.tiers.map(String.init)), .boolean(row.isComplete), .date(row.publishedOn),
        ]
      })
  }
}

extension Listing where Row == LoadRow {
  static var loads: Listing {
    Listing(
      columns: [
        Column(key: "load", heading: Heading.load(), alignment: .trailing),
        Column(key: "job", heading: Heading.job()),
        Column(key: "file", heading: Heading.file()),
        Column(key: "started", heading: Heading.started()),
        Column(key: "load_status", heading: "load_status", machineOnly: true),
        Column(key: "status", heading: Heading.status()),
        Column(key: "read", heading: Heading.read(), alignment: .trailing),
        Column(key: "loaded", heading: Heading.loaded(), alignment: .trailing),
        Column(key: "revised", heading: Heading.revised(), alignment: .trailing),
        Column(key: "unchanged", heading: Heading.unchanged(), alignment: .trailing),
        Column(key: "withdrawn", heading: Heading.withdrawn(), alignment: .trailing),
        Column(key: "rejected", heading: Heading.rejected(), alignment: .trailing),
        Column(key: "seconds", heading: Heading.took(), alignment: .trailing),
        Column(key: "load_seconds", heading: Heading.loadTook(), alignment: .trailing),
        Column(key: "finished", heading: "finished", machineOnly: true),
      ],
      fields: { row in
        [
          .integer(row.load), .text(row.job), .text(row.file), .text(row.startedAt),
          .text(row.loadStatus), .code(row.status, name: Word.of(row.status)),
          .integer(row.read), .integer(row.loaded), .integer(row.revised),
          .integer(row.unchanged), .integer(row.withdrawn), .integer(row.rejected),
          .seconds(row.seconds), .seconds(row.loadSeconds), .text(row.finishedAt),
        ]
      })
  }
}

extension Listing where Row == RejectRow {
  static var rejects: Listing {
    Listing(
      columns: [
        Column(key: "load", heading: Heading.load(), alignment: .trailing),
        Column(key: "job", heading: Heading.job()),
        Column(key: "file", heading: Heading.file()),
        Column(key: "line", heading: Heading.line(), alignment: .trailing),
        Column(key: "field", heading: "field", machineOnly: true),
        Column(key: "reason", heading: "reason", machineOnly: true),
        Column(key: "arguments", heading: "arguments", machineOnly: true),
        Column(key: "problem", heading: Heading.problem()),
      ],
      fields: { row in
        let problem = DiagnosticReason(rawValue: row.reason)?.told(row.arguments) ?? row.reason
        return [
          .integer(row.load), .text(row.job), .text(row.file), .integer(row.line),
          .text(row.field), .text(row.reason), .list(row.arguments), .text(problem),
        ]
      })
  }
}

extension Field {
  /// A duration: seconds for machines, seconds with their unit for people.
  static func seconds(_ value: Double?) -> Field {
    Field(
      machine: value.map { .number($0, decimals: nil) } ?? .missing,
      human: value.map { .text(secondsText($0)) } ?? .missing)
  }
}

/// A duration as people read it: "1.61 s".
func secondsText(_ seconds: Double) -> String {
  formatted(seconds, decimals: 2, decimalMark: Language.current.decimalMark) + " s"
}
