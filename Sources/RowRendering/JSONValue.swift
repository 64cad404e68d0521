// Nested JSON values and their text. Keys keep the order in which they were given; numbers that
// JSON cannot hold become null.

/// A JSON value whose objects keep the order of their keys.
public enum JSONValue: Sendable {
  /// `null`.
  case null
  /// `true` or `false`.
  case bool(Bool)
  /// A whole number.
  case int(Int)
  /// A number; NaN and infinities are written as `null`.
  case double(Double)
  /// A text.
  case string(String)
  /// An array.
  case array([JSONValue])
  /// An object, its members in order.
  case object([(String, JSONValue)])

  /// A text, or null.
  public init(_ value: String?) { self = value.map(JSONValue.string) ?? .null }

  /// A whole number, or null.
  public init(_ value: Int?) { self = value.map(JSONValue.int) ?? .null }

  /// A number, or null.
  public init(_ value: Double?) { self = value.map(JSONValue.double) ?? .null }

  /// A truth value, or null.
  public init(_ value: Bool?) { self = value.map(JSONValue.bool) ?? .null }

  /// The value of a member of an object; nil where it is none, or has no such member.
  public func member(_ key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.0 == key }?.1
  }

  /// The text on one line, without spaces between tokens.
  public var compact: String {
    var text = ""
    write(to: &text, indent: nil)
    return text
  }

  /// The text over several lines, two spaces a level, without a line feed at the end.
  public var pretty: String {
    var text = ""
    write(to: &text, indent: 0)
    return text
  }

  /// The text over several lines, but for what holds no other array or object: that stands on one.
  public var folded: String {
    var text = ""
    writeFolded(to: &text, indent: 0)
    return text
  }

  private var isFlat: Bool {
    func isPlain(_ value: JSONValue) -> Bool {
      switch value {
      case .array, .object: false
      default: true
      }
    }
    switch self {
    case .array(let values): return values.allSatisfy(isPlain)
    case .object(let members): return members.allSatisfy { isPlain($0.1) }
    default: return true
    }
  }

  private func writeFolded(to text: inout String, indent: Int) {
    guard !isFlat else { return write(to: &text, indent: nil) }
    switch self {
    case .array(let values):
      JSONValue.writeItems(values, "[", "]", to: &text, indent: indent) { value, text, inner in
        value.writeFolded(to: &text, indent: inner ?? 0)
      }
    case .object(let members):
      JSONValue.writeItems(members, "{", "}", to: &text, indent: indent) { member, text, inner in
        JSONValue.writeString(member.0, to: &text)
        text += ": "
        member.1.writeFolded(to: &text, indent: inner ?? 0)
      }
    default: break
    }
  }

  /// Appends the text; `indent` is the level of pretty printing, nil is compact.
  func write(to text: inout String, indent: Int?) {
    switch self {
    case .null: text += "null"
    case .bool(let value): text += value ? "true" : "false"
    case .int(let value): text += "\(value)"
    case .double(let value): text += machineText(value) ?? "null"
    case .string(let value): JSONValue.writeString(value, to: &text)
    case .array(let values):
      JSONValue.writeItems(values, "[", "]", to: &text, indent: indent) { value, text, inner in
        value.write(to: &text, indent: inner)
      }
    case .object(let members):
      JSONValue.writeItems(members, "{", "}", to: &text, indent: indent) { member, text, inner in
        JSONValue.writeString(member.0, to: &text)
        text += inner == nil ? ":" : ": "
        member.1.write(to: &text, indent: inner)
      }
    }
  }

  private static func writeItems<Item>(
    _ items: [Item], _ open: String, _ close: String, to text: inout String, indent: Int?,
    _ writeItem: (Item, inout String, Int?) -> Void
  ) {
    text += open
    let inner = indent.map { $0 + 1 }
    for (index, item) in items.enumerated() {
      if index > 0 { text += "," }
      if let inner { text += "\n" + String(repeating: "  ", count: inner) }
      writeItem(item, &text, inner)
    }
    if let indent, !items.isEmpty { text += "\n" + String(repeating: "  ", count: indent) }
    text += close
  }

  /// Appends a text in quotes; quote, backslash and control characters are escaped.
  static func writeString(_ value: String, to text: inout String) {
    text += "\""
    if value.utf8.contains(where: { $0 < 0x20 || $0 == 0x22 || $0 == 0x5C }) {
      for scalar in value.unicodeScalars { writeEscaped(scalar, to: &text) }
    } else {
      text += value
    }
    text += "\""
  }

  private static func writeEscaped(_ scalar: Unicode.Scalar, to text: inout String) {
    switch scalar {
    case "\"": text += "\\\""
    case "\\": text += "\\\\"
    case "\n": text += "\\n"
    case "\r": text += "\\r"
    case "\t": text += "\\t"
    case "\u{08}": text += "\\b"
    case "\u{0C}": text += "\\f"
    default:
      if scalar.value < 0x20 {
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
  }
}
