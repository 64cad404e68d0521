import Foundation

/// A file of figures, plans or targets that a test declares, with what it says now: a number for each of
/// its possible rows, or none.
struct DeclaredFile {
  enum Kind: String {
    case figures, plans, targets
    /// The table of sources in the catalog, which is no job's.
    case catalog
  }

  let job: String
  let path: String
  let kind: Kind
  /// Columns of each possible row that stand before its number.
  let keys: [String]
  /// What stands behind the number in each row.
  let tail: String
  /// The first rows that have to stay, since others refer to them.
  var kept = 0
  var numbers: [Int?] = []
  /// Whether the job names it.
  var isDeclared = true
  /// Whether it is there; facts of a file that vanished stay.
  var isThere = true
  /// The order of its lines, by a seed.
  var order: UInt64 = 0

  /// Count and sum of what it says, as the warehouse has to show it.
  var totals: Totals {
    guard isDeclared else { return Totals(count: 0, sum: 0) }
    let said = numbers.compactMap(\.self)
    return Totals(count: said.count, sum: said.reduce(0, +))
  }

  var text: String {
    var lines = keys.indices.compactMap { index in
      numbers[index].map { keys[index] + number($0) + tail + "\n" }
    }
    if order > 0 {
      var random = SeededRandom(seed: order)
      lines.shuffle(using: &random)
    }
    return header + lines.joined()
  }

  private func number(_ number: Int) -> String {
    switch kind {
    case .plans, .catalog: "\(number)"
    case .figures, .targets:
      "\(number / 100).\(number % 100 < 10 ? "0" : "")\(number % 100)"
    }
  }

  private var header: String {
    switch kind {
    case .figures: "place,indicator,level,period,source,value,note\n"
    case .plans:
      "plan,place,kind,title,issuer,issued_on,period_start,period_end,source,text_sha256,note,number\n"
    case .targets:
      "document,order,section,line_from,line_to,area,indicator,subject,level,scope,comparator,"
        + "value_high,unit,measure,baseline_year,period_start,period_end,group,repeat_of,note,value\n"
    case .catalog: ""
    }
  }

  /// Changes what it says: some numbers, some rows that come or go, or only the order of its lines.
  mutating func change(_ random: inout SeededRandom) {
    order = Int.random(in: 0..<3, using: &random) == 0 ? random.next() : 0
    guard kind != .catalog else {
      numbers = [Int.random(in: 0..<1_000_000, using: &random)]
      return
    }
    let share = [0, 100, 20, 2].randomElement(using: &random) ?? 100
    guard share > 0 else { return }
    for index in numbers.indices where Int.random(in: 0..<share, using: &random) == 0 {
      let stays = index < kept || Int.random(in: 0..<4, using: &random) > 0
      numbers[index] = stays ? Int.random(in: 0..<10_000, using: &random) : nil
    }
  }
}

/// Count and sum of a file's rows.
struct Totals: Hashable, CustomStringConvertible {
  let count: Int
  let sum: Int

  var description: String { "\(count) rows, sum \(sum)" }
}

/// Numbers that are the same for the same seed.
struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  /// SplitMix64.
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
