// What web pages put around a plan: captions, counters, links to other documents.

/// Tells clutter from text.
enum Clutter {
  /// Whether links and comments begin here, behind which nothing belongs to the plan.
  static func endsDocument(_ words: Words) -> Bool {
    guard words.list.count < 9 else { return false }
    let folded = Folded(words.list)
    return ends.contains { folded.hasPrefix($0) }
  }

  /// Whether a passage is a caption, a counter or a link to another document.
  static func isClutter(_ words: Words) -> Bool {
    let list = words.list
    let folded = Folded(list.prefix(40))
    if counters.contains(where: { folded.contains($0) }) && list.count < 60 { return true }
    return isLink(list, folded) || endsWithDate(list)
  }

  /// "Quyết định 2636/QĐ-UBND năm 2021 về ...": a document by its number at the very beginning.
  private static func isLink(_ list: [Word], _ folded: Folded) -> Bool {
    guard documents.contains(where: { folded.hasPrefix($0) }) || list.first?.number != nil else {
      return false
    }
    let start = list.prefix(7)
    guard let code = start.firstIndex(where: { $0.kind == .code }) else { return false }
    return !start[..<code].contains { $0.skeleton == "so" }
      && documents.contains { Folded(start[..<code]).contains($0) }
  }

  /// The day of a piece of news in brackets at the end: "(12/11/2024)".
  private static func endsWithDate(_ list: [Word]) -> Bool {
    guard list.count > 3, list[list.count - 1].isSign(")"), list[list.count - 3].isSign("(") else {
      return false
    }
    switch list[list.count - 2].kind {
    case .date: return true
    case .code: return list[list.count - 2].spelling.split(separator: "/").count == 2
    default: return false
    }
  }

  private static let ends = [
    "tin lien quan", "van ban lien quan", "van ban cung linh vuc", "cac tin khac",
    "tin cung chuyen muc",
    "tin khac", "bai viet lien quan", "xem them",
  ]
  private static let counters = [
    "luot xem", "tac gia", "xem them", "duong day nong", "danh gia bai viet", "ngay dang",
    "luot doc",
    "ban chua dang nhap",
  ].map(Folded.Phrase.init)
  private static let documents = [
    "quyet dinh", "ke hoach", "nghi quyet", "chi thi", "cong van", "thong tu", "nghi dinh", "luat",
    "van ban", "cong dien", "bao cao",
  ]
}
