// How well rows of task tables were read: each printed row is found by its lines, then who leads and
// until when.

public import PlanReading

/// The score of tasks read from one text, or from several together.
public struct TaskScore: Sendable, Equatable {
  /// Rows of the text.
  public private(set) var wanted = 0
  /// Rows that were read.
  public private(set) var given = 0
  /// Rows that were found.
  public private(set) var found = 0
  /// Lead agencies right, of those found.
  public private(set) var lead = PlanScore.Share()
  /// Times right as words, of those found.
  public private(set) var due = PlanScore.Share()
  /// Last days right, of those found.
  public private(set) var dueTo = PlanScore.Share()

  /// The score of nothing.
  public init() {}

  /// Scores rows that were read against rows of the text.
  public init(_ read: [PlanTask], truth: [PlanTask]) {
    wanted = truth.count
    given = read.count
    var left = read
    for row in truth {
      let near = left.indices.filter {
        row.lineFrom <= left[$0].lineTo && left[$0].lineFrom <= row.lineTo
      }
      guard
        let index = near.max(by: { Self.likeness(row, left[$0]) < Self.likeness(row, left[$1]) })
      else { continue }
      let other = left.remove(at: index)
      found += 1
      lead.all += 1
      due.all += 1
      dueTo.all += 1
      lead.right += Self.same(row.lead, other.lead) ? 1 : 0
      due.right += Self.same(row.due, other.due) ? 1 : 0
      dueTo.right += row.dueTo == other.dueTo ? 1 : 0
    }
  }

  /// Both together, as if from one text.
  public static func + (left: TaskScore, right: TaskScore) -> TaskScore {
    var sum = left
    sum.wanted += right.wanted
    sum.given += right.given
    sum.found += right.found
    for path in [\TaskScore.lead, \.due, \.dueTo] as [WritableKeyPath<TaskScore, PlanScore.Share>] {
      sum[keyPath: path].right += right[keyPath: path].right
      sum[keyPath: path].all += right[keyPath: path].all
    }
    return sum
  }

  private static func likeness(_ row: PlanTask, _ other: PlanTask) -> Int {
    [
      same(row.task, other.task), same(row.activity, other.activity), same(row.lead, other.lead),
      same(row.due, other.due), same(row.product, other.product),
    ].count { $0 }
  }

  private static func same(_ left: String?, _ right: String?) -> Bool {
    FoldedText.fold(left ?? "") == FoldedText.fold(right ?? "")
  }
}
