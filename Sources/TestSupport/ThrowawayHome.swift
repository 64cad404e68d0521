// Home folders for runs of the program itself, gone when the test process ends. Only tests import this.

import EmbeddedPostgres
import FoundationEssentials
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Folders in which a test may make a warehouse of its own.
public enum ThrowawayHome {
  private static let prefix = "/tmp/throwaway-home-"
  private static let folders = Atomic<Int>(0)
  private static let cleaning: Void = {
    removeFolders { kill($0, 0) != 0 && errno == ESRCH }  // of processes that were killed
    atexit { ThrowawayHome.removeFolders { $0 == getpid() } }
  }()

  /// Makes an empty folder; the warehouse is to be in its subfolder `home`, which is not made.
  ///
  /// - Returns: The path of the folder; a server started on `home` is stopped when the process ends.
  /// - Throws: What the file system says.
  public static func makeFolder() throws -> String {
    _ = cleaning
    let number = folders.add(1, ordering: .relaxed).newValue
    let path = "\(prefix)\(getpid())-\(number)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    return path
  }

  private static func removeFolders(where isOurs: (pid_t) -> Bool) {
    for name in (try? FileManager.default.contentsOfDirectory(atPath: "/tmp")) ?? [] {
      let path = "/tmp/" + name
      guard path.hasPrefix(prefix),
        let owner = path.dropFirst(prefix.count).split(separator: "-").first.flatMap({ pid_t($0) }),
        isOurs(owner), access(path, W_OK) == 0
      else { continue }
      let cluster = EmbeddedCluster(home: path + "/home")
      let status = cluster.status
      if let processID = status.processID {
        kill(pid_t(processID), SIGQUIT)
        // Not whether the process is there: one that nobody waits for stays as a zombie.
        for _ in 0..<500 where cluster.isRunning { usleep(10_000) }
      }
      try? FileManager.default.removeItem(atPath: path)
      rmdir(status.socketFolder)
    }
  }
}
