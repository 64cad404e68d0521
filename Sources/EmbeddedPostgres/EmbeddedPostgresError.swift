// What can go wrong with the private server, in cases that a person can act on.

/// Why the private PostgreSQL server is not to be had.
public enum EmbeddedPostgresError: Error, Sendable, Hashable {
  /// No PostgreSQL 15 or later is installed.
  case programsMissing
  /// The data were written by a major version that is not installed.
  case versionMismatch(cluster: Int, found: [Int])
  /// Root runs the server as the user `postgres`, and there is none.
  case serverUserMissing
  /// A file or folder cannot be written.
  case notWritable(path: String, reason: String)
  /// Somebody else owns the folder that the socket would lie in.
  case socketFolderNotOurs(path: String)
  /// The disk is full.
  case diskFull(path: String)
  /// The data folder could not be made; what initdb said.
  case initFailed(output: String)
  /// The server did not start; the end of its log.
  case startFailed(log: String)
  /// The server did not stop; what pg_ctl said.
  case stopFailed(output: String)
  /// Another process has kept the lock of the home folder for too long.
  case busy(lock: String)
}

extension EmbeddedPostgresError: CustomStringConvertible {
  /// What happened and what to do.
  public var description: String {
    switch self {
    case .programsMissing:
      """
      no PostgreSQL 15 or later is installed here; install the server, on Debian and Ubuntu \
      'apt-get install postgresql' (or a version by name, such as postgresql-15)
      """
    case .versionMismatch(let cluster, let found):
      """
      the data were written by PostgreSQL \(cluster), and \
      \(found.isEmpty ? "no PostgreSQL" : found.map { "only \($0)" }.joined(separator: ", ")) \
      is installed; install postgresql-\(cluster)
      """
    case .serverUserMissing:
      """
      there is no user 'postgres', as whom root would run the server; install the package \
      postgresql, or run this as an ordinary user
      """
    case .notWritable(let path, let reason):
      "cannot write '\(path)': \(reason)"
    case .socketFolderNotOurs(let path):
      "'\(path)' should be our private folder and is not; remove it, or set XDG_RUNTIME_DIR"
    case .diskFull(let path):
      "the disk that holds '\(path)' is full"
    case .initFailed(let output):
      "PostgreSQL could not make its data folder: \(output)"
    case .startFailed(let log):
      "the PostgreSQL server did not start; the end of its log:\n\(log)"
    case .stopFailed(let output):
      "the PostgreSQL server did not stop: \(output)"
    case .busy(let lock):
      "another process is starting or stopping the server, and holds '\(lock)'"
    }
  }
}
