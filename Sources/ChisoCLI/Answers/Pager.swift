// A long table on a terminal, shown page by page.

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The program that shows long text: PAGER, else less where there is one.
enum Pager {
  /// Shows text, by a pager where it is longer than the terminal.
  ///
  /// - Parameter text: whole lines.
  /// - Returns: whether it was shown; else there is no pager, and the text has to be printed.
  static func show(_ text: String) -> Bool {
    let lines = text.utf8.count { $0 == UInt8(ascii: "\n") }
    guard let height = Console.height, lines >= height else { return false }
    let named = Environment["PAGER"] ?? "less"
    guard !named.isEmpty, named != "cat" else { return false }
    // As git asks it to be: colours as they are, nothing erased, gone where all fits.
    setenv("LESS", "FRX", 0)
    // Who leaves the pager early wants no more of the text; that is no error.
    let handler = signal(SIGPIPE, SIG_IGN)
    defer { signal(SIGPIPE, handler) }
    guard let pipe = popen(named, "w") else { return false }
    _ = text.withCString { fputs($0, pipe) }
    // A pager that is not there, or could not show it, says so by its exit code; one that was ended by a
    // signal has shown enough.
    let status = pclose(pipe)
    return status & 0x7F != 0 || status >> 8 == 0
  }
}
