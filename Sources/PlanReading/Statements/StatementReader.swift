// From the quantities of a passage to statements: whose words are whose, what is measured, for whom, till
// when.

import IndicatorModel

/// Reads the statements of passages.
struct StatementReader {
  let linker: IndicatorLinker
  /// Years of the plan.
  let years: ClosedRange<Int>?
  /// Whether the text is of an engine without Vietnamese.
  let isBad: Bool

  /// Statements of a passage.
  ///
  /// - Parameters:
  ///   - words: its words.
  ///   - context: where it stands.
  ///   - surroundings: words of headings and cells that it stands under.
  ///   - isNote: whether it is a footnote, whose numbers are references.
  ///   - piece: the piece from which quantities are read; what is before leads to them only.
  /// - Returns: statements in the order of the passage.
  func read(
    _ words: Words, in context: SectionContext, surroundings: [Word] = [], isNote: Bool = false,
    from piece: Int = 0
  ) -> [PlanTarget] {
    let list = words.list
    let counts = [.goals, .tasks, .none].contains(context.role)
    let finder = QuantityFinder(words: list, countsThings: counts && !isNote)
    let found = MeasureReader(words: list).measured(ListReader(words: list).paired(finder.find()))
    guard !found.isEmpty else { return [] }
    var targets: [PlanTarget] = []
    let around = Folded(surroundings)
    var tense = context.isOfGoals ? FactReader.Tense.goal : .fact
    for (index, quantity) in found.enumerated() where list[quantity.anchor].piece >= piece {
      let statement = ClauseReader(passage: words.passage, words: list, quantities: found).clause(
        of: index)
      // Outside of sections a tense holds for the whole sentence up to its full stop.
      let start =
        context.role == .none
        ? fullStop(list, before: statement.sentence.lowerBound) : statement.sentence.lowerBound
      let said = FactReader(years: years, isBad: isBad).tense(
        list, quantity, start..<statement.sentence.upperBound,
        inSection: context.role == .goals || context.role == .tasks)
      if said != .unsaid || context.role != .none {
        tense = said == .unsaid ? .goal : said
      }
      var read = self.targets(
        quantity, statement, words, context, around,
        isNote: isNote || context.role == .results || tense == .fact)
      let isOfPart = isOfPart(quantity, statement, list)
      if let whole = targets.last, read.count == 1, read[0].indicator == nil,
        whole.indicator != nil,
        isElliptic(quantity, statement, list) || isOfPart,
        whole.unit == read[0].unit || whole.area == .index
      {
        if isOfPart { read[0].scope = read[0].subject }
        read[0].indicator = whole.indicator
        read[0].area = whole.area
        read[0].subject = whole.subject
        read[0].confidence = whole.confidence
        // "trên 98%, trong đó cấp tỉnh 99%" compares the whole only.
        if quantity.comparator == nil, !Folded(list[statement.own]).contains("trong do") {
          read[0].comparator = whole.comparator
        }
      }
      targets.append(contentsOf: read)
    }
    return targets
  }

  /// "90% hồ sơ tại cấp tỉnh, 80% tại cấp huyện", "trong đó cấp tỉnh 99%": nothing but a level beside the
  /// figure.
  private func isElliptic(_ quantity: Quantity, _ clause: ClauseReader.Clause, _ list: [Word])
    -> Bool
  {
    let next = quantity.words.upperBound
    if next < list.count, LevelReader.level(list, at: next) != nil { return true }
    if next < list.count, ["tai", "o"].contains(list[next].skeleton),
      LevelReader.level(list, at: next + 1) != nil
    {
      return true
    }
    return !list[clause.own].contains { word in
      word.kind == .letters && word.skeleton.utf8.count > 1
        && !StatementReader.empty.contains(word.skeleton)
    }
  }

  /// "riêng lĩnh vực đất đai đạt 85%": a part of what was said before.
  private func isOfPart(_ quantity: Quantity, _ clause: ClauseReader.Clause, _ list: [Word]) -> Bool
  {
    guard quantity.isSubjectBefore, clause.own.lowerBound < quantity.lead,
      list[clause.own.lowerBound].skeleton == "rieng"
    else { return false }
    let folded = Folded(list[clause.own.lowerBound..<quantity.lead])
    return !["ty le", "ti le", "chi so", "so luong", "muc do"].contains { folded.contains($0) }
  }

  /// Words that name no subject.
  static let empty = LevelReader.names.union([
    "trong", "do", "o", "tai", "doi", "voi", "rieng", "dat", "tu", "tren", "toi", "thieu", "it",
    "nhat",
    "tro", "len", "va", "la", "lan", "luot", "tuong", "ung", "duoi", "ket", "qua", "phan", "dau",
    "gia", "tri",
    "tong", "diem", "thanh", "pho", "quan", "vao", "nam", "den", "cuoi", "het", "giai", "doan",
  ])

  /// Targets of one quantity whose words are known: one, or one an index that a list names.
  func targets(
    _ quantity: Quantity, _ clause: ClauseReader.Clause, _ words: Words, _ context: SectionContext,
    _ surroundings: Folded, isNote: Bool
  ) -> [PlanTarget] {
    let list = words.list
    let (quote, lines) = words.quote(clause.window, around: quantity.anchor)
    var target = PlanTarget(
      lineFrom: lines.lowerBound, lineTo: lines.upperBound,
      area: context.area ?? context.subject ?? .steering,
      quote: quote)
    target.kind = isNote && quantity.kind == .target ? .reference : quantity.kind
    target.section = context.numbers
    target.value = quantity.value
    target.valueHigh = quantity.high
    target.comparator =
      quantity.value == nil
      ? nil : quantity.comparator ?? (quantity.unit == .rank ? .atMost : .equal)
    target.unit = quantity.unit
    target.measure = quantity.measure
    target.group = quantity.group
    target.level =
      quantity.level
      ?? LevelReader.level(
        list, in: clause.window, hasDistricts: years.map { $0.upperBound < 2026 } ?? true)
    if quantity.unit == .rank { target.level = .uncut }
    if quantity.measure != .level {
      // The base may be said once, behind the last of several changes.
      let rest =
        clause.sentence
        .lowerBound..<min(
          clause.sentence.upperBound + ClauseReader.reach, list.count)
      target.baselineYear =
        PeriodReader.baseline(list, in: clause.sentence, plan: years)
        ?? PeriodReader.baseline(list, in: rest, plan: years)
    }
    (target.periodStart, target.periodEnd) = PeriodReader.period(
      list, in: fullStop(list, before: clause.window.lowerBound)..<clause.window.upperBound,
      at: quantity.anchor, plan: years, section: context.years)
    if target.kind == .reference,
      let year = PeriodReader.pastYear(
        list, in: fullStop(list, before: clause.window.lowerBound)..<quantity.words.lowerBound,
        plan: years)
    {
      (target.periodStart, target.periodEnd) = (year, year)
    }
    target.subject = subject(quantity, clause, words)
    return linked(target, quantity, clause, list, context, surroundings)
  }

  /// One target, or one an index where a list of indices shares the figure.
  private func linked(
    _ input: PlanTarget, _ quantity: Quantity, _ clause: ClauseReader.Clause, _ list: [Word],
    _ context: SectionContext, _ surroundings: Folded
  ) -> [PlanTarget] {
    let indices = indices(quantity, clause, list)
    if [.rank, .points, nil].contains(quantity.unit) || quantity.group != nil, !indices.isEmpty,
      quantity.kind != .deadline
    {
      return indices.map { index in
        var target = input
        target.indicator = index.code
        target.level = .uncut
        target.area = .index
        target.unit = quantity.unit ?? (quantity.value == nil ? nil : index.unit)
        target.confidence = isBad ? 0.85 : 0.95
        return target
      }
    }
    guard quantity.unit != nil || quantity.group != nil || quantity.kind == .deadline else {
      return []
    }
    var target = input
    let link = linker.link(
      .init(
        own: Folded(list[clause.own]), clause: Folded(list[clause.sentence]),
        surroundings: surroundings.joined(
          with: list[
            fullStop(list, before: clause.sentence.lowerBound)..<clause.sentence.lowerBound]),
        unit: quantity.unit, measure: quantity.measure))
    if quantity.unit == .rank || quantity.unit == .points, link == nil,
      !isAboutIndices(context, list, clause)
    {
      return []
    }
    target.indicator = link?.code
    // "cấp tỉnh" is part of an index's name.
    if link?.area == .index, target.level == .province { target.level = .uncut }
    target.area = area(context, link, list, clause)
    target.confidence = (link?.confidence ?? 0.4) * (isBad ? 0.9 : 1)
    if quantity.unit == .count, link?.unit == .people { target.unit = .people }
    return [target]
  }

  /// The first word of the sentence up to its full stop, semicolons passed over.
  private func fullStop(_ list: [Word], before index: Int) -> Int {
    var start = index
    while start > 0, index - start < ClauseReader.reach, !list[start - 1].isSign(".") { start -= 1 }
    return start
  }

  /// Whether ranks and points are those of an index, though the catalog may not know which.
  private func isAboutIndices(
    _ context: SectionContext, _ list: [Word], _ clause: ClauseReader.Clause
  ) -> Bool {
    context.areas == [.index] || context.subject == .index
      || Folded(list[clause.sentence]).contains("chi so")
  }

  /// The indices that a rank is about: of its own words, else of what was said before, as in "PAR INDEX đạt
  /// 90% và xếp trong nhóm 15 tỉnh".
  private func indices(
    _ quantity: Quantity, _ clause: ClauseReader.Clause, _ list: [Word]
  ) -> [IndicatorLinker.Link] {
    let own = linker.indices(list[clause.own])
    guard own.isEmpty, quantity.unit == .rank || quantity.unit == nil || quantity.unit == .points
    else {
      return own
    }
    let before =
      clause.sentence.lowerBound..<max(clause.sentence.lowerBound, quantity.words.lowerBound)
    let sentence = linker.indices(list[before])
    if !sentence.isEmpty { return Array(sentence.suffix(1)) }
    return Array(
      linker.indices(list[..<clause.sentence.lowerBound].suffix(ClauseReader.reach)).suffix(1))
  }

  /// An index's by its indicator, else the section's, else the indicator's.
  ///
  /// A section on several areas, or on the indices, leaves it to the indicator.
  private func area(
    _ context: SectionContext, _ link: IndicatorLinker.Link?, _ list: [Word],
    _ clause: ClauseReader.Clause
  ) -> Area {
    if link?.area == .index { return .index }
    if context.areas.isEmpty, let subject = context.subject, subject != .index { return subject }
    if let area = link?.area {
      if context.areas.isEmpty || context.areas.contains(area) { return area }
      if context.areas == [.index] { return area }
    }
    let own = Folded(list[clause.own])
    let likely = AreaWords.likelyArea(of: own)
    if let likely, context.areas.count > 1, context.areas.contains(likely) { return likely }
    if let area = context.area ?? link?.area { return area }
    if context.subject == .index, own.contains("chi so") || own.contains("diem") { return .index }
    return likely ?? .steering
  }

  /// The statement's words without the figure and its lead.
  private func subject(
    _ quantity: Quantity, _ clause: ClauseReader.Clause, _ words: Words
  ) -> String {
    let before =
      clause.own.lowerBound..<max(clause.own.lowerBound, min(quantity.lead, clause.own.upperBound))
    var behind = quantity.words.upperBound
    if behind + 1 < words.list.count, words.list[behind].skeleton == "tro",
      ["len", "xuong"].contains(words.list[behind + 1].skeleton)
    {
      behind += 2
    }
    let from = min(max(behind, clause.own.lowerBound), clause.own.upperBound)
    var parts: [String] = []
    for range in quantity.isSubjectBefore
      ? [before, from..<clause.own.upperBound] : [from..<clause.own.upperBound, before]
    {
      let text = words.spelled(range).trimmingSigns
      if !text.isEmpty { parts.append(text) }
      if parts.count == 1, text.utf8.count > 24 { break }
    }
    return parts.joined(separator: " ").capitalisedFirst
  }
}

extension String {
  /// Without signs and white space at its ends.
  var trimmingSigns: String {
    func isSign(_ scalar: Unicode.Scalar) -> Bool {
      " ,;.:-–()…/|*".unicodeScalars.contains(scalar)
    }
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !isSign($0) }),
      let last = scalars.lastIndex(where: { !isSign($0) })
    else { return "" }
    return String(self[first...last])
  }

  /// With a capital at its beginning.
  var capitalisedFirst: String {
    guard let first else { return self }
    return first.uppercased() + dropFirst()
  }
}
