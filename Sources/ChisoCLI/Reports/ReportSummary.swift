// A report in sentences, computed from what it shows.

import RowRendering
import Warehouse

/// The sentences at the head of a report.
struct ReportSummary {
  let facts: ReportFacts
  private let notes = ChartNotes()

  init(_ facts: ReportFacts) { self.facts = facts }

  /// How many parts of each end are named.
  private static let named = 3

  var sentences: [String] {
    let results = facts.latest(facts.groups[0]).map(result)
    guard !results.isEmpty || !facts.progress.isEmpty else {
      return [ReportMessage.nothingKnown(facts.name)]
    }
    return (history + results + parts + [targets] + tasks).map(printable)
  }

  /// What became of the place, and of what it was formed.
  private var history: [String] {
    func names(_ ids: [String]) -> String {
      facts.related.filter { ids.contains($0.place) }.map(ReportFacts.name).joined(separator: ", ")
    }
    let place = facts.place
    var sentences: [String] = []
    if let day = place.validTo, !place.successors.isEmpty {
      sentences.append(ReportMessage.ceased(ReportFacts.day(day), names(place.successors)))
    }
    if !place.predecessors.isEmpty {
      sentences.append(
        ReportMessage.formed(ReportFacts.day(place.validFrom), names(place.predecessors)) + " "
          + ReportMessage.formedNote(ReportFacts.day(place.validFrom)))
    }
    return sentences
  }

  /// A result, as in `PCI 2024: 69,01 điểm, hạng 16/63; -0,04, -3 bậc so với kỳ trước`.
  private func result(_ row: FigureRow) -> String {
    var told: [String] = []
    if let value = notes.value(row) { told.append(value) }
    if let rank = notes.rank(row) { told.append(ReportMessage.rankOnly(rank)) }
    if let group = row.group { told.append(group) }
    var moves: [String] = []
    if let change = row.change { moves.append(signed(change, row.decimals)) }
    if let moved = row.rankChange {
      moves.append(
        moved == 0 ? ReportMessage.heldRank() : ReportMessage.moved(signed(Double(moved), 0)))
    }
    var change = moves.isEmpty ? "" : ReportMessage.changedBy(moves.joined(separator: ", "))
    let kind = row.breakKind ?? ""
    if kind.hasPrefix("method") {
      change = ReportMessage.notComparable()
    } else if kind.hasPrefix("partly") {
      change += ReportMessage.partlyComparable()
    }
    return ReportMessage.resultOf(
      FigureTable.indicatorName(row), FigureTable.period(row), told.joined(separator: ", "), change,
      remarks(row))
  }

  /// That it was made here, or estimated.
  private func remarks(_ row: FigureRow) -> String {
    let remarks =
      (row.isDerived ? [Word.derived()] : [])
      + row.flags.compactMap { FlagRemark(rawValue: String($0))?.text }
    return remarks.isEmpty ? "" : " (\(remarks.joined(separator: "; ")))"
  }

  private func signed(_ value: Double, _ decimals: Int) -> String {
    (value > 0 ? "+" : "") + notes.number(value, decimals)
  }

  /// Strongest and weakest parts of all indices, by their distance to the median in its own measure.
  private var parts: [String] {
    // Points of one index are not those of another: the distance is taken as a share of the median.
    let known = facts.components.filter { isApart($0) && ($0.median ?? 0) > 0 }
      .sorted { share($0) > share($1) }
    func list(_ rows: [ComponentRow]) -> String {
      rows.map { row in
        let name = Language.current == .vi ? row.indicatorNameVi : row.indicatorNameEn
        let year = row.period.prefix(4)
        let percent = signed(share(row) * 100, 0)
        return "\(name) (\(Word.of(row.index) ?? row.index) \(year): "
          + "\(signed(row.gap ?? 0, row.decimals)), \(percent) %)"
      }.joined(separator: "; ")
    }
    let strong = known.prefix(Self.named).filter { ($0.gap ?? 0) > 0 }
    let weak = known.suffix(Self.named).reversed().filter { ($0.gap ?? 0) < 0 }
    return (strong.isEmpty ? [] : [ReportMessage.strongest(list(Array(strong)))])
      + (weak.isEmpty ? [] : [ReportMessage.weakest(list(weak))])
  }

  private func isApart(_ row: ComponentRow) -> Bool {
    row.gap.map { ChartDrawing.isSeen($0, row.decimals) } ?? false
  }

  private func share(_ row: ComponentRow) -> Double {
    (row.gap ?? 0) / max(row.median ?? 1, 1e-9)
  }

  private var targets: String {
    guard !facts.progress.isEmpty else { return facts.noTargets }
    let known = facts.progress.filter(\.hasFigure)
    guard !known.isEmpty else { return ReportMessage.noFigures(String(facts.progress.count)) }
    let order = ["met", "on_track", "off_track", "moving_away", "missed", "no_data"]
    let counts = order.compactMap { verdict -> String? in
      let count = known.count { $0.verdict == verdict }
      let words = verdict == "no_data" ? ReportMessage.noNewer() : Word.of(verdict) ?? verdict
      return count > 0 ? "\(words) \(count)" : nil
    }
    return ReportMessage.targetsStand(
      String(known.count), String(facts.progress.count), counts.joined(separator: ", "))
  }

  private var tasks: [String] {
    guard let first = facts.tasks.first?.dueTo else { return [] }
    return [ReportMessage.tasksDue(String(facts.tasks.count), ReportFacts.day(first))]
  }
}
