// Finds the numbers of a passage that count something: percents, points, counts, spans of time and speed.
// Ranks are found by RankFinder.

import IndicatorModel

/// Finds quantities.
struct QuantityFinder {
  let words: [Word]
  /// Whether counts without a comparator are told apart from numbers by what they count.
  let countsThings: Bool

  /// All quantities of a passage, in order; ranks and groups among them.
  func find() -> [Quantity] {
    var found: [Quantity] = []
    var index = 0
    while index < words.count {
      if let quantity = rank(at: index) ?? deadline(at: index) ?? quantity(at: index) {
        found.append(quantity)
        index = max(index + 1, quantity.words.upperBound)
      } else {
        index += 1
      }
    }
    return found
  }

  private func rank(at index: Int) -> Quantity? {
    RankFinder(words: words).rank(at: index, from: clauseStart(index))
  }

  /// The first word behind the sign that parts the clause from the one before.
  func clauseStart(_ index: Int) -> Int {
    var start = index
    while start > 0, index - start < ClauseReader.reach {
      let before = words[start - 1]
      if before.isSign(";") || before.isSign("(") || before.isSign("+") { break }
      if before.isSign("."),
        start >= words.count || words[start].isCapital || words[start].number != nil
      {
        break
      }
      start -= 1
    }
    return start
  }

  /// "trước ngày 15/12/2025", "chậm nhất ngày 15/12/2025".
  private func deadline(at index: Int) -> Quantity? {
    guard case .date = words[index].kind else { return nil }
    var lead = index
    while lead > 0, ["ngay", "la", "den", "het"].contains(skeleton(lead - 1)) { lead -= 1 }
    guard lead > 0,
      skeleton(lead - 1) == "truoc" || skeleton(lead - 1) == "nhat" && skeleton(lead - 2) == "cham"
    else { return nil }
    var quantity = Quantity(words: index..<(index + 1), lead: lead - 1, anchor: index)
    quantity.kind = .deadline
    quantity.isSubjectBefore = true
    return quantity
  }

  private func quantity(at index: Int) -> Quantity? {
    guard let value = words[index].number else { return half(at: index) }
    let (high, end) = span(from: index)
    let isPercent = words[index].isPercent || (high != nil && words[end - 1].isPercent)
    let reading = ComparatorReader.read(words, at: index, end: end, from: clauseStart(index))
    var quantity = Quantity(words: index..<end, lead: reading.lead, anchor: index, value: value)
    quantity.high = high
    quantity.isSubjectBefore = reading.hasPredicate
    quantity.comparator = high != nil ? .between : reading.comparator
    guard let (unit, length) = isPercent ? (.percent, 0) : unit(at: index, end, reading) else {
      return nil
    }
    quantity.unit = unit
    quantity.words = index..<(end + length)
    if reading.lead > 0, words[reading.lead - 1].isSign("("),
      words[(end + length)..<min(end + length + 4, words.count)].contains(where: { $0.isSign(")") })
    {
      quantity.isInBrackets = true
      quantity.isSubjectBefore = true
    }
    if reading.hasFrom, high == nil, isStartOfPath(end) { return nil }
    if reading.isEndOfChange { quantity.lead = startOfPath(before: quantity.lead) }
    if unit == .days { return time(quantity, reading) }
    return quantity
  }

  /// "từ A% lên B%", "từ 20 sở xuống còn 14 sở" are paths to B; their start is a fact.
  private func isStartOfPath(_ end: Int) -> Bool {
    for index in end..<min(end + 4, words.count) {
      guard words[index].kind == .letters, words[index].skeleton != "tro" else { return false }
      guard ["len", "xuong", "con"].contains(words[index].skeleton) else { continue }
      return words[(index + 1)..<min(index + 3, words.count)].contains { $0.number != nil }
    }
    return false
  }

  /// Where "từ 20 sở" begins that stands right before "xuống còn 14 sở"; else the lead itself.
  private func startOfPath(before lead: Int) -> Int {
    let from = max(0, lead - 6)
    guard let start = words[from..<lead].lastIndex(where: { $0.skeleton == "tu" }),
      words[(start + 1)..<lead].contains(where: { $0.number != nil }),
      !words[start..<lead].contains(where: \.partsClauses)
    else { return lead }
    return start
  }

  /// "cắt giảm một nửa thời gian", "ít nhất một nửa số xã".
  private func half(at index: Int) -> Quantity? {
    guard words[index].skeleton == "mot", skeleton(index + 1) == "nua" else { return nil }
    let reading = ComparatorReader.read(words, at: index, end: index + 2, from: clauseStart(index))
    guard
      reading.comparator != nil
        || ["giam", "ngan", "tang"].contains(skeleton(reading.lead - 1))
    else { return nil }
    var quantity = Quantity(
      words: index..<(index + 2), lead: reading.lead, anchor: index, value: 50)
    quantity.unit = .percent
    quantity.comparator = reading.comparator
    quantity.isSubjectBefore = reading.hasPredicate
    return quantity
  }

  /// "từ 02 đến 03", "70-80%", "50% đến 60%": the upper bound, and the word behind it.
  private func span(from index: Int) -> (high: Double?, end: Int) {
    let next = index + 1
    guard next + 1 < words.count, let high = words[next + 1].number, let low = words[index].number,
      high > low
    else { return (nil, next) }
    let isDash = words[next].isSign("-") || words[next].isSign("–")
    let isTo =
      words[next].skeleton == "den"
      || (words[next].skeleton.hasPrefix("d") && words[next].skeleton.hasSuffix("n") && index > 0
        && words[index - 1].skeleton == "tu")
    guard isDash || isTo else { return (nil, next) }
    if PeriodReader.year(words[index]) != nil || PeriodReader.year(words[next + 1]) != nil {
      return (nil, next)
    }
    return (high, next + 2)
  }

  // MARK: - Units

  /// What a number without a percent sign counts, and how many words say so; nil if nothing.
  private func unit(
    at index: Int, _ end: Int, _ reading: ComparatorReader.Reading
  ) -> (Unit?, Int)? {
    guard PeriodReader.year(words[index]) == nil, !isNumbering(index) else { return nil }
    let next = skeleton(end)
    let second = skeleton(end + 1)
    switch next {
    case "phan" where second == "tram": return (.percent, 2)
    case "diem":
      if second == "phan" { return (.percent, 3) }
      // "28 điểm hỗ trợ" are places.
      if words.indices.contains(end + 1), words[end + 1].kind == .letters,
        !["tro", "va", "tren", "theo", "trong", "so", "xep", "thuoc"].contains(second)
      {
        return count(index, end, reading)
      }
      return ["cau", "den", "tiep", "truy"].contains(second) ? nil : (.points, 1)
    case "gbps", "gb", "gbit": return (.gbps, 1)
    case "ngay":
      return isTime(reading) ? (.days, second == "lam" ? 3 : 1) : nil
    case "":
      // A bare number at the end of a clause: an index's own unit, as "DTI đạt 0,75".
      return (reading.hasPredicate || reading.comparator != nil) && isIndexBefore(index)
        ? (nil, 0) : nil
    case "tro" where reading.hasFrom || reading.hasPredicate:
      return isIndexBefore(index) ? (nil, 0) : nil
    default: return count(index, end, reading)
    }
  }

  private func skeleton(_ index: Int) -> String {
    words.indices.contains(index) ? words[index].skeleton : ""
  }

  /// Numbers that belong to a name: "mức độ 4", "Nghị quyết số 12", "Đề án 06", "nhóm 3", "Điều 2".
  private func isNumbering(_ index: Int) -> Bool {
    guard index > 0 else { return false }
    let before = words[index - 1]
    let second = index > 1 ? words[index - 2].skeleton : ""
    if before.skeleton == "do" && (second == "muc" || second == "cap") { return true }
    if before.skeleton == "an" && second == "de" { return true }
    if before.skeleton == "so" {
      return [
        "dinh", "quyet", "thi", "hoach", "tu", "luan", "cong", "van", "luat", "dien", "trinh",
      ]
      .contains(second)
    }
    return [
      "nhom", "dieu", "khoan", "muc", "loai", "ngay", "thang", "quy", "iso", "khoa", "phien",
      "bang",
      "bieu", "luc", "hang", "bac", "cap", "giai", "lan", "tuoi", "b", "a", "c",
    ].contains(before.skeleton)
  }

  private func isIndexBefore(_ index: Int) -> Bool {
    let start = clauseStart(index)
    return words[start..<index].contains { RankFinder.indexNames.contains($0.skeleton) }
      || Folded(words[start..<index]).contains("chi so")
  }

  // MARK: - Time

  private func isTime(_ reading: ComparatorReader.Reading) -> Bool {
    reading.comparator != nil || reading.hasPredicate || isDeadline(reading.lead)
      || isCut(reading)
  }

  /// Whether "giảm" or "rút ngắn" stands right before.
  private func isCut(_ reading: ComparatorReader.Reading) -> Bool {
    ["giam", "ngan"].contains(skeleton(reading.lead - 1))
  }

  private func isDeadline(_ lead: Int) -> Bool {
    let before = words[max(0, lead - 4)..<max(lead, 0)].map(\.skeleton)
    return !Set(before).isDisjoint(with: ["sau", "truoc", "trong", "vong", "han", "cham", "qua"])
  }

  /// "chậm nhất sau 10 ngày" is a deadline, "thời gian chờ không quá 2 ngày" a target; a time limit that
  /// only says which cases are meant is neither.
  private func time(_ input: Quantity, _ reading: ComparatorReader.Reading) -> Quantity? {
    var quantity = input
    let start = clauseStart(quantity.anchor)
    let before = Folded(words[start..<quantity.anchor])
    let behind = Folded(
      words[quantity.words.upperBound..<min(quantity.words.upperBound + 4, words.count)])
    if before.contains("cham nhat") || before.contains("truoc") || behind.contains("ke tu")
      || before.contains("trong vong") || before.contains("thoi han")
    {
      if before.contains("co quy dinh") || behind.contains("tro len") { return nil }
      quantity.kind = .deadline
      quantity.comparator = .atMost
      return quantity
    }
    // "giảm 2 ngày", "rút ngắn tối thiểu 2 ngày".
    if isCut(reading) { return quantity }
    guard before.contains("thoi gian"),
      reading.comparator == .atMost || reading.comparator == .lessThan
    else { return nil }
    return quantity
  }

  // MARK: - Counts

  /// Counted things behind a number.
  private func count(
    _ index: Int, _ end: Int, _ reading: ComparatorReader.Reading
  ) -> (Unit?, Int)? {
    guard let first = words.indices.contains(end) ? words[end] : nil, first.kind == .letters else {
      return nil
    }
    let pair = first.skeleton + " " + skeleton(end + 1)
    if Counted.never.contains(first.skeleton), !Counted.peoplePairs.contains(pair) { return nil }
    if words[index].number.map({ $0 != $0.rounded() }) ?? true { return nil }
    if Counted.neverPairs.contains(pair) { return nil }
    let isPeople = Counted.people.contains(first.skeleton) || Counted.peoplePairs.contains(pair)
    let isThing = isPeople || Counted.things.contains(first.skeleton)
    let isChange = ["giam", "tang", "them", "gian"].contains(skeleton(reading.lead - 1))
    let isCompared = reading.comparator != nil || isChange || reading.isEndOfChange
    if words[max(0, reading.lead - 2)..<reading.lead].contains(where: { $0.skeleton == "gom" }) {
      return nil
    }
    guard isCompared || (isThing && countsThings && !isPlain(index) && isOrdered(index)) else {
      return nil
    }
    // "trên 02 lĩnh vực" compares nothing that is counted among goals.
    guard isThing || reading.comparator != .moreThan || first.isCapital == false else { return nil }
    return (isPeople ? .people : .count, 0)
  }

  /// "tổ chức 02 hội nghị", "13 trung tâm hoàn thành": something done to them, or the figure first.
  private func isOrdered(_ index: Int) -> Bool {
    let start = clauseStart(index)
    let before = words[max(start, index - 7)..<index]
    return index - start < 3 || before.contains { Counted.verbs.contains($0.skeleton) }
  }

  /// Numbers of things that stand there as facts: in brackets of a list of bases, "gồm 06 lĩnh vực".
  private func isPlain(_ index: Int) -> Bool {
    let before = words[max(0, index - 3)..<index].map(\.skeleton)
    return !Set(before).isDisjoint(with: ["gom", "du", "hien", "tong", "theo"])
  }
}

/// What plans count.
enum Counted {
  /// What is done to things that are counted.
  static let verbs: Set<String> = [
    "chuc", "dung", "lap", "thanh", "hanh", "khai", "dung", "tri", "giam", "co", "dat", "them",
    "tang", "mo",
    "huan", "tao", "tra", "hoa", "rong", "cap", "tro", "trien", "bo", "soat", "nhan", "ly", "tai",
    "xay", "phat",
    "dang", "viet", "ap", "duong", "chon", "chua", "hut", "lap", "gian",
  ]
  /// Never counted: time, ages, names of levels and parts.
  static let never: Set<String> = [
    "nam", "thang", "quy", "tuan", "gio", "phut", "tuoi", "cap", "linh", "noi", "khau", "buoc",
    "chieu", "nhom", "phan", "dong", "trieu", "ty", "ngay", "va", "den", "tai", "cua", "theo",
    "trong",
    "km", "m", "ha", "muc", "thu",
  ]
  static let neverPairs: Set<String> = ["tieu chi", "chi so", "bo chi", "nguyen tac", "chinh sach"]
  static let people: Set<String> = ["nguoi", "bien"]
  static let peoplePairs: Set<String> = [
    "can bo", "cong chuc", "vien chuc", "hoc vien", "luot can", "luot cong", "lao dong",
    "luot nguoi", "giao vien", "cap pho",
  ]
  static let things: Set<String> = [
    "cuoc", "lop", "truong", "tin", "bai", "dot", "phong", "trung", "uy", "ubnd", "tthc", "dvc",
    "dvctt",
    "don", "co", "mo", "sang", "giai", "hoi", "thu", "dich", "de", "du", "quy", "he", "nen", "van",
    "dau",
    "doanh", "hop", "buoi", "chuyen", "san", "to", "khoa",
  ]
}
