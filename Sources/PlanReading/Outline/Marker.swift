// What an item of a document begins with: I., 1., 1.1., a), -, +.

/// The mark before a heading or an item.
enum Marker: Equatable {
  /// Roman numeral.
  case roman(Int)
  /// Capital letter.
  case capital(UInt8)
  /// Numbers parted by dots.
  case numbers([Int])
  /// Small letter, also "đ"; empty where a heading bears none.
  case letter(String)
  /// Dash or dot.
  case bullet
  /// Plus.
  case plus

  /// How deep items with the mark stand, from the top; a mark ends items of its depth and below.
  var depth: Int {
    switch self {
    case .roman: 1
    case .capital: 2
    case .numbers(let numbers): 2 + numbers.count
    case .letter: 8
    case .bullet: 9
    case .plus: 10
    }
  }

  /// How it is printed in the number of a section; empty for dashes.
  var label: String {
    switch self {
    case .roman(let number): Marker.roman(number)
    case .letter(let letter): letter
    case .capital(let letter): String(Unicode.Scalar(letter))
    case .numbers(let numbers): numbers.map(String.init).joined(separator: ".")
    case .bullet, .plus: ""
    }
  }

  /// The mark at the beginning of a line.
  ///
  /// - Parameters:
  ///   - bytes: the line without white space before.
  ///   - isBad: whether numerals may have been read as other signs.
  /// - Returns: the mark and how many bytes it takes with the white space behind, or nil.
  static func read(_ bytes: ArraySlice<UInt8>, isBad: Bool) -> (marker: Marker, length: Int)? {
    guard let first = bytes.first else { return nil }
    for (sign, marker) in signs where bytes.starts(with: sign) {
      let rest = bytes.dropFirst(sign.count)
      // "-100%" and "- 100%" are items, "--" is a rule, "-/" is nothing.
      guard let next = rest.first, next == 0x20 || next == 0x09 || next > 0x2F, next != 0x3D else {
        return nil
      }
      return (marker, sign.count + spaces(rest))
    }
    if first == UInt8(ascii: "(") {
      let digits = bytes.dropFirst().prefix { (0x30...0x39).contains($0) }
      let rest = bytes.dropFirst(1 + digits.count)
      guard (1...2).contains(digits.count), rest.first == UInt8(ascii: ")") else { return nil }
      return (.bullet, digits.count + 2 + spaces(rest.dropFirst()))
    }
    if let numbers = numbers(bytes) ?? named(bytes) { return numbers }
    if let roman = roman(bytes, isBad: isBad) { return roman }
    // "đ" takes two bytes.
    let letter = bytes.starts(with: "đ".utf8) ? "đ" : String(Unicode.Scalar(first))
    let rest = bytes.dropFirst(letter.utf8.count)
    guard let second = rest.first, second == UInt8(ascii: ")") || second == UInt8(ascii: "."),
      let third = rest.dropFirst().first, third == 0x20 || third == 0x09
    else { return nil }
    if (0x61...0x7A).contains(first) || letter == "đ",
      second == UInt8(ascii: ")") || isBad == false
    {
      return (.letter(letter), letter.utf8.count + 1 + spaces(rest.dropFirst()))
    }
    if (0x41...0x5A).contains(first) { return (.capital(first), 2 + spaces(rest.dropFirst())) }
    return nil
  }

  private static let signs: [([UInt8], Marker)] = [
    (Array("-".utf8), .bullet), (Array("–".utf8), .bullet), (Array("—".utf8), .bullet),
    (Array("•".utf8), .bullet), (Array("*".utf8), .bullet), (Array("·".utf8), .bullet),
    (Array("▪".utf8), .bullet), (Array("\u{F0B7}".utf8), .bullet), (Array("+".utf8), .plus),
  ]

  private static func spaces(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.prefix { $0 == 0x20 || $0 == 0x09 }.count
  }

  /// "1." "2.1." "10.2 " "1)": at most two digits each; "100%", "03 đơn vị" and dates are none.
  private static func numbers(_ bytes: ArraySlice<UInt8>) -> (marker: Marker, length: Int)? {
    var numbers: [Int] = []
    var index = bytes.startIndex
    var isClosed = false
    while index < bytes.endIndex {
      let digits = bytes[index...].prefix { (0x30...0x39).contains($0) }
      guard (1...2).contains(digits.count) else { break }
      numbers.append(digits.reduce(0) { $0 * 10 + Int($1) - 0x30 })
      index += digits.count
      isClosed = false
      guard index < bytes.endIndex else { return nil }
      guard bytes[index] == UInt8(ascii: ".") else {
        if bytes[index] == UInt8(ascii: ")") {
          isClosed = true
          index += 1
        }
        break
      }
      isClosed = true
      index += 1
    }
    guard !numbers.isEmpty, numbers.count <= 5, isClosed || numbers.count > 1,
      index < bytes.endIndex
    else { return nil }
    let next = bytes[index]
    let isSpace = next == 0x20 || next == 0x09
    guard isSpace || (isClosed && next > 0x40) || next == UInt8(ascii: ":") else { return nil }
    if next == UInt8(ascii: ":") { index += 1 }
    let length = index - bytes.startIndex + spaces(bytes[index...])
    return (.numbers(numbers), length)
  }

  /// Goals and tasks with numbers: "Mục tiêu 2 - Thể chế".
  private static func named(_ bytes: ArraySlice<UInt8>) -> (marker: Marker, length: Int)? {
    for name in names where bytes.starts(with: name) {
      let rest = bytes.dropFirst(name.count)
      let digits = rest.prefix { (0x30...0x39).contains($0) }
      let behind = rest.dropFirst(digits.count)
      let gap = spaces(behind)
      guard (1...2).contains(digits.count), let sign = behind.dropFirst(gap).first,
        ".:-".utf8.contains(sign)
      else { return nil }
      let number = digits.reduce(0) { $0 * 10 + Int($1) - 0x30 }
      let length = name.count + digits.count + gap + 1
      return (.numbers([number]), length + spaces(bytes.dropFirst(length)))
    }
    return nil
  }

  private static let names = [
    "Chỉ tiêu ", "Mục tiêu ", "Nhiệm vụ ", "Nội dung ", "CHỈ TIÊU ", "MỤC TIÊU ",
  ].map { Array($0.utf8) }

  private static func roman(
    _ bytes: ArraySlice<UInt8>, isBad: Bool
  ) -> (marker: Marker, length: Int)? {
    let digits = bytes.prefix { "IVXL".utf8.contains($0) || (isBad && ($0 == 0x31 || $0 == 0x6C)) }
    let rest = bytes.dropFirst(digits.count)
    guard (1...6).contains(digits.count), digits.contains(where: { "IVX".utf8.contains($0) }),
      let stop = rest.first, stop == UInt8(ascii: ".") || stop == UInt8(ascii: ")"),
      let next = rest.dropFirst().first, next == 0x20 || next == 0x09 || next > 0x40
    else { return nil }
    var total = 0
    var previous = 0
    for digit in digits.reversed() {
      let value: Int =
        switch digit {
        case UInt8(ascii: "V"): 5
        case UInt8(ascii: "X"): 10
        case UInt8(ascii: "L"): 50
        default: 1
        }
      total += value < previous ? -value : value
      previous = max(previous, value)
    }
    return (.roman(total), digits.count + 1 + spaces(rest.dropFirst()))
  }

  private static func roman(_ number: Int) -> String {
    var rest = max(0, min(number, 89))
    var text = ""
    for (value, letters) in [
      (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ] {
      while rest >= value {
        text += letters
        rest -= value
      }
    }
    return text
  }
}
