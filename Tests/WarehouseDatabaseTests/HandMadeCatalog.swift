// A catalog small enough to be held in the head: four provinces, one of which is renamed and two of
// which merge, one index of its own and one that is a sum, editions of every comparability.

import Warehouse

/// The catalog of the tests that work their figures out by hand.
///
/// Places: `an`, `ban`, `can` and `dan`; `dan` followed `dan-cu` on 2021-07-01 (a rename); on 2025-07-01
/// `an` and `ban` became `an-2025`, which keeps the name of `an`.
///
/// Indicators: `par` with the parts `par.1` (points), `par.days` (less is better) and
/// `par.cut` (a decrease itself), no sum; `papi`,
/// a sum of `papi.1` (of `papi.1.1`, `papi.1.2`) and `papi.2` (of `papi.2.1`, from 2021 `papi.2.2` too).
///
/// Sources: `one` and `two` of tier 1 in this order, `press` of tier 3 before both in the catalog.
///
/// Editions cover four places. par: 2019, 2020 (yes), 2021 (partly), 2022 (no; `par.1` yes), 2023
/// (unknown: no line), 2024 for 63 (yes) and for 34 (no), 2025 for 34 (yes). papi: 2020, 2021.
enum HandMadeCatalog {
  static var tables: CatalogTables {
    var tables = CatalogTables()
    tables.sources = """
      [
        {"source": "press", "publisher": "Báo", "title": "Tin", "tier": 3, "preference": 10},
        {"source": "one", "publisher": "Bộ", "title": "Sổ", "tier": 1, "preference": 20},
        {"source": "two", "publisher": "Viện", "title": "Bảng", "tier": 1, "preference": 30}
      ]
      """
    tables.places = """
      [
        {"place": "vn", "name_vi": "Cả nước", "name_en": "Viet Nam", "kind": "country",
         "valid_from": "2004-01-01"},
        {"place": "bac", "name_vi": "Miền Bắc", "name_en": "North", "kind": "region",
         "valid_from": "2004-01-01"},
        {"place": "an", "name_vi": "An", "name_en": "An", "kind": "province", "region": "bac",
         "valid_from": "2004-01-01", "valid_to": "2025-06-30"},
        {"place": "ban", "name_vi": "Bạn", "name_en": "Ban", "kind": "province", "region": "bac",
         "valid_from": "2004-01-01", "valid_to": "2025-06-30"},
        {"place": "can", "name_vi": "Cận", "name_en": "Can", "kind": "municipality",
         "valid_from": "2004-01-01", "region_2025": "bac"},
        {"place": "dan-cu", "name_vi": "Đan Cũ", "name_en": "Dan Cu", "kind": "province",
         "valid_from": "2004-01-01", "valid_to": "2021-06-30"},
        {"place": "dan", "name_vi": "Đan", "name_en": "Dan", "kind": "province",
         "valid_from": "2021-07-01"},
        {"place": "an-2025", "name_vi": "An", "name_en": "An", "kind": "province",
         "region_2025": "bac", "valid_from": "2025-07-01"}
      ]
      """
    tables.successions = """
      [
        {"predecessor": "dan-cu", "successor": "dan", "effective_date": "2021-07-01",
         "relation": "rename"},
        {"predecessor": "an", "successor": "an-2025", "effective_date": "2025-07-01",
         "relation": "merger"},
        {"predecessor": "ban", "successor": "an-2025", "effective_date": "2025-07-01",
         "relation": "merger"}
      ]
      """
    tables.indicators = """
      [
        \(indicator("par", 1, unit: "percent")),
        \(indicator("par.1", 2, parent: "par")),
        \(indicator("par.days", 3, parent: "par", unit: "days", direction: "lower_is_better")),
        \(indicator("par.cut", 11, parent: "par", unit: "percent", measure: "decrease")),
        \(indicator("papi", 4, sum: true)),
        \(indicator("papi.1", 5, parent: "papi", sum: true)),
        \(indicator("papi.1.1", 6, parent: "papi.1")),
        \(indicator("papi.1.2", 7, parent: "papi.1")),
        \(indicator("papi.2", 8, parent: "papi", sum: true)),
        \(indicator("papi.2.1", 9, parent: "papi.2")),
        \(indicator("papi.2.2", 10, parent: "papi.2", from: "2021-01-01"))
      ]
      """
    tables.editions = """
      [
        \(edition("par-2019", "2020-05-19")), \(edition("par-2020", "2021-06-24")),
        \(edition("par-2021", "2022-05-25")), \(edition("par-2022", nil)),
        \(edition("par-2023", "2024-04-17")), \(edition("par-2024", "2025-04-06")),
        \(edition("par-2024-34", "2025-09-01", geography: "vn-34")),
        \(edition("par-2025", nil, geography: "vn-34")),
        \(edition("papi-2020", "2021-04-14")), \(edition("papi-2021", "2022-05-10"))
      ]
      """
    tables.comparability = """
      [
        {"edition": "par-2020", "indicator": "par", "comparable": "yes", "reason": "cùng bộ"},
        {"edition": "par-2021", "indicator": "par", "comparable": "partly", "reason": "sửa ít"},
        {"edition": "par-2022", "indicator": "par", "comparable": "no", "reason": "bộ mới"},
        {"edition": "par-2022", "indicator": "par.1", "comparable": "yes", "reason": "giữ"},
        {"edition": "par-2024", "indicator": "par", "comparable": "yes", "reason": "cùng bộ"},
        {"edition": "par-2024-34", "indicator": "par", "comparable": "no", "reason": "34 tỉnh"},
        {"edition": "par-2025", "indicator": "par", "comparable": "yes", "reason": "cùng bộ"},
        {"edition": "papi-2021", "indicator": "papi", "comparable": "yes", "reason": "cùng bộ"}
      ]
      """
    return tables
  }

  private static func indicator(
    _ code: String, _ preference: Int, parent: String? = nil, unit: String = "points",
    direction: String = "higher_is_better", measure: String = "level", sum: Bool = false,
    from: String = "2011-01-01"
  ) -> String {
    """
    {"indicator": "\(code)", "parent": \(quoted(parent)),
     "index": "\(code.split(separator: ".")[0])", "name_vi": "\(code) vi", "name_en": "\(code) en",
     "unit": "\(unit)", "measure": "\(measure)", "decimals": 2, "direction": "\(direction)",
     "aggregate": \(quoted(sum ? "sum" : nil)), "valid_from": "\(from)", "preference": \(preference)}
    """
  }

  private static func edition(
    _ code: String, _ publishedOn: String?, geography: String = "vn-63"
  ) -> String {
    let parts = code.split(separator: "-")
    return """
      {"edition": "\(code)", "index": "\(parts[0])", "geography": "\(geography)",
       "period": "\(parts[1])-01-01", "published_on": \(quoted(publishedOn)),
       "places_covered": 4, "complete": true}
      """
  }

  private static func quoted(_ text: String?) -> String {
    text.map { "\"\($0)\"" } ?? "null"
  }
}
