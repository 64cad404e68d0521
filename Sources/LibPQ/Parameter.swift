// Values for `$1`, `$2`, ..., each with its type, so that the server never guesses one. How they
// are laid out for libpq is in ParameterList.swift.

/// One value bound to a statement.
public struct Parameter: Sendable, Hashable {
  enum Value: Sendable, Hashable {
    case null
    case text(String)
    case bytes([UInt8])
  }

  let type: PostgresType
  let value: Value

  private init(_ type: PostgresType, _ value: Value) {
    self.type = type
    self.value = value
  }

  private init(_ type: PostgresType, _ text: String?) {
    self.init(type, text.map(Value.text) ?? .null)
  }

  /// NULL, of the type that the place of the parameter asks for.
  public static let null = Parameter(.inferred, .null)

  /// A `text`.
  public static func text(_ value: String) -> Parameter { Parameter(.text, value) }

  /// A `text`, or NULL.
  public static func optionalText(_ value: String?) -> Parameter { Parameter(.text, value) }

  /// A `bigint`.
  public static func int(_ value: Int) -> Parameter { Parameter(.int8, String(value)) }

  /// A `bigint`, or NULL.
  public static func optionalInt(_ value: Int?) -> Parameter {
    Parameter(.int8, value.map(String.init))
  }

  /// An `integer`.
  public static func int32(_ value: Int32) -> Parameter { Parameter(.int4, String(value)) }

  /// An `integer`, or NULL.
  public static func optionalInt32(_ value: Int32?) -> Parameter {
    Parameter(.int4, value.map(String.init))
  }

  /// A `double precision`, to the last bit, also NaN and the infinities.
  public static func double(_ value: Double) -> Parameter {
    Parameter(.float8, value.description)
  }

  /// A `double precision`, or NULL.
  public static func optionalDouble(_ value: Double?) -> Parameter {
    Parameter(.float8, value?.description)
  }

  /// A `boolean`.
  public static func bool(_ value: Bool) -> Parameter { Parameter(.bool, value ? "t" : "f") }

  /// A `boolean`, or NULL.
  public static func optionalBool(_ value: Bool?) -> Parameter {
    Parameter(.bool, value.map { $0 ? "t" : "f" })
  }

  /// A `bytea`; sent as it is, NUL bytes included.
  public static func bytes(_ value: [UInt8]) -> Parameter { Parameter(.bytea, .bytes(value)) }

  /// A `date`, written `2024-12-31`.
  public static func date(_ iso: String) -> Parameter { Parameter(.date, iso) }

  /// A `date`, written `2024-12-31`, or NULL.
  public static func optionalDate(_ iso: String?) -> Parameter { Parameter(.date, iso) }

  /// A `timestamp with time zone`, written `2024-12-31T23:59:59Z`, or NULL.
  public static func optionalTimestamp(_ iso: String?) -> Parameter {
    Parameter(.timestamptz, iso)
  }

  /// A `jsonb`, written as JSON.
  public static func json(_ text: String) -> Parameter { Parameter(.jsonb, text) }

  /// A `text[]`.
  public static func textArray(_ values: [String]) -> Parameter {
    Parameter(.textArray, ArrayText.encode(values))
  }

  /// A `text[]` whose elements may be NULL.
  public static func optionalTextArray(_ values: [String?]) -> Parameter {
    Parameter(.textArray, ArrayText.encode(values))
  }

  /// A `bigint[]`.
  public static func intArray(_ values: [Int]) -> Parameter {
    Parameter(.int8Array, ArrayText.encode(values.map(String.init)))
  }

  /// A `double precision[]`.
  public static func doubleArray(_ values: [Double]) -> Parameter {
    Parameter(.float8Array, ArrayText.encode(values.map(\.description)))
  }

  /// A `double precision[]` whose elements may be NULL.
  public static func optionalDoubleArray(_ values: [Double?]) -> Parameter {
    Parameter(.float8Array, ArrayText.encode(values.map { $0?.description }))
  }

  /// A `date[]`, each written `2024-12-31`.
  public static func dateArray(_ iso: [String]) -> Parameter {
    Parameter(.dateArray, ArrayText.encode(iso))
  }
}
