// Spoils generated plans in ways that files come spoilt in, and in some that none does.

import PlanGenerator

/// Spoils a plan by a seed.
struct PlanSpoiler {
  /// A way of spoiling.
  enum Way: CaseIterable, Hashable {
    case scan
    case cut
    case shuffle
    case flip
    case double
    case join
    case split
    case numbers
    case unicode
    case blanks
    case digits
    case tables
  }

  private var random: SplitMix64
  /// What was done to the plan, in order.
  private(set) var done: [Way] = []

  init(seed: UInt64) { random = SplitMix64(seed: seed) }

  /// A spoilt text.
  mutating func text() -> String {
    let layout = random.choose(PlanLayout.allCases) ?? .lines
    var plan = PlanMaker.plan(
      layout, seed: random.next(), tasksPerArea: random.number(0...5))
    for _ in 0..<random.number(1...4) {
      let way = random.choose(Way.allCases) ?? .cut
      done.append(way)
      if way == .scan {
        var damage = OCRDamage(
          rate: Double(random.number(1...10)) / 10, seed: random.next())
        plan = damage.damaged(plan)
      } else {
        plan.lines = spoilt(plan.lines, way)
      }
    }
    return plan.text
  }

  private mutating func spoilt(_ lines: [String], _ way: Way) -> [String] {
    var lines = lines
    guard !lines.isEmpty else { return lines }
    switch way {
    case .cut:
      lines = Array(lines.dropFirst(random.below(lines.count)).prefix(random.below(lines.count)))
    case .shuffle: lines = random.sample(lines, lines.count)
    case .double:
      let start = random.below(lines.count)
      lines.insert(contentsOf: lines[start...].prefix(random.number(1...40)), at: start)
    case .join:
      let start = random.below(lines.count)
      let end = min(lines.count, start + random.number(2...120))
      lines.replaceSubrange(start..<end, with: [lines[start..<end].joined(separator: " ")])
    case .blanks: lines = lines.flatMap { random.chance(30) ? [$0, ""] : ["  " + $0 + "\t"] }
    case .tables: lines = lines.map { random.chance(10) ? tabled($0) : $0 }
    case .flip: return flipped(lines)
    case .split, .numbers, .unicode, .digits:
      for index in lines.indices where random.chance(25) {
        lines[index] = changed(lines[index], way)
      }
    case .scan: break
    }
    return lines
  }

  /// A line with something put into it, or some of it replaced.
  private mutating func changed(_ line: String, _ way: Way) -> String {
    var characters = Array(line)
    let at = random.below(characters.count + 1)
    switch way {
    case .split:
      characters.insert(contentsOf: random.pick("\n", "\r\n", "\u{0C}", " \n \n"), at: at)
    case .numbers:
      let words = random.pick(
        "99999999999999999999999999%", "-5%", "0%", "1e400", "100%%%", "từ 9 đến", "tương ứng: ",
        "so với năm", "1.2.3.4,5,6%", "năm 99999", "½%", "٣٤%", "từ từ từ 90% trở lên trở lên", "%")
      characters.insert(contentsOf: " \(words) ", at: at)
    case .unicode:
      let signs = random.pick(
        "\u{0}", "\u{FEFF}", "\u{200B}", "\u{0301}", "\u{0323}\u{0302}", "\u{202E}", "\u{10FFFF}",
        "👩‍👩‍👧", "ﬁ", "Ａ１％", "\u{00AD}", "\u{2028}", "\u{0085}", "\u{A0}", "ß", "İ", "ǅ")
      characters.insert(contentsOf: signs, at: at)
    case .digits:
      characters = characters.map { $0.isNumber ? Character("\(random.below(10))") : $0 }
    default: break
    }
    return String(characters)
  }

  private mutating func tabled(_ line: String) -> String {
    let sign = random.pick("\t", " | ", "</td><td>", "<p>", "   ", "|", "</table>", "<table><tr>")
    return line.split(separator: " ").joined(separator: sign)
  }

  /// The lines after some bytes of them have changed, repaired to valid UTF-8.
  private mutating func flipped(_ lines: [String]) -> [String] {
    var bytes = Array(lines.joined(separator: "\n").utf8)
    guard !bytes.isEmpty else { return lines }
    for _ in 0..<random.number(1...200) {
      bytes[random.below(bytes.count)] ^= UInt8(truncatingIfNeeded: 1 << random.below(8))
    }
    return String(decoding: bytes, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false
    ).map(String.init)
  }
}
