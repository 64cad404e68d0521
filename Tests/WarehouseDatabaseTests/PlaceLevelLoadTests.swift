import ETL
import LibPQ
import Testing
import Warehouse

/// One table may speak of provinces and of communes below them, in the same words but for the place.
@Suite struct PlaceLevelLoadTests {
  @Test func placesOfEachLevelHaveSeriesOfTheirOwn() async throws {
    let jobs = try await JobWorkshop()
    let places = try jobs.read("catalog/places.csv")
    // kind and province come fourth and fifth, the first day tenth of thirteen.
    try jobs.write(
      "catalog/places.csv",
      places + "xa-mot,Xã Một,Mot,commune,lang-son,,,,,2004-01-01,,,\n"
        + "huyen-hai,Huyện Hai,Hai,district,ha-tinh,,,,,2004-01-01,,,\n")
    try jobs.declare("mixed")
    // Each level comes first in one month, so that none is known by what another was.
    let order = [
      ["lang-son", "xa-mot", "huyen-hai"], ["xa-mot", "huyen-hai", "ha-tinh"],
      ["huyen-hai", "lang-son", "xa-mot"],
    ]
    var text = "place,indicator,level,period,source,value\n"
    for (month, places) in order.enumerated() {
      for (number, place) in places.enumerated() {
        text +=
          "\(place),procedures.on_time_rate,,2024-0\(month + 1),vgp-40168,\(month + 1)\(number)\n"
      }
    }
    try jobs.write("mixed.csv", text)
    #expect(try jobs.load().outcomes == ["committed 9 0 0 0"])

    var reader = try Connection(jobs.database)
    #expect(
      try reader.rows(
        """
        select s.place_level, count(distinct s.series_id), string_agg(p.place || ' ' || o.value, ', ' order by o.value)
        from warehouse.observation as o
        join mart.series as s on s.series_id = o.series_id
        join mart.place as p on p.place_id = o.place_id
        group by s.place_level
        order by s.place_level
        """) == [
          "commune|1|xa-mot 11, xa-mot 20, xa-mot 32",
          "district|1|huyen-hai 12, huyen-hai 21, huyen-hai 30",
          "province|1|lang-son 10, ha-tinh 22, lang-son 31",
        ])
    // A commune has no rank, also where it has the best value of all.
    var session = try Session(jobs.database, for: .asking)
    var selection = Selection()
    selection.places = ["xa-mot", "lang-son"]
    let told = try session.trend(selection)
    #expect(told.map(\.place) == ["xa-mot", "xa-mot", "xa-mot", "lang-son", "lang-son"])
    #expect(told.map(\.value) == [11, 20, 32, 10, 31])
    #expect(told.allSatisfy { $0.rank == nil })
  }
}
