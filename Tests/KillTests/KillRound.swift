import Foundation

/// One load that is killed: what is killed, and when.
struct KillRound: CustomStringConvertible {
  enum Victim: String, CaseIterable {
    case program
    /// Its session, by the server's own means.
    case session
    /// The server process of its session, which takes all sessions down.
    case backend
    /// The first process of the server alone.
    case postmaster
    /// Every process of the server.
    case server
  }

  let number: Int
  let victim: Victim
  /// Where in the length of an undisturbed load.
  let moment: Double
  /// Whether two loads run side by side, of different jobs.
  let isDouble: Bool
  /// Whether the files change again before the next load.
  let changesAgain: Bool
  var milliseconds = 0
  var ending = "not yet"

  init(_ number: Int, _ random: inout SeededRandom) {
    self.number = number
    let all = Victim.allCases
    victim = all[number % all.count]
    moment = Double.random(in: 0..<1.05, using: &random)
    isDouble = number % 3 == 1
    changesAgain = number % 4 == 3
  }

  var description: String {
    """
    round \(number): \(victim.rawValue) killed after \(milliseconds) ms (\(Int(moment * 100))%)\
    \(isDouble ? ", two loads" : "")\(changesAgain ? ", files change again" : ""); \(ending)
    """
  }

  /// Kills the victim; of two loads, the program and the session of one.
  func kill(_ runs: [ProgramRun], of home: KillHome, _ random: inout SeededRandom) throws {
    switch victim {
    case .program: runs[Int.random(in: runs.indices, using: &random)].kill()
    case .session:
      guard let process = try home.sessions().randomElement(using: &random) else { return }
      signal(process, SIGTERM)
    case .backend:
      guard let process = try home.sessions().randomElement(using: &random) else { return }
      signal(process, SIGKILL)
    case .postmaster: try home.killPostmaster()
    case .server: try home.killServer()
    }
  }

  /// Waits for the ends of the loads: one that lost its server says so and exits 69, the others are
  /// not disturbed.
  func expectEndings(_ runs: [ProgramRun], undisturbed status: Int32) throws {
    for run in runs {
      let code = run.wait()
      let allowed: [Int32] =
        switch victim {
        case .program: [0, status, 128 + SIGKILL]
        case .session, .backend, .postmaster, .server: [0, status, 69]
        }
      guard allowed.contains(code) else {
        throw KillFailure("the load exited \(code): \(run.said)")
      }
    }
    guard victim == .program else { return }
    guard runs.filter({ $0.wait() == 128 + SIGKILL }).count <= 1 else {
      throw KillFailure("both loads died of one kill")
    }
  }
}
