// The letters of words on one line, marks dropped and abbreviations written out, for looking up phrases.

/// Words folded to one line, a space before and behind each.
struct Folded {
  /// The line.
  let text: String
  /// Its words.
  let words: Set<String>

  /// Folds the letters of words; numbers and signs are left out.
  init(_ list: some Sequence<Word>) {
    var text = " "
    var words: Set<String> = []
    for word in list where word.kind == .letters {
      let skeleton = Folded.abbreviations[word.skeleton] ?? word.skeleton
      text += skeleton
      text += " "
      if skeleton.utf8.contains(0x20) {
        for part in skeleton.split(separator: " ") { words.insert(String(part)) }
      } else {
        words.insert(skeleton)
      }
    }
    self.text = text
    self.words = words
  }

  /// Folds a phrase as texts are folded.
  static func phrase(_ text: String) -> String {
    var cutter = WordCutter(bytes: Array(text.utf8), piece: 0, isBad: false)
    cutter.cut()
    return Folded(cutter.words).text
  }

  /// Whether a phrase stands in it, word for word.
  func contains(_ phrase: String) -> Bool { position(phrase) != nil }

  /// Where a phrase stands in it, in bytes; nil where it does not.
  func position(_ phrase: String) -> Int? {
    let first = phrase.utf8.prefix { $0 != 0x20 }
    guard words.contains(String(Substring(first))) else { return nil }
    return search(phrase)
  }

  private func search(_ phrase: String) -> Int? {
    var text = text
    var phrase = phrase
    return text.withUTF8 { text in
      phrase.withUTF8 { phrase in
        guard phrase.count + 2 <= text.count else { return nil }
        var at = 0
        while at + phrase.count + 1 < text.count {
          // Words begin behind spaces only, so the search goes from space to space.
          if text[at] == 0x20, text[at + 1 + phrase.count] == 0x20,
            text[(at + 1)..<(at + 1 + phrase.count)].elementsEqual(phrase)
          {
            return at
          }
          at += 1
        }
        return nil
      }
    }
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
