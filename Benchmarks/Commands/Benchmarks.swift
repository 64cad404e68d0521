// chiso-benchmarks PROGRAM [commands|bulk|plans|large]: measures a built chiso on a warehouse of its own in
// a temporary folder, and fails when a threshold is missed. Run from the root of the clone (make bench).

import Foundation

@main
enum Benchmarks {
  static let rounds = 21
  static var measured: [(name: String, value: Double)] { results }
  nonisolated(unsafe) private static var results: [(name: String, value: Double)] = []

  static func main() {
    do {
      try measureAll()
    } catch {
      print("error: \(error)")
      exit(1)
    }
  }

  private static func measureAll() throws {
    let suite = CommandLine.arguments.count == 3 ? CommandLine.arguments[2] : "all"
    let suites = ["all", "commands", "bulk", "plans", "large"]
    guard [2, 3].contains(CommandLine.arguments.count), suites.contains(suite) else {
      let some = suites.dropFirst().joined(separator: "|")
      throw BenchmarkError("usage: chiso-benchmarks PROGRAM [\(some)]")
    }
    let program = URL(fileURLWithPath: CommandLine.arguments[1]).path
    let work = NSTemporaryDirectory() + "chiso-bench-\(ProcessInfo.processInfo.processIdentifier)"
    try FileManager.default.createDirectory(atPath: work, withIntermediateDirectories: true)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: work)
    defer { try? FileManager.default.removeItem(atPath: work) }
    let environment = ["CHISO_HOME": work + "/home", "CHISO_ETL": "etl", "LC_ALL": "C"]
    func chiso(_ arguments: [String]) -> Command {
      Command(program: program, arguments: arguments, environment: environment)
    }
    defer { _ = try? chiso(["down", "--quiet"]).run() }
    if ["all", "commands"].contains(suite) {
      print("milliseconds: least, middle, greatest of \(rounds) rounds, turn by turn")
      try measureUp(program: program, work: work)
      try measureLoads(chiso)
      try measureQuestions(chiso, home: work + "/home", environment: environment, program: program)
      results += try measureReports(chiso, work: work)
    }
    if ["all", "plans"].contains(suite) {
      let plans = work + "/plans"
      try FileManager.default.createDirectory(atPath: plans, withIntermediateDirectories: true)
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: plans)
      results += try PlanReadings(folder: plans, program: program, environment: environment)
        .measure()
    }
    if ["all", "bulk"].contains(suite) {
      let bulk = work + "/bulk"
      try FileManager.default.createDirectory(atPath: bulk, withIntermediateDirectories: true)
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: bulk)
      results += try BulkLoad(folder: bulk, program: program, psql: serverPrograms() + "/psql")
        .measure()
    }
    if ["all", "large"].contains(suite) {
      results += try Growth(folder: work + "/large", program: program).measure(rounds: rounds)
    }
    try judge(all: suite == "all")
  }

  private static func measureUp(program: String, work: String) throws {
    let programs = try serverPrograms()
    var up = Times()
    var byHand = Times()
    for round in 0..<5 {
      let home = "\(work)/up\(round)"
      let environment = ["CHISO_HOME": home, "LC_ALL": "C"]
      up.add(
        try Command(program: program, arguments: ["up", "-q"], environment: environment).run())
      _ = try Command(program: program, arguments: ["down", "-q"], environment: environment).run()
      let data = "\(work)/hand\(round)"
      let script = """
        set -e
        mkdir -p '\(data)' && cd '\(data)'
        as=''
        if [ "$(id -u)" = 0 ]; then chown postgres '\(data)'; as='runuser -u postgres --'; fi
        $as '\(programs)/initdb' -D '\(data)/pg' -E UTF8 --locale=C.UTF-8 -A trust -N >/dev/null
        $as '\(programs)/pg_ctl' -D '\(data)/pg' -l '\(data)/log' -w \
          -o "-k '\(data)' -c listen_addresses=''" start >/dev/null
        """
      byHand.add(try Command(program: "/bin/sh", arguments: ["-c", script]).run())
      let stop = """
        as=''; if [ "$(id -u)" = 0 ]; then as='runuser -u postgres --'; fi
        cd / && $as '\(programs)/pg_ctl' -D '\(data)/pg' -m immediate stop >/dev/null
        """
      _ = try Command(program: "/bin/sh", arguments: ["-c", stop]).run()
    }
    print("up on a new home (with migrations)".padded, up.text)
    print("initdb and start by hand".padded, byHand.text)
    results.append(("up on a new home / initdb and start", up.middle / byHand.middle))
  }

  private static func measureLoads(_ chiso: ([String]) -> Command) throws {
    _ = try chiso(["up", "-q"]).run()
    var first = Times()
    first.add(try chiso(["load", "-q"]).run())
    var again = Times()
    for _ in 0..<rounds { again.add(try chiso(["load", "-q"]).run()) }
    print("load all jobs".padded, first.text)
    print("load again".padded, again.text)
    results.append(("load all jobs", first.middle))
    results.append(("load again", again.middle))
  }

  private static func measureQuestions(
    _ chiso: ([String]) -> Command, home: String, environment: [String: String], program: String
  ) throws {
    // Where the socket is, the program says itself; psql is the real binary, not Debian's wrapper.
    let psql = try serverPrograms() + "/psql"
    let socket = try Command.output(of: program, ["status", "--lang", "en"], environment)
      .split(separator: "\n").first { $0.hasPrefix("socket in ") }?.dropFirst(10)
    guard let socket else { throw BenchmarkError("status does not name the socket") }
    for question in Question.all + Question.charts {
      let asked = chiso(question.arguments)
      let told = Command(
        program: psql,
        arguments: [
          "-X", "-q", "-h", String(socket), "-U", "postgres", "-d", "chiso", "-c",
          try question.sql(in: "sql/queries"),
        ])
      var ours = Times()
      var theirs = Times()
      for _ in 0..<rounds {
        ours.add(try asked.run())
        theirs.add(try told.run())
      }
      print("chiso \(question.name)".padded, ours.text)
      print("psql \(question.name)".padded, theirs.text)
      results.append(("\(question.name) / psql", ours.middle / theirs.middle))
      results.append(("\(question.name) beyond psql", ours.middle - theirs.middle))
    }
  }

  /// Compares what was measured with Thresholds/commands.csv.
  private static func judge(all: Bool) throws {
    let text = try String(
      contentsOfFile: "Benchmarks/Thresholds/commands.csv", encoding: .utf8)
    var missed: [String] = []
    print("")
    for line in text.split(separator: "\n").dropFirst() {
      let fields = line.split(separator: ",").map(String.init)
      guard fields.count == 3, let most = Double(fields[2]) else { continue }
      guard let result = measured.first(where: { $0.name == fields[0] }) else {
        let isRival = Rivals.names.contains { fields[0].hasSuffix("/ \($0)") }
        if all || isRival { print(fields[0].padded, "NOT MEASURED") }
        if all, !isRival { missed.append("\(fields[0]): not measured") }
        continue
      }
      let verdict = result.value <= most ? "ok" : "MISSED"
      print(
        fields[0].padded,
        String(format: "%8.3f", result.value), fields[1], "(at most \(fields[2]))", verdict)
      if result.value > most { missed.append(fields[0]) }
    }
    guard missed.isEmpty else {
      throw BenchmarkError("thresholds missed: " + missed.joined(separator: "; "))
    }
  }

  private static func serverPrograms() throws -> String {
    let parent = "/usr/lib/postgresql"
    let majors = (try? FileManager.default.contentsOfDirectory(atPath: parent)) ?? []
    guard let newest = majors.compactMap(Int.init).max() else {
      throw BenchmarkError("no PostgreSQL in \(parent)")
    }
    return "\(parent)/\(newest)/bin"
  }
}

extension String {
  fileprivate var padded: String { padding(toLength: 40, withPad: " ", startingAt: 0) }
}
