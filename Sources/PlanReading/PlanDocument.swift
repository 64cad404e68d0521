// What a plan says: its head, targets and tasks, each with the lines that say so. The values of
// `chiso plan read --format json`, and of what is loaded.

public import IndicatorModel

/// A plan as read.
public struct PlanDocument: Sendable, Equatable {
  /// Number, date, place and period.
  public var head: PlanHead
  /// Quantified statements, in the order of the text.
  public var targets: [PlanTarget]
  /// Rows of task tables, in the order of the text.
  public var tasks: [PlanTask]

  /// A plan of parts.
  public init(head: PlanHead, targets: [PlanTarget], tasks: [PlanTask]) {
    self.head = head
    self.targets = targets
    self.tasks = tasks
  }
}

/// The head of a plan; what the document does not say of itself is nil.
public struct PlanHead: Sendable, Equatable {
  /// Number as printed, such as `249/KH-UBND`.
  public var number: String?
  /// Kind of document by its abbreviation: KH, QĐ, CTr, NQ.
  public var kind: String?
  /// Title in the spelling of Vietnamese, on one line.
  public var title: String?
  /// Id of the place in the catalog.
  public var place: String?
  /// Who issued it, such as `UBND tỉnh Lạng Sơn`.
  public var issuer: String?
  /// Day of issue.
  public var issuedOn: CalendarDate?
  /// First year of the period.
  public var periodStart: Int?
  /// Last year of the period.
  public var periodEnd: Int?
  /// Numbers of the documents that it is based on, such as `76/NQ-CP`, in the order of the text.
  public var basedOn: [String]
  /// How good the text is, 0 to 1: the share of words that Vietnamese could spell so.
  public var ocrQuality: Double

  /// A head of which nothing is known.
  public init(ocrQuality: Double = 1) {
    self.basedOn = []
    self.ocrQuality = ocrQuality
  }
}

/// What a quantified statement is.
public enum StatementKind: String, Sendable, CaseIterable {
  /// Something to be reached.
  case target
  /// A number that somebody else set, or a fact.
  case reference
  /// A date or a time limit, without a quantity to be reached.
  case deadline
}

/// A quantified statement of a plan.
public struct PlanTarget: Sendable, Equatable {
  /// First line of the text that says so, from 1.
  public var lineFrom: Int
  /// Last line of the text that says so.
  public var lineTo: Int
  /// Target, reference or deadline.
  public var kind: StatementKind
  /// Area of reform, of the section or else of the indicator.
  public var area: Area
  /// Numbers of the sections above, such as `II.2.1`; empty where there are none.
  public var section: String
  /// What is measured, in the spelling of Vietnamese.
  public var subject: String
  /// Code of the catalog; nil where none is near enough.
  public var indicator: String?
  /// Administrative level it is set for.
  public var level: Level
  /// What it is limited to; begins with "repeat" for a repeat.
  public var scope: String
  /// How the figure compares with the value; nil where only a group is named.
  public var comparator: Comparator?
  /// The wanted figure, in `unit`; nil where only a group is named.
  public var value: Double?
  /// The upper bound of `between`, in `unit`.
  public var valueHigh: Double?
  /// What the value counts; nil where only a group is named.
  public var unit: Unit?
  /// State, rise or fall.
  public var measure: Measure
  /// The year a rise or fall is counted from, where the words name it.
  public var baselineYear: Int?
  /// First year it is set for.
  public var periodStart: Int?
  /// Year by which it is to be reached.
  public var periodEnd: Int?
  /// Named group without a number.
  public var group: String?
  /// Place of the first mention in the list, from 1; nil for a first mention.
  public var repeatOf: Int?
  /// One unbroken run of the text, white space folded.
  public var quote: String
  /// How sure the reader is, 0 to 1.
  public var confidence: Double

  /// A statement at lines of the text; everything else is unknown or the usual.
  public init(lineFrom: Int, lineTo: Int, area: Area, quote: String) {
    self.lineFrom = lineFrom
    self.lineTo = lineTo
    self.kind = .target
    self.area = area
    self.section = ""
    self.subject = ""
    self.level = .uncut
    self.scope = ""
    self.measure = .level
    self.quote = quote
    self.confidence = 0
  }
}

/// A row of a task table: what is to be done, by whom, when.
public struct PlanTask: Sendable, Equatable {
  /// First line of the text, from 1.
  public var lineFrom: Int
  /// Last line of the text.
  public var lineTo: Int
  /// Heading of the part of the table it stands in.
  public var section: String?
  /// Number in the table.
  public var item: String?
  /// Objective it serves; carried down from the row that says it.
  public var objective: String?
  /// The task; carried down from the row that says it.
  public var task: String?
  /// The activity.
  public var activity: String?
  /// What is to be delivered.
  public var product: String?
  /// Lead agency.
  public var lead: String?
  /// Agencies that take part.
  public var coordinating: String?
  /// When, as written.
  public var due: String?
  /// First day meant, where it is a date or a span of dates.
  public var dueFrom: CalendarDate?
  /// Last day meant.
  public var dueTo: CalendarDate?
  /// Budget as written.
  public var budget: String?

  /// A row at lines of the text of which nothing is known.
  public init(lineFrom: Int, lineTo: Int) {
    self.lineFrom = lineFrom
    self.lineTo = lineTo
  }
}
