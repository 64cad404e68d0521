// What names mean: by day, by set of places, and in questions.

import IndicatorModel
import Testing

private func names(
  _ place: String, _ official: String, _ others: [(String, PlaceNameKind)] = [],
  from: String = "2004-01-01", to: String = ""
) -> [PlaceName] {
  let all = [(place, PlaceNameKind.id), (official, .official)] + others
  return all.map {
    PlaceName(
      place: place, text: $0.0, kind: $0.1,
      validFrom: CalendarDate(iso: from), validTo: CalendarDate(iso: to))
  }
}

private let register = PlaceNames(
  names("lang-son", "Lạng Sơn", [("20", .gso), ("VN-09", .iso), ("P12", .panelCode)])
    + names("ha-noi", "Hà Nội", [("01", .gso)], from: "2008-08-01")
    + names("ha-noi-before-2008", "Hà Nội", [("01", .gso)], to: "2008-07-31")
    + names("thua-thien-hue", "Thừa Thiên Huế", [("Huế", .variant)], to: "2024-12-31")
    + names("hue", "Huế", [("Thừa Thiên Huế", .formerName)], from: "2025-01-01")
    + names("phu-tho", "Phú Thọ", [("25", .gso)], to: "2025-06-30")
    + names("phu-tho-2025", "Phú Thọ", [("25", .gso)], from: "2025-07-01")
    + names("yen-bai", "Yên Bái", [("15", .gso)], to: "2025-06-30")
    + names("lao-cai", "Lào Cai", [("10", .gso)], to: "2025-06-30")
    + names("lao-cai-2025", "Lào Cai", [("15", .gso)], from: "2025-07-01")
    + names("ho-chi-minh", "Thành phố Hồ Chí Minh", [("HCM", .abbreviation), ("TPHCM", .variant)])
    + names("kon-tum", "Kon Tum", [("Kom Tum", .ocr)])
    + names("ha-nam", "Hà Nam") + names("ha-tinh", "Hà Tĩnh")
    + names("north", "Miền Bắc") + names("north-2", "Miền Bắc"))

private func day(_ iso: String) throws -> CalendarDate {
  try #require(CalendarDate(iso: iso))
}

@Suite struct PlaceNamesTests {
  @Test(arguments: [
    ("Phú Thọ", "2024-12-31", "phu-tho"), ("Tỉnh Phú Thọ", "2025-07-01", "phu-tho-2025"),
    ("phu-tho", "2025-07-01", "phu-tho-2025"), ("phu-tho", "2025-06-30", "phu-tho"),
    ("Hà Nội", "2008-07-31", "ha-noi-before-2008"), ("HA NOI", "2008-08-01", "ha-noi"),
    ("15", "2024-01-01", "yen-bai"), ("15", "2026-01-01", "lao-cai-2025"),
    ("1", "2020-01-01", "ha-noi"), ("01", "2020-01-01", "ha-noi"),
    ("Huế", "2013-01-01", "thua-thien-hue"), ("hue", "2013-01-01", "thua-thien-hue"),
    ("Thừa Thiên - Huế", "2025-02-01", "hue"), ("TP.HCM", "2020-01-01", "ho-chi-minh"),
    ("TPHCM", "2020-01-01", "ho-chi-minh"), ("vn-09", "2020-01-01", "lang-son"),
    ("Kom Tum", "2020-01-01", "kon-tum"), (" lang-son ", "2020-01-01", "lang-son"),
  ])
  func aDayDecidesWhatANameMeans(text: String, date: String, place: String) throws {
    #expect(register.resolve(text, on: try day(date)) == .place(place))
  }

  @Test func aPlaceOfAnotherTimeIsSaidToBeSo() throws {
    #expect(register.resolve("Yên Bái", on: try day("2025-07-01")) == .notThen(["yen-bai"]))
    #expect(register.resolve("10", on: try day("2025-07-01")) == .notThen(["lao-cai"]))
    #expect(
      register.resolve("ha-noi-before-2008", on: try day("2020-01-01"))
        == .notThen(["ha-noi-before-2008"]))
  }

  @Test func aSetOfPlacesDecidesWhatANameMeans() {
    let edition: Set = ["phu-tho", "hue", "ha-noi"]
    #expect(register.resolve("Phú Thọ", among: edition) == .place("phu-tho"))
    #expect(register.resolve("Thừa Thiên Huế", among: edition) == .place("hue"))
    #expect(register.resolve("phu-tho-2025", among: edition) == .notThen(["phu-tho-2025"]))
    #expect(register.resolve("Lào Cai", among: edition) == .notThen(["lao-cai", "lao-cai-2025"]))
  }

  @Test(arguments: [
    ("Hà Nội", ["ha-noi-before-2008", "ha-noi"]), ("phu-tho", ["phu-tho"]),
    ("Phu Tho", ["phu-tho", "phu-tho-2025"]), ("Huế", ["thua-thien-hue", "hue"]),
    ("hue", ["hue"]), ("15", ["yen-bai", "lao-cai-2025"]), ("VN-09", ["lang-son"]),
    ("Thừa Thiên Huế", ["thua-thien-hue", "hue"]),
  ])
  func aQuestionMeansEveryPlaceThatBoreTheName(text: String, places: [String]) throws {
    #expect(try register.all(text) == places)
  }

  @Test func namesThatNoDateCanPartAreAnError() throws {
    #expect(
      throws: PlaceNameError.ambiguous("Miền Bắc", candidates: ["north", "north-2"])
    ) { try register.all("Miền Bắc") }
    #expect(
      register.resolve("Miền Bắc", on: try day("2020-01-01")) == .ambiguous(["north", "north-2"]))
    #expect(register.resolve("Phú Thọ", on: nil) == .ambiguous(["phu-tho", "phu-tho-2025"]))
  }

  @Test(arguments: [
    ("Lạng Sơm", ["Lạng Sơn"]), ("Lang", ["Lạng Sơn"]), ("Phú Thị", ["Phú Thọ"]),
    ("langsno", ["Lạng Sơn"]), ("Hà Nọi Mới Xa", []), ("", []), ("Zürich", []),
    ("Hà Na", ["Hà Nam"]), ("Hồ Chí Min", ["Thành phố Hồ Chí Minh"]),
  ])
  func unknownNamesBringTheNearest(text: String, nearest: [String]) {
    #expect(register.resolve(text, on: nil) == .unknown)
    #expect(register.nearest(to: text) == nearest)
    #expect(throws: PlaceNameError.unknown(text, nearest: nearest)) { try register.all(text) }
  }

  @Test func panelCodesAreReadOnlyWhereAskedFor() {
    #expect(register.resolve("P12", on: nil) == .unknown)
    #expect(register.nearest(to: "P12") == [])
    #expect(register.resolve("P12", on: nil, kinds: [.panelCode]) == .place("lang-son"))
    #expect(register.resolve("20", on: nil, kinds: [.official]) == .unknown)
    #expect(register.nearest(to: "20", kinds: [.official]) == [])
  }

  @Test func aNameIsValidNoLongerThanItsPlace() throws {
    let names = PlaceNames([
      PlaceName(
        place: "a", text: "a", kind: .id, validFrom: try day("2004-01-01"),
        validTo: try day("2025-06-30")),
      PlaceName(place: "a", text: "Tên", kind: .variant, validTo: try day("2030-01-01")),
    ])
    #expect(names.resolve("Tên", on: try day("2025-06-30")) == .place("a"))
    #expect(names.resolve("Tên", on: try day("2025-07-01")) == .notThen(["a"]))
  }

  @Test func nearestWordsAreFewAndNear() {
    #expect(Nearest.words(to: "pct", among: ["percent", "points", "pci"]) == ["pci"])
    #expect(Nearest.words(to: "precent", among: ["points", "percent"]) == ["percent"])
    #expect(Nearest.words(to: "a", among: ["b", "c", "d", "e"]) == ["b", "c", "d"])
    #expect(Nearest.words(to: "", among: ["b"]) == [])
  }
}
