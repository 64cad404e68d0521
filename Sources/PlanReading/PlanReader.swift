// The way from text to a plan: tables apart from prose, prose into passages, passages into statements.

import IndicatorModel

/// Reads plans.
public struct PlanReader: Sendable {
  /// Raised with every change that reads a text otherwise: a plan is read again by a better reader.
  public static let version = "plan reader 2"

  private let places: PlaceFinder
  private let lexicon: Lexicon
  private let linker: IndicatorLinker

  /// A reader that knows a catalog; making it costs more than reading a short plan, so keep it.
  public init(catalog: PlanCatalog) {
    self.places = PlaceFinder(catalog.places)
    self.linker = IndicatorLinker(catalog)
    self.lexicon = Lexicon(
      texts: catalog.vocabulary + catalog.indicators.flatMap { $0.names + $0.wordings }
        + catalog.places.flatMap { $0.names.map { "tỉnh \($0)" } })
  }

  /// Reads a text.
  ///
  /// - Parameter text: the text, clean or from OCR.
  /// - Returns: the plan; every quote is a run of the text.
  public func read(_ text: PlanText) -> PlanDocument {
    let quality = Spelling.quality(of: text.lines)
    let spelling = quality < Spelling.good ? Spelling(lexicon: lexicon) : nil
    let tables = TableFinder.tables(in: text)
    let items = ProseFinder.items(
      in: text, outside: tables.map { $0.lineFrom...$0.lineTo }, isBad: spelling != nil)
    let words = items.map { Words($0.passage, spelling: spelling) }
    let head = HeadReader(places: places, items: Array(words.prefix(60)), all: words)
      .read(quality: quality)
    let years = head.periodStart.flatMap { start in head.periodEnd.map { start...max(start, $0) } }
    let reader = StatementReader(linker: linker, years: years, isBad: spelling != nil)
    let tableReader = TableTargetReader(reader: reader, spelling: spelling, text: text)
    var unread = tables[...]
    var outline = Outline()
    var context = SectionContext()
    var targets: [PlanTarget] = []
    var leadIn: (depth: Int, passage: Passage)?
    let subject = head.title.flatMap(PlanReader.subject)
    var isOfGoals = head.kind != nil && head.periodStart != nil
    for (item, words) in zip(items, words) {
      if Clutter.endsDocument(words) { break }
      if Clutter.isClutter(words) { continue }
      while let table = unread.first, table.lineTo < item.passage.pieces.first?.line ?? 0 {
        targets.append(contentsOf: tableReader.read(table, in: context))
        unread = unread.dropFirst()
      }
      if item.isFootnote {
        targets.append(contentsOf: reader.read(words, in: SectionContext(), isNote: true))
        continue
      }
      context = outline.place(item.marker, words)
      let areas = item.marker == nil ? Outline.inlineAreas(words.list) : []
      if !areas.isEmpty { context.areas = areas }
      context.subject = subject
      isOfGoals = isOfGoals || FactReader.opensGoals(words)
      context.isOfGoals = isOfGoals
      let depth = item.marker?.depth ?? Int.max
      if let open = leadIn, open.depth >= depth { leadIn = nil }
      if let leadIn, PlanReader.needsLeadIn(words) {
        let whole = Words(leadIn.passage.followed(by: item.passage), spelling: spelling)
        let first = leadIn.passage.pieces.count
        targets.append(contentsOf: reader.read(whole, in: context, from: first))
      } else {
        let above = leadIn.map { Words($0.passage, spelling: spelling).list } ?? []
        targets.append(contentsOf: reader.read(words, in: context, surroundings: above))
      }
      if words.list.last?.isSign(":") == true || Outline.isHeading(words, item.marker) {
        leadIn = (min(depth, 8), item.passage)
      }
    }
    for table in unread { targets.append(contentsOf: tableReader.read(table, in: context)) }
    return PlanDocument(
      head: head, targets: RepeatFinder.marked(targets),
      tasks: TaskReader.tasks(in: text, tables: tables, year: head.periodStart))
  }

  /// The area that a whole plan is about, by its title.
  private static func subject(_ title: String) -> Area? {
    let folded = Folded.phrase(title)
    if folded.contains(" chi so ") { return .index }
    if folded.contains(" chuyen doi so ") { return .digital }
    return folded.contains(" kiem soat thu tuc ") ? .procedures : nil
  }

  /// "+ Cấp tỉnh: 90%" says nothing without the line that it stands under.
  private static func needsLeadIn(_ words: Words) -> Bool {
    let letters = words.list.filter {
      $0.kind == .letters && !LevelReader.names.contains($0.skeleton)
    }
    return letters.count < 4 && words.list.contains { $0.number != nil }
  }
}
