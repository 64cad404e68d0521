import EmbeddedPostgres
import Foundation
import LibPQ
import TestSupport

/// A private warehouse that the program keeps by itself, and that a test may hurt.
final class KillHome: Sendable {
  let folder: String
  let cluster: EmbeddedCluster

  /// Makes a folder for a test, with the home in it unless it is to be elsewhere.
  init(home: String? = nil) throws {
    folder = try ThrowawayHome.makeFolder()
    cluster = EmbeddedCluster(home: home ?? folder + "/home")
  }

  /// Where source files are kept.
  var kept: String { cluster.home + "/files" }

  /// Starts the program.
  func start(
    _ arguments: [String], environment: [String: String] = [:], limits: String? = nil
  ) throws -> ProgramRun {
    let own = ["CHISO_HOME": cluster.home].merging(environment) { $1 }
    return try ProgramRun(arguments, environment: own, folder: folder, limits: limits)
  }

  /// Runs the program to its end.
  @discardableResult
  func run(_ arguments: [String], expecting status: Int32 = 0) throws -> String {
    let run = try start(arguments)
    let code = run.wait()
    guard code == status else {
      throw KillFailure("\(arguments.joined(separator: " ")) exited \(code): \(run.said)")
    }
    return run.said
  }

  /// Connects past the program.
  func connect(as name: String = "watcher") throws -> Connection {
    try Connection(cluster.connectionString + " application_name=\(name)")
  }

  /// The first column of all rows.
  func ask(_ text: String) throws -> [String] {
    var connection = try connect()
    return try connection.query(Statement(name: "test", text: text)).map { $0.text(0) ?? "" }
  }

  /// Expects the first column of all rows.
  func expect(_ text: String, _ expected: [String], line: Int = #line) throws {
    let answer = try ask(text)
    guard answer == expected else {
      throw KillFailure("line \(line): \(answer) instead of \(expected)")
    }
  }

  // MARK: - Server processes

  /// Processes of the server that serve loads.
  func sessions() throws -> [pid_t] {
    try ask(
      """
      select pid from pg_stat_activity
      where backend_type = 'client backend' and application_name not in ('watcher', 'reader')
      order by backend_start
      """
    ).compactMap { pid_t($0) }
  }

  /// Kills the server and all that it started.
  func killServer() throws {
    let children = try ask("select pid from pg_stat_activity").compactMap { pid_t($0) }
    try killPostmaster()
    for process in children { signal(process, SIGKILL) }
  }

  /// Kills the first process of the server alone; the others have to see it.
  func killPostmaster() throws {
    guard let process = cluster.status.processID else { throw KillFailure("no server runs") }
    signal(pid_t(process), SIGKILL)
  }
}

/// What a test found that must not be.
struct KillFailure: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) {
    self.description = description
  }
}

/// Expects something, also on another thread than that of the test.
func expect(_ holds: Bool, line: Int = #line) throws {
  guard holds else { throw KillFailure("line \(line): not as expected") }
}

/// Runs what blocks on a thread of its own, so that other tests go on.
func onThread<T: Sendable>(_ body: @escaping @Sendable () throws -> T) async throws -> T {
  try await withCheckedThrowingContinuation { continuation in
    Thread.detachNewThread { continuation.resume(with: Result { try body() }) }
  }
}
