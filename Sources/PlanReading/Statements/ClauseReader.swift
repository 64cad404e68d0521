// Which words belong to which quantity: of a sentence with several, each has its own stretch.

/// Parts sentences among their quantities.
struct ClauseReader {
  /// The words of a statement.
  struct Clause {
    /// The sentence between full stops and semicolons.
    let sentence: Range<Int>
    /// The quantity's own words: what is measured.
    let own: Range<Int>
    /// What is quoted: its own words with the figure.
    let window: Range<Int>
  }

  /// No sentence of a plan comes near to this many words; of a text that is none, time stays bounded.
  static let reach = 250

  let passage: Passage
  let words: [Word]
  let quantities: [Quantity]

  /// The words of a quantity.
  func clause(of index: Int) -> Clause {
    let quantity = quantities[index]
    var sentence = sentence(around: quantity.anchor)
    if let list = quantity.list {
      sentence = self.sentence(around: list).lowerBound..<sentence.upperBound
    }
    var start = sentence.lowerBound
    var end = sentence.upperBound
    // A date parts nothing: what is due is told around it.
    func counts(_ other: Quantity) -> Bool {
      sentence.contains(other.anchor) && (other.kind != .deadline || quantity.kind == .deadline)
    }
    let before = quantities[..<index].reversed().prefix {
      $0.anchor >= sentence.lowerBound
    }.first(where: counts)
    let after = quantities[(index + 1)...].prefix { $0.anchor < sentence.upperBound }
      .first(where: counts)
    if let list = quantity.list {
      // Members of a list share what stands before it.
      start = sharedStart(list, of: index, sentence)
      end = listEnd(index, sentence)
      let window = start..<max(end, quantity.words.upperBound)
      return Clause(sentence: sentence, own: start..<end, window: window)
    }
    if let before {
      let boundary = boundary(before, quantity)
      let letters = words[min(boundary, quantity.lead)..<quantity.lead].filter {
        $0.skeleton.utf8.count > 1
      }
      // "tốc độ trên 1 Gbps đạt trên 65%": the subject holds a number of its own.
      start = quantity.isSubjectBefore && letters.isEmpty ? start : max(start, boundary)
    }
    if quantity.isInBrackets {
      end = min(end, quantity.words.upperBound + 1)
    } else if let after, after.isInBrackets {
      end = min(end, after.lead - 1)
    } else if let after, after.list == nil {
      end = min(end, boundary(quantity, after))
    }
    if let after, let list = after.list, list > quantity.words.upperBound {
      end = min(end, breakBehind(quantity.words.upperBound, list))
    }
    start = min(start, quantity.lead)
    end = max(end, quantity.words.upperBound)
    if quantity.isSubjectBefore { start = max(start, subjectStart(quantity, start)) }
    return Clause(sentence: sentence, own: start..<end, window: start..<end)
  }

  /// Between full stops and semicolons.
  func sentence(around index: Int) -> Range<Int> {
    var start = index
    while start > 0, index - start < ClauseReader.reach, !isEnd(start - 1) { start -= 1 }
    var end = index
    while end < words.count, end - index < ClauseReader.reach {
      end += 1
      if isEnd(end - 1) { break }
    }
    return start..<min(end, words.count)
  }

  private func isEnd(_ index: Int) -> Bool {
    if words[index].isSign(";") || endsPiece(index) { return true }
    // " - Tỷ lệ": an item of a list whose lines are lost.
    if words[index].isSign("-"), index > 0, index + 1 < words.count, words[index - 1].number == nil,
      words[index + 1].isPercent
        || (words[index + 1].isCapital && ClauseReader.openings.contains(words[index + 1].skeleton))
    {
      return true
    }
    // A full stop ends a sentence; one behind an abbreviation or in front of a small letter does not.
    guard words[index].isSign(".") else { return false }
    guard index + 1 < words.count else { return true }
    let next = words[index + 1]
    return next.isCapital || next.number != nil || next.kind == .sign("-") || next.isSign("+")
  }

  /// What items that tell a target begin with.
  private static let openings: Set<String> = [
    "ty", "ti", "phan", "toi", "it", "tren", "muc", "chi", "giam", "tang", "hoan", "bao", "dam",
  ]

  /// Paragraphs of one cell stand on one line, and parts of a wrapped cell on several.
  private func endsPiece(_ index: Int) -> Bool {
    guard index + 1 < words.count, words[index].piece != words[index + 1].piece else {
      return false
    }
    let pieces = passage.pieces
    let next = words[index + 1].piece
    return !pieces[next].continues && pieces[next].line == pieces[words[index].piece].line
  }

  /// Where one quantity's words end and the next one's begin.
  private func boundary(_ first: Quantity, _ second: Quantity) -> Int {
    let from = first.words.upperBound
    let to = max(from, second.lead)
    guard from < to else { return to }
    if second.isInBrackets { return from }
    if second.isSubjectBefore { return subjectBegin(from, to) ?? breakBehind(from, to) }
    // "100% X ... và 50% Y": the second begins at its own figure, with the verb right before it.
    var at = to
    while at > from,
      ["giam", "tang", "cat", "them", "thieu", "dam", "bao", "phan", "dau", "co", "hoan", "thanh"]
        .contains(words[at - 1].skeleton)
    {
      at -= 1
    }
    return at
  }

  /// Where the last subject between two figures begins: "tỷ lệ", "mức độ", "chỉ số".
  private func subjectBegin(_ from: Int, _ to: Int) -> Int? {
    guard from + 1 < to else { return nil }
    for index in (from..<(to - 1)).reversed() {
      let pair = words[index].skeleton + " " + words[index + 1].skeleton
      if ["ty le", "ti le", "muc do", "chi so", "ty trong"].contains(pair), index > from,
        words[index - 1].isSign(",") || ["va", "thoi", "do"].contains(words[index - 1].skeleton)
      {
        return index
      }
    }
    return nil
  }

  /// The first comma or "và" behind a quantity whose own words stand before it; else right behind.
  private func breakBehind(_ from: Int, _ to: Int) -> Int {
    guard from < to else { return to }
    for index in from..<to {
      if words[index].isSign(",") || words[index].isSign(":") || words[index].isSign("(") {
        return index + 1
      }
      if words[index].skeleton == "va", index == from { return index + 1 }
      if words[index].skeleton == "trong", index + 1 < to,
        ["do", "so"].contains(words[index + 1].skeleton)
      {
        return index
      }
    }
    return from
  }

  /// Behind a colon, or "trong đó", where a subject follows it.
  private func subjectStart(_ quantity: Quantity, _ start: Int) -> Int {
    guard start < quantity.lead else { return start }
    for index in (start..<quantity.lead).reversed() where words[index].isSign(":") {
      let between = words[(index + 1)..<quantity.lead].filter { $0.kind == .letters }
      if between.count > 3 { return index + 1 }
    }
    return start
  }

  private func sharedStart(_ list: Int, of index: Int, _ sentence: Range<Int>) -> Int {
    var start = sentence.lowerBound
    for quantity in quantities[..<index].reversed()
      .prefix(while: { $0.anchor >= sentence.lowerBound })
    where quantity.list == nil && quantity.words.upperBound <= list {
      start = max(start, breakBehind(quantity.words.upperBound, list))
    }
    return start
  }

  /// The end of the list's last member, with what follows if nothing parts it.
  private func listEnd(_ index: Int, _ sentence: Range<Int>) -> Int {
    var last = index
    while last + 1 < quantities.count, quantities[last + 1].list == quantities[index].list {
      last += 1
    }
    guard last + 1 < quantities.count, sentence.contains(quantities[last + 1].anchor) else {
      return sentence.upperBound
    }
    return max(quantities[last].words.upperBound, boundary(quantities[last], quantities[last + 1]))
  }
}
