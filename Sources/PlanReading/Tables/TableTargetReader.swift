// Targets in tables: told in the words of a cell, or by a name in one column and a figure in another.

import IndicatorModel

/// Reads the targets of tables.
struct TableTargetReader {
  let reader: StatementReader
  let spelling: Spelling?
  let text: PlanText

  /// Targets of a table, row by row.
  ///
  /// - Parameters:
  ///   - table: the table.
  ///   - context: where it stands.
  /// - Returns: statements in the order of the table.
  func read(_ table: PlanTable, in context: SectionContext) -> [PlanTarget] {
    guard table.columns.contains(where: { TableTargetReader.told.contains($0) }) else { return [] }
    var context = context
    context.role = .goals
    var targets: [PlanTarget] = []
    var objective: [Word] = []
    var part = ""
    for row in table.rows {
      let words = row.cells.map { cell in cell.map { Words($0, spelling: spelling) } }
      if row.isHeading {
        let heading = words.compactMap { $0 }.flatMap(\.list)
        let areas = AreaWords.areas(of: Folded(heading))
        if !areas.isEmpty { context.areas = areas }
        part = heading.first.map(\.spelling) ?? part
        continue
      }
      if let index = table.columns.firstIndex(of: .objective), let said = words[index] {
        objective = said.list
      }
      var place = context
      place.numbers = part
      targets.append(contentsOf: figures(row, words, table, place))
      for (column, words) in zip(table.columns, words) {
        guard TableTargetReader.told.contains(column), let words, !isBare(words) else { continue }
        let around = column == .objective ? [] : objective
        targets.append(contentsOf: reader.read(words, in: place, surroundings: around))
      }
    }
    return targets
  }

  /// Columns whose words tell what is to be reached.
  private static let told: Set<PlanTable.Column> = [.objective, .task, .activity, .product]

  // MARK: - A name and a figure

  /// Figures in columns of their own: one target a figure, for the year of its heading.
  private func figures(
    _ row: PlanTable.Row, _ words: [Words?], _ table: PlanTable, _ context: SectionContext
  ) -> [PlanTarget] {
    guard
      let name = table.columns.firstIndex(of: .objective) ?? table.columns.firstIndex(of: .task),
      let subject = row.cells[name]
    else { return [] }
    let unit = table.columns.firstIndex(of: .unit).flatMap { words[$0] }
    var targets: [PlanTarget] = []
    for index in table.columns.indices
    where isFigure(table.columns[index], words[index], index, name) {
      guard let cell = row.cells[index] else { continue }
      let heading = Folded(headingWords(table, index))
      var place = context
      place.years =
        headingWords(table, index).compactMap(PeriodReader.year).last.map { $0...$0 }
        ?? context.years
      let isPast = place.years.map { $0.upperBound < reader.years?.lowerBound ?? Int.min } ?? false
      if isPast || TableTargetReader.done.contains(where: { heading.contains($0) }) {
        place.role = .results
      }
      guard var target = figure(subject, cell, unit, place) else { continue }
      if let level = headingLevel(table, index) { target.level = level }
      if unit == nil, headingWords(table, index).contains(where: { $0.isSign("%") }) {
        target.unit = .percent
      }
      if let run = run(subject, cell) { target.quote = run }
      targets.append(target)
    }
    return targets
  }

  /// A column of figures, or a cell that holds nothing but one.
  private func isFigure(
    _ column: PlanTable.Column, _ words: Words?, _ index: Int, _ name: Int
  ) -> Bool {
    guard index != name, let words else { return false }
    return column == .value || (TableTargetReader.told.contains(column) && isBare(words))
  }

  /// A cell such as "100%", "từ 90% trở lên", without a subject.
  private func isBare(_ words: Words) -> Bool {
    words.list.contains { $0.number != nil } && words.list.count < 9
      && !words.list.contains { word in
        word.kind == .letters && !StatementReader.empty.contains(word.skeleton)
      }
  }

  /// The level that a column of figures is headed with.
  private func headingLevel(_ table: PlanTable, _ index: Int) -> Level? {
    let skeletons = headingWords(table, index).filter { $0.kind == .letters }.map(\.skeleton)
    guard skeletons.count < 4 else { return nil }
    if skeletons.contains("huyen") { return .district }
    if skeletons.contains("xa") { return .commune }
    return skeletons.contains("tinh") || skeletons.contains("so") ? .province : nil
  }

  /// The first column whose cell names something.
  private func nameColumn(_ table: PlanTable, _ words: [Words?]) -> Int? {
    for index in table.columns.indices {
      let isName =
        TableTargetReader.told.contains(table.columns[index]) || table.columns[index] == .other
      if isName, let words = words[index], !isBare(words),
        words.list.contains(where: { $0.kind == .letters })
      {
        return index
      }
    }
    return nil
  }

  /// Headings of what was reached.
  private static let done = ["thuc hien", "ket qua", "th", "uoc", "hien trang"]

  private func headingWords(_ table: PlanTable, _ index: Int) -> [Word] {
    guard table.headings.indices.contains(index) else { return [] }
    let piece = Passage.Piece(line: table.lineFrom, text: table.headings[index], continues: false)
    return Words(Passage([piece]), spelling: spelling).list
  }

  private func figure(
    _ subject: Passage, _ cell: Passage, _ unit: Words?, _ context: SectionContext
  ) -> PlanTarget? {
    let words = Words(subject.followed(by: cell), spelling: spelling)
    let list = words.list
    guard let start = list.firstIndex(where: { $0.piece >= subject.pieces.count }),
      let number = list[start...].firstIndex(where: { $0.number != nil }),
      let value = list[number].number
    else { return nil }
    let reading = ComparatorReader.read(list, at: number, end: number + 1, from: start)
    var quantity = Quantity(
      words: number..<(number + 1), lead: start, anchor: number, value: value)
    quantity.comparator = reading.comparator
    quantity.isSubjectBefore = true
    quantity.unit =
      list[number].isPercent
      ? .percent : self.unit(unit, list[(number + 1)...], name: list[..<start])
    let name = Folded(list[..<start])
    if name.contains("giam") && !name.contains("ty le ho so") { quantity.measure = .decrease }
    let clause = ClauseReader.Clause(
      sentence: 0..<list.count, own: 0..<start, window: 0..<list.count)
    return reader.targets(
      quantity, clause, words, context, Folded(line: context.heading),
      isNote: context.role == .results
    )
    .first
  }

  /// The unit column's word, else the word behind the figure, else what the name says.
  private func unit(_ cell: Words?, _ behind: ArraySlice<Word>, name: ArraySlice<Word>) -> Unit? {
    let words = (cell?.list ?? []) + behind
    let folded = Folded(name)
    if folded.contains("thu hang") || folded.contains("xep hang") || folded.contains("vi tri") {
      return .rank
    }
    if words.isEmpty {
      if name.contains(where: { $0.isSign("%") }) || folded.hasPrefix("ty le") { return .percent }
      if folded.contains("diem") { return .points }
      if folded.hasPrefix("so") { return .count }
    }
    if words.contains(where: { $0.isSign("%") }) { return .percent }
    for word in words where word.kind == .letters {
      switch word.skeleton {
      case "diem": return .points
      case "hang", "bac", "thu": return .rank
      case "nguoi": return .people
      case "ngay": return .days
      case "phan": return .percent
      default: return .count
      }
    }
    return nil
  }

  /// The run of the line from the name to the figure, where both stand on one.
  private func run(_ subject: Passage, _ cell: Passage) -> String? {
    guard let first = subject.pieces.last, let last = cell.pieces.first, first.line == last.line,
      text.lines.indices.contains(first.line - 1)
    else { return nil }
    let line = text.lines[first.line - 1]
    guard let name = line.firstRange(of: first.text),
      let figure = line[name.upperBound...].firstRange(of: last.text)
    else { return nil }
    return Letters.unspaced(line[name.lowerBound..<figure.upperBound]).joined(separator: " ")
  }
}
