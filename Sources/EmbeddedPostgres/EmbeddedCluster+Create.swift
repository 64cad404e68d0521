// Making the home folder and the data folder. The data folder is made apart and renamed, so that one
// that has its name is complete.

import FoundationEssentials

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension EmbeddedCluster {
  /// What a new cluster's `postgresql.conf` says beyond PostgreSQL's own defaults.
  ///
  /// A small private server: no network, no replicas (so bulk loads write less), plain
  /// text in the log. All else stays as it is, to be tuned as in any PostgreSQL.
  public static let serverSettings: [(name: String, value: String)] = [
    ("listen_addresses", ""),
    ("port", "5432"),
    ("unix_socket_permissions", "0700"),
    ("wal_level", "minimal"),
    ("max_wal_senders", "0"),
    ("jit", "off"),
    ("log_checkpoints", "off"),
    ("lc_messages", "C"),
    ("timezone", "UTC"),
    ("log_timezone", "UTC"),
    ("cluster_name", "chiso"),
  ]

  /// Makes the home folder, private to the server's user, unless it is there.
  func prepareHome(for user: ServerUser) async throws {
    let parent = String(home[..<(home.lastIndex(of: "/") ?? home.startIndex)])
    do {
      if !parent.isEmpty {
        try FileManager.default.createDirectory(
          atPath: parent, withIntermediateDirectories: true)
      }
    } catch {
      throw EmbeddedPostgresError.notWritable(path: parent, reason: "cannot make this folder")
    }
    if mkdir(home, 0o700) == 0 {
      guard !user.mustSwitch || chown(home, user.userID, user.groupID) == 0 else {
        throw homeError()
      }
    } else if errno != EEXIST {
      throw homeError()
    }
    guard access(home, W_OK | X_OK) == 0 else { throw homeError() }
  }

  private func homeError() -> EmbeddedPostgresError {
    .notWritable(path: home, reason: String(cString: strerror(errno)))
  }

  /// Makes the data folder.
  func create(with programs: PostgresPrograms, as user: ServerUser) async throws {
    guard access(dataFolder, F_OK) != 0 else {
      throw EmbeddedPostgresError.initFailed(
        output: "'\(dataFolder)' is there but holds no cluster; move it away")
    }
    try await checkAccess(programs, user)
    // A name of its own: the initdb of a killed program goes on for a while, and at its end removes
    // its folder, which must not be this one.
    let new = dataFolder + "\(Self.unfinished)\(UInt64.random(in: .min ... .max))"
    // The server's own durability is not touched by --no-sync: it is about initdb's files, which
    // are worth nothing yet.
    let run = try await programs.run(
      "initdb",
      [
        "-D", new, "--username=postgres", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8",
        "--no-sync", "--no-instructions",
      ], as: user)
    guard run.isSuccess else {
      try? FileManager.default.removeItem(atPath: new)
      if run.output.contains("No space left on device") {
        throw EmbeddedPostgresError.diskFull(path: home)
      }
      throw EmbeddedPostgresError.initFailed(output: run.output)
    }
    try appendSettings(to: new + "/postgresql.conf")
    guard rename(new, dataFolder) == 0 else { throw homeError() }
  }

  private static let unfinished = ".new-"

  /// Removes data folders whose making was cut short.
  func removeUnfinished() {
    for name in (try? FileManager.default.contentsOfDirectory(atPath: home)) ?? []
    where "\(home)/\(name)".hasPrefix(dataFolder + Self.unfinished) {
      try? FileManager.default.removeItem(atPath: "\(home)/\(name)")
    }
  }

  /// As root, asks whether the server's user gets into the home folder at all.
  private func checkAccess(_ programs: PostgresPrograms, _ user: ServerUser) async throws {
    guard user.mustSwitch else { return }
    let run = try await programs.run("test", ["-w", home, "-a", "-x", home], as: user)
    guard !run.isSuccess else { return }
    throw EmbeddedPostgresError.notWritable(
      path: home,
      reason: "the server runs as the user 'postgres', who cannot write there; "
        + "choose a folder outside of root's own, or let 'postgres' own it")
  }

  private func appendSettings(to path: String) throws {
    guard let file = fopen(path, "a") else {
      throw EmbeddedPostgresError.notWritable(path: path, reason: String(cString: strerror(errno)))
    }
    let extra = settings.sorted { $0.key < $1.key }.map { (name: $0.key, value: $0.value) }
    var text = "\n# Set when this private cluster was made; the last line of a name counts.\n"
    for (name, value) in EmbeddedCluster.serverSettings + extra { text += "\(name) = '\(value)'\n" }
    let isWritten = fputs(text, file) >= 0
    guard fclose(file) == 0, isWritten else {
      throw EmbeddedPostgresError.diskFull(path: path)
    }
  }
}
