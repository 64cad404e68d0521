// A declared job: one source of facts, where its files are and how they are laid out.

public import IndicatorModel

/// A job whose declaration is wrong.
public struct BrokenJob: Sendable, Hashable {
  /// What it declares for its failure, as far as that can be known.
  public enum Command: Sendable, Hashable {
    /// Nothing.
    case nothing
    /// A command of the shell.
    case command(String)
    /// The declaration cannot be read so far that it would be known.
    case unknown
  }

  /// Name of its file.
  public let name: String
  /// What is wrong.
  public let diagnostics: [Diagnostic]
  /// What it declares for its failure.
  public let onFailure: Command
}

/// A declared ETL job.
public struct Job: Sendable, Hashable {
  /// What the files of a job say.
  public enum Kind: String, CaseIterable, Sendable, Hashable {
    /// Heads of plans.
    case plans
    /// Plans themselves, whose texts are read.
    case documents
    /// Values, ranks and groups of places.
    case figures
    /// A province's own results on indicators of plans.
    case reported
    /// Targets of plans.
    case targets

    /// Whether its files become observations.
    var hasFigures: Bool { self == .figures || self == .reported }
  }

  /// What becomes of facts that a file no longer says.
  public enum Mode: String, CaseIterable, Sendable, Hashable {
    /// They are withdrawn.
    case replace
    /// They stay: each file adds to what those before it said.
    case append
  }

  /// How a table of figures is laid out.
  public enum Shape: String, CaseIterable, Sendable, Hashable {
    /// One row per place, year, indicator and source.
    case long
    /// One row per place and year; a column per indicator, `<indicator>.rank` for its rank.
    case wide
    /// Sheets of a workbook, or a CSV file read by position: the declaration says what stands where.
    case sheet
    /// What `chiso export` writes: a row per figure, with all that is known of it.
    case exported
    /// The same as SDMX-CSV 2.0.
    case sdmxCSV = "sdmx-csv"
  }

  /// One declared file.
  public struct File: Sendable, Hashable {
    /// Path relative to the folder of the jobs.
    public private(set) var path: String
    /// How its table is laid out.
    public let shape: Shape
    /// Mark between units and decimals: a dot or a comma.
    public let decimalMark: Character
    /// Whether it says all that its slot holds; else it adds to that.
    var replaces = true
    /// Who says what a row says that names no source of its own.
    var source: String?
    /// The sheets that are read, where the shape is `sheet`.
    var sheets: [SheetLayout] = []
    /// Cells that are read otherwise than they are printed.
    var corrections: [Correction] = []
    /// Whether it holds a province's own results, each with its document.
    var isReported = false
    /// Whether each of its rows says one figure, in columns of fixed names.
    var isLongTable: Bool {
      if case .long = shape { !isReported } else { false }
    }
    /// What is declared of the head of a plan.
    var head: DeclaredHead?
    /// Encoding of a text, as iconv knows it; nil for UTF-8.
    var encoding: String?
    /// What persons decided about what is read from it.
    var decisions: [Decision] = []
    /// Whether its figures say where they stand beyond their line.
    var hasOrigins: Bool {
      switch shape {
      case .long, .wide: isReported
      case .sheet, .exported, .sdmxCSV: true
      }
    }
    /// The same declaration for another path.
    func at(_ path: String) -> File {
      var file = self
      file.path = path
      return file
    }
    /// Everything that decides how the bytes are read, as one text for hashing.
    public var declaration: String {
      (["\(shape.rawValue) \(decimalMark)"] + (replaces ? [] : [Mode.append.rawValue])
        + [source].compactMap { $0 }
        + sheets.map(\.declaration) + corrections.map(\.declaration)
        + [head?.declaration, encoding].compactMap { $0 } + decisions.map(\.declaration))
        .joined(separator: "\n")
    }
  }

  /// Name: that of its file.
  public let name: String
  /// What its files say.
  public let kind: Kind
  /// What it loads, in Vietnamese.
  public let titleVi: String
  /// What it loads, in English.
  public let titleEn: String
  /// Who publishes the facts.
  public let publisher: String
  /// Licence or terms of the facts.
  public let terms: String
  /// Page of the publisher.
  public let url: String?
  /// The files.
  public internal(set) var files: [File]
  /// Declarations whose paths have stars; the files that they mean are among `files`.
  var patterns: [File] = []
  /// When it runs without being asked.
  public var schedule: Schedule?
  /// When its publisher usually brings out an edition.
  public var published: JobPublication?
  /// A command of the shell that is run when a load of it fails or is refused.
  public var onFailure: String?
}
