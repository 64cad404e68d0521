import LibPQ
import Testing

@Suite struct DecodingTests {
  @Test func badValuesNeverBecomeNil() async throws {
    var connection = try await freshConnection()
    let row = try connection.query(
      sql(
        """
        select null::int as missing, 'năm' as words, 3000000000::bigint as large,
            1.5::numeric as exact, array['a', null] as holes, array[[1, 2]] as square
        """, name: "bad_values.sql"))
    let failures = [
      postgresError { _ = try row.value(0, "missing", as: Int.self) },
      postgresError { _ = try row.value(0, "words", as: Int?.self) },
      postgresError { _ = try row.value(0, "large", as: Int32?.self) },
      postgresError { _ = try row.value(0, "exact", as: Double?.self) },
      postgresError { _ = try row.value(0, "holes", as: [String].self) },
      postgresError { _ = try row.value(0, "square", as: [Int]?.self) },
      postgresError { _ = try row.value(0, "words", as: [UInt8]?.self) },
    ]
    let columns = ["missing", "words", "large", "exact", "holes", "square", "words"]
    for (failure, column) in zip(failures, columns) {
      #expect(failure?.kind == .decoding)
      #expect(failure?.statement == "bad_values.sql")
      #expect(failure?.message.contains("row 1, column '\(column)'") == true)
    }
  }

  @Test func cellsThatDoNotExistAreErrors() async throws {
    var connection = try await freshConnection()
    let row = try connection.query(sql("select 1 as year, 2 as value"))
    let unknown = postgresError { _ = try row.value(0, "Year", as: Int.self) }
    #expect(unknown?.kind == .decoding)
    #expect(unknown?.message == "no column is named 'Year'; there are: year, value")
    #expect(postgresError { _ = try row.value(1, 0, as: Int.self) }?.kind == .decoding)
    #expect(postgresError { _ = try row.value(0, 2, as: Int?.self) }?.kind == .decoding)
    #expect(postgresError { _ = try row.value(-1, -1, as: Int?.self) }?.kind == .decoding)
  }

  @Test func nullIsNilOnlyWhereAsked() async throws {
    var connection = try await freshConnection()
    let row = try connection.query(
      sql("select null::int, null::text, null::float8, null::text[], ''::text"))
    #expect(try row.value(0, 0, as: Int?.self) == nil)
    #expect(try row.value(0, 1, as: String?.self) == nil)
    #expect(try row.value(0, 2, as: Double?.self) == nil)
    #expect(try row.value(0, 3, as: [String]?.self) == nil)
    #expect(try row.value(0, 4, as: String?.self) == "")
    #expect(row.text(0, 0) == nil)
    #expect(row.text(0, 4) == "")
  }

  @Test func notANumberAndInfinitiesAreRead() async throws {
    var connection = try await freshConnection()
    let row = try connection.query(
      sql("select 'NaN'::float8, 'Infinity'::float8, '-Infinity'::float4, 42::int"))
    #expect(try row.value(0, 0, as: Double.self).isNaN)
    #expect(try row.value(0, 1, as: Double.self) == .infinity)
    #expect(try row.value(0, 2, as: Double.self) == -.infinity)
    #expect(try row.value(0, 3, as: Double.self) == 42)
  }

  @Test func resultTellsItsShape() async throws {
    var connection = try await freshConnection()
    let rows = try connection.query(
      sql("select n as year, 'x' as name from generate_series(2019, 2024) n"))
    #expect(rows.rowCount == 6)
    #expect(rows.affectedRows == 6)
    #expect(rows.columnNames == ["year", "name"])
    #expect(rows.columnType(0) == .int4)
    #expect(rows.columnType(1) == .text)
    #expect(try rows.map { try $0.value("year", as: Int.self) } == Array(2019...2024))
    var last = 0
    rows.forEach { last = $0.number }
    #expect(last == 6)
  }

  @Test func textFormsDoNotDependOnTheServersSettings() async throws {
    let database = try await ThrowawayDatabase.withOddSettings()
    var connection = try Connection(database)
    let row = try connection.query(
      sql("select date '2024-12-31', 0.1::float8 + 0.2::float8, '\\x00ff'::bytea"))
    #expect(try row.value(0, 0, as: String.self) == "2024-12-31")
    #expect(try row.value(0, 1, as: Double.self) == 0.1 + 0.2)
    #expect(try row.value(0, 2, as: [UInt8].self) == [0, 255])
    let encoding = connection.parameterStatus("client_encoding")
    #expect(encoding == "UTF8")
  }

  @Test func rawTextOfAnyTypeIsAtHand() async throws {
    var connection = try await freshConnection()
    let row = try connection.query(sql("select 1.50::numeric, true, '{a,\"b c\"}'::text[]"))
    #expect(try row.value(0, 0, as: String.self) == "1.50")
    #expect(row.text(0, 1) == "t")
    #expect(row.text(0, 2) == "{a,\"b c\"}")
  }
}
