// Work that is pure is done ahead on other threads, while the database takes what is done: a few things at
// a time, so that memory stays flat however many there are.

import Dispatch
import Synchronization

/// Results of pure work, in order, some of them made ahead.
struct ReadAhead<Item: Sendable, Value: Sendable> {
  private final class Ticket: Sendable {
    let done = DispatchSemaphore(value: 0)
    let value = Mutex<Value?>(nil)
  }

  private let items: [Item]
  /// How many are made ahead.
  private let width: Int
  private let work: @Sendable (Item) -> Value
  private var tickets: [Ticket] = []
  private var position = 0

  /// Prepares the work; nothing is begun yet.
  ///
  /// - Parameters:
  ///   - items: what is worked on, in order.
  ///   - width: how many are made ahead.
  ///   - work: makes the result of one; on any thread.
  init(_ items: [Item], width: Int, _ work: @escaping @Sendable (Item) -> Value) {
    self.items = items
    self.width = max(1, width)
    self.work = work
  }

  /// The next result; nil after the last.
  mutating func next() -> Value? {
    while tickets.count < width, position < items.count {
      let ticket = Ticket()
      tickets.append(ticket)
      let (item, work) = (items[position], work)
      position += 1
      DispatchQueue.global().async {
        let value = work(item)
        ticket.value.withLock { $0 = value }
        ticket.done.signal()
      }
    }
    guard !tickets.isEmpty else { return nil }
    let ticket = tickets.removeFirst()
    ticket.done.wait()
    return ticket.value.withLock { $0 }
  }
}

/// A document that was kept and read.
struct ReadDocument: Sendable {
  /// Path as declared.
  let file: String
  /// The kept bytes, or why they could not be kept.
  let entry: Result<KeptFiles.Entry, any Error>
  /// What was read, or why nothing could be.
  let plan: Result<DocumentMapping, Diagnostic>

  /// Keeps a document and reads the kept bytes.
  init(
    _ file: Job.File, folder: JobFolder, kept: KeptFiles,
    read: (String, Job.File) -> Result<DocumentMapping, Diagnostic>
  ) {
    self.file = file.path
    let entry = Result { try kept.keep(folder.fullPath(of: file)) }
    self.entry = entry
    switch entry {
    case .success(let kept): plan = read(kept.path, file)
    case .failure(let error):
      plan = .failure(Diagnostic(.fileUnreadable, ["\(error)"], file: file.path))
    }
  }
}
