// Tells what is to be reached from what was reached: results of earlier years, states, news.

import IndicatorModel

/// Tells facts from goals.
struct FactReader {
  /// The plan's years.
  let years: ClosedRange<Int>?
  /// Whether the text is of an engine without Vietnamese, where "do" may have become "đã".
  let isBad: Bool

  /// What the words around a quantity say of its time.
  enum Tense {
    case goal, fact, unsaid
  }

  /// The tense of a quantity.
  ///
  /// - Parameters:
  ///   - words: words of the passage.
  ///   - quantity: the quantity.
  ///   - sentence: its sentence.
  ///   - inSection: whether it stands in a section of goals or tasks, where "đã" tells which cases are
  ///     meant.
  /// - Returns: the tense; `.unsaid` where no word tells.
  func tense(
    _ words: [Word], _ quantity: Quantity, _ sentence: Range<Int>, inSection: Bool
  ) -> Tense {
    let start = bracket(words, quantity.anchor, sentence) ?? sentence.lowerBound
    let before = start..<max(start, quantity.words.lowerBound)
    let isBound =
      quantity.comparator != nil && quantity.comparator != .equal && quantity.unit != .rank
    if let past = lastPast(words, before, inSection), start > sentence.lowerBound || !isBound {
      if start > sentence.lowerBound || !saysGoal(words, past..<before.upperBound) { return .fact }
    }
    if start > sentence.lowerBound,
      lastPast(
        words, max(sentence.lowerBound, start - 9)..<start, inSection, bases: true) != nil
    {
      return .fact
    }
    if !isBound, opensWithPast(words, sentence.lowerBound) { return .fact }
    if isSetByOthers(words, before) { return .fact }
    if isShareOfMoney(words, quantity, sentence) || isRuleOfOthers(words, quantity, sentence) {
      return .fact
    }
    if isBound && quantity.comparator != .moreThan { return .goal }
    return saysGoal(words, sentence)
      ? .goal : saysFact(words, behind: quantity, sentence, inSection) ? .fact : .unsaid
  }

  /// Whether a passage says that goals follow.
  static func opensGoals(_ words: Words) -> Bool {
    let folded = Folded(words.list)
    return ["muc tieu", "phan dau", "chi tieu", "dat ra"].contains { folded.contains($0) }
  }

  /// Where the brackets around a word begin, behind them; nil where there are none.
  private func bracket(_ words: [Word], _ index: Int, _ sentence: Range<Int>) -> Int? {
    var at = index
    while at > 0, at > index - 40 {
      at -= 1
      if words[at].isSign(")") { return nil }
      if words[at].isSign("(") { return at + 1 }
    }
    return nil
  }

  /// The last word before a figure that says it is past: a year before the plan's, "đã", "năm ngoái".
  private func lastPast(
    _ words: [Word], _ range: Range<Int>, _ inSection: Bool, bases: Bool = false
  ) -> Int? {
    for index in range.reversed() {
      if isPastYear(words, index, bases: bases) { return index }
      if !inSection, words[index].skeleton == "da", isAlready(words[index]),
        range.upperBound - index < 14
      {
        return index
      }
      if saysNow(words, index) { return index }
      let pair =
        words[index].skeleton + " " + (index + 1 < words.count ? words[index + 1].skeleton : "")
      if FactReader.pastPairs.contains(pair) { return index }
    }
    return nil
  }

  /// "năm 2023", "PAR INDEX 2023", "giai đoạn 2016-2020" before the plan; bases and laws are none.
  private func isPastYear(_ words: [Word], _ index: Int, bases: Bool) -> Bool {
    guard let first = years?.lowerBound, index > 0 else { return false }
    if case .years(_, let to) = words[index].kind {
      return to < first && (bases || !isBase(words, index))
    }
    guard let year = PeriodReader.year(words[index]), year < first else { return false }
    let before = words[index - 1].skeleton
    guard before == "nam" || before == "index" || RankFinder.indexNames.contains(before) else {
      return false
    }
    return bases || !isBase(words, index)
  }

  private func isBase(_ words: [Word], _ index: Int) -> Bool {
    let start = words[max(0, index - 7)..<index].lastIndex { $0.isSign("(") } ?? max(0, index - 7)
    let before = words[start..<index].map(\.skeleton)
    let isCompared = before.contains("voi") && (before.contains("so") || before.contains("do"))
    return isCompared
      || !Set(before).isDisjoint(with: ["toan", "luat", "hoach", "dinh", "quyet", "tu"])
  }

  /// "hiện có", "hiện nay", "hiện toàn tỉnh", but not "phát hiện có".
  private func saysNow(_ words: [Word], _ index: Int) -> Bool {
    guard words[index].skeleton == "hien", index + 1 < words.count,
      ["co", "nay", "tai", "toan", "tinh"].contains(words[index + 1].skeleton)
    else { return false }
    return index == 0
      || !["phat", "thuc", "the", "bieu", "xuat"].contains(words[index - 1].skeleton)
  }

  private func isAlready(_ word: Word) -> Bool {
    let spelling = word.spelling.lowercased()
    return spelling == "đã" || spelling == "da"
  }

  /// Words of a wish before the figure or anywhere in its sentence.
  private func saysGoal(_ words: [Word], _ range: Range<Int>) -> Bool {
    let folded = Folded(words[range])
    return FactReader.goals.contains { folded.contains($0) }
  }

  /// "173 xã đã có", "22 hệ thống hiện có": a state, told behind the figure.
  private func saysFact(
    _ words: [Word], behind quantity: Quantity, _ sentence: Range<Int>, _ inSection: Bool
  ) -> Bool {
    let end = min(quantity.words.upperBound + 9, sentence.upperBound)
    guard quantity.words.upperBound < end else { return false }
    let behind = words[quantity.words.upperBound..<end]
    if behind.indices.contains(where: { saysNow(words, $0) }) { return true }
    guard quantity.value != 100 || quantity.unit != .percent else { return false }
    if behind.prefix(4).contains(where: {
      $0.skeleton == "dang" && $0.spelling.lowercased() != "đăng"
    }) {
      return true
    }
    return !isBad && !inSection && behind.contains { $0.skeleton == "da" && isAlready($0) }
  }

  /// "Năm 2021, PAR INDEX đạt 87%; SIPAS đạt 89%": the year holds up to the full stop.
  private func opensWithPast(_ words: [Word], _ index: Int) -> Bool {
    var start = index
    while start > 0, index - start < ClauseReader.reach, !words[start - 1].isSign(".") {
      start -= 1
    }
    return (start..<min(start + 3, words.count)).contains { isPastYear(words, $0, bases: false) }
  }

  /// "Chỉ tiêu Chính phủ giao cho cả nước là 75%".
  private func isSetByOthers(_ words: [Word], _ before: Range<Int>) -> Bool {
    let folded = Folded(words[before])
    return FactReader.others.contains { folded.contains($0) }
  }

  /// "ngân sách tỉnh 84 tỷ đồng, chiếm 66,4%".
  private func isShareOfMoney(_ words: [Word], _ quantity: Quantity, _ sentence: Range<Int>) -> Bool
  {
    let before = words[max(sentence.lowerBound, quantity.lead - 2)..<quantity.words.lowerBound]
    return before.contains { $0.skeleton == "chiem" }
      && Folded(words[sentence.lowerBound..<quantity.lead]).contains("ty dong")
  }

  /// "không quá 05 ngày theo Nghị định số 20": counts and days that another document sets.
  private func isRuleOfOthers(_ words: [Word], _ quantity: Quantity, _ sentence: Range<Int>) -> Bool
  {
    guard [.count, .people, .days].contains(quantity.unit) else { return false }
    let behind = words[
      quantity.words
        .upperBound..<max(
          quantity.words.upperBound, min(quantity.words.upperBound + 9, sentence.upperBound))]
    let folded = Folded(behind)
    return ["theo nghi dinh", "theo luat", "theo quyet dinh", "theo thong tu", "theo dieu"].contains
    {
      folded.contains($0)
    }
  }

  private static let others = [
    "muc tieu chinh phu", "chi tieu chinh phu", "muc tieu cua chinh phu", "chi tieu cua chinh phu",
    "muc tieu trung uong", "chi tieu trung uong", "chi tieu cua trung uong", "cho ca nuoc",
    "binh quan ca nuoc", "trung binh ca nuoc", "binh quan chung ca nuoc",
  ].map(Folded.Phrase.init)

  private static let pastPairs: Set<String> = [
    "nam ngoai", "cung ky", "thang qua", "nam qua", "truoc do",
    "moi dat", "uoc dat", "duoc biet",
  ]
  private static let goals = [
    "phan dau", "muc tieu", "dat ra", "de ra", "bao dam", "dam bao", "den nam", "den het nam",
    "den cuoi nam", "se", "toi thieu", "it nhat", "tro len",
  ].map(Folded.Phrase.init)
}
