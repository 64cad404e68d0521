// What time it is. The one place where a command asks, so that a test or a simulation can say so.

import IndicatorModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The clock of this run.
enum Clock {
  /// Seconds from 1970-01-01 to 2000-01-01.
  private static let secondsTo2000 = 946_684_800

  /// What schedules take as now: the time of the machine, or CHISO_NOW in tests.
  static func now() throws -> Moment {
    guard let text = Environment["CHISO_NOW"], !text.isEmpty else { return machine }
    guard let moment = Moment(iso: text) else {
      throw Failure(.configuration, Complaint.badMoment(text))
    }
    return moment
  }

  /// The time of the machine.
  static var machine: Moment {
    Moment(secondsSince2000: Int(time(nil)) - secondsTo2000)
  }
}
