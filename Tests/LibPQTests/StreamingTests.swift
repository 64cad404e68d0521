import FoundationEssentials
import LibPQ
import Testing

@Suite struct StreamingTests {
  /// Memory that this process holds, in KiB.
  private func residentMemory() throws -> Int {
    let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") }
    return try #require(line.flatMap { Int($0.filter(\.isNumber)) })
  }

  @Test func millionRowsStreamInBoundedMemory() async throws {
    var connection = try await freshConnection()
    let statement = sql(
      "select n, 'Lạng Sơn ' || n as words, n / 3.0::float8 from generate_series(1, $1::bigint) n")
    try connection.forEachRow(statement, [.int(1000)]) { _ in }
    let before = try residentMemory()
    var peak = before
    var sum = 0
    let count = try connection.forEachRow(statement, [.int(1_000_000)]) { row in
      sum += try row.value(0, as: Int.self)
      if row.number.isMultiple(of: 100_000) {
        peak = max(peak, try residentMemory())
        #expect(try row.value("words", as: String.self) == "Lạng Sơn \(row.number)")
      }
    }
    #expect(count == 1_000_000)
    #expect(sum == 500_000_500_000)
    // Other tests run beside this one; the whole answer would take more than 150 MiB.
    #expect(peak - before < 64 * 1024, "grew by \(peak - before) KiB")
  }

  @Test func bodyThatThrowsEndsTheStatement() async throws {
    struct Enough: Error {}
    var connection = try await freshConnection()
    #expect(throws: Enough.self) {
      try connection.forEachRow(sql("select generate_series(1, 1000000000)")) { row in
        if row.number == 3 { throw Enough() }
      }
    }
    let one = try connection.query(sql("select 1"))
    #expect(try one.value(0, 0, as: Int.self) == 1)
  }

  @Test func errorInMidStreamIsThrownAfterTheRowsBeforeIt() async throws {
    var connection = try await freshConnection()
    var last = 0
    let error = postgresError {
      try connection.forEachRow(
        sql("select 10 / (3 - n) from generate_series(1, 5) n", name: "divide.sql")
      ) { last = $0.number }
    }
    #expect(error?.sqlState == "22012")
    #expect(error?.statement == "divide.sql")
    #expect(last == 2)
    try connection.run(sql("select 1"))
  }

  @Test func copyIsRefusedAsAStream() async throws {
    var connection = try await freshConnection()
    let error = postgresError {
      try connection.forEachRow(sql("copy (select 1) to stdout")) { _ in }
    }
    #expect(error?.kind == .misuse)
    try connection.run(sql("select 1"))
  }
}
