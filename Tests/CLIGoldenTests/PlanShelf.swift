// A folder of small jobs with two plans that nobody ever issued, loaded as documents.

import Foundation

/// Two made-up plans of a province, a year apart.
struct PlanShelf {
  let chiso: Chiso
  let jobs: SmallJobs

  /// Whether the second asks more: the first index rises, the second stays, a rank gets better.
  static let first = text(
    year: 2023,
    goals: """
      1. Chỉ số PAR INDEX của tỉnh đạt từ 86% trở lên.
      2. Chỉ số SIPAS của tỉnh đạt từ 85% trở lên.
      3. Chỉ số PCI của tỉnh nằm trong nhóm 40 tỉnh dẫn đầu.
      """)
  static let second = text(
    year: 2024,
    goals: """
      1. Chỉ số PAR INDEX của tỉnh đạt từ 88,5% trở lên.
      2. Chỉ số SIPAS của tỉnh đạt từ 85% trở lên.
      3. Chỉ số PCI của tỉnh nằm trong nhóm 35 tỉnh dẫn đầu.
      4. Chỉ số PAPI của tỉnh đạt tối thiểu 44 điểm.
      """)

  private static func text(year: Int, goals: String) -> String {
    """
    ỦY BAN NHÂN DÂN
    TỈNH LẠNG SƠN
    Số: \(year - 2000)/KH-UBND
    Lạng Sơn, ngày 05 tháng 01 năm \(year)

    KẾ HOẠCH
    Cải cách hành chính tỉnh Lạng Sơn năm \(year)

    I. MỤC TIÊU
    \(goals)

    II. NHIỆM VỤ
    Cán bộ bộ phận tiếp nhận xin lỗi người dân bằng thư khi trả kết quả
    chậm, nói rõ ngày sẽ trả.

    """
  }

  static let job = """
    # Plans that a test makes up.
    job: documents
    kind: documents
    title: { vi: Văn bản kế hoạch, en: Documents of plans }
    publisher: UBND tỉnh Lạng Sơn
    terms: Official documents
    files:
      - path: plans/*.txt

    """

  /// Writes the folder; nothing is loaded yet.
  init() throws {
    chiso = try Chiso()
    jobs = try SmallJobs(in: chiso.folder)
    for folder in ["plans", "language"] {
      try FileManager.default.createDirectory(
        atPath: "\(jobs.path)/\(folder)", withIntermediateDirectories: true)
    }
    try jobs.write(
      String(contentsOfFile: Chiso.project + "/etl/language/vocabulary.txt", encoding: .utf8),
      "language/vocabulary.txt")
    try jobs.write(Self.first, "plans/2023.txt")
    try jobs.write(Self.second, "plans/2024.txt")
    try jobs.write(Self.job, "jobs/documents.yml")
  }

  func run(_ line: String) async throws -> Transcript {
    try await chiso.run(line)
  }
}
