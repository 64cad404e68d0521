// The scorer, on cases worked out by hand from the rules of the gold tables.

import IndicatorModel
import PlanGenerator
import PlanReading
import Testing

@Suite struct PlanScoreTests {
  private static let lines = ["Tối thiểu 90% hồ sơ", "được trả", "đúng hạn; giảm 5 biên chế."]

  private static func target(
    _ from: Int, _ to: Int, _ value: Double, _ unit: Unit = .percent,
    change: (inout PlanTarget) -> Void = { _ in }
  ) -> PlanTarget {
    var target = PlanTarget(
      lineFrom: from, lineTo: to, area: .procedures, quote: "90% hồ sơ được trả")
    target.value = value
    target.unit = unit
    target.comparator = .atLeast
    change(&target)
    return target
  }

  @Test func linesMayBeOneApartAndNoMore() {
    let truth = [Self.target(4, 5, 90)]
    let near = PlanScore([Self.target(6, 6, 90)], truth: truth, lines: Self.lines)
    #expect(near.found == 1)
    #expect(near.f1 == 1)
    let far = PlanScore([Self.target(7, 7, 90)], truth: truth, lines: Self.lines)
    #expect(far.found == 0)
    #expect(far.missed == truth)
    #expect(far.spurious.count == 1)
    #expect(far.f1 == 0)
  }

  @Test func postsAreCountedEitherWay() {
    let score = PlanScore(
      [Self.target(3, 3, 5, .count)], truth: [Self.target(3, 3, 5, .people)], lines: Self.lines)
    #expect(score.found == 1)
  }

  @Test func repeatsCostNothing() {
    let truth = [
      Self.target(1, 1, 90), Self.target(9, 9, 90) { $0.scope = "repeat: Phụ lục" },
    ]
    let one = PlanScore([Self.target(1, 1, 90)], truth: truth, lines: Self.lines)
    #expect(one.f1 == 1)
    #expect(one.repeats == .init(right: 0, all: 1))
    let both = PlanScore(
      [Self.target(1, 1, 90), Self.target(9, 9, 90)], truth: truth, lines: Self.lines)
    #expect(both.f1 == 1)
    #expect(both.given == 1)
    #expect(both.repeats == .init(right: 1, all: 1))
  }

  @Test func whatAgreesMostIsTaken() {
    let truth = [Self.target(1, 1, 90) { $0.level = .district }]
    let score = PlanScore(
      [Self.target(1, 1, 90), Self.target(2, 2, 90) { $0.level = .district }], truth: truth,
      lines: Self.lines)
    #expect(score.fields[.level] == .init(right: 1, all: 1))
    #expect(score.precision == 0.5)
    #expect(score.recall == 1)
  }

  @Test func theProvinceIsRightWhereNoLevelIsNamed() {
    let score = PlanScore(
      [Self.target(1, 1, 90) { $0.level = .province }], truth: [Self.target(1, 1, 90)],
      lines: Self.lines)
    #expect(score.fields[.level] == .init(right: 1, all: 1))
  }

  @Test func anIndicatorCountsOnlyWhereTheTruthHasOne() {
    let without = PlanScore(
      [Self.target(1, 1, 90) { $0.indicator = "par" }], truth: [Self.target(1, 1, 90)],
      lines: Self.lines)
    #expect(without.fields[.indicator] == nil)
    let with = PlanScore(
      [Self.target(1, 1, 90)], truth: [Self.target(1, 1, 90) { $0.indicator = "par" }],
      lines: Self.lines)
    #expect(with.fields[.indicator] == .init(right: 0, all: 1))
    #expect(with.different.count == 1)
  }

  @Test func quotesMayRunOverLinesButMustStandInTheText() {
    let score = PlanScore(
      [Self.target(1, 2, 90), Self.target(1, 1, 80) { $0.quote = "90% hồ sơ đúng hạn" }], truth: [],
      lines: Self.lines)
    #expect(score.quotes == .init(right: 1, all: 2))
    #expect(!FoldedText(Self.lines).contains(""))
  }

  @Test func anEmptyPlanReadAsEmptyIsRight() {
    let score = PlanScore([], truth: [], lines: [])
    #expect(score.f1 == 1)
  }

  @Test func tasksAreFoundByTheirLines() {
    var row = PlanTask(lineFrom: 3, lineTo: 4)
    row.lead = "Sở Nội vụ"
    row.due = "Quý I"
    var read = row
    read.lineTo = 3
    read.lead = "Sở  Nội vụ"
    read.due = "Quý II"
    let score = TaskScore([read], truth: [row, PlanTask(lineFrom: 8, lineTo: 8)])
    #expect(score.wanted == 2)
    #expect(score.found == 1)
    #expect(score.lead.part == 1)
    #expect(score.due.part == 0)
  }
}
