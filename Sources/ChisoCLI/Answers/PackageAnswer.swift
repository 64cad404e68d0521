// An answer as a Frictionless data package: a folder with a file for each table, one of the sources, and
// datapackage.json, which says what stands in them.

import Crypto
import FoundationEssentials
import IndicatorModel
import RowRendering
import Warehouse

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Writes an answer as a data package; the folder appears only when it is whole.
final class PackageAnswer: AnswerWriter {
  private static let descriptor = "datapackage.json"
  private static let sourcesKey = "sources"
  private static let namePrefix = "chiso-"

  private let target: String
  private let folder: TemporaryFolder
  private var file: PackageFile?
  private var resources: [JSONValue] = []

  init(folder target: String) throws {
    self.target = target.count > 1 && target.hasSuffix("/") ? String(target.dropLast()) : target
    guard Self.mayReplace(self.target) else {
      throw Failure(.cannotWrite, AnswerMessage.notAPackage(self.target))
    }
    let parts = self.target.split(separator: "/", omittingEmptySubsequences: false)
    let parent = parts.dropLast().joined(separator: "/")
    folder = try TemporaryFolder(
      in: parts.count == 1 ? "." : parent.isEmpty ? "/" : parent, named: ".\(parts.last ?? "")")
  }

  /// Whether nothing is lost when the folder is replaced: it is not there, it is empty, or it holds what
  /// this program wrote and nothing else.
  private static func mayReplace(_ path: String) -> Bool {
    var status = stat()
    guard lstat(path, &status) == 0 else { return true }
    guard status.st_mode & S_IFMT == S_IFDIR,
      let held = try? FileManager.default.contentsOfDirectory(atPath: path)
    else { return false }
    guard !held.isEmpty else { return true }
    guard let text = FileManager.default.contents(atPath: "\(path)/\(descriptor)"),
      let package = try? JSONDecoder().decode(HeldPackage.self, from: text),
      package.name.hasPrefix(namePrefix)
    else { return false }
    let files = Set(package.resources.map(\.path) + [descriptor])
    return held.allSatisfy { name in
      files.contains(name) && lstat("\(path)/\(name)", &status) == 0
        && status.st_mode & S_IFMT == S_IFREG
    }
  }

  /// What is read of a package that is there.
  private struct HeldPackage: Decodable {
    struct Resource: Decodable { let path: String }
    let name: String
    let resources: [Resource]
  }

  func begin(_ table: AnswerTable) throws {
    try endTable()
    file = try PackageFile(folder: folder.path, table: table)
  }

  func row(_ fields: [Field]) throws { try file?.row(fields) }

  func end(_ context: () throws -> AnswerContext) throws -> [String] {
    let context = try context()
    let listing = Listing<SourceRow>.sources
    if !context.sources.isEmpty {
      try begin(
        AnswerTable(
          key: Self.sourcesKey, heading: Heading.sources(), columns: listing.columns))
      for source in context.sources { try row(listing.fields(source)) }
    }
    try endTable()
    let stream = try OutputStream(file: "\(folder.path)/\(Self.descriptor)")
    try stream.write(descriptor(context).pretty + "\n")
    try stream.finish()
    try putInPlace()
    return []
  }

  private func endTable() throws {
    guard let file else { return }
    resources.append(try file.end(sourcesIn: Self.sourcesKey))
    self.file = nil
  }

  private func descriptor(_ context: AnswerContext) -> JSONValue {
    .object([
      ("profile", .string("tabular-data-package")),
      ("name", .string(Self.namePrefix + AnswerContext.verb)),
      ("title", .string(AnswerContext.question)),
      (
        "description",
        .string(
          ([AnswerMessage.madeBy(ToolVersion.current)] + context.remarks).joined(separator: "\n"))
      ),
      ("created", .string(context.askedAt.description)),
      ("licenses", .array(Self.licences(of: context.sources))),
      (
        "sources",
        .array(
          context.sources.map { source in
            let address = source.url.map { [("path", JSONValue.string($0))] } ?? []
            return .object([("title", .string("\(source.publisher): \(source.title)"))] + address)
          })
      ),
      ("resources", .array(resources)),
    ])
  }

  /// The licences that sources name, and that some name none: facts need none.
  private static func licences(of sources: [SourceRow]) -> [JSONValue] {
    let named = Set(sources.compactMap(\.licence)).sorted()
      .map { JSONValue.object([("name", .string($0)), ("title", .string($0))]) }
    guard sources.isEmpty || sources.contains(where: { $0.licence == nil }) else { return named }
    return named + [
      .object([("name", .string("notspecified")), ("title", .string(AnswerMessage.noLicence()))])
    ]
  }

  /// Moves the whole folder to its name; a package that was there goes.
  private func putInPlace() throws {
    func failed() -> Failure {
      Failure(.cannotWrite, Complaint.cannotWrite(target, String(cString: strerror(errno))))
    }
    let mask = umask(0)
    umask(mask)
    chmod(folder.path, 0o777 & ~mask)
    if rename(folder.path, target) == 0 { return }
    guard errno == ENOTEMPTY || errno == EEXIST else { throw failed() }
    let old = folder.path + ".old"
    guard rename(target, old) == 0 else { throw failed() }
    guard rename(folder.path, target) == 0 else {
      let failure = failed()
      rename(old, target)
      throw failure
    }
    TemporaryFolder.remove(old)
  }
}

/// A file of a package while it is written: its bytes are counted and hashed, and what its columns hold
/// is noted.
private final class PackageFile {
  private let table: AnswerTable
  private let output: HashingOutput
  private var renderer: Renderer
  private var types: [FieldType?]

  init(folder: String, table: AnswerTable) throws {
    self.table = table
    let output = HashingOutput(try OutputStream(file: "\(folder)/\(table.key).csv"))
    self.output = output
    renderer = Renderer(columns: table.columns, format: .csv) { try output.write($0) }
    types = table.columns.map { _ in nil }
    try renderer.begin()
  }

  func row(_ fields: [Field]) throws {
    for (position, field) in fields.enumerated() where position < types.count {
      guard let type = FieldType(field.machine) else { continue }
      types[position] = types[position].map { $0.joined(with: type) } ?? type
    }
    try renderer.row(fields)
  }

  /// Ends the file and describes it.
  func end(sourcesIn sources: String) throws -> JSONValue {
    try renderer.end()
    try output.stream.finish()
    let shown = table.columns.indices.filter { table.columns[$0].isIn(.csv) }
    let fields = shown.map { position in
      JSONValue.object([
        ("name", .string(table.columns[position].key)),
        ("title", .string(ColumnName.heading(of: table.columns[position]))),
        ("type", .string((types[position] ?? .string).rawValue)),
      ])
    }
    var schema: [(String, JSONValue)] = [
      ("fields", .array(fields)), ("missingValues", .array([.string("")])),
    ]
    if table.key == sources { schema.append(("primaryKey", .array([.string("source")]))) }
    return .object([
      ("name", .string(table.key)),
      ("title", .string(table.heading ?? AnswerMessage.figures())),
      ("path", .string("\(table.key).csv")),
      ("profile", .string("tabular-data-resource")),
      ("format", .string("csv")),
      ("mediatype", .string("text/csv")),
      ("encoding", .string("utf-8")),
      ("bytes", .int(output.bytes)),
      ("hash", .string("sha256:\(output.hash)")),
      ("schema", .object(schema)),
    ])
  }
}

/// A stream whose bytes are hashed as they go.
private final class HashingOutput {
  let stream: OutputStream
  private(set) var bytes = 0
  private var hasher = SHA256()

  init(_ stream: OutputStream) { self.stream = stream }

  func write(_ text: String) throws {
    var text = text
    text.withUTF8 {
      bytes += $0.count
      hasher.update(bufferPointer: UnsafeRawBufferPointer($0))
    }
    try stream.write(text)
  }

  var hash: String {
    hasher.finalize().map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }.joined()
  }
}

/// The types of a table schema that columns have here.
private enum FieldType: String {
  case integer, number, boolean, date, string

  /// The type of a value; nil for none.
  init?(_ cell: Cell) {
    switch cell {
    case .missing: return nil
    case .integer: self = .integer
    case .number, .change: self = .number
    case .boolean: self = .boolean
    case .date(let text): self = text.utf8.count == 10 ? .date : .string
    case .text, .list, .json: self = .string
    }
  }

  /// The type of a column that holds both.
  func joined(with other: FieldType) -> FieldType {
    switch (self, other) {
    case _ where self == other: self
    case (.integer, .number), (.number, .integer): .number
    default: .string
    }
  }
}
