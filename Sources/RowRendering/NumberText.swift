// Numbers as text: rounded for people, shortest and exact for machines. Works on the shortest
// decimal digits that give the double back, so that what was printed as 2.675 rounds as 2.675.

/// A number as people read it, with a fixed count of decimals.
///
/// Rounds half away from zero, and rounds the shortest decimal digits that stand for the double,
/// not its binary value: 2.675 with two decimals is 2.68, as a reader of the printed figure
/// expects. No thousands mark; a value that rounds to zero prints without a sign.
///
/// - Parameters:
///   - value: The number; NaN and infinities print as "nan", "inf" and "-inf".
///   - decimals: Digits after the mark; below 0 counts as 0.
///   - decimalMark: The mark before the decimals.
/// - Returns: The text.
public func formatted(_ value: Double, decimals: Int, decimalMark: Character) -> String {
  guard value.isFinite else { return "\(value)" }
  let count = max(0, decimals)
  return DecimalDigits(value).rounded(to: count).text(decimals: count, mark: decimalMark)
}

/// A number as people read it, with as many decimals as it needs.
///
/// - Parameters:
///   - value: The number; NaN and infinities print as "nan", "inf" and "-inf".
///   - decimalMark: The mark before the decimals.
/// - Returns: The text.
public func formatted(_ value: Double, decimalMark: Character) -> String {
  guard value.isFinite else { return "\(value)" }
  let digits = DecimalDigits(value)
  return digits.text(decimals: digits.decimals, mark: decimalMark)
}

/// A number as machines read it: the shortest text that gives the double back.
///
/// Plain decimal notation from 1e-6 to 1e15, an exponent beyond; no ".0" on whole numbers.
///
/// - Returns: The text, valid in JSON and CSV; nil for NaN and infinities.
public func machineText(_ value: Double) -> String? {
  guard value.isFinite else { return nil }
  let size = value.magnitude
  guard size == 0 || (size >= 1e-6 && size < 1e15) else {
    let text = "\(value)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
  let digits = DecimalDigits(value)
  return digits.text(decimals: digits.decimals, mark: ".")
}

/// The shortest decimal digits of a finite double.
struct DecimalDigits {
  private var isNegative = false
  /// Without leading and trailing zeros; empty for zero.
  private var digits: [UInt8] = []
  /// How many of the digits stand before the decimal mark; may be below 0 or beyond the last.
  private var point = 0

  /// Takes the digits from the standard library's text, which is the shortest that reads back.
  init(_ value: Double) {
    var exponent = 0
    var exponentSign = 1
    var isInExponent = false
    var hasMark = false
    for byte in "\(value)".utf8 {
      switch byte {
      case UInt8(ascii: "-"):
        if isInExponent { exponentSign = -1 } else { isNegative = true }
      case UInt8(ascii: "."): hasMark = true
      case UInt8(ascii: "e"): isInExponent = true
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        let digit = byte - UInt8(ascii: "0")
        if isInExponent {
          exponent = exponent * 10 + Int(digit)
        } else {
          digits.append(digit)
          if !hasMark { point += 1 }
        }
      default: break
      }
    }
    point += exponent * exponentSign
    let zeros = digits.prefix { $0 == 0 }.count
    digits.removeFirst(zeros)
    point -= zeros
    trim()
  }

  /// How many digits stand after the decimal mark.
  var decimals: Int {
    max(0, digits.count - point)
  }

  /// Rounded half away from zero.
  func rounded(to decimals: Int) -> DecimalDigits {
    let cut = point + decimals
    guard cut < digits.count else { return self }
    var result = self
    let goesUp = cut >= 0 && digits[cut] >= 5
    result.digits.removeSubrange(max(0, cut)...)
    if goesUp { result.carry() }
    result.trim()
    return result
  }

  /// Plain notation with exactly so many decimals; digits beyond them are cut off.
  func text(decimals: Int, mark: Character) -> String {
    var text = isNegative && !digits.isEmpty ? "-" : ""
    if point <= 0 {
      text.append("0")
    } else {
      for index in 0..<point { text.append(digit(at: index)) }
    }
    guard decimals > 0 else { return text }
    text.append(mark)
    for index in point..<(point + decimals) { text.append(digit(at: index)) }
    return text
  }

  private func digit(at index: Int) -> Character {
    guard digits.indices.contains(index) else { return "0" }
    return Character(Unicode.Scalar(UInt8(ascii: "0") + digits[index]))
  }

  /// Adds one to the last digit kept; 9 becomes 0 and carries on.
  private mutating func carry() {
    while let last = digits.last {
      guard last == 9 else {
        digits[digits.count - 1] = last + 1
        return
      }
      digits.removeLast()
    }
    digits = [1]
    point += 1
  }

  private mutating func trim() {
    while digits.last == 0 { digits.removeLast() }
    if digits.isEmpty { point = 0 }
  }
}
