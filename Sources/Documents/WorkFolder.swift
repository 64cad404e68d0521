// The private folder in which a kept program writes what it makes of a file. It goes when its reader goes;
// what a killed process leaves is cleared by the next one that makes a folder.

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A folder of files that live as long as it does.
///
/// Its owner holds a lock on it, which the system takes back when the process ends, however it ends: a
/// folder that nobody has locked belongs to nobody. Numbers of processes would not tell, since another
/// container may share the temporary folder.
struct WorkFolder: ~Copyable {
  /// Path of the folder.
  let path: String
  private let lock: Int32

  private static let prefix = "chiso-workbook-"

  /// Makes a folder in TMPDIR, and clears those that dead processes of this user left there.
  ///
  /// - Throws: `DocumentError.unreadable` about `file`, where no folder can be made.
  init(for file: String) throws(DocumentError) {
    let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    Self.clearAbandoned(in: parent)
    // Another process may take a new folder for an abandoned one before it is locked.
    for _ in 0..<100 {
      var template = Array("\(parent)/\(Self.prefix)XXXXXX".utf8CString)
      guard mkdtemp(&template) != nil else { break }
      let path = template.withUnsafeBufferPointer { buffer in
        buffer.baseAddress.map { String(cString: $0) } ?? parent
      }
      if let lock = Self.lock(path) {
        self.path = path
        self.lock = lock
        return
      }
    }
    throw .unreadable(path: file, reason: "\(parent): \(String(cString: strerror(errno)))")
  }

  deinit {
    Self.remove(path)
    close(lock)
  }

  /// Names of the files in the folder.
  var names: [String] { Self.names(in: path) }

  private static func clearAbandoned(in parent: String) {
    for name in names(in: parent) where name.hasPrefix(prefix) {
      let path = parent + "/" + name
      guard let lock = lock(path) else { continue }
      remove(path)
      close(lock)
    }
  }

  /// Locks a folder of this user that nobody has locked and that is still there.
  private static func lock(_ path: String) -> Int32? {
    let folder = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard folder >= 0 else { return nil }
    var opened = stat()
    var named = stat()
    // Taken by name again: between opening and locking, another may have cleared it.
    guard flock(folder, LOCK_EX | LOCK_NB) == 0, fstat(folder, &opened) == 0,
      lstat(path, &named) == 0, named.st_ino == opened.st_ino, named.st_dev == opened.st_dev,
      opened.st_uid == geteuid()
    else {
      close(folder)
      return nil
    }
    return folder
  }

  private static func remove(_ path: String) {
    for name in names(in: path) { unlink(path + "/" + name) }
    rmdir(path)
  }

  private static func names(in folder: String) -> [String] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names
  }
}
