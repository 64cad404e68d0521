// The jobs as rows: what they load, how they last ran, when they run next, what is overdue.

import ETL
import IndicatorModel
import RowRendering
import Warehouse

/// A job with its runs and its newest edition at one moment.
struct JobStanding {
  let job: Job
  let run: JobRun?
  let edition: JobEdition?
  let nextRun: Moment?
  let isDue: Bool
  /// The year whose edition should be here and is not.
  let overdueYear: Int?

  /// What a job's runs and editions, the newest first, say at a moment.
  init(_ job: Job, run: JobRun?, editions: [JobEdition], at now: Moment) {
    self.job = job
    self.run = run
    let published = job.published
    edition = editions.first { published == nil || $0.index == published?.index }
    nextRun = job.schedule?.next(after: now)
    isDue = job.isDue(at: now, coveredTo: run?.coveredTo)
    overdueYear = job.overdueYear(at: now, newest: edition?.year)
  }
}

extension Listing where Row == JobStanding {
  static var jobs: Listing {
    Listing(
      columns: [
        Column(key: "job", heading: Heading.job()),
        Column(key: "title", heading: Heading.title()),
        Column(key: "kind", heading: Heading.kind()),
        Column(key: "publisher", heading: Heading.publisher(), isOptionalInNarrow: true),
        Column(key: "terms", heading: "terms", machineOnly: true),
        Column(key: "files", heading: Heading.files(), alignment: .trailing),
        Column(key: "last_load", heading: Heading.load(), alignment: .trailing),
        Column(key: "last_started", heading: Heading.last()),
        Column(key: "status", heading: Heading.status()),
        Column(key: "schedule", heading: "schedule", machineOnly: true),
        Column(key: "due", heading: "due", machineOnly: true),
        Column(key: "next_run", heading: "next_run", machineOnly: true),
        Column(key: "next", heading: Heading.nextRun(), humanOnly: true),
        Column(key: "newest_edition", heading: Heading.newestEdition()),
        Column(key: "overdue", heading: "overdue", machineOnly: true),
        Column(key: "overdue_year", heading: "overdue_year", machineOnly: true),
        Column(key: "overdue_from", heading: "overdue_from", machineOnly: true),
        Column(key: "remarks", heading: Heading.remarks(), humanOnly: true),
      ],
      fields: { row in
        let job = row.job
        let next = row.nextRun?.text(in: .vietNam)
        let months = job.published?.months
        let overdueFrom = row.overdueYear.flatMap {
          months?.overdueFrom(editionOf: $0)?.description
        }
        let index = Word.of(job.published?.index) ?? ""
        return [
          .text(job.name), .text(Language.current == .vi ? job.titleVi : job.titleEn),
          .code(job.kind.rawValue, name: Word.of(job.kind.rawValue)), .text(job.publisher),
          .text(job.terms), .integer(job.files.count), .integer(row.run?.load),
          .text(row.run?.startedAt), .code(row.run?.status, name: Word.of(row.run?.status)),
          .text(job.schedule?.description), .boolean(row.isDue), .text(next),
          .text(row.isDue ? Heading.dueNow() : next), .text(row.edition?.edition),
          .boolean(row.overdueYear != nil), .integer(row.overdueYear), .date(overdueFrom),
          .text(row.overdueYear.map { Notice.overdue("\(index) \($0)", overdueFrom ?? "") }),
        ]
      })
  }
}
