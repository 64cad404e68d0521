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
  /// Folder of the files that jobs declare.
  public let files: String

  /// Names the folder; nothing is read yet.
  ///
  /// - Parameters:
  ///   - path: path of the folder.
  ///   - files: folder of the files that jobs declare, where they lie elsewhere.
  public init(path: String, files: String? = nil) {
    self.path = path
    self.files = files ?? path
  }

  /// Whether the folder holds jobs.
  public var exists: Bool { access(path + "/jobs", R_OK) == 0 }

  /// Names of the jobs, in order, whether their declarations are right or not.
  public var jobNames: [String] {
    names(in: "jobs").filter { $0.hasSuffix(".yml") }.map { $0.dropSuffix(".yml") }.sorted()
  }

  /// Reads all declarations, plans before what refers to them, then by name.
  ///
  /// - Returns: the jobs that are right, and what is wrong with the others.
  public func jobs() -> (jobs: [Job], diagnostics: [Diagnostic]) {
    var (jobs, broken) = read()
    let order = Job.Kind.allCases
    jobs.sort {
      (order.firstIndex(of: $0.kind) ?? 0, $0.name) < (order.firstIndex(of: $1.kind) ?? 0, $1.name)
    }
    return (jobs, broken.flatMap(\.diagnostics).sorted())
  }

  /// The jobs whose declarations are wrong.
  ///
  /// - Returns: the jobs, by name.
  public func brokenJobs() -> [BrokenJob] { read().broken }

  private func read() -> (jobs: [Job], broken: [BrokenJob]) {
    var jobs: [Job] = []
    var broken: [BrokenJob] = []
    for name in names(in: "jobs") where name.hasSuffix(".yml") {
      let file = "jobs/" + name
      var read: (job: Job?, diagnostics: [Diagnostic], onFailure: BrokenJob.Command)
      do {
        read = Job.read(text: try text(of: file), file: file)
      } catch let error as DocumentError {
        read = (nil, [Diagnostic(error, file: file)], .unknown)
      } catch {
        read = (nil, [Diagnostic(.fileUnreadable, ["\(error)"], file: file)], .unknown)
      }
      if let job = read.job {
        let (whole, told) = completed(job)
        if told.isEmpty { jobs.append(whole) }
        read.diagnostics += told
      }
      guard !read.diagnostics.isEmpty else { continue }
      broken.append(
        BrokenJob(
          name: name.dropSuffix(".yml"), diagnostics: read.diagnostics, onFailure: read.onFailure))
    }
    return (jobs, broken)
  }

  /// The job with the files that its patterns mean and the corrections and decisions that stand beside
  /// it, where there are any.
  private func completed(_ job: Job) -> (job: Job, diagnostics: [Diagnostic]) {
    var job = job
    job.expandPatterns { names(in: files + "/" + $0, isWhole: true) }
    var diagnostics: [Diagnostic] = []
    let corrections = "jobs/\(job.name).corrections.csv"
    if holds(corrections) {
      diagnostics += Correction.read(
        into: &job, path: fullPath(corrections), file: corrections)
    }
    let decisions = decisionFile(of: job.name)
    if job.kind == .documents, holds(decisions) {
      diagnostics += Decision.read(into: &job, path: fullPath(decisions), file: decisions)
    }
    return (job, diagnostics)
  }

  /// Path of the decisions about the documents of a job, relative to the folder.
  ///
  /// - Parameter job: name of the job.
  /// - Returns: the path.
  public func decisionFile(of job: String) -> String { "jobs/\(job).decisions.csv" }

  /// Whether the folder has a file.
  func holds(_ file: String) -> Bool { access(fullPath(file), F_OK) == 0 }

  /// Path of a file as people look for it: a declaration here, what it declares where that lies.
  ///
  /// - Parameter file: path as diagnostics name it.
  /// - Returns: the path from where the program runs.
  public func shown(_ file: String) -> String {
    let isOurs = file.hasPrefix("jobs/") || file.hasPrefix("catalog/")
    return (isOurs ? path : files) + "/" + file
  }

  /// Full path of a file that a job declares, links followed.
  ///
  /// - Throws: `DocumentError.outside` where a link leads out of the folder of the files: whoever may
  ///   put files there may not have others read by the one who loads.
  func fullPath(of file: Job.File) throws(DocumentError) -> String {
    let path = files + "/" + file.path
    guard let real = Self.realPath(path), let root = Self.realPath(files) else { return path }
    guard real.hasPrefix(root == "/" ? root : root + "/") else {
      throw .outside(path: path, target: real)
    }
    return real
  }

  private static func realPath(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }

  /// Full path of a file of the folder.
  ///
  /// - Parameter file: path relative to the folder.
  /// - Returns: the path from where the program runs.
  public func fullPath(_ file: String) -> String {
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
      guard bytes.count <= Self.longestText else {
        throw DocumentError.tooLong(path: file, limit: Self.longestText)
      }
    }
    return try ForeignBytes.text(of: bytes, path: file)
  }

  /// No declaration comes near to this.
  private static let longestText = 1 << 20

  /// Names in a folder, sorted; none if it is not there.
  func names(in folder: String, isWhole: Bool = false) -> [String] {
    guard let directory = opendir(isWhole ? folder : fullPath(folder)) else { return [] }
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
