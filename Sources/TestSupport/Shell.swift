// Commands of the shell, for tests that need a program of the system. Foundation's Process waits for a
// descriptor that a server started meanwhile keeps open, and with it for ever. Only tests import this.

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Runs commands of the shell.
public enum Shell {
  /// Runs a command and waits for its end.
  ///
  /// - Parameter command: what sh is to run.
  /// - Returns: its exit code, 128 and more where a signal ended it, and what it printed to stdout.
  public static func run(_ command: String) -> (status: Int32, output: String) {
    guard let pipe = popen(command, "re") else { return (126, "") }
    var output: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&piece, 1, piece.count, pipe)
      if count == 0 { break }
      output += piece[..<count]
    }
    let ending = pclose(pipe)
    let status = ending & 0x7F == 0 ? (ending >> 8) & 0xFF : 128 + (ending & 0x7F)
    return (status, String(decoding: output, as: UTF8.self))
  }

  /// A word in single quotes, as sh takes it.
  ///
  /// - Parameter word: any text.
  /// - Returns: the word, quoted.
  public static func quoted(_ word: String) -> String {
    "'" + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
      + "'"
  }
}
