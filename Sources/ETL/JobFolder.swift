// The folder etl/: which jobs it declares and where their files lie.

import Documents

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The folder of jobs, catalog and carried facts.
public struct JobFolder: Sendable, Hashable {
  /// Path of the folder.
  public let path: String

  /// Names the folder; nothing is read yet.
  ///
  /// - Parameter path: path of the folder.
  public init(path: String) {
    self.path = path
  }

  /// Whether the folder holds jobs.
  public var exists: Bool { access(path + "/jobs", R_OK) == 0 }

  /// Reads all declarations, plans before what refers to them, then by name.
  ///
  /// - Returns: the jobs that are right, and what is wrong with the others.
  public func jobs() -> (jobs: [Job], diagnostics: [Diagnostic]) {
    var jobs: [Job] = []
    var diagnostics: [Diagnostic] = []
    for name in names(in: "jobs") where name.hasSuffix(".yml") {
      let file = "jobs/" + name
      do {
        let read = Job.read(text: try text(of: file), file: file)
        diagnostics += read.diagnostics
        if let job = read.job { jobs.append(job) }
      } catch let error as DocumentError {
        diagnostics.append(Diagnostic(error, file: file))
      } catch {
        diagnostics.append(Diagnostic(.fileUnreadable, ["\(error)"], file: file))
      }
    }
    let order = Job.Kind.allCases
    jobs.sort {
      (order.firstIndex(of: $0.kind) ?? 0, $0.name) < (order.firstIndex(of: $1.kind) ?? 0, $1.name)
    }
    return (jobs, diagnostics.sorted())
  }

  /// Full path of a file of the folder.
  func fullPath(_ file: String) -> String {
    path + "/" + file
  }

  /// Text of a small file of the folder.
  func text(of file: String) throws -> String {
    var stream = try ByteStream(path: fullPath(file))
    var bytes: [UInt8] = []
    while true {
      let piece = try stream.next()
      if piece.isEmpty { break }
      bytes += piece
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw DocumentError.notUTF8(path: file, line: 1)
    }
    return text
  }

  private func names(in folder: String) -> [String] {
    guard let directory = opendir(fullPath(folder)) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }
}
