// Charts of all places in one year: bars and tiles.

import Charts
import RowRendering
import Warehouse

extension ChartDrawing {
  /// Places in the order of an indicator; `summary` is what all of them together say.
  func bar(
    _ rows: [FigureRow], _ summary: SummaryRow?, region: String?, isLowerBetter: Bool,
    _ sources: [SourceRow]
  ) -> BarChart {
    let rows = ordered(ofOneFrequency(rows), isLowerBetter: isLowerBetter)
    // Ranks among former provinces are none among those of today.
    let hasRanks = selection.boundaries == .published
    let bars = rows.map { row in
      BarChart.Bar(
        name: FigureTable.placeName(row)
          + (row.level.isEmpty ? "" : " (\(Word.of(row.level) ?? row.level))"),
        value: row.value,
        label: row.value.map { notes.number($0, row.decimals) } ?? "–",
        rank: hasRanks ? row.rank.map { "\($0)\(row.isTied ? "=" : "")" } ?? "" : "",
        words: notes.words(row), isChosen: group(of: row.place) != nil)
    }
    let first = rows.first
    let median = summary?.median.map { value in
      let text = notes.number(value, first?.decimals ?? 2)
      return (
        value: value,
        label: region == nil
          ? ChartMessage.medianOf(text, String(summary?.places ?? 0))
          : ChartMessage.medianOfRegion(text, String(summary?.places ?? 0))
      )
    }
    let about = [median?.label ?? coverage(rows, summary, region)]
    return BarChart(
      frame: frame(
        heading(first, rows, region), subtitle(first, rows, region: region),
        notes: (median == nil ? about : []) + without(rows)
          + notes.provenance(rows, sources, selection),
        alternative:
          "\(heading(first, rows, region)). \((ends(rows) + about).joined(separator: ". "))"),
      bars: bars, median: median)
  }

  /// Provinces as tiles; `places` are those that have a tile.
  func tilemap(
    _ rows: [FigureRow], grid: TileGrid, places: [PlaceRow], isLowerBetter: Bool,
    _ sources: [SourceRow]
  ) -> TileMap {
    let rows = ofOneFrequency(rows)
    let known = Dictionary(rows.map { ($0.place, $0) }) { first, _ in first }
    let hasValues = rows.contains { $0.value != nil }
    let is64 = rows.contains { $0.geography == "vn-64" }
    let tiles = places.compactMap { place -> TileMap.Tile? in
      // Hà Tây is a tile of its own only where the list has it.
      if place.place == "ha-tay", !is64 { return nil }
      let name = Language.current == .vi ? place.nameVi : place.nameEn
      let row =
        known[place.place] ?? (is64 && place.place == "ha-noi" ? known["ha-noi-before-2008"] : nil)
      let score =
        hasValues ? row?.value.map { isLowerBetter ? -$0 : $0 } : row?.rank.map { -Double($0) }
      let label = row.flatMap { row in
        hasValues ? row.value.map { notes.number($0, row.decimals) } : row.rank.map(String.init)
      }
      return TileMap.Tile(
        place: place.place, name: printable(name), label: label ?? "", score: score,
        words: row.map(notes.words) ?? "\(name): \(ChartMessage.noFigure())",
        isChosen: group(of: place.place) != nil)
    }
    let first = rows.first
    let count = tiles.count { $0.score != nil }
    let missing =
      count < tiles.count ? [ChartMessage.known(String(count), String(tiles.count))] : []
    let explained = [hasValues ? ChartMessage.darkerBetter() : ChartMessage.tilesAreRanks()]
    return TileMap(
      frame: frame(
        heading(first, rows, nil), subtitle(first, rows, region: nil),
        marks: explained,
        notes: missing + without(rows) + notes.provenance(rows, sources, selection),
        alternative:
          "\(heading(first, rows, nil)). \((ends(rows) + missing).joined(separator: ". "))"),
      grid: grid, tiles: tiles, missing: ChartMessage.noFigure())
  }

  // MARK: - Pieces

  private func heading(_ first: FigureRow?, _ rows: [FigureRow], _ region: String?) -> String {
    guard let first else { return "" }
    let name = "\(title(of: first)), \(period(rows))"
    return region.map { "\(name): \($0)" } ?? name
  }

  private func subtitle(_ first: FigureRow?, _ rows: [FigureRow], region: String?) -> String {
    guard let first else { return "" }
    let count = region == nil ? number(of: rows).map(String.init) : String(rows.count)
    return [Word.of(first.unit), count.map { ChartMessage.provinces($0) }].compactMap(\.self)
      .joined(separator: ", ")
  }

  /// How many places the list has: what most ranks are among, else all provinces of its map.
  private func number(of rows: [FigureRow]) -> Int? {
    if selection.boundaries == .today { return 34 }
    let counts = Dictionary(grouping: rows.compactMap(\.rankOf)) { $0 }
    return counts.max { ($0.value.count, $0.key) < ($1.value.count, $1.key) }?.key
      ?? rows.first.flatMap { Int($0.geography.drop { $0 != "-" }.dropFirst()) }
  }

  /// Places by rank; those without one stand where their value puts them.
  private func ordered(_ rows: [FigureRow], isLowerBetter: Bool) -> [FigureRow] {
    guard selection.boundaries == .published else { return rows }
    func isBetter(_ left: Double, _ right: Double) -> Bool {
      isLowerBetter ? left < right : left > right
    }
    var ordered = rows.filter { $0.rank != nil }
    for row in rows where row.rank == nil {
      guard let value = row.value,
        let position = ordered.firstIndex(where: { $0.value.map { isBetter(value, $0) } ?? false })
      else {
        ordered.append(row)
        continue
      }
      ordered.insert(row, at: position)
    }
    return ordered
  }

  /// The first, the last, and the places asked for.
  private func ends(_ rows: [FigureRow]) -> [String] {
    let chosen = rows.filter { group(of: $0.place) != nil }
    return ([rows.first, rows.last].compactMap(\.self) + chosen).map(notes.words)
  }

  /// Why there is no median.
  private func coverage(_ rows: [FigureRow], _ summary: SummaryRow?, _ region: String?) -> String {
    let known = summary?.places ?? rows.count { $0.value != nil }
    let all = summary?.placesOf ?? (region == nil ? number(of: rows) : nil)
    return ChartMessage.noMedian(String(known), all.map(String.init) ?? "?")
  }
}
