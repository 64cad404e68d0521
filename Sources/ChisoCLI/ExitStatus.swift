// The one place where errors become exit codes and sentences.

import ArgumentParser
import ETL
import EmbeddedPostgres
import IndicatorModel
import LibPQ
import Spreadsheets
import Warehouse

/// Exit codes of the program.
enum ExitStatus: Int32, CaseIterable, Sendable {
  case done = 0
  case unexpected = 1
  case usage = 64
  case refused = 65
  case notFound = 66
  case unreachable = 69
  case cannotWrite = 73
  case busy = 75
  case notPermitted = 77
  case configuration = 78
}

/// An error with the sentence for it and the exit code.
struct Failure: Error, Hashable {
  let status: ExitStatus
  let sentence: String

  init(_ status: ExitStatus, _ sentence: String) {
    self.status = status
    self.sentence = sentence
  }
}

extension Failure {
  /// The failure that an error means; nil for what the argument parser says itself.
  init?(_ error: any Error) {
    switch error {
    case let failure as Failure: self = failure
    case let error as PostgresError: self.init(error)
    case let error as WarehouseError: self.init(error)
    case let error as EmbeddedPostgresError: self.init(error)
    case let error as KeptFiles.Failure where error.isFull:
      self.init(.cannotWrite, Complaint.diskFull(error.path))
    case let error as KeptFiles.Failure:
      self.init(
        error.isNotPermitted ? .notPermitted : .cannotWrite,
        Complaint.cannotKeep(error.path, error.reason))
    case let error as UnknownJob:
      self.init(.notFound, Complaint.unknownJob(error.name, error.known.joined(separator: ", ")))
    case let error as UnknownFile:
      self.init(
        .notFound,
        Complaint.unknownFile(error.file, error.job, error.known.joined(separator: ", ")))
    case let error as YearSelectionError: self.init(error)
    case let error as SpreadsheetError: self.init(error)
    default: return nil
    }
  }

  private init(_ error: SpreadsheetError) {
    switch error {
    case .libraryMissing(let name):
      self.init(.configuration, AnswerMessage.libraryMissing(name))
    case .cannotWrite(let path, let reason):
      self.init(.cannotWrite, Complaint.cannotWrite(path, reason))
    case .cellTooLong(let row, let column):
      self.init(.cannotWrite, AnswerMessage.cellTooLong(String(row), column))
    case .tooManyColumns(let count):
      self.init(.cannotWrite, AnswerMessage.tooManyColumns(String(count)))
    }
  }

  private init(_ error: PostgresError) {
    switch (error.kind, error.sqlState ?? "") {
    case (.cancelled, _) where error.message.contains("timeout"):
      self.init(.busy, Complaint.tooLong())
    case (.cancelled, _): self.init(.unexpected, Complaint.cancelled())
    case (_, "53100"): self.init(.cannotWrite, Complaint.diskFullServer(error.message))
    case (_, let state) where state == "42501" || state.hasPrefix("28"):
      self.init(.notPermitted, Complaint.notPermitted(error.message))
    case (_, let state) where state.hasPrefix("57P"):
      self.init(.unreachable, Complaint.serverGone(error.message))
    case (.connection, _) where error.isForWantOfConnections:
      self.init(.busy, Complaint.serverFull())
    case (.connection, _) where error.statement != nil:
      self.init(.unreachable, Complaint.serverGone(error.message))
    case (.connection, _): self.init(.unreachable, Complaint.unreachable(error.message))
    default: self.init(.unexpected, Complaint.serverRefused(error.description))
    }
  }

  private init(_ error: WarehouseError) {
    switch error {
    case .schemaMissing: self.init(.configuration, Complaint.schemaMissing())
    case .schemaBehind(let database, let program):
      self.init(
        .configuration,
        database == program ? Complaint.viewsBehind() : Complaint.schemaBehind(database, program))
    case .schemaAhead(let database, let program):
      self.init(.configuration, Complaint.schemaAhead(database, program))
    case .migrationChanged(let name):
      self.init(.configuration, Complaint.migrationChanged(name))
    case .rolesNotPermitted(let detail):
      self.init(.notPermitted, Complaint.rolesNotPermitted(detail))
    case .busy(let job): self.init(.busy, Complaint.busy(job))
    case .unknownPlace(let text, let nearest):
      self.init(
        .notFound,
        nearest.isEmpty
          ? Complaint.unknownPlace(text)
          : Complaint.unknownPlaceNearest(text, nearest.joined(separator: ", ")))
    case .ambiguousPlace(let text, let candidates):
      self.init(.notFound, Complaint.ambiguousPlace(text, candidates.joined(separator: ", ")))
    case .unknownIndicator(let text, let nearest):
      self.init(
        .notFound,
        nearest.isEmpty
          ? Complaint.unknownIndicator(text)
          : Complaint.unknownIndicatorNearest(text, nearest.joined(separator: ", ")))
    case .unknownPlan(let text, let nearest):
      self.init(
        .notFound,
        nearest.isEmpty
          ? Complaint.unknownPlan(text)
          : Complaint.unknownPlanNearest(text, nearest.joined(separator: ", ")))
    case .ambiguousPlan(let text, let candidates):
      self.init(.notFound, Complaint.ambiguousPlan(text, candidates.joined(separator: ", ")))
    }
  }

  private init(_ error: EmbeddedPostgresError) {
    switch error {
    case .programsMissing: self.init(.configuration, Complaint.programsMissing())
    case .versionMismatch(let cluster, let found):
      self.init(
        .configuration,
        Complaint.versionMismatch(
          String(cluster),
          found.isEmpty ? Heading.none() : found.map(String.init).joined(separator: ", ")))
    case .serverUserMissing: self.init(.configuration, Complaint.serverUserMissing())
    case .notWritable(let path, let reason):
      self.init(.notPermitted, Complaint.homeNotWritable(path, reason))
    case .socketFolderNotOurs(let path):
      self.init(.notPermitted, Complaint.socketNotOurs(path))
    case .diskFull(let path): self.init(.cannotWrite, Complaint.diskFull(path))
    case .initFailed(let output): self.init(.unexpected, Complaint.initFailed(output))
    case .startFailed(let log): self.init(.unexpected, Complaint.startFailed(log))
    case .stopFailed(let output): self.init(.unexpected, Complaint.stopFailed(output))
    case .busy(let lock): self.init(.busy, Complaint.homeBusy(lock))
    }
  }

  private init(_ error: YearSelectionError) {
    switch error {
    case .empty: self.init(.usage, Complaint.badYears(""))
    case .notAYear(let text): self.init(.usage, Complaint.badYears(text))
    case .wrongRangeMark(_, let first, let last):
      self.init(.usage, Complaint.wrongRangeMark(String(first), String(last)))
    case .reversed(let first, let last):
      self.init(.usage, Complaint.reversedYears(String(first), String(last)))
    }
  }
}
