// A catalog of a few places, indicators and editions, so that mapping is tested without a database.

import IndicatorModel
import Testing
import Warehouse

/// Numbers of places, so that a test names what a row was mapped to.
enum SmallCatalog {
  static let places: [(id: String, name: String, from: String, to: String?)] = [
    ("vn", "Cả nước", "2004-01-01", nil),
    ("lang-son", "Lạng Sơn", "2004-01-01", nil),
    ("ha-tinh", "Hà Tĩnh", "2004-01-01", nil),
    ("ha-tay", "Hà Tây", "2004-01-01", "2008-07-31"),
    ("phu-tho", "Phú Thọ", "2004-01-01", "2025-06-30"),
    ("phu-tho-2025", "Phú Thọ", "2025-07-01", nil),
    ("thua-thien-hue", "Thừa Thiên Huế", "2004-01-01", "2024-12-31"),
    ("hue", "Huế", "2025-01-01", nil),
  ]

  /// The place that has a number.
  static func place(_ number: Int32) -> String { places[Int(number) - 1].id }

  static func day(_ iso: String) throws -> CalendarDate {
    try #require(CalendarDate(iso: iso))
  }

  static func make() throws -> LoadCatalog {
    var names: [PlaceName] = []
    var numbers: [String: LoadCatalog.Place] = [:]
    for (index, place) in places.enumerated() {
      let number = Int32(index + 1)
      numbers[place.id] = LoadCatalog.Place(
        id: number, provinceID: number, level: .province)
      let from = try day(place.from)
      let to = try place.to.map(day)
      names += [(place.id, PlaceNameKind.id), (place.name, .official)].map { text, kind in
        PlaceName(place: place.id, text: text, kind: kind, validFrom: from, validTo: to)
      }
    }
    names.append(PlaceName(place: "thua-thien-hue", text: "Huế", kind: .variant))
    names.append(PlaceName(place: "hue", text: "Thừa Thiên Huế", kind: .formerName))
    var catalog = LoadCatalog(
      names: names, places: numbers,
      indicators: [
        "par": .init(id: 1, index: "par", unit: "percent", min: 0, max: 100),
        "par.1": .init(id: 2, index: "par", unit: "points", min: 0),
        "pci": .init(id: 3, index: "pci", unit: "points", min: 0, max: 100),
        "pci.land": .init(id: 4, index: "pci", unit: "points", min: 1, max: 10),
        "dti": .init(id: 5, index: "dti", unit: "ratio", min: 0, max: 1),
        "procedures": .init(id: 6, unit: nil),
        "procedures.on_time_rate": .init(id: 7, unit: "percent", min: 0, max: 100),
      ],
      sources: [
        "moha": .init(id: 1, tier: 1), "vcci": .init(id: 2, tier: 1), "ubnd": .init(id: 3, tier: 2),
      ],
      geographies: [
        .init(code: "vn-64", validFrom: try day("2004-01-01"), validTo: try day("2008-07-31")),
        .init(code: "vn-63", validFrom: try day("2008-08-01"), validTo: try day("2025-06-30")),
        .init(code: "vn-34", validFrom: try day("2025-07-01"), validTo: nil),
      ],
      plans: ["lang-son-2024": nil])
    func add(
      _ id: Int32, _ code: String, _ geography: String, _ reference: String, _ covered: Int,
      bounds: [Int32: (min: Double?, max: Double?)] = [:]
    ) throws {
      catalog.add(
        LoadCatalog.Edition(
          id: id, code: code, geography: geography, referenceDate: try day(reference),
          placesCovered: covered),
        of: String(code.prefix(3)), in: try #require(Int(code.dropFirst(4).prefix(4))),
        bounds: bounds)
    }
    try add(1, "pci-2019", "vn-63", "2019-12-31", 63)
    try add(2, "par-2024", "vn-63", "2024-12-31", 63, bounds: [2: (nil, 9.5)])
    try add(3, "par-2025", "vn-34", "2025-12-31", 34)
    try add(4, "dti-2024-63", "vn-63", "2024-12-31", 63)
    try add(5, "dti-2024-34", "vn-34", "2025-07-01", 34)
    return catalog
  }
}
