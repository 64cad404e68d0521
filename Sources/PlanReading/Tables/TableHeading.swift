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
    guard heading.utf8.count <= 240 else { return nil }
    var words = words(of: NameFolding.phrase(heading))
    guard words.count <= 16 else { return nil }
    // The number of the column, "1- Mục tiêu", is no part of its heading; a year is.
    if let first = words.first, words.count > 1, first.count <= 2, first.allSatisfy(isDigit) {
      words.removeFirst()
    }
    if items.contains(words) { return .item }
    if levels.contains(words) { return .value }
    if words.contains(where: { $0.count == 4 && $0.allSatisfy(isDigit) }) {
      if has(words, results) { return .other }
      if !has(words, namesOfWork) { return .value }
    }
    for (role, phrases) in rules where has(words, phrases) { return role }
    return nil
  }

  private static let items = phrases([
    "tt", "stt", "so tt", "so thu tu", "t t", "s t t", "no",
  ])
  /// Columns of figures by level.
  private static let levels = phrases([
    "cap tinh", "cap huyen", "cap xa", "tinh", "huyen", "xa", "cap thanh pho", "xa phuong",
    "cap so",
  ])
  /// With a year they name what was, not what is wanted.
  private static let results = phrases(["ket qua", "thuc hien"])
  /// With a year they still name what they name without.
  private static let namesOfWork = phrases([
    "thoi gian", "tien do", "nhiem vu", "kinh phi", "hoat dong", "san pham",
  ])

  /// What headings say, the surest first: "cơ quan phối hợp" is no lead though it names an agency.
  private static let rules: [(PlanTable.Column, [[[UInt8]]])] = [
    (.unit, phrases(["don vi tinh", "dvt"])),
    (.other, phrases(["ghi chu", "can cu", "so ky hieu"])),
    (
      .due,
      phrases([
        "thoi gian", "thoi han", "tien do", "han hoan thanh", "thoi diem", "ngay hoan thanh",
        "lo trinh", "thoi hieu",
      ])
    ),
    (.budget, phrases(["kinh phi", "nguon von", "ngan sach", "du toan", "nguon luc"])),
    (.lead, phrases(["chu tri"])),
    (.coordinating, phrases(["phoi hop"])),
    (
      .lead,
      phrases([
        "co quan thuc hien", "don vi thuc hien", "co quan tham muu", "don vi tham muu",
        "trach nhiem", "dau moi", "phan cong", "chu quan", "to chuc thuc hien",
      ])
    ),
    (.product, phrases(["ket qua", "san pham", "dau ra", "minh chung"])),
    (.value, phrases(["muc phan dau", "gia tri", "ke hoach giao", "muc dat", "so lieu"])),
    (.task, phrases(["nhiem vu"])),
    (.activity, phrases(["hoat dong", "giai phap", "cong viec", "bien phap"])),
    (.objective, phrases(["muc tieu", "chi tieu", "noi dung", "tieu chi", "chi so", "linh vuc"])),
    (.lead, phrases(["don vi", "co quan"])),
  ]

  private static func phrases(_ texts: [String]) -> [[[UInt8]]] { texts.map(words) }

  private static func words(of phrase: String) -> [[UInt8]] {
    phrase.utf8.split(separator: 0x20).map { Array($0) }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func has(_ words: [[UInt8]], _ phrases: [[[UInt8]]]) -> Bool {
    phrases.contains { wanted in
      guard words.count >= wanted.count else { return false }
      return (0...(words.count - wanted.count)).contains { start in
        wanted.indices.allSatisfy { isAlike(wanted[$0], words[start + $0]) }
      }
    }
  }

  /// Whether two words are equal but for one letter of a long one, as bad OCR has them.
  private static func isAlike(_ wanted: [UInt8], _ word: [UInt8]) -> Bool {
    guard wanted.count == word.count else { return false }
    var differing = 0
    for index in wanted.indices where wanted[index] != word[index] {
      differing += 1
      guard differing == 1, wanted.count >= 4 else { return false }
    }
    return true
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
    keepOne(.lead, wanted: ["chu tri"])
    keepOne(.due, wanted: ["hoan thanh", "ket thuc"])
    for role in PlanTable.Column.allCases where role != .value && role != .other {
      keepOne(role, wanted: [])
    }
  }

  /// Leaves a role to the first column whose heading has one of the phrases, else to the first.
  private mutating func keepOne(_ role: PlanTable.Column, wanted: [String]) {
    let same = columns.indices.filter { columns[$0] == role }
    guard same.count > 1 else { return }
    let kept = same.first { column in
      let phrase = NameFolding.phrase(headings[column])
      return wanted.contains { phrase.contains($0) }
    }
    for index in same where index != kept ?? same[0] { columns[index] = .other }
  }
}
