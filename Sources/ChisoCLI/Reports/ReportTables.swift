// The tables of a report: the same figures as the commands show, each leading to its source.

import Reports
import RowRendering
import Warehouse

/// Makes the tables of a report.
struct ReportTables {
  let facts: ReportFacts
  let citations: ReportCitations
  private let notes = ChartNotes()

  typealias Table = ReportContent.Table
  typealias Cell = ReportContent.Cell

  init(_ facts: ReportFacts, _ citations: ReportCitations) {
    self.facts = facts
    self.citations = citations
  }

  private func signed(_ value: Double?, _ decimals: Int) -> String? {
    value.map { ($0 > 0 ? "+" : "") + notes.number($0, decimals) }
  }

  // MARK: - Figures

  /// A figure's value, leading to its source.
  private func value(_ row: FigureRow) -> Cell {
    guard let value = row.value else { return Cell(nil, isNumber: true) }
    let text = notes.number(value, row.decimals)
    return Cell(
      text, order: value, isNumber: true, link: link(row, row.source, text))
  }

  private func rank(_ row: FigureRow) -> Cell {
    // A published group stands for a rank that is not.
    guard let text = notes.rank(row) ?? row.group else { return Cell(nil, isNumber: true) }
    let source = row.rankSource == "computed" ? row.source : row.rankSource ?? row.source
    return Cell(
      printable(text), order: row.rank.map(Double.init), isNumber: true,
      link: link(row, source, text))
  }

  private func link(_ row: FigureRow, _ source: String?, _ text: String) -> String {
    let isOwn = facts.groups[0].contains(row.place)
    let name = FigureTable.indicatorName(row)
    return citations.link(
      place: row.place, indicator: row.indicator, level: row.level, period: row.period,
      geography: row.geography, source: source,
      name: isOwn ? name : "\(FigureTable.placeName(row)), \(name)", value: text)
  }

  /// Figures of the place, a row each.
  func figures(_ rows: [FigureRow], caption: String) -> Table {
    Table(
      caption: caption,
      columns: [
        .init(Heading.index()), .init(Heading.year()), .init(Heading.value(), isNumber: true),
        .init(Heading.rank(), isNumber: true),
        .init(Heading.change(), isNumber: true), .init(Heading.rankChange(), isNumber: true),
        .init(Heading.remarks()),
      ],
      rows: rows.map { row in
        ReportContent.Row([
          Cell(
            [FigureTable.indicatorName(row), Word.of(row.unit)].compactMap(\.self)
              .joined(separator: ", "), isHead: true), Cell(FigureTable.period(row)), value(row),
          rank(row),
          Cell(signed(row.change, row.decimals), order: row.change, isNumber: true),
          Cell(
            signed(row.rankChange.map(Double.init), 0), order: row.rankChange.map(Double.init),
            isNumber: true),
          Cell(FigureTable.remarks(row).map(printable)),
        ])
      })
  }

  /// The latest figure of each index, place by place.
  func comparison() -> Table {
    let latest = facts.groups.map(facts.latest)
    let names = zip(facts.groups, latest).map { group, rows in
      rows.last.map(FigureTable.placeName) ?? group[0]
    }
    let indices = FigureQuestion.indices.filter { index in
      latest.contains { $0.contains { $0.indicator == index } }
    }
    return Table(
      caption: ReportMessage.comparison(),
      columns: [.init(Heading.index())]
        + names.flatMap { name in
          [
            ReportContent.Column(printable(name), isNumber: true),
            ReportContent.Column(Heading.rank(), isNumber: true),
            ReportContent.Column(Heading.year()),
          ]
        },
      rows: indices.map { index in
        ReportContent.Row(
          [Cell(Word.of(index) ?? index, isHead: true)]
            + latest.flatMap { rows -> [Cell] in
              guard let row = rows.first(where: { $0.indicator == index }) else {
                return [Cell(nil, isNumber: true), Cell(nil, isNumber: true), Cell(nil)]
              }
              return [value(row), rank(row), Cell(FigureTable.period(row))]
            })
      })
  }

  /// Where the figures of the place do not compare, and why.
  func breaks() -> Table? {
    let rows = facts.ownFigures.filter { $0.breakKind != nil }
    guard !rows.isEmpty else { return nil }
    return Table(
      caption: ReportMessage.breaks(),
      columns: [
        .init(Heading.index()), .init(Heading.year()), .init(Heading.remarks()),
        .init(Heading.note()),
      ],
      rows: rows.map { row in
        let kinds = (row.breakKind ?? "").split(separator: "+")
          .map { BreakRemark(rawValue: String($0))?.text ?? String($0) }
        return ReportContent.Row([
          Cell(FigureTable.indicatorName(row), isHead: true), Cell(FigureTable.period(row)),
          Cell(kinds.joined(separator: "; ")), Cell(row.breakReason.map(printable)),
        ])
      })
  }

  // MARK: - Components

  func components() -> Table {
    Table(
      caption: ReportMessage.allParts(),
      columns: [
        .init(Heading.indicator()), .init(Heading.index()), .init(Heading.year()),
        .init(Heading.value(), isNumber: true), .init(Heading.median(), isNumber: true),
        .init(Heading.gap(), isNumber: true), .init(Heading.best(), isNumber: true),
        .init(Heading.rank(), isNumber: true),
      ],
      rows: facts.components.map { row in
        let name = Language.current == .vi ? row.indicatorNameVi : row.indicatorNameEn
        // What all provinces together come to is made here, as the method says.
        func number(_ value: Double?) -> Cell {
          Cell(
            value.map { notes.number($0, row.decimals) }, order: value, isNumber: true,
            link: value == nil ? nil : "#method")
        }
        let text = notes.number(row.value, row.decimals)
        let place = facts.groups[0].first { id in
          facts.lineage.contains {
            $0.place == id && $0.indicator == row.indicator && $0.period == row.period
          }
        }
        let link = citations.link(
          place: place ?? facts.groups[0][0], indicator: row.indicator, level: "",
          period: row.period, geography: row.geography, source: row.source, name: name,
          value: text)
        let rank = row.rank.map {
          "\($0)\(row.isTied ? "=" : "")\(row.rankOf.map { "/\($0)" } ?? "")"
        }
        return ReportContent.Row([
          Cell(printable(name), isHead: true), Cell(Word.of(row.index) ?? row.index),
          Cell(String(row.period.prefix(4))),
          Cell(text, order: row.value, isNumber: true, link: link), number(row.median),
          Cell(
            signed(row.gap, row.decimals), order: row.gap, isNumber: true,
            link: row.gap == nil ? nil : link), number(row.best),
          Cell(
            rank, order: row.rank.map(Double.init), isNumber: true,
            link: row.rank == nil ? nil : link),
        ])
      })
  }

  // MARK: - Plans

  /// Targets with a result.
  func targets(_ rows: [ProgressRow]) -> Table {
    let table = ProgressTable(method: .linear)
    return Table(
      caption: ReportMessage.targetsWithResult(),
      columns: [
        .init(Heading.subject()), .init(Heading.target()), .init(Heading.due()),
        .init(Heading.base(), isNumber: true), .init(Heading.latest(), isNumber: true),
        .init(Heading.pace(), isNumber: true), .init(Heading.verdict()), .init(Heading.plan()),
      ],
      rows: rows.map { row in
        let latest = table.latest(row)
        return ReportContent.Row([
          Cell(subject(row), isHead: true), target(row), Cell(row.periodEnd.map(String.init)),
          Cell(
            table.base(row), isNumber: true,
            link: link(row, row.basePeriod, row.baseSource, table.base(row))),
          Cell(
            latest, isNumber: true, link: link(row, row.latestPeriod, row.latestSource, latest)),
          Cell(row.pace.map { notes.number($0, 2) }, order: row.pace, isNumber: true),
          Cell(ProgressTable.standing(row)), plan(row),
        ])
      })
  }

  /// Targets of which nothing is known yet.
  func targetsWithout(_ rows: [ProgressRow]) -> Table {
    Table(
      caption: ReportMessage.targetsWithout(),
      columns: [
        .init(Heading.subject()), .init(Heading.target()), .init(Heading.due()),
        .init(Heading.plan()),
      ],
      rows: rows.map { row in
        ReportContent.Row([
          Cell(subject(row), isHead: true), target(row), Cell(row.periodEnd.map(String.init)),
          plan(row),
        ])
      })
  }

  private func subject(_ row: ProgressRow) -> String {
    let subject = TargetTable.subject(
      row.subject, nameEn: row.indicatorNameEn, indicator: row.indicator, level: row.level)
    return printable(row.scope.isEmpty ? subject : "\(subject): \(row.scope)")
  }

  private func target(_ row: ProgressRow) -> Cell {
    Cell(
      printable(
        TargetTable.signs(
          comparator: row.comparator, value: row.target, valueHigh: row.targetHigh, unit: row.unit,
          measure: row.measure, group: row.group)),
      link: citations.link(source: source(of: row)))
  }

  /// The plan with the lines that say so.
  private func plan(_ row: ProgressRow) -> Cell {
    let lines = PlanPage.lines(row.lineFrom, row.lineTo).map { ", \(ReportMessage.line($0))" }
    return Cell(
      printable(row.plan + (lines ?? "")), link: citations.link(source: source(of: row)))
  }

  private func source(of row: ProgressRow) -> String? {
    facts.targets.first {
      $0.plan == row.plan && $0.place == row.place && $0.ordinal == row.ordinal
    }?
    .source
  }

  private func link(
    _ row: ProgressRow, _ period: String?, _ source: String?, _ text: String?
  ) -> String? {
    guard let period, let told = source, let text else { return nil }
    // A rank that was made here is one of figures that somebody told.
    let source =
      told == "computed"
      ? facts.figures.first {
        facts.groups[0].contains($0.place) && $0.indicator == row.indicator && $0.period == period
      }?.source : told
    let level =
      facts.lineage.contains {
        $0.indicator == row.indicator && $0.period == period && $0.level == row.level
      } ? row.level : ""
    let place = facts.groups[0].first { id in
      facts.lineage.contains {
        $0.place == id && $0.indicator == row.indicator && $0.period == period
      }
    }
    return citations.link(
      place: place ?? row.place, indicator: row.indicator, level: level, period: period,
      geography: nil, source: source, name: subject(row), value: text)
  }

  func tasks() -> Table {
    Table(
      caption: ReportMessage.tasks(),
      columns: [
        .init(Heading.task()), .init(Heading.item()), .init(Heading.product()),
        .init(Heading.lead()), .init(Heading.due()), .init(Heading.plan()),
      ],
      rows: facts.tasks.map { row in
        let lines = PlanPage.lines(row.lineFrom, row.lineTo).map { ", \(ReportMessage.line($0))" }
        return ReportContent.Row([
          Cell((row.activity ?? row.task ?? row.objective).map(printable), isHead: true),
          Cell(row.item.map(printable)),
          Cell(row.product.map(printable)), Cell(row.lead.map(printable)),
          Cell(row.due.map(printable)), Cell(row.plan.map { printable($0 + (lines ?? "")) }),
        ])
      })
  }
}
