// The letters of words on one line, marks dropped and abbreviations written out, for looking up phrases.

/// Words folded to one line, a space before and behind each.
struct Folded {
  private let bytes: [UInt8]
  /// One bit for each of its words, by letters and length: most phrases are ruled out by their first.
  private let marks: UInt64

  /// The line.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Folds the letters of words; numbers and signs are left out.
  init(_ list: some Sequence<Word>) {
    var bytes: [UInt8] = [0x20]
    var marks: UInt64 = 0
    for word in list where word.kind == .letters {
      let skeleton =
        Folded.mayBeShort(word.skeleton)
        ? Folded.abbreviations[word.skeleton] ?? word.skeleton : word.skeleton
      var start = bytes.count
      bytes.append(contentsOf: skeleton.utf8)
      bytes.append(0x20)
      for index in start..<bytes.count where bytes[index] == 0x20 {
        marks |= Folded.mark(bytes[start..<index])
        start = index + 1
      }
    }
    self.bytes = bytes
    self.marks = marks
  }

  /// A line that was folded before; empty for none.
  init(line: String) {
    bytes = line.isEmpty ? [0x20] : Array(line.utf8)
    marks = line.utf8.split(separator: 0x20).reduce(0) { $0 | Folded.mark($1) }
  }

  /// This line and words behind it.
  func joined(with words: some Sequence<Word>) -> Folded {
    let more = Folded(words)
    return Folded(bytes: bytes + more.bytes.dropFirst(), marks: marks | more.marks)
  }

  private init(bytes: [UInt8], marks: UInt64) {
    self.bytes = bytes
    self.marks = marks
  }

  /// Folds a phrase as texts are folded.
  static func phrase(_ text: String) -> String {
    var cutter = WordCutter(bytes: Array(text.utf8), piece: 0, isBad: false)
    cutter.cut()
    return Folded(cutter.words).text
  }

  /// Whether a phrase stands in it, word for word.
  func contains(_ phrase: String) -> Bool { position(phrase) != nil }

  /// Whether it begins with a phrase.
  func hasPrefix(_ phrase: String) -> Bool {
    bytes.dropFirst().starts(with: phrase.utf8)
      && bytes.dropFirst(phrase.utf8.count + 1).first == 0x20
  }

  /// Where a phrase stands in it, in bytes; nil where it does not.
  func position(_ phrase: String) -> Int? {
    var phrase = phrase
    return phrase.withUTF8 { phrase in
      let mark = Folded.mark(phrase.prefix { $0 != 0x20 })
      return marks & mark == mark ? position(phrase) : nil
    }
  }

  /// Whether a phrase that is looked up often stands in it, word for word.
  func contains(_ phrase: Phrase) -> Bool { position(phrase) != nil }

  /// Where a phrase that is looked up often stands in it, in bytes; nil where it does not.
  func position(_ phrase: Phrase) -> Int? {
    guard mayContain(phrase) else { return nil }
    return phrase.bytes.withUnsafeBufferPointer { position($0) }
  }

  /// Whether it has words like all of a phrase's; told without looking through it.
  func mayContain(_ phrase: Phrase) -> Bool { marks & phrase.marks == phrase.marks }

  private func position(_ phrase: UnsafeBufferPointer<UInt8>) -> Int? {
    let count = phrase.count
    guard let first = phrase.first, count + 2 <= bytes.count else { return nil }
    return bytes.withUnsafeBufferPointer { (bytes) -> Int? in
      for at in 0...(bytes.count - count - 2)
      where bytes[at] == 0x20 && bytes[at + 1] == first && bytes[at + 1 + count] == 0x20 {
        var same = 1
        while same < count, bytes[at + 1 + same] == phrase[same] { same += 1 }
        if same == count { return at }
      }
      return nil
    }
  }

  /// Folded words that are looked up often.
  struct Phrase: Sendable {
    fileprivate let bytes: [UInt8]
    fileprivate let marks: UInt64

    /// Letters of it.
    var count: Int { bytes.count }

    /// A phrase that is folded, without spaces at its ends.
    init(_ folded: String) {
      bytes = Array(folded.utf8)
      marks = folded.utf8.split(separator: 0x20).reduce(0) { $0 | Folded.mark($1) }
    }
  }

  /// Two consonants at the end, which few words of Vietnamese have, as abbreviations do.
  private static func mayBeShort(_ skeleton: String) -> Bool {
    let letters = skeleton.utf8
    guard let last = letters.last, let before = letters.dropLast().last else { return false }
    switch last {
    case UInt8(ascii: "g"), UInt8(ascii: "h"): return false
    default: return !vowels.contains(before)
    }
  }

  private static let vowels = "aeiouy".utf8.map { $0 }

  private static func mark(_ word: some Sequence<UInt8>) -> UInt64 {
    var hash: UInt64 = 5381
    for byte in word { hash = (hash &* 33) ^ UInt64(byte) }
    return 1 << ((hash ^ (hash >> 7)) & 63)
  }

  /// Abbreviations that plans use without writing them out again.
  private static let abbreviations = [
    "tthc": "thu tuc hanh chinh", "cchc": "cai cach hanh chinh", "dvctt": "dich vu cong truc tuyen",
    "dvc": "dich vu cong", "qppl": "quy pham phap luat", "vbqppl": "van ban quy pham phap luat",
    "csdl": "co so du lieu", "cntt": "cong nghe thong tin", "ubnd": "uy ban nhan dan",
    "hdnd": "hoi dong nhan dan", "cds": "chuyen doi so", "attt": "an toan thong tin",
    "cbccvc": "can bo cong chuc vien chuc", "cbcc": "can bo cong chuc",
    "cccvc": "cong chuc vien chuc", "httt": "he thong thong tin", "dvsn": "don vi su nghiep",
    "dvsncl": "don vi su nghiep cong lap", "nsnn": "ngan sach nha nuoc",
    "thcs": "trung hoc co so", "htqlcl": "he thong quan ly chat luong", "kttt": "kinh te tap the",
    "pvhcc": "phuc vu hanh chinh cong", "lgsp": "lgsp truc lien thong",
  ]
}
