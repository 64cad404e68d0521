// Whose plan it is, for when, and in which area the pen is: what every statement of it shares.

import IndicatorModel
import PlanReading

/// What the statements of a plan share.
struct PlanContext: Sendable {
  let province: Province
  /// First year.
  let first: Int
  /// Last year; the first one of a yearly plan.
  let last: Int
  var area: Area = .steering

  var isPhase: Bool { last > first }
  /// "năm 2024", "giai đoạn 2026-2030".
  var period: String { isPhase ? "giai đoạn \(first)-\(last)" : "năm \(first)" }
  /// Districts ended on 2025-07-01.
  var levels: [(Level, String)] {
    first >= 2026
      ? [(.province, "cấp tỉnh"), (.commune, "cấp xã")]
      : [(.province, "cấp tỉnh"), (.district, "cấp huyện"), (.commune, "cấp xã")]
  }
  /// The places below the province.
  var below: String {
    first >= 2026 ? "UBND các xã, phường" : "UBND các huyện, thị xã, thành phố"
  }

  /// A target of the area and period.
  func target(_ quantity: Quantity?, _ indicator: String?, subject: String) -> PlanTarget {
    var target = PlanTarget(lineFrom: 0, lineTo: 0, area: area, quote: "")
    target.indicator = indicator
    target.subject = subject
    target.comparator = quantity?.comparator
    target.value = quantity?.value
    target.valueHigh = quantity?.high
    target.unit = quantity?.unit
    target.periodStart = first
    target.periodEnd = last
    target.confidence = 1
    return target
  }
}
