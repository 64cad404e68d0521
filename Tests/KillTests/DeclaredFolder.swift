import Foundation

/// A folder of jobs with files of several kinds and sizes, which changes step by step.
struct DeclaredFolder {
  let path: String
  var files: [DeclaredFile] = []
  private var years = 2030

  private static let indicators = [
    "steering.plan_completion_rate", "procedures.on_time_rate", "procedures.satisfaction_rate",
    "procedures.data_reuse_rate", "organisation.satisfaction_health_rate",
  ]
  private static let levels = ["", "province", "district", "commune", "all"]
  /// Provinces that the mergers of 2025 left alone.
  private static let lasting = [
    "Lạng Sơn", "ha-tinh", "Nghệ An", "Cao Bằng", "Quảng Ninh", "Sơn La", "Điện Biên", "Lai Châu",
    "Thanh Hóa", "Hà Nội",
  ]
  private static let places =
    lasting + ["Hải Phòng", "Cần Thơ", "Long An", "Cà Mau", "Lào Cai", "Yên Bái"]

  /// Makes the folder: small files and ones beyond a megabyte, of one year and of two, plans, targets.
  ///
  /// - Parameters:
  ///   - path: Where to make it.
  ///   - random: What its first numbers are taken from.
  /// - Throws: What the file system says.
  init(at path: String, _ random: inout SeededRandom) throws {
    self.path = path
    try Self.make(at: path)
    sources = try String(contentsOfFile: path + "/catalog/sources.csv", encoding: .utf8)
    for letter in "ab" { sources += "cong-\(letter),Cổng,Số liệu \(letter),,,2,,\n" }
    files = [
      Self.figures("alpha", "small", 2021...2021, sources: "a", rows: 300),
      Self.figures("alpha", "large", 2022...2022, sources: "ab", note: 120),
      Self.figures("beta", "years", 2023...2024, sources: "a", note: 120),
      Self.figures("gamma", "gamma", 2020...2020, sources: "b", rows: 60),
      DeclaredFile(
        job: "plans", path: "plans.csv", kind: .plans,
        keys: (0..<12).map { "plan-\($0),lang-son,KH,Plan \($0),,,2024,2024,,,," }, tail: "/KH",
        kept: 4),
      DeclaredFile(
        job: "targets", path: "targets.csv", kind: .targets,
        keys: (0..<40).map {
          "plan-\($0 % 4),\($0),,\($0 + 1),\($0 + 1),procedures,procedures.on_time_rate,On time,,"
            + "no \($0),>=,,percent,level,,2024,2024,,,,"
        }, tail: ""),
      DeclaredFile(
        job: "catalog", path: "catalog/sources.csv", kind: .catalog,
        keys: [sources + "cong-version,Cổng,"], tail: ",,,2,,"),
    ]
    for index in files.indices { Self.fill(&files[index], &random) }
    try write()
  }

  private var sources = ""

  /// Makes a folder with the catalog of this project and no jobs.
  static func make(at path: String) throws {
    let manager = FileManager.default
    try manager.createDirectory(atPath: path + "/jobs", withIntermediateDirectories: true)
    let project = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().path
    try manager.copyItem(atPath: project + "/etl/catalog", toPath: path + "/catalog")
  }

  private static func fill(_ file: inout DeclaredFile, _ random: inout SeededRandom) {
    file.numbers = file.keys.indices.map { index in
      index < file.kept || Int.random(in: 0..<20, using: &random) > 0
        ? Int.random(in: 0..<10_000, using: &random) : nil
    }
    if file.kind == .catalog { file.numbers = [0] }
  }

  private static func figures(
    _ job: String, _ name: String, _ years: ClosedRange<Int>, sources: String,
    places: [String] = Self.places, rows: Int = .max, note: Int = 1
  ) -> DeclaredFile {
    var keys: [String] = []
    for year in years {
      for place in places {
        for indicator in indicators {
          for level in levels {
            for month in 1...12 {
              for source in sources {
                let text = month < 10 ? "0\(month)" : "\(month)"
                keys.append("\(place),\(indicator),\(level),\(year)-\(text),cong-\(source),")
              }
            }
          }
        }
      }
    }
    return DeclaredFile(
      job: job, path: name + ".csv", kind: .figures, keys: Array(keys.prefix(rows)),
      tail: "," + String(repeating: "n", count: note))
  }

  /// Changes some files; lets a file vanish or come back; declares a file of a new year, or no longer.
  mutating func step(_ random: inout SeededRandom) {
    files.removeAll { !$0.isDeclared }
    for index in files.indices {
      files[index].isThere = true
      if Int.random(in: 0..<2, using: &random) == 0 { files[index].change(&random) }
    }
    if Int.random(in: 0..<8, using: &random) == 0, let index = files.firstIndex(of: "gamma.csv") {
      files[index].isThere = false
    }
    guard let fresh = files.firstIndex(where: { $0.path.hasPrefix("fresh") }) else {
      guard Bool.random(using: &random) else { return }
      var file = Self.figures(
        "beta", "fresh-\(years)", years...years, sources: "a", places: Self.lasting, note: 400)
      Self.fill(&file, &random)
      files.append(file)
      years += 1
      return
    }
    if Int.random(in: 0..<3, using: &random) == 0 { files[fresh].isDeclared = false }
  }

  /// Writes the jobs and all their files.
  func write() throws {
    for file in files {
      let place = "\(path)/\(file.path)"
      if file.isThere {
        try file.text.write(toFile: place, atomically: true, encoding: .utf8)
      } else {
        try? FileManager.default.removeItem(atPath: place)
      }
    }
    for (job, ofJob) in Dictionary(grouping: files, by: \.job) where job != "catalog" {
      let declared = ofJob.filter(\.isDeclared).map { "  - path: \($0.path)\n" }.joined()
      let text = """
        # A job of a test.
        job: \(job)
        kind: \(ofJob[0].kind.rawValue)
        title: {vi: Việc \(job), en: Job \(job)}
        publisher: Cổng
        terms: Facts
        files:
        \(declared)
        """
      try text.write(toFile: "\(path)/jobs/\(job).yml", atomically: true, encoding: .utf8)
    }
  }

  /// What the warehouse has to show once everything is loaded, where it showed `held` before.
  func totals(after held: [String: Totals]) -> [String: Totals] {
    var totals: [String: Totals] = [:]
    for file in files {
      totals[file.path] = file.isThere ? file.totals : held[file.path] ?? Totals.none
    }
    return totals
  }
}

extension Totals {
  /// What an unknown file says.
  static let none = Totals(count: 0, sum: 0)
}

extension [DeclaredFile] {
  /// Where the file of a path stands.
  func firstIndex(of path: String) -> Int? { firstIndex { $0.path == path } }
}
