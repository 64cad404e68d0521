import Testing

@testable import Charts

/// Colours can be told apart by those who do not see all of them, and letters be read on what they stand.
@Suite struct ThemeTests {
  /// Red, green and blue, 0 to 1, linear.
  private struct Light {
    var red: Double
    var green: Double
    var blue: Double

    init(_ red: Double, _ green: Double, _ blue: Double) {
      (self.red, self.green, self.blue) = (red, green, blue)
    }

    init(hex: String) {
      let parts = stride(from: 1, to: 7, by: 2).map { start -> Double in
        let from = hex.index(hex.startIndex, offsetBy: start)
        let value = Double(Int(hex[from..<hex.index(from, offsetBy: 2)], radix: 16) ?? 0) / 255
        return value <= 0.04045 ? value / 12.92 : Self.power((value + 0.055) / 1.055, 2.4)
      }
      self.init(parts[0], parts[1], parts[2])
    }

    static func power(_ base: Double, _ exponent: Double) -> Double {
      // x^2.4 = x^2 * (x^2)^(1/5), the root by Newton's steps, so that no mathematics library is needed.
      base == 0 ? 0 : base * base * Self.root(base * base, 5, times: exponent == 2.4 ? 1 : 0)
    }

    static func root(_ value: Double, _ degree: Int, times: Int) -> Double {
      guard times > 0 else { return 1 }
      var guess = 1.0
      for _ in 0..<60 {
        var product = 1.0
        for _ in 1..<degree { product *= guess }
        guess = (Double(degree - 1) * guess + value / product) / Double(degree)
      }
      return guess
    }

    /// WCAG's relative luminance.
    var luminance: Double { 0.2126 * red + 0.7152 * green + 0.0722 * blue }

    func contrast(to other: Light) -> Double {
      let (bright, dark) = (max(luminance, other.luminance), min(luminance, other.luminance))
      return (bright + 0.05) / (dark + 0.05)
    }

    /// As it is seen without one kind of cones, by the matrices of Machado, Oliveira and Fernandes (2009).
    func seen(by matrix: [[Double]]) -> Light {
      let parts = matrix.map { min(max($0[0] * red + $0[1] * green + $0[2] * blue, 0), 1) }
      return Light(parts[0], parts[1], parts[2])
    }

    /// CIE L*a*b*, D65.
    var lab: (l: Double, a: Double, b: Double) {
      func f(_ value: Double) -> Double {
        value > 0.008856 ? Self.root(value, 3, times: 1) : 7.787 * value + 16.0 / 116
      }
      let x = f((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047)
      let y = f(0.2126 * red + 0.7152 * green + 0.0722 * blue)
      let z = f((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883)
      return (116 * y - 16, 500 * (x - y), 200 * (y - z))
    }

    func distance(to other: Light) -> Double {
      let (left, right) = (lab, other.lab)
      let square =
        (left.l - right.l) * (left.l - right.l) + (left.a - right.a) * (left.a - right.a)
        + (left.b - right.b) * (left.b - right.b)
      return square.squareRoot()
    }
  }

  private static let protanopia = [
    [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ]
  private static let deuteranopia = [
    [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
    [-0.011820, 0.042940, 0.968881],
  ]

  @Test func lightIsMeasuredRight() {
    #expect(abs(Light(hex: "#FFFFFF").contrast(to: Light(hex: "#000000")) - 21) < 0.01)
    // The grey that just reaches 4.5 against white, as WCAG's examples have it.
    #expect(abs(Light(hex: "#767676").contrast(to: Light(hex: "#FFFFFF")) - 4.54) < 0.01)
    #expect(abs(Light(hex: "#FF0000").lab.l - 53.24) < 0.05)
  }

  @Test func linesStandOutOnWhite() {
    for colour in ChartTheme.colours {
      #expect(Light(hex: colour).contrast(to: Light(hex: "#FFFFFF")) >= 3, "\(colour)")
    }
    for colour in [ChartTheme.text, ChartTheme.quiet, ChartTheme.rule] {
      #expect(Light(hex: colour).contrast(to: Light(hex: "#FFFFFF")) >= 4.5, "\(colour)")
    }
  }

  @Test func lettersStandOutOnEveryFill() {
    for fill in ChartTheme.worth + TileMap.shades {
      #expect(Light(hex: fill).contrast(to: Light(hex: ChartTheme.text)) >= 4.5, "\(fill)")
    }
  }

  /// Just noticeable is a distance of 2; all differ by twelve times that, and have shapes and dashes too.
  @Test(arguments: [nil, protanopia, deuteranopia])
  func coloursDifferForAllReaders(matrix: [[Double]]?) {
    let seen = ChartTheme.colours.map { colour in
      let light = Light(hex: colour)
      return matrix.map(light.seen) ?? light
    }
    for left in seen.indices {
      for right in seen.indices where right > left {
        let distance = seen[left].distance(to: seen[right])
        #expect(
          distance >= 24,
          "\(ChartTheme.colours[left]) and \(ChartTheme.colours[right]): \(distance)")
      }
    }
    #expect(Set(ChartTheme.shapes).count == ChartTheme.colours.count)
    #expect(Set(ChartTheme.dashes.map { "\($0)" }).count == ChartTheme.colours.count)
  }
}
