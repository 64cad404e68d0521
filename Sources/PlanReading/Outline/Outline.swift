// Where a passage stands: the headings above it say the area of reform, whether goals, tasks or results are
// told, and for which year.

import IndicatorModel

/// What a section tells.
enum SectionRole {
  case goals, tasks, purpose, organisation, results, none
}

/// The place of a passage among the sections of a document.
struct SectionContext {
  /// Labels of the headings above, as `II.2.1`.
  var numbers = ""
  /// Area of reform of the nearest heading that names one.
  var area: Area? { areas.first }
  /// All areas that this heading names.
  var areas: [Area] = []
  /// What the nearest heading tells.
  var role = SectionRole.none
  /// First and last year that the nearest heading names.
  var years: ClosedRange<Int>?
  /// Words of the nearest heading, folded.
  var heading = ""
  /// Area of the whole plan, where it is about one.
  var subject: Area?
  /// Whether the document has said that it sets goals: outside of sections figures are facts before.
  var isOfGoals = true
}

/// The headings above, from the top down.
struct Outline {
  private struct Entry {
    let marker: Marker
    let areas: [Area]
    let role: SectionRole?
    let years: ClosedRange<Int>?
    let heading: String
  }

  private var entries: [Entry] = []

  /// The place of an item, which becomes a heading itself if it looks like one.
  ///
  /// - Parameters:
  ///   - marker: the mark of the item; nil for a paragraph, which stands where the item before does.
  ///   - words: its words.
  /// - Returns: its place, its own heading included.
  mutating func place(_ marker: Marker?, _ words: Words) -> SectionContext {
    let isHeading = Outline.isHeading(words, marker)
    // A line of capitals opens a part of the document; one that ends in a colon what follows at once.
    let unmarked = words.list.last?.isSign(":") == true ? Marker.letter("") : Marker.roman(0)
    guard let marker = marker ?? (isHeading ? unmarked : nil) else { return context }
    entries.removeAll { $0.marker.depth >= marker.depth }
    if case .numbers(let numbers) = marker, numbers.count > 1 {
      // "1.2." does not stand under "2.", even if the text has lost its own "1.".
      entries.removeAll { entry in
        if case .numbers(let above) = entry.marker { return !numbers.starts(with: above) }
        return false
      }
    }
    let folded = Folded(words.list[...])
    let areas = isHeading ? AreaWords.areas(of: folded) : Outline.inlineAreas(words.list)
    entries.append(
      Entry(
        marker: marker, areas: areas,
        role: isHeading ? Outline.role(of: folded) : nil,
        years: isHeading ? PeriodReader.years(ofHeading: words.list) : nil,
        heading: isHeading ? folded.text : ""))
    return context
  }

  /// Labels from the top down; "2.1" stands for "2" too.
  private var labels: [String] {
    var labels: [String] = []
    for label in entries.map(\.marker.label) where !label.isEmpty && label != "0" {
      if let last = labels.last, label.hasPrefix(last + ".") { labels.removeLast() }
      labels.append(label)
    }
    return labels
  }

  private var context: SectionContext {
    SectionContext(
      numbers: labels.joined(separator: "."),
      areas: entries.last { !$0.areas.isEmpty }?.areas ?? [],
      role: entries.last { $0.role != nil }?.role ?? .none,
      years: entries.last { $0.years != nil }?.years,
      heading: entries.last { !$0.heading.isEmpty }?.heading ?? "")
  }

  /// Short, without a number that counts, not the end of a sentence.
  static func isHeading(_ words: Words, _ marker: Marker?) -> Bool {
    let list = words.list
    guard let last = list.last, !list.contains(where: \.isPercent) else { return false }
    let letters = list.filter { $0.kind == .letters }
    guard (1...24).contains(letters.count) else { return false }
    let isAllCapital =
      letters.count > 1 && letters.allSatisfy { $0.spelling.uppercased() == $0.spelling }
    let counts = list.contains { $0.number != nil && PeriodReader.year($0) == nil }
    switch marker {
    case nil, .numbers, .letter: if counts { return false }
    default: break
    }
    switch marker {
    case nil:
      return (isAllCapital && letters.count < 16 && !last.isSign(";"))
        || (last.isSign(":") && letters.count < 15)
    case .bullet, .plus: return last.isSign(":") && letters.count < 16
    case .roman, .capital: return true
    case .numbers, .letter: return !last.isSign(";") && !last.isSign(".") || letters.count < 8
    }
  }

  /// A heading in front of its text: "Về cải cách thể chế: hằng năm".
  static func inlineAreas(_ list: [Word]) -> [Area] {
    let start = list.prefix(16)
    guard
      let end = start.firstIndex(where: { $0.isSign(":") })
        ?? start.firstIndex(where: { $0.isSign(",") }),
      !list[..<end].contains(where: { $0.number != nil })
    else { return [] }
    let folded = Folded(list[..<end])
    guard list[end].isSign(":") || folded.hasPrefix("ve") || folded.hasPrefix("doi voi") else {
      return []
    }
    return AreaWords.areas(of: folded)
  }

  private static func role(of folded: Folded) -> SectionRole? {
    if results.contains(where: { folded.hasPrefix($0) })
      || states.contains(where: { folded.contains($0) })
    {
      return .results
    }
    for (phrases, role) in roles where phrases.contains(where: { folded.contains($0) }) {
      return role
    }
    return nil
  }

  /// What headings of past results begin with; "kết quả giải quyết" is what offices hand out.
  private static let results = [
    "ket qua thuc hien", "ket qua cai cach", "ket qua nam", "ket qua chuyen doi",
    "ket qua cong tac",
    "mot so ket qua", "nhung ket qua", "ket qua trien khai", "danh gia", "ton tai", "han che",
  ]
  private static let states = [
    "ket qua dat duoc", "khai quat", "thuc trang", "tinh hinh", "boi canh",
    "ket qua chuyen doi so nam",
    "ket qua cai cach hanh chinh nam",
  ].map(Folded.Phrase.init)

  private static let roles: [([Folded.Phrase], SectionRole)] = [
    (["to chuc thuc hien", "phan cong", "to chuc trien khai"], .organisation),
    (["muc tieu", "chi tieu"], .goals),
    (["nhiem vu", "giai phap", "noi dung"], .tasks),
    (["muc dich", "yeu cau", "quan diem"], .purpose),
  ].map { ($0.map(Folded.Phrase.init), $1) }
}

/// Words that name an area of reform in a heading.
enum AreaWords {
  /// Areas in the order of the list below, of which the first is the heading's own.
  static func areas(of folded: Folded) -> [Area] {
    let found = words.filter { phrases, _ in phrases.contains { folded.contains($0) } }.map(\.1)
    // Steering and the indices are named beside the areas proper in many a heading.
    return found.count > 1 ? found.filter { $0 != .steering && $0 != .index } : found
  }

  /// The area that a statement without a section is likely about; nil where no word tells.
  static func likelyArea(of folded: Folded) -> Area? {
    subjects.first { phrases, _ in phrases.contains { folded.contains($0) } }?.1
  }

  private static let subjects: [([Folded.Phrase], Area)] = [
    (["quy pham phap luat", "trai phap luat", "thi hanh phap luat", "van ban"], .institutions),
    (["ngan sach", "dau tu cong", "tu chu", "kiem toan", "tai san cong", "kinh phi"], .finance),
    (["bien che", "bo may", "don vi su nghiep", "dau moi"], .organisation),
    (["can bo cong chuc", "cong chuc", "vien chuc", "lanh dao"], .civilService),
    (["thu tuc hanh chinh", "ho so", "phan anh kien nghi", "mot cua"], .procedures),
    (
      ["du lieu", "truc tuyen", "so hoa", "nen tang", "he thong thong tin", "chuyen doi so"],
      .digital
    ),
  ].map { ($0.map(Folded.Phrase.init), $1) }

  private static let words: [([Folded.Phrase], Area)] = [
    (["the che"], .institutions),
    (["to chuc bo may", "bo may hanh chinh", "bo may"], .organisation),
    (["cong vu", "can bo cong chuc", "doi ngu can bo"], .civilService),
    (["tai chinh"], .finance),
    (
      [
        "chinh quyen dien tu", "chinh quyen so", "chinh phu dien tu", "chinh phu so",
        "chuyen doi so",
        "hien dai hoa", "ung dung cong nghe thong tin", "nen hanh chinh so",
      ], .digital
    ),
    (["thu tuc hanh chinh", "mot cua"], .procedures),
    (["chi dao dieu hanh", "chi dao", "tuyen truyen", "kiem tra cai cach"], .steering),
    (["chi so cai cach", "cac chi so", "xep hang"], .index),
  ].map { ($0.map(Folded.Phrase.init), $1) }
}
