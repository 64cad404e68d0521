// Pieces of units and crontabs.

import IndicatorModel
import Testing

@testable import ChisoCLI

@Suite struct SchedulerTextTests {
  /// `~01` counts from the end of the month.
  @Test(arguments: [
    ("daily 02:05", ["*-*-* 02:05:00 Asia/Ho_Chi_Minh"]),
    ("monthly 5 03:00 UTC", ["*-*-05 03:00:00 UTC"]),
    ("monthly 30 03:00 UTC", ["*-*-30 03:00:00 UTC", "*-02~01 03:00:00 UTC"]),
    ("monthly 31 03:00 UTC", ["*-*~01 03:00:00 UTC"]),
    ("yearly 04-20 06:00 +09:00", ["*-04-20 06:00:00 Etc/GMT-9"]),
    ("yearly 02-29 06:00 UTC", ["*-02~01 06:00:00 UTC"]),
  ])
  func schedulesAreCalendarEvents(schedule: String, events: [String]) throws {
    #expect(SystemdUnits.calendar(try #require(Schedule(schedule))) == events)
  }

  @Test func wordsAreQuotedForTheirReader() {
    #expect(SystemdUnits.quoted("/usr/local/bin/chiso") == "/usr/local/bin/chiso")
    #expect(SystemdUnits.quoted(#"a b%c"d\e"#) == #""a b%%c\"d\\e""#)
    #expect(Crontab.call(["/a b/chiso", "it's", "50%"]) == #"'/a b/chiso' 'it'\''s' '50\%'"#)
  }
}
