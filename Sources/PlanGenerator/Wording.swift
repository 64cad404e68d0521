// How plans word an indicator: what is counted and what shall hold of it, from which sentences of many
// forms are made.

import IndicatorModel

/// One wording of an indicator.
struct Wording: Sendable, Equatable {
  /// The form of sentence that it goes into.
  enum Form: String, Sendable {
    /// A share of things: "90% hồ sơ được ...", "Tỷ lệ hồ sơ được ... đạt 90%".
    case share
    /// A fall in percent: "Giảm 10% chi phí ...".
    case cut
    /// A number of things: "Tổ chức 02 cuộc ...".
    case count
    /// A rise in number: "Có thêm 02 đơn vị ...".
    case more
    /// A fall in number: "Giảm 28 biên chế ...".
    case fewer
    /// A mark given: "Mức độ hài lòng ... đạt 90%".
    case mark
  }

  let form: Form
  /// Code of the catalog; nil for a quantity that it does not know.
  let indicator: String?
  /// What is counted, or the verb of a number of things.
  let noun: String
  /// What shall hold of it, or the things of a number.
  let predicate: String
  let level: Level

  /// Wordings of lines `form|indicator|noun|predicate|level`; the level may be left out.
  static func parse(_ lines: String) -> [Wording] {
    lines.split(separator: "\n").compactMap { line in
      let fields = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
      guard fields.count >= 4, let form = Form(rawValue: fields[0]) else { return nil }
      return Wording(
        form: form, indicator: fields[1].isEmpty ? nil : fields[1], noun: fields[2],
        predicate: fields[3],
        level: fields.count > 4 ? Level(rawValue: fields[4]) ?? .uncut : .uncut)
    }
  }

  /// Wordings for the section of an area.
  static func of(_ area: Area) -> [Wording] {
    switch area {
    case .steering: steering
    case .institutions: institutions
    case .procedures: procedures
    case .organisation: organisation
    case .civilService: civilService
    case .finance: finance
    case .digital: digital
    case .index: []
    }
  }

  /// All wordings, by area.
  static let all: [Wording] = Area.allCases.flatMap(of)
}
