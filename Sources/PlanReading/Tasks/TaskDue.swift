// When a task is due, as days: "Quý II, III/2024", "Tháng 01/2024", "Trước 25/12/2023".

import IndicatorModel

/// Reads the time of a task.
enum TaskDue {
  /// The first and the last day meant; nil where the words name no day.
  ///
  /// "Trước 25/12/2023" ends with that day, as offices count it; "trước tháng 6" ends with May. What
  /// recurs ("hằng năm") or hangs on something else ("theo kế hoạch", "sau khi") has no day.
  ///
  /// - Parameters:
  ///   - text: the words of the cell.
  ///   - year: the year of the plan, for a time that names none.
  /// - Returns: first and last day; no first day for "đến", "trước", "chậm nhất".
  static func days(_ text: String, year: Int?) -> (from: CalendarDate?, to: CalendarDate?) {
    let phrase = NameFolding.unmarked(String(text.prefix(300)))
    let words = NameFolding.phrase(phrase)
    guard !hangs(words) else { return (nil, nil) }
    var reader = TaskDueReader(phrase)
    var spans = reader.read()
    // "Quý II, III/2024": the year stands with the last.
    var known = year
    for index in spans.indices.reversed() {
      if spans[index].year == nil { spans[index].year = known }
      known = spans[index].year
    }
    let days = spans.compactMap(\.days)
    guard let first = days.map(\.from).min(), let last = days.map(\.to).max() else {
      return (nil, nil)
    }
    if let span = spans.first, days.count == spans.count, span.isBefore, !span.isDay {
      return (nil, CalendarDate(daysSince2000: first.daysSince2000 - 1))
    }
    return spans.contains { $0.isBefore } && !reader.hasStart ? (nil, last) : (first, last)
  }

  /// Whether a cell says a time at all: a day, or that something goes on.
  static func isTime(_ text: String) -> Bool {
    let phrase = NameFolding.phrase(String(text.prefix(80)))
    guard phrase.utf8.count <= 60 else { return false }
    return ["thuong xuyen", "hang nam", "hang quy", "hang thang"].contains { phrase.contains($0) }
      || days(text, year: 2000).to != nil
  }

  private static func hangs(_ words: String) -> Bool {
    ["theo ", "sau khi", "ngay sau", "khi co", "khi ", "tuy ", "sau "].contains {
      words.hasPrefix($0)
    }
      || ["hang nam", "hang quy", "hang thang", "hang tuan", "moi nam", "moi quy"]
        .contains { words.contains($0) }
  }
}

/// A part of a year, or several years.
struct TaskDueSpan {
  /// First and last month; 1 and 12 for a year.
  var months: ClosedRange<Int>
  /// The day of the month, of a date.
  var day: Int?
  /// The year, where the words name it.
  var year: Int?
  /// The last year of several.
  var lastYear: Int?
  /// Whether it is the end and not the time itself: "trước", "đến".
  var isBefore = false
  /// Whether it ends on its last day though it says "before": "đến hết", or a date.
  var isDay: Bool { day != nil || includesEnd }
  /// "Đến tháng 6": that month too.
  var includesEnd = false

  /// Its first and last day; nil where no year is known or the calendar has no such day.
  var days: (from: CalendarDate, to: CalendarDate)? {
    guard let year else { return nil }
    let last = lastYear ?? year
    let lastDay = day ?? CalendarDate.days(inMonth: months.upperBound, of: last)
    guard let from = CalendarDate(year: year, month: months.lowerBound, day: day ?? 1),
      let to = CalendarDate(year: last, month: months.upperBound, day: lastDay), from <= to
    else { return nil }
    return (from, to)
  }
}

/// Reads spans from left to right.
struct TaskDueReader {
  private enum Token: Equatable {
    case word(String)
    case number(Int, digits: Int)
    case sign(Character)
  }

  private var tokens: [Token] = []
  private var index = 0
  private var spans: [TaskDueSpan] = []
  /// Whether "from" was said, so that "to" does not stand alone.
  private(set) var hasStart = false

  /// Cuts folded words.
  init(_ text: String) {
    var rest = text[...]
    while let first = rest.first {
      if first.isASCII, first.isNumber {
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        tokens.append(.number(Int(digits.prefix(9)) ?? 0, digits: digits.count))
        rest = rest.dropFirst(digits.count)
      } else if first.isLetter {
        let word = rest.prefix { $0.isLetter }
        tokens.append(.word(word.lowercased()))
        rest = rest.dropFirst(word.count)
      } else {
        if !first.isWhitespace { tokens.append(.sign(first == "–" ? "-" : first)) }
        rest = rest.dropFirst()
      }
    }
  }

  /// All spans, in the order of the words.
  mutating func read() -> [TaskDueSpan] {
    var isBefore = false
    var includesEnd = false
    while index < tokens.count {
      let count = spans.count
      switch tokens[index] {
      case .word("truoc"):
        isBefore = true
        includesEnd = false
        index += 1
      case .word("den"), .word("cham"):
        isBefore = true
        includesEnd = true
        index += 1
      case .word("tu"):
        hasStart = true
        index += 1
      case .word("quy"): readQuarters()
      case .word("thang"): readMonths()
      case .word("nam"), .word("doan"): readYears()
      case .number(let number, let digits): readNumber(number, digits)
      default: index += 1
      }
      for index in count..<max(count, spans.count) {
        spans[index].isBefore = isBefore
        spans[index].includesEnd = includesEnd
      }
      if spans.count > count { isBefore = false }
    }
    return spans
  }

  // MARK: - Parts of a year

  private mutating func readQuarters() {
    index += 1
    readList { token in
      switch token {
      case .word("i"), .number(1, _): 1
      case .word("ii"), .number(2, _): 2
      case .word("iii"), .number(3, _): 3
      case .word("iv"), .number(4, _): 4
      default: nil
      }
    } span: { first, last in
      TaskDueSpan(months: (first * 3 - 2)...(last * 3))
    }
  }

  private mutating func readMonths() {
    index += 1
    readList { token in
      if case .number(let month, let digits) = token, digits <= 2, (1...12).contains(month) {
        return month
      }
      return nil
    } span: { first, last in
      TaskDueSpan(months: first...last)
    }
  }

  /// "II, III", "I-IV", "3 và 6", then the year.
  private mutating func readList(
    _ value: (Token) -> Int?, span: (Int, Int) -> TaskDueSpan
  ) {
    guard let first = token(0).flatMap(value) else { return }
    index += 1
    var list = [(first, first)]
    while let sign = token(0), let next = token(1).flatMap(value) {
      if sign == .sign("-"), let last = list.last, next >= last.0 {
        list[list.count - 1].1 = next
      } else if sign == .sign(",") || sign == .word("va") || sign == .sign(";") {
        list.append((next, next))
      } else {
        break
      }
      index += 2
    }
    let year = takeYear()
    for (first, last) in list {
      var item = span(first, last)
      item.year = year
      spans.append(item)
    }
  }

  /// "/2024", "năm 2024", "-2024".
  private mutating func takeYear() -> Int? {
    let start = index
    if let sign = token(0),
      [.sign("/"), .sign("-"), .sign("."), .word("nam"), .sign(",")].contains(sign)
    {
      index += 1
      if token(0) == .word("nam") { index += 1 }
    }
    if case .number(let year, 4) = token(0), (1990...2100).contains(year), index > start {
      index += 1
      return year
    }
    index = start
    return nil
  }

  // MARK: - Years and dates

  /// "năm 2024", "giai đoạn 2021-2025"; "trong năm" and "cả năm" are the plan's.
  private mutating func readYears() {
    let word = tokens[index]
    index += 1
    if case .number(let year, 4) = token(0) {
      index += 1
      appendYears(from: year)
    } else if word == .word("nam"), index >= 2,
      [.word("trong"), .word("ca")].contains(tokens[index - 2])
    {
      spans.append(TaskDueSpan(months: 1...12))
    } else if word == .word("nam"), index >= 2, tokens[index - 2] == .word("cuoi") {
      spans.append(TaskDueSpan(months: 12...12, day: 31))
    }
  }

  private mutating func appendYears(from year: Int) {
    guard (1990...2100).contains(year) else { return }
    var span = TaskDueSpan(months: 1...12, year: year)
    if token(0) == .sign("-"), case .number(let last, 4) = token(1), last >= year, last <= 2100 {
      span.lastYear = last
      index += 2
    }
    spans.append(span)
  }

  /// A date, "6 tháng đầu năm 2024", "06/2024", or a year alone.
  private mutating func readNumber(_ number: Int, _ digits: Int) {
    index += 1
    if digits == 4 {
      appendYears(from: number)
    } else if digits <= 2, let sign = token(0),
      [.sign("/"), .sign("-"), .sign(".")].contains(sign),
      case .number(let month, let monthDigits) = token(1)
    {
      index += 2
      readDate(number, sign, month, monthDigits)
    } else if token(0) == .word("thang"), let half = token(1) {
      readHalf(number, half)
    }
  }

  private mutating func readDate(_ day: Int, _ sign: Token, _ month: Int, _ digits: Int) {
    if digits == 4 {
      // "06/2024".
      guard (1...12).contains(day) else { return }
      spans.append(TaskDueSpan(months: day...day, year: month))
      return
    }
    guard (1...12).contains(month), (1...31).contains(day) else { return }
    var span = TaskDueSpan(months: month...month, day: day)
    if token(0) == sign, case .number(let year, 4) = token(1) {
      index += 2
      span.year = year
    } else {
      span.year = takeYear()
      // "3-6" without a year is no date.
      guard span.year != nil || sign == .sign("/") else { return }
    }
    spans.append(span)
  }

  /// "6 tháng đầu năm", "3 tháng cuối năm"; "25 tháng 12 năm 2024" is a date.
  private mutating func readHalf(_ number: Int, _ half: Token) {
    if case .number(let month, let digits) = half, digits <= 2, (1...12).contains(month),
      (1...31).contains(number)
    {
      index += 2
      spans.append(TaskDueSpan(months: month...month, day: number, year: takeYear()))
      return
    }
    guard (1...11).contains(number), half == .word("dau") || half == .word("cuoi") else { return }
    index += 2
    let months = half == .word("dau") ? 1...number : (13 - number)...12
    spans.append(TaskDueSpan(months: months, year: takeYear()))
    if token(0) == .word("nam") { index += 1 }
  }

  private func token(_ offset: Int) -> Token? {
    tokens.indices.contains(index + offset) ? tokens[index + offset] : nil
  }
}
