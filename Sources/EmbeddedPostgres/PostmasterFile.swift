// postmaster.pid: what a running server writes into its data folder, and a killed one leaves there.

import FoundationEssentials

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The lines of `postmaster.pid` that matter here.
struct PostmasterFile {
  let path: String
  let dataFolder: String
  private let lines: [String]

  /// Reads the file; nil if there is none.
  init?(dataFolder: String) {
    self.dataFolder = dataFolder
    path = dataFolder + "/postmaster.pid"
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return nil }
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// The process that wrote the file.
  var processID: pid_t? { lines.first.flatMap { pid_t($0) } }

  /// The folder of the server's socket; nil while the server is still starting.
  var socketFolder: String? {
    lines.count > 4 && !lines[4].isEmpty ? lines[4] : nil
  }

  /// Whether that process is this cluster's server, and not one that got its number later.
  ///
  /// A server's working folder is its data folder. Where that cannot be seen, the process is
  /// somebody else's and so no server of ours.
  var isServerRunning: Bool {
    guard let processID, processID > 0, kill(processID, 0) == 0 || errno == EPERM else {
      return false
    }
    #if os(Linux)
      guard let folder = realpath("/proc/\(processID)/cwd", nil) else { return false }
      defer { free(folder) }
      return String(cString: folder) == dataFolder
    #else
      return kill(processID, 0) == 0
    #endif
  }

  /// Puts a number into the file that no process can have.
  ///
  /// PostgreSQL would not start beside a living process of that number. Removing the file would
  /// also remove the key by which it sees that processes of the killed server still run.
  func disownProcess() throws {
    let beyondAllProcesses = 1 << 22 + 1
    let text = ([String(beyondAllProcesses)] + lines.dropFirst()).joined(separator: "\n")
    guard let file = fopen(path, "r+") else {
      throw EmbeddedPostgresError.notWritable(path: path, reason: String(cString: strerror(errno)))
    }
    defer { fclose(file) }
    guard fputs(text, file) >= 0, ftruncate(fileno(file), off_t(text.utf8.count)) == 0 else {
      throw EmbeddedPostgresError.notWritable(path: path, reason: String(cString: strerror(errno)))
    }
  }
}
