// Starting: safe to call from several processes at once, and after a crash.

import FoundationEssentials
import LibPQ

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension EmbeddedCluster {
  /// Makes the cluster if there is none, starts its server if it does not run, and waits for it.
  ///
  /// The server is detached: it outlives this process and its terminal. A server that runs already
  /// is left alone.
  ///
  /// - Throws: `EmbeddedPostgresError`.
  public func start() async throws {
    // pg_ctl hands paths to a shell, between double quotes.
    guard !home.contains(where: { "\"$`\\\n".contains($0) }) else {
      throw EmbeddedPostgresError.notWritable(
        path: home, reason: "a path with \" $ ` or \\ cannot hold a server")
    }
    let user = try ServerUser.current()
    try await prepareHome(for: user)
    let lock = try await HomeLock(path: home + "/lock", user: user)
    try await startLocked(user)
    withExtendedLifetime(lock) {}
  }

  private func startLocked(_ user: ServerUser) async throws {
    let programs = try await PostgresPrograms.find(major: clusterMajor(), in: search)
    removeUnfinished()
    let isNew = clusterMajor() == nil
    if isNew { try await create(with: programs, as: user) }
    if isRunning {
      if await answers() { return try makeDatabase() }
      // It runs, but its socket is gone with the folder, for example after a logout.
      if isRunning { try await stopLocked(programs, user) }
    }
    if let file = PostmasterFile(dataFolder: dataFolder), let processID = file.processID,
      kill(processID, 0) == 0 || errno == EPERM
    {
      try file.disownProcess()
    }
    // A crash can leave the file without a number; PostgreSQL would then not start.
    if let file = PostmasterFile(dataFolder: dataFolder), file.processID == nil {
      unlink(file.path)
    }
    try await launch(programs, user)
    try makeDatabase()
  }

  /// The major version that wrote the data, nil if there are none.
  func clusterMajor() -> Int? {
    let text = try? String(contentsOfFile: dataFolder + "/PG_VERSION", encoding: .utf8)
    return text.flatMap { Int($0.prefix { $0.isNumber }) }
  }

  /// Runs pg_ctl, which detaches the server and waits until it takes connections.
  private func launch(_ programs: PostgresPrograms, _ user: ServerUser) async throws {
    let socketFolder = newSocketFolder
    guard try user.ensurePrivateFolder(socketFolder) else {
      throw EmbeddedPostgresError.socketFolderNotOurs(path: socketFolder)
    }
    // What a killed server left; the folder is this cluster's alone, and no server of it runs.
    for name in ["/.s.PGSQL.5432", "/.s.PGSQL.5432.lock"] { unlink(socketFolder + name) }
    keepLogShort()
    // pg_ctl hands its options to a shell.
    let pieces = socketFolder.split(separator: "'", omittingEmptySubsequences: false)
    let option = "-k '\(pieces.joined(separator: "'\\''"))'"
    let deadline = ContinuousClock.now + .seconds(10)
    while true {
      let logStart = logSize()
      let run = try await programs.run(
        "pg_ctl",
        ["start", "--wait", "--timeout=120", "-D", dataFolder, "-l", logFile, "-o", option],
        as: user)
      if run.isSuccess { return }
      let log = logTail(from: logStart)
      // Processes of a killed server need a moment to notice that it is gone.
      if log.contains("is still in use"), ContinuousClock.now < deadline {
        try await Task.sleep(for: .milliseconds(100))
        continue
      }
      if log.contains("No space left on device") {
        throw EmbeddedPostgresError.diskFull(path: home)
      }
      throw EmbeddedPostgresError.startFailed(log: log.isEmpty ? run.output : log)
    }
  }

  /// Whether a server that is running takes connections, or will in a moment.
  private func answers() async -> Bool {
    let deadline = ContinuousClock.now + .seconds(120)
    while isRunning, ContinuousClock.now < deadline, !Task.isCancelled {
      do {
        _ = try Connection(connectionString(to: "postgres"))
        return true
      } catch {
        // A server that starts has its socket before it lets anybody in.
        guard access(socketFolder + "/.s.PGSQL.5432", F_OK) == 0 else { return false }
        // A refusal in the server's own words comes from one that is there and has its reasons.
        let passing = ["starting up", "not yet accepting", "shutting down", "recovery mode"]
        if error.message.contains("FATAL:"), !passing.contains(where: error.message.contains) {
          return true
        }
      }
      try? await Task.sleep(for: .milliseconds(20))
    }
    return false
  }

  /// Makes the database unless it is there.
  private func makeDatabase() throws {
    var triesLeft = 50
    while let error = makeDatabaseOnce() {
      // The server goes on with what a program that was killed had asked for.
      guard Self.isMadeElsewhere(error), triesLeft > 0 else {
        throw EmbeddedPostgresError.startFailed(log: "\(error)")
      }
      triesLeft -= 1
      usleep(100_000)
    }
  }

  /// Makes the database unless it is there; why it could not, else nil.
  private func makeDatabaseOnce() -> PostgresError? {
    do throws(PostgresError) {
      var connection = try Connection(connectionString(to: "postgres"))
      let found = try connection.query(
        Statement(name: "find database", text: "select from pg_database where datname = $1"),
        [.text(database)])
      guard found.rowCount == 0 else { return nil }
      let name = database.split(separator: "\"", omittingEmptySubsequences: false)
      try connection.run(
        Statement(
          name: "create database",
          text: "create database \"\(name.joined(separator: "\"\""))\" template template0"))
      return nil
    } catch {
      return error
    }
  }

  /// Whether another makes the same database at the moment: its name is taken, or its template in use.
  private static func isMadeElsewhere(_ error: PostgresError) -> Bool {
    ["23505", "42P04", "55006"].contains(error.sqlState)
  }

  private func logSize() -> off_t {
    var status = stat()
    return stat(logFile, &status) == 0 ? status.st_size : 0
  }

  /// A log of many months is moved aside once; the one before that is dropped.
  private func keepLogShort() {
    if logSize() > 8 << 20 { rename(logFile, logFile + ".1") }
  }

  /// What the server has said since, at most its last 20 lines.
  private func logTail(from start: off_t) -> String {
    guard let bytes = FileManager.default.contents(atPath: logFile) else { return "" }
    let text = String(decoding: bytes.dropFirst(Int(start)), as: UTF8.self)
    return text.split(whereSeparator: \.isNewline).suffix(20).joined(separator: "\n")
  }
}
