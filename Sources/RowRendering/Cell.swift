// One value of a row, and the pair of values that a row gives for a column: what machines read
// and what people read. No formatting here.

/// One value, not yet formatted.
public enum Cell: Sendable, Equatable {
  /// No value: `null` in JSON, empty in csv and tsv, the missing mark for people.
  case missing
  /// Any text.
  case text(String)
  /// A whole number.
  case integer(Int)
  /// A number. `decimals` is used for people only; machines get full precision.
  case number(Double, decimals: Int?)
  /// A difference: as `number`, but people see the sign of a positive one, too ("+1.20").
  case change(Double, decimals: Int?)
  /// A truth value.
  case boolean(Bool)
  /// Several short texts: an array in JSON, joined with ";" in csv and tsv, ", " for people.
  case list([String])
  /// An ISO date or an SDMX period, printed as it is everywhere.
  case date(String)
  /// A nested value: itself in JSON, its compact text elsewhere.
  case json(JSONValue)
}

/// What a row holds for one column: a value for machine formats and one for people.
public struct Field: Sendable, Equatable {
  /// The value for csv, tsv, json and ndjson.
  public var machine: Cell
  /// The value for table and markdown.
  public var human: Cell

  /// A field whose two values differ.
  public init(machine: Cell, human: Cell) {
    self.machine = machine
    self.human = human
  }

  /// A field that says the same to machines and people.
  public init(_ cell: Cell) {
    self.init(machine: cell, human: cell)
  }

  /// No value.
  public static let missing = Field(.missing)

  /// A text, or missing.
  public static func text(_ value: String?) -> Field {
    Field(value.map(Cell.text) ?? .missing)
  }

  /// A whole number, or missing.
  public static func integer(_ value: Int?) -> Field {
    Field(value.map(Cell.integer) ?? .missing)
  }

  /// A number, or missing; `decimals` holds for people only, nil is as many as needed.
  public static func number(_ value: Double?, decimals: Int? = nil) -> Field {
    Field(value.map { Cell.number($0, decimals: decimals) } ?? .missing)
  }

  /// A difference, or missing; people see "+" before a positive one.
  public static func change(_ value: Double?, decimals: Int? = nil) -> Field {
    Field(value.map { Cell.change($0, decimals: decimals) } ?? .missing)
  }

  /// A truth value, or missing.
  public static func boolean(_ value: Bool?) -> Field {
    Field(value.map(Cell.boolean) ?? .missing)
  }

  /// Several short texts; an empty list stays an empty list, it is not missing.
  public static func list(_ values: [String]) -> Field {
    Field(.list(values))
  }

  /// An ISO date or SDMX period, or missing.
  public static func date(_ value: String?) -> Field {
    Field(value.map(Cell.date) ?? .missing)
  }

  /// A nested value.
  public static func json(_ value: JSONValue) -> Field {
    Field(.json(value))
  }

  /// A code for machines with a name for people; without a name people see the code.
  public static func code(_ code: String?, name: String?) -> Field {
    Field(
      machine: code.map(Cell.text) ?? .missing,
      human: (name ?? code).map(Cell.text) ?? .missing)
  }

  /// A rank: the number for machines, `15/63` for people, `15=/63` when tied.
  ///
  /// *Unit* rank, 1 is best.
  ///
  /// - Parameters:
  ///   - rank: The rank, or nil when there is none.
  ///   - count: How many places were ranked; nil prints the rank alone.
  ///   - isTied: Whether another place has the same rank.
  /// - Returns: The field; missing when there is no rank.
  public static func rank(_ rank: Int?, of count: Int?, isTied: Bool = false) -> Field {
    guard let rank else { return .missing }
    let tie = isTied ? "=" : ""
    let total = count.map { "/\($0)" } ?? ""
    return Field(machine: .integer(rank), human: .text("\(rank)\(tie)\(total)"))
  }
}
