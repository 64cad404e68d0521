// Charts of all places in one year: bars and tiles.

import Charts
import RowRendering
import Warehouse

extension ChartDrawing {
  /// Places in the order of an indicator; `summary` is what all of them together say.
  func bar(
    _ rows: [FigureRow], _ summary: SummaryRow?, region: String?, _ sources: [SourceRow]
  ) -> BarChart {
    let rows = ofOneFrequency(rows)
    let bars = rows.map { row in
      BarChart.Bar(
        name: FigureTable.placeName(row)
          + (row.level.isEmpty ? "" : " (\(Word.of(row.level) ?? row.level))"),
        value: row.value,
        label: row.value.map { notes.number($0, row.decimals) } ?? "–",
        rank: row.rank.map { "\($0)\(row.isTied ? "=" : "")" } ?? "", words: notes.words(row),
        isChosen: group(of: row.place) != nil)
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
    var about: [String] = []
    if let median { about = [median.label] }
    if median == nil, let summary { about = [coverage(summary)] }
    return BarChart(
      frame: frame(
        heading(first, rows, region), subtitle(first, rows),
        notes: (median == nil ? about : [])
          + (selection.boundaries == .today ? [ChartMessage.carried()] : [])
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
    let carried = selection.boundaries == .today ? [ChartMessage.carried()] : []
    let explained = [hasValues ? ChartMessage.darkerBetter() : ChartMessage.tilesAreRanks()]
    return TileMap(
      frame: frame(
        heading(first, rows, nil), subtitle(first, rows),
        marks: explained, notes: missing + carried + notes.provenance(rows, sources, selection),
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

  private func subtitle(_ first: FigureRow?, _ rows: [FigureRow]) -> String {
    guard let first else { return "" }
    let unit = Word.of(first.unit)
    let geography = selection.boundaries == .today ? "vn-34" : first.geography
    let provinces =
      geography.hasPrefix("vn-") ? ChartMessage.provinces(String(geography.dropFirst(3))) : nil
    return [unit, provinces].compactMap(\.self).joined(separator: ", ")
  }

  /// The first, the last, and the places asked for.
  private func ends(_ rows: [FigureRow]) -> [String] {
    let chosen = rows.filter { group(of: $0.place) != nil }
    return ([rows.first, rows.last].compactMap(\.self) + chosen).map(notes.words)
  }

  private func coverage(_ summary: SummaryRow) -> String {
    ChartMessage.noMedian(String(summary.places), summary.placesOf.map(String.init) ?? "?")
  }
}
