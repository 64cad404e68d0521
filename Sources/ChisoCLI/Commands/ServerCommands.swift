// The commands about the warehouse itself: up, down, status, migrate, psql.

import ArgumentParser
import EmbeddedPostgres
import LibPQ
import RowRendering
import Warehouse

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// `chiso up`.
struct UpCommand: ParsableCommand {
  static let configuration = CommandConfiguration.verb(
    .up, "chiso up", "CHISO_HOME=/srv/chiso chiso up --quiet")

  @OptionGroup var connection: ConnectionOptions

  func run() throws {
    guard case .embedded(let cluster) = try connection.workspace() else {
      throw Failure(.usage, Complaint.embeddedOnly())
    }
    let wasRunning = cluster.status.isRunning
    if !wasRunning {
      let isNew = cluster.status.version == nil
      connection.note(isNew ? Notice.creating(cluster.home) : Notice.starting(cluster.home))
    }
    try Blocking.run { try await cluster.start() }
    var migrator = try Migrator(cluster.connectionString)
    let outcome = try migrator.migrate()
    for name in outcome.applied { connection.note(Notice.migrated(name)) }
    connection.note(
      wasRunning ? Notice.alreadyRunning(cluster.home) : Notice.started(cluster.home))
  }
}

/// `chiso down`.
struct DownCommand: ParsableCommand {
  static let configuration = CommandConfiguration.verb(
    .down, "chiso down", "CHISO_HOME=/srv/chiso chiso down")

  @OptionGroup var connection: ConnectionOptions

  func run() throws {
    guard case .embedded(let cluster) = try connection.workspace() else {
      throw Failure(.usage, Complaint.embeddedOnly())
    }
    connection.note(
      try Blocking.run { try await cluster.stop() } ? Notice.stopped() : Notice.notRunning())
  }
}

/// `chiso status`.
struct StatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration.verb(
    .status, "chiso status", "chiso status --coverage --format csv")

  @OptionGroup var connection: ConnectionOptions

  @Flag(help: Help.coverage.argument)
  var coverage = false

  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard coverage || output.format == .table else {
      throw ValidationError(
        Complaint.pageFormats(output.format.rawValue, AnswerFormat.table.rawValue))
    }
  }

  func run() throws {
    let workspace = try connection.workspace()
    if coverage {
      var session = try workspace.session(for: .asking)
      let rows = try session.coverage()
      let listing = Listing<CoverageRow>.coverage
      try output.write(
        rows.map(listing.fields), columns: listing.columns, blankRepeats: [0],
        note: connection.note)
      if rows.isEmpty { connection.note(Notice.nothingLoaded()) }
      return
    }
    let stream = try OutputStream(file: output.output)
    for line in try lines(workspace) { try stream.write(line + "\n") }
    try stream.finish()
  }

  /// What is known of the warehouse; nothing is started or made for it.
  private func lines(_ workspace: Workspace) throws -> [String] {
    var lines: [String] = []
    switch workspace {
    case .embedded(let cluster):
      let status = cluster.status
      lines.append(Notice.statusEmbedded(cluster.home))
      guard let version = status.version else { return lines + [Notice.statusNotMade()] }
      guard let process = status.processID else { return lines + [Notice.statusNotRunning()] }
      lines += [
        Notice.statusRunning(String(version), String(process)),
        Notice.statusFolder(status.dataFolder), Notice.statusSocket(status.socketFolder),
        Notice.statusBytes(String(status.bytesOnDisk / 1_000_000)),
      ]
    case .server:
      lines.append(Notice.statusServer())
    }
    do {
      var session = try Session(workspace.conninfo, for: .asking)
      lines.append(Notice.statusSchema(Migrator.current))
      let runs = try session.listJobRuns().filter { $0.job != LoadNarrator.catalog }
      guard let last = runs.max(by: { $0.load < $1.load }) else {
        return lines + [Notice.nothingLoaded()]
      }
      lines.append(Notice.statusLoads(String(runs.count), last.startedAt))
      lines += Self.lines(of: try session.listLoads(jobs: [last.job], limit: 1))
    } catch WarehouseError.schemaMissing {
      lines.append(Notice.statusSchemaMissing())
    }
    return lines
  }

  /// What is known of the last load, from its files.
  private static func lines(of files: [LoadRow]) -> [String] {
    guard let load = files.first else { return [] }
    let status = Word.of(load.loadStatus) ?? load.loadStatus
    let number = String(load.load)
    func sum(_ count: KeyPath<LoadRow, Int>) -> String {
      String(files.reduce(0) { $0 + $1[keyPath: count] })
    }
    let head =
      if let end = load.finishedAt, let seconds = load.loadSeconds {
        Notice.statusLastLoad(
          number, load.job, status, load.startedAt, end, secondsText(seconds))
      } else {
        Notice.statusLoadRuns(number, load.job, status, load.startedAt)
      }
    return [
      head,
      Notice.statusCounts(
        String(files.count { !$0.file.isEmpty }), sum(\.loaded), sum(\.revised),
        sum(\.unchanged), sum(\.withdrawn), sum(\.rejected)),
    ]
  }
}

/// `chiso migrate`.
struct MigrateCommand: ParsableCommand {
  static let configuration = CommandConfiguration.verb(
    .migrate,
    "chiso migrate --dry-run",
    "chiso migrate --db postgresql://example/chiso --no-roles")

  @OptionGroup var connection: ConnectionOptions

  @Flag(help: Help.dryRunMigrate.argument)
  var dryRun = false

  @Flag(help: Help.noRoles.argument)
  var noRoles = false

  func run() throws {
    let workspace = try connection.workspace()
    if case .embedded(let cluster) = workspace { try Blocking.run { try await cluster.start() } }
    var migrator = try Migrator(workspace.conninfo)
    if dryRun {
      let outcome = try migrator.dryRun()
      for name in outcome.applied { print(Notice.migrationPending(name)) }
      if outcome.applied.isEmpty { connection.note(Notice.migrationNonePending()) }
      return
    }
    let outcome = try migrator.migrate(withRoles: !noRoles)
    for name in outcome.applied { connection.note(Notice.migrated(name)) }
    if outcome.applied.isEmpty {
      connection.note(Notice.migratedNothing(String(outcome.inPlace)))
    }
    if outcome.withoutRoles { connection.note(Notice.migratedWithoutRoles()) }
  }
}

/// The roles that `chiso psql` may act as in the embedded warehouse.
enum PsqlRole: String, CaseIterable, ExpressibleByArgument {
  case reader, loader, owner
}

/// `chiso psql`.
struct PsqlCommand: ParsableCommand {
  static let configuration = CommandConfiguration.verb(
    .psql,
    "chiso psql -- -c \"select count(*) from mart.observation\"",
    "chiso psql -- --csv -c \"table mart.coverage\"")

  @OptionGroup var connection: ConnectionOptions

  @Option(help: Help.psqlRole.argument)
  var role: PsqlRole = .reader

  @Argument(parsing: .postTerminator, help: Help.psqlArguments.argument)
  var arguments: [String] = []

  func run() throws {
    let workspace = try connection.workspace()
    var program = "psql"
    if case .embedded(let cluster) = workspace {
      _ = try workspace.session(for: .asking)
      // What is not said to be written cannot be written by accident.
      let readOnly = role == .reader ? " -c default_transaction_read_only=on" : ""
      setenv("PGOPTIONS", "-c role=chiso_\(role.rawValue)\(readOnly)", 1)
      let version = cluster.status.version
      program =
        try Blocking.run { try await PostgresPrograms.find(major: version).folder } + "/psql"
    }
    // psql takes the place of this process: its terminal, signals and exit code are its own.
    let words =
      [program] + (workspace.conninfo.isEmpty ? [] : ["-d", workspace.conninfo]) + arguments
    var pointers = words.map { strdup($0) } + [nil]
    execvp(program, &pointers)
    throw Failure(.configuration, Complaint.psqlMissing())
  }
}
