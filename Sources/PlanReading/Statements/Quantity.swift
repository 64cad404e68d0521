// A number of a passage that counts something, or a rank in words.

import IndicatorModel

/// What a number says.
struct Quantity {
  /// The words of the number and its unit: "từ 02 đến 03 cuộc" without "từ".
  var words: Range<Int>
  /// Where the lead to it begins: comparators, "đạt", "phấn đấu".
  var lead: Int
  /// The word that the quote must hold.
  var anchor: Int
  /// The figure; nil where only a group is named.
  var value: Double?
  /// Upper bound of a span.
  var high: Double?
  /// What it counts; nil where the indicator has to say.
  var unit: Unit?
  /// How a figure compares with it.
  var comparator: Comparator?
  /// State, rise or fall.
  var measure = Measure.level
  /// Group without a number.
  var group: String?
  /// What the statement is.
  var kind = StatementKind.target
  /// Whether its subject stands before it, as in "tỷ lệ hồ sơ đạt 90%", not behind.
  var isSubjectBefore = false
  /// Whether it stands alone in brackets behind its subject: "trường tiểu học (23 trường)".
  var isInBrackets = false
  /// The level that a list pairs it with.
  var level: Level?
  /// Beginning of the list that it belongs to: the statement's words stand before.
  var list: Int?
}
