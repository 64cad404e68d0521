// What goes to the terminal: the answer to stdout or a file, everything else to stderr.

import RowRendering

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Writes text to a file descriptor, buffered.
final class OutputStream {
  private let descriptor: Int32
  private let path: String
  private let temporary: String?
  private let isPaged: Bool
  private var buffer: [UInt8] = []
  private static let bufferSize = 1 << 16

  /// Standard output, also as `-`, or a file that appears under its name only when it is whole.
  ///
  /// What is paged waits until it is whole, too, and a pager shows it where it is longer than the terminal.
  init(file: String?, isPaged: Bool = false) throws {
    self.isPaged = isPaged && file == nil
    guard let file, file != "-" else {
      descriptor = STDOUT_FILENO
      path = "stdout"
      temporary = nil
      return
    }
    func failed() -> Failure {
      Failure(.cannotWrite, Complaint.cannotWrite(file, String(cString: strerror(errno))))
    }
    // A link means the file it leads to; a device or a pipe is written to, never replaced.
    let target = Self.resolved(file)
    var status = stat()
    let exists = stat(target, &status) == 0
    guard !exists || status.st_mode & S_IFMT == S_IFREG else {
      descriptor = open(target, O_WRONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw failed() }
      path = file
      temporary = nil
      return
    }
    let temporary = target + ".\(getpid()).part"
    let opened = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard opened >= 0 else { throw failed() }
    if exists {
      fchmod(opened, status.st_mode & 0o7777)
      _ = fchown(opened, status.st_uid, status.st_gid)
    }
    descriptor = opened
    path = target
    self.temporary = temporary
  }

  private static func resolved(_ file: String) -> String {
    guard let real = realpath(file, nil) else { return file }
    defer { free(real) }
    return String(cString: real)
  }

  deinit {
    if descriptor != STDOUT_FILENO { close(descriptor) }
    if let temporary {
      unlink(temporary)  // gone already when it was finished
    }
  }

  func write(_ text: String) throws {
    buffer.append(contentsOf: text.utf8)
    if buffer.count >= Self.bufferSize, !isPaged { try flush() }
  }

  /// Writes bytes as they are.
  func write(bytes: [UInt8]) throws {
    buffer.append(contentsOf: bytes)
    if buffer.count >= Self.bufferSize, !isPaged { try flush() }
  }

  /// Writes what a file holds.
  func write(contentsOf path: String) throws {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw failure(errno) }
    defer { close(file) }
    var piece = [UInt8](repeating: 0, count: Self.bufferSize)
    while true {
      let count = read(file, &piece, piece.count)
      guard count >= 0 else { throw failure(errno) }
      guard count > 0 else { return }
      buffer.append(contentsOf: piece[..<count])
      try flush()
    }
  }

  func finish() throws {
    if isPaged, Pager.show(String(decoding: buffer, as: UTF8.self)) { return }
    try flush()
    guard let temporary else { return }
    guard rename(temporary, path) == 0 else { throw failure(errno) }
  }

  private func flush() throws {
    var rest = buffer[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { bytes in
        systemWrite(descriptor, bytes.baseAddress, bytes.count)
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw failure(errno)
      }
      rest = rest.dropFirst(count)
    }
    buffer.removeAll(keepingCapacity: true)
  }

  private func failure(_ code: Int32) -> Failure {
    Failure(.cannotWrite, Complaint.cannotWrite(path, String(cString: strerror(code))))
  }
}

private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  #if canImport(Glibc)
    Glibc.write(descriptor, bytes, count)
  #elseif canImport(Musl)
    Musl.write(descriptor, bytes, count)
  #else
    Darwin.write(descriptor, bytes, count)
  #endif
}

/// The terminal, where there is one.
enum Console {
  /// Takes the numbers of standard streams that are closed, before a connection can get them.
  ///
  /// What is written for people would go to the server else. Writing the answer to one fails.
  static func occupyClosedStreams() {
    for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO]
    where fcntl(descriptor, F_GETFD) == -1 {
      _ = open("/dev/null", descriptor == STDERR_FILENO ? O_WRONLY : O_RDONLY)
    }
  }

  /// Says something beside the answer.
  static func note(_ text: String) {
    draw(text + "\n")
  }

  /// Writes to stderr what steers a terminal.
  static func draw(_ text: String) {
    let bytes = Array(text.utf8)
    _ = bytes.withUnsafeBytes { systemWrite(STDERR_FILENO, $0.baseAddress, $0.count) }
  }

  /// Width of the terminal that stderr is, where lines can be drawn again; nil where not.
  static var errorWidth: Int? {
    guard isatty(STDERR_FILENO) == 1, Environment["TERM"] != "dumb" else { return nil }
    var size = winsize()
    guard ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }

  /// Width of the terminal that stdout is; nil where it is none.
  static var width: Int? {
    guard isatty(STDOUT_FILENO) == 1 else { return nil }
    if let columns = Environment["COLUMNS"].flatMap(Int.init), columns > 0 { return columns }
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }

  /// Lines of the terminal that stdout is; nil where it is none, or does not say.
  static var height: Int? {
    guard isatty(STDOUT_FILENO) == 1, Environment["TERM"] != "dumb" else { return nil }
    if let lines = Environment["LINES"].flatMap(Int.init), lines > 0 { return lines }
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_row > 0 else { return nil }
    return Int(size.ws_row)
  }

  /// Whether somebody can be asked.
  static var isInteractive: Bool {
    isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1
  }

  /// Whether colours are wanted.
  static var hasColour: Bool {
    isatty(STDOUT_FILENO) == 1 && (Environment["NO_COLOR"] ?? "").isEmpty
      && Environment["TERM"] != "dumb"
  }
}
