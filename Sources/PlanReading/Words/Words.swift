// Cuts a passage into words. Chunks are parted by white space; signs at their ends stand alone; what is
// left is a number, a date, a number of a document or letters.

import IndicatorModel

/// The words of a passage.
struct Words {
  /// The passage that was cut.
  let passage: Passage
  /// Its words in order.
  private(set) var list: [Word] = []

  /// Cuts a passage.
  ///
  /// - Parameters:
  ///   - passage: the passage.
  ///   - spelling: what repairs words of a bad text; nil in a clean one.
  init(_ passage: Passage, spelling: Spelling?) {
    self.passage = passage
    for (index, piece) in passage.pieces.enumerated() {
      var cutter = WordCutter(bytes: Array(piece.text.utf8), piece: index, isBad: spelling != nil)
      cutter.cut()
      list.append(contentsOf: cutter.words)
    }
    joinPercents()
    if let spelling {
      dropStrayMarks()
      spelling.restore(&list)
    }
  }

  /// Marks that an engine sees in dust, and "tỷ 18" for "tỷ lệ": no number stands right behind "tỷ".
  private mutating func dropStrayMarks() {
    let strays: Set<Unicode.Scalar> = [
      "’", "‘", "'", "`", "´", "^", "~", "_", "*", "¨", "«", "»", "\\",
    ]
    list.removeAll { word in
      if case .sign(let sign) = word.kind { return strays.contains(sign) }
      return false
    }
    for index in list.indices.dropFirst()
    where list[index].number != nil && !list[index].isPercent
      && ["ty", "ti"].contains(list[index - 1].skeleton)
    {
      list[index].kind = .letters
      list[index].skeleton = "le"
      list[index].spelling = "lệ"
    }
  }

  /// "95 %" is one number; the sign is dropped.
  private mutating func joinPercents() {
    guard list.contains(where: { $0.isSign("%") }) else { return }
    var joined: [Word] = []
    joined.reserveCapacity(list.count)
    var isOpen = false
    for word in list {
      if isOpen, word.isSign("%") {
        joined[joined.count - 1].isPercent = true
        if joined[joined.count - 1].piece == word.piece {
          joined[joined.count - 1].range =
            joined[joined.count - 1].range.lowerBound..<word.range.upperBound
        }
        isOpen = false
      } else {
        joined.append(word)
        isOpen = word.number != nil
      }
    }
    list = joined
  }

  /// One unbroken run of the text around a word: from `range.lowerBound` to the end of the word
  /// before `range.upperBound`, cut where the passage is not of one run.
  ///
  /// - Parameters:
  ///   - range: words.
  ///   - word: the word that must be in it.
  /// - Returns: the run with white space folded, and its first and last line.
  func quote(_ range: Range<Int>, around word: Int) -> (text: String, lines: ClosedRange<Int>) {
    var first = range.lowerBound
    var last = max(range.upperBound - 1, range.lowerBound)
    guard list.indices.contains(first), list.indices.contains(last), list.indices.contains(word)
    else { return ("", 1...1) }
    let pieces = passage.pieces
    for piece in stride(from: list[word].piece, to: list[first].piece, by: -1)
    where !pieces[piece].continues {
      // A piece of signs that cannot be seen has no word.
      first = (first..<word).first { list[$0].piece >= piece } ?? word
      break
    }
    for piece in list[word].piece..<list[last].piece where !pieces[piece + 1].continues {
      last = (word...last).last { list[$0].piece <= piece } ?? word
      break
    }
    var parts: [Substring] = []
    for piece in list[first].piece...list[last].piece {
      let bytes = pieces[piece].text.utf8
      let from = piece == list[first].piece ? list[first].range.lowerBound : 0
      let to = piece == list[last].piece ? list[last].range.upperBound : bytes.count
      guard from <= to, to <= bytes.count else { continue }
      let run =
        pieces[piece].text[
          bytes.index(
            bytes.startIndex, offsetBy: from)..<bytes.index(bytes.startIndex, offsetBy: to)]
      parts += Letters.unspaced(run)
    }
    return (
      parts.joined(separator: " "), pieces[list[first].piece].line...pieces[list[last].piece].line
    )
  }

  /// Words as they are spelled, with single spaces and no space before a closing sign.
  func spelled(_ range: Range<Int>) -> String { Words.spelled(list[range]) }

  /// Words as they are spelled, with single spaces and no space before a closing sign.
  static func spelled(_ words: some Sequence<Word>) -> String {
    var text = ""
    var isTight = true
    for word in words {
      if case .sign(let sign) = word.kind {
        let opens = sign == "(" || sign == "“" || sign == "\""
        if opens && !isTight { text += " " }
        text.unicodeScalars.append(sign)
        isTight = opens || sign == "-" || sign == "–"
      } else {
        if !isTight { text += " " }
        text += word.spelling
        if word.isPercent && !word.spelling.hasSuffix("%") { text += "%" }
        isTight = false
      }
    }
    return text
  }
}
