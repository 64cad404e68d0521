// The units of systemd: a timer with the schedules of the jobs, the load that it starts, and the embedded
// server in a unit of its own. What is due is decided by `chiso load --due`, not by the timer.

import IndicatorModel

/// A unit: its file name and its text.
struct SystemdUnit {
  let name: String
  let text: String
}

/// The units for a set of schedules.
enum SystemdUnits {
  /// The units, each after those it needs.
  static func make(_ command: ScheduledCommand, schedules: [Schedule]) -> [SystemdUnit] {
    (command.isEmbedded ? [server(command)] : []) + [load(command), timer(schedules)]
  }

  private static let serverName = "chiso-server.service"

  private static func server(_ command: ScheduledCommand) -> SystemdUnit {
    SystemdUnit(
      name: serverName,
      text: """
        [Unit]
        Description=Chiso warehouse

        [Service]
        Type=oneshot
        RemainAfterExit=yes
        \(setting(command))
        ExecStart=\(line([command.program, "up", "--quiet"]))
        ExecStop=\(line([command.program, "down", "--quiet"]))
        TimeoutStartSec=5min

        [Install]
        WantedBy=multi-user.target

        """)
  }

  private static func load(_ command: ScheduledCommand) -> SystemdUnit {
    let needs =
      command.isEmbedded
      ? "Requires=\(serverName)\nAfter=\(serverName)"
      : "Wants=network-online.target\nAfter=network-online.target"
    return SystemdUnit(
      name: "chiso-load.service",
      text: """
        [Unit]
        Description=Chiso loads that are due
        \(needs)

        [Service]
        Type=oneshot
        \(setting(command))
        ExecStart=\(line([command.program, "load", "--due"] + command.options))

        """)
  }

  private static func timer(_ schedules: [Schedule]) -> SystemdUnit {
    var times: [String] = []
    for time in schedules.flatMap(calendar) where !times.contains(time) { times.append(time) }
    return SystemdUnit(
      name: "chiso-load.timer",
      text: """
        [Unit]
        Description=When Chiso loads

        [Timer]
        \(times.map { "OnCalendar=\($0)" }.joined(separator: "\n"))
        Persistent=true

        [Install]
        WantedBy=timers.target

        """)
  }

  /// A schedule as calendar events; `~01` is the last day of a month, for months that are shorter.
  static func calendar(_ schedule: Schedule) -> [String] {
    let time = "\(two(schedule.hour)):\(two(schedule.minute)):00 \(schedule.zone.name)"
    let days =
      switch schedule.rule {
      case .daily: ["*-*-*"]
      case .monthly(let day) where day == 31: ["*-*~01"]
      case .monthly(let day) where day > 28: ["*-*-\(two(day))", "*-02~01"]
      case .monthly(let day): ["*-*-\(two(day))"]
      case .yearly(2, 29): ["*-02~01"]
      case .yearly(let month, let day): ["*-\(two(month))-\(two(day))"]
      }
    return days.map { "\($0) \(time)" }
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  private static func setting(_ command: ScheduledCommand) -> String {
    let user = command.user.map { ["User=\($0)"] } ?? []
    let variables = command.variables.map { "Environment=\(quoted("\($0.name)=\($0.value)"))" }
    return (user + variables).joined(separator: "\n")
  }

  private static func line(_ words: [String]) -> String {
    // In a command line, unlike in a setting, a dollar sign means a variable.
    words.map { quoted($0).replacing("$", with: "$$") }.joined(separator: " ")
  }

  /// A word in double quotes where it holds more than plain characters; `%` means something to systemd.
  static func quoted(_ word: String) -> String {
    let plain = word.allSatisfy {
      $0.isASCII && ($0.isLetter || $0.isNumber || "/._-=:,@+".contains($0))
    }
    guard !plain else { return word }
    let escaped = word.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
      .replacing("%", with: "%%").replacing("\n", with: "\\n")
    return "\"\(escaped)\""
  }
}
