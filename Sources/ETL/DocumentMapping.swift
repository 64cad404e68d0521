// From a plan as read to rows of the warehouse: its name, its head with what is declared, a key for each
// statement and task, and what persons decided. Pure; whatever the database must be asked is asked elsewhere.

import IndicatorModel
import PlanReading
import RowRendering
import Warehouse

/// Maps the document of a plan.
struct DocumentMapping {
  let file: Job.File
  let job: String
  let document: PlanDocument
  let text: PlanText
  /// Each statement with its key.
  let statements: [(target: PlanTarget, key: String)]
  /// SHA-256 of the text, hex.
  let sha256: String
  /// The same of the text without an end to its last line, which many files lack.
  private let unendedSHA256: String
  private(set) var log = DiagnosticLog()
  private let folded: [String]
  private var targetRows = ""
  private let taskRows: String
  /// What is to be told of the statements, once the document is accepted.
  private var notes: [Diagnostic] = []

  /// Maps what does not depend on the plans that are there already.
  ///
  /// - Parameters:
  ///   - document: the plan as read.
  ///   - file: what is declared of it.
  ///   - job: name of the job.
  ///   - text: the text that it was read from.
  ///   - catalog: the catalog.
  init(
    _ document: PlanDocument, of file: Job.File, in job: String, text: PlanText,
    _ catalog: LoadCatalog
  ) {
    self.file = file
    self.job = job
    self.document = document
    self.text = text
    var keys = StatementKeys()
    statements = document.targets.map { ($0, keys.key(of: $0)) }
    let lines = text.lines.joined(separator: "\n")
    sha256 = KeptFiles.digest(ofText: lines + "\n")
    unendedSHA256 = KeptFiles.digest(ofText: lines)
    folded = Self.foldedLines(text)
    taskRows = JSONValue.array(Self.tasks(document)).compact
    if let name { targetRows = JSONValue.array(targets(decisions(plan: name), catalog)).compact }
  }

  /// Reads a document and maps it.
  ///
  /// - Parameters:
  ///   - path: where the bytes are.
  ///   - file: what is declared of it.
  ///   - job: name of the job.
  ///   - reader: who reads plans.
  ///   - catalog: the catalog.
  /// - Returns: the mapping, or what is wrong with the file.
  static func read(
    _ path: String, _ file: Job.File, of job: String, _ reader: any DocumentReading,
    _ catalog: LoadCatalog
  ) -> Result<DocumentMapping, Diagnostic> {
    do {
      let text = try PlanFile.text(path: path, name: file.path, encoding: file.encoding)
      return .success(DocumentMapping(reader.read(text), of: file, in: job, text: text, catalog))
    } catch {
      return .failure(error)
    }
  }

  /// Place and period, as far as they are declared or read.
  var place: String? { file.head?.place ?? document.head.place }
  var period: ClosedRange<Int>? {
    if let declared = file.head?.period { return declared }
    guard let start = document.head.periodStart, let end = document.head.periodEnd, start <= end
    else { return nil }
    return start...end
  }

  /// Name of the plan: declared, else of its place and years; nil where these are not known.
  var name: String? {
    if let declared = file.head?.plan { return declared }
    guard let place, let period else { return nil }
    return "\(place)-\(Self.years(period))"
  }

  mutating func reject(_ reason: DiagnosticReason, _ arguments: [String], line: Int? = nil) {
    log.append(Diagnostic(reason, arguments, file: file.path, line: line))
  }

  private mutating func note(_ reason: DiagnosticReason, _ arguments: [String], line: Int? = nil) {
    notes.append(Diagnostic(reason, arguments, file: file.path, line: line))
  }

  private mutating func warn(_ reason: DiagnosticReason, _ arguments: [String], line: Int? = nil) {
    log.warn(Diagnostic(reason, arguments, file: file.path, line: line))
  }

  /// Whether a SHA-256 is that of this text.
  private func isText(_ hash: String) -> Bool { hash == sha256 || hash == unendedSHA256 }

  /// The rows, where everything could be placed.
  ///
  /// - Parameters:
  ///   - catalog: the catalog.
  ///   - holder: the plan of that name that a table of heads names.
  /// - Returns: the rows; nil where something was rejected.
  mutating func rows(_ catalog: LoadCatalog, holder: PlanHolder?) -> DocumentRows? {
    let place = file.head?.place ?? holder?.place ?? document.head.place
    let held = holder.flatMap { holder in
      holder.periodStart.flatMap { start in holder.periodEnd.map { start...max(start, $0) } }
    }
    let period = file.head?.period ?? held ?? self.period
    checkNames(place, catalog)
    if period == nil { reject(.planWithoutPeriod, [job]) }
    guard log.isEmpty, let place, let period, let name else { return nil }
    if let known = holder?.textSHA256, !isText(known) { warn(.textDiffers, [name]) }
    warnOfOtherHead()
    if document.targets.isEmpty, document.tasks.isEmpty { warn(.nothingPlanned, []) }
    for note in notes { log.warn(note) }
    return DocumentRows(
      plan: name, sha256: sha256,
      head: JSONValue.array([head(name, place, period)]).compact,
      lines: text.lines.map(Self.storable), folded: folded, targets: targetRows, tasks: taskRows)
  }

  /// Tells where the document says another place or other years than are declared.
  private mutating func warnOfOtherHead() {
    if let said = file.head?.place, let read = document.head.place, said != read {
      warn(.headDiffers, ["head.place", said, read])
    }
    if let said = file.head?.period, let start = document.head.periodStart,
      let end = document.head.periodEnd, said != start...max(start, end)
    {
      warn(.headDiffers, ["head.period", Self.years(said), Self.years(start...max(start, end))])
    }
  }

  private static func years(_ period: ClosedRange<Int>) -> String {
    period.count == 1 ? "\(period.lowerBound)" : "\(period.lowerBound)-\(period.upperBound)"
  }

  private mutating func checkNames(_ place: String?, _ catalog: LoadCatalog) {
    if let place, catalog.places[place] == nil {
      let nearest = Nearest.words(to: place, among: catalog.places.keys.sorted())
      reject(.unknownPlace, [place, nearest.listed])
    } else if place == nil {
      reject(.planWithoutPlace, [job])
    }
    if let source = file.head?.source, catalog.sources[source] == nil {
      let nearest = Nearest.words(to: source, among: catalog.sources.keys.sorted())
      reject(.unknownSource, [source, nearest.listed])
    }
  }

  private func head(_ name: String, _ place: String, _ period: ClosedRange<Int>) -> JSONValue {
    let (read, said) = (document.head, file.head)
    return .object([
      ("plan", .string(name)), ("place", .string(place)),
      ("kind", Self.json(said?.kind ?? read.kind)),
      ("number", Self.json(said?.number ?? read.number)),
      ("title", Self.json(said?.title ?? read.title)),
      ("issuer", Self.json(said?.issuer ?? read.issuer)),
      ("issued_on", JSONValue((said?.issuedOn ?? read.issuedOn)?.description)),
      ("period_start", .int(period.lowerBound)), ("period_end", .int(period.upperBound)),
      ("source", JSONValue(said?.source)), ("text_sha256", .string(sha256)),
      ("note", Self.json(said?.note)),
    ])
  }

  /// Each line with the next one that is not empty, without marks: words parted by the end of a line are
  /// found too.
  private static func foldedLines(_ text: PlanText) -> [String] {
    var folded = text.lines.map { NameFolding.unmarked(storable($0)) }
    var next = ""
    for index in folded.indices.reversed() {
      let own = folded[index]
      let isEmpty = own.utf8.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0C }
      folded[index] = next.isEmpty ? own : own + " " + next
      if !isEmpty { next = own }
    }
    return folded
  }

  // MARK: - Decisions

  /// The decisions that apply, by key; the others are told.
  private mutating func decisions(plan: String) -> [String: Decision] {
    guard !file.decisions.isEmpty else { return [:] }
    let quotes = Dictionary(
      statements.map { ($0.key, $0.target.quote) }, uniquingKeysWith: { first, _ in first })
    var applying: [String: Decision] = [:]
    for decision in file.decisions {
      let named = "'\(decision.quote.prefix(40))'"
      guard let quote = quotes[decision.key] else {
        note(.decisionUnread, [named, plan])
        continue
      }
      guard quote.trimmed == decision.quote else {
        note(.decisionStale, [named, plan])
        continue
      }
      applying[decision.key] = decision
    }
    return applying
  }

  // MARK: - Statements

  private mutating func targets(
    _ decided: [String: Decision], _ catalog: LoadCatalog
  ) -> [JSONValue] {
    var objects: [JSONValue] = []
    for (index, (target, key)) in statements.enumerated() {
      let isWhole = target.value?.isFinite ?? true && target.valueHigh?.isFinite ?? true
      let says = target.value != nil || target.group != nil || target.kind != .target
      let isPaired = (target.comparator == .between) == (target.valueHigh != nil)
      guard isWhole, says, isPaired || target.comparator == nil && target.valueHigh == nil else {
        note(.nothingSaid, [], line: target.lineFrom)
        continue
      }
      let first = target.repeatOf.flatMap { (1...index).contains($0) ? $0 : nil } ?? 0
      let repeated = first > 0 ? statements[first - 1].key : nil
      var row = StatementRow(target, catalog)
      if let decision = decided[key] { row.decide(decision, read: target.value) }
      objects.append(row.json(key: key, ordinal: index + 1, repeatOf: repeated))
    }
    return objects
  }

  private static func tasks(_ document: PlanDocument) -> [JSONValue] {
    var keys = StatementKeys()
    return document.tasks.enumerated().map { index, task in
      .object([
        ("task_key", .string(keys.key(of: task))), ("ordinal", .int(index + 1)),
        ("line_from", .int(task.lineFrom)), ("line_to", .int(task.lineTo)),
        ("section", json(task.section)), ("item", json(task.item)),
        ("objective", json(task.objective)), ("task", json(task.task)),
        ("activity", json(task.activity)), ("product", json(task.product)),
        ("lead", json(task.lead)), ("coordinating", json(task.coordinating)),
        ("due", json(task.due)), ("due_from", JSONValue(task.dueFrom?.description)),
        ("due_to", JSONValue(task.dueTo?.description)), ("budget", json(task.budget)),
      ])
    }
  }

  /// No database holds a text with a NUL.
  static func storable(_ text: String) -> String {
    text.utf8.contains(0) ? text.replacing("\0", with: "\u{FFFD}") : text
  }

  static func json(_ text: String?) -> JSONValue { JSONValue(text.map(storable)) }
}

/// A statement with its fields as text, the same for what was read and what was decided.
struct StatementRow {
  private var fields: [String: JSONValue]

  init(_ target: PlanTarget, _ catalog: LoadCatalog) {
    // The linker knows the catalog of the folder, which may be newer than that of the database.
    let indicator = target.indicator.flatMap { catalog.indicators[$0] == nil ? nil : $0 }
    fields = [
      "kind": .string(target.kind.rawValue), "section": DocumentMapping.json(target.section),
      "line_from": .int(target.lineFrom), "line_to": .int(target.lineTo),
      "area": .string(target.area.rawValue), "indicator": JSONValue(indicator),
      "subject": DocumentMapping.json(target.subject), "level": .string(target.level.rawValue),
      "scope": DocumentMapping.json(target.scope),
      "comparator": JSONValue(target.comparator?.rawValue), "value": JSONValue(target.value),
      "value_high": JSONValue(target.valueHigh), "unit": JSONValue(target.unit?.rawValue),
      "measure": .string(target.measure.rawValue),
      "baseline_year": JSONValue(target.baselineYear),
      "period_start": JSONValue(target.periodStart), "period_end": JSONValue(target.periodEnd),
      "grp": DocumentMapping.json(target.group), "quote": DocumentMapping.json(target.quote),
      "confidence": JSONValue(target.confidence.isFinite ? target.confidence : nil),
    ]
  }

  /// Lets a decision hold instead of what was read.
  mutating func decide(_ decision: Decision, read value: Double?) {
    fields["decision"] = .string(decision.verdict.rawValue)
    fields["read_value"] = JSONValue(value)
    fields["note"] = JSONValue(decision.fields["reason"])
    guard decision.verdict != .reject else { return }
    let said = decision.fields
    for column in ["kind", "area", "indicator", "subject", "comparator", "unit"] {
      fields[column] = JSONValue(said[column])
    }
    fields["grp"] = JSONValue(said["group"])
    for column in ["level", "scope"] { fields[column] = .string(said[column] ?? "") }
    fields["measure"] = .string(said["measure"] ?? Measure.level.rawValue)
    for column in ["value", "value_high"] {
      fields[column] = JSONValue(said[column].flatMap(Double.init))
    }
    for column in ["baseline_year", "period_start", "period_end"] {
      fields[column] = JSONValue(said[column].flatMap { Int($0) })
    }
  }

  func json(key: String, ordinal: Int, repeatOf: String?) -> JSONValue {
    .object(
      [
        ("target_key", .string(key)), ("ordinal", .int(ordinal)),
        ("repeat_of", JSONValue(repeatOf)),
      ] + fields.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
  }
}
