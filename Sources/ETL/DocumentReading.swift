// Who reads the text of a plan: the reader with the catalog of the folder, or another in tests.

public import PlanReading

/// Something that reads plans.
public protocol DocumentReading: Sendable {
  /// Part of what decides whether a document is read again.
  var version: String { get }

  /// Reads a text.
  ///
  /// - Parameter text: the text.
  /// - Returns: the plan.
  func read(_ text: PlanText) -> PlanDocument
}

/// The reader of plans with the catalog of a folder.
public struct FolderPlanReader: DocumentReading {
  /// The reader's own version, and which catalog it knows: other wordings are another reading.
  public let version: String
  private let reader: PlanReader
  private let catalog: PlanCatalog

  /// Makes a reader.
  ///
  /// - Parameter folder: the folder etl/.
  /// - Throws: `Diagnostic` about a table of the catalog.
  public init(_ folder: JobFolder) throws(Diagnostic) {
    version = try Self.version(of: folder)
    catalog = try PlanCatalog(folder)
    reader = PlanReader(catalog: catalog)
  }

  /// The Vietnamese name of a place; nil where the catalog has none.
  public func name(ofPlace id: String) -> String? {
    catalog.places.first { $0.id == id }?.names.first
  }

  /// The version that a reader with the catalog of a folder has.
  static func version(of folder: JobFolder) throws(Diagnostic) -> String {
    try "\(PlanReader.version), catalog \(PlanCatalog.digest(of: folder))"
  }

  /// Reads a text.
  ///
  /// - Parameter text: the text.
  /// - Returns: the plan.
  public func read(_ text: PlanText) -> PlanDocument { reader.read(text) }
}
