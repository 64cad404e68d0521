// Runs a kept program that reads files of other people: its processor time, memory, output and time on
// the clock end somewhere, whatever the file holds. Waits on the thread that calls, and on no other.

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// How much a program may take.
struct ProgramLimits: Sendable {
  /// Seconds of processor time.
  var processorSeconds = 60
  /// Seconds on the clock.
  var clockSeconds = 120
  /// Address space in KiB.
  var memory = 1 << 20
  /// Largest file that it may write, in blocks of 512 bytes.
  var fileBlocks = 1 << 19
}

/// A program of the system under limits.
enum LimitedProgram {
  /// How a program ended.
  enum Ending: Sendable, Equatable {
    /// It did its work.
    case done
    /// It gave up.
    case failed
    /// A limit stopped it.
    case stopped
    /// There is no such program.
    case missing
  }

  /// What it says goes to this file of its folder.
  static let messages = "messages"

  /// What the shell returns for a program that is not there; 127 may be a library that found no room.
  private static let missing: Int32 = 111

  /// The shell sets the limits, where the system has them, and becomes the program.
  private static let script = """
    cd "$1" || exit 126
    ulimit -t "$2"; ulimit -v "$3" 2>/dev/null; ulimit -f "$4"; shift 4
    command -v "$1" >/dev/null || exit \(missing)
    exec "$@" >\(messages) 2>&1 </dev/null
    """

  /// Runs a program in a folder and waits for its end.
  static func run(
    _ program: String, _ arguments: [String], in folder: String, limits: ProgramLimits
  ) -> Ending {
    let numbers = [limits.processorSeconds, limits.memory, limits.fileBlocks].map(String.init)
    let words = ["sh", "-c", script, "sh", folder] + numbers + [program] + arguments
    guard let process = start("/bin/sh", words) else { return .failed }
    var status: Int32 = 0
    let tick = 5
    for waited in 0... {
      let ended = waitpid(process, &status, WNOHANG)
      if ended == process { break }
      if ended < 0, errno != EINTR { return .failed }
      if waited * tick >= limits.clockSeconds * 1_000 {
        kill(-process, SIGKILL)
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        return .stopped
      }
      usleep(UInt32(tick) * 1_000)
    }
    // The low bits name the signal that ended it, the next byte is what it returned.
    guard status & 0x7F == 0 else { return .stopped }
    switch (status >> 8) & 0xFF {
    case 0: return .done
    case missing: return .missing
    default: return .failed
    }
  }

  /// No setting of the user's changes how a file is read.
  private static var environment: [String] {
    let kept = ["PATH", "LD_LIBRARY_PATH"].compactMap { (name: String) -> String? in
      getenv(name).map { "\(name)=\(String(cString: $0))" }
    }
    return kept + [
      "LC_ALL=C.UTF-8", "HOME=/nonexistent", "XDG_CONFIG_HOME=/nonexistent",
      "XDG_CACHE_HOME=/nonexistent", "GSETTINGS_BACKEND=memory",
      // tesseract's threads wait for each other more than they work.
      "OMP_THREAD_LIMIT=1",
    ]
  }

  /// Starts a program in a group of its own: an interrupt of the load is no error of its file.
  private static func start(_ path: String, _ words: [String]) -> pid_t? {
    #if canImport(Darwin)
      var attributes: posix_spawnattr_t?
    #else
      var attributes = posix_spawnattr_t()
    #endif
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
    posix_spawnattr_setpgroup(&attributes, 0)
    let arguments = words.map { strdup($0) } + [nil]
    let variables = environment.map { strdup($0) } + [nil]
    defer { for text in arguments + variables { free(text) } }
    var process: pid_t = 0
    let code = posix_spawn(&process, path, nil, &attributes, arguments, variables)
    return code == 0 ? process : nil
  }
}
