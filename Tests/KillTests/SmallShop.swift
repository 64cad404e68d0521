import Foundation
import LibPQ

/// A warehouse with a job of one figure, and a large one; locks stop its loads where a test wants them.
struct SmallShop: Sendable {
  let home: KillHome
  let folder: String
  /// The load of the small job.
  var load: [String] { ["load", "small", "--etl", folder] }

  /// Makes the folder; nothing is started yet.
  init(home: String? = nil) throws {
    self.home = try KillHome(home: home)
    folder = self.home.folder + "/etl"
    try DeclaredFolder.make(at: folder)
    for job in ["small", "large"] {
      try """
      # A job of a test.
      job: \(job)
      kind: figures
      title: {vi: Việc, en: Job}
      publisher: Cổng
      terms: Facts
      files:
        - path: \(job).csv

      """.write(toFile: "\(folder)/jobs/\(job).yml", atomically: true, encoding: .utf8)
    }
    try writeSources(title: "Một")
    try writeLarge(1)
  }

  /// Writes the file of the small job; nil for one that says nothing.
  func write(_ value: Int?) throws {
    let row = value.map { "Lạng Sơn,procedures.on_time_rate,2021,cong,\($0)\n" } ?? ""
    try ("place,indicator,year,source,value\n" + row)
      .write(toFile: folder + "/small.csv", atomically: true, encoding: .utf8)
  }

  private static let letters = "abcdefghijklmnopqrstuvwxyzABCDEFG"
  /// Rows of the file of the large job: places, indicators, levels, months, sources.
  static let largeRows = 8 * 3 * 4 * 3 * 33

  /// Writes the file of the large job, of one value and more than a megabyte.
  func writeLarge(_ value: Int) throws {
    var text = "place,indicator,level,period,source,value,note\n"
    let places = [
      "Lạng Sơn", "Hà Tĩnh", "Nghệ An", "Cao Bằng", "Sơn La", "Hà Nội", "Cà Mau", "Lai Châu",
    ]
    let note = String(repeating: "n", count: 70)
    for place in places {
      for indicator in ["on_time_rate", "satisfaction_rate", "data_reuse_rate"] {
        for level in ["", "province", "district", "commune"] {
          for month in 10...12 {
            for letter in Self.letters {
              text += "\(place),procedures.\(indicator),\(level),2022-\(month),cong-\(letter),"
              text += "\(value),\(note)\n"
            }
          }
        }
      }
    }
    try text.write(toFile: folder + "/large.csv", atomically: true, encoding: .utf8)
  }

  /// Writes the sources of the catalog; `title` is that of one.
  func writeSources(title: String) throws {
    let path = folder + "/catalog/sources.csv"
    var text = try String(contentsOfFile: path, encoding: .utf8)
    if let own = text.range(of: "\ncong,") { text = String(text[..<own.lowerBound]) + "\n" }
    text += "cong,Cổng,\(title),,,2,,\n"
    for letter in Self.letters { text += "cong-\(letter),Cổng,\(letter),,,2,,\n" }
    try text.write(toFile: path, atomically: true, encoding: .utf8)
  }

  /// Runs a body while another session holds what a statement takes.
  func holding<T>(_ statement: String, _ body: () throws -> T) throws -> T {
    var other = try home.connect()
    try other.run(Statement(name: "begin", text: "begin"))
    _ = try other.query(Statement(name: "hold", text: statement))
    let value = try body()
    try other.run(Statement(name: "rollback", text: "rollback"))
    _ = try other.query(Statement(name: "unlock", text: "select pg_advisory_unlock_all()"))
    return value
  }

  /// Waits until a load stands before a lock.
  func waitForWaiter(on lock: String) throws {
    for _ in 0..<1_500 {
      if try home.ask("select 1 from pg_locks where not granted and \(lock)") != [] { return }
      Thread.sleep(forTimeInterval: 0.02)
    }
    throw KillFailure("no load waited on \(lock)")
  }
}
