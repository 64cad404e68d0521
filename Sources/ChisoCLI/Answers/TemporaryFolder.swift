// A folder for what is not whole yet.

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A folder of this program alone, which goes with the object unless it was moved to its place.
final class TemporaryFolder {
  let path: String

  /// Makes a folder.
  ///
  /// - Parameters:
  ///   - parent: the folder that it is made in; nil for the one that the system has for such things.
  ///   - name: what its name begins with.
  /// - Throws: `Failure`.
  init(in parent: String?, named name: String) throws {
    let parent = parent ?? Environment["TMPDIR"].flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp"
    var template = Array("\(parent)/\(name).XXXXXX".utf8CString)
    guard let made = mkdtemp(&template) else {
      throw Failure(.cannotWrite, Complaint.cannotWrite(parent, String(cString: strerror(errno))))
    }
    path = String(cString: made)
  }

  deinit { Self.remove(path) }

  /// Removes a folder and the files in it, which holds no folders.
  static func remove(_ path: String) {
    guard let entries = opendir(path) else { return }
    while let entry = readdir(entries) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { unlink("\(path)/\(name)") }
    }
    closedir(entries)
    rmdir(path)
  }
}
