// PDF files that tests make up: Vietnamese in a font that every system with poppler has, and pictures.

import Foundation

/// A PDF of a few pages.
struct MadePDF {
  /// One page.
  struct Page {
    var lines: [String] = []
    /// A JPEG that covers the page, with its width and height.
    var picture: (bytes: [UInt8], width: Int, height: Int)?
    /// Width and height in points.
    var size = (width: 595, height: 842)
    /// Operators before the text, packed by the filter that is named.
    var content: (bytes: [UInt8], filter: String)?
  }

  var pages: [Page]
  /// More of the trailer, such as how it is encrypted.
  var trailer = ""
  /// How often each page follows itself.
  var repetitions = 1

  /// The file; letters beyond ASCII have codes of their own, named by their number in Unicode.
  var bytes: [UInt8] {
    var codes: [Unicode.Scalar: Int] = [:]
    for scalar in pages.flatMap(\.lines).joined().precomposed.unicodeScalars where !scalar.isASCII {
      codes[scalar] = codes[scalar] ?? codes.count + 128
    }
    var objects: [[UInt8]] = [Array("<< /Type /Catalog /Pages 2 0 R >>".utf8), []]
    objects.append(Array(Self.font(codes).utf8))
    var kids: [String] = []
    for page in pages {
      var resources = "/Font << /F 3 0 R >>"
      var contents: [Int] = []
      if let (bytes, width, height) = page.picture {
        let keys = """
          /Type /XObject /Subtype /Image /Width \(width) /Height \(height) /ColorSpace /DeviceRGB \
          /BitsPerComponent 8 /Filter /DCTDecode
          """
        objects.append(Self.stream(bytes, keys))
        resources += " /XObject << /P \(objects.count) 0 R >>"
        let show = "q \(page.size.width) 0 0 \(page.size.height) 0 0 cm /P Do Q"
        objects.append(Self.stream(Array(show.utf8), ""))
        contents.append(objects.count)
      }
      if let (bytes, filter) = page.content {
        objects.append(Self.stream(bytes, "/Filter /\(filter)"))
        contents.append(objects.count)
      }
      objects.append(Self.stream(Self.text(page, codes), ""))
      contents.append(objects.count)
      let streams = contents.map { "\($0) 0 R" }.joined(separator: " ")
      let object = """
        << /Type /Page /Parent 2 0 R /MediaBox [0 0 \(page.size.width) \(page.size.height)] \
        /Resources << \(resources) >> /Contents [\(streams)] >>
        """
      for _ in 0..<repetitions {
        objects.append(Array(object.utf8))
        kids.append("\(objects.count) 0 R")
      }
    }
    objects[1] = Array(
      "<< /Type /Pages /Count \(kids.count) /Kids [\(kids.joined(separator: " "))] >>".utf8)
    return Self.file(objects, trailer)
  }

  private static func file(_ objects: [[UInt8]], _ trailer: String) -> [UInt8] {
    var bytes = Array("%PDF-1.4\n".utf8)
    var table = "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
    for (index, object) in objects.enumerated() {
      table += String(repeating: "0", count: 10 - String(bytes.count).count)
      table += "\(bytes.count) 00000 n \n"
      bytes += Array("\(index + 1) 0 obj\n".utf8) + object + Array("\nendobj\n".utf8)
    }
    table += "trailer << /Size \(objects.count + 1) /Root 1 0 R \(trailer) >>\n"
    return bytes + Array("\(table)startxref\n\(bytes.count)\n%%EOF\n".utf8)
  }

  private static func stream(_ bytes: [UInt8], _ keys: String) -> [UInt8] {
    Array("<< \(keys) /Length \(bytes.count) >>\nstream\n".utf8) + bytes
      + Array("\nendstream".utf8)
  }

  /// The lines from the top, 60 points from the left.
  private static func text(_ page: Page, _ codes: [Unicode.Scalar: Int]) -> [UInt8] {
    var bytes: [UInt8] = []
    for (index, line) in page.lines.enumerated() {
      bytes += Array("BT /F 12 Tf 60 \(page.size.height - 60 - 20 * index) Td <".utf8)
      for scalar in line.precomposed.unicodeScalars {
        let code = codes[scalar] ?? Int(scalar.value)
        bytes += Array((code < 16 ? "0" : "").utf8) + Array(String(code, radix: 16).utf8)
      }
      bytes += Array("> Tj ET\n".utf8)
    }
    return bytes
  }

  private static func font(_ codes: [Unicode.Scalar: Int]) -> String {
    let scalars = codes.sorted { $0.value < $1.value }.map(\.key)
    let names = scalars.map { scalar in
      let hex = String(scalar.value, radix: 16, uppercase: true)
      return "/uni" + String(repeating: "0", count: max(0, 4 - hex.count)) + hex
    }
    let ascii = (32...127).map { widths[min($0, 126) - 32] }
    let all = ascii + scalars.map(width)
    return """
      << /Type /Font /Subtype /TrueType /BaseFont /DejaVuSans /FirstChar 32 \
      /LastChar \(31 + all.count) /Widths [\(all.map(String.init).joined(separator: " "))] \
      /FontDescriptor << /Type /FontDescriptor /FontName /DejaVuSans /Flags 32 /ItalicAngle 0 \
      /Ascent 928 /Descent -236 /CapHeight 729 /StemV 80 /FontBBox [-1021 -463 1793 1232] >> \
      /Encoding << /BaseEncoding /WinAnsiEncoding /Differences [128 \(names.joined(separator: " "))] \
      >> >>
      """
  }

  /// Marks make no letter of Vietnamese wider, but for the horn.
  private static func width(of scalar: Unicode.Scalar) -> Int {
    switch scalar {
    case "đ": return 635
    case "Đ": return 775
    default:
      let base = String(scalar).decomposedStringWithCanonicalMapping.unicodeScalars.first ?? scalar
      return base.isASCII && base.value >= 32 ? widths[min(Int(base.value), 126) - 32] : 636
    }
  }

  /// Widths of DejaVu Sans from the space to the tilde.
  private static let widths = [
    318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337, 636, 636, 636,
    636, 636, 636, 636, 636, 636, 636, 337, 337, 838, 838, 838, 531, 1000, 684, 686, 698, 770, 632,
    575, 775, 752, 295, 295, 656, 557, 863, 748, 787, 603, 787, 695, 635, 611, 732, 684, 989, 685,
    611, 685, 390, 337, 390, 838, 500, 500, 613, 635, 550, 635, 615, 352, 635, 634, 278, 278, 579,
    278, 974, 634, 612, 635, 635, 411, 521, 392, 634, 592, 818, 592, 592, 525, 636, 337, 636, 838,
  ]
}

extension String {
  fileprivate var precomposed: String { precomposedStringWithCanonicalMapping }
}
