// Numbers by which PostgreSQL names its built-in types; they are the same on every server.

/// The OID of a data type.
public struct PostgresType: RawRepresentable, Sendable, Hashable {
  /// The OID itself.
  public let rawValue: UInt32

  /// Wraps an OID.
  ///
  /// - Parameter rawValue: The OID, as in `pg_type`.
  public init(rawValue: UInt32) {
    self.rawValue = rawValue
  }

  /// No type given; the server infers it from where the parameter stands.
  public static let inferred = PostgresType(rawValue: 0)
  /// The type `boolean`.
  public static let bool = PostgresType(rawValue: 16)
  /// The type `bytea`.
  public static let bytea = PostgresType(rawValue: 17)
  /// The type `bigint`.
  public static let int8 = PostgresType(rawValue: 20)
  /// The type `smallint`.
  public static let int2 = PostgresType(rawValue: 21)
  /// The type `integer`.
  public static let int4 = PostgresType(rawValue: 23)
  /// The type `text`.
  public static let text = PostgresType(rawValue: 25)
  /// The type `oid`.
  public static let oid = PostgresType(rawValue: 26)
  /// The type `real`.
  public static let float4 = PostgresType(rawValue: 700)
  /// The type `double precision`.
  public static let float8 = PostgresType(rawValue: 701)
  /// The type `name[]`.
  public static let nameArray = PostgresType(rawValue: 1003)
  /// The type `smallint[]`.
  public static let int2Array = PostgresType(rawValue: 1005)
  /// The type `integer[]`.
  public static let int4Array = PostgresType(rawValue: 1007)
  /// The type `text[]`.
  public static let textArray = PostgresType(rawValue: 1009)
  /// The type `character(n)[]`.
  public static let bpcharArray = PostgresType(rawValue: 1014)
  /// The type `character varying[]`.
  public static let varcharArray = PostgresType(rawValue: 1015)
  /// The type `bigint[]`.
  public static let int8Array = PostgresType(rawValue: 1016)
  /// The type `real[]`.
  public static let float4Array = PostgresType(rawValue: 1021)
  /// The type `double precision[]`.
  public static let float8Array = PostgresType(rawValue: 1022)
  /// The type `date`.
  public static let date = PostgresType(rawValue: 1082)
  /// The type `timestamp with time zone`.
  public static let timestamptz = PostgresType(rawValue: 1184)
  /// The type `date[]`.
  public static let dateArray = PostgresType(rawValue: 1182)
  /// The type `numeric`.
  public static let numeric = PostgresType(rawValue: 1700)
  /// The type `jsonb`.
  public static let jsonb = PostgresType(rawValue: 3802)
}
