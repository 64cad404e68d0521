// Text in SVG that keeps its place whichever letters a reader's system has: where the font that a picture
// was laid out for is missing, wider letters would be cut at the edge or lie on each other.

/// SVG as Vega writes it, with the width that each text was laid out for.
public enum FittedSVG {
  /// Tells each run of text how wide it is; a viewer squeezes or stretches what it draws to that.
  ///
  /// - Parameter svg: a picture of Vega.
  /// - Returns: the same picture; what is no text of Vega's form is left as it is.
  public static func fitted(_ svg: String) -> String {
    let bytes = Array(svg.utf8)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + bytes.count / 8)
    var position = 0
    var size: (pixels: Double, isBold: Bool)?
    while let open = bytes[position...].firstIndex(of: UInt8(ascii: "<")),
      let close = bytes[open...].firstIndex(of: UInt8(ascii: ">"))
    {
      result += bytes[position..<open]
      let tag = bytes[open...close]
      let name = tag.dropFirst().prefix { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: ">") }
      position = close + 1
      if name.elementsEqual("text".utf8) {
        size = font(String(decoding: tag, as: UTF8.self))
      } else if name.elementsEqual("/text".utf8) {
        size = nil
      }
      let isRun = name.elementsEqual("text".utf8) || name.elementsEqual("tspan".utf8)
      let end = bytes[position...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.endIndex
      guard isRun, let size, end > position else {
        result += tag
        continue
      }
      let text = unescaped(String(decoding: bytes[position..<end], as: UTF8.self))
      let width = TextFitting.width(text, size: size.pixels) * (size.isBold ? 1.06 : 1)
      result += tag.dropLast()
      let length = (width * 10).rounded() / 10
      result += " textLength=\"\(length)\" lengthAdjust=\"spacingAndGlyphs\">".utf8
    }
    result += bytes[position...]
    return String(decoding: result, as: UTF8.self)
  }

  /// Size and weight of a text's letters; nil where they are not told in pixels.
  private static func font(_ tag: String) -> (pixels: Double, isBold: Bool)? {
    let attributes = tag.split(separator: " ")
    guard let size = attributes.first(where: { $0.hasPrefix("font-size=\"") }),
      let pixels = Double(size.dropFirst(11).prefix { $0.isNumber || $0 == "." })
    else { return nil }
    return (pixels, attributes.contains { $0.hasPrefix("font-weight=\"bold\"") })
  }

  private static func unescaped(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
    var plain = ""
    var rest = text[...]
    while let ampersand = rest.firstIndex(of: "&") {
      plain += rest[..<ampersand]
      // Every entity stands for one character, about as wide as a letter.
      let end = rest[ampersand...].firstIndex(of: ";") ?? rest.index(before: rest.endIndex)
      plain += rest[ampersand...end] == "&amp;" ? "&" : rest[ampersand...end] == "&lt;" ? "<" : "n"
      rest = rest[rest.index(after: end)...]
    }
    return plain + rest
  }
}
