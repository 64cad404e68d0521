// What the server says beside its answers: notices, warnings, `raise info`.

import CLibPQ

/// A remark of the server that is no error.
public struct PostgresNotice: Sendable, Hashable, CustomStringConvertible {
  /// `WARNING`, `NOTICE`, `INFO`, `LOG` or `DEBUG`, never translated.
  public let severity: String
  /// The five characters of SQLSTATE; nil when libpq itself remarks something.
  public let sqlState: String?
  /// The remark.
  public let message: String
  /// More about it.
  public let detail: String?
  /// What the server advises.
  public let hint: String?

  /// Severity and message, fit to print.
  public var description: String { "\(severity.lowercased()): \(message)" }

  /// Copies the fields out of a result that libpq frees after the receiver returns.
  init(_ result: OpaquePointer) {
    func field(_ code: UnicodeScalar) -> String? {
      PQresultErrorField(result, CInt(code.value)).map { String(cString: $0) }
    }
    severity = field("V") ?? field("S") ?? "NOTICE"
    sqlState = field("C")
    message =
      field("M") ?? PostgresError.oneLine(String(cString: PQresultErrorMessage(result)))
    detail = field("D")
    hint = field("H")
  }
}

/// Holds the handler at an address that stays while the connection moves.
final class NoticeReceiver {
  var handler: (@Sendable (PostgresNotice) -> Void)?

  init(handler: (@Sendable (PostgresNotice) -> Void)?) {
    self.handler = handler
  }

  /// Makes libpq call this receiver instead of writing to stderr.
  func attach(to connection: OpaquePointer) {
    let receive: PQnoticeReceiver = { context, result in
      guard let context, let result else { return }
      let receiver = Unmanaged<NoticeReceiver>.fromOpaque(context).takeUnretainedValue()
      receiver.handler?(PostgresNotice(result))
    }
    PQsetNoticeReceiver(connection, receive, Unmanaged.passUnretained(self).toOpaque())
  }
}
