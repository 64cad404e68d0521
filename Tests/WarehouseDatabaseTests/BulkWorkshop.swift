import ETL
import Foundation
import LibPQ
import Testing
import Warehouse

/// Two jobs over a large file each, which the test writes.
struct BulkWorkshop {
  /// A row as the file says it, by place, indicator, level and month.
  typealias Rows = [String: Double]

  static let indicators = [
    "steering.plan_completion_rate", "procedures.on_time_rate", "procedures.satisfaction_rate",
    "procedures.data_reuse_rate", "organisation.satisfaction_health_rate",
  ]

  static let places = [
    "Lạng Sơn", "ha-tinh", "Tỉnh Nghệ An", "VN-04", "TP. Đà Nẵng", "Quảng Ninh", "Sơn La",
    "Điện Biên",
    "Lai Châu", "Lào Cai", "Yên Bái", "Hà Nội", "Hải Phòng", "Cần Thơ", "Long An", "Cà Mau",
  ]

  /// Some 23,000 rows in 12 months of a year, more than a megabyte.
  static func rows(year: Int = 2024, sources: String = "abcde") -> Rows {
    var rows: Rows = [:]
    var number = 0
    for place in places {
      for indicator in indicators {
        for level in ["", "province", "district", "commune", "all"] {
          for month in 1...12 {
            for source in sources.map({ "cong-\($0)" }) {
              number += 1
              let text = month < 10 ? "0\(month)" : "\(month)"
              rows["\(place),\(indicator),\(level),\(year)-\(text),\(source)"] =
                Double(number % 9_973) / 100
            }
          }
        }
      }
    }
    return rows
  }

  let jobs: JobWorkshop
  var database: String { jobs.database }

  init() async throws {
    jobs = try await JobWorkshop()
    let path = jobs.folder + "/catalog/sources.csv"
    let sources = "abcdefghij".map { "cong-\($0),Cổng,Số liệu \($0),,,2,,\n" }
    try jobs.write(
      "catalog/sources.csv",
      String(contentsOfFile: path, encoding: .utf8) + sources.joined())
    try jobs.declare("bulk")
    try jobs.declare("other")
  }

  /// The text of a file; lines in the order of the keys unless said.
  func text(
    _ rows: Rows, order: ([String]) -> [String] = { $0.sorted() }, quotesEverySecond: Bool = false
  ) -> String {
    let lines = order(rows.keys.sorted()).enumerated().map { index, key in
      let line = "\(key),\(rows[key] ?? 0)"
      guard quotesEverySecond, index % 2 == 1 else { return line + "\n" }
      return line.split(separator: ",", omittingEmptySubsequences: false)
        .map { "\"\($0)\"" }.joined(separator: ",") + "\r\n"
    }
    return "place,indicator,level,period,source,value\n" + lines.joined()
  }

  /// Writes the file and loads it.
  func load(
    _ rows: Rows, order: ([String]) -> [String] = { $0.sorted() }, more: String = "",
    force: Bool = false, job: String = "bulk", quotesEverySecond: Bool = false
  ) throws -> (outcome: SlotOutcome?, told: [String]) {
    let text = text(rows, order: order, quotesEverySecond: quotesEverySecond) + more
    #expect(text.utf8.count > 1 << 20, "too small to be large")
    try jobs.write("\(job).csv", text)
    let report = try jobs.load([job], force: force)
    return (report.summary.outcomes.last, report.refused)
  }

  /// Count, and sum of hundredths, of what holds now; and how many rows are in the past.
  func facts() throws -> String {
    try jobs.rows(
      """
      select count(*), coalesce(sum(round((value * 100)::numeric)), 0),
          (select count(*) from warehouse.observation_past),
          (select count(*) from pg_tables where schemaname = 'staging')
      from warehouse.observation
      """)[0]
  }

  /// Sum of hundredths, as `facts` tells it.
  static func sum(_ rows: Rows) -> Int {
    rows.values.reduce(0) { $0 + Int(($1 * 100).rounded()) }
  }
}
