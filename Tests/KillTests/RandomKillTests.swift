import Foundation
import Testing

extension OneByOne {
  /// Loads that are killed at any moment: what a later load makes of it is what an undisturbed one makes.
  ///
  /// `CHISO_PROGRAM` names the program, `CHISO_KILLS` the number of rounds, `CHISO_SEED` the seed of all that
  /// is random; the same seed gives the same files and the same moments.
  @Suite struct RandomKillTests {
    private static func number(_ variable: String) -> Int? {
      ProcessInfo.processInfo.environment[variable].flatMap { Int($0) }
    }

    @Test func killedLoadsLoseNothingAndRepeatNothing() async throws {
      let rounds = Self.number("CHISO_KILLS") ?? 3
      let seed = Self.number("CHISO_SEED") ?? 2026
      print("kills: \(rounds), CHISO_SEED=\(seed), \(ProgramRun.program)")
      try await onThread {
        let course = try KillCourse(seed: UInt64(bitPattern: Int64(seed)))
        for number in 0..<rounds { try course.run(number) }
        try course.finish()
      }
    }
  }
}

/// Two warehouses that get the same files: one whose loads are killed, one that is left alone.
private final class KillCourse {
  private var random: SeededRandom
  private var folder: DeclaredFolder
  private let killed: KillHome
  private let calm: KillHome
  private let reader: TotalsReader
  /// What the killed warehouse shows.
  private var held: [String: Totals]
  /// How long an undisturbed load takes, in seconds.
  private var length: Double

  init(seed: UInt64) throws {
    random = SeededRandom(seed: seed)
    killed = try KillHome()
    calm = try KillHome()
    folder = try DeclaredFolder(at: killed.folder + "/etl", &random)
    try killed.run(["load", "--etl", folder.path])
    let start = ContinuousClock.now
    try calm.run(["load", "--etl", folder.path])
    length = Self.seconds(since: start)
    held = folder.totals(after: [:])
    reader = TotalsReader(killed, held)
    try FactComparison.check(killed, against: calm)
  }

  func run(_ number: Int) throws {
    var round = KillRound(number, &random)
    do {
      try run(&round)
      try reader.check()
    } catch {
      throw KillFailure("\(round): \(error)")
    }
    print(round)
  }

  private func run(_ round: inout KillRound) throws {
    let before = folder.files
    folder.step(&random)
    try folder.write()
    let after = folder.totals(after: held)
    if !round.changesAgain { try loadCalm() }
    reader.expect(from: held, to: after)
    let start = ContinuousClock.now
    let runs = try Self.commands(round.isDouble).map {
      try killed.start($0 + ["--etl", folder.path])
    }
    let pause = max(0, round.moment * length - Self.seconds(since: start))
    Thread.sleep(forTimeInterval: pause)
    round.milliseconds = Int(Self.seconds(since: start) * 1_000)
    try round.kill(runs, of: killed, &random)
    try round.expectEndings(runs, undisturbed: status)
    round.ending = runs.map { "exit \($0.wait())" }.joined(separator: ", ")
    if round.changesAgain {
      try changeAgain(before)
    }
    let said = try killed.run(["load", "--etl", folder.path], expecting: status)
    held = folder.totals(after: held)
    reader.expect(from: held, to: held)
    guard try totals() == held else { throw KillFailure("\(try totals()) after: \(said)") }
    try FactComparison.checkClean(killed)
    try FactComparison.check(killed, against: calm)
  }

  /// What was loaded before the kill stays for the other warehouse; then some files say again what they
  /// said, and others something new.
  private func changeAgain(_ before: [DeclaredFile]) throws {
    try killed.run(["up"])
    let shown = try totals()
    let after = folder.files
    for (index, file) in folder.files.enumerated() {
      guard let earlier = before.firstIndex(of: file.path) else {
        // A new file that was not loaded had better not be there yet.
        if shown[file.path] ?? .none != file.totals { folder.files[index].isDeclared = false }
        continue
      }
      let isShown = file.isThere && shown[file.path] ?? .none == file.totals
      // The catalog is one slot of many tables, whose bytes no load names; what was taken back has none.
      let hasBytes = file.isDeclared && file.kind != .catalog
      let isLoaded = try isShown && (!hasBytes || FactComparison.isLoaded(file, in: killed))
      if !isLoaded { folder.files[index] = before[earlier] }
    }
    try folder.write()
    try loadCalm()
    folder.files = after
    for index in folder.files.indices {
      guard Bool.random(using: &random), let earlier = before.firstIndex(of: after[index].path)
      else { continue }
      folder.files[index] = before[earlier]
    }
    for index in folder.files.indices where Int.random(in: 0..<3, using: &random) == 0 {
      folder.files[index].change(&random)
    }
    try folder.write()
    try loadCalm()
    held = shown
    reader.expect(from: held, to: folder.totals(after: held))
  }

  func finish() throws {
    print("answers to the reader: \(reader.stop())")
    try reader.check()
    try FactComparison.checkAtTheEnd(killed)
    print("files that PostgreSQL keeps for no table: \(try FactComparison.orphans(killed))")
  }

  // MARK: - Steps

  private func loadCalm() throws {
    let start = ContinuousClock.now
    try calm.run(["load", "--etl", folder.path], expecting: status)
    length = Self.seconds(since: start)
  }

  private func totals() throws -> [String: Totals] {
    var connection = try killed.connect()
    let shown = try TotalsReader.totals(&connection)
    return Dictionary(uniqueKeysWithValues: folder.files.map { ($0.path, shown[$0.path] ?? .none) })
  }

  /// How a load of the folder ends: a file that vanished is told.
  private var status: Int32 { folder.files.allSatisfy(\.isThere) ? 0 : 65 }

  private static func commands(_ isDouble: Bool) -> [[String]] {
    isDouble ? [["load", "alpha"], ["load", "beta", "gamma", "plans", "targets"]] : [["load"]]
  }

  private static func seconds(since start: ContinuousClock.Instant) -> Double {
    let passed = (ContinuousClock.now - start).components
    return Double(passed.seconds) + Double(passed.attoseconds) / 1e18
  }
}
