// What a scheduler of the system is told: which program, with which environment and options, as whom.

import ETL
import EmbeddedPostgres
import FoundationEssentials

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// How a scheduler calls this program.
struct ScheduledCommand {
  /// Full path of the program.
  let program: String
  /// Options of every call: the server, where one was named.
  let options: [String]
  /// Variables that the program needs, in their order.
  let variables: [(name: String, value: String)]
  /// Whether the warehouse is the embedded one.
  let isEmbedded: Bool
  /// The user to run as; nil for root.
  let user: String?

  /// Variables of libpq that say how a server is reached; a password is never printed.
  private static let libpqVariables =
    Workspace.serverVariables + ["PGUSER", "PGPASSFILE", "PGSERVICEFILE", "PGSSLMODE"]

  /// The call that fits the warehouse and the folder of jobs of this run.
  init(_ workspace: Workspace, database: String?, folder: String) throws {
    program = Workspace.executablePath
    options = database.map { ["--db", $0] } ?? []
    var variables = [("CHISO_ETL", Self.absolute(folder))]
    switch workspace {
    case .embedded(let cluster):
      isEmbedded = true
      variables.append(("CHISO_HOME", cluster.home))
    case .server:
      isEmbedded = false
      variables.append(("CHISO_FILES", Self.absolute(try workspace.keptFiles().path)))
      if database == nil {
        variables += Self.libpqVariables.compactMap { name in
          Environment[name].flatMap { $0.isEmpty ? nil : (name, $0) }
        }
      }
    }
    self.variables = variables
    user = geteuid() == 0 ? nil : Self.userName
  }

  private static var userName: String? {
    guard let entry = getpwuid(geteuid()) else { return nil }
    return String(cString: entry.pointee.pw_name)
  }

  private static func absolute(_ path: String) -> String {
    guard let real = realpath(path, nil) else {
      return path.hasPrefix("/")
        ? path : FileManager.default.currentDirectoryPath + "/" + path
    }
    defer { free(real) }
    return String(cString: real)
  }
}
