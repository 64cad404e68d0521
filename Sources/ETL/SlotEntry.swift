// What the log says of one slot. Where facts change it is written in their own transaction: a load that
// dies then leaves no facts whose file nobody knows, and no file that would be skipped wrongly.

import Warehouse

/// An entry of the log that is ready but for its outcome.
struct SlotEntry {
  let slot: Int32
  let load: Int32
  /// Hash, size and name of the file; nil when it could not be read or is no more.
  var bytes: (sha256: String, size: Int, name: String)?
  let declaration: String
  let reader: String
  /// When the work on the slot began.
  private let start = ContinuousClock.now

  init(slot: Int32, load: Int32, declaration: String, reader: String) {
    self.slot = slot
    self.load = load
    self.declaration = declaration
    self.reader = reader
  }

  /// Seconds since then.
  var seconds: Double { (ContinuousClock.now - start) / .seconds(1) }

  /// Writes the entry.
  func write(_ outcome: SlotOutcome, to session: inout Session) throws {
    var outcome = outcome
    outcome.seconds = seconds
    try session.record(
      outcome, slot: slot, load: load, bytes: bytes, declaration: declaration, reader: reader)
  }
}
