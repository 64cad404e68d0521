// The way from text to a plan: tables apart from prose, prose into passages, passages into statements.

/// Reads plans.
public struct PlanReader: Sendable {
  /// Raised with every change that reads a text otherwise: a plan is read again by a better reader.
  public static let version = "plan reader 1"

  private let catalog: PlanCatalog

  /// A reader that knows a catalog; making it costs more than reading a short plan, so keep it.
  public init(catalog: PlanCatalog) {
    self.catalog = catalog
  }

  /// Reads a text.
  ///
  /// - Parameter text: the text, clean or from OCR.
  /// - Returns: the plan; every quote is a run of the text.
  public func read(_ text: PlanText) -> PlanDocument {
    PlanDocument(head: PlanHead(), targets: [], tasks: [])
  }
}
