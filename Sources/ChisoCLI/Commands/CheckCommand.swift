// The command about what the facts say together: check.

import ArgumentParser
import RowRendering
import Warehouse

/// `chiso check`.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration.verb(
    .check, "chiso check", "chiso check rank_order sources_differ --format csv")

  @OptionGroup var connection: ConnectionOptions

  @Argument(help: Help.checkNames.argument)
  var checks: [String] = []

  @Option(help: Help.checkedLoad.argument)
  var load: Int?

  @OptionGroup var output: OutputOptions

  func validate() throws {
    let known = Check.allCases.map(\.rawValue)
    for name in checks where !known.contains(name) {
      throw ValidationError(Complaint.unknownCheck(name, known.joined(separator: ", ")))
    }
  }

  func run() throws {
    let found = load == nil ? try asked() : try kept()
    let listing = Listing<Finding>.findings
    try output.write(
      found.entries.map(listing.fields), columns: listing.columns, note: connection.note)
    let errors = found.counts[.error] ?? 0
    let warnings = found.counts[.warning] ?? 0
    connection.note(Notice.checked(String(errors), String(warnings)))
    if found.isCut { connection.note(Notice.checkedCut(String(Findings.kept))) }
    if errors > 0 { throw ExitCode(ExitStatus.refused.rawValue) }
  }

  private func asked() throws -> Findings {
    var session = try connection.workspace().session(for: .loading)
    let wanted = Check.allCases.filter { checks.isEmpty || checks.contains($0.rawValue) }
    return try session.snapshot { session in try session.run(wanted) }
  }

  private func kept() throws -> Findings {
    var session = try connection.workspace().session(for: .asking)
    guard let load, try session.hasLoad(load) else {
      throw Failure(.notFound, Complaint.unknownLoad(String(load ?? 0)))
    }
    let wanted = checks.isEmpty ? Check.allCases.map(\.rawValue) : checks
    return try session.listFindings(of: wanted, load: load)
  }
}
