// Charts of characters, for a terminal: lines and ranks over years in braille, bars in blocks.

import RowRendering

extension LineChart {
  /// The picture in characters, panel by panel.
  public func text(width: Int) -> String {
    panels.map { panel in
      var text = panel.title.isEmpty ? "" : panel.title + "\n"
      text += Self.plot(panel, names: names, width: width, decimalMark: frame.decimalMark)
      for series in panel.series where !series.points.isEmpty {
        text +=
          "  \(Self.mark(series.name, names)) \(series.name) \(series.last) (\(series.lastPeriod))\n"
      }
      for target in panel.targets {
        let name = panel.series.count > 1 ? " (\(target.name))" : ""
        text += "  ╌ \(target.words)\(name)\n"
      }
      return text
    }.joined(separator: "\n")
  }

  private static func mark(_ name: String, _ names: [String]) -> Character {
    CharacterPlot.marks[(names.firstIndex(of: name) ?? 0) % CharacterPlot.marks.count]
  }

  private static func plot(
    _ panel: Panel, names: [String], width: Int, decimalMark: Character
  ) -> String {
    let scale = panel.scale
    var plot = CharacterPlot(
      width: width, times: panel.times,
      ticks: scale.ticks.map {
        (
          1 - scale.share($0),
          formatted($0, decimals: scale.decimals, decimalMark: decimalMark)
        )
      })
    let step = panel.series.map(\.step).min() ?? 1
    for series in panel.series {
      for stretch in series.stretches {
        plot.stretch(stretch.map { ($0.time, 1 - scale.share($0.value)) })
      }
    }
    for one in panel.breaks { plot.rule(at: one.time - step / 2) }
    for target in panel.targets {
      plot.level(
        "╌", from: Double(target.years.lowerBound) - 0.3,
        to: Double(target.years.upperBound) + 0.3, height: 1 - scale.share(target.value))
    }
    for series in panel.series.reversed() {
      for point in series.points {
        plot.mark(
          mark(series.name, names), time: point.time, height: 1 - scale.share(point.value))
      }
    }
    return plot.text(heads: panel.breaks.map { ($0.time - step / 2, $0.mark) })
  }
}

extension BumpChart {
  /// The picture in characters: the chosen places alone.
  public func text(width: Int) -> String {
    func height(_ rank: Int) -> Double { Double(rank - 1) / Double(max(lowest - 1, 1)) }
    let step = lowest > 40 ? 10 : 5
    let ranks = [1] + stride(from: step, through: lowest, by: step)
    var plot = CharacterPlot(
      width: width, times: Double(years.lowerBound)...Double(years.upperBound),
      ticks: ranks.map { (height($0), String($0)) })
    for series in chosen {
      for stretch in series.stretches {
        plot.stretch(stretch.map { (Double($0.year), height($0.rank)) })
      }
    }
    for one in breaks { plot.rule(at: one.time - 0.5) }
    for (index, series) in chosen.enumerated().reversed() {
      for point in series.points {
        plot.mark(
          CharacterPlot.marks[index % CharacterPlot.marks.count], time: Double(point.year),
          height: height(point.rank))
      }
    }
    var text = plot.text(heads: breaks.map { ($0.time - 0.5, $0.mark) })
    for (index, series) in chosen.enumerated() {
      guard let last = series.points.last else { continue }
      text += "  \(CharacterPlot.marks[index % CharacterPlot.marks.count]) \(last.words)\n"
    }
    return text
  }
}

extension BarChart {
  private static let eighths: [Character] = ["▏", "▎", "▍", "▌", "▋", "▊", "▉"]

  /// The picture in characters: a line for each place.
  public func text(width: Int) -> String {
    let names = bars.map(\.name.count).max() ?? 0
    let ranks = bars.map(\.rank.count).max() ?? 0
    let labels = bars.map(\.label.count).max() ?? 0
    let room = max(width - names - ranks - labels - 6, 10)
    var text = ""
    for bar in bars {
      let share = (bar.value ?? reach.lowerBound) - reach.lowerBound
      let length = share / (reach.upperBound - reach.lowerBound) * Double(room)
      var drawn = String(repeating: "█", count: Int(length))
      let part = Int(((length - length.rounded(.down)) * 8).rounded(.down))
      if part > 0 { drawn.append(Self.eighths[part - 1]) }
      text += "\(Self.padded(bar.rank, ranks, isLeading: true))  "
      text += "\(Self.padded(bar.name, names)) \(bar.isChosen ? "▸" : " ")"
      text += "\(drawn) \(bar.label)\n"
    }
    return median.map { text + "\($0.label)\n" } ?? text
  }

  private static func padded(_ text: String, _ width: Int, isLeading: Bool = false) -> String {
    let spaces = String(repeating: " ", count: max(width - text.count, 0))
    return isLeading ? spaces + text : text + spaces
  }
}
