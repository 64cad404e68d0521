// Figures as printed, and the words of the model.

import IndicatorModel
import Testing

@Suite struct FigureTextTests {
  @Test(
    arguments: [
      ("7,16", ",", 7.16), ("7.16", ".", 7.16), (" 86,5\u{A0}", ",", 86.5), ("-3", ".", -3),
      ("−0,5", ",", -0.5), ("+12", ".", 12), ("1e-05", ".", 1e-05),
      ("5e-324", ".", .leastNonzeroMagnitude),
      ("1.5E+3", ".", 1500), ("0", ",", 0), ("007", ".", 7),
    ] as [(String, Character, Double)])
  func figuresAreReadByTheirMark(text: String, mark: Character, value: Double) throws {
    #expect(try FigureText.parse(text, mark: mark) == value)
  }

  @Test func shortestDoublesComeBackBitForBit() throws {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<2000 {
      let value = Double(bitPattern: generator.next())
      guard value.isFinite else { continue }
      #expect(try FigureText.parse("\(value)", mark: ".").bitPattern == value.bitPattern)
    }
  }

  @Test(
    arguments: [
      ("1.234", ",", FigureTextError.unexpectedMark(".", text: "1.234")),
      ("1,234.5", ".", .unexpectedMark(",", text: "1,234.5")),
      ("1.2.3", ".", .unexpectedMark(".", text: "1.2.3")), ("", ".", .empty), (" \n", ".", .empty),
      ("1 234", ".", .notANumber("1 234")), ("5.", ".", .notANumber("5.")),
      (".5", ".", .unexpectedMark(".", text: ".5")), ("-", ".", .notANumber("-")),
      ("86,5%", ",", .notANumber("86,5%")), ("nan", ".", .notANumber("nan")),
      ("inf", ".", .notANumber("inf")), ("0x10", ".", .notANumber("0x10")),
      ("1e", ".", .notANumber("1e")), ("--1", ".", .notANumber("--1")),
      ("1e999", ".", .outOfRange("1e999")), ("٣", ".", .notANumber("٣")),
      ("n/a", ".", .notANumber("n/a")),
    ] as [(String, Character, FigureTextError)])
  func whatIsNoFigureIsRefused(text: String, mark: Character, error: FigureTextError) {
    #expect(throws: error) { try FigureText.parse(text, mark: mark) }
  }

  @Test func thousandsMarksCountOnlyWhereDeclared() throws {
    #expect(try FigureText.parse("1.234.567,8", mark: ",", thousands: ".") == 1234567.8)
    #expect(try FigureText.parse("1\u{A0}234", mark: ",", thousands: " ") == 1234)
    #expect(try FigureText.parse("1234,5", mark: ",", thousands: ".") == 1234.5)
    for text in ["1.23", "1234.567", "1.2345", "1..234"] {
      #expect(throws: FigureTextError.badGrouping(text)) {
        try FigureText.parse(text, mark: ",", thousands: ".")
      }
    }
  }

  @Test func rawValuesAreThoseOfTheSchema() {
    #expect(Comparator.allCases.map(\.rawValue) == [">=", ">", "=", "<=", "<", "between"])
    #expect(Level(rawValue: "") == .uncut)
    #expect(Area(rawValue: "civil_service") == .civilService)
    #expect(ObservationStatus.allCases.map(\.rawValue) == ["A", "B", "E", "P", "M"])
    #expect(Direction(rawValue: "lower_is_better") == .lowerIsBetter)
    #expect(Tier.publisher < .copy)
    #expect(Unit.allCases.count == 9)
    #expect(PlaceNameKind(rawValue: "iso_3166_2") == .iso)
    #expect(!PlaceNameKind.usual.contains(.panelCode))
  }
}
