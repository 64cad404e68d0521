// Reads jobs from etl/jobs. The decoder here is the authority on what a job may say; the JSON Schema in
// etl/schemas follows it, and a test keeps them in step.

import Documents

extension Job {
  /// Keys of a job.
  static let keys = [
    "job", "kind", "mode", "title", "publisher", "terms", "url", "source", "schedule", "published",
    "on_failure", "table", "files",
  ]
  /// Keys of `title`.
  static let titleKeys = ["vi", "en"]
  /// Keys of `table`.
  static let tableKeys = ["shape", "decimal_mark"] + SheetDeclaration.keys
  /// Keys of an element of `files`.
  static let fileKeys =
    ["path", "shape", "decimal_mark", "sheets", "head", "encoding"] + SheetDeclaration.keys
  /// Keys of `head`.
  static let headKeys = DeclaredHead.keys
  /// Keys of an element of `sheets`.
  static let sheetKeys = SheetDeclaration.keys
  /// Marks that may stand between units and decimals.
  static let decimalMarks = [".", ","]

  /// Reads one declaration.
  ///
  /// - Parameters:
  ///   - text: the YAML.
  ///   - file: path relative to the folder of the jobs, for diagnostics.
  /// - Returns: the job, or what is wrong with it; and its command either way.
  static func read(
    text: String, file: String
  ) -> (job: Job?, diagnostics: [Diagnostic], onFailure: BrokenJob.Command) {
    var reader: DeclarationReader
    do {
      reader = try DeclarationReader(text: text, file: file)
    } catch {
      return (nil, [error], text.contains("on_failure") ? .unknown : .nothing)
    }
    let name = reader.text("job")
    var diagnostics: [Diagnostic] = []
    let expected = file.split(separator: "/").last.map(String.init)?.dropSuffix(".yml") ?? ""
    if !name.isEmpty, name != expected {
      diagnostics.append(
        Diagnostic(.jobNameMismatch, [name, expected], file: file, line: reader.line(of: "job")))
    }
    let kind = reader.word("kind", of: Kind.allCases.map(\.rawValue))
    let mode = reader.word("mode", of: Mode.allCases.map(\.rawValue), fallback: "replace")
    if mode == Mode.append.rawValue, Kind(rawValue: kind)?.hasFigures == false {
      diagnostics.append(
        Diagnostic(
          .notAllowed, ["mode", mode, Mode.replace.rawValue], file: file,
          line: reader.line(of: "mode")))
    }
    var title = reader.mapping("title")
    if title == nil { _ = reader.text("title") }
    let titleVi = title?.text("vi") ?? ""
    let titleEn = title?.text("en") ?? ""
    diagnostics += title?.finish() ?? []
    let publisher = reader.text("publisher")
    let terms = reader.text("terms")
    let url = reader.optionalText("url")
    let schedule = reader.schedule(file)
    let published = reader.publication(file)
    diagnostics += schedule.diagnostics + published.diagnostics
    let onFailure = reader.optionalText("on_failure")
    let command = onFailure.map(BrokenJob.Command.command) ?? .nothing
    var (files, told) = files(of: &reader, file: file, Kind(rawValue: kind))
    for index in files.indices { files[index].replaces = mode == Mode.replace.rawValue }
    diagnostics += told
    diagnostics += reader.finish()
    guard diagnostics.isEmpty, let kind = Kind(rawValue: kind) else {
      return (nil, diagnostics.sorted(), command)
    }
    return (
      Job(
        name: name, kind: kind, titleVi: titleVi, titleEn: titleEn, publisher: publisher,
        terms: terms, url: url, files: files, schedule: schedule.schedule,
        published: published.publication, onFailure: onFailure), [], command
    )
  }

  private static func files(
    of reader: inout DeclarationReader, file: String, _ kind: Kind?
  ) -> (files: [File], diagnostics: [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    let source = kind == .reported ? reader.text("source") : reader.optionalText("source")
    let everywhere = SheetDeclaration(source: source, line: reader.line(of: "source"))
    var table = reader.mapping("table")
    let shape = table?.shape(fallback: "long") ?? "long"
    let mark = table?.decimalMark(fallback: ".") ?? "."
    let common = (table?.sheet()).map { everywhere.overlaid(by: $0) } ?? everywhere
    diagnostics += table?.finish() ?? []
    var files: [File] = []
    for var entry in reader.list("files") {
      let path = entry.text("path")
      if path.hasPrefix("/") || path.split(separator: "/").contains("..") {
        diagnostics.append(
          Diagnostic(.pathOutside, [path], file: file, line: entry.line(of: "path")))
      }
      if files.contains(where: { $0.path == path }) {
        diagnostics.append(
          Diagnostic(.fileDeclaredTwice, [path], file: file, line: entry.line(of: "path")))
      }
      let own = entry.shape(fallback: shape)
      var declared = File(
        path: path, shape: Shape(rawValue: own) ?? .long,
        decimalMark: entry.decimalMark(fallback: mark).first ?? ".")
      declared.isReported = kind == .reported
      diagnostics += declared.readDocument(&entry, file: file, isDocument: kind == .documents)
      if declared.isReported, declared.shape != .long {
        diagnostics.append(
          Diagnostic(
            .notAllowed, ["shape", own, Shape.long.rawValue], file: file,
            line: entry.line(of: "shape")))
      }
      let (sheets, source, told) = sheets(of: &entry, common: common, file: file, declared)
      declared.sheets = sheets
      declared.source = source
      diagnostics += told
      files.append(declared)
      diagnostics += entry.finish()
    }
    return (files, diagnostics)
  }

  /// The sheets that a file declares, each over what the file and the table say; of other shapes the
  /// source alone.
  private static func sheets(
    of entry: inout DeclarationReader, common: SheetDeclaration, file: String, _ declared: File
  ) -> (sheets: [SheetLayout], source: String?, diagnostics: [Diagnostic]) {
    let own = entry.sheet()
    let declaration = common.overlaid(by: own)
    var elements = entry.list("sheets", isOptional: true)
    guard declared.shape == .sheet else {
      let line = elements.first?.line ?? declaration.firstKey?.line ?? own.firstKey?.line
      return (
        [], declaration.source,
        line.map {
          [
            Diagnostic(
              .notAllowed, ["shape", declared.shape.rawValue, "sheet"], file: file, line: $0)
          ]
        } ?? []
      )
    }
    let isWorkbook = Workbook.isWorkbook(declared.path)
    guard !elements.isEmpty else {
      let read = declaration.layout(file: file, line: entry.line, isWorkbook: isWorkbook)
      return (read.layout.map { [$0] } ?? [], nil, read.diagnostics)
    }
    var sheets: [SheetLayout] = []
    var diagnostics: [Diagnostic] = []
    for index in elements.indices {
      let whole = declaration.overlaid(by: elements[index].sheet())
      let read = whole.layout(file: file, line: elements[index].line, isWorkbook: isWorkbook)
      sheets += read.layout.map { [$0] } ?? []
      diagnostics += read.diagnostics + elements[index].finish()
    }
    return (sheets, nil, diagnostics)
  }
}

extension Job.File {
  /// Reads what is declared of a plan's document; other files have nothing of the kind.
  fileprivate mutating func readDocument(
    _ entry: inout DeclarationReader, file: String, isDocument: Bool
  ) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    if var reader = entry.mapping("head") {
      head = DeclaredHead(&reader, file: file)
      diagnostics += reader.finish()
    }
    encoding = entry.optionalText("encoding")
    let wrong = isDocument ? nil : head != nil ? "head" : encoding != nil ? "encoding" : nil
    if let wrong {
      diagnostics.append(
        Diagnostic(
          .documentsOnly, [wrong, Job.Kind.documents.rawValue], file: file,
          line: entry.line(of: wrong)))
    }
    if FilePattern.isPattern(path) {
      let isForOne = head?.plan != nil || head?.number != nil
      if !isDocument {
        diagnostics.append(
          Diagnostic(
            .documentsOnly, ["*", Job.Kind.documents.rawValue], file: file,
            line: entry.line(of: "path")))
      } else if isForOne {
        diagnostics.append(
          Diagnostic(.patternNamesOne, [path], file: file, line: entry.line(of: "head")))
      }
    }
    return diagnostics
  }
}

extension DeclarationReader {
  fileprivate mutating func shape(fallback: String) -> String {
    word("shape", of: Job.Shape.allCases.map(\.rawValue), fallback: fallback)
  }

  fileprivate mutating func sheet() -> SheetDeclaration {
    SheetDeclaration(&self)
  }

  fileprivate mutating func decimalMark(fallback: String) -> String {
    word("decimal_mark", of: Job.decimalMarks, fallback: fallback)
  }
}

extension String {
  /// The text without an ending, where it has it.
  func dropSuffix(_ suffix: String) -> String {
    hasSuffix(suffix) ? String(dropLast(suffix.count)) : self
  }
}
