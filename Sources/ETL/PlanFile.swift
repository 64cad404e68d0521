// The text of a plan's file. The one place that says how: what Documents reads is read here.

import Documents
public import PlanReading

/// Reads files of plans as text.
public enum PlanFile {
  /// No plan comes near to this.
  private static let longestText = 16 << 20

  /// The text of a file.
  ///
  /// - Parameters:
  ///   - path: where the bytes are.
  ///   - name: name of the file for diagnostics; it says the kind of the file.
  ///   - encoding: encoding of a text, as iconv knows it; nil for UTF-8.
  /// - Returns: the text by line.
  /// - Throws: `Diagnostic` about the file.
  public static func text(
    path: String, name: String, encoding: String? = nil
  ) throws(Diagnostic) -> PlanText {
    do {
      return try read(path: path, name: name, encoding: encoding)
    } catch {
      throw Diagnostic(error, file: name)
    }
  }

  private static func read(
    path: String, name: String, encoding: String?
  ) throws(DocumentError) -> PlanText {
    var stream = try ByteStream(path: path)
    guard stream.size <= longestText else { throw .tooLong(path: path, limit: longestText) }
    var bytes: [UInt8] = []
    while true {
      let piece = try stream.next()
      if piece.isEmpty { break }
      bytes += piece
      guard bytes.count <= longestText else { throw .tooLong(path: path, limit: longestText) }
    }
    if bytes.isEmpty { throw .empty(path: path) }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    return PlanText(try ForeignBytes.text(of: bytes, path: path))
  }
}
