import Foundation
import IndicatorModel
import Testing
import Warehouse

@testable import ETL

@Suite struct SheetTests {
  /// Reads a file under a declaration; figures as `line place value #rank group note`.
  private func read(
    _ layout: String, path: String, corrections: [Correction] = []
  ) throws -> (figures: [String], told: String) {
    let read = try log(layout, path: path, corrections: corrections)
    return (read.figures, text(read.log.entries))
  }

  private func log(
    _ layout: String, path: String, corrections: [Correction] = []
  ) throws -> (figures: [String], log: DiagnosticLog) {
    let name = String(path.split(separator: "/").last ?? "")
    let yaml = """
      job: a
      kind: figures
      title: { vi: Một, en: One }
      publisher: VCCI
      terms: Facts
      files:
        - path: \(name)
          shape: sheet
          year: 2019
          source: vcci
      \(layout.split(separator: "\n").map { "    " + $0 }.joined(separator: "\n"))
      """
    let declared = Job.read(text: yaml, file: "jobs/a.yml")
    guard var file = declared.job?.files.first else {
      var log = DiagnosticLog()
      log.append(contentsOf: declared.diagnostics)
      return ([], log)
    }
    file.corrections = corrections
    var reader = FigureReader(path: path, file: file, catalog: try SmallCatalog.make())
    var figures: [String] = []
    try reader.read { figure, line in
      let said = [
        figure.value.map { "\($0)" }, figure.rank.map { "#\($0)" }, figure.group, figure.note,
      ]
      figures.append(
        ([String(line), SmallCatalog.place(figure.place.id)] + said.compactMap { $0 })
          .joined(separator: " "))
    }
    return (figures, reader.log)
  }

  @Test func pairsAreMatchedByTheNameOnTheLeft() throws {
    let scratch = try Scratch()
    let path = try scratch.write(
      "a.csv", "No,P,PCI,P,Rank\n1,Hà Tĩnh ,70.5,Lạng Sơn,1\n2,Lang Son,60,Ha Tinh,2\n")
    let (figures, told) = try read(
      "rows: 2-3\nplace: left\nfigures: { C: pci, E: pci.rank }", path: path)
    #expect(told == "")
    #expect(figures == ["2 ha-tinh 70.5 #2", "3 lang-son 60.0 #1"])
  }

  @Test func tiersFillDownFooterIsSkippedAndWordsMeanNothing() throws {
    let scratch = try Scratch()
    let path = try scratch.write(
      "a.csv", "P,V,T\nHà Tĩnh,70,Tốt\nLạng Sơn,KCDL,\n,,\nMIN,1,\n,,Khá\nPhú Thọ,60,\n")
    let (figures, told) = try read(
      """
      rows: 2-
      place: A
      skip: [MIN]
      missing: [KCDL]
      fill_down: [C]
      figures: { B: pci, C: pci.group }
      """, path: path)
    #expect(told == "")
    // An empty row says nothing of its own; a row of a tier alone heads those below it.
    #expect(figures == ["2 ha-tinh 70.0 Tốt", "3 lang-son Tốt", "7 phu-tho 60.0 Khá"])
  }

  @Test func transposedSheetReadsDownItsColumns() throws {
    let scratch = try Scratch()
    let path = try scratch.write("a.tsv", "x\tscale\tHà Tĩnh\tLạng Sơn\nPCI\t100\t70\tKCDL\n")
    let (figures, told) = try read(
      "columns: C-D\nplace: 1\nmissing: [KCDL]\nfigures: { 2: pci }", path: path)
    #expect(told == "")
    #expect(figures == ["2 ha-tinh 70.0"])
  }

  @Test func sheetShorterThanDeclaredIsAnError() throws {
    let scratch = try Scratch()
    let path = try scratch.write("a.csv", "P,V\nHà Tĩnh,70\n")
    let told = try read("rows: 2-3\nplace: A\nfigures: { B: pci }", path: path).told
    #expect(told == "a.csv:3 sheet_too_short A3: A3")
  }

  @Test func textUsesTheDeclaredMarkAndNumbersNone() throws {
    let scratch = try Scratch()
    let sheet = MadeSheet(
      name: "S", rows: [["Hà Tĩnh", "7,16"], ["Lạng Sơn", 7.16], ["Phú Thọ", "1.234"]])
    let path = try MadeSheet.write([sheet], as: "a.xlsx", in: scratch)
    let layout = "sheet: S\nplace: A\ndecimal_mark: \",\"\nfigures: { B: pci.land }\nrows: "
    let (figures, told) = try read(layout + "1-2", path: path)
    #expect(told == "")
    #expect(figures == ["1 ha-tinh 7.16", "2 lang-son 7.16"])
    #expect(
      try read(layout + "1-3", path: path).told == "a.xlsx:3 not_a_number S!B3: 1.234 | ,")
  }

  @Test func correctionHoldsWhileTheCellPrintsWhatWasExpected() throws {
    let scratch = try Scratch()
    let path = try scratch.write("a.csv", "Hà Tĩnh,7l.5\n")
    let layout = "rows: 1-1\nplace: A\nfigures: { B: pci }"
    func correction(_ expected: String) -> Correction {
      Correction(cell: "B1", expected: expected, corrected: "71.5", reason: "misprint")
    }
    #expect(
      try read(layout, path: path, corrections: [correction("7l.5")]).figures
        == ["1 ha-tinh 71.5 B1: '7l.5' → '71.5': misprint"])
    let told = try read(layout, path: path, corrections: [correction("71.6")]).told
    #expect(told == "a.csv:1 not_a_number B1: 7l.5 | .")
  }

  @Test func correctionThatNoLongerHoldsIsWarnedOfAndTheCellReadAsItIs() throws {
    let scratch = try Scratch()
    let path = try scratch.write("a.csv", "Hà Tĩnh,71.5,x\n")
    func correction(_ cell: String, _ expected: String) -> Correction {
      Correction(cell: cell, expected: expected, corrected: "1", reason: "misprint")
    }
    let layout = "rows: 1-1\nplace: A\nfigures: { B: pci }"
    let read = try log(
      layout, path: path, corrections: [correction("B1", "7l.5"), correction("C1", "x")])
    #expect(read.figures == ["1 ha-tinh 71.5"])
    #expect(read.log.isEmpty)
    #expect(
      text(read.log.warnings)
        == "a.csv correction_stale B1: 7l.5 | 71.5\na.csv correction_unread C1: C1")
    #expect(
      try log(layout, path: path, corrections: [correction("B1", "71.5")]).log.warnings.isEmpty)
  }

  @Test func originIsTheCellOfTheValueElseOfTheRank() throws {
    let scratch = try Scratch()
    let path = try scratch.write("a.csv", "Hà Tĩnh,2,70,Lạng Sơn,Hà Tĩnh,Tốt\nLạng Sơn,1,,,,\n")
    let yaml = """
      job: a
      kind: figures
      title: { vi: Một, en: One }
      publisher: VCCI
      terms: Facts
      files:
        - path: a.csv
          shape: sheet
          year: 2019
          source: vcci
          sheets:
            - { rows: 1-2, place: A, figures: { B: pci.rank, C: pci } }
            - { rows: 1-1, place: E, figures: { F: pci.group } }
      """
    let file = try #require(Job.read(text: yaml, file: "jobs/a.yml").job?.files.first)
    var reader = FigureReader(path: path, file: file, catalog: try SmallCatalog.make())
    var cells: [String] = []
    try reader.read { figure, line in
      cells.append(
        "\(SmallCatalog.place(figure.place.id)) \(line) \(figure.origin?.cell ?? "–")"
          + " \(figure.group ?? "")")
    }
    #expect(cells == ["ha-tinh 1 C1 Tốt", "lang-son 2 B2 "])
  }

  @Test func headingsMustSayWhatIsDeclaredWhateverTheirMarks() throws {
    let scratch = try Scratch()
    let path = try scratch.write(
      "a.csv", "Tỉnh,\"1. Tiếp cận\nđất đai\",PCI\nHà Tĩnh,7.5,70\n")
    func told(_ headings: String, _ layout: String = "rows: 2-2\nplace: A") throws -> String {
      try read(
        "\(layout)\nheadings: \(headings)\nfigures: { B: pci.land, C: pci }", path: path
      ).told
    }
    #expect(try told("{ B1: TIEP CAN ĐẤT, C1: pci }") == "")
    #expect(try told("{ B1: PCI }") == "a.csv:1 heading_differs B1: PCI | 1. Tiếp cận\nđất đai")
    // A part of a word is not the word; an empty cell and a row past the end say nothing.
    #expect(try told("{ B1: cận đ }").hasPrefix("a.csv:1 heading_differs B1: cận đ | 1. Tiếp"))
    #expect(try told("{ D1: PCI }") == "a.csv:1 heading_differs D1: PCI | ")
    #expect(try told("{ A9: PCI }") == "a.csv:9 heading_differs A9: PCI | ")
    #expect(try told("{ B1: none }") == "")
    #expect(try told("{ 2: PCI }").contains("bad_cell: 2"))
  }

  @Test func tooManyColumnsAndAHugeCellAreOneError() throws {
    let scratch = try Scratch()
    let layout = "rows: 1-2\nplace: A\nfigures: { B: pci }"
    let wide = try scratch.write("a.csv", String(repeating: "1,", count: 5_001) + "1\n")
    #expect(try read(layout, path: wide).told == "a.csv:1 too_many_columns: 5000")
    let huge = try scratch.write("b.csv", "Hà Tĩnh,7\n" + String(repeating: "x", count: 10 << 20))
    #expect(try read(layout, path: huge).told == "b.csv:2 row_too_long")
  }

  /// "Hà" in UTF-16, Windows-1258 and TCVN3.
  @Test(
    arguments: [
      ([0xFF, 0xFE, 0x48, 0x00, 0xE0, 0x00], "UTF-16 | UTF-16"),
      ([0x48, 0xE0, 0x2C, 0x37], "WINDOWS-1258 | WINDOWS-1258"),
      ([0x48, 0xB5, 0x2C, 0x37], "TCVN3 | TCVN5712-1"),
    ] as [([UInt8], String)])
  func otherEncodingsAreRefused(bytes: [UInt8], guess: String) throws {
    let scratch = try Scratch()
    let path = try scratch.write("a.csv", bytes)
    let told = try read("rows: 1-1\nplace: A\nfigures: { B: pci }", path: path).told
    #expect(told == "a.csv:1 other_encoding: \(guess)")
  }

  @Test(arguments: [
    ("rows: 9-2\nplace: A\nfigures: { B: pci }", "bad_range: rows | 9-2"),
    ("rows: 2-9\nplace: A\nfigures: { 3: pci }", "bad_position: 3"),
    ("rows: 2-9\nplace: left\nfigures: { A: pci }", "no_place_left: A"),
    ("rows: 2-9\nfigures: { B: pci }", "missing_key: place"),
    ("rows: 2-9\ncolumns: C-D\nplace: 1\nfigures: { 2: pci }", "unknown_key: columns | rows"),
  ])
  func wrongLayoutIsTold(layout: String, told: String) throws {
    #expect(try read(layout, path: "a.csv").told.contains(told))
  }
}
