// How well and how fast plans are read: generated ones, clean and as bad scans, and where they are at
// hand the real ones with their gold tables. Every reading is a run of the program as a whole process.

import Foundation
import PlanGenerator
import PlanReading

/// Readings of plans and their scores.
struct PlanReadings {
  /// A folder of our own, which everything is written to.
  let folder: String
  let program: String
  let environment: [String: String]

  /// How many generated plans are read of each kind; CHISO_PLANS says otherwise.
  private var count: Int {
    ProcessInfo.processInfo.environment["CHISO_PLANS"].flatMap { Int($0) } ?? 80
  }

  /// Where the real plans and gold tables are, if they are.
  private var shared: String { ProcessInfo.processInfo.environment["CHISO_SHARED"] ?? "../shared" }

  /// Measures; the results by the names in Thresholds/commands.csv.
  func measure() throws -> [(name: String, value: Double)] {
    let probe = PlanMaker.plan(.lines, seed: 1)
    guard (try? read(probe.lines, as: "probe")) != nil else {
      print("plan read: NOT MEASURED (the program does not read plans yet)")
      return []
    }
    var results = try scoreGenerated()
    results += try scoreReal()
    results.append(try time())
    results.append(try timeLongLines())
    results += try load(1_000)
    return results
  }

  // MARK: - Scores

  private func scoreGenerated() throws -> [(name: String, value: Double)] {
    var clean = PlanScore()
    var scanned = PlanScore()
    var tasks = TaskScore()
    var byLayout: [PlanLayout: PlanScore] = [:]
    for number in 0..<count {
      let layout = PlanLayout.allCases[number % PlanLayout.allCases.count]
      let plan = PlanMaker.plan(layout, seed: UInt64(number))
      let reading = try read(plan.lines, as: "clean")
      let score = PlanScore(
        reading.targets.map(\.target), truth: plan.targets, lines: plan.lines)
      clean = clean + score
      byLayout[layout, default: PlanScore()] = (byLayout[layout] ?? PlanScore()) + score
      tasks = tasks + TaskScore(reading.tasks.map(\.row), truth: plan.tasks)
      var damage = OCRDamage(seed: UInt64(number))
      let bad = damage.damaged(plan)
      let worse = try read(bad.lines, as: "scanned")
      scanned =
        scanned + PlanScore(worse.targets.map(\.target), truth: plan.targets, lines: bad.lines)
    }
    print("\(count) generated plans; field scores are of targets found")
    for layout in PlanLayout.allCases {
      if let score = byLayout[layout] { show("clean, \(layout.rawValue)", score) }
    }
    show("clean, all", clean)
    show("scanned, all", scanned)
    print(
      "tasks", "\(tasks.found) of \(tasks.wanted) rows, \(tasks.given) read; lead",
      tasks.lead.part.share, "due", tasks.due.part.share, "last day", tasks.dueTo.part.share)
    return [
      ("generated plans: F1 short of 1", 1 - clean.f1),
      ("scanned generated plans: F1 short of 1", 1 - scanned.f1),
      ("quotes not in their text", 2 - clean.quotes.part - scanned.quotes.part),
    ]
  }

  /// The plans with gold tables, and those whose targets the project carries.
  private func scoreReal() throws -> [(name: String, value: Double)] {
    let corpus = shared + "/corpus"
    guard let files = try? FileManager.default.contentsOfDirectory(atPath: corpus).sorted() else {
      print("real plans: NOT MEASURED (no \(corpus); CHISO_SHARED says where)")
      return []
    }
    let carried = try SmallTable.rows("etl/targets/plans.csv")
    for file in files where file.hasSuffix(".txt") {
      let path = "\(corpus)/\(file)"
      let gold = "\(shared)/gold/\(file.dropLast(4)).csv"
      let isGold = FileManager.default.fileExists(atPath: gold)
      var truth = isGold ? gold : ""
      if !isGold {
        let hash = try Command.output(of: "/usr/bin/sha256sum", [path], [:]).prefix(64)
        let plan = carried.first { $0["text_sha256"] == String(hash) }
        truth = "etl/targets/\(plan?["plan"] ?? "").csv"
      }
      guard let rows = try? SmallTable.rows(truth) else {
        print(file, "NOT MEASURED (no targets are known)")
        continue
      }
      let text = PlanText(try String(contentsOfFile: path, encoding: .utf8))
      let reading = try readFile(path)
      show(
        "\(file.prefix(3)) \(isGold ? "gold" : "carried")",
        PlanScore(
          reading.targets.map(\.target), truth: rows.map(ReadTarget.target(of:)), lines: text.lines)
      )
    }
    return []
  }

  private func show(_ name: String, _ score: PlanScore) {
    let fields = PlanScore.Field.allCases.compactMap { field in
      score.fields[field].map { "\(field.rawValue) \($0.part.share)" }
    }
    print(
      name.padding(toLength: 20, withPad: " ", startingAt: 0), "F1", score.f1.share, "precision",
      score.precision.share, "recall", score.recall.share, "of \(score.wanted); quotes",
      score.quotes.part.share)
    print("  " + fields.joined(separator: ", "))
  }

  // MARK: - Times

  /// A plan of 90 KB from text to JSON.
  private func time() throws -> (name: String, value: Double) {
    var tasks = 20
    var plan = PlanMaker.plan(.lines, seed: 90, tasksPerArea: tasks)
    while plan.text.utf8.count < 90_000, tasks < 400 {
      tasks += 5
      plan = PlanMaker.plan(.lines, seed: 90, tasksPerArea: tasks)
    }
    let path = folder + "/long.txt"
    try plan.text.write(toFile: path, atomically: true, encoding: .utf8)
    var times = Times()
    for _ in 0..<Benchmarks.rounds { times.add(try command(path).run()) }
    print("plan read, \(plan.text.utf8.count) bytes, milliseconds:", times.text)
    return ("plan read 90 KB", times.middle)
  }

  func command(_ path: String) -> Command {
    Command(
      program: program, arguments: ["plan", "read", path, "--format", "json"],
      environment: environment)
  }

  private func read(_ lines: [String], as name: String) throws -> ReadPlan {
    let path = "\(folder)/\(name).txt"
    try (lines.joined(separator: "\n") + "\n").write(
      toFile: path, atomically: true, encoding: .utf8)
    return try readFile(path)
  }

  private func readFile(_ path: String) throws -> ReadPlan {
    let command = command(path)
    let text = try Command.output(of: program, command.arguments, environment)
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode(ReadPlan.self, from: Data(text.utf8))
  }
}

extension Double {
  fileprivate var share: String { String(format: "%.4f", self) }
}
