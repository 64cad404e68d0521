// What the heading of a column says it holds; headings are compared without marks, so that bad OCR
// does not hide them.

import IndicatorModel

/// The heading of a table.
struct TableHeading: Equatable {
  /// What each column holds.
  var columns: [PlanTable.Column]
  /// The heading of each column as printed.
  var headings: [String]

  /// The heading made of the words over each column; nil unless at least two of them say a role.
  init?(_ headings: [String]) {
    let roles = headings.map(TableHeading.role)
    guard roles.count(where: { $0 != nil && $0 != .other }) >= 2 else { return nil }
    self.headings = headings
    self.columns = roles.map { $0 ?? .other }
    settle()
  }

  /// Columns whose roles are known otherwise.
  init(columns: [PlanTable.Column]) {
    self.columns = columns
    self.headings = Array(repeating: "", count: columns.count)
  }

  // MARK: - Roles

  /// What a column with this heading holds; nil where the words say nothing.
  ///
  /// "1- Mục tiêu/Chỉ tiêu" is an objective, "Chỉ tiêu năm 2024" a value.
  static func role(_ heading: String) -> PlanTable.Column? {
    var words = NameFolding.phrase(String(heading.prefix(200))).split(separator: " ")
    guard words.count <= 16 else { return nil }
    // The number of the column, "1- Mục tiêu", is no part of its heading; a year is.
    if let first = words.first, words.count > 1, first.utf8.count <= 2, Int(first) != nil {
      words.removeFirst()
    }
    let phrase = words.joined(separator: " ")
    if items.contains(phrase) { return .item }
    let hasYear = words.contains {
      $0.utf8.count == 4 && ($0.hasPrefix("20") || $0.hasPrefix("19"))
    }
    if hasYear {
      if has(words, ["ket qua"]) || has(words, ["thuc hien"]) { return .other }
      let isTime = has(words, ["thoi gian"]) || has(words, ["tien do"])
      if !isTime, !has(words, ["nhiem vu", "kinh phi", "hoat dong", "san pham"]) { return .value }
    }
    for (role, phrases) in rules where has(words, phrases) { return role }
    return nil
  }

  private static let items: Set<String> = ["tt", "stt", "so tt", "so thu tu", "t t", "s t t", "no"]

  /// What headings say, the surest first: "cơ quan phối hợp" is no lead though it names an agency.
  private static let rules: [(PlanTable.Column, [String])] = [
    (.unit, ["don vi tinh", "dvt"]),
    (.other, ["ghi chu", "can cu", "so ky hieu"]),
    (
      .due,
      [
        "thoi gian", "thoi han", "tien do", "han hoan thanh", "thoi diem", "ngay hoan thanh",
        "lo trinh", "thoi hieu",
      ]
    ),
    (.budget, ["kinh phi", "nguon von", "ngan sach", "du toan", "nguon luc"]),
    (.lead, ["chu tri"]),
    (.coordinating, ["phoi hop"]),
    (
      .lead,
      [
        "co quan thuc hien", "don vi thuc hien", "co quan tham muu", "don vi tham muu",
        "trach nhiem", "dau moi", "phan cong", "chu quan", "to chuc thuc hien",
      ]
    ),
    (.product, ["ket qua", "san pham", "dau ra", "minh chung"]),
    (.value, ["muc phan dau", "gia tri", "ke hoach giao", "muc dat", "so lieu"]),
    (.task, ["nhiem vu"]),
    (.activity, ["hoat dong", "giai phap", "cong viec", "bien phap"]),
    (.objective, ["muc tieu", "chi tieu", "noi dung", "tieu chi", "chi so", "linh vuc"]),
    (.lead, ["don vi", "co quan"]),
  ]

  private static func has(_ words: [Substring], _ phrases: [String]) -> Bool {
    phrases.contains { phrase in
      let wanted = phrase.split(separator: " ")
      guard words.count >= wanted.count else { return false }
      return (0...(words.count - wanted.count)).contains { start in
        zip(wanted, words[start...]).allSatisfy(isAlike)
      }
    }
  }

  /// Whether two words are equal but for one letter of a long one, as bad OCR has them.
  private static func isAlike(_ wanted: Substring, _ word: Substring) -> Bool {
    if wanted == word { return true }
    guard wanted.utf8.count >= 4, wanted.utf8.count == word.utf8.count else { return false }
    return zip(wanted.utf8, word.utf8).count { $0 != $1 } == 1
  }

  // MARK: - Roles by each other

  /// Settles columns of one role by what the other columns hold.
  private mutating func settle() {
    let isOfTasks = columns.contains(.lead) || columns.contains(.due)
    if isOfTasks, !columns.contains(.value), !columns.contains(.task),
      let index = columns.indices.last(where: { columns[$0] == .objective })
    {
      // "Nội dung | Chủ trì | Thời gian": what is to be done, unless it says that it is a goal.
      let phrase = NameFolding.phrase(headings[index])
      let isGoal = phrase.contains("muc tieu") || phrase.contains("chi tieu")
      if !isGoal || (columns.contains(.objective) && columns.firstIndex(of: .objective) != index) {
        columns[index] = .task
      }
    }
    let tasks = columns.indices.filter { columns[$0] == .task }
    if tasks.count > 1, !columns.contains(.activity) { columns[tasks[1]] = .activity }
    keepOne(.lead, wanted: "chu tri")
    keepOne(.due, wanted: "hoan thanh")
    for role in PlanTable.Column.allCases where role != .value && role != .other {
      keepOne(role, wanted: "")
    }
  }

  /// Leaves a role to the first column whose heading has the words, else to the first.
  private mutating func keepOne(_ role: PlanTable.Column, wanted: String) {
    let same = columns.indices.filter { columns[$0] == role }
    guard same.count > 1 else { return }
    let kept = same.first { NameFolding.phrase(headings[$0]).contains(wanted) } ?? same[0]
    for index in same where index != kept { columns[index] = .other }
  }
}
