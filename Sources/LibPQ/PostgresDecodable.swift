// From the server's text to Swift values. A value that does not fit is an error, never nil.

/// A type that a cell can be read as.
public protocol PostgresDecodable {
  /// Reads the server's text form; nil means that the text is no such value, and becomes an error.
  init?(postgresText text: String)

  /// Whether columns of this type may be read; no silent conversions.
  static func accepts(_ type: PostgresType) -> Bool

  /// What NULL becomes; nil means that NULL is refused, which is the default.
  static var whenNull: Self? { get }
}

extension PostgresDecodable {
  /// NULL is refused.
  public static var whenNull: Self? { nil }
}

extension Optional: PostgresDecodable where Wrapped: PostgresDecodable {
  /// Reads a value that is not NULL.
  public init?(postgresText text: String) {
    guard let value = Wrapped(postgresText: text) else { return nil }
    self = .some(value)
  }

  /// The types of the value inside.
  public static func accepts(_ type: PostgresType) -> Bool { Wrapped.accepts(type) }

  /// NULL becomes nil.
  public static var whenNull: Wrapped?? { .some(.none) }
}

extension String: PostgresDecodable {
  /// Takes the text as it is.
  public init?(postgresText text: String) { self = text }

  /// Any type: dates come as `2024-12-31`, numbers as digits.
  public static func accepts(_ type: PostgresType) -> Bool { true }
}

extension Bool: PostgresDecodable {
  /// Reads `t` or `f`.
  public init?(postgresText text: String) {
    guard text == "t" || text == "f" else { return nil }
    self = text == "t"
  }

  /// `boolean` only.
  public static func accepts(_ type: PostgresType) -> Bool { type == .bool }
}

extension PostgresDecodable where Self: FixedWidthInteger {
  /// Reads a whole number; one that does not fit is refused.
  public init?(postgresText text: String) {
    self.init(text, radix: 10)
  }

  /// `smallint`, `integer`, `bigint` and `oid`; cast a `numeric` in the SQL.
  public static func accepts(_ type: PostgresType) -> Bool {
    type == .int4 || type == .int8 || type == .int2 || type == .oid
  }
}

extension Int: PostgresDecodable {}
extension Int64: PostgresDecodable {}
extension Int32: PostgresDecodable {}

extension Double: PostgresDecodable {
  /// Reads a number, `NaN`, `Infinity` or `-Infinity`.
  public init?(postgresText text: String) {
    switch text {
    case "NaN": self = .nan
    case "Infinity": self = .infinity
    case "-Infinity": self = -.infinity
    default: self.init(text)
    }
  }

  /// `double precision`, `real` and the integers that it can hold; cast a `numeric` in the SQL.
  public static func accepts(_ type: PostgresType) -> Bool {
    type == .float8 || type == .float4 || type == .int4 || type == .int2
  }
}
