// Lines of a crontab. Not every cron knows time zones: the lines ask each hour, at the minutes that the
// schedules name, and `chiso load --due` knows what is due.

import IndicatorModel

/// The lines for a set of schedules.
enum Crontab {
  /// The lines: variables, the start of the embedded server, the loads.
  static func lines(_ command: ScheduledCommand, schedules: [Schedule]) -> [String] {
    var lines = command.variables.map { "\($0.name)=\(value($0.value))" }
    if command.isEmbedded {
      lines.append("@reboot \(call([command.program, "up", "--quiet"]))")
    }
    // Zones are whole hours apart: minutes are the same in all of them.
    let minutes = Set(schedules.map(\.minute)).sorted().map(String.init).joined(separator: ",")
    lines.append(
      "\(minutes) * * * * \(call([command.program, "load", "--due", "--quiet"] + command.options))")
    return lines
  }

  private static func value(_ text: String) -> String {
    text.contains(where: { " \"'#".contains($0) }) ? "\"\(text)\"" : text
  }

  /// Words for the shell that cron calls; cron itself ends the line at a bare `%`.
  static func call(_ words: [String]) -> String {
    words.map { word in
      let plain = word.allSatisfy {
        $0.isASCII && ($0.isLetter || $0.isNumber || "/._-=:,@+".contains($0))
      }
      let quoted = plain ? word : "'\(word.replacing("'", with: "'\\''"))'"
      return quoted.replacing("%", with: "\\%")
    }.joined(separator: " ")
  }
}
