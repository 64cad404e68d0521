// Cells as people read them, made safe to print: data must not be able to steer a terminal.

struct HumanText {
  private let options: RenderOptions

  init(_ options: RenderOptions) {
    self.options = options
  }

  /// The text of a cell on one line.
  func text(_ cell: Cell) -> String {
    switch cell {
    case .missing: options.missingMark
    case .text(let value), .date(let value): HumanText.safe(value)
    case .integer(let value): "\(value)"
    case .number(let value, let decimals): number(value, decimals)
    case .change(let value, let decimals): change(value, decimals)
    case .boolean(let value): value ? options.booleanWords.yes : options.booleanWords.no
    case .list(let values) where values.isEmpty: options.missingMark
    case .list(let values): HumanText.safe(values.joined(separator: ", "))
    case .json(let value): HumanText.safe(value.compact)
    }
  }

  private func number(_ value: Double, _ decimals: Int?) -> String {
    guard value.isFinite else { return options.missingMark }
    guard let decimals else { return formatted(value, decimalMark: options.decimalMark) }
    return formatted(value, decimals: decimals, decimalMark: options.decimalMark)
  }

  /// With "+" where the number as printed is above zero; what rounds to zero has no sign.
  private func change(_ value: Double, _ decimals: Int?) -> String {
    let text = number(value, decimals)
    let isZero = !text.utf8.contains { (UInt8(ascii: "1")...UInt8(ascii: "9")).contains($0) }
    return value > 0 && value.isFinite && !isZero ? "+" + text : text
  }

  /// One line without control characters.
  ///
  /// Tabs and line breaks become a space; other control characters their pictures (ESC becomes ␛),
  /// so that a reader sees that something was there; controls of direction become U+FFFD.
  static func safe(_ value: String) -> String {
    guard value.unicodeScalars.contains(where: isUnsafe) else { return value }
    var text = ""
    var previous: Unicode.Scalar = " "
    for scalar in value.unicodeScalars {
      switch scalar.value {
      case 0x0A where previous == "\r": break
      case 0x09...0x0D, 0x85, 0x2028, 0x2029: text += " "
      case 0x00...0x1F: text.unicodeScalars.append(Unicode.Scalar(scalar.value + 0x2400) ?? "?")
      case 0x7F: text += "\u{2421}"
      default: text.unicodeScalars.append(isUnsafe(scalar) ? "\u{FFFD}" : scalar)
      }
      previous = scalar
    }
    return text
  }

  private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00...0x1F, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}

/// A text without what would steer a terminal: controls become pictures or U+FFFD.
///
/// - Parameter text: a text that came from data.
/// - Returns: the text, safe to print.
public func printable(_ text: String) -> String {
  HumanText.safe(text)
}
