// Figures of one file: read as a stream, staged as they come, merged when nothing is wrong.

import IndicatorModel
import LibPQ
import Warehouse

extension Loader {
  mutating func mergeFigures(
    _ file: Job.File, path: String, slot: Int32, load: Int32, _ log: inout DiagnosticLog
  ) throws -> SlotOutcome {
    let table = StagingTable(load: load, slot: slot)
    do {
      let outcome = try mergeFigures(file, path: path, slot: slot, load: load, through: table, &log)
      try session.dropStaging(table)
      return outcome
    } catch {
      if session.connection.isUsable { try? session.dropStaging(table) }
      throw error
    }
  }

  private mutating func mergeFigures(
    _ file: Job.File, path: String, slot: Int32, load: Int32, through table: StagingTable,
    _ log: inout DiagnosticLog
  ) throws -> SlotOutcome {
    var reader = FigureReader(path: path, file: file, catalog: try currentCatalog())
    var book = try series.take() ?? SeriesBook(conninfo)
    var years: Set<String> = []
    let staged = try session.stage(into: table) { write in
      try reader.read { figure, line in
        years.insert(figure.period.description)
        var observation = StagedObservation(
          provinceID: figure.place.provinceID, placeID: figure.place.id,
          seriesID: try book.number(of: figure.series),
          period: Int32(clamping: figure.period.daysSince2000), line: Int32(clamping: line))
        observation.value = figure.value
        observation.rank = figure.rank.map(Int32.init(clamping:))
        observation.rankOf = figure.rankOf.map(Int32.init(clamping:))
        observation.flags = figure.flags
        observation.group = figure.group
        observation.note = figure.note
        try write(observation)
      }
    }
    series = consume book
    log = reader.log
    if log.isEmpty { try checkStaged(table, file: file.path, slot: slot, &log) }
    guard log.isEmpty else { return SlotOutcome(.refused) }
    try session.ensurePartitions(years.sorted())
    var outcome = try session.transaction { session in
      try session.mergeObservations(from: table, load: load, slot: slot)
    }
    outcome.read = staged
    return outcome
  }

  private mutating func checkStaged(
    _ table: StagingTable, file: String, slot: Int32, _ log: inout DiagnosticLog
  ) throws {
    for (line, first) in try session.duplicates(in: table) {
      log.append(Diagnostic(.duplicateRow, ["", String(first)], file: file, line: line))
    }
    guard log.isEmpty else { return }
    for (line, job, other) in try session.conflicts(in: table, slot: slot) {
      log.append(Diagnostic(.saidElsewhere, [job, other], file: file, line: line))
    }
  }
}
