// Rows of task tables as tasks: what is merged carried down, words joined, times read.

import IndicatorModel

/// Reads tasks.
public enum TaskReader {
  /// The tasks of tables, one a printed row.
  ///
  /// A table orders tasks where it has a column of tasks, activities or objectives and one of who or
  /// when, and no column of values alone.
  ///
  /// - Parameters:
  ///   - text: the text.
  ///   - tables: its tables, as `TableFinder` finds them.
  ///   - year: year of the plan, for times that name none.
  /// - Returns: tasks in the order of the text.
  public static func tasks(
    in text: PlanText, tables: [PlanTable], year: Int? = nil
  ) -> [PlanTask] {
    tables.filter(ordersTasks).flatMap { table in
      var reader = TaskRowReader(columns: table.columns, year: year)
      return table.rows.compactMap { reader.task($0) }
    }
  }

  private static func ordersTasks(_ table: PlanTable) -> Bool {
    let columns = Set(table.columns)
    guard !columns.isDisjoint(with: [.lead, .coordinating, .due]) else { return false }
    if !columns.isDisjoint(with: [.task, .activity]) { return true }
    return columns.contains(.objective) && columns.isDisjoint(with: [.value, .unit])
  }
}

/// Reads the rows of one table from top to bottom.
struct TaskRowReader {
  private let columns: [PlanTable.Column]
  private let year: Int?
  private var headings: [(mark: TableMark, text: String)] = []
  private var last: PlanTask?

  /// A reader of a table's rows.
  init(columns: [PlanTable.Column], year: Int?) {
    self.columns = columns
    self.year = year
  }

  /// What of a task each column says; the others say nothing of it.
  private static let fields:
    [(column: PlanTable.Column, field: any WritableKeyPath<PlanTask, String?> & Sendable)] = [
      (.item, \.item), (.objective, \.objective), (.task, \.task), (.activity, \.activity),
      (.product, \.product), (.lead, \.lead), (.coordinating, \.coordinating), (.due, \.due),
      (.budget, \.budget),
    ]

  /// The task of the next row; nil for a heading or a row without anything to do.
  mutating func task(_ row: PlanTable.Row) -> PlanTask? {
    if row.isHeading {
      take(heading: row)
      return nil
    }
    var task = PlanTask(lineFrom: row.lineFrom, lineTo: row.lineTo)
    task.section = headings.last?.text
    for (column, field) in Self.fields { task[keyPath: field] = text(column, row) }
    guard
      [task.objective, task.task, task.activity, task.product, task.lead, task.due]
        .contains(where: { $0 != nil })
    else { return nil }
    if let last {
      for index in row.reached where columns.indices.contains(index) {
        carry(columns[index], from: last, to: &task)
      }
      carry(from: last, to: &task)
    }
    if let due = task.due { (task.dueFrom, task.dueTo) = TaskDue.days(due, year: year) }
    last = task
    return task
  }

  private func text(_ column: PlanTable.Column, _ row: PlanTable.Row) -> String? {
    guard let index = columns.firstIndex(of: column), row.cells.indices.contains(index),
      let passage = row.cells[index]
    else { return nil }
    let text = TaskRepair.text(passage.text)
    return text.isEmpty ? nil : text
  }

  // MARK: - Merged cells

  /// Carries down a cell that is known to span this row, too.
  private func carry(_ column: PlanTable.Column, from last: PlanTask, to task: inout PlanTask) {
    for (said, field) in Self.fields where said == column {
      task[keyPath: field] = task[keyPath: field] ?? last[keyPath: field]
    }
  }

  /// Carries down what a merged cell says once, as far as it can be told from the row.
  ///
  /// A row without a number of its own belongs to the one above: the number and the objective are
  /// its too, and so is the task where it has none. Who and when are merged where the row shares the
  /// task of the one above, or says neither who nor when: an order always says one of them. Who takes
  /// part is carried only with who leads, since none may take part; the budget only where nothing
  /// behind the product is printed; the product never.
  private func carry(from last: PlanTask, to task: inout PlanTask) {
    let isUnder = task.item == nil && (task.objective == nil || !columns.contains(.objective))
    let saysNothing = task.lead == nil && task.coordinating == nil && task.due == nil
    if isUnder {
      task.item = last.item
      task.objective = task.objective ?? last.objective
    }
    let sharesTask = isUnder && task.task == nil && columns.contains(.task)
    if sharesTask { task.task = last.task }
    if sharesTask || saysNothing {
      if saysNothing, task.budget == nil { task.budget = last.budget }
      if task.lead == nil {
        task.lead = last.lead
        task.coordinating = task.coordinating ?? last.coordinating
      }
      task.due = task.due ?? last.due
    }
  }

  // MARK: - Headings

  /// Headings above, outermost first; one of a kind ends those of its kind and finer ones.
  private mutating func take(heading row: PlanTable.Row) {
    last = nil
    let item = columns.firstIndex(of: .item)
    let number = item.flatMap { row.cells[$0] }.map(\.text)
    let words = row.cells.indices.filter { $0 != item }
      .compactMap { row.cells[$0].map { TaskRepair.text($0.text) } }.joined(separator: " ")
    var mark = number.flatMap { TableMark($0) }
    var text = words
    if mark == nil, let split = TableMark.split(words) {
      mark = split.mark
      text = split.rest
    }
    guard let mark = mark ?? TableMark("I") else { return }
    if let same = headings.firstIndex(where: { isSameKind($0.mark, mark) }) {
      headings.removeSubrange(same...)
    }
    let isNamed = number != nil || text != words
    headings.append((mark, isNamed ? "\(mark.label). \(text)" : text))
  }

  private func isSameKind(_ left: TableMark, _ right: TableMark) -> Bool {
    if left.kind == right.kind { return left.depth >= right.depth }
    // "C" and "D" are letters, but so are "I" after "H" and "V" after "U".
    return left.kind.rawValue > right.kind.rawValue
  }
}
