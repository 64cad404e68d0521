// Rows of a delimited file as bytes, streamed: quotes, line breaks inside quotes, a byte order mark, LF or
// CRLF. What the fields mean is for others; no field becomes a text unless it is asked for.

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A delimited file, cut into rows and fields that stay where they were read.
public struct DelimitedScanner: ~Copyable {
  /// Line on which the row begins, from 1.
  public private(set) var line = 1
  /// Line on which the next row begins.
  public private(set) var nextLine = 1
  /// How many bytes of the file lie before the next row.
  public var bytesRead: Int { bytesMoved + position }
  /// Bytes of the file when it was opened.
  public var size: Int { stream.size }
  /// Checksum of the bytes that were read so far; of all of them after the last row.
  public var checksum: FileChecksum { stream.checksum }
  /// Whether the rows end where they were to end, and the next one begins there.
  public var endsOnTime: Bool { bytesRead == end }
  /// How many fields the row has.
  public private(set) var fieldCount = 0

  private var stream: ByteStream
  private let path: String
  private let separator: UInt8
  @usableFromInline var buffer: [UInt8]
  /// What is read and not yet cut is in `position..<filled`.
  private var position = 0
  private var filled = 0
  /// How many bytes were read and are no longer in the buffer.
  private var bytesMoved = 0
  private var isBegun = false
  /// Where the rows end that are read; no row begins there or behind.
  private var end = Int.max
  private var isAtEnd = false
  /// Where the fields of the row lie; what is behind `fieldCount` is of longer rows before.
  @usableFromInline var fields: [Range<Int>] = Array(repeating: 0..<0, count: 32)
  private var doubled: [Int] = []
  /// Whether a field of the row may be quoted, and its content be written in several ways.
  public private(set) var hasQuotes = false
  /// No row of a figure table comes near to this; a longer one is a missing quote.
  private static let longestRow = 1 << 20
  private static let quote = UInt8(ascii: "\"")
  private static let lineFeed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")

  /// Opens a file; a byte order mark at its beginning is passed over.
  ///
  /// - Parameters:
  ///   - path: path of the file.
  ///   - separator: what parts fields, an ASCII character.
  /// - Throws: `DocumentError`.
  public init(path: String, separator: Character = ",") throws(DocumentError) {
    stream = try ByteStream(path: path)
    self.path = path
    self.separator = separator.asciiValue ?? UInt8(ascii: ",")
    buffer = [UInt8](repeating: 0, count: 256 * 1024)
  }

  /// Reads only the rows of the first half of the file.
  ///
  /// - Parameter middle: where the second half begins.
  public mutating func end(at middle: Int) {
    end = middle
  }

  /// Reads only the rows of the second half of the file, whose lines are counted from 1.
  ///
  /// - Parameter middle: where it begins.
  /// - Throws: `DocumentError`.
  public mutating func begin(at middle: Int) throws(DocumentError) {
    try stream.begin(at: middle)
    (position, filled, bytesMoved, nextLine) = (0, 0, middle, 1)
    (isBegun, isAtEnd) = (true, false)
  }

  /// Cuts the next row.
  ///
  /// - Returns: whether there is one; its fields hold until the next call.
  /// - Throws: `DocumentError`.
  public mutating func next() throws(DocumentError) -> Bool {
    line = nextLine
    if !isBegun { try skipMark() }
    guard bytesRead < end else { return false }
    while true {
      guard position < filled || !isAtEnd else { return false }
      hasQuotes = false
      if cutPlain() { return true }
      hasQuotes = true
      if position < filled, try cut() { break }
      guard filled - position <= Self.longestRow else {
        throw .rowTooLong(path: path, line: line)
      }
      try refill()
    }
    for index in doubled { fields[index] = undouble(fields[index]) }
    return true
  }

  /// Gives the bytes of a field.
  ///
  /// - Parameters:
  ///   - index: which field, from 0.
  ///   - body: takes the bytes, which hold only as long as it runs.
  /// - Returns: what the body returns.
  @inlinable
  public func withField<T>(_ index: Int, _ body: (UnsafeBufferPointer<UInt8>) -> T) -> T {
    let range = fields[index]
    return buffer.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range])) }
  }

  /// Gives the bytes of fields that follow one another, with what parts them.
  ///
  /// - Parameters:
  ///   - run: which fields, from 0.
  ///   - body: takes the bytes, which hold only as long as it runs.
  /// - Returns: what the body returns.
  @inlinable
  public func withFields<T>(
    _ run: ClosedRange<Int>, _ body: (UnsafeBufferPointer<UInt8>) -> T
  ) -> T {
    let range = fields[run.lowerBound].lowerBound..<fields[run.upperBound].upperBound
    return buffer.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range])) }
  }

  /// Whether a field has no bytes.
  ///
  /// - Parameter index: which field, from 0.
  /// - Returns: whether it is empty.
  @inlinable
  public func isEmpty(_ index: Int) -> Bool { fields[index].isEmpty }

  /// The text of a field.
  ///
  /// - Parameter index: which field, from 0.
  /// - Returns: the text.
  /// - Throws: `DocumentError.notUTF8` where the bytes are no UTF-8 or hold a NUL.
  public func text(_ index: Int) throws(DocumentError) -> String {
    let text = withField(index) { bytes in
      bytes.contains(0) ? nil : String(validating: bytes, as: UTF8.self)
    }
    guard let text else {
      let row = buffer[(fields.first?.lowerBound ?? 0)..<filled]
      throw .notUTF8(path: path, line: line, seems: ForeignBytes.ofLetters(in: row))
    }
    return text
  }

  /// The texts of all fields.
  ///
  /// - Returns: the texts, in order.
  /// - Throws: `DocumentError.notUTF8`.
  public func texts() throws(DocumentError) -> [String] {
    var texts: [String] = []
    texts.reserveCapacity(fieldCount)
    for index in 0..<fieldCount { texts.append(try text(index)) }
    return texts
  }

  private mutating func skipMark() throws(DocumentError) {
    isBegun = true
    while filled < 3, !isAtEnd { try refill() }
    if filled >= 3, buffer[0...2] == [0xEF, 0xBB, 0xBF] { position = 3 }
    if let seems = ForeignBytes.atStart(of: buffer[..<filled]) {
      throw .notUTF8(path: path, line: 1, seems: seems)
    }
  }

  // MARK: - Cutting

  /// Finds the fields of the row that begins at the position, if it ends in the buffer and has no quotes,
  /// as nearly all rows of a long table, and no more fields than rows before had; else the long way has to
  /// be taken.
  private mutating func cutPlain() -> Bool {
    let (start, filled, separator) = (position, filled, separator)
    var count = 0
    let end = buffer.withUnsafeBufferPointer { bytes in
      fields.withUnsafeMutableBufferPointer { fields -> Int? in
        var begin = start
        for at in start..<filled {
          let byte = bytes[at]
          if byte == separator {
            guard count < fields.count - 1 else { return nil }
            fields[count] = begin..<at
            count += 1
            begin = at + 1
          } else if byte == Self.lineFeed {
            let isBefore = at > begin && bytes[at - 1] == Self.carriageReturn
            fields[count] = begin..<(isBefore ? at - 1 : at)
            count += 1
            return at
          } else if byte == Self.quote {
            return nil
          }
        }
        return nil
      }
    }
    guard let end else { return false }
    fieldCount = count
    position = end + 1
    nextLine = line + 1
    return true
  }

  private enum Fault { case strayQuote(line: Int), openQuote }

  /// Finds the fields of the row that begins at the position; false where its end is not read yet.
  private mutating func cut() throws(DocumentError) -> Bool {
    fieldCount = 0
    doubled.removeAll(keepingCapacity: true)
    var line = line
    var fault: Fault?
    let end = buffer.withUnsafeBufferPointer { bytes -> Int? in
      var begin = position
      var at = begin
      while true {
        var finish: Int
        if at < filled, bytes[at] == Self.quote {
          guard let close = closing(bytes, after: at, &line) else {
            if isAtEnd { fault = .openQuote }
            return nil
          }
          begin = at + 1
          finish = close
          at = close + 1
          if at < filled, bytes[at] == Self.carriageReturn { at += 1 }
          guard at < filled || isAtEnd else { return nil }
          guard at == filled || bytes[at] == separator || bytes[at] == Self.lineFeed else {
            fault = .strayQuote(line: line)
            return nil
          }
        } else {
          while at < filled, bytes[at] != separator, bytes[at] != Self.lineFeed {
            if bytes[at] == Self.quote {
              fault = .strayQuote(line: line)
              return nil
            }
            at += 1
          }
          guard at < filled || isAtEnd else { return nil }
          finish = at
          let endsRow = at == filled || bytes[at] == Self.lineFeed
          if endsRow, finish > begin, bytes[finish - 1] == Self.carriageReturn { finish -= 1 }
        }
        addField(begin..<finish)
        guard at < filled, bytes[at] == separator else { return at }
        at += 1
        begin = at
      }
    }
    switch fault {
    case .strayQuote(let line): throw .strayQuote(path: path, line: line)
    case .openQuote: throw .openQuote(path: path, line: self.line)
    case nil: break
    }
    guard let end else { return false }
    position = min(end + 1, filled)
    nextLine = line + 1
    return true
  }

  private mutating func addField(_ range: Range<Int>) {
    if fieldCount == fields.count {
      fields.append(contentsOf: repeatElement(0..<0, count: fieldCount))
    }
    fields[fieldCount] = range
    fieldCount += 1
  }

  /// Where the quote that opens at `open` is closed; doubled ones inside are noted.
  private mutating func closing(
    _ bytes: UnsafeBufferPointer<UInt8>, after open: Int, _ line: inout Int
  ) -> Int? {
    var at = open + 1
    while at < filled {
      if bytes[at] == Self.lineFeed { line += 1 }
      if bytes[at] == Self.quote {
        guard at + 1 < filled else { return isAtEnd ? at : nil }
        guard bytes[at + 1] == Self.quote else { return at }
        if doubled.last != fieldCount { doubled.append(fieldCount) }
        at += 1
      }
      at += 1
    }
    return nil
  }

  /// Writes a field with doubled quotes over itself with single ones.
  private mutating func undouble(_ field: Range<Int>) -> Range<Int> {
    var to = field.lowerBound
    var from = field.lowerBound
    while from < field.upperBound {
      buffer[to] = buffer[from]
      from += buffer[from] == Self.quote ? 2 : 1
      to += 1
    }
    return field.lowerBound..<to
  }

  /// Moves what is not cut to the front and reads on.
  private mutating func refill() throws(DocumentError) {
    if position > 0 {
      let rest = position..<filled
      buffer.withUnsafeMutableBytes { bytes in
        guard let base = bytes.baseAddress else { return }
        memmove(base, base + rest.lowerBound, rest.count)
      }
      bytesMoved += position
      position = 0
      filled = rest.count
    }
    if filled == buffer.count { buffer.append(contentsOf: repeatElement(0, count: filled)) }
    let count = try stream.read(into: &buffer, from: filled)
    filled += count
    isAtEnd = count == 0
  }
}
