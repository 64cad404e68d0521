// The bytes of a file on their way into the kept files. What is loaded is what is kept; but a large file
// need not wait for its copy, if it turns out that what was read are the same bytes.

/// The bytes of one file.
struct KeptCopies {
  /// Where the file lies, while its copy is made; nil where only copies are left.
  let source: String?
  private let find: () throws -> [KeptFiles.Entry]

  /// Names the bytes.
  ///
  /// - Parameters:
  ///   - source: path of the file itself.
  ///   - find: waits for the copies; several where the newest adds to those after it.
  init(source: String? = nil, _ find: @escaping () throws -> [KeptFiles.Entry]) {
    self.source = source
    self.find = find
  }

  /// Waits for the copies and notes what the newest of them is.
  ///
  /// - Throws: `DocumentError`, `KeptFiles.Failure`, `Diagnostic`.
  func kept(for entry: inout SlotEntry, _ file: String) throws -> [KeptFiles.Entry] {
    let copies = try find()
    entry.bytes = copies.first.map { ($0.sha256, $0.size, file) }
    return copies
  }

  /// How large the file is, as far as that is known without waiting.
  var size: Int? { source.flatMap(KeptFiles.size(of:)) }
}
