// chiso plan review: what was read from a plan, accepted, corrected or rejected by a person. Decisions stand
// in a table beside the job, which is loaded anew; the warehouse has them from there.

import ArgumentParser
import ETL
import IndicatorModel
import Warehouse

/// `chiso plan review`.
struct PlanReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration.planVerb(
    .review, "chiso plan review lang-son-2024",
    "chiso plan review lang-son-2024 --export lang-son-2024.csv")

  @OptionGroup var connection: ConnectionOptions

  @Argument(help: Help.planName.argument, completion: .catalog(.plan))
  var plan: String

  @Option(name: .customLong("export"), help: Help.exportDecisions.argument)
  var exported: String?

  @Option(name: .customLong("import"), help: Help.importDecisions.argument)
  var imported: String?

  @Flag(help: Help.reviewAll.argument)
  var all = false

  @Option(help: Help.decidedBy.argument)
  var by: String?

  @Option(help: Help.etl.argument)
  var etl: String?

  @Option(help: Help.files.argument)
  var files: String?

  func validate() throws {
    if exported != nil, imported != nil { throw ValidationError(Complaint.eitherOutOrIn()) }
  }

  /// What the warehouse says of the plan, asked before anything is loaded: one connection at a time.
  private struct Read {
    let plan: String
    let job: String
    /// The document as the job declares it.
    let file: String
    let statements: [PlanStatement]
    /// Codes that a statement may be linked to.
    let indicators: [String]
  }

  func run() throws {
    let workspace = try connection.workspace()
    let read = try read(workspace)
    if let exported {
      try DecisionTable.write(
        read.statements.map { DecisionTable.fields(of: $0, file: read.file) }, to: exported)
      connection.note(Notice.reviewExported(String(read.statements.count), exported))
      return
    }
    let folder = try Workspace.jobFolder(etl, files: files)
    let table = folder.fullPath(folder.decisionFile(of: read.job))
    let known = try decisions(of: table).map(\.decision)
    let decided: [Decision]
    if let imported {
      let rows = try decisions(of: imported, mustExist: true)
      try check(rows, of: imported, read)
      decided = rows.map { row in
        var decision = row.decision
        if decision.fields["decided_by"] == nil { decision.fields["decided_by"] = by }
        return decision
      }
      if !decided.isEmpty { try DecisionTable.write(decided, joining: known, to: table) }
    } else {
      var made: [Decision] = []
      decided = try dialogue(read) { decision in
        made.append(decision)
        try DecisionTable.write(made, joining: known, to: table)
      }
    }
    guard !decided.isEmpty else {
      if let imported { connection.note(Notice.reviewUndecided(imported)) }
      return
    }
    connection.note(Notice.reviewWritten(table))
    let counts = Decision.Verdict.allCases.map { verdict in
      String(decided.count { $0.verdict == verdict })
    }
    connection.note(Notice.reviewCounts.filled(counts))
    try load(read.job, workspace, folder)
  }

  private func read(_ workspace: Workspace) throws -> Read {
    var session = try workspace.session(for: .asking)
    let name = try session.knownPlan(named: plan)
    guard let head = try session.listPlans(plan: name).first, let job = head.job,
      let file = head.file
    else { throw Failure(.notFound, Complaint.noDocument(name)) }
    let statements = try session.statements(of: name, ofDocument: true)
      .filter { $0.quote != nil && $0.key != nil }
    let codes = try session.listIndicators(nil).filter { $0.unit != nil }.map(\.indicator)
    return Read(plan: name, job: job, file: file, statements: statements, indicators: codes)
  }

  /// The decisions of a table with their lines; none where there is no table yet.
  private func decisions(
    of path: String, mustExist: Bool = false
  ) throws -> [(line: Int, decision: Decision)] {
    let read = Decision.read(path: path, file: path)
    if !mustExist, read.diagnostics.map(\.reason) == [.fileMissing] { return [] }
    try refuse(read.diagnostics, of: path)
    return read.decisions
  }

  /// Refuses a table whose rows are of another document, of words that the plan does not say, or of
  /// indicators that there are not: nothing is written then.
  private func check(
    _ decided: [(line: Int, decision: Decision)], of path: String, _ read: Read
  ) throws {
    let statements = Dictionary(
      read.statements.map { ($0.key ?? "", $0) }, uniquingKeysWith: { first, _ in first })
    let codes = Set(read.indicators)
    let wrong = decided.compactMap { line, decision -> Diagnostic? in
      let indicator = decision.fields["indicator"] ?? ""
      let words = "'\(decision.quote.prefix(40))'"
      let (reason, arguments): (DiagnosticReason, [String])
      if decision.file != read.file {
        (reason, arguments) = (.notAllowed, ["file", decision.file, read.file])
      } else if statements[decision.key] == nil {
        (reason, arguments) = (.decisionUnread, [words, read.plan])
      } else if statements[decision.key]?.quote != decision.quote {
        (reason, arguments) = (.decisionStale, [words, read.plan])
      } else if !indicator.isEmpty, !codes.contains(indicator) {
        (reason, arguments) = (.unknownIndicator, [indicator])
      } else if decision.verdict == .accept, let statement = statements[decision.key],
        !DecisionTable.isAsRead(decision, statement, file: read.file)
      {
        // What says otherwise than the statement corrects it.
        (reason, arguments) = (.notAllowed, ["decision", "accept", "correct"])
      } else {
        return nil
      }
      return Diagnostic(reason, arguments, file: path, line: line)
    }
    try refuse(wrong, of: path)
  }

  /// Tells the first things that are wrong with a table, if any are.
  private func refuse(_ diagnostics: [Diagnostic], of path: String) throws {
    guard let first = diagnostics.first else { return }
    guard first.reason != .fileMissing else {
      throw Failure(.notFound, "\(path): \(first.reason.text)")
    }
    let told = diagnostics.prefix(5).map {
      "\($0.line.map(String.init) ?? "–"): \($0.reason.told($0.arguments))"
    }
    throw Failure(
      .refused, Complaint.decisionsWrong("\(path): " + told.joined(separator: "; ")))
  }

  private func dialogue(
    _ read: Read, keep: @escaping (Decision) throws -> Void
  ) throws -> [Decision] {
    let statements = read.statements.filter { all || $0.decision == nil }
    guard !statements.isEmpty else {
      connection.note(Notice.reviewNone())
      return []
    }
    guard Console.isInteractive else { throw Failure(.usage, Complaint.notATerminal()) }
    Console.note(Notice.reviewIntro(read.plan, String(statements.count)))
    return try ReviewDialogue(
      statements: statements, file: read.file,
      day: String(try Clock.now().text(in: .vietNam).prefix(10)),
      person: by ?? Environment["USER"], indicators: Set(read.indicators),
      ask: { prompt in
        Console.draw(prompt)
        return readLine()
      },
      say: Console.note, keep: keep
    ).run()
  }

  /// Loads the job anew: the decisions are part of how its documents are read.
  private func load(_ job: String, _ workspace: Workspace, _ folder: JobFolder) throws {
    var options = LoadOptions()
    options.jobs = [job]
    let narrator = LoadNarrator(.plain, isQuiet: connection.quiet, isDry: false, folder: folder)
    defer { narrator.finish() }
    var run = LoadRun(
      workspace, folder: folder, options: options, policy: RetryPolicy(retries: 0),
      narrator: narrator)
    if try run.run().wasRefused { throw ExitCode(ExitStatus.refused.rawValue) }
  }
}
