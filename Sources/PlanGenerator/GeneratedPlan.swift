// A made-up plan of a province in the project's own words, and what it says: the text and its truth.

public import PlanReading

/// How the text of a plan is laid out.
public enum PlanLayout: String, Sendable, CaseIterable {
  /// One line for each paragraph, roman, arabic and letter headings.
  case lines
  /// Lines of about 80 columns, an empty line between paragraphs.
  case wrapped
  /// The same with an empty line after every line.
  case spaced
  /// Goals as bullets of two depths.
  case bullets
  /// Goals inside the sections on tasks.
  case sections
  /// Targets in a table.
  case table
  /// A plan of five years.
  case phase
  /// A decision with articles that issues a plan.
  case decision
}

/// A plan and what is to be read from it.
public struct GeneratedPlan: Sendable {
  /// Its layout.
  public let layout: PlanLayout
  /// The numbers that it was made from.
  public let seed: UInt64
  /// Its lines, without their ends.
  public var lines: [String]
  /// What its head says.
  public let head: PlanHead
  /// Statements by their lines; references and deadlines among them say so.
  ///
  /// A quote is of the undamaged text, and of all cells of the row where a table says it.
  public let targets: [PlanTarget]
  /// Rows of its task tables, empty cells filled from the row above that they belong to.
  public let tasks: [PlanTask]

  /// The text of a file.
  public var text: String { lines.joined(separator: "\n") + "\n" }
}
