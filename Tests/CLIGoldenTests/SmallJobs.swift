// A folder of two small jobs over the catalog of this project, which tests break and mend.

import Foundation

/// A copy of etl/ in which a test may write.
struct SmallJobs {
  let path: String

  static let header = "year,geography,place,indicator,value,rank,rank_of,group,unit,source,note\n"

  /// Three figures; `value` is that of the first, so that a test can tell one version from another.
  static func figures(_ value: Double, _ more: String = "") -> String {
    header + """
      2023,vn-63,Lạng Sơn,par,\(value),20,63,,percent,vgp-240417164329841,
      2023,vn-63,Hà Tĩnh,par,88.35,18,63,,percent,vgp-240417164329841,
      2024,vn-34,Phú Thọ,dti,0.61,,,,ratio,vgp-240417164329841,

      """ + more
  }

  init(in folder: String) throws {
    path = folder + "/etl"
    let files = FileManager.default
    try files.createDirectory(atPath: path, withIntermediateDirectories: false)
    try files.copyItem(atPath: Chiso.project + "/etl/catalog", toPath: path + "/catalog")
    for folder in ["jobs", "figures"] {
      try files.createDirectory(atPath: "\(path)/\(folder)", withIntermediateDirectories: false)
    }
    try write(Self.job("first"), "jobs/first.yml")
    try write(Self.job("second"), "jobs/second.yml")
    try write(Self.figures(80.5), "figures/first.csv")
    try write(
      Self.header + "2023,vn-63,Lạng Sơn,sipas,81.25,,,,percent,vgp-240417164329841,\n",
      "figures/second.csv")
  }

  /// A job with lines of its own at the end.
  static func job(_ name: String, _ lines: String) -> String {
    job(name) + lines + "\n"
  }

  static func job(_ name: String) -> String {
    """
    # A job of a test.
    job: \(name)
    kind: figures
    title:
      vi: Việc \(name)
      en: Job \(name)
    publisher: Bộ Nội vụ
    terms: Facts
    files:
      - path: figures/\(name).csv

    """
  }

  func write(_ text: String, _ file: String) throws {
    try write(Data(text.utf8), file)
  }

  func write(_ bytes: Data, _ file: String) throws {
    try bytes.write(to: URL(fileURLWithPath: "\(path)/\(file)"))
  }

  func remove(_ file: String) throws {
    try FileManager.default.removeItem(atPath: "\(path)/\(file)")
  }
}
