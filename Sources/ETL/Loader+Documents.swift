// Loads plans from their documents: read, mapped, merged in one transaction.

import Documents
import FoundationEssentials
import PlanReading
import Warehouse

extension Loader {
  /// The reader of plans, made when the first document is read.
  mutating func currentPlanReader() throws -> any DocumentReading {
    if let planReader { return planReader }
    let reader = try FolderPlanReader(folder)
    planReader = reader
    return reader
  }

  private mutating func currentPlanReaderVersion() throws -> String {
    if let known = planReader?.version ?? planReaderVersion { return known }
    let version = try FolderPlanReader.version(of: folder)
    planReaderVersion = version
    return version
  }

  /// Documents that are kept and read while the database takes those before them.
  ///
  /// Nil where there is no reader; each file then tells why.
  mutating func readAhead(
    _ files: [Job.File], of job: String
  ) throws -> ReadAhead<Job.File, ReadDocument>? {
    guard !files.isEmpty, let reader = try? currentPlanReader() else { return nil }
    let (folder, kept, catalog) = (folder, kept, try currentCatalog())
    let cores = ProcessInfo.processInfo.activeProcessorCount
    return ReadAhead(files, width: min(cores + 1, 16)) { file in
      ReadDocument(file, folder: folder, kept: kept) { path, file in
        DocumentMapping.read(path, file, of: job, reader, catalog)
      }
    }
  }

  /// What the database calls the reader of a kind of files.
  mutating func readerVersion(of kind: Job.Kind) throws -> String {
    switch kind {
    case .plans: PlanTable.version
    case .documents: try currentPlanReaderVersion()
    case .figures: FigureReader.version
    case .reported: FigureReader.versionOfReported
    case .targets: TargetTable.version
    }
  }

  /// Reads a document and asks the database what else bears its name; writes nothing.
  ///
  /// - Returns: the rows, nil where something was rejected; how many statements and tasks were read.
  mutating func readDocument(
    path: String, file: Job.File, of job: String, _ log: inout DiagnosticLog
  ) throws -> (rows: DocumentRows?, read: Int) {
    let ahead = readDocument.flatMap { $0.file == file.path ? $0.plan : nil }
    let catalog = try currentCatalog()
    var mapping = try
      (ahead ?? DocumentMapping.read(path, file, of: job, currentPlanReader(), catalog)).get()
    let rows = mapping.rows(catalog, holder: try holder(of: &mapping))
    log = mapping.log
    return (log.isEmpty ? rows : nil, mapping.statements.count + mapping.document.tasks.count)
  }

  /// The plan of a table of heads that the document is; what it cannot be is rejected.
  private mutating func holder(of mapping: inout DocumentMapping) throws -> PlanHolder? {
    guard let name = mapping.name else { return nil }
    // Where the plan is named, a table of heads knows better whose it is than the document.
    let head = mapping.file.head
    let place = head?.plan == nil ? mapping.place : head?.place
    var holder: PlanHolder?
    for other in try session.planHolders(of: name, sha256: mapping.sha256) {
      let isOwn = other.job == mapping.job && other.file == mapping.file.path
      guard other.plan == name else {
        if !isOwn { mapping.reject(.sameText, [other.plan, other.job ?? "", other.file ?? ""]) }
        continue
      }
      if !isOwn, let place, other.place != place {
        mapping.reject(.planOfOtherPlace, [name, other.place, place])
      } else if !isOwn, let job = other.job, let file = other.file {
        mapping.reject(.planElsewhere, [name, job, file])
      } else if other.slot != other.textSlot {
        holder = other
      }
    }
    return holder
  }

  /// Reads a document and merges it into its slot.
  mutating func mergeDocument(
    _ file: Job.File, of job: String, from path: String, _ slot: SlotState, _ entry: SlotEntry,
    _ log: inout DiagnosticLog
  ) throws -> SlotOutcome {
    let (rows, read) = try readDocument(path: path, file: file, of: job, &log)
    for plan in try session.plansInUse(json: rows?.head ?? "[]", slot: slot.slot) where rows != nil
    {
      log.append(Diagnostic(.targetsHold, [plan], file: file.path))
    }
    guard let rows, log.isEmpty else { return SlotOutcome(.refused) }
    catalog?.add(plan: rows.plan, textSHA256: rows.sha256)
    return try session.transaction { session in
      var outcome = try session.mergeDocument(rows, load: entry.load, slot: slot.slot)
      outcome.read = read
      try entry.write(outcome, to: &session)
      return outcome
    }
  }
}
