// As whom the server runs: PostgreSQL refuses root, so root lends it to the user `postgres`.

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The owner of the cluster's files and of the server's process.
struct ServerUser: Sendable, Hashable {
  let userID: uid_t
  let groupID: gid_t
  /// Whether programs must be told to run as somebody else than we are.
  let mustSwitch: Bool

  /// The user `postgres` for root, else whoever we are.
  static func current() throws(EmbeddedPostgresError) -> ServerUser {
    guard geteuid() == 0 else {
      return ServerUser(userID: geteuid(), groupID: getegid(), mustSwitch: false)
    }
    guard let entry = getpwnam("postgres") else { throw .serverUserMissing }
    return ServerUser(
      userID: entry.pointee.pw_uid, groupID: entry.pointee.pw_gid, mustSwitch: true)
  }

  /// Makes a private folder of this user, or checks that the one there is just that.
  ///
  /// - Returns: Whether the folder is ours; false if it belongs to somebody else or is a link.
  func ensurePrivateFolder(_ path: String) throws(EmbeddedPostgresError) -> Bool {
    if mkdir(path, 0o700) == 0 {
      guard !mustSwitch || chown(path, userID, groupID) == 0 else {
        throw .notWritable(path: path, reason: String(cString: strerror(errno)))
      }
      return true
    }
    guard errno == EEXIST else {
      throw .notWritable(path: path, reason: String(cString: strerror(errno)))
    }
    var status = stat()
    guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR,
      status.st_uid == userID
    else { return false }
    // Whatever the umask or an earlier owner made of it, nobody else may enter.
    return status.st_mode & 0o077 == 0 || chmod(path, 0o700) == 0
  }
}
