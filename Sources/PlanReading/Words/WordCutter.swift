// Cuts the bytes of one piece into words; the one place that knows how plans print numbers.

import IndicatorModel

/// Cuts a piece.
struct WordCutter {
  let bytes: [UInt8]
  let piece: Int
  /// Whether letters may have been read as digits or signs.
  let isBad: Bool
  private(set) var words: [Word] = []

  init(bytes: [UInt8], piece: Int, isBad: Bool) {
    self.bytes = bytes
    self.piece = piece
    self.isBad = isBad
  }

  /// Cuts all chunks.
  mutating func cut() {
    var start = 0
    for index in 0...bytes.count {
      guard index == bytes.count || Letters.isSpace(bytes[index]) || isNoBreakSpace(index)
      else { continue }
      if start < index { cutChunk(start, index) }
      start = index + (isNoBreakSpace(index) ? 2 : 1)
    }
  }

  private func isNoBreakSpace(_ index: Int) -> Bool {
    index + 1 < bytes.count && bytes[index] == 0xC2 && bytes[index + 1] == 0xA0
  }

  /// A scalar and where it stands.
  private struct Letter {
    let scalar: Unicode.Scalar
    let range: Range<Int>
    let folded: Letters.Folded

    var isDigit: Bool { (0x30...0x39).contains(scalar.value) }
    var isLetter: Bool {
      if case .letter = folded { return !isDigit }
      return false
    }
  }

  private mutating func cutChunk(_ start: Int, _ end: Int) {
    var letters: [Letter] = []
    letters.reserveCapacity(end - start)
    var index = start
    while index < end {
      let (scalar, stop) = scalar(at: index, before: end)
      if !Letters.isInvisible(scalar) {
        letters.append(Letter(scalar: scalar, range: index..<stop, folded: Letters.fold(scalar)))
      }
      index = stop
    }
    // Cutting looks at the rest of a chunk again for every sign in it.
    for from in stride(from: 0, to: letters.count, by: WordCutter.longest) {
      cut(letters[from..<min(from + WordCutter.longest, letters.count)])
    }
  }

  /// No word, number or address that a plan prints has more letters.
  private static let longest = 256

  /// The scalar that begins at a byte, and where the next one does.
  private func scalar(at index: Int, before end: Int) -> (scalar: Unicode.Scalar, stop: Int) {
    let first = bytes[index]
    let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    let stop = min(index + length, end)
    var value = UInt32(length == 1 ? first : first & (0x7F >> UInt8(length)))
    for next in bytes[(index + 1)..<stop] { value = value << 6 | UInt32(next & 0x3F) }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", stop)
  }

  /// Signs at both ends stand alone; the middle is one thing or, at dashes and strokes, several.
  private mutating func cut(_ letters: ArraySlice<Letter>) {
    var middle = letters
    while let first = middle.first, isSign(first) {
      append(sign: first)
      middle = middle.dropFirst()
    }
    var tail: [Letter] = []
    while let last = middle.last, isSign(last) {
      tail.append(last)
      middle = middle.dropLast()
    }
    if !middle.isEmpty { cutMiddle(middle) }
    for letter in tail.reversed() { append(sign: letter) }
  }

  private func isSign(_ letter: Letter) -> Bool {
    guard case .other = letter.folded else { return false }
    return !(isBad && Letters.lookAlike(letter.scalar) != nil && letter.scalar != "!")
  }

  private mutating func append(sign letter: Letter) {
    words.append(
      Word(
        piece: piece, range: letter.range, kind: .sign(letter.scalar), skeleton: "", spelling: "",
        isCapital: false))
  }

  private mutating func cutMiddle(_ letters: ArraySlice<Letter>) {
    let hasDigit = letters.contains(where: \.isDigit)
    let hasLetter = letters.contains(where: \.isLetter)
    if isBad, hasLetter, letters.last?.scalar == "%" || hasDigit,
      let number = misreadNumber(letters)
    {
      words.append(number)
      return
    }
    let looksLikeLetters =
      isBad && letters.contains { !$0.isDigit && Letters.lookAlike($0.scalar) != nil }
    if hasDigit && !hasLetter && !looksLikeLetters {
      appendDigits(letters)
    } else if hasDigit && letters.contains(where: { $0.scalar == "/" }) {
      append(.code, letters)
    } else if hasDigit, let number = leadingNumber(letters) {
      appendDigits(number)
      cut(letters[number.endIndex...])
    } else if let cut = letters.indices.first(where: {
      isInnerSign(letters[$0]) && !isStray(letters, $0)
    }) {
      self.cut(letters[..<cut])
      append(sign: letters[cut])
      if cut + 1 < letters.endIndex { self.cut(letters[(cut + 1)...]) }
    } else {
      appendLetters(letters)
    }
  }

  /// In a bad text a mark within a word is dirt: "ca,p", "d'inh".
  private func isStray(_ letters: ArraySlice<Letter>, _ index: Int) -> Bool {
    guard isBad, index > letters.startIndex, index + 1 < letters.endIndex else { return false }
    return [",", "'", ".", ":", ";", "’"].contains(letters[index].scalar)
      && letters[index - 1].isLetter
      && letters[index + 1].isLetter
  }

  private func isInnerSign(_ letter: Letter) -> Bool {
    switch letter.scalar {
    case "-", "–", "/", ",", ";", ":", "(", ")", "[", "]", "“", "”", "\"", "…", "%", "<", ">", "|",
      ".":
      !(isBad && Letters.lookAlike(letter.scalar) != nil)
    default: false
    }
  }

  /// "100%số", "80%[2]": a number that ends at a percent sign with something stuck to it.
  private func leadingNumber(_ letters: ArraySlice<Letter>) -> ArraySlice<Letter>? {
    guard let percent = letters.firstIndex(where: { $0.scalar == "%" }),
      percent > letters.startIndex
    else { return nil }
    let number = letters[letters.startIndex..<percent]
    guard number.allSatisfy({ $0.isDigit || $0.scalar == "," || $0.scalar == "." }) else {
      return nil
    }
    return letters[letters.startIndex...percent]
  }

  private mutating func appendLetters(_ letters: ArraySlice<Letter>) {
    var skeleton: [UInt8] = []
    var spelling = String.UnicodeScalarView()
    var isCapital = false
    let digitsAtEnd = letters.reversed().prefix(while: \.isDigit).count
    // "Nghị quyết2": the mark of a footnote. "5G", "T1" are words of their own.
    // "5G" in a bad text is no "sg".
    let isName =
      letters.count <= 3 && letters.first?.isDigit == true
      && letters.last.map { Letters.isCapital($0.scalar) } == true
    let isNoted = !isBad && digitsAtEnd > 0 && letters.count - digitsAtEnd > 2
    for letter in isNoted ? letters.dropLast(digitsAtEnd) : letters {
      spelling.append(letter.scalar)
      switch letter.folded {
      case .mark: continue
      case .letter(let folded):
        let alike = isBad && !isName && letter.isDigit ? Letters.lookAlike(letter.scalar) : nil
        skeleton.append(alike ?? folded)
        if skeleton.count == 1 { isCapital = Letters.isCapital(letter.scalar) }
      case .other:
        if isBad, let alike = Letters.lookAlike(letter.scalar) { skeleton.append(alike) }
      }
    }
    guard let first = letters.first, let last = letters.last else { return }
    words.append(
      Word(
        piece: piece, range: first.range.lowerBound..<last.range.upperBound, kind: .letters,
        skeleton: String(decoding: skeleton, as: UTF8.self), spelling: String(spelling),
        isCapital: isCapital))
  }

  private mutating func append(_ kind: Word.Kind, _ letters: ArraySlice<Letter>) {
    guard let first = letters.first, let last = letters.last else { return }
    let range = first.range.lowerBound..<last.range.upperBound
    words.append(
      Word(
        piece: piece, range: range, kind: kind, skeleton: "",
        spelling: text(letters), isCapital: false))
  }

  // MARK: - Digits

  /// "l00%", "1OO%": a percentage whose digits were read as letters.
  private func misreadNumber(_ letters: ArraySlice<Letter>) -> Word? {
    guard let first = letters.first, let last = letters.last, letters.count > 1, letters.count < 5
    else {
      return nil
    }
    var digits = ""
    for letter in letters where letter.scalar != "%" {
      switch letter.scalar {
      case "l", "I", "|": digits += "1"
      case "o", "O": digits += "0"
      case _ where letter.isDigit: digits.unicodeScalars.append(letter.scalar)
      default: return nil
      }
    }
    guard digits.utf8.count > 1, let value = Double(digits), followsPercent(last) else {
      return nil
    }
    var word = Word(
      piece: piece, range: first.range.lowerBound..<last.range.upperBound, kind: .number(value),
      skeleton: "", spelling: digits, isCapital: false)
    word.isPercent = last.scalar == "%"
    return word
  }

  private func followsPercent(_ letter: Letter) -> Bool {
    letter.scalar == "%"
      || (letter.range.upperBound < bytes.count
        && bytes[letter.range.upperBound] == UInt8(ascii: "%"))
  }

  /// Digits and signs between them: a number, two numbers with a dash, years, a date, else a code.
  private mutating func appendDigits(_ letters: ArraySlice<Letter>) {
    if letters.contains(where: { $0.scalar == "/" }) {
      append(date(letters).map(Word.Kind.date) ?? .code, letters)
      return
    }
    if let dash = letters.firstIndex(where: { $0.scalar == "-" || $0.scalar == "–" }) {
      let low = letters[..<dash]
      let high = letters[(dash + 1)...]
      if let from = year(low), let to = year(high) {
        append(.years(from, to), letters)
      } else {
        cut(low)
        append(sign: letters[dash])
        if !high.isEmpty { cut(high) }
      }
      return
    }
    var digits = letters
    let isPercent = digits.last?.scalar == "%"
    if isPercent { digits = digits.dropLast() }
    guard let value = number(digits) else {
      append(.code, letters)
      return
    }
    append(.number(value), letters)
    if isPercent { words[words.count - 1].isPercent = true }
  }

  private func year(_ letters: ArraySlice<Letter>) -> Int? {
    guard letters.count == 4, let year = Int(text(letters)), (1990...2100).contains(year) else {
      return nil
    }
    return year
  }

  private func date(_ letters: ArraySlice<Letter>) -> CalendarDate? {
    let parts = text(letters).split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 3, let day = Int(parts[0]), let month = Int(parts[1]),
      let year = Int(parts[2])
    else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }

  /// "6,17" and "6.17" are decimals; "1.234" is a thousand and more, as plans print counts.
  private func number(_ letters: ArraySlice<Letter>) -> Double? {
    let text = text(letters)
    guard text.utf8.count <= 15, text.allSatisfy({ $0.isASCII }) else { return nil }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    if parts.count > 1, parts.dropFirst().allSatisfy({ $0.utf8.count == 3 }),
      !text.contains(","), parts[0] != "0"
    {
      return Double(parts.joined())
    }
    guard parts.count <= 2, !(parts.count == 2 && text.contains(",")) else { return nil }
    let plain = text.replacing(",", with: ".")
    guard plain.utf8.first != 0x2E, plain.utf8.last != 0x2E else { return nil }
    return Double(plain)
  }

  private func text(_ letters: ArraySlice<Letter>) -> String {
    var scalars = String.UnicodeScalarView()
    for letter in letters { scalars.append(letter.scalar) }
    return String(scalars)
  }
}
