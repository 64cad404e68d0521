import LibPQ
import Testing

@Suite struct ParameterTests {
  @Test func parametersComeBackAsTheyWent() async throws {
    var connection = try await freshConnection()
    let row = try connection.query(
      sql("select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10::text, $11, $12"),
      [
        .text("Lạng Sơn"), .int(.min), .int32(.max), .double(0.1), .bool(false),
        .bytes([0, 1, 255]), .date("2024-02-29"), .textArray(["a\"b", "", "NULL", "{x,y}", "\\"]),
        .intArray([1, -2]), .null, .doubleArray([0.5, .infinity]), .optionalText(nil),
      ])
    #expect(try row.value(0, 0, as: String.self) == "Lạng Sơn")
    #expect(try row.value(0, 1, as: Int.self) == .min)
    #expect(try row.value(0, 2, as: Int32.self) == .max)
    #expect(try row.value(0, 3, as: Double.self) == 0.1)
    #expect(try row.value(0, 4, as: Bool.self) == false)
    #expect(try row.value(0, 5, as: [UInt8].self) == [0, 1, 255])
    #expect(try row.value(0, 6, as: String.self) == "2024-02-29")
    #expect(try row.value(0, 7, as: [String].self) == ["a\"b", "", "NULL", "{x,y}", "\\"])
    #expect(try row.value(0, 8, as: [Int].self) == [1, -2])
    #expect(try row.value(0, 9, as: String?.self) == nil)
    #expect(try row.value(0, 10, as: [Double].self) == [0.5, .infinity])
    #expect(try row.value(0, 11, as: String?.self) == nil)
  }

  @Test func preparedStatementsAnswerEachTimeAlsoAfterAnError() async throws {
    var connection = try await freshConnection()
    let tenth = Statement(name: "tenth.sql", text: "select 10 / $1")
    #expect(try connection.queryPrepared(tenth, [.int32(5)]).value(0, 0, as: Int32.self) == 2)
    let refused = postgresError { _ = try connection.queryPrepared(tenth, [.int32(0)]) }
    #expect(refused?.statement == "tenth.sql")
    #expect(try connection.queryPrepared(tenth, [.int32(2)]).value(0, 0, as: Int32.self) == 5)
    let prepared = try connection.query(sql("select count(*) from pg_prepared_statements"))
    #expect(try prepared.value(0, 0, as: Int.self) == 1)

    let wrong = Statement(name: "wrong.sql", text: "select $1 from nowhere")
    #expect(postgresError { _ = try connection.queryPrepared(wrong, [.int(1)]) }?.kind == .server)
    #expect(postgresError { _ = try connection.queryPrepared(wrong, [.int(1)]) }?.kind == .server)
  }

  @Test func everyParameterHasItsType() async throws {
    var connection = try await freshConnection()
    let types = try connection.query(
      sql(
        """
        select pg_typeof($1)::text, pg_typeof($2)::text, pg_typeof($3)::text, pg_typeof($4)::text,
            pg_typeof($5)::text, pg_typeof($6)::text
        """),
      [
        .optionalInt(nil), .optionalDouble(nil), .optionalDate(nil), .dateArray(["2024-01-01"]),
        .json("{}"), .optionalTimestamp("2024-01-01T00:00:00Z"),
      ])
    let names = try (0..<6).map { try types.value(0, $0, as: String.self) }
    #expect(
      names == [
        "bigint", "double precision", "date", "date[]", "jsonb", "timestamp with time zone",
      ])
  }

  @Test func nulBytesAreRefusedBeforeAnythingIsSent() async throws {
    var connection = try await freshConnection()
    try connection.run(sql("create table note (words text, more text)"))

    let parameter = postgresError {
      _ = try connection.query(sql("select $1, $2"), [.text("a"), .text("b\0c")])
    }
    #expect(parameter?.kind == .misuse)
    #expect(parameter?.message.contains("$2") == true)

    #expect(postgresError { try connection.run(sql("select 1;\0 select 2")) }?.kind == .misuse)
    #expect(postgresError { _ = try connection.query(sql("select '\0'")) }?.kind == .misuse)

    let array = postgresError {
      _ = try connection.query(sql("select $1"), [.textArray(["\0"])])
    }
    #expect(array?.kind == .misuse)

    let copied = try connection.copyIn(sql("copy note from stdin")) { writer in
      let refused = postgresError { try writer.writeTextRow(["a", "\0"]) }
      #expect(refused?.kind == .misuse)
      #expect(refused?.message.contains("column 2") == true)
      // A refused row leaves nothing behind in the buffer.
      try writer.writeTextRow(["c", "d"])
    }
    #expect(copied == 1)

    var row = BinaryRow()
    #expect(postgresError { try row.appendText("\0") }?.kind == .misuse)
    do {
      _ = try Connection("host=/tmp\0/x")
      Issue.record("a NUL byte in the connection string was let through")
    } catch {
      #expect(error.kind == .misuse)
    }
  }

  @Test func numbersGoThroughToTheLastBit() async throws {
    var connection = try await freshConnection()
    let doubles: [Double] = [
      .nan, .infinity, -.infinity, -0.0, .greatestFiniteMagnitude, .leastNonzeroMagnitude, 1e22,
      0.1 + 0.2, 9.44,
    ]
    for double in doubles {
      let row = try connection.query(sql("select $1"), [.double(double)])
      let read = try row.value(0, 0, as: Double.self)
      #expect(read.bitPattern == double.bitPattern || (read.isNaN && double.isNaN))
    }
  }
}
