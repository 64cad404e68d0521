// The head of a plan: what the document says of itself, never what it says of others.

import IndicatorModel

/// Reads heads.
struct HeadReader {
  let places: PlaceFinder
  /// Words of the first items, in order.
  let items: [Words]
  /// All words of the text by item, for names that are said often.
  let all: [Words]

  /// Lines of a document that may belong to its head.
  private static let reach = 90

  /// The head, as far as it is there.
  func read(quality: Double) -> PlanHead {
    var head = PlanHead(ocrQuality: quality)
    let lines = items.prefix { ($0.passage.pieces.first?.line ?? 0) <= HeadReader.reach }
    head.number = number(lines)
    let title = title(lines)
    head.title = title?.text
    (head.periodStart, head.periodEnd) = period(title)
    head.kind = kind(head.number, lines)
    head.issuedOn = date(lines)
    // The plan of a year is issued before it, by the place that there is then or at its beginning.
    let day = head.issuedOn ?? head.periodStart.flatMap { CalendarDate(year: $0, month: 1, day: 1) }
    if let place = places.place(title: title?.words ?? [], texts: all, on: day) {
      head.place = place.id
      if let name = place.names.first {
        head.title = head.title?.replacing(name.lowercased(), with: name)
      }
      head.issuer = place.names.first.flatMap { issuer($0, lines) }
    }
    head.basedOn = basedOn()
    return head
  }

  // MARK: - Number and kind

  /// "Số: 249/KH-UBND" at the beginning of a line or of a cell; a number cited has words before it.
  private func number(_ lines: ArraySlice<Words>) -> String? {
    for words in lines {
      let list = words.list
      for index in list.indices.dropLast() where list[index].skeleton == "so" {
        // Behind the issuer's name in capitals it stands in one cell of a letterhead.
        let isFirst =
          index == 0 || list[index - 1].isSign("|") || list[index - 1].piece != list[index].piece
          || list[index + 1].isSign(":") && list[index - 1].isShouted
        var next = index + 1
        if list[next].isSign(":") { next += 1 }
        guard isFirst, next < list.count, list[next].kind == .code,
          let number = HeadReader.number(list[next].spelling), next > index + 1 || index == 0
        else { continue }
        return number
      }
      if opensBody(words) { return nil }
    }
    return nil
  }

  /// "249/KH-UBND": digits, a stroke, abbreviations; nil if digits or abbreviations are missing.
  private static func number(_ text: String) -> String? {
    let parts = text.split(separator: "/", maxSplits: 1)
    guard parts.count == 2, parts[0].allSatisfy(\.isNumber), parts[1].contains(where: \.isLetter)
    else {
      return nil
    }
    return text
  }

  private func kind(_ number: String?, _ lines: ArraySlice<Words>) -> String? {
    if let number, let stroke = number.lastIndex(of: "/") {
      let rest = number[number.index(after: stroke)...]
      return rest.split(separator: "-").first.map(String.init)
    }
    for words in lines {
      let text = Folded(words.list).text
      if text == " quyet dinh " { return "QĐ" }
      if text == " ke hoach " { return "KH" }
      if text == " chuong trinh " { return "CTr" }
      if text == " nghi quyet " { return "NQ" }
    }
    for words in lines {
      let folded = Folded(words.list)
      if folded.contains("ban hanh ke hoach") || folded.contains("xay dung ke hoach")
        || folded.hasPrefix("ke hoach")
      {
        return "KH"
      }
    }
    return nil
  }

  /// The first heading of the body.
  private func opensBody(_ words: Words) -> Bool {
    let folded = Folded(words.list)
    return folded.contains("muc dich yeu cau") || folded.hasPrefix("can cu")
  }

  // MARK: - Title and period

  private struct Title {
    let text: String
    let words: [Word]
    let years: ClosedRange<Int>
  }

  /// The first words that name the reform and its years, and do not name another document.
  private func title(_ lines: ArraySlice<Words>) -> Title? {
    var fallback: Title?
    for words in lines {
      let list = Array(words.list.prefix(300))
      guard let start = reform(list) else { continue }
      for index in start..<list.count {
        guard let years = years(list, at: index) else { continue }
        if citesNumber(list[..<index]) || Folded(list[..<index]).contains("tong the")
          || Folded(list.prefix(4)).hasPrefix("can cu")
        {
          // "UBND tỉnh ban hành Kế hoạch ... năm 2023 như sau" ends a list of bases.
          if let own = ownPlan(list), fallback == nil { fallback = own }
          break
        }
        return makeTitle(list, from: planWord(list, before: start), through: index, years)
      }
    }
    return fallback ?? lines.lazy.compactMap { ownPlan($0.list) }.first
  }

  private func makeTitle(
    _ list: [Word], from start: Int, through end: Int, _ years: ClosedRange<Int>
  ) -> Title {
    let text = Words.spelled(list[start...end])
    let isShouted = text == text.uppercased()
    return Title(
      text: (isShouted ? text.lowercased() : text).capitalisedFirst,
      words: Array(list[start...end]),
      years: years)
  }

  /// The plan that a document says it issues after its bases: "ban hành Kế hoạch … như sau".
  private func ownPlan(_ list: [Word]) -> Title? {
    for index in list.indices.dropLast(3).reversed()
    where list[index].skeleton == "ke" && list[index + 1].skeleton == "hoach" {
      let before = list[max(0, index - 3)..<index].map(\.skeleton)
      guard before.contains("hanh") || before.contains("dung") else { continue }
      for end in (index + 2)..<min(index + 24, list.count) {
        guard let years = years(list, at: end) else { continue }
        let rest = Folded(list[min(end + 1, list.count)..<min(end + 4, list.count)])
        guard rest.contains("nhu sau") else { break }
        return makeTitle(list, from: index, through: end, years)
      }
    }
    return nil
  }

  private func citesNumber(_ words: ArraySlice<Word>) -> Bool {
    words.contains { $0.kind == .code }
  }

  /// Where "cải cách hành chính", or what else such plans are about, begins.
  private func reform(_ list: [Word]) -> Int? {
    for index in list.indices {
      if list[index].skeleton == "cchc" { return index }
      guard index + 3 < list.count else { return nil }
      let three =
        list[index].skeleton + " " + list[index + 1].skeleton + " " + list[index + 2].skeleton
      if HeadReader.subjects.contains(three) || three.hasSuffix(" cach hanh") { return index }
      if three == "cach hanh chinh" { return max(0, index - 1) }
    }
    return nil
  }

  private static let subjects: Set<String> = [
    "cai cach hanh", "chuyen doi so", "kiem soat thu", "nang cao chi", "cai thien chi",
    "nang cao nang",
  ]

  private func planWord(_ list: [Word], before start: Int) -> Int {
    guard start >= 2, list[start - 1].skeleton == "hoach" else { return start }
    return start - 2
  }

  /// "năm 2024", "giai đoạn 2021-2025", "giai đoạn 2021 - 2025" that ends at a word.
  private func years(_ list: [Word], at index: Int) -> ClosedRange<Int>? {
    if case .years(let from, let to) = list[index].kind, from <= to { return from...to }
    guard let year = PeriodReader.year(list[index]), index > 0 else { return nil }
    if index + 2 < list.count, list[index + 1].isSign("-") || list[index + 1].isSign("–"),
      PeriodReader.year(list[index + 2]) != nil
    {
      return nil
    }
    if index > 1, list[index - 1].isSign("-") || list[index - 1].isSign("–"),
      let from = PeriodReader.year(list[index - 2]), from <= year
    {
      return from...year
    }
    guard list[index - 1].skeleton == "nam" else { return nil }
    return year...year
  }

  /// The title's years, else those that the plan's own name bears most often.
  private func period(_ title: Title?) -> (Int?, Int?) {
    if let title { return (title.years.lowerBound, title.years.upperBound) }
    var counts: [ClosedRange<Int>: Int] = [:]
    for words in all {
      let list = words.list
      for index in list.indices.dropLast() where list[index].skeleton == "hoach" {
        for end in (index + 1)..<min(index + 8, list.count) {
          if list[end].kind == .code { break }
          guard let years = years(list, at: end) else { continue }
          counts[years, default: 0] += 1
          break
        }
      }
    }
    guard let most = counts.values.max(), most > 1 else { return (nil, nil) }
    let years = counts.filter { $0.value == most }.keys
      .min { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
    return (years?.lowerBound, years?.upperBound)
  }

  // MARK: - Date, place, bases

  /// "Lạng Sơn, ngày 29 tháng 12 năm 2021" before the body.
  private func date(_ lines: ArraySlice<Words>) -> CalendarDate? {
    for words in lines {
      if opensBody(words) { return nil }
      let list = words.list
      // "Lạng Sơn, ngày ..." stands alone; dates of cited documents stand in sentences.
      guard list.count < 40 else { continue }
      for index in list.indices.dropFirst()
      where index + 5 < list.count && list[index].skeleton == "ngay" && list[index - 1].isSign(",")
      {
        guard list[index + 2].skeleton == "thang", list[index + 4].skeleton == "nam",
          let day = list[index + 1].number, let month = list[index + 3].number,
          let year = PeriodReader.year(list[index + 5]), day < 32, month < 13
        else { continue }
        return CalendarDate(year: year, month: Int(month), day: Int(day))
      }
    }
    return nil
  }

  private func issuer(_ name: String, _ lines: ArraySlice<Words>) -> String? {
    for words in lines {
      let folded = Folded(words.list)
      guard folded.contains("uy ban nhan dan") else { continue }
      let isCity = folded.contains("thanh pho " + Folded.phrase(name).trimmed)
      return "UBND \(isCity ? "thành phố" : "tỉnh") \(name)"
    }
    return nil
  }

  /// Documents named before the first heading of the body.
  private func basedOn() -> [String] {
    var numbers: [String] = []
    for words in items {
      let folded = Folded(words.list)
      if folded.contains("muc dich") && words.list.count < 12 { break }
      let isBasis = folded.hasPrefix("can cu") || folded.hasPrefix("thuc hien")
      guard isBasis else { continue }
      for word in words.list where word.kind == .code {
        guard let number = HeadReader.number(word.spelling), !numbers.contains(number) else {
          continue
        }
        numbers.append(number)
      }
    }
    return numbers
  }
}
