// One session with a PostgreSQL server, owned by one caller. Opening and closing it is here; what
// can be done with it is in Connection+*.swift. No pool, no actor: calls block, as a CLI wants.

import CLibPQ

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A session with a server; closed when its owner lets go of it.
///
/// Every call that talks to the server is `mutating`, so that the compiler proves that nothing
/// else uses the connection meanwhile, the body of a COPY or of a streamed query included.
public struct Connection: ~Copyable, @unchecked Sendable {
  // Sendable: libpq ties a connection to no thread, and a noncopyable owner is the only user.

  let handle: OpaquePointer
  private let notices: NoticeReceiver
  /// Whether statements stop once an interrupt has arrived, see `withCancellationOnInterrupt`.
  var stopsOnInterrupt = false
  /// What `stopOnInterrupt` cancels; kept as long as a signal may come.
  var watched: Cancellation?
  /// Names of statements that the server has prepared.
  var prepared: Set<String> = []

  /// How long a server that has no connection left is waited for.
  private static let patience = Duration.seconds(5)

  /// Connects, and fixes the encoding (UTF-8) and the text forms that decoding relies on.
  ///
  /// - Parameters:
  ///   - conninfo: A URI, `key=value` pairs or the name of a database; what it leaves out comes
  ///     from libpq's environment variables, service and password files.
  ///   - onNotice: Called for what the server remarks; without it, remarks are dropped.
  /// - Throws: Kind `connection` if the server cannot be reached or refuses the login, also because
  ///   it has had no connection left for five seconds; `misuse` if `conninfo` cannot be read.
  public init(
    _ conninfo: String, onNotice: (@Sendable (PostgresNotice) -> Void)? = nil
  ) throws(PostgresError) {
    try Connection.check(conninfo)
    handle = try Connection.connectPatiently(conninfo)
    notices = NoticeReceiver(handler: onNotice)
    notices.attach(to: handle)
  }

  deinit {
    if watched != nil { Interrupt.unwatch() }
    PQfinish(handle)
  }

  /// Connects as soon as the server has a connection left.
  private static func connectPatiently(
    _ conninfo: String
  ) throws(PostgresError) -> OpaquePointer {
    let deadline = ContinuousClock.now + patience
    while true {
      do {
        return try connect(conninfo)
      } catch {
        guard error.isForWantOfConnections, ContinuousClock.now < deadline else { throw error }
        usleep(50_000)
      }
    }
  }

  /// Opens the session and sets what decoding relies on, whatever the server or PGDATESTYLE say.
  private static func connect(_ conninfo: String) throws(PostgresError) -> OpaquePointer {
    guard let handle = open(conninfo) else {
      throw PostgresError(.connection, "out of memory while connecting")
    }
    guard PQstatus(handle) == CONNECTION_OK else {
      let message = PostgresError.oneLine(String(cString: PQerrorMessage(handle)))
      PQfinish(handle)
      throw PostgresError(.connection, message)
    }
    let settings = Statement(
      name: "session settings",
      text: """
        set datestyle = 'ISO, YMD'; set intervalstyle = 'iso_8601';
        set extra_float_digits = 1; set bytea_output = 'hex'
        """)
    let answer = PQexec(handle, settings.text)
    defer { PQclear(answer) }
    guard PQresultStatus(answer) == PGRES_COMMAND_OK else {
      let error = PostgresError(result: answer, connection: handle, statement: settings)
      PQfinish(handle)
      throw error
    }
    return handle
  }

  /// What `conninfo` may say otherwise: a server behind a cut network is given up after two minutes
  /// instead of hours.
  private static let defaults = [
    ("keepalives_idle", "60"), ("keepalives_interval", "10"), ("keepalives_count", "6"),
    ("tcp_user_timeout", "120000"),
  ]

  /// Later keywords override earlier ones: `conninfo` stands between the defaults and the encoding.
  private static func open(_ conninfo: String) -> OpaquePointer? {
    let options = defaults + [("dbname", conninfo), ("client_encoding", "UTF8")]
    let keywords = options.map { strdup($0.0) }
    let values = options.map { strdup($0.1) }
    defer { (keywords + values).forEach { free($0) } }
    return PQconnectdbParams(
      keywords.map { UnsafePointer($0) } + [nil], values.map { UnsafePointer($0) } + [nil], 1)
  }

  /// Finds a malformed connection string before libpq quotes pieces of it, passwords for example.
  private static func check(_ conninfo: String) throws(PostgresError) {
    guard !conninfo.utf8.contains(0) else {
      throw PostgresError(.misuse, "the connection string holds a NUL byte")
    }
    let isURI = conninfo.hasPrefix("postgresql://") || conninfo.hasPrefix("postgres://")
    guard isURI || conninfo.contains("=") else { return }
    var complaint: UnsafeMutablePointer<CChar>?
    let options = PQconninfoParse(conninfo, &complaint)
    PQconninfoFree(options)
    guard options == nil else { return }
    let said = complaint.map { String(cString: $0) } ?? "out of memory"
    PQfreemem(complaint)
    var message = PostgresError.oneLine(said)
    if let first = message.firstIndex(of: "\""), let last = message.lastIndex(of: "\""),
      first < last
    {
      message.replaceSubrange(first...last, with: "…")
    }
    throw PostgresError(.misuse, "the connection string cannot be read: \(message)")
  }

  /// Called for what the server remarks while a statement runs; nil drops remarks.
  public var onNotice: (@Sendable (PostgresNotice) -> Void)? {
    get { notices.handler }
    mutating set { notices.handler = newValue }
  }

  /// The server's version, `150018` for 15.18.
  public var serverVersion: Int { Int(PQserverVersion(handle)) }

  /// The process of the server that serves this connection.
  public var serverProcess: Int { Int(PQbackendPID(handle)) }

  /// Whether the connection is still up, as far as the last call could tell.
  public var isUsable: Bool { PQstatus(handle) == CONNECTION_OK }

  /// Whether a transaction is open, also one that failed.
  public var isInTransaction: Bool { PQtransactionStatus(handle) != PQTRANS_IDLE }

  /// A setting that the server reports on its own, for example `TimeZone`.
  ///
  /// - Parameter name: The name of the setting, spelt as the server does.
  /// - Returns: Its value, or nil if the server does not report it.
  public func parameterStatus(_ name: String) -> String? {
    PQparameterStatus(handle, name).map { String(cString: $0) }
  }
}
