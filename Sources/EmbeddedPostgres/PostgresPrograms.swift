// Where initdb, pg_ctl and postgres are. Distributions keep them out of PATH, a folder per version.

import FoundationEssentials
import Subprocess
import SystemPackage

/// One installation of the server's programs.
public struct PostgresPrograms: Sendable, Hashable {
  /// The folder that holds `initdb`, `pg_ctl` and `postgres`.
  public let folder: String
  /// The major version, 15 for 15.18.
  public let major: Int

  /// The oldest major version that will do.
  public static let oldestMajor = 15

  /// Where to look for programs.
  public struct SearchPath: Sendable, Hashable {
    /// Folders per version: what lies in `parent` and is called `prefix` and a number.
    public struct Versioned: Sendable, Hashable {
      let parent: String
      let prefix: String

      /// Names a family of folders, `<parent>/<prefix><major>/bin`.
      public init(parent: String, prefix: String = "") {
        self.parent = parent
        self.prefix = prefix
      }
    }

    let versioned: [Versioned]
    let path: [String]

    /// Lists places to look in, best first.
    ///
    /// - Parameters:
    ///   - versioned: Families of folders with one version each.
    ///   - path: Folders as in PATH, looked at when the families have nothing that fits.
    public init(versioned: [Versioned], path: [String]) {
      self.versioned = versioned
      self.path = path
    }

    /// What Debian, Ubuntu, the PostgreSQL project's RPMs and Homebrew use, then PATH.
    public static var standard: SearchPath {
      let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
      return SearchPath(
        versioned: [
          Versioned(parent: "/usr/lib/postgresql"),
          Versioned(parent: "/usr", prefix: "pgsql-"),
          Versioned(parent: "/opt/homebrew/opt", prefix: "postgresql@"),
        ],
        path: path.split(separator: ":").map(String.init))
    }
  }

  /// Finds the newest programs, or those of one major version.
  ///
  /// - Parameters:
  ///   - major: The version that data need; nil takes the newest.
  ///   - search: Where to look.
  /// - Returns: The programs.
  /// - Throws: `programsMissing`, or `versionMismatch` if only other versions are there.
  public static func find(
    major: Int?, in search: SearchPath = .standard
  ) async throws -> PostgresPrograms {
    var found = search.versioned.flatMap(installed)
    if let programs = best(of: found, major: major) { return programs }
    found += await installed(inPath: search.path)
    if let programs = best(of: found, major: major) { return programs }
    guard let major else { throw EmbeddedPostgresError.programsMissing }
    throw EmbeddedPostgresError.versionMismatch(
      cluster: major, found: Set(found.map(\.major)).sorted())
  }

  private static func best(of found: [PostgresPrograms], major: Int?) -> PostgresPrograms? {
    if let major { return found.first { $0.major == major } }
    return found.filter { $0.major >= oldestMajor }.max { $0.major < $1.major }
  }

  private static func installed(_ family: SearchPath.Versioned) -> [PostgresPrograms] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: family.parent)) ?? []
    return names.compactMap { name in
      guard name.hasPrefix(family.prefix), let major = Int(name.dropFirst(family.prefix.count))
      else { return nil }
      let folder = "\(family.parent)/\(name)/bin"
      return isComplete(folder) ? PostgresPrograms(folder: folder, major: major) : nil
    }
  }

  /// Asks the programs in PATH, and the folder that pg_config names, for their version.
  private static func installed(inPath path: [String]) async -> [PostgresPrograms] {
    var folders = path.filter(isComplete)
    let searched = Environment.custom(["PATH": path.joined(separator: ":")])
    if let folder = await output(of: "pg_config", ["--bindir"], searched), isComplete(folder) {
      folders.append(folder)
    }
    var found: [PostgresPrograms] = []
    for folder in folders {
      let words = await output(of: "postgres", ["--version"], .custom(["PATH": folder]))
      // "postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)"
      let version = words?.split(separator: ") ").dropFirst().first
      if let major = version.flatMap({ Int($0.prefix { $0.isNumber }) }) {
        found.append(PostgresPrograms(folder: folder, major: major))
      }
    }
    return found
  }

  private static func isComplete(_ folder: String) -> Bool {
    ["initdb", "pg_ctl", "postgres"].allSatisfy {
      FileManager.default.isExecutableFile(atPath: "\(folder)/\($0)")
    }
  }

  private static func output(
    of program: String, _ arguments: [String], _ environment: Environment
  ) async -> String? {
    let result = try? await Subprocess.run(
      .name(program), arguments: Arguments(arguments), environment: environment,
      workingDirectory: "/", output: .string(limit: 4096))
    guard let result, result.terminationStatus.isSuccess else { return nil }
    let text = result.standardOutput
    return text.split(whereSeparator: \.isNewline).first.map(String.init)
  }

  /// Runs one of the programs as the server's user, apart from this process's PG* variables.
  func run(
    _ program: String, _ arguments: [String], as user: ServerUser
  ) async throws -> (isSuccess: Bool, output: String) {
    // setpriv switches the user, not Subprocess: on Linux that calls setgroups between clone3 and
    // exec, where glibc may wait for ever for a thread that was just being started in the parent.
    let command =
      user.mustSwitch
      ? [
        "setpriv", "--reuid=\(user.userID)", "--regid=\(user.groupID)", "--clear-groups", program,
      ] : [program]
    let ours = ProcessInfo.processInfo.environment
    var environment: [Environment.Key: String] = [
      "PATH": "\(folder):/usr/local/bin:/usr/bin:/bin", "LC_ALL": "C",
    ]
    if let libraries = ours["LD_LIBRARY_PATH"] { environment["LD_LIBRARY_PATH"] = libraries }
    let result = try await Subprocess.run(
      .name(command[0]), arguments: Arguments(command.dropFirst() + arguments),
      environment: .custom(environment), workingDirectory: "/",
      output: .string(limit: 1 << 20), error: .combinedWithOutput)
    return (result.terminationStatus.isSuccess, result.standardOutput)
  }
}
