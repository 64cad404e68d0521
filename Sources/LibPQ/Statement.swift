// SQL text and the name it goes by. The name is the SQL file's, so that an error says where to look.

/// SQL with the name of the file that it comes from.
public struct Statement: Sendable, Hashable {
  /// The name that errors show, usually a file name such as `m0003_create_target.sql`.
  public let name: String
  /// The SQL itself.
  public let text: String

  /// Names a piece of SQL.
  ///
  /// - Parameters:
  ///   - name: What errors show, usually the name of the SQL file.
  ///   - text: The SQL, with `$1`, `$2`, ... where parameters stand.
  public init(name: String, text: String) {
    self.name = name
    self.text = text
  }

  /// Refuses text that libpq would cut short, since C strings end at the first NUL byte.
  func checkForNUL() throws(PostgresError) {
    guard text.utf8.contains(0) else { return }
    throw PostgresError(.misuse, "the SQL holds a NUL byte; remove it", statement: name)
  }
}
