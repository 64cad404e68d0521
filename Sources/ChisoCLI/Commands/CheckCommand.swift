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
    let found = load == nil ? try findings() : try kept()
    let listing = Listing<Finding>.findings
    try output.write(
      found.map(listing.fields), columns: listing.columns, note: connection.note)
    let errors = found.count { $0.severity == .error }
    connection.note(Notice.checked(String(errors), String(found.count - errors)))
    if errors > 0 { throw ExitCode(ExitStatus.refused.rawValue) }
  }

  private func findings() throws -> [Finding] {
    var session = try connection.workspace().session(for: .loading)
    let wanted = Check.allCases.filter { checks.isEmpty || checks.contains($0.rawValue) }
    let found = try session.transaction(isReadOnly: true) { session in try session.run(wanted) }
    return found.entries.filter { $0.severity == .error }
      + found.entries.filter { $0.severity == .warning }
  }

  private func kept() throws -> [Finding] {
    var session = try connection.workspace().session(for: .asking)
    guard let load, try session.hasLoad(load) else {
      throw Failure(.notFound, Complaint.unknownLoad(String(load ?? 0)))
    }
    return try session.listFindings(load: load)
      .filter { checks.isEmpty || checks.contains($0.check) }
  }
}
