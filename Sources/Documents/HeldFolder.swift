// Private folders for work in between. Each is held by a lock while its process lives, so that what a
// killed one left is known and removed by the next.

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A folder that goes with its files when its owner lets go of it.
struct HeldFolder: ~Copyable {
  let path: String
  private let descriptor: Int32

  /// Makes a folder, after removing those of its kind that nobody holds.
  ///
  /// - Parameters:
  ///   - parent: the folder to make it in.
  ///   - kind: what its name begins with.
  init?(in parent: String, kind: String) {
    Self.removeLeftovers(in: parent, kind: kind)
    while true {
      var template = Array("\(parent)/\(kind)XXXXXX".utf8CString)
      guard mkdtemp(&template) != nil else { return nil }
      let path = template.withUnsafeBufferPointer { buffer in
        buffer.baseAddress.map { String(cString: $0) } ?? ""
      }
      let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
      if descriptor < 0, errno == ENOENT { continue }  // somebody who cleared was faster
      guard descriptor >= 0 else { return nil }
      // Without locks nobody takes it for a leftover either.
      let isTaken = flock(descriptor, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK
      if !isTaken, access(path, F_OK) == 0 {
        self.path = path
        self.descriptor = descriptor
        return
      }
      // Somebody who cleared came before the lock.
      close(descriptor)
    }
  }

  deinit {
    Self.remove(path)
    close(descriptor)
  }

  /// Names of what lies in it.
  var names: [String] { Self.names(in: path) }

  private static func removeLeftovers(in parent: String, kind: String) {
    for name in names(in: parent) where name.hasPrefix(kind) {
      let path = "\(parent)/\(name)"
      let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
      guard descriptor >= 0 else { continue }
      defer { close(descriptor) }
      var status = stat()
      guard fstat(descriptor, &status) == 0, status.st_uid == geteuid(),
        flock(descriptor, LOCK_EX | LOCK_NB) == 0
      else { continue }
      remove(path)
    }
  }

  private static func remove(_ path: String) {
    for name in names(in: path) { unlink("\(path)/\(name)") }
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
