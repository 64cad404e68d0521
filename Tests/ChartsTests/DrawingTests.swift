import RowRendering
import Testing

@testable import Charts

/// What is drawn is what was given: gaps stay gaps, breaks break, and the frame holds the notes.
@Suite struct DrawingTests {
  private static func point(_ year: Double, _ value: Double, anew: Bool = false) -> LineChart.Point
  {
    LineChart.Point(time: year, value: value, words: "", startsAnew: anew, isMade: false)
  }

  @Test func linesStopAtGapsAndNewMethods() {
    let series = LineChart.Series(
      name: "A",
      points: [
        Self.point(2012, 1), Self.point(2013, 2, anew: true), Self.point(2014, 3),
        Self.point(2016, 4), Self.point(2017, 5),
      ], step: 1, last: "", lastPeriod: "")
    #expect(series.stretches.map { $0.map(\.time) } == [[2012], [2013, 2014], [2016, 2017]])
  }

  @Test func quartersAreJoinedAndMissingOnesAreGaps() {
    let series = LineChart.Series(
      name: "A",
      points: [Self.point(2023, 1), Self.point(2023.25, 2), Self.point(2023.75, 3)], step: 0.25,
      last: "", lastPeriod: "")
    #expect(series.stretches.map(\.count) == [2, 1])
  }

  @Test func ranksOfOtherListsAreNotJoined() {
    let series = BumpChart.Series(
      name: "A",
      points: [
        .init(year: 2023, rank: 5, words: "", startsAnew: false),
        .init(year: 2024, rank: 4, words: "", startsAnew: false),
        .init(year: 2025, rank: 3, words: "", startsAnew: true),
      ])
    #expect(series.stretches.map { $0.map(\.year) } == [[2023, 2024], [2025]])
  }

  @Test func theBestRankStandsAtTheTop() {
    let chart = BumpChart(
      frame: ChartFrame(title: "T"),
      chosen: [
        .init(
          name: "A",
          points: [
            .init(year: 2023, rank: 1, words: "", startsAnew: false),
            .init(year: 2024, rank: 63, words: "", startsAnew: false),
          ])
      ], others: [], breaks: [])
    let lines = chart.text(width: 60).split(separator: "\n").map(String.init)
    #expect(lines.first?.contains("●") == true && lines.first?.contains("1┤") == true)
    #expect(lines[15].hasSuffix("●"))
  }

  /// Two dots across and four down in a cell: a diagonal over one cell is its dots 1, 2, 6 and 8 or so;
  /// a level line over two cells is the same two dots twice.
  @Test func linesAreDrawnInDots() {
    var canvas = CharacterCanvas(columns: 2, rows: 1)
    canvas.line((0, 0), (1, 0))
    #expect(canvas.lines == ["⠉⠉"])
    canvas.line((0, 0), (0, 1))
    #expect(canvas.lines == ["⡏⠉"])
  }

  @Test func barsBeginAtZeroAndEndAtTheirValue() {
    let chart = BarChart(
      frame: ChartFrame(title: "T"),
      bars: [("A", 8.0), ("B", 4.0)].map {
        .init(name: $0.0, value: $0.1, label: "\($0.1)", rank: "1", words: "", isChosen: false)
      }, median: nil)
    let lengths = chart.text(width: 40).split(separator: "\n").map { line in
      line.filter { $0 == "█" }.count * 2 + (line.contains("▌") ? 1 : 0)
    }
    #expect(lengths[0] == lengths[1] * 2)
    #expect(chart.reach == 0...8)
  }

  /// Nine figures in five classes are two in each, and one in the last.
  ///
  /// The third is as high as those before, so it is in their class.
  @Test func equalTilesAreInOneClass() {
    let tiles = [9, 9, 9, 7, 6, 5, 4, 3, 2].enumerated().map { index, value in
      TileMap.Tile(
        place: "p\(index)", name: "P", label: "\(value)", score: Double(value), words: "",
        isChosen: false)
    }
    let map = TileMap(frame: ChartFrame(title: "T"), grid: .until2025, tiles: tiles, missing: "–")
    #expect(map.groups.map(\.label) == ["9", "7", "5 – 6", "3 – 4", "2"])
  }

  @Test func textKeepsTheWidthThatItWasLaidOutFor() {
    let svg =
      #"<svg><text font-size="10px" font-weight="bold">Hai &amp; Ba</text><path d="M0"/></svg>"#
    // H 722, a 556, i 222, space 278, & 667, space 278, B 667, a 556, a twentieth more for bold letters.
    #expect(
      FittedSVG.fitted(svg)
        == #"<svg><text font-size="10px" font-weight="bold" textLength="41.8""#
        + #" lengthAdjust="spacingAndGlyphs">Hai &amp; Ba</text><path d="M0"/></svg>"#)
    let lines = #"<text font-size="10px"><tspan>Hai</tspan><tspan x="0" dy="12">Ba</tspan></text>"#
    #expect(FittedSVG.fitted(lines).components(of: "textLength") == 2)
    #expect(FittedSVG.fitted("<text>Hai</text><") == "<text>Hai</text><")
  }

  @Test func notesStandInThePicture() {
    let frame = ChartFrame(title: "Tên", marks: ["mark"], notes: ["Nguồn: VCCI"], width: 400)
    let text = frame.specification([("mark", "point")]).compact
    #expect(text.contains("Nguồn: VCCI") && text.contains(#""mark","Nguồn"#))
    #expect(!text.contains("url"))
  }
}

extension String {
  /// How often a piece stands in the text.
  fileprivate func components(of piece: String) -> Int { ranges(of: piece).count }
}
