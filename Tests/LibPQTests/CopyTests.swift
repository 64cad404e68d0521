import LibPQ
import Testing

@Suite struct CopyTests {
  /// Letters of one, two and three bytes, composed and decomposed.
  static let vietnamese = [
    "Thừa Thiên Huế", "Bà Rịa – Vũng Tàu", "Đắk Lắk", "Nâng cao chỉ số PAPI, PCI đến năm 2025",
    "Điện Biên\tLai Châu\nSơn La\r\\N \"trích\" \u{8}", "a\u{302}\u{301}", "", "\\.", "\\N",
  ]

  @Test func vietnameseTextSurvivesTextCopyInBothDirections() async throws {
    var connection = try await freshConnection()
    try connection.run(sql("create table note (id int, words text)"))
    let copied = try connection.copyIn(sql("copy note from stdin")) { writer in
      for (id, words) in Self.vietnamese.enumerated() {
        try writer.writeTextRow([String(id), words])
      }
      try writer.writeTextRow(["99", nil])
    }
    #expect(copied == Self.vietnamese.count + 1)
    try expectStored(&connection)

    var lines: [String] = []
    let sent = try connection.copyOut(
      sql("copy (select words from note where id < 3 order by id) to stdout (format csv)")
    ) { bytes in
      lines.append(bytes.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) })
    }
    #expect(sent == 3)
    #expect(lines == ["Thừa Thiên Huế\n", "Bà Rịa – Vũng Tàu\n", "Đắk Lắk\n"])
  }

  @Test func rowOfNumbersIsSentAgainWithOthers() async throws {
    var connection = try await freshConnection()
    try connection.run(sql("create table point (value float8, number int4, day date)"))
    var row = NumberRow([.double, .int32, .int32])
    let copied = try connection.copyIn(sql("copy point from stdin (format binary)")) { writer in
      row.setDouble(0.1, at: 0)
      row.setInt32(Int32.min, at: 1)
      try writer.write(row)
      row.setDouble(-2.5, at: 0)
      row.setInt32(7, at: 1)
      row.setInt32(366, at: 2)
      try writer.write(row)
    }
    #expect(copied == 2)
    let rows = try connection.query(
      sql("select concat_ws('|', value, number, day) as point from point order by number")
    ).map { row in try row.value("point", as: String.self) }
    #expect(rows == ["0.1|-2147483648|2000-01-01", "-2.5|7|2001-01-01"])
  }

  @Test func binaryCopyWithoutRowsIsNoError() async throws {
    var connection = try await freshConnection()
    try connection.run(sql("create table note (id int, words text)"))
    let copied = try connection.copyIn(sql("copy note from stdin (format binary)")) { _ in }
    #expect(copied == 0)
    let text = try connection.copyIn(sql("copy note from stdin")) { _ in }
    #expect(text == 0)
    try connection.run(sql("select 1"))
  }

  @Test func vietnameseTextSurvivesBinaryCopyInBothDirections() async throws {
    var connection = try await freshConnection()
    try connection.run(sql("create table note (id int, words text)"))
    try connection.copyIn(sql("copy note from stdin (format binary)")) { writer in
      var row = BinaryRow()
      for (id, words) in Self.vietnamese.enumerated() {
        row.removeAll()
        row.appendInt32(Int32(id))
        try row.appendText(words)
        try writer.write(row)
      }
      row.removeAll()
      row.appendInt32(99)
      row.appendNull()
      try writer.write(row)
    }
    try expectStored(&connection)

    var bytes: [UInt8] = []
    try connection.copyOut(
      sql("copy (select words from note where id = 0) to stdout (format binary)")
    ) { piece in
      piece.withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
    }
    // 19 bytes of header, 2 of column count, 4 of length: in bytes, not in characters.
    let length = Array("Thừa Thiên Huế".utf8).count
    #expect(Array(bytes[21..<25]) == [0, 0, 0, UInt8(length)])
    #expect(String(decoding: bytes[25..<(25 + length)], as: UTF8.self) == "Thừa Thiên Huế")
    #expect(Array(bytes.suffix(2)) == [0xFF, 0xFF])
  }

  private func expectStored(_ connection: inout Connection) throws {
    let stored = try connection.query(
      sql("select words, octet_length(words) as bytes from note order by id"))
    for (row, words) in Self.vietnamese.enumerated() {
      // Compared by scalars: Swift holds composed and decomposed letters equal, a database not.
      let read = try stored.value(row, "words", as: String.self)
      #expect(Array(read.unicodeScalars) == Array(words.unicodeScalars))
      #expect(try stored.value(row, "bytes", as: Int.self) == words.utf8.count)
    }
    #expect(try stored.value(Self.vietnamese.count, 0, as: String?.self) == nil)
  }

  @Test func everyBinaryTypeArrivesAsItLeft() async throws {
    var connection = try await freshConnection()
    try connection.run(
      sql(
        """
        create table kinds (a smallint, b int, c bigint, d double precision, e boolean, f date,
            g timestamptz, h bytea, i text[], j text[])
        """))
    try connection.copyIn(sql("copy kinds from stdin (format binary)")) { writer in
      var row = BinaryRow()
      row.appendInt16(-2)
      row.appendInt32(.min)
      row.appendInt64(.max)
      row.appendDouble(0.1)
      row.appendBool(true)
      row.appendDate(daysSince2000: 9131)
      row.appendTimestamp(microsecondsSince2000: 1_000_000)
      try row.appendBytes([0, 255])
      try row.appendTextArray(["Huế", nil, "a,\"b\""])
      try row.appendTextArray([])
      try writer.write(row)
    }
    let row = try connection.query(
      sql("select *, g = '2000-01-01 00:00:01+00' as at_one from kinds"))
    #expect(try row.value(0, "a", as: Int.self) == -2)
    #expect(try row.value(0, "b", as: Int32.self) == .min)
    #expect(try row.value(0, "c", as: Int64.self) == .max)
    #expect(try row.value(0, "d", as: Double.self) == 0.1)
    #expect(try row.value(0, "e", as: Bool.self))
    #expect(try row.value(0, "f", as: String.self) == "2024-12-31")
    #expect(try row.value(0, "at_one", as: Bool.self))
    #expect(try row.value(0, "h", as: [UInt8].self) == [0, 255])
    #expect(try row.value(0, "i", as: [String?].self) == ["Huế", nil, "a,\"b\""])
    #expect(try row.value(0, "j", as: [String].self) == [])
  }

  @Test func bodyThatThrowsLeavesNothing() async throws {
    struct Stop: Error {}
    var connection = try await freshConnection()
    try connection.run(sql("create table note (words text)"))
    do {
      try connection.copyIn(sql("copy note from stdin")) { writer in
        for _ in 0..<50_000 { try writer.writeTextRow(["Lạng Sơn"]) }
        throw Stop()
      }
      Issue.record("the body's error was lost")
    } catch {
      #expect(error is Stop)
    }
    let count = try connection.query(sql("select count(*) from note"))
    #expect(try count.value(0, 0, as: Int.self) == 0)
  }

  @Test func rowThatTheServerRefusesIsTheError() async throws {
    var connection = try await freshConnection()
    try connection.run(sql("create table year (year int)"))
    let error = postgresError {
      try connection.copyIn(sql("copy year from stdin", name: "load_years.sql")) { writer in
        try writer.writeTextRow(["năm"])
        // Enough that the server answers while the client still writes.
        for _ in 0..<2_000_000 { try writer.writeTextRow(["2024"]) }
      }
    }
    #expect(error?.sqlState == "22P02")
    #expect(error?.statement == "load_years.sql")
    #expect(error?.context?.contains("line 1") == true)
    try connection.run(sql("select 1"))
  }

  @Test func copyInTheWrongPlaceIsMisuseAndHarmless() async throws {
    var connection = try await freshConnection()
    try connection.run(sql("create table note (words text)"))
    #expect(postgresError { try connection.run(sql("copy note from stdin")) }?.kind == .misuse)
    #expect(postgresError { try connection.run(sql("copy note to stdout")) }?.kind == .misuse)
    #expect(postgresError { try connection.copyIn(sql("select 1")) { _ in } }?.kind == .misuse)
    let wrongWay = postgresError { try connection.copyIn(sql("copy note to stdout")) { _ in } }
    #expect(wrongWay?.kind == .misuse)
    try connection.run(sql("select 1"))
  }

  @Test func readerThatThrowsEndsTheCopy() async throws {
    struct Enough: Error {}
    var connection = try await freshConnection()
    var lines = 0
    do {
      try connection.copyOut(sql("copy (select generate_series(1, 1000000)) to stdout")) { _ in
        lines += 1
        if lines == 10 { throw Enough() }
      }
    } catch {
      #expect(error is Enough)
    }
    #expect(lines == 10)
    let one = try connection.query(sql("select 1"))
    #expect(try one.value(0, 0, as: Int.self) == 1)
  }
}
