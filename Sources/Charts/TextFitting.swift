// How wide text is in a picture, as far as that can be known without drawing it: so that names are
// wrapped and not cut, and labels do not lie on each other.

/// Widths and lines of text.
enum TextFitting {
  /// Width in pixels of a text in Liberation Sans, which is as wide as Arial and Helvetica.
  ///
  /// Widths of letters are those of the font's tables, by groups, in thousandths of the size.
  static func width(_ text: String, size: Double) -> Double {
    var units = 0
    for character in text {
      // A letter with marks is as wide as without.
      switch character.unicodeScalars.first.map(base) ?? "n" {
      case "'": units += 191
      case "i", "j", "l": units += 222
      case " ", "\u{A0}", "f", "t", "I", ".", ",", ":", ";", "/", "!", "[", "]", "|": units += 278
      case "r", "(", ")", "-", "·", "“", "”": units += 333
      case "c", "k", "s", "v", "x", "y", "z", "J": units += 500
      case "ơ": units += 640
      case "ư": units += 660
      case "m", "M": units += 833
      case "w", "C", "D", "H", "N", "R", "U": units += 722
      case "A", "B", "E", "K", "P", "S", "V", "X", "Y", "&": units += 667
      case "G", "O", "Q": units += 778
      case "W": units += 944
      case "%": units += 889
      case "—", "…", "→": units += 1_000
      case "F", "T", "Z": units += 611
      case "+", "<", ">", "=": units += 584
      default: units += 556
      }
    }
    return Double(units) * size / 1_000
  }

  /// The letter without its marks, where that is another width than most have.
  private static func base(_ scalar: Unicode.Scalar) -> Character {
    switch scalar {
    case "À", "Á", "Ả", "Ã", "Ạ", "Ă", "Ằ", "Ắ", "Ẳ", "Ẵ", "Ặ", "Â", "Ầ", "Ấ", "Ẩ", "Ẫ", "Ậ",
      "È", "É", "Ẻ", "Ẽ", "Ẹ", "Ê", "Ề", "Ế", "Ể", "Ễ", "Ệ", "Ỳ", "Ý", "Ỷ", "Ỹ", "Ỵ":
      "A"
    case "Đ", "Ù", "Ú", "Ủ", "Ũ", "Ụ", "Ư", "Ừ", "Ứ", "Ử", "Ữ", "Ự": "D"
    case "Ò", "Ó", "Ỏ", "Õ", "Ọ", "Ô", "Ồ", "Ố", "Ổ", "Ỗ", "Ộ", "Ơ", "Ờ", "Ớ", "Ở", "Ỡ", "Ợ": "O"
    case "ờ", "ớ", "ở", "ỡ", "ợ": "ơ"
    case "ừ", "ứ", "ử", "ữ", "ự": "ư"
    case "ì", "í", "ỉ", "ĩ", "ị": "i"
    case "ỳ", "ý", "ỷ", "ỹ", "ỵ": "y"
    default: Character(scalar)
    }
  }

  /// The text in lines no wider than `width`; a word that is wider has a line of its own.
  static func wrapped(_ text: String, size: Double, width: Double) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      let longer = line.isEmpty ? String(word) : line + " " + word
      if line.isEmpty || Self.width(longer, size: size) <= width {
        line = longer
      } else {
        lines.append(line)
        line = String(word)
      }
    }
    return line.isEmpty ? lines : lines + [line]
  }

  /// The text in at most so many lines; what does not fit ends in an ellipsis.
  static func wrapped(_ text: String, size: Double, width: Double, most: Int) -> [String] {
    var lines = wrapped(text, size: size, width: width)
    guard lines.count > most else { return lines }
    var last = lines[(most - 1)...].joined(separator: " ")
    while !last.isEmpty, Self.width(last + "…", size: size) > width { last.removeLast() }
    while last.last == " " { last.removeLast() }
    lines.removeSubrange((most - 1)...)
    return lines + [last + "…"]
  }

  /// Moves labels of a column apart so that none lies on another, each as near to its own height as can be.
  ///
  /// - Parameters:
  ///   - wanted: heights in pixels, in any order.
  ///   - gap: least distance between two.
  ///   - range: where labels may stand.
  /// - Returns: heights, in the order of `wanted`.
  static func apart(_ wanted: [Double], gap: Double, in range: ClosedRange<Double>) -> [Double] {
    let order = wanted.indices.sorted { (wanted[$0], $0) < (wanted[$1], $1) }
    // Groups of labels that touch, each around the middle of what its labels want.
    var groups: [(members: [Int], middle: Double)] = []
    func start(_ group: (members: [Int], middle: Double)) -> Double {
      let reach = Double(group.members.count - 1) * gap
      let highest = max(range.lowerBound, range.upperBound - reach)
      return min(max(group.middle - reach / 2, range.lowerBound), highest)
    }
    for index in order {
      groups.append(([index], wanted[index]))
      while groups.count > 1 {
        let (upper, lower) = (groups[groups.count - 2], groups[groups.count - 1])
        guard start(upper) + Double(upper.members.count) * gap > start(lower) else { break }
        let members = upper.members + lower.members
        let middle =
          (upper.middle * Double(upper.members.count) + lower.middle * Double(lower.members.count))
          / Double(members.count)
        groups.removeLast(2)
        groups.append((members, middle))
      }
    }
    var heights = wanted
    for group in groups {
      for (position, index) in group.members.enumerated() {
        heights[index] = start(group) + Double(position) * gap
      }
    }
    return heights
  }
}
