// What a slot holds, found out while its file is read again: it is remembered, or comes from the server.

import Dispatch
import Warehouse

/// What one slot holds.
struct Held {
  private let slot: Int32
  private let conninfo: String
  private let folder: String
  private let found: Meanwhile<Found>

  private enum Found {
    case remembered(RememberedObservations)
    case held(SortedObservations)
  }

  /// Begins to find it out.
  init(by slot: Int32, _ conninfo: String, _ kept: KeptFiles) {
    self.slot = slot
    self.conninfo = conninfo
    folder = kept.path
    let (folder, memory) = (kept.path, kept.memory(of: slot))
    found = Meanwhile {
      if let remembered = SortedObservations.remembered(at: memory) {
        return .remembered(remembered)
      }
      return .held(try SortedObservations.held(by: slot, conninfo, folder: folder))
    }
  }

  /// What is remembered of it; nil where nothing is.
  func remembered() throws -> RememberedObservations? {
    if case .remembered(let remembered) = try found.value() { remembered } else { nil }
  }

  /// What it holds, asked of the server.
  func observations() throws -> SortedObservations {
    if case .held(let observations) = try found.value() { return observations }
    return try SortedObservations.held(by: slot, conninfo, folder: folder)
  }

  /// Begins to ask the server whether what is remembered is true; the question waits for nobody any more.
  ///
  /// - Parameters:
  ///   - remembered: what is remembered.
  ///   - alone: whether the server has nothing else to do.
  ///   - goOn: whether to wait on until it is asked: throws where not.
  /// - Returns: whether it is.
  /// - Throws: what `goOn` throws.
  func isTrue(
    _ remembered: RememberedObservations, alone: Bool, _ goOn: () throws -> Void
  ) throws -> Meanwhile<Bool> {
    let (slot, conninfo) = (slot, conninfo)
    let begun = DispatchSemaphore(value: 0)
    let answer = Meanwhile {
      defer { begun.signal() }  // also where it cannot be asked
      return try remembered.areHeld(by: slot, conninfo, alone: alone) { begun.signal() }
    }
    while begun.wait(timeout: .now() + .milliseconds(100)) == .timedOut { try goOn() }
    return answer
  }
}
