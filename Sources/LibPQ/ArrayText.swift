// The text form of one-dimensional arrays, `{1,NULL,"a b"}`, in both directions.

enum ArrayText {
  /// Quotes every element, so that `NULL`, blanks, commas and braces stay what they are.
  static func encode(_ elements: [String?]) -> String {
    var text: [UInt8] = [UInt8(ascii: "{")]
    for (index, element) in elements.enumerated() {
      if index > 0 { text.append(UInt8(ascii: ",")) }
      guard let element else {
        text.append(contentsOf: "NULL".utf8)
        continue
      }
      text.append(UInt8(ascii: "\""))
      for byte in element.utf8 {
        if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
          text.append(UInt8(ascii: "\\"))
        }
        text.append(byte)
      }
      text.append(UInt8(ascii: "\""))
    }
    text.append(UInt8(ascii: "}"))
    return String(decoding: text, as: UTF8.self)
  }

  /// Reads an array of one dimension.
  ///
  /// Nil means that the text is no such array; more dimensions and explicit bounds
  /// (`[0:1]={...}`) are not read.
  static func decode(_ text: String) -> [String?]? {
    var reader = Reader(bytes: Array(text.utf8))
    guard let elements = reader.array(), reader.isAtEnd else { return nil }
    return elements
  }

  private struct Reader {
    let bytes: [UInt8]
    var index = 0

    init(bytes: [UInt8]) {
      self.bytes = bytes
    }

    var isAtEnd: Bool { index == bytes.count }

    /// The byte at hand, or 0 past the end; the server never sends a NUL inside text.
    var current: UInt8 { index < bytes.count ? bytes[index] : 0 }

    mutating func skip(_ character: Unicode.Scalar) -> Bool {
      guard current == UInt8(ascii: character) else { return false }
      index += 1
      return true
    }

    mutating func array() -> [String?]? {
      guard skip("{") else { return nil }
      if skip("}") { return [] }
      var elements: [String?] = []
      repeat {
        guard let element = element() else { return nil }
        elements.append(element)
      } while skip(",")
      return skip("}") ? elements : nil
    }

    /// Nil means malformed, `.some(nil)` a NULL element.
    mutating func element() -> String?? {
      if skip("\"") { return quoted().map { .some($0) } ?? .none }
      let start = index
      let ends: [UInt8] = [UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "{"), 0]
      while !ends.contains(current) { index += 1 }
      guard index > start, current != UInt8(ascii: "{") else { return .none }
      let word = String(decoding: bytes[start..<index], as: UTF8.self)
      return word == "NULL" ? .some(nil) : .some(word)
    }

    mutating func quoted() -> String? {
      var content: [UInt8] = []
      while !isAtEnd {
        if skip("\"") { return String(decoding: content, as: UTF8.self) }
        _ = skip("\\")
        guard !isAtEnd else { return nil }
        content.append(current)
        index += 1
      }
      return nil
    }
  }
}
