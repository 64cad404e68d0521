// Years and indicators as typed on a command line.

import IndicatorModel
import Testing

private let catalog = [
  "par", "par.1", "par.7", "pci", "pci.land", "pci.land.access", "papi", "papi.3",
  "procedures.on_time_rate", "procedures.online_rate",
]

@Suite struct SelectionTests {
  @Test(arguments: [
    ("2019", "2019"), ("2019..2024", "2019..2024"), ("2019,2021", "2019,2021"),
    ("2019..", "2019.."), ("..2024", "..2024"), ("2021, 2019", "2019,2021"),
    ("2019,2020", "2019..2020"), ("2019..2021,2020..2024", "2019..2024"), ("2019..2019", "2019"),
    ("2019..,2021", "2019.."), ("..2015,2019..", "..2015,2019.."), (" 2019 .. 2020 ", "2019..2020"),
    ("..2019,2015..", ".."),
  ])
  func yearsAreReadAndJoined(text: String, selection: String) throws {
    #expect(try YearSelection(parsing: text).description == selection)
  }

  @Test(arguments: [
    ("", YearSelectionError.empty), ("2019,", .empty), ("19", .notAYear("19")),
    ("2019..x", .notAYear("2019..x")), ("..", .notAYear("..")), ("abc", .notAYear("abc")),
    ("2024..2019", .reversed(first: 2024, last: 2019)), ("2019...", .notAYear("2019...")),
    ("2019-2024", .wrongRangeMark("2019-2024", first: 2019, last: 2024)),
    ("2019...2024", .wrongRangeMark("2019...2024", first: 2019, last: 2024)),
    ("2019–2024", .wrongRangeMark("2019–2024", first: 2019, last: 2024)),
  ])
  func badYearsSayWhatIsWrong(text: String, error: YearSelectionError) {
    #expect(throws: error) { try YearSelection(parsing: text) }
  }

  @Test func selectedYearsAreKnown() throws {
    let years = try YearSelection(parsing: "..2015,2019..2020")
    #expect(
      [2000, 2015, 2016, 2019, 2020, 2021].map(years.contains) == [
        true, true, false, true, true, false,
      ])
    #expect(years.first == nil)
    #expect(years.last == 2020)
    #expect(YearSelection.all.contains(1))
  }

  @Test(arguments: [
    ("par", ["par"]), ("pci.*", ["pci.land", "pci.land.access"]), ("PCI", ["pci"]),
    ("pci*", ["pci", "pci.land", "pci.land.access"]), ("*", catalog),
    ("procedures.on*", ["procedures.on_time_rate", "procedures.online_rate"]),
    ("papi, par.*,par.1", ["papi", "par.1", "par.7"]),
  ])
  func patternsMeanCodes(text: String, codes: [String]) throws {
    let matches = IndicatorMatches(try IndicatorPattern.list(parsing: text), among: catalog)
    #expect(matches == IndicatorMatches(codes: codes))
  }

  @Test(arguments: [
    ("pai", ["par", "pci", "papi"]), ("pci.lnad", ["pci.land"]), ("pcy.*", ["pci"]),
    ("on_time_rate", ["procedures.on_time_rate"]), ("sipas", []),
    (
      "proc",
      [
        "procedures.on_time_rate", "procedures.online_rate",
      ]
    ),
  ])
  func unknownCodesBringTheNearest(text: String, nearest: [String]) throws {
    let matches = IndicatorMatches(try IndicatorPattern.list(parsing: text), among: catalog)
    #expect(matches.codes == [])
    #expect(matches.unknown.map(\.nearest) == [nearest])
    #expect(matches.unknown.map(\.pattern) == [text])
  }

  @Test(arguments: [
    ("", IndicatorPatternError.empty), ("par,,pci", .empty), ("p*r", .misplacedStar("p*r")),
    ("par.", .notACode("par.")), (".par", .notACode(".par")), ("par..1", .notACode("par..1")),
    ("cải cách", .notACode("cải cách")), ("par-1", .notACode("par-1")),
    ("pci.**", .misplacedStar("pci.**")),
  ])
  func badPatternsSayWhatIsWrong(text: String, error: IndicatorPatternError) {
    #expect(throws: error) { try IndicatorPattern.list(parsing: text) }
  }
}

extension IndicatorMatches {
  fileprivate init(codes: [String]) {
    self.init([], among: [])
    self.codes = codes
  }
}
