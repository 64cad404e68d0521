// Arrays of one dimension, and `bytea`, which Swift spells as an array too.

/// A type that the elements of an array cell can be read as.
public protocol PostgresArrayElement: PostgresDecodable {
  /// Reads the text of a whole array; nil means that it is no such array.
  static func elements(ofArray text: String) -> [Self]?

  /// Whether array columns of this type may be read.
  static func acceptsArray(_ type: PostgresType) -> Bool
}

extension PostgresArrayElement {
  /// Reads the elements one by one; NULL is refused unless the element is an `Optional`.
  public static func elements(ofArray text: String) -> [Self]? {
    guard let texts = ArrayText.decode(text) else { return nil }
    var elements: [Self] = []
    elements.reserveCapacity(texts.count)
    for text in texts {
      guard let element = text.map({ Self(postgresText: $0) }) ?? Self.whenNull else { return nil }
      elements.append(element)
    }
    return elements
  }
}

extension Array: PostgresDecodable where Element: PostgresArrayElement {
  /// Reads all elements.
  public init?(postgresText text: String) {
    guard let elements = Element.elements(ofArray: text) else { return nil }
    self = elements
  }

  /// The array types of the element.
  public static func accepts(_ type: PostgresType) -> Bool { Element.acceptsArray(type) }
}

extension Optional: PostgresArrayElement where Wrapped: PostgresArrayElement {
  /// The array types of the element.
  public static func acceptsArray(_ type: PostgresType) -> Bool { Wrapped.acceptsArray(type) }
}

extension String: PostgresArrayElement {
  /// `text[]`, `varchar[]`, `char[]`, `name[]` and `date[]`.
  public static func acceptsArray(_ type: PostgresType) -> Bool {
    type == .textArray || type == .varcharArray || type == .bpcharArray || type == .nameArray
      || type == .dateArray
  }
}

extension PostgresArrayElement where Self: FixedWidthInteger {
  /// `smallint[]`, `integer[]` and `bigint[]`.
  public static func acceptsArray(_ type: PostgresType) -> Bool {
    type == .int4Array || type == .int8Array || type == .int2Array
  }
}

extension Int: PostgresArrayElement {}
extension Int64: PostgresArrayElement {}
extension Int32: PostgresArrayElement {}

extension Double: PostgresArrayElement {
  /// `double precision[]` and `real[]`.
  public static func acceptsArray(_ type: PostgresType) -> Bool {
    type == .float8Array || type == .float4Array
  }
}

extension UInt8: PostgresArrayElement {
  /// A single byte is no value of its own in PostgreSQL.
  public static func accepts(_ type: PostgresType) -> Bool { false }

  /// `bytea` only.
  public static func acceptsArray(_ type: PostgresType) -> Bool { type == .bytea }

  /// Reads the hexadecimal form of `bytea`, `\x00ff`.
  public static func elements(ofArray text: String) -> [UInt8]? {
    guard text.hasPrefix("\\x") else { return nil }
    let digits = text.utf8.dropFirst(2)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(digits.count / 2)
    var high: UInt8?
    for digit in digits {
      guard let value = hexadecimal(digit) else { return nil }
      if let first = high {
        bytes.append(first << 4 | value)
        high = nil
      } else {
        high = value
      }
    }
    return high == nil ? bytes : nil
  }

  private static func hexadecimal(_ digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
